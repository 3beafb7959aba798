"""Two pictures for people who would rather look than read: who says how many and when, and who agrees with whom.

Takes the questions and answers of the page; gives shapes with their places, in user units of an SVG, and a text that
says the same. Knows no SVG: the template draws.

A *strip* is one question: a row a source, oldest publication first, a dot for an exact answer, a bar for a range, an
arrow where an end is open. The *matrix* counts, for each two sources, the questions to which both give an answer, and
how many of them they answer alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from discrepancy.model.claims import Claim
from discrepancy.model.findings import Finding, Question
from discrepancy.model.text import Document
from discrepancy.model.values import Quantity, When
from discrepancy.report.shelf import Shelf
from discrepancy.report.wording import said, several

LEFT, RIGHT, WIDTH = 230, 30, 760
"""User units: room for the names of sources, room right of the axis, the whole width."""

ROW, HEAD, FOOT = 26, 10, 34
"""Height of a row; room above the first and below the last."""

MOST_ROWS = 40
"""Sources a picture shows; above that a picture says less than the table."""

LONGEST = 30
"""Letters of a source's name; the full name stands in the table."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with the claims that answer it, the letter of each claim's camp, and the finding where there is one."""

    question: Question
    claims: tuple[Claim, ...]
    letters: tuple[str, ...]
    finding: Finding | None


@dataclass(frozen=True, slots=True)
class Mark:
    """One answer on a strip: from ``left`` to ``right``, ``open`` at an end without bound, the number of its camp for the colour."""

    left: int
    right: int
    open_left: bool
    open_right: bool
    camp: int
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """One source on a strip: its name, the middle of its line, its answers."""

    name: str
    middle: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """One question as a picture. ``ticks`` are places and labels of the axis; ``told`` says in words what is to be seen."""

    question: Question
    finding: Finding | None
    height: int
    rows: tuple[Row, ...]
    ticks: tuple[tuple[int, str], ...]
    told: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sources: how many questions both answer, and how many of them alike; ``shade`` from 0 (never) to 4 (always)."""

    one: str
    other: str
    row: int
    column: int
    alike: int
    asked: int
    shade: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """All pairs of sources that answer a common question."""

    names: tuple[str, ...]
    pairs: tuple[Pair, ...]
    told: str


def strips(answered: Sequence[Answered], books: Shelf) -> tuple[Strip, ...]:
    """Pictures of the questions about numbers and days to which sources answer differently."""
    made = []
    for one in answered:
        spans = {claim.id: span for claim in one.claims if (span := _span(claim)) is not None}
        sources = list(dict.fromkeys(claim.article for claim in one.claims if claim.id in spans))
        if len(sources) < 2 or len(set(spans.values())) < 2 or len(sources) > MOST_ROWS:
            continue
        made.append(_strip(one, sorted(sources, key=lambda id: _printed(books.articles.get(id))), spans, books))
    return tuple(made)


def _printed(document: Document | None) -> tuple[date, str]:
    """Day of publication, unknown ones last, then the id."""
    when = document.published.value if document and document.published else None
    return (when.first if when and when.first else date.max), document.id if document else ""


Span = tuple[int | float | None, int | float | None]


def _span(claim: Claim) -> Span | None:
    """Both ends of a value on its axis (days count as ordinals), None for what has no place there."""
    value = claim.value
    if isinstance(value, Quantity) and (value.low is not None or value.high is not None):
        return value.low, value.high
    if isinstance(value, When) and (value.first is not None or value.last is not None):
        first, last = (end.toordinal() if end is not None else None for end in (value.first, value.last))
        return first, last
    return None


def _strip(one: Answered, sources: Sequence[str], spans: dict[str, Span], books: Shelf) -> Strip:
    ends = [float(end) for span in spans.values() for end in span if end is not None]
    low, high = min(ends), max(ends)
    room = (high - low) * 0.08 or 1.0
    low, high = low - room, high + room

    def at(value: float) -> int:
        return round(LEFT + (value - low) / (high - low) * (WIDTH - LEFT - RIGHT))

    rows = []
    told = []
    for number, source in enumerate(sources):
        marks = []
        words = []
        for claim, letter in zip(one.claims, one.letters, strict=True):
            if claim.article != source or claim.id not in spans:
                continue
            first, last = spans[claim.id]
            camp = ord(letter) - ord("A") if len(letter) == 1 else 0
            left, right = at(low if first is None else float(first)), at(high if last is None else float(last))
            mark = Mark(left, right, first is None, last is None, camp % 6, said(claim))
            if mark not in marks:
                marks.append(mark)
                words.append(said(claim))
        name = books.outlet(source)
        rows.append(Row(name if len(name) <= LONGEST else name[: LONGEST - 1] + "…", HEAD + ROW * number + ROW // 2, tuple(marks)))
        told.append(f"{name}: {' and '.join(words)}")
    days = any(isinstance(claim.value, When) for claim in one.claims)
    values = sorted({end for span in spans.values() for end in span if end is not None})
    ticks = _ticks([(at(float(value)), _label(value, days)) for value in values])
    return Strip(one.question, one.finding, HEAD + ROW * len(rows) + FOOT, tuple(rows), ticks, "; ".join(told) + ".")


def _label(value: float, days: bool) -> str:
    if days:
        day = date.fromordinal(int(value))
        return f"{day.day} {day:%b} {day.year}"
    return f"{value:,}"


def _ticks(places: Sequence[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    """Labels that leave room for each other, from the left."""
    kept: list[tuple[int, str]] = []
    for place, label in places:
        if not kept or place - kept[-1][0] >= 8 * max(len(label), len(kept[-1][1])):
            kept.append((place, label))
    return tuple(kept)


def matrix(answered: Sequence[Answered], books: Shelf) -> Matrix | None:
    """Who agrees with whom; None where no two sources answer a common question, or where there are too many sources."""
    sources = [document.id for document in books.report.articles]
    if not 2 <= len(sources) <= MOST_ROWS:
        return None
    asked: dict[tuple[str, str], int] = {}
    alike: dict[tuple[str, str], int] = {}
    for one in answered:
        camps: dict[str, set[str]] = {}
        for claim, letter in zip(one.claims, one.letters, strict=True):
            camps.setdefault(claim.article, set()).add(letter)
        for pair in combinations([source for source in sources if source in camps], 2):
            asked[pair] = asked.get(pair, 0) + 1
            alike[pair] = alike.get(pair, 0) + bool(camps[pair[0]] & camps[pair[1]])
    if not asked:
        return None
    place = {source: number for number, source in enumerate(sources)}
    pairs = tuple(
        Pair(books.outlet(a), books.outlet(b), place[b], place[a], alike[a, b], asked[a, b], round(4 * alike[a, b] / asked[a, b]))
        for a, b in sorted(asked, key=lambda pair: (place[pair[1]], place[pair[0]]))
    )
    told = "; ".join(f"{p.one} and {p.other}: {p.alike} of {several(p.asked, 'question')} alike" for p in pairs) + "."
    return Matrix(tuple(books.outlet(source) for source in sources), pairs, told)
