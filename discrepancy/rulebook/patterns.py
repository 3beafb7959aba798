"""Patterns compiled to ``re`` over symbols, and run over sentences only where they can match.

Takes patterns in the notation of :mod:`discrepancy.rulebook.notation`; gives matches as unit positions. Every pattern knows the
symbols one of which every match must hold; a sentence without any of them is never searched, so cost grows with the text and not
with the number of rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_
from typing import Generic, TypeVar

from discrepancy.model.unguarded import unguarded
from discrepancy.rulebook.alphabet import Alphabet, patterns_of
from discrepancy.rulebook.kinds.words import Fragment
from discrepancy.rulebook.notation import Caught, Edge, Either, Gap, Parser, PatternFault, Repeat, Row, Test, Tree
from discrepancy.rulebook.schema import Fault, Rule, Rulebook

R = TypeVar("R", bound=Rule)

_EVERYWHERE = "the a of in to and , . word Word"
"""Tokens without any of which hardly a sentence is."""
_COMMON = f"""
{_EVERYWHERE} an or for with by on at as from that this it he she they his her their is was were are be been has had have
said not who which but after out into up down over off left those than about when while there also
: 's - " “ ” ( ) The 7 20 1999
"""
"""Tokens that stand in very many sentences, and one of each common shape: a pattern that needs them needs something rarer too."""

_NO_STOP = Test((), ("stop",))
"""What may stand in a gap."""

_REMEMBERED = 20_000
"""Sets of triggers whose patterns are remembered; beyond that, hostile text would fill memory."""


@unguarded
class Match(Generic[R]):
    """Where a rule matched: units ``[start, end)`` of the sentence, and the units caught under each name."""

    rule: R
    start: int
    end: int
    caught: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Read(Generic[R]):
    """A pattern that was read: its rule, its tree, and sets of symbols of each of which every match holds one, in this order."""

    rule: R
    tree: Tree
    needs: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class _Compiled(Generic[R]):
    rule: R
    regex: re.Pattern[str]
    names: tuple[str, ...]


class Patterns(Generic[R]):
    """Rules with patterns, ready to run. Order of matches: rule order, then place.

    ``triggers`` are the symbols without any of which a sentence cannot match. Most patterns need two rare things (figures and a month):
    both are asked for before a pattern runs, at the price of one, for a symbol knows the patterns it serves as the bits of a number.
    A pattern is compiled when a sentence first holds all that it needs: a few articles need a quarter of them.
    """

    def __init__(self, rules: Iterable[R], alphabet: Alphabet, book: Rulebook) -> None:
        """Raises :class:`PatternFault` at the first pattern that cannot be read; :func:`pattern_faults` collects them all."""
        parser, common = _parser(book), _common(alphabet)
        self._alphabet = alphabet
        self._read: list[_Read[R]] = []
        for rule in rules:
            for pattern in patterns_of(rule):
                tree = parser.parse(pattern)
                needs = _needs(tree, alphabet)
                if not needs:
                    raise PatternFault(f"{rule.id}: every part of the pattern is optional, so it would match everywhere")
                self._read.append(_Read(rule, tree, needs))
        self._compiled: list[_Compiled[R] | None] = [None] * len(self._read)
        rare = [sorted({*read.needs}, key=lambda symbols: (_commonness(symbols, common), min(symbols)))[:2] for read in self._read]
        self.triggers = frozenset().union(*(first for first, *_ in rare))
        self._serves: dict[str, int] = {}
        for number, pair in enumerate(rare):
            for symbol in pair[0]:
                self._serves[symbol] = self._serves.get(symbol, 0) | 1 << number
            for symbol in pair[-1]:
                self._serves[symbol] = self._serves.get(symbol, 0) | 1 << (len(rare) + number)
        self._known = frozenset(self._serves)
        self._chosen: dict[int, tuple[int, ...]] = {}

    def find(self, symbols: str) -> Iterator[Match[R]]:
        """All matches in a sentence, those of one pattern not overlapping."""
        if self.triggers.isdisjoint(symbols):
            return
        served = reduce(or_, map(self._serves.__getitem__, self._known.intersection(symbols)))
        wanted = served & (served >> len(self._read))
        chosen = self._chosen.get(wanted)
        if chosen is None:
            chosen = tuple(number for number in range(len(self._read)) if wanted >> number & 1)
            if len(self._chosen) < _REMEMBERED:
                self._chosen[wanted] = chosen
        for number in chosen:
            compiled = self._compiled[number] or self._ready(number, symbols)
            if compiled is None:
                continue
            for found in compiled.regex.finditer(symbols):
                (start, end), *groups = found.regs
                if end > start:
                    caught = {name: at for name, at in zip(compiled.names, groups, strict=True) if at[0] < at[1]}
                    yield Match(compiled.rule, start, end, caught)

    def _ready(self, number: int, symbols: str) -> _Compiled[R] | None:
        """A pattern that was not compiled yet, compiled; None where the sentence does not hold all that it needs, one after the other."""
        read = self._read[number]
        for needed in read.needs:
            if needed.isdisjoint(symbols):
                return None
        rest = iter(symbols)
        if not all(any(symbol in needed for symbol in rest) for needed in read.needs):
            return None
        names: list[str] = []
        regex = re.compile(_regex(read.tree, self._alphabet, names))
        self._compiled[number] = compiled = _Compiled(read.rule, regex, tuple(names))
        return compiled


def pattern_faults(rules: Rulebook, alphabet: Alphabet) -> list[Fault]:
    """What is wrong with the patterns of a rulebook: bad notation, unknown classes or fragments."""
    faults = []
    for kind in rules.by_kind:
        for rule in rules.by_kind[kind]:
            try:
                if isinstance(rule, Fragment):  # a part may match nothing; the whole may not
                    _needs(_parser(rules).parse(rule.pattern), alphabet)
                else:
                    Patterns([rule], alphabet, rules)
            except PatternFault as fault:
                faults.append(Fault(rule.where, f"rule {rule.id!r}: {fault}"))
    return faults


@cache
def _parser(rules: Rulebook) -> Parser:
    """The reader of a rulebook's patterns, with its fragments."""
    return Parser({rule.id: rule.pattern for rule in rules.of(Fragment)})


@cache
def _common(alphabet: Alphabet) -> tuple[frozenset[str], frozenset[str]]:
    """The symbols that stand in almost every sentence, and those that stand in very many: of words and marks, and of names."""
    everywhere, common = (frozenset(map(alphabet.symbol, tokens.split())) for tokens in (_EVERYWHERE, _COMMON))
    return everywhere, common | {symbol for symbol in alphabet.all if "name" in alphabet.classes(symbol)}


@cache
def _symbols(test: Test, alphabet: Alphabet) -> frozenset[str]:
    """The symbols that pass a test; many patterns have the same ones."""
    try:
        classes = [alphabet.members(name) for name in test.classes]
        found = frozenset.intersection(*classes) if classes else alphabet.all
        for name in test.without:
            found -= alphabet.members(name)
    except KeyError as missing:
        raise PatternFault(f"no rule of kind 'words' or 'chunks' and no shape gives the class {missing.args[0]!r}") from None
    return found


def _regex(tree: Tree, alphabet: Alphabet, names: list[str]) -> str:
    if isinstance(tree, Test):
        if not tree.classes and not tree.without:
            return "."
        return _set(_symbols(tree, alphabet))
    if isinstance(tree, Edge):
        return r"\A" if tree.mark == "^" else r"\Z"
    if isinstance(tree, Gap):
        return f"{_set(_symbols(_NO_STOP, alphabet))}{{0,{tree.size}}}?"
    if isinstance(tree, Repeat):
        return f"(?:{_regex(tree.tree, alphabet, names)}){tree.quantity}"
    if isinstance(tree, Caught):
        names.append(tree.name)
        return f"({_regex(tree.tree, alphabet, names)})"
    if isinstance(tree, Row):
        return "".join(_regex(part, alphabet, names) for part in tree.trees)
    return "(?:" + "|".join(_regex(part, alphabet, names) for part in tree.trees) + ")"


@cache
def _set(symbols: frozenset[str]) -> str:
    """A character class of symbols, neighbours written as ranges; none of them is a mark of ``re``. An empty set matches nothing."""
    codes = sorted(map(ord, symbols))
    if not codes:
        return r"(?!)"
    parts, first, last = [], codes[0], codes[0]
    for code in [*codes[1:], -1]:
        if code == last + 1:
            last = code
            continue
        parts.append(chr(first) + (f"-{chr(last)}" if last > first else ""))
        first = last = code
    return f"[{''.join(parts)}]"


@cache
def _needs(tree: Tree, alphabet: Alphabet) -> tuple[frozenset[str], ...]:
    """Sets of symbols, of each of which every match holds one, in this order; none where a match may hold nothing in particular.

    Walks the whole tree, optional parts too, so that a class that nothing gives is a fault before any text is read.
    """
    if isinstance(tree, Test):
        return (_symbols(tree, alphabet),)
    if isinstance(tree, Caught):
        return _needs(tree.tree, alphabet)
    if isinstance(tree, Repeat):
        needs = _needs(tree.tree, alphabet)
        optional = tree.quantity in "?*" or tree.quantity.startswith("{0")
        return () if optional else needs
    if isinstance(tree, Row):
        return tuple(symbols for part in tree.trees for symbols in _needs(part, alphabet))
    if isinstance(tree, Either):
        arms = [_needs(part, alphabet) for part in tree.trees]
        common = _common(alphabet)
        return (frozenset().union(*(min(arm, key=lambda s: _commonness(s, common)) for arm in arms)),) if all(arms) else ()
    return ()


def _commonness(symbols: frozenset[str], common: tuple[frozenset[str], frozenset[str]]) -> tuple[int, int, int]:
    """How common it is that a sentence holds one of the symbols, for sorting."""
    everywhere, often = common
    return len(symbols & everywhere), len(symbols & often), len(symbols)
