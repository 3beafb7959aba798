"""How old people are by the day of their birth: "Rudd, who was born on 2 May 1950".

Takes lines with times and names, and the day on which an article came out; gives claims on ages, counted to that day. A year alone allows
two ages. Nothing is counted for the dead of other years, nor where the day of the article is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.parties import full
from discrepancy.claim.evidence import Claims
from discrepancy.claim.owners import Owners, named_in
from discrepancy.claim.persons.ages import beside
from discrepancy.claim.times.resolved import ResolvedTime
from discrepancy.model.values import Quantity, When
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

RULE = "measure.age.born"
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")
_PLACE = 4
"""Units between "born" and the day: "born in the port of Maris on 2 May 1950"."""
_OLDEST = 115
_BETWEEN = frozenset("KRbaO(hY")


def birth_claims(
    times: Sequence[ResolvedTime], lines: Sequence[Line], owners: Owners, claims: Claims, published: date | None, rules: Rulebook
) -> set[int]:
    """The claims, and the offsets of the times that they hold."""
    held: set[int] = set()
    gone = words_of(rules, "dying") | words_of(rules, "gone")
    for time in times:
        line = lines[time.sentence]
        born = _born(line, line.unit_from(time.span.start)) if line.words and time.when is not None else None
        if born is None or published is None or time.when is None or not _YEAR.search(time.timex.words):
            continue
        who, ages = _who(time.sentence, line, born, owners), _ages(time.when, published)
        if not who or ages is None or _gone(line, time, times, published, gone):
            continue
        span = line.span(born, line.unit_from(time.span.start) + 1)
        claims.add("age", ages, span, RULE, at=span, event=beside(time.sentence, owners), entity=who, unit="years")
        held.add(time.span.start)
    return held


def _born(line: Line, unit: int) -> int | None:
    """The word "born" before a time, with nothing but a preposition and a place between."""
    for at in range(unit - 1, max(-1, unit - 2 - _PLACE), -1):
        if line.words[at] == "born":
            return at
        if line.tags[at] not in "PDNwK":
            return None
    return None


def _who(index: int, line: Line, born: int, owners: Owners) -> str:
    """The person right before "born", or the one that a pronoun there points to."""
    at = born - 1
    while at >= 0 and line.tags[at] in _BETWEEN:
        at -= 1
    named = named_in(line, at, at + 1, "person")
    if named and (at == 0 or line.words[at - 1] != "of"):  # "the club of Bo Quist was born in 1950"
        return full(named[0][1])
    return owners.person(index, born) if line.words[born - 2 : born] in (("he", "was"), ("she", "was")) else ""


def _ages(when: When, published: date) -> Quantity | None:
    """How old somebody is on a day who was born on one of these days."""
    if when.first is None or when.last is None or when.extent:
        return None
    low, high = (published.year - day.year - ((published.month, published.day) < (day.month, day.day)) for day in (when.last, when.first))
    return Quantity(low, high) if 0 < low <= high <= _OLDEST else None


def _gone(line: Line, time: ResolvedTime, times: Sequence[ResolvedTime], published: date, gone: frozenset[str]) -> bool:
    """Whether the sentence tells of a death in an earlier year: that person is no older now."""
    if gone.isdisjoint(line.words):
        return False
    days = [other.when.last for other in times if other.sentence == time.sentence and other is not time and other.when is not None]
    return any(day is not None and day.year < published.year for day in days)
