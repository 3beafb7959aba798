"""Whose losses a figure counts, where two sides fought: "Ruritania put its own losses at five dead" is no toll of the battle.

Takes a fact and its line; gives the scope ``side:NAME``. The words of one's own stand in ``rules/facts/sides.yaml``.
"""

from __future__ import annotations

from discrepancy.annotate.grammar import Line, read_text
from discrepancy.annotate.parties import full
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
    named = [name for _, name in line.names(0, line.unit_from(fact.people.start))]
    return f"side:{full(named[-1])}" if named else "side:"


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
