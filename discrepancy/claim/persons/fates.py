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
from discrepancy.rulebook.kinds.grammar import Part
from discrepancy.rulebook.kinds.roles import Fate
from discrepancy.rulebook.kinds.words import Words
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.phrases import spelled_out
from discrepancy.rulebook.schema import Rulebook

_TIES: tuple[Part, ...] = ("preposition", "and", "or", "but", "relative", "subordinator", "be", "have")
"""Parts of speech that lead from what was done to somebody else."""
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
    adverb = rf"(?:(?:himself|herself|{any_phrase(words_of(rules, 'before-fate'))})\s)?"
    undone = words_of(rules, "not") | {"have", *rules.one(Words, "adv.almost").words}  # "would have killed"
    ties = any_phrase({word for part in _TIES for word in words_of(rules, part)} - {"including"})  # they befell whoever is included
    return _Forms(
        fate | verbs | deeds,
        frozenset(phrase.split()[-1] for phrase in fate | verbs | deeds),
        re.compile(
            rf"{aside}(?:,?\swho)?\s(?:{be}{adverb}(?P<fate>{any_phrase(fate)})|{adverb}(?P<verb>{any_phrase(verbs)}))"
            r"(?![\w-])(?!\s(?:in|on|of|by)\s(?:19|20)\d\d)"
        ),
        re.compile(
            rf"(?<![\w-])(?P<undone>(?:{any_phrase(undone)})\s)?(?P<fate>{any_phrase(deeds)})\s(?:(?!(?:{ties})\b)[a-z-]+,?\s){{0,5}}\Z"
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
            if done is not None and not done["undone"] and not _OWNS.match(text, name.span.end):
                rule = forms.fate[" ".join(done["fate"].split())]
                found.setdefault(full(name), []).append((rule, Span(done.start("fate"), name.span.end)))
            elif match is not None:
                if any(name.span.end < other.span.start < match.end() for other in people_named(line)):
                    continue  # "Bo Quist, 44, and Ann Rudd, who was hurt"
                rule = forms.fate[" ".join((match["fate"] or match["verb"]).split())]
                found.setdefault(full(name), []).append((rule, Span(name.span.start, match.end())))
    for who, told in found.items():
        if len({rule.label for rule, _ in told}) == 1:
            rule, span = told[0]
            claims.add("fate", terms(rule.label), span, rule.id, entity=who)
