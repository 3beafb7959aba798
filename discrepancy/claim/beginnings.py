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
from discrepancy.annotate.parties import full
from discrepancy.annotate.subjects import subject
from discrepancy.claim.evidence import Claims
from discrepancy.claim.times.resolved import ResolvedTime
from discrepancy.model.claims import Name
from discrepancy.model.values import When
from discrepancy.rulebook.kinds.measures import PublicAct
from discrepancy.rulebook.schema import Rulebook

_SHORTEST = 3
"""Letters of a noun that can name a thing."""
_GROUP = 4
"""Units before a noun within which the article of its group stands."""
_DEFINITE = frozenset(("the", "this", "its", "their", "his", "her", "our"))


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
        thing = _thing(line, verb) if act is not None else ""
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


def _thing(line: Line, verb: int) -> str:
    """What was built or closed: the one noun or name that is the verb's subject; "" for something indefinite, which may be anything."""
    group = subject(line, verb)
    if group is None or group[1] <= group[0]:
        return ""
    first, last = group[0], group[1] - 1
    while first > 1 and line.tags[first - 1] == "P":  # "the infirmary on Mill Street, which was built": not the street
        first, last = first - 2, first - 2
    last = next((at - 1 for at in range(first + 1, last + 1) if line.tags[at] == "P"), last)
    value = line.values[last]
    if isinstance(value, Name):
        return full(value) if value.kind != "person" else ""
    definite = any(word in _DEFINITE for word in line.words[max(0, last - _GROUP) : last])
    return f"the {line.words[last]}" if definite and line.tags[last] == "w" and len(line.words[last]) >= _SHORTEST else ""
