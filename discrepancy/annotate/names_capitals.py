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
from discrepancy.model.claims import Name, NameKind
from discrepancy.model.text import Span
from discrepancy.model.unguarded import unguarded
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
_HEADS = frozenset(("of-head", "group-head"))
_NO_PLACES = frozenset(("never", "given"))
_LARGE_BEHIND = ("of", "from", "and")
"""Words behind which a town is no place yet, a city or a country is."""
_AGED = 12
"""Characters behind a stretch in which an age may end that begins right behind it."""
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
        found = list(_TOKEN.finditer(text, start, end))
        if not found:
            return
        row = _Row(
            text,
            words := list(map(re.Match.group, found)),
            list(map(re.Match.start, found)),
            list(map(re.Match.end, found)),
            list(map(self._cues.roles, words)),
            list(map(key, words)),
            frozenset(map(re.Match.start, _AGE.finditer(text, start, end + _AGED))),
        )
        heads = [unit for unit, roles in enumerate(row.roles) if "group-head" in roles]
        together = row.together()
        at = 0
        while at < len(found):
            size, name = self._at(row, at, together[at], heads)
            if name is not None:
                yield name
            at += max(1, size)

    def _at(self, row: _Row, at: int, together: int, heads: Sequence[int]) -> tuple[int, Name | None]:
        """The name that begins at a token and its number of tokens; (0, None) where none does.

        ``together`` tokens stand with nothing but spaces between them; ``heads`` are the tokens by which groups are known.
        """
        for head in reversed(heads):
            if at < head < at + together and self._group(row, at, head):
                return head + 1 - at, row.name("group", at, head + 1 - at)
        most = min(together, _LONGEST_PLACE)
        for size in range(self._cues.reach(row.letters[at : at + most]) if most > 1 else 1, 0, -1):
            if self._place(row, at, size):
                return size, row.name("place", at, size)
        if row.aged and together > 1:
            for size in range(2, min(together, 3) + 1):
                if row.ends[at + size - 1] in row.aged and all(self._rare(word) or len(word) == 1 for word in row.words[at : at + size]):
                    return size, row.name("person", at, size)  # "ANN DOE, 44, WAS"
        roles = row.roles[at]
        ranked = at > 0 and "sure-title" in row.roles[at - 1] and row.between(at - 1) in (" ", ". ")
        titled = ranked and self._rare(row.words[at])
        if titled or ("given" in roles and "never" not in roles):
            size = self._person(row, at)
            if size > 1 or (titled and len(row.words[at]) > 2):
                return size, row.name("person", at, size)
        return 0, None

    def _rare(self, word: str) -> bool:
        return word.lower() not in self._common

    def _group(self, row: _Row, at: int, head: int) -> bool:
        """Whether the words from one on are the name of a group; the last, ``head``, is the word for one."""
        if "never" in row.roles[at] or "title" in row.roles[at]:
            return False
        if any("never" in row.roles[unit] and row.words[unit] not in _BINDING for unit in range(at, head + 1)):
            return False
        inner = [row.words[unit] for unit in range(at, head) if row.roles[unit].isdisjoint(_HEADS)]
        return all(self._rare(word) or bool(self._cues.place(word.title())) for word in inner)

    def _place(self, row: _Row, at: int, size: int) -> bool:
        first = row.words[at]
        if len(first) < 3 or (size == 1 and (not row.roles[at].isdisjoint(_NO_PLACES) or not self._rare(first))):
            return False
        written = " ".join(row.words[at : at + size]).title()
        known = self._cues.place(written)
        if not known:
            return False
        shown = at > 0 and ("place-before" in row.roles[at - 1] or (row.words[at - 1].lower() in _LARGE_BEHIND and known != "town"))
        return shown or (known == "wide" and size > 1) or self._cues.country(written)

    def _person(self, row: _Row, at: int) -> int:
        """How many tokens from one on are a person's name."""
        size = 1
        while size < _LONGEST_PERSON and at + size < len(row.words) and row.between(at + size - 1) in (" ", ". "):
            word, roles = row.words[at + size], row.roles[at + size]
            if not (len(word) == 1 or self._rare(word) or "particle" in roles) or "group-head" in roles:
                break
            size += 1
        while size > 1 and (len(row.words[at + size - 1]) == 1 or "particle" in row.roles[at + size - 1]):
            size -= 1
        return size


@unguarded
class _Row:
    """The tokens of a stretch: where they stand, what the rules call them, their letters; ``aged`` are the places where an age begins."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    roles: list[frozenset[CueRole]]
    letters: list[str]
    aged: frozenset[int]

    def between(self, unit: int) -> str:
        """What stands between a token and the next."""
        return self.text[self.ends[unit] : self.starts[unit + 1]]

    def together(self) -> list[int]:
        """For each token, how many from it on stand with nothing but spaces between them, as many as a name may have."""
        text, sizes, size = self.text, [], 0
        for end, following in zip(reversed(self.ends), reversed([*self.starts[1:], 0]), strict=True):
            size = min(size + 1, _LONGEST_GROUP) if text[end:following].isspace() else 1
            sizes.append(size)
        return sizes[::-1]

    def name(self, kind: NameKind, at: int, size: int) -> Name:
        """The name of some tokens, in ordinary capitals."""
        written = " ".join(word.title() for word in self.words[at : at + size])
        return Name(kind, written, Span(self.starts[at], self.ends[at + size - 1]))


@lru_cache(maxsize=8)
def capitals(rules: Rulebook) -> Capitals:
    """The reader of a rulebook, made once for each rulebook."""
    return Capitals(rules)
