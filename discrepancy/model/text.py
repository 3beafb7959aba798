"""Text: an article as published, and the places in it.

Takes and gives plain values; standard library only. A text never changes after reading, so every offset stays true.
Offsets are half-open code-point offsets into ``Document.text``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from discrepancy.model.values import When

BlockKind = Literal["headline", "standfirst", "byline", "dateline", "credit", "stamp", "body", "quote", "caption", "boilerplate"]
"""What a stretch of an article is. ``credit`` is an agency line, ``stamp`` a page's own date line ("Updated: …")."""

CONTEXT = 32
"""Characters kept before and after an exact quote, as W3C TextQuoteSelector recommends for re-anchoring."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch ``[start, end)`` of code points.

    >>> Span(3, 5).within(Span(0, 9))
    True
    """

    start: int
    end: int

    def within(self, other: Span) -> bool:
        """True when no part of this span lies outside ``other``."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: Span) -> bool:
        """True when the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The words at this place of ``text``."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where something stands: article id, span, the exact words, and :data:`CONTEXT` characters before and after.

    W3C Web Annotation, TextPositionSelector and TextQuoteSelector.
    """

    article: str
    span: Span
    exact: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article and what it is."""

    kind: BlockKind
    span: Span


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sourced(Generic[T]):
    """A piece of metadata and where it came from ("header Published:", "file articles.csv", "inferred: names 2 February")."""

    value: T
    came_from: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article as published by one outlet at one time.

    ``published`` is None when neither the page nor the desk says it; a date bounded from the text alone is marked
    ``inferred`` in its ``came_from`` and may be open at one end. ``zone`` is the IANA zone of the outlet, ``date_order`` its
    habit for ``05/06/2024`` ("dmy", "mdy" or ""). ``credits`` are agencies named as the origin of the text. ``pages``
    are the offsets at which printed pages begin, empty for an article without pages.
    """

    id: str
    path: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    title: Sourced[str] | None = None
    outlet: Sourced[str] | None = None
    byline: Sourced[str] | None = None
    url: Sourced[str] | None = None
    published: Sourced[When] | None = None
    updated: Sourced[When] | None = None
    dateline: Sourced[str] | None = None
    zone: Sourced[str] | None = None
    date_order: Sourced[str] | None = None
    language: Sourced[str] | None = None
    credits: tuple[Sourced[str], ...] = ()
    pages: tuple[int, ...] = ()

    def evidence(self, span: Span) -> Evidence:
        """``span`` with its words and its surroundings."""
        return Evidence(
            self.id,
            span,
            span.of(self.text),
            self.text[max(0, span.start - CONTEXT) : span.start],
            self.text[span.end : span.end + CONTEXT],
        )

    def page_at(self, offset: int) -> int:
        """The printed page on which a code point stands, from 1; 0 for an article without pages."""
        return bisect_right(self.pages, offset)

    def blocks_of(self, *kinds: BlockKind) -> Iterator[Block]:
        """The blocks of the given kinds, in order."""
        return (block for block in self.blocks if block.kind in kinds)

    def block_at(self, offset: int) -> Block | None:
        """The block that holds a code point, or None between blocks."""
        return next((block for block in self.blocks if block.span.start <= offset < block.span.end), None)
