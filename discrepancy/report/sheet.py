"""Claims from a sheet: what :mod:`discrepancy.report.table` wrote, or what somebody typed by hand.

Takes a CSV file; gives claims, or every fault at once with its row and column. Needed columns: ``article``, ``attribute``,
``value`` and one of ``event`` and ``entity``; the others of ``docs/claims-table.md`` are read where they stand, unknown
ones are left alone. Text is never turned into numbers or gaps: a group named "NA" stays "NA".
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

from discrepancy import notation
from discrepancy.model.claims import Attribute, Claim, Stance
from discrepancy.model.text import Evidence, Span
from discrepancy.model.values import Clock, Quantity, Quote, Terms, Value, When
from discrepancy.report.table import as_typed

NEEDED = ("article", "attribute", "value")
_TAKES: dict[type[Value], str] = {
    Quantity: "a number, as 12, >=12 or 10..15",
    When: "a date, as 2024-01-18 or 2024-05",
    Clock: "a time of day, as 04:05",
    Terms: "names, as BLA & BLF",
    Quote: "a quotation in quotation marks",
}
_YES, _NO = ("true", "yes", "1"), ("", "false", "no", "0")


class SheetFaults(ValueError):
    """What is wrong with a sheet; ``sentences`` has one for each fault, with file, row and column."""

    def __init__(self, sentences: list[str]) -> None:
        self.sentences = tuple(sentences)
        super().__init__("\n".join(sentences))


def read_claims(path: str | Path) -> tuple[Claim, ...]:
    """The claims of a CSV file, in the order of rows. Raises :class:`SheetFaults` with all faults, OSError without a file."""
    data = Path(path).read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SheetFaults([f"{path}: not UTF-8 (byte {error.start}); save the sheet as CSV UTF-8."]) from None
    return claims_of(text, str(path))


def claims_of(text: str, name: str = "sheet") -> tuple[Claim, ...]:
    """The claims of CSV text.

    >>> (claim,) = claims_of("article,event,attribute,value\\na,fire,killed,>=12\\n")
    >>> claim.value.low, claim.event
    (12, 'fire')
    """
    rows = csv.DictReader(io.StringIO(text, newline=""), restkey="", strict=True)
    faults: list[str] = []
    claims: list[Claim] = []
    try:
        columns = [column.strip() for column in rows.fieldnames or ()]
        rows.fieldnames = columns
        missing = [column for column in NEEDED if column not in columns]
        missing += [] if {"event", "entity"} & set(columns) else ["event (or entity)"]
        if missing:
            raise SheetFaults([f"{name}: the first row lacks the column {', '.join(missing)}."])
        for row in rows:
            cells = {key: as_typed((value or "").strip()) for key, value in row.items() if key and isinstance(value, str | None)}
            if any(cells.values()):
                claim = _claim(cells, f"{name}, row {rows.line_num}", len(claims) + 1, faults)
                claims += [claim] if claim is not None else []
    except csv.Error as error:
        faults.append(f"{name}, row {rows.line_num}: not CSV ({error}).")
    seen: set[str] = set()
    for claim in claims:
        if claim.id in seen:
            faults.append(f"{name}: the id {claim.id!r} stands in two rows.")
        seen.add(claim.id)
    if faults:
        raise SheetFaults(faults)
    return tuple(claims)


def _claim(cells: Mapping[str, str], where: str, number: int, faults: list[str]) -> Claim | None:
    """One row as a claim; its faults are added, and then None comes back."""
    before = len(faults)
    attribute = next((a for a in get_args(Attribute) if a == cells["attribute"]), None)
    if attribute is None:
        faults.append(f"{where}, column attribute: {cells['attribute']!r} is none of {', '.join(get_args(Attribute))}.")
    if not cells["article"]:
        faults.append(f"{where}, column article: empty; every claim needs the article that makes it.")
    if not (cells.get("event") or cells.get("entity")):
        faults.append(f"{where}, column event: empty, and so is entity; a claim is about one of the two.")
    stance: Stance = "asserted"
    if cells.get("stance"):
        known = next((s for s in get_args(Stance) if s == cells["stance"]), None)
        if known is None:
            faults.append(f"{where}, column stance: {cells['stance']!r} is none of {', '.join(get_args(Stance))}.")
        stance = known or "asserted"
    value = _parsed(cells["value"], f"{where}, column value", faults, attribute)
    as_of = _parsed(cells["as_of"], f"{where}, column as_of", faults) if cells.get("as_of") else None
    if as_of is not None and not isinstance(as_of, When):
        faults.append(f"{where}, column as_of: {cells['as_of']!r} is not a date.")
    start, end = (_whole(cells, column, where, faults) for column in ("start", "end"))
    additional, loose = (_flag(cells, column, where, faults) for column in ("additional", "loose"))
    if len(faults) > before or attribute is None or value is None:
        return None
    exact = cells.get("exact") or cells["value"]
    return Claim(
        id=cells.get("id") or f"{cells['article']}:{attribute}:row{number}",
        article=cells["article"],
        attribute=attribute,
        value=value,
        evidence=Evidence(cells["article"], Span(start, max(end, start)), exact, "", ""),
        rule=cells.get("rule") or "sheet",
        event=cells.get("event", ""),
        entity=cells.get("entity", ""),
        population=cells.get("population", ""),
        scope=cells.get("scope", ""),
        as_of=as_of if isinstance(as_of, When) else None,
        unit=cells.get("unit", ""),
        attributed_to=cells.get("attributed_to", ""),
        stance=stance,
        additional=additional,
        loose=loose,
        anchors=tuple(cells.get("anchors", "").split()),
        anchor_text=cells.get("anchor_text", ""),
    )


def _parsed(text: str, where: str, faults: list[str], attribute: Attribute | None = None) -> Value | None:
    """A value from notation. A year alone is a date where the attribute is one."""
    kind = notation.KINDS[attribute] if attribute else None
    try:
        value = notation.parse(text, When) if kind is When else notation.parse(text)
    except notation.NotationError as fault:
        faults.append(f"{where}: {fault}")
        return None
    if kind is not None and not isinstance(value, kind):
        faults.append(f"{where}: {text!r} is not what {attribute} takes ({_TAKES[kind]}).")
        return None
    return value


def _whole(cells: Mapping[str, str], column: str, where: str, faults: list[str]) -> int:
    text = cells.get(column) or "0"
    if text.isascii() and text.isdigit():
        return int(text)
    faults.append(f"{where}, column {column}: {text!r} is not a whole number.")
    return 0


def _flag(cells: Mapping[str, str], column: str, where: str, faults: list[str]) -> bool:
    text = cells.get(column, "").lower()
    if text not in _YES + _NO:
        faults.append(f"{where}, column {column}: {text!r} is neither yes nor no.")
    return text in _YES
