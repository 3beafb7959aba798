"""Whose ranks are: an officer of an army is no police officer, and a leader of rebels no official.

Takes groups of people in a sentence; gives what they are counted as by the words beside them. Words of armies and of armed groups are
those of ``rules/roles/groups.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from discrepancy.annotate.phrases_rules import PeopleGroup, Phrases
from discrepancy.annotate.tokens import Chunked, Sentence
from discrepancy.model.claims import Name

SOLDIERS = "service members"
FIGHTERS = "militants"
_POLICE = "police"
_REACH = 6
"""Units behind *of* within which a force is told."""
_BETWEEN = frozenset((",", "and", "&", "plus", "including", "or", "of", "the", "a", "an"))


def force_of(label: str, units: tuple[int, int, int], sentence: Sentence, compiled: Phrases) -> str:
    """What people of a rank are counted as. ``units``: where they start, where their noun ends and where they end."""
    start, noun_end, end = units
    beside = [*_words(sentence, range(start, noun_end)), *_force_behind(sentence, end, compiled)]
    if _POLICE in beside:
        return label
    led = sentence.words(noun_end - 1, noun_end).lower() in compiled.belongs  # whoever else has a rank there is printed with its words
    if led and not compiled.armed.isdisjoint(beside) and compiled.civil.isdisjoint(beside):
        return FIGHTERS
    return label if compiled.military.isdisjoint(beside) else SOLDIERS


def ranks_beside(found: list[Chunked], sentence: Sentence, compiled: Phrases) -> list[Chunked]:
    """The groups, ranks that are listed with soldiers counted as such: "two soldiers and a sergeant", "eight soldiers, including
    four officers"."""
    ordered = sorted(found, key=lambda chunk: chunk.start)
    for at, chunk in enumerate(ordered):
        if isinstance(chunk.value, PeopleGroup) and chunk.value.population == SOLDIERS:
            for other in (at - 1, at + 1):
                group = ordered[other].value if 0 <= other < len(ordered) else None
                if isinstance(group, PeopleGroup) and _ranked(ordered[other], group, sentence, compiled):
                    first, second = sorted((chunk, ordered[other]), key=lambda c: c.start)
                    if _listed(first.end, second.start, sentence, compiled):
                        ordered[other] = replace(ordered[other], value=replace(group, population=SOLDIERS))
    return ordered


def _ranked(chunk: Chunked, group: PeopleGroup, sentence: Sentence, compiled: Phrases) -> bool:
    """Whether a noun of rank stands there, and no word for the police."""
    if not group.head or _POLICE in group.words.lower():
        return False
    nouns = [u for u in range(chunk.start, chunk.end) if sentence.words(u, u + 1).lower() == group.head.rsplit(" ", 1)[-1]]
    return any(sentence.symbols[unit] in compiled.ranks for unit in nouns)


def _listed(end: int, start: int, sentence: Sentence, compiled: Phrases) -> bool:
    """Whether nothing but a comma, *and*, *including* or the name of an army stands between two groups."""
    return all(word in _BETWEEN or word in compiled.military for word in _words(sentence, range(end, start)))


def _force_behind(sentence: Sentence, unit: int, compiled: Phrases) -> Iterator[str]:
    """The words of what *of* behind a group names, up to the next word of grammar."""
    if unit >= len(sentence.values) or sentence.words(unit, unit + 1).lower() not in ("of", "from", "in"):
        return
    for at in range(unit + 1, min(unit + 1 + _REACH, len(sentence.values))):
        word = sentence.words(at, at + 1).lower()
        if word not in ("the", "'s", "’s", "-") and sentence.symbols[at] in compiled.closing:
            return
        yield from _words(sentence, range(at, at + 1))


def _words(sentence: Sentence, units: range) -> Iterator[str]:
    """The words of units in small letters, those of a name one by one."""
    for unit in units:
        value = sentence.values[unit]
        words = value.short_for or value.text if isinstance(value, Name) else sentence.words(unit, unit + 1)
        yield from words.lower().replace("-", " ").replace("'s", "").split()
