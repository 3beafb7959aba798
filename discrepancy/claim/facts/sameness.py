"""Whether two mentions of single people can be of one person, and how much speaks for it.

Takes people as far as their mentions tell (:class:`Person`); gives yes or no, and a weight. Names, ages, sorts and sexes may contradict;
how they are heard of one after the other is :mod:`discrepancy.claim.facts.persons`.
"""

from __future__ import annotations

from dataclasses import dataclass

OLDEST = 125
"""Years beyond which nobody is: the upper end where a noun gives none."""


@dataclass(slots=True, eq=False)
class Person:
    """One person as far as the mentions tell. ``first`` is the first of several names; ``other``: brought in as *another* one.
    ``indefinite``: sentences with *a man* for him. ``years``: between which ages what he is called puts him, where no age is told.
    ``introduced``: he is told of as somebody the reader does not know, with *a* or *an*.

    ``full``: the words of his name in full, as the article has it elsewhere; ``heard``: the sentence that told of him last.
    ``since``: the sentence that tells of him first; ``brought_hurt``: there it says plainly, and of somebody new, that he was hurt.
    """

    names: frozenset[str] = frozenset()
    first: str = ""
    sex: str = ""
    age: int | None = None
    years: tuple[int, int] = (0, OLDEST)
    introduced: bool = False
    population: str = ""
    sort: str = ""
    harms: bool = False
    other: bool = False
    only_hit: bool = True
    indefinite: frozenset[int] = frozenset()
    since: int = 0
    brought_hurt: bool = False
    kin: bool = False
    serves: bool = False
    full: frozenset[str] = frozenset()
    heard: int = -1


def may_be(hurt: Person, dead: Person) -> bool:
    """Whether somebody who was hurt may be somebody who is dead: not *another* one, and not told beside him in one sentence."""
    if hurt.brought_hurt and dead.since < hurt.since:
        return False
    return not hurt.other and not hurt.indefinite & dead.indefinite and compatible(hurt, dead) and _one_sort(hurt, dead)


def compatible(a: Person, b: Person) -> bool:
    """Whether nothing that is told of two speaks against their being one: names, sex, age, or what they serve."""
    if a.names.isdisjoint(b.names) and min(len(a.names), len(b.names)) > 1:
        return False
    if a.sex and b.sex and a.sex != b.sex:
        return False
    if (a.serves and b.population == "attackers") or (b.serves and a.population == "attackers"):
        return False
    if (a.kin and b.serves) or (b.kin and a.serves):
        return False
    if _of_one_family(a, b) and not 0 < (a.age or 0) == b.age:
        return False
    if a.age is not None and b.age is not None:
        return a.age == b.age if a.introduced and b.introduced else abs(a.age - b.age) <= 1
    return _meet(a, b)


def two_names(a: Person, b: Person) -> bool:
    """Whether the article has the names of both in full, and they share no word: "Reed and Diaz were shot, and Cole was, too"."""
    return bool(a.full and b.full) and a.full.isdisjoint(b.full)


def _meet(a: Person, b: Person) -> bool:
    """Whether there is an age that both may have; one that is printed, give or take a year."""
    slips = int(a.age is not None or b.age is not None)
    (young, old), (younger, older) = ((p.age, p.age) if p.age is not None else p.years for p in (a, b))
    return young - slips <= older and younger - slips <= old


def _of_one_family(a: Person, b: Person) -> bool:
    """Whether two people share a family name only: Anton and Maria Berg; first names that begin alike may be two forms of one."""
    if not a.first or not b.first or a.first[0] == b.first[0]:
        return False
    return a.first not in b.names and b.first not in a.names


_YOUNG = frozenset(("child", "teen", "pupil"))


def _one_sort(a: Person, b: Person) -> bool:
    """Whether two people may be of one sort: an officer and a gunman are not, nor a woman and a child whose ages nobody gives."""
    if a.population == b.population or "" in (a.population, b.population):
        return True
    if (a.age is None or b.age is None) and "child" in (a.sort, b.sort) and not {a.sort, b.sort} <= _YOUNG:
        return False
    return bool(a.sort or b.sort)


def kinship(a: Person, b: Person) -> int:
    """How much speaks for two compatible mentions being one person."""
    named = 4 * bool(a.names & b.names) + 2 * (a.age is not None and a.age == b.age)
    return (
        named
        + _one_sort(a, b)
        + (a.harms == b.harms)
        + (a.sex == b.sex != "")
        - (bool(a.names) and bool(b.names) and a.names.isdisjoint(b.names))
    )


def merge(person: Person, new: Person) -> None:
    """Adds to a person what a further mention of him tells."""
    person.names = person.names | new.names
    person.first = person.first or new.first
    person.full = person.full or new.full
    person.kin, person.serves = person.kin or new.kin, person.serves or new.serves
    person.sex = person.sex or new.sex
    person.age = person.age if person.age is not None else new.age
    low, high = max(person.years[0], new.years[0]), min(person.years[1], new.years[1])
    person.years = (low, high) if low <= high else person.years
    person.introduced = person.introduced or new.introduced
    if not person.population:
        person.population, person.sort = new.population, new.sort
