"""What number in a row something is: "the third shooting this year", "in the 117th minute", "the fourth of seven children".

Takes the lines of an article; gives ``sequence`` claims that are about nothing yet: whether two articles number one thing is asked where
articles meet (:mod:`discrepancy.link.measures`). The population is what is numbered, the scope the span in which it is counted ("year").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.times import Age
from discrepancy.claim.evidence import Claims
from discrepancy.model.values import When, exactly
from discrepancy.rulebook.kinds.details import Rank
from discrepancy.rulebook.kinds.times import TimeWords
from discrepancy.rulebook.phrases import rows_by_length
from discrepancy.rulebook.schema import Rulebook

_FIGURE = re.compile(r"(?<!\w)(\d{1,3})(?:st|nd|rd|th)(?!\w)")
_NOUN = 3
"""Units behind a rank within which the noun stands: "his third league goal"."""
_SPAN = 9
"""Units behind the noun within which the span stands: "the third shooting in the town this year"."""


def rank_claims(lines: Sequence[Line], claims: Claims, today: date | None, rules: Rulebook) -> None:
    """One claim a rank that a rule knows."""
    for line in lines:
        for unit, end, number in _ranks(line, rules):
            for rule in rules.of(Rank):
                noun = _numbered(line, end, rule)
                if noun is None or not set(rule.unless).isdisjoint(line.words) or not _brought(line, unit, rule):
                    continue
                span = _span(line, noun, rule)
                if span is None or (rule.daily and today is None):
                    continue
                label = rule.label.format(noun=line.words[noun - 1])
                claims.add(
                    "sequence", exactly(number), line.span(unit, max(noun, end)), rule.id, population=label, scope=span,
                    as_of=When(today, today, "day") if rule.daily else None,
                )  # fmt: skip
                break


def _ranks(line: Line, rules: Rulebook) -> Iterator[tuple[int, int, int]]:
    """The ranks of a line: where each begins and ends, and its number."""
    known, span = _known(rules), line.sentence.span
    if known.keys().isdisjoint(line.words) and _FIGURE.search(line.sentence.text, span.start, span.end) is None:
        return
    for unit, word in enumerate(line.words):
        figure = _FIGURE.fullmatch(word)
        number = int(figure[1]) if figure is not None else known.get(word, 0)
        if not number:
            continue
        tens = line.values[unit - 2] if unit > 1 and line.tags[unit - 1] == "-" else None
        if isinstance(tens, QuantityMention) and tens.value.low and tens.value.low % 10 == 0 and number < 10:  # "twenty-first"
            yield unit - 2, unit + 1, int(tens.value.low) + number
        elif tens is None:
            yield unit, unit + 1, number


def _numbered(line: Line, end: int, rule: Rank) -> int | None:
    """Where the noun that is numbered ends, behind a rank that ends at ``end``; None where the rule knows none there."""
    if not rule.nouns:
        return end
    for at in range(end, min(end + _NOUN, len(line.words))):
        for size, phrases in _rows(rule.nouns):
            if line.words[at : at + size] in phrases:
                return at + size
        if line.tags[at] not in "wN-v" and line.words[at] != "of":
            return None
    return None


def _brought(line: Line, unit: int, rule: Rank) -> bool:
    return not rule.before or any(line.words[max(0, unit - size) : unit] in phrases for size, phrases in _rows(rule.before))


def _span(line: Line, noun: int, rule: Rank) -> str | None:
    """The name of the span behind a noun, "" where the rule asks for none; None where it wants one and none stands there."""
    if not rule.spans:
        return ""
    named = {word: spelled.split()[0] for spelled in rule.spans for word in spelled.split()}
    units = range(len(line.words)) if rule.daily else range(noun, min(noun + _SPAN, len(line.words)))
    told = (line.words[unit] for unit in units if not isinstance(line.values[unit], Age))  # "a fourth victim, a 31 year old"
    return next((named[word] for unit in told for word in unit.split() if word in named), None)


_rows = cache(rows_by_length)


@cache
def _known(rules: Rulebook) -> dict[str, int]:
    """Ranks in words."""
    return {word: int(number) for word, number in rules.one(TimeWords, "time.ordinal").means.items() if number.isdigit()}
