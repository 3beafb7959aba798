"""An article of a book's length, as a list of the dead of a year is one: reading it costs as much more as it is longer."""

from __future__ import annotations

from cProfile import Profile

import pytest

from discrepancy import rulebook
from discrepancy.annotate.layers import annotate
from discrepancy.claim import read_claims
from discrepancy.ingest import inputs_from_records

RULES = rulebook()


def calls(sentence: str, repeats: int) -> int:
    """How many functions are called while so many sentences of one wording are read; the same on any machine."""
    text = "\n".join(sentence.format(2 + number % 37, 3 + number % 41) for number in range(repeats))
    (document,) = inputs_from_records([{"doc_id": "a", "text": text, "published": "2024-03-03"}], RULES).documents
    annotated = annotate(document, RULES)
    profile = Profile()
    profile.runcall(read_claims, annotated, RULES)
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize(
    "sentence",
    [
        "The victims include {} men, {} women and a child from the valley.",
        "Police said {} people had been arrested, while the mayor said {} had been hurt, according to officials.",
    ],
)
def test_four_times_the_text_takes_four_times_as_many_steps(sentence: str) -> None:
    calls(sentence, 10)  # what is made once
    assert calls(sentence, 400) < 4.3 * calls(sentence, 100)
