"""Figures of one thing found in several articles, and figures that only stand near each other."""

from __future__ import annotations

import pytest

from discrepancy import check, rulebook
from discrepancy.ingest import inputs_from_records
from discrepancy.model.findings import Question, Report

ROADS = "Marlow Bridge in Elmford was closed by engineer Ines Quade of the Northern Roads Trust on Tuesday."


def laid(*bodies: str) -> Report:
    records = [
        {"doc_id": f"a{n}", "text": f"{ROADS} {body} The Trust and Quade will meet the town of Elmford again.", "source": f"Outlet {n}"}
        for n, body in enumerate(bodies)
    ]
    return check(inputs_from_records(records), rulebook())


def figures(report: Report) -> list[str]:
    return [f.message for f in report.findings if f.question.attribute in ("count", "money", "distance", "duration")]


@pytest.mark.parametrize(
    "bodies",
    [
        ("The repair contract for the bridge is worth $80 million.", "The Trust signed a repair contract worth $82 million."),
        ("Workers replaced 14 steel cables on the bridge deck.", "The workers had replaced 19 steel cables, Quade said."),
        ("A cracked girder fell 60 metres into the ravine below.", "The cracked girder had fallen 150 metres into the ravine."),
    ],
    ids=["money", "count", "distance"],
)
def test_two_figures_of_one_thing_meet(bodies: tuple[str, str]) -> None:
    assert len(figures(laid(*bodies))) == 1


@pytest.mark.parametrize(
    "bodies",
    [
        ("Workers replaced 14 steel cables on the bridge deck.", "Drivers waited beside 19 broken lamps, Quade said."),
        ("The town lies 60 kilometres south of the capital.", "A detour of 90 kilometres through the hills was opened."),
        ("Workers replaced 14 steel cables on the bridge deck.", "Workers replaced fourteen steel cables on the deck."),
        ("Workers replaced 14 steel cables on the bridge deck.", "Workers replaced several steel cables on the deck."),
        ("Workers replaced 14 steel cables on the bridge deck.", "Workers checked 1,900 steel cables on the bridge deck."),
        ("It is the third bridge to be closed in just three days.", "It is the fifth bridge to be closed in the last eight days."),
    ],
    ids=["other things", "other lengths", "one figure", "no figure", "too far apart", "days until each article"],
)
def test_figures_of_two_things_do_not(bodies: tuple[str, str]) -> None:
    assert figures(laid(*bodies)) == []


def test_figures_of_two_stories_do_not_meet() -> None:
    records = [
        {"doc_id": "a", "text": f"{ROADS} Workers replaced 14 steel cables on the deck."},
        {
            "doc_id": "b",
            "text": "In Tarnow, mayor Leo Brandt of the Harbour League opened a pier. Workers had replaced 19 steel cables on the deck.",
        },
    ]
    assert figures(check(inputs_from_records(records), rulebook())) == []


def test_in_a_crowd_only_articles_of_one_week_share_a_story_by_their_names() -> None:
    def asked(later: str) -> list[Question]:
        bodies = {"2024-03-05": "Workers replaced 14 steel cables on the deck.", later: "Workers replaced 19 steel cables on the deck."}
        pair = [{"doc_id": f"a{n}", "text": f"{ROADS} {body}", "published": day} for n, (day, body) in enumerate(bodies.items())]
        others = [
            {"doc_id": f"m{n}", "text": f"In Tarnow, Leo Brandt bought {n + 3} ponds on Monday.", "published": "2024-03-05"}
            for n in range(45)
        ]
        found = check(inputs_from_records([*pair, *others]), rulebook()).findings
        return [one.question for one in found if one.question.population == "steel cables"]

    assert asked("2024-03-08")
    assert not asked("2024-06-08")


def test_articles_that_share_no_event_share_their_story() -> None:
    report = laid("The repair contract for the bridge is worth $80 million.", "The Trust signed a repair contract worth $82 million.")
    (asked,) = [f.question for f in report.findings if f.question.attribute == "money"]
    assert asked.event in {event.id for event in report.events}


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Jurors reached a verdict after 30 hours of deliberation.", "It took the jurors 40 hours of deliberation to agree.", 1),
        ("A fire raged in the mill for 30 hours.", "Quade had worked for the Trust for 20 hours.", 0),
        ("Raiders struck on Friday and attacked at least three banks and a ministry.", "They attacked a ministry and two banks.", 1),
    ],
    ids=["durations", "other durations", "told of an event by one of them"],
)
def test_measures_that_only_one_article_ties_to_an_event_find_their_like(one: str, other: str, found: int) -> None:
    assert len(figures(laid(one, other))) == found


@pytest.mark.parametrize(
    ("second", "found"), [("Its centre lay 110 km from Lima.", 1), ("Lima lies 110 km from the sea, where it was felt.", 0)]
)
def test_how_far_it_was_from_a_place_is_not_how_far_that_place_lies(second: str, found: int) -> None:
    records = [
        {"doc_id": "a", "text": "A quake of magnitude 6.1 killed nine people in Huacho on Sunday. Its centre lay 70 km from Lima."},
        {"doc_id": "b", "text": f"Nine people died when a quake of magnitude 6.1 hit Huacho on Sunday. {second}"},
    ]
    told = [{**record, "published": "2024-03-11"} for record in records]
    assert len(figures(check(inputs_from_records(told), rulebook()))) == found
