"""The years in which things were built, founded, opened and closed.

Takes the times of an article and the lines they stand in; gives claims on dates that belong to no event. What was done to what is their
scope ("opening of the bridge"); they meet their like in another article of the story as acts of public life do
(:mod:`discrepancy.link.acts`), and an article that gives one thing two years says of neither which it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from discrepancy.annotate.grammar import Line
from discrepancy.claim.evidence import Claims
from discrepancy.claim.figures.things import definite_subject, pointed_at
from discrepancy.claim.times.resolved import ResolvedTime
from discrepancy.model.values import When
from discrepancy.rulebook.kinds.measures import PublicAct
from discrepancy.rulebook.schema import Rulebook

_BETWEEN = 6
"""Units between a verb and its year in which it is told where and by whom something was built."""
_TIES = frozenset(("in", "from", "back", "to"))
"""What may stand between a verb and its year: "dates back to 1917"."""
_BE = frozenset(("was", "were", "been", "is", ","))


@cache
def _by_verb(rules: Rulebook) -> dict[str, PublicAct]:
    return {verb: act for act in rules.of(PublicAct) if act.by_year for verb in act.verbs}


def beginning_claims(
    times: Sequence[ResolvedTime], lines: Sequence[Line], claims: Claims, published: date | None, rules: Rulebook
) -> set[int]:
    """Adds the claims; gives the offsets of the times that they hold."""
    held: set[int] = set()
    verbs = _by_verb(rules)
    for time in times if published is not None else ():
        line = lines[time.sentence]
        if verbs.keys().isdisjoint(line.words) or published is None or (year := _past_year(time, published)) is None:
            continue
        unit = line.unit_from(time.span.start)
        verb = _verb(line, unit, verbs)
        act = verbs.get(line.words[verb]) if verb > 0 else None
        thing = definite_subject(line, verb) or pointed_at(lines, time.sentence, verb, rules) if act is not None else ""
        if act is None or not thing:
            continue
        claims.add("date", year, line.span(verb, unit + 1), act.id, scope=f"{act.label} of {thing}", stance="asserted")
        held.add(time.span.start)
    return held


def _verb(line: Line, unit: int, verbs: Mapping[str, PublicAct]) -> int:
    """The unit of the verb whose year stands at ``unit``, right before it or before where and by whom: "built in 1958", "built by the Dutch
    in 1958", "dates back to 1958"; else the unit before."""
    last = unit - 1
    while last > 0 and line.words[last] in _TIES:
        last -= 1
    for at in range(last, max(0, last - _BETWEEN), -1):
        if line.words[at] in verbs:
            return at if at == last or (line.words[at + 1] in ("by", "in", "at") and line.words[at - 1] in _BE) else last
        if line.tags[at] not in "PDNw":
            break
    return last


def _past_year(time: ResolvedTime, published: date) -> When | None:
    """The one whole year before that of the article that a time names, and is no estimate of; None for any other."""
    when = time.when
    if when is None or when.first is None or when.last is None or when.approx or time.type != "DATE":
        return None
    first, last = when.first, when.last
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return when if whole and first.year == last.year < published.year else None
