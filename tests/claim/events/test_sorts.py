"""A type of events that a desk adds behaves as the sorts say that its rule names."""

from __future__ import annotations

from pathlib import Path

import pytest

from discrepancy.annotate.layers import annotate
from discrepancy.claim import read_claims
from discrepancy.ingest import inputs_from_records
from discrepancy.rulebook import RuleFaults, rulebook

RUSTLING = """
kind: events
rules:
  - id: desk.rustling
    type: rustling
    sorts: [{sorts}]
    because: a desk in the country tells it from other thefts
    nouns: rustling rustlings
    roles: {{in: place, of: target}}
    rank: 4
    examples: [{{text: "The [[rustling]] of 40 cows in Lima alarmed the farmers.", value: rustling}}]
    counter_examples: ["The leaves rustled."]
"""


@pytest.mark.parametrize(("sorts", "places"), [("", ["Lima Cusco Peru"]), ("several", ["Lima Peru", "Cusco Peru"])])
def test_a_list_tells_one_each_of_a_type_whose_sort_it_is(tmp_path: Path, sorts: str, places: list[str]) -> None:
    (tmp_path / "desk.yaml").write_text(RUSTLING.format(sorts=sorts))
    rules = rulebook(tmp_path)
    record = {"doc_id": "a", "text": "Rustlings in Lima and Cusco on Monday alarmed the farmers.", "published": "2023-05-16"}
    (document,) = inputs_from_records([record], rules).documents
    told = read_claims(annotate(document, rules), rules).events
    assert [" ".join(event.places) for event in told if event.id not in {e.whole for e in told}] == places


def test_a_sort_that_there_is_not_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "desk.yaml").write_text(RUSTLING.format(sorts="piracy"))
    with pytest.raises(RuleFaults, match="'piracy' is none of crime, deed"):
        rulebook(tmp_path)
