"""What strangers share by chance joins two events among five articles, and not among the hundreds of one day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from test_linked_events import RULES, grouped, mention, reading, seen

from discrepancy.model.claims import Claim, Reading
from discrepancy.model.values import Quantity, day, exactly
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


def told_of(article: str, kind: str, when: date, place: str, person: str) -> Reading:
    made = mention(article, type=kind, main=True, places=(place, "NORLAND"), when=day(when))
    found = reading(made, killed=12)
    age = Claim(f"{article}:a", article, "age", exactly(40), seen(article, "40"), "r", event=made.id, entity=person)
    return replace(found, claims=(*found.claims, age))


@pytest.mark.parametrize("kind", ["quake", "fire"])
def test_another_kind_on_the_next_day_is_another_event_in_a_crowd(kind: str) -> None:
    one = told_of("a", "accident", date(2024, 3, 5), "Aldby", "Ada Brandt")
    other = told_of("b", kind, date(2024, 3, 6), "Aldby", "Carl Dahl")
    assert {"a:event:1", "b:event:1"} in grouped(one, other)
    assert {"a:event:1", "b:event:1"} not in grouped(one, other, *crowd())


def test_somebody_among_the_dead_is_no_toll_that_two_happenings_of_one_town_and_day_share() -> None:
    def one_among(article: str, kind: str, killed: int) -> Reading:
        found = reading(mention(article, type=kind, main=True, places=("Aldby", "NORLAND"), when=DAY), killed=killed)
        somebody = replace(found.claims[0], id=f"{article}:o", value=Quantity(1, None))
        return replace(found, claims=(*found.claims, somebody))

    fire = one_among("a", "fire", 34)
    assert {"a:event:1", "b:event:1"} not in grouped(fire, one_among("b", "bombing", 22), *crowd())
    assert {"a:event:1", "b:event:1"} in grouped(fire, one_among("b", "fire", 22), *crowd())


def test_a_slip_of_the_month_is_believed_in_a_crowd_where_person_and_place_are_the_same() -> None:
    one = told_of("a", "quake", date(2024, 3, 5), "Aldby", "Ada Brandt")
    slipped = told_of("b", "quake", date(2024, 2, 5), "Aldby", "Ada Brandt")
    elsewhere = told_of("b", "quake", date(2024, 2, 5), "Birk", "Ada Brandt")
    assert {"a:event:1", "b:event:1"} in grouped(one, slipped, *crowd())
    assert {"a:event:1", "b:event:1"} in grouped(one, elsewhere)
    assert {"a:event:1", "b:event:1"} not in grouped(one, elsewhere, *crowd())


def test_two_towns_of_one_land_are_two_happenings_where_nothing_else_is_shared() -> None:
    one = reading(mention("a", main=True, places=("Aldby", "NORLAND"), when=DAY), killed=1)
    other = reading(mention("b", main=True, places=("Birk", "NORLAND"), when=DAY), killed=1)
    assert {"a:event:1", "b:event:1"} not in grouped(one, other)
    unplaced = reading(mention("b", main=True, places=("NORLAND",), when=DAY), killed=1)
    assert {"a:event:1", "b:event:1"} in grouped(one, unplaced)
