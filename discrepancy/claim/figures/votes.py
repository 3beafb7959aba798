"""Whose votes and seats a figure is: the candidate's or the party's that won, took or received them.

Takes a figure in the lines of an article; gives the name, or None where it may be another's: "by 53.1% to 46.9%" gives the first to the
subject of *won* and the second to nobody. A bare figure behind a name that goes on with such a list is that name's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from discrepancy.annotate.attributions import Attributions
from discrepancy.annotate.clauses import clause
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.parties import full
from discrepancy.annotate.subjects import subject
from discrepancy.claim.evidence import Claims
from discrepancy.claim.persons.meant import told_before
from discrepancy.model.claims import Name
from discrepancy.model.text import Span
from discrepancy.rulebook.kinds.measures import MeasureCue
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_KINDS = ("person", "group", "unknown")
_BEHIND = 5
"""Units behind a part of the votes within which *for* tells whose it is: "48.7 percent of the vote for Rudd"."""
_BESIDE = frozenset(("with", "on"))
_WHICH = ("who", "which")
_PARTY = (("the", "party"), ("it",), ("they",))
"""Words for the only party of the sentence before."""
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def taker(index: int, unit: int, cue: int, lines: Sequence[Line], said: Attributions, rules: Rulebook) -> str | None:
    """Who took the part of the votes at ``unit`` of line ``index``; the words that tell of the vote begin at ``cue``."""
    line = lines[index]
    if any(_YEAR.search(word) and line.words[at - 1 : at] != ("since",) for at, word in enumerate(line.words)):
        return None  # the vote of another year is told beside
    if _polls(rules).isdisjoint(line.words) and any(
        line.words[at - 1 : at] == ("in",) for at, name in line.named if name.kind not in ("person", "group")
    ):
        return None  # "in Zenda he won 80 percent"
    behind = next(
        (at for at in range(unit + 1, min(unit + _BEHIND, len(line.words) - 1)) if line.words[at] in ("for", "to", "against")), None
    )
    if behind is not None and line.words[behind] == "for":
        named = [name for _, name in line.names(behind + 1, behind + 4)]
        return _called(named[0]) if named else None
    before = unit - 2 if unit > 1 and line.words[unit - 1] in words_of(rules, "beside-share") else unit - 1
    before -= before < unit - 1 and line.words[before] == ","  # "the Greens, with 15 seats"
    if before >= 0 and isinstance(line.values[before], Name):
        return _called(line.values[before])
    if cue >= unit:  # "of the vote" stands behind
        verbs = (at for at in range(clause(line, unit)[0], unit) if line.tags[at] in "vhb" or line.words[at] in _takes(rules))
        cue = max(verbs, default=unit)
    if cue >= unit or any(isinstance(value, QuantityMention) and value.unit == "%" for value in line.values[cue:unit]):
        return None
    found = subject(line, cue)
    if found is None or found[0] == found[1]:
        return None
    if line.words[found[0]] in _WHICH:  # "the Liberals, who have 31 seats"
        nearest = [name for _, name in line.names(max(0, found[0] - 2), found[0])]
        return _called(nearest[-1]) if nearest else None
    if line.words[found[0] : found[1]] in _PARTY:
        named = [name for _, name in lines[index - 1].named if name.kind in ("group", "unknown")] if index else []
        return _called(named[0]) if len({name.text for name in named}) == 1 else None
    if line.words[found[0]] in ("he", "she"):
        return told_before(index, lines, said, rules)
    if line.words[found[0] - 1 : found[0]] == ("of",) and isinstance(line.values[found[0] - 2], Name):
        return _called(line.values[found[0] - 2])  # "Ann Rudd of Union-Front received"
    end = next((at for at in range(found[0] + 1, cue) if line.words[at] == "of"), cue)  # "the Civic Union of Prime Minister Ann Rudd"
    named = [name for at, name in line.names(found[0], end) if line.tags[at + 1 : at + 2] != "H"]
    return _called(named[0]) if len(named) == 1 else None


@cache
def _takes(rules: Rulebook) -> frozenset[str]:
    """Words for taking votes, some of which are nouns as well: "won", "took"."""
    return frozenset(word for cue in rules.of(MeasureCue) if cue.owner == "taker" for word in cue.before if word.isalpha()) - _BESIDE


def listed(line: Line, unit: int, mention: QuantityMention, claims: Claims, rules: Rulebook) -> bool:
    """A claim for a bare figure right behind a name, where its sentence has just told what another took: the 67 of "the Greens won 71
    seats, Labour 67"."""
    named = line.values[unit - 1] if unit else None
    last = next((c for c in reversed(claims.made) if c.rule in _counting(rules) and c.evidence.span.start >= line.starts[0]), None)
    if last is None or not isinstance(named, Name) or not (who := _called(named)):
        return False
    span = Span(line.starts[unit - 1], mention.span.end)
    claims.add("count", mention.value, span, last.rule, at=mention.span, entity=who, population=last.population, loose=mention.value.vague)
    return True


def in_brackets(line: Line, unit: int, mention: QuantityMention, claims: Claims, rules: Rulebook) -> bool:
    """A claim for a share in brackets right behind somebody's votes: the 52.1 of "Ann Rudd received 310,455 votes (52.1%)"."""
    last = claims.made[-1] if claims.made and unit > 1 and line.words[unit - 1] == "(" and mention.unit == "%" else None
    if last is None or not last.entity or last.rule not in _counting(rules) or last.evidence.span.end != line.ends[unit - 2]:
        return False
    share = next((cue for cue in rules.of(MeasureCue) if cue.owner == "taker" and mention.unit in cue.unit_of), None)
    if share is None:
        return False
    claims.add("count", mention.value, mention.span, share.id, entity=last.entity, population=share.label, unit=mention.unit)
    return True


@cache
def _counting(rules: Rulebook) -> frozenset[str]:
    """The rules that count what a candidate or a party took."""
    return frozenset(cue.id for cue in rules.of(MeasureCue) if cue.owner == "taker" and cue.heads)


@cache
def _polls(rules: Rulebook) -> frozenset[str]:
    """Words for what a whole country does: a sentence that holds one may name the country beside."""
    return frozenset(word for cue in rules.of(MeasureCue) if cue.owner == "taker" for word in cue.about)


def _called(name: object) -> str | None:
    """A candidate's or a party's name; None for a place, whose votes are many people's."""
    return full(name) if isinstance(name, Name) and name.kind in _KINDS else None
