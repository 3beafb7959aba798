"""Where what came to grief was going, and where it came from: "the ferry was bound for Lima", "a flight from Lima to Cusco".

Takes the lines of an article and the owners it offers; gives ``place`` claims of an event with the scope ``destination`` or ``origin``. A
town that is told as one end of the voyage in two ways is none, and where two vehicles collide nothing says whose voyage it is. Rescuers and
aid travel too: a sentence that tells of those is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.parties import full
from discrepancy.annotate.states import states
from discrepancy.claim.events.sorts import types_of
from discrepancy.claim.evidence import Claims
from discrepancy.claim.owners import Owners
from discrepancy.model.claims import Name
from discrepancy.model.text import Span
from discrepancy.model.values import terms
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.phrases import PhraseTable
from discrepancy.rulebook.schema import Rulebook

End = Literal["destination", "origin"]
_REACH = 6
"""Units from a cue to its town: "bound for the northern port city of Lima"."""
_CONVEYED = 5
"""Units from "carrying" to the *from* behind those who travel."""
_INSIDE = frozenset("DwaYN-")
"""Letters of what may stand between a cue and its town."""


def voyage_claims(lines: Sequence[Line], owners: Owners, claims: Claims, rules: Rulebook) -> None:
    """One claim an event and end of its voyage, at the first place that tells it."""
    befalls = types_of(rules, "on-voyage")
    voyagers, collided = words_of(rules, "voyager"), words_of(rules, "collided")
    if owners.holds(collided) or not owners.holds(voyagers):
        return
    found: dict[tuple[str, End], list[tuple[str, Span]]] = {}
    for index, line in enumerate(lines):
        ends = list(_ends(line, rules))
        if not ends or not words_of(rules, "to-the-rescue").isdisjoint(line.words):
            continue
        travels = not voyagers.isdisjoint(line.words) or line.words[0] == "it"
        for end, start, unit in ends:
            event = owners.event(index, unit, befalls)
            value = line.values[unit]
            here = travels or any(trigger.event == event for trigger in owners.told.by_line.get(index, ()))
            if event and here and isinstance(value, Name):
                found.setdefault((event, end), []).append((full(value), line.span(start, unit + 1)))
    for (event, end), told in found.items():
        if len({town for town, _ in told}) == 1:
            town, span = told[0]
            claims.add("place", terms(town), span, f"place.{end}", event=event, scope=end)


def _ends(line: Line, rules: Rulebook) -> Iterator[tuple[End, int, int]]:
    """The ends of voyages that a line tells: which, the unit where its cue begins, and that of the town."""
    for unit, name in line.named:
        if line.tags[unit + 1 : unit + 2] == "-" and line.words[unit + 2 : unit + 3] == ("bound",) and _town(name, rules):
            yield "destination", unit, unit
    seen: set[int] = set()
    cues = _cues(rules)
    for first in range(len(line.words)):
        for behind, end in cues.at(line.words, first) if line.words[first] in cues.firsts else ():
            if behind in seen:
                continue
            town = _behind(line, behind, rules)
            if town is None:
                continue
            seen.add(behind)
            yield end, first, town
            other: End = "origin" if end == "destination" else "destination"
            ties = ("from",) if end == "destination" else ("to", "for")
            if line.words[town + 1 : town + 2] and line.words[town + 1] in ties:
                further = _behind(line, town + 2, rules)
                if further is not None:
                    yield other, first, further
            break
        if line.words[first] == "from" and first + 1 not in seen and _conveyed(line, first, rules):
            town = _behind(line, first + 1, rules)
            further = _behind(line, town + 2, rules) if town is not None and line.words[town + 1 : town + 2] == ("to",) else None
            if town is not None and further is not None:  # "pilgrims from Jammu" alone says where these were from
                yield "origin", first, town
                yield "destination", first, further


def _conveyed(line: Line, unit: int, rules: Rulebook) -> bool:
    """Whether people or goods stand before *from*, and before those that they are carried: "a bus taking pilgrims from Jammu"."""
    return not words_of(rules, "conveying").isdisjoint(line.words[max(0, unit - _CONVEYED) : unit])


def _behind(line: Line, start: int, rules: Rulebook) -> int | None:
    """The unit of the town that a cue before ``start`` brings; None where something else does."""
    for at in range(start, min(start + _REACH, len(line.words))):
        value = line.values[at]
        if isinstance(value, Name) and (at == start or line.words[at - 1] == "of" or line.tags[start:at].strip("Da") in ("", "w")):
            return at if _town(value, rules) else None
        if line.tags[at] not in _INSIDE and line.words[at] != "of":
            return None
    return None


def _town(name: Name, rules: Rulebook) -> bool:
    """Whether a name can be that of a town: a state is wider than any, and says little."""
    return name.kind in ("place", "unknown") and not states(rules).of(name.text, acting=False)


@cache
def _cues(rules: Rulebook) -> PhraseTable[End]:
    """The phrases before either end of a voyage, longest first; "ferry from" and the like with them."""
    told: list[tuple[End, str]] = [("destination", phrase) for phrase in words_of(rules, "bound-for")]
    told += [("origin", phrase) for phrase in words_of(rules, "come-from")]
    told += [("origin", f"{noun} from") for noun in words_of(rules, "voyager")]
    return PhraseTable((phrase, end) for end, phrase in sorted(told, key=lambda item: (-len(item[1].split()), item)))
