"""Sentences as strings of symbols: the ground every later layer stands on.

Takes a :class:`~discrepancy.model.text.Document` and a rulebook; gives sentences. A sentence knows its tokens by offset into the
article's text, and reads as a string of symbols, one a unit (:mod:`discrepancy.rulebook.alphabet`). A layer that finds a number, a
date or a name *chunks* it: several units become one, which carries the value. Offsets stay true throughout.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

from discrepancy.model.text import BlockKind, Document, Span
from discrepancy.model.unguarded import unguarded
from discrepancy.rulebook.alphabet import TOKEN, Alphabet, alphabet
from discrepancy.rulebook.kinds.times import TimeWords
from discrepancy.rulebook.kinds.words import Words
from discrepancy.rulebook.schema import Rulebook

_BOUNDARY = re.compile(r"[.!?…]+[\"”’'\)\]]*(?=\s|[A-Z][^\W\d_A-Z])|\n")
_BEFORE_DOT = re.compile(r"([^\W\d_](?:[^\W_.]|\.(?=[^\W_]))*)\.$")
_NEXT_WORD = re.compile(r"[ \t(]{1,2}([^\W\d_]+)")
_WRAPPED_LINE = 45
"""A line at least this long that ends without a full stop is taken to go on in the next one."""
_LONGEST = 4_000
"""Characters after which a sentence without any boundary is cut, so that hostile text stays linear."""


@unguarded
class Chunked:
    """Several units that are to become one: units ``[start, end)``, the symbol of the whole, and its value."""

    start: int
    end: int
    symbol: str
    value: object


@unguarded
class Sentence:
    """One sentence. ``symbols[i]`` is the symbol of unit i, which stands at ``[starts[i], ends[i])`` of the article's text;
    ``values[i]`` is what a layer made of it, or None for a plain token. ``mentions`` are the units that are more, with their values: a
    few of many, so whoever looks for times, numbers or names looks there. ``paragraph`` counts blocks and blank lines."""

    text: str
    block: BlockKind
    index: int
    paragraph: int
    symbols: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    values: tuple[object, ...]
    mentions: tuple[tuple[int, object], ...] = ()

    @property
    def span(self) -> Span:
        """Where the sentence stands in the article."""
        return Span(self.starts[0], self.ends[-1])

    def words(self, start: int, end: int) -> str:
        """The article's own words from unit ``start`` up to unit ``end``."""
        return self.text[self.starts[start] : self.ends[end - 1]] if start < end else ""

    def span_of(self, start: int, end: int) -> Span:
        """Where the units from ``start`` up to ``end`` stand in the article."""
        return Span(self.starts[start], self.ends[end - 1])

    def unit_at(self, offset: int) -> int | None:
        """The unit that holds a code point of the article."""
        unit = bisect_right(self.ends, offset)
        return unit if unit < len(self.starts) and self.starts[unit] <= offset else None

    def chunked(self, chunks: Iterable[Chunked]) -> Sentence:
        """The sentence with each chunk as one unit. Of overlapping chunks the one that begins first stays, the longer of two."""
        ordered = list(chunks)
        if not ordered:
            return self
        if len(ordered) > 1:
            ordered.sort(key=lambda c: (c.start, -c.end))
        symbols: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        values: list[object] = []
        mentions: list[tuple[int, object]] = []
        held = 0  # of the mentions so far, those before ``at``
        at = 0
        for chunk in ordered:
            if chunk.start < at:
                continue
            held = self._moved(mentions, held, at, chunk.start, len(starts) - at)
            symbols.append(self.symbols[at : chunk.start])
            starts += self.starts[at : chunk.start]
            ends += self.ends[at : chunk.start]
            values += self.values[at : chunk.start]
            symbols.append(chunk.symbol)
            starts.append(self.starts[chunk.start])
            ends.append(self.ends[chunk.end - 1])
            values.append(chunk.value)
            if chunk.value is not None:
                mentions.append((len(starts) - 1, chunk.value))
            at = chunk.end
        self._moved(mentions, held, at, len(self.starts), len(starts) - at)
        symbols.append(self.symbols[at:])
        starts += self.starts[at:]
        ends += self.ends[at:]
        values += self.values[at:]
        return Sentence(
            self.text, self.block, self.index, self.paragraph, "".join(symbols), tuple(starts), tuple(ends), tuple(values),
            tuple(mentions),
        )  # fmt: skip

    def _moved(self, kept: list[tuple[int, object]], held: int, start: int, end: int, by: int) -> int:
        """Adds the mentions of units ``[start, end)`` to ``kept``, each moved by some units, from mention ``held`` on; gives how many are
        passed."""
        mentions = self.mentions
        while held < len(mentions) and mentions[held][0] < end:
            unit, value = mentions[held]
            if unit >= start:
                kept.append((unit + by, value))
            held += 1
        return held


def sentences(document: Document, rules: Rulebook) -> tuple[Sentence, ...]:
    """The sentences of all blocks of an article, in order."""
    letters, abbreviations, after_clock = alphabet(rules), short_words(rules), _after_clock(rules)
    made: list[Sentence] = []
    paragraph = 0
    for block in document.blocks:
        paragraph += 1
        last = block.span.start
        for start, end in _split(document.text, block.span, abbreviations, after_clock):
            paragraph += document.text.count("\n\n", last, start)
            last = start
            sentence = _sentence(document.text, block.kind, len(made), paragraph, start, end, letters)
            if sentence is not None:
                made.append(sentence)
    return tuple(made)


def _sentence(text: str, block: BlockKind, index: int, paragraph: int, start: int, end: int, letters: Alphabet) -> Sentence | None:
    found = list(TOKEN.finditer(text, start, end))
    if not found:
        return None
    tokens = list(map(re.Match.group, found))
    symbols = letters.symbols(tokens)
    starts = list(map(re.Match.start, found))
    ends = list(map(re.Match.end, found))
    if letters.may_hold_phrase(tokens):
        for at, length, symbol in reversed(list(letters.phrases(tokens))):  # from the end: earlier positions stay true
            last = at + length
            ends[at:last] = [ends[last - 1]]
            starts[at + 1 : last] = []
            symbols[at:last] = [symbol]
    values = (None,) * len(symbols)
    return Sentence(text, block, index, paragraph, "".join(symbols), tuple(starts), tuple(ends), values)


def _split(text: str, span: Span, abbreviations: frozenset[str], after_clock: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Half-open stretches that are one sentence each."""
    start = span.start
    for found in _BOUNDARY.finditer(text, span.start, span.end):
        end = found.end()
        if end - start > _LONGEST or _ends_sentence(text, found, start, span, abbreviations, after_clock):
            yield from _cut(start, end)
            start = end
    yield from _cut(start, span.end)


def _cut(start: int, end: int) -> Iterator[tuple[int, int]]:
    for at in range(start, end, _LONGEST):
        yield at, min(at + _LONGEST, end)


def _ends_sentence(
    text: str, found: re.Match[str], start: int, span: Span, abbreviations: frozenset[str], after_clock: frozenset[str]
) -> bool:
    mark = found.group()
    if mark == "\n":
        return _line_ends_sentence(text, found.start(), span)
    after = text[found.end() : found.end() + 3].lstrip(" \t")
    if not text[found.end()].isspace() and not text[found.start() - 2 : found.start()].islower():
        return False  # "J.Smith" goes on; "hurt.The" had its space eaten by a page
    if mark.startswith(".") and len(mark) == 1:
        word = _BEFORE_DOT.search(text[max(start, found.start() - 20) : found.start() + 1])
        if word is not None:
            before = word.group(1)
            if before.lower() in abbreviations or (len(before) == 1 and before.isupper()):
                return False
            if before.lower() in ("a.m", "p.m") and (following := _NEXT_WORD.match(text, found.end())):
                return following[1].lower() not in after_clock and following[1][0].isupper()  # 8 p.m. ET; 3:30 p.m. Tuesday
            if "." in before:  # U.S. and a.m. end a sentence only before a capital
                return bool(after) and after[0].isupper() and before.islower()
    return not after or after[0].isupper() or not after[0].isalpha()


def _line_ends_sentence(text: str, at: int, span: Span) -> bool:
    """Whether a line break ends the sentence: not when an over-long line was wrapped in the middle of one."""
    if text[at + 1 : at + 2] in ("\n", ""):
        return True
    line = text[max(span.start, text.rfind("\n", 0, at) + 1) : at].rstrip()
    if len(line) < _WRAPPED_LINE or line[-1] in '.!?:”"':
        return True
    following = text[at + 1 : at + 40].lstrip()
    return not following or following[0] in "•*-–—" or at + 1 >= span.end


@cache
def short_words(rules: Rulebook) -> frozenset[str]:
    """Words after which a full stop ends no sentence: Mr., Gen., Jan."""
    return frozenset(w.lower() for rule in rules.of(Words) if rule.id == "abbreviation" for w in rule.words)


@cache
def _after_clock(rules: Rulebook) -> frozenset[str]:
    """Words with a capital that go on with a time of day: days, months and zones."""
    ids = ("time.weekday", "time.month", "time.zone", "time.zone.word", "time.zone.place")
    return frozenset(word.lower() for rule in rules.of(TimeWords) if rule.id in ids for word in rule.means)
