"""Whom a fact counts: the people that a pattern caught, added up, resolved and trimmed.

Takes a phrased sentence and a range of units; gives the groups, their sum and their population. Plain code for what no pattern can say:
coordination ("his wife and two children"), a second clause that begins with people ("killed nine and two were hurt").
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.phrases import SOME, PeopleGroup, VerbGroup
from discrepancy.annotate.tokens import Sentence
from discrepancy.claim.facts.antecedents import RELATIVE, antecedents, counted_before, owner_before, told_apart, whole_of
from discrepancy.claim.facts.beside import aimed, alive, counted_by, dead, noun_behind, shared_noun
from discrepancy.claim.facts.companions import POSSESSIVES, companions
from discrepancy.claim.facts.countable import countable, of_a_road, part_of_things
from discrepancy.claim.facts.lists import group_at, one_list, total, word_at
from discrepancy.claim.facts.subject import in_list, listed_before, number, plural, subject
from discrepancy.claim.facts.trimming import (
    PREPOSITIONS,
    among_them,
    bare_participle,
    before_verb,
    behind_verb,
    included,
    included_who,
    object_before,
    possessed,
    right_before,
    told_before,
    verb_at,
)
from discrepancy.model.values import Quantity
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_OWNED = 6
"""Units before people within which it is told whose they are, and which part of them."""
_UNBORN = "unborn "


@dataclass(frozen=True, slots=True)
class Victims:
    """The people a fact counts: units ``[start, end)``, their sum, population and groups."""

    start: int
    end: int
    value: Quantity
    population: str
    groups: tuple[PeopleGroup, ...]
    additional: bool


def victims(sentence: Sentence, start: int, end: int, match_end: int, rules: Rulebook) -> Victims | None:
    """The people at units ``[start, end)`` of a fact whose pattern ends at unit ``match_end``; None when nobody is left."""
    units = countable(sentence, start, end, rules) or right_before(sentence, end, match_end)
    if not units:
        return None
    if end == match_end and told_before(sentence, units):
        return None
    if end == match_end or (end + 2 == match_end and (word_at(sentence, end), word_at(sentence, end + 1)) == ("to", "death")):
        units = possessed(sentence, behind_verb(sentence, units, rules))
        if len(units) == 1 and (told := counted_before(sentence, units[0])) is not None:
            return Victims(units[0], units[0] + 1, told.count, told.population, (told,), told.additional)
        found = _victims(sentence, units, rules)
        return found if found is None or found.population else replace(found, population=shared_noun(sentence, found.end, rules))
    verb = verb_at(sentence, end, match_end)
    if len(units) > 1:
        units = units[: among_them(sentence, units)]
    if verb is not None and word_at(sentence, units[-1] + 1) == "casualties":
        return None  # "29 casualties, including dead": not 29 dead
    if verb is not None and (part := included_who(sentence, units[-1], verb)) is not None:
        units = [part]  # "seven people, including one who died"
    elif verb is not None and bare_participle(sentence, verb) and (part := included(sentence, units[-1], verb)) is not None:
        units = [part]  # "six people, including the two killed, were shot"
    elif verb is not None:
        own = subject(sentence, units, verb, rules)
        if own is None:
            return None
        units = own
    if verb == units[-1] + 1 and word_at(sentence, units[-1]).startswith("none of") and " " not in word_at(sentence, verb):
        return None  # "none of the wounded died"
    if verb is not None and (
        alive(sentence, verb) or counted_by(sentence, verb) or dead(sentence, units[0], verb, rules) or aimed(sentence, verb)
    ):
        return None  # "in no danger of dying"; "two bodies were taken to the hospital"; "they were shot at and fled"
    if word_at(sentence, units[0] - 1) == "by":
        if verb is None or len(units) == 1 or units[-1] != verb - 1 or word_at(sentence, verb - 2) != ",":
            return None  # "shot by another boy, and died": who did it is not who died
        units = units[-1:]  # "in a post by Anton Berg, a second man was hurt"
    if verb is not None and part_of_things(sentence, units, verb):
        return None
    if len(units) == 1 and (share := _number_of(sentence, units[0])) is not None:
        return Victims(share[0], units[0] + 1, share[1].count, share[1].population, (share[1],), False)
    if len(units) == 1 and _some_of(sentence, units[0], rules):
        return None  # "a third of the 60 passengers were hurt"
    if verb is not None and _hers(sentence, units[0], verb):
        return None
    if object_before(sentence, units[0]):
        return None  # "the boy he shot": it befell the boy
    bare = len(units) == 1 and isinstance(sentence.values[units[0]], QuantityMention)
    behind = bare and word_at(sentence, units[0] - 1) in PREPOSITIONS - {"with"} and not _dead_of(sentence, units[0], verb, rules)
    behind = behind and not _one_of(sentence, units[0], verb) and not _raised_to(sentence, units[0])
    if bare and verb is not None and (behind or of_a_road(sentence, units[0])):
        return None  # "a father of three was shot"; but "eleven dead, with nine fatalities in A"
    whole = noun_behind(sentence, units[0], verb) if len(units) == 1 and verb is not None else None
    if verb is not None and whole is not None:
        return Victims(units[0], verb + 2, whole.count, whole.population, (whole,), whole.additional)
    if (numbered := _spelled_out(sentence, units)) is not None:
        return _victims(sentence, [numbered], rules)
    if len(units) > 1:
        units = before_verb(sentence, units, reduced=verb is not None and bare_participle(sentence, verb))
    if verb is not None and len(units) > 1 and (owner := owner_before(sentence, units[0])) is not None:
        units = [owner, *units]
    if verb is not None and (noun := told_apart(sentence, units)) is not None:
        units = [noun]
    elif verb is not None and plural(sentence, verb) and len(units) == 1:
        units = listed_before(sentence, units[0])
        if len(units) == 1 and in_list(sentence, units[0]):
            return _victims_unknown(sentence, units[0])
    found = _victims(sentence, units + companions(sentence, verb), rules)
    return found if found is None or verb is None else _of_all(sentence, found, verb, rules)


def called(sentence: Sentence, unit: int) -> Victims | None:
    """The people at a unit whose noun says that they were hit, two and more: the four of "none of the four gunshot victims"."""
    group = group_at(sentence, unit)
    if group is None or ((group.partial or group.count.high == 0) and group.whole is None):
        return None
    group = whole_of(group) if group.whole is not None else group
    if group.count.vague or (group.count.low or 0) < 2:
        return None
    return Victims(unit, unit + 1, group.count, group.population, (group,), group.additional)


def _hers(sentence: Sentence, unit: int, verb: int) -> bool:
    """Whether *her* says whose something is that is nobody, and the verb is told of it: "her dogs died"."""
    return word_at(sentence, unit) == "her" and verb == unit + 2 and word_at(sentence, unit + 1).endswith("s")


def _number_of(sentence: Sentence, unit: int) -> tuple[int, PeopleGroup] | None:
    """The number of people told as some of somebody's people at a unit, and its unit: the 30 of "30 of the school's 80 pupils"."""
    whole = group_at(sentence, unit)
    if whole is None or not whole.counted or word_at(sentence, unit - 1) not in ("'s", "’s", "'"):
        return None
    for at in range(unit - 2, max(unit - _OWNED, -1), -1):
        some = group_at(sentence, at)
        if some is not None:
            told = some.counted and not some.name and word_at(sentence, at).split(" ")[-2:] in (["of", "the"], ["of", "its"])
            return (at, replace(whole, count=some.count)) if told else None
    return None


def _some_of(sentence: Sentence, unit: int, rules: Rulebook) -> bool:
    """Whether a part of the people at a unit is told, and not as a number of them."""
    group = sentence.values[unit]
    counted = isinstance(group, QuantityMention) or (isinstance(group, PeopleGroup) and group.counted)
    at = unit - 1
    while at > unit - _OWNED and word_at(sentence, at) not in ("of", ",", "."):
        at -= 1
    owned = at == unit - 1 or word_at(sentence, unit - 1) in ("'s", "’s")  # "a third of the village's 90 inhabitants"
    return counted and owned and word_at(sentence, at) == "of" and word_at(sentence, at - 1) in words_of(rules, "fraction")


def _dead_of(sentence: Sentence, unit: int, verb: int | None, rules: Rulebook) -> bool:
    """Whether a bare number behind a preposition counts the dead or the hurt: "a tally of 24 dead"; but not "a mother of three dead"."""
    if verb != unit + 1 or word_at(sentence, verb) not in words_of(rules, "toll") or word_at(sentence, unit - 1) not in ("of", "at", "to"):
        return False
    return group_at(sentence, unit - 2) is None


def _raised_to(sentence: Sentence, unit: int) -> bool:
    """Whether what is raised stands behind the bare number: "raising to 17 the number of people killed"."""
    return word_at(sentence, unit - 1) == "to" and word_at(sentence, unit + 1) == "the"


def _one_of(sentence: Sentence, unit: int, verb: int | None) -> bool:
    """Whether one is told as some of a bare number right before a participle: "he was one of four hurt"."""
    if verb != unit + 1 or word_at(sentence, unit - 1) != "of" or not bare_participle(sentence, verb):
        return False
    return unit > 1 and isinstance(sentence.values[unit - 2], QuantityMention)


def _spelled_out(sentence: Sentence, units: list[int]) -> int | None:
    """The unit of a number of people whom a dash names one by one, and whose kin stand between: "two children of another wife - a
    daughter and a son - were hurt"."""
    first = units[0] - 2
    numbered = sentence.values[first] if first >= 0 else None
    if len(units) < 3 or not isinstance(numbered, PeopleGroup) or not numbered.counted or not numbered.count.exact:
        return None
    if word_at(sentence, units[0] - 1) not in ("of", "from", "by") or word_at(sentence, units[0] + 1) not in ("-", "–", "—"):
        return None
    return first if total([g.count for u in units[1:] if (g := group_at(sentence, u)) is not None]) == numbered.count else None


def _of_all(sentence: Sentence, found: Victims, verb: int, rules: Rulebook) -> Victims:
    """What befell all of them and not some: "one of the six people killed" was one of six."""
    value, group = sentence.values[verb], found.groups[0]
    none_of = group.count.high == 0 and group.whole is not None  # "none of the four people shot has died"
    if len(found.groups) > 1 or not (group.partial or none_of) or not isinstance(value, VerbGroup) or not bare_participle(sentence, verb):
        return found
    told_as = word_at(sentence, found.start - 1) in ("was", "is", "were", "are", "among")  # "he was one of four killed, police said"
    if (word_at(sentence, verb + 1) in (",", ".", "") and not told_as) or value.outcome in ("die", "missing", "suffer"):
        return found
    words = group.words.lower().split()
    if group.whole is None and words[-2:] == ["of", "those"]:
        return replace(found, value=Quantity(group.count.low, None))  # "eleven of those killed were brothers": eleven at least
    own = group.whole is None and words[words.index("of") + 1] in POSSESSIVES if "of" in words[:-1] else False
    if own or word_at(sentence, found.start - 1) in words_of(rules, "leaves"):
        return found  # "left three of its soldiers killed": the three
    all_of_them = whole_of(group)
    count = all_of_them.count
    if group.whole is None and (group.count.low or 0) > 1:  # "five of the people shot were bystanders": five at least
        count = Quantity(group.count.low, None)
    return replace(found, value=count, groups=(all_of_them,), additional=False)


def _victims_unknown(sentence: Sentence, unit: int) -> Victims:
    """More than one person, of whom only the last could be read."""
    words = sentence.words(unit, unit + 1)
    return Victims(unit, unit + 1, SOME, "", (PeopleGroup(sentence.span_of(unit, unit + 1), words, SOME),), False)


def _victims(sentence: Sentence, units: list[int], rules: Rulebook) -> Victims | None:
    """The groups at the units, added up."""
    groups: list[PeopleGroup] = []
    for group in one_list(sentence, units, rules):
        if group.words.lower() not in RELATIVE:
            groups.append(group)
        elif not groups:
            groups = antecedents(sentence, units[0], rules)
            if not groups:
                return None
    if not groups:
        return None
    some = [group for group in groups if group.count.high != 0]
    groups = some or groups  # "five sailors and no guests died"
    if len(groups) > 1:  # an unborn child is one of the dead to some and not to others
        groups = [replace(g, count=Quantity(0, g.count.high)) if _UNBORN in g.words.lower() else g for g in groups]
    populations = {g.population for g in groups}
    if populations == {"", groups[0].population} and groups[0].name and number(replace(groups[0], name="", counted=False, count=SOME)):
        populations = {groups[0].population}  # "officers Anton Berg and Karl Holm"
    population = populations.pop() if len(populations) == 1 else ""
    value = total([g.count for g in groups])
    return Victims(units[0], units[-1] + 1, value, population, tuple(groups), groups[0].additional)
