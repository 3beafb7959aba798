"""The tables of a batch: their columns, and the rows that articles, mentions and findings become.

Takes values; gives rows of plain values. Claims have the columns of :mod:`discrepancy.report.table`. Knows no files.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from discrepancy.batch.packing import pack
from discrepancy.batch.parts import schema
from discrepancy.compare import disputed_by
from discrepancy.model.claims import Claim, EventMention, Reading
from discrepancy.model.findings import Finding
from discrepancy.model.text import Document, Sourced
from discrepancy.notation import format as format_value
from discrepancy.report.difference import trace
from discrepancy.report.json_articles import claim_as_json
from discrepancy.review.decisions import RuledClaim
from discrepancy.review.reattach import as_ruled

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
    realis="text", background="yes", main="yes", whole="text",
)  # fmt: skip
SHUFFLED = schema(bucket="text", doc_id="text", packed="packed", text="text")
SPELLED = schema(entity="text", spelling="text", doc_id="text", key="text", article="text", source="text", claim="packed")
FOUND = schema(
    id="text", level="text", verdict="text", attribute="text", packed="packed", trace="packed", claims="packed", keyed="packed",
    articles="texts", rests="texts", disputes="texts",
)  # fmt: skip


def document_row(doc_id: str, path: str, sha256: str) -> dict[str, Any]:
    """A row of the table of documents for one that is not read."""
    empty = dict.fromkeys(("outlet", "title", "published", "url", "set_aside"), "")
    counts = dict.fromkeys(("characters", "claims", "mentions", "numbers", "dates", "not_understood"), 0)
    return {"doc_id": doc_id, "path": path, "sha256": sha256, **empty, **counts}


def told_document(own: Document, reading: Reading) -> dict[str, Any]:
    """A row of the table of documents for one that was read."""

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


def mention_row(mention: EventMention, event_of: Mapping[str, str]) -> dict[str, Any]:
    """A row of the table of mentions; ``event_of`` has the event of each."""
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
        "whole": mention.whole,
    }


def found_row(
    finding: Finding, claims: Mapping[str, Claim], documents: Mapping[str, Document], keyed: Mapping[str, RuledClaim], article: str = ""
) -> dict[str, Any]:
    """A finding as a row, with the claims of its camps as the report has them and as rulings know them again (``keyed``); ``article`` is
    the key of the article that is held against itself."""
    ids = list(dict.fromkeys(id for camp in finding.camps for id in camp.claims))
    held = [claim_as_json(claims[id], documents.get(claims[id].article)) for id in ids]
    known = trace(finding, {id: keyed[id].key for id in ids})
    camps = [[camp.value, [[one.key, one.article, one.source] for one in camp.claims]] for camp in as_ruled(finding, keyed, article).camps]
    return {
        "id": finding.id,
        "level": finding.level,
        "verdict": finding.verdict,
        "attribute": finding.question.attribute,
        "packed": pack(finding),
        "trace": json.dumps([known.key, list(known.asked), known.level, known.verdict, list(known.values), list(known.claims)]).encode(),
        "claims": json.dumps(held, sort_keys=True).encode(),
        "keyed": json.dumps([camps, article]).encode(),
        "articles": list(dict.fromkeys(claims[id].article for id in ids)),
        "rests": list(finding.depends_on),
        "disputes": list(disputed_by(finding)),
    }
