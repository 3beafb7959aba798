"""Names in text that is all in capitals, where no letter shows what is a name.

Takes a stretch of such text and the rulebook; gives names in ordinary capitals. People are known by a given name or a title before
words that the rulebook does not know as common ones, or by the age behind them; groups by their last word ("CARTEL"); places by the
tables where the words before them ("IN", "NEAR") or the size of the place speak for one. What shows nothing of this stays unread: a
guess in capitals is worth little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from discrepancy.annotate.names_kinds import Kinds, kinds
from discrepancy.annotate.spelling import key
from discrepancy.model.claims import Name
from discrepancy.model.text import Span
from discrepancy.rulebook.kinds.names import CueRole, NameCues
from discrepancy.rulebook.kinds.phrases import VerbForms
from discrepancy.rulebook.kinds.words import Words
from discrepancy.rulebook.schema import Rulebook

_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|[’'.-](?=[^\W\d_])(?![sS]\b))*")
_AGE = re.compile(r", \d{1,2}(?=[,.;]| (?:OF|AND|WAS|WERE|WHO)\b)")
_COMMON: tuple[CueRole, ...] = (
    "never",
    "title",
    "office",
    "group-noun",
    "place-noun",
    "place-before",
    "person-verb",
    "thing",
    "work",
    "common",
)
_BINDING = ("OF", "THE", "FOR", "AND")
"""Small words inside the name of a group."""
_LONGEST_PERSON, _LONGEST_GROUP, _LONGEST_PLACE = 4, 5, 4
_SHOUTED = 6
"""Words in capitals in a row from which a run is text in capitals and no name."""


def shouted(words: Sequence[str]) -> bool:
    """True for a run of many words that are all in capitals."""
    return len(words) > _SHOUTED and all(word.isupper() for word in words)


class Capitals:
    """The reader of one rulebook."""

    def __init__(self, rules: Rulebook) -> None:
        self._cues: Kinds = kinds(rules)
        common = {word.lower() for kind in (Words, VerbForms) for rule in rules.of(kind) for word in rule.words}
        common |= {word.lower() for rule in rules.of(NameCues) if rule.role in _COMMON for word in rule.words}
        self._common = frozenset(common)

    def find(self, text: str, start: int, end: int) -> Iterator[Name]:
        """The names of ``text[start:end]``, in order, none overlapping another."""
        tokens = [(found[0], found.start(), found.end()) for found in _TOKEN.finditer(text, start, end)]
        letters = [key(token) for token, _, _ in tokens]
        at = 0
        while at < len(tokens):
            together = self._together(text, tokens, at)
            size, name = self._at(text, tokens, at, together, self._cues.reach(letters[at : at + min(together, _LONGEST_PLACE)]))
            if name is not None:
                yield name
            at += max(1, size)

    def _at(self, text: str, tokens: Sequence[tuple[str, int, int]], at: int, together: int, reach: int) -> tuple[int, Name | None]:
        """The name that begins at a token and its number of tokens; (0, None) where none does.

        ``together`` tokens stand with nothing but spaces between them, ``reach`` of them can be the name of a place.
        """
        for size in range(together, 1, -1):
            if self._cues.has("group-head", tokens[at + size - 1][0]) and self._group([t for t, _, _ in tokens[at : at + size]]):
                return size, self._name("group", tokens, at, size)
        for size in range(reach, 0, -1):
            if self._place(text, tokens, at, size):
                return size, self._name("place", tokens, at, size)
        for size in range(2, min(together, 3) + 1):
            if self._aged(text, tokens, at, size):
                return size, self._name("person", tokens, at, size)
        before = tokens[at - 1][0].lower() if at and text[tokens[at - 1][2] : tokens[at][1]] in (" ", ". ") else ""
        titled = self._cues.has("sure-title", before) and self._rare(tokens[at][0])
        if titled or (self._cues.has("given", tokens[at][0]) and not self._cues.has("never", tokens[at][0])):
            size = self._person(text, tokens, at)
            if size > 1 or (titled and len(tokens[at][0]) > 2):
                return size, self._name("person", tokens, at, size)
        return 0, None

    def _aged(self, text: str, tokens: Sequence[tuple[str, int, int]], at: int, size: int) -> bool:
        """True for tokens with an age behind them: "ANN DOE, 44, WAS"."""
        fits = _AGE.match(text, tokens[at + size - 1][2])
        return bool(fits) and all(self._rare(token) or len(token) == 1 for token, _, _ in tokens[at : at + size])

    @staticmethod
    def _together(text: str, tokens: Sequence[tuple[str, int, int]], at: int) -> int:
        """How many tokens from one on stand with nothing but spaces between them, as many as a name may have."""
        last, most = at, min(at + _LONGEST_GROUP, len(tokens))
        while last + 1 < most and text[tokens[last][2] : tokens[last + 1][1]].isspace():
            last += 1
        return last + 1 - at

    def _rare(self, word: str) -> bool:
        return word.lower() not in self._common

    def _group(self, words: Sequence[str]) -> bool:
        """Whether words are the name of a group; the last is the word for one."""
        if self._cues.has("never", words[0]):
            return False
        if any(self._cues.has("never", word) and word not in _BINDING for word in words):
            return False
        inner = [word for word in words[:-1] if not self._cues.has("of-head", word) and not self._cues.has("group-head", word)]
        return all(self._rare(word) or bool(self._cues.place(word.title())) for word in inner) and not self._cues.has("title", words[0])

    def _place(self, text: str, tokens: Sequence[tuple[str, int, int]], at: int, size: int) -> bool:
        words = [token for token, _, _ in tokens[at : at + size]]
        if size == 1 and (self._cues.has("never", words[0]) or self._cues.has("given", words[0])):
            return False
        known = self._cues.place(" ".join(words).title())
        if not known or len(words[0]) < 3:
            return False
        before = tokens[at - 1][0].lower() if at else ""
        shown = self._cues.has("place-before", before) or (before in ("of", "from", "and") and known != "town")
        if size == 1 and not self._rare(words[0]):
            return False
        return shown or (known == "wide" and size > 1) or self._cues.country(" ".join(words).title())

    def _person(self, text: str, tokens: Sequence[tuple[str, int, int]], at: int) -> int:
        """How many tokens from one on are a person's name."""
        size = 1
        while size < _LONGEST_PERSON and at + size < len(tokens) and text[tokens[at + size - 1][2] : tokens[at + size][1]] in (" ", ". "):
            word = tokens[at + size][0]
            if not (len(word) == 1 or self._rare(word) or self._cues.has("particle", word)) or self._cues.has("group-head", word):
                break
            size += 1
        while size > 1 and (len(tokens[at + size - 1][0]) == 1 or self._cues.has("particle", tokens[at + size - 1][0])):
            size -= 1
        return size

    @staticmethod
    def _name(kind: str, tokens: Sequence[tuple[str, int, int]], at: int, size: int) -> Name:
        words = " ".join(token.title() for token, _, _ in tokens[at : at + size])
        return Name(kind, words, Span(tokens[at][1], tokens[at + size - 1][2]))  # type: ignore[arg-type]  # one of three literals


@lru_cache(maxsize=8)
def capitals(rules: Rulebook) -> Capitals:
    """The reader of a rulebook, made once for each rulebook."""
    return Capitals(rules)
