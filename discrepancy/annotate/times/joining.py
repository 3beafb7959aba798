"""Readers of a second pass: expressions that two others make together."""

from __future__ import annotations

from dataclasses import replace

from discrepancy.annotate.times.caught import Caught, Reading
from discrepancy.annotate.times.clocks import in_half
from discrepancy.annotate.times.timex import Expression, Timex

_RANGED = frozenset(("date", "weekday", "running"))


def read_range(caught: Caught) -> Reading | None:
    """From one day, month or year to another; "16 to 18 January" lends the month to the bare number."""
    first, last = _expression(caught, "first"), _expression(caught, "last")
    if first is None and last is not None and caught.has("firstday"):
        first = _lent(last, caught.number("firstday"))
        ordered = first is not None and (first.day or 0) < (last.day or 0)
    elif last is None and first is not None and caught.has("lastday"):
        last = _lent(first, caught.number("lastday"))
        ordered = last is not None and (first.day or 0) < (last.day or 0)
    else:
        # "Monday and Tuesday" are two days; only "between" makes a stretch of them
        words = caught.words().lower()
        ordered = not (" and " in words and not words.startswith("between"))
    if first is None or last is None or not ordered or first.shape not in _RANGED or last.shape not in _RANGED:
        return None
    if first.unit != last.unit or first.part or last.part:
        return None
    if last.year and not first.year and first.shape == "date":
        first = replace(first, year=last.year, anchor="absolute")
    return Reading("DATE", Expression("range", first.anchor, first.unit, first=first, last=last))


def _lent(full: Expression, day: int | None) -> Expression | None:
    if full.shape != "date" or full.day is None or day is None or full.calendar != "gregorian":
        return None
    return replace(full, day=day, weekday=None)


def _expression(caught: Caught, name: str) -> Expression | None:
    value = caught.value(name)
    return value.expression if isinstance(value, Timex) else None


def read_join(caught: Caught) -> Reading | None:
    """A time or a part of the day with its day, or one day named twice ("yesterday, June 19")."""
    day = _expression(caught, "day")
    if day is None or day.shape not in ("date", "weekday", "running") or day.unit not in ("day",):
        return None
    if caught.has("week"):
        return None if day.part else Reading("DATE", Expression("running", day.anchor, "week", date=day))
    clock = _expression(caught, "clock")
    if clock is not None:
        value = caught.value("clock")
        if clock.shape != "clock" or clock.date is not None or clock.clock is None:
            return None
        at = in_half(clock.clock, caught.words("clock"), day.part)
        if at is None:
            return None
        whole = replace(clock, clock=at, date=replace(day, part=""), anchor=day.anchor)
        return Reading("TIME", whole, value.unresolved if isinstance(value, Timex) else "")
    other = _expression(caught, "part")
    if other is None:
        part = caught.meaning("part", "day-part")
        return Reading("TIME", replace(day, part=part)) if part and not day.part else None
    if other.shape != "running" or other.unit != "day" or day.shape != "date":
        return None
    return Reading("TIME" if other.part else "DATE", replace(day, part=other.part, mod=other.mod, date=other))
