"""Whose losses a figure counts, where two sides fought: "Ruritania put its own losses at five dead" is no toll of the battle.

Takes a fact and its line; gives the scope ``side:NAME``. The words of one's own stand in ``rules/facts/sides.yaml``; two sides told in
one breath, "four Ruritanian and three Graustark soldiers", count for themselves.
"""

from __future__ import annotations

from dataclasses import replace

from discrepancy.annotate.grammar import Line, read_text
from discrepancy.annotate.parties import full
from discrepancy.annotate.phrases_rules import PeopleGroup
from discrepancy.annotate.states import states
from discrepancy.claim.events.asides import any_of, behind
from discrepancy.claim.facts.read import Fact, facts
from discrepancy.rulebook.kinds.facts import OwnLosses
from discrepancy.rulebook.schema import Rule, Rulebook


def side(fact: Fact, line: Line, event_type: str, rules: Rulebook) -> str:
    """The scope of a figure that counts one side alone, or "".

    The side is whoever is named last before the figure: "Graustark said three of its soldiers died".
    """
    if not any(_own(rule, fact, line, event_type) for rule in rules.of(OwnLosses)):
        return ""
    named = [full(name) for _, name in line.names(0, line.unit_from(fact.people.start))]
    return f"side:{states(rules).of(named[-1]) or named[-1]}" if named else "side:"


def of_two_sides(fact: Fact, event_type: str, rules: Rulebook) -> tuple[tuple[PeopleGroup, str], ...]:
    """The people of two states that one list counts in a fight, each with the scope of its own; none where it does not. "Four Cambodian"
    are of the sort of those behind: "and three Thai soldiers"."""
    if len(fact.groups) != 2 or not any(event_type in rule.types for rule in rules.of(OwnLosses)):
        return ()
    first, last = fact.groups
    sides = tuple(next(filter(None, map(states(rules).of, group.words.split())), "") for group in fact.groups)
    if not (first.counted and last.counted and all(sides)) or sides[0] == sides[1]:
        return ()
    sort = first.population or ("" if first.head else last.population)
    return (replace(first, population=sort), f"side:{sides[0]}"), (last, f"side:{sides[1]}")


def _own(rule: OwnLosses, fact: Fact, line: Line, event_type: str) -> bool:
    """Whether the words of a rule make a figure one side's."""
    if rule.types and event_type not in rule.types:
        return False
    if rule.inside:
        counted = f"{line.sentence.text[fact.people.start : fact.people.end].lower()} "
        return any(f"{phrase} " in counted for phrase in rule.phrases)
    words = line.sentence.words(0, len(line.sentence.values)).lower()
    return behind(any_of(rule.phrases).search(words), fact.people.start - line.sentence.span.start)


def shows(rule: Rule, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """The people whom a text of a battle counts as one side's by the words of the rule, and the scope of their number."""
    assert isinstance(rule, OwnLosses)
    _, told = read_text(text, published, rules)
    found = facts([line.sentence for line in told], rules)
    battle = rule.types[0] if rule.types else ""
    own = [fact for fact in found if _own(rule, fact, told[fact.sentence], battle)]
    return [(fact.people.of(text), side(fact, told[fact.sentence], battle, rules)) for fact in own]
