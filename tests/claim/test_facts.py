"""What sentences say became of people, on sentences of our own."""

from __future__ import annotations

import pytest

from discrepancy.annotate.layers import annotate
from discrepancy.claim.facts import Fact, facts, told
from discrepancy.ingest import inputs_from_records
from tests.claim.reader import BOOK


def read(text: str) -> tuple[Fact, ...]:
    (document,) = inputs_from_records([{"doc_id": "a", "text": text, "published": "2023-05-15"}], BOOK).documents
    return facts(annotate(document, BOOK).sentences, BOOK)


def totals(text: str) -> list[str]:
    return [told(fact) for fact in read(text) if fact.happened and fact.part_of is None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The death toll has risen to nine, up from seven.", ["killed=9"]),
        ("Nine people, including four children, were killed.", ["killed=9"]),
        ("A blast tore the wall, killing at least 12 workers.", ["killed{workers}>=12"]),
        ("They mourned the deaths of him, his wife and two children.", ["killed=4"]),
        ("One died and three others were wounded.", ["killed=1", "injured=3"]),
        ("Nobody was killed.", ["killed=0"]),
    ],
)
def test_a_wording_is_read(text: str, expected: list[str]) -> None:
    assert totals(text) == expected


def test_a_part_points_at_its_total() -> None:
    found = read("Nine people, including four children, were killed.")
    parts = [fact for fact in found if fact.part_of is not None]
    assert [told(fact) for fact in parts] == ["killed{children}=4"]
    assert found[parts[0].part_of or 0].value.low == 9


@pytest.mark.parametrize("text", ["The man was nearly killed.", "Gunmen could kill nine people."])
def test_what_did_not_happen_is_no_toll(text: str) -> None:
    assert not [fact for fact in read(text) if fact.attribute == "killed" and fact.happened]
