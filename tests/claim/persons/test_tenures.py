"""Years in an office, and the year since which a thing had not happened."""

from __future__ import annotations

import pytest

from tests.claim.reader import reading, shown


def _years(text: str) -> list[str]:
    return [line for line in shown(reading(text), "date") if "year as" in line or "last such" in line]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bo Quist, 58, who was foreign minister until 2004, won in Lima on Monday.",
         ["date=2004 entity=Bo Quist scope=last year as foreign minister"]),
        ("In Lima on Monday Bo Quist, mayor of Zenda from 1998 to 2006, was heard.",
         ["date=1998 entity=Bo Quist scope=first year as mayor", "date=2006 entity=Bo Quist scope=last year as mayor"]),
        ("A storm hit Lima on Monday. It was the worst storm in Lima since 1987.", ["date=1987 scope=last such time"]),
        ("A storm hit Lima on Monday. No storm had struck Lima since May 1987.", ["date=1987 scope=last such time"]),
    ],
)  # fmt: skip
def test_years_in_an_office_and_since_the_last_time_are_claimed(text: str, wanted: list[str]) -> None:
    assert sorted(line.replace("-XX", "") for line in _years(text)) == sorted(wanted)


@pytest.mark.parametrize(
    "text",
    [
        "Bo Quist, who met the man who was foreign minister until 2004, won in Lima on Monday.",
        "Bo Quist lived in Lima until 2004, and the foreign minister on Monday praised him.",
        "Bo Quist, foreign minister until 1999, was heard in Lima. Bo Quist was foreign minister until 2004.",
        "A storm hit Lima on Monday. Lima has had a mayor since 1987.",
        "It was the worst storm in Lima since 1987. It was the first storm in May since 1999.",
    ],
)
def test_years_of_others_and_two_years_are_not(text: str) -> None:
    assert _years(text) == []
