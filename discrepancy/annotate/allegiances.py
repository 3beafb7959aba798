"""Words between people and the group they belong to, or those who have hired them: "fighters with links to the Front", "gunmen in the pay
of the Cartel".

Takes a place in a sentence; gives how many words such a tie has there. The words stand in ``rules/roles/words.yaml``.
"""

from __future__ import annotations

from functools import cache

from discrepancy.annotate.grammar import Line
from discrepancy.rulebook.kinds.grammar import Who
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.phrases import spelled_out
from discrepancy.rulebook.schema import Rulebook


def belonging(line: Line, at: int, rules: Rulebook) -> int:
    """How many words at a unit say that people belong to a group, or what they call themselves; 0 for none."""
    return _length(line, at, _ties("belongs-to", rules))


def belonging_before(line: Line, end: int, rules: Rulebook) -> int:
    """How many words that end before a unit say that people belong to the group there; 0 for none."""
    return max((len(tie) for tie in _ties("belongs-to", rules) if line.words[max(0, end - len(tie)) : end] == tie), default=0)


def hired(line: Line, at: int, rules: Rulebook) -> int:
    """How many words at a unit say that others have the deed done; 0 for none."""
    return _length(line, at, _ties("hired-by", rules))


def hires(line: Line, start: int, rules: Rulebook) -> bool:
    """Whether the words before a unit say that whoever is named there has the deed done by those named before: "in the pay of | the"."""
    return any(line.words[start - len(tie) : start] == tie for tie in _ties("hired-by", rules))


def half_told(line: Line, at: int, rules: Rulebook) -> bool:
    """Whether a tie of two words has its first right before a unit, where the noun group has taken it in: "militants loyal | to the
    Front"."""
    return line.words[at - 1 : at + 1] in _ties("belongs-to", rules)


def _length(line: Line, at: int, ties: frozenset[tuple[str, ...]]) -> int:
    longest = max(map(len, ties), default=0)
    return next((size for size in range(longest, 0, -1) if line.words[at : at + size] in ties), 0)


@cache
def _ties(part: Who, rules: Rulebook) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in spelled_out(words_of(rules, part)))
