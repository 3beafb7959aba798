"""Days and clocks themselves: of an article without a date, a weekday against its date, local time and a second clock."""

from __future__ import annotations

import pytest

from discrepancy.model.values import When
from tests.claim.reader import claims, days, reading, shown


def test_local_time_takes_the_zone_of_the_place_and_its_second_clock_is_kept() -> None:
    told = reading("Nine people were killed when a bomb exploded in Kerman at 04:05 local time (0035 GMT) on Friday.", "2024-03-08")
    assert shown(told, "time") == ["time=04:05[Asia/Tehran]", "time=00:35Z"]


def test_local_time_of_nowhere_in_particular_stays_local() -> None:
    told = reading("Nine people were killed when a bomb exploded at 04:05 local time on Friday.", "2024-03-08")
    assert shown(told, "time") == ["time=04:05[local]"]


@pytest.mark.parametrize(
    ("place", "hour", "wanted"),
    [
        ("Kerman", "22:12 GMT on Thursday", "2024-03-08"),
        ("Kerman", "10:12 GMT on Thursday", "2024-03-07"),
        ("Peru", "03:12 GMT on Friday", "2024-03-07"),
        ("the hills", "22:12 GMT on Thursday", "[2024-03-07..2024-03-08]:range"),
    ],
)
def test_the_day_of_a_clock_of_elsewhere_is_that_of_the_place(place: str, hour: str, wanted: str) -> None:
    told = reading(f"An earthquake struck {place} at {hour}, killing nine people.", "2024-03-08")
    assert [c.split(" ")[0] for c in shown(told, "date")] == [f"date={wanted}"]


def test_a_saying_on_the_day_after_the_page_is_set_beside_it() -> None:
    text = "Published March 6, 2024\n\nAt least nine people died in the blasts, officials said on Thursday morning."
    told = reading(text, "2024-03-06")
    assert "date=2024-03-07" in [c.split(" ")[0] for c in shown(told, "date")]


@pytest.mark.parametrize("verb", ["says on Thursday", "said on Wednesday", "said last Thursday", "will speak on Thursday"])
def test_no_other_weekday_is_set_beside_the_page(verb: str) -> None:
    told = reading(f"At least nine people died in the blasts, the mayor {verb}.", "2024-03-06")
    assert [c for c in told.claims if c.rule == "article.written"] == []


def test_a_weekday_that_does_not_fit_its_date_is_a_claim_even_without_an_event() -> None:
    told = reading("The chamber is to vote on Tuesday, March 13, 2024.", "2024-03-06")
    assert shown(told, "date") == ["date=2024-03-13"]
    assert shown(reading("The chamber is to vote on Wednesday, March 13, 2024.", "2024-03-06"), "date") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A bombing killed nine in Maris on Saturday night.", ["date=Saturday night"]),
        ("A bombing killed nine in Maris on 19 November.", ["date='19 November'"]),
        ("A bombing killed nine in Maris on Friday at 11 p.m.", ["date=Friday"]),
        ("A bombing killed nine in Maris on 19 November 2008.", ["date=2008-11-19"]),
        ("A bombing killed nine in Maris at 9:40 p.m. Friday (1:40 a.m. ET Saturday).", ["date=Friday"]),
        ("A bombing killed nine in Maris on Friday (11 p.m.).", ["date=Friday"]),
        ("Police warned of a bombing in Maris next Friday.", []),
    ],
)
def test_an_article_without_a_date_tells_days_by_name(text: str, wanted: list[str]) -> None:
    assert shown(reading(text, published=""), "date") == wanted


def test_a_day_on_a_second_clock_is_the_same_moment() -> None:
    told = reading("The strike hit Maris on Wednesday. The strike came around 3 a.m. (0000 GMT / 8 p.m. Tuesday EDT).", "2024-03-08")
    assert shown(told, "date") == ["date=2024-03-06"]


def test_a_weekday_beside_an_old_date_tells_its_year() -> None:
    text = "Two men were charged on Monday. The shooting in Maris happened on Saturday, Sept. 12."
    assert "2015-09-12" in days(text, "2016-11-21")
    assert "2016-09-12" in days(text.replace("Saturday", "Monday"), "2016-11-21")
    assert "2015-09-12" in days(text, "2017-01-28")  # the year before the last
    assert "2016-11-13" in days(text.replace("Sept. 12", "Nov. 13"), "2016-11-21")  # so near it is a slip of the weekday


@pytest.mark.parametrize(("published", "wanted"), [("2024-03-11", "2024-03-09"), ("2024-03-07", "2024-03-09")])
def test_this_weekend_on_a_monday_is_the_one_just_over(published: str, wanted: str) -> None:
    told = reading("Nine people were shot at a mill in Maris this weekend.", published)
    assert [str(c.value.first) for c in claims(told, "date") if isinstance(c.value, When)] == [wanted]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Forty years ago today", "1984-03-08"),
        ("A century ago on Friday", "1924-03-08"),
        ("Two days ago", "2024-03-06"),
        ("On Friday", "2024-03-08"),
    ],
)
def test_an_anniversary_tells_the_day_of_what_is_recalled(words: str, wanted: str) -> None:
    told = reading(f"{words} a fire in Lima killed nine people.", "2024-03-08")
    assert f"date={wanted}" in [c.split(" ")[0] for c in shown(told, "date")]


def test_the_anniversary_itself_dates_nothing() -> None:
    told = reading("Ten years ago this Friday a fire in Lima killed nine people.", "2024-03-08")
    assert not [c for c in shown(told, "date") if c.startswith("date=2024")]


def test_a_day_before_where_dates_what_was_there_at_most_loosely() -> None:
    told = reading("The mayor laid a wreath on Friday where nine miners died in 1956.", "2024-03-08")
    assert all(c.loose for c in claims(told, "date") if shown(told, "date")[0].startswith("date=2024"))


@pytest.mark.parametrize(
    "text",
    [
        "A miller was charged in connection with a shooting that happened on Monday in Maris.",
        "The charges stem from a stabbing that took place on Monday in Maris.",
        "A miller was charged after a stabbing in Maris on Monday.",
        "A miller was charged in a shooting that occurred on Monday in Maris.",
        "A miller pleaded guilty over the robbery that happened on Monday at a bank in Maris.",
    ],
)
def test_a_deed_over_which_somebody_is_charged_has_its_own_day(text: str) -> None:
    assert days(text) == ["2024-03-04"]


@pytest.mark.parametrize(
    "text",
    [
        "A miller was charged with a stabbing on Monday.",
        "A miller was convicted on four counts of murder on Monday.",
        "A miller in charge of the bank pleaded guilty to a stabbing on Monday.",
    ],
)
def test_a_crime_that_is_a_charge_has_no_day(text: str) -> None:
    assert days(text) == []
