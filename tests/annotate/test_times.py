"""Times in sentences: chunks, ages, what is no time, and text that means harm."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.annotate.times import Age, Timex, chunks, spot
from discrepancy.annotate.tokens import sentences
from discrepancy.model.text import Block, Document, Span
from discrepancy.model.values import Quantity, exactly
from discrepancy.rulebook import rulebook
from discrepancy.rulebook.alphabet import alphabet
from tests.costs import assert_linear

RULES = rulebook()


def document(text: str) -> Document:
    return Document("d", "d", "", text, (Block("body", Span(0, len(text))),))


def found(text: str) -> list[object]:
    return [chunk.value for sentence in sentences(document(text), RULES) for chunk in spot(sentence, RULES)]


@pytest.mark.parametrize(
    ("text", "quantities", "unit"),
    [
        ("The 44-year-old driver was held.", (exactly(44),), "year"),
        ("Smith, 44, was held.", (exactly(44),), "year"),
        ("Smith (44) was held.", (exactly(44),), "year"),
        ("Two boys aged 3 and 5 slept.", (exactly(3), exactly(5)), "year"),
        ("An 11-month-old boy slept.", (exactly(11),), "month"),
        ("A man in his 30s slept.", (Quantity(30, 39),), "year"),
        ("Children aged between 6 and 9 slept.", (exactly(6), exactly(9)), "year"),
    ],
)
def test_ages_are_ages_and_no_times(text: str, quantities: tuple[Quantity, ...], unit: str) -> None:
    (age,) = found(text)
    assert isinstance(age, Age)
    assert (age.quantities, age.unit) == (quantities, unit)


def test_a_chunk_is_one_unit_with_flags_and_points_at_its_words() -> None:
    text = "The bridge fell on Monday at 3:30 p.m. and stayed shut for three weeks."
    (sentence,) = sentences(document(text), RULES)
    whole = sentence.chunked(chunks(sentence, RULES))
    letters = alphabet(RULES)
    seen = [
        (value.words, sorted(letters.classes(symbol) & {"date", "clock", "duration", "set"}))
        for symbol, value in zip(whole.symbols, whole.values, strict=True)
        if isinstance(value, Timex)
    ]
    assert seen == [("Monday at 3:30 p.m.", ["clock", "date"]), ("three weeks", ["duration"])]
    assert all(value.span.of(text) == value.words for value in whole.values if isinstance(value, Timex))


def test_words_that_name_no_day_stay_words() -> None:
    text = "It is now closed."
    (sentence,) = sentences(document(text), RULES)
    assert [value.words for value in found(text) if isinstance(value, Timex)] == ["now"]
    assert chunks(sentence, RULES) == []


@settings(max_examples=60)
@given(st.text(alphabet=st.sampled_from("0123456789/:-., aApmMayJn'’()\u200f\u0661weeksafter\n"), max_size=300))
def test_odd_text_gives_spans_that_are_true(text: str) -> None:
    for value in found(text):
        assert isinstance(value, Timex | Age)
        assert value.span.of(text) == value.words


HOSTILE = {
    "digits": "1234567890" * 20_000,
    "slashes": "1/2/" * 50_000,
    "spaced digits": "12 " * 60_000,
    "after": "after " * 30_000,
    "two days after": "two days after " * 14_000,
    "years": "2012 " * 40_000,
    "hyphens": "one-" * 50_000,
    "clocks": "12:30 " * 33_000,
    "right-to-left": "\u200f2024\u200f/\u200f01 " * 20_000,
    "months": "May " * 50_000,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_text_takes_linear_time(name: str) -> None:
    assert_linear(found, HOSTILE[name])
