"""Deeds of a kind, which are no one event, and those that number, article, name or time make one."""

from __future__ import annotations

import pytest

from tests.claim.reader import event, reading


@pytest.mark.parametrize(
    "text",
    [
        "Rebels are killing farmers.",
        "They will go on murdering judges.",
        "Judges have been murdered.",
        "The rebels have murdered judges.",
        "They are killing Peruvians.",
        "The law must halt the murder of peasants.",
        "The murder of so many farmers goes on.",
        "The murder and kidnapping of students, teachers and farmers goes on.",
        "The murder of children and the maiming of farmers goes on.",
        "The killing of journalists must stop.",
        "The bishop called for an end to the killing of farmers in Jos.",
        "A course on how to fight kidnapping in Jos was offered.",
        "The mayor denied that soldiers had murdered farmers in Jos.",
        "Rebels who bomb pylons and kill farmers are no heroes.",
        "The rebels intended to murder the mayor.",
    ],
)
def test_deeds_against_a_kind_of_people_are_no_event_that_happened(text: str) -> None:
    events = reading(text).events
    assert events and all(told.realis == "hypothetical" for told in events)


@pytest.mark.parametrize(
    "text",
    [
        "Two judges have been murdered.",
        "The judges have been murdered.",
        "Boris Vance has murdered a judge.",
        "Judges have been murdered in Jos.",
        "Rebels murdered judges.",
        "Rebels are killing farmers in Jos today.",
        "A court condemned the murder of the peasants.",
        "The union demanded that Monday's murder of peasants be looked into.",
        "The mayor denied that soldiers had murdered the two judges in Jos.",
        "The rebels are holding judges hostage and are killing two of them.",
    ],
)
def test_number_article_place_or_time_make_an_event_of_it(text: str) -> None:
    assert event(reading(text), kind="killing").realis == "actual"


def test_what_came_of_an_event_is_as_sure_as_the_event() -> None:
    assert event(reading("A bomb went off in Jos on Monday, killing farmers."), kind="bombing").realis == "actual"


@pytest.mark.parametrize("text", ["Teachers are being held hostage in a school in Jos.", "Gunmen are holding teachers hostage in Jos."])
def test_hostages_that_are_held_were_taken(text: str) -> None:
    assert event(reading(text), kind="kidnapping").realis == "actual"


def test_a_deed_that_shares_its_people_with_another_happened_where_they_are_some() -> None:
    events = reading("The murder and kidnapping of two students shook Jos.").events
    assert events and all(told.realis == "actual" for told in events)


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("The gunmen entered the house to kill the mayor of Tana.", "hypothetical"),
        ("Guerrillas kidnap farmers in Tana to finance their fight.", "hypothetical"),
        ("The gunmen managed to kill the mayor of Tana.", "actual"),
        ("The gunmen went on to kidnap the mayor of Tana.", "actual"),
        ("The gunmen did kill the mayor of Tana.", "actual"),
        ("The gunmen killed the mayor of Tana.", "actual"),
    ],
)
def test_an_aim_and_a_habit_are_no_deed(text: str, realis: str) -> None:
    assert [e.realis for e in reading(text).events if e.type in ("killing", "kidnapping")] == [realis]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Three people were killed on Tuesday when a freight train struck a van near Lima.", {"accident"}),
        ("A rocket struck a van near Lima on Tuesday and killed three people.", {"strike"}),
        ("A ferry hit a pier near Lima on Tuesday.", {"accident"}),
        ("Two boys drowned when a boat capsized near Lima on Tuesday.", {"accident"}),
        ("Police held two men over the raid on a bank in Lima on Tuesday.", {"theft"}),
    ],
)
def test_what_befalls_people_every_day_is_told_from_war(text: str, kinds: set[str]) -> None:
    assert {e.type for e in reading(text).events} == kinds
