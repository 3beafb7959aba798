"""What became of somebody named: "X was shot dead", "Y, who was wounded", "Z was acquitted".

Takes the lines of an article; gives ``fate`` claims on people. What an article tells of somebody in two ways, as that he was wounded and
died, is one story and no answer; so is what happened twice to people of one name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.parties import full
from discrepancy.claim.evidence import Claims
from discrepancy.claim.persons.bearers import any_phrase, people_named
from discrepancy.model.text import Span
from discrepancy.model.values import terms
from discrepancy.rulebook.kinds.roles import Fate
from discrepancy.rulebook.phrases import spelled_out
from discrepancy.rulebook.schema import Rulebook

_TIES = "and|or|of|by|in|who|at|on|to|from|with|while|when|as|before|after|than|that|because|but|for|near|outside|had|has|was|were"
"""Words that lead from what was done to somebody else."""
_REACH = 200
"""Characters behind a name in which its fate is told, an aside included."""
_OWNS = re.compile(r"['’]")


@dataclass(frozen=True, slots=True)
class _Forms:
    fate: dict[str, Fate]
    words: frozenset[str]
    behind: re.Pattern[str]
    before: re.Pattern[str]


@cache
def _forms(rules: Rulebook) -> _Forms:
    fate = {phrase: rule for rule in rules.of(Fate) for phrase in spelled_out(rule.phrases)}
    verbs = {phrase: rule for rule in rules.of(Fate) for phrase in spelled_out(rule.verbs)}
    deeds = {phrase: rule for rule in rules.of(Fate) for phrase in spelled_out(rule.deeds)}
    aside = r"(?:(?:,\s[^,.;:]{1,90}){0,3},)?(?:\s(?:from|of)\s[A-Z][\w-]+)?"
    be = r"(?:was|were|is|has\sbeen|had\sbeen|remained|remains)\s"
    adverb = r"(?:also\s|later\s|then\s|himself\s|herself\s|immediately\s)?"
    return _Forms(
        fate | verbs | deeds,
        frozenset(phrase.split()[-1] for phrase in fate | verbs | deeds),
        re.compile(
            rf"{aside}(?:,?\swho)?\s(?:{be}{adverb}(?P<fate>{any_phrase(fate)})|{adverb}(?P<verb>{any_phrase(verbs)}))"
            r"(?![\w-])(?!\s(?:in|on|of|by)\s(?:19|20)\d\d)"
        ),
        re.compile(
            rf"(?<![\w-])(?<!nearly )(?<!almost )(?<!have )(?<!not )(?P<fate>{any_phrase(deeds)})"
            rf"\s(?:(?!(?:{_TIES})\b)[a-z-]+,?\s){{0,5}}\Z"
        ),
    )


def fate_claims(lines: Sequence[Line], claims: Claims, rules: Rulebook) -> None:
    """One claim a person, of whom the article tells one fate."""
    forms = _forms(rules)
    found: dict[str, list[tuple[Fate, Span]]] = {}
    for line in lines:
        if forms.words.isdisjoint(line.words):
            continue
        for name in people_named(line):
            text = line.sentence.text
            if " " not in full(name):
                continue
            match = forms.behind.match(text, name.span.end, min(line.sentence.span.end, name.span.end + _REACH))
            done = forms.before.search(text, max(line.sentence.span.start, name.span.start - _REACH), name.span.start)
            if done is not None and not _OWNS.match(text, name.span.end):
                rule = forms.fate[" ".join(done["fate"].split())]
                found.setdefault(full(name), []).append((rule, Span(done.start(), name.span.end)))
            elif match is not None:
                if any(name.span.end < other.span.start < match.end() for other in people_named(line)):
                    continue  # "Bo Quist, 44, and Ann Rudd, who was hurt"
                rule = forms.fate[" ".join((match["fate"] or match["verb"]).split())]
                found.setdefault(full(name), []).append((rule, Span(name.span.start, match.end())))
    for who, told in found.items():
        if len({rule.label for rule, _ in told}) == 1:
            rule, span = told[0]
            claims.add("fate", terms(rule.label), span, rule.id, entity=who)
