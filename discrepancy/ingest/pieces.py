"""Pieces: stretches of a page and the fact each one states, the common coin of this stage.

A piece is a future block; where it states a field of metadata, it carries the value as well.
"""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.ingest.lines import Line
from discrepancy.ingest.stamps import Printed
from discrepancy.model.text import BlockKind, Span
from discrepancy.model.unguarded import unguarded


@dataclass(frozen=True, slots=True)
class Yearless:
    """A date without its year, as datelines and articles print it: "Jan 18", "this morning, January 29".

    ``days_after`` is how long after that day the article was written: 1 for "yesterday, January 28".
    """

    month: int
    day: int
    days_after: int = 0


@unguarded
class Piece:
    """A stretch of a page: the block it becomes, and the field it states ("" for none) with its value.

    ``where`` says where it stands ("page line 3"); ``rule`` is the id of the rule that knew it, "" for structure alone.
    """

    kind: BlockKind
    span: Span
    where: str
    field: str = ""
    value: str = ""
    date: Printed | Yearless | None = None
    rule: str = ""


def part(line: Line, start: int, end: int) -> Span:
    """The span of ``line.text[start:end]`` in the document, without blanks at its ends."""
    inner = line.text[start:end]
    left = len(inner) - len(inner.lstrip())
    return Span(line.start + start + left, line.start + start + max(left, len(inner.rstrip())))


def page_line(line: Line) -> str:
    """Where a line stands, in words."""
    return f"page line {line.number}"
