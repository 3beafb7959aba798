"""A clause that only says when something happened that is told before it: "It happened on Friday", "the crime took place in May 1980".

Takes a line, the unit of a time in it and the events of the article; gives the event that is meant and the verb that has the time, or
None where the clause tells of something else. The words for what happened stand in ``rules/events/grammar.yaml``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import Range
from discrepancy.annotate.subjects import subject
from discrepancy.claim.events.told import Told
from discrepancy.claim.facts.owning import casualty_types
from discrepancy.claim.times.before import before_group, verb_before
from discrepancy.model.claims import EventMention
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_IT = frozenset(("it", "this", "that", "which"))
_KNOWN = frozenset(("the", "this", "that"))
_NEW = frozenset(("a", "an", "another"))
_ANEW = frozenset(("again", "twice", "often"))
_ADDED = frozenset(("by", "in", "at", "near", "against", "on"))
_NOUNS = frozenset("PDYNwHaK'-Q")
_REACH = 3
"""Sentences before within which the event must have been told."""


@dataclass(frozen=True, slots=True)
class Meant:
    """An event told before, by its id, and the first unit of the verb that says it happened."""

    event: str
    verb: int


def told_before(line: Line, unit: int, told: Told, lines: Sequence[Line], rules: Rulebook) -> Meant | None:
    """The event that the clause of the time at ``unit`` dates without naming it."""
    verb = verb_before(line, unit)
    if verb is None or not _happened(line, verb, unit, rules):
        return None
    group = subject(line, verb)
    if line.words[verb - 1 : verb] == ("which",):
        group = _chain(line, verb - 1, rules) or group
    words = _head(line.words[slice(*group)]) if group is not None else line.words[max(0, verb - 1) : verb]
    known = words[-1:] and words[-1] in words_of(rules, "deed") and not _KNOWN.isdisjoint(words[-3:])
    known = known and words_of(rules, "relief").isdisjoint(words)  # "the rescue operation began on Friday"
    if not (known or not _IT.isdisjoint(words[-1:])) or line.words[unit + 1 : unit + 2] == ("when",):
        return None
    at = line.sentence.index
    if words[-1:] == ("that",) and not _NEW.isdisjoint(words) and not _deeds(told, at, verb):
        return None  # "began with a post about an incident that took place days ago in Maris"
    for before in range(at, max(-1, at - 1 - _REACH), -1):
        if lines[before].sentence.block in ("headline", "caption"):
            break
        if events := _deeds(told, before, verb if before == at else None):
            meant = {m.id for m in events if m.main} or {m.id for m in events}
            one = told.mention(meant.pop()) if len(meant) == 1 else None
            fits = one is not None and one.realis == "actual" and one.type in casualty_types(rules)
            return Meant(one.id, verb) if one is not None and fits else None
    return None


def _deeds(told: Told, index: int, until: int | None) -> list[EventMention]:
    """What a line tells of, up to a unit, by words of its own."""
    here = (t for t in told.by_line.get(index, ()) if until is None or t.end <= until)
    return [told.mention(t.event) for t in here if not t.draft.type.refers]


def _head(group: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a noun group without what *by* or *in* adds to it: "the operation by 70 planes and four helicopters"."""
    return group[: next((at for at, word in enumerate(group) if at and word in _ADDED), len(group))]


def _chain(line: Line, which: int, rules: Rulebook) -> Range | None:
    """The noun group with a deed in it of which *which* goes on to tell, though a place stands between: "the operation in the hills, which
    began"."""
    at = which - 1
    while at > 0 and line.tags[at] in _NOUNS:
        at -= 1
    deed = next((unit for unit in range(which - 1, at, -1) if line.words[unit] in words_of(rules, "deed")), None)
    return None if deed is None else (before_group(line, deed) + 1, deed + 1)


def _happened(line: Line, verb: int, unit: int, rules: Rulebook) -> bool:
    """Whether a verb group tells of nothing but that something happened: "occurred", "took place", "was committed"."""
    words = line.words[verb:unit]
    if not _ANEW.isdisjoint(words):
        return False
    if not words_of(rules, "came-about").isdisjoint(words):
        return True
    return "place" in words and not {"took", "taken", "taking"}.isdisjoint(words)
