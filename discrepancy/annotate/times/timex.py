"""Expressions of time as the article words them: symbolic, not yet days of a calendar.

Frozen values only. An expression says what it counts from; :mod:`discrepancy.claim.times.resolve` binds it inside the
article.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from discrepancy.model.text import Span
from discrepancy.model.unguarded import unguarded
from discrepancy.model.values import Clock, Quantity

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
"""TIMEX3's types (TimeML 1.2.1)."""

Anchor = Literal["absolute", "publication", "previous", "event"]
"""What an expression counts from: nothing, the day of publication, the last time in the text, a named event."""

Shape = Literal["date", "weekday", "running", "shift", "length", "set", "clock", "reference", "range"]
"""How an expression is built.

``date`` names days of a calendar, wholly or in part (``year``, ``month``, ``day``, ``number`` of a quarter, half,
season, decade or century). ``weekday`` is a day of the week by ``step`` (-1 last, 0 bare, 1 next). ``running`` is
the unit ``step`` away from the anchor's ("last month"). ``shift`` lies ``amount`` units before or after the anchor
(``step`` -1 or 1). ``length`` is how long, ``set`` how often, ``clock`` a time of day, ``reference`` no day that
could be compared ("now"), ``range`` two expressions.
"""

Unit = Literal[
    "second", "minute", "hour", "day", "night", "week", "fortnight", "weekend", "month", "quarter", "half", "season", "year", "decade",
    "century",
]  # fmt: skip

Calendar = Literal["gregorian", "persian", "islamic"]


@unguarded
class Expression:
    """What the words say, before anything is bound. Fields that do not belong to ``shape`` keep their defaults.

    ``mod`` is TIMEX3's: START, MID, END, APPROX, LESS_THAN, MORE_THAN, EQUAL_OR_LESS, EQUAL_OR_MORE. ``weekday``
    beside a ``day`` is what the text states, to be checked, not used. ``other_clock`` is the second reading of one
    moment ("04:05 local time (0335 GMT)"). ``event`` is where the words of the anchor event stand. ``either`` tells
    that day and month may be swapped (05/06/2024). ``value`` is the TIMEX3 value of a reference or a set.
    ``feast`` is what gives a movable feast its day, as ``time.feast`` in ``rules/times`` has it ("easter -2").
    A ``date`` of a ``day`` without ``month`` is a day by its number alone ("on the 24th"); ``step`` and ``value``
    "stepped" then tell of which month.
    """

    shape: Shape
    anchor: Anchor = "publication"
    unit: Unit = "day"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    number: int | None = None
    weekday: int | None = None
    step: int = 0
    amount: Quantity | None = None
    part: str = ""
    mod: str = ""
    calendar: Calendar = "gregorian"
    either: bool = False
    clock: Clock | None = None
    other_clock: Clock | None = None
    date: Expression | None = None
    first: Expression | None = None
    last: Expression | None = None
    event: Span | None = None
    value: str = ""
    fiscal: bool = False
    feast: str = ""


@dataclass(frozen=True, slots=True)
class Timex:
    """One expression of time in an article.

    ``span`` are the words that give the value ("two days after"), ``head`` those that TIMEX3 would mark ("two
    days"). ``unresolved`` says why nothing can be made of it, where the words alone tell ("IST names three zones").
    ``ends`` are the two days of a range, or the two readings of a time of day, each where it stands.
    """

    span: Span
    type: TimexType
    expression: Expression
    words: str
    rule: str
    head: Span
    unresolved: str = ""
    ends: tuple[Span, Span] | None = None


@dataclass(frozen=True, slots=True)
class Age:
    """How old somebody is: one quantity a person ("aged 3 and 5" has two). ``unit`` is years unless the text says
    otherwise.
    """

    span: Span
    quantities: tuple[Quantity, ...]
    unit: Unit
    words: str
    rule: str
