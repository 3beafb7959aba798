"""Weighing pairs of mentions: what speaks for and against two of them telling of one happening, and what joins nobody.

Takes what is known of the mentions of all articles; gives the edge of a pair when it is asked for. Evidence comes attribute by attribute
(:mod:`discrepancy.link.likeness`), its weights from ``rules/link``; in crowds only what strangers hardly share joins.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.link.campaigns import Campaigns
from discrepancy.link.company import Company
from discrepancy.link.crowds import COMMON, crowded
from discrepancy.link.events_blocks import Blocks
from discrepancy.link.kinds import kinds
from discrepancy.link.likeness import evidence, one_day, one_story
from discrepancy.link.profiles import Profile
from discrepancy.link.ties import Evidence, by_chance, strangers
from discrepancy.model.claims import Contains
from discrepancy.rulebook.kinds.linking import EdgeWeight
from discrepancy.rulebook.schema import Rulebook


@dataclass(frozen=True, slots=True)
class Edge:
    """Two profiles (by position) and what speaks for their being one event. What is not ``telling`` joins nobody, and
    only counts when groups are weighed."""

    a: int
    b: int
    score: float
    evidence: tuple[Evidence, ...]
    telling: bool


_UNTIED = Edge(-1, -1, 0.0, (), False)
"""Stands for the edge of two profiles that was not weighed to the end, for nothing ties them."""


@cache
def _weights(rules: Rulebook) -> dict[str, EdgeWeight]:
    return {weight.attribute: weight for weight in rules.of(EdgeWeight)}


_OWN_NUMBERS = frozenset(("magnitude", "killed", "injured"))
"""Attributes that tell two events of one kind apart which one article tells of."""


_LONG = 5
"""Days before what an article leads with from which on an event is recalled, and none of the same news."""


class Scales:
    """Weighs pairs of profiles when they are asked for, each once: candidates first, then what stands between the members of two groups."""

    def __init__(self, found: Sequence[Profile], rules: Rulebook, contains: Contains) -> None:
        self._found, self._rules, self._contains = found, rules, contains
        self._weights = _weights(rules)
        self._crowd = crowded(found, rules)
        self._company = Company(found, rules)
        self._campaigns = Campaigns(found, rules, contains)
        self._of: dict[str, list[Profile]] = {}
        for profile in found:
            self._of.setdefault(profile.mention.article, []).append(profile)
        self.blocks = Blocks(found, self._crowd, rules)
        self._edges: dict[tuple[int, int], Edge | None] = {}

    def edge(self, a: int, b: int) -> Edge | None:
        """What speaks for and against two profiles (``a < b``) being one event; None where they cannot be."""
        if (a, b) not in self._edges:
            self._edges[a, b] = self._weighed(a, b) if self.blocks.meet(a, b) else None
        return self._edges[a, b]

    def joining(self, a: int, b: int) -> Edge | None:
        """The edge of two profiles that meet, where it may join them. What nothing ties in a crowd joins nobody, and is weighed when two
        groups ask for it."""
        edge = self._weighed(a, b, joining=True)
        if edge is not _UNTIED:
            self._edges[a, b] = edge
        return edge if edge is not None and edge.telling else None

    def _weighed(self, a: int, b: int, joining: bool = False) -> Edge | None:
        one, other = self._found[a], self._found[b]
        rare = self._company.rare if self._crowd[a] or self._crowd[b] else None
        seen, tie = evidence(one, other, self._rules, self._contains, rare, self._fatal)
        if any(map(self._fatal, seen)) or (rare is None and (self._told_apart(one, other, seen) or self._in_both(one, other, seen))):
            return None
        if rare is None and self._met_again(one, other, seen):
            return None
        if rare is None and self._recalled_alike(one, other, seen):
            seen = (*seen, Evidence("story", "same", "both articles recall the day, beside one story"))
        if joining and rare is not None and not tie:
            return _UNTIED
        if rare is None and strangers(one, other, seen, self._rules):
            return None
        if rare is None and by_chance(one, other, seen, COMMON):
            return None
        if self._campaigns.strangers(one, other, seen, rare is not None):
            return None
        score, telling = worths(seen, self._rules)[0], _telling(seen, self._rules)
        if rare is not None and not tie:
            score, telling = min(score, 0.0), False  # what strangers share holds no group together either
        return Edge(a, b, score, seen, telling)

    def _fatal(self, item: Evidence) -> bool:
        """Whether two mentions of which an attribute says this cannot be one event."""
        return item.far or (item.likeness == "different" and self._weights[item.attribute].veto)

    def _told_apart(self, one: Profile, other: Profile, seen: Sequence[Evidence]) -> bool:
        """Whether two mentions of different days are two by the word of an article that tells of both days: the report of Monday's quake
        that recalls Sunday's is not of Sunday's."""
        if not any(item.attribute == "date" and item.likeness in ("near", "different") for item in seen):
            return False
        return self._recalled(one, other) or self._recalled(other, one)

    def _met_again(self, one: Profile, other: Profile, seen: Sequence[Evidence]) -> bool:
        """Whether two meetings are of other days and in towns known to lie apart: a minister on tour talks in Hanoi, then in Bangkok."""
        of = {item.attribute: item.likeness for item in seen}
        meet = kinds(self._rules).meeting
        return of.get("place") == "different" and of.get("date") in ("near", "different") and {one.mention.type, other.mention.type} <= meet

    def _recalled_alike(self, one: Profile, other: Profile, seen: Sequence[Evidence]) -> bool:
        """Whether two articles of one story recall an event of one kind and one certain day, well before what either leads with."""
        of = {item.attribute: item.likeness for item in seen}
        alike = of.get("type") in ("same", "near") and of.get("date") == "same" and "different" not in (of.get("place"), of.get("country"))
        if not alike or one.lead or other.lead or not one_story(one.names, other.names):
            return False
        return self._long_before(one) and self._long_before(other)

    def _long_before(self, told: Profile) -> bool:
        """Whether an event lies days before what its article leads with."""
        leads = [day for p in self._of[told.mention.article] if p.lead for day in p.dates if day.first is not None]
        own = [day.first for day in told.dates if day.first is not None and day.first == day.last]
        return bool(leads and own) and all((lead.first - day).days > _LONG for lead in leads if lead.first is not None for day in own)

    def _in_both(self, one: Profile, other: Profile, seen: Sequence[Evidence]) -> bool:
        """Whether two mentions of different places are two since each article tells of an event in each place: the report of a bomb
        in Zenda that recalls one in Maris and the report of that one which recalls the former."""
        apart = any(item.attribute == "place" and item.likeness == "different" for item in seen)
        if not apart or one.mention.type in kinds(self._rules).reaching:
            return False
        return self._placed(one, other) and self._placed(other, one)

    def _placed(self, told: Profile, by: Profile) -> bool:
        """Whether an article tells of another event of the kind, which has the place and a number of a mention of another article."""
        others = (p for p in self._of[by.mention.article] if p is not by and p.mention.type == told.mention.type)
        seen = ({item.attribute: item.likeness for item in evidence(told, p, self._rules, self._contains)[0]} for p in others)
        return any(of.get("place") == "same" and any(of.get(name) == "same" for name in _OWN_NUMBERS) for of in seen)

    def _recalled(self, told: Profile, by: Profile) -> bool:
        """Whether an article tells of another event of the kind, which fits the day and a number of a mention of another article, or the
        age of somebody in it."""
        others = [p for p in self._of[by.mention.article] if p is not by and p.mention.type == by.mention.type and one_day(told, p)]
        if told.ages.isdisjoint(by.ages) and any(not told.ages.isdisjoint(p.ages) for p in others):
            return True
        found = (item for other in others for item in evidence(told, other, self._rules, self._contains)[0])
        return any(item.likeness == "same" and item.attribute in _OWN_NUMBERS for item in found)


def _telling(seen: Iterable[Evidence], rules: Rulebook) -> bool:
    """Whether anything speaks for the edge that strangers do not share."""
    weights = _weights(rules)
    return any(weights[e.attribute].telling and e.likeness in ("same", "near") for e in seen)


def worths(seen: Iterable[Evidence], rules: Rulebook) -> tuple[float, dict[str, float]]:
    """What speaks for an edge, in all and by attribute."""
    weights = _weights(rules)
    of: dict[str, float] = {}
    for item in seen:
        weight = weights[item.attribute]
        worth = weight.same if item.likeness == "same" else weight.near if item.likeness == "near" else weight.different
        of[item.attribute] = of.get(item.attribute, 0.0) + worth
    return round(sum(of.values()), 6), of
