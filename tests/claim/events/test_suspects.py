"""Groups that may be behind the deed of others, and who is accused of one."""

from __future__ import annotations

import pytest

from tests.claim.reader import event, reading

BLEW_UP = "On Monday Fjord Liberation Front (FLF) guerrillas blew up a pylon near Lima. "
BOMB = "A bomb exploded outside a bank in Quetta on Monday, killing nine people. "


@pytest.mark.parametrize(
    "beside",
    [
        "Security has been tight since guerrillas of the Fjord Liberation Front (FLF) broke off talks.",
        "The mayor recalled that the Fjord Liberation Front, a separatist group, had warned of more.",
    ],
)
def test_an_armed_group_told_of_beside_a_deed_of_unnamed_people_is_a_suspect_and_no_actor(beside: str) -> None:
    told = event(reading(BOMB + beside), kind="bombing")
    assert told.suspects == ("Fjord Liberation Front",) and not told.actors


@pytest.mark.parametrize(
    "beside",
    [
        "A leader of the Fjord Liberation Front was in the bank.",
        "The People's Revolutionary Union, a party, condemned it.",
        "The weather was fine. The market opened. The Fjord Liberation Front met in Lima.",
    ],
)
def test_victims_parties_and_what_stands_far_off_are_no_suspects(beside: str) -> None:
    assert not event(reading(BOMB + beside), kind="bombing").suspects


def test_a_group_that_claims_what_was_done_is_a_suspect_and_one_that_speaks_of_it_none() -> None:
    text = "Boris Vance kidnapped the mayor of Gao on Monday. The Fjord Liberation Front {} at the time."
    assert event(reading(text.format("claimed credit for two actions")), kind="kidnapping").suspects == ("Fjord Liberation Front",)
    assert not event(reading(text.format("condemned two actions")), kind="kidnapping").suspects


@pytest.mark.parametrize(
    ("told_of", "suspects"),
    [
        ("who is linked to", ("Fjord Liberation Front",)),
        ("who is a member of", ("Fjord Liberation Front",)),
        ("who was hurt by", ()),
    ],
)
def test_the_group_that_a_doer_is_said_to_be_of_is_a_suspect(told_of: str, suspects: tuple[str, ...]) -> None:
    text = f"Boris Vance, {told_of} the Fjord Liberation Front, is suspected of the murder of two judges in Lima."
    assert event(reading(text), kind="killing").suspects == suspects


def test_who_is_named_as_the_actor_leaves_no_suspect() -> None:
    told = event(reading(BLEW_UP + "The Jorvik Jihad has its camps near Lima."), kind="bombing")
    assert told.actors == ("Fjord Liberation Front",) and not told.suspects


@pytest.mark.parametrize(
    "text, kind",
    [
        ("The mayor of Jos accused the Fjord Liberation Front of murdering two judges on Monday.", "killing"),
        ("The Fjord Liberation Front is suspected of kidnapping two judges near Jos on Monday.", "kidnapping"),
        ("Police in Jos say that the Fjord Liberation Front was involved in the kidnapping of two judges on Monday.", "kidnapping"),
    ],
)
def test_the_accused_is_the_actor_and_only_alleged(text: str, kind: str) -> None:
    told = reading(text)
    about = event(told, kind=kind)
    assert about.actors == ("Fjord Liberation Front",)
    assert {(c.attribute, c.stance) for c in told.claims if c.attribute == "actor"} == {("actor", "alleged")}


def test_who_denies_a_part_in_it_is_no_actor() -> None:
    told = reading(BOMB + "The Fjord Liberation Front denied any role in the bombing.")
    assert not event(told, kind="bombing").actors


def test_alleged_members_are_no_allegation() -> None:
    told = reading("The paper El Faro reported that alleged Fjord Liberation Front members attacked a bank in Lima on Monday.")
    assert event(told, kind="attack").actors == ("Fjord Liberation Front",)


def test_a_group_whose_own_people_were_hit_is_no_suspect() -> None:
    text = "Boris Vance, a leader of the rebel Fjord Liberation Front, was kidnapped near Lima on Monday by unidentified men."
    assert not event(reading(text), kind="kidnapping").suspects
    other = text.replace(", a leader of the rebel Fjord Liberation Front,", "") + " Rebels of the Fjord Liberation Front are active there."
    assert event(reading(other), kind="kidnapping").suspects == ("Fjord Liberation Front",)


def test_a_group_that_only_answers_a_deed_is_no_suspect() -> None:
    text = "Two bombs exploded in Lima on Monday. The Fjord Liberation Front {} The guerrillas are active there."
    assert not event(reading(text.format("condemned the attack.")), kind="bombing").suspects
    assert event(reading(text.format("holds the hills near the city.")), kind="bombing").suspects == ("Fjord Liberation Front",)


def test_the_group_of_a_person_who_did_it_is_suspected() -> None:
    text = "Boris Vance, leader of the Fjord Liberation Front, shot a judge near Gao on Monday."
    assert event(reading(text), kind="shooting").suspects == ("Fjord Liberation Front",)
