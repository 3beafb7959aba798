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
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from discrepancy import notation
from discrepancy.model.claims import Attribute, Claim, Stance
from discrepancy.model.findings import Event
from discrepancy.model.text import CONTEXT, Block, Document, Evidence, Sourced, Span
from discrepancy.model.values import Value, When
from discrepancy.notation import KINDS, NotationError
from discrepancy.report.table import TABLE_COLUMNS, as_typed

if TYPE_CHECKING:
    import pandas as pd

NEEDED = ("article", "attribute", "value")
_YES = ("yes", "true", "1")
_NO = ("", "no", "false", "0")


class SheetFaults(ValueError):
    """A sheet that cannot be read as claims; ``faults`` are sentences, each with row and column."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(faults))


@dataclass(frozen=True, slots=True)
class Sheet:
    """Claims and what they stand on: a document an article, an event a name in the column ``event``."""

    claims: tuple[Claim, ...]
    documents: tuple[Document, ...]
    events: tuple[Event, ...]


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
    known = {*TABLE_COLUMNS, "before", "after", ""}
    faults += [
        f"row 1: nothing is known of a column {name!r}; known are {', '.join(TABLE_COLUMNS)}." for name in names if name not in known
    ]
    return faults


def _sheet(records: Iterable[tuple[int, Mapping[str, str]]], faults: list[str]) -> Sheet:
    if faults:
        raise SheetFaults(faults)
    rows = [(number, cells, _Row(number, cells, faults)) for number, cells in records]
    if not rows and not faults:
        faults.append("row 2: there are no rows below the header.")
    texts: dict[str, str] = {}
    claims, ids = [], set()
    for number, _, row in rows:
        claim = row.claim(texts)
        if claim is None:
            continue
        if claim.id in ids:
            faults.append(f"row {number}, column id: {claim.id!r} stands here twice.")
        ids.add(claim.id)
        claims.append(claim)
    # An article's name stands for its outlet where the sheet has no column for that.
    outlets = {row.text("article"): row.text("outlet") if "outlet" in cells else row.text("article") for _, cells, row in rows}
    published = {row.text("article"): day for _, _, row in rows if (day := row.day("published")) is not None}
    told = {row.text("event"): _Told.of(row) for _, _, row in rows if row.text("event")}
    if faults:
        raise SheetFaults(list(dict.fromkeys(faults)))
    documents = tuple(_document(name, text, outlets.get(name, ""), published.get(name)) for name, text in texts.items())
    return Sheet(tuple(claims), documents, _events(claims, told))


@dataclass(frozen=True, slots=True)
class _Told:
    """What the rows of an event tell of it."""

    label: str
    type: str
    day: When | None
    place: str

    @classmethod
    def of(cls, row: _Row) -> _Told:
        return cls(row.text("event_label"), row.text("event_type"), row.day("event_day"), row.text("event_place"))


def _events(claims: Sequence[Claim], told: Mapping[str, _Told]) -> tuple[Event, ...]:
    """One event a name, told by the articles of its claims; its day that of the table, else the one on which all who give one agree."""
    events = []
    for name in dict.fromkeys(claim.event for claim in claims if claim.event):
        own = [claim for claim in claims if claim.event == name]
        days = {claim.value for claim in own if claim.attribute == "date" and isinstance(claim.value, When)}
        articles = tuple(dict.fromkeys(claim.article for claim in own))
        known = told[name]
        agreed = days.pop() if len(days) == 1 and not known.label else None
        events.append(Event(name, known.type, known.label or name, (), articles, known.day or agreed, known.place))
    return tuple(events)


def _document(name: str, text: str, outlet: str, published: When | None) -> Document:
    digest = hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()
    block = (Block("body", Span(0, len(text))),) if text else ()
    return Document(
        name, name, digest, text, block,
        outlet=Sourced(outlet, "claims table") if outlet else None,
        published=Sourced(published, "claims table") if published is not None else None,
    )  # fmt: skip


class _Row:
    """One row, read cell by cell; what is wrong goes to ``faults``."""

    def __init__(self, number: int, cells: Mapping[str, str], faults: list[str]) -> None:
        self.number, self.cells, self.faults = number, cells, faults

    def text(self, name: str) -> str:
        return self.cells.get(name, "").strip()

    def fault(self, name: str, sentence: str) -> None:
        self.faults.append(f"row {self.number}, column {name}: {sentence}")

    def claim(self, texts: dict[str, str]) -> Claim | None:
        """The row as a claim; its words are added to the text of its article."""
        before = len(self.faults)
        attribute = self._attribute()
        value = self._value(attribute) if attribute else None
        stance = self._stance()
        as_of = self.day("as_of")
        for name in NEEDED:
            if not self.text(name):
                self.fault(name, "is empty.")
        typed = not self.text("rule")  # our own tables also hold claims that stand apart from every event
        if typed and not self.text("event") and not self.text("entity"):
            self.fault("event", "is empty, and so is entity: what is this claim about?")
        additional, loose = self._truth("additional"), self._truth("loose")
        if len(self.faults) > before or attribute is None or value is None or stance is None:
            return None
        return Claim(
            self.text("id") or f"row-{self.number}",
            self.text("article"),
            attribute,
            value,
            self._evidence(texts),
            self.text("rule") or f"claims-table:{self.number}",
            **{name: self.text(name) for name in ("event", "entity", "population", "scope", "unit", "attributed_to")},
            as_of=as_of,
            stance=stance,
            additional=additional,
            loose=loose,
            anchors=tuple(self.text("anchors").split()),
            anchor_text=self.text("anchor_text"),
        )

    def _attribute(self) -> Attribute | None:
        given = self.text("attribute")
        found: Attribute | None = next((known for known in get_args(Attribute) if known == given), None)
        if given and found is None:
            self.fault("attribute", f"{given!r} is none of {', '.join(get_args(Attribute))}.")
        return found

    def _value(self, attribute: Attribute) -> Value | None:
        """The value, of the kind that the attribute takes."""
        given = self.text("value")
        if not given:
            return None
        try:
            return notation.parse(given, KINDS[attribute])
        except NotationError as fault:
            self.fault("value", f"{fault}.")
            return None

    def _stance(self) -> Stance | None:
        given = self.text("stance") or "asserted"
        found: Stance | None = next((known for known in get_args(Stance) if known == given), None)
        if found is None:
            self.fault("stance", f"{given!r} is none of {', '.join(get_args(Stance))}.")
        return found

    def day(self, name: str) -> When | None:
        """The day, or the days, in a cell; None where it is empty or wrong."""
        given = self.text(name)
        if not given:
            return None
        try:
            value = notation.parse(given, When)
        except NotationError as fault:
            self.fault(name, f"{fault}.")
            return None
        if not isinstance(value, When):
            self.fault(name, f"{given!r} is no day of the calendar.")
            return None
        return value

    def _truth(self, name: str) -> bool:
        given = self.text(name).lower()
        if given not in (*_YES, *_NO):
            self.fault(name, f"{given!r} is neither yes nor no.")
        return given in _YES

    def _evidence(self, texts: dict[str, str]) -> Evidence:
        """The row's words as the next line of its article: the quote where there is one, else the claim as typed."""
        article = self.text("article")
        exact = self.cells.get("exact", "") or self.text("value")
        about = self.text("entity") or self.text("event")
        lead = "" if self.cells.get("exact") else f"{about}, {self.text('attribute')}: "
        so_far = texts.get(article, "")
        start = len(so_far) + (1 if so_far else 0) + len(lead)
        texts[article] = f"{so_far}\n{lead}{exact}" if so_far else f"{lead}{exact}"
        before = texts[article][max(0, start - CONTEXT) : start]
        return Evidence(article, Span(start, start + len(exact)), exact, before, "")
