"""Spellings of one name that are worth a note."""

from __future__ import annotations

import discrepancy
from discrepancy.ingest import inputs_from_records
from discrepancy.rulebook import rulebook

BOOK = rulebook()


def notes(*names: str) -> list[str]:
    said = "{} quit the council of Zenda on Monday over a flat that was let to a friend for a few crowns, the mayor told them."
    records = [{"doc_id": f"d{n}", "title": "Quits", "text": said.format(name), "published": "2024-03-05"} for n, name in enumerate(names)]
    report = discrepancy.check(inputs_from_records(records, BOOK), BOOK)
    return [finding.message for finding in report.findings if finding.verdict == "variant"]


def test_a_first_word_in_capitals_is_type_and_no_spelling() -> None:
    assert not notes("Paula Weir", "PAULA Weir") and not notes("Paula Weir", "PAULA WEIR")
    assert notes("Paula Weir", "Paula Wier")
