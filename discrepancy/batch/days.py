"""The days of a set: which one is its middle, and which days articles without a year get from the others.

Takes files of documents; gives what reading an article needs to know of the rest of the set.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from discrepancy.batch.packing import text_of, unpack
from discrepancy.batch.parts import notes_of, rows
from discrepancy.ingest.metadata import Undated
from discrepancy.ingest.read import settled
from discrepancy.model.text import Sourced
from discrepancy.model.values import When
from discrepancy.pipeline import middle_day


def days(arrived: Sequence[Path]) -> tuple[date | None, Mapping[Path, tuple[tuple[str, Sourced[When]], ...]]]:
    """The middle day of publication of the set, and for each file the ids of articles without a year with the day they get."""
    firsts: Counter[date] = Counter()
    sure: Counter[date] = Counter()
    undated: list[tuple[Path, Undated]] = []
    for path in arrived:
        dated = notes_of(path)["dated"]
        for row in rows(path, ["day", "dated"] if dated else ["day", "dated", "packed", "text"]):
            if row["day"]:
                firsts[date.fromisoformat(row["day"])] += 1
                if row["dated"]:
                    sure[date.fromisoformat(row["day"])] += 1
            if not row["dated"] and row["packed"]:
                held = unpack(row["packed"])
                if isinstance(held, Undated):
                    undated.append((path, replace(held, document=replace(held.document, text=text_of(row["text"])))))
    given: dict[Path, list[tuple[str, Sourced[When]]]] = {}
    for path, entry in undated:
        own = settled(entry, sure)
        if own.published is not None:
            given.setdefault(path, []).append((own.id, own.published))
            if own.published.value.first is not None:
                firsts[own.published.value.first] += 1
    return middle_day(firsts), {path: tuple(one) for path, one in given.items()}
