"""Where a text names another outlet as its source: "according to the newspaper Harbour Post", "the Harbour Post first reported".

Takes documents; gives marks, each with the outlet, its words and the clause they stand in. The words are in
``rules/link/citations.yaml``; names are compared without *the* and nouns such as *newspaper*. What is told in that clause is not known
here (:mod:`.citations`), nor whether the outlet really said so.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.annotate.places import Gazetteer, gazetteer
from discrepancy.model.text import Document, Span
from discrepancy.rulebook.kinds.origins import Citation
from discrepancy.rulebook.kinds.pages import Outlet
from discrepancy.rulebook.kinds.speech import SpeakerWords
from discrepancy.rulebook.schema import Rule, Rulebook

_WORD = r"[A-Z][\w’'&-]*(?:\.\w[\w-]*)*"
_NAME = rf"{_WORD}(?:\s(?:(?:of|for|the|and|&|de|du|la|al)\s)?{_WORD})*"
_BEHIND = re.compile(rf"(?:[Tt]he\s+)?(?P<name>{_NAME}|[a-z][\w-]*(?:\.[a-z]{{2,}})?)")
"""A name behind words of citation; in small letters it is one word, as "dpa" and "harbourpost.example" are."""
_CAPITAL = re.compile(r"([A-Z][\w-]+)\s+")
_WEEKDAY = re.compile(rf"(?:\s(?:on\s)?(?:{'|'.join(calendar.day_name)}))+$")
_BREAK = re.compile(r"[.!?][\"”’)]*\s|\n|;\s|,\s(?:while|whereas|but)\s")
_REACH = 600
"""Characters to each side in which the clause of a citation ends."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A citation in a text: what it covers, whom it names (as compared and as shown), and where its words and the name in them stand.
    One that speaks of the ``whole`` article covers all of it."""

    span: Span
    outlet: str
    shown: str
    words: Span
    name: Span
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Cues:
    """The rules as patterns: the words of each rule, for a text in small letters, where they are found in a third of the time; the
    ``nouns`` for a medium, one as it stands in a text (``medium``) and names ``beside`` one; ``sorts`` that may stand before it; what a
    sentence must name to speak of the figure before it. ``outlets`` are first names by every other, ``endings`` nouns that a name may
    lack, ``nobody`` words that are no name."""

    words: tuple[tuple[Citation, re.Pattern[str]], ...]
    nouns: str
    medium: re.Pattern[str]
    beside: re.Pattern[str]
    sorts: re.Pattern[str]
    about: re.Pattern[str]
    outlets: Mapping[str, str]
    endings: frozenset[str]
    nobody: frozenset[str]
    places: Gazetteer

    def folded(self, name: str) -> str:
        """An outlet's name for comparison: its first name in the rules where they know it, without *the* and nouns for a medium."""
        bare = _plain(name, self.endings)
        return self.outlets.get(bare, bare)


def media(documents: Sequence[Document], cues: Cues) -> set[str]:
    """Names that stand beside a noun for a medium, in any of the texts."""
    found = (match["one"] or match["two"] for document in documents for match in cues.beside.finditer(document.text))
    return {cues.folded(_WEEKDAY.sub("", name)) for name in found}


def marks(document: Document, known: frozenset[str], cues: Cues) -> list[Mark]:
    """The citations of a text, in its order. ``known`` are the outlets one may name without being called one."""
    small = _small(document.text)
    found = [mark for rule, words in cues.words for mark in _of_rule(rule, words.finditer(small), document.text, known, cues)]
    return sorted(found, key=lambda mark: (mark.words.start, mark.words.end))


def around(text: str, words: Span) -> Span:
    """The clause around some words: between full stops, semicolons and ", while"."""
    floor = max(0, words.start - _REACH)
    before = [stop.end() for stop in _BREAK.finditer(text, floor, words.start)]
    after = _BREAK.search(text, words.end, words.end + _REACH)
    return Span(before[-1] if before else floor, after.start() if after else min(len(text), words.end + _REACH))


def _small(text: str) -> str:
    """A text in small letters, with every place where it was: İ alone would be two characters."""
    return text.replace("İ", "I").lower()


def _of_rule(rule: Citation, said: Iterator[re.Match[str]], text: str, known: frozenset[str], cues: Cues) -> Iterator[Mark]:
    for span, name, called in (_names_before if rule.form == "after" else _names_behind)(rule, said, text, cues):
        outlet = _outlet(name.of(text), rule.any_name or called, known, cues)
        if outlet:
            yield Mark(around(text, span), outlet, _WEEKDAY.sub("", name.of(text)), span, name, rule.form == "whole")


def _names_behind(_: Citation, said: Iterator[re.Match[str]], text: str, cues: Cues) -> Iterator[tuple[Span, Span, bool]]:
    """The words of citation with the name behind them, that name, and whether a noun for a medium calls it one: "according to the German
    newspaper Elbkurier"."""
    for match in said:
        plain = _past(cues.sorts, text, match.end())
        nation = _CAPITAL.match(text, plain)
        called = _past(cues.sorts, text, nation.end()) if nation is not None and cues.places.nation(nation[1]) else plain
        medium = cues.medium.match(text, called)
        name = (_BEHIND.match(text, medium.end()) if medium is not None else None) or _BEHIND.match(text, plain)
        if name is not None:
            proven = medium is not None and name.start() >= medium.end()
            yield Span(match.start(), name.end()), Span(*name.span("name")), proven


def _names_before(rule: Citation, said: Iterator[re.Match[str]], text: str, cues: Cues) -> Iterator[tuple[Span, Span, bool]]:
    """The same of a name before the words. A pattern that begins with a name tries every name of a text, so the words are sought first."""
    if next(said, None) is not None:
        for match in _before(rule.phrases, cues.nouns).finditer(text):
            yield Span(*match.span()), Span(*match.span("name")), match["called"] is not None


@cache
def _before(phrases: tuple[str, ...], nouns: str) -> re.Pattern[str]:
    name = rf"(?:\b[Tt]he\s+)?(?P<called>(?:{nouns})\s+)?\b(?P<name>{_NAME})(?:\s+(?:{nouns}))?"
    return re.compile(rf"{name}(?:,[^,.;\n]{{0,60}},)?\s+(?:had\s+|has\s+)?(?:{_either(phrases)})\b")


def _past(words: re.Pattern[str], text: str, at: int) -> int:
    """Where the text goes on behind up to three such words."""
    for _ in range(3):
        match = words.match(text, at)
        at = match.end() if match is not None else at
    return at


def _outlet(name: str, proven: bool, known: frozenset[str], cues: Cues) -> str:
    """The outlet a run of capitalised words names: the longest beginning that is known as one, or all of it where it must be one. What
    goes on behind "National" or "Independent" is another name."""
    words = _WEEKDAY.sub("", name).split()
    for end in range(len(words), 0, -1):
        folded = cues.folded(" ".join(words[:end]))
        if folded in known and (end == len(words) or cues.sorts.fullmatch(f"{folded} ") is None):
            return folded
    some = proven and name[:1].isupper() and not cues.nobody.issuperset(word.lower() for word in words)
    return cues.folded(" ".join(words)) if some else ""


def _plain(name: str, endings: frozenset[str]) -> str:
    words = re.sub(r"[’']s$", "", " ".join(name.casefold().split())).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in endings:
        words = words[:-1]
    return " ".join(words)


@cache
def cues_of(rules: Rulebook) -> Cues:
    """The patterns of a rulebook."""
    of: dict[str, list[str]] = {}
    for rule in rules.of(Citation):
        of.setdefault(rule.form, []).extend(rule.phrases)
    nouns = _either(of.get("medium", ()))
    endings = frozenset(of.get("ending", ()))
    words = tuple(
        (rule, re.compile(rf"\b(?:{_either([phrase.lower() for phrase in rule.phrases])})" + (r"\b" if rule.form == "after" else r"\s+")))
        for rule in rules.of(Citation)
        if rule.form in ("before", "after", "whole")
    )
    return Cues(
        words=words,
        nouns=nouns,
        medium=re.compile(rf"(?:{nouns})\s+"),
        beside=re.compile(rf"\b[Tt]he\s+(?:{nouns})\s+(?:the\s+)?(?P<one>{_NAME})|\b[Tt]he\s+(?P<two>{_NAME})\s+(?:{nouns})\b"),
        sorts=re.compile(rf"(?:(?i:the|a|an|its|our)|{_either(of.get('sort', ()))})\s+"),
        about=re.compile(rf"\b(?i:{_either(of.get('about', ()))})\b"),
        outlets={_plain(name, endings): _plain(outlet.names[0], endings) for outlet in rules.of(Outlet) for name in outlet.names},
        endings=endings,
        nobody=frozenset(word for rule in rules.of(SpeakerWords) for word in rule.words).union(of.get("nobody", ())),
        places=gazetteer(rules),
    )


def _either(phrases: Sequence[str]) -> str:
    """A pattern of some phrases, the longest first; one that finds nothing where there is none."""
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in sorted(phrases, key=len, reverse=True)) or r"(?!)"


def shows(rule: Rule, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """What a rule finds in a text, for its examples: the words with the name, and the name."""
    assert isinstance(rule, Citation)
    cues = cues_of(rules)
    match rule.form:
        case "before" | "after" | "whole":
            known = frozenset(media([Document("", "", "", text, ())], cues) | set(cues.outlets.values()))
            (words,) = (pattern for of, pattern in cues.words if of == rule)
            return [(mark.words.of(text), mark.name.of(text)) for mark in _of_rule(rule, words.finditer(_small(text)), text, known, cues)]
        case "medium":
            return [(found.group(), found["one"] or found["two"]) for found in cues.beside.finditer(text)]
        case _:
            return [(found.group(), "") for found in re.finditer(rf"\b(?:{_either(rule.phrases)})\b", text, re.IGNORECASE)]
