"""The streets among the places of a mention, in one form.

Takes names of places and blocks of streets; gives the names of streets, without numbers, points of the compass and kinds of street, which
articles leave out as they like. Knows no map.
"""

from __future__ import annotations

from collections.abc import Iterable

_KINDS = frozenset(
    ("street", "st", "avenue", "ave", "av", "road", "rd", "drive", "dr", "boulevard", "blvd", "lane", "ln", "court", "ct", "place", "pl",
     "circle", "cir", "way", "parkway", "pkwy", "terrace", "highway", "hwy", "trail", "square", "pike")
)  # fmt: skip
_COMPASS = frozenset(("north", "south", "east", "west", "n", "s", "e", "w", "ne", "nw", "se", "sw"))
_BLOCK = " block of "


def streets(places: Iterable[str]) -> frozenset[str]:
    """The names of the streets among some places.

    >>> sorted(streets(["Zenda", "1100 block of North Elm Road", "Mill Street", "St. Clair"]))
    ['elm', 'mill']
    """
    found = set()
    for place in places:
        _, block, name = place.rpartition(_BLOCK)
        words = [word.strip(".,").lower() for word in name.replace("-", " ").split()]
        if not block and not (len(words) > 1 and words[-1] in _KINDS):
            continue
        own = [word for word in words if word not in _COMPASS]
        while len(own) > 1 and own[-1] in _KINDS:
            own.pop()
        found.add(" ".join(own))
    return frozenset(found - {""})
