"""Stories: which articles of a large heap tell of the same happening, before anything is compared.

Takes documents; gives a story number for each. The whole text speaks here, not only what the rules understood: words weigh the more
the fewer articles hold them, names and numbers more than other words, and publication days that lie far apart say no. Stories are
grown from the strongest pair down by average linkage, so that one round-up does not chain two events together.

Weights: Robertson and Spärck Jones' idf with cosine similarity, as in topic detection and tracking (Allan et al., 1998).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush
from math import log, sqrt

from discrepancy.model.text import Document
from discrepancy.rulebook.kinds.stories import StoryLimits
from discrepancy.rulebook.schema import Rulebook

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?")


def stories(documents: Sequence[Document], rules: Rulebook) -> Mapping[str, int]:
    """The story of each document: numbers from 0 in the order of first documents."""
    limits = rules.of(StoryLimits)[0]
    vectors = _vectors(documents, limits)
    days = [_day(document) for document in documents]
    similar = _similar(vectors, days, limits)
    part = _linked(len(documents), similar, limits.same)
    numbers: dict[int, int] = {}
    return {d.id: numbers.setdefault(part[i], len(numbers)) for i, d in enumerate(documents)}


_TOLD = ("record", "header", "articles.csv")


def _day(document: Document) -> int | None:
    """The day of publication where somebody told it; one read off the page may be a stamp, and would part what belongs together."""
    if document.published is None or not document.published.came_from.startswith(_TOLD):
        return None
    first = document.published.value.first
    return first.toordinal() if first else None


def _vectors(documents: Sequence[Document], limits: StoryLimits) -> list[dict[str, float]]:
    """Unit vectors of word weights. Capitalised words and numbers are the ones that tell one happening from its like."""
    counts = []
    for document in documents:
        words: dict[str, float] = defaultdict(float)
        title = document.title.value if document.title else ""
        text = document.text[: limits.characters]
        for source, weight in ((title, limits.title), (text, 1.0)):
            previous = ""
            for word in _WORD.findall(source):
                plain = word.lower().replace("’", "'").removesuffix("'s")
                telling = word[0].isupper() or word[0].isdigit()
                words[plain] += weight * (limits.names if telling else 1.0)
                if telling and previous:
                    words[f"{previous} {plain}"] += weight * limits.names
                previous = plain if telling else ""
        counts.append(words)
    held: Counter[str] = Counter(word for words in counts for word in words)
    total = len(documents)
    vectors = []
    for words in counts:
        weights = {
            word: (1 + log(count)) * log((total + 1) / held[word])
            for word, count in words.items()
            if held[word] <= max(limits.common * total, 2)
        }
        norm = sqrt(sum(w * w for w in weights.values())) or 1.0  # words of no other article make an article less like any
        vectors.append({word: w / norm for word, w in weights.items() if held[word] > 1})
    return vectors


def _similar(vectors: Sequence[Mapping[str, float]], days: Sequence[int | None], limits: StoryLimits) -> dict[tuple[int, int], float]:
    """Cosines of pairs that share a telling word and were not published too far apart, weighed down with the days between."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        for word in sorted(vector, key=lambda w: (-vector[w], w))[: limits.keys]:
            holders[word].append(index)
    pairs: set[tuple[int, int]] = set()
    for word in sorted(holders):
        ids = holders[word]
        if len(ids) <= limits.block:
            pairs.update((a, b) for k, a in enumerate(ids) for b in ids[k + 1 :])
    similar = {}
    for a, b in sorted(pairs):
        day_a, day_b = days[a], days[b]
        apart = abs(day_a - day_b) if day_a is not None and day_b is not None else 0
        if apart > limits.window:
            continue
        one, other = (vectors[a], vectors[b]) if len(vectors[a]) < len(vectors[b]) else (vectors[b], vectors[a])
        cosine = sum(weight * other[word] for word, weight in one.items() if word in other)
        similar[a, b] = cosine * (1 - limits.fading * apart / limits.window)
    return similar


def _linked(size: int, similar: Mapping[tuple[int, int], float], same: float) -> list[int]:
    """Average linkage from the strongest pair down to ``same``; pairs that were never compared count as nothing alike."""
    members: dict[int, list[int]] = {i: [i] for i in range(size)}
    part = list(range(size))
    near: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), value in similar.items():
        near[a][b] = near[b][a] = value
    heap = [(-value, a, b) for (a, b), value in similar.items() if value >= same]
    heapify(heap)
    while heap:
        value, a, b = heappop(heap)
        if a not in members or b not in members or near[a].get(b) != -value:
            continue
        for other in sorted(set(near[a]) | set(near[b])):
            if other in (a, b) or other not in members:
                continue
            n_a, n_b = len(members[a]), len(members[b])
            mean = (near[a].get(other, 0.0) * n_a + near[b].get(other, 0.0) * n_b) / (n_a + n_b)
            near[a][other] = near[other][a] = mean
            near[other].pop(b, None)
            if mean >= same:
                heappush(heap, (-mean, min(a, other), max(a, other)))
        near[a].pop(b, None)
        near.pop(b, None)
        members[a] = members[a] + members.pop(b)
        for i in members[a]:
            part[i] = a
    return part
