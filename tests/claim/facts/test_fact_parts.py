"""Parts of a total, told behind all that its sentence says of place and time."""

from __future__ import annotations

import pytest

from tests.claim.reader import reading, shown


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed in Monday's attack on a market in the town of Zenda, including four children.",
        "Nine people were killed when a bomb exploded at a market in Zenda, among them four children.",
        "A bomb killed nine people at a bus station in Zenda on Monday, among them four children.",
        "A bomb killed nine people at a bus station in Zenda on Monday. The dead include four children.",
        "A bomb killed nine people at a bus station in Zenda on Monday. The dead from the blast include two nurses and four children.",
    ],
)
def test_parts_may_stand_far_behind_their_total(text: str) -> None:
    told = shown(reading(text), "killed")
    assert "killed=9" in told and "killed{children}=4" in told


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed in the attack in Zenda, but police held six others, including four children.",
        "Nine people were killed in Zenda on Monday and 20 were saved from the market, including four children.",
        "Nine people were killed in Zenda on Monday, including at a school with 40 children.",
        "The dead in Zenda on Monday are nine; the guests included four children.",
    ],
)
def test_parts_of_others_are_no_parts_of_the_dead(text: str) -> None:
    assert "killed{children}=4" not in shown(reading(text), "killed")


def test_parts_are_no_more_than_their_total() -> None:
    told = shown(
        reading("Two people were killed in Monday's attack on a market in Zenda, including for the first time 40 children."), "killed"
    )
    assert "killed{children}=40" not in told


def test_millions_who_are_hit_were_hit_by_no_bullet() -> None:
    assert shown(reading("Two million commuters were hit in Zenda on Monday as drivers walked out."), "hit") == []
    assert shown(reading("Two commuters were hit in Zenda on Monday as gunmen opened fire."), "hit") == ["hit=2"]


def test_sorts_of_people_that_are_added_up_are_counted_too() -> None:
    told = shown(reading("Nineteen police officers and at least 30 protesters were hurt in clashes in Zenda on Monday."), "injured")
    assert told == ["injured>=49", "injured{police officers}=19"]
    assert shown(reading("A teacher and two students were hurt in a clash in Zenda on Monday."), "injured") == [
        "injured=3",
        "injured{teachers}=1",
        "injured{students}=2",
    ]
