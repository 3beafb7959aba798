"""How two addresses to the street stand to each other.

Takes blocks as claims write them ("1100 block of Elm Road"); gives a relation, or None where one of the two is no block. One street under
two kinds ("Elm Road", "Elm Avenue") is two streets; a street named with and without its compass or its kind is one. Two blocks of other
numbers on other streets may both belong to what happened: unknown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from discrepancy.link.streets import COMPASS
from discrepancy.model.findings import Relation

_BLOCK = re.compile(r"(\d+) block of (.+)")
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"]
_NUMBERED = {word: f"{n}{['st', 'nd', 'rd'][n - 1] if n < 4 else 'th'}" for n, word in enumerate(_ORDINALS, 1)}
_DOUBLED = re.compile(r"(.)\1")


@dataclass(frozen=True, slots=True)
class _Block:
    number: int
    name: tuple[str, ...]
    kind: str
    compass: str


def relate_blocks(a: str, b: str, kinds: Mapping[str, str]) -> Relation | None:
    """How block ``a`` stands to block ``b``; None where one of them is no block. ``kinds`` gives for each word for a street, short or long,
    the long one.

    >>> kinds = {"avenue": "avenue", "ave": "avenue", "road": "road"}
    >>> relate_blocks("1100 block of Elm Avenue", "1100 block of Elm Road", kinds)
    'disjoint'
    >>> relate_blocks("1100 block of Elm Ave", "1100 block of North Elm Avenue", kinds)
    'same'
    """
    first, second = _block(a, kinds), _block(b, kinds)
    if first is None or second is None:
        return None
    named_alike = first.name == second.name
    apart = [bool(x and y and x != y) for x, y in ((first.kind, second.kind), (first.compass, second.compass))]
    if named_alike and not any(apart):
        return "same" if first.number == second.number else "disjoint"
    if first.number == second.number:
        return "disjoint"
    return "unknown"


def _block(text: str, kinds: Mapping[str, str]) -> _Block | None:
    match = _BLOCK.fullmatch(text)
    if match is None:
        return None
    words = [word.strip(".").lower() for word in match[2].replace("-", " ").split()]
    compass = "".join(COMPASS[word] for word in words if word in COMPASS)
    words = [word for word in words if word not in COMPASS]
    kind = next((kinds[word] for word in reversed(words[1:]) if word in kinds), "")
    plain = (_NUMBERED.get(word, word) for at, word in enumerate(words) if at == 0 or word not in kinds)
    name = tuple(_DOUBLED.sub(r"\1", word) for word in plain)  # Killian Road and Kilian Road are one
    return _Block(int(match[1]), name, kind, compass)
