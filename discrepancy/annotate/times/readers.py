"""The closed set of readers: what turns the words of a wording into an expression."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from discrepancy.annotate.times import clocks, dates, joining, lengths, periods, relative
from discrepancy.annotate.times.caught import NO_TIME, Caught, Reading
from discrepancy.rulebook.kinds.times import TimeReader

Reader = Callable[[Caught], Reading | None]
"""Gives a reading, or None where the words are no time after all (then another rule may read them)."""

READERS: Mapping[TimeReader, Reader] = {
    "date": dates.read_date,
    "numeric": dates.read_numeric,
    "quarter": periods.read_quarter,
    "half": periods.read_half,
    "season": periods.read_season,
    "decade": periods.read_decade,
    "century": periods.read_century,
    "holiday": dates.read_holiday,
    "fiscal": periods.read_fiscal,
    "feast": dates.read_feast,
    "ordinal": dates.read_ordinal,
    "foreign": dates.read_foreign,
    "weekday": relative.read_weekday,
    "near": relative.read_near,
    "running": relative.read_running,
    "shift": relative.read_shift,
    "reference": relative.read_reference,
    "length": lengths.read_length,
    "set": lengths.read_set,
    "age": lengths.read_age,
    "clock": clocks.read_clock,
    "range": joining.read_range,
    "join": joining.read_join,
    "none": lambda _: NO_TIME,
}
SECOND_PASS: frozenset[TimeReader] = frozenset(("range", "join"))
