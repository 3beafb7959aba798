"""Texts of our own read as articles, for the tests of this stage."""

from __future__ import annotations

from functools import cache

from discrepancy.annotate.layers import annotate
from discrepancy.claim import read_claims
from discrepancy.claim.mainevent.incident import toll
from discrepancy.ingest import inputs_from_records
from discrepancy.model.claims import Claim, EventMention, Reading
from discrepancy.model.values import When
from discrepancy.notation.claims import format_claim
from discrepancy.notation.values import format
from discrepancy.rulebook import rulebook

BOOK = rulebook()


@cache
def reading(text: str, published: str = "2023-05-15", title: str = "") -> Reading:
    record = {"doc_id": "a", "text": text, "published": published, "title": title}
    (document,) = inputs_from_records([record], BOOK).documents
    return read_claims(annotate(document, BOOK), BOOK)


def event(told: Reading, *, actor: str = "", kind: str = "") -> EventMention:
    """The only event with this actor or of this type."""
    found = [e for e in told.events if (not actor or actor in e.actors) and (not kind or e.type == kind)]
    assert len(found) == 1, [(e.type, e.actors, [t.exact for t in e.triggers]) for e in told.events]
    return found[0]


def claims(told: Reading, attribute: str, about: EventMention | None = None) -> list[Claim]:
    return [c for c in told.claims if c.attribute == attribute and (about is None or c.event == about.id)]


def shown(told: Reading, attribute: str, about: EventMention | None = None) -> list[str]:
    """Claims of an attribute in notation, without their event."""
    from dataclasses import replace

    return [format_claim(replace(c, event="")) for c in claims(told, attribute, about)]


def days(text: str, published: str = "2024-03-08") -> list[str]:
    """ISO days of the claims that belong to a deed; a funeral, a day in court and a march have days of their own."""
    told = reading(text, published)
    deeds = {event.id for event in told.events if event.type not in ("funeral", "trial", "protest")}
    values = [c.value for c in claims(told, "date") if c.event in deeds]
    return [v.first.isoformat() for v in values if isinstance(v, When) and v.first is not None]


def tolls(text: str, title: str = "") -> tuple[str, str]:
    """The dead and the wounded of the main event of an article, in notation; "" where it gives none."""
    (document,) = inputs_from_records([{"doc_id": "a", "title": title, "text": text, "published": "2023-05-15"}], BOOK).documents
    found = toll(annotate(document, BOOK), BOOK)
    return (format(found.killed) if found.killed else "", format(found.injured) if found.injured else "")
