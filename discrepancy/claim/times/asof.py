"""The day for which a count is good, which is not that of the event: "the death toll from the collapse rose to 11 on Tuesday".

Takes a sentence and the unit of a time in it; gives the unit from which figures are good for that time, or None where it dates something
else. The words of counts and of how they change stand in ``rules/events/grammar.yaml``.
"""

from __future__ import annotations

from discrepancy.annotate.clauses import clause
from discrepancy.annotate.grammar import VERBAL, Line
from discrepancy.annotate.verbgroups import verb_group
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_NOUNS = frozenset("DYNwaQvK-'T")
_BEHIND_VERB = frozenset("PTDYNwHQa'-")


def counted_from(line: Line, unit: int, rules: Rulebook) -> int | None:
    """The first unit whose figures are good for the time at ``unit``: what follows the verb of a count ("rose to 11 on Tuesday"), or the
    whole sentence behind "as of Tuesday" and "by Tuesday"."""
    if line.words[max(0, unit - 2) : unit] == ("as", "of") or line.words[unit - 1 : unit] == ("by",):
        return 0
    start, end = clause(line, unit)
    count = _count(line, start if line.tags[start:unit].strip("PTaK") else unit + 1, end, rules)
    if count is None:
        return None
    changes = words_of(rules, "count-changes")
    if count < unit:
        verb = _verb_before(line, unit)
        return verb if verb is not None and count < verb and not changes.isdisjoint(line.words[verb:unit]) else None
    done = (at for at in range(count, end) if line.tags[at] in VERBAL or line.words[at - 1] == "than")  # "more than doubled"
    changed = (at for at in done if line.words[at] in changes)
    return next(changed, None)


def _count(line: Line, start: int, end: int, rules: Rulebook) -> int | None:
    """The word of a count that heads the first noun group between two units: "the confirmed death toll", "the number of people killed"."""
    counts = words_of(rules, "count-noun")
    for at in range(start, end):
        if line.words[at] in counts:
            return at
        if line.tags[at] not in _NOUNS:
            return None
    return None


def _verb_before(line: Line, unit: int) -> int | None:
    """The first unit of the verb group to which the time at ``unit`` is an adverbial."""
    at = unit - 1
    while at >= 0 and line.tags[at] in _BEHIND_VERB:
        at -= 1
    return verb_group(line, at) if at >= 0 and line.tags[at] in VERBAL else None
