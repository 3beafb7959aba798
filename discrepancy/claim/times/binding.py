"""Binding one expression of time to days, given what it counts from.

Takes an expression, the day of publication, a base (the time told last, or the date of an event) and whether the
sentence looks ahead; gives days or None. Policies by measurement on news: a bare weekday is the most recent one,
publication included; a day of a month without year is the nearest one; a quarter is the last that ended.
"""

from __future__ import annotations

import calendar as gregorian_calendar
from dataclasses import replace
from datetime import date, timedelta

from discrepancy.annotate.times.timex import Expression, Unit
from discrepancy.claim.times import foreign, stretches
from discrepancy.claim.times.shifts import shift
from discrepancy.model.unguarded import unguarded
from discrepancy.model.values import When, day

_SOON = (120, 62)
"""Days ahead within which a day, or a month or season, without year may begin though nothing in the sentence looks ahead."""
_RECENT = 60
"""Days from publication within which a weekday that does not fit a date is a slip; further off it tells the year."""
_YEARS_BACK = (1, 2)
"""Years before that of publication in which a day without a year is looked for, and one with a weekday, which tells the year."""
_MONTHS_ROUND = 3
"""Months on each side in which a day that is named by its number and a weekday is looked for."""
_TUESDAY = 1


@unguarded
class Bases:
    """What an expression may count from. ``publication`` is the day of publication, ``base`` the anchor of an
    expression that hangs on another time; ``ahead`` tells that the sentence speaks of what is to come, ``behind`` that
    the words before the expression put it in the past; ``year_of`` is a day whose year a date without one takes where
    publication is unknown; ``order`` is the outlet's habit for 05/06 ("dmy", "mdy" or "").
    """

    publication: date | None
    base: When | None = None
    ahead: bool = False
    behind: bool = False
    year_of: date | None = None
    order: str = ""
    thirds: tuple[int, ...] = (10, 20)


def bind(expression: Expression, bases: Bases) -> When | None:
    """The days of an expression, its parts cut ("late January") and its part of the day kept; None when something
    is missing.
    """
    return cut(bind_whole(expression, bases), expression, bases)


def cut(whole: When | None, expression: Expression, bases: Bases) -> When | None:
    """What :func:`bind` makes of that which :func:`bind_whole` gave."""
    if whole is None:
        return None
    seen_from = bases.base.first if expression.anchor == "previous" and bases.base else bases.publication
    part = stretches.thirds(whole, expression.mod, bases.thirds, seen_from) if expression.shape != "shift" else whole
    if expression.part and expression.shape != "length":
        return replace(part, part=expression.part)
    late = expression.mod == "END" and part.first is not None and part.first == part.last and not part.options
    return replace(part, part="late") if late else part


def bind_whole(expression: Expression, bases: Bases) -> When | None:
    """As :func:`bind`, before "early" or "late" is cut off: the stretch that TIMEX3's value names."""
    match expression.shape:
        case "date":
            return _date(expression, bases)
        case "weekday":
            return _weekday(expression, bases)
        case "running":
            return _running(expression, bases)
        case "shift":
            return shift(expression, _base(expression, bases))
        case "length":
            return _ahead(expression, bases)
        case "clock":
            return bind(expression.date, bases) if expression.date else None
        case "range":
            return _range(expression, bases)
        case _:
            return None


def _base(expression: Expression, bases: Bases) -> When | None:
    if expression.anchor == "publication":
        return day(bases.publication) if bases.publication else None
    return bases.base


def _ahead(expression: Expression, bases: Bases) -> When | None:
    """ "In two days" is a day where the sentence looks ahead, and a length otherwise."""
    if expression.part != "ahead" or not bases.ahead or bases.publication is None or expression.amount is None:
        return None
    return shift(replace(expression, shape="shift", step=1, part=""), day(bases.publication))


def _range(expression: Expression, bases: Bases) -> When | None:
    first = bind(expression.first, bases) if expression.first else None
    last = bind(expression.last, bases) if expression.last else None
    if first is None or last is None or first.first is None or last.last is None:
        return None
    if last.last < first.first and expression.first is not None and expression.first.shape == "weekday" and first.first == first.last:
        first = day(stretches.weekday_near(last.last, first.first.weekday(), -1, False))  # "from Thursday until Monday"
    if first.first is None or last.last < first.first:
        return None
    within = (first.first.year, first.first.month) == (last.last.year, last.last.month)
    return When(first.first, last.last, "days" if within else "range", extent=True)


def _date(expression: Expression, bases: Bases) -> When | None:
    if expression.calendar != "gregorian":
        return foreign.gregorian(expression)
    if expression.date is not None and expression.date.shape == "running" and expression.date.unit == "year":
        year = _running(expression.date, replace(bases, base=None))
        return None if year is None or year.first is None else _in_year(expression, year.first.year)
    if expression.year is not None:
        if expression.unit in ("year", "decade", "century"):
            whole = stretches.around(date(expression.year, 1, 1), expression.unit)
            return replace(whole, approx=True) if whole is not None and expression.fiscal else whole
        if expression.either:
            return _swapped(expression, bases.order)
        return _in_year(expression, expression.year)
    if expression.unit == "day" and expression.month is None and expression.day is not None:
        return _numbered_day(expression, bases)
    story = bases.year_of if expression.unit in ("day", "month") and expression.value != "stepped" else None
    if story is not None and bases.publication is not None and abs(story.year - bases.publication.year) > 1:
        return _on_its_weekday(expression, _in_year(expression, story.year))
    seen_from = bases.publication or bases.year_of
    if seen_from is None:
        return None
    back = _YEARS_BACK[expression.weekday is not None]
    found = [when for year in range(seen_from.year - back, seen_from.year + 2) if (when := _in_year(expression, year)) is not None]
    found = [when for when in found if when.first is not None and when.last is not None]
    if not found:
        found = [when for year in range(seen_from.year - 4, seen_from.year + 5) if (when := _in_year(expression, year)) is not None]
    chosen = _choose(expression, found, seen_from, bases) if found else None
    return chosen if bases.publication is not None else _on_its_weekday(expression, chosen)


def _on_its_weekday(expression: Expression, when: When | None) -> When | None:
    """A day whose year was borrowed from another date of the text; None where its weekday shows that it is of another year."""
    off = when is not None and when.first is not None and expression.weekday not in (None, when.first.weekday())
    return None if off else when


def _numbered_day(expression: Expression, bases: Bases) -> When | None:
    """A day by its number alone: of the month that the text tells of, else of the last month that has come so far, or
    the next where the sentence looks ahead; the weekday beside it chooses the month.
    """
    told = bases.base.first if bases.base else None
    seen_from = told or bases.publication
    if seen_from is None or expression.day is None:
        return None
    stepped = expression.value == "stepped" and bases.publication is not None
    days = []
    for months in (expression.step,) if stepped else range(-_MONTHS_ROUND, _MONTHS_ROUND + 1):
        month = stretches.stretch(bases.publication if stepped and bases.publication else seen_from, "month", months)
        if month is not None and month.first is not None and month.last is not None and expression.day <= month.last.day:
            days.append(month.first.replace(day=expression.day))
    if expression.weekday is not None:
        days = [at for at in days if at.weekday() == expression.weekday] or days
    if not days:
        return None
    if told is not None:
        return day(min(days, key=lambda at: (abs(at.year * 12 + at.month - told.year * 12 - told.month), at)))
    allowed = [at for at in days if (at >= seen_from if bases.ahead else at <= seen_from)] or days
    return day(min(allowed, key=lambda at: abs((at - seen_from).days)))


def _choose(expression: Expression, found: list[When], seen_from: date, bases: Bases) -> When:
    """Of the same day, month or quarter in several years the one that is meant."""
    ahead = bases.ahead
    if bases.behind and expression.value != "stepped":
        begun = [when for when in found if (when.first or seen_from) <= seen_from]
        return begun[-1] if begun else found[0]
    if expression.value == "stepped":
        if expression.step < 0:
            past = [when for when in found if (when.last or seen_from) < seen_from]
            return past[-1] if past else found[0]
        if expression.step > 0:
            coming = [when for when in found if (when.first or seen_from) > seen_from]
            return coming[0] if coming else found[-1]
        return min(found, key=lambda when: abs((when.first or seen_from).year - seen_from.year))
    if expression.unit in ("quarter", "half") and not ahead:
        running = [when for when in found if (when.first or seen_from) <= seen_from <= (when.last or seen_from)]
        if running:
            return running[0]
        ended = [when for when in found if (when.last or seen_from) < seen_from]
        return ended[-1] if ended else found[0]
    if expression.unit in ("month", "season") and ahead:
        coming = [when for when in found if (when.last or seen_from) >= seen_from]
        return coming[0] if coming else found[-1]

    if not ahead:
        near = seen_from + timedelta(days=_SOON[expression.unit in ("month", "season")])
        found = [when for when in found if (when.first or seen_from) <= near] or found

    def distance(when: When) -> int:
        first, last = when.first or seen_from, when.last or seen_from
        return 0 if first <= seen_from <= last else min(abs((first - seen_from).days), abs((last - seen_from).days))

    nearest = min(found, key=distance)
    if expression.unit == "day" and expression.day is not None and expression.weekday is not None and distance(nearest) > _RECENT:
        fitting = [when for when in found if when.first is not None and when.first.weekday() == expression.weekday]
        return min(fitting, key=distance, default=nearest)
    return nearest


def _in_year(expression: Expression, year: int) -> When | None:
    """The day, month, quarter, half, season or holiday of a year; None where that year lacks it (29 February)."""
    month, number = expression.month, expression.number
    if not 1 <= year <= 9998:
        return None
    match expression.unit:
        case "day" if expression.feast:
            return foreign.feast(expression.feast, year)
        case "day" if month is not None and expression.day is not None:
            if expression.day > gregorian_calendar.monthrange(year, month)[1]:
                return None
            return day(date(year, month, expression.day))
        case "day" if month is not None and number is not None and expression.weekday is not None:
            found = stretches.nth_weekday(year, month, expression.weekday, number)
            return day(found) if found else None
        case "month" if month is not None:
            return stretches.around(date(year, month, 1), "month")
        case "quarter" if number is not None:
            return stretches.around(date(year, number * 3, 1), "quarter")
        case "half" if number is not None and month is not None:
            end = gregorian_calendar.monthrange(year, month)[1]
            low, high = (1, 15) if number == 1 else (16, end)
            return When(date(year, month, low), date(year, month, high), "days")
        case "half" if number is not None:
            return stretches.around(date(year, number * 6, 1), "half")
        case "season" if number is not None:
            return stretches.season(year, number)
        case _:
            return stretches.around(date(year, 1, 1), "year")


def _swapped(expression: Expression, order: str) -> When | None:
    """05/06/2024: one of two days, unless the outlet's habit tells which."""
    if expression.month is None or expression.day is None or expression.year is None:
        return None
    dmy = date(expression.year, expression.month, expression.day)
    mdy = date(expression.year, expression.day, expression.month)
    if order in ("dmy", "mdy"):
        return day(dmy if order == "dmy" else mdy)
    ordered = tuple(sorted((dmy, mdy)))
    return When(ordered[0], ordered[1], "day", options=ordered)


def _weekday(expression: Expression, bases: Bases) -> When | None:
    if expression.weekday is None:
        return None
    if expression.date is not None:
        week = _running(expression.date, bases)
        return None if week is None or week.first is None else day(week.first + timedelta(days=expression.weekday))
    if expression.anchor == "previous":
        base = bases.base.first if bases.base else None
        way = expression.step or -1
        return day(stretches.weekday_near(base, expression.weekday, way, expression.step == 0)) if base else None
    at = bases.publication
    if at is None:
        return None
    if expression.value == "bare":
        way, including = (1, True) if bases.ahead else (-1, True)
        return day(stretches.weekday_near(at, expression.weekday, way, including))
    if expression.step < 0:
        last = stretches.weekday_near(at, expression.weekday, -1, False)
        if last == at - timedelta(days=1):  # who means yesterday says so; it may be the one before
            return When(last - timedelta(days=7), last, "day", options=(last - timedelta(days=7), last))
        return day(last)
    if expression.step == 0:
        return day(stretches.weekday_near(at, expression.weekday, 1 if bases.ahead or expression.weekday >= at.weekday() else -1, True))
    monday = at - timedelta(days=at.weekday()) + timedelta(weeks=1)
    return day(monday + timedelta(days=expression.weekday))


def _just_over(at: date, bases: Bases) -> bool:
    """Whether "this weekend" is the one just over: in the first days of a week, of what is not ahead."""
    return at.weekday() <= _TUESDAY and not bases.ahead


def _running(expression: Expression, bases: Bases) -> When | None:
    """The unit ``step`` away from that of the anchor."""
    unit: Unit = "day" if expression.unit == "night" else expression.unit
    if expression.date is not None:
        held = bind(expression.date, bases)
        return stretches.around(held.first, unit) if held is not None and held.first is not None else None
    if expression.anchor == "previous":
        base = bases.base
        if base is None or base.first is None:
            return None
        if unit == "day" and base.first != base.last:
            return None
        return stretches.stretch(base.first, unit, expression.step)
    at = bases.publication
    if at is None:
        return None
    if expression.value == "latest":
        return bases.base if bases.base and bases.base.precision == "quarter" else stretches.stretch(at, "quarter", -1)
    if unit == "weekend" and expression.value == "bare":
        return stretches.stretch(at, "weekend", int(bases.ahead and at.weekday() < 5))
    if unit == "weekend":
        behind = bases.ahead if expression.step < 0 else False
        weekend_step = expression.step + (0 if at.weekday() >= 5 or (expression.step == 0 and _just_over(at, bases)) else 1)
        return stretches.stretch(at, "weekend", weekend_step + (1 if behind else 0))
    return stretches.stretch(at, unit, expression.step)
