"""Participles that tell what was done to somebody without a form of *be*: "the teacher kidnapped on Friday".

Takes a line and a draft, or the unit of its verb; gives whether it is so, and to whom. Forms with *be* or *by* are told by
:func:`~discrepancy.annotate.subjects.passive`. And who had it done.
"""

from __future__ import annotations

from discrepancy.annotate.antecedents import antecedent
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import Range, noun_group, without_object
from discrepancy.annotate.parties import party
from discrepancy.annotate.subjects import subject
from discrepancy.claim.events.drafts import Draft
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook


def suffered(line: Line, draft: Draft, rules: Rulebook) -> bool:
    """Whether what is always done to somebody has nobody behind it: "the teacher kidnapped on Friday", "a mayor shot dead in Lima". A
    headline tells in the present what somebody does, so there it is any deed: "Bo Quist stabbed at fair"."""
    verb = line.words[draft.start]
    if line.words[draft.end - 1] in words_of(rules, "felled") and draft.end - draft.start > 1:
        return without_object(line, draft.end - 1)
    befell = draft.type.by_victim or (line.sentence.block == "headline" and bool(draft.type.object))
    return befell and verb.endswith("ed") and without_object(line, draft.end - 1)


def named_before_comma(line: Line, verb: int, rules: Rulebook) -> Range | None:
    """The person before a participle behind a comma: "the release of Boris Vance, kidnapped on Friday"."""
    if verb < 2 or line.tags[verb - 2 : verb] != "NK":
        return None
    group = noun_group(line, verb - 2, verb - 1)
    return group if group[1] == verb - 1 and party(line, group, rules).kind == "person" else None


def called(line: Line, who: Range, rules: Rulebook) -> Range:
    """The name between commas that says who somebody is, else the group itself: "a student leader, | Bo Quist |, was found dead"."""
    at = who[1] + 1
    named = line.tags[who[1] : who[1] + 3] == "KNK" and line.words[who[0]] in ("a", "an", "another")
    return (at, at + 1) if named and party(line, (at, at + 1), rules).kind == "person" else who


def whom(line: Line, who: Range | None, verb: int) -> Range | None:
    """Whom a relative clause tells of before its subject: "the priests whom the army murdered", "the bridge which rebels destroyed"."""
    if who is None or who[0] < 1 or line.words[who[0] - 1] not in ("whom", "which") or not without_object(line, verb):
        return None
    return antecedent(line, who[0] - 1)


def caused(line: Line, who: Range | None, verb: int) -> Range | None:
    """Who had a deed done to those before its participle: "the Front had two judges murdered"."""
    if who is None or who[1] != verb or who[0] < 1 or line.words[who[0] - 1] not in ("had", "have"):
        return None
    return subject(line, who[0] - 1)
