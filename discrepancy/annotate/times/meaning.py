"""What words of time mean: the tables of ``rules/times`` as readers ask them.

Takes a rulebook; gives lookups. Knows nothing of sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from discrepancy.model.values import Quantity, exactly
from discrepancy.rulebook.kinds.places import StreetWord
from discrepancy.rulebook.kinds.times import TimePolicy, TimeWords
from discrepancy.rulebook.schema import Rulebook

_WORD = re.compile(r"\d+(?:,\d{3})+|\d+(?:\.\d+)?|[^\W\d_]+(?:[’'.][^\W\d_]+)*\.?")
_HALVES = re.compile(r"\b(?:and|one)[ -](?:a|one)?[ -]?half\b|½|\b1/2\b", re.I)
_SPAN = re.compile(r"(?<=\d)\s?[-–]\s?(?=\d)")
_PAST_VERB = re.compile(r"\s[a-z]{2,}ed\b")
_CLAUSE_ENDS = re.compile(r"[,;:\"”“]|\s(?:and|but|or)\b")
_DONE_THEN = re.compile(r"(?<!\w)(?!(?:be|been|being)\s)[a-z]+\s[a-z]{2,}ed(?:\s(?:on|late|early))?\s*\Z", re.I)
_HAD_BEEN = re.compile(r"\bhad (?:previously |originally )?been\s*\Z")
_DONE_INSIDE = re.compile(r"\b(?:that|which|who|where|when|why|how|whether|after|because)\s(?:[^\s,;]+\s){0,6}?[a-z]{2,}ed\b")
_NOT_UNTIL = re.compile(r"\b(?:did|was|were|had|could)(?:\snot|n't)\b[^,;]*\Z")
_NO_PLAN = re.compile(r"(?:\b(?:did|not|to|failed|could)|n't)\s\Z")
_TO_BE = re.compile(r"\b(?:be|been|being|get)\s[a-z]+")
_FIRST_WORDS = re.compile(r"\s*(?:[Bb]ut|[Aa]nd)?\s*(?:(?:[Oo]n|[Bb]y|[Ll]ate|[Ee]arly|[Ll]ater)\s)*")
_FIRST_CLAUSE = re.compile(r",?(?:\s[^\s,;:.\"”“]+){1,8}")
_FIRST_PLAN = re.compile(r"\s(?:will|(?:is|are)\s(?:to|due|set|expected|scheduled|planning))\s")
_BESIDE = 24
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Lead:
    """Words before an expression that belong to it, and what they do (a TIMEX3 mod)."""

    regex: re.Pattern[str]
    mods: dict[str, str]


class Meanings:
    """The tables of one rulebook."""

    def __init__(self, rules: Rulebook) -> None:
        self._tables: dict[str, dict[str, str]] = {}
        for rule in rules.of(TimeWords):
            table = {_plain(word): value for word, value in rule.means.items()}
            self._tables[rule.id.removeprefix("time.")] = table
        self.policy = rules.of(TimePolicy)[0]
        self.bounds = _lead(self.policy.bounds)
        self.stretches = _lead(self.policy.stretches)
        self.labels = re.compile(rf"(?:[$€£¥#№]|(?<!\w)(?:{_choice(self.policy.labels)}))\s?\Z", re.I)
        self.counted = re.compile(rf"\s(?:{_choice(self.policy.counted)})(?!\w)", re.I)
        self.numbered = re.compile(rf"[\s-](?:{_choice(self.policy.numbered)})(?!\w)", re.I)
        self.makes = re.compile(rf"(?:\s[a-z-]+){{0,2}}\s(?:{_choice(self.policy.makes)})(?!\w)")
        self.streets = re.compile(rf"(?:\s[A-Z][\w.]*){{1,3}}\s(?:{_choice([*_streets(rules), 'block'])})(?!\w)")
        self.year_leads = re.compile(rf"(?<!\w)(?:{_choice(self.policy.year_leads)})[\s-]+\Z", re.I)
        self.clock_leads = re.compile(rf"(?<!\w)(?:{_choice(self.policy.clock_leads)})\s*\Z", re.I)
        self.days_on = re.compile(rf"\s(?:\(\d{{4}}\s?[A-Z]{{3,4}}\b|(?:{_choice(self.policy.days_on)})(?!\w))", re.I)
        self.behind = re.compile(rf"(?<![\w-])(?:{_choice(self.policy.behind)})(?:\s(?:on|in))?\s*\Z", re.I)
        self.lasts = re.compile(rf"\bfor(?: (?:{_choice(self.policy.bounds)}))?\s*\Z", re.I)
        # as written: "May" is a month, "may" looks ahead
        self._outlives = re.compile(rf"\s(?:to\s)?(?:{_choice(self.policy.outlives)})(?!\w)", re.I)
        self._ahead, self._told = _any_of(self.policy.ahead, 0), _any_of(self.policy.told, re.I)
        self._coming = re.compile(rf"(?<![\w-])(?:{_choice(self.policy.coming)})(?:\s(?:on|in|at))?\s*\Z")

    def of(self, table: str, words: str) -> str | None:
        """What ``words`` mean in a table, or None."""
        known = self._tables[table]
        plain = _plain(words)
        found = known.get(plain)
        return found if found is not None else known.get(plain.rstrip("."))

    def first(self, words: str, *tables: str) -> str | None:
        """The meaning in the first table that knows the words."""
        return next((found for table in tables if (found := self.of(table, words)) is not None), None)

    def within(self, table: str, words: str) -> str | None:
        """The meaning of the first of several words that a table knows."""
        return next((found for word in _WORD.findall(words) if (found := self.of(table, word)) is not None), None)

    def vague(self, word: str) -> Quantity | None:
        """The bounds of a loose number ("several", or the plural "days" alone), or None."""
        bounds = self.policy.vague.get(word)
        if bounds is None:
            return None
        low, *rest = map(int, bounds.split())
        return Quantity(low, rest[0] if rest else None, vague=True)

    def ahead(self, before: str, after: str) -> bool:
        """Whether the words of a clause speak of what is to come ("will meet on Monday", "opens Monday", "On Monday
        it will"), and none beside the day of what was.
        """
        opening = self._coming.search(before)
        if opening is not None and not _NO_PLAN.search(before[: opening.start()]):
            return True
        if _FIRST_WORDS.fullmatch(before) and self._first(after):
            return True
        after = after[:_BESIDE]
        cues = list(self._ahead.finditer(before))
        if not cues or any(found.start() >= cues[-1].end() for found in self._told.finditer(_TO_BE.sub(" ", before))):
            return False
        if cues[-1].group() == "until" and _NOT_UNTIL.search(before[: cues[-1].start()]):
            return False
        if (
            self._outlives.match(before[cues[-1].end() :])
            or _DONE_INSIDE.search(before[cues[-1].end() :])
            or _DONE_THEN.search(before[cues[-1].end() :])
            or _HAD_BEEN.search(before[: cues[-1].start()])
        ):
            return False  # "is expected to recover after a crash on Friday"; "after the market closed on Friday"; "had been due on Friday"
        after = _CLAUSE_ENDS.split(after, maxsplit=1)[0]
        return not (self._told.search(after) or _PAST_VERB.match(after))

    def _first(self, after: str) -> bool:
        """Whether a clause that begins with its day looks ahead: "On Monday, the judges will rule"."""
        words = _FIRST_CLAUSE.match(after)
        cue = _FIRST_PLAN.search(words.group()) if words else None
        before = words.group()[: cue.start()] if words and cue else ""
        return cue is not None and not self._told.search(before) and not _PAST_VERB.search(before)

    def count(self, words: str) -> Quantity | None:
        """How many: figures, words in a row, "half a", "two or three", or a loose number; None when nothing is
        understood.

        >>> from discrepancy.rulebook import rulebook
        >>> meanings(rulebook()).count("twenty-five").low
        25

        """
        half = bool(_HALVES.search(words))
        total, current, seen, options = 0.0, 0.0, False, list[float]()
        for word in _WORD.findall(_SPAN.sub(" to ", _HALVES.sub(" ", words)))[:12]:
            lower = word.lower()
            if lower in ("or", "to"):
                options.append(total + current)
                total, current, seen = 0.0, 0.0, False
                continue
            loose = self.of("count.vague", lower)
            if loose is not None:
                return self.vague(loose)
            number = _figures(word)
            if number is None:
                known = "1" if lower in ("a", "an") else self.of("count.word", lower)
                if known is None:
                    continue
                number = float(known)
            if number in (100, 1000) and seen and not word[0].isdigit():
                current = (current or 1) * number
                if number == 1000:
                    total, current = total + current, 0.0
            elif number == 0.5 and not seen:
                return exactly(0.5)
            elif lower in ("a", "an") and seen:
                continue
            else:
                current = current + number
            seen = True
        if not seen and not options:
            return exactly(0.5) if half else None
        value = total + current + (0.5 if half else 0)
        if value > _LARGEST:
            return None
        if options:
            ends = sorted((options[0], value))
            return Quantity(_whole(ends[0]), _whole(ends[1]))
        return exactly(_whole(value))


def _figures(word: str) -> float | None:
    if not word[0].isdigit() or len(word) > 9 or not word.isascii():
        return None
    return float(word.replace(",", ""))


def _whole(number: float) -> int | float:
    return int(number) if number == int(number) else number


def _plain(words: str) -> str:
    return words.lower().replace("’", "'")


def _choice(words: Iterable[str]) -> str:
    """Words as arms of a regular expression, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


def _streets(rules: Rulebook) -> list[str]:
    """What streets are called, as a name writes it; and the block of one."""
    return [*(word.capitalize() for street in rules.of(StreetWord) for word in (street.name, *street.short)), "block"]


def _any_of(words: Iterable[str], flags: int) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_choice(words)})(?![\w-])", flags)


def _lead(table: Iterable[str] | dict[str, str]) -> Lead:
    mods = dict(table) if isinstance(table, dict) else {}
    words = "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in sorted(mods, key=lambda w: (-len(w), w)))
    return Lead(re.compile(rf"(?<![\w-])(?:{words})[\s-]{{1,3}}\Z", re.I), mods)


@cache
def meanings(rules: Rulebook) -> Meanings:
    """The tables of a rulebook, made once."""
    return Meanings(rules)
