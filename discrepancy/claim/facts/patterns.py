"""Fact patterns of a rulebook, compiled once.

Takes a rulebook; gives :class:`~discrepancy.rulebook.patterns.Patterns` of its ``facts`` rules. Knows nothing of what is done with matches.
"""

from __future__ import annotations

from functools import cache

from discrepancy.rulebook.alphabet import alphabet
from discrepancy.rulebook.kinds.facts import FactRule
from discrepancy.rulebook.patterns import Patterns
from discrepancy.rulebook.schema import Rulebook


@cache
def fact_patterns(rules: Rulebook) -> Patterns[FactRule]:
    """The fact patterns of a rulebook, in the order of its files."""
    return Patterns(rules.of(FactRule), alphabet(rules), rules)
