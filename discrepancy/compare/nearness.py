"""Conditions on how far apart two values lie: rounding, clocks that differ, birthdays, bounds, days of two happenings.

Takes a :class:`~discrepancy.compare.pair.Pair`; gives yes or no. The widths stand in ``rules/compare/tolerances.yaml``.
"""

from __future__ import annotations

import re

from discrepancy.compare.context import Context
from discrepancy.compare.hours import clock_gap
from discrepancy.compare.pair import Pair
from discrepancy.compare.relations import figure
from discrepancy.compare.ties import tied
from discrepancy.model.claims import Claim
from discrepancy.model.values import Clock, Quantity, When
from discrepancy.rulebook.kinds.roles import SINCE, TENURE
from discrepancy.rulebook.kinds.widths import Tolerance

_DAY = 1440
_YEAR = 365.25
_TWO_YEARS = 731
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_HEDGE = 20
"""Characters before a figure in which its hedge may stand."""


def rounded(pair: Pair) -> bool:
    """One figure is a round one and the other within its width, or begins right behind it; two clocks differ by no more than clocks and
    quarter hours do."""
    a, b, width = pair.a.value, pair.b.value, pair.context.policy.tolerance(pair.a.attribute)
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        factors = pair.context.policy.factor(pair.a.attribute, pair.a.unit, pair.b.unit) or (1.0, 1.0)
        first, second = figure(a, factors[0]), figure(b, factors[1])
        if first is None or second is None or not width.rounded:
            return False
        within = abs(first - second) <= width.rounded * max(abs(first), abs(second))
        stated = [n for q in (a, b) if (n := figure(q)) is not None and n >= width.round_from and n % 100 == 0]
        return within and (bool(stated) or _just_beyond(pair.a, pair.b, width) or _just_beyond(pair.b, pair.a, width))
    gap = _clock_gap(pair)
    if gap is None or not isinstance(a, Clock) or not isinstance(b, Clock):
        return False
    loose = a.approx or b.approx or a.first % width.round_minutes == 0 or b.first % width.round_minutes == 0
    return gap <= (width.round_minutes if loose else width.clock_minutes)


def _just_beyond(bound: Claim, other: Claim, width: Tolerance) -> bool:
    """Whether a bound begins right behind a round or a large number that the other gives flatly: "more than 640", not "at least 641"."""
    end, exact = bound.value, other.value
    if not isinstance(end, Quantity) or not isinstance(exact, Quantity) or exact.low is None or exact.low != exact.high:
        return False
    if exact.low % 10 and exact.low < width.round_from:
        return False
    said = f"{bound.evidence.before[-_HEDGE:]}{bound.evidence.exact}".lower()
    near = (end.low is not None and end.high is None and exact.low == end.low - 1) or (
        end.high is not None and end.low is None and exact.low == end.high + 1
    )
    return near and any(word in said for word in width.beyond)


def _clock_gap(pair: Pair) -> int | None:
    """Minutes between two times of day, the shorter way round the clock; None when they cannot be held together."""
    a, b = pair.a.value, pair.b.value
    if not isinstance(a, Clock) or not isinstance(b, Clock):
        return None
    return clock_gap(a, b, pair.context.event_day(pair.a))


def hedged_clock(pair: Pair) -> bool:
    """Both times are hedged, and they lie close together."""
    a, b, gap = pair.a.value, pair.b.value, _clock_gap(pair)
    both = isinstance(a, Clock) and isinstance(b, Clock) and a.approx and b.approx
    return both and gap is not None and gap <= pair.context.policy.tolerance("time").look_minutes


def ageing(pair: Pair) -> bool:
    """The difference in age is no more than the time between the two articles allows; an age beside no event may be that of the day of the
    report, and of an undated report of any day."""
    if pair.a.attribute != "age":
        return False
    if bool(pair.a.event) != bool(pair.b.event) and _one_is_later(pair):
        return True
    if _years_later(pair):
        return True
    first, second = (pair.context.published(claim.article) or pair.context.event_day(claim) for claim in (pair.a, pair.b))
    young, old = figure(pair.a.value), figure(pair.b.value)
    if first is None or second is None or young is None or old is None:
        return False
    if second < first:
        first, second, young, old = second, first, old, young
    days = (second - first).days
    if days and old - young == 1 and any(_birthday(claim, pair.context) for claim in (pair.a, pair.b)):
        return True
    if days < pair.context.policy.tolerance("age").ageing_days:
        return False
    return int(days // _YEAR) <= old - young <= int(days // _YEAR) + 1


def _birthday(claim: Claim, context: Context) -> bool:
    """Whether the words of an age tell of a birthday: "who turned 37 last week"."""
    words = f"{claim.evidence.before} {claim.evidence.exact} {claim.evidence.after}".lower().split()
    return not set(context.policy.tolerance("age").birthday).isdisjoint(word.strip(",.") for word in words)


def _years_later(pair: Pair) -> bool:
    """Whether two ages of one person that lie more than a year apart may be of two years: they are beside no one event, and nobody knows
    the day of one of the articles."""
    first, second = (figure(claim.value) for claim in (pair.a, pair.b))
    undated = pair.in_texts() and any(pair.context.published(claim.article) is None for claim in (pair.a, pair.b))
    one_event = bool(pair.a.event) and pair.a.event == pair.b.event
    return undated and not one_event and first is not None and second is not None and abs(first - second) > 1


def _one_is_later(pair: Pair) -> bool:
    """Whether of an age beside an event and one beside none the second may be told of a later day: a year apart, or in an article whose
    day nobody knows."""
    first, second = (figure(claim.value) for claim in (pair.a, pair.b))
    undated = any(pair.context.published(claim.article) is None for claim in (pair.a, pair.b))
    return undated or (first is not None and second is not None and abs(first - second) <= 1)


def far_bound(pair: Pair) -> bool:
    """A stated lower bound and a figure, or a higher bound, many times as high; or the most that is told, and a figure that many times
    below it."""
    width = pair.context.policy.tolerance(pair.a.attribute)
    a, b, ratio = pair.a.value, pair.b.value, width.bound_ratio
    if not ratio or not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.vague or b.vague:
        return False
    if a.low is None or b.low is None:
        return _far_below(pair.a, b, width) or _far_below(pair.b, a, width)
    if min(a.low, b.low) <= 0:
        return False
    low, high = (a, b) if a.low <= b.low else (b, a)
    return low.high is None and (high.low or 0) >= ratio * (low.low or 0)


def _far_below(bound: Claim, other: Quantity, width: Tolerance) -> bool:
    """Whether a figure lies far below the most that another article tells, in words that put the count there: "as many as 80"."""
    most = bound.value
    if not isinstance(most, Quantity) or most.low is not None or most.high is None or not other.low or other.high is None:
        return False
    said = f"{bound.evidence.before[-_HEDGE:]}{bound.evidence.exact}".lower()
    return most.high >= width.bound_ratio * other.high and any(word in said for word in width.at_most)


def outlier_figure(pair: Pair) -> bool:
    """One figure is so many times the other that they may count different things."""
    ratio = pair.context.policy.happening(pair.a.attribute).outlier
    factors = pair.context.policy.factor(pair.a.attribute, pair.a.unit, pair.b.unit) or (1.0, 1.0)
    first, second = figure(pair.a.value, factors[0]), figure(pair.b.value, factors[1])
    if not ratio or first is None or second is None or min(first, second) <= 0:
        return False
    return max(first, second) >= ratio * min(first, second)


def far_dates(pair: Pair) -> bool:
    """Days further apart than reports of one happening are, a slip of the month or the year set aside; nobody dies twice, and years in
    an office and the year since which a thing had not happened lie where they lie."""
    a, b, most = pair.a.value, pair.b.value, pair.context.policy.happening("date").far_days
    if not isinstance(a, When) or not isinstance(b, When) or not most or pair.a.scope == "death" or pair.a.rule in (TENURE, SINCE):
        return False
    ends = (a.first, a.last, b.first, b.last)
    if a.first is None or a.last is None or b.first is None or b.last is None or None in ends:
        return False
    gap = max((b.first - a.last).days, (a.first - b.last).days)
    days = a.first == a.last and b.first == b.last and a.first.day == b.first.day
    months = (
        not pair.a.event and a.precision == b.precision and a.precision in ("month", "year")
    )  # when somebody was arrested is told by the month
    slip = (days or months) and gap < _TWO_YEARS
    slip = slip and (a.first.month == b.first.month or (a.first.year == b.first.year and abs(a.first.month - b.first.month) == 1))
    return gap > most and not slip


def issue_day(pair: Pair) -> bool:
    """One day is that of the article's own issue, told without a date, and the other lies a day or two before it; where both name their
    weekdays and share what two happenings hardly do, or are days of one person or of one act, they tell of one day."""
    one = bool(pair.a.entity) and not pair.a.event
    if all(_WEEKDAY.search(claim.evidence.exact) for claim in (pair.a, pair.b)) and (one or tied(pair.a, pair.b, pair.context)):
        return False
    for claim, other in ((pair.a, pair.b), (pair.b, pair.a)):
        issue, own, before = pair.context.published(claim.article), claim.value, other.value
        if not isinstance(own, When) or not isinstance(before, When) or issue is None or before.last is None:
            continue
        said = claim.evidence.exact
        dated = re.search(rf"(?<!\d){issue.day:d}(?!\d)|0{issue.day:d}(?!\d)", said) is not None  # and no "8600 block", nor "a boy of 14"
        told = own.first == own.last == issue and any(map(str.isalpha, said)) and not dated
        if told and 1 <= (issue - before.last).days <= pair.context.policy.happening("date").issue_days:
            return True
    return False


def follows(pair: Pair) -> bool:
    """One time of day is that of a call or an arrival, and the other, of what came before it, lies some minutes earlier."""
    width = pair.context.policy.happening(pair.a.attribute)
    order = ("", *width.follows)
    for claim, other in ((pair.a, pair.b), (pair.b, pair.a)):
        late, early = claim.value, other.value
        ranks = [order.index(c.rule) if c.rule in order else 0 for c in (claim, other)]
        if not isinstance(late, Clock) or not isinstance(early, Clock) or late.zone != early.zone:
            continue
        if ranks[0] > ranks[1] and 0 < (late.first - early.first) % _DAY <= width.follow_minutes:
            return True
    return False
