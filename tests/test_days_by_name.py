"""Articles without a date, the whole way: days that they tell by name alone are set beside each other."""

from __future__ import annotations

import pytest

from discrepancy import check, rulebook
from discrepancy.ingest import inputs_from_records
from discrepancy.model.findings import Report
from discrepancy.model.values import terms
from discrepancy.report.sheet import claims_from_csv

RULES = rulebook()


def checked(*texts: str) -> Report:
    return check(inputs_from_records([{"doc_id": f"d{number}", "text": text} for number, text in enumerate(texts)], RULES), RULES)


def verdicts(report: Report) -> list[tuple[str, str]]:
    return [(finding.verdict, finding.question.attribute) for finding in report.findings]


FIRST = "Gunmen killed nine people in a market in Maris on {}, police said."


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("Saturday", "Sunday", [("conflicts", "date")]),
        ("Saturday", "Saturday morning", []),
        ("Saturday night", "Sunday", []),
        ("19 November", "18 November", [("conflicts", "date")]),
        ("Saturday", "19 November", []),
    ],
)
def test_days_known_by_name(one: str, other: str, wanted: list[tuple[str, str]]) -> None:
    assert verdicts(checked(FIRST.format(one), FIRST.format(other))) == wanted


def test_two_quakes_of_two_days_stay_two() -> None:
    report = checked(
        "A 5.6 magnitude earthquake shook the town of Maris on Sunday and hurt five people.",
        "A 5.2 magnitude earthquake shook Maris and hurt three people. Monday's earthquake was the second one in two days. "
        "Earlier on Sunday a 5.6 quake was felt in the town of Maris.",
    )
    assert verdicts(report) == []


def test_the_claims_table_gives_them_back() -> None:
    table = checked(FIRST.format("Saturday night")).claims_frame().to_csv(index=False)
    days = [claim.value for claim in claims_from_csv(table).claims if claim.attribute == "date"]
    assert days == [terms("Saturday night")]
