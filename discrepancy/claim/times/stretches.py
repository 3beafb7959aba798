"""Calendar arithmetic over stretches of days: the week around a day, three months on, the nearest 5 May.

Takes and gives days and :class:`When`. Knows nothing of text. A year outside 1 to 9999 gives None, never an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from discrepancy.annotate.times.timex import Unit
from discrepancy.model.values import Precision, When, day
from discrepancy.notation import calendar

MONTHS: Mapping[Unit, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
"""How many months a unit of the calendar holds."""


def around(at: date, unit: Unit) -> When | None:
    """The whole unit that holds a day.

    >>> around(date(2024, 1, 18), "month").last
    datetime.date(2024, 1, 31)
    """
    return stretch(at, unit, 0)


def stretch(at: date, unit: Unit, step: int) -> When | None:
    """The unit ``step`` units away from the one that holds ``at``: days, weeks, weekends, months, quarters, years,
    decades.

    The weekend around Monday to Friday is the one behind it.
    """
    try:
        if unit == "week":
            moved = at + timedelta(weeks=step)
            monday = moved - timedelta(days=moved.weekday())
            return When(monday, monday + timedelta(days=6), "week")
        if unit == "weekend":
            saturday = at - timedelta(days=(at.weekday() - 5) % 7) + timedelta(weeks=step)
            return When(saturday, saturday + timedelta(days=1), "weekend")
        if unit in MONTHS:
            size = MONTHS[unit]
            index = (at.year * 12 + at.month - 1) // size * size + step * size
            if index < 12:
                return None
            first, last = calendar.months(index // 12, index % 12 + 1, size)
            return When(first, last, _precision(unit))
        return day(at + timedelta(days=step))
    except (ValueError, OverflowError):
        return None


def _precision(unit: Unit) -> Precision:
    precisions: dict[Unit, Precision] = {
        "month": "month", "quarter": "quarter", "half": "half", "year": "year", "decade": "decade", "century": "century",
    }  # fmt: skip
    return precisions.get(unit, "day")


def season(year: int, month: int) -> When | None:
    """The season that begins with a month (3, 6, 9 or 12) of a year."""
    try:
        return When(*calendar.months(year, month, 3), "season")
    except ValueError:
        return None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The n-th such weekday of a month; 5 is the last."""
    try:
        first, last = calendar.month(year, month)
    except ValueError:
        return None
    day_number = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return day_number if day_number <= last else day_number - timedelta(days=7)


def weekday_near(at: date, weekday: int, way: int, including: bool) -> date:
    """The next (``way`` 1) or last (-1) such weekday; ``including`` allows the day itself.

    >>> weekday_near(date(2024, 1, 18), 1, -1, True)
    datetime.date(2024, 1, 16)
    """
    days = (weekday - at.weekday()) % 7 if way > 0 else (at.weekday() - weekday) % 7
    return at + timedelta(days=way * (days or (0 if including else 7)))


def thirds(when: When, mod: str, cuts: tuple[int, ...], seen_from: date | None) -> When:
    """The part of a stretch that START, MID, END, EARLIER or LATER leave of it.

    Months are cut after the days ``cuts``; years in thirds; decades after three and six years. EARLIER and LATER
    cut at ``seen_from``.
    """
    first, last = when.first, when.last
    if first is None or last is None or first == last:
        return when
    if mod == "APPROX":
        return When(first, last, when.precision, when.extent, True, part=when.part)
    if mod in ("EARLIER", "LATER"):
        if seen_from is None or not first <= seen_from <= last:
            return when
        return When(first, seen_from, "range") if mod == "EARLIER" else When(seen_from, last, "range")
    index = ("START", "MID", "END").index(mod) if mod in ("START", "MID", "END") else None
    if index is None:
        return when
    if when.precision == "month":
        ends = (0, cuts[0], cuts[1], last.day)
        return When(first.replace(day=ends[index] + 1), first.replace(day=ends[index + 1]), "days")
    if when.precision == "decade":
        years = (0, 4, 7, 10)
        return When(date(first.year + years[index], 1, 1), date(first.year + years[index + 1] - 1, 12, 31), "range")
    if when.precision == "year":
        months = (0, 4, 8, 12)
        return When(*calendar.months(first.year, months[index] + 1, 4), "range")
    days = (last - first).days + 1
    cut = [first + timedelta(days=days * k // 3) for k in range(4)]
    return When(cut[index], max(cut[index], cut[index + 1] - timedelta(days=1)), "range")
