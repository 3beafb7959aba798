"""Years in which somebody began or ceased to hold an office: "X, who was foreign minister until 2004", "Y, mayor from 1998 to 2006"; and
the year since which a thing had not happened: "the worst storm since 1987", "no game had been stopped since 2003".

Takes the lines of an article; gives ``date`` claims of a person, and ones about nothing yet, for which :mod:`discrepancy.link.holders`
finds the like in another article. What an article dates twice is claimed of neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.parties import full
from discrepancy.claim.evidence import Claims
from discrepancy.claim.persons.bearers import any_phrase, people_named
from discrepancy.model.text import Span
from discrepancy.model.values import When
from discrepancy.rulebook.kinds.roles import SINCE, TENURE, Offices, SolePost, Titles
from discrepancy.rulebook.schema import Rulebook

LAST_TIME = "last such time"
_YEAR = r"(?:19|20)\d\d"
_BETWEEN = re.compile(
    r"(?:,\s(?!who\b)[^,]{1,40}){0,2}(?:,?\swho)?(?:\salso|\sfirst)?(?:,?\s(?:was|served|had\sbeen|has\sbeen|worked))?(?:\sas)?,?"
    r"(?:\s(?:the|an?|its|[\w-]+[’']s))?\s"
)
"""What may stand between somebody's name and the office."""
_LONGEST = 90
_TIED = re.compile(rf"\s(?:until|till|from|since|between)\s{_YEAR}")
_FIRST = re.compile(
    rf"\b(?:[Tt]he\s(?:first|worst|deadliest|heaviest|biggest|largest|strongest|highest|lowest|longest)|[Nn]o|[Nn]ot)\b"
    rf"[^.;:,]{{1,110}}?\bsince\s(?:[A-Z][a-z]+\s)?(?P<year>{_YEAR})\b(?:\sthat\s[^.;,]{{1,90}})?"
)


def tenure_claims(lines: Sequence[Line], claims: Claims, published: date | None, rules: Rulebook) -> set[int]:
    """Adds the claims; gives the offsets of the years that they hold."""
    found: dict[tuple[str, str], list[tuple[When, Span, int]]] = {}
    for line in lines if published is not None else ():
        for who, what, year, span, at in (*_tenures(line, rules), *_firsts(line)):
            if published is not None and year <= published.year:
                found.setdefault((who, what), []).append((When(date(year, 1, 1), date(year, 12, 31), "year"), span, at))
    held = set()
    for (who, what), told in found.items():
        if len({when for when, _, _ in told}) == 1:
            when, span, at = told[0]
            claims.add("date", when, span, TENURE if who else SINCE, entity=who, scope=what, stance="asserted")
            held.add(at)
    return held


def _tenures(line: Line, rules: Rulebook) -> Iterator[tuple[str, str, int, Span, int]]:
    """Person, what began or ended, year, words and offset of the year."""
    words, office = _offices(rules)
    text, named = line.sentence.text, people_named(line)
    if not named or line.sentence.block != "body" or not _TIED.search(text, line.sentence.span.start, line.sentence.span.end):
        return
    for match in office.finditer(text, line.sentence.span.start, line.sentence.span.end):
        before = [name for name in named if name.span.end <= match.start() and match.start() - name.span.end < _LONGEST]
        if not before or " " not in full(before[-1]) or not _BETWEEN.fullmatch(text, before[-1].span.end, match.start()):
            continue
        label = words[" ".join(match["office"].lower().split())]
        ends = match["tie"] in ("until", "till")
        for group, part in (("year", "last" if ends else "first"), ("end", "last")):
            if match[group]:
                who, year = full(before[-1]), int(match[group])
                yield who, f"{part} year as {label}", year, Span(before[-1].span.start, match.end(group)), match.start(group)


def _firsts(line: Line) -> Iterator[tuple[str, str, int, Span, int]]:
    if line.sentence.block != "body" or "since" not in line.sentence.text[line.sentence.span.start : line.sentence.span.end]:
        return
    for match in _FIRST.finditer(line.sentence.text, line.sentence.span.start, line.sentence.span.end):
        yield "", LAST_TIME, int(match["year"]), Span(match.start(), match.end()), match.start("year")


@cache
def _offices(rules: Rulebook) -> tuple[dict[str, str], re.Pattern[str]]:
    """The label of each phrase for an office, and the wording of one with its years."""
    held: list[SolePost | Offices | Titles] = [*rules.of(SolePost), *rules.of(Offices)]
    held += [rule for rule in rules.of(Titles) if rule.family == "portfolio"]
    words = {phrase.lower(): rule.label for rule in held for phrase in rule.phrases}
    place = r"(?:\s(?:of|at|for)\s(?:the\s)?[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,2})?"
    until = rf"(?P<tie>until|till|from|since|between)\s(?P<year>{_YEAR})(?:\s(?:to|until|till|and)\s(?P<end>{_YEAR}))?"
    return words, re.compile(rf"(?<![\w-])(?P<office>(?i:{any_phrase(words)})){place},?\s{until}(?![\w-])")
