"""Which clock a time of day was read off: "local time" becomes the zone of the place where the event happened.

Takes a clock time, the places of its event and the sentence; gives the time with its zone. Where the places keep several
zones, or nobody knows them, it stays "local".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from discrepancy.annotate.grammar import Line, words_of
from discrepancy.annotate.places import gazetteer
from discrepancy.model.values import Clock
from discrepancy.rulebook.schema import Rulebook

_GROUP = frozenset("DHYwNQa-")
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
