"""What speakers are quoted with, word for word, and who is quoted with it.

Takes the lines of one article; adds a claim for each quoted sentence, or part of one, that is long enough to be a saying and whose
speaker is named, and a ``name`` claim for the one person quoted with words by which it is known again; whether another article gives the
same words to somebody else is asked where articles meet (:mod:`discrepancy.link.holders`). Only double quotation marks are read: single
ones cannot be told from apostrophes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.parties import full
from discrepancy.claim.evidence import Claims
from discrepancy.claim.persons.bearers import people_named
from discrepancy.model.text import Span
from discrepancy.model.values import Quote, terms
from discrepancy.rulebook.kinds.quotations import Quotations
from discrepancy.rulebook.kinds.roles import SPEAKER_NAME
from discrepancy.rulebook.schema import Rulebook

RULE = "quotations.limits"
_QUOTES = ("body", "quote", "standfirst")
_OPENS, _CLOSES = "“«", "”»"
_STOP = re.compile(r"(?<=[^\W\d_]{3})\.$")
"""The full stop of a sentence, which belongs to its end and not to its words."""
_WORD = re.compile(r"[\w']+")
_TRIMMED = " ,;:-–—"


def quote_claims(lines: Sequence[Line], claims: Claims, rules: Rulebook) -> None:
    """One claim a quoted sentence, its speaker being both who says it and whom it is about."""
    limits = next(iter(rules.of(Quotations)), None)
    if limits is None:
        return
    heard: dict[str, list[tuple[str, Span, Span | None]]] = {}
    for span in quoted(lines):
        words = span.of(claims.document.text)
        if sum(any(letter.isalnum() for letter in word) for word in words.split()) < limits.fewest:
            continue
        source, _, said = claims.said.speaker(span)
        if source:
            claims.add("wording", Quote(_STOP.sub("", " ".join(words.split()))), span, RULE, entity=source)
            named = said.attribution.source_span if said is not None else None
            heard.setdefault(_opening(words, limits), []).append((source, span, named))
    people = {full(name) for line in lines for name in people_named(line) if " " in full(name)} if heard else set()
    for opening, told in heard.items():
        speakers = {source for source, _, _ in told}
        _, span, named = told[0]
        if opening and len(speakers) == 1 and speakers <= people and named is not None:
            claims.add("name", terms(*speakers), span, SPEAKER_NAME, at=named, population=opening, scope="speaker")


def _opening(words: str, limits: Quotations) -> str:
    """The first words of a quotation in small letters without its marks, of one that is no longer all its words; "" for one that says
    little that is its own: "our thoughts and prayers are with the victims and their families" many say."""
    told = _WORD.findall(words.lower().replace("’", "'"))
    opening = told[: limits.known]
    telling = sum(word not in limits.plain for word in opening)
    own = 2 * telling >= limits.known if len(told) > limits.known else telling >= limits.common
    return " ".join(opening) if own else ""


def quoted(lines: Sequence[Line]) -> Iterator[Span]:
    """The stretches between double quotation marks, none longer than its sentence; a quotation ends with its paragraph."""
    inside, paragraph = False, -1
    for line in lines:
        if line.sentence.block not in _QUOTES or not line.words:
            continue
        if line.sentence.paragraph != paragraph:
            inside, paragraph = False, line.sentence.paragraph
        marks = [unit for unit, tag in enumerate(line.tags) if tag == '"']
        if not (marks or inside):
            continue
        begin = line.starts[0]
        for unit in marks:
            if inside and line.words[unit] not in _OPENS:
                yield from _stretch(begin, line.starts[unit], line)
                inside = False
            elif line.words[unit] not in _CLOSES:
                inside, begin = True, line.ends[unit]
        if inside:
            yield from _stretch(begin, line.ends[-1], line)


def _stretch(start: int, end: int, line: Line) -> Iterator[Span]:
    """The stretch without blanks and commas at its ends, where anything is left of it."""
    words = line.sentence.text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip(_TRIMMED))
    if start < end:
        yield Span(start, end)
