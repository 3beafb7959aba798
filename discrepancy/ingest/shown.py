"""What a rule for pages finds in a text: the examples of ``rules/ingest`` run through the layout itself.

Takes a rule, a text and the rulebook; gives the stretches the rule knew. :mod:`discrepancy.selftest` and ``rules
try`` call this.
"""

from __future__ import annotations

from discrepancy.ingest.layout import layout
from discrepancy.ingest.lines import paragraphs
from discrepancy.ingest.metadata import own_days
from discrepancy.ingest.vocabulary import fold, vocabulary
from discrepancy.rulebook.kinds.pages import PageCue, PageLabel, PageWords
from discrepancy.rulebook.schema import Rule, Rulebook


def shows(rule: Rule, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """The words that a rule for pages finds in a text, each with an empty value; ``published`` does not matter to a page."""
    words = vocabulary(rules)
    pieces = layout(paragraphs(text), words)
    if isinstance(rule, PageCue):
        return [(piece.span.of(text), "") for piece in pieces if piece.rule == rule.id]
    if isinstance(rule, PageWords):
        kind = "caption" if rule.tells == "picture" else "boilerplate"
        return [(piece.span.of(text), "") for piece in pieces if piece.kind == kind and not piece.rule]
    if not isinstance(rule, PageLabel):
        return []
    if rule.field in ("today", "yesterday"):
        labels = {fold(label) for label in rule.labels}
        found = [came_from.removeprefix("text: ") for came_from, _, _ in own_days(text, pieces, words)]
        return [(stretch, "") for stretch in found if any(fold(stretch).startswith(label) for label in labels)]
    return [(piece.span.of(text), "") for piece in pieces if piece.field == rule.field and piece.where.startswith(("header ", "label "))]
