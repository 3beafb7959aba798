"""Which pairs of names are worth judging, among very many.

Takes spellings of one kind; gives pairs that share what no two spellings of one name lack: two words of like sound,
or one where a name has but one, or letters and initials. The keys of a name come from that name alone, never from how
many others
there are, so that a pair is judged or not judged whatever else is in the heap. Of the pairs that share a key most cannot be one name by
their words (:mod:`discrepancy.link.names_bound`) and are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from discrepancy.annotate.spelling import Spelled, key
from discrepancy.link.names import Judge
from discrepancy.link.names_bound import Bound

_PREFIX = 4
"""Consonants of a word that stand in a key."""
_BY_WORDS = "23"
"""How keys begin that come from the words of a name alone."""
_PLAIN = ("generic", "class", "common", "initial")
"""What words do that many names share: a key needs one more."""


class Keys:
    """The keys of names, each worked out once."""

    def __init__(self, judge: Judge) -> None:
        self.judge = judge
        self._of: dict[tuple[str, str], tuple[list[str], list[str]]] = {}

    def of(self, text: str, kind: str) -> tuple[list[str], list[str]]:
        """The keys of a name of a kind, and the words by which names of one word find it."""
        found = self._of.get((text, kind))
        if found is None:
            found = self._of[text, kind] = _keys(text, kind, self.judge)
        return found


def candidates(texts: Sequence[str], kind: str, keys: Keys) -> Iterator[tuple[str, str]]:
    """Pairs (a, b), ``a < b``, each once, that share a key and may be merged; sorted within each block."""
    blocks: dict[str, list[int]] = defaultdict(list)
    single: dict[str, list[int]] = defaultdict(list)
    ordered = sorted(set(texts))
    for number, text in enumerate(ordered):
        whole, words = keys.of(text, kind)
        for block in whole:
            blocks[block].append(number)
        for word in words:
            single[word].append(number)
    seen: set[int] = set()
    size = len(ordered)
    bound = Bound(ordered, kind, keys.judge)
    for block in sorted(block for block, members in blocks.items() if len(members) > 1 or block[0] == "1"):
        members = blocks[block]
        pairs: Iterator[tuple[int, int]]
        if block.startswith("1"):  # a name of one word meets every name that has the word
            others = single.get(block[1:], [])
            pairs = ((min(a, b), max(a, b)) for a in members for b in others if a != b)
        elif block[0] in _BY_WORDS:
            pairs = bound.likely(members)
        else:
            pairs = combinations(members, 2)
        for a, b in pairs:
            if a * size + b not in seen:
                seen.add(a * size + b)
                if bound.allows(a, b):
                    yield ordered[a], ordered[b]


def _keys(text: str, kind: str, judge: Judge) -> tuple[list[str], list[str]]:
    """The keys of a name, and the words by which names of one word find it."""
    name = judge.fold.spell(text, judge.scale(kind))
    keys = {"=" + key(text)}
    keys.update("@" + id_ for id_ in judge.alias_ids(text, kind))
    if kind == "place":
        keys.update("@" + id_ for id_ in judge.place_ids(text))
    codes = _codes(name, judge)
    for first in (*codes.rare, *codes.joined):
        for second in (*codes.rare, *codes.plain):
            if first != second:
                keys.add(f"2{min(first, second)} {max(first, second)}")
    if len(codes.rare) < 2:
        keys.add("3" + codes.every)
    words = sorted({word.frame[: _PREFIX + 1] for word in name.words if word.frame})
    if len(name.words) == 1 and words:
        keys.add("1" + words[0])
    if kind in ("group", "outlet"):
        if len(name.letters) == 1 and len(name.letters[0]) <= 8:
            keys.add("#" + name.letters[0])
        elif len(name.letters) > 1:
            firm = [w[0] for w, role in zip(name.letters, name.roles, strict=True) if role not in ("article", "particle", "legal")]
            keys.add("#" + "".join(firm))
            keys.add("#" + "".join(w[0] for w in name.letters))
            keys.add("#" + "".join(w[0] for w, r in zip(name.letters, name.roles, strict=True) if r not in ("particle", "legal")))
        if name.aside:
            keys.add("#" + key(name.aside))
    return sorted(keys), words


@dataclass(frozen=True, slots=True)
class _Codes:
    """Short codes: of the words that tell names apart, of those that many names bear, of neighbours written together;
    and all.
    """

    rare: tuple[str, ...]
    plain: tuple[str, ...]
    joined: tuple[str, ...]
    every: str


def _codes(name: Spelled, judge: Judge) -> _Codes:
    """The codes of a name; a foreign word has the codes of its English too."""
    rare: set[str] = set()
    plain: set[str] = set()
    joined: set[str] = set()
    every = []
    for at, word in enumerate(name.words):
        codes = rare if word.role not in _PLAIN else plain
        code = word.frame[:_PREFIX] if word.role != "number" else word.text
        codes.add(code)
        english = [judge.fold.frame(meaning)[:_PREFIX] for meaning in judge.fold.meanings(name.kind, word.text)]
        codes.update(english)
        every.append(min(english, default=code))
        if at + 1 < len(name.words):
            joined.add(judge.fold.frame(word.text + name.words[at + 1].text)[: _PREFIX + 2])
    return _Codes(tuple(sorted(rare)), tuple(sorted(plain - rare)), tuple(sorted(joined)), " ".join(sorted(set(every))))
