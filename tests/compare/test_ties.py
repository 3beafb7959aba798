"""What two articles must share before their days and tolls are held against each other aloud."""

from __future__ import annotations

import pytest
from articles_checked import loud

BRIDGE = "A bridge collapsed in Alton, Texas, on {}, killing {} workers, police said. {}"


@pytest.mark.parametrize(("days", "dead", "more", "held"), [
    (("March 4", "March 5"), (3, 8), "", False),
    (("March 4", "March 5"), (3, 3), "", True),
    (("March 4", "March 5"), (3, 8), "Ann Holm, 31, saw it fall.", True),
])  # fmt: skip
def test_two_days_are_a_conflict_where_a_toll_or_a_person_stands_in_both(
    days: tuple[str, str], dead: tuple[int, int], more: str, held: bool
) -> None:
    articles = [("2024-03-06", BRIDGE.format(f"{day}, 2024", number, more)) for day, number in zip(days, dead, strict=True)]
    assert ("decide.conflicts date" in loud(*articles)) == held


@pytest.mark.parametrize(
    ("dead", "more", "held"), [((4, 21), "", False), ((4, 7), "", True), ((4, 21), "Ann Holm, 31, saw it fall.", True)]
)
def test_a_toll_many_times_another_wants_something_that_stands_in_both(dead: tuple[int, int], more: str, held: bool) -> None:
    articles = [("2024-03-06", BRIDGE.format("Monday", number, more)) for number in dead]
    assert ("decide.conflicts killed" in loud(*articles)) == held


def test_a_high_count_of_one_sort_of_people_ties_two_articles() -> None:
    walkout = "Some {} workers at the shipyard in Alton, Texas, went on strike on {}."
    days = ("Monday", "Thursday")
    one = [("2024-03-10", walkout.format("2,400", day)) for day in days]
    two = [("2024-03-10", walkout.format(number, day)) for number, day in zip(("2,400", "700"), days, strict=True)]
    assert "decide.conflicts date" in loud(*one)
    assert "decide.conflicts date" not in loud(*two)


def test_two_articles_that_share_hardly_a_name_tell_of_two_happenings() -> None:
    first = (
        "2024-03-06",
        "A bomb blew up at a bank in Alton on Monday, killing 3 people. Mayor Per Lund went to Elm Street with Chief Ida Moss. "
        "The bank belongs to Nils Rudd, said a friend of Tove Berg.",
    )
    second = (
        "2024-03-06",
        "A bomb blew up at a bank in Alton on Monday, killing {} people. {} The clerks of Vine Square were led away by Captain Hugo Frey, "
        "whom Una Trent and Carl Dunn had called.",
    )
    strange = second[1].format(7, "")
    assert "decide.conflicts killed" not in loud(first, (second[0], strange))
    known = second[1].format(7, "There was Mayor Per Lund too, with Chief Ida Moss and the owner, Nils Rudd.")
    assert "decide.conflicts killed" in loud(first, (second[0], known))
