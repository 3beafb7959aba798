"""The year of a page that prints only day and month.

Takes the days other articles of the set were published and the weekdays the text itself gives; gives the year that
fits, or None. A guess it is not: without a neighbour or a weekday that leaves one year, the date stays unknown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from discrepancy.ingest.pieces import Yearless
from discrepancy.ingest.stamps import MONTH, MONTHS, WEEKDAY, weekday_of

NEAR = 60
"""Days; articles laid side by side were written within two months of each other, or the year is left open."""

_WEEKDAY_DATE = re.compile(rf"\b({WEEKDAY}),?\s(?:({MONTH})\.?\s(\d{{1,2}})|(\d{{1,2}})\s({MONTH}))\b(?!,?\s(?:19|20)\d\d)", re.I)


def weekdays(text: str) -> tuple[tuple[int, int, int], ...]:
    """The weekday, month and day of each "Saturday, January 27" in a text.

    >>> weekdays("On Saturday, January 27, it rained.")
    ((5, 1, 27),)
    """
    return tuple((weekday_of(m[1]), MONTHS.index((m[2] or m[5])[:3].lower()) + 1, int(m[3] or m[4])) for m in _WEEKDAY_DATE.finditer(text))


def year_of(stated: Yearless, text: str, neighbours: Iterable[date]) -> tuple[date, int] | None:
    """The day a yearless date stands for, and how many neighbours say so; None when they leave it open.

    >>> year_of(Yearless(1, 29), "On Saturday, January 27, it rained.", [date(2024, 1, 31)])
    (datetime.date(2024, 1, 29), 1)
    """
    votes: Counter[date] = Counter()
    fits = weekdays(text)
    for neighbour, times in Counter(neighbours).items():
        for year in (neighbour.year - 1, neighbour.year, neighbour.year + 1):
            candidate = _day(year, stated.month, stated.day)
            if candidate and abs((candidate - neighbour).days) <= NEAR and _agrees(candidate, fits):
                votes[candidate] += times
    best = votes.most_common(2)
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return None
    return best[0][0] + timedelta(days=stated.days_after), best[0][1]


def _agrees(candidate: date, fits: tuple[tuple[int, int, int], ...]) -> bool:
    """True when the text's own weekdays fall right in the candidate's year, or the text gives none."""
    right = [found for found in fits if (at := _near(candidate, found[1], found[2])) and at.weekday() == found[0]]
    return not fits or 2 * len(right) > len(fits)


def _near(candidate: date, month: int, number: int) -> date | None:
    years = (candidate.year - 1, candidate.year, candidate.year + 1)
    found = [at for year in years if (at := _day(year, month, number))]
    return min(found, key=lambda at: abs((at - candidate).days), default=None)


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
