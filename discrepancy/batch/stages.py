"""The work of a batch that is done part by part, in any process of any machine that sees the folder.

Takes tasks that name files; reads them, does what :func:`discrepancy.pipeline.check` does with all articles at once for those of one part,
by the same functions, and writes files. Knows nothing of other parts, nor who asked. A task may be done twice: the same file comes out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from discrepancy.annotate.places import gazetteer
from discrepancy.batch.packing import digest, pack, unpack
from discrepancy.batch.parts import rows, rows_where, schema, write
from discrepancy.claim import read_article
from discrepancy.compare import answered, in_order, seriousness
from discrepancy.compare.context import context
from discrepancy.compare.policy import policy
from discrepancy.compare.questions import Unit, unit
from discrepancy.ingest.guide import guide
from discrepancy.ingest.metadata import Undated
from discrepancy.ingest.page import Refused, brief
from discrepancy.ingest.read import Arrival, document
from discrepancy.ingest.vocabulary import vocabulary
from discrepancy.link.entities import written
from discrepancy.link.holding import Holding
from discrepancy.link.origins import origins
from discrepancy.link.spellings import spelling_claims
from discrepancy.model.claims import Claim, EventMention, Reading
from discrepancy.model.findings import Finding
from discrepancy.model.text import Document, Sourced
from discrepancy.model.values import When
from discrepancy.notation import format as format_value
from discrepancy.pipeline import about_events, headed, outlined
from discrepancy.report.difference import trace
from discrepancy.report.json import claim_as_json
from discrepancy.report.keys import article_key, claim_key
from discrepancy.report.table import claim_rows
from discrepancy.rulebook.schema import Rulebook

ARRIVED = schema(doc_id="text", path="text", sha256="text", reason="text", day="text", dated="yes", packed="packed", text="text")
READ = schema(doc_id="text", path="text", reason="text", outlet="text", day="text", document="packed", names="packed", packed="packed")
OUTLINED = schema(doc_id="text", packed="packed", entities="texts")
DOCUMENTS = schema(
    doc_id="text", path="text", sha256="text", outlet="text", title="text", published="text", url="text", characters="whole",
    claims="whole", mentions="whole", numbers="whole", dates="whole", not_understood="whole", set_aside="text",
)  # fmt: skip
CLAIMS = schema(
    id="text", article="text", event="text", entity="text", attribute="text", value="text", population="text", scope="text", as_of="text",
    unit="text", attributed_to="text", stance="text", start="whole", end="whole", exact="text", rule="text", notation="text", low="number",
    high="number", date_start="text", date_end="text", date_prec="text", additional="yes", loose="yes", anchors="text", anchor_text="text",
)  # fmt: skip
MENTIONS = schema(
    id="text", article="text", event="text", type="text", words="text", actors="texts", targets="texts", places="texts", when="text",
    realis="text", background="yes", main="yes",
)  # fmt: skip
SHUFFLED = schema(bucket="text", doc_id="text", packed="packed", text="text")
SPELLED = schema(entity="text", spelling="text", doc_id="text", key="text", claim="packed")
FOUND = schema(
    id="text", level="text", verdict="text", attribute="text", packed="packed", trace="packed", claims="packed", articles="texts",
)  # fmt: skip


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


@dataclass(frozen=True, slots=True)
class ToOutline:
    """Readings to be outlined into ``to`` under the names in ``heads``."""

    arrived: Path
    read: Path
    heads: Path
    to: Path


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


@dataclass(frozen=True, slots=True)
class ToCompare:
    """One bucket to be compared into ``to``: ``plan`` says what is asked, ``shuffled`` are the files that hold its articles."""

    bucket: str
    plan: Path
    shuffled: tuple[Path, ...]
    to: Path


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


def pack_text(text: str) -> str:
    """A text as a table can hold it. Half a character, from a broken page, is kept as an escape that :func:`text_of` undoes."""
    try:
        text.encode()
        return text if not text.startswith(_ESCAPED) else _ESCAPED + json.dumps(text)
    except UnicodeEncodeError:
        return _ESCAPED + json.dumps(text)


_ESCAPED = "\x00json:"


def text_of(held: str) -> str:
    """The text as it was before :func:`pack_text`."""
    if held.startswith(_ESCAPED):
        text: str = json.loads(held[len(_ESCAPED) :])
        return text
    return held


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


def _both(arrived: Path, read_: Path) -> Iterator[tuple[Document, Reading]]:
    """The documents of a part, with their texts, and their readings."""
    for first, second in zip(rows(arrived, ["text"]), rows(read_), strict=True):
        if not second["reason"]:
            yield replace(unpack(second["document"]), text=text_of(first["text"])), unpack(second["packed"])


def outline_all(task: ToOutline, rules: Rulebook) -> int:
    """Readings into outlines, and the entities about which each article makes claims apart from events."""
    heads: dict[str, dict[str, str]] = json.loads(task.heads.read_bytes())["heads"]
    form = policy(rules)

    def made() -> Iterator[dict[str, Any]]:
        for document_, raw in _both(task.arrived, task.read):
            reading = headed(raw, heads[raw.article])
            made_ = outlined(reading, document_.text, rules)
            happened = {id: id for profile in made_.profiles for id in profile.ids}
            about = {unit(claim, form) for claim in about_events(reading.claims, happened, {})}
            named = sorted(f"{name}\t{attribute}" for sort, name, attribute in filter(None, about) if sort == "entity")
            yield {"doc_id": raw.article, "packed": pack(made_), "entities": named}

    held = list(made())
    write(task.to, OUTLINED, held)
    return len(held)


def tell(task: ToTell, rules: Rulebook) -> int:
    """Readings into the tables of documents, claims and mentions, and each article into the buckets in which it is compared."""
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
        documents.append(_told_document(own, raw))
        claims += in_order([*told, *spellings])
        mentions += [_mention_row(mention, links["event_of"]) for mention in reading.events]
        spelled += [
            {
                "entity": c.entity,
                "spelling": format_value(c.value),
                "doc_id": own.id,
                "key": claim_key(c, known, own.text),
                "claim": pack(c),
            }
            for c in spellings
        ]
        bundle = pack((replace(own, text=""), tuple([*told, *spellings]), tuple(map(_bare, reading.events))))
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
    return len(claims)


def _bare(mention: EventMention) -> EventMention:
    """A mention as comparison needs it."""
    return EventMention(mention.id, mention.article, mention.type, (), background=mention.background)


def document_row(doc_id: str, path: str, sha256: str) -> dict[str, Any]:
    """A row of the table of documents for one that is not read."""
    empty = dict.fromkeys(("outlet", "title", "published", "url", "set_aside"), "")
    counts = dict.fromkeys(("characters", "claims", "mentions", "numbers", "dates", "not_understood"), 0)
    return {"doc_id": doc_id, "path": path, "sha256": sha256, **empty, **counts}


def _told_document(own: Document, reading: Reading) -> dict[str, Any]:
    def said(sourced: Sourced[str] | None) -> str:
        return sourced.value if sourced else ""

    return document_row(own.id, own.path, own.sha256) | {
        "outlet": said(own.outlet),
        "title": said(own.title),
        "published": format_value(own.published.value) if own.published else "",
        "url": said(own.url),
        "characters": len(own.text),
        "claims": len(reading.claims),
        "mentions": len(reading.events),
        "numbers": reading.numbers,
        "dates": reading.dates,
        "not_understood": len(reading.not_understood),
    }


def _mention_row(mention: EventMention, event_of: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": mention.id,
        "article": mention.article,
        "event": event_of.get(mention.id, ""),
        "type": mention.type,
        "words": mention.triggers[0].exact if mention.triggers else "",
        "actors": list(mention.actors),
        "targets": list(mention.targets),
        "places": list(mention.places),
        "when": format_value(mention.when) if mention.when else "",
        "realis": mention.realis,
        "background": mention.background,
        "main": mention.main,
    }


def compare_bucket(task: ToCompare, rules: Rulebook) -> int:
    """The findings of one bucket, most serious first; gives how many there are."""
    plan = json.loads(task.plan.read_bytes())
    documents: list[Document] = []
    claims: list[Claim] = []
    mentions: list[EventMention] = []
    for path in task.shuffled:
        for row in rows_where(path, "bucket", task.bucket):
            own, told, seen = unpack(row["packed"])
            documents.append(replace(own, text=text_of(row["text"])))
            claims += told
            mentions += seen
    documents.sort(key=lambda one: one.id)
    ordered = in_order(claims)
    known = context(
        ordered, unpack(plan["events"].encode()), (), documents, rules,
        origins=origins(documents, ordered, rules), aligned_by=Holding(plan["holding"]), mentions=mentions,
        contains=gazetteer(rules).contains, draft="", called=plan["called"],
    )  # fmt: skip
    units: set[Unit] | None = {(sort, name, attribute) for sort, name, attribute in plan["units"]} if plan["units"] is not None else None
    _, _, found = answered(known, units, set(plan["checked"]))
    texts = {one.id: (article_key(one), one.text) for one in documents}
    by_id = {one.id: one for one in documents}
    keys: dict[str, str] = {}
    for finding in found:
        for id in dict.fromkeys(id for camp in finding.camps for id in camp.claims):
            claim = known.claims[id]
            keys.setdefault(id, claim_key(claim, *texts[claim.article]))
    each = {(finding.id, finding.camps): finding for finding in found}.values()
    form = policy(rules)
    write(
        task.to, FOUND,
        (found_row(finding, known.claims, by_id, keys) for finding in sorted(each, key=lambda one: seriousness(one, form))),
    )  # fmt: skip
    return len(each)


def found_row(finding: Finding, claims: Mapping[str, Claim], documents: Mapping[str, Document], keys: Mapping[str, str]) -> dict[str, Any]:
    """A finding as a row, with the claims of its camps as the report has them."""
    ids = list(dict.fromkeys(id for camp in finding.camps for id in camp.claims))
    held = [claim_as_json(claims[id], documents.get(claims[id].article)) for id in ids]
    return {
        "id": finding.id,
        "level": finding.level,
        "verdict": finding.verdict,
        "attribute": finding.question.attribute,
        "packed": pack(finding),
        "trace": json.dumps(_trace_row(finding, keys)).encode(),
        "claims": json.dumps(held, sort_keys=True).encode(),
        "articles": list(dict.fromkeys(claims[id].article for id in ids)),
    }


def _trace_row(finding: Finding, keys: Mapping[str, str]) -> list[Any]:
    made = trace(finding, keys)
    return [made.key, list(made.asked), made.level, made.verdict, list(made.values), list(made.claims)]
