"""Passages of an article that tell of another event than its main one: "in another shooting", "two weeks ago a driver was killed".

Takes the sentences of an article, the facts told in them and its times; gives the sentences and facts that tell of other events. Such a
passage begins with a sentence that says so, below the lead and behind what befell people in the main event, and ends with its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from discrepancy.annotate.tokens import Sentence
from discrepancy.claim.facts.read import SKIPPED, Fact
from discrepancy.model.claims import VICTIMS
from discrepancy.model.text import Span
from discrepancy.rulebook.kinds.facts import MainEventPolicy

Stretch = tuple[Span, date, date]
"""Where a time stands, its first and its last day."""
_NEAR = timedelta(days=5)
"""How far before the first time that the top tells another of its times may lie and be the main event's, too."""
_NIGHT = timedelta(days=1)
"""From the first to the last day of what happened in one night."""
_WEEK = timedelta(days=8)
"""Back to when an event is news where its article names no day; and how far a day has to lie back that is told of a part of a sentence."""
_BEHIND = 4
"""Characters between a fact and a time that dates it."""
_CLAUSE = 60
"""Characters behind a fact within which the time stands that dates it, before the next fact."""
_LEAD = 2
"""Sentences of the top, which tell of the main event."""
_TOP = 4
"""Those in which a time ago would be the main event's own."""
ADJECTIVES = r"(?: (?!of |in |at |from |after |during |who |was |and )[\w-]+){0,2}"
"""Up to two adjectives before a noun for what happened."""
_NAME = re.compile(r",? (?:in|at|near|outside|of) (?:the )?((?:[A-Z][\w'’-]+ ?)+)")
"""A place by its name right behind such a noun."""
_RANK = r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)"


@dataclass(frozen=True, slots=True)
class Days:
    """The times that an article names, in order, with the days they mean; and the day it came out."""

    told: tuple[Stretch, ...] = ()
    published: date | None = None

    def begun(self, tops: Sequence[Sequence[Span]]) -> date | None:
        """The first day of the main event, as the first stretch of text that names one tells it: of its times the first, and those shortly
        before it; where none does, it is news of the week."""
        for top in tops:
            told = [first for span, first, last in self.told if last - first <= _NIGHT and any(span.overlaps(s) for s in top)]
            near = [first for first in told if first >= told[0] - _NEAR]
            if near:
                return min(near)
        return self.published - _WEEK if self.published is not None else None

    def all_before(self, begun: date, span: Span) -> bool:
        """Whether a stretch of text names days, and only such as lie before one."""
        own = [last for at, _, last in self.told if at.overlaps(span)]
        return bool(own) and all(last < begun for last in own)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What an article tells of other events: the numbers of whole ``sentences``, and single ``facts`` of others."""

    sentences: frozenset[int]
    facts: tuple[Fact, ...]

    def tells(self, fact: Fact) -> bool:
        """Whether a fact is one of another event."""
        return fact.sentence in self.sentences or fact in self.facts


def elsewhere(
    sentences: Sequence[Sentence],
    facts: Sequence[Fact],
    headline: Sequence[Fact],
    title: str,
    days: Days,
    back: frozenset[int],
    limits: MainEventPolicy,
) -> Elsewhere:
    """What is told of other events than the main one; ``back`` are the sentences that come back to that."""
    harm: dict[int, list[Fact]] = {}
    for fact in filter(_harm, facts):
        harm.setdefault(fact.sentence, []).append(fact)
    body = [s for s in sentences if s.block not in SKIPPED and s.block != "headline"]
    printed = [s.words(0, len(s.values)) for s in body]
    words = [w.lower() for w in printed]
    signs = _signs(limits.another, limits.happenings, limits.ago, limits.series, limits.likened)
    top = " \n ".join([title.lower(), *words[:_TOP]])
    summed = any(phrase in top for phrase in limits.roundup)
    begun = None if summed or _any_word(limits.aftermath).search(top) else _begun(body, harm, days)
    found: set[int] = set()
    paragraph, told = -1, any(map(_harm, headline))
    deadly = any(fact.attribute == "killed" for fact in headline)
    for number, sentence in enumerate(body):
        own = harm.get(sentence.index, [])
        if told and not deadly and _only_dead(own) and signs.ago.search(words[number]):
            above = " \n ".join([title.lower(), *words[:number]])
            if signs.ago.search(above) is None and _any_word(limits.aftermath).search(above) is None:
                found.add(sentence.index)  # "four were shot at a wake for a man killed last week"
        deadly |= any(fact.attribute == "killed" for fact in own)
        if told and number >= _LEAD:
            ago = _new(own) and signs.ago.search(words[number]) is not None and signs.ago.search(top) is None
            earlier = begun is not None and bool(own) and days.all_before(begun, sentence.span)
            earlier = earlier and sentence.index not in back and not signs.known.search(words[number])
            alike = _new(own) and signs.likened.search(words[number]) is not None
            above = " ".join([title.lower(), *words[: min(number, _TOP)]])
            away = _new(own) and any(other_place(printed[number][m.end() :], above) for m in signs.happening.finditer(words[number]))
            if ago or earlier or away or alike or sentence.paragraph == paragraph or signs.another.search(words[number]):
                found.add(sentence.index)
                paragraph = sentence.paragraph
        told = told or sentence.index in harm
    before = [
        fact for some in harm.values() for fact in some if begun is not None and fact.sentence not in back and _then(fact, days, begun)
    ]
    for sentence in body:
        own = harm.get(sentence.index, [])
        before += [*_apart_in_time(sentence, own, signs), *(() if summed else _dated_before(sentence, own, days))]
    return Elsewhere(frozenset(found), tuple(before))


def other_place(behind: str, top: str) -> bool:
    """Whether the words right behind a noun for what happened name a place of which the ``top``, in small letters, does not speak: "the
    shooting in Dunmore"."""
    name = _NAME.match(behind)
    return name is not None and not any(word.lower().rstrip("'’s") in top for word in name[1].split())


def _harm(fact: Fact) -> bool:
    return fact.happened and fact.attribute in VICTIMS


def _only_dead(facts: Sequence[Fact]) -> bool:
    """Whether facts tell of deaths alone, of people whom the reader does not know."""
    return _new(facts) and all(fact.attribute == "killed" for fact in facts)


def _dated_before(sentence: Sentence, harm: Sequence[Fact], days: Days) -> list[Fact]:
    """The facts of a sentence that it dates days before others of it: "a woman who was killed on Sunday and a boy who died last week"."""
    dated: list[tuple[Fact, date, date]] = []
    for number, fact in enumerate(harm):
        end = harm[number + 1].people.start if number + 1 < len(harm) else fact.span.end + _CLAUSE
        end = min(end, sentence.span.end)
        behind = [(a, b) for span, a, b in days.told if 0 <= span.start - fact.span.end <= _CLAUSE and span.start < end]
        if behind and fact.groups and not any(g.pronoun for g in fact.groups):
            dated.append((fact, *behind[0]))
    latest = max((first for _, first, last in dated if last - first <= _NEAR), default=None)
    return [fact for fact, _, last in dated if latest is not None and last < latest - _NIGHT]


def _apart_in_time(sentence: Sentence, harm: Sequence[Fact], signs: _Signs) -> list[Fact]:
    """The facts of a sentence that tells of strangers hours or days from whom it told of first: "a man was wounded, hours after two people
    were killed"."""
    apart = signs.apart.search(sentence.text, sentence.span.start, sentence.span.end)
    if apart is None or not any(fact.people.start < apart.start() and not fact.loose for fact in harm):
        return []
    return [fact for fact in harm if fact.people.start >= apart.end() and _new([fact])]


def _begun(body: Sequence[Sentence], harm: Mapping[int, list[Fact]], days: Days) -> date | None:
    """The first day of the main event; None where the first that is told of lies back: "a student who shot three people last month left a
    note, police said on Friday"."""
    begun = days.begun([[s.span for s in body[:end] if s.index in harm] for end in (_LEAD, _TOP)])
    first = next((fact for s in body for fact in harm.get(s.index, [])), None)
    own = begun is not None and first is not None and _then(first, days, begun)
    return None if own else begun


def _then(fact: Fact, days: Days, begun: date) -> bool:
    """Whether the words right behind a fact date it before the main event: "a friend who was killed last month"."""
    behind = [last for span, _, last in days.told if 0 <= span.start - fact.span.end <= _BEHIND]
    return bool(behind) and behind[0] < begun - _WEEK


def _new(facts: Sequence[Fact]) -> bool:
    """Whether all people of some facts are brought in: "a driver", "two men", and not "the victim" or a name."""
    groups = [group for fact in facts for group in fact.groups]
    return bool(groups) and all(g.counted and not (g.definite or g.pronoun or g.name or g.partial or g.additional) for g in groups)


@dataclass(frozen=True, slots=True)
class _Signs:
    """Words by which a sentence tells of another event, of a time ago, of an event that the reader knows, or of two times."""

    another: re.Pattern[str]
    ago: re.Pattern[str]
    known: re.Pattern[str]
    happening: re.Pattern[str]
    likened: re.Pattern[str]
    apart: re.Pattern[str]


@cache
def _signs(
    another: tuple[str, ...], happenings: tuple[str, ...], ago: tuple[str, ...], series: tuple[str, ...], likened: tuple[str, ...]
) -> _Signs:
    noun = rf"{ADJECTIVES} (?:{_any(happenings)})"
    other = rf"\b(?:{_any(another)}){noun}s?\b"
    ranked = rf"\b(?:{_RANK}){noun}\b.*\b(?:{_any(series)})\b"
    apart = re.compile(r"\b(?:hours|days|weeks|months|(?:an?|one|two|three|four|five|six) (?:hour|day|week|month)s?) (?:after|before)\b")
    return _Signs(
        re.compile(f"{other}|{ranked}"),
        _any_word(ago),
        re.compile(rf"\bthe{noun}\b"),
        re.compile(rf"\b(?:{_any(happenings)})s?\b"),
        re.compile(rf"\b(?:the|this){noun} (?:{_any(likened)})\b"),
        apart,
    )


@cache
def _any_word(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(phrases)})\b")


def _any(phrases: Sequence[str]) -> str:
    return "|".join(map(re.escape, phrases)) or r"(?!)"
