"""Days and times of day as TimeML's ``type``, ``value`` and ``mod`` (TimeML 1.2.1, TIMEX3) and back.

Takes and gives :class:`When` and :class:`Clock`. TIMEX3 has no sets of days: a stretch that is no calendar unit goes
out as the month or year around it with a ``mod``, so only calendar units come back as they went. A year of accounts
("FY2010") comes in as about that year. What ``START``,
``MID`` and ``END`` of a month mean on the way in is the caller's to say (``thirds``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from discrepancy.model.values import Clock, Precision, When
from discrepancy.notation import calendar
from discrepancy.notation.fault import NotationError

PARTS = {"morning": "MO", "noon": "MI", "afternoon": "AF", "evening": "EV", "night": "NI", "daytime": "DT"}
_PARTS_BACK = {code: part for part, code in PARTS.items()}
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_SEASONS_BACK = {code: month for month, code in _SEASONS.items()}
_VALUE = re.compile(
    r"(?P<century>\d\d)(?:XX)?|(?P<decade>\d{3})X?|(?P<year>\d{4})(?:-XX)?(?:-XX)?|FY(?P<fiscal>\d{4})"
    r"|(?P<y>\d{4})-(?:(?P<month>\d\d)(?:-(?P<day>\d\d|XX))?|W(?P<week>\d\d)(?P<we>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|WI))"
)
_TIME = re.compile(r"(?:(?P<h>\d\d)(?::(?P<m>\d\d))?(?::\d\d)?(?P<z>Z)?|(?P<part>[A-Z]{2}))")


@dataclass(frozen=True, slots=True)
class TimeML:
    """TIMEX3's three attributes; ``mod`` is "" where there is none."""

    type: str
    value: str
    mod: str = ""


def to_timeml(when: When, clock: Clock | None = None) -> TimeML:
    """Days, with a time of day where known, as TIMEX3.

    >>> from discrepancy.model.values import day
    >>> to_timeml(day(date(2024, 1, 18), "night"))
    TimeML(type='TIME', value='2024-01-18TNI', mod='')
    """
    value, mod = _stretch(when)
    if when.approx:
        mod = "APPROX"
    if clock is not None:
        zone = "Z" if clock.zone == "UTC" else ""
        return TimeML("TIME", f"{value}T{clock.first // 60:02}:{clock.first % 60:02}{zone}", "APPROX" if clock.approx else mod)
    part = PARTS.get(when.part)
    return TimeML("TIME", f"{value}T{part}", mod) if part else TimeML("DATE", value, mod)


def _stretch(when: When) -> tuple[str, str]:
    first, last = when.first, when.last
    if first is None or last is None:
        known = first or last
        return (str(known), "ON_OR_AFTER" if first else "ON_OR_BEFORE") if known else ("XXXX-XX-XX", "")
    if first == last:
        return str(first), ""
    if when.precision == "season" and first.month in _SEASONS:
        return f"{first.year:04}-{_SEASONS[first.month]}", ""
    unit = calendar.unit(first, last)
    if unit is not None:
        kind, form = unit
        return (form.removesuffix("-XX").removesuffix("XX").removesuffix("X") if kind != "month" else form), ""
    if (first.year, first.month) == (last.year, last.month):
        begin, end = calendar.month(first.year, first.month)
        return f"{first.year:04}-{first.month:02}", _mod(first, last, begin, end)
    if first.year == last.year:
        return f"{first.year:04}", _mod(first, last, *calendar.years(first.year, 1))
    return str(first), "ON_OR_AFTER"


def _mod(first: date, last: date, begin: date, end: date) -> str:
    return "START" if first == begin else "END" if last == end else "MID"


def from_timeml(value: str, mod: str = "", thirds: tuple[int, int] = (10, 20)) -> When | tuple[When, Clock]:
    """Days from TIMEX3, with a time of day where the value has one; raises :class:`NotationError`.

    ``thirds`` are the last days of the first and the middle part of a month, for the mods START, MID and END.

    >>> from_timeml("2024-01", "END").first
    datetime.date(2024, 1, 21)
    """
    head, _, tail = value.partition("T")
    found = _VALUE.fullmatch(head)
    time = _TIME.fullmatch(tail) if tail else None
    if found is None or (tail and time is None):
        raise NotationError(value, 0 if found is None else len(head) + 1, "expected a TIMEX3 value of type DATE or TIME")
    try:
        first, last, precision = _bounds(found)
    except ValueError as fault:
        raise NotationError(value, 0, f"no such day in the calendar ({fault})") from None
    when = _modified(When(first, last, precision, approx=found["fiscal"] is not None), mod, thirds)
    if time is None:
        return when
    if time["part"]:
        part = _PARTS_BACK.get(time["part"])
        if part is None:
            raise NotationError(value, len(head) + 1, f"{time['part']!r} is no part of the day")
        return When(when.first, when.last, when.precision, False, when.approx, part=part)
    minute = int(time["h"]) * 60 + int(time["m"] or 0)
    if minute >= 1440:
        raise NotationError(value, len(head) + 1, "a day has 24 hours")
    return when, Clock(minute, minute, "UTC" if time["z"] else "", mod == "APPROX")


def _bounds(found: re.Match[str]) -> tuple[date, date, Precision]:
    if found["century"]:
        return *calendar.years(int(found["century"]) * 100, 100), "century"
    if found["decade"]:
        return *calendar.years(int(found["decade"]) * 10, 10), "decade"
    if found["fiscal"]:
        return *calendar.years(int(found["fiscal"]), 1), "year"
    if found["year"]:
        return *calendar.years(int(found["year"]), 1), "year"
    year = int(found["y"])
    if found["week"]:
        week = int(found["week"])
        return (*calendar.weekend(year, week), "weekend") if found["we"] else (*calendar.week(year, week), "week")
    if found["quarter"]:
        return *calendar.months(year, 3 * int(found["quarter"]) - 2, 3), "quarter"
    if found["half"]:
        return *calendar.months(year, 6 * int(found["half"]) - 5, 6), "half"
    if found["season"]:
        return *calendar.months(year, _SEASONS_BACK[found["season"]], 3), "season"
    if found["day"] in (None, "XX"):
        return *calendar.month(year, int(found["month"])), "month"
    whole = date(year, int(found["month"]), int(found["day"]))
    return whole, whole, "day"


def _modified(when: When, mod: str, thirds: tuple[int, int]) -> When:
    first, last = when.first, when.last
    if mod in ("ON_OR_AFTER", "AFTER"):
        return When(first, None, "range")
    if mod in ("ON_OR_BEFORE", "BEFORE"):
        return When(None, last, "range")
    if mod == "APPROX":
        return When(first, last, when.precision, approx=True)
    if mod not in ("START", "MID", "END") or first is None or last is None:
        return when
    if when.precision == "month":
        parts = {"START": (1, thirds[0]), "MID": (thirds[0] + 1, thirds[1]), "END": (thirds[1] + 1, last.day)}
        low, high = parts[mod]
        return When(first.replace(day=low), first.replace(day=high), "days")
    days = (last - first).days + 1
    cut = [date.fromordinal(first.toordinal() + days * k // 3) for k in range(4)]
    index = ("START", "MID", "END").index(mod)
    return When(cut[index], date.fromordinal(cut[index + 1].toordinal() - 1), "range")
