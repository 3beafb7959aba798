"""Consensus: low, best and high of one question, graded, with the ledger of its versions.

Takes one question's claims and its findings; gives a :class:`~discrepancy.model.findings.Consensus`. Conventions: low,
best, high from UCDP GED; grades fair, weak, contested from Airwars. "Confirmed" is a person's word and not given here.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy import notation
from discrepancy.compare.behind import Behind
from discrepancy.compare.context import Context
from discrepancy.compare.questions import Answers
from discrepancy.compare.relations import relation
from discrepancy.compare.versions import counted, ledger, superseded
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Consensus, Finding
from discrepancy.model.values import Quantity, Value, When

_CONTESTED = ("conflicts", "attributed", "omits")


def consensus(answers: Answers, findings: Sequence[Finding], context: Context) -> Consensus | None:
    """What the claims of a question come to, or None where no rule takes a consensus on its attribute."""
    claims = answers.claims
    rule = context.policy.consensus(answers.question.attribute)
    if rule is None:
        return None
    old = superseded(claims, findings, context)
    current = [claim for claim in counted(claims, context) if claim.id not in old] or list(claims)
    behind = Behind(claims, context.origins)
    best = _best(current, behind, context)
    origins = behind.count([claim for claim in current if _allows(claim.value, best, claim, context)])
    contested = any(f.verdict in _CONTESTED for f in findings if not f.question.article)
    low, high = _ends(current) or (notation.format(best), notation.format(best))
    return Consensus(
        question=answers.question,
        low=low,
        best=notation.format(best),
        high=high,
        grade="contested" if contested else "fair" if origins >= rule.fair_origins else "weak",
        claims=tuple(claim.id for claim in claims),
        origins=behind.count(claims),
        rule=rule.text,
        ledger=ledger(claims, findings, context),
    )


def _best(claims: Sequence[Claim], behind: Behind, context: Context) -> Value:
    """The value with the most origins behind it; of equals the one most others allow, then the narrower, then the
    first."""
    values = list(dict.fromkeys(claim.value for claim in claims))
    attribute = claims[0].attribute

    def weight(value: Value) -> tuple[int, int, int, int]:
        said = [claim for claim in claims if claim.value == value]
        allowed = sum(_allows(claim.value, value, claim, context) for claim in claims)
        finer = sum(relation(value, other, context.policy, attribute, context.lexicon) == "narrower" for other in values if other != value)
        return behind.count(said), allowed, finer, -values.index(value)

    return max(values, key=weight)


def _allows(value: Value, best: Value, claim: Claim, context: Context) -> bool:
    found = relation(value, best, context.policy, claim.attribute, context.lexicon)
    return found in ("same", "wider", "narrower", "overlap")


def _ends(claims: Sequence[Claim]) -> tuple[str, str] | None:
    """The lowest and the highest that the claims allow, in notation; None for what has no order."""
    values = [claim.value for claim in claims]
    numbers = [value for value in values if isinstance(value, Quantity)]
    days = [value for value in values if isinstance(value, When)]
    if numbers:
        lows = [value.low for value in numbers if value.low is not None]
        highs = [value.high for value in numbers if value.high is not None]
        most = max([*lows, *highs], default=None)
        open_ended = any(value.high is None and value.low is not None and value.low == most for value in numbers)
        low = Quantity(min(lows), min(lows)) if lows else Quantity(None, most)
        return notation.format(low), notation.format(Quantity(most, None if open_ended else most))
    if days:
        firsts = [value.first for value in days if value.first is not None]
        lasts = [value.last for value in days if value.last is not None]
        first, last = min(firsts, default=None), max(lasts, default=None)
        return notation.format(When(first, first)), notation.format(When(last, last))
    return None
