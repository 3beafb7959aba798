"""Readers of durations, repeated times and ages."""

from __future__ import annotations

import re
from typing import cast

from discrepancy.annotate.times.caught import Caught, Reading
from discrepancy.annotate.times.timex import Age, Expression, Unit
from discrepancy.model.values import Quantity, exactly

_OLDEST = 125
_QUARTER = 0.25
_TO_LAST = re.compile(r"(?:\b(?:to|will|would|could|may|might|can|should|must|did|not)|n[’']t)\s\Z", re.I)
_DECADE = re.compile(r"(\d0)\s?s")


def unit_of(caught: Caught) -> Unit | None:
    """The unit caught, or None."""
    return cast("Unit | None", caught.meaning("unit", "unit", "units"))


def read_length(caught: Caught) -> Reading | None:
    """How long: three weeks, the past three months, a five-year plan; "weeks" has bounds from the policy."""
    unit = unit_of(caught)
    if unit is None or (caught.words("unit")[0].isupper() and caught.words()[0].isdigit()):
        return None  # "60 Minutes" is a title
    if unit == "weekend" and not caught.has("count") and caught.has("side"):
        return None  # "the past weekend" is two days of the calendar
    if caught.words().lower().startswith("last") and _TO_LAST.search(caught.before):
        return None  # "is to last three days": the verb
    amount = caught.meanings.count(caught.words("count")) if caught.has("count") else None
    if caught.has("count") and amount is None:
        return None
    side = caught.words("side").lower()
    value = "" if caught.has("count") or unit_single(caught) else "vague"
    if amount is None:
        amount = exactly(1) if unit_single(caught) else caught.meanings.vague(caught.words("unit").lower())
    if caught.has("share"):
        amount = exactly(_QUARTER if caught.words("share").lower().startswith("a ") else 3 * _QUARTER)
    elif caught.has("more") and amount is not None and amount.exact and amount.low is not None:
        amount = exactly(amount.low + (_QUARTER if caught.words("more").lower().endswith("quarter") else 2 * _QUARTER))
    ahead = "ahead" if re.search(r"\bin\s*$", caught.before, re.I) else ""
    return Reading("DURATION", Expression("length", unit=unit, amount=amount, part=side or ahead, value=value))


def unit_single(caught: Caught) -> bool:
    """Whether one unit is meant."""
    return caught.meanings.of("unit", caught.words("unit").lower()) is not None


def read_set(caught: Caught) -> Reading | None:
    """How often: daily, every week, each Monday, $3 a year."""
    often = caught.meaning("often", "often")
    if often:
        return Reading("SET", Expression("set", value=often))
    weekday = caught.meaning("weekday", "weekday.many", "weekday") or caught.meanings.of("weekday", caught.words("unit"))
    if weekday is not None:
        return Reading(
            "SET", Expression("set", weekday=int(weekday) if weekday.isdigit() else None, value=weekday if not weekday.isdigit() else "")
        )
    unit = unit_of(caught)
    part = caught.meanings.of("day-part", caught.words("unit")) if unit is None else None
    amount = caught.meanings.count(caught.words("count")) if caught.has("count") else exactly(1)
    return Reading("SET", Expression("set", unit=unit or "day", amount=amount, part=part or "")) if unit or part else None


def read_age(caught: Caught) -> Reading | None:
    """How old somebody is: the 36-year-old, aged 3 and 5, "Smith, 44,", in his 30s."""
    words = caught.words("count")
    unit = unit_of(caught) or "year"
    if not caught.has("unit") and words.isdigit() and len(words) > 3:
        return None
    decade = _DECADE.fullmatch(words)
    spelled = caught.meanings.of("decade.word", words)
    if decade or spelled:
        low = int(decade[1] if decade else spelled or 0)
        quantities: tuple[Quantity, ...] = (Quantity(low, low + 9),)
    else:
        pieces = re.split(r"\s*(?:,\s*and|,|\band\b|&)\s*", words)
        read = [caught.meanings.count(re.sub(r"\s*[-–]\s*(?=\d)", " to ", piece)) for piece in pieces if piece]
        quantities = tuple(quantity for quantity in read if quantity is not None)
        if len(quantities) != len(read):
            return None
    told = words != caught.words()  # "old" or "aged" stands beside it
    if not quantities or (not told and any((q.high or 0) > _OLDEST for q in quantities)):
        return None
    span = caught.sentence.span_of(*caught.units)
    return Reading(age=Age(span, quantities, unit, caught.words(), caught.match.rule.id))
