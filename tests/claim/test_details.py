"""Whose the answer to a closed question is, on sentences of our own."""

from __future__ import annotations

import pytest

from tests.claim.reader import claims, reading


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Bo Quist was shot in the leg in Lima on Monday.", ["Bo Quist"]),
        ("Bo Quist said he was shot in the leg in Lima on Monday.", ["Bo Quist"]),
        ("Detective Bo Quist said on Monday that a boy had a gunshot to the leg in Lima.", []),
        ("A friend of Bo Quist's was shot in the leg in Lima on Monday.", []),
    ],
)
def test_a_wound_is_that_of_the_one_hit(text: str, who: list[str]) -> None:
    assert [claim.entity for claim in claims(reading(text), "detail") if claim.entity] == who
