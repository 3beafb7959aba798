"""The streets among the places of a mention, in one form.

Takes names of places and blocks of streets; gives the names of streets, without numbers, points of the compass and kinds of street, which
articles leave out as they like. Knows no map.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from rapidfuzz.distance import Levenshtein

from discrepancy.rulebook.kinds.places import StreetWord
from discrepancy.rulebook.schema import Rulebook

COMPASS = {"north": "n", "south": "s", "east": "e", "west": "w", "n": "n", "s": "s", "e": "e", "w": "w"}
COMPASS |= {f"{a}{b}": f"{COMPASS[a]}{COMPASS[b]}" for a in ("north", "south") for b in ("east", "west")}
COMPASS |= {"ne": "ne", "nw": "nw", "se": "se", "sw": "sw"}
"""Points of the compass in the names of streets, each with its letters."""
_LONG = {letters: word for word, letters in COMPASS.items() if word != letters}
_BLOCK = re.compile(r"(?:\d+ (?:block of )?)?")
CORNER = re.compile(r"corner of (.+) and (.+)")
"""A corner as claims write it, with both its streets."""
_LETTERS = 6
"""Letters that a name must have for another one, a letter away, to be taken for a slip: "Fairmont" for "Fairmount", not "Oak" for "Oat"."""


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
    for place, told in _told(places):
        block = _BLOCK.match(place)
        words = street_words(place[block.end() :] if block else place)
        if not told and not (len(words) > 1 and words[-1] in kinds):
            continue
        own, _ = apart_of_compass(words, kinds)
        while len(own) > 1 and own[-1] in kinds:
            own.pop()
        found.add(" ".join(own))
    return frozenset(found - {""})


def _told(places: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """The places, both streets of a corner for themselves, and whether each is a street by its own word."""
    for place in places:
        corner = CORNER.fullmatch(place)
        yield from ((street, True) for street in corner.groups()) if corner else ((place, place[:1].isdigit() and " block of " in place),)


def street_words(name: str) -> list[str]:
    """The words of a street's name, without their full stops."""
    return [word.strip(".,").lower() for word in name.replace("-", " ").split()]


def apart_of_compass(words: Sequence[str], kinds: Collection[str]) -> tuple[list[str], str]:
    """The words of a street without the points of the compass, and their letters. A street that is called by nothing else is called by
    the last of them, be it written out or not.

    >>> apart_of_compass(["w", "n", "avenue"], {"avenue"}), apart_of_compass(["north", "elm", "avenue"], {"avenue"})
    ((['north', 'avenue'], 'w'), (['elm', 'avenue'], 'n'))
    """
    points = [at for at, word in enumerate(words) if word in COMPASS]
    if points and all(word in COMPASS or word in kinds for word in words):
        points.pop()
    own = [_LONG.get(COMPASS.get(word, ""), word) for at, word in enumerate(words) if at not in points]
    return own, "".join(COMPASS[words[at]] for at in points)


def misspelt(a: str, b: str) -> bool:
    """Whether two words of streets' names are one, or a letter apart; numbers are never a slip.

    >>> misspelt("fairmont", "fairmount"), misspelt("elm", "elk"), misspelt("136th", "146th")
    (True, False, False)
    """
    if a == b:
        return True
    if min(len(a), len(b)) < _LETTERS or a[0] != b[0] or any(map(str.isdigit, a + b)):
        return False
    return Levenshtein.distance(a, b, score_cutoff=1) == 1
