"""The two shipped tables of places, read in place: a name is found by bisection in a memory-mapped file.

Takes the letters of a name (see :func:`discrepancy.annotate.spelling.split`); gives the rows of the places that bear
it. Nothing is loaded at start, so the world costs a few microseconds a name. ``benchmarks/names_gazetteer.py``
describes and
builds the tables.
"""

from __future__ import annotations

import mmap
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Literal


@dataclass(frozen=True, slots=True)
class Row:
    """One place of the tables. ``foreign`` says that the name looked up is not its own, but one of another language
    or time.
    """

    id: str
    sort: Literal["C", "R", "P"]
    name: str
    country: str
    division: str
    inhabitants: int
    zone: str
    foreign: bool = False


@cache
def _mapped(name: str) -> mmap.mmap:
    with as_file(files("discrepancy.gazetteer") / name) as path, path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


@lru_cache(maxsize=1 << 16)
def rows(key: str) -> tuple[Row, ...]:
    """The places that bear a name, given as its letters: those with this own name first, the largest first.

    >>> [(row.name, row.country) for row in rows("saravan")]
    [('Sarāvān', 'IR')]
    """
    line = _line(key)
    return tuple(_row(mark.lstrip("~"), mark.startswith("~")) for mark in line.split())


def _line(key: str) -> str:
    """What stands behind a key, "" when it is not there."""
    table, wanted = _mapped("names.tsv"), key.encode() + b"\t"
    low, high = 0, len(table)
    while low < high:
        middle = (low + high) // 2
        start = table.rfind(b"\n", 0, middle) + 1
        end = table.find(b"\n", middle)
        line = table[start : end if end >= 0 else len(table)]
        if line.startswith(wanted):
            return line[len(wanted) :].decode()
        if line.partition(b"\t")[0] < wanted[:-1]:
            low = end + 1 if end >= 0 else len(table)
        else:
            high = start
    return ""


@cache
def _row(offset: str, foreign: bool) -> Row:
    table, start = _mapped("places.tsv"), int(offset)
    id_, sort, name, country, division, size, zone = table[start : table.find(b"\n", start)].decode().split("\t")
    return Row(id_, "C" if sort == "C" else "R" if sort == "R" else "P", name, country, division, int(size), zone, foreign)


def by_id(id_: str) -> Row | None:
    """The row of a country or division by its id ("IR", "IR/Fars"); None when there is none."""
    table = _mapped("places.tsv")
    at = 0 if table[: len(id_) + 1] == id_.encode() + b"\t" else table.find(b"\n" + id_.encode() + b"\t") + 1
    return _row(str(at), False) if table[at : at + len(id_) + 1] == id_.encode() + b"\t" else None
