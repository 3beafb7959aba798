"""Runs of capitalised words: where a name can stand.

Takes text, a stretch of it and the stretches that are already dates or numbers; gives runs of words with their
offsets. Hyphens, initials, apostrophes, lower-case particles inside a name ("Anwaar ul Haq", "Jaish-al-Adl") and the
second syllable of a given name ("Han Duck-soo") stay in one run; a possessive ends it. Knows nothing of what a word means.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence

from discrepancy.model.unguarded import unguarded

_CAPITAL = (  # single capitals of the Latin blocks, where capitals and small letters alternate
    r"[A-Z\u00c0-\u00d6\u00d8-\u00de\u0100\u0102\u0104\u0106\u010c\u010e\u0110\u0112\u0118\u011a\u011e\u0130\u0139"
    r"\u013d\u0141\u0143\u0147\u014c\u0150\u0154\u0158\u015a\u015e\u0160\u0162\u0164\u016a\u016e\u0170\u0178\u0179"
    r"\u017b\u017d\u018f\u1e00-\u1eff]"
)
_REST = r"(?:[^\W\d_]|\d|[\u0300-\u036f]|[’'‘ʻʼ`](?=[^\W\d_])(?![sS]\b))*"
_INITIAL = rf"(?:{_CAPITAL}\.){{2,}}|{_CAPITAL}\.(?=[ ]?{_CAPITAL})"

_TWO = re.compile(r"\b([^\W\d_]+) [^\W\d_]{2,6}\Z")
"""A family name and one syllable."""
_LONGEST = 200
"""Characters of a run: what is longer is no name."""


@unguarded
class Run:
    """Words of a run with their offsets in the text. ``initial`` says that it begins its sentence."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    initial: bool

    def part(self, first: int, last: int) -> Run:
        """The words from ``first`` up to ``last``."""
        if first == 0 and last == len(self.words):
            return self
        return Run(self.words[first:last], self.starts[first:last], self.ends[first:last], self.initial and first == 0)


class Runs:
    """Finds runs; compiled for one set of particles, of short forms whose full stop stands within a name ("Mt. Oliver"), of family names
    before given names of two syllables, and of words that a hyphen ties to any name."""

    def __init__(self, particles: Collection[str], dotted: Collection[str], syllabic: Collection[str], tied: Collection[str]) -> None:
        self._syllabic, self._tied = frozenset(syllabic), frozenset(tied)
        small = _choice(particles)
        word = rf"(?:{_INITIAL}|(?:{_choice(map(str.capitalize, dotted))})\.|{_CAPITAL}{_REST})"
        space = r"(?:[ \u00a0]\n?|\n|[-\u2010\u2011])"
        self._run = re.compile(
            rf"(?<![\w@#/.])(?:(?:al|el)[-\u2011 ]|(?:as|ash|an|ar|ad|at)[-\u2011])?{word}"
            rf"(?:{space}(?:(?:(?:{small}){space}|(?:as|an|ar|ad|at)[-\u2011])){{0,3}}{word}|(?<=[A-Z])-\d+)*"
            rf"(?P<tail>-[a-z]{{2,6}}(?![\w-]))?"
        )
        self._word = re.compile(rf"{word}|[^\W\d_]+|\d+")

    def find(self, text: str, start: int, end: int, masked: Sequence[tuple[int, int]]) -> Iterator[Run]:
        """The runs of ``text[start:end]``, in order; what is masked stands in none."""
        begins = [a for a, _ in masked]
        first = start
        while first < end and not text[first].isalnum():
            first += 1
        for found in self._run.finditer(text, start, end):
            if found.end() - found.start() > _LONGEST:
                continue
            last = found.end() if self._given(found) else found.start("tail")
            whole = text[found.start() : last]
            if whole.isalpha():  # most runs are one plain word
                at = bisect_right(begins, found.start()) - 1
                if at < 0 or found.start() >= masked[at][1]:
                    yield Run((whole,), (found.start(),), (last,), found.start() == first)
                continue
            words: list[str] = []
            starts: list[int] = []
            ends: list[int] = []
            for word in self._word.finditer(text, found.start(), last):
                at = bisect_right(begins, word.start()) - 1
                if at >= 0 and word.start() < masked[at][1]:
                    if words:
                        yield Run(tuple(words), tuple(starts), tuple(ends), starts[0] == first)
                        words, starts, ends = [], [], []
                    continue
                words.append(word.group())
                starts.append(word.start())
                ends.append(word.end())
            if words:
                yield Run(tuple(words), tuple(starts), tuple(ends), starts[0] == first)

    def _given(self, found: re.Match[str]) -> bool:
        """Whether what a hyphen ties to a run, if anything, ends a given name: "Han Duck-soo", not "the Paris-based club"."""
        if not found["tail"]:
            return True
        before = _TWO.search(found.string, found.start(), found.start("tail"))
        return before is not None and before[1].lower() in self._syllabic and found["tail"][1:] not in self._tied


def _choice(words: Iterable[str]) -> str:
    """The pattern of any of these words, longer ones first."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def joined(one: Run, other: Run) -> Run:
    """Two runs as one; what stands between them is part of the name but no word of the run."""
    return Run(one.words + other.words, one.starts + other.starts, one.ends + other.ends, one.initial)
