"""The units of one sentence as numbers are read off them, and what a number becomes.

Takes one sentence and the number words of a rulebook; gives its words and whether they touch. Knows nothing of what makes a number.
"""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.annotate.numbers_words import Grammar
from discrepancy.annotate.tokens import Chunked, Sentence
from discrepancy.model.text import Span
from discrepancy.model.values import Number, Quantity

JOINTS = "-‑–—"
"""Hyphens and dashes that stand between two numbers."""


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A number as printed. ``words`` are the article's own; ``unit`` and ``attribute`` are set when something is measured."""

    value: Quantity
    span: Span
    words: str
    unit: str = ""
    attribute: str = ""


@dataclass(frozen=True, slots=True)
class NumberCode:
    """Figures that count nothing."""

    span: Span
    words: str


@dataclass(slots=True)
class Found:
    """A number while it grows over the units beside it."""

    start: int
    end: int
    value: Quantity
    loose: bool = False
    unit: str = ""
    attribute: str = ""
    hedged: bool = False


class Row:
    """The units of one sentence, with the number words of the rulebook."""

    def __init__(self, sentence: Sentence, grammar: Grammar) -> None:
        self.sentence, self.grammar = sentence, grammar
        self.size = len(sentence.symbols)

    def word(self, unit: int) -> str:
        """A unit in lower case; "" outside the sentence."""
        if not 0 <= unit < self.size:
            return ""
        sentence = self.sentence
        return sentence.text[sentence.starts[unit] : sentence.ends[unit]].lower()

    def glued(self, unit: int) -> bool:
        """True when nothing stands between a unit and the one before it."""
        return 0 < unit < self.size and self.sentence.ends[unit - 1] == self.sentence.starts[unit]

    def coded(self, start: int, end: int) -> Chunked:
        """The chunk of figures that count nothing."""
        words = self.sentence.words(start, end)
        return Chunked(start, end, self.grammar.code, NumberCode(self.sentence.span_of(start, end), words))


def counts(row: Row, end: int) -> bool:
    """Whether a number that ends at a unit can count what follows: people, a plural, a name or what became of somebody."""
    following = row.sentence.words(end, min(end + 1, row.size))
    return bool(following) and (following[0].isupper() or following.endswith("s") or row.sentence.symbols[end] in row.grammar.countable)


def whole(number: float) -> Number:
    """A number without the digits that no text prints: 3.0 is 3.

    >>> whole(3.0), whole(0.1 + 0.2)
    (3, 0.3)
    """
    return int(number) if number == int(number) else round(number, 6)
