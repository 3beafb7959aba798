"""Whom a fact counts: the people that a pattern caught, added up, resolved and trimmed.

Takes a phrased sentence and a range of units; gives the groups, their sum and their population. Plain code for what no pattern can say:
coordination ("his wife and two children"), a second clause that begins with people ("killed nine and two were hurt").
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile

from discrepancy.annotate.grammar import words_of
from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.phrases import SOME, PeopleGroup, VerbGroup
from discrepancy.annotate.tokens import Sentence
from discrepancy.claim.facts.antecedents import RELATIVE, antecedents, whole_of
from discrepancy.claim.facts.beside import aimed, alive, counted_by, dead, noun_behind, shared_noun
from discrepancy.claim.facts.companions import POSSESSIVES, companions
from discrepancy.claim.facts.countable import countable, of_a_road, part_of_things
from discrepancy.claim.facts.lists import group_at, one_list, total, word_at
from discrepancy.claim.facts.subject import PLURAL, SINGULAR, in_list, listed_before, number, plural, subject
from discrepancy.model.values import Quantity
from discrepancy.rulebook.schema import Rulebook

# Closed classes of function words: what they tell is grammar, and the same in every rulebook.
_PREPOSITIONS = frozenset(("of", "on", "in", "at", "by", "with", "to", "against", "along"))
_OBJECTS = frozenset(("him", "them", "me", "us"))
_LEAVES = frozenset(("left", "leaving", "leaves", "leave"))
_REFLEXIVE = frozenset(("himself", "herself", "themselves", "self"))
_SPEAKERS = 6
"""Units behind *and* within which the verb of those stands who say a sentence."""
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
    units = countable(sentence, start, end, rules) or _right_before(sentence, end, match_end)
    if not units:
        return None
    if end == match_end and _told_before(sentence, units):
        return None
    if end == match_end:
        found = _victims(sentence, _possessed(sentence, _object(sentence, units, rules)), rules)
        return found if found is None or found.population else replace(found, population=shared_noun(sentence, found.end))
    verb = _verb_at(sentence, end, match_end)
    if verb is not None and word_at(sentence, units[-1] + 1) == "casualties":
        return None  # "29 casualties, including dead": not 29 dead
    if verb is not None and (part := _included_who(sentence, units[-1], verb)) is not None:
        units = [part]  # "seven people, including one who died"
    elif verb is not None and _bare_participle(sentence, verb) and (part := _included(sentence, units[-1], verb)) is not None:
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
    if _object_before(sentence, units[0]):
        return None  # "the boy he shot": it befell the boy
    bare = len(units) == 1 and isinstance(sentence.values[units[0]], QuantityMention)
    behind = bare and word_at(sentence, units[0] - 1) in _PREPOSITIONS - {"with"} and not _dead_of(sentence, units[0], verb)
    behind = behind and not _one_of(sentence, units[0], verb) and not _raised_to(sentence, units[0])
    if bare and verb is not None and (behind or of_a_road(sentence, units[0])):
        return None  # "a father of three was shot"; but "eleven dead, with nine fatalities in A"
    whole = noun_behind(sentence, units[0], verb) if len(units) == 1 and verb is not None else None
    if verb is not None and whole is not None:
        return Victims(units[0], verb + 2, whole.count, whole.population, (whole,), whole.additional)
    if (numbered := _spelled_out(sentence, units)) is not None:
        return _victims(sentence, [numbered], rules)
    if len(units) > 1:
        units = _trimmed(sentence, units, reduced=verb is not None and _bare_participle(sentence, verb))
    if verb is not None and plural(sentence, verb) and len(units) == 1:
        units = listed_before(sentence, units[0])
        if len(units) == 1 and in_list(sentence, units[0]):
            return _victims_unknown(sentence, units[0])
    found = _victims(sentence, units + companions(sentence, verb), rules)
    return found if found is None or verb is None else _of_all(sentence, found, verb)


def called(sentence: Sentence, unit: int) -> Victims | None:
    """The people at a unit whose noun says that they were hit, two and more: the four of "none of the four gunshot victims"."""
    group = group_at(sentence, unit)
    if group is None or ((group.partial or group.count.high == 0) and group.whole is None):
        return None
    group = whole_of(group) if group.whole is not None else group
    if group.count.vague or (group.count.low or 0) < 2:
        return None
    return Victims(unit, unit + 1, group.count, group.population, (group,), group.additional)


def _dead_of(sentence: Sentence, unit: int, verb: int | None) -> bool:
    """Whether a bare number behind a preposition counts "dead": "a tally of 24 dead"; but not "a mother of three dead"."""
    if verb != unit + 1 or word_at(sentence, verb) != "dead" or word_at(sentence, unit - 1) not in ("of", "at", "to"):
        return False
    return group_at(sentence, unit - 2) is None


def _raised_to(sentence: Sentence, unit: int) -> bool:
    """Whether what is raised stands behind the bare number: "raising to 17 the number of people killed"."""
    return word_at(sentence, unit - 1) == "to" and word_at(sentence, unit + 1) == "the"


def _one_of(sentence: Sentence, unit: int, verb: int | None) -> bool:
    """Whether one is told as some of a bare number right before a participle: "he was one of four hurt"."""
    if verb != unit + 1 or word_at(sentence, unit - 1) != "of" or not _bare_participle(sentence, verb):
        return False
    return unit > 1 and isinstance(sentence.values[unit - 2], QuantityMention)


def _told_before(sentence: Sentence, units: list[int]) -> bool:
    """Whether a bare number behind a verb belongs to the next one: "2 killed 9 injured", where people or a number stand before the
    first."""
    at = units[0]
    if len(units) > 1 or not isinstance(sentence.values[at], QuantityMention) or at + 1 >= len(sentence.values) or at < 2:
        return False
    before, behind = sentence.values[at - 1], sentence.values[at + 1]
    counted = group_at(sentence, at - 2)
    return isinstance(before, VerbGroup) and isinstance(behind, VerbGroup) and counted is not None and counted.counted


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


def _right_before(sentence: Sentence, end: int, match_end: int) -> list[int]:
    """The pronoun right before the verb, where those a pattern caught are no people: "the four-page note was found after he was shot"."""
    verb = _verb_at(sentence, end, match_end)
    group = sentence.values[verb - 1] if verb is not None and verb > end else None
    return [verb - 1] if verb is not None and isinstance(group, PeopleGroup) and group.pronoun else []


def _included(sentence: Sentence, unit: int, verb: int) -> int | None:
    """The unit of the people right before a participle that are told as some of those at ``unit``."""
    value = sentence.values[verb]
    if verb - 1 > unit and group_at(sentence, verb - 1) is not None and isinstance(value, VerbGroup) and value.outcome != "die":
        between = sentence.words(unit + 1, verb - 1).lower().split()
        return verb - 1 if "including" in between[-3:] else None
    return None


def _included_who(sentence: Sentence, unit: int, verb: int) -> int | None:
    """The unit of the people whom *who* or *that* right before a verb tells of, where they are told as some of those at ``unit``."""
    at = verb - 2
    if word_at(sentence, verb - 1) not in ("who", "that") or at <= unit or group_at(sentence, at) is None:
        return None
    return at if "including" in sentence.words(max(unit + 1, at - 3), at).lower().split() else None


def _of_all(sentence: Sentence, found: Victims, verb: int) -> Victims:
    """What befell all of them and not some: "one of the six people killed" was one of six."""
    value, group = sentence.values[verb], found.groups[0]
    none_of = group.count.high == 0 and group.whole is not None  # "none of the four people shot has died"
    if len(found.groups) > 1 or not (group.partial or none_of) or not isinstance(value, VerbGroup) or not _bare_participle(sentence, verb):
        return found
    told_as = word_at(sentence, found.start - 1) in ("was", "is", "were", "are", "among")  # "he was one of four killed, police said"
    if (word_at(sentence, verb + 1) in (",", ".", "") and not told_as) or value.outcome in ("die", "missing"):
        return found
    words = group.words.lower().split()
    if group.whole is None and words[-2:] == ["of", "those"]:
        return replace(found, value=Quantity(group.count.low, None))  # "eleven of those killed were brothers": eleven at least
    own = group.whole is None and words[words.index("of") + 1] in POSSESSIVES if "of" in words[:-1] else False
    if own or word_at(sentence, found.start - 1) in _LEAVES:
        return found  # "left three of its soldiers killed": the three
    all_of_them = whole_of(group)
    return replace(found, value=all_of_them.count, groups=(all_of_them,), additional=False)


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
    if len(groups) > 1:  # an unborn child is one of the dead to some and not to others
        groups = [replace(g, count=Quantity(0, g.count.high)) if _UNBORN in g.words.lower() else g for g in groups]
    populations = {g.population for g in groups}
    if populations == {"", groups[0].population} and groups[0].name and number(replace(groups[0], name="", counted=False, count=SOME)):
        populations = {groups[0].population}  # "officers Anton Berg and Karl Holm"
    population = populations.pop() if len(populations) == 1 else ""
    value = total([g.count for g in groups])
    return Victims(units[0], units[-1] + 1, value, population, tuple(groups), groups[0].additional)


def _verb_at(sentence: Sentence, start: int, end: int) -> int | None:
    """The last verb group among the units."""
    return next((u for u in range(end - 1, start - 1, -1) if isinstance(sentence.values[u], VerbGroup)), None)


def _object_before(sentence: Sentence, unit: int) -> bool:
    """Whether a pronoun begins a relative clause without *whom*: people stand right before it."""
    value, before = sentence.values[unit], sentence.values[unit - 1] if unit else None
    if not (isinstance(value, PeopleGroup) and value.pronoun and value.words.lower() in ("he", "she", "they")):
        return False
    return isinstance(before, PeopleGroup) and not before.pronoun


def _bare_participle(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has no auxiliary: it stands by the people before it ("the names of a man and a boy shot dead")."""
    value = sentence.values[verb]
    return isinstance(value, VerbGroup) and value.passive and value.words.split(" ", 1)[0].lower() not in SINGULAR | PLURAL | {"had"}


def _object(sentence: Sentence, units: list[int], rules: Rulebook) -> list[int]:
    """The units of one list of people behind a verb, without those who begin the next clause."""
    following = units[-1] + 1
    value = sentence.values[following] if following < len(sentence.values) else None
    owner = word_at(sentence, following) in ("'s", "’s") and following + 1 < len(sentence.values)
    if owner and isinstance(sentence.values[following + 1], PeopleGroup):
        return units  # "a guard and the man's brother"
    last = group_at(sentence, units[-1])
    singular = word_at(sentence, following) in SINGULAR and last is not None and (last.count.low or 0) > 1
    goes_on = (
        word_at(sentence, following) in ("'s", "’s")
        or word_at(sentence, following) in words_of(rules, "own-clause")
        or (isinstance(value, VerbGroup) and _finite(value))
    )
    if len(units) > 1 and goes_on and not singular:  # "a blast that hurt a boy, two others has shaken the town"
        units = units[:-1]
    while len(units) > 1 and _speaks(sentence, units[-1], rules):
        units = units[:-1]  # "wounding 85, police and hospital officials said"
    if len(units) > 1 and word_at(sentence, units[0]) in _REFLEXIVE and word_at(sentence, units[0] + 1) in (",", ";"):
        units = units[:1]  # "shot himself, father charged"
    while len(units) > 1 and isinstance(sentence.values[units[-1]], QuantityMention) and word_at(sentence, units[-1] - 1) in (",", ";"):
        units = units[:-1]  # "injured 11 people, eight from one family": a part; "killed 12; thousands fled"
    return units


def _speaks(sentence: Sentence, unit: int, rules: Rulebook) -> bool:
    """Whether people without a number begin, behind a comma, those who say the sentence: "police and hospital officials said"."""
    group = group_at(sentence, unit)
    if group is None or group.counted or group.name or word_at(sentence, unit - 1) != "," or word_at(sentence, unit + 1) != "and":
        return False
    behind = range(unit + 2, min(unit + 2 + _SPEAKERS, len(sentence.values)))
    words = list(takewhile(lambda word: word not in (",", ".", ";"), (word_at(sentence, at) for at in behind)))
    return any(word in words_of(rules, "own-clause") for word in words[1:])


def _trimmed(sentence: Sentence, units: list[int], *, reduced: bool) -> list[int]:
    """The units of one list of people before their verb, without those that belong to the clause before.

    ``reduced``: the verb is a participle that stands by all of them.
    """
    if word_at(sentence, units[0]) in _OBJECTS and " and " not in sentence.words(units[0], units[-1] + 1):
        return units[1:]  # "had they stopped him, five people would not have been hurt"
    if word_at(sentence, units[-1]) in ("he", "she", "they") and word_at(sentence, units[-1] - 1) in (";", ","):
        return units[-1:]  # "they found Anton Berg; he died"
    if isinstance(sentence.values[units[0]], QuantityMention) and word_at(sentence, units[-1]) in ("he", "she", "they"):
        return units[-1:]  # "he is 40 and he has not been shot"
    if isinstance(sentence.values[units[-1]], QuantityMention) and isinstance(sentence.values[units[0]], PeopleGroup):
        return units[-1:]  # "he told the owner, and two were hurt": a number without a noun begins its clause
    before = units[0] - 1
    value = sentence.values[before] if before >= 0 else None
    if isinstance(value, VerbGroup):
        return units[-1:]  # "two were treated at Zenda General and three men drove to a clinic"
    if word_at(sentence, before) in ("including", "includes", "among"):
        return units[-1:]  # "four dead, including the gunman, and one hurt"
    if word_at(sentence, units[-1] + 1).split(" ")[0] in SINGULAR and " and " in sentence.words(units[0], units[-1] + 1):
        return units[-1:]  # "he left with two friends and a man was shot"
    if word_at(sentence, before) == "to" and word_at(sentence, before - 1) == "according" and word_at(sentence, units[0] + 1) == ",":
        return units[1:]  # "according to Anton Berg, one person died"
    first = group_at(sentence, units[0])
    if first is not None and first.partial and "of them" in first.words:
        return units[-1:]
    if (
        first is not None
        and not first.name
        and word_at(sentence, before) in _PREPOSITIONS
        and not (reduced and word_at(sentence, before) == "of")
    ):
        return units[1:]
    return units


def _possessed(sentence: Sentence, units: list[int]) -> list[int]:
    """The units, and where the last are people who have others ("his ex-girlfriend's two daughters"), those others in their place."""
    behind = units[-1] + 2
    if word_at(sentence, behind - 1) in ("'s", "’s") and behind < len(sentence.values) and isinstance(sentence.values[behind], PeopleGroup):
        return [*units[:-1], behind]
    return units


def _finite(verb: VerbGroup) -> bool:
    return not verb.words.lower().endswith("ing")
