"""What is feared, threatened, meant or done by nobody, and what happened though doubt stands beside it."""

from __future__ import annotations

import pytest

from tests.claim.reader import event, reading


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The mayor threatened to resign after gunmen killed two millers in Maris on Monday.", "killing"),
        ("Police fear that the men who attacked a bank in Maris on Monday may strike again.", "attack"),
        ("A unit was set up to prevent kidnappings after two nurses were abducted in Maris on Monday.", "kidnapping"),
        ("Foreigners might be behind the kidnapping of the banker Leo Finch in Maris on Monday.", "kidnapping"),
        ("The union on Tuesday demanded that the president look into the murder of its leader Leo Finch in Maris on Sunday.", "killing"),
    ],
)
def test_a_deed_behind_a_word_of_doubt_about_something_else_happened(text: str, kind: str) -> None:
    assert event(reading(text), kind=kind).realis == "actual"


@pytest.mark.parametrize(
    "text",
    [
        "The spy had been given the mission of assassinating the mayor of Maris.",
        "The paper told of the possibility of an attack with missiles on the president's plane.",
        "He denied that any millers had been murdered by the rebels.",
        "Rebels have murdered many millers.",
    ],
)
def test_what_is_meant_possible_or_denied_has_not_happened(text: str) -> None:
    assert [told.realis for told in reading(text).events] == ["hypothetical"]


@pytest.mark.parametrize(
    "text",
    [
        "No hostages have been taken in Maris, the mayor said.",
        "No judge was murdered in Maris.",
        "None of the judges was kidnapped in Maris.",
    ],
)
def test_a_deed_of_which_nobody_was_the_victim_is_denied(text: str) -> None:
    assert [told.realis for told in reading(text).events] == ["denied"]


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("The rebels threatened to kill ten judges.", "threatened"),
        ("The rebels vowed to attack the port of Maris.", "threatened"),
        ("The rebels are preparing to attack the port of Maris.", "hypothetical"),
        ("Police foiled a bombing that the rebels had threatened in Maris.", "attempted"),
    ],
)
def test_what_somebody_says_he_will_do_is_a_threat(text: str, realis: str) -> None:
    assert [told.realis for told in reading(text).events] == [realis]


def test_a_deed_that_ceases_is_none() -> None:
    assert not reading("The rebels ceased their acts of sabotage against power lines.").events


@pytest.mark.parametrize(
    "text", ["At least 30 people were killed by a car bomb in Maris.", "A miller was killed by a train driver in Maris."]
)
def test_a_vehicle_that_only_describes_what_killed_is_no_accident(text: str) -> None:
    assert all(told.type != "accident" for told in reading(text).events)


def test_what_proved_false_did_not_happen() -> None:
    assert event(reading("The rumour that the bishop had been murdered proved false."), kind="killing").realis == "hypothetical"
    assert event(reading("The report that the bishop was murdered in Maris on Monday shook the town."), kind="killing").realis == "actual"


@pytest.mark.parametrize(
    "text",
    [
        "Police in Lima uncovered an assassination plot against the president on Monday.",
        "A bomb scare closed the station in Lima on Monday.",
        "The trade in kidnapped children must be stopped.",
        "The novel tells how a banker is kidnapped by his own son.",
        "Experts defused a wartime bomb in Dresden on Monday.",
    ],
)
def test_plots_scares_and_what_only_describes_are_no_deeds(text: str) -> None:
    assert not reading(text).events


def test_what_is_done_until_something_else_has_been_done_is_not_told_of_that() -> None:
    told = reading('The general said: "We cannot rest until we have destroyed the rebel camps near Lima."')
    assert {e.realis for e in told.events if e.type == "attack"} == {"hypothetical"}
    assert not [e for e in reading("The mayor went to Gao to honour murdered judge Boris Vance.").events if e.type == "killing"]


def test_a_former_minister_is_no_old_news() -> None:
    assert not event(reading("A former minister was kidnapped in Lima on Saturday."), kind="kidnapping").background


def test_feared_events_did_not_happen() -> None:
    told = reading("Norway struck a depot in Sweden on Monday. Finland warned of a possible strike on Denmark.")
    assert {e.realis for e in told.events if "Finland" in e.actors or "Denmark" in e.targets} <= {"hypothetical"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police thwarted an attempted bombing in Lima on Monday.", "bombing"),
        ("Police defused a bomb at a school in Lima on Monday.", "bombing"),
        ("A dynamite charge was deactivated in Lima on Monday.", "bombing"),
        ("Gunmen tried to kidnap the mayor in Lima on Monday.", "kidnapping"),
        ("An attempt on the life of a judge in Lima failed on Monday.", "killing"),
        ("Police foiled an attempt to blow up a bridge near Lima on Monday.", "bombing"),
    ],
)
def test_what_came_to_nothing_was_attempted(text: str, kind: str) -> None:
    told = event(reading(text), kind=kind)
    assert (told.realis, told.places[0]) == ("attempted", "Lima")


@pytest.mark.parametrize(
    "text", ["The attempted murder of Senator Boris Vance shocked Lima.", "Gunmen tried to kill Senator Boris Vance in Lima."]
)
def test_who_was_to_be_killed_was_not(text: str) -> None:
    told = reading(text)
    assert {c.stance for c in told.claims if c.attribute == "killed"} <= {"expected"}
    assert not [c for c in told.claims if c.attribute == "victims"]


def test_who_was_tried_for_killing_killed() -> None:
    assert all(e.realis != "attempted" for e in reading("He was tried for killing nine people in Lima.").events)


@pytest.mark.parametrize(
    "text",
    [
        "Police foil attack on a church in Lima.",
        "An attack on the port of Lima was thwarted by guards on Monday.",
        "Officials said that a suicide attack had been averted in Lima.",
        "A bombing at the port of Lima has been narrowly averted, guards said.",
    ],
)
def test_what_was_foiled_was_tried(text: str) -> None:
    assert [e.realis for e in reading(text).events] == ["attempted"]


def test_an_attack_beside_something_foiled_has_happened() -> None:
    assert reading("An attack on the port of Lima was reported on Monday, and a plan to flee was foiled.").events[0].realis == "actual"


@pytest.mark.parametrize(
    "text",
    [
        "No shots were fired in Lima on Monday.",
        "Not a single shot was fired in Lima on Monday.",
        "There were no clashes in Lima on Monday.",
    ],
)
def test_what_did_not_happen_is_no_event(text: str) -> None:
    assert reading(text).events == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They demanded that the army explain the murder of a priest in Tana.", "actual"),
        ("They demand that those guilty of the murder of a priest in Tana be found.", "actual"),
        ("They demanded that the army end the murder of priests in Tana.", "hypothetical"),
        ("They urged the army to prevent the murder of a priest in Tana.", "hypothetical"),
    ],
)
def test_who_wants_a_deed_explained_or_punished_takes_it_for_a_fact(text: str, expected: str) -> None:
    assert event(reading(text), kind="killing").realis == expected


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Ruritanian navy on Saturday prevented Zendan rebels from attacking a tanker near Maris.", ["Zendan"]),
        ("A Peruvian frigate thwarted another attack on a tanker near Maris.", []),
        ("The rebels were kept from attacking a tanker near Maris by the Ruritanian navy.", ["rebels"]),
    ],
)
def test_who_keeps_somebody_from_a_deed_does_none(text: str, actors: list[str]) -> None:
    told = event(reading(text), kind="attack")
    assert (told.realis, list(told.actors)) == ("attempted", actors)


def test_a_deed_that_is_spoken_of_as_useless_has_not_happened() -> None:
    attack = event(reading("A Ruritanian admiral said attacking the port of Maris probably would be useless."), kind="attack")
    killing = event(reading("A Ruritanian admiral said attacking rebels killed nine in Maris on Sunday."), kind="killing")
    assert (attack.realis, killing.realis) == ("hypothetical", "actual")
