"""What a pattern caught, as readers look at it.

Takes a match on a sentence; gives words, spans and their meanings. ``Reading`` is what a reader gives back.
"""

from __future__ import annotations

from discrepancy.annotate.times.meaning import Meanings
from discrepancy.annotate.times.timex import Age, Expression, TimexType
from discrepancy.annotate.tokens import Sentence
from discrepancy.model.text import Span
from discrepancy.model.unguarded import unguarded
from discrepancy.rulebook.kinds.times import TimeRule
from discrepancy.rulebook.patterns import Match

_NEIGHBOURHOOD = 24


@unguarded
class Reading:
    """What a reader made of a wording: an expression, an age, or (both None) words that are no time."""

    type: TimexType = "DATE"
    expression: Expression | None = None
    unresolved: str = ""
    age: Age | None = None


NO_TIME = Reading()


@unguarded
class Caught:
    """A match with its sentence and the meanings of words."""

    match: Match[TimeRule]
    sentence: Sentence
    meanings: Meanings

    @property
    def units(self) -> tuple[int, int]:
        """The units of the expression itself."""
        return self.match.caught.get("time", (self.match.start, self.match.end))

    def _caught(self, name: str) -> tuple[int, int] | None:
        """The units caught under a name; an optional part that is not there catches none."""
        units = self.match.caught.get(name)
        return units if units and units[0] < units[1] else None

    def has(self, name: str) -> bool:
        """True when something was caught, or is given, under ``name``."""
        return self._caught(name) is not None or name in self.match.rule.gives

    def words(self, name: str = "time") -> str:
        """The words caught under ``name``, or the constant that the rule gives; "" when there is neither."""
        if name == "time":
            return self.sentence.words(*self.units)
        units = self._caught(name)
        return self.sentence.words(*units) if units else self.match.rule.gives.get(name, "")

    def span(self, name: str) -> Span | None:
        """Where the units caught under ``name`` stand."""
        units = self._caught(name)
        return self.sentence.span_of(*units) if units else None

    def value(self, name: str) -> object:
        """What an earlier pass made of the first unit caught under ``name``."""
        units = self._caught(name)
        return self.sentence.values[units[0]] if units else None

    def meaning(self, name: str, *tables: str) -> str | None:
        """What the words caught under ``name`` mean in the first table that knows one of them."""
        words = self.words(name)
        if not words:
            return None
        return self.meanings.first(words, *tables) or next(
            (found for table in tables if (found := self.meanings.within(table, words)) is not None), None
        )

    def number(self, name: str, *tables: str) -> int | None:
        """As :meth:`meaning`, as a whole number; figures stand for themselves."""
        digits = "".join(c for c in self.words(name) if c.isdigit() and c.isascii())
        if digits:
            return int(digits[:9])
        found = self.meaning(name, *tables)
        return int(found) if found is not None else None

    @property
    def before(self) -> str:
        """A few characters before the expression, on its line."""
        start = self.sentence.starts[self.units[0]]
        return self.sentence.text[max(0, start - _NEIGHBOURHOOD) : start]

    @property
    def after(self) -> str:
        """A few characters behind the expression."""
        end = self.sentence.ends[self.units[1] - 1]
        return self.sentence.text[end : end + _NEIGHBOURHOOD]
