"""Compare: where the claims of several articles cannot all be right.

Takes claims (with canonical names and the ids of linked events) and what the stages before found out; gives findings,
consensus and what was not compared. Pure: the same claims in any order give the same findings. Claims alone suffice, as
a sheet typed by hand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from discrepancy.compare.behind import listed
from discrepancy.compare.consensus import consensus
from discrepancy.compare.context import Context, context
from discrepancy.compare.drafts import statements
from discrepancy.compare.findings import findings, parts_above_wholes
from discrepancy.compare.policy import Policy
from discrepancy.compare.questions import Answers, Unit, not_compared, questions
from discrepancy.compare.selfcheck import selfchecks
from discrepancy.compare.variants import variants
from discrepancy.link.holding import Holding
from discrepancy.model.claims import Claim, Contains, EventMention, NotUnderstood
from discrepancy.model.findings import Consensus, Draft, Entity, Event, Finding, NotCompared, Origin
from discrepancy.model.text import Document
from discrepancy.rulebook.schema import Rulebook

__all__ = ["Outcome", "compare"]


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
    aligned_by: Holding | None = None,
    mentions: Sequence[EventMention] = (),
    contains: Contains | None = None,
    draft: str = "",
    own: Sequence[str] = (),
    unread: Sequence[NotUnderstood] = (),
) -> Outcome:
    """Lay the claims side by side.

    ``events``, ``entities``, ``documents``, ``mentions`` and ``origins`` may be empty. ``aligned_by`` tells for two
    mention ids the attributes without which the two would not be one event; a difference in such an attribute is not
    raised (it needs ``mentions``).
    ``contains`` is the gazetteer's answer to "does the first place hold the second". ``draft`` is the id of the article
    under work, which is no source of the others; ``own`` are words that mark own reporting in it, beside those of the
    rules, ``unread`` the numbers and dates of the sources that are in no claim.
    Raises ValueError when the rules lack a table that comparison needs.

    >>> from discrepancy.rulebook import rulebook
    >>> compare((), (), (), (), rulebook()).findings
    ()
    """
    known = context(
        in_order(claims), events, {entity.name: entity.kind for entity in entities}, documents, rules,
        origins=listed(origins), aligned_by=aligned_by or Holding(), mentions=mentions, contains=contains, draft=draft, own=own,
    )  # fmt: skip
    asked, agreed, found = answered(known)
    ordered = finished([*found, *variants(entities, known)], known.policy)
    ways = tuple(known.claims.values())
    return Outcome(ordered, agreed, not_compared(ways, known), statements(asked, ordered, ways, known, unread))


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Claims in the order in which they are compared: by article, place and id."""
    return sorted(claims, key=lambda claim: (claim.article, claim.evidence.span.start, claim.id))


def answered(
    known: Context,
    units: Collection[Unit] | None = None,
    checked: Collection[str] | None = None,
    agreeing: bool = True,
) -> tuple[tuple[Answers, ...], tuple[Consensus, ...], tuple[Finding, ...]]:
    """What is asked, the consensus of each question, and the findings, in no order and not yet knowing of each other.

    ``units`` limits the questions, ``checked`` the articles that are held against themselves; without ``agreeing`` no consensus is sought.
    The answers to one unit rest on the claims of its articles alone: a set may be compared in parts, each with all articles of its units,
    and the parts together give what the whole gives.
    """
    claims = tuple(known.claims.values())
    asked = questions(claims, known, units)
    found: list[Finding] = []
    agreed: list[Consensus] = []
    for answers in asked:
        within = findings(answers, known)
        found += within
        sources = [claim for claim in answers.claims if claim.article != known.draft] if agreeing else []
        agreement = consensus(replace(answers, claims=tuple(sources)), within, known) if sources else None
        if agreement is not None:
            agreed.append(agreement)
    found += parts_above_wholes(asked, known)
    found += selfchecks([claim for claim in claims if checked is None or claim.article in checked], known)
    return asked, tuple(agreed), tuple(found)


def finished(found: Iterable[Finding], policy: Policy) -> tuple[Finding, ...]:
    """All findings of a set: each once, most serious first, with a word in the message of each that rests on a disputed value."""
    each = {(finding.id, finding.camps): finding for finding in found}.values()
    disputed = {claim for finding in each for claim in disputed_by(finding)}
    return tuple(sorted((dependent(finding, disputed, policy) for finding in each), key=lambda finding: seriousness(finding, policy)))


def disputed_by(finding: Finding) -> tuple[str, ...]:
    """Ids of the claims whose value a finding puts in doubt."""
    return tuple(claim for camp in finding.camps for claim in camp.claims) if finding.verdict in _DISPUTED else ()


def dependent(finding: Finding, disputed: Collection[str], policy: Policy) -> Finding:
    """The finding, with a word in its message where it rests on a claim that is itself disputed."""
    if not any(claim in disputed for claim in finding.depends_on):
        return finding
    return replace(finding, message=f"{finding.message} {policy.verdict('dependent').message}")


_DISPUTED = ("conflicts", "attributed", "unclear")


def seriousness(finding: Finding, policy: Policy) -> tuple[int, int, float, str, str, str]:
    """What findings are sorted by, most serious first: level, verdict, confidence, then the words of the question."""
    levels = ("error", "warning", "note")
    asked = finding.question
    place = levels.index(finding.level), policy.order.index(finding.verdict)
    return (
        *place,
        -finding.confidence,
        asked.text,
        finding.id,
        finding.camps[0].claims[0] if finding.camps and finding.camps[0].claims else "",
    )
