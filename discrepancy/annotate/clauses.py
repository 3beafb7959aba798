"""Where a clause begins and ends, without a parser.

Takes a :class:`~discrepancy.annotate.grammar.Line` and a unit; gives a half-open range of units. Works from marks, linking words and the
verbs that rules name: a comma or *and* parts two clauses only where a subject and a verb follow. A scan runs over one sentence.
"""

from __future__ import annotations

import re
from functools import lru_cache

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import Range, noun_group

_MAY_EDGE = frozenset("SsBKC")
_MAY_END = re.compile("[SsKBC(]")
OPENERS = frozenset(("after", "before", "since", "until", "once"))
"""Words that open a clause where a verb follows, and are prepositions elsewhere."""
_COUNTED_FROM = tuple(f" {word}" for word in sorted(OPENERS))
"""How a time ends that counts from what the next clause tells: "a day after"."""


def opens(line: Line, unit: int) -> bool:
    """Whether a clause may begin behind a unit: "after | a blaze killed nine", "a day after | a blaze killed nine"."""
    word = line.words[unit]
    return word.endswith(_COUNTED_FROM) if line.tags[unit] == "T" else word in OPENERS


def clause(line: Line, unit: int) -> Range:
    """The clause around a unit: from the mark, *while*, *but* or *and + subject + verb* before it to the one behind
    it."""
    tags = line.tags
    start = unit
    while start > 0 and (tags[start - 1] not in _MAY_EDGE or not _clause_edge(line, start - 1)):
        start -= 1
    for found in _MAY_END.finditer(tags, unit + 1):
        if _clause_ends(line, found.start()):
            return start, found.start()
    return start, max(unit + 1, len(tags))


def _clause_ends(line: Line, unit: int) -> bool:
    tag = line.tags[unit]
    if tag == "S":
        return True
    if tag == "s":
        return line.words[unit] not in ("than", "as", "that", "whether")
    if tag == "C" and not _verb_since_edge(line, unit):
        return False
    return _clause_begins(line, unit + 1)


def _clause_edge(line: Line, unit: int) -> bool:
    tag = line.tags[unit]
    if tag == "S" or (tag in "sB" and line.words[unit] != "than"):
        return True
    if tag == "C" and not _verb_since_edge(line, unit):
        return False  # "the war between Ruritania and Graustark began"
    return tag in "KC" and _clause_begins(line, unit + 1)


def _verb_since_edge(line: Line, unit: int) -> bool:
    """Whether a verb stands between the last mark or linking word and ``unit``."""
    return _verbs_since_edges(line.tags)[unit]


@lru_cache(maxsize=64)
def _verbs_since_edges(tags: str) -> tuple[bool, ...]:
    """The same for each unit of a sentence: asked of every *and* of a long list, it would else be walked through again each time."""
    found, verb = [], False
    for tag in tags:
        found.append(verb)
        if tag in "vbhdm":
            verb = True
        elif tag in "SKsBR":
            verb = False
    return tuple(found)


def _clause_begins(line: Line, unit: int) -> bool:
    """Whether a clause of its own begins at ``unit``: a linking word, or a noun group with a verb behind it."""
    tags = line.tags
    if unit >= len(tags):
        return False
    if tags[unit] in "sB":
        return True
    if tags[unit] == "C":
        unit += 1
    if unit >= len(tags):
        return False
    if tags[unit] == "O":
        return True
    start, stop = noun_group(line, unit, min(len(tags), unit + 9))
    while stop < len(tags) and tags[stop] == "a":
        stop += 1
    return stop > start and stop < len(tags) and tags[stop] in "vbhdm"
