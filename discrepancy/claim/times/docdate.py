"""The day an article was written.

Takes an article and its annotated sentences; gives the day with where it came from, or None. Metadata first; then a
text that ties a date to its own day ("this morning, January 29"); then the dateline. A day that is merely bounded
from the text is marked ``inferred`` and may be open at one end. A year is never made up: some full date must stand
in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from discrepancy.annotate.times.timex import Expression, Timex
from discrepancy.annotate.tokens import Sentence
from discrepancy.claim.times.binding import Bases, bind
from discrepancy.model.text import Document, Sourced
from discrepancy.model.values import When, day

OWN_PROSE = frozenset(("headline", "standfirst", "body", "quote", "dateline"))
"""Blocks in which the article itself speaks."""


def document_date(document: Document, sentences: Sequence[Sentence], near: date | None = None) -> Sourced[When] | None:
    """The day of publication, from where it is best known, or None; ``near`` lends a year to a day that has none."""
    if document.published is not None and document.published.value.known:
        return document.published
    told = [
        (sentence, value)
        for sentence in sentences
        if sentence.block in OWN_PROSE
        for _, value in sentence.mentions
        if isinstance(value, Timex)
    ]
    years = years_of([value for _, value in told], days=True)
    for _, timex in told:
        own = _own_day(timex.expression, near or (years[-1][1] if years else None))
        if own is not None:
            return Sourced(day(own), f"text: {timex.words!r}")
    for sentence in sentences:
        if sentence.block in ("dateline", "stamp"):
            for _, value in sentence.mentions:
                if isinstance(value, Timex) and value.expression.year and value.expression.unit == "day":
                    when = bind(value.expression, Bases(None))
                    if when is not None and when.first == when.last:
                        return Sourced(when, f"dateline: {value.words!r}")
    if document.published is not None:
        return document.published
    return _bounded(years)


def years_of(timexes: Sequence[Timex], *, days: bool = False) -> list[tuple[int, date]]:
    """Where the text names a day or a month with its year, and that day (or the month's first); in order.

    ``days`` leaves months out.
    """
    found = []
    for timex in timexes:
        expression = timex.expression
        if expression.shape == "clock" and expression.date is not None:
            expression = expression.date
        if (
            expression.shape == "date"
            and expression.year
            and expression.calendar == "gregorian"
            and expression.month
            and not expression.either
            and (expression.day or not days)
        ):
            when = bind(expression, Bases(None))
            if when is not None and when.first is not None:
                found.append((timex.span.start, when.first))
    return found


def _own_day(expression: Expression, year_of: date | None) -> date | None:
    """The day of writing where a date stands beside a word that means it: "this morning, January 29", "yesterday,
    January 28".
    """
    beside = expression.date
    if expression.shape != "date" or beside is None or beside.shape != "running" or beside.unit != "day":
        return None
    when = bind(Expression("date", month=expression.month, day=expression.day, year=expression.year), Bases(None, year_of=year_of))
    return when.first - timedelta(days=beside.step) if when is not None and when.first is not None else None


def _bounded(years: list[tuple[int, date]]) -> Sourced[When] | None:
    """Not before the last full date that the text tells as past; open at the other end."""
    if not years:
        return None
    last = max(at for _, at in years)
    return Sourced(When(last, None, "range"), f"inferred: the text names {last}")
