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
        "Nine people were killed in Zenda on Monday, four of them apprentices, children said.",
        "Nine people were killed in Zenda on Monday, including a nurse, and four children, including two girls, were hurt.",
    ],
)
def test_parts_of_others_are_no_parts_of_the_dead(text: str) -> None:
    assert "killed{children}=4" not in shown(reading(text), "killed")


def test_parts_are_no_more_than_their_total() -> None:
    told = shown(
        reading("Two people were killed in Monday's attack on a market in Zenda, including for the first time 40 children."), "killed"
    )
    assert "killed{children}=40" not in told


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Sixteen people were killed on Monday, 11 of them in Cusco.", "Cusco"),
        ("Sixteen people were killed in raids on two towns in Peru on Monday, 11 of them in the town of Cusco.", "Cusco"),
        ("Sixteen people were killed on Monday, including 11 in Cusco.", "Cusco"),
        ("Sixteen people were killed on Monday, 11 of them in hospital.", ""),
        ("Sixteen people were killed on Monday, 11 of them with knives in Cusco.", ""),
    ],
)
def test_some_of_them_are_counted_in_one_place(text: str, place: str) -> None:
    told = shown(reading(text), "killed")
    assert "killed=16" in told
    assert [claim for claim in told if claim.startswith("killed=11")] == ([f"killed=11 scope=place:{place}"] if place else [])


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Twenty people were injured at the station and 13 in a cafe, police said on Monday.", True),
        ("Twenty people were injured at the bus station, and 13 at another cafe, police said on Monday.", True),
        ("Twenty people were injured at the station and 13 in a night, police said on Monday.", False),
        ("Twenty people were injured at noon and 13 in a cafe, police said on Monday.", False),
    ],
)
def test_who_was_hurt_at_another_site_is_hurt_besides(text: str, more: bool) -> None:
    assert [claim.additional for claim in reading(text).claims if claim.attribute == "injured"] == [False, *([True] if more else [])]


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
