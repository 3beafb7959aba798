"""Whether the times of day that two articles tell are those of one happening.

Takes two claims and what comparison knows beside them; gives the minutes between them, and whether these part them. Half a day apart is a
slip between morning and evening, and the distance of the place from Greenwich one of the zone; beyond that reports of one happening
differ by no more than ``far_minutes`` (``rules/compare/happenings.yaml``).
"""

from __future__ import annotations

from datetime import date

from discrepancy.claim.times.dated import RULE
from discrepancy.compare.context import Context
from discrepancy.compare.days import days_far
from discrepancy.compare.pair import Pair
from discrepancy.compare.relations import clock_shift, figure, hour
from discrepancy.compare.ties import blocks, fates_shared, parties_shared, strengths
from discrepancy.model.claims import Claim
from discrepancy.model.values import Clock

_DAY, _HALF, _SLIP = 1440, 720, 15


def clock_gap(a: Clock, b: Clock, day: date | None) -> int | None:
    """Minutes between two times of day, the shorter way round the clock; None when their zones cannot be held together."""
    shift = clock_shift(a, b, day)
    if shift is None:
        return None
    return min(abs(x - (y + shift + turn)) for x in (a.first, a.last) for y in (b.first, b.last) for turn in (-_DAY, 0, _DAY))


def hours_off(pair: Pair) -> bool:
    """Times of day further apart than reports of one happening are, half a day and the distance from Greenwich set aside: who was shot at
    nightfall, and when the hospital was called, the man on the run seen again, or the party begun."""
    parts, width = pair.context.policy.tolerance("time"), pair.context.policy.happening("time")
    a, b = hour(pair.a.value, parts), hour(pair.b.value, parts)
    if not width.far_minutes or a is None or b is None or not pair.in_texts():
        return False
    gap = clock_gap(a, b, pair.context.event_day(pair.a))
    if gap is None or strengths(pair.a, pair.context) & strengths(pair.b, pair.context):
        return False  # one quake has one time
    if pair.a.rule == pair.b.rule and pair.a.rule in width.follows:
        return False  # both say that it is the hour of the call
    if _as_grave(pair.a, pair.b, pair.context):
        return False
    if pair.a.rule == pair.b.rule == RULE and fates_shared(pair.a, pair.b, pair.context):
        return False
    if days_far(pair.a, pair.b, pair.context):
        return True
    return gap >= width.far_minutes and not _mistaken(gap, a, pair.a, pair.context)


def several_hours(pair: Pair) -> bool:
    """Times of what had several: one of the articles tells of a spree, or gives the other's time as well, and not as that of a death."""
    width = pair.context.policy.happening("time")
    if any(not pair.context.words(claim.article).words.isdisjoint(width.moving) for claim in (pair.a, pair.b)):
        return True
    return _gives(pair.a, pair.b, pair.context) or _gives(pair.b, pair.a, pair.context)


def _gives(claim: Claim, other: Claim, context: Context) -> bool:
    """Whether the article of a claim tells the other's time too, of whatever happened then."""
    told = context.by_article.get(claim.article, ())
    return any(c.attribute == "time" and c.scope in ("", "call") and c.value == other.value for c in told)


def hours_apart(a: Claim, b: Claim, context: Context) -> bool:
    """Whether two times of day are hours apart and nothing but the event ties the articles: a town has more than one shooting a day."""
    far, parts = context.policy.happening("time").far_minutes, context.policy.tolerance("time")
    first, second = hour(a.value, parts), hour(b.value, parts)
    if not far or first is None or second is None or first.zone != second.zone:
        return False
    gap = clock_gap(first, second, None) or 0
    if gap <= far or _mistaken(gap, first, a, context) or parties_shared(a, b, context) or _as_grave(a, b, context):
        return False
    ours, theirs = (blocks(claim, context) for claim in (a, b))
    return not any(context.lexicon.relation(one, other) == "same" for one in ours for other in theirs)


def _as_grave(a: Claim, b: Claim, context: Context) -> bool:
    """Whether both articles count many dead or hurt and as many, or many dead and neither a multiple of the other's: no town has two such
    on one day. A part of a day is as many hours, so of that only as many dead or hurt will do."""
    width = context.policy.happening("killed")
    if not a.event or a.event != b.event:
        return False
    dead, hurt = (tuple(_most(claim, attribute, context) for claim in (a, b)) for attribute in ("killed", "injured"))
    if any(one == other >= width.telling for one, other in (dead, hurt)):
        return True
    exact = isinstance(a.value, Clock) and isinstance(b.value, Clock)
    return exact and min(dead) >= width.telling and max(dead) < width.multiple * min(dead)


def _most(claim: Claim, attribute: str, context: Context) -> float:
    """The highest toll that the claim's article gives its event itself; one of the whole country counts the dead of others."""
    told = context.of_event(claim.event, attribute)
    return max((figure(c.value) or 0 for c in told if c.article == claim.article and not c.scope), default=0)


def _mistaken(gap: int, clock: Clock, claim: Claim, context: Context) -> bool:
    """Whether a gap is that of morning taken for evening, or of a time in GMT taken for a local one."""
    zone = clock_shift(Clock(0, 0, clock.zone), Clock(0, 0, "UTC"), context.event_day(claim)) if clock.zone else None
    return any(abs(gap - slip) <= _SLIP for slip in (_HALF, *((abs(zone),) if zone else ())))
