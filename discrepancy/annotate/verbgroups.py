"""Verb groups: where one begins, whether it is passive, and the last verb of some units.

Takes a :class:`~discrepancy.annotate.grammar.Line` and the unit of a main verb.
"""

from __future__ import annotations

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import without_object

_GROUP = frozenset("bhdmga")
_PARTICIPLES = ("ed", "en")


def verb_group(line: Line, verb: int) -> int:
    """The first unit of the verb group whose main verb is ``verb``: auxiliaries and adverbs before it."""
    at = verb
    while at > 0 and line.tags[at - 1] in _GROUP:
        at -= 1
    return at


def passive(line: Line, verb: int) -> bool:
    """True when a form of *be* stands in the verb group, or nothing does but a noun before and *by* behind ("men
    shot by police"); also for what somebody is found as ("was found murdered") and for what shares a form of *be* ("was kidnapped and
    released on Monday")."""
    group = line.tags[verb_group(line, verb) : verb]
    if "b" in group:
        return not line.words[verb].endswith("ing")
    if line.words[verb - 1 : verb] == ("found",) and line.tags[verb - 2 : verb - 1] not in "DYQ":
        return True
    if line.tags[verb] == "v" and _shares_be(line, verb):
        return True
    if "h" in group or "m" in group or (verb and line.words[verb - 1] == "to"):
        return False
    at = _behind_times(line, verb + 1)
    behind = line.words[at : at + 2]
    return behind[:1] == ("by",) and not behind[-1].endswith("ing")


def _shares_be(line: Line, verb: int) -> bool:
    """Whether a verb without an object follows a passive one and *and*: "was kidnapped on Friday and released on Monday"."""
    at = verb
    while at > 0 and line.tags[at - 1] == "a":
        at -= 1
    if at < 2 or line.tags[at - 1] != "C" or not without_object(line, verb):
        return False
    be = line.tags.rfind("b", max(0, at - 16), at - 1)
    first = next((u for u in range(be + 1, at) if line.tags[u] != "a"), at) if be >= 0 else at
    if first < at - 1 and line.words[first].endswith(_PARTICIPLES) and not set(line.tags[first:at]) & set("vbhdmSRO"):
        return True  # "were dragged from a bus and shot": the first is no verb that tells of anything
    earlier = latest_verb(line, max(0, at - 16), at - 1)
    return earlier is not None and line.tags[earlier] == "v" and "b" in line.tags[verb_group(line, earlier) : earlier]


def _behind_times(line: Line, at: int) -> int:
    """``at`` moved right over times: "killed on Monday by gunmen"."""
    while at < len(line.tags) and (line.tags[at] == "T" or (line.tags[at] == "P" and line.tags[at + 1 : at + 2] == "T")):
        at += 1
    return at


def latest_verb(line: Line, start: int, end: int) -> int | None:
    """The last unit of ``[start, end)`` that is a finite verb or a known one."""
    for unit in range(end - 1, start - 1, -1):
        tag = line.tags[unit]
        if tag in "bhdm":
            return unit
        if tag == "v" and (unit == 0 or line.tags[unit - 1] not in "DYQ"):
            return unit
    return None
