"""The words numbers are made of, as lookups: numerals, loose numbers, hedges, units, and symbols of chunks.

Takes a rulebook; gives one :class:`Grammar`, made once. Knows no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import product

from discrepancy.rulebook.alphabet import alphabet
from discrepancy.rulebook.kinds.quantities import Hedges, LooseNumbers, NumberPolicy, Numerals, UnitWords
from discrepancy.rulebook.schema import Rulebook

_FLAGS = ("measured", "one", "zero", "loose", "figure")


class Grammar:
    """The number words of a rulebook, ready to run."""

    def __init__(self, rules: Rulebook) -> None:
        self.letters = alphabet(rules)
        self.parts: dict[str, tuple[str, float]] = {}
        self.suffixes: dict[str, float] = {}
        for rule in rules.of(Numerals):
            for word, value in rule.means.items():
                if rule.part == "suffix":
                    self.suffixes[word] = float(value)
                else:
                    self.parts[word] = (rule.part, float(value))
        self.loose: dict[str, tuple[int, int | None]] = {}
        self.after_a = frozenset(words for rule in rules.of(LooseNumbers) for words in rule.after_a)
        for loose in rules.of(LooseNumbers):
            for word, bounds in (*loose.means.items(), *loose.after_a.items()):
                low, *high = map(int, bounds.split())
                self.loose[word] = (low, high[0] if high else None)
        self.loose_starts = frozenset(words.split()[0] for words in self.loose)
        self.before = {words: h.gives for h in rules.of(Hedges) for words in h.before}
        self.verbs_of = {words: frozenset(h.verbs) for h in rules.of(Hedges) for words in h.before if h.verbs}
        self.after = {words: h.gives for h in rules.of(Hedges) for words in h.after}
        self.units = {w: (u, rule.attribute) for rule in rules.of(UnitWords) if not rule.of for w, u in rule.means.items()}
        self.units_of = {
            w: (u, rule.attribute, frozenset(rule.of)) for rule in rules.of(UnitWords) if rule.of for w, u in rule.means.items()
        }
        self.units["%"] = ("%", "count")
        self.signs = {w: (u, rule.attribute) for rule in rules.of(UnitWords) for w, u in rule.signs.items()}
        starts = frozenset[str]()
        for number_words in (*rules.of(Numerals), *rules.of(LooseNumbers)):
            if not isinstance(number_words, Numerals) or number_words.part != "suffix":
                starts |= self.letters.members(number_words.id)
        starts |= self.letters.members("digits")
        self.start = re.compile(f"[{''.join(sorted(map(re.escape, starts)))}]")
        self.last_hedge = frozenset(words.rsplit(" ", 1)[-1] for words in self.before)
        limits = rules.of(NumberPolicy)
        self.code_before = frozenset(w for rule in limits for w in rule.code_before)
        self.changing = frozenset(w for rule in limits for w in rule.changing)
        self.code_after = frozenset(w for rule in limits for w in rule.code_after)
        self.dialled = {number: frozenset(rule.dialling) for rule in limits for number in rule.dialled}
        self.millions = frozenset(w for rule in limits for w in rule.millions)
        self.named = frozenset(w for rule in limits for w in rule.named)
        self.numbered = frozenset(w for rule in limits for w in rule.numbered)
        self.anywhere = frozenset(w for rule in limits for w in rule.anywhere)
        self.ranging = self.anywhere | frozenset(w for rule in limits for w in rule.ranging)
        self.pronouns = _by_first(words for rule in limits for words in rule.pronouns)
        self.further = _by_first(words for rule in limits for words in rule.further)
        self.ordinals = self.letters.members("ordinal")
        self.countable = self.letters.members("person-noun") | self.letters.members("fact-verb")
        self.symbols: dict[tuple[bool, ...], str] = {}
        for key in product((False, True), repeat=len(_FLAGS)):
            flags = [flag for flag, on in zip(_FLAGS, key, strict=True) if on]
            self.symbols[key] = self.letters.chunk("quantity", (), flags)
        self.code = self.letters.chunk("number-code")


def _by_first(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases as words, under the first of each."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in map(tuple, map(str.split, phrases)):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


@cache
def grammar(rules: Rulebook) -> Grammar:
    """The number words of a rulebook."""
    return Grammar(rules)
