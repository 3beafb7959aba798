"""Places: what a place name can stand for, where it lies, which hour it keeps.

Takes names as printed and the rulebook; gives places of the shipped tables and of ``rules/places``. What no table
holds stays unknown, and so does a name that several places bear with nothing to decide between them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from discrepancy.annotate.spelling import key, spelling, split
from discrepancy.gazetteer.table import Row, begins, by_id, rows
from discrepancy.rulebook.kinds.grammar import Grammar
from discrepancy.rulebook.kinds.places import KnownPlace, PlaceSort
from discrepancy.rulebook.schema import Rulebook

_SORTS: dict[str, PlaceSort] = {"C": "country", "R": "region", "P": "city"}
_V_AND_W = str.maketrans("vw", "wv")
_LONG = 6
"""Letters from which a name is long enough to be known in another spelling."""
_SMALL_BESIDE = 20
"""How many times as large a town is beside which another is a small one."""
_FAR_LARGER = 8
"""A city this many times larger than the next of its name is meant when nothing else is said."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place. ``inside`` are the ids of all that hold it, ``country`` is an ISO code or ""; ``zone`` is an IANA
    name or "".
    """

    id: str
    sort: PlaceSort
    name: str
    country: str
    inside: tuple[str, ...]
    inhabitants: int
    zone: str
    foreign: bool = False


_QUARTER = 6
"""How many times as many people a city has as a town beside it that may be one of its quarters."""


class Gazetteer:
    """The places of the tables and of one rulebook. All answers are pure functions of name and rules."""

    def __init__(self, rules: Rulebook) -> None:
        self._fold = spelling(rules)
        known = {rule.id: rule for rule in rules.of(KnownPlace)}
        self._joined: dict[str, KnownPlace] = {rule.geonames: rule for rule in known.values() if rule.geonames}
        self._known: dict[str, list[KnownPlace]] = {}
        self._people: dict[str, str] = {}
        self._speaks: dict[str, str] = {}
        self._by_id = known
        self._divisions = {word for rule in rules.of(Grammar) if rule.part == "division" for word in rule.words}
        for rule in known.values():
            for name in (rule.name, *rule.also):
                self._known.setdefault(key(name), []).append(rule)
            for word in rule.people:
                self._people.setdefault(word.lower(), rule.name)
            for word in rule.speaks:
                self._speaks.setdefault(word.lower(), rule.name)
        self._letters = sorted(self._known)
        self.find = lru_cache(maxsize=1 << 15)(self._find)
        self.resolve_in = lru_cache(maxsize=1 << 15)(self._resolve_in)
        self._contained = lru_cache(maxsize=1 << 16)(self._contains)

    def nation(self, word: str) -> str:
        """The country or region whose people or adjective a word is ("Iranian" → "Iran"), or "".

        "Congolese" belongs to two countries; the first in ``rules/places`` wins only where the article names no other.
        """
        return self._people.get(word.lower(), "")

    def speaks_for(self, word: str) -> str:
        """The country for which a place speaks ("Tehran", "the Kremlin"), or ""."""
        return self._speaks.get(word.lower(), "")

    @property
    def people(self) -> tuple[str, ...]:
        """All words for peoples and adjectives of places, lower-case."""
        return tuple(self._people)

    @property
    def speakers(self) -> tuple[str, ...]:
        """All places that speak for a country, lower-case."""
        return tuple(self._speaks)

    def _find(self, name: str) -> tuple[Place, ...]:
        letters = key(name)
        if not letters:
            return ()
        bare = self._bare(name)
        found = [self._of_rule(rule) for rule in self._known.get(letters, ())]
        found += [self._of_row(row) for row in rows(letters)]
        if not found and len(letters) >= _LONG:
            found = self._respelled(letters)
        if bare and bare != letters:
            of_bare = [self._of_rule(rule) for rule in self._known.get(bare, ())]
            of_bare += [self._of_row(row) for row in rows(bare) if not row.foreign or row.sort == "R"]
            wide = ("region", "district", "area") if split(name)[-1] in self._divisions else ("region", "district", "area", "country")
            held = [place for place in of_bare if place.sort in wide]  # Niger State is no country
            found += held if held or split(name)[-1] == "county" else of_bare  # Berkeley County is not around every Berkeley
        unique: dict[str, Place] = {}
        for place in found:
            if place.id not in unique or unique[place.id].foreign:
                unique[place.id] = place
        return tuple(unique.values())

    def _respelled(self, letters: str) -> list[Place]:
        """The one place whose name is spelled with v where this one has w, or the other way: scripts with one letter for both."""
        swapped = letters.translate(_V_AND_W)
        own = [row for row in rows(swapped) if not row.foreign] if swapped != letters else []
        return [self._of_row(row) for row in own] if len(own) == 1 else []

    def exact(self, name: str) -> tuple[Place, ...]:
        """The places with exactly this name, words such as province kept."""
        letters = key(name)
        return (*map(self._of_rule, self._known.get(letters, ())), *map(self._of_row, rows(letters)))

    def begins(self, letters: str) -> bool:
        """Whether the name of any place begins with these letters."""
        at = bisect_left(self._letters, letters)
        return (at < len(self._letters) and self._letters[at].startswith(letters)) or begins(letters)

    def _bare(self, name: str) -> str:
        """The letters of a name without words such as province or district."""
        letters = split(name)
        kept = [w for w in letters if self._fold.role("place", w)[0] != "generic" and w not in ("the", "of")]
        return "".join(kept) if len(kept) < len(letters) else ""

    def _of_rule(self, rule: KnownPlace) -> Place:
        row = by_id(rule.geonames) if rule.geonames else None
        if row is not None:
            return self._of_row(row)
        inside: dict[str, None] = {}
        for holder in rule.inside:
            parent = self._by_id.get(holder)
            if parent is not None:
                place = self._of_rule(parent)
                inside.update(dict.fromkeys((place.id, *place.inside)))
            else:
                inside[holder] = None
        country = next((i for i in inside if len(i) == 2), "")
        own = rows(key(rule.name))
        size = max((r.inhabitants for r in own if r.country == country), default=0)
        return Place(rule.id, rule.sort, rule.name, country, tuple(inside), size, rule.zone)

    def _of_row(self, row: Row) -> Place:
        rule = self._joined.get(row.id)
        inside: tuple[str, ...] = (row.country,) if row.sort == "R" else ()
        if row.sort == "P":
            inside = (f"{row.country}/{row.division}", row.country) if row.division else (row.country,)
        if rule is not None and rule.inside:
            inside = rule.inside
        name = rule.name if rule else row.name
        sort = rule.sort if rule else _SORTS[row.sort]
        return Place(row.id, sort, name, row.country, inside, row.inhabitants, row.zone, row.foreign)

    def resolve(self, name: str, context: Iterable[str] = ()) -> Place | None:
        """The place a name means beside the other places of its article, or None when that is unknown.

        A country comes first, then a place inside what the context names, then one far larger than its namesakes.
        """
        return self.resolve_in(name, tuple(dict.fromkeys(context)))

    def _resolve_in(self, name: str, context: tuple[str, ...]) -> Place | None:
        found = self.find(name)
        if not found:
            return None
        held: set[str] = set()
        for other in context:
            place = self.resolve_in(other, ()) if other != name else None
            if place is not None:
                held.update((place.id, place.country, *place.inside))
        held.discard("")
        beside = [p for p in found if held.intersection((p.id, p.country, *p.inside))] if held else []
        near = [p for p in beside if held.intersection(i for i in (p.id, *p.inside) if i != p.country)]
        listed = [self._of_rule(rule).id for rule in self._known.get(key(name), ())]
        for among in (near, beside, [p for p in found if p.id in listed], found):
            own = [p for p in among if not p.foreign] or list(among)
            if not own:
                continue
            wide = [p for p in own if p.sort == "country"]
            if wide:
                return wide[0]
            if len(own) == 1:
                return own[0]
            first, second = sorted(own, key=lambda p: -p.inhabitants)[:2]
            if first.id in second.inside or second.id in first.inside:  # a city and the division of its name
                return next((p for p in own if p.sort == "city"), first)
            if first.inhabitants >= _FAR_LARGER * max(1, second.inhabitants):
                return first
        return None

    def contains(self, a: str, b: str) -> bool | None:
        """True when ``b`` lies in ``a`` or is ``a``, False when it does not, None when either is unknown.

        >>> from discrepancy.rulebook import rulebook
        >>> places = gazetteer(rulebook())
        >>> places.contains("Iran", "Saravan"), places.contains("Pakistan", "Saravan"), places.contains("Iran", "Xyz")
        (True, False, None)
        """
        return self._contained(a, b)

    def _contains(self, a: str, b: str) -> bool | None:
        first, second = self.find(a), self.find(b)
        if not first or not second:
            return None
        outer, inner = self.resolve(a, (b,)), self.resolve(b, (a,))
        if outer is None or inner is None:
            return None if _may_meet(first, second) else False
        if outer.id == inner.id or outer.id in inner.inside:
            return True
        if any(o.id == i.id or o.id in i.inside for o in first if not o.foreign for i in second if not i.foreign):
            return None  # some reading of the two names fits
        if not inner.inside and inner.sort != "country":
            return None  # a region that no table puts anywhere
        if not outer.inside and outer.sort not in ("country", "city"):
            return None
        return None if _quarter(outer, inner) else False

    def around(self, name: str) -> tuple[frozenset[str], frozenset[str]]:
        """The ids of all places that bear a name, and of all that hold one of them.

        Where :meth:`contains` says True of two names, the first has an id that the second has or that holds it.
        """
        found = self.find(name)
        return frozenset(place.id for place in found), frozenset(outer for place in found for outer in place.inside)

    def country(self, name: str, context: Iterable[str] = ()) -> str:
        """The name of the country in which a place lies, or ""."""
        place = self.resolve(name, context)
        if place is None or not place.country:
            return place.name if place is not None and place.sort == "country" else ""
        row = by_id(place.country)
        return self._of_row(row).name if row is not None else ""

    def zone(self, name: str, context: Iterable[str] = ()) -> str:
        """The IANA zone of a place, or "" when the place is unknown or has several.

        >>> from discrepancy.rulebook import rulebook
        >>> gazetteer(rulebook()).zone("Sistan-Baluchestan"), gazetteer(rulebook()).zone("Russia")
        ('Asia/Tehran', '')
        """
        place = self.resolve(name, context)
        return place.zone if place is not None else ""

    def one_place(self, a: str, b: str) -> bool | None:
        """True when the tables hold one place under both names, False when they know both and none is shared, else
        None.
        """
        first = {p.id: p for p in self.find(a)}
        second = {p.id: p for p in self.find(b)}
        if not first or not second:
            return None
        shared = first.keys() & second.keys()
        if any(not self._doubtful(first[i], first.values()) and not self._doubtful(second[i], second.values()) for i in shared):
            return True
        return None if shared else False

    def first(self, name: str) -> Place | None:
        """The place of which most think first: a country, else the largest that has the name for its own, else a far larger one that has it
        in another language."""
        found = self.find(name)
        own = max((p for p in found if not p.foreign), key=lambda p: (p.sort == "country", p.inhabitants), default=None)
        other = max((p for p in found if p.foreign), key=lambda p: (p.sort == "country", p.inhabitants), default=None)
        if own is None or other is None:
            return own or other
        return other if own.sort != "country" and other.inhabitants >= _FAR_LARGER * max(1, own.inhabitants) else own

    @staticmethod
    def _doubtful(place: Place, found: Iterable[Place]) -> bool:
        """True when a division was found by its name without Oblast or Province, for its capital has that name too, and when another
        town of the land, no small one beside it, bears a further name of a town as its own: Columbus was once a Franklin, but who writes
        Franklin means that one."""
        if not place.foreign or place.sort == "region":
            return place.foreign
        towns = (other for other in found if not other.foreign and other.sort == place.sort == "city" and other.country == place.country)
        return any(_SMALL_BESIDE * other.inhabitants >= place.inhabitants for other in towns)


def _quarter(outer: Place, inner: Place) -> bool:
    """Whether the one town may be part of the other: the tables list the quarters of a city, and its suburbs, as towns of their own."""
    cities = outer.sort == inner.sort == "city"
    return cities and outer.inside == inner.inside and outer.inhabitants >= _QUARTER * max(1, inner.inhabitants)


def _may_meet(first: Iterable[Place], second: Iterable[Place]) -> bool:
    """Whether some town of the first name may be, hold or belong to one of the second; of names that regions bear, always."""
    ours, theirs = [p for p in first if not p.foreign], [p for p in second if not p.foreign]
    if not ours or not theirs or any(p.sort != "city" for p in (*ours, *theirs)):
        return True
    return any(a.id == b.id or _quarter(a, b) or _quarter(b, a) for a in ours for b in theirs)


@lru_cache(maxsize=8)
def gazetteer(rules: Rulebook) -> Gazetteer:
    """The gazetteer of a rulebook, made once for each rulebook."""
    return Gazetteer(rules)
