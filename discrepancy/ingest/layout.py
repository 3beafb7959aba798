"""The layout of a page: which line is what, seen in its place.

Takes the lines of a page; gives its pieces, none overlapping another but a dateline's own parts. A page is read as
top matter (headline, standfirst, names, dates, pictures), the article, and what sites put below it. Structure decides,
and words only through the rulebook's cues. Knows nothing of any outlet's own template.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from discrepancy.ingest.datelines import dateline
from discrepancy.ingest.flattened import flattened
from discrepancy.ingest.furniture import agency_at_end, furniture, named
from discrepancy.ingest.header import header
from discrepancy.ingest.lines import Line
from discrepancy.ingest.pieces import Piece, page_line, part
from discrepancy.ingest.vocabulary import Vocabulary, fold
from discrepancy.model.text import Block, BlockKind, Span

TOP_LINES = 14
"""Within so many lines a byline or stamp still belongs to the top of the page."""

_SEPARATOR = re.compile(r"\s+[|–—·»-]\s+")


@dataclass(slots=True)
class _Page:
    """The page while it is being read: lines, the pieces of each, filled in by the passes below. Never leaves this
    module.
    """

    lines: Sequence[Line]
    words: Vocabulary
    pieces: dict[int, tuple[Piece, ...]] = field(default_factory=dict)

    def put(self, at: int, kind: BlockKind, name: str = "", value: str = "") -> None:
        line = self.lines[at]
        self.pieces[at] = (Piece(kind, line.span, page_line(line), name, value),)

    def free(self, start: int, end: int) -> list[int]:
        return [at for at in range(start, end) if at not in self.pieces]


def layout(lines: Sequence[Line], words: Vocabulary, title: str = "", known: Sequence[Block] = ()) -> tuple[Piece, ...]:
    """The pieces of a page in the order of the text. ``title`` is the headline where the input has told it already,
    ``known`` the blocks that its format marks as what they are.
    """
    above, taken = header(lines, words)
    page = _Page(lines[taken:], words)
    title = title or next((piece.value for piece in above if piece.field == "title"), "")
    _marked(page, known)
    _cues(page)
    top = _top(page)
    _undated(page, top)
    _headline(page, top, title)
    _names_and_decks(page, top)
    _lists(page)
    _below(page)
    _repeats(page)
    _article(page, title)
    return (*above, *(piece for at in sorted(page.pieces) for piece in page.pieces[at]))


def _marked(page: _Page, known: Sequence[Block]) -> None:
    """The lines that the format marks."""
    starts = [block.span.start for block in known]
    for at, line in enumerate(page.lines):
        before = bisect_right(starts, line.start) - 1
        if before >= 0 and line.span.within(known[before].span):
            kind = known[before].kind
            page.put(at, kind, *(("title", line.text) if kind == "headline" else ()))


def _cues(page: _Page) -> None:
    """Every line that is known by itself."""
    waiting = ""
    for at, line in enumerate(page.lines):
        if at in page.pieces:
            continue
        found = furniture(line, page.words, waiting)
        if found:
            page.pieces[at] = found
        bare_label = len(found) == 1 and found[0].kind == "stamp" and found[0].date is None and found[0].field
        waiting = found[0].field if bare_label else ""


def _top(page: _Page) -> int:
    """How many lines are top matter: through the last byline or stamp near the top, or up to the first paragraph."""
    paragraphs = 0
    end = 0
    for at, line in enumerate(page.lines[: TOP_LINES * 2]):
        known = page.pieces.get(at)
        if known is None:
            paragraphs += line.prose or len(line.text) > 300
            if paragraphs > 1 or at >= TOP_LINES:
                break
        elif any(piece.kind in ("byline", "stamp", "credit") for piece in known) and not line.prose:
            end = at + 1
    while end < len(page.lines) and end < TOP_LINES and not _opens(page, end):
        end += 1
    return end if end < len(page.lines) else max(0, len(page.lines) - 1)


def _opens(page: _Page, at: int) -> bool:
    """True when the article may begin here: a line that nothing has claimed and that ends as a sentence, or has a
    dateline.
    """
    if at in page.pieces:
        return False
    line = page.lines[at]
    return line.stopped or len(line.text) > 300 or bool(dateline(line, page.words))


def _undated(page: _Page, top: int) -> None:
    """A date alone on a line amid the article heads an entry of a chronicle; it is the article's own."""
    last = max((at for at, line in enumerate(page.lines) if line.prose and at not in page.pieces), default=0)
    for at in range(top, last):
        known = page.pieces.get(at, ())
        bare = all(piece.kind == "stamp" and piece.where == page_line(page.lines[at]) for piece in known)
        if bare and any(piece.date for piece in known):
            del page.pieces[at]


def _headline(page: _Page, top: int, title: str) -> None:
    """The headline, its repetitions, and the breadcrumbs or site name glued to it."""
    free = page.free(0, top)
    texts = [fold(page.lines[at].text) for at in free]
    if title:
        heads = [at for at, text in zip(free, texts, strict=True) if text == fold(title)]
    else:
        heads = [at for at, text in zip(free, texts, strict=True) if texts.count(text) > 1 and text.count(" ") >= 2][:1]
        heads = heads or [at for at in free if page.lines[at].text.count(" ") >= 2 and not _trails(page, at, free)][:1]
    if not heads and not title:
        return
    headline = page.lines[heads[0]].text if heads else title
    for at in free:
        text = page.lines[at].text
        if fold(text) == fold(headline):
            page.put(at, "headline", "title", text)
        elif len(headline) >= 12 and text.startswith(headline) and (rest := _SEPARATOR.match(text, len(headline))):
            page.pieces[at] = (
                Piece("headline", part(page.lines[at], 0, len(headline)), page_line(page.lines[at]), "title", headline),
                Piece(
                    "boilerplate",
                    part(page.lines[at], rest.end(), len(text)),
                    page_line(page.lines[at]),
                    "outlet",
                    text[rest.end() :],
                ),
            )
        elif len(headline) >= 12 and text.endswith(headline):
            page.put(at, "boilerplate")


def _trails(page: _Page, at: int, free: list[int]) -> bool:
    """True when a line is breadcrumbs glued to a headline that stands by itself on another line of the top."""
    text = page.lines[at].text
    return any(other != at and len(page.lines[other].text) >= 12 and text.endswith(page.lines[other].text) for other in free)


def _names_and_decks(page: _Page, top: int) -> None:
    """The rest of the top: names beside stamps, section words, standfirsts."""
    dated = [at for at in range(top) if any(piece.kind in ("stamp", "credit") for piece in page.pieces.get(at, ()))]
    headed = [at for at in range(top) if any(piece.kind == "headline" for piece in page.pieces.get(at, ()))]
    written = any(piece.kind == "byline" for at in range(top) for piece in page.pieces.get(at, ()))
    for at in page.free(0, top):
        line = page.lines[at]
        close = any(0 < stamp - at <= 2 for stamp in dated) or any(0 < at - stamp <= 1 for stamp in dated)
        names = named(line, page.words) if close and not written and line.text.count(" ") >= 1 else ()
        if names and (not headed or at > headed[0]):
            page.pieces[at] = names
            written = True
        elif line.text.count(" ") < 2 and not dateline(line, page.words):
            page.put(at, "boilerplate")
        elif not dateline(line, page.words):
            page.put(at, "caption" if agency_at_end(line, page.words) else "standfirst")


def _lists(page: _Page) -> None:
    """The links under a heading such as "Most Popular": lines without an end stop, up to the next paragraph."""
    for at in range(len(page.lines)):
        if _takes(page, at) != "list":
            continue
        for below in range(at + 1, min(at + 13, len(page.lines))):
            line = page.lines[below]
            if below in page.pieces:
                continue
            if line.stopped or len(line.text) > 140:
                break
            page.put(below, "boilerplate")


def _below(page: _Page) -> None:
    """What follows the article: the writer's name and life, and all that a disclaimer takes with it."""
    tail = _tail(page)
    for at in page.free(max(tail, len(page.lines) - 25), len(page.lines)):
        line = page.lines[at]
        name = named(line, page.words) if line.text.count(" ") >= 1 else ()
        about = [
            after
            for after in range(at + 1, min(at + 4, len(page.lines)))
            if page.lines[after].text.startswith(line.text) and page.words.about_author.match(page.lines[after].text, len(line.text))
        ]
        if about and name and name[0].field == "byline":
            page.pieces[at] = name
            for after in about:
                page.put(after, "boilerplate")
            break
    start = next((at for at in range(tail, len(page.lines)) if _takes(page, at) == "rest"), len(page.lines))
    for at in page.free(start, len(page.lines)):
        page.put(at, "boilerplate")


def _tail(page: _Page) -> int:
    """The first line that has more of the article above it than below."""
    free = page.free(0, len(page.lines))
    total = sum(len(page.lines[at].text) for at in free)
    above = 0
    for at in free:
        above += len(page.lines[at].text)
        if above * 2 > total:
            return at + 1
    return len(page.lines)


def _takes(page: _Page, at: int) -> str:
    rule = page.pieces[at][0].rule if at in page.pieces else ""
    return next((cue.rule.takes for cue in page.words.cues if cue.rule.id == rule), "line") if rule else "line"


def _repeats(page: _Page) -> None:
    """A paragraph printed twice is read once."""
    seen: set[str] = set()
    for at in page.free(0, len(page.lines)):
        text = page.lines[at].text
        if len(text) < 40:
            continue
        if text in seen:
            page.put(at, "boilerplate")
        seen.add(text)


def _article(page: _Page, title: str) -> None:
    """All that is left is the article: its dateline taken off.

    Where nothing is left, the paragraphs that were taken for standfirsts and captions are the article.
    """
    free = page.free(0, len(page.lines))
    if not free:
        taken = [at for at, line in enumerate(page.lines) if line.text.count(" ") >= 9]
        free = [at for at in taken if page.pieces[at] and page.pieces[at][0].kind in ("standfirst", "caption")]
        for at in free:
            del page.pieces[at]
    opening = True
    for count, at in enumerate(free):
        line = page.lines[at]
        head = flattened(line, page.words, title) if count == 0 else ()
        if opening and count < 3 and not head:
            head = dateline(line, page.words)
        opening = opening and not head and not line.prose
        start = line.start
        if head:
            start = max(piece.span.end for piece in head)
            start += len(line.text[start - line.start :]) - len(line.text[start - line.start :].lstrip())
        body = (Piece("body", Span(start, line.end), page_line(line)),) if start < line.end else ()
        page.pieces[at] = (*head, *body)
    last = free[-1] if free else None
    if last is not None and page.pieces[last] and (agency := agency_at_end(page.lines[last], page.words)):
        inside = page.pieces[last][-1].span  # the credit is inside the last paragraph and becomes no block
        page.pieces[last] += (Piece("credit", inside, page_line(page.lines[last]), "credit", agency),)
