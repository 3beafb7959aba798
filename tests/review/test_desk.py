"""Queue, rulings, gate and the links that editors make, without a browser."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from desk_reports import COURIER, ferry, heap
from serving import about, desk_on, put

from discrepancy import check, rulebook
from discrepancy.ingest import inputs_from_records
from discrepancy.model.claims import EventMention
from discrepancy.review.constraints import Constraints, constraints, mention_ids
from discrepancy.review.decisions import House, Link, Refused, Undo
from discrepancy.review.desk import Desk, NotFound
from discrepancy.review.gate import NoSuchDraft, barriers
from discrepancy.review.queue import Asked, asked, listing, neighbours
from discrepancy.review.reports import Shelf
from discrepancy.review.views import sides


def test_the_queue_filters_and_pages(tmp_path: Path) -> None:
    desk = desk_on(tmp_path, put(ferry(courier=True), tmp_path), put(heap(130), tmp_path, "storms"))
    everything = listing(desk, Asked(state="any"))
    assert (everything.found, everything.pages) == (134, 3)
    assert [level for level, _, _ in listing(desk, Asked(page=3)).groups][-1] == "note"
    assert listing(desk, Asked(report="ferry")).found == 4
    assert listing(desk, Asked(outlet="Evening Courier")).found == 2
    assert listing(desk, Asked(q="quay MAREN")).found == 0
    assert listing(desk, Asked(q="island council statement")).found == 1
    assert listing(desk, Asked(level="note")).found == 1
    desk.rule("Mara", "ferry", about(desk, "killed"), "confirmed")
    assert listing(desk, Asked(report="ferry")).found == 3
    assert listing(desk, Asked(state="confirmed")).found == 1
    assert listing(desk, Asked(page=99)).page == 3
    assert asked({"page": "²", "q": "x" * 999}).page == 1
    desk.store.close()


def test_values_stand_in_words_and_are_found_by_them(desk: Desk) -> None:
    shelf = desk.shelf("ferry")
    finding = about(desk, "date")
    assert [side.value for side in sides(shelf, shelf.findings[finding])] == ["2024-03-04", "2024-03-05"]
    (row,) = [row for row in shelf.rows if row.finding.id == finding]
    assert row.values == tuple(side.words for side in sides(shelf, shelf.findings[finding])) == ("4 March 2024", "5 March 2024")
    assert listing(desk, Asked(q="4 March 2024")).found


def test_an_article_is_called_on_the_desk_what_the_message_calls_it(tmp_path: Path) -> None:
    records = [
        {
            "doc_id": name,
            "text": f"A bridge in Zenda fell on Monday, killing {dead} people.",
            "title": "Bridge falls",
            "published": "2024-03-05",
        }
        for name, dead in (("x", 4), ("y", 9))
    ]
    rules = rulebook()
    shelf = Shelf("bridge", "Bridge", check(inputs_from_records(records, rules), rules))
    (row,) = [row for row in shelf.rows if row.finding.question.attribute == "killed"]
    assert [name for names in row.sources for name in names] == ["Article x", "Article y"]
    assert row.finding.message.startswith("Article x reported 4 killed; article y 9")


def test_neighbours_of_a_ruled_finding_are_those_left(desk: Desk) -> None:
    order = [row.finding.id for row in desk.shelf("ferry").rows]
    before, after = neighbours(desk, Asked(), "ferry", order[1])
    assert (before and before.row.finding.id, after and after.row.finding.id) == (order[0], order[2])
    desk.rule("Mara", "ferry", order[1], "confirmed")
    before, after = neighbours(desk, Asked(), "ferry", order[1])
    assert (before and before.row.finding.id, after and after.row.finding.id) == (order[0], order[2])


@pytest.mark.parametrize(
    ("outcome", "value", "reason"),
    [("praised", "", ""), ("dismissed", "", ""), ("dismissed", "", "because"), ("resolved", " ", ""), ("deferred", "", "misread")],
)
def test_a_ruling_that_lacks_something(desk: Desk, outcome: str, value: str, reason: str) -> None:
    with pytest.raises(Refused):
        desk.rule("Mara", "ferry", about(desk, "killed"), outcome, value=value, reason=reason)
    with pytest.raises(NotFound):
        desk.rule("Mara", "ferry", "none", "confirmed")
    assert desk.store.head() == 0


def test_the_gate(desk: Desk) -> None:
    report = replace(
        desk.shelf("ferry").report,
        findings=tuple(replace(f, level="error") if f.question.attribute == "date" else f for f in desk.shelf("ferry").report.findings),
    )
    assert [b.why for b in barriers(report, ())] == ["error, open", "warning, open", "warning, open"]
    for attribute in ("date", "killed", "injured"):
        desk.rule("Mara", "ferry", about(desk, attribute), "confirmed")
    assert [b.why for b in barriers(report, desk.decisions)] == ["error, confirmed"]
    desk.rule("Mara", "ferry", about(desk, "date"), "resolved", value="2024-03-04")
    assert barriers(report, desk.decisions) == ()
    desk.rule("Mara", "ferry", about(desk, "killed"), "deferred")
    assert [b.why for b in barriers(report, desk.decisions)] == ["warning, deferred"]
    for draft in ("3", "articles/3.txt", "3.txt", COURIER[0]):
        assert len(barriers(report, desk.decisions, draft)) == 1
    with pytest.raises(NoSuchDraft):
        barriers(report, (), "none")


def test_merges_and_splits_as_constraints(desk: Desk) -> None:
    report = ferry(courier=True)
    keys = mention_ids(report.articles, report.mentions)
    first, second, third = keys
    made = [
        Link("events", "same", (first,), (second,)),
        Link("events", "different", (first, second), (third,)),
        Link("events", "same", (second,), (third,)),
        Link("names", "different", ("person:Ilse Varnik",), ("person:Ilse Warnik",)),
        House("person", "Ilse Varnik", ("Ilse Warnik",)),
    ]
    found = constraints(desk.store.append("Mara", made))
    settled = found.mentions(report.articles, report.mentions)
    ids = [keys[key][0] for key in (first, second, third)]
    # The last merge outweighs the split, and the split the first merge: all three would be one again otherwise.
    assert settled.same == (tuple(sorted(ids[1:])),)
    assert settled.different == {tuple(sorted((ids[0], ids[2])))}
    assert found.names().different == {(("person", "Ilse Varnik"), ("person", "Ilse Warnik"))}
    assert found.spellings()["person", "Ilse Warnik"] == "Ilse Varnik"
    moved = tuple(replace(d, path="elsewhere/" + d.path, text=d.text + "\n\nAn added line.") for d in report.articles)
    assert found.mentions(moved, report.mentions) == settled
    assert constraints(()) == Constraints()
    nothing = EventMention("m", "1", "accident", ())
    assert mention_ids(report.articles, [nothing])


def test_undo_of_nothing(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.keep("Mara", Undo("none"))
