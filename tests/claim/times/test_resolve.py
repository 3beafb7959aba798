"""Times bound inside an article: what they count from, what stays open, and what is stated twice."""

from __future__ import annotations

from datetime import date

import pytest

from discrepancy.annotate.times import Timex, spot
from discrepancy.annotate.tokens import sentences
from discrepancy.claim.times.docdate import document_date
from discrepancy.claim.times.eventdate import date_of, dates_at
from discrepancy.claim.times.resolve import rebind, resolve
from discrepancy.claim.times.resolved import ResolvedTime
from discrepancy.claim.times.timexes import timexes
from discrepancy.model.text import Block, Document, Sourced, Span
from discrepancy.model.values import Clock, When, day
from discrepancy.notation import format
from discrepancy.rulebook import rulebook
from tests.costs import assert_linear

RULES = rulebook()


def article(text: str, on: str = "", kind: str = "body") -> Document:
    published = Sourced(day(date.fromisoformat(on)), "test") if on else None
    return Document("d", "d", "", text, (Block("body", Span(0, len(text))),), published=published)


def times(text: str, on: str = "", **asked: object) -> tuple[ResolvedTime, ...]:
    document = article(text, on)
    lines = tuple(sentence.chunked(spot(sentence, RULES)) for sentence in sentences(document, RULES))
    return resolve(document, lines, RULES, **asked)  # type: ignore[arg-type]  # passed through by name


def test_what_an_expression_rests_on_is_kept() -> None:
    text = "The raid came on March 4. Two days after the raid, the army came."
    later = times(text, "2024-03-20")[1]
    assert (format(later.when), later.anchor, later.anchor_text) == ("2024-03-06", "event", "raid")  # type: ignore[arg-type]
    assert later.depends_on is not None
    assert later.depends_on.of(text) == "March 4"


def test_a_year_of_another_date_is_borrowed_only_for_a_day_on_its_weekday() -> None:
    mill = "The mill burned down on April 22, 1923, and was opened again {}."
    assert format(times(mill.format("Saturday, May 5"))[1].when) == "1923-05-05"  # type: ignore[arg-type]
    assert times(mill.format("Thursday, May 5"))[1].when is None


def test_the_event_layer_is_asked_first_and_can_bind_again() -> None:
    text = "The raid came on March 4. Two days after the raid, the army came."
    asked: list[tuple[str, int]] = []

    def told(words: str, sentence: int, timex: Timex) -> tuple[When, str]:
        asked.append((words, sentence))
        return day(date(2024, 3, 1)), "claim-1"

    later = times(text, "2024-03-20", event_date=told)[1]
    assert (format(later.when), later.anchor_text) == ("2024-03-03", "claim-1")  # type: ignore[arg-type]
    assert asked[0] == ("the raid", 1)
    again = rebind(later, day(date(2024, 3, 10)), "claim-2")
    assert (again.timeml, again.anchor_text) == ("2024-03-12", "claim-2")


def test_an_event_that_the_text_does_not_date_dates_nothing() -> None:
    first, later = times("On Jan. 27 shots fell, two days before the minister’s planned visit.", "2024-01-29")
    assert first.when == day(date(2024, 1, 27))
    assert (later.when, bool(later.reason)) == (None, True)


def test_without_publication_nothing_is_made_up() -> None:
    found = times("It fell on Friday. It rose on May 4. It fell again in March 2023.")
    assert [(time.timex.words, time.when is None) for time in found] == [("Friday", True), ("May 4", True), ("March 2023", False)]


def test_a_neighbour_lends_its_year_and_nothing_else() -> None:
    found = times("It fell on Friday. It rose on May 4.", near=date(2024, 5, 9))
    assert [time.when and format(time.when) for time in found] == [None, "2024-05-04"]


def test_the_day_of_writing_from_a_date_beside_this_morning() -> None:
    document = article("Early this morning, January 29, he came. It was signed on 3 January 2024.")
    lines = tuple(sentence.chunked(spot(sentence, RULES)) for sentence in sentences(document, RULES))
    found = document_date(document, lines)
    assert found is not None
    assert found.value == day(date(2024, 1, 29))


@pytest.mark.parametrize(("text", "fits"), [("on Tuesday (Jan 17)", False), ("on Wednesday, January 17", True)])
def test_a_weekday_and_its_date_are_kept_side_by_side(text: str, fits: bool) -> None:
    (found,) = times(f"It fell {text}.", "2024-01-19")
    assert found.together is not None
    assert found.together.weekday_fits is fits


def test_two_clocks_of_one_moment_are_kept_side_by_side() -> None:
    (found,) = times("It was hit at 04:05 local time (0335 GMT).", "2024-01-18")
    assert found.together is not None
    assert (found.together.clock, found.together.other_clock) == (Clock(245, 245, "local"), Clock(215, 215, "UTC"))


def test_a_day_beside_a_verb_of_saying_dates_the_saying() -> None:
    text = "On January 28 the ministry announced that three soldiers were killed."
    document = article(text, "2024-01-29")
    (line,) = (sentence.chunked(spot(sentence, RULES)) for sentence in sentences(document, RULES))
    found = resolve(document, (line,), RULES)
    announced, killed = (line.unit_at(text.index(word)) for word in ("announced", "killed"))
    assert announced is not None
    assert killed is not None
    chosen = date_of(line, announced, found, RULES)
    assert chosen is not None
    assert chosen.time.when == day(date(2024, 1, 28))
    assert date_of(line, killed, found, RULES) is None


def test_event_days_of_a_text() -> None:
    text = "The bridge fell on Monday.\nSix died."
    assert dates_at(text, "2024-01-18", [(11, 15), (31, 35)], RULES) == ["2024-01-15", "2024-01-15"]


def test_timex_records_mark_the_length_alone_where_an_event_follows() -> None:
    found = timexes("It fell on March 4. Two days after the fall, it rose.", "2024-03-20", RULES)
    assert [(record["text"], record["type"], record["value"]) for record in found] == [
        ("March 4", "DATE", "2024-03-04"),
        ("Two days", "DURATION", "P2D"),
    ]


def test_timex_records_mark_two_readings_of_a_clock_apart() -> None:
    found = timexes("It closed at 4:30 p.m. BST (15:30 UTC).", "2008-10-16", RULES)
    assert [(record["text"], record["value"]) for record in found] == [
        ("4:30 p.m. BST", "2008-10-16T16:30"),
        ("15:30 UTC", "2008-10-16T15:30Z"),
    ]


def test_timex_writes_a_year_of_accounts_as_such() -> None:
    (found,) = timexes("Sales rose in fiscal year 2009.", "2010-10-16", RULES)
    assert found["value"] == "FY2009"


def test_a_headline_has_the_day_of_what_it_heads_and_an_aside_its_own() -> None:
    text = "Works bought by rival\nThe works, begun two years ago, were bought on Monday by a rival."
    spans = [(text.index("bought"), text.index("bought") + 6), (text.rindex("bought"), text.rindex("bought") + 6)]
    assert dates_at(text, "2024-01-18", spans, RULES) == ["2024-01-15", "2024-01-15"]


@pytest.mark.parametrize(
    "piece",
    ["Two days after the strike it rained. ", "A day later, it rained. ", "At 5 p.m. it rained. ", "2012 ", "two days after ",
     "on the 24th, ", "Eid al-Fitr ",
     "On Monday at 5 p.m. it fell. Two days after the storm it rose. A day later it fell again. "],
)  # fmt: skip
def test_hostile_text_is_bound_in_linear_time(piece: str) -> None:
    assert_linear(lambda text: timexes(text, "2024-01-18", RULES), piece * (48_000 // len(piece)))
