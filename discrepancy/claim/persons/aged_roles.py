"""What part somebody without a name has in an event: the one killed or wounded, the one child among several people, or the suspect.

Takes a line, the unit of an age and the facts of its sentence; gives the role, "" for anybody else.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from discrepancy.annotate.clauses import clause
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.phrases import sorts_of_people
from discrepancy.annotate.times import Age
from discrepancy.annotate.verbgroups import passive
from discrepancy.claim.events.sorts import types_of
from discrepancy.claim.facts.owning import deadly_types
from discrepancy.claim.facts.read import Fact
from discrepancy.claim.owners import Owners
from discrepancy.rulebook.kinds.phrases import Population
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

ROLES = {"killed": "person killed", "injured": "person wounded", "hit": "person wounded", "arrested": "suspect"}
"""What a fact makes of a person, the gravest first."""
_SUSPECT = "suspect"
_OF_A = 3
"""Units from the noun of "mother of a 3-year-old" to the age."""


def told_of_whom(line: Line, verb: int, facts: Sequence[Fact], suspects: frozenset[str]) -> str:
    """What befell somebody without a name of whom a verb or a clause behind a comma tells the age, or that it is the suspect; "" for
    anybody else."""
    if line.words[verb - 2 : verb - 1] == ("the",) and line.words[verb - 1] in suspects:
        return _SUSPECT  # "the attacker was 34"
    if line.words[verb - 1 : verb] != ("who",):
        return ""
    found = [f for f in facts if f.people.start <= line.starts[verb - 1] < f.people.end and f.attribute in ROLES]
    if not found and line.tags[verb - 2 : verb - 1] == "K" and line.words[verb - 3] in suspects:
        return _SUSPECT  # "the driver, who is 18, was going too fast"
    return next((_one(fact, ROLES[fact.attribute]) for fact in found), "")


def _one(fact: Fact, role: str) -> str:
    """A role where one person alone bears it."""
    return role if fact.value.low == fact.value.high == 1 and fact.part_of is None and fact.happened else ""


def _child(fact: Fact, age: Age, role: str, rules: Rulebook) -> str:
    """The role of the one child among several people: "a woman and a 2-year-old boy were wounded", "two people, one of them a 4-year-old
    boy, were"; "" for anybody else."""
    sorts = sorts_of_people(rules)
    part = fact.part_of is not None and sorts.get(fact.population) == "child"
    children = fact.groups if part else [group for group in fact.groups if sorts.get(group.population) == "child"]
    alone = len(children) == 1 and children[0].count.low == children[0].count.high == 1 and fact.happened
    where = fact.people if part else children[0].span if alone else age.span
    return role.replace("person", "child") if alone and age.span.within(where) else ""


def deeds(rules: Rulebook) -> frozenset[str]:
    """Types of events that befall people, the arrest and the trial that follow aside."""
    return deadly_types(rules) | {"theft"}


def role_of(line: Line, unit: int, age: Age, facts: Sequence[Fact], rules: Rulebook) -> str:
    """Who somebody without a name is: the one a fact is about, the one who did it, or the suspect; "" for anybody else."""
    if _of_another(line, unit, rules):
        return ""
    for fact in facts:
        if fact.agent is not None and age.span.within(fact.agent):
            return _SUSPECT
    whose = _of_whom(line, unit, age)
    about = [fact for fact in facts if age.span.within(fact.people) or fact.people.end == whose]
    for attribute, role in ROLES.items():
        of = [fact for fact in about if fact.attribute == attribute]
        if of:
            return _one(of[-1], role) or next((child for fact in of if (child := _child(fact, age, role, rules))), "")
    suspects, (start, end) = words_of(rules, "suspect"), clause(line, unit)
    ahead, back = range(unit + 1, min(end, unit + 6)), range(unit - 1, max(start, unit - 6) - 1, -1)
    # "The 15-year-old girl he is accused of killing" is no suspect, nor one whom a suspect hit.
    reached = (_first(line, ahead, suspects, "OSbhmK"), _first(line, back, suspects, "OSvhm"), _held(line, unit, rules))
    return _SUSPECT if any(reached) else ""


def _of_another(line: Line, unit: int, rules: Rulebook) -> bool:
    """Whether an age only tells whose kin or friend somebody is: "the mother of a 3-year-old girl was shot"."""
    return unit > _OF_A and line.words[unit - 2] == "of" and line.tags[unit - 1] in "DY" and line.words[unit - _OF_A] in _people(rules)


@cache
def _people(rules: Rulebook) -> frozenset[str]:
    return frozenset(noun for rule in rules.of(Population) for noun in rule.nouns)


def _held(line: Line, unit: int, rules: Rulebook) -> bool:
    """Whether a verb right behind an age, or behind its noun, tells that the one who bears it is held: "a man aged 34 is being
    questioned", "the 34-year-old signalman has been questioned"."""
    noun = line.tags[unit + 1 : unit + 3] in ("wb", "wh") and line.words[unit + 1] not in words_of(rules, "questioned")
    at = unit + 1 + noun
    while line.tags[at : at + 1] in ("b", "h", "a"):
        at += 1
    held = line.words[at : at + 1] != () and line.words[at] in words_of(rules, "suspect")
    return held and at > unit + 1 + noun and (noun or line.tags[unit - 1] in "wv")


def _of_whom(line: Line, unit: int, age: Age) -> int:
    """Where the noun ends whose age stands behind *of* or is told by *aged*: "a man of 52", "a cook aged 33"; -1 for any other age."""
    if unit and age.words.lower().startswith("aged "):
        return line.ends[unit - 1]
    at = unit - 1 - (line.words[unit - 1] != "of")
    return line.ends[at - 1] if at > 0 and line.words[at] == "of" else -1


def party_of(line: Line, unit: int, index: int, owners: Owners, rules: Rulebook) -> str:
    """Whether somebody of this age is told to have done a deed, or to be held or tried for one: "a 17-year-old student opened fire",
    "a 16-year-old boy was charged with murder"."""
    if _of_another(line, unit, rules):
        return ""
    for trigger in owners.told.by_line.get(index, ()):
        draft = trigger.draft
        did = draft.actors if draft.type.type in deeds(rules) else ()
        held = (*draft.victims, *draft.targets) if draft.type.type in types_of(rules, "legal") else ()
        if line.words[unit - 1] == "the" and draft.start == unit + 1 and draft.type.type in deeds(rules) and not passive(line, draft.start):
            return _SUSPECT  # "the 12-year-old opened fire"
        if any(one.start <= unit < one.end + 2 * (line.words[one.end : one.end + 1] == ("of",)) for one in (*did, *held)):
            return _SUSPECT  # "a boy of 14 attacked them" too
    return ""


def _first(line: Line, units: range, words: frozenset[str], walls: str) -> bool:
    """Whether one of some words stands at the units before any of another part of speech; ``walls`` are the letters of those parts."""
    for at in units:
        if line.words[at] in words:
            return True
        if line.tags[at] in walls or "'" in line.words[at] or "’" in line.words[at]:  # "he's"
            return False
    return False
