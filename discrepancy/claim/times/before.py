"""What stands before a unit of a sentence: its noun group, the verb to which it is an adverbial, or a verb of saying.

Takes a line and the unit of a time; gives units, None where nothing of the kind stands there.
"""

from __future__ import annotations

from discrepancy.annotate.grammar import NOUN_GROUP, VERBAL, Line
from discrepancy.annotate.speech_content import cues_of, is_verb
from discrepancy.annotate.times.timex import Timex
from discrepancy.annotate.verbgroups import verb_group
from discrepancy.rulebook.schema import Rulebook

_LATE = frozenset(("late", "early", "later", "earlier"))


def before_group(line: Line, unit: int) -> int:
    """The unit before the noun group that ends at ``unit``."""
    at = unit - 1
    while (
        at >= 0 and line.words[at] != "about" and (line.tags[at] in NOUN_GROUP or line.tags[at : at + 2] == "TH")
    ):  # "Wednesday's explosions"
        at -= 1
    return at


_OF_THEM = ("of", "them")
"""A pronoun that is the object of a verb before it as a noun would be: "released 19 of them on Sunday"."""


def verb_before(line: Line, unit: int) -> int | None:
    """The first unit of the verb group to which the time at ``unit`` is an adverbial; None where no verb stands before it in its clause,
    or only one that joins an earlier one or opens a clause with its own subject left out."""
    at = unit - 1
    while at >= 0 and (line.tags[at] in "PTDYNwHQa'-" or line.words[at - 1 : at + 1] == _OF_THEM):
        at -= 1
    if at < 0 or line.tags[at] not in VERBAL:
        return None
    return verb_group(line, at)


def counts(value: object) -> bool:
    """Whether a unit is a time that counts from an event: "two days after"."""
    return isinstance(value, Timex) and value.expression.anchor == "event"


def saying_before(line: Line, unit: int, rules: Rulebook) -> int | None:
    """The verb of saying right before the time at ``unit`` ("the mayor said on Friday", "told reporters late on Friday"), or None; what
    "was reported on Friday" was on Friday.
    """
    at = unit - 1
    while at > 0 and (line.tags[at] in "Pa" or line.words[at] in _LATE):
        at -= 1
    told = before_group(line, at + 1) if at > 0 and line.tags[at] in NOUN_GROUP else at
    if line.words[max(0, told)] == "told":
        at = told
    cue = cues_of(rules).words.get(line.words[at]) if at > 0 else None
    if cue is None or cue.form != "verb" or line.tags[at] != "v" or line.tags[at - 1] == "b" or not is_verb(line, at):
        return None
    return at


def of_what_for(line: Line, unit: int) -> bool:
    """Whether a time says which one somebody is dealt with for: "jailed for the May 3, 2021, incident", "held over his 2019 rampage"."""
    behind = unit + 1 + (line.tags[unit + 1 : unit + 2] == "K")
    led = unit - (not line.words[unit].startswith("the "))
    if led < 1 or (led < unit and line.tags[led] not in "DY") or line.words[led - 1] not in ("for", "over"):
        return False
    return line.tags[behind : behind + 1] in ("w", "N")
