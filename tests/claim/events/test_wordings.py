"""Deeds as agencies word them: that each is read, once, and what it is of."""

from __future__ import annotations

import pytest

from tests.claim.reader import claims, event, reading


@pytest.mark.parametrize(
    "text, kind",
    [
        ("Last night a bomb destroyed a branch of the bank in Lima.", "bombing"),
        ("On Monday a bomb was thrown at the house of a mayor in Lima.", "bombing"),
        ("Gunmen raided a farm near Lima on Monday.", "attack"),
        ("Rebels stormed a police post near Lima on Monday.", "attack"),
        ("Two rockets were fired at a bank in Lima on Monday.", "strike"),
        ("A home-made rocket was launched at the embassy in Lima on Monday.", "strike"),
        ("Two planes dropped bombs on a village near Lima on Monday.", "strike"),
        ("Armed men seized a judge in Lima on Monday.", "kidnapping"),
        ("The bodies of two farmers, with signs of torture, were found near Lima on Monday.", "killing"),
        ("Boris Vance, who leads the union, was unharmed following a terrorist attack.", "attack"),
        ("The court in Lima took up the murder case of Boris Vance.", "killing"),
        ("The burning of a steel factory in Lima was reported on Monday.", "arson"),
    ],
)
def test_a_deed_is_read_once_and_happened(text: str, kind: str) -> None:
    told = [(e.type, e.realis) for e in reading(text).events]
    assert told == [(kind, "actual")]


@pytest.mark.parametrize(
    "text",
    [
        "Police raided a house in Lima on Monday.",
        "Gunmen seized a bank in Lima on Monday.",
        "The bodies of two climbers were found near Lima on Monday.",
        "The firm launched a rocket from Lima on Monday.",
        "Police dropped the charges in Lima on Monday.",
    ],
)
def test_words_that_look_like_a_deed_are_none(text: str) -> None:
    assert not [e for e in reading(text).events if e.type in ("attack", "kidnapping", "killing", "strike", "shooting")]


def test_a_time_before_the_verb_is_the_deeds() -> None:
    told = reading("Rebels today bombed a bank in Lima. In July 2020 the rebels bombed a bus in Cusco.", published="2024-03-13")
    assert sorted(str(e.when.first) for e in told.events if e.when) == ["2020-07-01", "2024-03-13"]


def test_the_hurt_of_the_next_sentence_are_those_of_a_crash() -> None:
    told = reading("A bus crashed in Lima on Monday. Nine people were injured.")
    assert [e.type for e in told.events] == ["accident"]
    assert [c.event for c in claims(told, "injured")] == [told.events[0].id]


def test_an_outbreak_of_violence_is_no_illness() -> None:
    told = reading("The outbreak of violence began with the murder of two teachers in Lima on Monday.")
    assert [e.type for e in told.events] == ["killing"]


def test_who_resisted_and_was_shot_was_hit() -> None:
    told = event(reading("The banker Boris Vance resisted, however, and was shot to death in Lima."), kind="shooting")
    assert told.victims == ("Boris Vance",)


def test_this_guerrilla_group_is_the_one_named() -> None:
    told = reading(
        "The Red Dawn Front, a guerrilla group, blew up a bridge near Lima. This guerrilla group kidnapped a teacher in Cusco on Monday."
    )
    assert event(told, kind="kidnapping").actors == ("Red Dawn Front",)


def test_nobody_dies_twice() -> None:
    text = "Boris Vance Quist was murdered in Lima on 2 May. Judges resigned on 9 May to protest the murder of Boris Vance."
    told = reading(text, published="2024-05-12")
    assert "Boris Vance Quist" in event(told, kind="killing").victims


def test_the_murder_of_somebody_else_is_another() -> None:
    text = "A bomb in Lima killed Boris Vance on Monday. The mayor spoke of the murder of Anna Quist."
    assert [e.victims for e in reading(text).events] == [("Boris Vance",), ("Anna Quist",)]


@pytest.mark.parametrize(
    "text", ["The mayor of Lima called it an attack on freedom of thought.", "Rebels attacked the peace plan in Lima on Monday."]
)
def test_an_attack_on_an_idea_is_none(text: str) -> None:
    assert not [e for e in reading(text).events if e.type == "attack"]


def test_what_was_set_on_fire_in_an_attack_makes_no_arson_of_it() -> None:
    assert event(reading("Rebels attacked a convoy near Lima on Sunday. Four lorries were set on fire.")).type == "attack"
    assert event(reading("Four lorries were set on fire near Lima on Sunday. The attack killed two men.")).type == "arson"
