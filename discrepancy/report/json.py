"""The report as JSON: the one file that the page, ``explain``, ``diff`` and the desk need.

Takes a :class:`~discrepancy.model.findings.Report`, gives text in the format ``discrepancy-report/1``, the same bytes
for the same report. Every key of the contract is in ``docs/report-json.md`` and in ``report.schema.json`` beside this
module. Values stand in notation. Knows nothing of files; the way back is :mod:`discrepancy.report.read`.
"""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from discrepancy import notation
from discrepancy.model.claims import Claim, EventMention, NotUnderstood
from discrepancy.model.findings import Consensus, Draft, Entity, Event, Finding, NotCompared, Origin, Question, Report, Version
from discrepancy.model.text import Document, Evidence, Sourced
from discrepancy.model.values import When

FORMAT = "discrepancy-report/1"
"""Name and version of the format. Keys may be added within a version; a key that changes its meaning makes a new
one."""

CONFIDENCE_PLACES = 3
"""Decimal places of a confidence: finer ones would differ between machines and mean nothing to a reader."""

Json = dict[str, Any]


def schema() -> Json:
    """The JSON Schema (draft 2020-12) of the format, as published in the package.

    >>> schema()["properties"]["format"]["const"]
    'discrepancy-report/1'
    """
    loaded: Json = json.loads(resources.files(__package__).joinpath("report.schema.json").read_text(encoding="utf-8"))
    return loaded


def render(report: Report) -> str:
    """The report as JSON text: keys sorted, one fact a line, line ends as LF, a line end at the end."""
    return json.dumps(as_json(report), ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False) + "\n"


def as_json(report: Report) -> Json:
    """The report as plain lists and dictionaries, the shape of the JSON Schema."""
    documents = {document.id: document for document in report.articles}
    return {
        "format": FORMAT,
        "run": report.run,
        "articles": [article(document) for document in report.articles],
        "claims": [claim_as_json(claim, documents.get(claim.article)) for claim in report.claims],
        "mentions": [_mention(mention) for mention in report.mentions],
        "events": [_event(event) for event in report.events],
        "entities": [_entity(entity) for entity in report.entities],
        "findings": [finding_as_json(finding) for finding in report.findings],
        "consensus": [_consensus(row) for row in report.consensus],
        "origins": [_origin(origin) for origin in report.origins],
        "not_compared": [_not_compared(pair) for pair in report.not_compared],
        "unread": [_not_understood(item) for item in report.unread],
        "coverage": {
            "numbers": report.coverage.numbers,
            "dates": report.coverage.dates,
            "in_claims": report.coverage.in_claims,
            "set_aside": report.coverage.set_aside,
            "unread": report.coverage.unread,
        },
        "unreadable": [{"path": item.path, "reason": item.reason} for item in report.unreadable],
        "draft": None if report.draft is None else draft_as_json(report.draft),
    }


def _when(when: When | None) -> str | None:
    return None if when is None else notation.format(when)


def _said(sourced: Sourced[str] | None) -> str | None:
    return None if sourced is None else sourced.value


def article(document: Document) -> Json:
    """One article. ``came_from`` keeps where each piece of metadata was found; ``published_from`` repeats the one most
    asked for."""
    pieces: dict[str, Sourced[Any] | None] = {
        "title": document.title,
        "outlet": document.outlet,
        "byline": document.byline,
        "url": document.url,
        "published": document.published,
        "updated": document.updated,
        "dateline": document.dateline,
        "zone": document.zone,
        "date_order": document.date_order,
        "language": document.language,
    }
    return {
        "id": document.id,
        "path": document.path,
        "sha256": document.sha256,
        "url": _said(document.url),
        "outlet": _said(document.outlet),
        "title": _said(document.title),
        "byline": _said(document.byline),
        "published": _when(document.published.value if document.published else None),
        "published_from": document.published.came_from if document.published else None,
        "updated": _when(document.updated.value if document.updated else None),
        "dateline": _said(document.dateline),
        "zone": _said(document.zone),
        "date_order": _said(document.date_order),
        "language": _said(document.language),
        "credits": [{"value": credit.value, "came_from": credit.came_from} for credit in document.credits],
        "came_from": {name: piece.came_from for name, piece in pieces.items() if piece is not None},
        "blocks": [{"kind": block.kind, "start": block.span.start, "end": block.span.end} for block in document.blocks],
        "pages": list(document.pages),
        "text": document.text,
    }


def _evidence(evidence: Evidence) -> Json:
    return {
        "start": evidence.span.start,
        "end": evidence.span.end,
        "exact": evidence.exact,
        "before": evidence.before,
        "after": evidence.after,
    }


def claim_as_json(claim: Claim, document: Document | None) -> Json:
    """A claim as the report holds it; with its document also the printed page on which its words stand."""
    return {
        "id": claim.id,
        "article": claim.article,
        "event": claim.event,
        "entity": claim.entity,
        "attribute": claim.attribute,
        "kind": type(claim.value).__name__.lower(),
        "value": notation.format(claim.value),
        "population": claim.population,
        "scope": claim.scope,
        "as_of": _when(claim.as_of),
        "unit": claim.unit,
        "attributed_to": claim.attributed_to,
        "stance": claim.stance,
        "additional": claim.additional,
        "loose": claim.loose,
        "anchors": list(claim.anchors),
        "anchor_text": claim.anchor_text,
        "rule": claim.rule,
        "page": (document.page_at(claim.evidence.span.start) or None) if document else None,
        **_evidence(claim.evidence),
    }


def _mention(mention: EventMention) -> Json:
    return {
        "id": mention.id,
        "article": mention.article,
        "type": mention.type,
        "triggers": [_evidence(trigger) for trigger in mention.triggers],
        "actors": list(mention.actors),
        "targets": list(mention.targets),
        "victims": list(mention.victims),
        "weapons": list(mention.weapons),
        "places": list(mention.places),
        "when": _when(mention.when),
        "realis": mention.realis,
        "background": mention.background,
        "combat": mention.combat,
        "forces": list(mention.forces),
        "suspects": list(mention.suspects),
        "main": mention.main,
        "why_main": list(mention.why_main),
        "whole": mention.whole,
        "apart": _evidence(mention.apart) if mention.apart else None,
    }


def _event(event: Event) -> Json:
    return {
        "id": event.id,
        "type": event.type,
        "label": event.label,
        "mentions": list(event.mentions),
        "articles": list(event.articles),
        "date": _when(event.date),
        "place": event.place,
        "actors": list(event.actors),
        "why": list(event.why),
        "place_sort": event.place_sort,
        "country": event.country,
        "joined_by": {attribute: [list(part) for part in parts] for attribute, parts in event.joined_by},
    }


def _entity(entity: Entity) -> Json:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "variants": [
            {"text": variant.text, "articles": list(variant.articles), "counts": list(variant.counts)} for variant in entity.variants
        ],
        "why": list(entity.why),
        "house": entity.house,
    }


def _question(question: Question) -> Json:
    return {
        "attribute": question.attribute,
        "event": question.event,
        "entity": question.entity,
        "article": question.article,
        "population": question.population,
        "scope": question.scope,
        "text": question.text,
    }


def finding_as_json(finding: Finding) -> Json:
    """A finding as the report holds it."""
    return {
        "id": finding.id,
        "rule": finding.rule,
        "verdict": finding.verdict,
        "level": finding.level,
        "confidence": round(finding.confidence, CONFIDENCE_PLACES),
        "message": finding.message,
        "sayable": finding.sayable,
        "question": _question(finding.question),
        "camps": [
            {"value": camp.value, "claims": list(camp.claims), **({"origins": camp.origins} if camp.origins else {})}
            for camp in finding.camps
        ],
        "depends_on": list(finding.depends_on),
        "causes": [{"kind": cause.kind, "text": cause.text} for cause in finding.causes],
        "steps": [
            {
                "claims": list(step.claims),
                "relation": step.relation,
                "row": step.row,
                "verdict": step.verdict,
                "text": step.text,
            }
            for step in finding.steps
        ],
        "origins": finding.origins,
        "ledger": [_version(version) for version in finding.ledger],
        "state": finding.state,
        "ruled": finding.ruled,
        "since": list(finding.since),
        "baseline": finding.baseline,
        "ignored": finding.ignored,
        "chosen": finding.chosen,
    }


def _consensus(row: Consensus) -> Json:
    return {
        "question": _question(row.question),
        "low": row.low,
        "best": row.best,
        "high": row.high,
        "grade": row.grade,
        "claims": list(row.claims),
        "origins": row.origins,
        "rule": row.rule,
        "ledger": [version.text for version in row.ledger],
        "versions": [_version(version) for version in row.ledger],
    }


def draft_as_json(draft: Draft) -> Json:
    """A draft as it stands in the report."""
    return {
        "article": draft.article,
        "must_fix": list(draft.must_fix),
        "decide": list(draft.decide),
        "statements": [
            {
                "question": _question(one.question),
                "standing": one.standing,
                "claims": list(one.claims),
                "support": list(one.support),
                "origins": one.origins,
                "findings": list(one.findings),
            }
            for one in draft.statements
        ],
    }


def _version(version: Version) -> Json:
    return {
        "value": version.value,
        "by": version.by,
        "change": version.change,
        "reason": version.reason,
        "since": version.since,
        "claims": list(version.claims),
        "stale": list(version.stale),
        "text": version.text,
    }


def _origin(origin: Origin) -> Json:
    return {"articles": list(origin.articles), "because": origin.because, "claims": list(origin.claims)}


def _not_compared(pair: NotCompared) -> Json:
    return {"claims": list(pair.claims), "field": pair.field, "text": pair.text}


def _not_understood(item: NotUnderstood) -> Json:
    return {
        "article": item.evidence.article,
        "kind": item.kind,
        "reason": item.reason,
        "value": None if item.value is None else notation.format(item.value),
        "value_kind": "" if item.value is None else type(item.value).__name__.lower(),
        **_evidence(item.evidence),
    }
