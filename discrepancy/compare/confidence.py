"""How sure a finding is a real difference: one small sum whose terms stand in ``rules/compare/confidence.yaml``."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.compare.context import Context
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Cause
from discrepancy.model.values import Clock, Quantity, When


def confidence(verdict: str, claims: Sequence[Claim], causes: Sequence[Cause], origins: int, context: Context) -> float:
    """The base of the verdict plus the points that hold, within the stated limits, rounded to two places."""
    rule = context.policy.confidence
    articles = {claim.article for claim in claims}
    event = context.events.get(claims[0].event)
    points = {
        "cause": bool(causes),
        "named-entity": bool(claims[0].entity),
        "same-article": len(articles) == 1,
        "additional": any(claim.additional for claim in claims),
        "hedged": any(
            (isinstance(c.value, Quantity | When | Clock) and c.value.approx) or (isinstance(c.value, Quantity) and c.value.vague)
            for c in claims
        ),
        "background": any(context.mentions.get((c.event, c.article)) in context.background for c in claims),
        "undated-event": event is not None and event.date is None and claims[0].attribute != "date",
        "disputed-anchor": any(claim.anchors for claim in claims),
    }
    total = rule.base.get(verdict, 0.5) + rule.points.get("origin", 0.0) * max(0, min(origins, 4) - 2)
    total += rule.attributes.get(claims[0].attribute, 0.0)
    total += sum(rule.points.get(name, 0.0) for name, holds in points.items() if holds)
    return round(min(rule.highest, max(rule.lowest, total)), 2)
