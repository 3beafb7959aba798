"""Whose losses a figure counts, where two sides fought: "Ruritania put its own losses at five dead" is no toll of the battle.

Takes a fact and its line; gives the scope ``side:NAME``. The words of one's own stand in ``rules/facts/main-event.yaml``.
"""

from __future__ import annotations

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.parties import full
from discrepancy.claim.events.asides import any_of, behind
from discrepancy.claim.facts.read import Fact
from discrepancy.rulebook.kinds.facts import MainEventPolicy
from discrepancy.rulebook.schema import Rulebook

TWO_SIDED = frozenset(("clash", "exchange"))
"""Types of events with dead on two sides."""


def side(fact: Fact, line: Line, event_type: str, rules: Rulebook) -> str:
    """The scope of a figure that counts one side alone, or "".

    The side is whoever is named last before the figure: "Graustark said three of its soldiers died".
    """
    words = line.sentence.words(0, len(line.sentence.values)).lower()
    at = fact.people.start - line.sentence.span.start
    policy = rules.of(MainEventPolicy)
    own = any(behind(any_of(rule.own).search(words), at) for rule in policy)
    counted = f"{line.sentence.text[fact.people.start : fact.people.end].lower()} "
    if not own and not (event_type in TWO_SIDED and any(f"{phrase} " in counted for rule in policy for phrase in rule.of_own)):
        return ""
    named = [name for _, name in line.names(0, line.unit_from(fact.people.start))]
    return f"side:{full(named[-1])}" if named else "side:"
