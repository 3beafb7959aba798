"""Noun groups without a parser: where one that begins at a unit ends, and which one stands behind a verb.

Takes a :class:`~discrepancy.annotate.grammar.Line` and units; gives half-open ranges of units. Works from closed classes and from the verbs
that rules name: what cannot stand in a group ends it.
"""

from __future__ import annotations

from discrepancy.annotate.grammar import Line

Range = tuple[int, int]

_ARTICLES = frozenset(("the", "a", "an"))
_BEFORE_ARTICLES = frozenset(("half", "such", "twice", "double", "quite", "rather", "many", "what", "all", "both"))
"""Words of a noun group that stand before its article."""


def first_group(line: Line, start: int, end: int) -> Range | None:
    """The first noun group of ``[start, end)``, fronted adverbials aside."""
    at = start
    while at < end:
        tag = line.tags[at]
        if tag in "aCTKSB'-s" or (line.words[at] == "that" and at + 1 < end):
            at += 1
        elif tag == "P":
            single = at + 2 < end and (line.tags[at + 1] in "NT" or (line.words[at + 1].isdigit() and line.tags[at + 2] in "ND"))
            behind = at + 2 if single else noun_group(line, at + 1, end)[1]
            if behind >= end:
                return None
            at = max(behind, at + 1)
        else:
            break
    if at >= end:
        return None
    if line.tags[at] in "OR":
        return at, at + 1
    group = noun_group(line, at, end)
    if group[1] > group[0] and group[1] < end and line.words[group[1]] in _ARTICLES:
        return first_group(line, group[1], end)  # "in Anta and Zelbu the rebels attacked"
    for that in range(group[1] - 2, group[0], -1):
        if line.words[that] == "that" and line.tags[that + 1] in "DYQN":
            return first_group(line, that + 1, end)  # "there is no doubt that the Front bombed"
    if group[1] > group[0]:
        while group[1] < end and line.tags[group[1]] == "C":
            more = noun_group(line, group[1] + 1, end)
            if more[1] <= more[0]:
                break
            group = (group[0], more[1])
        return group
    return None


def noun_group(line: Line, start: int, end: int) -> Range:
    """The noun group that begins at ``start``; empty when none does. Verbs that rules name end it, unless a
    determiner precedes."""
    at = start
    tags = line.tags
    while at < end:
        tag = tags[at]
        article = line.words[at] in _ARTICLES and at > start and tags[at - 1] in "wN"
        if article and line.words[at - 1] not in _BEFORE_ARTICLES:
            break  # "after the murder of nine dockers | the Front announced"
        if (
            tag in "DYQNwH'"
            or (tag == "-" and at > start)
            or (tag in "aT" and line.tags[start:at].strip("DY") == "")
            or (tag == "a" and tags[at + 1 : at + 2] == "w" and tags[start:at].strip("DYQ") == "" and line.words[at].endswith("ly"))
            or (tag == "v" and at > start and tags[at - 1] in "DYQH")
            or (tag == "v" and at > start + 1 and tags[at - 1] == "-" and tags[at + 1 : at + 2] in ("w", "N"))  # "the rebel-held town"
            or (tag == '"' and at + 1 < end and tags[at + 1] in "wN" and at - start < 4)
        ):
            at += 1
        else:
            break
    return start, at


def object_of(line: Line, verb: int) -> Range | None:
    """The noun group behind the verb at unit ``verb``, or None."""
    at = verb + 1
    end = len(line.tags)
    while at < end and line.tags[at] in "a'":
        at += 1
    if at < end and line.tags[at] in "OR":
        return at, at + 1
    start, stop = noun_group(line, at, end)
    if stop <= start:
        return None
    while stop < end and line.tags[stop] == "C":
        _, more = noun_group(line, stop + 1, end)
        if more <= stop + 1 or (more < end and line.tags[more] in "vbhdm"):
            break
        stop = more
    return start, stop


def without_object(line: Line, verb: int) -> bool:
    """Whether nothing but a time stands behind a verb: "kidnapped last Tuesday"."""
    thing = object_of(line, verb)
    return thing is None or not line.tags[slice(*thing)].strip("aT")
