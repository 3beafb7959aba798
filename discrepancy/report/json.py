"""The report as JSON: the one file that the page, ``explain``, ``diff`` and the desk need.

Takes a :class:`~discrepancy.model.findings.Report`, gives text in the format ``discrepancy-report/1``, the same bytes
for the same report. Every key of the contract is in ``docs/report-json.md`` and in ``report.schema.json`` beside this
module. Values stand in notation. Knows nothing of files; the way back is :mod:`discrepancy.report.read`.
"""

from __future__ import annotations

import json
from importlib import resources

from discrepancy.model.findings import Consensus, Draft, Entity, Event, Finding, NotCompared, Origin, Question, Report, Version
from discrepancy.report.json_articles import Json, article_as_json, claim_as_json, day_as_json, mention_as_json, not_understood_as_json

FORMAT = "discrepancy-report/1"
"""Name and version of the format. Keys may be added within a version; a key that changes its meaning makes a new
one."""

CONFIDENCE_PLACES = 3
"""Decimal places of a confidence: finer ones would differ between machines and mean nothing to a reader."""


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
        "articles": [article_as_json(document) for document in report.articles],
        "claims": [claim_as_json(claim, documents.get(claim.article)) for claim in report.claims],
        "mentions": [mention_as_json(mention) for mention in report.mentions],
        "events": [_event(event) for event in report.events],
        "entities": [_entity(entity) for entity in report.entities],
        "findings": [finding_as_json(finding) for finding in report.findings],
        "consensus": [_consensus(row) for row in report.consensus],
        "origins": [_origin(origin) for origin in report.origins],
        "not_compared": [_not_compared(pair) for pair in report.not_compared],
        "unread": [not_understood_as_json(item) for item in report.unread],
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


def _event(event: Event) -> Json:
    return {
        "id": event.id,
        "type": event.type,
        "label": event.label,
        "mentions": list(event.mentions),
        "articles": list(event.articles),
        "date": day_as_json(event.date),
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
