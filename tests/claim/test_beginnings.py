"""Years in which things were built, founded, opened and closed."""

from __future__ import annotations

import pytest

import discrepancy
from discrepancy.ingest import inputs_from_records
from tests.claim.reader import BOOK, reading, shown


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The racecourse, once home to the Marl Plate, shut in 2007.", ["date=2007-XX scope=closing of the racecourse"]),
        ("It replaces the infirmary on Mill Street, which was built in 1871.", ["date=1871-XX scope=building of the infirmary"]),
        ("The mine, which employs 640 people, opened in 1958.", ["date=1958-XX scope=opening of the mine"]),
        # Something indefinite may be anything, and what a person opened or built is not that person's year.
        ("A school was built in 1958.", []),
        ("She opened a shop in 1958.", []),
        ("Rovers sold the man who built the ground in 1958.", []),
        # What is to come, and what is told by the day.
        ("The mine opened in 2031.", []),
        ("The mine opened in about 1958.", []),
    ],
)
def test_a_thing_has_the_year_of_its_beginning(text: str, wanted: list[str]) -> None:
    assert [claim for claim in shown(reading(text), "date") if " of the " in claim] == wanted


def findings(*texts: str) -> list[tuple[str, str]]:
    """Level and text of the findings on dates."""
    head = "Ann Rudd and Bo Quist of Halden Estates met councillors in Dorn on Monday. "
    records = [{"doc_id": f"d{n}", "title": "", "text": head + text, "published": "2024-03-05"} for n, text in enumerate(texts)]
    report = discrepancy.check(inputs_from_records(records, BOOK), BOOK)
    return [(f.level, f.question.scope) for f in report.findings if f.question.attribute == "date"]


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("The racecourse closed in 2009.", "The racecourse shut in 2007.", [("warning", "closing of the racecourse")]),
        ("The racecourse closed in 2009.", "The racecourse opened in 1907.", []),
        ("The racecourse closed in 2009.", "The mine closed in 2007.", []),
        ("The racecourse closed in 2009.", "The racecourse closed in 2007. The racecourse closed in 1918.", []),
    ],
)
def test_two_years_of_one_thing_in_one_story_contradict(one: str, other: str, wanted: list[tuple[str, str]]) -> None:
    assert findings(one, other) == wanted
