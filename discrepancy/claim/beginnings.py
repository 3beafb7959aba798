"""The years in which things were built, founded, opened and closed.

Takes the times of an article and the lines they stand in; gives claims on dates that belong to no event. What was done to what is their
scope ("opening of the bridge"); they meet their like in another article of the story as acts of public life do
(:mod:`discrepancy.link.acts`), and an article that gives one thing two years says of neither which it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from discrepancy.annotate.grammar import Line
from discrepancy.claim.evidence import Claims
from discrepancy.claim.figures.things import definite_subject
from discrepancy.claim.times.resolved import ResolvedTime
from discrepancy.model.values import When
from discrepancy.rulebook.kinds.measures import PublicAct
from discrepancy.rulebook.schema import Rulebook


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
        verb = unit - 1 - (line.words[unit - 1 : unit] == ("in",))
        act = verbs.get(line.words[verb]) if verb > 0 else None
        thing = definite_subject(line, verb) if act is not None else ""
        if act is None or not thing:
            continue
        claims.add("date", year, line.span(verb, unit + 1), act.id, scope=f"{act.label} of {thing}", stance="asserted")
        held.add(time.span.start)
    return held


def _past_year(time: ResolvedTime, published: date) -> When | None:
    """The one whole year before that of the article that a time names, and is no estimate of; None for any other."""
    when = time.when
    if when is None or when.first is None or when.last is None or when.approx or time.type != "DATE":
        return None
    first, last = when.first, when.last
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return when if whole and first.year == last.year < published.year else None
