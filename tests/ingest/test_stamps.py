"""Dates as pages print them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.ingest.stamps import dates, only_clock, only_dates


@pytest.mark.parametrize(
    "line",
    [
        "3/14/2021", "14 Mar 2021, 10:14 AM", "March 14, 2021 00:20", "2021-03-14T10:14:00+05:00", "14 MAR 21",
        "12:48PM BST 14 Mar 2021", "SUNDAY, MARCH 14, 2021, 1:32 PM", "Mar 14 2021 15:14", "14 March 2021 @ 09:29 pm",
        "March 14, 2021 - 7:07AM", "03/14/2021 3:54 PM news.com", "March 14th, 2021", "2021.03.14", "14-Mar-2021",
        "14th of March 2021", "Sunday, Mar 14, 2021 | 9:01 AM EDT", "14/03/2021 at 14.05 IST", "Mar 142021",
    ],
)  # fmt: skip
def test_layouts(line: str) -> None:
    assert [printed.when.first for printed in only_dates(line)] == [date(2021, 3, 14)]


@pytest.mark.parametrize("line", ["It fell on March 14, 2021", "March 2021", "14 March", "31/02/2021", "1.2.3.4", "20210314", ""])
def test_anything_looser_stays_unknown(line: str) -> None:
    assert only_dates(line) == ()


def test_two_readings_are_both_kept_until_the_outlets_habit_is_known() -> None:
    (printed,) = dates("05/06/2024")
    assert printed.when.options == (date(2024, 5, 6), date(2024, 6, 5))
    assert printed.read_as("dmy").first == date(2024, 6, 5)
    assert printed.read_as("mdy").first == date(2024, 5, 6)
    assert printed.read_as("") == printed.when


def test_a_date_that_can_be_read_one_way_gives_the_habit_away() -> None:
    assert [printed.order for printed in dates("1/29/2024, 29/1/2024, 7/7/2024")] == ["mdy", "dmy", ""]


@pytest.mark.parametrize(("line", "clock"), [("8:10 a.m.", True), ("Friday 9:15 P.M.", True), ("11 people", False), ("12", False)])
def test_clock_lines(line: str, clock: bool) -> None:
    assert only_clock(line) is clock


@given(
    st.dates(date(1970, 1, 1), date(2068, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%b %d, %Y", "%d %b %y", "%A, %B %d, %Y"]),
)
def test_every_day_in_every_layout(day: date, layout: str) -> None:
    assert [printed.when.first for printed in only_dates(day.strftime(layout))] == [day]


@pytest.mark.parametrize("text", ["1" * 300_000, "1/" * 150_000, "jan 1 " * 50_000, "11." * 100_000, "12:" * 100_000])
def test_hostile_text_stays_linear(text: str) -> None:
    dates(text)
    only_dates(text)


def test_dots_are_day_first() -> None:
    (dotted,) = dates("01.10.2014")
    assert dotted.when.first == dotted.when.last == date(2014, 10, 1)
    (slashed,) = dates("01/10/2014")
    assert len(slashed.when.options) == 2
