"""Events across articles: which mentions tell of one and the same happening.

Takes the outlines of all articles and gives events, and for each pair of mentions in one event the attributes *without* which the two
would not be joined. Knows no text.

Mentions that go on about an article's main event were folded into it before (:mod:`discrepancy.link.gathering`). Attributes give evidence
for or against an edge (:mod:`discrepancy.link.likeness`, weights in ``rules/link``). Edges are taken from the strongest down. One article's
other mentions are different events by that article's own word. What aligns may not accuse: a difference in attribute A is raised only
between mentions that stay connected when all evidence from A is left out (DESIGN §6). What an editor settled about two mentions outweighs
all evidence, and accuses nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product

from discrepancy.link.campaigns import Campaigns
from discrepancy.link.company import Company
from discrepancy.link.crowds import COMMON, crowded
from discrepancy.link.events_blocks import Around, Blocks
from discrepancy.link.holding import Holding
from discrepancy.link.kinds import kinds
from discrepancy.link.likeness import evidence, one_day
from discrepancy.link.outlines import Outline
from discrepancy.link.profiles import Profile
from discrepancy.link.settled import Settled
from discrepancy.link.ties import Evidence, by_chance, proper, strangers
from discrepancy.model.claims import Contains
from discrepancy.model.findings import Event
from discrepancy.model.values import When
from discrepancy.rulebook.kinds.events import EventType
from discrepancy.rulebook.kinds.linking import EdgeWeight, LinkThreshold
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


def link_events(
    outlines: Sequence[Outline], rules: Rulebook, contains: Contains, around: Around, settled: Settled[str] | None = None
) -> tuple[tuple[Event, ...], Holding]:
    """Events over all articles, in the order of their first mention, and what holds each pair of mentions together.

    ``around`` gives the ids of the places that bear a name and of those that hold them; ``settled`` are pairs of mention ids that an
    editor joined or parted. Pairs are weighed only where blocks bring them together (:mod:`discrepancy.link.events_blocks`).
    """
    wanted = settled or Settled()
    found = [profile for outline in outlines for profile in outline.profiles]
    scales = _Scales(found, rules, contains)
    fixed = _places(found, wanted)
    groups = _grouped(found, scales, around, rules, fixed)
    parts: dict[str, Mapping[str, int]] = {}
    events = []
    for group in groups:
        inside = [edge for pair in combinations(group, 2) if (edge := scales.edge(*pair)) and edge.telling]
        events.append(_event([found[i] for i in group], inside, found, rules, _joined(group, found, fixed)))
        for place, held in _holding(group, inside, rules, fixed).items():
            parts |= dict.fromkeys(found[place].ids, held)
    return tuple(events), Holding(parts)


@cache
def _weights(rules: Rulebook) -> dict[str, EdgeWeight]:
    return {weight.attribute: weight for weight in rules.of(EdgeWeight)}


_OWN_NUMBERS = frozenset(("magnitude", "killed", "injured"))
"""Attributes that tell two events of one kind apart which one article tells of."""


class _Scales:
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
        if any(map(self._fatal, seen)) or (rare is None and self._told_apart(one, other, seen)):
            return None
        if joining and rare is not None and not tie:
            return _UNTIED
        if rare is None and strangers(one, other, seen, self._rules):
            return None
        if rare is None and by_chance(one, other, seen, COMMON):
            return None
        if self._campaigns.strangers(one, other, seen, rare is not None):
            return None
        score, telling = _worths(seen, self._rules)[0], _telling(seen, self._rules)
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

    def _recalled(self, told: Profile, by: Profile) -> bool:
        """Whether an article tells of another event of the kind, which fits the day and a number of a mention of another article."""
        others = (p for p in self._of[by.mention.article] if p is not by and p.mention.type == by.mention.type and one_day(told, p))
        found = (item for other in others for item in evidence(told, other, self._rules, self._contains)[0])
        return any(item.likeness == "same" and item.attribute in _OWN_NUMBERS for item in found)


def _telling(seen: Iterable[Evidence], rules: Rulebook) -> bool:
    """Whether anything speaks for the edge that strangers do not share."""
    weights = _weights(rules)
    return any(weights[e.attribute].telling and e.likeness in ("same", "near") for e in seen)


def _worths(seen: Iterable[Evidence], rules: Rulebook) -> tuple[float, dict[str, float]]:
    """What speaks for an edge, in all and by attribute."""
    weights = _weights(rules)
    of: dict[str, float] = {}
    for item in seen:
        weight = weights[item.attribute]
        worth = weight.same if item.likeness == "same" else weight.near if item.likeness == "near" else weight.different
        of[item.attribute] = of.get(item.attribute, 0.0) + worth
    return round(sum(of.values()), 6), of


def _places(found: Sequence[Profile], settled: Settled[str]) -> Settled[int]:
    """What is settled, as positions of profiles; ids that are not among them are left out."""
    at = {name: place for place, profile in enumerate(found) for name in profile.ids}

    def met(pairs: Iterable[tuple[str, str]]) -> list[tuple[int, int]]:
        return sorted((min(at[a], at[b]), max(at[a], at[b])) for a, b in pairs if a in at and b in at)

    return Settled(tuple(met(settled.same)), frozenset(met(settled.different)))


def _joined(group: Sequence[int], found: Sequence[Profile], settled: Settled[int]) -> tuple[str, ...]:
    """One sentence for each pair of articles in the group that an editor joined."""
    pairs = ((a, b) for a, b in settled.same if a in group and b in group)
    said = (f"{found[a].mention.article} and {found[b].mention.article}: an editor says that they are one" for a, b in pairs)
    return tuple(dict.fromkeys(said))


def _grouped(found: Sequence[Profile], scales: _Scales, around: Around, rules: Rulebook, settled: Settled[int]) -> list[list[int]]:
    """Groups of profile positions. A group takes in another when no pair of theirs is vetoed or of one article, and its edges hold on
    average. What is settled to be one counts as one mention."""
    threshold = rules.of(LinkThreshold)[0].link
    edges = [e for pair in scales.blocks.pairs(around) if (e := scales.joining(*pair)) and e.score >= threshold]
    units = settled.units(range(len(found)))
    group_of = {i: unit for unit in units for i in unit}
    unit_of = {i: number for number, unit in enumerate(units) for i in unit}
    foes: dict[int, set[int]] = {}  # by the first member of a group, members of others that keep it apart from their groups for good

    def strength(i: int, j: int) -> float | None:
        """Of the edge between two units; None for a pair that is vetoed or of one article."""
        pairs = ((a, b) for a in units[unit_of[i]] for b in units[unit_of[j]] if not again(a, b))
        return max((edge.score for a, b in pairs if (edge := scales.edge(min(a, b), max(a, b)))), default=None)

    def again(i: int, j: int) -> bool:
        return found[i].mention.article == found[j].mention.article and _told_again(found[i], found[j], rules)

    for edge in sorted(edges, key=lambda e: (-e.score, e.a, e.b)):
        one, other = group_of[edge.a], group_of[edge.b]
        if one is other or not foes.get(one[0], _NOBODY).isdisjoint(other) or settled.apart(one, other):
            continue
        best: dict[tuple[int, int], float] = {}
        for i, j in product(one, other):
            pair = (unit_of[i], unit_of[j])
            if pair in best or again(i, j):
                continue
            found_one = strength(i, j)
            if found_one is None:
                foes.setdefault(one[0], set()).add(j)
                foes.setdefault(other[0], set()).add(i)
                break
            best[pair] = found_one
        else:
            if sum(best.values()) / len(best) >= threshold / 2:  # else too weak as a whole
                merged = sorted(one + other)
                foes[merged[0]] = foes.get(one[0], set()) | foes.get(other[0], set())
                for i in merged:
                    group_of[i] = merged
    unique = {id(group): group for group in group_of.values()}
    return sorted(unique.values())


_NOBODY: frozenset[int] = frozenset()


def _told_again(a: Profile, b: Profile, rules: Rulebook) -> bool:
    """Whether two mentions of one article can be one deed, told again or laid to another party: one of them has no day and no place that
    is not the other's, and they differ in nothing but who did it. That they are one is for another article to say, which fits both; two
    deeds of one party are two by the article's own word, and so are those told in one list."""
    if a.mention.whole or b.mention.whole:
        return False
    bare = any(not p.dates and not p.days and set(p.narrow) <= set(o.narrow) for p, o in ((a, b), (b, a)))
    if a.mention.article != b.mention.article or not bare or a.mention.background or b.mention.background:
        return False
    parties = [set(proper(p.mention.actors)) for p in (a, b)]
    if parties[0] & parties[1] or (a.countries and b.countries and not a.countries & b.countries):
        return False
    same = a.mention.type == b.mention.type or kinds(rules).related(a.mention.type, b.mention.type)
    ours, theirs = set(proper(a.mention.targets)), set(proper(b.mention.targets))
    return same and (not ours or not theirs or bool(ours & theirs))


def _holding(group: Sequence[int], edges: Sequence[Edge], rules: Rulebook, settled: Settled[int]) -> dict[int, dict[str, int]]:
    """For each member of a group, by attribute, the part of the group it stays with when that attribute's evidence is left out; what is
    settled never falls apart."""
    if len(group) < 2:
        return {}
    threshold = rules.of(LinkThreshold)[0].link
    used = sorted({item.attribute for edge in edges for item in edge.evidence if item.likeness in ("same", "near")})
    unit_of = {i: unit[0] for unit in settled.units(group) for i in unit}
    parts: dict[int, dict[str, int]] = {i: {} for i in group}
    worth = [(edge, *_worths(edge.evidence, rules)) for edge in edges]
    for attribute in used:
        head = {unit: unit for unit in unit_of.values()}
        alone = len(head)

        def root(unit: int, head: dict[int, int] = head) -> int:
            while head[unit] != unit:
                head[unit] = unit = head[head[unit]]
            return unit

        for edge, total, of in worth:
            if alone == 1:
                break
            if round(total - of.get(attribute, 0.0), 6) >= threshold and (one := root(unit_of[edge.a])) != (other := root(unit_of[edge.b])):
                head[max(one, other)] = min(one, other)
                alone -= 1
        for i in group:
            parts[i][attribute] = root(unit_of[i])
    return parts


def _event(members: Sequence[Profile], edges: Sequence[Edge], found: Sequence[Profile], rules: Rulebook, joined: tuple[str, ...]) -> Event:
    mentions = [member.mention for member in members]
    first = mentions[0]
    actors = _most(name for m in mentions for name in m.actors[:1])
    place = _most(name for m in mentions for name in m.places[:1])
    date = _undisputed([when for member in members for when in member.dates])
    kind = _most(m.type for m in mentions)
    why = tuple(
        f"{found[e.a].mention.article} and {found[e.b].mention.article}: "
        + "; ".join(item.text for item in e.evidence if item.likeness in ("same", "near"))
        for e in edges
    )
    noun = _nouns(rules).get(kind, kind)
    own = actors[:1].isupper() and kind not in _suffered(rules)
    parts = [f"{actors}{'’' if actors.endswith('s') else '’s'} {noun}" if own else noun.capitalize()]
    parts += [f"in {place}"] if place else []
    return Event(
        id=f"event:{first.id}",
        type=kind,
        label=" ".join(parts),
        mentions=tuple(name for member in members for name in member.ids),
        articles=tuple(sorted({m.article for m in mentions})),
        date=date,
        place=place,
        actors=tuple(sorted({name for m in mentions for name in m.actors})),
        why=joined + why,
    )


@cache
def _nouns(rules: Rulebook) -> dict[str, str]:
    """What a label calls each event type whose name is no noun."""
    return {rule.type: rule.noun for rule in rules.of(EventType) if rule.noun}


@cache
def _suffered(rules: Rulebook) -> frozenset[str]:
    """The event types whose label names nobody as the doer: "Ruritania’s killing" could be that of Ruritania."""
    told = [rule for rule in rules.of(EventType) if (rule.verbs or rule.verb_phrases) and rule.subject == "actor"]  # nouns have no object
    done, verbs = Counter(rule.type for rule in told if rule.object == "victims"), Counter(rule.type for rule in told)
    return frozenset(kind for kind, times in done.items() if 2 * times > verbs[kind]) - _nouns(rules).keys()


def _most(names: Iterable[str]) -> str:
    """The name most articles give; of equals the first in order of letters."""
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return min(counts, key=lambda name: (-counts[name], name)) if counts else ""


def _undisputed(dates: Sequence[When]) -> When | None:
    """The finest of the dates, or None when two of them cannot both be right: a label takes no side."""
    known = [(d.first, d.last, d) for d in dates if d.first is not None and d.last is not None]
    if not known or max(first for first, _, _ in known) > min(last for _, last, _ in known):
        return None
    return min(known, key=lambda item: (item[1] - item[0], item[0]))[2]
