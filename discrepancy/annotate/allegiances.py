"""Words between people and the group they belong to, or those who have hired them: "fighters with links to the Front", "gunmen in the pay
of the Cartel".

Takes a place in a sentence; gives how many words such a tie has there. The words stand in ``rules/roles/words.yaml``.
"""

from __future__ import annotations

from functools import cache

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import noun_group
from discrepancy.model.claims import Name
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


def of_another(line: Line, unit: int, end: int, rules: Rulebook) -> bool:
    """Whether a name only says of whom the group is a part whose name follows: the League in "the League splinter group Red Dawn"."""
    at = unit + 1
    while at < end and line.tags[at] == "w":
        at += 1
    name = line.values[at] if unit + 1 < at < end else None
    part = words_of(rules, "armed") | words_of(rules, "branch")
    return isinstance(name, Name) and name.kind == "group" and line.words[at - 1] in part


def branch_named(line: Line, end: int, rules: Rulebook) -> Name | None:
    """The name that stands between commas behind a branch and what it is a branch of: "a faction | of the League, Red Dawn, claimed"."""
    if line.words[end : end + 1] != ("of",) or line.words[end - 1] not in words_of(rules, "branch"):
        return None
    comma = noun_group(line, end + 1, len(line.words))[1]
    name = line.values[comma + 1] if line.tags[comma : comma + 3] == "KNK" else None
    return name if isinstance(name, Name) and name.kind != "place" else None


def _length(line: Line, at: int, ties: frozenset[tuple[str, ...]]) -> int:
    longest = max(map(len, ties), default=0)
    return next((size for size in range(longest, 0, -1) if line.words[at : at + size] in ties), 0)


@cache
def _ties(part: Who, rules: Rulebook) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in spelled_out(words_of(rules, part)))
