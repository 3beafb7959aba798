"""Which pairs of articles have no quarrel, and which of their figures answer each other."""

from __future__ import annotations

from dataclasses import replace

from claim_making import across, claim

from discrepancy.compare import compare
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Entity
from discrepancy.model.text import Document, Span
from discrepancy.rulebook import Rulebook, rulebook


def test_articles_that_share_an_answer_do_not_quarrel(book: Rulebook) -> None:
    shared = (claim("killed=9", "a", 0), claim("killed=12", "a", 1, at=50), claim("killed=12", "b", 2))
    assert across(book, *shared) == []
    assert [f.verdict for f in across(book, shared[0], shared[2])] == ["conflicts"]


def test_two_days_in_one_article_are_no_finding(book: Rulebook) -> None:
    days = (claim("date=2024-03-04", "a", 0), claim("date=2024-03-06", "a", 1, at=80))
    assert compare(days, (), (), (), book).findings == ()


def test_measurements_are_not_settled_by_an_article_that_gives_two(book: Rulebook) -> None:
    own = (claim("magnitude=6.1", "a", 0), claim("magnitude=5.9", "a", 1, at=80))
    assert [f.verdict for f in across(book, *own, claim("magnitude=5.9", "b", 2))] == ["conflicts"]


def test_one_speaker_with_two_figures_is_not_settled_by_a_third(book: Rulebook) -> None:
    own = (claim("killed=9 by=Narnia", "a", 0), claim("killed=12", "a", 1, at=80))
    other = claim("killed=12 by=Narnia", "b", 2)
    assert [f.verdict for f in across(book, *own, other)] == ["conflicts"]


def test_a_bound_stands_behind_no_figure_of_another_order(book: Rulebook) -> None:
    assert across(book, claim("killed>=2", "a"), claim("killed=470000", "b")) == []
    assert [f.verdict for f in across(book, claim("killed>=2", "a"), claim("killed=9", "b"))] == ["soft"]


def test_a_person_and_a_group_are_not_held_against_each_other(book: Rulebook) -> None:
    pair = (claim("actor=Pell", "a"), claim("actor='Harbour Police'", "b"))
    kinds = {"Pell": "person", "Harbour Police": "group"}
    known = tuple(Entity(name, kind, name, ()) for name, kind in kinds.items())  # type: ignore[arg-type]  # kinds are names' kinds
    assert compare(pair, (), known, (), book).findings == ()
    assert [f.verdict for f in compare(pair, (), (), (), book).findings] == ["conflicts"]


def copied(name: str, text: str) -> Document:
    return Document(name, f"{name}.txt", "", text, ())


def test_a_sentence_that_both_articles_print_sets_nothing_between_them() -> None:
    """However an edited copy is read: who prints the sentence says what it says. A word changed in it is another matter."""
    line = "The state agency said on Monday that the raiders had taken the harbour."
    texts = (f"{line} The harbour master was led away.", f"A light rain fell. {line}")
    raid = (claim("killed=9", "a"), claim("killed=12", "b"))
    start = [text.index("raiders") for text in texts]
    placed = [
        replace(c, evidence=replace(c.evidence, exact="raiders", span=Span(at, at + len("raiders")), before="", after=""))
        for c, at in zip(raid, start, strict=True)
    ]
    shown = [copied(name, text) for name, text in zip("ab", texts, strict=True)]
    assert compare(placed, (), (), shown, rulebook()).findings == ()
    changed = [shown[0], copied("b", texts[1].replace("the harbour.", "the pier."))]
    assert [f.level for f in compare(placed, (), (), changed, rulebook()).findings] == ["warning"]


def distance(value: str, article: str, at: int, label: str = "fall") -> Claim:
    number, unit = value.split()
    return claim(f"distance{{{label}}}={number} unit={unit}", article, at, at=at)


def test_measures_are_held_together_nearest_with_nearest(book: Rulebook) -> None:
    """Two falls in either article: the long one is held against the long one, whichever is told first."""
    claims = (distance("60 m", "a", 0), distance("700 m", "a", 50), distance("600 m", "b", 0), distance("60 m", "b", 50))
    steps = [step.claims for finding in across(book, *claims[:3]) for step in finding.steps]
    assert steps == [(claims[1].id, claims[2].id)]
    assert across(book, *claims) == []  # they agree on the short one: the long ones may be two things


def test_a_figure_in_two_units_answers_once(book: Rulebook) -> None:
    twice = [
        replace(claim(f"distance{{city}}={value}", "a", at), evidence=replace(claim("killed=1", "a").evidence, span=Span(0, 30)))
        for at, value in enumerate(("1150 unit=km", "700 unit=miles"))
    ]
    others = (distance("940 miles", "b", 0, "city"), distance("300 miles", "b", 50, "city"))
    told = [set(step.claims) for finding in across(book, *twice, *others) for step in finding.steps]
    assert told and all(others[0].id in pair for pair in told)  # what the second reading says is not left for the other distance


def test_feet_printed_for_metres_are_a_difference(book: Rulebook) -> None:
    assert across(book, distance("200 m", "a", 0), distance("60 m", "b", 0))
    assert not across(book, distance("200 m", "a", 0), distance("50 m", "b", 0))  # four times: another thing


def test_a_figure_that_two_others_may_answer_answers_neither(book: Rulebook) -> None:
    short, long, between = distance("60 m", "a", 0), distance("600 m", "a", 50), distance("200 m", "b", 0)
    assert across(book, short, long, between) == []
    assert across(book, long, between)  # alone it is the one that is meant


def test_a_time_told_with_another_day_is_of_another_happening(book: Rulebook) -> None:
    quake, shock = claim("time=10:53", "a", 0), claim("time=09:10", "b", 0, words="it shook at # on Monday")
    sunday, monday = claim("date=2024-03-10", "a", 1), claim("date=2024-03-11", "b", 1, words="it shook at # on Monday")
    assert any(f.question.attribute == "time" for f in across(book, quake, shock, sunday))
    assert not any(f.question.attribute == "time" for f in across(book, quake, shock, sunday, monday))
    late = replace(quake, value=claim("time=23:50").value)  # ten minutes before midnight the day is easily the next one
    early = replace(shock, value=claim("time=01:10").value)
    assert any(f.question.attribute == "time" for f in across(book, late, early, sunday, monday))


def test_a_vague_number_is_no_earlier_count(book: Rulebook) -> None:
    vague, told = claim("injured>=12?", "a", 0, words="the toll rose to #"), claim("injured=100", "a", 1, words="the toll rose to #")
    other = claim("injured=100", "b")
    assert across(book, vague, told, other) == []


def headed(name: str, head: str, body: str) -> Document:
    from discrepancy.model.text import Block

    text = f"{head}\n\n{body}"
    blocks = (Block("headline", Span(0, len(head))), Block("body", Span(len(head) + 2, len(text))))
    return replace(copied(name, text), blocks=blocks)


def test_a_headline_that_its_text_does_not_bear_out_is_held_against_others(book: Rulebook) -> None:
    documents = (headed("a", "Two dead, six hurt", "Seven people were hurt."), headed("b", "Seven hurt", "Seven people were hurt."))
    head, body = claim("injured=6", "a", 0, at=10), claim("injured=7", "a", 1, at=22)
    other = claim("injured=7", "b", 2, at=14)
    (found,) = compare((head, body, other), (), (), documents, book).findings
    assert (found.verdict, found.level, found.question.article) == ("conflicts", "warning", "")
    assert [set(camp.claims) for camp in found.camps] == [{body.id, other.id}, {head.id}]


def test_a_headline_alone_against_its_text_is_told_of_its_article(book: Rulebook) -> None:
    documents = (headed("a", "Two dead, six hurt", "Seven people were hurt."),)
    head, body = claim("injured=6", "a", 0, at=10), claim("injured=7", "a", 1, at=22)
    assert [f.question.article for f in compare((head, body), (), (), documents, book).findings] == ["a"]


def test_a_weekday_beside_a_day_of_the_calendar_is_no_agreement(book: Rulebook) -> None:
    year, saturday = claim("date=1985", "a", 0), claim("date=Saturday", "a", 1, at=90)
    assert [f.verdict for f in across(book, year, saturday, claim("date=Sunday", "b", 2))] == ["conflicts"]
