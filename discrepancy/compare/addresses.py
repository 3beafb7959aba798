"""How two addresses to the street stand to each other.

Takes blocks, houses and corners as claims write them ("1100 block of Elm Road", "318 Elm Road", "corner of Elm Road and Mill Street") and
streets ("Elm Road"); gives a relation, or None where neither is more than a street.
One street under two kinds ("Elm Road", "Elm Avenue") is two streets; a street named with and without its compass or its kind is one, and so
is one whose name is misspelt by a letter. A street holds its blocks, and a block the houses of its hundred. Two blocks of other numbers on
other streets may both belong to what happened: unknown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from discrepancy.link.streets import CORNER, apart_of_compass, misspelt, street_words
from discrepancy.model.findings import Relation

_BLOCK = re.compile(r"(?:(\d+) (?:block of )?)?(.+)")
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"]
_NUMBERED = {word: f"{n}{['st', 'nd', 'rd'][n - 1] if n < 4 else 'th'}" for n, word in enumerate(_ORDINALS, 1)}
_DOUBLED = re.compile(r"(.)\1")
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class _Street:
    number: int | None
    name: tuple[str, ...]
    kind: str
    compass: str


def relate_blocks(a: str, b: str, kinds: Mapping[str, str]) -> Relation | None:
    """How block ``a`` stands to block ``b``; None where neither is a block. ``kinds`` gives for each word for a street, short or long,
    the long one.

    >>> kinds = {"avenue": "avenue", "ave": "avenue", "road": "road"}
    >>> relate_blocks("1100 block of Elm Avenue", "1100 block of Elm Road", kinds)
    'disjoint'
    >>> relate_blocks("1100 block of Elm Ave", "1100 block of North Elm Avenue", kinds)
    'same'
    >>> relate_blocks("1100 block of Elm Ave", "Elm Avenue", kinds)
    'narrower'
    """
    corners = CORNER.fullmatch(a), CORNER.fullmatch(b)
    if any(corners):
        return _corners(corners[0], corners[1], kinds) if corners[0] and corners[1] else "unknown"
    first, second = _street(a, kinds), _street(b, kinds)
    if first is None or second is None or (first.number is None and second.number is None):
        return None
    named_alike = _one_name(first.name, second.name)
    apart = [bool(x and y and x != y) for x, y in ((first.kind, second.kind), (first.compass, second.compass))]
    if first.number is None or second.number is None:
        if not named_alike or any(apart) or not all(street.kind or street.number is not None for street in (first, second)):
            return "unknown"  # a place is no street for bearing its name
        return "wider" if first.number is None else "narrower"
    if named_alike and not any(apart):
        return _numbers(first.number, second.number)
    return "unknown" if _numbers(first.number, second.number) == "disjoint" else "disjoint"


def _corners(a: re.Match[str], b: re.Match[str], kinds: Mapping[str, str]) -> Relation:
    """How two corners stand to each other: of one street with two others they are two, of four streets both may be where it was."""
    ours, theirs = ([_street(street, kinds) for street in corner.groups()] for corner in (a, b))
    met = [any(_alike(one, other) for other in theirs) for one in ours]
    return "same" if all(met) else "disjoint" if any(met) else "unknown"


def _alike(a: _Street | None, b: _Street | None) -> bool:
    """Whether two streets may be one."""
    if a is None or b is None or not _one_name(a.name, b.name):
        return False
    return not any(x and y and x != y for x, y in ((a.kind, b.kind), (a.compass, b.compass)))


def _numbers(a: int, b: int) -> Relation:
    if a == b:
        return "same"
    if a // _HUNDRED == b // _HUNDRED and 0 in (a % _HUNDRED, b % _HUNDRED):  # number 680 stands in the 600 block
        return "wider" if a % _HUNDRED == 0 else "narrower"
    return "disjoint"


def _one_name(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names are one, but for a slip."""
    return a == b or (len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1 and all(map(misspelt, a, b)))


def _street(text: str, kinds: Mapping[str, str]) -> _Street | None:
    match = _BLOCK.fullmatch(text)
    if match is None:
        return None
    words, compass = apart_of_compass(street_words(match[2]), kinds)
    kind = next((kinds[word] for word in reversed(words[1:]) if word in kinds), "")
    plain = (_NUMBERED.get(word, word) for at, word in enumerate(words) if at == 0 or word not in kinds)
    name = tuple(_DOUBLED.sub(r"\1", kinds.get(word, word)) for word in plain)  # Killian Road and Kilian Road are one
    return _Street(int(match[1]) if match[1] else None, name, kind, compass)
