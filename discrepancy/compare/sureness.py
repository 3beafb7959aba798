"""Conditions on how sure it is that two answers are of one happening, beyond what links the two articles.

Two articles that tell of one event tell of others as well: the shooting of the year before, the next stop of a man on the run, the hurt of
one street. An answer that differs from the other article's by more than a slip, or that stands far down in its article, is believed to be
of the same happening only where something else says so. Takes a :class:`~discrepancy.compare.pair.Pair`; gives yes or no. The widths stand
in ``rules/compare/tolerances.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from functools import cache

from discrepancy.compare.context import Context
from discrepancy.compare.pair import Pair
from discrepancy.compare.relations import clock_shift, figure
from discrepancy.link.days import days_apart
from discrepancy.model.claims import Claim
from discrepancy.model.values import Clock, Quantity, Terms, Value, When
from discrepancy.notation.named_days import named_day

_WEEK = 7
_DAY, _HALF, _SLIP = 1440, 720, 15
_VICTIMS = ("killed", "injured", "hit")


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


def _numbered(claim: Claim) -> bool:
    """Whether the words of a day print the number that it bears in its month."""
    value = claim.value
    day = value.first.day if isinstance(value, When) and value.first is not None else 0
    return re.search(rf"(?<!\d)0?{day:d}(?!\d)", claim.evidence.exact) is not None


def other_day(pair: Pair) -> bool:
    """Days further apart than midnight puts them, and no slip of the month or the year, in articles that share no more than the town: of
    what befell people, nobody's age, no street, no strength of a quake and no toll that is rare. Days that both articles print outright
    in their heads are those of what they are about."""
    a, b = pair.a.value, pair.b.value
    most = pair.context.policy.tolerance("date").near_days
    if not most or not pair.a.event or not in_texts(pair) or bound(pair):
        return False
    if isinstance(a, When) and isinstance(b, When):
        gap = days_apart(a, b)[0]
        printed = all(_numbered(claim) and not _late(claim, pair) for claim in (pair.a, pair.b))
        return gap is not None and gap > most and not printed and not _slipped(a, b)
    gap = _names_apart(a, b)
    return gap is not None and gap > most


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


def _slipped(a: When, b: When) -> bool:
    """Whether two certain days bear one number in months that follow each other, or in two years."""
    if a.first is None or b.first is None or a.first != a.last or b.first != b.last or a.first.day != b.first.day:
        return False
    return abs(a.first.year * 12 + a.first.month - b.first.year * 12 - b.first.month) in (1, 12)


def bound(pair: Pair) -> bool:
    """Whether what both articles tell of the event itself holds something that two happenings hardly share."""
    context, event = pair.context, pair.a.event
    least = context.policy.tolerance("killed").telling

    def told(claim: Claim) -> set[object]:
        found: set[object] = set()
        for attribute in (*_VICTIMS, "age", "magnitude"):
            for c in context.of_event(event, attribute):
                if c.article != claim.article:
                    continue
                if attribute in _VICTIMS:
                    found |= {count for count in (figure(c.value),) if count is not None and count >= least}
                else:
                    found.add((c.entity, attribute) if c.entity else (c.value, c.unit, attribute))
        streets = (c.value for c in context.of_event(event, "place") if c.article == claim.article and c.scope == "street")
        return found | {block for value in streets if isinstance(value, Terms) for block in value.members}

    return not told(pair.a).isdisjoint(told(pair.b))


def hours_off(pair: Pair) -> bool:
    """Times of day further apart than reports of one happening are, half a day and the distance from Greenwich set aside: who was shot at
    nightfall, and when the hospital was called, the man on the run seen again, or the party begun."""
    a, b, far = pair.a.value, pair.b.value, pair.context.policy.tolerance("time").far_minutes
    if not far or not isinstance(a, Clock) or not isinstance(b, Clock) or not in_texts(pair):
        return False
    shift = clock_shift(a, b, pair.context.event_day(pair.a))
    if shift is None:
        return False
    if _strengths(pair.a, pair.context) & _strengths(pair.b, pair.context):
        return False  # one quake has one time
    if pair.a.rule == pair.b.rule and pair.a.rule in pair.context.policy.tolerance("time").follows:
        return False  # both say that it is the hour of the call
    if _days_off(pair):
        return True
    gaps = [abs(x - (y + shift + turn)) for x in (a.first, a.last) for y in (b.first, b.last) for turn in (-_DAY, 0, _DAY)]
    gap = min(gaps)
    zone = clock_shift(Clock(0, 0, a.zone), Clock(0, 0, "UTC"), pair.context.event_day(pair.a)) if a.zone else None
    slips = [_HALF, *([abs(zone)] if zone else [])]
    return gap >= far and not any(abs(gap - slip) <= _SLIP for slip in slips)


def _strengths(claim: Claim, context: Context) -> set[object]:
    """The strengths that a claim's article gives its event."""
    return {c.value for c in context.of_event(claim.event, "magnitude") if c.article == claim.article}


def days_off(pair: Pair) -> bool:
    """The sentence of one of two figures tells a day of the event, and it is none of those that the other's sentence, or else its article,
    gives the event: "the shooting of 5 November 2009, which left 13 dead" beside that of April. Near misses of a high figure are of one
    happening all the same."""
    if not pair.a.event or not in_texts(pair) or _near_miss(pair):
        return False
    ours, theirs = (_days_beside(claim, pair.context) for claim in (pair.a, pair.b))
    return _all_apart(ours, theirs, pair.context)


def _days_beside(claim: Claim, context: Context) -> list[When]:
    """The days that the sentence of a claim gives its event."""
    here = context.around(claim)
    told = (c for c in context.of_event(claim.event, "date") if c.article == claim.article and not c.loose)
    return [c.value for c in told if isinstance(c.value, When) and _one_sentence(context.around(c), here)]


def _one_sentence(one: str, other: str) -> bool:
    """Whether the words around two claims are of one sentence; the stop of "Nov. 5" may have cut one of them."""
    return one in other or other in one


def _days_off(pair: Pair) -> bool:
    """Whether the days that either article gives the event lie further apart than midnight puts them."""
    context = pair.context
    ours, theirs = (
        [c.value for c in context.of_event(claim.event, "date") if c.article == claim.article and isinstance(c.value, When)]
        for claim in (pair.a, pair.b)
    )
    return _all_apart(ours, theirs, context)


def _all_apart(ours: Sequence[When], theirs: Sequence[When], context: Context) -> bool:
    gaps = [days_apart(one, other)[0] for one in ours for other in theirs]
    return bool(gaps) and all(gap is not None and gap > context.policy.tolerance("date").near_days for gap in gaps)


def beside_another(pair: Pair) -> bool:
    """The sentence of one of the two tells the day of another event and none of its own: of "the shooting of 5 November 2009, which left 13
    dead" the dead are those of 2009."""
    return in_texts(pair) and any(_beside_another(claim, pair.context) for claim in (pair.a, pair.b))


def _beside_another(claim: Claim, context: Context) -> bool:
    here = context.around(claim)
    dated = (c for c in context.of_articles(claim.article) if c.attribute == "date" and c.event)
    days = [c for c in dated if _one_sentence(context.around(c), here)]
    return bool(claim.event) and bool(days) and all(c.event != claim.event and _dated_else(c, claim, context) for c in days)


def _dated_else(day: Claim, claim: Claim, context: Context) -> bool:
    """Whether a day is none of those that its article gives the event of a claim, where it gives some."""
    told = [c.value for c in context.of_event(claim.event, "date") if c.article == claim.article and isinstance(c.value, When)]
    gaps = [days_apart(day.value, value)[0] for value in told] if isinstance(day.value, When) else []
    return bool(gaps) and all(gap is not None and gap > 0 for gap in gaps)


def at_another_time(pair: Pair) -> bool:
    """The words behind one of two ages say that it is that of another time: "was 17 when the killings occurred"."""
    words = pair.context.policy.tolerance(pair.a.attribute).back_then
    if not words:
        return False
    bare = (claim for claim in (pair.a, pair.b) if re.search(r"(?:\d|\bold)$", claim.evidence.exact))  # not "shot by 34-year-old Rudd when"
    return any(_first_words(words).match(pair.context.behind(claim)[0].lower()) is not None for claim in bare)


def surmised(pair: Pair) -> bool:
    """One of two ages is of somebody whom its sentence does not name: "the 13-year-old" may be another than who was told of last."""
    rules = pair.context.policy.tolerance(pair.a.attribute).surmised
    return any(claim.rule in rules for claim in (pair.a, pair.b))


def by_ear(pair: Pair) -> bool:
    """One of two counts is of what somebody heard: shots are counted by the casings that lie about, and by nobody's ear."""
    width = pair.context.policy.tolerance(pair.a.attribute)
    if pair.a.population not in width.noises:
        return False
    return any(_any_of(width.heard).search(claim.evidence.exact.lower()) is not None for claim in (pair.a, pair.b))


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


@cache
def _first_words(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"[\s,)]*(?:{'|'.join(map(re.escape, words))})\b")


def told_late(pair: Pair) -> bool:
    """The lower of two tolls stands nowhere in the head of its article, and is no near miss of the higher one; or neither stands in the
    head: what an article is about it counts at once, and further down parts of it and other happenings. Of what has no figure, either."""
    if not isinstance(pair.a.value, Quantity):
        return in_texts(pair) and (_late(pair.a, pair) or _late(pair.b, pair))
    low, high = figure(pair.a.value), figure(pair.b.value)
    if low is None or high is None or not in_texts(pair):
        return False
    lower, higher = (pair.a, pair.b) if low < high else (pair.b, pair.a)
    return _late(lower, pair) and (_late(higher, pair) or not _near_miss(pair))


def _near_miss(pair: Pair) -> bool:
    """Whether one figure is all but the other."""
    first, second = figure(pair.a.value), figure(pair.b.value)
    share = pair.context.policy.tolerance(pair.a.attribute).part_share
    return first is not None and second is not None and bool(share) and min(first, second) > share * max(first, second)


def _late(claim: Claim, pair: Pair) -> bool:
    width, context = pair.context.policy.tolerance(claim.attribute), pair.context
    alike = (c for c in pair.siblings if c.article == claim.article and c.value == claim.value)
    first = min((c.evidence.span.start for c in alike), default=claim.evidence.span.start)
    return bool(width.head) and first > max(width.head_characters, width.head * len(context.documents[claim.article].text))


def in_texts(pair: Pair) -> bool:
    """Whether the two stand in two articles whose texts are known; a sheet of claims says nothing beyond its claims."""
    articles = (pair.a.article, pair.b.article)
    return articles[0] != articles[1] and all(article in pair.context.documents for article in articles)
