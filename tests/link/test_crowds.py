"""What strangers share by chance joins two events among five articles, and not among the hundreds of one day."""

from __future__ import annotations

from datetime import date

from test_linked_events import RULES, grouped, mention, reading

from discrepancy.model.claims import Reading
from discrepancy.model.values import day
from discrepancy.rulebook.kinds.linking import LinkThreshold

DAY = day(date(2024, 3, 5))
CROWD = RULES.of(LinkThreshold)[0].crowd


def told(article: str, place: str, killed: int) -> Reading:
    return reading(mention(article, main=True, places=(place, "NORLAND"), when=DAY), killed=killed)


def crowd() -> list[Reading]:
    """As many articles as make a crowd, each of another strike of the day."""
    return [told(f"m{number:03}", f"Town {number}", 1000 + number) for number in range(CROWD)]


def test_a_toll_shared_by_chance_joins_two_reports_alone_and_not_in_a_crowd() -> None:
    one, other = told("a", "Aldby", 12), told("b", "Birk", 12)
    assert {"a:event:1", "b:event:1"} in grouped(one, other)
    assert {"a:event:1", "b:event:1"} not in grouped(one, other, *crowd())


def test_reports_of_one_place_are_joined_in_a_crowd_too() -> None:
    one, other = told("a", "Aldby", 12), told("b", "Aldby", 14)
    assert {"a:event:1", "b:event:1"} in grouped(one, other, *crowd())


def test_another_day_is_no_part_of_the_crowd() -> None:
    late = {"places": ("Aldby", "NORLAND"), "when": day(date(2024, 6, 5)), "main": True}
    pair = reading(mention("a", **late), killed=12), reading(mention("b", **{**late, "places": ("Birk", "NORLAND")}), killed=12)
    assert {"a:event:1", "b:event:1"} in grouped(*pair, *crowd())
