"""The words that the grammar of the rules gives for a job, by the name of the job: one list for reading and for comparing.

Takes a rulebook; gives sets of words in lower case.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from discrepancy.rulebook.kinds.grammar import Grammar, Part, parts_named
from discrepancy.rulebook.schema import Rulebook


def words_of(rules: Rulebook, part: Part) -> frozenset[str]:
    """The words that the grammar gives for a part."""
    return _classes(rules).get(part, frozenset())


def spelled(words: Iterable[str], rules: Rulebook) -> frozenset[str]:
    """The words of a rule, with those of the parts of the grammar that it names in angle brackets."""
    return frozenset(word for word in words if not word.startswith("<")).union(*(words_of(rules, part) for part in parts_named(words)))


@cache
def _classes(rules: Rulebook) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for rule in rules.of(Grammar):
        found[rule.part] = found.get(rule.part, frozenset()) | {word.lower() for word in rule.words}
    return found
