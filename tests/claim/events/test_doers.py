"""Who is named beside a deed and did not do it, who did it, and what is left open."""

from __future__ import annotations

import pytest

from tests.claim.reader import claims, event, reading, shown


@pytest.mark.parametrize(
    "text",
    [
        "A guide told the BBC it carried out the bombing of a bus near Gao on Tuesday.",
        "It was one of Mali's deadliest attacks in years. A bus was bombed near Gao on Tuesday.",
        "No train has been bombed since the 2010 Gao Metro bombings.",
        "The paper told of two bombings at a market in Gao, Mali that have killed nine people.",
        "The paper told of two bombings at a market in Mali that have killed nine people.",
        "The paper told of a pair of bombings at the Cathedral of Our Lady of Sorrows in Gao, Tarn that has killed nine people.",
        "Two missiles hit a market in Gao on Tuesday. A Zenith-U missile struck the station as well.",
    ],
)
def test_a_place_a_listener_or_the_make_of_a_missile_did_nothing(text: str) -> None:
    assert not claims(reading(text), "actor")


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("A Russian missile struck a market in Lviv on Tuesday.", "Russia"),
        ("Hezbollah rockets hit a market in Haifa on Tuesday.", "Hezbollah"),
        ("An attack on a bus near Gao by the Zenda Liberation Front that killed nine shook the town.", "Zenda Liberation Front"),
    ],
)
def test_a_state_or_a_group_beside_its_weapon_or_deed_is_its_actor(text: str, actor: str) -> None:
    assert [c.value.members for c in claims(reading(text), "actor")] == [(actor,)]  # type: ignore[union-attr]


def test_a_deed_claimed_by_one_and_blamed_on_another_is_one_deed() -> None:
    told = reading(
        "Two bombs hit a church in Gao on Tuesday. The Zenda Liberation Front claimed the bombing. The army blamed the Tarn Workers Army "
        "for the bombing. The bombings have left 20 dead."
    )
    about = event(told, kind="bombing")
    assert about.actors == ("Zenda Liberation Front", "Tarn Workers Army") and shown(told, "killed", about) == ["killed=20"]
    assert [c.stance for c in claims(told, "actor", about)] == ["asserted", "alleged"]


def test_two_who_are_taken_for_the_doers_of_one_deed_are_no_two_sides() -> None:
    told = reading(
        "The Zenda Liberation Front claimed a bomb attack on a church in Gao on Sunday. Two bombers detonated belts there, it said. "
        "The army said the Tarn Workers Army could be behind the blasts. The bombings have left 20 dead."
    )
    assert not any(e.type == "exchange" for e in told.events)


def test_who_could_have_done_it_or_is_speculated_about_is_alleged() -> None:
    for told in ("could have", "may have", "has"):
        text = f"A bus was bombed near Gao on Tuesday. The Zenda Liberation Front {told} carried out the bombing."
        assert [c.stance == "alleged" for c in claims(reading(text), "actor")] == [told != "has"]
    guessed = reading("The army speculates that the Zenda Liberation Front carried out the bombing of a bus near Gao on Tuesday.")
    assert [c.stance for c in claims(guessed, "actor")] == ["alleged"]


@pytest.mark.parametrize(
    "who",
    [
        "Zenda League splinter group Gao Liberation Front",
        "The militant Zenda League faction Gao Liberation Front",
        "A faction of the Zenda League, Gao Liberation Front,",
    ],
)
def test_the_part_of_a_group_that_bears_a_name_of_its_own_did_it(who: str) -> None:
    told = reading(f"{who} claimed responsibility for the bombing of a bus near Gao on Tuesday.")
    assert [c.value.members for c in claims(told, "responsibility")] == [("Gao Liberation Front",)]  # type: ignore[union-attr]
