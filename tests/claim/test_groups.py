"""Who is behind nameless actors, and what an armed group is known by."""

from __future__ import annotations

import pytest

from discrepancy.annotate.grammar import read_text
from discrepancy.claim.groups import armed_groups, group_names
from tests.claim.reader import BOOK, event, reading

BLEW_UP = "On Monday Fjord Liberation Front (FLF) guerrillas blew up a pylon near Lima. "


def test_name_in_brackets_does_not_part_a_group_from_its_guerrillas() -> None:
    assert event(reading(BLEW_UP), kind="bombing").actors == ("Fjord Liberation Front",)


@pytest.mark.parametrize("who", ["The rebels", "The guerrillas", "Members of the group"])
def test_rebels_are_the_group_that_the_article_names(who: str) -> None:
    told = reading(f"{BLEW_UP}{who} kidnapped a teacher in Cusco on Tuesday.")
    assert event(told, kind="kidnapping").actors == ("Fjord Liberation Front",)


@pytest.mark.parametrize("who", ["Unidentified guerrillas", "Two men", "Army soldiers"])
def test_others_are_not(who: str) -> None:
    told = reading(f"{BLEW_UP}{who} kidnapped a teacher in Cusco on Tuesday.")
    assert "Fjord Liberation Front" not in event(told, kind="kidnapping").actors


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded outside a bank in Lima on Friday. The authorities attributed the attack to the Fjord Liberation Front.",
        "A bomb exploded outside a bank in Lima on Friday. Police blamed the Fjord Liberation Front for the attack.",
        "The Fjord Liberation Front, FLF, has claimed responsibility for a bomb attack in Lima that left four hurt.",
    ],
)
def test_blame_and_claim_name_the_actor(text: str) -> None:
    assert event(reading(text), kind="bombing").actors == ("Fjord Liberation Front",)


def test_nobody_claimed_it() -> None:
    told = reading("A bomb exploded outside a bank in Lima on Friday. No group has claimed responsibility for the attack.")
    assert not event(told, kind="bombing").actors


def test_who_frees_the_kidnapped_had_them() -> None:
    text = "Two engineers were kidnapped near Lima in April. Guerrillas of the Fjord Liberation Front released the engineers on Monday."
    assert event(reading(text), kind="kidnapping").actors == ("Fjord Liberation Front",)


def test_unions_and_armies_are_no_armed_groups() -> None:
    text = "The Fjord Liberation Front, the National Police and the Harbour Workers Union met in Lima."
    _, lines = read_text(text, "", BOOK)
    assert {found.name for found in armed_groups(lines, BOOK)} == {"Fjord Liberation Front"}
    assert "National Police" in group_names(lines, BOOK)


def test_labels_are_of_people_and_targets_of_things() -> None:
    told = event(reading("The rebels of the Fjord Liberation Front destroyed a bridge near Lima on Monday."), kind="attack")
    assert told.targets == ("bridge",)
    assert all("bomb" not in actor for e in reading("Two bombs killed nine people in Lima.").events for actor in e.actors)
