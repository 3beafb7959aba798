"""Conditions on what ties two articles to one happening: the days of their issues, the tolls and the people that stand in both.

Takes a :class:`~discrepancy.compare.pair.Pair`; gives yes or no.
"""

from __future__ import annotations

from datetime import date

from discrepancy.compare.context import Context
from discrepancy.compare.pair import Pair
from discrepancy.compare.relations import figure
from discrepancy.link.days import days_apart
from discrepancy.model.claims import Claim
from discrepancy.model.values import When

_TELLING = ("age", "magnitude", "distance")
"""Attributes whose value stands in the reports of two happenings by chance alone."""
_FRESH = 1
"""Days between what happened and the issue that tells of it as news."""


def own_days(pair: Pair) -> bool:
    """Both articles date what they tell by their own issue, the days lie as far apart as the issues, and no toll stands in both: Monday's
    paper tells of Monday's shelling, and Thursday's of Thursday's."""
    a, b = pair.a, pair.b
    issues = [pair.context.published(claim.article) for claim in (a, b)]
    if not a.event or issues[0] is None or issues[1] is None or issues[0] == issues[1]:
        return False
    tolls = [_tolls(claim, pair.context) for claim in (a, b)]
    if not all(tolls) or tolls[0] & tolls[1]:
        return False
    ours, theirs = (_days(claim, pair.context) for claim in (a, b))
    if not ours or not theirs or any(days_apart(one, other)[0] in (0, None) for one in ours for other in theirs):
        return False
    gap = (issues[1] - issues[0]).days
    first, second = _fresh(ours, issues[0]), _fresh(theirs, issues[1])
    return first is not None and second is not None and (second - first).days == gap


def thin_day(pair: Pair) -> bool:
    """Two days, of articles that share neither a toll nor a person, nor an age, a distance or the strength of a quake: what befell one town
    on Thursday and on Friday."""
    return _known(pair) and _apart(pair)


def thin_toll(pair: Pair) -> bool:
    """One figure is a multiple of the other, and neither a toll, a person nor an age, a distance or the strength of a quake stands in both
    articles: two attacks of one war."""
    low, high = sorted(figure(claim.value) or 0 for claim in (pair.a, pair.b))
    width = pair.context.policy.tolerance(pair.a.attribute)
    far = bool(width.multiple) and low > 0 and high >= width.multiple * low and high - low >= width.more
    return far and _known(pair) and _apart(pair)


def _known(pair: Pair) -> bool:
    """Whether two articles that the set holds tell of one event; a sheet of claims says nothing beyond its claims."""
    articles = (pair.a.article, pair.b.article)
    return bool(pair.a.event) and articles[0] != articles[1] and all(article in pair.context.documents for article in articles)


def _apart(pair: Pair) -> bool:
    """Whether both articles tell of tolls, people or telling figures, and share none; what only one of them tells parts nobody."""
    asked = (_tolls, _people, _figures)
    told = [(tell(pair.a, pair.context), tell(pair.b, pair.context)) for tell in asked]
    return any(ours and theirs for ours, theirs in told) and not any(ours & theirs for ours, theirs in told)


def _people(claim: Claim, context: Context) -> set[object]:
    """The people of whom the claim's article tells."""
    found = (c.entity for c in context.by_article.get(claim.article, ()))
    return {name for name in found if context.kinds.get(name) == "person"}


def _figures(claim: Claim, context: Context) -> set[object]:
    """Ages, distances and strengths of quakes that the claim's article gives."""
    told = context.by_article.get(claim.article, ())
    return {(c.attribute, c.value, c.unit) for c in told if c.attribute in _TELLING}


def _days(claim: Claim, context: Context) -> list[When]:
    """The days on which the claim's article puts its event; the claim's own where it is one."""
    told = [claim] if claim.attribute == "date" else [c for c in context.of_event(claim.event, "date") if c.article == claim.article]
    return [c.value for c in told if isinstance(c.value, When)]


def _tolls(claim: Claim, context: Context) -> set[object]:
    """How many people the claim's article counts as killed or hurt, those told of alone aside."""
    told = (c for attribute in ("killed", "injured", "hit") for c in context.of_event(claim.event, attribute) if c.article == claim.article)
    return {found for c in told if (found := figure(c.value)) is not None and found > 1}


def _fresh(days: list[When], issue: date) -> date | None:
    """The one certain day among some that is that of the issue or the one before."""
    sure = {when.first for when in days if when.first is not None and when.first == when.last and 0 <= (issue - when.first).days <= _FRESH}
    return next(iter(sure)) if len(sure) == 1 else None
