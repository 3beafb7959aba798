"""Figures that measure one thing in several articles: sums, lengths, counts.

Takes claims, events, readings and documents; gives the claims, those that have their like in another article of the story bound to one
event and to one name of what they measure. Two figures are of one thing when their words say so (``rules/link/measures.yaml``): that a
length stands in one sentence with a quake does not make it the quake's. What has no like belongs to no event and is compared with nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

from discrepancy.link.likeness import one_story
from discrepancy.link.profiles import telling_names
from discrepancy.model.claims import Claim, Reading
from discrepancy.model.findings import Event
from discrepancy.model.text import Document
from discrepancy.model.values import Quantity
from discrepancy.rulebook.kinds.comparing import Unit
from discrepancy.rulebook.kinds.linking import MeasureLikeness
from discrepancy.rulebook.schema import Rulebook

_WORD = re.compile(r"[^\W\d_]{3,}")
_STOP = re.compile(r"[.!?]\s|\n")
_SHORTEST = 3
_EQUAL = 0.5
"""Of two figures that are alike the one with the same number is meant."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """One number of one article, however often it gives it: the claims, the number in the first unit of its dimension, the stem of what
    it counts and the stems of the words around it."""

    claims: tuple[Claim, ...]
    number: float
    dimension: str
    head: str
    words: frozenset[str]

    @property
    def article(self) -> str:
        """The article that gives it."""
        return self.claims[0].article


def measured(
    claims: Sequence[Claim],
    events: Sequence[Event],
    readings: Sequence[Reading],
    documents: Sequence[Document],
    rules: Rulebook,
    is_country: Callable[[str], bool],
) -> tuple[tuple[Claim, ...], tuple[Event, ...]]:
    """The claims with figures of one thing bound to one event and population, and the events; where articles of one story share no event,
    the story itself becomes one."""
    limits = rules.of(MeasureLikeness)[0]
    asked = {c.id for c in claims if c.attribute in limits.attributes and not c.event and not c.entity}
    texts = {document.id: document.text for document in documents}
    figures = _figures([c for c in claims if c.id in asked and _firm(c)], texts, limits, _sizes(rules))
    chiefly = _chiefly(events, readings)
    pairs = _stories(events, readings, is_country)
    bound: dict[str, Claim] = {}
    told: dict[str, Event] = {}
    taken: dict[tuple[str, str], set[str]] = {}
    for group in _groups(figures, pairs, limits):
        event = _about(group, chiefly)
        if not event:
            story = _story(group, readings, is_country)
            event = told.setdefault(story.id, story).id
        asks = group[0].claims[0].attribute
        used = taken.setdefault((asks, event), {c.population for c in claims if c.event == event and c.attribute == asks})
        name = _name(group, used)
        used.add(name)
        bound.update((c.id, replace(c, event=event, population=name)) for f in group for c in f.claims)
    kept = tuple(bound.get(claim.id, claim) for claim in claims)
    return kept, (*events, *told.values())


def _chiefly(events: Sequence[Event], readings: Sequence[Reading]) -> dict[str, str]:
    """The event that each article is chiefly about."""
    event_of = {mention: event.id for event in events for mention in event.mentions}
    return {m.article: event_of[m.id] for reading in readings for m in reading.events if m.main and m.id in event_of}


def _stories(events: Sequence[Event], readings: Sequence[Reading], is_country: Callable[[str], bool]) -> list[tuple[str, str]]:
    """Pairs of articles that tell one story: of what one is chiefly about the other tells too, or they share their names."""
    chief = set(_chiefly(events, readings).values())
    found = {pair for event in events if event.id in chief for pair in combinations(event.articles, 2)}
    names = {reading.article: telling_names(reading, is_country) for reading in readings}
    holders: dict[str, list[str]] = {}
    for article in sorted(names):
        for name in names[article]:
            holders.setdefault(name, []).append(article)
    near = {pair for articles in holders.values() for pair in combinations(articles, 2)}
    return sorted(found | {(a, b) for a, b in near if one_story(names[a], names[b])})


def _about(group: Sequence[_Figure], chiefly: Mapping[str, str]) -> str:
    """The event that most articles of a group are chiefly about."""
    counts = Counter(chiefly[figure.article] for figure in group if figure.article in chiefly)
    return min(counts, key=lambda event: (-counts[event], event), default="")


def _story(group: Sequence[_Figure], readings: Sequence[Reading], is_country: Callable[[str], bool]) -> Event:
    """The story of some articles as an event: named by the names they share."""
    articles = tuple(sorted({figure.article for figure in group}))
    shared = frozenset.intersection(*(telling_names(r, is_country) for r in readings if r.article in articles))
    label = f"Story of {' and '.join(sorted(shared)[:2])}" if shared else "Story"
    return Event(f"story:{articles[0]}", "story", label, (), articles)


def _firm(claim: Claim) -> bool:
    """A counted figure: "several" and "one" are words more often than figures."""
    value = claim.value
    return isinstance(value, Quantity) and not value.vague and (value.low, value.high) not in ((0, 0), (1, 1))


@cache
def _sizes(rules: Rulebook) -> dict[str, tuple[str, float]]:
    """Dimension and size of each unit that can be converted; currencies are none of them."""
    return {name.lower(): (unit.dimension, size) for unit in rules.of(Unit) for name, size in unit.units.items()}


def _figures(
    claims: Sequence[Claim], texts: Mapping[str, str], limits: MeasureLikeness, sizes: Mapping[str, tuple[str, float]]
) -> list[_Figure]:
    around = {claim.id: _around(claim, texts.get(claim.article, ""), limits) for claim in claims}
    beside: dict[str, Counter[str]] = {}
    counted: Counter[str] = Counter(claim.article for claim in claims)
    for claim in claims:
        beside.setdefault(claim.article, Counter()).update(around[claim.id])
    found: dict[tuple[str, str, str, float, str], _Figure] = {}
    for claim in claims:
        most = max(2.0, limits.widely * counted[claim.article])
        words = frozenset(word for word in around[claim.id] if beside[claim.article][word] <= most)
        named = claim.population.split()
        head = stem(named[-1].lower(), limits) if named and named[-1].lower() not in limits.light else ""
        dimension, size = sizes.get(claim.unit.lower(), (claim.unit, 1.0))
        value = claim.value
        number = value.low if isinstance(value, Quantity) and value.low is not None else getattr(value, "high", None) or 0
        key = (claim.article, claim.attribute, dimension, number * size, head)
        same = found.get(key)
        told = (*same.claims, claim) if same else (claim,)
        found[key] = _Figure(told, number * size, dimension, head, (words | same.words if same else words) - {head})
    return list(found.values())


def _around(claim: Claim, text: str, limits: MeasureLikeness) -> frozenset[str]:
    """The stems of the words of a claim's sentence, within reach."""
    start, end = claim.evidence.span.start, claim.evidence.span.end
    before, after = text[max(0, start - limits.reach) : start], text[end : end + limits.reach]
    stops = [stop.end() for stop in _STOP.finditer(before)]
    stop = _STOP.search(after)
    near = before[stops[-1] if stops else 0 :] + text[start:end] + " " + after[: stop.start() if stop else len(after)]
    words = (word.lower() for word in _WORD.findall(near))
    return frozenset(stem(word, limits) for word in words if word not in limits.common)


def stem(word: str, limits: MeasureLikeness) -> str:
    """A word without its ending; words that the rules call one have one stem."""
    known = _forms(limits)
    if word in known:
        return known[word]
    for ending in limits.endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return known.get(word[: -len(ending)], word[: -len(ending)])
    return word


@cache
def _forms(limits: MeasureLikeness) -> dict[str, str]:
    return {form: line.split()[0] for line in limits.forms for form in line.split()}


def _like(a: _Figure, b: _Figure, limits: MeasureLikeness) -> float:
    """Points for two figures being of one thing; 0 for counts that do not name one thing and figures too far apart to be of one."""
    low, high = sorted((a.number, b.number))
    attribute = a.claims[0].attribute
    if attribute != b.claims[0].attribute or a.dimension != b.dimension or not 0 < high <= limits.alike * low:
        return 0.0
    same = bool(a.head) and a.head == b.head
    if (a.head and b.head and not same) or (attribute in limits.named and not same):
        return 0.0
    said = (a.head and a.head in b.words) or (b.head and b.head in a.words)
    shared = (a.words & b.words) - {a.head, b.head}
    return (limits.head if same or said else 0.0) + limits.word * len(shared)


def _groups(figures: Sequence[_Figure], pairs: Sequence[tuple[str, str]], limits: MeasureLikeness) -> list[list[_Figure]]:
    """Figures of one thing. Two of two articles are one when each is the other's likest there; of equals the one with the same value."""
    of: dict[str, list[int]] = {}
    for i, figure in enumerate(figures):
        of.setdefault(figure.article, []).append(i)
    likes: dict[tuple[int, int], float] = {}
    for one, other in pairs:
        for i in of.get(one, ()):
            for j in of.get(other, ()):
                score = _like(figures[i], figures[j], limits)
                if score >= limits.link:
                    likes[i, j] = likes[j, i] = score + (_EQUAL if figures[i].number == figures[j].number else 0.0)
    best: dict[tuple[int, str], float] = {}
    for (i, j), score in likes.items():
        key = (i, figures[j].article)
        best[key] = max(score, best.get(key, 0.0))
    group_of = {i: [i] for i in range(len(figures))}
    for i, j in sorted(likes, key=lambda pair: (-likes[pair], pair)):
        mutual = likes[i, j] == best[i, figures[j].article] == best[j, figures[i].article]
        ours, theirs = group_of[i], group_of[j]
        if not mutual or ours is theirs or {figures[a].article for a in ours} & {figures[b].article for b in theirs}:
            continue
        if 2 * sum((a, b) in likes for a in ours for b in theirs) > len(ours) * len(theirs):
            merged = sorted(ours + theirs)
            for member in merged:
                group_of[member] = merged
    unique = sorted({id(group): group for group in group_of.values()}.values())
    return [[figures[i] for i in group] for group in unique if len(group) > 1]


def _name(group: Sequence[_Figure], taken: Collection[str]) -> str:
    """What the figures measure: the name most of them give, with words they share where that is none or another thing's already."""
    names = Counter(c.population for figure in group for c in figure.claims if c.population)
    name = min(names, key=lambda text: (-names[text], len(text), text)) if names else ""
    shared = Counter(word for figure in group for word in figure.words if word not in name)
    for word in sorted(shared, key=lambda word: (-shared[word], -len(word), word)):
        if name and name not in taken:
            break
        name = f"{name} {word}".strip()
    return name
