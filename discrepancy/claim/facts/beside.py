"""Words beside a number of people or a verb that change what is said: a noun that stands elsewhere, the dead, shots at somebody.

Takes units of a phrased sentence; gives populations, groups of people, or whether it befell them at all.
"""

from __future__ import annotations

from dataclasses import replace

from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.phrases import PeopleGroup, VerbGroup
from discrepancy.annotate.tokens import Sentence
from discrepancy.claim.facts.lists import group_at, tells_trade, word_at
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook


def shared_noun(sentence: Sentence, unit: int, rules: Rulebook) -> str:
    """The population of a number whose noun stands with the next number alone: "killed 3 and wounded 12 civilians".

    ``unit`` is the one behind the number.
    """
    if word_at(sentence, unit) not in ("and", "&", ",") or not isinstance(sentence.values[unit - 1], QuantityMention):
        return ""
    at = unit + 2 if word_at(sentence, unit + 1) == "and" else unit + 1
    if at + 1 >= len(sentence.values):
        return ""
    verb, group = sentence.values[at], sentence.values[at + 1]
    if not isinstance(verb, VerbGroup) or verb.passive or not isinstance(group, PeopleGroup) or not group.counted or group.additional:
        return ""
    return group.population if tells_trade(group, rules) else ""  # "injured 12 and killed 3 children": the 12 may be anybody


def noun_behind(sentence: Sentence, unit: int, verb: int) -> PeopleGroup | None:
    """The people of a number at a unit whose noun stands behind the verb: "two wounded soldiers"; None where none does."""
    group = sentence.values[verb + 1] if verb == unit + 1 and verb + 1 < len(sentence.values) else None
    if not isinstance(group, PeopleGroup) or " " in word_at(sentence, verb) or not group.head or group.counted or group.definite:
        return None
    number = group_at(sentence, unit)
    if number is None or not number.counted or number.head or not group.count.vague:
        return None
    return replace(group, count=number.count, counted=True, additional=number.additional)


def _several_things(word: str) -> bool:
    """Whether a word is a plural in small letters, of no place where somebody was shot."""
    return word.islower() and word.endswith("s") and not word.endswith(("ss", "'s"))


def aimed(sentence: Sentence, verb: int) -> bool:
    """Whether *at* and no place stand behind "shot", or *down*: shots were aimed at somebody or something, and nobody says that they hit
    these people."""
    if not word_at(sentence, verb).endswith("shot"):
        return False
    if word_at(sentence, verb + 1) == "down":
        return True  # "whose plane they shot down"
    if word_at(sentence, verb + 1) != "at":
        return False
    behind = sentence.values[verb + 2] if verb + 2 < len(sentence.values) else None
    if isinstance(behind, PeopleGroup) and word_at(sentence, verb) == "shot" and word_at(sentence, verb + 3) not in ("'s", "’s"):
        return True  # "prisoners shot at the guards"
    if word_at(sentence, verb) == "shot" and any(_several_things(word_at(sentence, at)) for at in (verb + 2, verb + 3)):
        return True  # "Bo Quist shot at milk cans"
    return word_at(sentence, verb + 2) in ("and", "by", "but", "while", "when", ",", ".", ";", "")


def counted_by(sentence: Sentence, verb: int) -> bool:
    """Whether "the number of" makes a bare participle a noun: "the mayor put the number of injured at nine" does not hurt the mayor."""
    before = (word_at(sentence, verb - 3), word_at(sentence, verb - 2), word_at(sentence, verb - 1))
    return before == ("the", "number", "of") and " " not in word_at(sentence, verb)


def dead(sentence: Sentence, start: int, verb: int, rules: Rulebook) -> bool:
    """Whether whoever was taken to hospital, brought away, or bears wounds, was found dead."""
    value = sentence.values[verb]
    if not isinstance(value, VerbGroup) or value.outcome not in ("hospital", "injure", "suffer", "displace"):
        return False
    return not words_of(rules, "body").isdisjoint(sentence.words(start, verb).lower().split())


def alive(sentence: Sentence, verb: int) -> bool:
    """Whether a form of *die* tells of people who live: "she is dying", "in no danger of dying"; a headline's tells of the dead."""
    if word_at(sentence, verb).split(" ")[-1] != "dying":
        return False
    return word_at(sentence, verb - 1) == "of" or sentence.block != "headline"
