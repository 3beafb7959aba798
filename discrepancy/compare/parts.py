"""Figures that are parts of others: a part larger than its whole, and totals over several events, places or groups.

Takes claims of one event or of all articles; gives pairs of part and whole, and sentences for totals that answer no single question.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import combinations

from discrepancy.compare.context import Context
from discrepancy.compare.passport import beside_the_dead, scope
from discrepancy.compare.policy import Policy
from discrepancy.compare.relations import figure
from discrepancy.model.claims import Claim
from discrepancy.model.values import Quantity
from discrepancy.notation import number

_NEAR = 250
"""Characters within which the parts of a total are listed."""
_MOST_PARTS = 4
_UNSUMMED = ("age", "magnitude", "distance", "duration")
"""Attributes whose figures, whatever they add up to, are no total of one another: a woman of 73 is not one of 44 and one of 29."""


def part_of(a: Claim, b: Claim, context: Context) -> tuple[Claim, Claim] | None:
    """The two claims as (part, whole) when one population lies inside the other and the part is the larger figure; else
    None."""
    found = context.lexicon.populations(a.population, b.population)
    more = any(claim.additional and not beside_the_dead(claim, context) for claim in (a, b))
    if found not in ("narrower", "wider") or more or scope(a, context) != scope(b, context):
        return None
    part, whole = (a, b) if found == "narrower" else (b, a)
    low = part.value.low if isinstance(part.value, Quantity) and not part.value.approx else None
    high = whole.value.high if isinstance(whole.value, Quantity) and not whole.value.approx else None
    if low is None or high is None or not low > high:
        return None
    ratio = context.policy.happening(a.attribute).outlier  # a part so far above a whole is of another event
    return (part, whole) if not ratio or low < ratio * max(1, high) else None


def composites(claims: Sequence[Claim], policy: Policy) -> dict[str, str]:
    """Ids of claims that are a total over several events, places or groups, with a sentence; parts stand beside their
    total.

    "Eleven dead, nine in Iran and two in Pakistan" is no toll of either strike; "13 of them" is no total, whatever stands beside it.
    ``claims`` are those of all articles.
    """
    found: dict[str, str] = {}
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        if isinstance(claim.value, Quantity) and claim.value.exact and claim.attribute not in _UNSUMMED and not claim.entity:
            thing = claim.population if claim.attribute == "count" else ""  # passengers and helicopters make no sum
            groups.setdefault((claim.article, claim.attribute, thing), []).append(claim)
    for (_, attribute, _), group in groups.items():
        shares = policy.counting(attribute).parts
        group.sort(key=_begin)
        for total in group:
            behind = total.evidence.exact.lower().partition(" ")[2]
            parts = () if behind.startswith(shares) else _parts(total, _near(total, group))
            if parts:
                figures = " and ".join(number(figure(p.value) or 0) for p in parts)
                found[total.id] = f"the figure is a total of {figures}, given beside it for several events or places"
    return found


def _begin(claim: Claim) -> int:
    return claim.evidence.span.start


def _near(total: Claim, group: Sequence[Claim]) -> Sequence[Claim]:
    """Those claims of a group in the order of the text that stand near a total, itself among them."""
    at = _begin(total)
    return group[bisect_left(group, at - _NEAR, key=_begin) : bisect_right(group, at + _NEAR, key=_begin)]


def _parts(total: Claim, beside: Sequence[Claim]) -> tuple[Claim, ...]:
    wanted = figure(total.value) or 0
    near = [c for c in beside if c is not total and 0 < (figure(c.value) or 0) < wanted and c.evidence.span != total.evidence.span][
        : 2 * _MOST_PARTS
    ]
    for count in range(2, _MOST_PARTS + 1):
        for parts in combinations(near, count):
            apart = len({(p.event, p.scope) for p in parts}) == count
            if apart and sum(figure(p.value) or 0 for p in parts) == wanted:
                return parts
    return ()
