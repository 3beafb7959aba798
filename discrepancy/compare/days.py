"""Whether the days that two articles tell are those of one happening.

Takes two claims and what comparison knows beside them; gives the days that their articles, or their sentences, give the event, and whether
these part them. Two articles on one event tell of others as well: the shooting of the year before, the next stop of a man on the run, the
aftershock. The widths stand in ``rules/compare/happenings.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from discrepancy.compare.context import Context
from discrepancy.compare.pair import Pair
from discrepancy.compare.sureness import late, near_miss
from discrepancy.compare.ties import tied, tolls
from discrepancy.link.days import days_apart, slip
from discrepancy.model.claims import Claim
from discrepancy.model.values import Clock, Terms, Value, When
from discrepancy.notation.named_days import named_day

_WEEK = 7


def event_days(claim: Claim, context: Context) -> list[When]:
    """The days that a claim's article gives its event, wherever it tells them."""
    return [day for _, day in _dated(claim, context)]


def _dated(claim: Claim, context: Context) -> list[tuple[Claim, When]]:
    """The claims of days that a claim's article gives its event, each with its day."""
    told = context.of_event(claim.event, "date")
    return [(c, c.value) for c in told if c.article == claim.article and isinstance(c.value, When)]


def _beside(claim: Claim, context: Context) -> list[When]:
    """The days that the sentence of a claim gives its event, the loosely tied ones aside."""
    here = context.around(claim)
    return [day for c, day in _dated(claim, context) if not c.loose and _one_sentence(context.around(c), here)]


def _one_sentence(one: str, other: str) -> bool:
    """Whether the words around two claims are of one sentence; the stop of "Nov. 5" may have cut one of them."""
    return one in other or other in one


def all_apart(ours: Sequence[When], theirs: Sequence[When], near: int = 0) -> bool:
    """Whether there are days on both sides, and each lies more than ``near`` days from each of the other side."""
    gaps = [days_apart(one, other)[0] for one in ours for other in theirs]
    return bool(gaps) and all(gap is not None and gap > near for gap in gaps)


def of_two_days(a: Claim, b: Claim, context: Context) -> bool:
    """Whether one time of day is told with a day that is none of those on which the other article tells that the event was, as the
    aftershock of Monday beside Sunday's quake."""
    morning, evening = context.policy.tolerance("date").daytime
    near = 1 if any(isinstance(c.value, Clock) and not morning <= c.value.first <= evening for c in (a, b)) else 0
    for claim, other in ((a, b), (b, a)):
        theirs = [day for c, day in _dated(other, context) if not c.loose]
        if all_apart(_beside(claim, context), theirs, near):
            return True
    return False


def of_unknown_day(a: Claim, b: Claim, context: Context) -> bool:
    """Whether one hour is told as a part of a day, and nothing in the other article says that its own is of that day."""
    return any(
        isinstance(claim.value, When) and not any(claim.value.first == day.first == day.last for day in event_days(other, context))
        for claim, other in ((a, b), (b, a))
    )


def of_another_day(claim: Claim, context: Context) -> bool:
    """Whether the words that count somebody as well tell a day, and it is none that the article gives the event elsewhere: "a further
    14 were killed there on Wednesday", below the shelling of Thursday."""
    if not claim.additional or not claim.event:
        return False
    here = context.around(claim)
    own: list[When] = []
    others: list[When] = []
    for c, day in _dated(claim, context):
        (own if _one_sentence(context.around(c), here) else others).append(day)
    return all_apart(own, others)


def days_far(a: Claim, b: Claim, context: Context) -> bool:
    """Whether the days that the two articles give the event lie further apart than midnight puts them."""
    return all_apart(event_days(a, context), event_days(b, context), context.policy.happening("date").near_days)


def days_off(pair: Pair) -> bool:
    """The sentences of two figures tell days of the event that are further apart than midnight puts them: "the shooting of 5 November 2009,
    which left 13 dead" beside that of April. Near misses of a high figure are of one happening all the same. What comes again on the next
    day is of another day already where the articles give it another."""
    if not pair.a.event or not pair.in_texts() or near_miss(pair):
        return False
    if pair.context.event_type(pair.a) in pair.context.policy.happening("date").daily:
        return all_apart(event_days(pair.a, pair.context), event_days(pair.b, pair.context))
    ours, theirs = (_beside(claim, pair.context) for claim in (pair.a, pair.b))
    return all_apart(ours, theirs, pair.context.policy.happening("date").near_days)


def beside_another(pair: Pair) -> bool:
    """The sentence of one of the two tells the day of another event and none of its own: of "the shooting of 5 November 2009, which left 13
    dead" the dead are those of 2009."""
    return pair.in_texts() and any(_beside_another(claim, pair.context) for claim in (pair.a, pair.b))


def _beside_another(claim: Claim, context: Context) -> bool:
    if claim.population in context.policy.course(claim.attribute).stays:
        return False  # what a union's members are has no day
    here = context.around(claim)
    dated = (c for c in context.of_articles(claim.article) if c.attribute == "date" and c.event)
    days = [c for c in dated if _one_sentence(context.around(c), here)]
    told = event_days(claim, context)
    return (
        bool(claim.event)
        and bool(days)
        and all(c.event != claim.event and isinstance(c.value, When) and all_apart([c.value], told) for c in days)
    )


def one_weekday(pair: Pair) -> bool:
    """Days of which one is told without its number, and that would meet if it lay a week or two off: both articles name one weekday, and
    the week was counted from two issues."""
    a, b = pair.a.value, pair.b.value
    if not isinstance(a, When) or not isinstance(b, When):
        return False
    for claim, day, other in ((pair.a, a, b), (pair.b, b, a)):
        if day.first is None or other.first is None or other.last is None or day.first != day.last or _numbered(claim):
            continue
        moved = (day.first + timedelta(days=off) for off in (-2 * _WEEK, -_WEEK, _WEEK, 2 * _WEEK))
        if any(other.first <= at <= other.last for at in moved):
            return True
    return False


def year_open(pair: Pair) -> bool:
    """One day and month of two years, where the words of one article print no year: it was counted from its issue, which may be a look
    back or an old picture's caption."""
    days = [claim.value.first for claim in (pair.a, pair.b) if isinstance(claim.value, When) and claim.value.first == claim.value.last]
    one, other = days if len(days) == len((pair.a, pair.b)) else (None, None)
    if one is None or other is None or one.year == other.year or (one.month, one.day) != (other.month, other.day):
        return False
    return any(str(day.year) not in claim.evidence.exact for claim, day in ((pair.a, one), (pair.b, other)))


def other_day(pair: Pair) -> bool:
    """Days further apart than midnight puts them, and no slip of the month or the year, in articles that share no more than the town: of
    what befell people, nobody's age, no street, no strength of a quake and no toll that is rare. Days that both articles print outright
    in their heads are those of what they are about."""
    a, b = pair.a.value, pair.b.value
    most = pair.context.policy.happening("date").near_days
    if not most or not pair.a.event or not pair.in_texts() or tied(pair.a, pair.b, pair.context):
        return False
    if isinstance(a, When) and isinstance(b, When):
        gap = days_apart(a, b)[0]
        printed = all(_numbered(claim) and not late(claim, pair) for claim in (pair.a, pair.b))
        return gap is not None and gap > most and not printed and not slip((a,), (b,))
    gap = _names_apart(a, b)
    return gap is not None and gap > most


def _numbered(claim: Claim) -> bool:
    """Whether the words of a day print the number that it bears in its month."""
    value = claim.value
    day = value.first.day if isinstance(value, When) and value.first is not None else 0
    return re.search(rf"(?<!\d)0?{day:d}(?!\d)", claim.evidence.exact) is not None


def _names_apart(a: Value, b: Value) -> int | None:
    """Days between two weekdays, one of which a date may stand for; None where either is none."""
    told = []
    for value in (a, b):
        if isinstance(value, When) and value.first is not None and value.first == value.last:
            told.append(value.first.weekday())
        elif isinstance(value, Terms) and len(value.members) == 1:
            named = named_day(value.members[0])
            told += [named[1]] if named is not None and named[0] == _WEEK else []
    if len(told) < len((a, b)):
        return None
    gap = (told[0] - told[1]) % _WEEK
    return min(gap, _WEEK - gap)


def own_days(pair: Pair) -> bool:
    """Both articles date what they tell by their own issue, the days lie as far apart as the issues, and no toll stands in both: Monday's
    paper tells of Monday's shelling, and Thursday's of Thursday's."""
    a, b = pair.a, pair.b
    issues = [pair.context.published(claim.article) for claim in (a, b)]
    if not a.event or issues[0] is None or issues[1] is None or issues[0] == issues[1]:
        return False
    counted = [tolls(claim, pair.context) for claim in (a, b)]
    if not all(counted) or counted[0] & counted[1]:
        return False
    ours, theirs = ([c.value] if isinstance(c.value, When) else event_days(c, pair.context) for c in (a, b))
    if not all_apart(ours, theirs):
        return False
    gap = (issues[1] - issues[0]).days
    within = pair.context.policy.happening("date").fresh_days
    first, second = _fresh(ours, issues[0], within), _fresh(theirs, issues[1], within)
    return first is not None and second is not None and (second - first).days == gap


def _fresh(days: Sequence[When], issue: date, within: int) -> date | None:
    """The one certain day among some that is that of the issue or at most ``within`` days before."""
    sure = {when.first for when in days if when.first is not None and when.first == when.last and 0 <= (issue - when.first).days <= within}
    return next(iter(sure)) if len(sure) == 1 else None
