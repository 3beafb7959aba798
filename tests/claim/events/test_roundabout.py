"""Who did a deed, told across other words: by whom he belongs to or was sent, his weapon, the law, the next sentence."""

from __future__ import annotations

import pytest

from tests.claim.reader import claims, event, reading


@pytest.mark.parametrize(
    "text",
    [
        "Police accused the Red Dawn group of having murdered two judges near Gao.",
        "Police accused the Red Dawn group of being behind the murder of two judges near Gao.",
        "Police said the Red Dawn group is to blame for the murder of two judges near Gao.",
        "Police linked the Red Dawn group to the murder of two judges near Gao.",
        "Police identified the Red Dawn group as the perpetrators of the murder of two judges near Gao.",
        "Police named the Red Dawn group as those responsible for the murder of two judges near Gao.",
        "Police laid the blame for the murder of two judges near Gao on the Red Dawn group.",
        "The Red Dawn group was the author of the murder of two judges near Gao.",
        "The perpetrators of the murder of two judges near Gao were members of the Red Dawn group.",
        "Those responsible for the murder of two judges near Gao belong to the Red Dawn group.",
        "Behind the murder of two judges near Gao is the Red Dawn group, police said.",
    ],
)
def test_in_many_words_a_deed_is_put_down_to_somebody(text: str) -> None:
    told = reading(text)
    about = event(told, kind="killing")
    assert about.actors == ("Red Dawn",)
    assert [c.stance for c in claims(told, "actor", about)] == ["alleged"]


@pytest.mark.parametrize(
    "text",
    [
        "The Red Dawn group owned up to the murder.",
        "The Red Dawn group has declared itself responsible for the murder.",
        "Responsibility was claimed by the Red Dawn group.",
        "A caller claimed responsibility for the murder in the name of the Red Dawn group.",
        "A caller claiming to speak for the Red Dawn group said so.",
        "A caller said that the Red Dawn group was responsible.",
        "Leaflets signed by the Red Dawn group lay beside the bodies.",
        "The attackers left leaflets of the Red Dawn group.",
        "The assailants were identified as members of the Red Dawn group.",
        "The attackers said that they belonged to the Red Dawn group.",
        "Suspicion fell on the Red Dawn group.",
        "Police suspect the Red Dawn group.",
        "Police blamed the Red Dawn group.",
    ],
)
def test_a_sentence_behind_the_deed_tells_who_did_it(text: str) -> None:
    assert event(reading(f"Two judges were murdered near Gao on Monday. {text}"), kind="killing").actors == ("Red Dawn",)


@pytest.mark.parametrize(
    "text",
    [
        "Farmers blamed the Red Dawn group for the drought.",
        "Police suspect the Red Dawn group of fraud.",
        "The treaty was signed by the Red Dawn group.",
        "Shops sell leaflets of the Red Dawn group.",
        "The mayor spoke on behalf of the Red Dawn group.",
        "The Red Dawn group is not responsible.",
        "The perpetrators of the murder were not members of the Red Dawn group.",
        "The victims were identified as Boris Vance and Dora Moss.",
    ],
)
def test_what_else_is_said_of_a_group_behind_a_deed_is_not_that_it_did_it(text: str) -> None:
    assert event(reading(f"Two judges were murdered near Gao on Monday. {text}"), kind="killing").actors == ()


@pytest.mark.parametrize(
    ("who", "actor"),
    [
        ("Hitmen hired by the Zenda Cartel", "Zenda Cartel"),
        ("Gunmen in the pay of the Zenda Cartel", "Zenda Cartel"),
        ("Men belonging to the Red Dawn group", "Red Dawn"),
        ("Men identified as members of Red Dawn", "Red Dawn"),
        ("A band calling itself Red Dawn", "Red Dawn"),
        ("Assassins paid by the drug cartels", "drug cartels"),
        ("Cooks paid by the Zenda Cartel", ""),
    ],
)
def test_who_has_a_deed_done_and_to_whom_its_doers_belong(who: str, actor: str) -> None:
    about = event(reading(f"{who} murdered two judges near Gao on Monday."), kind="killing")
    assert about.realis == "actual"
    assert about.actors[:1] == (actor,) if actor else "Zenda Cartel" not in about.actors


@pytest.mark.parametrize(
    "text",
    [
        "The arrest of nine members of the Zenda Battalion for killing two judges near Gao was announced.",
        "Nine members of the Zenda Battalion were arrested because of their suspected involvement in the murder of two judges near Gao.",
        "Nine members of the Zenda Battalion were arrested on charges of being implicated in the murder of two judges near Gao.",
        "Nine members of the Zenda Battalion are on trial for the murder of two judges near Gao.",
        "Nine members of the Zenda Battalion were sentenced to 30 years for the murder of two judges near Gao.",
        "Nine members of the Zenda Battalion were found guilty of the murder of two judges near Gao.",
        "Nine members of the Zenda Battalion are suspects in the murder of two judges near Gao.",
    ],
)
def test_what_the_law_does_to_somebody_for_a_deed_puts_it_down_to_him(text: str) -> None:
    about = event(reading(text), kind="killing")
    assert about.actors == ("Zenda Battalion",) and about.victims == ("judges",)


@pytest.mark.parametrize(
    "text",
    [
        "The Zenda Battalion had two judges murdered near Gao on Monday.",
        "Two judges died at the hands of the Zenda Battalion near Gao on Monday.",
        "Two judges were killed near Gao on Monday by a mine planted by the Zenda Battalion.",
        "A mine laid by the Zenda Battalion killed two judges near Gao on Monday.",
        "Two judges were killed near Gao on Monday by a grenade thrown by soldiers of the Zenda Battalion.",
        "Two judges were murdered near Gao on Monday. The mayor said that the Zenda Battalion did it.",
        "Two judges were murdered near Gao on Monday. The actions were carried out by members of the Zenda Battalion.",
        "Two judges were murdered near Gao on Monday. The culprits belong to the Zenda Battalion.",
        "Two judges were murdered near Gao on Monday. The bishop accused the Zenda Battalion.",
    ],
)
def test_who_did_a_deed_is_told_by_its_weapon_its_cause_or_the_next_sentence(text: str) -> None:
    told = reading(text)
    assert [e.actors for e in told.events if e.type in ("killing", "bombing")] == [("Zenda Battalion",)]


@pytest.mark.parametrize(
    "text",
    [
        "Quick action by the Zenda Battalion saved nine.",
        "None of these crimes has been solved by the Zenda Battalion.",
        "The arrest of nine drivers was praised by the Zenda Battalion. For the murder nobody was tried.",
        "Trees planted by the Zenda Battalion stand there.",
        "Neither the army nor any member of the Zenda Battalion has claimed responsibility.",
    ],
)
def test_who_helps_solves_or_plants_trees_did_not_do_it(text: str) -> None:
    assert event(reading(f"Two judges were murdered near Gao on Monday. {text}"), kind="killing").actors == ()


def test_a_series_of_deeds_is_carried_out_like_one() -> None:
    told = event(reading("The Zenda Liberation Front carried out a series of bombings near Gao on Monday."), kind="bombing")
    assert told.actors == ("Zenda Liberation Front",)


@pytest.mark.parametrize(
    "text",
    [
        "Suspicion fell on the Zenda Battalion after two judges were shot near Gao on Monday.",
        "Flyers signed by the Zenda Battalion lay at the scene of Monday's murder of two judges near Gao.",
        "Two judges were shot on Monday, as they left a hall in Gao, by rebels of the Zenda Battalion.",
        "There is no doubt that the Zenda Battalion shot two judges near Gao on Monday.",
        "The Zenda Battalion, which has waged a war of nine years, shot two judges near Gao on Monday.",
        "The Zenda Battalion said that its fighters shot two judges near Gao on Monday.",
        "Two judges were shot near Gao on Monday. The Zenda Battalion accepted authorship.",
        "Two judges were shot near Gao on Monday. Responsibility was assumed by the Zenda Battalion.",
        "Two judges were shot near Gao on Monday. The governor pointed the finger at the Zenda Battalion.",
        "Two judges died near Gao on Monday in an attack. It was the latest attack by the Zenda Battalion.",
    ],
)
def test_who_did_it_is_told_in_a_roundabout_way(text: str) -> None:
    assert {e.actors for e in reading(text).events} == {("Zenda Battalion",)}


@pytest.mark.parametrize(
    "text",
    [
        "Two judges were shot on Monday, by all accounts of the Zenda Battalion, in Gao.",
        "The union pointed the finger at the Zenda Union for the debt. Two judges were shot near Gao on Monday.",
        "Two judges of the Zenda Battalion's court were shot near Gao on Monday, killed by men who fled.",
    ],
)
def test_who_is_only_near_a_roundabout_wording_did_not_do_it(text: str) -> None:
    assert all("Zenda Battalion" not in e.actors and "Zenda Union" not in e.actors for e in reading(text).events)


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers who shot two judges near Gao on Monday belonged to the Zenda Battalion.",
        "Two judges were shot near Gao on Monday. The bishop held the Zenda Battalion responsible.",
        "Gunmen financed by the Zenda Battalion shot two judges near Gao on Monday.",
        "Behind the shooting of two judges near Gao, the mayor said, is the Zenda Battalion.",
    ],
)
def test_whose_people_did_it_is_told_behind_the_deed(text: str) -> None:
    assert {e.actors[-1] for e in reading(text).events} == {"Zenda Battalion"}


def test_who_shot_the_gunman_did_not_do_what_the_gunman_did() -> None:
    told = reading("A gunman killed three people in a market in Gao on Sunday. The police then shot the gunman dead.")
    assert [one.forces for one in told.events] == [()]
    assert reading("The police shot a gunman dead in Gao on Sunday.").events[0].forces == ("police",)
