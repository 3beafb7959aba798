"""Hypothesis strategies for values and for what a claim says. Well-formed only: bounds in order, members sorted."""

from __future__ import annotations

from datetime import date, timedelta
from typing import get_args

from hypothesis import strategies as st

from discrepancy.model.claims import Attribute, Stance
from discrepancy.model.values import Clock, Precision, Quantity, Quote, Terms, When
from discrepancy.notation import Statement, calendar

numbers = st.one_of(
    st.integers(-1000, 10**12),
    st.floats(-1e6, 1e15, allow_nan=False, allow_infinity=False).map(lambda x: int(x) if x.is_integer() else x),
)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    approx, vague = draw(st.booleans()), draw(st.booleans())
    if draw(st.integers(0, 4)) == 0:
        options = tuple(sorted(draw(st.sets(st.integers(0, 5000), min_size=2, max_size=4))))
        return Quantity(options[0], options[-1], approx, vague, options)
    low, high = draw(st.none() | numbers), draw(st.none() | numbers)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Quantity(low, high, approx, vague)


dates = st.dates(date(101, 1, 1), date(9899, 12, 31))
parts = st.sampled_from(["", "", "", "morning", "night", "early morning", "it's late", "T"])
units = st.one_of(
    st.builds(lambda d: (*calendar.month(d.year, d.month), "month"), dates),
    st.builds(lambda d: (*calendar.years(d.year, 1), "year"), dates),
    st.builds(lambda d: (*calendar.years(d.year // 10 * 10, 10), "decade"), dates),
    st.builds(lambda d: (*calendar.years(d.year // 100 * 100, 100), "century"), dates),
    st.builds(lambda d: (*calendar.week(*d.isocalendar()[:2]), "week"), dates),
    st.builds(lambda d: (*calendar.weekend(*d.isocalendar()[:2]), "weekend"), dates),
    st.builds(lambda d, q: (*calendar.months(d.year, 3 * q + 1, 3), "quarter"), dates, st.integers(0, 3)),
    st.builds(lambda d, h: (*calendar.months(d.year, 6 * h + 1, 6), "half"), dates, st.integers(0, 1)),
    st.builds(lambda d, s: (*calendar.months(d.year, 3 * s, 3), "season"), dates, st.integers(1, 4)),
    st.builds(lambda d: (d, d, "day"), dates),
)


@st.composite
def whens(draw: st.DrawFn) -> When:
    approx, part = draw(st.booleans()), draw(parts)
    choice = draw(st.integers(0, 3))
    if choice == 0:
        options = tuple(sorted(draw(st.sets(dates, min_size=2, max_size=3))))
        return When(options[0], options[-1], draw(st.sampled_from(get_args(Precision))), False, approx, options, part)
    if choice == 1:
        return When(*draw(units), approx=approx, part=part)
    first = draw(st.none() | dates)
    last = draw(st.none() | (dates if first is None else st.integers(0, 400).map(lambda n: first + timedelta(days=n))))
    return When(first, last, draw(st.sampled_from(get_args(Precision))), draw(st.booleans()), approx, part=part)


@st.composite
def clocks(draw: st.DrawFn) -> Clock:
    first = draw(st.integers(0, 1439))
    last = draw(st.just(first) | st.integers(first, 2879))
    zone = draw(st.sampled_from(["", "UTC", "local", "Asia/Tehran", "America/New_York"]))
    return Clock(first, last, zone, draw(st.booleans()))


ODD = ["BLA", "Jaish al-Adl", "charge d'affaires", "A & B", "14th Street", "04:05", "2024-05", "12", "x=1", "@y", "…"]
words = st.one_of(
    st.sampled_from(ODD),
    st.text(min_size=1, max_size=12),
)


@st.composite
def term_lists(draw: st.DrawFn) -> Terms:
    return Terms(tuple(sorted(draw(st.sets(words, max_size=4)))), draw(st.booleans()), draw(st.booleans()))


values = st.one_of(quantities(), whens(), clocks(), term_lists(), st.builds(Quote, st.text(max_size=30)))

field = st.just("") | words
statements = st.builds(
    Statement,
    attribute=st.sampled_from(get_args(Attribute)),
    value=values,
    event=field,
    entity=field,
    population=field,
    scope=field | st.sampled_from(["place:Iran", "day:2024-01-18", "cumulative"]),
    as_of=st.none() | whens(),
    unit=st.sampled_from(["", "km", "USD", "years"]),
    attributed_to=field,
    stance=st.sampled_from(get_args(Stance)),
    additional=st.booleans(),
    loose=st.booleans(),
)
