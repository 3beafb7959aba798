"""The streets among the places of a mention, in one form.

Takes names of places and blocks of streets; gives the names of streets, without numbers, points of the compass and kinds of street, which
articles leave out as they like. Knows no map.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache

from discrepancy.rulebook.kinds.places import StreetWord
from discrepancy.rulebook.schema import Rulebook

COMPASS = {"north": "n", "south": "s", "east": "e", "west": "w", "n": "n", "s": "s", "e": "e", "w": "w"}
COMPASS |= {f"{a}{b}": f"{COMPASS[a]}{COMPASS[b]}" for a in ("north", "south") for b in ("east", "west")}
COMPASS |= {"ne": "ne", "nw": "nw", "se": "se", "sw": "sw"}
"""Points of the compass in the names of streets, each with its letters."""
_BLOCK = " block of "


@cache
def street_kinds(rules: Rulebook) -> Mapping[str, str]:
    """Each word for a street, short or long, with the long one: "ave" and "avenue" with "avenue"."""
    return {word: street.name for street in rules.of(StreetWord) for word in (street.name, *street.short)}


def streets(places: Iterable[str], kinds: Collection[str]) -> frozenset[str]:
    """The names of the streets among some places; ``kinds`` are the words for a street.

    >>> sorted(streets(["Zenda", "1100 block of North Elm Road", "Mill Street", "St. Clair"], ("road", "street", "st")))
    ['elm', 'mill']
    """
    found = set()
    for place in places:
        _, block, name = place.rpartition(_BLOCK)
        words = [word.strip(".,").lower() for word in name.replace("-", " ").split()]
        if not block and not (len(words) > 1 and words[-1] in kinds):
            continue
        own = [word for word in words if word not in COMPASS]
        while len(own) > 1 and own[-1] in kinds:
            own.pop()
        found.add(" ".join(own))
    return frozenset(found - {""})
