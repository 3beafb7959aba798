"""``articles.csv``: what the desk knows better than the page.

Takes the table beside the articles; gives, per file, the values that override the page's own. Columns ``path`` (from
the table's folder; ``bundle.zip/a.html`` and ``table.csv#17`` for one of several articles in a file), ``outlet``,
``published`` (ISO 8601), ``zone`` (IANA) and ``url``; an empty cell overrides nothing. A fault is a sentence with its
line, and the rest of the table holds.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from discrepancy.ingest.folder import OVERRIDES
from discrepancy.ingest.page import Told
from discrepancy.ingest.plain import plain_text
from discrepancy.model.findings import Unreadable
from discrepancy.model.text import Sourced

COLUMNS = ("path", "outlet", "published", "zone", "url")
LARGEST = 5_000_000
"""Bytes; some fifty thousand articles."""


def overrides(folder: Path) -> tuple[dict[Path, Told], list[Unreadable]]:
    """The overrides in ``folder/articles.csv`` by resolved path of the article; empty where there is no such table."""
    table = folder / OVERRIDES
    if not table.is_file():
        return {}, []
    try:
        with table.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError as error:
        return {}, [Unreadable(str(table), f"this table cannot be opened ({error.strerror}); check its permissions")]
    text = plain_text(data) if len(data) <= LARGEST else None
    if text is None:
        return {}, [Unreadable(str(table), "this table is no UTF-8 text, or too large; save it again as CSV in UTF-8")]
    return _rows(text, table)


def _rows(text: str, table: Path) -> tuple[dict[Path, Told], list[Unreadable]]:
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    told: dict[Path, Told] = {}
    faults: list[Unreadable] = []

    def fault(sentence: str) -> None:
        faults.append(Unreadable(f"{table}:{max(rows.line_num, 1)}", sentence))

    try:
        columns = [name.strip().lower() for name in next(rows, [])]
        if "path" not in columns:
            fault("the first line must name the columns, one of them 'path'")
            return {}, faults
        for name in columns:
            if name not in COLUMNS:
                fault(f"unknown column {name!r}; known: {', '.join(COLUMNS)}")
        for row in rows:
            cells = {name: cell.strip() for name, cell in zip(columns, row, strict=False) if name in COLUMNS}
            if not any(cells.values()):
                continue
            path = (table.parent / cells.get("path", "")).resolve()
            if not cells.get("path"):
                fault("this row names no path")
            elif not path.is_file() and not _inside_a_file(path):
                fault(f"there is no article {cells['path']!r} here")
            elif path in told:
                fault(f"{cells['path']!r} stands here twice; the first row holds")
            else:
                told[path] = {
                    name: Sourced(cell, f"file {OVERRIDES}")
                    for name, cell in cells.items()
                    if name != "path" and cell and _right(name, cell, fault)
                }
    except csv.Error as error:
        fault(f"not CSV ({error}); the rows after this line were not read")
    return told, faults


def _inside_a_file(path: Path) -> bool:
    """True for an article of a file that holds several: ``bundle.zip/a.html``, ``table.csv#17``."""
    return Path(str(path).partition("#")[0]).is_file() or any(parent.is_file() for parent in path.parents)


def _right(name: str, cell: str, fault: Callable[[str], None]) -> bool:
    """True when a cell holds what its column asks for; otherwise the fault is told."""
    try:
        if name == "published":
            datetime.fromisoformat(cell)
        elif name == "zone":
            ZoneInfo(cell)
    except (ValueError, OSError, LookupError):
        wanted = "a day such as 2024-01-29" if name == "published" else "a zone such as Asia/Karachi"
        fault(f"{name}: {cell!r} is not {wanted}")
        return False
    return True
