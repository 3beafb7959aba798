"""Phrases as rules write them: words, each of which may be one of some; and where they begin in a text.

Takes phrases; gives every phrase they stand for, and a table that finds them in rows of words.
"""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Generic, TypeVar

T = TypeVar("T")


def spelled_out(phrases: Iterable[str]) -> Iterator[str]:
    """Phrases with alternatives, each as the phrases it stands for.

    >>> list(spelled_out(("hit|struck a wall", "came down")))
    ['hit a wall', 'struck a wall', 'came down']
    """
    for phrase in phrases:
        yield from map(" ".join, product(*(word.split("|") for word in phrase.split())))


def in_tokens(phrase: str) -> str:
    """A phrase with its words as a text is cut into them: hyphens stand alone, and so does a possessive ending.

    >>> in_tokens("Parkinson's after take-off")
    "Parkinson 's after take - off"
    """
    return " ".join(phrase.replace("-", " - ").replace("'s", " 's").split())


PhraseRows = tuple[tuple[int, frozenset[tuple[str, ...]]], ...]
"""Phrases as rows of words, by how many words they have, the longest first."""


def rows_by_length(phrases: Iterable[str]) -> PhraseRows:
    """Phrases with alternatives as rows of words, to be held against a stretch of a text of known length.

    >>> rows_by_length(("on take-off", "hit"))
    ((4, frozenset({('on', 'take', '-', 'off')})), (1, frozenset({('hit',)})))
    """
    found: dict[int, set[tuple[str, ...]]] = {}
    for phrase in spelled_out(phrases):
        words = tuple(in_tokens(phrase).split())
        found.setdefault(len(words), set()).add(words)
    return tuple((size, frozenset(found[size])) for size in sorted(found, reverse=True))


class PhraseTable(Generic[T]):
    """Phrases, each with what it stands for, found by their first two words: two hundred phrases that begin with "were" are as quickly
    asked as one. What is found comes in the order in which it was given; ``firsts`` are the words with which phrases begin.

    >>> table = PhraseTable((("were on board", 1), ("were", 2), ("were on", 3)))
    >>> list(table.at(("they", "were", "on", "deck"), 1))
    [(2, 2), (3, 3)]
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        alone: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        longer: dict[str, dict[str, list[tuple[tuple[str, ...], T]]]] = {}
        for phrase, stands in phrases:
            first, *rest = phrase.lower().split()
            found, seconds = alone.setdefault(first, []), longer.setdefault(first, {})
            if rest:
                seconds.setdefault(rest[0], found.copy()).append((tuple(rest), stands))
            else:
                for each in (found, *seconds.values()):
                    each.append(((), stands))
        self._of = {first: (tuple(found), {word: tuple(each) for word, each in longer[first].items()}) for first, found in alone.items()}
        self.firsts = self._of.keys()

    def at(self, words: tuple[str, ...], unit: int) -> Iterator[tuple[int, T]]:
        """The phrases that stand at a place of a row of words in lower case: where each ends, and what it stands for."""
        return ((end, stands) for _, end, stands in self.within(words, unit, unit + 1))

    def within(self, words: tuple[str, ...], start: int, end: int) -> Iterator[tuple[int, int, T]]:
        """The phrases that begin in a stretch of such a row: where each begins and ends, and what it stands for."""
        known = self._of
        for unit in range(start, end):
            if words[unit] not in known:
                continue
            alone, longer = known[words[unit]]
            behind = unit + 1
            for rest, stands in longer.get(words[behind], alone) if behind < len(words) else alone:
                if words[behind : behind + len(rest)] == rest:
                    yield unit, behind + len(rest), stands
