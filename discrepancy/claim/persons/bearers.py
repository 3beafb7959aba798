"""Words that stand right before or right behind somebody's name and say what he or she is: one reader for offices, posts and
titles.

Takes a name in its sentence and wordings compiled from phrases of rules; gives the wordings that stand there. Whose office it is, and
which title is none, is asked by :mod:`.offices`, :mod:`.holders` and :mod:`.titles`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from discrepancy.annotate.grammar import Line
from discrepancy.model.claims import Name
from discrepancy.model.text import Span
from discrepancy.rulebook.kinds.roles import Offices, SolePost, Titles
from discrepancy.rulebook.schema import Rulebook

Borne = TypeVar("Borne", Offices, SolePost, Titles)

_REACH = 90
"""Characters before or after a name in which what its bearer is may stand."""
WORD_BEFORE = re.compile(r"([\w’'-]+|[,;/&])\.?\s*$")
"""The last word or mark of a text, as of that before a title."""
_BLOCKS = ("body", "quote", "standfirst", "caption", "headline")


def people_named(line: Line) -> list[Name]:
    """The people named in a sentence of an article's own text; none elsewhere."""
    return [name for _, name in line.named if name.kind == "person"] if line.sentence.block in _BLOCKS else []


def by_phrase(kind: type[Borne], rules: Rulebook) -> dict[str, Borne]:
    """The rule of each phrase, lower case."""
    return {phrase.lower(): rule for rule in rules.of(kind) for phrase in rule.phrases}


def any_phrase(phrases: Iterable[str]) -> str:
    """An expression for any of some phrases, the longest first, over the end of a line as well."""
    return "|".join(re.escape(p).replace(r"\ ", r"\s") for p in sorted(phrases, key=lambda p: (-len(p), p)))


def said(rules: Mapping[str, Borne], words: str) -> Borne:
    """The rule of a phrase as it is printed."""
    return rules[" ".join(words.lower().split())]


def beside(
    name: Name, line: Line, before: Sequence[re.Pattern[str]], behind: Sequence[re.Pattern[str]]
) -> Iterator[tuple[re.Match[str], Span]]:
    """The first wording right before a name, and the first right behind it, each with the span from it to the name. A title may be told
    with the name: "Col. Bo Quist"."""
    text, sentence = line.sentence.text, line.sentence.span
    start = max(sentence.start, name.span.start - _REACH)
    title, named, _ = name.span.of(text).partition(name.text)
    lead = text[start : name.span.start] + (title if named else "")  # what is printed in capitals is named as others print it
    match = next((found for pattern in before if (found := pattern.search(lead))), None)
    if match is not None:
        yield match, Span(start + match.start(), name.span.end)
    tail = text[name.span.end : min(sentence.end, name.span.end + _REACH)]
    match = next((found for pattern in behind if (found := pattern.match(tail))), None)
    if match is not None:
        yield match, Span(name.span.start, name.span.end + match.end())
