"""The two shipped tables of places, read in place: a name is found by bisection in a memory-mapped file.

Takes the letters of a name (see :func:`discrepancy.annotate.spelling.split`); gives the rows of the places that bear
it. Nothing is loaded at start. Names that share their first letters stand together and are read together, so a name costs a
microsecond once its neighbours were asked for. ``benchmarks/names_gazetteer.py``
describes and builds the tables.
"""

from __future__ import annotations

import mmap
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Literal

_SHARED = 4
"""First letters by which names stand together: 167,000 names make 38,000 pages, the largest of 880 lines."""


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


def begins(letters: str) -> bool:
    """Whether any name begins with these letters; True for fewer than four.

    >>> begins("saravan"), begins("saravanof")
    (True, False)
    """
    if len(letters) < _SHARED:
        return True
    keys, _ = _page(letters[:_SHARED])
    at = bisect_left(keys, letters)
    return at < len(keys) and keys[at].startswith(letters)


def _line(key: str) -> str:
    """What stands behind a key, "" when it is not there."""
    keys, rest = _page(f"{key}\t"[:_SHARED])
    at = bisect_left(keys, key)
    return rest[at] if at < len(keys) and keys[at] == key else ""


@lru_cache(maxsize=1 << 13)
def _page(first: str) -> tuple[list[str], list[str]]:
    """The lines that begin with these letters, as keys in order and what stands behind each."""
    table, wanted = _mapped("names.tsv"), first.encode()
    start = at = _offset(table, wanted)
    while table[at : at + len(wanted)] == wanted:
        at = table.find(b"\n", at) + 1 or len(table)
    lines = [line.partition("\t") for line in table[start:at].decode().splitlines()]
    return [key for key, _, _ in lines], [rest for _, _, rest in lines]


def _offset(table: mmap.mmap, wanted: bytes) -> int:
    """Where the first line stands that is not less than ``wanted``."""
    low, high = 0, len(table)
    while low < high:
        start = table.rfind(b"\n", 0, (low + high) // 2) + 1
        end = table.find(b"\n", start) + 1 or len(table)
        if table[start : start + len(wanted)] < wanted:
            low = end
        else:
            high = start
    return low


@cache
def _row(offset: str, foreign: bool) -> Row:
    table, start = _mapped("places.tsv"), int(offset)
    id_, sort, name, country, division, size, zone = table[start : table.find(b"\n", start)].decode().split("\t")
    return Row(id_, "C" if sort == "C" else "R" if sort == "R" else "P", name, country, division, int(size), zone, foreign)


@cache
def by_id(id_: str) -> Row | None:
    """The row of a country or division by its id ("IR", "IR/Fars"); None when there is none."""
    table = _mapped("places.tsv")
    at = 0 if table[: len(id_) + 1] == id_.encode() + b"\t" else table.find(b"\n" + id_.encode() + b"\t") + 1
    return _row(str(at), False) if table[at : at + len(id_) + 1] == id_.encode() + b"\t" else None
