"""Entities: one person, group or place behind the many spellings of many articles.

Takes the names of each article and the rulebook; gives entities, and for each article and spelling the entity's head
spelling. Inside an article its own short forms are already bound to their full forms (``Name.short_for``). Across
articles two
spellings become one entity when they are judged the same and no spelling of the one contradicts a spelling of the
other, so
that likeness does not run in chains. A name that fits two entities equally well joins neither.

What comes out for a name depends on the names it shares words with and on nothing else: unrelated names, and the
order of articles, change nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from discrepancy.link.entities_blocks import candidates
from discrepancy.link.names import Judge, judge_of, key
from discrepancy.model.claims import Name, NameKind
from discrepancy.model.findings import Entity, Variant
from discrepancy.rulebook import Rulebook

_KINDS: dict[str, str] = {"unknown": "", "work": "work", "office": "office"}

Node = tuple[str, str]
"""Kind and full spelling: what is clustered."""


@dataclass(slots=True)
class _Cluster:
    """An entity in the making: its spellings, and why each came in."""

    nodes: list[Node]
    why: list[str] = field(default_factory=list)


def cluster(names: Sequence[tuple[str, Sequence[Name]]], rules: Rulebook) -> tuple[tuple[Entity, ...], Mapping[tuple[str, str], str]]:
    """Entities of all articles, sorted by kind and name, and (article id, spelling) to the entity's head spelling.

    ``names`` holds, for each article, its id and its names as written.
    """
    spellings = _spellings(names)
    judge = judge_of(rules)
    groups = _merge(sorted(spellings), judge)
    entities = sorted((_entity(group, spellings) for group in groups), key=lambda e: (e.kind, e.name, e.id))
    entities = _distinct(entities)
    canonical: dict[tuple[str, str], str] = {}
    for group, entity in sorted(
        ((group, _entity(group, spellings)) for group in groups), key=lambda pair: (-_mentions(pair[1]), pair[1].name)
    ):
        for node in group.nodes:
            for article, texts in sorted(spellings[node].items()):
                for text in sorted(texts):
                    canonical.setdefault((article, text), entity.name)
    return tuple(entities), canonical


def _spellings(names: Sequence[tuple[str, Sequence[Name]]]) -> dict[Node, dict[str, Counter[str]]]:
    """Every full spelling of a kind, with the articles that have it and the forms they print it in."""
    kinds = _kinds(names)
    found: dict[Node, dict[str, Counter[str]]] = {}
    for article, written in names:
        for name in written:
            full = name.short_for or name.text
            if not key(full):
                continue
            node = (name.kind if name.kind != "unknown" else kinds.get(key(full), "unknown"), full)
            found.setdefault(node, {}).setdefault(article, Counter())[name.text] += 1
    return found


def _kinds(names: Sequence[tuple[str, Sequence[Name]]]) -> dict[str, str]:
    """The kind of a name whose own article does not show it: what most mentions of the same letters are elsewhere."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for _, written in names:
        for name in written:
            if name.kind != "unknown":
                votes[key(name.short_for or name.text)][name.kind] += 1
    return {letters: max(counts.items(), key=lambda item: (item[1], item[0]))[0] for letters, counts in votes.items()}


def _merge(nodes: Sequence[Node], judge: Judge) -> list[_Cluster]:
    """Clusters of spellings, the surest pairs first; a pair that contradicts keeps two clusters apart."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for kind, text in nodes:
        by_kind[kind].append(text)
    clusters = {node: _Cluster([node]) for node in nodes}
    for kind in sorted(by_kind):
        texts = by_kind[kind]
        pairs: list[tuple[float, str, str]] = []
        for a, b in candidates(texts, kind, judge):
            match = judge.weigh(a, b, kind)
            if match.mergeable:
                pairs.append((match.score, a, b))
        pairs.sort(key=lambda pair: (-pair[0], pair[1], pair[2]))
        rivals = _rivals(pairs, kind, judge)
        for _, a, b in pairs:
            one, other = clusters[kind, a], clusters[kind, b]
            if one is other or (a, b) in rivals or _contradict(one, other, judge):
                continue
            if len(other.nodes) > len(one.nodes):
                one, other = other, one
            one.nodes += other.nodes
            one.why += [*other.why, f"{a} = {b}: {judge.judge(a, b, kind).why}"]
            for node in other.nodes:
                clusters[node] = one
    return list({id(c): c for c in clusters.values()}.values())


def _rivals(pairs: Sequence[tuple[float, str, str]], kind: str, judge: Judge) -> set[tuple[str, str]]:
    """Pairs in which a shorter name fits several longer ones that contradict each other: Munir beside two Munirs."""
    longer: dict[str, set[str]] = defaultdict(set)
    scale = judge.scale(kind)
    for _, a, b in pairs:
        short, full = sorted((a, b), key=lambda t: (judge.fold.spell(t, scale).weight, t))
        if judge.fold.spell(full, scale).weight > judge.fold.spell(short, scale).weight + 0.3:
            longer[short].add(full)
    rivals: set[tuple[str, str]] = set()
    for short, fulls in sorted(longer.items()):
        ordered = sorted(fulls)
        if any(not judge.weigh(x, y, kind).mergeable for i, x in enumerate(ordered) for y in ordered[i + 1 :]):
            rivals.update((min(short, full), max(short, full)) for full in ordered)
    return rivals


def _contradict(one: _Cluster, other: _Cluster, judge: Judge) -> bool:
    """True when some spelling of the one is different from some spelling of the other."""
    return any(judge.weigh(min(a, b), max(a, b), kind).verdict == "different" for kind, a in one.nodes for _, b in other.nodes)


def _entity(group: _Cluster, spellings: Mapping[Node, Mapping[str, Counter[str]]]) -> Entity:
    """The entity of one cluster. Its head spelling is the full form that most articles print."""
    forms: dict[str, dict[str, int]] = {}
    full: dict[str, tuple[int, int]] = {}
    for node in group.nodes:
        for article, texts in spellings[node].items():
            for text, count in texts.items():
                seen = forms.setdefault(text, {})
                seen[article] = seen.get(article, 0) + count
        articles = spellings[node]
        full[node[1]] = (len(articles), sum(sum(texts.values()) for texts in articles.values()))
    most_words = max(len(text.split()) for text in full)
    whole = {text: n for text, n in full.items() if len(text.split()) > 1 or most_words == 1}
    name = max(whole, key=lambda text: (*whole[text], len(text), text))
    variants = tuple(
        Variant(text, tuple(sorted(seen)), tuple(seen[article] for article in sorted(seen)))
        for text, seen in sorted(forms.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    )
    kind: NameKind = group.nodes[0][0]  # type: ignore[assignment]  # the nodes were made from names of that kind
    return Entity(f"{kind}:{key(name)}", kind, name, variants, tuple(sorted(group.why)))


def _mentions(entity: Entity) -> int:
    return sum(sum(variant.counts) for variant in entity.variants)


def _distinct(entities: Sequence[Entity]) -> list[Entity]:
    """Entities whose ids are all different: a second one of the same letters gets a number."""
    seen: Counter[str] = Counter()
    made = []
    for entity in entities:
        seen[entity.id] += 1
        number = seen[entity.id]
        made.append(entity if number == 1 else Entity(f"{entity.id}-{number}", entity.kind, entity.name, entity.variants, entity.why))
    return made
