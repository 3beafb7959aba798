"""Decisions as input of the next check: on real articles, read and compared by the whole way. All of it is invented."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from discrepancy import check, read, rulebook
from discrepancy.cli import run
from discrepancy.model.findings import Event, Finding, Report
from discrepancy.report.json import render
from discrepancy.report.read import from_json
from discrepancy.review.constraints import mention_ids
from discrepancy.review.decisions import House, Link
from discrepancy.review.reattach import apply, keyed, ruling_on
from discrepancy.review.store import Store

RULES = rulebook()

GAZETTE = """Title: Bomb at Port Maren market
Source: Harbour Gazette
Published: 5 March 2024

A bomb exploded at a market in Port Maren on Monday, killing 12 people and wounding 30 others.

The blast tore through the fish hall shortly after it opened.
"""
POST = """Title: Market blast shakes Port Maren
Source: Island Post
Published: 5 March 2024

An explosion at a market in Port Maren on Monday killed 14 people and injured 30.

Nobody said who had placed the bomb.
"""
WIRE = """Title: Attack on market
Source: Northern Wire
Published: 5 March 2024

A bomb blast at a market in Port Maren killed 12 people on Monday. Shops stayed shut.
"""


class Desk:
    """A folder of articles, and what editors decided on the last look at them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = Store(folder / "decisions.sqlite")
        (folder / "articles").mkdir()
        self.write(gazette=GAZETTE, post=POST)

    def write(self, **articles: str) -> None:
        for name, text in articles.items():
            (self.folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")

    def check(self) -> Report:
        return check(read(self.folder / "articles", RULES), RULES, self.store.decisions())

    def rule(self, outcome: str, value: str = "", reason: str = "") -> Finding:
        report = self.check()
        (finding,) = [f for f in report.findings if f.question.attribute == "killed"]
        body = ruling_on(finding, keyed(report)[finding.id], outcome, value=value, reason=reason)
        self.store.append("Mara", [body])
        return finding

    def killed(self) -> Finding:
        (finding,) = [f for f in self.check().findings if f.question.attribute == "killed"]
        return finding


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.store.close()


def test_a_ruling_is_in_the_next_report(desk: Desk) -> None:
    assert desk.killed().state == "open"
    desk.rule("resolved", "14")
    found = desk.killed()
    assert found.state == "resolved" and found.decided and found.chosen == "14"
    assert found.ruled.startswith("Resolved as 14 by Mara on 2")
    assert found.since == ()
    written = json.loads(render(desk.check()))
    assert written["run"]["decisions"] == {"count": 1, "head": desk.store.decisions()[-1].hash}
    assert [f["ruled"] for f in written["findings"] if f["state"] == "resolved"] == [found.ruled]
    assert from_json(written).findings == desk.check().findings


def test_edits_elsewhere_and_other_file_names_change_nothing(desk: Desk) -> None:
    desk.rule("dismissed", reason="compatible")
    desk.write(gazette=GAZETTE.replace("tore through", "wrecked"))
    (desk.folder / "articles" / "post.txt").rename(desk.folder / "articles" / "another-name.txt")
    found = desk.killed()
    assert (found.state, found.since) == ("dismissed", ())


def test_a_new_source_in_a_known_camp_is_mentioned(desk: Desk) -> None:
    desk.rule("dismissed", reason="compatible")
    desk.write(wire=WIRE)
    found = desk.killed()
    assert (found.state, found.since) == ("dismissed", ("New source for 12: Northern Wire.",))


def test_a_new_value_opens_the_question_again(desk: Desk) -> None:
    desk.rule("resolved", "12")
    desk.write(wire=WIRE.replace("12 people", "19 people"))
    found = desk.killed()
    assert (found.state, found.since) == ("reopened", ("New value 19: Northern Wire.",))
    assert found.ruled.startswith("Resolved as 12 by Mara") and not found.decided


def test_a_ruling_on_a_sentence_that_changed_lapses(desk: Desk) -> None:
    desk.rule("confirmed")
    desk.write(post=POST.replace("on Monday killed", "early on Monday killed"))
    found = desk.killed()
    assert (found.state, found.ruled) == ("open", "")
    assert "the sentence ruled on changed in Island Post" in found.since[0]


def events_of(report: Report) -> list[Event]:
    return [event for event in report.events if event.type in ("bombing", "explosion", "attack")]


def split(desk: Desk, how: str, left: str, right: str) -> None:
    """Parts or joins the events of two articles, as an editor does on the page."""
    report = desk.check()
    article = {mention.id: mention.article for mention in report.mentions}
    keys = mention_ids(report.articles, report.mentions)

    def of(name: str) -> tuple[str, ...]:
        ids = [id for event in events_of(report) for id in event.mentions if article[id] == name]
        return tuple(key for key, met in keys.items() if set(met) & set(ids))

    desk.store.append("Mara", [Link("events", how, of(left), of(right))])  # type: ignore[arg-type]


def test_events_split_by_an_editor_are_not_compared(desk: Desk) -> None:
    assert [event.articles for event in events_of(desk.check())] == [("gazette", "post")]
    split(desk, "different", "gazette", "post")
    report = desk.check()
    assert [event.articles for event in events_of(report)] == [("gazette",), ("post",)]
    assert not [f for f in report.findings if f.question.attribute == "killed"]
    desk.write(post=POST + "\nThe market opens again on Friday.\n")  # the split survives an edit elsewhere
    assert len(events_of(desk.check())) == 2


def test_events_merged_by_an_editor_are_compared(desk: Desk) -> None:
    desk.write(post=POST.replace("a market in Port Maren on Monday", "a market in Tilbrook on 12 January 2024"))
    assert not [f for f in desk.check().findings if f.question.attribute == "killed"]
    split(desk, "same", "gazette", "post")
    (event,) = events_of(desk.check())
    assert event.articles == ("gazette", "post") and any("an editor says" in why for why in event.why)
    # Nothing aligned the two but the editor, so every difference may be raised.
    assert {"killed", "date"} <= {f.question.attribute for f in desk.check().findings}


def test_names_obey_an_editor(desk: Desk) -> None:
    desk.write(gazette=GAZETTE + "\nMayor Ilse Varnik visited the wounded.\n", post=POST + "\nMayor Ilse Warnik spoke of a dark day.\n")

    def spellings() -> list[tuple[str, list[str]]]:
        return [(e.name, sorted(v.text for v in e.variants)) for e in desk.check().entities if e.name.startswith("Ilse")]

    assert len(spellings()) == 1
    apart = Link("names", "different", ("person:Ilse Varnik",), ("person:Ilse Warnik",))
    desk.store.append("Mara", [apart])
    assert spellings() == [("Ilse Varnik", ["Ilse Varnik"]), ("Ilse Warnik", ["Ilse Warnik"])]
    house = House("person", "Ilse Varnik-Holt", ("Ilse Varnik", "Ilse Warnik"))
    desk.store.append("Mara", [replace(apart, how="same"), house])
    assert spellings() == [("Ilse Varnik-Holt", ["Ilse Varnik", "Ilse Warnik"])]


def test_no_decisions_change_nothing(desk: Desk) -> None:
    inputs = read(desk.folder / "articles", RULES)
    report = check(inputs, RULES)
    assert render(apply(report, ())) == render(report) == render(check(inputs, RULES, ()))
    desk.rule("confirmed")
    known = desk.store.decisions()
    assert apply(report, known).findings == check(inputs, RULES, known).findings


def test_check_takes_decisions(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DISCREPANCY_DECISIONS", raising=False)
    assert run(["check", "articles", "--fail-on", "warning"]) == 1
    assert "0 decisions taken from" in capsys.readouterr().err  # an empty store lies here
    desk.rule("dismissed", reason="misread")
    assert run(["check", "articles", "--fail-on", "warning"]) == 0
    told = capsys.readouterr()
    assert "1 decision taken from" in told.err
    assert "Dismissed by Mara" in told.out and "editors decided 1 question" in told.out
    assert run(["check", "articles", "--fail-on", "warning", "--decisions", "none"]) == 1
    assert "decisions taken" not in capsys.readouterr().err
    assert run(["check", "articles", "--decisions", "missing.sqlite"]) == 2
    assert "There are no decisions at missing.sqlite" in capsys.readouterr().err
    for kind in ("md", "html", "csv", "sarif"):
        run(["check", "articles", "--format", kind])
        assert "Dismissed by Mara" in capsys.readouterr().out.replace("\\", ""), kind
