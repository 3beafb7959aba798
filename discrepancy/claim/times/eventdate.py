"""Which expression of time dates which event.

Takes a sentence, the unit of the word that names an event, and the article's resolved times; gives one of the times
with the reason, or None where the sentence dates it by none. A time belongs to the clause it stands in; a time
beside a verb of saying dates the saying ("on January 28 the ministry announced that …"). :func:`dates_at` answers
for a whole text, where an event told again without a day takes the day it was told with.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from discrepancy.annotate.times.meaning import meanings
from discrepancy.annotate.tokens import Sentence
from discrepancy.claim.times.anchors import akin
from discrepancy.claim.times.resolved import ResolvedTime
from discrepancy.claim.times.timexes import read
from discrepancy.model.values import When
from discrepancy.rulebook.schema import Rulebook


@dataclass(frozen=True, slots=True)
class Chosen:
    """The time that dates an event, and why it and no other."""

    time: ResolvedTime
    why: str


@dataclass(frozen=True, slots=True)
class _Words:
    """Words that part clauses, verbs of saying, and the end of an aside that a participle begins, as regular expressions."""

    part: re.Pattern[str]
    say: re.Pattern[str]
    aside: re.Pattern[str]


def date_of(sentence: Sentence, unit: int, times: Sequence[ResolvedTime], rules: Rulebook) -> Chosen | None:
    """The time that dates the event whose word is unit ``unit`` of ``sentence``; ``times`` may be those of the
    whole article.
    """
    here = [time for time in times if time.sentence == sentence.index and _dates(time)]
    if not here:
        return None
    words = _words(rules)
    start, end = sentence.starts[unit], sentence.ends[unit]
    saying = words.say.fullmatch(sentence.text[start:end]) is not None
    ranked = sorted((_cost(sentence, start, end, time, words, saying), index) for index, time in enumerate(here))
    cost, index = ranked[0]
    if cost >= _FAR:
        return None
    return Chosen(here[index], "in its clause" if cost < _CLAUSE else "the nearest day of its sentence")


_FAR, _CLAUSE, _SHARED, _BESIDE, _DIRECTLY = 1000.0, 100.0, 25.0, 5.0, 0.7
"""Costs: no tie at all, one clause further, a coarse time that still shares a clause, a day beside a verb of
saying, a coarse one.
"""
_TOLD, _OWNED = 16, 30
"""Characters between a verb of saying and its own day; between "Monday's" and the event it dates."""
_LEADING = re.compile(r"\s(?:since|until|before|after)\s(?:the\s)?\Z", re.I)
_POSSESSIVE = re.compile(r"[’']\s?s\b|[’'](?=\s)")
_TO_SAY = re.compile(r"\s(?:that|it|he|she|they|the|its|a|an)\b", re.I)


def _dates(time: ResolvedTime) -> bool:
    return time.when is not None and time.when.first is not None and time.type in ("DATE", "TIME")


def _cost(sentence: Sentence, start: int, end: int, time: ResolvedTime, words: _Words, saying: bool) -> float:
    """How far a time stands from an event: characters between, and a clause for every word that parts clauses.

    A saying is dated only by a day right beside it; a year or a month only dates what shares its clause.
    """
    if time.span.end <= start:
        between, before = sentence.text[time.span.end : start], True
        if between.startswith(",") and words.aside.search(sentence.text[sentence.span.start : time.span.start]):
            return _FAR  # "the plant, begun two years ago, was closed"
    else:
        between, before = sentence.text[end : time.span.start], False
        between = _LEADING.sub("", between)  # "has been closed since 2004" is one clause
    cost = len(between) / 10 + (_CLAUSE * len(words.part.findall(between)))
    loose = _wide(time.when)
    if loose and (_of_a_name(sentence, time) or (saying and cost >= _DIRECTLY)):
        return _FAR
    if cost >= (_BESIDE if saying else _SHARED if loose else _FAR):
        return _FAR
    if _POSSESSIVE.match(sentence.text, time.span.end) and not (before and len(between) < _OWNED):
        return _FAR  # "this year's congress" dates the congress
    if saying:
        return cost
    said = [found.end() for found in words.say.finditer(between)]
    told = words.say.search(sentence.text[max(sentence.span.start, time.span.start - _TOLD) : time.span.start])
    # "announced on Monday that three were killed": Monday dates the announcement
    return _FAR if (before and said) or (told is not None and (not before or _TO_SAY.match(between) is not None)) else cost


def _wide(when: When | None) -> bool:
    """A stretch of more than a week."""
    return when is None or when.first is None or when.last is None or (when.last - when.first).days > 7


def _of_a_name(sentence: Sentence, time: ResolvedTime) -> bool:
    """Whether a bare year belongs to a name ("the World Congress 2010")."""
    before = sentence.text[max(sentence.span.start, time.span.start - 20) : time.span.start]
    return time.timex.expression.unit == "year" and re.search(r"[A-Z]\w+\s$", before) is not None


def dates_at(text: str, dct: str | None, spans: Sequence[tuple[int, int]], rules: Rulebook) -> list[str | None]:
    """The day of the event at each span of a text written on ``dct``, as an ISO day, month or year; None where
    nobody can tell.

    >>> from discrepancy.rulebook import rulebook
    >>> dates_at("The bridge fell on Monday.", "2024-01-18", [(11, 15)], rulebook())
    ['2024-01-15']

    """
    _, sentences, times = read(text, dct, rules, by_line=True)
    starts = [sentence.span.start for sentence in sentences]
    told: list[_Told] = []
    for start, end in spans:
        at = max(0, bisect_right(starts, start) - 1)
        chosen = None
        if sentences:
            unit = next((u for u, e in enumerate(sentences[at].ends) if e > start), None)
            chosen = date_of(sentences[at], unit, times, rules) if unit is not None else None
        told.append(_Told(text[start:end].lower(), at, chosen.time if chosen else None))
    words = _words(rules)
    told = [one if one.time or words.say.fullmatch(one.name) else replace(one, time=_again(one, told)) for one in told]
    told = [one if one.time or words.say.fullmatch(one.name) else replace(one, time=_going_on(one, told, dct)) for one in told]
    told = [one if one.time or one.sentence else replace(one, time=_below(told)) for one in told]
    return [_shown(one.time, dct) for one in told]


@dataclass(frozen=True, slots=True)
class _Told:
    """An event's last words in lower case, the index of its sentence, and the time that dates it."""

    name: str
    sentence: int
    time: ResolvedTime | None


def _again(one: _Told, told: Sequence[_Told]) -> ResolvedTime | None:
    """The day that another mention of the same event was told with, when all such mentions agree."""
    return _agreed(other.time for other in told if akin(_last(one.name), _last(other.name)))


def _going_on(one: _Told, told: Sequence[_Told], dct: str | None) -> ResolvedTime | None:
    """The one day that the sentence before was told with: a story goes on in its day until another is named."""
    before = [other.time for other in told if other.sentence == one.sentence - 1]
    return _agreed(time for time in before if time is not None and time.timeml != dct)


def _below(told: Sequence[_Told]) -> ResolvedTime | None:
    """What a headline tells without a day has the day of the first event below it."""
    first = next((other for other in told if other.sentence), None)
    return _agreed([first.time]) if first is not None and first.time is not None else None


def _last(name: str) -> str:
    return name.split()[-1] if name.split() else ""


def _agreed(times: Iterable[ResolvedTime | None]) -> ResolvedTime | None:
    days = {time.when: time for time in times if time is not None and not _wide(time.when)}
    return next(iter(days.values())) if len(days) == 1 else None


def _shown(time: ResolvedTime | None, dct: str | None) -> str | None:
    """An ISO day, month or year, as finely as the text has it; a week goes out as its month."""
    when = time.when if time is not None else None
    if time is None or when is None or when.first is None:
        return dct
    if when.precision in ("week", "weekend", "quarter", "half", "season"):
        return f"{when.first:%Y-%m}"
    if time.timex.expression.shape == "range" and time.timex.expression.unit in ("year", "month"):
        return f"{when.first.year:04}" if time.timex.expression.unit == "year" else f"{when.first:%Y-%m}"
    found = re.match(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?![\dX])", time.timeml)
    return found[0] if found else when.first.isoformat()


@cache
def _words(rules: Rulebook) -> _Words:
    policy = meanings(rules).policy
    begun = "|".join(map(re.escape, policy.participles)) or r"(?!)"
    aside = re.compile(rf",\s(?:[a-z]{{2,}}(?:ed|en)|{begun})\b[^,;:]*\Z")
    return _Words(_any(policy.parting), _any(policy.saying), aside)


def _any(words: Sequence[str]) -> re.Pattern[str]:
    choice = "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
    return re.compile(rf"(?<!\w)(?:{choice})(?!\w)", re.I)
