"""People told one by one: who is dead, who is hurt, and which mentions are one person.

Takes facts about single people, in the order of the text; counts people. Two mentions are one person unless their names, ages or sorts
contradict each other, or the later one brings somebody in ("a man was also shot"); a pronoun or *the victim* is always somebody told
before. Knows nothing of who they are beyond that.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from discrepancy.annotate.layers import annotate
from discrepancy.annotate.phrases import PeopleGroup, sorts_of_people
from discrepancy.claim.facts.read import Fact, facts
from discrepancy.claim.facts.sameness import OLDEST, Person, compatible, kinship, may_be, merge, two_names
from discrepancy.model.text import Block, Document, Span
from discrepancy.model.values import Quantity
from discrepancy.notation.values import parse
from discrepancy.rulebook.kinds.facts import LifeStage
from discrepancy.rulebook.kinds.phrases import Population
from discrepancy.rulebook.schema import Rule, Rulebook

_WORDS = {
    w: n for n, w in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1)
}
_SEXES = {"man": "m", "woman": "f"}
"""The sex of a sort of people."""
_DECADE = re.compile(r"\bin (?:his|her|their) (?:early |mid[- ]?|late )?([1-9])0s\b")
_AGE = re.compile(rf"(?<=[,(] )(\d{{1,3}})\b|\b(\d{{1,3}})(?=[- ](?:year|yr|month))|\b({'|'.join(_WORDS)})[- ]year")


_MINOR = 17
"""Years up to which a noun tells of a child."""
_SLACK = 3
"""Years by which a child may be older than the noun says where the text goes on to call it so."""


class Persons:
    """Single people, merged as they are heard of."""

    def __init__(self, rules: Rulebook) -> None:
        self._years, self._serving, self._sorts = _stages(rules), _serving(rules), sorts_of_people(rules)
        self.people: list[Person] = []
        self._last = ("", -9)
        self._told: dict[PeopleGroup, Person] = {}
        """Who was told by which words."""

    def hear(self, fact: Fact, *, new: bool = True) -> None:
        """Take in the single people of a fact; with ``new=False`` only what it says of people heard of before, and whom it tells of in
        one list with them: "Sund and Alder were pronounced dead"."""
        fresh: list[Person] = []
        new = new or (len(fact.groups) == 2 and any(self._named(group) for group in fact.groups))
        beside = self._last[0] == fact.block and 0 <= fact.sentence - self._last[1] <= 1
        self._last = (fact.block, fact.sentence)
        for group in fact.groups:
            if group.count.low == 1 and group.count.high == 1 and not group.partial:
                known = len(self.people)
                # "A boy shot another boy": another than who did it, where nobody was told of just before.
                told = group if beside else replace(group, additional=False)
                person = self._told.get(group) or self._find(told, fresh, new, fact)
                self._told[group] = person
                person.heard = fact.sentence
                if len(self.people) > known:
                    person.since = fact.sentence
                    plain = fact.attribute == "injured" and not fact.loose
                    person.brought_hurt = plain and (person.kin or not (group.definite or group.pronoun or group.name))
                person.only_hit = person.only_hit and fact.attribute == "hit"
                beside_one = group.words.lower().startswith("the other")  # "killing one and wounding the other"
                if fact.attribute != "hit" and (beside_one or not (group.definite or group.pronoun)):
                    person.indefinite |= {fact.sentence}
                person.other = person.other or (group.additional and fact.attribute != "hit") or (fact.also and _introduces(group))
                fresh.append(person)

    def __len__(self) -> int:
        return len(self.people)

    def _named(self, group: PeopleGroup) -> bool:
        """Whether somebody told of before bears a name of the group, and may be the one."""
        new = _read(group, self._years, self._serving, self._sorts)
        return any(not new.names.isdisjoint(person.names) and compatible(person, new) for person in self.people)

    def named(self) -> int:
        """How many of them bear names that cannot be one person's."""
        return sum(bool(p.names) for p in self.people)

    def all_harm(self) -> bool:
        """Whether each of them did harm: gunmen, and whoever shot himself."""
        return all(p.harms for p in self.people)

    def none_of(self, population: str) -> bool:
        """Whether none of them can be one of people who are counted so: a gunman is no police officer, a woman no man."""
        return bool(population) and all(self._excludes(p, population) for p in self.people)

    def none_as_old(self, group: PeopleGroup) -> bool:
        """Whether people are told to be of an age that none of them has; no where one of either is of no told age."""
        age = _read(group, self._years, self._serving, self._sorts).age
        return age is not None and all(p.age is not None and abs(p.age - age) > 1 for p in self.people)

    def _excludes(self, person: Person, population: str) -> bool:
        if population in self._serving:
            return person.harms or person.population == "attackers"
        sex = _SEXES.get(self._sorts.get(population, ""), "")
        return (population == "attackers" and person.serves) or (sex != "" and person.sex not in ("", sex))

    def all_only_hit(self) -> bool:
        """Whether of each of them no more is told than that he was hit, be it deadly or not."""
        return all(p.only_hit for p in self.people)

    def known_as(self, word: str) -> bool:
        """Whether a word in small letters means one of them: a part of his name, or a pronoun of his sex."""
        sex = {"he": "m", "she": "f"}.get(word)
        return any(word in p.names or (sex is not None and p.sex in ("", sex)) for p in self.people)

    def without(self, others: Persons, unknown: int = 0) -> int:
        """How many are none of the ``others``: each of those takes away the one person who may be the same.

        ``unknown`` more others, of whom nothing is told, may each be one of those who were hit and of whom no more is told.
        """
        left = list(self.people)
        for other in others.people:
            same = [p for p in left if may_be(p, other)]
            if same:
                left.remove(max(same, key=lambda p: kinship(p, other)))
        vague = sum(p.only_hit and not p.other for p in left)
        return len(left) - min(unknown, vague)

    def _find(self, group: PeopleGroup, taken: list[Person], add: bool, fact: Fact) -> Person:
        """The person a mention speaks of; a new one when nobody known fits. Two mentions of one list are two people.

        Where it befell him as it befell others, "a man" is none of those told before, unless one is told so, too.
        """
        new = _read(group, self._years, self._serving, self._sorts)
        reflexive = group.words.lower() in ("himself", "herself")
        new.harms = new.harms or reflexive
        if not group.additional:
            known = [p for p in reversed(self.people) if not any(p is other for other in taken) and compatible(p, new)]
            known = [p for p in known if fact.sentence - p.heard > 1 or not two_names(p, new)]
            if fact.also and new.introduced:
                known = [p for p in known if p.other or p.age == new.age is not None]
            for person in sorted(known, key=lambda p: -kinship(p, new)):
                merge(person, new)
                return person
        if add:
            self.people.append(new)
        return new


def _read(group: PeopleGroup, years: Mapping[str, tuple[int, int]], serving: frozenset[str], sorts: Mapping[str, str]) -> Person:
    age = None
    found = _AGE.search(group.words.lower())
    if found:
        age = int(found[1] or found[2]) if found[1] or found[2] else _WORDS[found[3]]
        if group.words.lower()[found.end() :].lstrip(" -").startswith("month"):
            age //= 12
    told = [w.lower() for w in re.findall(r"[^\W\d_]{3,}", group.name) if w[0].isupper()]
    kin = bool(group.head) and group.words.lower().startswith(("his ", "her "))  # but "his injuries"
    serves = group.population in serving
    first = told[0] if len(told) > 1 else ""
    full = frozenset((group.full or (group.name if first else "")).lower().split())
    return Person(
        frozenset(told), first, group.sex, age, _bounds(group, years), _introduces(group), group.population,
        sorts.get(group.population, ""), group.harms, kin=kin, serves=serves, full=full,
    )  # fmt: skip


def _introduces(group: PeopleGroup) -> bool:
    """Whether words bring somebody in: "a 19-year-old man"."""
    return not group.name and not group.partial and group.words.lower().startswith(("a ", "an "))


def _bounds(group: PeopleGroup, years: Mapping[str, tuple[int, int]]) -> tuple[int, int]:
    """Between which ages somebody is, by how he is brought in: "a toddler", "a man in his 20s". What he is called after that ("this young
    man" for a boy) says less, and a line without articles may be a link to another story."""
    if not _introduces(group):
        high = years.get(group.head.lower(), (0, OLDEST))[1]
        minor = high <= _MINOR and group.words.lower().startswith("the ")
        return (0, high + _SLACK) if minor else (0, OLDEST)
    if decade := _DECADE.search(group.words.lower()):
        return 10 * int(decade[1]), 10 * int(decade[1]) + 9
    return years.get(group.head.lower(), (0, OLDEST))


@cache
def _serving(rules: Rulebook) -> frozenset[str]:
    """What the police and soldiers are counted as."""
    return frozenset(rule.label for rule in rules.of(Population) if rule.serves)


@cache
def _stages(rules: Rulebook) -> dict[str, tuple[int, int]]:
    """The ages in whole years between which a noun puts somebody; without an upper end any."""
    found: dict[str, tuple[int, int]] = {}
    for rule in rules.of(LifeStage):
        value = parse(rule.years, Quantity)
        assert isinstance(value, Quantity)  # the kind asked for
        found |= dict.fromkeys(rule.words, (int(value.low or 0), int(value.high) if value.high is not None else OLDEST))
    return found


def shows(rule: Rule, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """Whom a text brings in by a noun of the rule, and between which ages that puts them, in notation."""
    assert isinstance(rule, LifeStage)
    document = Document("", "", "", text, (Block("body", Span(0, len(text))),))
    groups = (group for fact in facts(annotate(document, rules).sentences, rules) for group in fact.groups)
    return [(group.words, rule.years) for group in groups if group.head.lower() in rule.words and _introduces(group)]
