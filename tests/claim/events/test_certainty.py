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


def test_a_former_minister_is_no_old_news() -> None:
    assert not event(reading("A former minister was kidnapped in Lima on Saturday."), kind="kidnapping").background
