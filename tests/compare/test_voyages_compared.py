"""The ends of a voyage are held against each other, and are not where it ended."""

from __future__ import annotations

from discrepancy import check, rulebook
from discrepancy.ingest import inputs_from_records


def _places(*texts: str) -> list[str]:
    records = [{"doc_id": f"d{number}", "text": text, "published": "2024-03-12"} for number, text in enumerate(texts)]
    report = check(inputs_from_records(records, rulebook()), rulebook())
    return [finding.message for finding in report.findings if finding.question.attribute == "place" and finding.level == "warning"]


_FLIGHT = "A helicopter with Colonel Bo Quist, 46, aboard crashed near Mostar on Monday, killing 11 people. "


def test_two_origins_are_a_question() -> None:
    said = _places(_FLIGHT + "The helicopter was flying from Split to Sarajevo.", _FLIGHT + "The helicopter took off from Dubrovnik.")
    assert len(said) == 1 and "Split as the origin" in said[0]


def test_where_it_was_going_is_not_where_it_crashed() -> None:
    assert _places(_FLIGHT + "The helicopter was bound for Sarajevo.", _FLIGHT) == []
