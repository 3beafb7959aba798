"""The grammar of English numbers: how numerals, hedges and units stand together in a sentence.

Takes one sentence and the number words of a rulebook; gives chunks. Two numbers that are one are joined in :mod:`.numbers_ranges`. Knows
nothing of what is counted. Every scan looks a few units around a number word, so the cost grows with the numbers in a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.annotate.numbers_ranges import JOINTS, Found, Ranges
from discrepancy.annotate.numbers_words import Grammar
from discrepancy.annotate.tokens import Chunked, Sentence
from discrepancy.model.text import Span
from discrepancy.model.values import Number, Quantity, exactly

_LETTER_SIGN = re.compile(r"([a-z])(\d{1,6}(?:\.\d{1,3})?)")
_LONGEST = 15
"""Figures with more digits than this are codes."""
_AREA = 3
"""Digits of the part of a telephone number that stands in brackets."""
_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A number as printed. ``words`` are the article's own; ``unit`` and ``attribute`` are set when something is measured."""

    value: Quantity
    span: Span
    words: str
    unit: str = ""
    attribute: str = ""


@dataclass(frozen=True, slots=True)
class NumberCode:
    """Figures that count nothing."""

    span: Span
    words: str


class Reader:
    """One sentence, read from left to right."""

    def __init__(self, sentence: Sentence, grammar: Grammar) -> None:
        self.sentence, self.grammar = sentence, grammar
        self.size = len(sentence.symbols)

    def word(self, unit: int) -> str:
        """A unit in lower case; "" outside the sentence."""
        if not 0 <= unit < self.size:
            return ""
        sentence = self.sentence
        return sentence.text[sentence.starts[unit] : sentence.ends[unit]].lower()

    def glued(self, unit: int) -> bool:
        """True when nothing stands between a unit and the one before it."""
        return 0 < unit < self.size and self.sentence.ends[unit - 1] == self.sentence.starts[unit]

    def numbers(self) -> Iterator[Chunked]:
        """All numbers of the sentence."""
        rows: list[Found | Chunked] = []
        at = 0
        while True:
            start = self.grammar.start.search(self.sentence.symbols, at)
            if start is None:
                break
            at = start.start()
            if skipped := self.pronoun(at):
                at += skipped
                continue
            row = self.number(at)
            if row is None:
                at += 1
                continue
            at = row.end
            while rows and rows[-1].start >= row.start:
                rows.pop()  # "as many as 30": "many" was no number of its own
            if rows and rows[-1].end > row.start:
                continue
            rows.append(row)
        for row in Ranges(self.word, self.glued, self.coded, self.grammar).joined(rows):
            yield row if isinstance(row, Chunked) else self.chunk(row)

    def pronoun(self, at: int) -> int:
        """How many units from a number word on are words that count nothing: "one another"; 0 for none."""
        for phrase in self.grammar.pronouns.get(self.word(at), ()):
            if all(self.word(at + k) == word for k, word in enumerate(phrase)):
                return len(phrase)
        return 0

    def number(self, at: int) -> Found | Chunked | None:
        """The number that begins at a unit."""
        word = self.word(at)
        if word[0].isdigit():
            return self.figures(at, word)
        if word in self.grammar.loose_starts:
            return self.loose(at)
        read = self.spelled(at)
        if read is None:
            return None
        end, number = read
        if lost := self.lost_sign(at, end):
            return lost
        return self.grown(Found(at, end, exactly(_whole(number))))

    def lost_sign(self, at: int, end: int) -> Found | None:
        """The sum before a scale whose currency is a letter, as an encoding that lost the sign prints it: "e80 million"."""
        found = _LETTER_SIGN.fullmatch(self.word(at - 1))
        sign = self.grammar.signs.get(found[1]) if found else None
        scale = self.grammar.parts.get(self.word(at))
        if found is None or sign is None or scale is None or scale[0] != "scale" or end != at + 1:
            return None
        return Found(at - 1, end, exactly(_whole(float(found[2]) * scale[1])), unit=sign[0], attribute=sign[1])

    def figures(self, at: int, word: str) -> Found | Chunked | None:
        end = at + 1
        if self.word(end) in _ORDINAL_ENDINGS and self.glued(end):
            return self.coded(at, end + 1)
        before, after = self.word(at - 1), self.word(end)
        if len(word) > _LONGEST or (self.glued(at) and before in ("#", ".", ":", "/", "@", "_", "+")):
            return self.coded(at, end)
        if self.dialled(at):
            return self.coded(at, end)
        if self.tied(at) or (before == "[" and after == "]" and self.glued(at) and self.glued(end)):  # "[12]": a note
            return self.coded(at, end)
        if self.glued(at) and before[-1:].isalpha() and before not in ("us", "a", "c", "s"):
            return self.coded(at, end)
        if after in self.grammar.code_before or (before in self.grammar.code_after and self.word(end) != ","):
            return self.coded(at, end)
        if after in (":", "/") and self.glued(end) and self.glued(end + 1):
            return self.coded(at, end)
        try:
            number = float(word.replace(",", ""))
        except ValueError:
            return self.coded(at, end)
        while self.spaced(at, word, end):
            number = number * 1000 + float(self.word(end + 1))
            end += 2
            after = self.word(end)
        if self.glued(end) and after in self.grammar.suffixes and (after != "m" or self.money(at, end)):
            number *= self.grammar.suffixes[after]
            end += 1
        elif self.glued(end) and after[:1].isalpha() and after not in self.grammar.units:
            return self.coded(at, end)
        while (part := self.grammar.parts.get(self.word(end))) and part[0] in ("scale", "hundred", "dozen"):
            number *= part[1]
            end += 1
        if self.word(end) in JOINTS and self.word(end) and (scale := self.grammar.parts.get(self.word(end + 1))) and scale[0] == "scale":
            number *= scale[1]
            end += 2
        if "." not in word and number == int(number):
            number = int(number)
        return self.grown(Found(at, end, exactly(_whole(number))))

    def spaced(self, at: int, word: str, end: int) -> bool:
        """True where a comma and a space part the thousands: "200, 000", "about 1, 500 houses". Other figures behind a comma are a
        number of their own ("kills 7, 120 injured")."""
        rest = self.word(end + 1)
        if not (len(word) <= 3 and word.isdigit() and self.word(end) == "," and self.glued(end) and len(rest) == 3):
            return False
        sure = self.word(at - 1) in self.grammar.last_hedge or self.word(end + 2) in self.grammar.units
        return rest == "000" or (rest.isdigit() and rest.endswith("00") and sure)

    def money(self, at: int, end: int) -> bool:
        """True where the m of "2m" is a million: a sum of money."""
        unit = self.grammar.units.get(self.word(end + 1))
        return self.word(at - 1) in self.grammar.signs or (unit is not None and unit[1] == "money")

    def tied(self, at: int) -> bool:
        """True for figures that a hyphen ties to something that makes no range with them: F-16, 555-0123."""
        if not (self.word(at - 1) in tuple(JOINTS) and self.glued(at) and self.glued(at - 1)):
            return False
        return not self.word(at - 2)[-1:].isdigit() or (self.glued(at - 2) and self.word(at - 3) in tuple(JOINTS))

    def dialled(self, at: int) -> bool:
        """True for the three digits in brackets that begin a telephone number, and for those behind them: "(555) 014-TIPS"."""

        def three(place: int) -> bool:
            return len(self.word(place)) == _AREA and self.word(place).isdigit()

        return any(self.word(area - 1) == "(" and self.word(area + 1) == ")" and three(area) and three(area + 2) for area in (at, at - 2))

    def coded(self, start: int, end: int) -> Chunked:
        words = self.sentence.words(start, end)
        return Chunked(start, end, self.grammar.code, NumberCode(self.sentence.span_of(start, end), words))

    def loose(self, at: int) -> Found | None:
        article = self.word(at - 1) == "a"
        for size in (3, 2, 1):
            words = " ".join(self.word(at + k) for k in range(size))
            bounds = self.grammar.loose.get(words)
            if bounds is not None and (article or words not in self.grammar.after_a):
                end, (low, high) = at + size, bounds
                part = self.grammar.parts.get(self.word(end))
                if part and part[0] in ("scale", "hundred", "dozen"):  # "several thousand"
                    low, high, end = low * int(part[1]), high and high * int(part[1]), end + 1
                return self.grown(Found(at - article, end, Quantity(low, high, vague=True), loose=True))
        return None

    def spelled(self, at: int) -> tuple[int, float] | None:
        """A number in words: where it ends and what it is; None for a word that is no number here ("half")."""
        total, current, end = 0.0, -1.0, at
        while end < self.size and end - at < 24:
            part = self.grammar.parts.get(self.word(end))
            if part is None:
                if self.linked(end, current, total):
                    end += 1
                    continue
                break
            kind, value = part
            if kind == "unit":
                if current >= 0 and not (current >= 20 and current % 10 == 0 and (value < 10 or current % 100 == 0)):
                    break
                current = max(current, 0) + value
            elif kind == "tens":
                if current >= 0 and not (current >= 100 and current % 100 == 0):
                    break
                current = max(current, 0) + value
            elif kind == "half":
                following = 2 if self.word(end + 1) in ("a", "-") else 1
                scale = self.grammar.parts.get(self.word(end + following))
                if scale is None or scale[0] not in ("dozen", "scale", "hundred"):
                    break
                current = max(current, 0) + value
                end += following - 1
            elif kind == "quarter":
                scale = self.grammar.parts.get(self.word(end + 3)) if (self.word(end + 1), self.word(end + 2)) == ("of", "a") else None
                if scale is None or scale[0] != "scale":
                    break
                current = (current if current >= 0 else 1) * value
                end += 2
            elif kind in ("hundred", "dozen"):
                current = (current if current >= 0 else 1) * value
            else:
                total += (current if current >= 0 else 1 if total == 0 else 0) * value
                current = -1.0
            end += 1
        if current < 0 and total == 0:
            return None
        while self.word(end - 1) in ("and", "-", "a", "‑"):
            end -= 1
        return end, total + max(current, 0)

    def linked(self, end: int, current: float, total: float) -> bool:
        """True for "-", "and" and "a" inside a number."""
        word, following = self.word(end), self.grammar.parts.get(self.word(end + 1))
        if word in ("-", "‑"):
            return following is not None and self.glued(end)
        if word == "and":
            if self.word(end + 1) == "a" and self.word(end + 2) == "half":
                return self.grammar.parts.get(self.word(end + 3), ("", 0))[0] == "scale"
            return (current >= 100 or (current < 0 and total > 0)) and following is not None and following[0] in ("unit", "tens")
        return word == "a" and self.word(end + 1) == "half" and self.word(end - 1) == "and"

    def grown(self, found: Found) -> Found:
        """The number with its unit, its currency sign, its article and its hedges."""
        sign = self.grammar.signs.get(self.word(found.start - 1))
        if sign and not self.word(found.start - 1).isalpha():
            found.unit, found.attribute = sign
            found.start -= 1
            if self.word(found.start - 1) == "us" and self.glued(found.start):
                found.start -= 1
        first = self.grammar.parts.get(self.word(found.start))
        if first and first[0] in ("hundred", "dozen", "scale", "quarter") and self.word(found.start - 1) == "a":
            found.start -= 1
        self.measure(found)
        for _ in range(2):
            gives = self.hedge_before(found)
            if gives is None:
                break
            found.value = _hedged(found.value, gives)
            found.hedged = True
        for size in (2, 1):
            words = " ".join(self.word(found.end + k) for k in range(size))
            gives = self.grammar.after.get(words)
            if gives is not None and found.value.exact:
                found.value = _hedged(found.value, gives)
                found.end += size
                break
        return found

    def measure(self, found: Found) -> None:
        end = found.end
        if self.word(end) in ("-", "‑") and self.glued(end):
            end += 1
        for size in (3, 2, 1):
            if end + size <= self.size:
                original = self.sentence.words(end, end + size)
                unit = self.grammar.units.get(original) or self.grammar.units.get(original.lower())
                if unit and not (found.unit and found.unit != unit[0]):
                    found.unit, found.attribute = unit
                    found.end = end + size
                    break

    def hedge_before(self, found: Found) -> str | None:
        start = found.start
        if self.word(start - 1) not in self.grammar.last_hedge and self.word(start - 1) not in self.grammar.before:
            return None
        for size in (4, 3, 2, 1):
            if start - size < 0:
                continue
            words = " ".join(self.word(start - size + k) for k in range(size))
            gives = self.grammar.before.get(words)
            if gives is not None and self.word(start - size - 1) in self.grammar.verbs_of.get(words, ()):
                return None  # "handed over 12 hostages"
            if gives is not None:
                found.start -= size
                return gives
        return None

    def chunk(self, found: Found) -> Chunked:
        value = found.value
        words = self.sentence.words(found.start, found.end)
        plain = words.isdigit() and len(words) < 4
        key = (bool(found.unit), value.exact and value.low == 1, value.exact and value.low == 0, found.loose, plain)
        mention = QuantityMention(value, self.sentence.span_of(found.start, found.end), words, found.unit, found.attribute)
        return Chunked(found.start, found.end, self.grammar.symbols[key], mention)


def _whole(number: float) -> Number:
    return int(number) if number == int(number) else round(number, 6)


def _hedged(value: Quantity, gives: str) -> Quantity:
    """A value as its hedge bounds it; a loose number keeps the lower of its bounds only where the hedge says so."""
    low, high = value.low, value.high
    if gives == "exactly":
        return value
    if gives == "about":
        return Quantity(low, high, True, value.vague)
    whole = isinstance(low, int) and low < 100_000
    if gives == "at-least":
        return Quantity(low, None, value.approx, value.vague)
    if gives == "above":
        return Quantity(low + 1 if whole and low is not None else low, None, value.approx, value.vague)
    if gives == "at-most":
        return Quantity(None, high, value.approx, value.vague)
    return Quantity(None, high - 1 if isinstance(high, int) and whole else high, value.approx, value.vague)
