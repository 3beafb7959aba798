"""Resolved expressions as TIMEX3: type, value and calendar interval (TimeML 1.2.1).

Takes an expression and the days it was bound to; gives the strings that TimeML's corpora carry.
"""

from __future__ import annotations

from datetime import date

from discrepancy.annotate.times.timex import Expression, Unit
from discrepancy.model.values import Quantity, When
from discrepancy.notation import to_timeml

_LETTERS: dict[Unit, str] = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "fortnight": "W", "weekend": "WE", "month": "M",
    "quarter": "Q", "half": "H", "season": "M", "year": "Y", "decade": "Y", "century": "Y",
}  # fmt: skip
_TIMES: dict[Unit, int] = {"fortnight": 2, "decade": 10, "century": 100}
NOWHEN = "XXXX-XX-XX"
"""The value of a day that nobody can tell."""
_WEEKDAY_SET = "XXXX-WXX-{}"


def duration(unit: Unit, amount: Quantity | None) -> str:
    """A length as ``P3D``, ``PT5H``, ``PXM`` where the number is not said.

    >>> duration("decade", Quantity(2, 2))
    'P20Y'
    """
    letter = _LETTERS[unit]
    prefix = "PT" if letter[0] == "T" else "P"
    number = "X"
    if amount is not None and not amount.vague and amount.low is not None:
        value = amount.low * _TIMES.get(unit, 1)
        whole, rest = int(value), value - int(value)
        smaller = {"hour": (60, "M"), "minute": (60, "S")}.get(unit, (0, ""))
        if rest and smaller[0]:
            larger = f"{whole}{letter[-1]}" if whole else ""
            return f"{prefix}{larger}{round(rest * smaller[0])}{smaller[1]}"
        number = str(whole if not rest else value)
    return f"{prefix}{number}{letter[-1] if prefix == 'PT' else letter}"


def value_of(expression: Expression, whole: When | None, on: date | None, seen_from: date | None = None) -> str:
    """TIMEX3's ``value``; ``whole`` are the days before "early" or "late" cut them, ``on`` the day a bare time of day
    belongs to; of two days that figures allow (05/06/2024) TIMEX3 has one, the nearer to ``seen_from``."""
    match expression.shape:
        case "reference":
            return expression.value
        case "length":
            return duration(expression.unit, None if expression.value == "vague" else expression.amount)
        case "set":
            return _repeated(expression)
        case "clock":
            return _clock(expression, whole.first if whole else on)
        case _:
            pass
    if whole is None:
        return NOWHEN
    amount = expression.amount
    loose = amount is not None and (amount.vague or amount.low != amount.high)
    if expression.shape == "shift" and expression.anchor == "publication" and loose:
        return "PAST_REF" if expression.step < 0 else "FUTURE_REF"
    if expression.fiscal and expression.value and whole.first is not None:
        return f"{expression.value}{whole.first.year}"
    if whole.options and seen_from is not None:
        return min(whole.options, key=lambda option: abs((option - seen_from).days)).isoformat()
    return to_timeml(When(whole.first, whole.last, whole.precision, whole.extent, part=expression.part)).value


def _repeated(expression: Expression) -> str:
    if expression.value:
        return expression.value
    if expression.weekday is not None:
        return _WEEKDAY_SET.format(expression.weekday + 1)
    return duration(expression.unit, expression.amount)


def _clock(expression: Expression, on: date | None) -> str:
    clock = expression.clock
    if clock is None:
        return NOWHEN
    shown = f"T{clock.first // 60 % 24:02}:{clock.first % 60:02}"
    return f"{on or NOWHEN}{shown}{'Z' if clock.zone == 'UTC' else ''}"


def interval_of(expression: Expression, whole: When | None, on: date | None) -> tuple[date, date] | None:
    """First and last day of the calendar stretch that the value names; None for lengths, sets and references."""
    if expression.shape in ("length", "set", "reference"):
        return None
    if expression.shape == "clock" and whole is None:
        return (on, on) if on else None
    if whole is None or whole.first is None or whole.last is None:
        return None
    return whole.first, whole.last
