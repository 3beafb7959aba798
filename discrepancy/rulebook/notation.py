"""The small notation of patterns: word classes in a row.

Takes a pattern as text; gives a tree. Knows nothing of symbols or ``re``: :mod:`discrepancy.rulebook.patterns` compiles the tree.
Parts that hold others are compared by identity: what is worked out for a fragment is kept for all patterns that hold it.

================= ==========================================================================
``people``        one unit of the class (``!people``: one that is not; ``people&Cap``: of both)
``'dead'``        one unit that is this word, in any case
``.``             any one unit
``<fragment>``    the fragment of that id
``(a | b c)``     either
``x? x* x+ x{2,4}`` optional, any number, at least one, two to four (``x{2,4}?``: as few as can be)
``..5``           a gap: at most five units, none of them of the class ``stop`` (as few as can be)
``dead:people``   the unit or group, caught under the name ``dead``
``^`` ``$``       first unit, end of the sentence
================= ==========================================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<name>[A-Za-z_][A-Za-z_0-9]*):(?=\S)
      | (?P<gap>\.\.\d+)
      | '(?P<literal>(?:[^'\\]|\\.)+)'
      | <(?P<fragment>[\w.\-]+)>
      | (?P<test>!?[A-Za-z_][\w\-]*(?:\.[\w\-]+)*(?:&!?[A-Za-z_][\w\-]*(?:\.[\w\-]+)*)*)
      | (?P<any>\.)
      | (?P<quantity>[?*+]|\{\d+(?:,\d*)?\}\??)
      | (?P<mark>[()|^$])
    )""",
    re.VERBOSE,
)
_LITERAL = re.compile(r"'((?:[^'\\]|\\.)+)'")
_ESCAPED = re.compile(r"\\(.)")


def _literal(text: str) -> str:
    """What stands between the quotes as a word of the alphabet."""
    return _ESCAPED.sub(r"\1", text).lower()


class PatternFault(ValueError):
    """A pattern that cannot be read; the sentence says where in it."""


@dataclass(frozen=True, slots=True)
class Test:
    """One unit: all of ``classes`` and none of ``without``. No class at all: any unit. A literal is the class ``=word``."""

    classes: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """``^`` or ``$``."""

    mark: str


@dataclass(frozen=True, slots=True)
class Gap:
    """At most ``size`` units that do not stop a gap."""

    size: int


@dataclass(frozen=True, slots=True, eq=False)
class Repeat:
    """``tree`` as often as ``quantity`` says, in ``re``'s own words."""

    tree: Tree
    quantity: str


@dataclass(frozen=True, slots=True, eq=False)
class Caught:
    """``tree`` under a name."""

    name: str
    tree: Tree


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """Trees one after the other."""

    trees: tuple[Tree, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Either:
    """One of the trees."""

    trees: tuple[Tree, ...]


Tree = Test | Edge | Gap | Repeat | Caught | Row | Either


def parse(pattern: str, fragments: Mapping[str, str]) -> Tree:
    """The tree of a pattern; ``fragments`` maps ids to patterns. Raises :class:`PatternFault`.

    >>> parse("dead:people 'died'", {})
    Row(trees=(Caught(name='dead', tree=Test(classes=('people',), without=())), Test(classes=('=died',), without=())))
    """
    return Parser(fragments).parse(pattern)


def literals(pattern: str) -> Iterator[str]:
    """The words that stand in quotes in a pattern, as its tests name them; its fragments' own are theirs.

    >>> list(literals("dead:people 'Died' <of-hunger>"))
    ['died']
    """
    return (_literal(text) for text in _LITERAL.findall(pattern))


class Parser:
    """Reads patterns with one set of ``fragments``, each of which is read once, however many patterns hold it."""

    def __init__(self, fragments: Mapping[str, str]) -> None:
        self.fragments = fragments
        self._trees: dict[str, Tree] = {}
        self._inside: list[str] = []

    def parse(self, pattern: str) -> Tree:
        """The tree of a pattern. Raises :class:`PatternFault`."""
        return _Reader(pattern, self).whole()

    def fragment(self, id: str, at: int) -> Tree:
        """The tree of a fragment that a pattern names at character ``at``."""
        known = self._trees.get(id)
        if known is not None:
            return known
        if id not in self.fragments:
            raise PatternFault(f"there is no fragment {id!r} (character {at} of the pattern)")
        if id in self._inside:
            raise PatternFault(f"the fragment {id!r} holds itself")
        self._inside.append(id)
        try:
            self._trees[id] = self.parse(self.fragments[id])
        finally:
            self._inside.pop()
        return self._trees[id]


class _Reader:
    """Recursive descent over the tokens of one pattern."""

    def __init__(self, pattern: str, parser: Parser) -> None:
        self.pattern, self.parser = pattern, parser
        self.tokens: list[tuple[str, str, int]] = []
        at = 0
        stripped = pattern.rstrip()
        while at < len(stripped):
            found = _TOKEN.match(stripped, at)
            if not found:
                raise PatternFault(f"cannot read {stripped[at : at + 12]!r} at character {at + 1} of the pattern")
            kind = found.lastgroup or ""
            self.tokens.append((kind, found[kind], found.start(kind) + 1))
            at = found.end()
        self.at = 0

    def peek(self) -> tuple[str, str, int]:
        return self.tokens[self.at] if self.at < len(self.tokens) else ("end", "", len(self.pattern) + 1)

    def marks(self, *marks: str) -> bool:
        """Whether one of the notation's own marks comes next (a quoted bracket is a word)."""
        kind, text, _ = self.peek()
        return kind == "mark" and text in marks

    def whole(self) -> Tree:
        tree = self.either()
        kind, text, at = self.peek()
        if kind != "end":
            raise PatternFault(f"unexpected {text!r} at character {at} of the pattern")
        return tree

    def either(self) -> Tree:
        arms = [self.row()]
        while self.marks("|"):
            self.at += 1
            arms.append(self.row())
        return arms[0] if len(arms) == 1 else Either(tuple(arms))

    def row(self) -> Tree:
        trees = []
        while self.peek()[0] != "end" and not self.marks("|", ")"):
            trees.append(self.item())
        if not trees:
            raise PatternFault(f"nothing stands at character {self.peek()[2]} of the pattern, where a unit is expected")
        return trees[0] if len(trees) == 1 else Row(tuple(trees))

    def item(self) -> Tree:
        kind, text, at = self.peek()
        self.at += 1
        tree: Tree
        if kind == "name":
            return Caught(text, self.item())
        if kind == "gap":
            return Gap(int(text[2:]))
        if kind == "literal":
            tree = Test((f"={_literal(text)}",))
        elif kind == "fragment":
            tree = self.parser.fragment(text, at)
        elif kind == "test":
            parts = text.split("&")
            tree = Test(tuple(p for p in parts if p[0] != "!"), tuple(p[1:] for p in parts if p[0] == "!"))
        elif kind == "any":
            tree = Test()
        elif kind == "mark" and text == "(":
            tree = self.either()
            if not self.marks(")"):
                raise PatternFault(f"the bracket opened at character {at} of the pattern is not closed")
            self.at += 1
        elif kind == "mark" and text in ("^", "$"):
            return Edge(text)
        else:
            raise PatternFault(f"unexpected {text!r} at character {at} of the pattern")
        if self.peek()[0] == "quantity":
            tree = Repeat(tree, self.peek()[1])
            self.at += 1
        return tree
