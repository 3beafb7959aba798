"""Two numbers that are one: ranges, choices, and what others put beside a figure ("40, possibly 60").

Takes the numbers of one sentence in order and the words around them; gives them with those joined that tell one count from two ends. Knows
nothing of what is counted.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from discrepancy.annotate.numbers_row import JOINTS, Found, Row, whole
from discrepancy.annotate.tokens import Chunked
from discrepancy.model.values import Quantity

_REACH = 9
"""Units between two numbers of one count: a noun, a comma, who says so."""
_STOPS = frozenset((*",.;:()!?", *JOINTS, "", "”", '"'))
_OPENS = {"(": ")", "[": "]", **{dash: dash for dash in JOINTS}}
_CHANGED = 6
"""Units before *from* within which the verb of a change stands."""
_ASIDE = 6
"""Units of an aside between two ends of a range: "to – by one account – some 1,300"."""


class Ranges:
    """Joins the numbers of one sentence."""

    def __init__(self, row: Row) -> None:
        self.word, self.glued, self.coded, self.grammar = row.word, row.glued, row.coded, row.grammar

    def joined(self, rows: Sequence[Found | Chunked]) -> Iterator[Found | Chunked]:
        """The numbers with those joined that have a joint between them, or that tell one count in two ways."""
        at = 0
        while at < len(rows):
            first = rows[at]
            second = rows[at + 1] if at + 1 < len(rows) else None
            at += 1
            if not isinstance(first, Found):
                yield first
                continue
            if isinstance(second, Found):
                self.share_scale(first, second)
                value = self.range(first, second)
                if value is not None:
                    end = second.end + self.closed(first, second)
                    unit, attribute = second.unit or first.unit, second.attribute or first.attribute  # "$10-15 million"
                    yield Found(self.opened(first.start), end, value, unit=unit, attribute=attribute)
                    at += 1
                    continue
                if self.scored(first, second) or self.share(first, second):
                    yield self.coded(first.start, second.end)
                    at += 1
                    continue
                value = self.told_otherwise(first, second)
                if value is not None:
                    first.value, first.loose = value, value.vague
                    if self.adjacent(first, second):
                        self.take(first, second)
                    yield first
                    at += 1
                    continue
            if self.unended(first) or self.more(first):
                first.value = Quantity(first.value.low, None, first.value.approx, first.value.vague)
            yield first

    def share_scale(self, first: Found, second: Found) -> None:
        """Gives the first of two ends the scale that is told with the second alone: "from $332 to $350 million", "two or three
        thousand"."""
        low, high, scale = first.value.low, second.value.low, self.scale(second)
        joint = first.end + 1 == second.start and self.word(first.end) in ("to", "and", "or", *JOINTS)
        if not joint or scale == 1 or self.scale(first) != 1 or low is None or high is None or not low < high / scale:
            return
        if self.word(first.end) == "and" and self.word(first.start - 1) != "between":
            return  # "nine and 30 thousand" are two counts
        most = first.value.high
        first.value = replace(first.value, low=whole(low * scale), high=None if most is None else whole(most * scale))

    def scale(self, found: Found) -> float:
        """What "thousand", "million" and their like in a number multiply it by."""
        parts = (self.grammar.parts.get(self.word(unit), ("", 1)) for unit in range(found.start, found.end))
        spelled = math.prod(value for kind, value in parts if kind == "scale")
        return spelled * next(
            (self.grammar.suffixes[w] for u in range(found.start + 1, found.end) if (w := self.word(u)) in self.grammar.suffixes), 1
        )

    def opened(self, start: int) -> int:
        """Where a range begins that a preposition opens: "between", "anywhere from"."""
        if self.word(start - 1) not in ("between", "from"):
            return start
        return start - 1 - (self.word(start - 2) in self.grammar.anywhere)

    def scored(self, first: Found, second: Found) -> bool:
        """True for figures that a bare hyphen ties without making a range: a score, a telephone number."""
        between = second.start - first.end == 1 and self.word(first.end) in JOINTS
        return between and self.glued(first.end) and self.glued(second.start)

    def range(self, first: Found, second: Found) -> Quantity | None:
        """The range or choice of two numbers with a joint between them; an aside between them is left out."""
        low, high = first.value, second.value
        if low.high is None and high.low is None and low.low is not None and high.high is not None and not (low.vague or high.vague):
            joined = second.start - first.end <= 2 and self.word(second.start - 1) in ("and", "but", "or", "to")
            return Quantity(low.low, high.high) if joined and low.low < high.high else None  # "at least 27 and up to 30"
        joint, before = self.word(first.end), self.word(first.start - 1)
        if low.vague or high.vague or low.low is None or low.high is None or high.high is None:
            return None
        if not self.beside(first.end + 1, second.start) or (first.unit and second.unit and first.unit != second.unit):
            return None
        if not low.low < high.high:
            return None
        named = before in ("between", "from") and joint in ("to", "and")
        if (second.hedged and not (named or joint == "to")) or (high.low is None and not named):
            return None
        if joint in ("to", *JOINTS) and (before != "from" or self.spanning(first.start - 2)):
            return Quantity(low.low, high.high, low.approx)
        if joint == "and" and before == "between":
            return Quantity(low.low, high.high)
        if joint == "or" and low.exact and high.exact:
            return Quantity(low.low, high.high, options=(low.low, high.high))
        return None

    def beside(self, end: int, start: int) -> bool:
        """Whether nothing, or nothing but an aside, stands between two units."""
        closing = _OPENS.get(self.word(end))
        return start == end or (closing is not None and start - end <= _ASIDE and self.word(start - 1) == closing)

    def spanning(self, before: int) -> bool:
        """Whether "from six to 14" is a range and no change; ``before`` is the unit before *from*. What changed may stand
        between: "raised its key rate from"."""
        for unit in range(before, before - _CHANGED, -1):
            if self.word(unit) in _STOPS:
                break
            if self.word(unit) in self.grammar.changing:
                return False
        return True

    def told_otherwise(self, first: Found, second: Found) -> Quantity | None:
        """What "40, possibly 60", "40 people (some say 60)" and "at least 40 and perhaps hundreds" tell of one count."""
        low, high = first.value, second.value
        if low.low is None or (first.unit and second.unit and first.unit != second.unit) or not self.doubted(first.end, second.end):
            return None
        alone = (self.adjacent(first, second) and not first.unit) or first.unit == second.unit != ""
        if not alone and (second.unit or self.word(second.end) not in _STOPS):
            return None  # "40 people, perhaps 60 dogs": two counts
        if low.vague or high.vague or high.high is None:
            return Quantity(low.low, None, low.approx, low.vague)
        if high.high > low.low:
            return Quantity(low.low, high.high, low.approx)
        return Quantity(high.low if high.low is not None else high.high, low.high, low.approx) if high.high < low.low else None

    def take(self, first: Found, second: Found) -> None:
        """Lets a number reach over the one behind it, and over the comma that closes that in."""
        first.end = second.end + self.closed(first, second)
        first.unit, first.attribute = second.unit or first.unit, second.attribute or first.attribute

    def closed(self, first: Found, second: Found) -> bool:
        """Whether commas set the second number apart: "at least seven, and perhaps as many as ten, people"."""
        return self.word(first.end) == self.word(second.end) == "," and self.word(second.end + 1).isalpha()

    def share(self, first: Found, second: Found) -> bool:
        """Whether two numbers tell a share and count nobody: "nine in ten of the vines", "about one in five residents"."""
        low, high = first.value.low, second.value.low
        if second.start != first.end + 1 or self.word(first.end) != "in" or low is None or high is None or not low < high:
            return False
        return self.word(second.end) == "of" or (low == 1 and self.word(first.start - 1) in ("", ",", ";", "that", "said", "and", "where"))

    def adjacent(self, first: Found, second: Found) -> bool:
        """Whether no noun stands between two numbers."""
        at = first.end
        return second.start == at or self.word(at) in (*_STOPS, "and", "but", "or") or self.further(at, second.end) is not None

    def doubted(self, at: int, end: int) -> bool:
        """Whether words of doubt stand between a number and the next, behind a noun of at most two words at most."""
        if end - at > _REACH:
            return False
        for skipped in range(3):
            if skipped and not self.word(at + skipped - 1).isalpha():
                return False
            opens = at + skipped
            opens += self.word(opens) in (",", "(", *JOINTS)
            if any(self.further(start, end) is not None for start in (opens, opens + (self.word(opens) in ("and", "but", "or")))):
                return True
        return False

    def further(self, at: int, end: int) -> int | None:
        """The unit behind words that say that a count may be another, where such words begin at a unit and end before another."""
        for phrase in self.grammar.further.get(self.word(at), ()):
            if at + len(phrase) <= end and all(self.word(at + k) == word for k, word in enumerate(phrase)):
                return at + len(phrase)
        return None

    def unended(self, found: Found) -> bool:
        """Whether a number opens a range whose other end cannot be read: "ranging from 40 to a figure that nobody confirmed"."""
        closed = found.value.low is not None and found.value.high is not None and not found.value.options
        opened = self.word(found.start - 1) == "from" and self.word(found.start - 2) in self.grammar.ranging
        return closed and opened and self.word(found.end) in ("to", "up")

    def more(self, found: Found) -> bool:
        """Whether a number, or the noun of one or two words behind it, is followed by "possibly more"."""
        if found.value.low is None or found.value.high is None or found.value.options:
            return False
        for skipped in range(3):
            if skipped and not self.word(found.end + skipped - 1).isalpha():
                return False
            at = found.end + skipped
            at += self.word(at) in (",", "(", *JOINTS)
            at += self.word(at) in ("and", "but", "or")
            behind = self.further(at, at + _REACH)
            if behind is not None:
                behind += self.word(behind) in ("many", "even", "several")
                return self.word(behind) == "more" and (self.word(behind + 1) in _STOPS or not skipped)
        return False
