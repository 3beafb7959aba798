"""What somebody is called: the portfolio of a minister, the rank of an officer.

Takes the lines of an article; gives ``role`` claims on people: "Justice Minister Elena Ruiz", "Elena Ruiz, the interior minister". An
article that gives somebody two titles of one family knows more than one of them can tell, and claims none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.parties import full
from discrepancy.annotate.speech_content import cues_of
from discrepancy.claim.evidence import Claims
from discrepancy.claim.persons.bearers import WORD_BEFORE, any_phrase, beside, by_phrase, people_named, said
from discrepancy.model.claims import Name
from discrepancy.model.text import Span
from discrepancy.model.values import terms
from discrepancy.rulebook.kinds.roles import Titles
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_NEXT_VERB = re.compile(r"\s(?:has\s|had\s)?([a-z]+)\b")
"""The verb right behind a name."""
_REACH = 60
"""Characters behind a title in which the body is told whose title it is."""
_BODY = re.compile(r"(?<=\s)[\w’'-]+|(?<=,).*")
"""The words behind a title up to a comma: "the president of the Zenda football federation"."""
_BEFORE_BODY = re.compile(r"([\w’'-]+)\s(?:[A-Z][\w&’'.-]*\s){1,4}$")
"""The word before the name of what has the office: "former | Acme Mills | chief executive Ann Rudd"."""


@dataclass(frozen=True, slots=True)
class _Forms:
    """The title of each phrase, and the wordings right before and right behind a name; ``heads`` are words one of which every title
    holds, ``ends`` those with which one ends."""

    title: dict[str, Titles]
    heads: frozenset[str]
    ends: frozenset[str]
    before: tuple[re.Pattern[str], ...]
    behind: tuple[re.Pattern[str], ...]


@cache
def _forms(rules: Rulebook) -> _Forms:
    title = by_phrase(Titles, rules)
    words = any_phrase(title)
    spelled = any_phrase(phrase for phrase in title if not phrase.endswith(".") and f"{phrase}." not in title)  # "Bo Quist, Sgt. Al Muir"
    link = r",\s(?:(?:the|a|an|its|his|her)\s)?(?P<between>(?:[\w’'.-]+\s){0,2}?)"
    return _Forms(
        title,
        frozenset(phrase.rstrip(".").split()[0] for phrase in title),
        frozenset(phrase.split()[-1] for phrase in title),
        (re.compile(rf"(?<![\w’'-])(?P<title>{words}),?\s$", re.IGNORECASE),),
        (re.compile(rf"{link}(?P<title>{spelled})(?=\s*(?:[,.;]|of\b|in\b|said\b))", re.IGNORECASE),),
    )


def title_claims(lines: Sequence[Line], claims: Claims, rules: Rulebook) -> None:
    """One claim a person and family of titles."""
    found: dict[tuple[str, str], list[tuple[Titles, Span]]] = {}
    forms = _forms(rules)
    for line in lines:
        if forms.heads.isdisjoint(line.words):
            continue
        for name in people_named(line):
            if " " in full(name):
                for rule, span in _borne(name, line, forms, rules):
                    found.setdefault((full(name), rule.family), []).append((rule, span))
    for (who, _), told in found.items():
        if len({rule.label for rule, _ in told}) == 1:
            rule, span = told[0]
            claims.add("role", terms(rule.label), span, rule.id, entity=who)


def _inverted(name: Name, before: str, line: Line, forms: _Forms, rules: Rulebook) -> bool:
    """Whether a comma before a title ends what its bearer said, "nine were hurt, Justice Minister Ann Rudd said", and joins no two
    titles: "the interior minister, Justice Minister Ann Rudd said"."""
    clause = WORD_BEFORE.search(before.rstrip().rstrip(","))
    joined = clause is not None and clause[1].lower() in forms.ends
    verb = _NEXT_VERB.match(line.sentence.text, name.span.end)
    return not joined and verb is not None and verb[1] in cues_of(rules).verbs


def _borne(name: Name, line: Line, forms: _Forms, rules: Rulebook) -> Iterator[tuple[Titles, Span]]:
    """The titles that stand right before or right behind a name, and are neither former ones nor parts of longer ones."""
    others = words_of(rules, "other-title") | words_of(rules, "headed-body")
    for match, span in beside(name, line, forms.before, forms.behind):
        between = match.groupdict().get("between")
        if between is None:
            before = match.string[: match.start()]
            near = [word[1] for shape in (WORD_BEFORE, _BEFORE_BODY) if (word := shape.search(before)) is not None]
            if near == [","] and _inverted(name, before, line, forms, rules):
                near = []
        else:
            near = [*between.split(), *_BODY.findall(line.sentence.text[span.end : min(span.end + _REACH, line.sentence.span.end)])]
        if others.isdisjoint(word.lower() for word in near):
            yield said(forms.title, match["title"]), span
