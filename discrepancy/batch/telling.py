"""Readings into outlines, and into the claims and mentions of the set's events, part by part.

Takes tasks that name files; does what :func:`discrepancy.pipeline.check` does with all articles at once for those of one part, by the same
functions, and writes files. Outlines come before linking, the rest behind it. A task may be done twice: the same file comes out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from discrepancy.batch.packing import digest, pack, text_of, unpack
from discrepancy.batch.parts import notes_of, rows, write
from discrepancy.batch.tables import CLAIMS, DOCUMENTS, MENTIONS, OUTLINED, SHUFFLED, SPELLED, document_row, mention_row, told_document
from discrepancy.compare import in_order
from discrepancy.compare.policy import policy
from discrepancy.compare.questions import unit
from discrepancy.link.settled import Settled
from discrepancy.link.spellings import spelling_claims
from discrepancy.model.claims import Claim, EventMention, Reading
from discrepancy.model.text import Document
from discrepancy.notation import format as format_value
from discrepancy.pipeline import about_events, headed, outlined
from discrepancy.report.keys import article_key, claim_key, source_name
from discrepancy.report.table import claim_rows
from discrepancy.review.constraints import Constraints, mention_ids
from discrepancy.rulebook.schema import Rulebook


@dataclass(frozen=True, slots=True)
class ToOutline:
    """Readings to be outlined into ``to`` under the names in ``heads``; ``decided`` is what editors said of events."""

    arrived: Path
    read: Path
    heads: Path
    to: Path
    decided: Constraints


@dataclass(frozen=True, slots=True)
class ToTell:
    """Readings to be told as claims about events of the set: ``links`` has the events and buckets of the articles, ``key`` names the
    files in the folders below ``root``."""

    arrived: Path
    read: Path
    heads: Path
    links: Path
    root: Path
    key: str


def _both(arrived: Path, read_: Path) -> Iterator[tuple[Document, Reading]]:
    """The documents of a part, with their texts, and their readings."""
    for first, second in zip(rows(arrived, ["text"]), rows(read_), strict=True):
        if not second["reason"]:
            yield replace(unpack(second["document"]), text=text_of(first["text"])), unpack(second["packed"])


def outline_all(task: ToOutline, rules: Rulebook) -> int:
    """Readings into outlines, and the entities about which each article makes claims apart from events."""
    heads: dict[str, dict[str, str]] = json.loads(task.heads.read_bytes())["heads"]
    form = policy(rules)
    spoken_of = {key for pair in (*task.decided.same_events, *task.decided.different_events) for key in pair}
    met: dict[str, list[str]] = {}

    def made() -> Iterator[dict[str, Any]]:
        for document_, raw in _both(task.arrived, task.read):
            reading = headed(raw, heads[raw.article])
            own = mention_ids([document_], reading.events) if spoken_of else {}
            for key in sorted(spoken_of & own.keys()):
                met.setdefault(key, []).extend(own[key])
            made_ = outlined(reading, document_, rules, task.decided.met(own))
            happened = {id: id for profile in made_.profiles for id in profile.ids}
            about = {unit(claim, form) for claim in about_events(reading.claims, happened, {})}
            named = sorted(f"{name}\t{attribute}" for sort, name, attribute in filter(None, about) if sort == "entity")
            yield {"doc_id": raw.article, "packed": pack(made_), "entities": named}

    held = list(made())
    write(task.to, OUTLINED, held, {"met": met})
    return len(held)


def settled_mentions(outlined_: Sequence[Path], decided: Constraints) -> Settled[str]:
    """What editors said of the mentions in some files of outlines."""
    ids: dict[str, list[str]] = {}
    for path in outlined_:
        for key, own in notes_of(path)["met"].items():
            ids.setdefault(key, []).extend(own)
    return decided.met(ids)


def tell(task: ToTell, rules: Rulebook) -> int:
    """Readings into the tables of documents, claims and mentions, and each article into the buckets in which it is compared; gives how
    many articles those are."""
    names = json.loads(task.heads.read_bytes())
    links = json.loads(task.links.read_bytes())
    bound = {claim: (event, population) for claim, (event, population) in links["bound"].items()}
    documents: list[dict[str, Any]] = []
    claims: list[Claim] = []
    mentions: list[dict[str, Any]] = []
    spelled: list[dict[str, Any]] = []
    shuffled: list[dict[str, Any]] = []
    for first, second in zip(rows(task.arrived, ["sha256", "text"]), rows(task.read), strict=True):
        if second["reason"]:
            documents.append({**document_row(second["doc_id"], second["path"], first["sha256"]), "set_aside": second["reason"]})
            continue
        own = replace(unpack(second["document"]), text=text_of(first["text"]))
        raw: Reading = unpack(second["packed"])
        heads = names["heads"][own.id]
        reading = headed(raw, heads)
        told = list(about_events(reading.claims, links["event_of"], bound))
        spellings = spelling_claims(own, raw.names, names["several"], heads)
        known = article_key(own)
        documents.append(told_document(own, raw))
        claims += in_order([*told, *spellings])
        mentions += [mention_row(mention, links["event_of"]) for mention in reading.events]
        spelled += [
            {
                "entity": c.entity,
                "spelling": format_value(c.value),
                "doc_id": own.id,
                "key": claim_key(c, known, own.text),
                "article": known,
                "source": source_name(own),
                "claim": pack(c),
            }
            for c in spellings
        ]
        kinds = {name: names["kinds"][name] for name in sorted(set(heads.values()) & names["kinds"].keys())}
        bundle = pack((replace(own, text=""), tuple([*told, *spellings]), tuple(map(_bare, reading.events)), kinds))
        shuffled += [
            {"bucket": bucket, "doc_id": own.id, "packed": bundle, "text": first["text"]} for bucket in links["buckets"].get(own.id, ())
        ]
    shuffled.sort(key=lambda row: (row["bucket"], row["doc_id"]))
    held: dict[str, list[Any]] = {}
    for row in shuffled:
        held.setdefault(row["bucket"], []).append(row["packed"] + row["text"].encode("utf-8", "backslashreplace"))
    write(task.root / "claims" / f"{task.key}.parquet", CLAIMS, ({**row} for row in claim_rows(claims)))
    write(task.root / "mentions" / f"{task.key}.parquet", MENTIONS, mentions)
    write(task.root / "documents" / f"{task.key}.parquet", DOCUMENTS, documents)
    write(task.root / "work" / "spelled" / f"{task.key}.parquet", SPELLED, spelled)
    notes = {"buckets": {bucket: digest(*parts) for bucket, parts in held.items()}}
    # Last, for where this file is the others are.
    write(task.root / "work" / "shuffled" / f"{task.key}.parquet", SHUFFLED, shuffled, notes, by="bucket")
    return sum(not row["set_aside"] for row in documents)


def _bare(mention: EventMention) -> EventMention:
    """A mention as comparison needs it."""
    return EventMention(mention.id, mention.article, mention.type, (), background=mention.background)
