"""Days without a calendar: "Saturday night", "19 November" of an article that has no date.

Takes and gives the label that stands for such a day in a claim: a weekday, or a day of a month whose year nobody told, with the part of
the day behind it. Which Saturday it was stays unknown; that it was no Sunday does not.
"""

from __future__ import annotations

import calendar
from datetime import date

LEAP = 2000
"""A year in which every day of a month exists."""
_MONTHS = tuple(calendar.month_name)


def weekday_label(weekday: int, part: str = "") -> str:
    """A weekday (0 is Monday) as a label.

    >>> weekday_label(5, "night")
    'Saturday night'
    """
    return f"{calendar.day_name[weekday]} {part}".strip()


def month_day_label(month: int, day: int, part: str = "") -> str:
    """A day of a month as a label.

    >>> month_day_label(11, 19)
    '19 November'
    """
    return f"{day} {_MONTHS[month]} {part}".strip()


def named_day(label: str) -> tuple[int, int, str] | None:
    """What a label says: the number of days after which it comes round, which of them it is, and the part of the day.

    >>> named_day("Saturday night"), named_day("1 March"), named_day("Lima")
    ((7, 5, 'night'), (366, 60, ''), None)
    """
    first, _, rest = label.partition(" ")
    if first in calendar.day_name:
        return 7, list(calendar.day_name).index(first), rest
    month, _, part = rest.partition(" ")
    if not first.isdecimal() or month not in _MONTHS[1:]:
        return None
    try:
        found = date(LEAP, _MONTHS.index(month), int(first))
    except ValueError:
        return None
    return 366, (found - date(LEAP, 1, 1)).days, part
