"""The desk's own reporting in a draft: which of its claims no source can be asked for.

Takes the draft's document and claims, and words that mark own reporting (``rules/compare/drafts.yaml`` and the
caller's); gives ids of claims, those of the headline that say the same among them. The text is only read. Knows nothing of sources.
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
    us = _us(rules, document.outlet.value if document.outlet is not None else "")
    for words, reach in [*((rule.words, rule.reach) for rule in rules.of(OwnReporting)), (tuple(further), "sentence")]:
        found = (Span(*match.span()) for match in _finder(words, us).finditer(document.text) if reach != "desk")
        marked += [_around(document, span, reach) for span in found if reach == "paragraph" or not _quoted(document, span.start)]
    told = [claim for claim in claims if claim.article == document.id]
    own = [claim for claim in told if any(claim.evidence.span.overlaps(span) for span in marked)]
    said = {(claim.attribute, claim.value, claim.population) for claim in own}
    heads = [c for c in told if (c.attribute, c.value, c.population) in said and _heads(document, c.evidence.span.start)]
    return frozenset(claim.id for claim in (*own, *heads))


def _heads(document: Document, at: int) -> bool:
    """Whether a place stands above the text, where its words are told once more."""
    block = document.block_at(at)
    return block is not None and block.kind in ("headline", "standfirst")


def _around(document: Document, mark: Span, reach: str) -> Span:
    """The paragraph around a mark, or its sentence in that paragraph; a mark in no block reaches no further than its own words."""
    block = document.block_at(mark.start)
    if block is None or reach == "paragraph":
        return block.span if block is not None else mark
    before = [stop.end() for stop in _END.finditer(document.text, block.span.start, mark.start)]
    after = _END.search(document.text, mark.end, block.span.end)
    return Span(before[-1] if before else block.span.start, after.end() if after else block.span.end)


def _quoted(document: Document, at: int) -> bool:
    """Whether a place in a paragraph stands between quotation marks: "we" there is whoever speaks."""
    block = document.block_at(at)
    before = document.text[block.span.start if block is not None else 0 : at]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _us(rules: Rulebook, outlet: str) -> tuple[str, ...]:
    """What the desk calls itself."""
    names = [word for rule in rules.of(OwnReporting) if rule.reach == "desk" for word in rule.words]
    return (*names, outlet, f"the {outlet}") if outlet else tuple(names)


@cache
def _finder(words: tuple[str, ...], us: tuple[str, ...] = ()) -> re.Pattern[str]:
    """A pattern of whole words in any case; one that finds nothing for no words."""
    called = "(?:" + "|".join(sorted(map(_spaced, us), key=len, reverse=True)) + ")"
    each = (_spaced(word).replace(re.escape("{us}"), called) for word in words if word.strip() and (us or "{us}" not in word))
    return re.compile("|".join(rf"(?<!\w){one}(?!\w)" for one in each) or r"(?!)", re.IGNORECASE)


def _spaced(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def shows(rule: Rule, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """What a rule finds in a text, for its examples."""
    assert isinstance(rule, OwnReporting)
    return [(found.group(), "") for found in _finder(rule.words, _us(rules, "")).finditer(text)]
