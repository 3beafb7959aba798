"""Expressions of time of a plain text, as TIMEX3 records.

Takes a text with the day it was written; gives one record an expression, as TimeML's scorers read them. Knows no
page around it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from discrepancy.annotate.times import Expression, spot
from discrepancy.annotate.tokens import Sentence, sentences
from discrepancy.claim.times import stretches
from discrepancy.claim.times.resolve import resolve
from discrepancy.claim.times.resolved import ResolvedTime
from discrepancy.claim.times.timex3 import NOWHEN, duration, value_of
from discrepancy.model.text import Block, Document, Sourced, Span
from discrepancy.model.values import day
from discrepancy.notation import to_timeml
from discrepancy.rulebook.schema import Rulebook


def read(
    text: str, dct: str | None, rules: Rulebook, title: str | None = None, *, by_line: bool = False
) -> tuple[Document, tuple[Sentence, ...], tuple[ResolvedTime, ...]]:
    """The text as one body block (``by_line``: one a line) written on ``dct`` (ISO day), its sentences with times
    chunked, and the times resolved.
    """
    blocks = _lines(text) if by_line else (Block("body", Span(0, len(text))),)
    heading = Sourced(title, "given") if title else None
    published = Sourced(day(date.fromisoformat(dct[:10])), "given") if dct else None
    document = Document("text", "text", "", text, blocks, title=heading, published=published)
    found = tuple(sentence.chunked(spot(sentence, rules)) for sentence in sentences(document, rules))
    return document, found, resolve(document, found, rules)


def _lines(text: str) -> tuple[Block, ...]:
    made, at = [], 0
    for line in text.splitlines(keepends=True):
        made.append(Block("body", Span(at, at + len(line))))
        at += len(line)
    return tuple(made)


def timexes(text: str, dct: str | None, rules: Rulebook, title: str | None = None) -> list[dict[str, Any]]:
    """TIMEX3 records: ``start, end, text, type, value, interval`` (ISO days or None); what the text leaves without a
    value ("that day" where none was told) has none.

    ``dct`` is the ISO day of writing, or None.

    >>> from discrepancy.rulebook import rulebook
    >>> timexes("It fell two days ago.", "2024-01-18", rulebook())[0]["value"]
    '2024-01-16'
    """
    found = [record for time in read(text, dct, rules, title)[2] for record in records(time, text)]
    return [record for record in found if record["value"] != NOWHEN]


def records(time: ResolvedTime, text: str) -> list[dict[str, Any]]:
    """The predictions of one expression: TIMEX3 marks the two ends of a range, and two readings of a clock, apart."""
    ends, when = time.timex.ends, time.when
    other = time.timex.expression.other_clock
    if ends is not None and other is not None:
        first = record(time, text)
        values = (first["value"], value_of(Expression("clock", clock=other), when, time.on))
        return [
            {**first, "start": span.start, "end": span.end, "text": span.of(text), "value": value}
            for span, value in zip(ends, values, strict=True)
        ]
    if ends is None or when is None or when.first is None or when.last is None:
        return [record(time, text)]
    made = []
    for span, at in zip(ends, (when.first, when.last), strict=True):
        whole = stretches.around(at, time.timex.expression.unit)
        if whole is not None and whole.first is not None and whole.last is not None:
            made.append({
                "start": span.start, "end": span.end, "text": span.of(text), "type": "DATE", "value": to_timeml(whole).value,
                "interval": [whole.first.isoformat(), whole.last.isoformat()],
            })  # fmt: skip
    return made


def record(time: ResolvedTime, text: str) -> dict[str, Any]:
    """One prediction. An expression that counts from an event is marked as TIMEX3 does: the length alone."""
    expression = time.timex.expression
    span, kind, value = time.span, time.type, time.timeml
    interval = time.interval
    loose = (expression.amount is not None and expression.amount.vague) or expression.unit in ("minute", "hour")
    counted = expression.anchor == "event" or (expression.anchor == "previous" and loose)
    if expression.shape == "shift" and counted and time.timex.head != time.span:
        span, kind, value, interval = time.timex.head, "DURATION", duration(expression.unit, expression.amount), None
    return {
        "start": span.start, "end": span.end, "text": span.of(text), "type": kind, "value": value,
        "interval": [day.isoformat() for day in interval] if interval else None,
    }  # fmt: skip
