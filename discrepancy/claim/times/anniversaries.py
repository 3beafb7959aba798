"""Days told by their anniversary: "forty years ago today", "a century ago on Monday".

Takes the resolved times of an article; gives them with such days in the year they are of. Alone the second time of each pair is a day of
this week, on which nothing of what is recalled happened.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from discrepancy.annotate.tokens import Sentence
from discrepancy.claim.times.resolved import ResolvedTime
from discrepancy.model.values import When

_YEARS = {"year": 1, "decade": 10, "century": 100}


def of_their_year(times: Sequence[ResolvedTime], sentences: Sequence[Sentence]) -> tuple[ResolvedTime, ...]:
    """The times, each day behind "N years ago" so many years back; the others as they are."""
    found = list(times)
    for at, (before, time) in enumerate(pairwise(times), 1):
        years = _years_ago(before)
        if not years or before.sentence != time.sentence or time.when is None or not _of_these_days(time):
            continue
        text = sentences[time.sentence].text
        if text[before.span.end : time.span.start].strip().lower() in ("", "on", ","):
            found[at] = replace(time, when=_back(time.when, years))
    return tuple(found)


def _years_ago(time: ResolvedTime) -> int:
    """How many whole years back a time lies that counts them, "a decade ago"; 0 for others."""
    expression = time.timex.expression
    amount = expression.amount.low if expression.amount is not None and expression.amount.exact else None
    if expression.shape != "shift" or expression.step >= 0 or expression.anchor != "publication" or amount is None or amount % 1:
        return 0
    return int(amount) * _YEARS.get(expression.unit, 0)


def _of_these_days(time: ResolvedTime) -> bool:
    """Whether a time is told by how it lies to the article's own day: "today", "on Monday", "this week"."""
    expression = time.timex.expression
    return expression.anchor == "publication" and expression.shape in ("weekday", "running") and expression.unit in ("day", "week", "month")


def _back(when: When, years: int) -> When:
    return replace(when, first=_day(when.first, years), last=_day(when.last, years), options=())


def _day(when: date | None, years: int) -> date | None:
    """A day so many years before; that of a leap year's last day of February is the last one there."""
    if when is None or when.year <= years:
        return when
    try:
        return when.replace(year=when.year - years)
    except ValueError:
        return (when - timedelta(1)).replace(year=when.year - years)
