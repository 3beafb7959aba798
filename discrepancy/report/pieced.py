"""The texts of a sheet's articles, as far as its rows hold them: each row's words with those around them, at their place.

Takes the words of one article's rows; gives its text, its blocks and the span of each row. Where every row tells its place, and no two
rows put different letters at one, the words stand as far apart as in the article and the gaps are empty lines; otherwise each row is a
line of its own, in the order of the sheet. Knows nothing of claims.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from discrepancy.model.text import Block, BlockKind, Span

_GAP = "\n"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one row: ``exact`` with those ``before`` and ``after`` it in its line, the ``block`` they stand in, and ``start``, the
    place of ``exact`` in the article in code points; None where the row does not tell."""

    exact: str
    before: str = ""
    after: str = ""
    block: BlockKind = "body"
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Pieced:
    """A text, its blocks in order, and where each row's own words stand in it."""

    text: str
    blocks: tuple[Block, ...]
    spans: tuple[Span, ...]


def pieced(rows: Sequence[Words]) -> Pieced:
    """The text of one article from its rows.

    >>> pieced([Words("nine", start=4), Words("2 May", "on ", start=12)]).text
    '\\n\\n\\n\\nnine\\non 2 May'
    >>> pieced([Words("nine"), Words("2 May", "on ")]).text
    'nine\\non 2 May'
    """
    return _placed(rows) or _lined(rows)


def _placed(rows: Sequence[Words]) -> Pieced | None:
    """Each row at its place; None where one tells none or two tell different things."""
    letters: dict[int, str] = {}
    kinds: dict[int, BlockKind] = {}
    spans = []
    for row in rows:
        if row.start is None:
            return None
        before = row.before[-row.start :] if row.start else ""
        first = row.start - len(before)
        for at, letter in enumerate(f"{before}{row.exact}{row.after}", first):
            if letters.setdefault(at, letter) != letter:
                return None
            kinds.setdefault(at, row.block)
        spans.append(Span(row.start, row.start + len(row.exact)))
    for row, span in zip(rows, spans, strict=True):
        kinds |= dict.fromkeys(range(span.start, span.end), row.block)  # the own words of a row know best what they stand in
    text = "".join(letters.get(at, _GAP) for at in range(max(letters, default=-1) + 1))
    blocks: list[Block] = []
    for at in sorted(letters):
        if blocks and blocks[-1].span.end == at and blocks[-1].kind == kinds[at]:
            blocks[-1] = Block(kinds[at], Span(blocks[-1].span.start, at + 1))
        else:
            blocks.append(Block(kinds[at], Span(at, at + 1)))
    return Pieced(text, tuple(blocks), tuple(spans))


def _lined(rows: Sequence[Words]) -> Pieced:
    """Each row a line of its own."""
    text = ""
    blocks, spans = [], []
    for row in rows:
        line = len(text) + bool(text)
        start = line + len(row.before)
        text += f"{_GAP if text else ''}{row.before}{row.exact}{row.after}"
        spans.append(Span(start, start + len(row.exact)))
        blocks.append(Block(row.block, Span(line, len(text))))
    return Pieced(text, tuple(blocks), tuple(spans))
