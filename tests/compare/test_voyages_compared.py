"""The ends of a voyage are held against each other, and are not where it ended."""

from __future__ import annotations

from articles_checked import findings


def _places(*texts: str) -> list[str]:
    found = findings(*(("2024-03-12", text) for text in texts))
    return [finding.message for finding in found if finding.question.attribute == "place" and finding.level == "warning"]


_FLIGHT = "A helicopter with Colonel Bo Quist, 46, aboard crashed near Mostar on Monday, killing 11 people. "


def test_two_origins_are_a_question() -> None:
    said = _places(_FLIGHT + "The helicopter was flying from Split to Sarajevo.", _FLIGHT + "The helicopter took off from Dubrovnik.")
    assert len(said) == 1 and "Split as the origin" in said[0]


def test_where_it_was_going_is_not_where_it_crashed() -> None:
    assert _places(_FLIGHT + "The helicopter was bound for Sarajevo.", _FLIGHT) == []
