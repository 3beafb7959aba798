"""How far apart dates are, by the calendar or by their names, and whether one is a slip of the other.

Takes dates of any precision; gives days. Knows no rules.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.model.values import When
from discrepancy.notation.named_days import named_day


def days_apart(a: When, b: When) -> tuple[int | None, bool]:
    """Days between two dates, None when an end is open, and whether either is one certain day."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return None, False
    return max((b.first - a.last).days, (a.first - b.last).days, 0), a.first == a.last or b.first == b.last


def names_apart(ours: Sequence[str], theirs: Sequence[str]) -> int | None:
    """Days between the nearest two days known by name alone, as few as they can be; None where no two names are of one kind."""
    gaps = []
    for one in map(named_day, ours):
        for other in map(named_day, theirs):
            if one is not None and other is not None and one[0] == other[0]:
                ahead = (one[1] - other[1]) % one[0]
                gaps.append(min(ahead, one[0] - ahead))
    return min(gaps, default=None)


def slip(ours: Sequence[When], theirs: Sequence[When]) -> bool:
    """Whether some two of the days differ as a slip of the month or the year makes them differ."""
    return any(_slipped(a, b) for a in ours for b in theirs)


def _slipped(a: When, b: When) -> bool:
    """Whether two certain days bear one number in two months that follow each other, or one day and month in two years; give or take
    the day on which reports differ anyway."""
    one, other = a.first, b.first
    if one is None or other is None or one != a.last or other != b.last or abs(one.day - other.day) > 1:
        return False
    return abs(one.year * 12 + one.month - other.year * 12 - other.month) in (1, 12)
