"""Origins: which articles say the same because one source stands behind them.

Takes the documents and their claims; gives groups of articles with the reason, near-copies for the whole text, agency credits,
shared wording and what articles say they have from another outlet for single claims. Agreement counts origins, not outlets. Knows
nothing of events.

Near-copies are found by the share of word shingles the shorter text has in common with the other (Broder, "On the resemblance and
containment of documents", 1997: containment).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from discrepancy.link.citations import NOBODYS, About, citations, outlets_of, told_of
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Origin
from discrepancy.model.text import Document, Span
from discrepancy.rulebook.kinds.origins import OriginLimits
from discrepancy.rulebook.schema import Rulebook

_RARE = 16
"""Texts that hold one run of words up to which it is rare."""
_REACH = 600
"""Characters to each side of a claim in which its sentence begins and ends."""
_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"[.!?]\s|\n")


def origins(documents: Sequence[Document], claims: Sequence[Claim], rules: Rulebook) -> tuple[Origin, ...]:
    """All reasons why articles depend on each other, near-copies first."""
    return (*_shared(documents, claims, rules.of(OriginLimits)[0]), *citations(documents, claims, outlets_of(documents, rules), rules))


class Sought:
    """The origins of a set that are sought for the claims that are asked about: those that :func:`origins` has of their articles."""

    def __init__(self, documents: Sequence[Document], claims: Sequence[Claim], rules: Rulebook) -> None:
        self._rules, self._outlets = rules, outlets_of(documents, rules)
        self._documents = {document.id: document for document in documents}
        self._claims: dict[str, list[Claim]] = {}
        self._telling: dict[About, dict[str, None]] = {}
        for claim in claims:
            self._claims.setdefault(claim.article, []).append(claim)
            if claim.attribute not in NOBODYS:
                self._telling.setdefault(told_of(claim), {})[claim.article] = None

    def __call__(self, claims: Sequence[Claim]) -> Iterator[Origin]:
        """The origins that tie articles of these claims, and some of other claims about the same."""
        own = [self._documents[article] for article in sorted({claim.article for claim in claims})]
        yield from _shared(own, claims, self._rules.of(OriginLimits)[0])
        about = dict.fromkeys(map(told_of, claims))
        telling = sorted({document.id for document in own}.union(*(self._telling.get(one, ()) for one in about)))
        told = [claim for article in telling for claim in self._claims[article]]
        yield from citations([self._documents[article] for article in telling], told, self._outlets, self._rules)


def _shared(documents: Sequence[Document], claims: Sequence[Claim], limits: OriginLimits) -> Iterator[Origin]:
    """What articles share by their words. Two of them share it whatever others there are."""
    yield from _copies(documents, limits)
    yield from _credits(documents)
    yield from _wordings(documents, claims, limits)


def _copies(documents: Sequence[Document], limits: OriginLimits) -> Iterable[Origin]:
    """Pairs of texts of which the shorter stands for the most part in the other.

    What pairs share is counted over the few holders of each rare run of words. Runs that many texts hold are bits of one number a text:
    counted all at once, and only for pairs that could share enough.
    """
    shingles = [_shingles(document.text, limits.shingle) for document in documents]
    sizes = list(map(len, shingles))
    held = Counter(chain.from_iterable(shingles))
    common = {shingle: 1 << place for place, shingle in enumerate(sorted(s for s, count in held.items() if count > _RARE))}
    bits = [sum(map(common.__getitem__, own.intersection(common))) for own in shingles]
    many = [number.bit_count() for number in bits]
    shortest = min(filter(None, sizes), default=0)
    several = {shingle for shingle, count in held.items() if 1 < count <= _RARE}
    holders: dict[int, list[int]] = {}
    near: list[tuple[str, str, int]] = []
    for at, own in enumerate(shingles):
        lists = [holders.setdefault(shingle, []) for shingle in own & several]
        rare = Counter(chain.from_iterable(lists))
        for earlier in lists:
            earlier.append(at)
        size, frequent, pattern = sizes[at], many[at], bits[at]
        enough = frequent >= limits.copy * min(size, shortest) > 0
        for other in range(at) if enough else rare:
            smaller = min(size, sizes[other])
            seldom = rare.get(other, 0)
            most = seldom + min(frequent, many[other])
            if smaller and most >= limits.copy * smaller:
                shared = seldom + (pattern & bits[other]).bit_count()
                if shared >= limits.copy * smaller:
                    near.append((documents[other].id, documents[at].id, round(100 * shared / smaller)))
    for a, b, share in sorted(near):
        yield Origin((a, b), f"near-copies: {share} % of the shorter text's five-word runs stand in the other")


def _shingles(text: str, size: int) -> frozenset[int]:
    """Word runs as numbers that do not depend on the process: the ``hash`` of numbers does not, that of a string would."""
    codes = list(map(_code, _WORD.findall(text)))
    return frozenset(map(hash, zip(*(codes[at:] for at in range(size)), strict=False)))


@lru_cache(maxsize=1 << 16)
def _code(word: str) -> int:
    """A word in any case as a number."""
    small = word.lower()
    return int.from_bytes(small.encode()[:8], "big") ^ len(small)


def _credits(documents: Sequence[Document]) -> Iterable[Origin]:
    """Articles that credit the same agency."""
    by_agency: dict[str, list[str]] = {}
    for document in documents:
        for credit in document.credits:
            by_agency.setdefault(credit.value, []).append(document.id)
    for agency in sorted(by_agency):
        ids = sorted(set(by_agency[agency]))
        if len(ids) > 1:
            yield Origin(tuple(ids), f"agency credit: {agency}", ())


def _wordings(documents: Sequence[Document], claims: Sequence[Claim], limits: OriginLimits) -> Iterable[Origin]:
    """Claims of two articles whose sentences share a long run of words."""
    texts = {document.id: document.text for document in documents}
    ends: dict[str, list[int]] = {}
    runs: dict[tuple[str, ...], dict[str, list[str]]] = {}
    seen: dict[tuple[str, int], list[tuple[str, ...]]] = {}
    told: list[tuple[Claim, tuple[str, int]]] = []
    for claim in claims:
        text = texts.get(claim.article)
        if text is None or claim.attribute == "wording":  # a speaker's words are shared by all who quote them
            continue
        if claim.article not in ends:
            ends[claim.article] = [match.end() for match in _SENTENCE_END.finditer(text)]
        start, end = _sentence_around(text, ends[claim.article], claim.evidence.span)
        key = (claim.article, start)
        if key not in seen:
            words = [w.lower() for w in _WORD.findall(text[start:end])]
            seen[key] = [tuple(words[i : i + limits.wording]) for i in range(len(words) - limits.wording + 1)]
        told.append((claim, key))
    first: dict[tuple[str, ...], str] = {}
    shared = {run for (article, _), its in seen.items() for run in its if first.setdefault(run, article) != article}
    for claim, key in told:
        for run in seen[key] if shared else ():
            if run in shared:
                runs.setdefault(run, {}).setdefault(claim.article, []).append(claim.id)
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, ...]] = {}
    for run, by_article in runs.items():
        ids = tuple(sorted({claim for article in by_article for claim in by_article[article]}))
        found.setdefault((tuple(sorted(by_article)), ids), run)
    for (articles, ids), run in sorted(found.items()):
        yield Origin(articles, f"shared wording: {' '.join(run)} …", ids)


def _sentence_around(text: str, ends: Sequence[int], words: Span) -> tuple[int, int]:
    """Where the sentences begin and end between whose ``ends`` some words stand, at most so many characters away."""
    at = bisect_right(ends, words.start)
    after = _SENTENCE_END.search(text, words.end)
    before = max(words.start - _REACH, ends[at - 1] if at else 0, 0)
    return before, min(after.start() if after else len(text), words.end + _REACH)
