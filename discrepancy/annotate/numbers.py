"""Numbers: figures and words read into quantities, with hedges, ranges and units.

Takes a sentence whose times are chunked already; gives chunks ``quantity`` (value :class:`QuantityMention`) and ``number-code`` (figures
that count nothing: a route, a calibre, a telephone number). Knows nothing of what is counted. The words and their values are in
``rules/numbers``; the grammar of English numbers is in :mod:`.numbers_reader`. Ordinals are left alone: "the third man" counts nobody.
"""

from __future__ import annotations

from discrepancy.annotate.numbers_reader import Reader
from discrepancy.annotate.numbers_row import NumberCode, QuantityMention
from discrepancy.annotate.numbers_words import grammar
from discrepancy.annotate.tokens import Chunked, Sentence, sentences
from discrepancy.model.text import Block, Document, Span
from discrepancy.notation.values import format
from discrepancy.rulebook.kinds.quantities import Hedges, LooseNumbers, Numerals, UnitWords
from discrepancy.rulebook.schema import Rule, Rulebook

__all__ = ["NumberCode", "QuantityMention", "chunks", "mentions", "shows"]


def chunks(sentence: Sentence, rules: Rulebook) -> list[Chunked]:
    """The numbers of a sentence, in order, as chunks.

    >>> from discrepancy.rulebook import rulebook
    >>> [format(mention.value) for mention in mentions("At least 12 of two dozen boats sank.", rulebook())]
    ['>=12', '24']
    """
    return list(Reader(sentence, grammar(rules)).numbers())


def mentions(text: str, rules: Rulebook) -> tuple[QuantityMention, ...]:
    """The quantities of a plain text."""
    document = Document("", "", "", text, (Block("body", Span(0, len(text))),))
    found = [c.value for s in sentences(document, rules) for c in chunks(s, rules)]
    return tuple(value for value in found if isinstance(value, QuantityMention))


def shows(rule: Rule, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """What the number rules find in an example: words and value in notation. A rule is shown where one of its words stands in them."""
    own: set[str] = set()
    if isinstance(rule, Hedges):
        own = set(rule.before) | set(rule.after)
    elif isinstance(rule, Numerals | LooseNumbers):
        own = set(rule.means)
        own |= set(getattr(rule, "after_a", ()))
    elif isinstance(rule, UnitWords):
        own = set(rule.means) | set(rule.signs) | {"%"}
    found = mentions(text, rules)
    return [(m.words, format(m.value)) for m in found if any(word in m.words.lower() or word in m.words for word in own)]
