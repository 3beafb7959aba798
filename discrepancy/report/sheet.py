"""Claims from a sheet: typed by hand with few columns, or our own table back.

Takes a CSV file (comma, semicolon or tab; UTF-8), a Parquet file or a pandas frame; gives claims and, for the page, one
document an article that holds the sheet's own rows. Needed are ``article``, ``attribute``, ``value`` and one of
``event`` and ``entity``; all faults are told at once, each with its row and column. Rows count as a spreadsheet counts
them: the header is row 1.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from discrepancy import notation
from discrepancy.link.spellings import RULE as SPELLING
from discrepancy.model.claims import Claim, EventMention, NameKind
from discrepancy.model.findings import Entity, Event, Variant
from discrepancy.model.text import Document, Evidence, Sourced
from discrepancy.model.values import Terms, When
from discrepancy.report.cells import as_typed
from discrepancy.report.pieced import Pieced, Words, pieced
from discrepancy.report.rows import NEEDED, Row
from discrepancy.report.table import TABLE_COLUMNS

if TYPE_CHECKING:
    import pandas as pd


class SheetFaults(ValueError):
    """A sheet that cannot be read as claims; ``faults`` are sentences, each with row and column."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(faults))


@dataclass(frozen=True, slots=True)
class Sheet:
    """Claims and what they stand on: a document an article, an event a name in the column ``event``, a mention of it an article that tells
    to which part of the event it belongs, an entity a name whose kind is told."""

    claims: tuple[Claim, ...]
    documents: tuple[Document, ...]
    events: tuple[Event, ...]
    mentions: tuple[EventMention, ...] = ()
    entities: tuple[Entity, ...] = ()


def read_claims(path: str | Path) -> Sheet:
    """The claims of a CSV or Parquet file; raises :class:`SheetFaults`."""
    file = Path(path)
    if file.suffix.lower() == ".parquet":
        import pandas as pd

        try:
            return claims_from_frame(pd.read_parquet(file))
        except (OSError, ValueError) as fault:
            if isinstance(fault, SheetFaults):
                raise
            raise SheetFaults([f"{file}: cannot be read as Parquet: {fault}."]) from fault
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as fault:
        raise SheetFaults([f"{file}: cannot be read: {fault.strerror or fault}."]) from fault
    except UnicodeDecodeError as fault:
        raise SheetFaults([f"{file}: is not UTF-8 (byte {fault.start}); save the sheet as CSV UTF-8."]) from fault
    return claims_from_csv(text)


def claims_from_csv(text: str) -> Sheet:
    """The claims of CSV text; raises :class:`SheetFaults`.

    >>> sheet = claims_from_csv("article,event,attribute,value\\nPost,fire,killed,12\\nWire,fire,killed,>=14\\n")
    >>> [(claim.article, claim.value.low) for claim in sheet.claims]
    [('Post', 12), ('Wire', 14)]
    """
    head = text.lstrip("\n").split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        table = [row for row in rows]
    except csv.Error as fault:
        raise SheetFaults([f"row {rows.line_num}: is not CSV: {fault}."]) from fault
    if not table or not any(cell.strip() for cell in table[0]):
        raise SheetFaults([f"row 1: there is no header; it names the columns, at least {', '.join(NEEDED)} and event."])
    names = [cell.strip().lower() for cell in table[0]]
    faults = _header(names)
    if faults:
        raise SheetFaults(faults)  # without its columns no row can be told to be wrong
    records = []
    for number, row in enumerate(table[1:], 2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) > len(names):
            faults.append(f"row {number}: has {len(row)} cells, the header {len(names)}; is a comma not quoted?")
        records.append((number, {name: as_typed(cell) for name, cell in zip(names, row, strict=False)}))
    return _sheet(records, faults)


def claims_from_frame(frame: pd.DataFrame) -> Sheet:
    """The claims of a frame with the columns of ``claims_frame()`` or fewer; missing cells are empty. Raises
    :class:`SheetFaults`.
    """
    names = [str(name) for name in frame.columns]
    plain = frame.astype("object").where(frame.notna(), "")
    records = [
        (number, {name: _cell(cell) for name, cell in zip(names, cells, strict=True)})
        for number, cells in enumerate(plain.itertuples(index=False, name=None), 2)
    ]
    return _sheet(records, _header(names))


def _cell(cell: object) -> str:
    """A frame's cell as text; a whole number that pandas made a float is whole again."""
    if isinstance(cell, bool):
        return "yes" if cell else ""
    return notation.number(cell) if isinstance(cell, float) else str(cell)


def _header(names: Sequence[str]) -> list[str]:
    missing = [name for name in NEEDED if name not in names]
    if "event" not in names and "entity" not in names:
        missing.append("event (or entity)")
    faults = [f"row 1: the column {name} is missing." for name in missing]
    faults += [f"row 1: the column {name!r} stands here twice." for name in sorted({n for n in names if names.count(n) > 1})]
    known = {*TABLE_COLUMNS, ""}
    faults += [
        f"row 1: nothing is known of a column {name!r}; known are {', '.join(TABLE_COLUMNS)}." for name in names if name not in known
    ]
    return faults


def _sheet(records: Iterable[tuple[int, Mapping[str, str]]], faults: list[str]) -> Sheet:
    if faults:
        raise SheetFaults(faults)
    rows = [(number, cells, Row(number, cells, faults)) for number, cells in records]
    if not rows and not faults:
        faults.append("row 2: there are no rows below the header.")
    read: dict[str, tuple[Claim, Words]] = {}
    kinds: dict[str, NameKind] = {}
    parts: dict[str, dict[str, dict[str, dict[str, None]]]] = {}
    for number, _, row in rows:
        claim, words = row.claim(), row.words()
        kinds |= row.kinds(claim) if claim is not None else {}
        if claim is None or words is None:
            continue
        if claim.id in read:
            faults.append(f"row {number}, column id: {claim.id!r} stands here twice.")
        read[claim.id] = claim, words
        if row.text("part") and claim.event:
            event = parts.setdefault(claim.event, {})
            event.setdefault(claim.attribute, {}).setdefault(row.text("part"), {})[_mention(claim.event, claim.article)] = None
    # An article's name stands for its outlet where the sheet has no column for that.
    outlets = {row.text("article"): row.text("article") for _, cells, row in rows if "outlet" not in cells}
    # A row added by hand may leave out what the others tell of its article and event.
    outlets |= {row.text("article"): row.text("outlet") for _, _, row in rows if row.text("outlet")}
    published = {row.text("article"): day for _, _, row in rows if (day := row.day("published")) is not None}
    titles = {row.text("article"): row.text("title") for _, _, row in rows if row.text("title")}
    told: dict[str, _Told] = {}
    for _, _, row in rows:
        if row.text("event") and (row.text("event") not in told or row.text("event_label")):
            told[row.text("event")] = _Told.of(row)
    if faults:
        raise SheetFaults(list(dict.fromkeys(faults)))
    by_article: dict[str, list[tuple[Claim, Words]]] = {}
    for one in read.values():
        by_article.setdefault(one[0].article, []).append(one)
    documents: list[Document] = []
    evidence: dict[str, Evidence] = {}
    for name, own in by_article.items():
        text = pieced([words for _, words in own])
        document = _document(name, text, outlets.get(name, ""), published.get(name), titles.get(name, ""))
        documents.append(document)
        evidence |= {claim.id: document.evidence(span) for (claim, _), span in zip(own, text.spans, strict=True)}
    claims = tuple(replace(claim, evidence=evidence[claim.id]) for claim, _ in read.values())
    events = _events(claims, told, parts)
    mentions = tuple(EventMention(_mention(e.id, a), a, e.type, ()) for e in events if e.mentions for a in e.articles)
    return Sheet(claims, tuple(documents), events, mentions, _entities(claims, kinds))


def _entities(claims: Iterable[Claim], kinds: Mapping[str, NameKind]) -> tuple[Entity, ...]:
    """The names whose kind is told, and those of which the table tells in which article they are spelled how."""
    spelled: dict[str, dict[str, dict[str, None]]] = {}
    for claim in claims:
        if claim.rule == SPELLING and isinstance(claim.value, Terms):
            for text in claim.value.members:
                spelled.setdefault(claim.entity, {}).setdefault(text, {})[claim.article] = None
    made = []
    for name in dict.fromkeys((*kinds, *spelled)):
        told = sorted(spelled.get(name, {}).items(), key=lambda one: (-len(one[1]), one[0]))
        variants = tuple(Variant(text, tuple(sorted(articles)), (1,) * len(articles)) for text, articles in told)
        made.append(Entity(name, kinds.get(name, "unknown"), name, variants))
    return tuple(made)


def _mention(event: str, article: str) -> str:
    """The id of what an article says of an event; a sheet tells no more of it than to which part of the event it belongs."""
    return f"{event} in {article}"


@dataclass(frozen=True, slots=True)
class _Told:
    """What the rows of an event tell of it."""

    label: str
    type: str
    day: When | None
    place: str
    country: str

    @classmethod
    def of(cls, row: Row) -> _Told:
        texts = (row.text(f"event_{name}") for name in ("label", "type", "place", "country"))
        label, sort, place, country = texts
        return cls(label, sort, row.day("event_day"), place, country)


def _events(
    claims: Sequence[Claim], told: Mapping[str, _Told], parts: Mapping[str, Mapping[str, Mapping[str, Iterable[str]]]]
) -> tuple[Event, ...]:
    """One event a name, told by the articles of its claims; its day that of the table, else the one on which all who give one agree.

    ``parts`` has, by event and attribute, the mentions of each part.
    """
    events = []
    by_event: dict[str, list[Claim]] = {}
    for claim in claims:
        by_event.setdefault(claim.event, []).append(claim)
    for name, own in by_event.items():
        if not name:
            continue
        days = {claim.value for claim in own if claim.attribute == "date" and isinstance(claim.value, When)}
        articles = tuple(dict.fromkeys(claim.article for claim in own))
        known, held = told[name], parts.get(name, {})
        agreed = days.pop() if len(days) == 1 and not known.label else None
        events.append(
            Event(
                name, known.type, known.label or name,
                tuple(_mention(name, article) for article in articles) if held else (), articles,
                known.day or agreed, known.place, country=known.country,
                joined_by=tuple((attribute, tuple(map(tuple, of.values()))) for attribute, of in held.items()),
            )
        )  # fmt: skip
    return tuple(events)


def _document(name: str, pieces: Pieced, outlet: str, published: When | None, title: str) -> Document:
    digest = hashlib.sha256(pieces.text.encode("utf-8", "backslashreplace")).hexdigest()
    return Document(
        name, name, digest, pieces.text, pieces.blocks,
        title=Sourced(title, "claims table") if title else None,
        outlet=Sourced(outlet, "claims table") if outlet else None,
        published=Sourced(published, "claims table") if published is not None else None,
    )  # fmt: skip
