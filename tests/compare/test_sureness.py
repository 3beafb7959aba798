"""How sure it must be that an answer is one to the question before it is held against another aloud."""

from __future__ import annotations

import pytest
from articles_checked import findings, rows

PADDING = "The council will talk about lights and hedges next week, and the school will stay shut. " * 18
HEAD = "A gunman wounded {} people at a fair in Alton, Texas, on Monday, police said. {}"
BELOW = "A shooting shook a fair in Alton, Texas, on Monday. {}The shooting at the fair wounded {} people."


@pytest.mark.parametrize(
    ("article", "told"),
    [
        (BELOW.format(PADDING, 4), {"told-late": "note"}),
        (BELOW.format("", 4), {"conflicts": "warning"}),
        (BELOW.format(PADDING, 9), {"conflicts": "warning"}),
    ],
    ids=["a lower figure far down", "the same in the head", "a higher figure far down"],
)
def test_a_lower_toll_far_down_in_an_article_may_be_a_part(article: str, told: dict[str, str]) -> None:
    assert rows("injured", ("2024-03-05", HEAD.format(7, "The mayor spoke.")), ("2024-03-05", article)) == told


def test_who_did_it_rests_on_no_toll_of_its_sentence() -> None:
    one = "A bombing by the Red Dawn Front killed two people and wounded seven at a fair in Alton, Texas, on Monday."
    deed = "The bombing of the fair, which killed two people and wounded seven, was carried out by the Black Fern Movement."
    other = f"A bombing killed two people at a fair in Alton, Texas, on Monday. {PADDING}{deed}"
    found = [f for f in findings(("2024-03-05", one), ("2024-03-05", other)) if f.question.attribute == "actor"]
    assert [(f.rule, f.depends_on) for f in found] == [("decide.told-late.name", ())]


@pytest.mark.parametrize(("told", "held"), [("who was 17 when the mill burned", False), ("who is 17", True)])
def test_an_age_of_another_time_is_no_other_age(told: str, held: bool) -> None:
    first = f"Bo Quist, {told}, was charged in Alton, Texas, on Monday with setting fire to a mill, police said."
    second = "Bo Quist, 19, was charged in Alton, Texas, on Monday with setting fire to a mill, police said."
    assert ("conflicts" in rows("age", ("2024-03-05", first), ("2024-03-05", second))) == held


@pytest.mark.parametrize(("told", "held"), [("A neighbor heard 12 shots.", False), ("The gunman fired 12 shots.", True)])
def test_what_somebody_heard_is_no_count(told: str, held: bool) -> None:
    at = "A gunman wounded Ann Holm, 31, outside a bar in Alton, Texas, on Monday. {}"
    found = rows("count", ("2024-03-05", at.format(told)), ("2024-03-05", at.format("The gunman fired 20 shots.")))
    assert ("conflicts" in found) == held


@pytest.mark.parametrize(
    ("told", "held"),
    [
        ("The 13-year-old had come by car. A 40-year-old was hurt.", False),
        ("The police chief of the county spoke of Quist. The 13-year-old had come by car.", False),
        ("The 13-year-old had come by car.", True),
        ("Bo Quist, 13, had come by car. A 40-year-old was hurt.", True),
    ],
)
def test_an_age_alone_is_no_ground_for_a_warning_where_another_may_be_meant(told: str, held: bool) -> None:
    first = f"Bo Quist was shot dead on Elm Street in Alton, Texas, on Monday, police said. {told}"
    second = "Bo Quist, 16, was shot dead on Elm Street in Alton, Texas, on Monday, police said."
    assert any(level == "warning" for level in rows("age", ("2024-03-05", first), ("2024-03-05", second)).values()) == held


def test_two_polls_ask_other_people() -> None:
    event = "Rioters clashed with police in Alton, Texas, on Monday, after Bo Rudd was shot dead. "
    one = event + "A poll for the Lantern found that 68 percent of voters believe that the mayor mishandled the clashes."
    other = event + "A survey by the Herald found that 83 percent of voters believe that the mayor mishandled the clashes."
    assert rows("count", ("2024-03-05", one), ("2024-03-05", other)) == {"polled": "note"}


@pytest.mark.parametrize(
    ("told", "held"),
    [
        ("The gunman killed three women at the fair and wounded 4 people.", True),
        ("The gunman killed three women at the fair. Four people were wounded.", False),
        ("The gunman killed two women at the fair and wounded 4 people.", False),
    ],
    ids=["beside the dead of both articles", "in another sentence", "beside other dead"],
)
def test_a_toll_far_down_beside_one_that_both_articles_give_is_no_part(told: str, held: bool) -> None:
    first = "A gunman killed three women and wounded 7 people at a fair in Alton, Texas, on Monday, police said. The mayor spoke."
    second = f"A shooting shook a fair in Alton, Texas, on Monday. {PADDING}{told}"
    assert ("conflicts" in rows("injured", ("2024-03-05", first), ("2024-03-05", second))) == held
