"""What became of people in a text of our own, in notation."""

from __future__ import annotations

from discrepancy.annotate.layers import annotate
from discrepancy.claim.facts.read import Fact, facts, told
from discrepancy.ingest import inputs_from_records
from tests.claim.reader import BOOK


def read(text: str) -> tuple[Fact, ...]:
    """The facts of a text, in order."""
    (document,) = inputs_from_records([{"doc_id": "a", "text": text, "published": "2023-05-15"}], BOOK).documents
    return facts(annotate(document, BOOK).sentences, BOOK)


def totals(text: str) -> list[str]:
    """The facts that happened and are no part of another."""
    return [told(fact) for fact in read(text) if fact.happened and fact.part_of is None]
