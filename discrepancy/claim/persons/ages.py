"""How old people are.

Takes lines with ages and names, and the facts of an article; gives claims. The entity is the person an age stands beside: "Rudd, 22,",
"22-year-old Rudd", "Rudd, a 22-year-old baker", "the 22-year-old, Rudd", "Rudd, a baker, 22"; or the one whom "the 22-year-old" means. Of
people without a name only the one who was killed or wounded, or the one suspect, has an age that is compared: it is the event's, and the
population says who. Where an article tells of several, none has. Nor has somebody told by a given name alone, or by a surname that several
of the article bear: families share them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from discrepancy.annotate.clauses import clause
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.parties import full
from discrepancy.annotate.times import Age
from discrepancy.claim.evidence import Claims
from discrepancy.claim.facts.read import Fact
from discrepancy.claim.owners import Owners, named_in
from discrepancy.claim.persons.aged import called, each_of, given_only, named_behind, person_of, shared_names
from discrepancy.claim.persons.aged_roles import ROLES, deeds, party_of, role_of, told_of_whom
from discrepancy.claim.persons.meant import meant, named_as, named_behind_it, named_later
from discrepancy.model.claims import Name
from discrepancy.model.text import Span
from discrepancy.model.values import Quantity
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_OPENS = 6
"""Units from the start of a sentence within which the one of whom it tells is named."""
_ADVERBS = frozenset(("just", "only"))
_ONCE = frozenset(("when", "since", "until", "before", "after", "while"))
_HIT = frozenset((ROLES["killed"], ROLES["injured"]))
"""The roles of those whom an article calls the victim."""
_DYING_REACH = 10
"""Units between a verb of dying and the age it tells."""


@dataclass(frozen=True, slots=True)
class _Unnamed:
    """An age of somebody without a name: the years, where they stand, the event he has a part in, and the noun for him ("woman")."""

    years: Quantity
    age: Age
    event: str
    noun: str


@dataclass(frozen=True, slots=True)
class _Referring:
    """An age that stands for somebody named before ("the 62-year-old faces charges"), in line ``index``."""

    index: int
    age: Age
    who: str


def age_claims(lines: Sequence[Line], owners: Owners, facts: Sequence[Fact], claims: Claims, rules: Rulebook) -> list[Span]:
    """Claims on ages; gives the spans of those that are in claims now."""
    ages = _Ages(lines, owners, facts, claims, rules)
    for index, line in enumerate(lines):
        for unit, age in line.mentions:
            if isinstance(age, Age) and not _once(line, unit):
                ages.read(index, unit, age)
    ages.refer()
    ages.tell_unnamed()
    return ages.done


class _Ages:
    """The ages of one article: claims on those of named people as they are read, the others kept until all of it is known."""

    def __init__(self, lines: Sequence[Line], owners: Owners, facts: Sequence[Fact], claims: Claims, rules: Rulebook) -> None:
        self.lines, self.owners, self.facts, self.claims, self.rules = lines, owners, facts, claims, rules
        self.done: list[Span] = []
        self._unnamed: dict[str, list[_Unnamed]] = {}
        self._referring: list[_Referring] = []
        self._opened: set[str] = set()
        self._shared = shared_names(lines)
        self._facts: dict[int, list[Fact]] = {}
        for fact in facts:
            self._facts.setdefault(fact.sentence, []).append(fact)

    def read(self, index: int, unit: int, age: Age) -> None:
        """Reads one age: of whom a verb tells it, of those listed before it, of the person beside it, or of somebody without a name."""
        line, single = self.lines[index], len(age.quantities) == 1
        noun = _definite(line, unit, age)
        bearer = named_as(line.words[noun], self.lines, self.rules) if noun is not None else None  # "the driver, 44"
        old = age.words.lower().endswith("old")
        attributive = old and named_behind(line, unit, self.rules) is not None  # "was 32-year-old Bo Quist"
        told = None if attributive else _verb_before(line, unit, age, self.rules)
        if told is not None and (self._by_verb(index, told, unit, age, bearer) or age.words.isdigit()):
            return
        if told is None and line.words[unit - 1] in ("at", "the") and age.words.lower().startswith("age"):
            return  # "at the age of ten, Rudd began to sing"
        if self._listed(index, unit, age):
            return
        person = person_of(line, unit, age, self.rules) if single else None
        if person is not None:
            if not given_only(person) and full(person) not in self._shared:
                span = Span(min(age.span.start, person.span.start), max(age.span.end, person.span.end))
                self._named(called(line, person, self.rules), age, span, index)
        elif noun is not None and bearer is not None and single:
            self._named(bearer, age, line.span(min(noun, unit), max(noun, unit) + 1), index)
        elif single and (behind := named_behind_it(index, unit, self.lines, self.rules)) is not None and behind not in self._shared:
            self._named(behind, age, age.span, index)
        elif not (single and old and self._refers(index, unit, age)):
            role = role_of(line, unit, age, self._facts.get(index, ()), self.rules) or party_of(line, unit, index, self.owners, self.rules)
            self._befell(role, index, unit, age)

    def _by_verb(self, index: int, told: int, unit: int, age: Age, bearer: str | None) -> bool:
        """An age told by a verb: "he was 46", "Rudd died on Sunday at 46", "the driver, who was 63, was killed"."""
        line = self.lines[index]
        if line.words[told - 2 : told - 1] == ("the",) and line.tags[told - 1] == "w":
            subject = named_as(line.words[told - 1], self.lines, self.rules)  # "the attacker was 34" is nobody told of before by name alone
        else:
            subject = _subject(index, line, told, unit, age, self.owners) or bearer
        if subject:
            first = told - 1 - (line.tags[max(0, told - 1)] == "K")  # "Bo Quist, was 64"
            self._named(subject, age, line.span(max(0, first), unit + 1), index)
            return True
        role = told_of_whom(line, told, self._facts.get(index, ()), words_of(self.rules, "suspect"))
        self._befell(role, index, unit, age)
        return bool(role)

    def _listed(self, index: int, unit: int, age: Age) -> bool:
        """Ages of several people in turn, or one of two, whether or not all of them are known."""
        listed = each_of(self.lines[index], unit, age)
        for name, years in listed:
            if name is not None and not given_only(name) and full(name) not in self._shared:
                self._named(full(name), age, Span(name.span.start, age.span.end), index, years)
        if listed:
            self.done.append(age.span)
        return bool(listed)

    def _refers(self, index: int, unit: int, age: Age) -> bool:
        """Whether an age stands for somebody named before, which is settled when all ages are read."""
        whom = meant(index, unit, self.lines, self.claims.said, self.rules)
        if whom is None or full(whom) in self._shared:
            return False
        self._referring.append(_Referring(index, age, full(whom)))
        self._opened |= {full(name) for _, name in named_in(self.lines[index - 1], 0, _OPENS, "person")}
        return True

    def _named(self, who: str, age: Age, span: Span, index: int, years: Quantity | None = None, rule: str = "measure.age") -> None:
        """The claim on somebody's age."""
        value, event = years or age.quantities[0], beside(index, self.owners)
        self.claims.add("age", value, span, rule, event=event, entity=who, unit=f"{age.unit}s")
        self.done.append(age.span)

    def _befell(self, role: str, index: int, unit: int, age: Age) -> None:
        """Keeps the age of somebody without a name who has a part in an event."""
        if role:
            event, noun = self.owners.event(index, unit, deeds(self.rules)), _noun_of(self.lines[index], unit)
            self._unnamed.setdefault(role, []).extend(_Unnamed(years, age, event, noun) for years in age.quantities)

    def refer(self) -> None:
        """Claims on those for whom an age stands: somebody whose age is told elsewhere is somebody else, or needs no guess. Where somebody
        else is told of by the age alone, "the 14-year-old" may be that one; of whom the sentence before tells opens it."""
        known = {claim.entity for claim in self.claims.made if claim.attribute == "age"}
        ages = {age.span for line in self.lines for _, age in line.mentions if isinstance(age, Age)}
        sure = ages <= {*self.done, *(one.age.span for one in self._referring)}
        sure &= len({(one.who, one.age.quantities) for one in self._referring}) == 1
        for one in self._referring:
            if one.who not in known:
                rule = "measure.age" if sure and one.who in self._opened else "measure.age.meant"
                self._named(one.who, one.age, one.age.span, one.index, rule=rule)

    def tell_unnamed(self) -> None:
        """Claims on the age of those without a name, of whom there is one in a role; whom the article names later is that one."""
        several = {ROLES.get(fact.attribute) for fact in self.facts if fact.happened and (fact.additional or fact.value.low != 1)}
        told = {ROLES[fact.attribute] for fact in self.facts if fact.happened and fact.attribute in ("killed", "injured")}
        for role, each in self._unnamed.items():
            one = each[0]
            if not one.event or role in several or len({(other.years, other.event) for other in each}) > 1:
                continue
            lone = role in _HIT and _HIT.isdisjoint((several | told | self._unnamed.keys()) - {role})
            who = named_later(one.noun, self.lines, self.rules, lone=lone) or ""
            if who in self._shared or any(claim.attribute == "age" and claim.entity == who for claim in self.claims.made):
                who = ""
            rule, population = ("measure.age", "") if who else ("measure.age.unnamed", role)
            self.claims.add(
                "age", one.years, one.age.span, rule, event=one.event, entity=who, population=population, unit=f"{one.age.unit}s"
            )
            self.done.append(one.age.span)


def _noun_of(line: Line, unit: int) -> str:
    """The noun for whose age it is: "an 84-year-old woman", "a woman, 84"; "" where none stands there."""
    behind = next((at for at in range(unit + 1, min(unit + 4, len(line.tags))) if line.tags[at] != "w"), unit + 1)
    at = behind - 1 if behind > unit + 1 else unit - 2 if line.tags[unit - 1 : unit] == "K" else -1
    return line.words[at] if at >= 0 and line.tags[at] == "w" else ""


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


def _verb_before(line: Line, unit: int, age: Age, rules: Rulebook) -> int | None:
    """The verb that tells an age: "he was just 46", "Rudd died in Lima on Sunday at the age of 46"; None where none does."""
    if " or " in age.words:
        return None
    at = unit - 1
    while at > 0 and line.words[at] in _ADVERBS:
        at -= 1
    if at > 0 and (line.tags[at] == "b" or line.words[at] in words_of(rules, "turns-age")) and len(age.quantities) == 1:
        return at
    start, _ = clause(line, unit)
    marked = age.words.lower().startswith("age") or line.words[at] == "at"
    dying = next((u for u in range(unit - 1, max(start, unit - _DYING_REACH) - 1, -1) if line.words[u] in words_of(rules, "dying")), None)
    told = dying == at or line.words[at] in ("at", "the", ",") or line.tags[at] == "T"  # "has died aged 71", "died on Friday aged 71"
    return dying if marked and told and len(age.quantities) == 1 else None


def _subject(index: int, line: Line, verb: int, unit: int, age: Age, owners: Owners) -> str:
    """The person whose age a verb tells: the name or the pronoun before it, and before a number that is nothing but an age ("was 46
    when he") the one the sentence speaks of."""
    while verb > 1 and line.tags[verb - 1] in "ha":
        verb -= 1  # "Bo Quist has died aged 71"
    behind_comma = verb > 1 and line.tags[verb - 1] == "K"  # "the driver, Bo Quist, was 64"
    before = line.values[_aside_of(line, verb - 1) if behind_comma else verb - 1] if verb else None
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


def _aside_of(line: Line, comma: int) -> int:
    """The unit before the comma at which a subject ends: of an aside that tells who somebody is, "Bo Quist, the actor who played Inspector
    Rudd, has died", "Bo Quist, author of nine novels, died", the one before that."""
    opens = line.tags.rfind("K", 0, comma)
    trade = opens > 0 and (line.tags[opens + 1] == "D" or line.words[opens + 2] == "of")
    return opens - 1 if trade else comma - 1


def beside(index: int, owners: Owners) -> str:
    """The event beside which a person is told of: the first of the sentence, else the main event."""
    near = owners.told.by_line.get(index, ())
    return near[0].event if near else (owners.told.main.id if owners.told.main is not None else "")
