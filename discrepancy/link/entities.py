"""Entities: one person, group or place behind the many spellings of many articles.

Takes the names of each article and the rulebook; gives entities, and for each article and spelling the entity's head spelling. Inside an
article its own short forms are already bound to their full forms (``Name.short_for``). Across articles two spellings become one entity when
they are judged the same and no spelling of the one contradicts a spelling of the other, so that likeness does not run in chains. A name
that fits two entities equally well joins neither. What an editor settled about two spellings outweighs all likeness.

What comes out for a name depends on the names it shares words with and on nothing else: unrelated names, and the order of articles, change
nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from discrepancy.annotate.places import gazetteer
from discrepancy.annotate.spelling import key
from discrepancy.link.entities_blocks import Keys, candidates
from discrepancy.link.entities_house import housed
from discrepancy.link.names import Judge, Match, judge_of
from discrepancy.link.names_listed import Days
from discrepancy.link.settled import Settled
from discrepancy.model.claims import Name, NameKind
from discrepancy.model.findings import Entity, Variant
from discrepancy.rulebook import Rulebook

Node = tuple[str, str]
"""Kind and full spelling: what is clustered."""

Written = tuple[str, str, str]
"""A name as an article writes it: kind, spelling, and the full form that the article has for it, else the spelling again."""

Printed = tuple[str, str, int]
"""Where a full spelling stands: article, the form it prints, and how often."""


@dataclass(slots=True)
class _Cluster:
    """An entity in the making: its spellings, and why each came in."""

    nodes: list[Node]
    why: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Heads:
    """The head spelling of the entity behind each name. ``kinds`` are those of names whose own article shows none, ``of`` has for each
    node its rank, by which one of two nodes of a spelling is chosen, and its entity's head spelling."""

    kinds: Mapping[str, str]
    of: Mapping[Node, tuple[int, str]]

    def article(self, names: Iterable[Written]) -> dict[str, str]:
        """The head spelling of each spelling in one article, from the article's names."""
        found: dict[str, tuple[int, str]] = {}
        for name in names:
            head = self.of.get(_node(name, self.kinds))
            if head is not None:
                found[name[1]] = min(head, found.get(name[1], head))
        return {text: name for text, (_, name) in found.items()}


def written(names: Iterable[Name]) -> Counter[Written]:
    """The names of one article, each with how often it stands there."""
    return Counter((name.kind, name.text, name.short_for or name.text) for name in names)


def cluster(
    names: Sequence[tuple[str, Sequence[Name]]],
    rules: Rulebook,
    settled: Settled[Node] | None = None,
    house: Mapping[Node, str] | None = None,
    published: Mapping[str, date] | None = None,
) -> tuple[tuple[Entity, ...], Mapping[str, Mapping[str, str]]]:
    """Entities of all articles, sorted by kind and name, and for each article's id and each of its spellings the entity's head spelling.

    ``names`` holds, for each article, its id and its names as written. ``settled`` are pairs of (kind, spelling) that an
    editor joined or parted, ``house`` the head spelling that an editor chose for a (kind, spelling). ``published`` has the day of each
    article that has one, by which aliases with a first and last day hold or do not.
    """
    counted = [(article, written(said)) for article, said in names]
    entities, heads = joined(counted, rules, settled, house, published)
    return entities, {article: heads.article(said) for article, said in counted}


def joined(
    names: Sequence[tuple[str, Mapping[Written, int]]],
    rules: Rulebook,
    settled: Settled[Node] | None = None,
    house: Mapping[Node, str] | None = None,
    published: Mapping[str, date] | None = None,
    keys: Keys | None = None,
) -> tuple[tuple[Entity, ...], Heads]:
    """What :func:`cluster` gives, from the names of each article as :func:`written` counts them; with the heads of all names instead of
    those of each article. ``keys`` are those of names that are known already.
    """
    kinds = _kinds(names)
    spellings = _spellings(names, kinds)
    judge = _Dated(judge_of(rules), spellings, published or {})
    groups = _merge(sorted(spellings), judge, _full(settled or Settled(), spellings), keys or Keys(judge.judge))
    made = [(group, _entity(group, spellings, house or {}, rules)) for group in groups]
    entities = housed(_distinct(sorted((entity for _, entity in made), key=lambda e: (e.kind, e.name, e.id))), judge.judge)
    ranked = sorted(made, key=lambda pair: (-_mentions(pair[1]), pair[1].name))
    nodes = ((node, entity.name) for group, entity in ranked for node in group.nodes)
    return tuple(entities), Heads(kinds, {node: (rank, name) for rank, (node, name) in enumerate(nodes)})


def _node(name: Written, kinds: Mapping[str, str]) -> Node:
    kind, _, full = name
    return kind if kind != "unknown" else kinds.get(key(full), "unknown"), full


def _spellings(names: Sequence[tuple[str, Mapping[Written, int]]], kinds: Mapping[str, str]) -> dict[Node, list[Printed]]:
    """Every full spelling of a kind, with where it stands, one article after the other."""
    found: dict[Node, list[Printed]] = {}
    for article, names_of in names:
        for name, count in names_of.items():
            if key(name[2]):
                found.setdefault(_node(name, kinds), []).append((article, name[1], count))
    return found


def _kinds(names: Sequence[tuple[str, Mapping[Written, int]]]) -> dict[str, str]:
    """The kind of a name whose own article does not show it: what most mentions of the same letters are elsewhere."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    asked = {key(name[2]) for _, names_of in names for name in names_of if name[0] == "unknown"}
    for _, names_of in names:
        for (kind, _, full), count in names_of.items():
            if kind != "unknown" and key(full) in asked:
                votes[key(full)][kind] += count
    return {letters: max(counts.items(), key=lambda item: (item[1], item[0]))[0] for letters, counts in votes.items()}


def _full(settled: Settled[Node], spellings: Mapping[Node, Sequence[Printed]]) -> Settled[Node]:
    """What is settled, as pairs of full spellings of these articles; others are left out. A spelling whose kind is
    another by now, or that is only the short form of a full one, stands for that.
    """
    if not settled.same and not settled.different:
        return settled
    printed: dict[str, list[Node]] = defaultdict(list)
    for node, places in sorted(spellings.items()):
        for text in sorted({node[1], *(text for _, text, _ in places)}):
            printed[text].append(node)

    def nodes(kind: str, text: str) -> list[Node]:
        if (kind, text) in spellings:
            return [(kind, text)]
        return [node for node in printed[text] if node[0] == kind] or printed[text]

    def met(pairs: Iterable[tuple[Node, Node]]) -> list[tuple[Node, Node]]:
        return [(min(a, b), max(a, b)) for one, other in sorted(pairs) for a in nodes(*one) for b in nodes(*other) if a != b]

    return Settled(tuple(met(settled.same)), frozenset(met(settled.different)))


class _Dated:
    """A judge that knows on which days spellings are printed."""

    def __init__(self, judge: Judge, spellings: Mapping[Node, Sequence[Printed]], published: Mapping[str, date]) -> None:
        self.judge = judge
        self._days = {
            node: (min(days), max(days))
            for node, places in spellings.items()
            if (days := [published[article] for article, _, _ in places if article in published])
        }

    def _of(self, a: str, b: str, kind: str) -> Days | None:
        known = [days for days in (self._days.get((kind, a)), self._days.get((kind, b))) if days]
        return (min(first for first, _ in known), max(last for _, last in known)) if known else None

    def weigh(self, a: str, b: str, kind: str) -> Match:
        """The judgement without its sentence; ``a < b``."""
        return self.judge.weigh(a, b, kind, self._of(a, b, kind))

    def why(self, a: str, b: str, kind: str) -> str:
        """The sentence."""
        return self.judge.judge(a, b, kind, self._of(a, b, kind)).why


def _merge(nodes: Sequence[Node], judge: _Dated, settled: Settled[Node], keys: Keys) -> list[_Cluster]:
    """Clusters of spellings, what is settled first, then the surest pairs; a pair that contradicts keeps two clusters
    apart.
    """
    by_kind: dict[str, list[str]] = defaultdict(list)
    for kind, text in nodes:
        by_kind[kind].append(text)
    clusters: dict[Node, _Cluster] = {}
    unit_of: dict[Node, list[Node]] = {}
    for unit in settled.units(nodes):
        said = [f"{text} = {unit[0][1]}: an editor says that they are one" for _, text in unit[1:]]
        clusters |= dict.fromkeys(unit, _Cluster(list(unit), said))
        unit_of |= dict.fromkeys(unit, unit)
    for kind in sorted(by_kind):
        texts = by_kind[kind]
        pairs: list[tuple[float, str, str]] = []
        for a, b in candidates(texts, kind, keys):
            match = judge.weigh(a, b, kind)
            if match.mergeable:
                pairs.append((match.score, a, b))
        pairs.sort(key=lambda pair: (-pair[0], pair[1], pair[2]))
        rivals = _rivals(pairs, kind, judge, unit_of)
        for _, a, b in pairs:
            one, other = clusters[kind, a], clusters[kind, b]
            if one is other or (a, b) in rivals or settled.apart(one.nodes, other.nodes) or _contradict(one, other, judge, unit_of):
                continue
            if len(other.nodes) > len(one.nodes):
                one, other = other, one
            one.nodes += other.nodes
            one.why += [*other.why, f"{a} = {b}: {judge.why(a, b, kind)}"]
            for node in other.nodes:
                clusters[node] = one
    return list({id(c): c for c in clusters.values()}.values())


def _rivals(pairs: Sequence[tuple[float, str, str]], kind: str, judge: _Dated, unit_of: Mapping[Node, list[Node]]) -> set[tuple[str, str]]:
    """Pairs in which a shorter name fits several longer ones that contradict each other: Munir beside two Munirs."""
    longer: dict[str, set[str]] = defaultdict(set)
    scale, fold = judge.judge.scale(kind), judge.judge.fold
    for _, a, b in pairs:
        short, full = sorted((a, b), key=lambda t: (fold.spell(t, scale).weight, t))
        if fold.spell(full, scale).weight > fold.spell(short, scale).weight + 0.3:
            longer[short].add(full)
    rivals: set[tuple[str, str]] = set()
    for short, fulls in sorted(longer.items()):
        ordered = sorted(fulls)
        others = ((x, y) for i, x in enumerate(ordered) for y in ordered[i + 1 :] if unit_of[kind, x] is not unit_of[kind, y])
        if any(not judge.weigh(x, y, kind).mergeable for x, y in others):
            rivals.update((min(short, full), max(short, full)) for full in ordered)
    return rivals


def _contradict(one: _Cluster, other: _Cluster, judge: _Dated, unit_of: Mapping[Node, list[Node]]) -> bool:
    """True when some spelling of the one is different from some spelling of the other; spellings that an editor joined
    speak as one, and for them the likest counts.
    """

    def different(first: Node, second: Node) -> bool:
        a, b = sorted((first[1], second[1]))
        return judge.weigh(a, b, first[0]).verdict == "different"

    return any(all(different(a, b) for a in unit_of[first] for b in unit_of[second]) for first in one.nodes for second in other.nodes)


def _entity(group: _Cluster, spellings: Mapping[Node, Sequence[Printed]], house: Mapping[Node, str], rules: Rulebook) -> Entity:
    """The entity of one cluster. Its head spelling is the house's, else the full form that most articles print; of equals one that the
    tables of places know, so that it is known where the place lies."""
    forms: dict[str, dict[str, int]] = {}
    full: dict[str, tuple[int, int]] = {}
    for node in group.nodes:
        for article, text, count in spellings[node]:
            seen = forms.setdefault(text, {})
            seen[article] = seen.get(article, 0) + count
        full[node[1]] = (len({article for article, _, _ in spellings[node]}), sum(count for _, _, count in spellings[node]))
    most_words = max(len(text.split()) for text in full)
    whole = {text: n for text, n in full.items() if len(text.split()) > 1 or most_words == 1}
    kind: NameKind = group.nodes[0][0]  # type: ignore[assignment]  # the nodes were made from names of that kind

    def listed(text: str) -> bool:
        return kind == "place" and bool(gazetteer(rules).find(text))

    chosen = sorted({house[kind, text] for text in (*full, *forms) if (kind, text) in house})
    name = chosen[0] if len(chosen) == 1 else max(whole, key=lambda text: (*whole[text], listed(text), len(text), text))
    variants = tuple(
        Variant(text, tuple(sorted(seen)), tuple(seen[article] for article in sorted(seen)))
        for text, seen in sorted(forms.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    )
    return Entity(f"{kind}:{key(name)}", kind, name, variants, tuple(sorted(group.why)), chosen[0] if len(chosen) == 1 else "")


def _mentions(entity: Entity) -> int:
    return sum(sum(variant.counts) for variant in entity.variants)


def _distinct(entities: Sequence[Entity]) -> list[Entity]:
    """Entities whose ids are all different: a second one of the same letters gets a number."""
    seen: Counter[str] = Counter()
    made = []
    for entity in entities:
        seen[entity.id] += 1
        number = seen[entity.id]
        made.append(entity if number == 1 else replace(entity, id=f"{entity.id}-{number}"))
    return made
