"""Slips of the pen and of the clock: causes that two values show by themselves.

Takes two claims that differ; gives kinds of causes with the words that fill their sentences (``rules/compare/causes.yaml``): a digit, two
digits or a point out of place, a unit that was not converted, a month or a day of publication taken for the day, a clock of another zone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from discrepancy.compare.context import Context
from discrepancy.compare.relations import clock_shift, figure
from discrepancy.compare.wording import clock_words, day_words, figure_words, value_words
from discrepancy.model.claims import Claim
from discrepancy.model.values import Clock, Quantity, When
from discrepancy.notation import number

_HALF_DAY = 720
_DAY = 1440

Found: TypeAlias = Iterable[tuple[str, dict[str, str]]]
"""Kinds of causes, each with what fills its sentence."""


def numbers(a: Claim, b: Claim, context: Context) -> Found:
    """Slips of a figure: a digit, two digits turned, a point moved, a unit not converted."""
    if not isinstance(a.value, Quantity) or not isinstance(b.value, Quantity):
        return
    first, second = figure(a.value), figure(b.value)
    if first is None or second is None or first == second:
        if first is not None and first == second and a.unit != b.unit:
            yield "unit-unconverted", {"a": value_words(a.value, a.unit), "b": value_words(b.value, b.unit)}
        return
    if a.unit != b.unit:
        return  # 25 miles and 65 km differ in more than a digit
    one, other = (number(value) for value in sorted((first, second)))  # told once, whichever article stands first
    shown = {"a": _printed(one), "b": _printed(other)}
    if len(one) == len(other) and len(one) > 1:
        unlike = [i for i, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
        if _slip(one, other, unlike):
            yield "digit-slip", shown
        elif sorted(one) == sorted(other) and len(unlike) == 2:
            yield "transposed", shown
    low, high = sorted((first, second))
    for places in (1, 2, 3):
        if low > 0 and abs(low * 10**places - high) < 1e-9 and high >= 20:
            moved = ("one place", "two places", "three places")[places - 1]
            yield "decimal-point", {"a": shown["b"], "b": shown["a"], "places": moved}


def _printed(figure: str) -> str:
    """A figure in digits, with its thousands parted as everywhere in the report."""
    return figure_words(int(figure)) if figure.isdecimal() else figure


def _slip(one: str, other: str, unlike: Sequence[int]) -> bool:
    """Whether one wrong digit tells more than that two counts are near: 26 and 36, 1843 and 1848, but not 13 and 16, nor 10 and 20."""
    told = max(len(one.rstrip("0")), len(other.rstrip("0")))
    last = unlike[-1:] == [len(one) - 1]
    return len(unlike) == 1 and told > 1 and not (last and len(one) == 2) and abs(float(one) - float(other)) > 1


def days(a: Claim, b: Claim, context: Context) -> Found:
    """Slips of a day: the month, the day of publication, midnight."""
    if not isinstance(a.value, When) or not isinstance(b.value, When):
        return
    first, second = _day(a.value), _day(b.value)
    if first is None or second is None:
        return
    if first.day == second.day and (first.year, first.month) != (second.year, second.month):
        yield "month-slip", {"a": day_words(first), "b": day_words(second)}
    for claim, day in ((a, first), (b, second)):
        near = abs((first - second).days) <= context.policy.happening("date").far_days
        if near and context.published(claim.article) == day:
            yield "publication-day", {"day": day_words(day), "outlet": context.outlet(claim.article)}
    if abs((first - second).days) == 1:
        yield from _midnight(min(first, second), max(first, second), a, context)


def _midnight(early: date, late: date, a: Claim, context: Context) -> Found:
    """The clock time at the place, read in another outlet's zone, falls on the other day."""
    for claim in context.of_event(a.event, "time"):
        clock = claim.value
        if not isinstance(clock, Clock) or clock.zone in ("", "local"):
            continue
        for name in context.zones(context.of_event(a.event, a.attribute)):
            other = _read_in(late, clock, name)
            if other == early:
                yield (
                    "zone",
                    {
                        "time": clock_words(clock),
                        "day": day_words(late),
                        "other": day_words(early),
                        "zone": _zone(name),
                    },
                )
                return


def _read_in(day: date, clock: Clock, zone: str) -> date | None:
    try:
        here = UTC if clock.zone == "UTC" else ZoneInfo(clock.zone)
        there = UTC if zone == "UTC" else ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        return None
    moment = datetime(day.year, day.month, day.day, tzinfo=here) + timedelta(minutes=clock.first)
    return moment.astimezone(there).date()


def _zone(name: str) -> str:
    return "GMT" if name == "UTC" else name.rpartition("/")[2].replace("_", " ")


def _day(value: When) -> date | None:
    return value.first if value.first == value.last and not value.extent else None


def clocks(a: Claim, b: Claim, context: Context) -> Found:
    """Slips of a time of day: the zone, noon for midnight."""
    x, y = a.value, b.value
    if not isinstance(x, Clock) or not isinstance(y, Clock):
        return
    shown = {"a": clock_words(Clock(x.first, x.last)), "b": clock_words(Clock(y.first, y.last))}
    zones = {"first": _zone(x.zone or "local time"), "second": _zone(y.zone or "local time")}
    if x.zone != y.zone and (x.first, x.last) == (y.first, y.last):
        yield "utc-for-local", shown | zones
        return
    shift = clock_shift(x, y, context.event_day(a))
    if shift is not None and abs(x.first - (y.first + shift)) == _HALF_DAY:
        yield "noon-midnight", shown
    for zone in context.zones(context.of_event(a.event, a.attribute)):
        if x.zone == y.zone and x.zone not in ("", "local", zone):
            moved = clock_shift(Clock(0, 0, x.zone), Clock(0, 0, zone), context.event_day(a))
            if moved and (x.first - y.first) % _DAY in (moved % _DAY, -moved % _DAY):
                zones = {"first": _zone(x.zone), "second": _zone(zone)}
                early = (x.first - y.first) % _DAY == -moved % _DAY
                pair = {"a": shown["b"], "b": shown["a"]} if early else shown
                yield "zone-difference", pair | zones
                return
