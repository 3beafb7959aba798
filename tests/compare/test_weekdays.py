"""A weekday and a date are held together only where they are printed as one expression."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claim_making import claim

from discrepancy.compare import compare
from discrepancy.rulebook import Rulebook


def failed(words: str, day: str, book: Rulebook) -> bool:
    made = claim(f"date={day}")
    made = replace(made, evidence=replace(made.evidence, exact=words))
    return any(finding.level == "error" for finding in compare((made,), (), (), (), book).findings)


@pytest.mark.parametrize(
    "words",
    ["on Tuesday (Jan 17)", "on Tuesday, 17 January", "Tuesday the 17th of January", "on 17 January 2024 (Tuesday)", "Tuesday, Jan. 17"],
)
def test_one_expression_that_the_calendar_refutes(words: str, book: Rulebook) -> None:
    assert failed(words, "2024-01-17", book)  # a Wednesday


@pytest.mark.parametrize(
    "words",
    [
        "on Wednesday (Jan 17)",
        "Date of publication 17 January 2024 A mill burned on Tuesday",
        "Tuesday was the worst day since the Jan. 17 flood",
        "on Tuesday, after the 17 January vote",
    ],
)
def test_what_is_no_expression_of_both_is_not_checked(words: str, book: Rulebook) -> None:
    assert not failed(words, "2024-01-17", book)
