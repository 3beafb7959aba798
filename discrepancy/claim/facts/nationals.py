"""People whom an article counts apart by their country: "six Americans were hurt", beside 1,400 in all.

Takes a fact and its sentence; gives the population, one for all words by which a country's people go, or "".
"""

from __future__ import annotations

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.states import states
from discrepancy.claim.facts.read import Fact
from discrepancy.model.claims import Name
from discrepancy.rulebook.schema import Rulebook


def nationals(fact: Fact, line: Line, rules: Rulebook) -> str:
    """The population of people told by their country alone or before their trade: "two Japanese", "two Japanese bank employees"."""
    if len(fact.groups) != 1 or fact.groups[0].name or fact.groups[0].pronoun:
        return ""
    start, end = line.unit_from(fact.people.start), line.unit_from(fact.people.end - 1) + 1
    named = [value for value in line.values[start:end] if isinstance(value, Name)]
    state = states(rules).of(named[0].text) if len(named) == 1 and named[0].text != states(rules).of(named[0].text) else ""
    return f"nationals of {state}" if state else ""
