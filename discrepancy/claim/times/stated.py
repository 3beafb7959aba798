"""What one expression of time states twice, for checks of an article against itself.

"Tuesday (Jan 17)" names a weekday and a date; "04:05 local time (0335 GMT)" one moment on two clocks. Takes a resolved
expression; gives the pair. Whether two clocks fit is computed by ``compare``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from discrepancy.model.values import Clock


@dataclass(frozen=True, slots=True)
class StatedTogether:
    """Two statements about one moment.

    ``weekday`` (Monday 0) stands beside the one day that the date names; ``clock`` and ``other_clock`` are one
    moment. ``zone`` of a clock may be "local", for the reader of this to replace by the place's.

    >>> StatedTogether(day=date(2024, 1, 17), weekday=1).weekday_fits
    False
    """

    day: date | None = None
    weekday: int | None = None
    clock: Clock | None = None
    other_clock: Clock | None = None

    @property
    def weekday_fits(self) -> bool | None:
        """Whether the date falls on the weekday; None when not both are stated."""
        return None if self.day is None or self.weekday is None else self.day.weekday() == self.weekday
