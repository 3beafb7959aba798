"""Readers of times that count from something: weekdays, yesterday, last week, two days after the raid.

Take what a pattern caught; give an expression that says what it counts from.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from discrepancy.annotate.times.caught import Caught, Reading
from discrepancy.annotate.times.timex import Anchor, Expression, Unit
from discrepancy.model.text import Span
from discrepancy.model.values import Quantity

_AGAIN = re.compile(r"(?:^|\W)(?:on|most|many|all|some|every|and|or|alternate)\s*\Z", re.I)
_BACK = frozenset(["before", "earlier", "previously", "prior", "beforehand", "ahead", "previous", "preceding", "eve", "ago"])


def read_weekday(caught: Caught) -> Reading | None:
    """A day of the week: "Monday", "last Friday", "Monday night", "Friday last week"; "Mondays blast" has lost its
    apostrophe.
    """
    weekday = caught.meaning("weekday", "weekday") or _bare_possessive(caught)
    if weekday is None:
        return None
    words = caught.words().lower()
    part = caught.meaning("part", "day-part") or caught.words("part")
    in_week = caught.meaning("weekdir", "back", "this", "on")
    step = caught.meaning("direction", "back", "this", "on") if caught.has("direction") else None
    if words.endswith("last"):
        step = "-1"
    expression = Expression("weekday", weekday=int(weekday), step=int(step or 0), part=part, value="bare" if step is None else "")
    if in_week is not None:
        expression = replace(expression, date=Expression("running", unit="week", step=int(in_week)), value="")
    return Reading("TIME" if part else "DATE", expression)


def _bare_possessive(caught: Caught) -> str | None:
    """The day of "Mondays blast"; None where days come again and again ("on Mondays buses run")."""
    weekday = caught.meaning("weekday", "weekday.many")
    again = weekday is None or not weekday.isdigit() or _AGAIN.search(caught.before) is not None
    return None if again else weekday


def read_near(caught: Caught) -> Reading | None:
    """Yesterday and its like, this morning, last night, the day before yesterday."""
    words = caught.words("near").lower()
    offset = {"last": -1, "this": 0, "tonight": 0, "overnight": 0}.get(words)
    if offset is None:
        known = caught.meaning("near", "near")
        if known is None or (caught.words()[0].isupper() and re.search(r"[A-Z]\w*\s$", caught.before)):
            return None  # "USA Today" is no day
        offset = int(known)
    way = caught.words("way").lower()
    offset += {"before": -1, "after": 1}.get(way, 0)
    part = "night" if words in ("tonight", "overnight") else caught.meaning("part", "day-part") or ""
    expression = Expression("running", unit="day", step=offset, part=part)
    return Reading("TIME" if part else "DATE", expression)


def read_running(caught: Caught) -> Reading | None:
    """The unit before, this one or the next: of publication ("last week"), or of the time told last ("the next
    day").
    """
    words = caught.words("unit").lower() or "quarter"
    anchor = cast(Anchor, caught.words("anchor") or "publication")
    direction = caught.words("direction").lower()
    if direction == "latest":
        return Reading("DATE", Expression("running", anchor, "quarter", value="latest"))
    weekday = caught.meanings.of("weekday", words)
    if caught.has("unit") and caught.words("unit").istitle() and caught.words("direction").istitle() and caught.before.strip():
        return None  # "This Week" is a programme
    part = caught.meanings.of("day-part", words) or ""
    unit = cast("Unit | None", caught.meanings.first(words, "unit", "units"))
    if part:
        unit = "day"
    step = {"next": 1, "following": 1, "after": 1, "previous": -1, "preceding": -1, "before": -1}.get(direction)
    if step is None:
        known = caught.meaning("direction", "back", "this", "on") if anchor == "publication" else "0"
        step = int(known or 0)
    if weekday is not None:
        return Reading("DATE", Expression("weekday", anchor, weekday=int(weekday), step=step))
    if unit is None:
        return None
    fiscal = "fiscal" in caught.words().lower()
    if unit == "weekend" and not direction:
        return Reading("DATE", Expression("running", unit="weekend", value="bare"))
    return Reading("TIME" if part else "DATE", Expression("running", anchor, unit, step=step, part=part, fiscal=fiscal))


def read_shift(caught: Caught) -> Reading | None:
    """So many units before or after publication, the time told last, or an event."""
    anchor = cast(Anchor, caught.words("anchor"))
    way = caught.words("way").lower()
    if way == "eve":
        return Reading("DATE", Expression("shift", "event", "day", step=-1, amount=_ONE, event=_event(caught)))
    words = caught.words("unit").lower()
    part = caught.meanings.of("day-part", words) or ""
    unit = cast("Unit | None", caught.meanings.first(words, "unit", "units")) or ("day" if part else None)
    if unit is None:
        return None
    amount = _amount(caught, words)
    if amount is None:
        return None
    if anchor == "event" and not part and caught.meanings.lasts.search(caught.before):
        return None  # "deliberated for nine hours before finding him guilty"
    if _ON_THE_CLOCK.match(caught.words("event")):
        return None  # "minutes after 8 p.m." is a time of day
    if unit == "night":
        unit, part = "day", "night"
    step = -1 if way == "-1" or (way.split()[:1] and way.split()[0] in _BACK) else 1
    mod = "EQUAL_OR_LESS" if way == "of" else ""
    return Reading(
        "TIME" if part else "DATE",
        Expression("shift", anchor, unit, step=step, amount=amount, part=part, mod=mod, event=_event(caught)),
    )


_ONE = Quantity(1, 1)
_ON_THE_CLOCK = re.compile(r"\d{1,2}(?::\d\d|(?:[:.]\d\d)?\s?[ap]\.?\s?m\b)|noon\b|midday\b|midnight\b", re.I)


def _amount(caught: Caught, unit_words: str) -> Quantity | None:
    if caught.has("count"):
        return caught.meanings.count(caught.words("count"))
    if caught.words("head").lower().startswith("the") or not caught.has("head"):
        return _ONE
    return caught.meanings.vague((caught.meanings.of("units", unit_words) and unit_words) or "")


def _event(caught: Caught) -> Span | None:
    return caught.span("event")


def read_reference(caught: Caught) -> Reading | None:
    """Words of time that name no day: now, recently, the future."""
    value = caught.meaning("reference", "reference.present", "reference.past", "reference.future")
    fixed = {"future": "FUTURE_REF", "past": "PAST_REF", "current": "PRESENT_REF", "recently": "PAST_REF", "days": "PRESENT_REF"}
    value = value or fixed.get(caught.words("reference").lower()) or caught.words("reference")
    return Reading("DATE", Expression("reference", "absolute", value=value))
