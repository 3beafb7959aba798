"""Whom *who* and *whom* mean: the people a relative clause tells of.

Takes a phrased sentence and the unit of the pronoun; gives the groups before it. Plain code for what no pattern can say: a list before a
plural verb, words of place between, an apposition.
"""

from __future__ import annotations

from dataclasses import replace

from discrepancy.annotate.grammar import words_of
from discrepancy.annotate.phrases import SOME, PeopleGroup, VerbGroup
from discrepancy.annotate.tokens import Sentence
from discrepancy.claim.facts.lists import one_list, word_at
from discrepancy.claim.facts.subject import PLURAL, SINGULAR, list_before, number
from discrepancy.rulebook.schema import Rulebook

RELATIVE = frozenset(("who", "whom", "which"))
_PLACE_REACH = 6
"""Units before *who* in which it may be told where somebody was."""


def antecedents(sentence: Sentence, unit: int, rules: Rulebook) -> list[PeopleGroup]:
    """Whom the *who* at a unit means: the people right before it, all of a list where the verb is a plural."""
    at = unit - 1
    while at > unit - 3 and word_at(sentence, at) in (",", "of", "–", "—"):
        at -= 1
    at = at if at < 0 or isinstance(sentence.values[at], PeopleGroup) else _before_place(sentence, at)
    group = sentence.values[at] if at >= 0 else None
    if not isinstance(group, PeopleGroup) or group.words.lower() in RELATIVE:
        return []
    if word_at(sentence, unit + 1).split(" ")[0] in PLURAL and not _restricted(sentence, at, unit):
        listed = one_list(sentence, list_before(sentence, unit + 1) or [at], rules)
        return [whole_of(group)] if len(listed) == 1 and group.partial and group.whole else listed
    if at == unit - 1 and group.partial and group.whole and word_at(sentence, unit + 1).split(" ")[0] not in SINGULAR:
        return [whole_of(group)]  # "two of the three people who died"
    return [_described(sentence, at, group, rules)]


def _before_place(sentence: Sentence, unit: int) -> int:
    """The unit of the people before words that say where they were, which end at a unit: "a man in the back of a car who was hurt"."""
    at = unit
    while at > max(0, unit - _PLACE_REACH) and not isinstance(sentence.values[at], PeopleGroup | VerbGroup):
        if word_at(sentence, at) in (",", ".", ";", ":", "and", "but", "that"):
            return -1
        at -= 1
    placed = word_at(sentence, at + 1) in ("in", "at", "on", "inside", "near", "outside", "from")
    return at if placed and isinstance(sentence.values[at], PeopleGroup) else -1


def _restricted(sentence: Sentence, at: int, unit: int) -> bool:
    """Whether *who* without a comma tells which of several people with a number are meant: "the suspect and the four people who were
    hurt" does not hurt the suspect."""
    group = sentence.values[at]
    return at == unit - 1 and isinstance(group, PeopleGroup) and group.counted and group.words.lower().startswith("the ")


def _described(sentence: Sentence, at: int, group: PeopleGroup, rules: Rulebook) -> PeopleGroup:
    """A person by name with the population of the noun whose apposition the name is: "her nephew, likely Anton Berg, who was killed"."""
    mark = at - 2 if word_at(sentence, at - 1) in words_of(rules, "guessing") else at - 1
    noun = sentence.values[mark - 1] if mark > 0 and word_at(sentence, mark) == "," else None
    if not isinstance(noun, PeopleGroup) or not group.name or group.population or noun.name or number(noun) is not False:
        return group
    return replace(group, population=noun.population) if noun.definite and word_at(sentence, mark - 2) not in ("and", ",") else group


def whole_of(group: PeopleGroup) -> PeopleGroup:
    """The five of "one of the five"."""
    return replace(group, count=group.whole or SOME, partial=False, counted=group.whole is not None, additional=False)
