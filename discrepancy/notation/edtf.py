"""Days in EDTF (ISO 8601-2:2019, level 2) and back.

Takes and gives :class:`When`. EDTF has no weeks, weekends and parts of the day: weeks go out as one of their days,
parts are left out. Uncertain (``?``) and approximate (``~``) dates both come in as ``approx``. Seasons are the northern
hemisphere's, meteorological (spring is March to May).
"""

from __future__ import annotations

import re
from datetime import date

from discrepancy.model.values import Precision, When
from discrepancy.notation import calendar
from discrepancy.notation.fault import NotationError

_DATE = re.compile(r"(\d{2})XX|(\d{3})X|(\d{4})(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?")
_MARKS = re.compile(r"[?~%]")
_SEASON_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}


def to_edtf(when: When) -> str:
    """Days in EDTF.

    >>> to_edtf(When(date(2024, 5, 1), date(2024, 5, 31), "month", approx=True))
    '2024-05~'
    """
    mark = "~" if when.approx else ""
    if when.options:
        return "[" + ",".join(f"{option}{mark}" for option in when.options) + "]"
    first, last = when.first, when.last
    if not when.extent and first is not None and last is not None:
        if first == last:
            return f"{first}{mark}"
        unit = _unit(first, last, when.precision)
        if unit:
            return unit + mark
    begin = f"{first}{mark}" if first else ""
    end = f"{last}{mark}" if last else ""
    return f"{begin or '..'}/{end or '..'}" if when.extent else f"[{begin}..{end}]"


def _unit(first: date, last: date, precision: Precision) -> str:
    unit = calendar.unit(first, last)
    if unit is None or unit[0] != precision:
        for code, month in _SEASON_MONTH.items():
            if precision == "season" and (first, last) == calendar.months(first.year, month, 3):
                return f"{first.year:04}-{code}"
        return ""
    kind, form = unit
    if kind in ("month", "decade", "century"):
        return form
    if kind == "year":
        return f"{first.year:04}"
    if kind == "quarter":
        return f"{first.year:04}-{32 + (first.month + 2) // 3}"
    return f"{first.year:04}-{39 + (first.month + 5) // 6}" if kind == "half" else ""


def from_edtf(text: str) -> When:
    """Days from EDTF; raises :class:`NotationError`.

    >>> from_edtf("2024-01-16/2024-01-18").extent
    True
    """
    approx = bool(_MARKS.search(text))
    plain = _MARKS.sub("", text.strip())
    if plain.startswith("[") and plain.endswith("]"):
        return _one_of(text, plain[1:-1], approx)
    if "/" in plain:
        begin, _, end = plain.partition("/")
        first = None if begin in ("..", "") else _date(text, begin)[0]
        last = None if end in ("..", "") else _date(text, end)[1]
        return When(first, last, _stretch(first, last), True, approx)
    first, last, precision = _date(text, plain)
    return When(first, last, precision, False, approx)


def _one_of(text: str, inner: str, approx: bool) -> When:
    if ".." in inner:
        begin, _, end = inner.partition("..")
        first = _date(text, begin)[0] if begin else None
        last = _date(text, end)[1] if end else None
        return When(first, last, _stretch(first, last), False, approx)
    stretches = [_date(text, one.strip()) for one in inner.split(",")]
    if any(first != last for first, last, _ in stretches):
        raise NotationError(text, 0, "a choice of stretches longer than a day is not supported")
    options = tuple(sorted({first for first, _, _ in stretches}))
    return When(options[0], options[-1], "day", False, approx, options if len(options) > 1 else ())


def _stretch(first: date | None, last: date | None) -> Precision:
    within = first is not None and last is not None and (first.year, first.month) == (last.year, last.month)
    return "days" if within else "range"


def _date(text: str, part: str) -> tuple[date, date, Precision]:
    found = _DATE.fullmatch(part)
    if found is None:
        raise NotationError(text, max(0, text.find(part)), "expected an EDTF date, as in 2024-01-18, 2024-05 or 202X")
    century, decade, year, month, day = found.groups()
    try:
        if century:
            return *calendar.years(int(century) * 100, 100), "century"
        if decade:
            return *calendar.years(int(decade) * 10, 10), "decade"
        if month in (None, "XX"):
            return *calendar.years(int(year), 1), "year"
        number = int(month)
        if number in _SEASON_MONTH:
            return *calendar.months(int(year), _SEASON_MONTH[number], 3), "season"
        if 33 <= number <= 36:
            return *calendar.months(int(year), 3 * (number - 33) + 1, 3), "quarter"
        if number in (40, 41):
            return *calendar.months(int(year), 6 * (number - 40) + 1, 6), "half"
        if day in (None, "XX"):
            return *calendar.month(int(year), number), "month"
        whole = date(int(year), number, int(day))
        return whole, whole, "day"
    except ValueError as fault:
        raise NotationError(text, max(0, text.find(part)), f"no such day in the calendar ({fault})") from None
