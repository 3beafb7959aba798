"""Days of the Iranian and the Islamic calendar as days of the Gregorian one.

The only home of ``dateparser`` and of the calendars it brings (convertdate's arithmetic Solar Hijri, hijridate's
Umm al-Qura). They are loaded when the first such date is met: five ordinary articles never pay for them.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

from discrepancy.annotate.times.timex import Expression
from discrepancy.model.values import When


@cache
def _converters() -> tuple[Any, Any]:
    """The calendars behind dateparser's own, one for the Iranian year and one for the Islamic."""
    from dateparser.calendars.hijri_parser import hijri_parser
    from dateparser.calendars.jalali_parser import jalali_parser

    return jalali_parser.calendar_converter, hijri_parser.calendar_converter


def gregorian(expression: Expression) -> When | None:
    """The days that a date of another calendar names; None for a day that its calendar lacks.

    Islamic months begin with a sighting of the moon, so their days are about (±1).

    >>> gregorian(Expression("date", year=1402, month=10, day=27, calendar="persian")).first
    datetime.date(2024, 1, 17)
    """
    year, month = expression.year, expression.month
    if year is None:
        return None
    if expression.day is not None and month is not None:
        found = _day(expression.calendar, year, month, expression.day)
        return None if found is None else When(found, found, "day", approx=expression.calendar == "islamic")
    first = _day(expression.calendar, year, month or 1, 1)
    after = _day(expression.calendar, year + (month in (12, None)), 1 if month in (12, None) else (month or 0) + 1, 1)
    if first is None or after is None:
        return None
    return When(first, after - timedelta(days=1), "range", approx=expression.calendar == "islamic")


def _day(system: str, year: int, month: int, number: int) -> date | None:
    persian, islamic = _converters()
    converter = islamic if system == "islamic" else persian
    try:
        found = date(*converter.to_gregorian(year, month, number))
        return found if tuple(converter.from_gregorian(found.year, found.month, found.day)) == (year, month, number) else None
    except (ValueError, IndexError, OverflowError):
        return None
