"""What the tool says of a few short articles, from their text on."""

from __future__ import annotations

import discrepancy
from discrepancy.ingest import inputs_from_records
from discrepancy.model.findings import Finding
from discrepancy.rulebook import rulebook

BOOK = rulebook()


def findings(*articles: tuple[str, str]) -> tuple[Finding, ...]:
    """All findings on articles, each given as its day and its text."""
    records = [{"doc_id": f"d{at}", "text": text, "published": day} for at, (day, text) in enumerate(articles)]
    return discrepancy.check(inputs_from_records(records, BOOK), BOOK).findings


def rows(attribute: str, *articles: tuple[str, str]) -> dict[str, str]:
    """The rows and levels of what articles are told to differ in, one against another."""
    across = (f for f in findings(*articles) if f.question.attribute == attribute and not f.question.article)
    return {f.rule.removeprefix("decide."): f.level for f in across}


def loud(*articles: tuple[str, str]) -> dict[str, Finding]:
    """The findings above a note, by their row and attribute."""
    return {f"{found.rule} {found.question.attribute}": found for found in findings(*articles) if found.level != "note"}
