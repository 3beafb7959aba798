"""What is known of an article besides its text, each piece with where it came from.

Takes a page's text, its pieces and what the input already told; gives a :class:`~discrepancy.model.text.Document`.
What nobody says stays None; what follows from something else is marked ``inferred``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from discrepancy.ingest.datelines import dateline
from discrepancy.ingest.furniture import named
from discrepancy.ingest.lines import Line
from discrepancy.ingest.page import Told
from discrepancy.ingest.pieces import Piece, Yearless
from discrepancy.ingest.stamps import MONTH, MONTHS, WEEKDAY, Printed, dates
from discrepancy.ingest.vocabulary import Vocabulary, domain_in, fold
from discrepancy.model.text import Block, Document, Sourced
from discrepancy.model.values import When, day

LEAD = 2000
"""Characters of the article in which "this morning, January 29" can date it."""

_DATED = frozenset({"published", "updated"})
_VIEWS_OF = re.compile(
    r"\b(?:views?|opinions?|position|policy|stance|those) of "
    r"(?P<name>(?:The |the )?[A-Z][\w&'’.-]*(?: (?:of|and|the|&|[A-Z][\w&'’.-]*)){0,5})"
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d)?\s*(?:by )?"
    r"(?P<name>(?:[A-Z0-9][\w&'’.-]*)(?: [\w&'’.()-]+){0,5})",
    re.I,
)
_PATH_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?:/|[-_]|$)")
_BESIDE = re.compile(
    rf"[\s,(–—-]{{1,3}}(?:(?:on )?{WEEKDAY},?\s)?"
    rf"(?:(?P<m1>{MONTH})\.?\s(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})\s(?P<m2>{MONTH}))(?!\w)(?:,?\s(?P<y>(?:19|20)\d\d))?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Undated:
    """A document whose day of publication is printed without its year; settled when the whole set is read."""

    document: Document
    stated: Yearless
    came_from: str


def describe(document: Document, pieces: Sequence[Piece], told: Told, fallback: Told, words: Vocabulary) -> Document | Undated:
    """``document`` with its blocks and metadata. What the input ``told`` beside the text stands first, ``fallback``
    last.
    """
    stated = {piece.field for piece in pieces if piece.value and (piece.field not in _DATED or isinstance(piece.date, Printed))}
    told = {**{name: sourced for name, sourced in fallback.items() if name not in stated}, **told}
    title, byline = _said("title", pieces, told), _said("byline", pieces, told)
    url = _said("url", pieces, told)
    place, wires = _place(pieces, told, words)
    outlet = _outlet(document.text, pieces, told, url, words)
    known = words.outlet(outlet.value) if outlet else None
    zone = told.get("zone") or (Sourced(known.zone, f"outlets: {known.names[0]}") if known and known.zone else None)
    order = _date_order(pieces) or (Sourced(known.date_order, f"outlets: {known.names[0]}") if known and known.date_order else None)
    habit = order.value if order else ""
    told = {name: _local(sourced, zone) if name in _DATED else sourced for name, sourced in told.items()}
    published, yearless = _published(document.text, pieces, told, url, habit, words)
    updated = _dated("updated", pieces, told, habit)
    if published is None and yearless is None and updated and updated.value.last:
        published = Sourced(When(None, updated.value.last, "range"), f"inferred: not after the update ({updated.came_from})")
    done = replace(
        document,
        blocks=_blocks(pieces),
        title=title,
        outlet=outlet,
        byline=byline,
        url=url,
        published=published,
        updated=updated,
        dateline=place,
        zone=zone,
        date_order=order,
        credits=_credits((*wires, *_written_by(told, words), *pieces)),
    )
    return done if yearless is None else Undated(done, *yearless)


def _said(name: str, pieces: Sequence[Piece], told: Told) -> Sourced[str] | None:
    """What the input told of a field, else the first piece that states it."""
    return told.get(name) or next((Sourced(piece.value, piece.where) for piece in pieces if piece.field == name and piece.value), None)


def _place(pieces: Sequence[Piece], told: Told, words: Vocabulary) -> tuple[Sourced[str] | None, tuple[Piece, ...]]:
    """The dateline's place, and the agency's piece of a dateline that was told ("BOGOTA, 26 APR 90 (AFP)")."""
    stated = _said("dateline", pieces, told)
    if stated is None:
        return None, ()
    parts = dateline(Line(0, 0, f"{stated.value.strip(' -–—')} --", 0), words)
    if not parts or not parts[0].value:
        return stated, ()
    wires = tuple(replace(piece, where=stated.came_from) for piece in parts if piece.field == "credit")
    return Sourced(parts[0].value, stated.came_from), wires


def _written_by(told: Told, words: Vocabulary) -> tuple[Piece, ...]:
    """The agency in a byline that was told beside the text ("Ann Writer, Reuters")."""
    if "byline" not in told:
        return ()
    line = Line(0, 0, told["byline"].value.strip(), 0)
    return tuple(replace(piece, where=told["byline"].came_from) for piece in named(line, words) if piece.field == "credit")


def _local(sourced: Sourced[str], zone: Sourced[str] | None) -> Sourced[str]:
    """A moment given in universal time as the outlet's clocks showed it: 20:30 UTC is the next day in Karachi, and the
    article's "today" is that one. Any other time already stands as the outlet printed it.
    """
    try:
        moment = datetime.fromisoformat(sourced.value)
        if zone is None or moment.utcoffset() != timedelta(0):
            return sourced
        return Sourced(moment.astimezone(ZoneInfo(zone.value)).isoformat(), f"{sourced.came_from}, in {zone.value}")
    except (ValueError, OverflowError, LookupError, OSError):  # no ISO time, a day before the calendar, an unknown zone
        return sourced


def _outlet(text: str, pieces: Sequence[Piece], told: Told, url: Sourced[str] | None, words: Vocabulary) -> Sourced[str] | None:
    """The publisher: told or in a header; else by the article's address, a copyright line, or the page's own name for
    itself.
    """
    stated = _said("outlet", pieces, told)
    if stated:
        known = words.outlet(stated.value)
        name = known.names[0] if known else _site(stated.value)
        return Sourced(name, stated.came_from)
    if url and (known := words.outlet_of_address(url.value)):
        return Sourced(known.names[0], f"address: {domain_in(url.value)}")
    for piece in pieces:
        if piece.kind != "boilerplate":
            continue
        printed = piece.span.of(text)
        for pattern in (_VIEWS_OF, _COPYRIGHT):
            found = pattern.search(printed)
            if found and (name := _publisher(found["name"])):
                known = words.outlet(name)
                return Sourced(known.names[0] if known else name, piece.where)
    return None


def _site(name: str) -> str:
    """An outlet as stated; of a web address its domain, however the address is spaced."""
    bare = "".join(name.split()) if name.lower().startswith("http") else name
    return domain_in(bare) or name if "//" in bare else name


def _publisher(name: str) -> str:
    """A publisher's name as a footer prints it, without what trails behind."""
    name = re.split(r"\.\s|\s(?:All|all) rights|\s?\(|,\s", name.strip() + " ", maxsplit=1)[0].strip(" .-–—|")
    return (
        name
        if name[:1].isalnum() and len(name) > 1 and not name.isdigit() and fold(name) not in ("the author", "all rights reserved")
        else ""
    )


def _date_order(pieces: Sequence[Piece]) -> Sourced[str] | None:
    """The page's habit for 05/06/2024 where another of its dates gives it away."""
    return next(
        (
            Sourced(piece.date.order, f"{piece.where}: {piece.value} can be read one way only")
            for piece in pieces
            if isinstance(piece.date, Printed) and piece.date.order
        ),
        None,
    )


def _dated(name: str, pieces: Sequence[Piece], told: Told, order: str) -> Sourced[When] | None:
    """A full date of a field: told, else the first a piece states."""
    if name in told:
        printed = dates(told[name].value)
        if printed:
            return Sourced(printed[0].read_as(order), told[name].came_from)
    return next(
        (Sourced(piece.date.read_as(order), piece.where) for piece in pieces if piece.field == name and isinstance(piece.date, Printed)),
        None,
    )


def _published(
    text: str,
    pieces: Sequence[Piece],
    told: Told,
    url: Sourced[str] | None,
    order: str,
    words: Vocabulary,
) -> tuple[Sourced[When] | None, tuple[Yearless, str] | None]:
    """The day of publication, or the day without its year: from what was told, the page, its address, its own "this
    morning".
    """
    found = _dated("published", pieces, told, order)
    if found:
        return found, None
    if url and (path := _PATH_DAY.search(url.value)) and (printed := dates("-".join(path.groups()))):
        return Sourced(printed[0].when, f"address: {path.group().strip('/')}"), None
    for piece in pieces:
        if isinstance(piece.date, Yearless):
            return None, (piece.date, piece.where)
    for came_from, stated, year in own_days(text, pieces, words):
        if not year:
            return None, (stated, came_from)
        printed = dates(f"{year}-{stated.month}-{stated.day}")
        if printed and printed[0].when.first:
            return Sourced(day(date.fromordinal(printed[0].when.first.toordinal() + stated.days_after)), came_from), None
    return None, None


def own_days(text: str, pieces: Sequence[Piece], words: Vocabulary) -> Iterator[tuple[str, Yearless, str]]:
    """Dates that the article ties to the day it was written, with the year where it stands."""
    left = LEAD
    for piece in pieces:
        if piece.kind != "body" or left <= 0:
            continue
        printed = piece.span.of(text)[:left]
        left -= len(printed)
        for deictic in words.days.finditer(printed):
            beside = _BESIDE.match(printed, deictic.end())
            if beside:
                after = 1 if words.fields[fold(deictic.group())] == "yesterday" else 0
                month = MONTHS.index((beside["m1"] or beside["m2"])[:3].lower()) + 1
                stated = Yearless(month, int(beside["d1"] or beside["d2"]), after)
                yield f"text: {printed[deictic.start() : beside.end()]}", stated, beside["y"] or ""


def _credits(pieces: Sequence[Piece]) -> tuple[Sourced[str], ...]:
    """The agencies credited, each once, in the order of the page."""
    found: dict[str, Sourced[str]] = {}
    for piece in pieces:
        if piece.field == "credit":
            found.setdefault(piece.value, Sourced(piece.value, piece.where))
    return tuple(found.values())


def _blocks(pieces: Sequence[Piece]) -> tuple[Block, ...]:
    """The pieces as blocks: in order, none overlapping; a piece inside the one before it is no block of its own."""
    blocks: list[Block] = []
    end = 0
    for piece in pieces:
        if piece.span.start >= end and piece.span.end > piece.span.start:
            blocks.append(Block(piece.kind, piece.span))
            end = piece.span.end
    return tuple(blocks)
