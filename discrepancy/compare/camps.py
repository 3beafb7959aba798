"""Camps: maximal sets of claims whose pairs all agree or refine.

Takes claims and the pairs among them that differ; gives camps, each with one value in notation. A claim that fits two
camps stands in both. Camps are maximal cliques (Bron and Kerbosch, 1973, with a pivot) of the graph of pairs that do
not differ.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from discrepancy import notation
from discrepancy.compare.behind import Behind
from discrepancy.compare.context import Context
from discrepancy.compare.relations import relation
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Camp
from discrepancy.model.values import Quantity, Value, When

_EXACT = 40
"""Up to this many different claims all maximal sets are found; above, sets are grown from each claim in turn."""
_MOST = 8
"""Up to this many camps all are shown; of more, as many as it takes to show each claim."""


def camps(claims: Sequence[Claim], apart: Collection[tuple[str, str]], behind: Behind, context: Context) -> tuple[Camp, ...]:
    """The camps of a question, those with most claims first; ``apart`` holds the ids of pairs that differ, in both
    orders, ``behind`` knows what stands behind the claims."""
    by_id = {claim.id: claim for claim in claims}
    twins = _twins(claims, apart)
    nodes = list(twins)
    friends = {a: {b for b in nodes if b != a and (a, b) not in apart} for a in nodes}
    found = _cliques(nodes, friends) if len(nodes) <= _EXACT else _grown(nodes, friends)
    order = {claim.id: index for index, claim in enumerate(claims)}
    inside = [{id for node in clique for id in twins[node]} for clique in found]
    sides = [[claim.id for claim in claims if claim.id in ids] for ids in inside]
    sides.sort(key=lambda ids: (-len(ids), [order[i] for i in ids]))
    sides = _telling(sides)
    values = _values([[by_id[i] for i in ids] for ids in sides], context)
    made = [Camp(value, tuple(ids), behind.count([by_id[i] for i in ids])) for value, ids in zip(values, sides, strict=True)]
    return tuple(sorted(made, key=lambda camp: (-len(camp.claims), order[camp.claims[0]], camp.value)))


def _telling(sides: Sequence[list[str]]) -> list[list[str]]:
    """All sides where they are few; of many, in the order given, those with a claim that stands in none before them."""
    if len(sides) <= _MOST:
        return list(sides)
    kept: list[list[str]] = []
    told: set[str] = set()
    for ids in sides:
        if not told.issuperset(ids):
            kept.append(ids)
            told.update(ids)
    return kept


def _values(sides: Sequence[Sequence[Claim]], context: Context) -> list[str]:
    """The value of each side in notation: that of the claims that not all sides share, for a claim that fits each of them tells none from
    the others. Sides that would bear one value all the same bear those of the claims that they do not share."""
    found = [notation.format(common(own, context)) for own in _own(sides)]
    for value, times in Counter(found).items():
        alike = [at for at, bears in enumerate(found) if times > 1 and bears == value]
        for at, own in zip(alike, _own([sides[at] for at in alike]), strict=True):
            found[at] = notation.format(common(own, context))
    return found


def _own(sides: Sequence[Sequence[Claim]]) -> list[Sequence[Claim]]:
    """The claims of each side that not all of them share; all, where it has no other."""
    shared = set.intersection(*({claim.id for claim in side} for side in sides)) if len(sides) > 1 else set()
    return [[claim for claim in side if claim.id not in shared] or side for side in sides]


def _twins(claims: Sequence[Claim], apart: Collection[tuple[str, str]]) -> dict[str, list[str]]:
    """Claims that stand to all others alike, under the id of the first of them: they share every camp."""
    against: dict[str, set[str]] = {claim.id: set() for claim in claims}
    for a, b in apart:
        against[a].add(b)
    groups: dict[frozenset[str], list[str]] = {}
    for claim in claims:
        groups.setdefault(frozenset(against[claim.id]), []).append(claim.id)
    return {ids[0]: ids for ids in groups.values()}


def _cliques(nodes: Sequence[str], friends: Mapping[str, set[str]]) -> list[list[str]]:
    found: list[list[str]] = []

    def grow(chosen: list[str], open_: set[str], done: set[str]) -> None:
        if not open_ and not done:
            found.append(chosen)
            return
        pivot = max(sorted(open_ | done), key=lambda node: len(friends[node] & open_))
        for node in sorted(open_ - friends[pivot]):
            grow([*chosen, node], open_ & friends[node], done & friends[node])
            open_ = open_ - {node}
            done = done | {node}

    grow([], set(nodes), set())
    return found


def _grown(nodes: Sequence[str], friends: Mapping[str, set[str]]) -> list[list[str]]:
    seen: dict[frozenset[str], list[str]] = {}
    for start in nodes:
        chosen = [start]
        for node in nodes:
            if node != start and all(node in friends[other] for other in chosen):
                chosen.append(node)
        seen.setdefault(frozenset(chosen), chosen)
    return list(seen.values())


def common(claims: Sequence[Claim], context: Context) -> Value:
    """What the claims of a camp allow together: the narrowest of their values, or what their ranges share."""
    counts: dict[Value, int] = {}
    for claim in claims:
        counts[claim.value] = counts.get(claim.value, 0) + 1
    values = list(counts)
    attribute = claims[0].attribute
    units = {(claim.value, claim.unit): None for claim in claims}
    for value, unit in units:
        others = [(v, u) for v, u in units if v != value or u != unit]
        near = [relation(value, other, context.policy, attribute, context.lexicon, (unit, u)) for other, u in others]
        if all(found in ("same", "narrower", "unknown") for found in near):
            return value
    shared = _shared(values) if len({unit for _, unit in units}) == 1 else None
    return shared if shared is not None else max(values, key=lambda value: (counts[value], -values.index(value)))


def _shared(values: Sequence[Value]) -> Value | None:
    """The range that all ranges share, where it is not empty."""
    if all(isinstance(value, Quantity) and not value.options for value in values):
        numbers = [value for value in values if isinstance(value, Quantity)]
        lows = [value.low for value in numbers if value.low is not None]
        highs = [value.high for value in numbers if value.high is not None]
        low, high = max(lows, default=None), min(highs, default=None)
        if low is None or high is None or low <= high:
            return Quantity(low, high, any(value.approx for value in numbers))
    if all(isinstance(value, When) and not value.options and not value.extent for value in values):
        days = [value for value in values if isinstance(value, When)]
        firsts = [value.first for value in days if value.first is not None]
        lasts = [value.last for value in days if value.last is not None]
        first, last = max(firsts, default=None), min(lasts, default=None)
        if first is None or last is None or first <= last:
            return When(first, last, "day" if first == last else "range")
    return None
