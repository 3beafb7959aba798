"""Words of violence that tell of none."""

from __future__ import annotations

import pytest

from discrepancy.annotate.layers import annotate
from discrepancy.claim import read_claims
from discrepancy.ingest import inputs_from_records
from discrepancy.rulebook import rulebook
from tests.claim.reader import reading

BOOK = rulebook()


def kinds(text: str) -> list[str]:
    (document,) = inputs_from_records([{"doc_id": "a", "text": text, "published": "2024-03-13"}], BOOK).documents
    return sorted(mention.type for mention in read_claims(annotate(document, BOOK), BOOK).events)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bo Rudd, 18, struck twice in the cup final in Lima on Sunday.", ["contest"]),
        ("The rebels struck twice in Lima on Sunday.", ["strike"]),
        ("Two runners collapsed in the heat in Lima on Sunday.", []),
        ("Two bridges collapsed in the heat in Lima on Sunday.", ["accident"]),
        ("A man fought for his life in Lima on Sunday.", []),
        ("Bo Rudd harshly attacked Ann Marsh in Lima on Sunday.", []),
        ("Ann Marsh was attacked by the opposition on Sunday for raising taxes.", []),
        ("Bo Rudd attacked Ann Marsh over the budget in Lima on Sunday.", []),
        ("Bo Rudd attacked Ann Marsh with a knife in Lima on Sunday.", ["attack"]),
        ("Rebels attacked the town of Lima for three hours on Sunday.", ["attack"]),
        ("Zenda has endured a civil war in which more than 70,000 people have died.", ["war"]),
        ("Rebels fought the army in Lima on Sunday.", ["clash"]),
        ("Rebels attacked the team in Lima on Sunday before the cup match.", ["attack"]),
        ("A runner collapsed in Lima during the marathon on Sunday.", ["contest"]),
    ],
)
def test_what_only_sounds_like_violence_is_no_event(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_who_fights_a_blaze_meets_no_foe() -> None:
    assert not [e for e in reading("Crews fought the flames in Lima on Monday.").events if e.type == "clash"]
    assert [e.type for e in reading("Militias fought for hours in Lima on Monday.").events] == ["clash"]
