"""Who did it where other words stand between a deed and its group, and what only seems a deed."""

from __future__ import annotations

import pytest

from discrepancy.annotate.grammar import read_text
from discrepancy.claim.events.groups import armed_groups
from tests.claim.reader import BOOK, event, reading

FRONT = "Fjord Liberation Front"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"The kidnapping of 12 millers on Monday, five of whom were later found dead, was planned by the {FRONT}.", "kidnapping"),
        (f"The kidnapping of 12 millers on Monday was directly planned and carried out by the {FRONT}.", "kidnapping"),
        (f"The bombing of a bank in Maris on Monday, in which two tellers died, was a terrorist act by the {FRONT}.", "bombing"),
        (f"The murder of Leo Finch, director of the fire service, by the {FRONT} was condemned.", "killing"),
        (f"The media told of the murder of Leo Finch by the {FRONT}'s Ann Rudd urban commandos.", "killing"),
        (f"The armed wing of the {FRONT} shot dead a miller in Maris on Monday.", "shooting"),
        (f"{FRONT} sappers blew up a pylon near Maris on Monday.", "bombing"),
        (f"A {FRONT} commander said that his men had killed two millers in Maris on Monday.", "killing"),
    ],
)
def test_the_group_is_tied_to_the_deed(text: str, kind: str) -> None:
    assert event(reading(text), kind=kind).actors == (FRONT,)


def test_the_armed_wing_of_letters_is_theirs_and_drivers_of_a_firm_are_not_the_firm() -> None:
    assert event(reading("The armed wing of the ZLQ shot dead a miller in Maris on Monday."), kind="shooting").actors == ("ZLQ",)
    drivers = event(reading("Drivers of the ZLQ attacked a miller in Maris on Monday."), kind="attack")
    assert "ZLQ" not in drivers.actors


def test_a_murder_is_committed_against_somebody() -> None:
    told = event(reading(f"The bishop condemns the murder committed by the {FRONT} against Leo Finch, a miller."), kind="killing")
    assert (told.actors, told.victims) == ((FRONT,), ("Leo Finch",))


def test_marks_round_a_sort_of_people_part_nothing() -> None:
    text = 'A bomb damaged a mill in Maris on Monday. Police attributed the attack to "far rightist" groups.'
    assert event(reading(text), kind="bombing").forces == ('"far rightist" groups',)


def test_a_body_that_is_accused_acted() -> None:
    text = 'Leo Finch was shot dead in Maris on Monday. His wife accused soldiers of the "Torak" battalion.'
    assert event(reading(text), kind="shooting").forces == ('"Torak" battalion',)


@pytest.mark.parametrize(
    "text",
    ["One of the teachers was shot dead by gunmen in Maris on Monday.", "Gunmen shot dead two of the nine teachers in Maris on Monday."],
)
def test_some_of_many_are_of_that_sort(text: str) -> None:
    assert event(reading(text), kind="shooting").victims == ("teachers",)


def test_one_of_the_guerrillas_fell_in_combat() -> None:
    assert [e.combat for e in reading("One of the guerrillas was killed near Maris on Monday.").events] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels promised to refrain from attacks against millers.",
        "The rebels offered to suspend attacks on mills.",
        "The rebels said on Monday that they would halt bombings in Maris.",
    ],
)
def test_who_will_leave_it_has_not_done_it(text: str) -> None:
    assert not [e for e in reading(text).events if e.realis == "actual"]


def test_a_report_is_absolutely_unfounded() -> None:
    text = "The report that the miller was seriously wounded by gunfire is absolutely unfounded."
    assert [e.realis for e in reading(text).events] == ["hypothetical"]


def test_what_only_points_at_a_deed_does_not_make_it_happen() -> None:
    text = "Two men set out to kill the mayor of Maris. It would have been a terrible crime, and the crime by the army is not forgotten."
    assert [e.realis for e in reading(text).events if e.type == "killing"] in ([], ["hypothetical"])


def test_what_led_to_something_long_ago_is_as_old() -> None:
    talks = "Talks were broken off in May following a grenade attack in Maris in which nine millers were killed and three others wounded."
    assert [e.background for e in reading(talks, published="2021-12-06").events if e.type == "attack"] == [True]
    assert [e.background for e in reading(talks, published="2021-06-03").events if e.type == "attack"] == [False]


@pytest.mark.parametrize(
    "text",
    [
        f"Leo Finch was killed in Maris on Monday by two gunmen, presumably members of the {FRONT}.",
        f"Leo Finch was killed in Maris on Monday by gunmen -- apparently paid assassins at the service of the {FRONT} -- near his mill.",
    ],
)
def test_an_apposition_says_whose_gunmen_they_were(text: str) -> None:
    assert event(reading(text), kind="killing").actors == (FRONT,)


def test_a_list_of_doers_is_no_apposition() -> None:
    told = event(reading(f"Leo Finch was killed in Maris on Monday by gunmen, the {FRONT} said."), kind="killing")
    assert told.actors == ("gunmen",)


def test_a_deed_is_put_down_to_somebody_before_it_is_told() -> None:
    text = "In a new action attributed to the drug rings operating in Maris, a bomb partially destroyed a school on Monday."
    assert event(reading(text), kind="bombing").forces == ("drug rings",)


def test_who_suffered_an_attack_did_not_do_it() -> None:
    told = event(reading(f"The attack suffered by the {FRONT} in Maris on Monday left two clerks dead."), kind="attack")
    assert (told.actors, told.suspects, told.targets) == ((), (), (FRONT,))


@pytest.mark.parametrize(
    "text",
    [
        f"Leo Finch was abducted in Maris on Monday. The {FRONT} bears no responsibility for it.",
        f"Leo Finch was abducted in Maris on Monday. The {FRONT} denied any part in it.",
    ],
)
def test_who_disowns_a_deed_is_not_suspected(text: str) -> None:
    told = event(reading(text), kind="kidnapping")
    assert (told.actors, told.suspects) == ((), ())


def test_the_army_is_blamed_for_its_failings_and_not_for_the_deed() -> None:
    text = 'A miller was shot dead in Maris on Monday. The guild blamed the army "for its inability to protect millers".'
    assert not event(reading(text), kind="shooting").forces


def test_who_fails_to_try_the_guilty_is_not_guilty() -> None:
    text = "Aid will be cut if the Graustark government does not try the persons guilty of murdering six priests in Maris on Monday."
    assert "Graustark" not in " ".join(event(reading(text), kind="killing").actors)


def test_forms_in_ing_share_what_will_be() -> None:
    text = "The soldiers will be bombing mills, and the police will be arresting millers, torturing teachers, and assassinating judges."
    assert not [e for e in reading(text).events if e.realis == "actual" and e.type in ("killing", "bombing")]


DEEDS = [
    "Gunmen killed nine teachers in Maris on Monday.",
    "Nine teachers were shot dead in Maris on Monday by unidentified men.",
    "Armed men abducted a banker in Maris on Monday.",
]


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize(
    "told",
    [
        f"The {FRONT} claimed responsibility.",
        f"Police blamed the {FRONT}.",
        f"Responsibility was claimed by the {FRONT}.",
        f"The {FRONT} is believed to be responsible, police said.",
        f"The {FRONT} said that its fighters had done it.",
    ],
)
def test_gunmen_are_those_of_whoever_claims_the_deed_or_is_blamed(deed: str, told: str) -> None:
    (happened,) = (e for e in reading(f"{deed} {told}").events if e.realis == "actual")
    assert happened.actors == (FRONT,)


def test_a_group_is_known_by_what_it_is_called_between_commas() -> None:
    text = f"{DEEDS[0]} Red Dawn, an urban guerrilla group, claimed responsibility. Three rebels robbed a bank."
    _, read = read_text(text, "", BOOK)
    assert {found.name for found in armed_groups(read, BOOK)} == {"Red Dawn"}
    _, read = read_text(text.replace("an urban guerrilla group", "a choir of boys").replace("claimed responsibility", "sang"), "", BOOK)
    assert not armed_groups(read, BOOK)


def test_an_answer_is_not_what_it_answers() -> None:
    told = reading("The army killed at least 20 villagers near Maris on Sunday in reprisal for an ambush.")
    assert [(e.type, e.victims) for e in told.events if e.victims] == [("killing", ("villagers",))]


def test_who_accuses_somebody_of_being_directly_responsible_did_not_do_it() -> None:
    told = reading(f"Leo Finch accused the {FRONT} of being directly responsible for the attack on his mill in Maris on Monday.")
    assert event(told, kind="attack").actors == (FRONT,)


@pytest.mark.parametrize(
    "text",
    [
        'A bomb struck a bus in Gao on Monday. Police suspect the leftist group "Red Dawn."',
        'A bomb hit a bus in Gao on Monday. The attack was the work of the armed organization "Red Dawn".',
        'A bomb rocked a bank in Gao on Monday. An officer said that "members of the Red Dawn group" took part in the attack.',
        "A bomb went off in a bank in Gao on Monday. The bomb was planted by the Karl Stone command of the Red Dawn guerrillas.",
    ],
)
def test_a_group_between_marks_and_a_unit_with_the_name_of_somebody(text: str) -> None:
    told = event(reading(text), kind="bombing")
    assert any("Red Dawn" in name for name in (*told.actors, *told.suspects))


def test_a_band_of_players_between_marks_does_nothing() -> None:
    told = reading('A bomb hit a bus in Gao on Monday. The band "Red Dawn" played in Lima.')
    assert all("Red Dawn" not in name for one in told.events for name in (*one.actors, *one.suspects))


def test_what_is_said_of_somebody_behind_brackets_tells_whose_he_is() -> None:
    text = "Bo Vance (alias Crow), who is linked to the Zenda Liberation Front, killed two judges near Gao on Monday."
    assert event(reading(text), kind="killing").suspects == ("Zenda Liberation Front",)
