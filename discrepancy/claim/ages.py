"""How old people are.

Takes lines with ages and names, and the facts of an article; gives claims. The entity is the person an age stands beside: "Rudd, 22,",
"22-year-old Rudd", "Rudd, a 22-year-old baker", "the 22-year-old, Rudd", "Rudd, a baker, 22"; or the one whom "the 22-year-old" means. Of
people without a name only the one who was killed or wounded, or the one suspect, has an age that is compared: it is the event's, and the
population says who. Where an article tells of several, none has. Nor has somebody told by a given name alone, or by a surname that several
of the article bear: families share them.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.annotate.clauses import clause
from discrepancy.annotate.grammar import Line, words_of
from discrepancy.annotate.parties import full
from discrepancy.annotate.times import Age
from discrepancy.claim.aged import called, each_of, given_only, named_behind, person_of, shared_names
from discrepancy.claim.evidence import Claims
from discrepancy.claim.facts.owning import deadly_types, legal_types
from discrepancy.claim.facts.read import Fact
from discrepancy.claim.meant import meant, named_as
from discrepancy.claim.owners import Owners, named_in
from discrepancy.model.claims import Name
from discrepancy.model.text import Span
from discrepancy.model.values import Quantity
from discrepancy.rulebook.schema import Rulebook

_OPENS = 6
"""Units from the start of a sentence within which the one of whom it tells is named."""
_ADVERBS = frozenset(("just", "only"))
_ONCE = frozenset(("when", "since", "until", "before", "after", "while"))
_TURNED = frozenset(("turned", "turns"))
_DYING_REACH = 10
"""Units between a verb of dying and the age it tells."""
_ROLES = {"killed": "person killed", "injured": "person wounded", "hit": "person wounded", "arrested": "suspect"}
"""What a fact makes of a person, the gravest first."""
_SUSPECT = "suspect"


def age_claims(lines: Sequence[Line], owners: Owners, facts: Sequence[Fact], claims: Claims, rules: Rulebook) -> list[Span]:
    """Claims on ages; gives the spans of those that are in claims now."""
    done: list[Span] = []
    unnamed: dict[str, list[tuple[Quantity, Span, str, str]]] = {}
    referred: list[tuple[int, Age, str]] = []
    opened: set[str] = set()
    suspects, dying = words_of(rules, "suspect"), words_of(rules, "dying")
    shared = shared_names(lines)
    by_line: dict[int, list[Fact]] = {}
    for fact in facts:
        by_line.setdefault(fact.sentence, []).append(fact)
    for index, line in enumerate(lines):
        for unit, age in line.mentions:
            if not isinstance(age, Age) or _once(line, unit):
                continue
            noun = _definite(line, unit, age)
            bearer = named_as(line.words[noun], lines, rules) if noun is not None else None  # "the driver, 44"
            attributive = age.words.lower().endswith("old") and named_behind(line, unit, rules) is not None  # "was 32-year-old Bo Quist"
            told = None if attributive else _verb_before(line, unit, age, dying)
            if told is not None:  # "he was 46", "Rudd died on Sunday at 46"
                subject = _subject(index, line, told, unit, age, owners) or bearer or ""
                if subject:
                    first = told - 1 - (line.tags[max(0, told - 1)] == "K")  # "Bo Quist, was 64"
                    span, event = line.span(max(0, first), unit + 1), beside(index, owners)
                    claims.add("age", age.quantities[0], span, "measure.age", event=event, entity=subject, unit=f"{age.unit}s")
                    done.append(age.span)
                role = "" if subject else _told_of_whom(line, told, by_line.get(index, ()), suspects)
                if role:  # "the driver, who was 63, was killed"
                    event = owners.event(index, unit, _deeds(rules))
                    unnamed.setdefault(role, []).append((age.quantities[0], age.span, f"{age.unit}s", event))
                if subject or role or age.words.isdigit():
                    continue
            if told is None and line.words[unit - 1] in ("at", "the") and age.words.lower().startswith("age"):
                continue  # "at the age of ten, Rudd began to sing"
            listed = each_of(line, unit, age)
            for name, years in zip(listed, age.quantities, strict=False):
                if name is not None and not given_only(name) and full(name) not in shared:
                    span, event = Span(name.span.start, age.span.end), beside(index, owners)
                    claims.add("age", years, span, "measure.age", event=event, entity=full(name), unit=f"{age.unit}s")
            if listed:
                done.append(age.span)
                continue
            person = person_of(line, unit, age, rules) if len(age.quantities) == 1 else None
            if person is None and noun is not None and bearer is not None and len(age.quantities) == 1:
                span, event = line.span(min(noun, unit), max(noun, unit) + 1), beside(index, owners)
                claims.add("age", age.quantities[0], span, "measure.age", event=event, entity=bearer, unit=f"{age.unit}s")
                done.append(age.span)
                continue
            if person is None and len(age.quantities) == 1 and age.words.lower().endswith("old"):
                whom = meant(index, unit, lines, claims.said, rules)
                if whom is not None and full(whom) not in shared:
                    referred.append((index, age, full(whom)))
                    opened |= {full(name) for _, name in named_in(lines[index - 1], 0, _OPENS, "person")}
                    continue
            if person is not None and (given_only(person) or full(person) in shared):
                continue
            if person is not None:
                span = Span(min(age.span.start, person.span.start), max(age.span.end, person.span.end))
                event = beside(index, owners)
                claims.add(
                    "age", age.quantities[0], span, "measure.age", event=event, entity=called(line, person, rules), unit=f"{age.unit}s"
                )
                done.append(age.span)
            elif role := _role(line, unit, age, by_line.get(index, ()), suspects) or _party(line, unit, index, owners, rules):
                event = owners.event(index, unit, _deeds(rules))
                unnamed.setdefault(role, []).extend((quantity, age.span, f"{age.unit}s", event) for quantity in age.quantities)
    known = {claim.entity for claim in claims.made if claim.attribute == "age"}
    # Where somebody else is told of by the age alone, "the 14-year-old" may be that one; of whom the sentence before tells opens it.
    ages = {age.span for line in lines for _, age in line.mentions if isinstance(age, Age)}
    sure = ages <= {*done, *(age.span for _, age, _ in referred)} and len({(who, age.quantities) for _, age, who in referred}) == 1
    for index, age, who in referred:  # somebody whose age is told elsewhere is somebody else, or needs no guess
        if who not in known:
            event = beside(index, owners)
            rule = "measure.age" if sure and who in opened else "measure.age.meant"
            claims.add("age", age.quantities[0], age.span, rule, event=event, entity=who, unit=f"{age.unit}s")
            done.append(age.span)
    several = {_ROLES.get(fact.attribute) for fact in facts if fact.happened and (fact.additional or fact.value.low != 1)}
    for role, each in unnamed.items():
        quantity, span, measure, event = each[0]
        if event and role not in several and len({(amount, name) for amount, _, name, _ in each}) == 1:
            claims.add("age", quantity, span, "measure.age.unnamed", event=event, population=role, unit=measure)
            done.append(span)
    return done


def _definite(line: Line, unit: int, age: Age) -> int | None:
    """Where the noun behind *the* stands whose age is told: "the driver, 44", "the driver, who was 44", "the 44-year-old driver"."""
    if line.words[unit - 1 : unit] == ("the",) and age.words.lower().endswith("old") and line.tags[unit + 1 : unit + 2] == "w":
        return unit + 1
    at = unit - 1
    if at > 1 and line.tags[at] == "b" and line.words[at - 1] == "who":
        at -= 2
    return at - 1 if at > 1 and line.tags[at] == "K" and line.words[at - 2] == "the" else None


def _once(line: Line, unit: int) -> bool:
    """Whether an age is one of the past: "Rudd, then five months old"."""
    at = unit - 1
    while at > 0 and line.tags[at] == "D":
        at -= 1
    return at >= 0 and line.words[at] in ("then", "once")


def _verb_before(line: Line, unit: int, age: Age, verbs: frozenset[str]) -> int | None:
    """The verb that tells an age: "he was just 46", "Rudd died in Lima on Sunday at the age of 46"; None where none does."""
    if " or " in age.words:
        return None
    at = unit - 1
    while at > 0 and line.words[at] in _ADVERBS:
        at -= 1
    if at > 0 and (line.tags[at] == "b" or line.words[at] in _TURNED) and len(age.quantities) == 1:
        return at
    start, _ = clause(line, unit)
    marked = age.words.lower().startswith("age") or line.words[at] == "at"
    dying = next((u for u in range(unit - 1, max(start, unit - _DYING_REACH) - 1, -1) if line.words[u] in verbs), None)
    return dying if marked and line.words[at] in ("at", "the", ",") and len(age.quantities) == 1 else None


def _subject(index: int, line: Line, verb: int, unit: int, age: Age, owners: Owners) -> str:
    """The person whose age a verb tells: the name or the pronoun before it, and before a number that is nothing but an age ("was 46
    when he") the one the sentence speaks of."""
    behind_comma = verb > 1 and line.tags[verb - 1] == "K"  # "the driver, Bo Quist, was 64"
    before = line.values[verb - 1 - behind_comma] if verb else None
    if verb > 1 and line.words[verb - 2] in _ONCE:
        return ""  # "when she was five", "when Rudd was 34": not now
    if isinstance(before, Name):
        return full(before) if before.kind == "person" and not given_only(before) else ""
    if verb and line.words[verb - 1] == "who":
        named = named_in(line, verb - 3, verb, "person")
        return full(named[-1][1]) if named else ""
    pronoun = verb > 0 and line.words[verb - 1] in ("he", "she", "who")
    if not pronoun and (line.tags[verb] != "b" or not age.words.isdigit()):
        return ""
    return owners.person(index, unit)


def _told_of_whom(line: Line, verb: int, facts: Sequence[Fact], suspects: frozenset[str]) -> str:
    """What befell somebody without a name of whom a clause behind a comma tells the age, or that it is the suspect; "" for anybody else."""
    if line.words[verb - 1 : verb] != ("who",):
        return ""
    found = [f for f in facts if f.people.start <= line.starts[verb - 1] < f.people.end and f.attribute in _ROLES]
    if not found and line.tags[verb - 2 : verb - 1] == "K" and line.words[verb - 3] in suspects:
        return _SUSPECT  # "the driver, who is 18, was going too fast"
    return next((_one(fact, _ROLES[fact.attribute]) for fact in found), "")


def _one(fact: Fact, role: str) -> str:
    """A role where one person alone bears it."""
    return role if fact.value.low == fact.value.high == 1 and fact.part_of is None and fact.happened else ""


def _child(fact: Fact, age: Age, role: str) -> str:
    """The role of the one child among several people: "a woman and a 2-year-old boy were wounded", "two people, one of them a 4-year-old
    boy, were"; "" for anybody else."""
    part = fact.part_of is not None and fact.population == "children"
    children = fact.groups if part else [group for group in fact.groups if group.population == "children"]
    alone = len(children) == 1 and children[0].count.low == children[0].count.high == 1 and fact.happened
    where = fact.people if part else children[0].span if alone else age.span
    return role.replace("person", "child") if alone and age.span.within(where) else ""


def beside(index: int, owners: Owners) -> str:
    """The event beside which a person is told of: the first of the sentence, else the main event."""
    near = owners.told.by_line.get(index, ())
    return near[0].event if near else (owners.told.main.id if owners.told.main is not None else "")


def _deeds(rules: Rulebook) -> frozenset[str]:
    """Types of events that befall people, the arrest and the trial that follow aside."""
    return deadly_types(rules) | {"theft"}


def _role(line: Line, unit: int, age: Age, facts: Sequence[Fact], suspects: frozenset[str]) -> str:
    """Who somebody without a name is: the one a fact is about, the one who did it, or the suspect; "" for anybody else."""
    for fact in facts:
        if fact.agent is not None and age.span.within(fact.agent):
            return _SUSPECT
    whose = _of_whom(line, unit, age)
    about = [fact for fact in facts if age.span.within(fact.people) or fact.people.end == whose]
    for attribute, role in _ROLES.items():
        of = [fact for fact in about if fact.attribute == attribute]
        if of:
            return _one(of[-1], role) or next((child for fact in of if (child := _child(fact, age, role))), "")
    start, end = clause(line, unit)
    ahead, back = range(unit + 1, min(end, unit + 6)), range(unit - 1, max(start, unit - 6) - 1, -1)
    # "The 15-year-old girl he is accused of killing" is no suspect, nor one whom a suspect hit.
    reached = (_first(line, ahead, suspects, "OSbhmK"), _first(line, back, suspects, "OSvhm"), _held(line, unit, suspects))
    return _SUSPECT if any(reached) else ""


def _held(line: Line, unit: int, suspects: frozenset[str]) -> bool:
    """Whether a verb right behind an age tells that the one who bears it is held: "a man aged 34 is being questioned"."""
    at = unit + 1
    while line.tags[at : at + 1] in ("b", "h", "a"):
        at += 1
    return at > unit + 1 and line.tags[unit - 1] in "wv" and line.words[at : at + 1] != () and line.words[at] in suspects


def _of_whom(line: Line, unit: int, age: Age) -> int:
    """Where the noun ends whose age stands behind *of* or is told by *aged*: "a man of 52", "a cook aged 33"; -1 for any other age."""
    if unit and age.words.lower().startswith("aged "):
        return line.ends[unit - 1]
    at = unit - 1 - (line.words[unit - 1] != "of")
    return line.ends[at - 1] if at > 0 and line.words[at] == "of" else -1


def _party(line: Line, unit: int, index: int, owners: Owners, rules: Rulebook) -> str:
    """Whether somebody of this age is told to have done a deed, or to be held or tried for one: "a 17-year-old student opened fire",
    "a 16-year-old boy was charged with murder"."""
    for trigger in owners.told.by_line.get(index, ()):
        draft = trigger.draft
        did = draft.actors if draft.type.type in _deeds(rules) else ()
        held = (*draft.victims, *draft.targets) if draft.type.type in legal_types(rules) else ()
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
