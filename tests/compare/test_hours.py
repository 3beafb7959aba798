"""Whether the times of day that two articles tell are those of one happening."""

from __future__ import annotations

import pytest
from articles_checked import rows
from claim_making import laid, only

RAID = "Ann Holm, 31, was shot in Alton, Texas, {} on Monday, police said. She is in hospital."


@pytest.mark.parametrize(
    ("clocks", "told"),
    [
        (("at 6 p.m.", "at 7 p.m."), {"conflicts": "warning"}),
        (("at 1 p.m.", "at 6 p.m."), {"hours-off": "note"}),
        (("at 6 a.m.", "at 6 p.m."), {"conflicts": "warning"}),
    ],
    ids=["an hour", "five hours", "morning for evening"],
)
def test_times_hours_apart_are_of_two_things(clocks: tuple[str, str], told: dict[str, str]) -> None:
    assert rows("time", *(("2024-03-06", RAID.format(clock)) for clock in clocks)) == told


def test_what_has_several_hours_is_not_held_to_one() -> None:
    deed = "Three people were shot in Alton, Texas, {} on Monday, police said."
    spree = [("2024-03-06", deed.format(told)) for told in ("at 6 p.m.", "in a spree at 7 p.m.")]
    assert rows("time", *spree) == {"several-hours": "note"}
    both = laid("a: time=18:00 @bridge", "a: time=19:00", "b: time=19:00 @bridge")
    assert only(both).rule == "decide.several-hours"


def test_one_quake_has_one_time_however_far_apart_two_reports_put_it() -> None:
    quake = "A magnitude 5.8 quake struck near Izmir in Turkey at {} on March 3, injuring 14 people."
    articles = [("2024-03-04", quake.format(clock)) for clock in ("6:42 a.m. local time", "08:15 GMT")]
    assert rows("time", *articles) == {"conflicts": "warning"}


def test_times_of_day_that_are_hours_apart_need_a_tie() -> None:
    apart = laid("a: time=09:20 @bridge", "b: time=12:25 @bridge")
    assert apart.findings == () and {pair.field for pair in apart.not_compared} == {"event"}
    assert only(laid("a: time=09:20 @bridge", "b: time=10:25 @bridge")).level == "warning"
    slip = only(laid("a: time=09:20 @bridge", "b: time=21:20 @bridge"))
    assert slip.question.attribute == "time"
    street = ("a: place='1100 block of Elm Road' scope=street @bridge", "b: place='1100 block of North Elm Road' scope=street @bridge")
    assert only(laid("a: time=09:20 @bridge", "b: time=12:25 @bridge", *street)).question.attribute == "time"


def test_hours_apart_part_no_happening_of_many_dead() -> None:
    blast = "A bomb exploded at a market in Izmir in Turkey {} on Monday, killing {} people."
    grave = [("2024-03-06", blast.format(*told)) for told in (("at 9 a.m.", "28"), ("at 11:40 in the morning", "31"))]
    assert rows("time", *grave) == {"conflicts": "warning"}
    small = [("2024-03-06", blast.format(*told)) for told in (("at 9 a.m.", "two"), ("at 11:40 in the morning", "four"))]
    assert "conflicts" not in rows("time", *small)


def test_the_morning_of_a_day_is_neither_its_evening_nor_nine_at_night() -> None:
    told = "The editor Bo Quist, 61, was shot dead outside his home in Izmir in Turkey {}, police said."
    articles = [("2024-03-06", told.format(part)) for part in ("on Monday morning", "on Monday evening", "on Monday at 9 p.m.")]
    assert rows("time", articles[0], articles[1]) == {"conflicts": "warning"}
    assert rows("time", articles[0], articles[2]) == {"conflicts": "warning"}
    assert "conflicts" not in rows("time", articles[1], articles[2])


def test_a_part_of_another_day_or_of_an_unknown_one_says_nothing_of_the_hour() -> None:
    assert laid("a: date=2024-03-04Tmorning @bridge", "b: time=21:00 @bridge").findings == ()
    days = laid("a: date=2024-03-04Tmorning @bridge", "b: date=2024-03-05Tevening @bridge")
    assert {finding.question.attribute for finding in days.findings} == {"date"}


def test_as_many_hurt_are_of_one_happening_however_far_apart_the_hours() -> None:
    told = "Police fired on strikers near Izmir in Turkey {} on Thursday, killing five and wounding 31."
    articles = [("2024-03-09", told.format(clock)) for clock in ("at 3:45 p.m.", "at 1 p.m.")]
    assert rows("time", *articles) == {"conflicts": "warning"}


def test_a_storm_has_no_hour_of_its_own() -> None:
    told = "A storm hit Izmir in Turkey {} and killed 31 people."
    articles = [("2024-03-06", told.format(part)) for part in ("on Monday morning", "on Monday evening")]
    assert rows("time", *articles) == {}
