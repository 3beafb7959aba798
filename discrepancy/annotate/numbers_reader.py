"""The grammar of English numbers: how numerals, hedges and units stand together in a sentence.

Takes one sentence and the number words of a rulebook; gives chunks. Figures are read in :mod:`.numbers_figures`, words in
:mod:`.numbers_spelled`; two numbers that are one are joined in :mod:`.numbers_ranges`. Knows nothing of what is counted. Every scan looks a
few units around a number word, so the cost grows with the numbers in a text.
"""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy.annotate.numbers_figures import figures
from discrepancy.annotate.numbers_ranges import Ranges
from discrepancy.annotate.numbers_row import Found, QuantityMention, Row, whole
from discrepancy.annotate.numbers_spelled import in_a_name, in_an_ordinal, lost_sign, spelled
from discrepancy.annotate.numbers_words import Grammar
from discrepancy.annotate.tokens import Chunked, Sentence
from discrepancy.model.values import Quantity, exactly

_MILLION = 1_000_000
_NOUN_BEHIND = 3
"""Words behind *of* in which the noun stands that tells of what a unit is."""


class Reader:
    """One sentence, read from left to right."""

    def __init__(self, sentence: Sentence, grammar: Grammar) -> None:
        self.sentence, self.grammar = sentence, grammar
        self.row = Row(sentence, grammar)
        self.word, self.glued, self.size = self.row.word, self.row.glued, self.row.size

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
        for row in Ranges(self.row).joined(rows):
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
            read = figures(self.row, at, word)
            return self.grown(read) if isinstance(read, Found) else read
        if word in self.grammar.loose_starts:
            return self.loose(at)
        told = spelled(self.row, at)
        if told is None:
            return None
        end, number = told
        if in_a_name(self.row, at, end) or in_an_ordinal(self.row, at, end):
            return None
        return lost_sign(self.row, at, end) or self.grown(Found(at, end, exactly(whole(number))))

    def loose(self, at: int) -> Found | None:
        """The loose number that begins at a unit: "several", "a few hundred"."""
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

    def grown(self, found: Found) -> Found:
        """The number with its unit, its currency sign, its article and its hedges."""
        at = found.start - 1
        before = self.word(at)
        if before == "." and self.glued(at) and self.word(at - 1).isalpha():  # "Rs. 300"
            at -= 1
            before = self.word(at)
        double = f"{self.word(at - 1)}{before}" if at and self.glued(at) and self.glued(at + 1) else ""
        if double in self.grammar.signs:  # "HK$3 million", "$US1 million"
            found.unit, found.attribute = self.grammar.signs[double]
            found.start = at - 1
        elif (sign := self.grammar.signs.get(before)) and not (before.isalpha() and len(before) == 1):
            found.unit, found.attribute = sign
            found.start = at
        first = self.grammar.parts.get(self.word(found.start))
        if first and first[0] in ("hundred", "dozen", "scale", "quarter") and self.word(found.start - 1) == "a":
            found.start -= 1
        self.measure(found)
        for _ in range(2):
            gives = self.hedge_before(found)
            if gives is None:
                break
            found.value = _hedged(found.value, gives, not found.unit)
            found.hedged = True
        for size in (2, 1):
            words = " ".join(self.word(found.end + k) for k in range(size))
            gives = self.grammar.after.get(words)
            if gives is not None and found.value.exact:
                found.value = _hedged(found.value, gives, not found.unit)
                found.end += size
                break
        return found

    def measure(self, found: Found) -> None:
        """Takes the unit behind a number: "12 miles", "20-year"."""
        end = found.end
        if self.word(end) in ("-", "‑") and self.glued(end):
            end += 1
        hyphened = end > found.end
        for size in (3, 2, 1):
            if end + size <= self.size:
                original = self.sentence.words(end, end + size)
                unit = self.grammar.units.get(original) or self.grammar.units.get(original.lower())
                if unit is None and hyphened and self.millions(found.end - 1):
                    unit = self.grammar.units.get(f"{original.lower()}s")  # "a 2.6-million-pound project"
                if unit and not (found.unit and found.unit != unit[0]):
                    found.unit, found.attribute = self.unit_of(original.lower(), end + size) or unit
                    found.end = end + size
                    break

    def unit_of(self, word: str, end: int) -> tuple[str, str] | None:
        """The unit that a word is by what stands behind *of*: "155 pounds of high explosives"; None for one that is what it always is."""
        other = self.grammar.units_of.get(word)
        if other is None or self.word(end) != "of":
            return None
        return other[:2] if any(self.word(at) in other[2] for at in range(end + 1, end + 1 + _NOUN_BEHIND)) else None

    def millions(self, unit: int) -> bool:
        """True for "million" and the like, behind which a hyphen brings a currency in the singular."""
        part = self.grammar.parts.get(self.word(unit))
        return part is not None and part[0] == "scale" and part[1] >= _MILLION

    def hedge_before(self, found: Found) -> str | None:
        """What the hedge right before a number gives, which is taken; None where none stands there."""
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
        """The number as a chunk, with the symbol by which patterns ask for it."""
        value = found.value
        words = self.sentence.words(found.start, found.end)
        plain = words.isdigit() and len(words) < 4
        key = (bool(found.unit), value.exact and value.low == 1, value.exact and value.low == 0, found.loose, plain)
        mention = QuantityMention(value, self.sentence.span_of(found.start, found.end), words, found.unit, found.attribute)
        return Chunked(found.start, found.end, self.grammar.symbols[key], mention)


def _hedged(value: Quantity, gives: str, counted: bool) -> Quantity:
    """A value as its hedge bounds it; a loose number keeps the lower of its bounds only where the hedge says so. What is ``counted`` comes
    in ones, so that more than two of them are three; more than two miles may be two and a half."""
    low, high = value.low, value.high
    if gives == "exactly":
        return value
    if gives == "about":
        return Quantity(low, high, True, value.vague)
    whole = counted and isinstance(low, int) and low < 100_000
    if gives == "at-least":
        return Quantity(low, None, value.approx, value.vague)
    if gives == "above":
        return Quantity(low + 1 if whole and low is not None else low, None, value.approx, value.vague)
    if gives == "at-most":
        return Quantity(None, high, value.approx, value.vague)
    return Quantity(None, high - 1 if counted and isinstance(high, int) and whole else high, value.approx, value.vague)
