"""Who is left of those hit when some of them died: told nowhere, and still what the words say."""

from __future__ import annotations

import pytest

from tests.claim.facts.facts_told import totals


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six people were shot, two fatally.", ["hit=6", "injured=4", "killed=2"]),
        ("Five men were hit by gunfire on a pier, two of whom died.", ["hit{men}=5", "injured{men}=3", "killed=2"]),
        ("Six people were shot, all of them fatally.", ["hit=6", "killed>=2?"]),
        ("Six people were shot, two fatally, and three were hurt.", ["hit=6", "killed=2", "injured=3"]),
        ("Six people were shot and two clerks died.", ["hit=6", "killed=2"]),
        ("About six people were shot, two fatally.", ["hit=~6", "killed=2"]),
    ],
)
def test_the_hurt_follow_only_where_the_dead_are_some_of_those_hit(text: str, expected: list[str]) -> None:
    assert sorted(totals(text)) == sorted(expected)
