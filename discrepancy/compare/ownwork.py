"""The desk's own reporting in a draft: which of its claims no source can be asked for.

Takes the draft's document and claims, and words that mark own reporting (``rules/compare/drafts.yaml`` and the
caller's); gives ids of claims. The text is only read. Knows nothing of sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from discrepancy.model.claims import Claim
from discrepancy.model.text import Document, Span
from discrepancy.rulebook.kinds.drafts import OwnReporting
from discrepancy.rulebook.schema import Rule, Rulebook

_END = re.compile(r"[.!?][\"'”’)\]]*\s+")


def own_work(document: Document | None, claims: Iterable[Claim], rules: Rulebook, further: Sequence[str] = ()) -> frozenset[str]:
    """Ids of the claims of ``document`` that it marks as own reporting; ``further`` words reach as far as their
    sentence.
    """
    if document is None:
        return frozenset()
    marked: list[Span] = []
    for words, reach in [*((rule.words, rule.reach) for rule in rules.of(OwnReporting)), (tuple(further), "sentence")]:
        marked += [_around(document, Span(*found.span()), reach) for found in _finder(words).finditer(document.text)]
    return frozenset(c.id for c in claims if c.article == document.id and any(c.evidence.span.overlaps(span) for span in marked))


def _around(document: Document, mark: Span, reach: str) -> Span:
    """The paragraph around a mark, or its sentence in that paragraph; a mark in no block reaches no further than its own words."""
    block = document.block_at(mark.start)
    if block is None or reach == "paragraph":
        return block.span if block is not None else mark
    before = [stop.end() for stop in _END.finditer(document.text, block.span.start, mark.start)]
    after = _END.search(document.text, mark.end, block.span.end)
    return Span(before[-1] if before else block.span.start, after.end() if after else block.span.end)


@cache
def _finder(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of whole words in any case; one that finds nothing for no words."""
    spaced = (r"\s+".join(map(re.escape, each.split())) for each in words if each.strip())
    return re.compile("|".join(rf"(?<!\w){each}(?!\w)" for each in spaced) or r"(?!)", re.IGNORECASE)


def shows(rule: Rule, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """What a rule finds in a text, for its examples."""
    assert isinstance(rule, OwnReporting)
    return [(found.group(), "") for found in _finder(rule.words).finditer(text)]
