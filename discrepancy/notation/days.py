"""Days and times of day as text and back.

Takes and gives :class:`When` and :class:`Clock`. Knows the written form only; what "late January" means is said
elsewhere.

=========================== =====================================================
``2024-01-18``              a day
``2024-01-18Tnight``        a part of it; more than one word is quoted
``2024-05`` ``2024-XX``     some day of May; of the year (``2024`` alone is a number)
``2024-W03`` ``2024-W03-WE`` of a week, of its weekend
``2024-Q1`` ``2024-H1`` ``202X`` ``20XX``  of a quarter, half, decade, century
``[2024-01-21..2024-01-31]`` one of these days; ``[2024-01-21..]`` ``[..2024-01-21]`` open
``[2024-05-06,2024-06-05]`` one of two
``2024-01-16/2024-01-18``   all of these days; ``..`` for an open end
``~2024-02-06``             about
``[…]:season``              the precision, where the form alone does not tell it
``04:05[Asia/Tehran]`` ``03:35Z`` ``~01:22[local]``  times of day
``13:00..13:30`` ``23:30..24:30`` from one to the other; an hour of 24 or more is of the next day
=========================== =====================================================
"""

from __future__ import annotations

import re
from datetime import date
from typing import get_args

from discrepancy.model.values import Clock, Precision, When
from discrepancy.notation import calendar
from discrepancy.notation.fault import NotationError
from discrepancy.notation.quoting import quote, unquote

_DAY = r"\d{4}-\d{2}-\d{2}"
_WHEN = re.compile(
    rf"""(?P<approx>~?)
    (?: \[ (?P<from>{_DAY})?\.\.(?P<to>{_DAY})? \]
      | \[ (?P<options>{_DAY}(?:\s*,\s*{_DAY})+) \]
      | (?P<begin>{_DAY}|\.\.) / (?P<end>{_DAY}|\.\.)
      | (?P<day>{_DAY}) | (?P<month>\d{{4}}-\d{{2}}) | (?P<year>\d{{4}})-XX
      | (?P<week>\d{{4}}-W\d{{2}}) (?P<weekend>-WE)? | (?P<quarter>\d{{4}}-Q[1-4]) | (?P<half>\d{{4}}-H[12])
      | (?P<decade>\d{{3}})X | (?P<century>\d{{2}})XX )
    (?: : (?P<precision>[a-z]+) )?
    (?: T (?P<part>[a-z][a-z-]* | '(?:[^'\\]|\\.)*') )?""",
    re.VERBOSE,
)
_CLOCK = re.compile(
    r"(?P<approx>~?)(?P<h1>\d{1,2}):(?P<m1>[0-5]\d)(?:\.\.(?P<h2>\d{1,2}):(?P<m2>[0-5]\d))?(?:(?P<utc>Z)|\[(?P<zone>[^\[\]]+)\])?"
)
_PART = re.compile(r"[a-z][a-z-]*")
CLOCK_START = re.compile(r"~?\d{1,2}:\d")
WHEN_START = re.compile(r"~?(?:\[|\.\./|\d{4}-(?:\d\d|X|W|Q|H)|\d{3}X|\d\dXX)")


def format_when(when: When) -> str:
    """Days in notation.

    >>> from discrepancy.model.values import between
    >>> format_when(between(date(2024, 5, 1), date(2024, 5, 31), "month"))
    '2024-05'
    """
    form, implied = _form(when)
    precision = "" if implied == when.precision else f":{when.precision}"
    part = "" if not when.part else "T" + (when.part if _PART.fullmatch(when.part) else quote(when.part, "'"))
    return f"{'~' if when.approx else ''}{form}{precision}{part}"


def _form(when: When) -> tuple[str, Precision]:
    """The days themselves, and the precision that a reader takes from the form."""
    if when.options:
        return f"[{','.join(map(str, when.options))}]", "day"
    first, last = when.first, when.last
    stretch: Precision = "range"
    if first is not None and last is not None:
        if (first.year, first.month) == (last.year, last.month):
            stretch = "days"
        if not when.extent:
            if first == last and when.precision == "day":
                return str(first), "day"
            unit = calendar.unit(first, last)
            if unit is not None and unit[0] == when.precision:
                return unit[1], unit[0]
    ends = ("" if first is None else str(first), "" if last is None else str(last))
    return (f"{ends[0] or '..'}/{ends[1] or '..'}" if when.extent else f"[{ends[0]}..{ends[1]}]"), stretch


def parse_when(text: str, offset: int = 0) -> When:
    """Days from notation; raises :class:`NotationError`.

    >>> parse_when("[2024-01-21..2024-01-31]").precision
    'days'
    """
    found = _WHEN.fullmatch(text)
    if found is None:
        partial = _WHEN.match(text)
        raise NotationError(text, offset + (partial.end() if partial else 0), "expected days, as in 2024-01-18 or [a..b]")
    try:
        first, last, precision, options = _bounds(found)
    except ValueError as fault:
        raise NotationError(text, offset, f"no such day in the calendar ({fault})") from None
    if first is not None and last is not None and first > last:
        raise NotationError(text, offset, "the first day stands after the last")
    stated = found["precision"]
    if stated is not None:
        if stated not in get_args(Precision):
            raise NotationError(text, offset + found.start("precision"), f"{stated!r} is no precision")
        precision = next(known for known in get_args(Precision) if known == stated)
    part = found["part"] or ""
    if part.startswith("'"):
        part = unquote(part)
    return When(first, last, precision, found["begin"] is not None, bool(found["approx"]), options, part)


def _bounds(found: re.Match[str]) -> tuple[date | None, date | None, Precision, tuple[date, ...]]:
    def day(group: str) -> date | None:
        text = found[group]
        return date.fromisoformat(text) if text and text != ".." else None

    if found["options"]:
        options = tuple(sorted({date.fromisoformat(one.strip()) for one in found["options"].split(",")}))
        return options[0], options[-1], "day", options
    if found["day"]:
        return day("day"), day("day"), "day", ()
    if found["month"]:
        return *calendar.month(int(found["month"][:4]), int(found["month"][5:])), "month", ()
    if found["year"]:
        return *calendar.years(int(found["year"]), 1), "year", ()
    if found["week"]:
        year, number = int(found["week"][:4]), int(found["week"][6:])
        if found["weekend"]:
            return *calendar.weekend(year, number), "weekend", ()
        return *calendar.week(year, number), "week", ()
    if found["quarter"]:
        return *calendar.months(int(found["quarter"][:4]), 3 * int(found["quarter"][6]) - 2, 3), "quarter", ()
    if found["half"]:
        return *calendar.months(int(found["half"][:4]), 6 * int(found["half"][6]) - 5, 6), "half", ()
    if found["decade"]:
        return *calendar.years(int(found["decade"]) * 10, 10), "decade", ()
    if found["century"]:
        return *calendar.years(int(found["century"]) * 100, 100), "century", ()
    extent = found["begin"] is not None
    first, last = (day("begin"), day("end")) if extent else (day("from"), day("to"))
    within = first is not None and last is not None and (first.year, first.month) == (last.year, last.month)
    return first, last, "days" if within else "range", ()


def format_clock(clock: Clock) -> str:
    """A time of day in notation.

    >>> format_clock(Clock(245, 245, "Asia/Tehran"))
    '04:05[Asia/Tehran]'
    """
    ends = f"{clock.first // 60:02}:{clock.first % 60:02}"
    if clock.last != clock.first:
        ends += f"..{clock.last // 60:02}:{clock.last % 60:02}"
    zone = "Z" if clock.zone == "UTC" else f"[{clock.zone}]" if clock.zone else ""
    return f"{'~' if clock.approx else ''}{ends}{zone}"


def parse_clock(text: str, offset: int = 0) -> Clock:
    """A time of day from notation; raises :class:`NotationError`.

    >>> parse_clock("03:35Z")
    Clock(first=215, last=215, zone='UTC', approx=False)
    """
    found = _CLOCK.fullmatch(text)
    if found is None:
        partial = _CLOCK.match(text)
        raise NotationError(text, offset + (partial.end() if partial else 0), "expected a time of day, as in 04:05 or 03:35Z")
    first = int(found["h1"]) * 60 + int(found["m1"])
    last = int(found["h2"]) * 60 + int(found["m2"]) if found["h2"] else first
    if first >= 1440 or last >= 2 * 1440:
        raise NotationError(text, offset + found.start("h1" if first >= 1440 else "h2"), "a day has 24 hours")
    if last < first:
        raise NotationError(text, offset, "the first time stands after the last; an hour past midnight is written 24:30")
    return Clock(first, last, "UTC" if found["utc"] else found["zone"] or "", bool(found["approx"]))
