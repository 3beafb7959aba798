"""How far apart two values may lie and be one."""

from __future__ import annotations

import pytest
from claim_making import laid

FLAT = "a: killed=640 @bridge // # people died."


@pytest.mark.parametrize("said", ["killed>=641 @bridge // More than # were killed.", "killed<=639 @bridge // Fewer than # were killed."])
def test_more_than_a_round_number_allows_the_number_itself(said: str) -> None:
    assert not [f for f in laid(FLAT, f"b: {said}").findings if f.level in ("warning", "error")]
