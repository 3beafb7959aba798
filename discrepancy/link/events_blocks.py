"""Which mentions of different articles are worth weighing against each other, among very many.

Takes profiles, tells of each whether it stands in a crowd (:mod:`discrepancy.link.crowds`), and what the gazetteer knows of place names;
gives pairs. No pair is left out that could be joined: outside crowds all pairs of fitting types and days are given, inside them those that
something ties, as nothing else joins them (:func:`discrepancy.link.ties.tied`): a place inside a country or one that holds it, a party,
a person, a magnitude, two names of a story. Days limit every block but that of a person; outside crowds a slip of a month or year stays in.

A name so common that it ties most of a block to nothing (a capital, an agency) counts only together with a second one: prefix filtering for
sets that share two members (Chaudhuri, Ganti and Kaushik, "A primitive operator for similarity joins in data cleaning", 2006).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import combinations
from typing import TypeAlias

from discrepancy.link.days import slip
from discrepancy.link.kinds import kinds
from discrepancy.link.profiles import Profile
from discrepancy.link.ties import proper
from discrepancy.rulebook.kinds.linking import LinkThreshold
from discrepancy.rulebook.schema import Rulebook

Around: TypeAlias = Callable[[str], tuple[frozenset[str], frozenset[str]]]
"""Ids of the places that bear a name, and of all places that hold one of them."""

_COMMON = 100
"""Articles that tell of a name from which on it ties only together with another."""


class Blocks:
    """The types and days of some profiles, and the pairs of them that are worth weighing."""

    def __init__(self, found: Sequence[Profile], crowd: Sequence[bool], rules: Rulebook) -> None:
        self._found, self._crowd = found, crowd
        self._slips = not all(crowd)
        self._far = rules.of(LinkThreshold)[0].far_days
        self._types = [_types(profile, rules) for profile in found]
        # Outside crowds a month or a year forbids nothing to what tells one story (likeness.evidence).
        self._spans = [_span(at, many) for at, many in zip(found, crowd, strict=True)]

    def meet(self, a: int, b: int) -> bool:
        """Whether two profiles are of two articles, of types that can be one happening and of days that do not forbid it."""
        one, other = self._found[a], self._found[b]
        if one.mention.article == other.mention.article or self._types[a].isdisjoint(self._types[b]):
            return False
        if _days_between(self._spans[a], self._spans[b]) < self._far or not one.people.isdisjoint(other.people):
            return True
        # In a crowd a slip of the month is believed of those only who name one person (likeness.evidence).
        return not (self._crowd[a] or self._crowd[b]) and slip(one.dates, other.dates)

    def pairs(self, around: Around) -> Iterator[tuple[int, int]]:
        """Pairs of positions, the lower first, each once, that meet and may be joined; sorted."""
        seen: set[tuple[int, int]] = set()
        blocks: dict[Hashable, list[int]] = defaultdict(list)
        holders: dict[Hashable, list[int]] = defaultdict(list)
        people: dict[str, list[int]] = defaultdict(list)
        for at, profile in enumerate(self._found):
            for name in profile.people:
                people[name].append(at)
            if not self._crowd[at]:
                for kind in self._types[at]:
                    blocks[kind].append(at)
        if any(self._crowd):
            for at, keys in enumerate(self._ties()):
                for key in keys:
                    blocks[key].append(at)
            for at, profile in enumerate(self._found):
                for key, holds in _whereabouts(profile, around).items():
                    for kind in self._types[at]:
                        (holders if holds else blocks)["place", key, kind].append(at)
        for members in people.values():
            seen.update(combinations(members, 2))
        for key, members in blocks.items():
            if len(members) > 1 and key not in holders and not (isinstance(key, tuple) and key[0] == "place"):
                self._near(members, members, seen)
        for key, members in holders.items():
            of = {*members, *blocks.get(key, ())}
            if len(of) > 1:
                self._near(members, sorted(of), seen)
        return (pair for pair in sorted(seen) if self.meet(*pair))

    def _ties(self) -> Iterator[list[Hashable]]:
        """The keys of each profile by what is named: parties, magnitudes, and the names of a story that it leads."""
        count = Counter(name for profile in self._found if profile.lead for name in profile.names)
        for at, profile in enumerate(self._found):
            ties: list[tuple[str, ...]] = [("actor", name) for name in set(proper(profile.mention.actors))]
            ties += [("target", name) for name in set(proper(profile.mention.targets))]
            ties += [("magnitude", str(value.low or 0)) for value in set(profile.magnitudes)]
            if profile.lead:
                rare = sorted(profile.names, key=lambda name: (count[name], name))[:-1]
                ties += [("story", name) for name in rare if count[name] <= _COMMON]
                ties += [("story", name, other) for name in rare if count[name] > _COMMON for other in profile.names if other != name]
            yield [(*tie, kind) for tie in ties for kind in self._types[at]]

    def _near(self, few: Sequence[int], of: Sequence[int], seen: set[tuple[int, int]]) -> None:
        """Adds the pairs of some members of a block with all others whose days are near or not known, or slipped."""
        if len(of) == 2:
            if _days_between(*(self._spans[at] for at in of)) < self._far:
                seen.add((min(of), max(of)))
            elif self._slips:
                self._slipped(of, lambda a, b: seen.add((min(a, b), max(a, b))))
            return
        first = set(few)
        dated = sorted((span, at) for at in of if (span := self._spans[at]) is not None)

        def add(a: int, b: int) -> None:
            if a != b and (a in first or b in first):
                seen.add((a, b) if a < b else (b, a))

        ahead: dict[bool, list[tuple[int, int]]] = {False: [], True: []}  # the last day and the place of those still near, few and others
        for (begun, last), at in dated:
            for kind in (False, True) if at in first else (True,):
                ahead[kind] = [(day, other) for day, other in ahead[kind] if begun - day < self._far]
                for _, other in ahead[kind]:
                    seen.add((other, at) if other < at else (at, other))
            ahead[at in first].append((last, at))
        for at in (at for at in of if self._spans[at] is None) if len(dated) < len(of) else ():
            for other in of if at in first else few:
                add(at, other)
        if self._slips:
            self._slipped(of, add)

    def _slipped(self, of: Sequence[int], add: Callable[[int, int], None]) -> None:
        """Adds the pairs outside crowds with a day of the next month or year, give or take one."""
        days: dict[tuple[int, int], list[int]] = defaultdict(list)
        for at in of:
            for when in self._found[at].dates if not self._crowd[at] else ():
                if when.first is not None and when.first == when.last:
                    days[when.first.year * 12 + when.first.month, when.first.day].append(at)
        for (month, day), members in days.items():
            for later in (month + 1, month + 12):
                for near in (day - 1, day, day + 1):
                    for other in days.get((later, near), ()):
                        for at in members:
                            add(at, other)


def _types(profile: Profile, rules: Rulebook) -> frozenset[str]:
    """The type, its families and what is open: two mentions that share one of these can be one happening."""
    known, kind = kinds(rules), profile.mention.type
    harm = (profile.lead and kind in known.harmful) or known.open(profile.mention)
    return frozenset((kind, *known.families.get(kind, ()), *(("harm",) if harm else ())))


def _whereabouts(profile: Profile, around: Around) -> dict[str, bool]:
    """Ids and names of the places inside a country (True) and ids of what holds them (False)."""
    found: dict[str, bool] = {}
    for name in profile.narrow:
        own, outer = around(name)
        found |= dict.fromkeys((name, *own), True)
        found |= {place: False for place in outer if place not in found}
    return found


def _span(profile: Profile, crowd: bool) -> tuple[int, int] | None:
    """The days of a profile as ordinals, None where nobody knows them; in a crowd what no day is told of had happened when its article came
    out."""
    if crowd and profile.span is None and profile.published is not None:
        return 0, profile.published.toordinal()
    return None if profile.loosely_dated and not crowd else profile.span


def _days_between(a: tuple[int, int] | None, b: tuple[int, int] | None) -> int:
    """The days that lie between two spans at least; -1 where one is not known."""
    return max(b[0] - a[1], a[0] - b[1]) if a and b else -1
