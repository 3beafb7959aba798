"""Which of the people beside a verb belong to its clause: those behind it, those before it, those told as some of others.

Takes a phrased sentence and units of people; gives the units that are left. Plain code for where one clause ends and the next begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.phrases import PeopleGroup, VerbGroup
from discrepancy.annotate.tokens import Sentence
from discrepancy.claim.facts.lists import group_at, word_at
from discrepancy.claim.facts.subject import OBJECTS, PLURAL, SINGULAR
from discrepancy.model.values import exactly
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

# Closed classes of function words: what they tell is grammar, and the same in every rulebook.
PREPOSITIONS = frozenset(("of", "on", "in", "at", "by", "with", "to", "against", "along", "into", "onto", "toward", "towards"))
_TITLED = 4
"""Units of office and town before the name of who is cited."""
_SPEAKERS = 6
"""Units behind *and* within which the verb of those stands who say a sentence."""


def told_before(sentence: Sentence, units: list[int]) -> bool:
    """Whether a bare number behind a verb belongs to the next one: "2 killed 9 injured", where people or a number stand before the
    first."""
    at = units[0]
    if len(units) > 1 or not isinstance(sentence.values[at], QuantityMention) or at + 1 >= len(sentence.values) or at < 2:
        return False
    before, behind = sentence.values[at - 1], sentence.values[at + 1]
    counted = group_at(sentence, at - 2)
    return isinstance(before, VerbGroup) and isinstance(behind, VerbGroup) and counted is not None and counted.counted


def right_before(sentence: Sentence, end: int, match_end: int) -> list[int]:
    """The pronoun right before the verb, where those a pattern caught are no people: "the four-page note was found after he was shot"."""
    verb = verb_at(sentence, end, match_end)
    group = sentence.values[verb - 1] if verb is not None and verb > end else None
    return [verb - 1] if verb is not None and isinstance(group, PeopleGroup) and group.pronoun else []


def included(sentence: Sentence, unit: int, verb: int) -> int | None:
    """The unit of the people right before a participle that are told as some of those at ``unit``."""
    value = sentence.values[verb]
    if verb - 1 > unit and group_at(sentence, verb - 1) is not None and isinstance(value, VerbGroup) and value.outcome != "die":
        between = sentence.words(unit + 1, verb - 1).lower().split()
        return verb - 1 if "including" in between[-3:] else None
    return None


def among_them(sentence: Sentence, units: Sequence[int]) -> int:
    """How many of some people stand before those set behind a comma as some of them: one of "nine people, two children among them, were
    killed" and "two people, the pilot included, were"; all where none are."""
    behind = word_at(sentence, units[-1] + 1)
    if behind != "included" and (behind != "among" or word_at(sentence, units[-1] + 2) != "them"):
        return len(units)
    at = len(units) - 1
    while at > 1 and word_at(sentence, units[at] - 1) == "and":
        at -= 1
    return at if at and word_at(sentence, units[at] - 1) == "," else len(units)


def included_who(sentence: Sentence, unit: int, verb: int) -> int | None:
    """The unit of the people whom *who* or *that* right before a verb tells of, where they are told as some of those at ``unit``."""
    at = verb - 2
    if word_at(sentence, verb - 1) not in ("who", "that") or at <= unit or group_at(sentence, at) is None:
        return None
    return at if "including" in sentence.words(max(unit + 1, at - 3), at).lower().split() else None


def verb_at(sentence: Sentence, start: int, end: int) -> int | None:
    """The last verb group among the units."""
    return next((u for u in range(end - 1, start - 1, -1) if isinstance(sentence.values[u], VerbGroup)), None)


def object_before(sentence: Sentence, unit: int) -> bool:
    """Whether a pronoun begins a relative clause without *whom*: people stand right before it."""
    value, before = sentence.values[unit], sentence.values[unit - 1] if unit else None
    if not (isinstance(value, PeopleGroup) and value.pronoun and value.words.lower() in ("he", "she", "they")):
        return False
    return isinstance(before, PeopleGroup) and not before.pronoun


def bare_participle(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has no auxiliary: it stands by the people before it ("the names of a man and a boy shot dead")."""
    value = sentence.values[verb]
    return isinstance(value, VerbGroup) and value.passive and value.words.split(" ", 1)[0].lower() not in SINGULAR | PLURAL | {"had"}


def behind_verb(sentence: Sentence, units: list[int], rules: Rulebook) -> list[int]:
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
        or (last is not None and last.additional and word_at(sentence, following) in words_of(rules, "plight"))
    )
    if len(units) > 1 and goes_on and not singular and not _bare(last):  # "a blast that hurt a boy, two others has shaken the town"
        units = units[:-1]
    while len(units) > 1 and _speaks(sentence, units[-1], rules):
        units = units[:-1]  # "wounding 85, police and hospital officials said"
    if len(units) > 1 and word_at(sentence, units[0]) in words_of(rules, "reflexive") and word_at(sentence, units[0] + 1) in (",", ";"):
        units = units[:1]  # "shot himself, father charged"
    while len(units) > 1 and isinstance(sentence.values[units[-1]], QuantityMention) and word_at(sentence, units[-1] - 1) in (",", ";"):
        units = units[:-1]  # "injured 11 people, eight from one family": a part; "killed 12; thousands fled"
    return units


def before_verb(sentence: Sentence, units: list[int], *, reduced: bool) -> list[int]:
    """The units of one list of people before their verb, without those that belong to the clause before.

    ``reduced``: the verb is a participle that stands by all of them.
    """
    if word_at(sentence, units[0]) in OBJECTS and " and " not in sentence.words(units[0], units[-1] + 1):
        return units[1:]  # "had they stopped him, five people would not have been hurt"
    if word_at(sentence, units[-1]) in ("he", "she", "they") and word_at(sentence, units[-1] - 1) in (";", ","):
        return units[-1:]  # "they found Anton Berg; he died"
    if isinstance(sentence.values[units[0]], QuantityMention) and word_at(sentence, units[-1]) in ("he", "she", "they"):
        return units[-1:]  # "he is 40 and he has not been shot"
    if isinstance(sentence.values[units[-1]], QuantityMention) and isinstance(sentence.values[units[0]], PeopleGroup):
        return units[-1:]  # "he told the owner, and two were hurt": a number without a noun begins its clause
    if len(units) == 2 and _joined_anew(sentence, units):
        return units[1:]  # "they fired on stone-throwing youths, and 12 people were hurt"
    before = units[0] - 1
    value = sentence.values[before] if before >= 0 else None
    if isinstance(value, VerbGroup):
        return units[-1:]  # "two were treated at Zenda General and three men drove to a clinic"
    if word_at(sentence, before) in ("including", "includes", "among"):
        return units[-1:]  # "four dead, including the gunman, and one hurt"
    if word_at(sentence, units[-1] + 1).split(" ")[0] in SINGULAR and " and " in sentence.words(units[0], units[-1] + 1):
        return units[-1:]  # "he left with two friends and a man was shot"
    if word_at(sentence, units[0] + 1) == "," and _according(sentence, before):
        return units[1:]  # "according to Anton Berg, one person died"
    first = group_at(sentence, units[0])
    if first is not None and first.partial and "of them" in first.words:
        return units[-1:]
    if (
        first is not None
        and not first.name
        and word_at(sentence, before) in PREPOSITIONS
        and not (reduced and word_at(sentence, before) in ("of", "with"))
    ):
        return units[1:]
    return units


def _according(sentence: Sentence, unit: int) -> bool:
    """Whether *according to* stands at a unit or shortly before it: "according to Zenda police Sgt. Anton Berg, one person died"."""
    at = unit
    while at > unit - _TITLED and word_at(sentence, at) not in ("to", ",", ";", ".", ""):
        at -= 1
    return word_at(sentence, at) == "to" and word_at(sentence, at - 1) == "according"


def _bare(group: PeopleGroup | None) -> bool:
    """Whether one person is told by a noun alone, as the last of a list: "his mother and stepfather". Such a noun begins no clause."""
    return group is not None and not group.name and group.count == exactly(1) and group.words.lower() == group.head.lower()


def _joined_anew(sentence: Sentence, units: list[int]) -> bool:
    """Whether a comma and *and* begin a clause with the second of two groups: the first is a plural without a number in the midst of
    another."""
    first, at = group_at(sentence, units[0]), units[1]
    comma = word_at(sentence, at - 1) == "and" and word_at(sentence, at - 2) == "," and at - 3 == units[0]
    loose = first is not None and first.count.vague and not (first.counted or first.definite or first.name)
    return comma and loose and units[0] > 0 and word_at(sentence, units[0] - 1)[:1].isalnum()


def possessed(sentence: Sentence, units: list[int]) -> list[int]:
    """The units, and where the last are people who have others ("his ex-girlfriend's two daughters"), those others in their place."""
    behind = units[-1] + 2
    if word_at(sentence, behind - 1) in ("'s", "’s") and behind < len(sentence.values) and isinstance(sentence.values[behind], PeopleGroup):
        return [*units[:-1], behind]
    return units


def _finite(verb: VerbGroup) -> bool:
    """Whether a verb can be that of a clause of its own: no form in -ing without an auxiliary; "two others were missing" and "two others
    missing" are clauses."""
    return verb.outcome == "missing" or not verb.words.split(" ", 1)[0].lower().endswith("ing")


def _speaks(sentence: Sentence, unit: int, rules: Rulebook) -> bool:
    """Whether people without a number begin, behind a comma, those who say the sentence: "police and hospital officials said"."""
    group = group_at(sentence, unit)
    if group is None or group.counted or group.name or word_at(sentence, unit - 1) != "," or word_at(sentence, unit + 1) != "and":
        return False
    behind = range(unit + 2, min(unit + 2 + _SPEAKERS, len(sentence.values)))
    words = list(takewhile(lambda word: word not in (",", ".", ";"), (word_at(sentence, at) for at in behind)))
    return any(word in words_of(rules, "own-clause") for word in words[1:])
