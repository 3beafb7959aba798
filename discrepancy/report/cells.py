"""Cells of sheets and CSV text: what a spreadsheet would run as a formula is written as text, and read back as it was.

Takes rows; gives CSV text. Knows nothing of what the rows tell.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

Cell: TypeAlias = str | int | float | bool | None
"""One cell. Text that is absent is "", a number that is absent is None: a group named "NA" is never mistaken for
nothing."""

Row: TypeAlias = dict[str, Cell]

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_PLAIN_NUMBER = re.compile(r"-\d+(\.\d+)?")


def to_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> str:
    """Rows as CSV text. Truth values are written as ``yes`` and "".

    >>> print(to_csv(["name", "low"], [{"name": "=1+1", "low": 12}, {"name": "NA", "low": None}]), end="")
    name,low
    '=1+1,12
    NA,
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_written(row[name]) for name in columns])
    return out.getvalue()


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else ""
    return defused(str(cell))


def defused(text: str) -> str:
    """``text`` with an apostrophe before it when a sheet would read it as a formula; :func:`as_typed` takes it off
    again.

    Source of the list of dangerous first characters: OWASP, CSV Injection. A text that already begins with apostrophes
    and such a character gets one more, so that nothing is lost.

    >>> defused("@home"), defused("-5"), defused("'=x")
    ("'@home", '-5', "''=x")
    """
    return "'" + text if _FORMULA.match(text) and not _PLAIN_NUMBER.fullmatch(text) else text


def as_typed(cell: str) -> str:
    """A cell as it was before :func:`defused`.

    >>> as_typed("'@home"), as_typed("'tis")
    ('@home', "'tis")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
