"""What one expression of time states twice, for checks of an article against itself.

"Tuesday (Jan 17)" names a weekday and a date; "04:05 local time (0335 GMT)" one moment on two clocks. Takes a resolved
expression; gives the pair, undecided: whether the two fit is computed by ``compare``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from discrepancy.model.values import Clock, When


@dataclass(frozen=True, slots=True)
class StatedTogether:
    """Two statements about one moment.

    ``weekday`` (Monday 0) stands beside the one day that the date names; ``clock`` and ``other_clock`` are one
    moment. ``zone`` of a clock may be "local", for the reader of this to replace by the place's. ``said`` is a day
    named again by another word ("yesterday, January 28"): the day that this word gives.
    """

    day: date | None = None
    weekday: int | None = None
    clock: Clock | None = None
    other_clock: Clock | None = None
    said: When | None = None

    @property
    def weekday_fits(self) -> bool | None:
        """Whether the date falls on the weekday; None when not both are stated."""
        return None if self.day is None or self.weekday is None else self.day.weekday() == self.weekday

    @property
    def said_fits(self) -> bool | None:
        """Whether the word and the date name one day; None when not both are stated."""
        if self.said is None or self.day is None or self.said.first is None or self.said.last is None:
            return None
        return self.said.first <= self.day <= self.said.last


def same_moment(one: Clock, two: Clock, on: date, local: str = "") -> bool | None:
    """Whether two clock times are one moment, to the minute, on a day of the first clock; None where a zone is unknown.

    ``local`` is the IANA zone that "local time" means.

    >>> same_moment(Clock(245, 245, "local"), Clock(215, 215, "UTC"), date(2024, 1, 18), "Asia/Tehran")
    False
    >>> same_moment(Clock(900, 900, "local"), Clock(690, 690, "UTC"), date(2024, 1, 3), "Asia/Tehran")
    True
    """
    offsets = [offset(clock.zone if clock.zone != "local" else local, on, clock.first) for clock in (one, two)]
    if offsets[0] is None or offsets[1] is None:
        return None
    difference = (one.first - offsets[0]) - (two.first - offsets[1])
    return difference % 1440 == 0


def offset(zone: str, on: date, minute: int = 720) -> int | None:
    """Minutes that a zone is ahead of UTC at a local time of day; None for an unknown zone.

    >>> offset("Asia/Tehran", date(2024, 1, 18))
    210
    """
    if not zone or zone == "local":
        return None
    if zone == "UTC":
        return 0
    try:
        at = datetime(on.year, on.month, on.day, tzinfo=ZoneInfo(zone)) + timedelta(minutes=minute)
    except (ZoneInfoNotFoundError, ValueError, OverflowError, OSError):
        return None
    ahead = at.utcoffset()
    return None if ahead is None else round(ahead.total_seconds() / 60)
