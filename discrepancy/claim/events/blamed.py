"""Which noun group a word of blame is about: who bears the blame, who is called the author of a deed, who has a part in it.

Takes a line and the unit of the word; gives the noun group, or None. Knows how the words stand to each other, not which words put the
blame on somebody: that is :mod:`discrepancy.claim.events.blame`.
"""

from __future__ import annotations

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import Range, noun_group
from discrepancy.annotate.subjects import subject
from discrepancy.annotate.verbgroups import passive
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

OF_GROUPS = frozenset("DHYwNQa-'C")
"""Tags of the units of noun groups that *and* joins, as they stand before a word of blame."""
_VERB_WITHIN = 4
"""Units between a word of blame and the verb that ties it to its bearer."""
_VERB_BEFORE = 18
"""Units from "for their part in" back to the verb whose people have it."""
_BLAMED_ON = 8
"""Units from *blamed* to its *on*."""

_SENT_BY = (("from",), ("by",), ("of",))
"""What ties a message to whoever sent it."""


def bearer(line: Line, cue: int, rules: Rulebook) -> Range | None:
    """Of whom a word says that he did it: "the Front is accused of", "men linked to", "the army is behind"."""
    if line.words[cue] == "blame" and line.words[cue - 1] != "to":
        return None
    at, selves = cue - 1 - (line.words[cue] in ("blame", "trial")), words_of(rules, "reflexive")
    while at > 0 and (line.tags[at] == "a" or line.words[at] in selves or line.words[at] == "most"):
        at -= 1
    if at > 0 and line.tags[at] == "v" and line.tags[at - 1] in "bh":
        return subject(line, at)  # "was found guilty of"
    if at >= 0 and (line.tags[at] in "bhm" or (line.tags[at] == "v" and line.words[at + 1] in selves)):
        return subject(line, at)
    named = at - (line.words[at] in ("those", "being", "directly"))
    if line.words[named] == "as" and named > 0:  # "named the Front as those responsible for"
        return _group_before(line, named)
    return _group_before(line, cue)


def author(line: Line, cue: int) -> Range | None:
    """Who is its author: "the Front was the intellectual author of the attack", "identified the Front as the perpetrators of"."""
    at = cue - 1
    while at > 0 and line.tags[at] in "waDY" and cue - at < _VERB_WITHIN:
        at -= 1
    if at > 0 and (line.words[at] == "as" or line.tags[at - 1 : at + 1] == "NK"):
        return _group_before(line, at)  # "Boris Vance, the main suspect in"
    return subject(line, at) if at > 0 and line.tags[at] in "bhm" else None


def holder(line: Line, cue: int) -> Range | None:
    """Who has a part in it: "the Front had a role in", "the army's responsibility for"."""
    if cue > 1 and line.tags[cue - 1] == "H":
        return _group_before(line, cue - 1)
    at = cue - 1
    while at >= 0 and cue - at < _VERB_WITHIN and line.tags[at] in "DYaw":
        at -= 1
    if at >= 0 and line.tags[at] in "bhvm" and line.words[cue + 1 : cue + 2] == ("in",):
        return subject(line, at)
    if at > 0 and line.tags[at] == "P" and "Y" in line.tags[at:cue]:
        return _whose(line, at)
    return None


def claimant(line: Line, verb: int, rules: Rulebook) -> Range | None:
    """Who claims something: the subject of a verb, or whoever sent what claims it, "a call from the Front claiming", "the Front issued a
    statement claiming"; not who found it, "police found a note claiming"."""
    told = subject(line, verb)
    if told is None or line.words[told[1] - 1] not in words_of(rules, "missive"):
        return told
    if line.words[told[1] : told[1] + 1] in _SENT_BY:
        return noun_group(line, told[1] + 1, len(line.words))
    sends = told[0] - 1
    sent = sends > 0 and line.words[verb].endswith("ing") and line.words[sends] in words_of(rules, "sends")
    return subject(line, sends) if sent and not passive(line, sends) else told


def _whose(line: Line, at: int) -> Range | None:
    """Whose part it is behind the preposition at ``at``: "two men were held over their role in", "police held two men for their role
    in"."""
    at -= line.words[at - 1 : at + 1] == ("because", "of")
    verb = next((u for u in range(at - 1, max(-1, at - _VERB_BEFORE), -1) if line.tags[u] == "v"), None)
    if verb is None or not set(line.tags[verb:at]).isdisjoint('SRsB"'):
        return None
    if passive(line, verb):
        return subject(line, verb)
    held = joined(line, verb + 1, at)
    return held if held[0] < held[1] else subject(line, verb)


def _group_before(line: Line, end: int) -> Range | None:
    if line.words[end - 1 : end] == ("those",):
        return end - 1, end  # "a ruling clearing | those | responsible": whoever they are
    start = end
    while start > 0 and line.tags[start - 1] in OF_GROUPS:
        start -= 1
    if line.tags[start:end].strip("DYQ") == "":
        return None  # "those responsible", "the blame"
    if joined(line, start, end)[1] != end:
        start = line.tags.rfind("D", start, end)  # "does not try | the persons guilty of"
    return (start, end) if 0 <= start < end == joined(line, start, end)[1] else None


def laid_on(line: Line, at: int) -> bool:
    """Whether a deed, and nobody, is what is blamed by the verb before a unit: "was blamed by officials | on smugglers", not "was blamed
    on Monday for"."""
    for unit in range(at, min(at + _BLAMED_ON, len(line.words) - 1)):
        if line.words[unit] == "for":
            return False
        if line.words[unit] == "on" and line.tags[unit + 1] != "T":
            return True
    return False


def joined(line: Line, start: int, end: int) -> Range:
    """The noun group at ``start``, with those that *and* joins to it."""
    reached = noun_group(line, start, end)[1]
    while reached < end and line.tags[reached] == "C":
        reached = noun_group(line, reached + 1, end)[1]
    return start, reached
