"""Which two names can still be one, by a look at their words: most pairs that share a word cannot.

Takes the names of one kind; gives a bound that never turns down a pair that :class:`~discrepancy.link.names.Judge` would merge. Two names
are merged when hardly a word of either stays without answer (or of one of the two, for people), so a word that nothing in the other name
is like settles it. Words recur from name to name: what two words have in common is worked out once. Gives no score and no reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf

from discrepancy.annotate.spelling import Word, key
from discrepancy.link.names import CONTRADICTS, ONE_WORD, SURNAME, Judge
from discrepancy.link.names_align import JOINED_APART, by_letters, initial_runs, joined_likeness, likeness, neighbours, sounds_apart
from discrepancy.link.names_short import initials

_PLACE_IN_ROW = 0.002
"""What words at one place of both names gain in an alignment, at most."""
_KEPT = 1 << 28
"""Bytes of likeness of words that are kept; then it is begun anew."""
_MANY = 6
"""Names from which on it pays to ask which of them have a word, before they are taken two by two."""
_APART, _ALIKE, _SURE = range(1, 4)
"""How alike two words are; 0 where that was not asked."""


@dataclass(frozen=True, slots=True)
class _Join:
    """A word of a name together with the next: their numbers, their letters, whether these are in the table of translations, and the
    letters that a word needs to be like them."""

    first: int
    second: int
    text: str
    translated: bool
    least: int


@dataclass(frozen=True, slots=True)
class _Outline:
    """What of a name the bound looks at. ``longest`` are the letters of its longest word, ``joined`` those that a word
    needs to be like two neighbours of it; ``open`` is true for what words do not settle, ``bare`` where nothing but words and initials
    can."""

    words: tuple[int, ...]
    weights: tuple[float, ...]
    longest: int
    joins: tuple[_Join, ...]
    joined: float
    letters: str
    short: str
    initials: frozenset[str]
    runs: frozenset[str]
    capitals: frozenset[str]
    entries: frozenset[str]
    open: bool
    bare: bool


@dataclass(frozen=True, slots=True)
class _Block:
    """Names that share some words. ``having`` tells by word which of them have it, as bits; ``heads`` has their words by the first letter,
    ``joins`` their neighbours by that letter ("" where translated) with the bit of the name; ``longest`` are the letters of their longest
    word, ``answering`` is what was found of a word."""

    having: dict[int, int]
    heads: dict[str, list[int]]
    joins: dict[str, list[tuple[_Join, int]]]
    longest: int
    answering: dict[int, int]


def _bits(number: int) -> Iterator[int]:
    """The places of the bits that are set, the lowest first."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


class Bound:
    """The bound for some names of one kind. Pairs are asked for by their places among the names."""

    def __init__(self, texts: Sequence[str], kind: str, judge: Judge) -> None:
        self._judge, self._kind, self._scale = judge, kind, judge.scale(kind)
        self._omits = judge.omits(kind)
        self._numbers: dict[tuple[str, str], int] = {}
        self._words: list[Word] = []
        self._plain: list[bool] = []
        self._outlines = [self._outline(text) for text in texts]
        self._rows: dict[int, bytearray] = {}

    def _outline(self, text: str) -> _Outline:
        judge, fold, name = self._judge, self._judge.fold, self._judge.spelled(text, self._kind)
        entries = {"@" + id_ for id_ in judge.alias_ids(text, self._kind)}
        if self._kind == "place":
            entries.update("#" + id_ for id_ in judge.place_ids(text))
        group, words = self._scale == "group", tuple(self._number(word) for word in name.words)
        joins = tuple(
            self._join(first, second, join.text, group)
            for first, second, join in zip(words, words[1:], neighbours(name, fold), strict=False)
        )
        runs = frozenset(initial_runs(name)) if group else frozenset()
        capitals = frozenset(word.text for word in name.words) if group and name.short else frozenset()
        unsettled = bool(name.aside) or not name.words
        return _Outline(
            words=words,
            weights=tuple(word.weight for word in name.words),
            longest=max((len(word.text) for word in name.words), default=0),
            joins=joins,
            joined=min((join.least for join in joins), default=inf),
            letters=key(text),
            short="".join(name.letters) if len(name.letters) <= 2 else "",
            initials=initials(name) if len(name.letters) > 1 else frozenset(),
            runs=runs,
            capitals=capitals,
            entries=frozenset(entries),
            open=unsettled,
            bare=not (unsettled or entries or runs or capitals),
        )

    def _join(self, first: int, second: int, text: str, group: bool) -> _Join:
        translated = group and bool(self._judge.fold.meanings("group", self._words[first].text + self._words[second].text))
        return _Join(first, second, text, translated, 0 if translated else len(text) - JOINED_APART)

    def allows(self, first: int, second: int) -> bool:
        """False only when the judge would not merge the two, whatever the days on which they are printed."""
        a, b = self._outlines[first], self._outlines[second]
        if a.open or b.open or a.letters == b.letters or (a.short and a.short in b.initials) or (b.short and b.short in a.initials):
            return True
        if not (a.bare or b.bare) and self._beside_words(a, b):
            return True
        if self._scale == "person" and (len(a.words) == 1) is not (len(b.words) == 1) and not self._surname(a, b):
            return False
        left = self._unanswered(a, b)
        if left > self._omits:
            return False
        right = self._unanswered(b, a)
        return right <= self._omits and not (left > CONTRADICTS and right > CONTRADICTS)

    def likely(self, members: Sequence[int]) -> Iterator[tuple[int, int]]:
        """The pairs of some names, the lower place first, without those of which each name has a word of weight that the other does not
        answer: of many names that share some words most. Words are looked at once for all names that have them."""
        if len(members) < _MANY:
            yield from combinations(members, 2)
            return
        names = [self._outlines[place] for place in members]
        block = self._block(names)
        initials = frozenset().union(*(name.initials for name in names))
        runs = frozenset().union(*(name.runs for name in names))
        every = (1 << len(names)) - 1
        meeting = [0] * len(names)
        for bit, name in enumerate(names):
            met = every
            if not (name.open or name.entries or name.short in initials or not runs.isdisjoint(name.capitals)):
                for at, word in enumerate(name.words):
                    if met and name.weights[at] > CONTRADICTS:
                        met &= self._answering(word, block) | self._answering_join(name, at, block)
            meeting[bit] |= met
            for other in _bits(met & ~(1 << bit)):
                meeting[other] |= 1 << bit
        for bit, met in enumerate(meeting):
            for other in _bits(met >> bit + 1):
                yield members[bit], members[bit + 1 + other]

    def _block(self, names: Sequence[_Outline]) -> _Block:
        having: dict[int, int] = {}
        joins: dict[str, list[tuple[_Join, int]]] = {}
        for bit, name in enumerate(names):
            for word in name.words:
                having[word] = having.get(word, 0) | 1 << bit
            for join in name.joins:
                joins.setdefault("" if join.translated else join.text[0], []).append((join, 1 << bit))
        heads: dict[str, list[int]] = {}
        for word in having:
            heads.setdefault(self._words[word].text[0], []).append(word)
        return _Block(having, heads, joins, max(name.longest for name in names), {})

    def _answering(self, word: int, block: _Block) -> int:
        """Which names of a block have a word like this one, or two neighbours that are."""
        found = block.answering.get(word)
        if found is None:
            found, row = 0, self._row(word)
            for other, those in block.having.items():
                if other == word or (row[other] or self._compared(row, word, other)) >= _ALIKE:
                    found |= those
            for head in ("", self._words[word].text[0]):
                for join, its in block.joins.get(head, ()):
                    if not found & its and self._joins(join, word):
                        found |= its
            block.answering[word] = found
        return found

    def _answering_join(self, name: _Outline, at: int, block: _Block) -> int:
        """Which names of a block have a word that a word of this name is like together with a neighbour of its own."""
        found = 0
        for join in name.joins[max(0, at - 1) : at + 1]:
            if join.least <= block.longest:
                for other in block.having if join.translated else block.heads.get(join.text[0], ()):
                    if self._joins(join, other):
                        found |= block.having[other]
        return found

    def _beside_words(self, a: _Outline, b: _Outline) -> bool:
        """Whether something beside their words can make two names one."""
        if not a.entries.isdisjoint(b.entries):
            return True
        return not a.runs.isdisjoint(b.capitals) or not b.runs.isdisjoint(a.capitals)

    def _unanswered(self, a: _Outline, b: _Outline) -> float:
        """The weight of the words of ``a`` that no word of ``b`` can answer, at least; not counted on past what is too much."""
        total, theirs = 0.0, b.words
        joins = a.joined <= b.longest or b.joined <= a.longest
        for at, word in enumerate(a.words):
            if word in theirs:
                continue
            row = self._rows.get(word) or self._row(word)
            for other in theirs:
                if (row[other] or self._compared(row, word, other)) >= _ALIKE:
                    break
            else:
                if not (joins and self._in_join(a, b, at)):
                    total += a.weights[at]
                    if total > self._omits:
                        break
        return total

    def _in_join(self, a: _Outline, b: _Outline, at: int) -> bool:
        """Whether the word can be two neighbours of the other name, or be a word of that name together with a neighbour of its own."""
        if any(self._joins(join, a.words[at]) for join in b.joins):
            return True
        return any(self._joins(join, other) for join in a.joins[max(0, at - 1) : at + 1] if join.least <= b.longest for other in b.words)

    def _joins(self, join: _Join, other: int) -> bool:
        """Whether a word is like two neighbours together, or translates them."""
        word = self._words[other]
        if join.least > len(word.text) or not (join.translated or join.text[0] == word.text[0]):
            return False
        first, second = self._words[join.first], self._words[join.second]
        return joined_likeness(first, second, join.text, word, self._scale, self._judge.fold) is not None

    def _surname(self, a: _Outline, b: _Outline) -> bool:
        """A person's name of one word is merged with a longer one of which it is the surname."""
        one, other = (a, b) if len(a.words) < len(b.words) else (b, a)
        if len(one.words) != 1 or len(other.words) == 1 or one.words[0] == other.words[-1]:
            return True
        row = self._row(one.words[0])
        return (row[other.words[-1]] or self._compared(row, one.words[0], other.words[-1])) == _SURE

    def _number(self, word: Word) -> int:
        """Words of one spelling and role are one, wherever they stand."""
        number = self._numbers.setdefault((word.text, word.role), len(self._words))
        if number == len(self._words):
            self._words.append(word)
            self._plain.append(by_letters(word, self._scale, self._judge.fold))
        return number

    def _row(self, word: int) -> bytearray:
        """The likenesses of a word, as far as they were asked for: one byte for each word of the names."""
        if (len(self._rows) + 1) * len(self._words) > _KEPT:
            self._rows.clear()
        return self._rows.setdefault(word, bytearray(len(self._words)))

    def _compared(self, row: bytearray, word: int, other: int) -> int:
        """How alike two words are that were not compared yet; noted in the row of the first."""
        one, two = self._words[word], self._words[other]
        if self._plain[word] and self._plain[other] and sounds_apart(one, two, ONE_WORD - _PLACE_IN_ROW):
            row[other] = _APART
        else:
            like = likeness(one, two, self._scale, self._judge.fold) + _PLACE_IN_ROW
            row[other] = _SURE if like >= SURNAME else _ALIKE if like >= ONE_WORD else _APART
        return row[other]
