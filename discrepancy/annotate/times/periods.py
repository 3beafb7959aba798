"""Readers of quarters, halves, seasons, decades, centuries and fiscal years.

Take what a pattern caught; give an expression of shape ``date``, or None where the words name no such stretch.
"""

from __future__ import annotations

import re

from discrepancy.annotate.times.caught import Caught, Reading
from discrepancy.annotate.times.dates import year_beside, year_of
from discrepancy.annotate.times.timex import Expression, Unit


def read_fiscal(caught: Caught) -> Reading | None:
    """A year of accounts: "fiscal 1998", and in so many words "fiscal year 1998", "FY2010", which TIMEX3 writes apart."""
    year = year_of(caught)
    if year is None:
        return None
    year += 2000 if year < 100 else 0
    return Reading("DATE", Expression("date", "absolute", "year", year, fiscal=True, value=caught.words("written")))


def read_quarter(caught: Caught) -> Reading | None:
    """Quarters: "the first quarter of 2023", "third-quarter", "Q1"."""
    named = caught.words("quarter")
    if caught.has("month"):
        month = caught.number("month", "month") or 0
        return None if month % 3 else _numbered(caught, "quarter", month // 3)
    number = caught.number("quarter") if named else caught.number("number", "ordinal")
    return None if number is None or not 1 <= number <= 4 else _numbered(caught, "quarter", number)


def read_half(caught: Caught) -> Reading | None:
    """Halves of a year, and of a month."""
    number = 1 if caught.words("number").lower() in ("first", "h1", "1h") else 2
    if caught.has("month"):
        month = caught.number("month", "month")
        return Reading("DATE", Expression("date", "publication", "half", year_of(caught), month, number=number)) if month else None
    return _numbered(caught, "half", number)


def read_season(caught: Caught) -> Reading | None:
    """Seasons, by their first month."""
    month = caught.meaning("season", "season")
    step = caught.meaning("direction", "back", "this", "on")
    if month is None:
        return None
    read = _numbered(caught, "season", int(month))
    if step is None or read.expression is None:
        return read
    return Reading("DATE", Expression("date", "publication", "season", number=int(month), step=int(step), value="stepped"))


def _numbered(caught: Caught, unit: Unit, number: int) -> Reading:
    year = year_of(caught)
    return Reading("DATE", Expression("date", "absolute" if year else "publication", unit, year, number=number, date=year_beside(caught)))


def read_decade(caught: Caught) -> Reading | None:
    """Decades: "the 1980s", "the '80s", "the nineties"."""
    spelled = caught.meaning("decade", "decade.word")
    found = re.fullmatch(r"(?:the\s+)?([’'`]?)(\d{4}|\d{2})\s?s", caught.words(), re.I)
    if spelled is None and found is None:
        return None
    figures = found[2] if found else str(spelled)
    if len(figures) == 4:
        year = int(figures)
    elif spelled is None and found and not found[1]:
        return None
    else:
        year = 1900 + int(figures) if int(figures) >= 20 else 2000 + int(figures)
    return Reading("DATE", Expression("date", "absolute", "decade", year - year % 10)) if 1000 <= year <= 2199 and year % 10 == 0 else None


def read_century(caught: Caught) -> Reading | None:
    """Centuries: "the 19th century"."""
    words = caught.words("number")
    number = caught.number("number") if words[:1].isdigit() else _ordinal(caught, words)
    return Reading("DATE", Expression("date", "absolute", "century", (number - 1) * 100)) if number and 5 <= number <= 22 else None


def _ordinal(caught: Caught, words: str) -> int | None:
    tens, _, ones = words.rpartition("-")
    base = caught.meanings.count(tens) if tens else None
    ordinal = caught.meanings.of("ordinal", ones)
    return (int(base.low or 0) if base else 0) + int(ordinal) if ordinal else None
