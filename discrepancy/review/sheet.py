"""Decisions as a sheet, out and back in, for desks that live in spreadsheets.

Takes a shelf and gives CSV or XLSX; takes such a file back and gives the rulings that were typed into it. One row a
finding; an editor fills ``ruling``, ``value``, ``reason`` and ``note``. A row nobody touched rules nothing. All
faults are told at once, by row, and then nothing is taken. What a sheet would run as a formula is written as text.
The reader's half of openpyxl's home.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from discrepancy.report.cells import as_typed, defused
from discrepancy.report.visible import one_line
from discrepancy.report.workbook import put
from discrepancy.review.decisions import Decision, Outcome, Refused, Ruling
from discrepancy.review.desk import Desk
from discrepancy.review.reports import Shelf

COLUMNS = (
    "finding", "level", "question", "camps", "state", "since", "ruling", "value", "reason", "note", "who", "seen",
)  # fmt: skip
TYPED = ("ruling", "value", "reason", "note")
"""The columns an editor fills."""

LARGEST = 50_000_000
"""Bytes of an unpacked XLSX: a sheet that unpacks to more is no sheet of decisions."""


class BadSheet(ValueError):
    """A sheet that cannot be taken; the text has a line for each fault."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A ruling as typed into a row."""

    finding: str
    outcome: str
    value: str
    reason: str
    note: str


def rows(shelf: Shelf) -> list[dict[str, str]]:
    """One row a finding, in the queue's order, with the ruling that holds."""
    made = []
    for row in shelf.rows:
        finding, standing = row.finding, shelf.standing(row.finding.id)
        body = _body(standing.decision)
        camps = [f"{camp.value} [{', '.join(sources)}]" for camp, sources in zip(finding.camps, row.sources, strict=True)]
        made.append(
            {
                "finding": finding.id,
                "level": finding.level,
                "question": finding.question.text,
                "camps": " ; ".join(camps),
                "state": standing.state,
                "since": " ".join(standing.since),
                "ruling": body.outcome if body else "",
                "value": body.value if body else "",
                "reason": body.reason if body else "",
                "note": body.note if body else "",
                "who": standing.decision.who if standing.decision else "",
                "seen": str(standing.decision.seq) if standing.decision else "0",
            }
        )
    return made


def _body(decision: Decision | None) -> Ruling | None:
    return decision.body if decision is not None and isinstance(decision.body, Ruling) else None


def to_csv(shelf: Shelf) -> str:
    """The sheet as CSV (LF, header line)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows(shelf):
        writer.writerow([defused(row[name]) for name in COLUMNS])
    return out.getvalue()


def to_xlsx(shelf: Shelf, desk: Desk) -> bytes:
    """The sheet as XLSX, with lists to choose rulings and reasons from."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Decisions"
    for number, row in enumerate([dict(zip(COLUMNS, COLUMNS, strict=True)), *rows(shelf)], 1):
        for column, name in enumerate(COLUMNS, 1):
            cell = sheet.cell(number, column)
            put(cell, row[name])
            cell.alignment = Alignment(vertical="top", wrap_text=name in ("question", "camps", "since", "note"))
            if number == 1:
                cell.font = Font(bold=True)
    for name, width in zip("ABCDEFGHIJKL", (12, 9, 44, 40, 11, 30, 12, 14, 20, 30, 12, 6), strict=True):
        sheet.column_dimensions[name].width = width
    sheet.freeze_panes = "A2"
    for letter, listed in (("G", get_args(Outcome)), ("I", [reason.code for reason in desk.reasons])):
        choice = DataValidation(type="list", formula1='"' + ",".join(listed)[:255] + '"', allow_blank=True)
        sheet.add_data_validation(choice)
        choice.add(f"{letter}2:{letter}{max(2, len(shelf.rows) + 1)}")
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def typed(data: bytes, shelf: Shelf, desk: Desk) -> tuple[Typed, ...]:
    """The rulings that somebody typed into a sheet (CSV in UTF-8, or XLSX), in its order.

    Raises :class:`BadSheet` with every fault: a finding that is not here, a ruling or reason that does not exist, a
    resolution without a value, or a finding ruled on by somebody since the sheet was made.
    """
    now = {row["finding"]: row for row in rows(shelf)}
    faults: list[str] = []
    found: dict[str, Typed] = {}
    for number, row in _read(data):
        id = row.get("finding", "")
        if id not in now:
            faults.append(f"row {number}: there is no finding {one_line(id)[:60]!r} in this report")
            continue
        held = now[id]
        given = {name: row.get(name, "").strip() for name in TYPED}
        if not given["ruling"] or all(given[name] == held[name] for name in TYPED):
            continue
        if row.get("seen", held["seen"]) != held["seen"]:
            faults.append(f"row {number}: {held['who'] or 'somebody'} ruled on {id} since this sheet was made")
            continue
        if id in found:
            faults.append(f"row {number}: {id} stands in this sheet twice")
            continue
        try:
            desk.check(given["ruling"], given["value"], given["reason"])
        except Refused as fault:
            faults.append(f"row {number}: {fault}")
            continue
        found[id] = Typed(id, given["ruling"], given["value"], given["reason"], given["note"])
    if faults:
        raise BadSheet("\n".join(faults))
    return tuple(found.values())


def take(data: bytes, shelf: Shelf, desk: Desk, who: str) -> tuple[Decision, ...]:
    """Keeps the rulings typed into a sheet, all or none; gives them."""
    bodies = [desk.ruling(shelf.slug, row.finding, row.outcome, row.value, row.reason, row.note) for row in typed(data, shelf, desk)]
    return desk.keep_all(who, bodies)


def _read(data: bytes) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Rows of a sheet by column name, with their numbers as a spreadsheet counts them."""
    table = _xlsx(data) if data[:2] == b"PK" else _csv(data)
    head = next(iter(table), None)
    names = [name.strip().lower() for name in head[1]] if head else []
    if "finding" not in names or "ruling" not in names:
        raise BadSheet("row 1: the first row names the columns; 'finding' and 'ruling' must be among them")
    for number, cells in table[1:]:
        if any(cells):
            yield number, dict(zip(names, map(as_typed, cells), strict=False))


def _csv(data: bytes) -> list[tuple[int, list[str]]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadSheet("this is neither XLSX nor CSV in UTF-8; save it again as one of them") from None
    first = text.partition("\n")[0]
    comma = ";" if first.count(";") > first.count(",") else ","  # what a sheet writes where the comma is decimal
    try:
        return list(enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=comma), 1))
    except csv.Error as fault:
        raise BadSheet(f"this is no CSV: {fault}") from None


def _xlsx(data: bytes) -> list[tuple[int, list[str]]]:
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > LARGEST:
                raise BadSheet("this sheet unpacks to too much")
        sheet = load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
        return [
            (number, ["" if cell is None else _cell(cell) for cell in row])
            for number, row in enumerate(sheet.iter_rows(values_only=True, max_col=40), 1)
        ]
    except BadSheet:
        raise
    except Exception as fault:  # a broken archive fails in as many ways as there are parts in it
        raise BadSheet(f"this XLSX cannot be read ({type(fault).__name__}); save it again") from None


def _cell(value: object) -> str:
    """A cell as text; a whole number as such (a sheet makes 12 of "12")."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
