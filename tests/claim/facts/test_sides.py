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
    ],
)
def test_a_side_counts_its_own(text: str, wanted: str) -> None:
    assert shown(reading(text), "killed") == [wanted]


def test_the_dead_of_the_year_that_a_record_goes_back_to_are_not_todays() -> None:
    told = reading(
        "Eight soldiers were killed in a clash near Zenda on Monday. It was the deadliest since 2017, when 11 soldiers were killed."
    )
    (today, then) = [c for c in told.claims if c.attribute == "killed"]
    assert today.event and then.event != today.event
