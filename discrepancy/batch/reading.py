"""Articles into documents and documents into readings, part by part.

Takes tasks that name files, in any process of any machine that sees the folder; writes files. An article over which a step fails is set
aside with its error, and the rest of its part goes on. Knows nothing of other parts. A task may be done twice: the same file comes out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from discrepancy.batch.packing import pack, pack_text, text_of, unpack
from discrepancy.batch.parts import rows, write
from discrepancy.batch.tables import ARRIVED, READ
from discrepancy.claim import read_article
from discrepancy.ingest.guide import guide
from discrepancy.ingest.metadata import Undated
from discrepancy.ingest.page import Refused, brief
from discrepancy.ingest.read import Arrival, document
from discrepancy.ingest.vocabulary import vocabulary
from discrepancy.link.entities import written
from discrepancy.model.text import Document, Sourced
from discrepancy.model.values import When
from discrepancy.rulebook.schema import Rulebook


@dataclass(frozen=True, slots=True)
class Arriving:
    """Articles to be laid out into the file ``to``. ``only`` limits the work to these places and writes nothing, ``aside`` are places set
    aside with a reason."""

    arrivals: tuple[Arrival, ...]
    columns: Mapping[str, str] | None
    to: Path
    only: tuple[int, ...] = ()
    aside: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ToRead:
    """A file of documents to be read into ``to``. ``near`` lends a year to what is not dated, ``settled`` has days of publication found
    beside other articles; ``only`` limits the work to these places and writes nothing, ``aside`` are places set aside with a reason."""

    arrived: Path
    to: Path
    near: date | None
    settled: tuple[tuple[str, Sourced[When]], ...] = ()
    only: tuple[int, ...] = ()
    aside: tuple[tuple[int, str], ...] = ()


def lay_out(task: Arriving, rules: Rulebook) -> int:
    """Articles as they arrived into documents; gives how many can be read."""
    words, how = vocabulary(rules), guide(rules, task.columns)
    aside = dict(task.aside)

    def made() -> Iterator[dict[str, Any]]:
        for place, one in enumerate(task.arrivals):
            if task.only and place not in task.only:
                continue
            row = {"doc_id": one.name, "path": one.path, "sha256": one.sha256, "reason": "", "day": "", "dated": True}
            try:
                if place in aside:
                    raise Refused(aside[place])
                read = document(one, words, how)
            except Refused as refused:
                yield {**row, "reason": str(refused), "packed": b"", "text": ""}
                continue
            except Exception as error:  # one article may not cost a set: what went wrong stands beside it
                yield {**row, "reason": failed("laying out", error), "packed": b"", "text": ""}
                continue
            plain = read.document if isinstance(read, Undated) else read
            bare = replace(plain, text="")
            if isinstance(read, Undated):
                row |= {"dated": False, "packed": pack(replace(read, document=bare))}
            else:
                when = plain.published.value if plain.published else None
                row |= {"dated": when is not None and when.known, "packed": pack(bare)}
                row["day"] = when.first.isoformat() if when is not None and when.first is not None else ""
            yield {**row, "text": pack_text(plain.text)}

    held = list(made())
    if task.only:
        return len(held)
    readable = sum(not row["reason"] for row in held)
    write(task.to, ARRIVED, held, {"dated": all(row["dated"] for row in held), "readable": readable, "articles": len(held)})
    return len(held)


def failed(what: str, error: Exception) -> str:
    """Why an article is set aside over which this program stumbled."""
    return f"{what} this article failed ({type(error).__name__}: {brief(error)}); please report it, with the article"


def read(task: ToRead, rules: Rulebook) -> int:
    """Documents into readings; an article over which reading fails is set aside with its error. Gives how many were read."""
    settled, aside = dict(task.settled), dict(task.aside)

    def made() -> Iterator[dict[str, Any]]:
        place = -1
        for row in rows(task.arrived):
            if row["reason"]:
                yield _unread(row, row["reason"])
                continue
            place += 1
            if task.only and place not in task.only:
                continue
            held = unpack(row["packed"])
            bare: Document = held.document if isinstance(held, Undated) else held
            if bare.id in settled:
                bare = replace(bare, published=settled[bare.id])
            if place in aside:
                yield _unread(row, aside[place])
                continue
            try:
                reading = read_article(replace(bare, text=text_of(row["text"])), rules, task.near)
            except Exception as error:  # one article may not cost a set: what went wrong stands beside it
                yield _unread(row, failed("reading", error))
                continue
            when = bare.published.value if bare.published else None
            yield {
                "doc_id": bare.id, "path": bare.path, "reason": "", "outlet": bare.outlet.value if bare.outlet else "",
                "day": when.first.isoformat() if when is not None and when.first is not None and when.first == when.last else "",
                "document": pack(bare), "names": pack(dict(written(reading.names))), "packed": pack(reading),
            }  # fmt: skip

    if task.only:
        return sum(not row["reason"] for row in made())
    held = list(made())
    write(task.to, READ, held, {
        "read": sum(not row["reason"] for row in held), "aside": sum(bool(row["reason"]) for row in held), "articles": len(held),
    })  # fmt: skip
    return len(held)


def _unread(row: Mapping[str, Any], reason: str) -> dict[str, Any]:
    return {
        "doc_id": row["doc_id"], "path": row["path"], "reason": reason, "outlet": "", "day": "", "document": b"", "names": b"",
        "packed": b"",
    }  # fmt: skip
