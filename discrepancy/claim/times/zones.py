"""Which clock a time of day was read off: "local time" becomes the zone of the place where the event happened.

Takes a clock time, the places of its event and the sentence; gives the time with its zone. Where the places keep several
zones, or nobody knows them, it stays "local".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.places import gazetteer
from discrepancy.model.values import Clock, When, between, day
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_GROUP = frozenset("DHYwNQa-")
_NOON = 720
"""Minutes of a day by Greenwich from which it may be the next one elsewhere; before them it may be the day before."""
_LONGEST = 8
"""Units between a preposition and the name that ends its group: "near the old harbour town of Maris"."""


def at_scene(clock: Clock, places: Sequence[str], line: Line, rules: Rulebook) -> Clock:
    """The time with the zone of ``places``, where it is said to be local and they all keep one; where they are unknown,
    with that of the places that the sentence puts something in.
    """
    if clock.zone != "local":
        return clock
    zone = one_zone(places, rules) or one_zone(_where(line, rules), rules)
    return replace(clock, zone=zone) if zone else clock


def day_at_scene(when: When, clock: Clock | None, places: Sequence[str], rules: Rulebook) -> When:
    """The day at ``places`` of a moment told by a clock of elsewhere: "10.12 p.m. GMT on Sunday" is Monday in Iran. By Greenwich, where
    nobody knows the clock of the place, it is either of two days.

    >>> from datetime import date
    >>> from discrepancy.rulebook import rulebook
    >>> late = Clock(1332, 1332, "UTC")
    >>> day_at_scene(day(date(2024, 3, 3)), late, ["Iran"], rulebook()).first
    datetime.date(2024, 3, 4)

    """
    if clock is None or clock.zone in ("", "local") or when.first is None or when.first != when.last or when.options:
        return when
    told, zone = when.first, one_zone(places, rules)
    if not zone:
        if clock.zone != "UTC":
            return when
        return between(told, told + timedelta(1)) if clock.first >= _NOON else between(told - timedelta(1), told)
    try:
        there = UTC if clock.zone == "UTC" else ZoneInfo(clock.zone)
        moment = datetime.combine(told, time(), there) + timedelta(minutes=clock.first)
        here = moment.astimezone(ZoneInfo(zone)).date()
    except (ZoneInfoNotFoundError, ValueError):
        return when
    return when if here == told else day(here)


def one_zone(places: Sequence[str], rules: Rulebook) -> str:
    """The IANA zone that all places keep which the tables know, or "".

    >>> from discrepancy.rulebook import rulebook
    >>> one_zone(["Saravan", "Iran"], rulebook()), one_zone(["Kerman", "Quetta"], rulebook())
    ('Asia/Tehran', '')

    """
    known = gazetteer(rules)
    zones = {zone for place in places if (zone := known.zone(place, places))}
    return zones.pop() if len(zones) == 1 else ""


def _where(line: Line, rules: Rulebook) -> list[str]:
    """The places of a sentence behind "in", "near" and their like."""
    where, found = words_of(rules, "where"), []
    for unit, name in line.named:
        at = unit - 1
        while at > max(0, unit - _LONGEST) and (line.tags[at] in _GROUP or line.words[at] == "of"):
            at -= 1
        if name.kind == "place" and at >= 0 and line.words[at] in where:
            found.append(name.text)
    return found
