"""Values: what a claim says, as the set of worlds it allows.

Takes nothing but plain Python values; gives frozen values of five kinds. Knows nothing of text, rules or files.

========== ============================================ ==============================
Quantity   how many, how much                           ``12``, ``>=12``, ``~20``
When       which day or days                            ``2024-01-18``, ``2024-05``
Clock      what time of day                             ``04:05[Asia/Tehran]``
Terms      names, labels, roles: who or what            ``BLA & BLF``
Quote      words somebody said                          ``"each other's concerns"``
========== ============================================ ==============================

An *unknown* value is ``None`` wherever a bound stands; it never means "different". The written form of each value is in
:mod:`discrepancy.notation`, the comparison of two values in :mod:`discrepancy.compare.relations`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

Number = int | float

Precision = Literal["day", "days", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century", "range"]
"""How finely a :class:`When` was stated. ``days`` is a range of days within a month ("late January"), ``range`` any other."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or an interval of numbers, bounds included.

    ``low`` or ``high`` is None where the text leaves it open ("at least 12" has ``high=None``). Whole numbers are ``int``,
    so "more than 40" is ``Quantity(41, None)``. ``approx`` keeps the ``~`` of "about 20", whose width is policy and lives in
    ``rules/``; ``vague`` marks bounds that come from ``rules/`` rather than from the text ("several", "dozens").
    ``options`` lists the numbers of a closed choice ("12 or 13"), sorted; then ``low`` and ``high`` are its ends.

    >>> Quantity(12, None)
    Quantity(low=12, high=None, approx=False, vague=False, options=())
    >>> exactly(9).exact
    True
    """

    low: Number | None
    high: Number | None
    approx: bool = False
    vague: bool = False
    options: tuple[Number, ...] = ()

    @property
    def exact(self) -> bool:
        """True for one certain number."""
        return self.low is not None and self.low == self.high and not self.approx and not self.vague


@lru_cache(maxsize=1 << 10, typed=True)  # 3 and 3.0 are written differently
def exactly(number: Number) -> Quantity:
    """The quantity that allows one number only."""
    return Quantity(number, number)


@dataclass(frozen=True, slots=True)
class When:
    """Days of the Gregorian calendar.

    ``first`` and ``last`` bound the days, both included; None is open. ``extent`` says that it lasted all of these days
    (EDTF ``a/b``); otherwise it happened on one of them, not known which (EDTF ``[a..b]``). ``options`` lists the days of a
    closed choice (``05/06/2024`` read two ways), sorted. ``part`` is the part of the day, where stated ("morning",
    "night"). ``approx`` keeps the ``~`` of "about three weeks after".
    Source of the notation: EDTF, ISO 8601-2:2019, level 2.

    >>> day(date(2024, 1, 18)).precision
    'day'
    """

    first: date | None
    last: date | None
    precision: Precision = "day"
    extent: bool = False
    approx: bool = False
    options: tuple[date, ...] = ()
    part: str = ""

    @property
    def known(self) -> bool:
        """True when both ends are known."""
        return self.first is not None and self.last is not None


def day(when: date, part: str = "") -> When:
    """One certain day."""
    return When(when, when, "day", part=part)


def between(first: date | None, last: date | None, precision: Precision = "range") -> When:
    """One of the days from ``first`` to ``last``, not known which."""
    return When(first, last, precision)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as a range of minutes since midnight, ``0 <= first <= last < 1440`` (``last`` may pass midnight).

    ``zone`` is an IANA name, ``UTC``, ``local`` ("local time" of a place nobody has resolved) or "" when not stated.

    >>> Clock(245, 245, "Asia/Tehran").first
    245
    """

    first: int
    last: int
    zone: str = ""
    approx: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """Names or labels, sorted; a list is closed unless ``open`` ("among others").

    ``choice`` is True for "A or B" and False for "A and B". Members are entity names or lower-case labels.

    >>> terms("Baloch Liberation Front", "Baloch Liberation Army").members
    ('Baloch Liberation Army', 'Baloch Liberation Front')
    """

    members: tuple[str, ...]
    open: bool = False
    choice: bool = False


def terms(*members: str, open: bool = False, choice: bool = False) -> Terms:
    """Terms with members sorted and doubles removed."""
    return Terms(tuple(sorted(set(members))), open, choice)


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a quotation, without its quotation marks."""

    words: str


Value = Quantity | When | Clock | Terms | Quote
