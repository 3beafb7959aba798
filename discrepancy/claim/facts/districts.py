"""Tolls of a disaster told place by place: "19 died in Kemal district and nine in neighbouring Basti".

Takes a fact and its line; gives each place with its number, in the order of the text. A sentence with one place tells where it happened and
is no list.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.parties import full
from discrepancy.claim.facts.read import Fact
from discrepancy.model.claims import Name
from discrepancy.model.text import Span
from discrepancy.model.values import Quantity
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_REACH = 7
"""Units behind a number of people within which its place stands."""
_KINDS = ("place", "unknown", "person")
"""Kinds of names behind *in*; a town that no table holds may be taken for a person elsewhere in the article."""


def by_place(fact: Fact, lines: Sequence[Line], rules: Rulebook) -> list[tuple[str, Quantity, Span]]:
    """The places of a list with their numbers and where each stands; empty where the fact opens no list of places."""
    line = lines[fact.sentence]
    first = _place(lines, fact.sentence, line.unit_from(fact.people.end - 1) + 1)
    if first is None:
        return []
    name, at = first
    found = [(name, fact.value, fact.people)]
    while at < len(line.words):
        at += line.words[at] in words_of(rules, "division")
        at += line.tags[at : at + 1] == "K"
        at += line.words[at : at + 1] == ("and",)
        value = line.values[at] if at < len(line.words) else None
        following = _place(lines, fact.sentence, at + 1) if isinstance(value, QuantityMention) and not value.unit else None
        if following is None or not isinstance(value, QuantityMention):
            break
        found.append((following[0], value.value, value.span))
        at = following[1]
    return found if len(found) > 1 else []


def _place(lines: Sequence[Line], index: int, unit: int) -> tuple[str, int] | None:
    """The place named behind *in* at a unit or a few behind, and the unit behind it; *there* is the place named last before."""
    line = lines[index]
    for at in range(unit, min(unit + _REACH, len(line.words))):
        if line.tags[at] in "SKCQ":
            return None
        if line.words[at] == "there":
            earlier = [name for _, name in lines[index - 1].names(0, len(lines[index - 1].words))] if index else []
            return (full(earlier[-1]), at + 1) if earlier else None
        if line.words[at] == "in":
            named = [(u, n) for u, n in line.names(at + 1, min(at + 4, len(line.words))) if isinstance(n, Name) and n.kind in _KINDS]
            return (full(named[0][1]), named[0][0] + 1) if named else None
    return None
