"""Spans found by place are those that a look at each of them finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from discrepancy.model.spans import Spans
from discrepancy.model.text import Span

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda drawn: Span(drawn[0], drawn[0] + drawn[1]))


@given(st.lists(SPANS, max_size=12), SPANS)
def test_as_a_look_at_each_of_them_finds(spans: list[Span], asked: Span) -> None:
    found = Spans(spans)
    assert found.overlap(asked) == any(span.overlaps(asked) for span in spans)
    assert found.around(asked) == [number for number, span in enumerate(spans) if asked.within(span)]
    begin = [number for number, span in enumerate(spans) if asked.start <= span.start < asked.end]
    assert found.starting(asked.start, asked.end) == begin
