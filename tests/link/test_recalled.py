"""What two articles recall in passing, and what ties it: a month, a person hurt, a village that no gazetteer knows."""

from __future__ import annotations

import pytest

from discrepancy import check, rulebook
from discrepancy.ingest import inputs_from_records
from discrepancy.model.findings import Report

TALKS = "Envoys of Peru and Chile met in Lima on Wednesday."


def laid(*bodies: str) -> Report:
    records = [
        {"doc_id": f"a{n}", "text": f"{TALKS} {body}", "source": f"Outlet {n}", "published": "2021-11-04"} for n, body in enumerate(bodies)
    ]
    return check(inputs_from_records(records), rulebook())


def why(report: Report, kind: str) -> str:
    """What holds the mentions of the two articles together, where an event of the kind has both."""
    return " ".join(line for event in report.events if event.type == kind for line in event.why)


@pytest.mark.parametrize(
    ("second", "one"),
    [
        ("Clashes in Arica in February killed 14.", True),
        ("Clashes in Arica in June killed 14.", False),
        ("Clashes in Arica on 3 February killed 14.", False),
    ],
    ids=["one-month", "two-months", "a-day"],
)
def test_a_fight_recalled_by_its_month_alone_is_one_of_that_month(second: str, one: bool) -> None:
    assert ("both of one month" in why(laid("In February clashes in Arica killed ten people.", second), "clash")) is one


def test_who_was_hurt_ties_what_is_told_of_him() -> None:
    one = "The party is led by Bo Quist, who was wounded in an ambush in August."
    assert "both name Bo Quist" in why(laid(one, "Bo Quist, who was hurt in an ambush, will speak on Friday."), "clash")
    assert "both name" not in why(laid(one, "Ann Rudd, who was hurt in an ambush, will speak on Friday."), "clash")


def test_the_younger_girl_of_another_article_is_the_one_that_this_one_recalls() -> None:
    one = "A 3-year-old girl was shot and killed in Lima on Monday. Police seek a man."
    other = "An 8-year-old girl was shot in the arm in Lima on Wednesday. On Monday a 3-year-old girl was shot and killed there."
    shootings = [event for event in laid(one, other).events if event.type == "shooting"]
    assert sorted((len(event.articles), event.date.first.day) for event in shootings if event.date and event.date.first) == [(1, 3), (2, 1)]


def test_what_was_struck_in_one_article_is_where_it_was_in_the_other() -> None:
    one = "On Tuesday shelling in Nahal killed 13 civilians."
    struck = "what was struck in one, Nahal"
    assert struck in why(laid(one, "Thirteen civilians were killed when shells fell on Nahal."), "strike")
    assert struck not in why(laid(one, "Thirteen civilians were killed when shells fell on Orrel."), "strike")


BOMB = "A bomb exploded in Lima on {}, killing four people."


def test_a_bomb_that_an_article_recalls_is_not_taken_for_the_others_own() -> None:
    first = f"{BOMB.format('Wednesday')} The attack came a day after nine people died in a blast in Cusco."
    second = f"{BOMB.format('Tuesday')} Nine people had died in a blast in Cusco."
    report = laid(first, second)
    assert sorted((event.label, len(event.articles)) for event in report.events if event.type == "bombing") == [
        ("Bombing in Cusco", 2),
        ("Bombing in Lima", 2),
    ]
    assert [finding.question.attribute for finding in report.findings if finding.level == "warning"] == ["date"]


def test_a_bomb_in_another_town_of_the_country_is_not_the_one_the_article_is_about() -> None:
    one = f"{BOMB.format('Wednesday')} In November, nine soldiers lost their lives when a bomb exploded in Cusco."
    assert sorted(event.label for event in laid(one).events if event.type == "bombing") == ["Bombing in Cusco", "Bombing in Lima"]


@pytest.mark.parametrize(("second", "articles"), [("July 9", 2), ("July 8", 1)])
def test_an_older_day_that_two_articles_of_one_story_recall_is_of_one_event(second: str, articles: int) -> None:
    story = "A bomb exploded in Lima on Wednesday, killing four people. Ann Rudd of the Zenda Front and Bo Quist of Peru condemned it."
    one = f"{story} On July 9 a bomb in the suburb of Orrel wounded 53 people."
    other = f"{story} Seventeen people were hurt when a bomb exploded in the same suburb on {second}."
    days = [event for event in laid(one, other).events if event.date is not None and event.date.first.month == 7]
    assert max(len(event.articles) for event in days) == articles
