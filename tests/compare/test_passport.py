"""Which claims may be held against each other."""

from __future__ import annotations

from claim_making import laid


def test_the_dead_of_two_sides_are_not_one_count() -> None:
    assert not laid("a: killed{service members}=2 @bridge", "b: killed{attackers}=4 @bridge").findings
    assert not laid("a: killed{police officers}=2 @bridge", "b: killed{militants}=4 @bridge").findings
    assert laid("a: killed{workers}=2 @bridge", "b: killed{officials}=4 @bridge").findings


def test_what_one_side_lost_is_no_toll_of_the_battle() -> None:
    assert not laid("a: killed=8 @bridge", "b: killed=5 @bridge scope=side:Tamir").findings
    (found,) = laid("a: killed=7 @bridge scope=side:Tamir", "b: killed=5 @bridge scope=side:Tamir").findings
    assert found.verdict == "conflicts"
