"""Whose losses a figure counts where two sides fought."""

from __future__ import annotations

import pytest

from tests.claim.reader import reading, shown


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Peru put its own losses at five dead in the clash near Zenda.", "killed=5 scope=side:Peru by=Peru"),
        ("In the battle near Zenda, Tamir said three of its soldiers were killed.", "killed{service members}=3 scope=side:Tamir by=Tamir"),
        ("Eight soldiers were killed in the clash near Zenda.", "killed{service members}=8"),
        ("A bomb hit a patrol near Zenda, and Tamir said three of its soldiers were killed.", "killed{service members}=3 by=Tamir"),
        ("In the battle near Zenda on Friday, Peru said it had lost six soldiers.", "killed{service members}=6 scope=side:Peru by=Peru"),
        ("Troops clashed near Zenda on Friday. Peru put its own dead at five.", "killed=5 scope=side:Peru by=Peru"),
    ],
)
def test_a_side_counts_its_own(text: str, wanted: str) -> None:
    assert shown(reading(text), "killed") == [wanted]


def test_two_sides_told_in_one_breath_count_for_themselves() -> None:
    told = reading("In a clash near Zenda on Friday four Chilean and three Peruvian soldiers were killed.")
    assert shown(told, "killed") == [
        "killed=7",
        "killed{service members}=4 scope=side:Chile",
        "killed{service members}=3 scope=side:Peru",
    ]
    told = reading("In a crash near Zenda on Friday four Chilean and three Peruvian soldiers were killed.")
    assert not any("side:" in line for line in shown(told, "killed"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Troops clashed for a second day on Saturday, with four soldiers killed since Friday.", "killed{service members}=4"),
        ("Troops clashed on Saturday, with four soldiers killed since January.", "killed{service members}=4 scope=cumulative"),
        ("A bomb went off on Saturday. Bombs killed four soldiers since Friday.", "killed{service members}=4 scope=cumulative"),
    ],
)
def test_who_fell_since_a_fight_began_fell_in_it(text: str, wanted: str) -> None:
    assert shown(reading(text), "killed") == [wanted]


def test_the_dead_of_the_year_that_a_record_goes_back_to_are_not_todays() -> None:
    told = reading(
        "Eight soldiers were killed in a clash near Zenda on Monday. It was the deadliest since 2017, when 11 soldiers were killed."
    )
    (today, then) = [c for c in told.claims if c.attribute == "killed"]
    assert today.event and then.event != today.event
