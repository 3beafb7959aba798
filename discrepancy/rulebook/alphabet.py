"""The alphabet: one symbol for each *set* of word classes, so that a sentence becomes a short string.

Takes a rulebook; gives the symbol of a word or a chunk. "shot" is several things at once: its symbol stands for all of them,
and a class in a pattern becomes the set of symbols that hold it. Words that no rule knows get a symbol for their shape.

Shapes: ``word`` (letters) with ``lower``, ``Cap`` or ``CAPS``; ``digits`` with ``day-number`` (1–31), ``month-number`` (1–12),
``hour-number`` (0–24), ``minute-number`` (00–59, two digits) and ``year-number`` (1000–2199) where they fit, ``decimal`` for 5.9 and
``thousands`` for 1,300; ``dotted`` (U.S., a.m.); ``punct``. What ends a sentence or stops a gap has the class ``stop``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from discrepancy.rulebook.kinds.chunks import Chunk
from discrepancy.rulebook.kinds.words import Words
from discrepancy.rulebook.notation import literals
from discrepancy.rulebook.schema import Rule, Rulebook

TOKEN = re.compile(
    r"""[^\W\d_](?: (?<=\$.)[A-Z]{0,2}(?=\d)                    # the letters of $US1
                  | (?:\.[^\W\d_])+\.                          # U.S.  a.m.
                  | [a-z]*[^\W_]*(?:[’'](?:t|re|ve|ll|d|m)(?!\w))? )  # words, MH17, won't; most letters are of [a-z]
      | \d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d) | \d+(?:\.\d+)?     # 1,300  5.9  16
      | [’'](?:s|S)(?!\w)                                      # the possessive, a token of its own
      | [^\w\s] | _ """,
    re.VERBOSE,
)
"""One token of English news text. Linear: no nested repetition."""

_FIRST_SYMBOL = 0x100
_REMEMBERED = 100_000
"""Tokens whose symbol is remembered: the vocabulary of a few thousand articles."""
_STOPS = frozenset('.!?;:"“”')


def shape(token: str) -> frozenset[str]:
    """The classes that a token has by its form alone.

    >>> sorted(shape("16"))
    ['day-number', 'digits', 'hour-number', 'minute-number']
    """
    if token[0].isdigit():
        return _numeral(token)
    if token[0].isalpha():
        if "." in token:
            return frozenset(("word", "dotted", "Cap" if token[0].isupper() else "lower"))
        if token.isupper() and len(token) > 1:
            return frozenset(("word", "CAPS"))
        return frozenset(("word", "Cap" if token[0].isupper() else "lower"))
    stop = {"stop"} if token in _STOPS else set()
    return frozenset({"punct", f"={_plain(token)}", *stop})


def _numeral(token: str) -> frozenset[str]:
    if "," in token:
        return frozenset(("digits", "thousands"))
    if "." in token:
        return frozenset(("digits", "decimal"))
    if not token.isascii() or len(token) > 4:
        return frozenset(("digits",))
    number, classes = int(token), {"digits"}
    if 1 <= number <= 31 and len(token) <= 2:
        classes.add("day-number")
    if 1 <= number <= 12 and len(token) <= 2:
        classes.add("month-number")
    if number <= 24 and len(token) <= 2:
        classes.add("hour-number")
    if number <= 59 and len(token) == 2:
        classes.add("minute-number")
    if 1000 <= number <= 2199:
        classes.add("year-number")
    return frozenset(classes)


def _plain(word: str) -> str:
    """A word as patterns and rules write it: lower case, straight apostrophe, one kind of dash."""
    return word.lower().replace("’", "'").replace("–", "-").replace("—", "-").replace("‑", "-")


class Alphabet:
    """Symbols of words and chunks. Built once from a rulebook, never changed after."""

    def __init__(self, rules: Rulebook) -> None:
        self._symbols: dict[frozenset[str], str] = {}
        self._words: dict[str, str] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._chunks: dict[tuple[str, frozenset[str]], str] = {}
        known, exact, phrases = _vocabulary(rules)
        for word in sorted(set(known) | {w.lower() for w in exact}):
            for form in dict.fromkeys((word, word.capitalize(), word.upper())):
                self._words[form] = self._symbol(shape(form) | known.get(word, set()) | exact.get(form, set()))
        for form in sorted(exact):
            self._words[form] = self._symbol(shape(form) | known.get(form.lower(), set()) | exact[form])
        for phrase in sorted(phrases):
            tokens = tuple(_plain(token) for token in TOKEN.findall(phrase))
            symbol = self._symbol(frozenset({"word", "phrase", f"={phrase}"} | phrases[phrase]))
            self._phrases.setdefault(tokens[0], []).append((tokens[1:], symbol))
        for rest in self._phrases.values():
            rest.sort(key=lambda entry: (-len(entry[0]), entry[0]))
        self._shapes = {s: self._symbol(s) for s in _all_shapes()}
        heads = list(self._symbols)
        for chunk in rules.of(Chunk):
            self._chunk_symbols(chunk, heads)
        members: dict[str, list[str]] = {}
        for classes, symbol in self._symbols.items():
            for name in classes:
                members.setdefault(name, []).append(symbol)
        self._members = {name: frozenset(symbols) for name, symbols in members.items()}
        self.all = frozenset(self._symbols.values())
        self._classes = {symbol: classes for classes, symbol in self._symbols.items()}
        self._begin_phrases = frozenset(f for w in self._phrases for f in (w, w.capitalize(), w.upper()))
        self._seen: dict[str, str] = {}

    def symbols(self, tokens: list[str]) -> list[str]:
        """The symbols of a row of tokens."""
        seen = self._seen
        try:
            return list(map(seen.__getitem__, tokens))
        except KeyError:
            if len(seen) > _REMEMBERED:
                seen.clear()
            for token in tokens:
                if token not in seen:
                    seen[token] = self.symbol(token)
            return [seen[token] for token in tokens]

    def symbol(self, token: str) -> str:
        """The symbol of a token."""
        known = self._words.get(token)
        if known is not None:
            return known
        plain = self._words.get(_plain(token)) if not token.isascii() else None
        return plain or self._shapes.get(shape(token)) or self._shapes[frozenset(("punct",))]

    def phrases(self, tokens: list[str]) -> Iterator[tuple[int, int, str]]:
        """Phrases from the left, the longest first: first token, how many tokens, symbol."""
        taken = 0
        for at, token in enumerate(tokens):
            if token not in self._begin_phrases or at < taken:
                continue
            for rest, symbol in self._phrases[token.lower()]:
                if all(at + 1 + k < len(tokens) and _plain(tokens[at + 1 + k]) == word for k, word in enumerate(rest)):
                    yield at, len(rest) + 1, symbol
                    taken = at + len(rest) + 1
                    break

    def may_hold_phrase(self, tokens: list[str]) -> bool:
        """A quick no for rows of tokens none of which begins a phrase."""
        return not self._begin_phrases.isdisjoint(tokens)

    def chunk(self, kind: str, classes: Iterable[str] = (), flags: Iterable[str] = ()) -> str:
        """The symbol of a chunk of ``kind`` whose head word has ``classes``; classes the kind does not keep are dropped."""
        return self._chunks[kind, (frozenset(classes) & self._keeps[kind]) | frozenset(flags)]

    def classes(self, symbol: str) -> frozenset[str]:
        """The classes a symbol stands for."""
        return self._classes[symbol]

    def members(self, name: str) -> frozenset[str]:
        """The symbols of a class; KeyError for a class that no rule and no shape gives."""
        return self._members[name]

    def _symbol(self, classes: frozenset[str]) -> str:
        return self._symbols.setdefault(classes, chr(_FIRST_SYMBOL + len(self._symbols)))

    _keeps: dict[str, frozenset[str]]

    def _chunk_symbols(self, chunk: Chunk, heads: list[frozenset[str]]) -> None:
        keeps = frozenset(chunk.keeps)
        self._keeps = {**getattr(self, "_keeps", {}), chunk.id: keeps}
        apart = [frozenset(flags.split()) for flags in chunk.apart]
        flag_sets = [frozenset[str]()]
        for flag in chunk.flags:
            rivals = frozenset[str]().union(*(flags for flags in apart if flag in flags))
            flag_sets += [chosen | {flag} for chosen in flag_sets if chosen.isdisjoint(rivals)]
        kept = sorted({head & keeps for head in heads} | {frozenset()}, key=sorted)
        for head in kept:
            for flags in flag_sets:
                self._chunks[chunk.id, head | flags] = self._symbol(head | flags | {chunk.id, "chunk"})


def _vocabulary(rules: Rulebook) -> tuple[dict[str, set[str]], dict[str, set[str]], dict[str, set[str]]]:
    """Words in any case, words as they stand, and phrases, each with its classes; literals of patterns are classes too."""
    known: dict[str, set[str]] = {}
    exact: dict[str, set[str]] = {}
    phrases: dict[str, set[str]] = {}

    def add(text: str, name: str) -> None:
        target = phrases if len(TOKEN.findall(text)) > 1 else known
        target.setdefault(_plain(text), set()).add(name)

    for rule in _word_rules(rules):
        for name in (rule.id, *rule.also):
            for word in (*rule.words, *rule.phrases):
                add(word, name)
            for word in rule.exact:
                if len(TOKEN.findall(word)) > 1:
                    phrases.setdefault(_plain(word), set()).add(name)
                else:
                    exact.setdefault(word, set()).add(name)
    for word in {word for pattern in all_patterns(rules) for word in literals(pattern)}:
        add(word, f"={word}")
    return known, exact, phrases


def _word_rules(rules: Rulebook) -> Iterable[Words]:
    """The rules that are word classes, those of kinds that say more about a word (what it means) too."""
    for kind in rules.by_kind:
        for rule in rules.by_kind[kind]:
            if isinstance(rule, Words):
                yield rule


def all_patterns(rules: Rulebook) -> Iterable[str]:
    """Every pattern of every rule."""
    for kind in rules.by_kind:
        for rule in rules.by_kind[kind]:
            yield from patterns_of(rule)


def patterns_of(rule: Rule) -> tuple[str, ...]:
    """The patterns of a rule: its field ``pattern`` or ``patterns``."""
    one = getattr(rule, "pattern", None)
    return (one,) if one else tuple(getattr(rule, "patterns", ()))


def _all_shapes() -> list[frozenset[str]]:
    """Every shape a token can have, so that the alphabet is complete before the first text is read."""
    numerals = {_numeral(str(number)) for number in range(2300)} | {_numeral(f"{number:02}") for number in range(10)}
    numerals |= {_numeral("1,300"), _numeral("5.9"), _numeral("12345")}
    words = {shape(token) for token in ("word", "Word", "WORD", "W", "U.S.", "a.m.")}
    puncts = {shape(chr(code)) for code in range(33, 127) if not chr(code).isalnum()} | {shape(c) for c in "“”‘’–—…"}
    return sorted(numerals | words | puncts | {frozenset(("punct",))}, key=sorted)


@cache
def alphabet(rules: Rulebook) -> Alphabet:
    """The alphabet of a rulebook."""
    return Alphabet(rules)
