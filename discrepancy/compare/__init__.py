"""Compare: where the claims of several articles cannot all be right.

Takes claims (with canonical names and the ids of linked events) and what the stages before found out; gives findings,
consensus and what was not compared. Pure: the same claims in any order give the same findings. Claims alone suffice, as
a sheet typed by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from discrepancy.compare.consensus import consensus
from discrepancy.compare.context import AlignedBy, Context, context
from discrepancy.compare.drafts import statements
from discrepancy.compare.lexicon import Contains
from discrepancy.compare.questions import findings, parts_above_wholes, questions
from discrepancy.compare.selfcheck import PrintedWeekday, selfchecks
from discrepancy.compare.variants import variants
from discrepancy.link.spellings import RULE as SPELLING
from discrepancy.model.claims import Claim, EventMention
from discrepancy.model.findings import Consensus, Draft, Entity, Event, Finding, NotCompared, Origin
from discrepancy.model.text import Document
from discrepancy.rulebook.schema import Rulebook

__all__ = ["Outcome", "PrintedWeekday", "compare"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comparison gives: findings, most serious first, a consensus a question, pairs not held together."""

    findings: tuple[Finding, ...]
    consensus: tuple[Consensus, ...]
    not_compared: tuple[NotCompared, ...]
    draft: Draft | None = None


def compare(
    claims: Sequence[Claim],
    events: Sequence[Event],
    entities: Sequence[Entity],
    documents: Sequence[Document],
    rules: Rulebook,
    *,
    origins: Sequence[Origin] = (),
    aligned_by: AlignedBy | None = None,
    mentions: Sequence[EventMention] = (),
    contains: Contains | None = None,
    weekdays: Sequence[PrintedWeekday] = (),
    draft: str = "",
    own: Sequence[str] = (),
) -> Outcome:
    """Lay the claims side by side.

    ``events``, ``entities``, ``documents``, ``mentions`` and ``origins`` may be empty. ``aligned_by`` names for two
    mention ids the attributes without which the two would not be one event; a difference in such an attribute is not
    raised (it needs ``mentions``).
    ``contains`` is the gazetteer's answer to "does the first place hold the second". ``draft`` is the id of the article
    under work, which is no source of the others; ``own`` are words that mark own reporting in it, beside those of the
    rules. Raises ValueError when the rules lack a table that comparison needs.

    >>> from discrepancy.rulebook import rulebook
    >>> compare((), (), (), (), rulebook()).findings
    ()
    """
    ordered = sorted(claims, key=lambda claim: (claim.article, claim.evidence.span.start, claim.id))
    known = context(
        ordered, events, entities, documents, rules,
        origins=origins, aligned_by=aligned_by or {}, mentions=mentions, contains=contains, draft=draft, own=own,
    )  # fmt: skip
    asked, not_compared = questions([claim for claim in ordered if claim.rule != SPELLING], known)
    found: list[Finding] = []
    agreed: list[Consensus] = []
    for answers in asked:
        within = findings(answers, ordered, known)
        found += within
        sources = [claim for claim in answers.claims if claim.article != draft]
        agreement = consensus(replace(answers, claims=tuple(sources)), within, known) if sources else None
        if agreement is not None:
            agreed.append(agreement)
    found += parts_above_wholes(asked, ordered, known)
    found += selfchecks(ordered, known, weekdays)
    found += variants(entities, known)
    ordered_findings = _ordered(_dependants(found, known), known)
    return Outcome(ordered_findings, tuple(agreed), not_compared, statements(asked, ordered_findings, ordered, known))


def _dependants(found: Sequence[Finding], known: Context) -> list[Finding]:
    """The findings, with a word in the message of each that rests on a value which is itself disputed."""
    disputed = {claim for f in found if f.verdict in _DISPUTED for camp in f.camps for claim in camp.claims}
    note = known.policy.verdict("dependent").message
    return [replace(f, message=f"{f.message} {note}") if disputed.intersection(f.depends_on) else f for f in found]


_DISPUTED = ("conflicts", "attributed", "unclear")


def _ordered(found: Sequence[Finding], known: Context) -> tuple[Finding, ...]:
    """Most serious first: level, verdict, confidence, then the words of the question."""
    levels, order = ("error", "warning", "note"), known.policy.order
    return tuple(
        sorted(
            {finding.id: finding for finding in found}.values(),
            key=lambda f: (levels.index(f.level), order.index(f.verdict), -f.confidence, f.question.text, f.id),
        )
    )
