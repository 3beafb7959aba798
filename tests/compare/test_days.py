"""What ties two articles to one happening before their days and tolls are held against each other."""

from __future__ import annotations

import pytest

import discrepancy
from discrepancy.ingest import inputs_from_records
from discrepancy.model.findings import Finding
from discrepancy.rulebook import rulebook

BOOK = rulebook()


def found(*articles: tuple[str, str]) -> dict[str, Finding]:
    """The findings of two articles, each with its day, by their row and attribute."""
    records = [{"doc_id": f"d{at}", "text": text, "published": day} for at, (day, text) in enumerate(articles)]
    report = discrepancy.check(inputs_from_records(records, BOOK), BOOK)
    return {f"{finding.rule} {finding.question.attribute}": finding for finding in report.findings if finding.level != "note"}


MONDAY = ("2024-03-04", "Shells hit the market of Alton, Texas, on Monday, killing {} people and wounding 9, the mayor said.")
THURSDAY = ("2024-03-07", "Shells hit the market of Alton, Texas, on Thursday, killing {} people and wounding {}, the mayor said.")


def test_two_issues_that_each_tell_of_their_own_day_are_held_against_each_other_in_nothing() -> None:
    assert found((MONDAY[0], MONDAY[1].format(12)), (THURSDAY[0], THURSDAY[1].format(14, 17))) == {}


def test_a_toll_in_both_makes_two_days_one_happening() -> None:
    assert "decide.conflicts date" in found((MONDAY[0], MONDAY[1].format(12)), (THURSDAY[0], THURSDAY[1].format(12, 9)))


BRIDGE = "A bridge collapsed in Alton, Texas, on {}, killing {} workers, police said. {}"


@pytest.mark.parametrize(("days", "dead", "more", "held"), [
    (("March 4", "March 5"), (3, 8), "", False),
    (("March 4", "March 5"), (3, 3), "", True),
    (("March 4", "March 5"), (3, 8), "Ann Holm, 31, saw it fall.", True),
])  # fmt: skip
def test_two_days_are_a_conflict_where_a_toll_or_a_person_stands_in_both(
    days: tuple[str, str], dead: tuple[int, int], more: str, held: bool
) -> None:
    articles = [("2024-03-06", BRIDGE.format(f"{day}, 2024", number, more)) for day, number in zip(days, dead, strict=True)]
    assert ("decide.conflicts date" in found(*articles)) == held


@pytest.mark.parametrize(
    ("dead", "more", "held"), [((4, 21), "", False), ((4, 7), "", True), ((4, 21), "Ann Holm, 31, saw it fall.", True)]
)
def test_a_toll_many_times_another_wants_something_that_stands_in_both(dead: tuple[int, int], more: str, held: bool) -> None:
    articles = [("2024-03-06", BRIDGE.format("Monday", number, more)) for number in dead]
    assert ("decide.conflicts killed" in found(*articles)) == held


def test_the_one_who_did_it_is_no_other_name_for_who_was_killed() -> None:
    first = ("2024-03-06", "A shooting at a bar in Alton, Texas, on Monday left a woman dead. Officers came within minutes.")
    second = ("2024-03-06", "A shooting at a bar in Alton, Texas, on Monday was the third of the month. The gunman died, police said.")
    assert not any("victims" in key for key in found(first, second))


@pytest.mark.parametrize(
    ("when", "held"), [("overnight", False), ("on March 5", True)], ids=["counted from the issue, beside a house number", "with a date"]
)
def test_a_day_counted_from_the_issue_is_told_by_words_whatever_else_has_digits(when: str, held: bool) -> None:
    first = "Ann Holm, 31, was shot inside a home in the 8600 block of Elm Street in Alton, Texas, on March 3, police said."
    later = f"Ann Holm, 31, was shot inside a home in the 8600 block of Elm Street in Alton, Texas, {when}, police said."
    assert ("decide.conflicts date" in found(("2024-03-04", first), ("2024-03-05", later))) == held
