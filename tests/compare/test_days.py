"""Whether the days that two articles tell are those of one happening."""

from __future__ import annotations

import pytest
from articles_checked import loud, rows

MONDAY = ("2024-03-04", "Shells hit the market of Alton, Texas, on Monday, killing {} people and wounding 9, the mayor said.")
THURSDAY = ("2024-03-07", "Shells hit the market of Alton, Texas, on Thursday, killing {} people and wounding {}, the mayor said.")


def test_two_issues_that_each_tell_of_their_own_day_are_held_against_each_other_in_nothing() -> None:
    assert loud((MONDAY[0], MONDAY[1].format(12)), (THURSDAY[0], THURSDAY[1].format(14, 17))) == {}


def test_a_toll_in_both_makes_two_days_one_happening() -> None:
    assert "decide.conflicts date" in loud((MONDAY[0], MONDAY[1].format(12)), (THURSDAY[0], THURSDAY[1].format(12, 9)))


ALTON = "Ann Holm, 31, was shot dead outside a bar in Alton, Texas, on {}, police said. {}"


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((("2024-03-05", "Sunday"), ("2024-03-12", "Sunday")), {"one-weekday": "note"}),
        ((("2024-03-05", "March 3"), ("2024-03-12", "March 10")), {"conflicts": "warning"}),
    ],
    ids=["a weekday under two stamps", "days with their numbers"],
)
def test_a_weekday_counted_from_two_issues_is_no_conflict(days: tuple[tuple[str, str], ...], told: dict[str, str]) -> None:
    assert rows("date", *((issue, ALTON.format(day, "Police seek a man.")) for issue, day in days)) == told


@pytest.mark.parametrize(
    ("second", "told"),
    [("on Jan. 19", {"year-open": "note"}), ("on Jan. 19, 2016", {"conflicts": "warning"})],
    ids=["a look back without its year", "a year in print"],
)
def test_a_day_whose_year_the_reader_adds_is_no_conflict(second: str, told: dict[str, str]) -> None:
    first = ("2015-02-25", ALTON.format("Jan. 19, 2015", "Police seek a man."))
    assert rows("date", first, ("2016-08-15", ALTON.format(second.removeprefix("on "), "A man was sentenced."))) == told


@pytest.mark.parametrize(
    ("second", "told"),
    [("Saturday", {"attributed": "warning"}), ("Sunday", {"days-off": "note"})],
    ids=["one march", "the next day's"],
)
def test_who_marched_on_the_next_day_is_counted_anew(second: str, told: dict[str, str]) -> None:
    march = "{} people marched through Alton, Texas, on {} against the pension law, {} said."
    first = ("2024-03-03", march.format("About 20,000", "Saturday", "organisers"))
    assert rows("count", first, ("2024-03-03", march.format("Some 7,000", second, "police"))) == told


FIRE = "A fire broke out in a shop in Alton, Texas, on {}, hurting {} people, the fire chief said. {}"


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (("Monday", 4), ("Thursday", 4), {"other-day": "note"}),
        (("Monday", 4), ("Tuesday", 4), {"conflicts": "warning"}),
        (("Monday", 14), ("Thursday", 14), {"conflicts": "warning"}),
        (("March 4", 4), ("March 7", 4), {"conflicts": "warning"}),
    ],
    ids=["days apart", "a day apart", "a toll that is rare", "printed outright"],
)
def test_days_apart_want_something_rare_in_both(first: tuple[str, int], second: tuple[str, int], told: dict[str, str]) -> None:
    articles = [("2024-03-08", FIRE.format(day, hurt, "Nobody has been arrested.")) for day, hurt in (first, second)]
    assert rows("date", *articles) == told


def test_the_dead_of_the_day_that_their_own_sentence_tells_are_those_of_no_other_day() -> None:
    now = "A gunman {} people at Fort Alton in Alton, Texas, on April 2, 2014, police said. Ann Holm, 31, saw it. {}"
    before = "A shop sold the rifles used in the Nov. 5, 2009, shooting rampage at the post that left 13 dead and 30 injured."
    told = rows("killed", ("2014-04-03", now.format("killed 4", "")), ("2014-04-03", now.format("opened fire on", before)))
    assert told == {"days-off": "note"}
