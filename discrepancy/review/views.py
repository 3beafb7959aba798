"""What a page shows of a finding: camps with their quotes, articles with their marks.

Takes a shelf; gives plain values for the templates. Cuts text into pieces; writes no HTML, so nothing of an article
can become any.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from discrepancy.model.claims import Claim
from discrepancy.model.findings import Finding
from discrepancy.model.text import Document, Span
from discrepancy.report.wording import in_words
from discrepancy.review.reports import Shelf

PARAGRAPH = 700
"""Characters of a paragraph shown to each side of a quote; the article in full is one click away."""

INLINE = 40_000
"""Characters of an article up to which it is shown beside the camps; longer ones have a page of their own."""

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; ``camp`` is the number of the camp whose evidence it is, -1 for other claims; None for plain
    text.
    """

    text: str
    camp: int | None = None
    claim: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A claim of a camp with its paragraph. ``place`` is the article's number on its shelf."""

    claim: Claim
    source: str
    title: str
    published: str
    place: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """A camp as shown: its letter, its value in notation and in words, its quotes."""

    letter: str
    number: int
    value: str
    words: str
    quotes: tuple[Quote, ...]
    new: bool


def sides(shelf: Shelf, finding: Finding) -> tuple[Side, ...]:
    """The camps of a finding, side by side."""
    standing = shelf.standing(finding.id)
    ruled = {claim.key for camp in getattr(getattr(standing.decision, "body", None), "camps", ()) for claim in camp.claims}
    shown = []
    for number, camp in enumerate(finding.camps):
        seen = shelf.keyed[finding.id].camps[number]
        keys = {claim.key for claim in seen.claims}
        claims = [shelf.claims[id] for id in camp.claims if id in shelf.claims]
        letter = LETTERS[number] if number < len(LETTERS) else str(number + 1)
        shown.append(
            Side(
                letter,
                number,
                camp.value,
                shelf.in_words(camp, finding.question),
                tuple(_quote(shelf, claim, number) for claim in claims),
                bool(ruled) and not keys & ruled,
            )
        )
    return tuple(shown)


def _quote(shelf: Shelf, claim: Claim, camp: int) -> Quote:
    document = shelf.documents.get(claim.article)
    if document is None:
        return Quote(claim, claim.article, "", "", -1, (Piece(claim.evidence.exact, camp, claim.id),))
    around = paragraph(document, claim.evidence.span)
    pieces = list(cut(document.text, around, [(claim, camp)]))
    if around.start > 0 and document.text[around.start - 1] not in "\r\n":
        pieces.insert(0, Piece("… "))
    if around.end < len(document.text) and document.text[around.end] not in "\r\n":
        pieces.append(Piece(" …"))
    return Quote(
        claim,
        shelf.source(claim.article),
        document.title.value if document.title else "",
        in_words(document.published.value) if document.published else "",
        shelf.places[claim.article],
        tuple(pieces),
    )


def paragraph(document: Document, span: Span) -> Span:
    """The paragraph around a quote: its block, or its lines where the block is longer; never more than
    :data:`PARAGRAPH` to a side.
    """
    block = document.block_at(span.start)
    low = max(0, span.start - PARAGRAPH, block.span.start if block else 0)
    high = min(len(document.text), span.end + PARAGRAPH, max(span.end, block.span.end) if block else len(document.text))
    before = document.text.rfind("\n", low, span.start)
    after = document.text.find("\n", span.end, high)
    return Span(before + 1 if before >= 0 else low, after if after >= 0 else high)


def cut(text: str, around: Span, claims: Iterable[tuple[Claim, int]]) -> Iterable[Piece]:
    """The text of a span in pieces, each claim's words a piece of its own; where claims overlap, the first of a camp
    shows.
    """
    marks = sorted(
        (
            (claim.evidence.span, camp, claim)
            for claim, camp in claims
            if claim.evidence.span.overlaps(around) and claim.evidence.span.start < claim.evidence.span.end
        ),
        key=lambda mark: (mark[0].start, mark[1] < 0, mark[0].end),
    )
    # First the camps' own words, then the others where they leave room: a mark inside a mark would say nothing.
    taken: list[tuple[Span, int, Claim]] = []
    for own in (True, False):
        kept = list(taken)
        last = -1
        free = sorted(span for span, _, _ in taken)
        at = 0
        for span, camp, claim in marks:
            if (camp >= 0) != own or span.start < last:
                continue
            while at < len(free) and free[at].end <= span.start:
                at += 1
            if not own and at < len(free) and free[at].start < span.end:
                continue
            kept.append((span, camp, claim))
            last = span.end
        taken = kept
    position = around.start
    for span, camp, claim in sorted(taken, key=lambda mark: mark[0]):
        start, end = max(span.start, around.start), min(span.end, around.end)
        if start > position:
            yield Piece(text[position:start])
        yield Piece(text[start:end], camp, claim.id, claim.attribute)
        position = end
    if position < around.end:
        yield Piece(text[position : around.end])


def whole(shelf: Shelf, document: Document, finding: Finding | None = None) -> tuple[tuple[Piece, ...], ...]:
    """An article in full, line by line, all evidence marked: that of the finding by its camp, the rest as such."""
    camp_of: dict[str, int] = {}
    for number, camp in enumerate(finding.camps if finding else ()):
        for id in camp.claims:
            camp_of.setdefault(id, number)
    claims = [(claim, camp_of.get(claim.id, -1)) for claim in shelf.report.claims if claim.article == document.id]
    lines: list[tuple[Piece, ...]] = []
    current: list[Piece] = []
    for piece in cut(document.text, Span(0, len(document.text)), claims):
        first, *rest = piece.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for number, text in enumerate([first, *rest]):
            if number:
                lines.append(tuple(current))
                current = []
            if text:
                current.append(Piece(text, piece.camp, piece.claim if not number else "", piece.title))
    lines.append(tuple(current))
    return tuple(line for line in lines if line)


def articles_of(shelf: Shelf, finding: Finding) -> tuple[Document, ...]:
    """The articles with a claim in the finding, in the order of the camps."""
    ids = dict.fromkeys(shelf.claims[id].article for camp in finding.camps for id in camp.claims if id in shelf.claims)
    return tuple(shelf.documents[id] for id in ids if id in shelf.documents)


def link_of(url: str) -> str:
    """A web address that may be followed; "" for any other kind (``javascript:``, ``data:``).

    >>> link_of("https://news.example/a"), link_of(" JavaScript:alert(1)")
    ('https://news.example/a', '')
    """
    return url if url.lower().startswith(("https://", "http://")) else ""
