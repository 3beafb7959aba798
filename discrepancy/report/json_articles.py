"""Articles and what each of them says, as they stand in the report's JSON: documents, claims, event mentions, what was not understood.

Takes values of :mod:`discrepancy.model`; gives plain lists and dictionaries. :mod:`discrepancy.report.json` puts them together.
"""

from __future__ import annotations

from typing import Any

from discrepancy import notation
from discrepancy.model.claims import Claim, EventMention, NotUnderstood
from discrepancy.model.text import Document, Evidence, Sourced
from discrepancy.model.values import When

Json = dict[str, Any]


def day_as_json(when: When | None) -> str | None:
    """A day in notation, null where it is unknown."""
    return None if when is None else notation.format(when)


def _said(sourced: Sourced[str] | None) -> str | None:
    return None if sourced is None else sourced.value


def article_as_json(document: Document) -> Json:
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
        "published": day_as_json(document.published.value if document.published else None),
        "published_from": document.published.came_from if document.published else None,
        "updated": day_as_json(document.updated.value if document.updated else None),
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
        "as_of": day_as_json(claim.as_of),
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


def mention_as_json(mention: EventMention) -> Json:
    """What one article says happened."""
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
        "when": day_as_json(mention.when),
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


def not_understood_as_json(item: NotUnderstood) -> Json:
    """A number or date that no claim holds, and why."""
    return {
        "article": item.evidence.article,
        "kind": item.kind,
        "reason": item.reason,
        "value": None if item.value is None else notation.format(item.value),
        "value_kind": "" if item.value is None else type(item.value).__name__.lower(),
        **_evidence(item.evidence),
    }
