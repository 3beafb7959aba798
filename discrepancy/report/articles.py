"""Articles in full with their evidence marked: the text cut where a claim or an unread number begins or ends.

Takes a document and the shelf; gives blocks of pieces, in order, that together are the whole text. Overlapping claims
share pieces: each piece knows all that cover it, and a claim's anchor stands where its words begin.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from discrepancy import notation
from discrepancy.model.text import Document, Span
from discrepancy.report.shelf import Shelf
from discrepancy.report.wording import in_words


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; ``anchors`` of the claims that begin here, ``says`` in notation by all that cover it,
    ``unread`` the reason why a number is in no claim ("?" when it was not understood), ``disputed`` when a finding
    needs a decision."""

    text: str
    anchors: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    unread: str = ""
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block of the article: what it is, and its pieces."""

    kind: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Full:
    """An article with its anchor, its title where no headline says it, metadata as (what, content, where it was found),
    and its text."""

    document: Document
    anchor: str
    outlet: str
    title: str
    link: str
    facts: tuple[tuple[str, str, str], ...]
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    anchor: str
    says: str
    unread: str
    disputed: bool


def full(document: Document, number: int, books: Shelf) -> Full:
    """The article as the page prints it."""
    return Full(
        document,
        f"a{number}",
        books.outlet(document.id),
        _title(document),
        _safe(document.url.value if document.url else ""),
        tuple(_facts(document)),
        tuple(_stretches(document, _marks(document, books))),
    )


def _title(document: Document) -> str:
    headlines = {block.span.of(document.text).strip() for block in document.blocks_of("headline")}
    title = document.title.value if document.title else ""
    return "" if title in headlines else title


def _safe(url: str) -> str:
    """An address that may become a link; "" for anything but the web's own schemes."""
    return url if url.startswith(("https://", "http://")) else ""


def _facts(document: Document) -> Iterator[tuple[str, str, str]]:
    for what, piece in (
        ("Outlet", document.outlet),
        ("Byline", document.byline),
        ("Address", document.url),
        ("Dateline", document.dateline),
        ("Time zone", document.zone),
        ("Date order", document.date_order),
        ("Language", document.language),
    ):
        if piece is not None and piece.value:
            yield what, piece.value, piece.came_from
    for what, dated in (("Published", document.published), ("Updated", document.updated)):
        if dated is not None:
            yield what, in_words(dated.value), dated.came_from
    if document.published is None:
        yield "Published", "not said", ""
    for credit in document.credits:
        yield "Credit", credit.value, credit.came_from
    yield "File", document.path, f"SHA-256 {document.sha256}"


def _marks(document: Document, books: Shelf) -> list[_Mark]:
    report = books.report
    disputed = {id for finding in report.findings if finding.level != "note" for camp in finding.camps for id in camp.claims}
    marks = [
        _Mark(claim.evidence.span, f"c{books.place(claim.id)}", notation.format_claim(claim), "", claim.id in disputed)
        for claim in report.claims
        if claim.article == document.id
    ]
    marks += [
        _Mark(item.evidence.span, "", "", item.reason or "?", False) for item in report.unread if item.evidence.article == document.id
    ]
    return marks


def _stretches(document: Document, marks: list[_Mark]) -> Iterator[Stretch]:
    """The blocks in order, and what stands between them, so that no letter is lost."""
    at = 0
    for block in sorted(document.blocks, key=lambda one: one.span):
        if block.span.start > at:
            yield from _stretch("", Span(at, block.span.start), document.text, marks)
        start = max(at, block.span.start)
        if block.span.end > start:
            yield from _stretch(block.kind, Span(start, block.span.end), document.text, marks)
            at = block.span.end
    if at < len(document.text):
        yield from _stretch("", Span(at, len(document.text)), document.text, marks)


def _stretch(kind: str, span: Span, text: str, marks: list[_Mark]) -> Iterator[Stretch]:
    if not span.of(text).strip():
        return
    inside = [mark for mark in marks if mark.span.overlaps(span)]
    cuts = {span.start, span.end}
    for mark in inside:
        cuts |= {max(mark.span.start, span.start), min(mark.span.end, span.end)}
    ordered = sorted(cuts)
    pieces = []
    for start, end in pairwise(ordered):
        over = [mark for mark in inside if mark.span.start <= start and end <= mark.span.end]
        pieces.append(
            Piece(
                text[start:end],
                tuple(mark.anchor for mark in over if mark.anchor and mark.span.start == start),
                tuple(dict.fromkeys(mark.says for mark in over if mark.says)),
                next((mark.unread for mark in over if mark.unread), ""),
                any(mark.disputed for mark in over),
            )
        )
    yield Stretch(kind, tuple(pieces))
