"""One sentence that names an event thousands of times: the time to sort it grows with its length."""

from __future__ import annotations

from discrepancy import rulebook
from discrepancy.annotate.layers import annotate
from discrepancy.claim import read_claims
from discrepancy.ingest import inputs_from_records
from tests.costs import cpu_seconds

RULES = rulebook()


def seconds(repeats: int) -> float:
    text = "Two people were killed in the city on Monday. It was the end " + "of the attack " * repeats + "."
    (document,) = inputs_from_records([{"doc_id": "a", "text": text}], RULES).documents
    annotated = annotate(document, RULES)
    assert read_claims(annotated, RULES).events
    return cpu_seconds(lambda: read_claims(annotated, RULES), runs=1)


def test_one_event_named_thousands_of_times_in_a_sentence() -> None:
    seconds(10)  # what is made once
    assert seconds(4000) < 40 * max(seconds(400), 0.05)
