"""So many units before or after an anchor.

Takes a ``shift`` expression and the days it counts from; gives days. How sure the result is follows the wording:
days are exact, weeks are about a day, months about a month, years about a year; hours may pass midnight.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from discrepancy.annotate.times.timex import Expression, Unit
from discrepancy.claim.times import stretches
from discrepancy.model.values import Quantity, When

_DAYS: dict[Unit, int] = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}
_FAR = 40_000
"""No news counts more days than a century holds; larger numbers are misread."""


def shift(expression: Expression, base: When | None) -> When | None:
    """The days of a shift from ``base``, or None when the base is unknown."""
    amount, step = expression.amount, expression.step
    if base is None or base.first is None or base.last is None or amount is None:
        return None
    if expression.unit in ("second", "minute", "hour"):
        return _hours(expression, amount, base)
    if expression.unit in _DAYS:
        return _days(expression, amount, base, step)
    return _months(expression, amount, base, step)


def _hours(expression: Expression, amount: Quantity, base: When) -> When | None:
    """Minutes stay in the day; hours may reach the next; a day's worth of hours and more is about so many days."""
    if expression.unit != "hour" or (amount.high is not None and amount.high < 1):
        return base
    if amount.vague or amount.low is None or amount.low < 24 or expression.mod.startswith(("LESS", "EQUAL_OR_LESS")):
        reach = -(-int(amount.high or amount.low or 1) // 24) if not amount.vague else 1
        return _stretch(base, 0, reach, expression.step, approx=False)
    days = round(amount.low / 24)
    return _stretch(base, days, days, expression.step, approx=True)


def _days(expression: Expression, amount: Quantity, base: When, step: int) -> When | None:
    size = _DAYS[expression.unit]
    low = None if amount.low is None else round(amount.low * size)
    high = None if amount.high is None else round(amount.high * size)
    if (low or 0) > _FAR or (high or 0) > _FAR:
        return None
    mod = expression.mod
    if mod in ("LESS_THAN", "EQUAL_OR_LESS"):
        return _stretch(base, 0, high, step, approx=False)
    if mod in ("MORE_THAN", "EQUAL_OR_MORE"):
        return _stretch(base, low, None, step, approx=False)
    approx = (size > 1 and not amount.vague) or mod == "APPROX"
    if size > 1 and expression.anchor == "publication" and low is not None and low == high and expression.unit != "weekend":
        at = _moved(base.first, low * step)
        week = stretches.around(at, "week") if at else None
        return replace(week, approx=True) if week else None
    if low == high and base.first == base.last and low is not None:
        at = _moved(base.first, low * step)
        return When(at, at, "day", approx=approx or base.approx) if at else None
    return _stretch(base, low, high, step, approx=approx)


def _stretch(base: When, low: int | None, high: int | None, step: int, *, approx: bool) -> When | None:
    """From ``low`` to ``high`` days away from the base; None leaves the far end open."""
    near = base.first if step > 0 else base.last
    far = base.last if step > 0 else base.first
    one = _moved(near, (low or 0) * step)
    two = _moved(far, high * step) if high is not None else None
    if one is None or (high is not None and two is None):
        return None
    first, last = (one, two) if step > 0 else (two, one)
    if first is not None and first == last:
        return When(first, last, "day", approx=approx or base.approx)
    within = first is not None and last is not None and (first.year, first.month) == (last.year, last.month)
    return When(first, last, "days" if within else "range", approx=approx or base.approx)


def _months(expression: Expression, amount: Quantity, base: When, step: int) -> When | None:
    """Months, years and longer: about such a month, or such a year; a base of months keeps its months."""
    size = stretches.MONTHS[expression.unit]
    if amount.low is None or amount.low * size > 12 * 9000:
        return None
    low = round(amount.low * size)
    high = None if amount.high is None else round(amount.high * size)
    fine = base.precision in ("month", "quarter") and size >= 12
    unit: Unit = ("quarter" if base.precision == "quarter" else "month") if fine or size < 12 or low % 12 else "year"
    if base.first is None:
        return None
    one = _month(base.first, low * step, unit)
    two = one if high == low else None if high is None else _month(base.first, high * step, unit)
    if one is None:
        return None
    if expression.mod in ("LESS_THAN", "EQUAL_OR_LESS"):
        return When(base.first, one.last, "range") if step > 0 else When(one.first, base.last, "range")
    if expression.mod in ("MORE_THAN", "EQUAL_OR_MORE"):
        return When(one.first, None, "range") if step > 0 else When(None, one.last, "range")
    if two is not None and two.first == one.first:
        return replace(one, approx=True)
    first, last = (one, two) if step > 0 else (two, one)
    return When(first.first if first else None, last.last if last else None, "range", approx=not amount.vague)


def _month(at: date, months: int, unit: Unit) -> When | None:
    moved = stretches.stretch(at, "month", months)
    return stretches.around(moved.first, unit) if moved and moved.first else None


def _moved(at: date | None, days: int) -> date | None:
    try:
        return at + timedelta(days=days) if at else None
    except OverflowError:
        return None
