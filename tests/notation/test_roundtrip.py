"""Every value and every claim, written and read back, is itself."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from value_strategies import statements, values

from discrepancy import notation
from discrepancy.model.values import Value
from discrepancy.notation import NotationError, Statement


@settings(max_examples=1500)
@given(values)
def test_value(value: Value) -> None:
    assert notation.parse(notation.format(value)) == value


@settings(max_examples=800)
@given(statements)
def test_claim(said: Statement) -> None:
    text = notation.format_claim(said)
    assert "\n" not in text
    assert notation.parse_claim(text) == said


@settings(max_examples=800)
@given(st.text(max_size=30) | st.text("0123456789-.:|&~<>=[]{}'\"@XTZ, ab", max_size=30))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    for read in (notation.parse, notation.parse_claim, notation.from_edtf, notation.from_timeml):
        try:
            read(text)
        except NotationError as fault:
            assert 0 <= fault.position <= len(text)
