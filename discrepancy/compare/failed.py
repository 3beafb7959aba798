"""The finding of a check that one article fails against itself.

Takes the check's name, the claims and the two values that exclude each other; gives a finding at the level of the decision table, in the
sentences of ``rules/compare/selfchecks.yaml``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from discrepancy import notation
from discrepancy.compare.confidence import confidence
from discrepancy.compare.context import Context
from discrepancy.compare.findings import handle
from discrepancy.compare.judge import deciding_row
from discrepancy.compare.pair import Pair, siblings
from discrepancy.compare.wording import begun
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Camp, Finding, Level, Question, Step
from discrepancy.model.values import Value


def failed(
    check: str,
    claims: Sequence[Claim],
    values: Sequence[Value],
    words: dict[str, str],
    context: Context,
    loose: bool = False,
) -> Finding:
    """The finding of a failed check. ``values`` are the two that exclude each other; the second may be computed."""
    form, first = context.policy.check(check), claims[0]
    a, b = first, claims[-1] if len(claims) > 1 else replace(first, value=values[1], loose=loose)
    b = replace(b, loose=True) if loose else b
    pair = Pair(a, b, "disjoint", siblings(claims), context, frozenset() if loose else frozenset({"checksum"}))
    row = deciding_row(pair)
    question = Question(first.attribute, form.ask.format(**words), first.event, first.entity, first.article)
    sides = tuple(Camp(notation.format(value), tuple(c.id for c in claims if c.value == value) or (claims[-1].id,)) for value in values)
    level: Level = "note" if row.level == "none" else row.level
    text = form.text.format(**words)
    return Finding(
        id=handle(replace(question, scope=check), claims),
        rule=row.id,
        verdict=row.verdict,
        level=level,
        confidence=confidence(row.verdict, claims, (), 1, context) if loose else context.policy.confidence.highest,
        message=begun(text),
        sayable=form.sayable.format(**words),
        question=question,
        camps=sides,
        steps=(Step((a.id, claims[-1].id), "disjoint", row.id, row.verdict, text),),
        origins=1,
    )
