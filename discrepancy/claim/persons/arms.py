"""With what the attacker was armed: "a man armed with a pistol", "the gunman used a rifle".

Takes the lines and events of an article; gives ``weapon`` claims by the weapon's own name. What the police and soldiers carry is no
weapon of the attacker, and of several weapons nobody knows which one was used.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from discrepancy.annotate.clauses import clause
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import noun_group
from discrepancy.claim.events.told import Told
from discrepancy.claim.evidence import Claims
from discrepancy.model.values import terms
from discrepancy.rulebook.kinds.events import EventType
from discrepancy.rulebook.kinds.phrases import Population
from discrepancy.rulebook.kinds.roles import RoleCue, Weapons
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.phrases import spelled_out
from discrepancy.rulebook.schema import Rulebook

_REACH = 4
"""Sentences back in which the event is looked for that a weapon belongs to."""


def weapon_claims(told: Told, lines: Sequence[Line], claims: Claims, rules: Rulebook) -> None:
    """One claim an event and weapon, at the first place that tells it."""
    cues, names, police = _cues(rules), carried(rules), _guardians(rules)
    asked = _asked(rules)
    seen: set[tuple[str, str]] = set()
    for index, line in enumerate(lines):
        if line.sentence.block not in ("body", "quote", "headline", "standfirst") or names.isdisjoint(line.words):
            continue
        for unit, end, cue in _found(line, cues):
            start, _ = clause(line, unit)
            if not police.isdisjoint(line.words[start:end]):
                continue  # "officers armed with rifles"
            group = noun_group(line, end, len(line.words))
            arms = [line.words[at] for at in range(*group) if line.words[at] in names]
            if len(arms) != 1 or line.words[group[1] : group[1] + 1] in (("and",), ("or",)):
                continue
            near = [t for at in range(index, max(-1, index - _REACH), -1) for t in reversed(told.by_line.get(at, ()))]
            fit = [t.event for t in near if told.mention(t.event).type in asked and told.mention(t.event).realis == "actual"]
            event = fit[0] if fit else told.main.id if told.main is not None and told.main.type in asked else ""
            if event and (event, arms[0]) not in seen:
                seen.add((event, arms[0]))
                claims.add("weapon", terms(arms[0]), line.span(unit, group[1]), cue.id, event=event)


def _found(line: Line, cues: dict[str, list[tuple[tuple[str, ...], RoleCue]]]) -> list[tuple[int, int, RoleCue]]:
    """Where the phrases of cues begin and end."""
    found = []
    for unit, word in enumerate(line.words):
        for rest, cue in cues.get(word, ()):
            if line.words[unit + 1 : unit + 1 + len(rest)] == rest:
                found.append((unit, unit + 1 + len(rest), cue))
                break
    return found


@cache
def _cues(rules: Rulebook) -> dict[str, list[tuple[tuple[str, ...], RoleCue]]]:
    found: dict[str, list[tuple[tuple[str, ...], RoleCue]]] = {}
    for cue in rules.of(RoleCue):
        for phrase in spelled_out(cue.phrases) if cue.gives == "weapon" else ():
            first, *rest = phrase.lower().split()
            found.setdefault(first, []).append((tuple(rest), cue))
    return {word: sorted(each, key=lambda e: -len(e[0])) for word, each in found.items()}


@cache
def carried(rules: Rulebook) -> frozenset[str]:
    """The names of weapons of which somebody carries one."""
    return frozenset(word for rule in rules.of(Weapons) if rule.carried for word in rule.words if not word.endswith("s"))


@cache
def _guardians(rules: Rulebook) -> frozenset[str]:
    """Nouns for the police and soldiers."""
    found = (rule for rule in rules.of(Population) if rule.serves)
    return frozenset(word for rule in found for word in (*rule.one, *rule.many, *rule.same)) | words_of(rules, "guardian")


@cache
def _asked(rules: Rulebook) -> frozenset[str]:
    """The types of events of which a weapon is asked."""
    return frozenset(rule.type for rule in rules.of(EventType) if "weapon" in rule.asks)
