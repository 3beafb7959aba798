"""What somebody is called: the portfolio of a minister, the rank of an officer.

Takes the lines of an article; gives ``role`` claims on people: "Justice Minister Elena Ruiz", "Elena Ruiz, the interior minister". An
article that gives somebody two titles of one family knows more than one of them can tell, and claims none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.parties import full
from discrepancy.claim.evidence import Claims
from discrepancy.model.claims import Name
from discrepancy.model.text import Span
from discrepancy.model.values import terms
from discrepancy.rulebook.kinds.roles import Titles
from discrepancy.rulebook.schema import Rulebook

_REACH = 60
"""Characters before or after a name in which its title may stand."""
_WORD_BEFORE = re.compile(r"([\w’'-]+|[,;/&])\.?\s*$")
_BLOCKS = ("body", "quote", "standfirst", "caption", "headline")


@cache
def _forms(rules: Rulebook) -> tuple[dict[str, Titles], re.Pattern[str], re.Pattern[str]]:
    """The title of each phrase, and what stands right before and right behind a name."""
    title = {phrase.lower(): rule for rule in rules.of(Titles) for phrase in rule.phrases}
    words = "|".join(re.escape(p).replace(r"\ ", r"\s") for p in sorted(title, key=lambda p: (-len(p), p)))
    return (
        title,
        re.compile(rf"(?<![\w’'-])(?P<title>{words}),?\s$", re.IGNORECASE),
        re.compile(
            rf",\s(?:(?:the|a|an|its|his|her)\s)?(?P<between>(?:[\w’'.-]+\s){{0,2}}?)(?P<title>{words})(?=\s*(?:[,.;]|of\b|in\b|said\b))",
            re.IGNORECASE,
        ),
    )


def title_claims(lines: Sequence[Line], claims: Claims, rules: Rulebook) -> None:
    """One claim a person and family of titles."""
    found: dict[tuple[str, str], list[tuple[Titles, Span]]] = {}
    heads = _heads(rules)
    for line in lines:
        if line.sentence.block not in _BLOCKS or heads.isdisjoint(line.words):
            continue
        for _, name in line.names(0, len(line.tags)):
            if name.kind == "person" and " " in full(name):
                for rule, span in _borne(name, line, rules):
                    found.setdefault((full(name), rule.family), []).append((rule, span))
    for (who, _), told in found.items():
        if len({rule.label for rule, _ in told}) == 1:
            rule, span = told[0]
            claims.add("role", terms(rule.label), span, rule.id, entity=who)


@cache
def _heads(rules: Rulebook) -> frozenset[str]:
    """Words one of which every title holds."""
    return frozenset(phrase.lower().rstrip(".").split()[0] for rule in rules.of(Titles) for phrase in rule.phrases)


def _borne(name: Name, line: Line, rules: Rulebook) -> list[tuple[Titles, Span]]:
    """The titles that stand right before or right behind a name."""
    title, before, behind = _forms(rules)
    text, sentence = line.sentence.text, line.sentence.span
    start = max(sentence.start, name.span.start - _REACH)
    found = []
    # A title in front may be told with the name: "Col. Bo Quist".
    lead = text[start : name.span.start] + text[name.span.start : name.span.end].partition(name.text)[0]
    match = before.search(lead)
    if match:
        rule = title[" ".join(match["title"].lower().split())]
        word = _WORD_BEFORE.search(lead[: match.start()])
        if word is None or word[1].lower() not in rule.unless:
            found.append((rule, Span(start + match.start(), name.span.end)))
    match = behind.match(text[name.span.end : min(sentence.end, name.span.end + _REACH)])
    if match:
        rule = title[" ".join(match["title"].lower().split())]
        if not {word.lower() for word in match["between"].split()}.intersection(rule.unless):
            found.append((rule, Span(name.span.start, name.span.end + match.end())))
    return found
