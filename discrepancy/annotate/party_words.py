"""The words by which a noun group is told to be a state, an armed body, a crowd or the press.

Takes the rulebook; gives :class:`PartyWords`, made once for each. What they make of a noun group is :mod:`discrepancy.annotate.parties`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from discrepancy.rulebook.kinds.phrases import Population
from discrepancy.rulebook.kinds.roles import ArmedGroups
from discrepancy.rulebook.kinds.speech import SpeakerWords
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook


@dataclass(frozen=True, slots=True)
class PartyWords:
    """Words by the job they do in a noun group that stands for somebody; all in lower case."""

    office: frozenset[str]
    people: frozenset[str]
    media: frozenset[str]
    document: frozenset[str]
    linker: frozenset[str]
    plural: frozenset[str]
    actor: frozenset[str]
    armed: frozenset[str]
    sort: frozenset[str]
    shapes: frozenset[str]
    bodies: frozenset[str]
    members: frozenset[str]
    civilian: frozenset[str]
    harmful: frozenset[str]
    serving: frozenset[str]
    outlaw: frozenset[str]
    bearing: frozenset[str]


@cache
def party_words(rules: Rulebook) -> PartyWords:
    """The words of a rulebook, made once."""
    plays: dict[str, set[str]] = {}
    for rule in rules.of(SpeakerWords):
        plays.setdefault(rule.plays, set()).update(rule.words)
    office = words_of(rules, "office") | plays.get("state", set())
    harmful = frozenset(noun for rule in rules.of(Population) if rule.harms for noun in (*rule.one, *rule.many))
    outlaw = harmful | words_of(rules, "attacker") | words_of(rules, "outlaw")
    counted = {noun.split()[-1] for rule in rules.of(Population) for noun in rule.nouns}
    return PartyWords(
        frozenset(office), frozenset(plays.get("people", ())), frozenset(plays.get("media", ())),
        frozenset(plays.get("document", ())), words_of(rules, "linker"), words_of(rules, "plural-party"),
        frozenset(
            office | plays.get("people", set()) | counted | words_of(rules, "actor") | words_of(rules, "armed")
            | {word for rule in rules.of(ArmedGroups) for word in (*rule.bodies, *rule.companies)}
        ),
        words_of(rules, "armed"), frozenset(word for rule in rules.of(ArmedGroups) for word in rule.beside),
        frozenset(word for rule in rules.of(ArmedGroups) for word in rule.shapes),
        frozenset(word for rule in rules.of(ArmedGroups) for word in rule.bodies),
        frozenset(word for rule in rules.of(ArmedGroups) for word in rule.members),
        words_of(rules, "civilian"), harmful,
        frozenset(noun for rule in rules.of(Population) if rule.serves for noun in rule.nouns) | words_of(rules, "office") - outlaw,
        outlaw, words_of(rules, "bearing"),
    )  # fmt: skip
