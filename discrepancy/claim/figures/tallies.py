"""What a vote or a match came to: how many were for and how many against, told as two figures ("31 to 14", "9 votes to 4", "8-5").

Takes the lines of an article; gives claims without an owner, which meet their like in other articles of the story, and the spans of the
figures that they hold. What was voted on is not asked: the larger figure is that of the winning side, whether for or against, and it stands
for the vote. Words that tell of one are in ``rules/measures``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from discrepancy.annotate.clauses import clause
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.numbers import NumberCode, QuantityMention
from discrepancy.claim.evidence import Claims
from discrepancy.claim.facts.cues import voided
from discrepancy.claim.owners import Owners
from discrepancy.model.text import Span
from discrepancy.model.values import exactly
from discrepancy.rulebook.kinds.measures import MeasureCue
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_CODE = re.compile(r"(\d{1,3})[-–](\d{1,3})")
_PARTING = ("to", "against", "-", "–")
"""What stands between the two figures, where none stands behind the second: "58 in favour and 42 against"."""
_LINKS = frozenset(("for", "in", "and"))
"""What links the first figure to words for votes: "58 votes for", "58 in favour and"."""
_BETWEEN = 4
"""Units that may stand between the first figure and the words that bring the second."""


def tally_claims(lines: Sequence[Line], owners: Owners, claims: Claims, rules: Rulebook) -> list[Span]:
    """Adds the claims; gives the spans of the figures that they hold."""
    done: list[Span] = []
    for cue in (cue for cue in rules.of(MeasureCue) if cue.tally):
        for index, line in enumerate(lines):
            if {*cue.before, *cue.after}.isdisjoint(line.words) or owners.old(index) or not owners.holds(cue.about):
                continue
            for unit, value in line.mentions:
                found = _two(line, unit, value, rules)
                if found is None or not _told(line, unit, found[2], cue, rules):
                    continue
                span = line.span(unit, found[2])
                claims.add("count", exactly(max(found[:2])), span, cue.id, population=cue.label)
                if cue.other:
                    claims.add("count", exactly(min(found[:2])), span, cue.id, population=cue.other)
                done.append(span)
    return done


def _two(line: Line, unit: int, value: object, rules: Rulebook) -> tuple[int, int, int] | None:
    """The two figures of a vote of which the first stands at ``unit``, and the unit where they end."""
    if isinstance(value, NumberCode | QuantityMention) and (code := _CODE.fullmatch(value.words)):
        return int(code[1]), int(code[2]), unit + 1
    first, votes = _plain(value), _LINKS | words_of(rules, "ballot")
    at = unit + 1
    while at < min(unit + 1 + _BETWEEN, len(line.words)) and line.words[at] in votes:
        at += 1
    parted = line.words[at : at + 1] and line.words[at] in _PARTING
    at += bool(parted)
    second = _plain(line.values[at]) if at < len(line.words) else None
    if first is None or second is None or not (parted or line.words[at + 1 : at + 2] == ("against",)):
        return None
    return first, second, at + 1


def _plain(value: object) -> int | None:
    """A whole number that is counted and not measured."""
    exact = isinstance(value, QuantityMention) and value.value.exact and not value.unit and value.value.low
    return int(value.value.low or 0) if isinstance(value, QuantityMention) and exact else None


def _told(line: Line, unit: int, end: int, cue: MeasureCue, rules: Rulebook) -> bool:
    """Whether words for a vote stand near the figures in their clause, or between them, and none that void them."""
    if voided(line.words, max(0, unit - 2 * cue.reach), min(len(line.words), end + cue.reach), cue, rules):
        return False
    first = max(clause(line, unit)[0], unit - cue.reach)
    return not set(line.words[first:unit]).isdisjoint(cue.before) or not set(line.words[unit : end + 2]).isdisjoint(cue.after)
