"""One sentence that names an event thousands of times, or as many events: the time to sort it grows with its length."""

from __future__ import annotations

import pytest

from discrepancy import rulebook
from discrepancy.annotate.layers import annotate
from discrepancy.claim import read_claims
from discrepancy.ingest import inputs_from_records
from tests.costs import cpu_seconds

RULES = rulebook()


def seconds(row: str, repeats: int) -> float:
    text = "Two people were killed in the city on Monday. It was the end " + row * repeats + "."
    (document,) = inputs_from_records([{"doc_id": "a", "text": text}], RULES).documents
    annotated = annotate(document, RULES)
    assert read_claims(annotated, RULES).events
    return cpu_seconds(lambda: read_claims(annotated, RULES), runs=1)


def test_one_event_named_thousands_of_times_in_a_sentence() -> None:
    seconds("of the attack ", 10)  # what is made once
    assert seconds("of the attack ", 4000) < 40 * max(seconds("of the attack ", 400), 0.05)


@pytest.mark.parametrize("row", ["third attack in two ", "two and "])
def test_a_row_of_events_or_figures_of_their_own(row: str) -> None:
    """Sixteen times as long for four times the text would be the square."""
    seconds(row, 10)
    assert seconds(row, 1200) < 12 * max(seconds(row, 300), 0.05)
