"""The written forms themselves, and the two standards for days."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from value_strategies import whens

from discrepancy import notation
from discrepancy.model.values import Clock, Quantity, Quote, Terms, Value, When, between, day
from discrepancy.notation import NotationError, Statement, from_edtf, from_timeml, to_edtf, to_timeml

MAY = between(date(2024, 5, 1), date(2024, 5, 31), "month")
FORMS: list[tuple[str, Value]] = [
    (">=12", Quantity(12, None)),
    ("<=11", Quantity(None, 11)),
    ("~20", Quantity(20, 20, approx=True)),
    ("10..15", Quantity(10, 15)),
    ("12|13", Quantity(12, 13, options=(12, 13))),
    ("3..9?", Quantity(3, 9, vague=True)),
    (">=12?", Quantity(12, None, vague=True)),
    ("0", Quantity(0, 0)),
    ("5.9", Quantity(5.9, 5.9)),
    ("BLA & BLF", Terms(("BLA", "BLF"))),
    ("BLA & BLF & …", Terms(("BLA", "BLF"), open=True)),
    ("BLA | BLF", Terms(("BLA", "BLF"), choice=True)),
    ("'14th Street'", Terms(("14th Street",))),
    ("2024-01-18", day(date(2024, 1, 18))),
    ("2024-01-18Tnight", day(date(2024, 1, 18), "night")),
    ("2024-05", MAY),
    ("2024-XX", between(date(2024, 1, 1), date(2024, 12, 31), "year")),
    ("202X", between(date(2020, 1, 1), date(2029, 12, 31), "decade")),
    ("2024-W03", between(date(2024, 1, 15), date(2024, 1, 21), "week")),
    ("2024-W03-WE", between(date(2024, 1, 20), date(2024, 1, 21), "weekend")),
    ("2024-Q1", between(date(2024, 1, 1), date(2024, 3, 31), "quarter")),
    ("[2024-03-01..2024-05-31]:season", between(date(2024, 3, 1), date(2024, 5, 31), "season")),
    ("[2024-01-21..2024-01-31]", between(date(2024, 1, 21), date(2024, 1, 31), "days")),
    ("[2024-02-02..]", between(date(2024, 2, 2), None)),
    ("[2024-05-06,2024-06-05]", When(date(2024, 5, 6), date(2024, 6, 5), options=(date(2024, 5, 6), date(2024, 6, 5)))),
    ("2024-01-16/2024-01-18", When(date(2024, 1, 16), date(2024, 1, 18), "days", extent=True)),
    ("~2024-02-06", When(date(2024, 2, 6), date(2024, 2, 6), approx=True)),
    ("04:05[Asia/Tehran]", Clock(245, 245, "Asia/Tehran")),
    ("03:35Z", Clock(215, 215, "UTC")),
    ("~23:30..24:30[local]", Clock(1410, 1470, "local", True)),
    ('"each other\'s \\"concerns\\""', Quote('each other\'s "concerns"')),
]


@pytest.mark.parametrize(("text", "value"), FORMS, ids=[text for text, _ in FORMS])
def test_form(text: str, value: Value) -> None:
    assert notation.format(value) == text
    assert notation.parse(text) == value


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("> 40", Quantity(41, None)), ("<40", Quantity(None, 39)), (" 1,300 ", Quantity(1300, 1300)),
        ("13|12|12", Quantity(12, 13, options=(12, 13))), ("BLF&BLA & ...", Terms(("BLA", "BLF"), open=True)),
        ("[2024-01-01..2024-01-31]:month", between(date(2024, 1, 1), date(2024, 1, 31), "month")),
    ],
)  # fmt: skip
def test_what_hands_type(text: str, meant: Value) -> None:
    assert notation.parse(text) == meant


def test_a_kind_settles_what_the_text_leaves_open() -> None:
    assert notation.parse("2024") == Quantity(2024, 2024)
    assert notation.parse("2024", When) == between(date(2024, 1, 1), date(2024, 12, 31), "year")
    assert notation.parse_claim("date=2024").value == notation.parse("2024-XX")


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ("12..x", 2, "expected a number"), ("15..10", 4, "below the lower"), ("2024-02-30", 0, "no such day"),
        ("25:00", 0, "24 hours"),
        ("23:30..00:30", 0, "24:30"), ("BLA & BLF | JAA", 10, "expected &"), ("", 0, "expected a value"),
        ('"open', 0, "closed"),
        ("2024-01-18:fortnight", 11, "no precision"), ("[2024-02-01..2024-01-01]", 0, "after the last"),
    ],
)  # fmt: skip
def test_a_fault_says_where(text: str, position: int, words: str) -> None:
    with pytest.raises(NotationError) as caught:
        notation.parse(text)
    assert caught.value.position == position
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ("killed", 0, "attribute"), ("deaths=4", 0, "attribute"), ("killed=4x", 8, "expected a number"),
        ("killed=4 stance=maybe", 16, "asserted"), ("killed=4 loose=no", 15, "yes"), ("killed=4 @a @b", 12, "twice"),
        ("killed=4 @strike as_of=2024-13", 23, "no such day"), ("killed=4 by=a|b", 12, "a name"),
    ],
)  # fmt: skip
def test_a_fault_in_a_claim_says_where(text: str, position: int, words: str) -> None:
    with pytest.raises(NotationError) as caught:
        notation.parse_claim(text)
    assert caught.value.position == position
    assert words in str(caught.value)


def test_claim_form() -> None:
    said = Statement("killed", Quantity(4, 4), "pakistan-strike", population="children", attributed_to="Iran", stance="reported")
    assert notation.format_claim(said) == "killed{children}=4 @pakistan-strike by=Iran stance=reported"
    assert notation.parse_claim("target=BLA & BLF @strike by=Foreign Ministry").attributed_to == "Foreign Ministry"
    assert notation.parse_claim("killed>=12 as_of=2024-01-18 additional=yes").as_of == day(date(2024, 1, 18))


@pytest.mark.parametrize(
    ("ours", "edtf"),
    [
        ("2024-05", "2024-05"), ("2024-XX", "2024"), ("~2024-02-06", "2024-02-06~"),
        ("2024-01-16/2024-01-18", "2024-01-16/2024-01-18"), ("[2024-05-06,2024-06-05]", "[2024-05-06,2024-06-05]"),
        ("[2024-02-02..]", "[2024-02-02..]"),
        ("202X", "202X"),
        ("2024-Q2", "2024-34"), ("[2024-03-01..2024-05-31]:season", "2024-21"), ("../2024-01-18", "../2024-01-18"),
    ],
)  # fmt: skip
def test_edtf_both_ways(ours: str, edtf: str) -> None:
    value = notation.parse(ours)
    assert isinstance(value, When)
    assert to_edtf(value) == edtf
    assert from_edtf(edtf) == value


@settings(max_examples=300)
@given(whens())
def test_edtf_keeps_the_days(value: When) -> None:
    back = from_edtf(to_edtf(value))
    if value.first or value.last:
        assert (back.first, back.last, back.options) == (value.first, value.last, value.options)
        assert back.approx == value.approx


@pytest.mark.parametrize(
    ("ours", "value", "mod"),
    [
        ("2024-01-18", "2024-01-18", ""), ("2024-05", "2024-05", ""), ("2024-XX", "2024", ""), ("202X", "202", ""),
        ("20XX", "20", ""),
        ("2024-W03-WE", "2024-W03-WE", ""), ("2024-H1", "2024-H1", ""),
        ("[2024-03-01..2024-05-31]:season", "2024-SP", ""),
        ("2024-01-18Tnight", "2024-01-18TNI", ""), ("[2024-01-21..2024-01-31]", "2024-01", "END"),
        ("[2024-01-11..2024-01-20]", "2024-01", "MID"), ("[2024-02-02..]", "2024-02-02", "ON_OR_AFTER"),
        ("~2024-02-06", "2024-02-06", "APPROX"),
    ],
)  # fmt: skip
def test_timeml_both_ways(ours: str, value: str, mod: str) -> None:
    days = notation.parse(ours)
    assert isinstance(days, When)
    out = to_timeml(days)
    assert (out.value, out.mod) == (value, mod)
    assert from_timeml(value, mod) == days


def test_a_year_of_accounts_is_about_that_year() -> None:
    assert from_timeml("FY2010") == When(date(2010, 1, 1), date(2010, 12, 31), "year", approx=True)


def test_timeml_with_a_time_of_day() -> None:
    out = to_timeml(day(date(2024, 1, 18)), Clock(215, 215, "UTC"))
    assert out.value == "2024-01-18T03:35Z"
    assert from_timeml(out.value) == (day(date(2024, 1, 18)), Clock(215, 215, "UTC"))


HOSTILE = [
    "1" * 500_000,
    "1|" * 100_000,
    "a & " * 100_000,
    "'" * 300_000,
    '"\\' * 100_000,
    "[" * 300_000,
    "~" * 300_000,
]


@pytest.mark.parametrize("hostile", HOSTILE, ids=[text[:2] for text in HOSTILE])
def test_hostile_text_is_answered_soon(hostile: str) -> None:
    start = time.process_time()
    for read in (notation.parse, notation.parse_claim):
        try:
            read(f"killed={hostile}" if read is notation.parse_claim else hostile)
        except NotationError:
            continue
    assert time.process_time() - start < 5
