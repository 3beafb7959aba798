"""Events across articles: which mentions tell of one and the same happening.

Takes the outlines of all articles and gives events, and for each pair of mentions in one event the attributes *without* which the two
would not be joined. Knows no text.

Mentions that go on about an article's main event were folded into it before (:mod:`discrepancy.link.gathering`). Pairs are weighed by
:mod:`discrepancy.link.scales`, and edges are taken from the strongest down. One article's
other mentions are different events by that article's own word. What aligns may not accuse: a difference in attribute A is raised only
between mentions that stay connected when all evidence from A is left out (DESIGN §6). What an editor settled about two mentions outweighs
all evidence, and accuses nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

from discrepancy.link.events_blocks import Around
from discrepancy.link.holding import Holding
from discrepancy.link.kinds import kinds
from discrepancy.link.labels import labelled
from discrepancy.link.outlines import Outline
from discrepancy.link.profiles import Profile
from discrepancy.link.scales import Edge, Scales, worths
from discrepancy.link.settled import Settled
from discrepancy.link.ties import proper
from discrepancy.model.claims import Contains
from discrepancy.model.findings import Event
from discrepancy.rulebook.kinds.linking import LinkThreshold
from discrepancy.rulebook.schema import Rulebook


def link_events(
    outlines: Sequence[Outline], rules: Rulebook, contains: Contains, around: Around, settled: Settled[str] | None = None
) -> tuple[tuple[Event, ...], Holding]:
    """Events over all articles, in the order of their first mention, and what holds each pair of mentions together.

    ``around`` gives the ids of the places that bear a name and of those that hold them; ``settled`` are pairs of mention ids that an
    editor joined or parted. Pairs are weighed only where blocks bring them together (:mod:`discrepancy.link.events_blocks`).
    """
    wanted = settled or Settled()
    found = [profile for outline in outlines for profile in outline.profiles]
    scales = Scales(found, rules, contains)
    fixed = _places(found, wanted)
    groups = _grouped(found, scales, around, rules, fixed)
    parts: dict[str, Mapping[str, int]] = {}
    events = []
    for group in groups:
        inside = [edge for pair in combinations(group, 2) if (edge := scales.edge(*pair)) and edge.telling]
        events.append(labelled([found[i] for i in group], inside, found, rules, _joined(group, found, fixed)))
        for place, held in _holding(group, inside, rules, fixed).items():
            parts |= dict.fromkeys(found[place].ids, held)
    return tuple(events), Holding(parts)


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


def _grouped(found: Sequence[Profile], scales: Scales, around: Around, rules: Rulebook, settled: Settled[int]) -> list[list[int]]:
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
    worth = [(edge, *worths(edge.evidence, rules)) for edge in edges]
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
