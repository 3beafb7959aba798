"""When two names for who did a thing, or for where it was, contradict each other."""

from __future__ import annotations

import pytest
from articles_checked import findings, loud

STRIKE = "{} struck a rebel base in the town of Zakho on {}, killing nine fighters, officials said. The base near Zakho burned for hours."
SHOOTING = "A man was shot dead in {} on Monday, police said. {} The town was in shock, and the mayor said that help would come."


def levels(attribute: str, *texts: str) -> list[str]:
    return [f.level for f in findings(*(("2024-03-13", text) for text in texts)) if f.question.attribute == attribute]


@pytest.mark.parametrize(("day", "found"), [("Tuesday", ["warning"]), ("Sunday", ["note"])])
def test_two_powers_are_two_answers_only_where_the_deed_is_one(day: str, found: list[str]) -> None:
    assert levels("actor", STRIKE.format("Turkey", "Tuesday"), STRIKE.format("Iran", day)) == found


def test_two_persons_before_two_verbs_are_no_two_answers() -> None:
    first = SHOOTING.format("Salem, Oregon,", "Orrin Pell shot him at a bar.")
    second = SHOOTING.format("Salem, Oregon,", "Wade Burke shot back and was hurt, witnesses said.")
    assert levels("actor", first, second) == ["note"]


@pytest.mark.parametrize(
    ("more", "found"), [("", ["warning"]), ("He had come from Salem that day.", ["note"])], ids=["only its own", "the other too"]
)
def test_who_names_the_other_place_too_may_tell_of_it_elsewhere(more: str, found: list[str]) -> None:
    first = SHOOTING.format("Salem, Oregon,", "Orrin Pell, 31, died on Elm Street.")
    second = SHOOTING.format("Eugene, Oregon,", f"Orrin Pell, 31, died on Elm Street. {more}")
    assert levels("place", first, second) == found


def test_the_one_who_did_it_is_no_other_name_for_who_was_killed() -> None:
    first = ("2024-03-06", "A shooting at a bar in Alton, Texas, on Monday left a woman dead. Officers came within minutes.")
    second = ("2024-03-06", "A shooting at a bar in Alton, Texas, on Monday was the third of the month. The gunman died, police said.")
    assert not any("victims" in key for key in loud(first, second))
