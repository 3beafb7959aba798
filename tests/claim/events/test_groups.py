"""Who is behind nameless actors, and what an armed group is known by."""

from __future__ import annotations

import pytest

from discrepancy.annotate.grammar import read_text
from discrepancy.claim.events.groups import armed_groups, group_names
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


@pytest.mark.parametrize(
    ("who", "states"),
    [
        ("Chadian and Libyan warplanes", {"Chad", "Libya"}),
        ("Chadian and Libyan forces", {"Chad", "Libya"}),
        ("Libyan-backed Chadian forces", {"Chad"}),
        ("Chadian warplanes", {"Chad"}),
        ("The Chadian Military", {"Chad"}),
    ],
)
def test_states_that_strike_side_by_side_are_both_named(who: str, states: set[str]) -> None:
    assert set(event(reading(f"{who} bombed the town of Sebha on Monday, killing 12 people."), kind="strike").actors) == states


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Zenda Police say Bo Quist burst into a shop and opened fire.", ("Bo Quist",)),
        ("Zenda Police reported that the Fjord Front burst into a shop and opened fire.", ("Fjord Front",)),
        ("Zenda Police say the man burst into a shop and opened fire.", ()),
        ("A man came back with a .44 Magnum and opened fire.", ()),
    ],
)
def test_of_whom_it_is_said_does_what_and_joins(text: str, actors: tuple[str, ...]) -> None:
    assert tuple(name for name in event(reading(text), kind="shooting").actors if name[0].isupper()) == actors


def test_nobody_claimed_it() -> None:
    told = reading("A bomb exploded outside a bank in Lima on Friday. No group has claimed responsibility for the attack.")
    assert not event(told, kind="bombing").actors


def test_who_frees_the_kidnapped_had_them() -> None:
    text = "Two engineers were kidnapped near Lima in April. Guerrillas of the Fjord Liberation Front released the engineers on Monday."
    assert event(reading(text), kind="kidnapping").actors == ("Fjord Liberation Front",)


@pytest.mark.parametrize(
    "text",
    [
        "The Fjord Liberation Front released the engineer whom it had kidnapped near Lima on Monday.",
        "The Fjord Liberation Front is holding an engineer who was kidnapped near Lima on Monday.",
        "An engineer was kidnapped near Lima on Monday. He is held by rebels of the Fjord Liberation Front.",
        "An engineer was kidnapped near Lima on Monday. The Fjord Liberation Front has demanded a ransom.",
        "An engineer was kidnapped near Lima on Monday. The Fjord Liberation Front offered to free the engineer.",
    ],
)
def test_who_holds_the_kidnapped_took_them(text: str) -> None:
    assert event(reading(text), kind="kidnapping").actors == ("Fjord Liberation Front",)


def test_the_dead_who_were_somebodys_did_nothing() -> None:
    dead = "Two men were killed near Gao on Sunday. The dead were identified as members of the Fjord Liberation Front."
    assert event(reading(dead), kind="killing").actors == ()
    killers = "Two men were killed near Gao on Sunday. The killers were identified as members of the Fjord Liberation Front."
    assert event(reading(killers), kind="killing").actors == ("Fjord Liberation Front",)


def test_a_bomb_that_killed_was_somebodys() -> None:
    told = reading("The bomb that killed a guard near Lima on Monday was planted by the Fjord Liberation Front.")
    assert event(told, kind="killing").actors == ("Fjord Liberation Front",)


def test_unions_and_armies_are_no_armed_groups() -> None:
    text = "The Fjord Liberation Front, the National Police and the Harbour Workers Union met in Lima."
    _, lines = read_text(text, "", BOOK)
    assert {found.name for found in armed_groups(lines, BOOK)} == {"Fjord Liberation Front"}
    assert "National Police" in group_names(lines, BOOK)


@pytest.mark.parametrize("who", ["FLF Sappers", "Fjord Liberation Front Fighters"])
def test_capitals_do_not_make_fighters_a_group_of_their_own(who: str) -> None:
    told = reading(f"{who} kidnapped a teacher in Cusco on Tuesday. The Fjord Liberation Front (FLF) has its camps near Lima.")
    assert event(told, kind="kidnapping").actors == ("Fjord Liberation Front",)


def test_rebels_told_of_beside_soldiers_who_did_it_did_not() -> None:
    text = (
        'Three teachers were killed near Jos on Monday by the 6th military detachment. "The command that committed this massacre stays," '
        "said the Fjord Liberation Front."
    )
    assert "Fjord Liberation Front" not in event(reading(text), kind="killing").actors


def test_a_group_is_known_by_the_name_it_is_called_by() -> None:
    text = "Boris Vance was kidnapped near Lima on Monday. The kidnappers are said to be members of a group called Red Dawn."
    assert event(reading(text), kind="kidnapping").actors == ("Red Dawn",)


def test_labels_are_of_people_and_targets_of_things() -> None:
    told = event(reading("The rebels of the Fjord Liberation Front destroyed a bridge near Lima on Monday."), kind="attack")
    assert told.targets == ("bridge",)
    assert all("bomb" not in actor for e in reading("Two bombs killed nine people in Lima.").events for actor in e.actors)


@pytest.mark.parametrize(
    "text, combat",
    [
        ("Nine soldiers were killed in an ambush near Jos on Monday.", True),
        ("Nine guerrillas of the Fjord Liberation Front died in a clash with troops near Jos on Monday.", True),
        ("Nine villagers were killed in a clash between rebels and troops near Jos on Monday.", False),
        ("Gunmen shot nine teachers near Jos on Monday.", False),
        ("The Fjord Liberation Front attacked the headquarters of the 2nd brigade near Jos on Monday.", True),
        ("The Fjord Liberation Front attacked the headquarters of the miners' union near Jos on Monday.", False),
        ("The Fjord Liberation Front attacked the headquarters of the Graustark Air Force near Jos on Monday.", True),
        ("Two soldiers and nine rebels were killed in an ambush near Jos on Monday.", True),
        ("Two teachers and nine soldiers were killed in an ambush near Jos on Monday.", False),
        ("The Fjord Liberation Front attacked a group of paratroopers near Jos on Monday.", True),
        ("The Fjord Liberation Front attacked troops from the coast near Jos on Monday.", True),
        ("The Fjord Liberation Front attacked a group of teachers near Jos on Monday.", False),
    ],
)
def test_where_all_who_were_hit_fought_it_was_combat(text: str, combat: bool) -> None:
    assert {e.combat for e in reading(text).events if e.main} == {combat}


def test_an_offensive_lasts_and_is_no_single_attack() -> None:
    told = reading("Gunmen murdered two priests in Jos on Monday. The army opened an offensive against rebels in April.")
    assert {e.type for e in told.events} == {"killing", "war"}


@pytest.mark.parametrize(
    "text",
    [
        "Boris Vance was kidnapped near Lima on Monday by the Fjord Liberation Army [FLA] guerrillas.",
        "The Fjord Liberation Army [FLA] guerrilla movement kidnapped Boris Vance near Lima on Monday.",
        'The police reported that the "Fjord Liberation Army" kidnapped Boris Vance near Lima on Monday.',
        "Boris Vance was kidnapped near Lima on Monday by alleged members of the 22nd front of the Fjord Liberation Army.",
    ],
)
def test_a_group_is_no_state_and_marks_round_its_name_part_nothing(text: str) -> None:
    assert event(reading(text), kind="kidnapping").actors == ("Fjord Liberation Army",)


def test_two_persons_killed_by_somebody_are_two_killings() -> None:
    told = reading("Gunmen murdered Boris Vance in Jos on Monday. The report says the rebels also killed Karl Stone.")
    assert [e.victims for e in told.events] == [("Boris Vance",), ("Karl Stone",)]


def test_a_word_for_people_behind_a_quoted_name_is_not_what_the_group_is_called() -> None:
    told = reading('Police blamed the "Red Dawn" guerrillas for the bombing of a bank in Lima on Monday.')
    assert event(told, kind="bombing").actors == ("Red Dawn",)


def test_death_squads_and_attack_helicopters_are_no_deeds() -> None:
    assert not reading("The mayor spoke of the death squads, of the death penalty and of attack helicopters in Lima on Monday.").events


@pytest.mark.parametrize("words", ["claimed responsibility", "has claimed credit", "took credit", "admitted responsibility"])
def test_who_owns_up_to_a_deed_is_an_armed_group(words: str) -> None:
    text = f"A bomb exploded in Lima on Monday. The Grey Dawn, GD, {words} for the attack."
    _, lines = read_text(text, "", BOOK)
    assert "Grey Dawn" in group_names(lines, BOOK)
    assert event(reading(text), kind="bombing").actors == ("Grey Dawn",)
    assert "Grey Dawn" not in group_names(read_text(text.replace(words, "sold flags"), "", BOOK)[1], BOOK)


def test_who_holds_people_is_told_of_long_after_their_kidnapping() -> None:
    between = "The weather was fine. The market opened. The mayor spoke. "
    told = reading(f"Boris Vance was kidnapped near Lima on Monday. {between}The Fjord Liberation Front met in Cusco.")
    assert event(told, kind="kidnapping").suspects == ("Fjord Liberation Front",)
    told = reading(f"Boris Vance was shot near Lima on Monday. {between}The Fjord Liberation Front met in Cusco.")
    assert not event(told, kind="shooting").suspects


def test_the_subject_reaches_over_quotation_marks_and_brackets() -> None:
    told = reading('The National Police have reported that the "Fjord Liberation Front" [Frente Fjord] bombed a bank in Lima on Monday.')
    assert event(told, kind="strike").actors == ("Fjord Liberation Front",)


def test_a_body_named_before_a_massacre_was_hit_unless_it_bears_arms() -> None:
    assert not event(reading("The Fjord Workers Federation massacre of last week shocked Lima."), kind="killing").actors
    assert event(reading("The Fjord Liberation Front massacre of last week shocked Lima."), kind="killing").actors == (
        "Fjord Liberation Front",
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Guerrillas of the Fjord Liberation Front burned two buses near Lima on Monday.", "arson"),
        ("Nine guests are held hostage by the Fjord Liberation Front in Lima.", "kidnapping"),
        ("The Fjord Liberation Front carried out acts of sabotage against power lines near Lima on Monday.", "attack"),
    ],
)
def test_burning_holding_and_sabotage_are_deeds(text: str, kind: str) -> None:
    assert event(reading(text), kind=kind).actors == ("Fjord Liberation Front",)


@pytest.mark.parametrize(
    "who",
    [
        "Gunmen from the Fjord Liberation Front",
        "Armed men of the Fjord Liberation Front",
        "A suicide bomber from the Fjord Liberation Front",
        "A faction of the Fjord Liberation Front",
        "Militants loyal to the Fjord Liberation Front",
    ],
)
def test_whoever_acts_for_a_group_is_the_group(who: str) -> None:
    assert event(reading(f"{who} killed nine teachers near Gao on Monday."), kind="killing").actors == ("Fjord Liberation Front",)


def test_who_works_for_a_firm_is_not_the_firm() -> None:
    told = reading("Nine men from Fjord Coach Lines killed a teacher near Gao on Monday.")
    assert "Fjord Coach Lines" not in event(told, kind="killing").actors


@pytest.mark.parametrize("who", ["a militant group known as the Fjord Front", "a group calling itself the Fjord Front"])
def test_what_a_group_calls_itself_is_its_name(who: str) -> None:
    assert event(reading(f"A judge was kidnapped near Jos on Monday by {who}."), kind="kidnapping").actors == ("Fjord Front",)


@pytest.mark.parametrize("who", ["Leftist guerrillas", "Ruritanian rebels", "Terrorist groups"])
def test_described_fighters_are_the_only_group_named(who: str) -> None:
    told = reading(f"{BLEW_UP}On Tuesday the pylon was repaired. {who.replace('Ruritanian', 'Peruvian')} kidnapped a judge in Cusco.")
    assert event(told, kind="kidnapping").actors == ("Fjord Liberation Front",)


@pytest.mark.parametrize(
    "told",
    [
        "The attack was the work of the Fjord Liberation Front, officials said.",
        "The attack bore the hallmarks of the Fjord Liberation Front.",
        "The attackers were members of the Fjord Liberation Front, police said.",
        "Police said the gunmen belonged to the Fjord Liberation Front.",
    ],
)
def test_who_the_attackers_were_is_told_behind_the_deed(told: str) -> None:
    text = f"Nine teachers were killed near Gao on Monday. {told}"
    assert any(e.actors == ("Fjord Liberation Front",) and e.victims == ("teachers",) for e in reading(text).events)


def test_attackers_who_were_arrested_belong_to_nobody() -> None:
    told = reading("Nine teachers were killed near Gao on Monday. The attackers were two brothers from Gao. Their work was done.")
    assert not event(told, kind="killing").actors


def test_a_rebel_attack_is_that_of_the_rebels() -> None:
    told = reading(f"{BLEW_UP}On Tuesday a rebel attack on a bus near Cusco killed nine.")
    assert any(e.type == "attack" and e.actors == ("Fjord Liberation Front",) for e in told.events)
    assert not event(reading("On Tuesday a bus attack near Cusco killed nine."), kind="attack").actors


def test_a_place_before_the_rebels_is_no_group_of_theirs() -> None:
    told = reading(f"{BLEW_UP}In Anta and Zelbuan the rebels killed nine teachers on Tuesday.")
    assert event(told, kind="killing").actors == ("Fjord Liberation Front",)


@pytest.mark.parametrize("who", ["A guerrilla column", "A group of guerrillas", "Three heavily armed rebels"])
def test_a_column_of_guerrillas_is_of_the_only_group_named(who: str) -> None:
    told = reading(f"{BLEW_UP}{who} kidnapped a teacher in Cusco on Tuesday.")
    assert event(told, kind="kidnapping").actors == ("Fjord Liberation Front",)


def test_a_military_detachment_is_none_of_the_rebels() -> None:
    told = reading(f"{BLEW_UP}A military detachment kidnapped a teacher in Cusco on Tuesday.")
    assert "Fjord Liberation Front" not in event(told, kind="kidnapping").actors


@pytest.mark.parametrize(
    "words",
    ["the Red Dawn group", "a group called Red Dawn", "the clandestine Red Dawn organization", "the Maoist group Red Dawn"],
)
def test_what_people_join_is_a_group_whatever_its_name(words: str) -> None:
    _, lines = read_text(f"On Monday {words} met in Lima.", "", BOOK)
    assert "Red Dawn" in group_names(lines, BOOK)


def test_words_of_sort_before_a_name_make_no_other_group_of_it() -> None:
    _, lines = read_text("Maoist Fjord Liberation Front rebels met. The Fjord Liberation Front spoke. Narco-terrorists fled.", "", BOOK)
    assert {found.name for found in armed_groups(lines, BOOK)} == {"Fjord Liberation Front"}
