"""How two addresses to the street stand to each other.

Takes blocks as claims write them ("1100 block of Elm Road"); gives a relation, or None where one of the two is no block. One street under
two kinds ("Elm Road", "Elm Avenue") is two streets; a street named with and without its compass or its kind is one. Two blocks of other
numbers on other streets may both belong to what happened: unknown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from discrepancy.model.findings import Relation

_BLOCK = re.compile(r"(\d+) block of (.+)")
_KINDS = {
    "street": "street", "st": "street", "avenue": "avenue", "ave": "avenue", "av": "avenue", "road": "road", "rd": "road", "drive": "drive",
    "dr": "drive", "boulevard": "boulevard", "blvd": "boulevard", "lane": "lane", "ln": "lane", "court": "court", "ct": "court",
    "place": "place", "pl": "place", "circle": "circle", "cir": "circle", "way": "way", "parkway": "parkway", "pkwy": "parkway",
    "terrace": "terrace", "highway": "highway", "hwy": "highway", "trail": "trail", "square": "square", "pike": "pike",
}  # fmt: skip
_COMPASS = {"north": "n", "south": "s", "east": "e", "west": "w", "n": "n", "s": "s", "e": "e", "w": "w"}
_COMPASS |= {f"{a}{b}": f"{_COMPASS[a]}{_COMPASS[b]}" for a in ("north", "south") for b in ("east", "west")}
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"]
_NUMBERED = {word: f"{n}{['st', 'nd', 'rd'][n - 1] if n < 4 else 'th'}" for n, word in enumerate(_ORDINALS, 1)}
_DOUBLED = re.compile(r"(.)\1")
_COMPASS |= {"ne": "ne", "nw": "nw", "se": "se", "sw": "sw"}


@dataclass(frozen=True, slots=True)
class _Block:
    number: int
    name: tuple[str, ...]
    kind: str
    compass: str


def relate_blocks(a: str, b: str) -> Relation | None:
    """How block ``a`` stands to block ``b``; None where one of them is no block.

    >>> relate_blocks("1100 block of Elm Avenue", "1100 block of Elm Road")
    'disjoint'
    >>> relate_blocks("1100 block of Elm Ave", "1100 block of North Elm Avenue")
    'same'
    """
    first, second = _block(a), _block(b)
    if first is None or second is None:
        return None
    named_alike = first.name == second.name
    apart = [bool(x and y and x != y) for x, y in ((first.kind, second.kind), (first.compass, second.compass))]
    if named_alike and not any(apart):
        return "same" if first.number == second.number else "disjoint"
    if first.number == second.number:
        return "disjoint"
    return "unknown"


def _block(text: str) -> _Block | None:
    match = _BLOCK.fullmatch(text)
    if match is None:
        return None
    words = [word.strip(".").lower() for word in match[2].replace("-", " ").split()]
    compass = "".join(_COMPASS[word] for word in words if word in _COMPASS)
    words = [word for word in words if word not in _COMPASS]
    kind = next((_KINDS[word] for word in reversed(words[1:]) if word in _KINDS), "")
    plain = (_NUMBERED.get(word, word) for at, word in enumerate(words) if at == 0 or word not in _KINDS)
    name = tuple(_DOUBLED.sub(r"\1", word) for word in plain)  # Killian Road and Kilian Road are one
    return _Block(int(match[1]), name, kind, compass)
