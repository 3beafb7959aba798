"""One article as one incident: the toll of its main event as two closed intervals.

Takes an annotated article; gives its toll for whoever reads one article by itself, and plain numbers for tables and benches. It puts parts
and people together on its own judgement, so nothing in the chain of a check uses it.
"""

from __future__ import annotations

from discrepancy.annotate.layers import Annotated, annotate
from discrepancy.claim.facts.read import Fact, facts
from discrepancy.claim.mainevent.passages import Days
from discrepancy.claim.mainevent.toll import Toll, choose
from discrepancy.claim.times.resolve import resolve
from discrepancy.model.text import Block, Document, Span
from discrepancy.model.values import Quantity
from discrepancy.rulebook.kinds.quantities import NumberPolicy
from discrepancy.rulebook.schema import Rulebook


def toll(annotated: Annotated, rules: Rulebook) -> Toll:
    """Killed and injured in the main event of an article, its title taken in."""
    document = annotated.document
    found = facts(annotated.sentences, rules)
    headline: tuple[Fact, ...] = ()
    title = document.title.value if document.title else ""
    if title and not any(True for _ in document.blocks_of("headline")):
        alone = Document(document.id, "", "", title, (Block("headline", Span(0, len(title))),), published=document.published)
        headline = facts(annotate(alone, rules).sentences, rules)
    return choose(annotated.sentences, found, rules, headline, title, _days(annotated, rules))


def _days(annotated: Annotated, rules: Rulebook) -> Days:
    document = annotated.document
    whens = ((time.span, time.when) for time in resolve(document, annotated.sentences, rules))
    told = tuple((at, w.first, w.last) for at, w in whens if w is not None and w.first is not None and w.last is not None)
    return Days(told, document.published.value.last if document.published else None)


def closed(value: Quantity | None, rules: Rulebook) -> dict[str, int] | None:
    """A quantity as whole numbers; an open bound is closed at the policy's multiple of the other end (``number-policy``).

    >>> from discrepancy.rulebook import rulebook
    >>> closed(Quantity(12, None, vague=True), rulebook())
    {'low': 12, 'high': 24}
    """
    if value is None:
        return None
    limits = rules.of(NumberPolicy)[0]
    low, high = value.low, value.high
    factor = limits.open if value.vague else limits.counted
    if low is None and high is None:
        return None
    if low is None and high is not None:
        low = high / factor
    if high is None and low is not None:
        high = low * factor
    assert low is not None and high is not None
    if value.approx:
        low, high = low * (1 - limits.about), high * (1 + limits.about)
    return {"low": round(low), "high": round(high)}
