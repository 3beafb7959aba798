"""Calendar units as stretches of days: which days a week, month, quarter or decade holds, and which unit a stretch is.

Takes and gives days of the Gregorian calendar; knows nothing of text. Weeks are ISO 8601's, Monday to Sunday; a
weekend is Saturday and Sunday of an ISO week (TimeML's ``-WE``); halves, quarters, decades and centuries begin
in January.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from discrepancy.model.values import Precision

Bounds = tuple[date, date]


def month(year: int, number: int) -> Bounds:
    """First and last day of a month.

    >>> month(2024, 2)[1].day
    29
    """
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])


def months(year: int, first: int, count: int) -> Bounds:
    """First day of a month and last day of the ``count``-th month from it, within or across a year's end."""
    end = first + count - 1
    return date(year, first, 1), month(year + (end - 1) // 12, (end - 1) % 12 + 1)[1]


def week(year: int, number: int) -> Bounds:
    """Monday and Sunday of an ISO week; ValueError when the year has no such week."""
    monday = date.fromisocalendar(year, number, 1)
    return monday, monday + timedelta(days=6)


def weekend(year: int, number: int) -> Bounds:
    """Saturday and Sunday of an ISO week."""
    saturday = date.fromisocalendar(year, number, 6)
    return saturday, saturday + timedelta(days=1)


def years(first: int, count: int) -> Bounds:
    """A run of whole years."""
    return date(first, 1, 1), date(first + count - 1, 12, 31)


def unit(first: date, last: date) -> tuple[Precision, str] | None:
    """The unit that a stretch of days is, with its short form, or None when it is no whole unit.

    A year is written ``2024-XX`` (EDTF level 1: month unspecified), since ``2024`` alone is a number.

    >>> unit(date(2024, 5, 1), date(2024, 5, 31))
    ('month', '2024-05')
    >>> unit(date(2020, 1, 1), date(2029, 12, 31))
    ('decade', '202X')
    """
    year = first.year
    if (first.day, last - first) == (1, month(year, first.month)[1] - first):
        return "month", f"{year:04}-{first.month:02}"
    iso = first.isocalendar()
    if iso.weekday == 1 and (last - first).days == 6 and iso.year >= 1:
        return "week", f"{iso.year:04}-W{iso.week:02}"
    if iso.weekday == 6 and (last - first).days == 1:
        return "weekend", f"{iso.year:04}-W{iso.week:02}-WE"
    if first.day == 1 and first.month in (1, 4, 7, 10) and last == months(year, first.month, 3)[1]:
        return "quarter", f"{year:04}-Q{(first.month + 2) // 3}"
    if first.day == 1 and first.month in (1, 7) and last == months(year, first.month, 6)[1]:
        return "half", f"{year:04}-H{(first.month + 5) // 6}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        if last.year == year:
            return "year", f"{year:04}-XX"
        if year % 10 == 0 and last.year == year + 9:
            return "decade", f"{year // 10:03}X"
        if year % 100 == 0 and last.year == year + 99:
            return "century", f"{year // 100:02}XX"
    return None
