"""Days of other calendars, and feasts that move, as days of the Gregorian calendar.

The only home of ``dateparser`` and of the calendars it brings (convertdate's arithmetic Solar Hijri and Hebrew years
and its Easter, hijridate's Umm al-Qura). They are loaded when the first such date is met: five ordinary articles
never pay for them.
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


@cache
def feast(meaning: str, year: int) -> When | None:
    """The day of a feast in a Gregorian year, the first of two; None where that year has none.

    ``meaning`` names what gives the day, then the days away from it, a range of them for what lasts:
    ``easter -2`` (Good Friday), ``orthodox 0``, ``islamic 10-1 0`` (1 Shawwal, about: a sighting of the moon decides),
    ``hebrew 7-10 0``, ``persian 1-1 0``.

    >>> feast("easter -2", 2024).first, feast("islamic 10-1 0", 2024).first
    (datetime.date(2024, 3, 29), datetime.date(2024, 4, 10))
    """
    system, *on, away = meaning.split()
    low, _, high = away.partition("..")
    month, _, number = (on[0] if on else "").partition("-")
    for at in _feasts(system, int(month or 0), int(number or 0), year):
        first, last = at + timedelta(days=int(low)), at + timedelta(days=int(high or low))
        if first.year == year:
            return When(first, last, "day" if first == last else "range", approx=system == "islamic")
    return None


def _feasts(system: str, month: int, number: int, year: int) -> list[date]:
    """Days of another calendar that may fall in a Gregorian year, in order."""
    from convertdate import hebrew, holidays  # type: ignore[import-untyped]

    if system in ("easter", "orthodox"):
        return [date(*holidays.easter(year, "western" if system == "easter" else "orthodox"))]
    if system == "hebrew":
        return [date(*hebrew.to_gregorian(year + 3760 + more, month, number)) for more in (0, 1)]
    # an Islamic year is 354 or 355 days long, and its first began in 622; an Iranian one has our length
    first = (year - 622) * 33 // 32 if system == "islamic" else year - 622
    found = (_day(system, first + more, month, number) for more in (-1, 0, 1, 2))
    return [at for at in found if at is not None and at.year == year]


def _day(system: str, year: int, month: int, number: int) -> date | None:
    persian, islamic = _converters()
    converter = islamic if system == "islamic" else persian
    try:
        found = date(*converter.to_gregorian(year, month, number))
        return found if tuple(converter.from_gregorian(found.year, found.month, found.day)) == (year, month, number) else None
    except (ValueError, IndexError, OverflowError):
        return None
