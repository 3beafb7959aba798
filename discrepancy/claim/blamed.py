"""What a fire or an accident is put down to: "caused by a short circuit", "the driver had fallen asleep".

Takes the lines and events of an article; gives ``blamed`` claims. What is ruled out, asked, or one of two is no answer, and an article that
gives several puts the event down to none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from discrepancy.annotate.grammar import Line
from discrepancy.claim.evidence import Claims
from discrepancy.claim.owners import Owners
from discrepancy.model.text import Span
from discrepancy.model.values import terms
from discrepancy.rulebook.kinds.roles import PutDownTo
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.phrases import PhraseTable, spelled_out
from discrepancy.rulebook.schema import Rulebook


def blamed_claims(lines: Sequence[Line], owners: Owners, claims: Claims, rules: Rulebook) -> None:
    """One claim a telling, of events that the article puts down to one thing."""
    phrases, aside = _phrases(rules), words_of(rules, "not-blamed")
    found: dict[str, list[tuple[PutDownTo, Span]]] = {}
    doubtful: set[str] = set()
    for index, line in enumerate(lines):
        if phrases.firsts.isdisjoint(line.words):
            continue
        for start, end, rule in _said(line, phrases):
            main = owners.told.main  # "arson" is a deed of its own where a fire was one
            event = main.id if main is not None and main.type in rule.types else owners.event(index, start, rule.types)
            if event:
                found.setdefault(event, []).append((rule, line.span(start, end)))
                if not aside.isdisjoint(line.words):
                    doubtful.add(event)
    for event, told in found.items():
        if len({rule.label for rule, _ in told}) == 1 and event not in doubtful:
            for rule, span in told:
                claims.add("blamed", terms(rule.label), span, rule.id, event=event)


def _said(line: Line, phrases: PhraseTable[PutDownTo]) -> Iterator[tuple[int, int, PutDownTo]]:
    """Where a line holds the words of a rule, the longest that begin there."""
    last = -1
    for unit, end, rule in phrases.within(line.words, 0, len(line.words)):
        if unit != last:
            yield unit, end, rule
        last = unit


@cache
def _phrases(rules: Rulebook) -> PhraseTable[PutDownTo]:
    """The wordings, the longest first."""
    every = [(phrase, rule) for rule in rules.of(PutDownTo) for phrase in spelled_out(rule.phrases)]
    return PhraseTable(sorted(every, key=lambda one: -len(one[0].split())))
