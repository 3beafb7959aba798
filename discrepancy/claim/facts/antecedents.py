"""Whom a pronoun or a name set behind means: the people a relative clause tells of, *them* behind a verb, names behind a number.

Takes a phrased sentence and units; gives the groups before them. Plain code for what no pattern can say: a list before a plural verb,
words of place between, an apposition.
"""

from __future__ import annotations

from dataclasses import replace

from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.phrases import SOME, PeopleGroup, VerbGroup
from discrepancy.annotate.tokens import Sentence
from discrepancy.claim.facts.lists import group_at, one_list, total, word_at
from discrepancy.claim.facts.subject import PLURAL, SINGULAR, list_before, number
from discrepancy.model.values import exactly
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

RELATIVE = frozenset(("who", "whom", "which"))
_PLACE_REACH = 6
"""Units before *who*, or before names, in which it may be told where somebody was."""
_PLACED = frozenset(("aboard", "in", "at", "on", "inside", "near", "outside", "from"))
_GENITIVES = ("'", "’", "'s", "’s")
_OPENS = frozenset(("", ",", ".", ";", ":", "that", "when", "after", "as", "and", "but", "said", "where", "while", "because", "before"))
"""What stands before people who begin a clause."""


def antecedents(sentence: Sentence, unit: int, rules: Rulebook) -> list[PeopleGroup]:
    """Whom the *who* at a unit means: the people right before it, all of a list where the verb is a plural."""
    at = unit - 1
    while at > unit - 3 and word_at(sentence, at) in (",", "of", "–", "—"):
        at -= 1
    if at > 0 and isinstance(sentence.values[at], QuantityMention) and word_at(sentence, at - 1) in ("the", "those"):
        return [counted] if (counted := group_at(sentence, at)) is not None else []  # "the 23 who were hurt"
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
    placed = word_at(sentence, at + 1) in _PLACED
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


def told_apart(sentence: Sentence, units: list[int]) -> int | None:
    """The unit of people who are told one by one between commas behind a place: "two guards at the plant, Anton Berg and Karl Holm,
    were", "two people in the car, a man and his son, were"."""
    groups = [group for unit in units if (group := group_at(sentence, unit)) is not None]
    before = units[0] - 1
    if len(groups) < len(units) or not word_at(sentence, before) == word_at(sentence, units[-1] + 1) == ",":
        return None
    named = all(g.name and not g.head for g in groups)
    if not named and (len(groups) < 2 or not all(g.count.exact for g in groups)):
        return None
    at = _before_words_of_place(sentence, before - 1, _PLACED)
    first = sentence.values[at] if at is not None else None
    if not isinstance(first, PeopleGroup) or not first.counted or not first.head or first.name or first.partial or first.additional:
        return None
    return at if first.count == total([g.count for g in groups]) else None


def owner_before(sentence: Sentence, unit: int) -> int | None:
    """The unit of the one person whose kin a list goes on with, where words of place stand between: "the mayor of the town, his wife and
    their two sons died"."""
    kin = sentence.values[unit]
    if not isinstance(kin, PeopleGroup) or not kin.words.lower().startswith(("his ", "her ")) or word_at(sentence, unit - 1) != ",":
        return None
    at = _before_words_of_place(sentence, unit - 2, _PLACED | {"of"})
    first = sentence.values[at] if at is not None else None
    one = isinstance(first, PeopleGroup) and first.count == exactly(1) and not (first.pronoun or first.partial)
    return at if one else None


def _before_words_of_place(sentence: Sentence, unit: int, opening: frozenset[str]) -> int | None:
    """The unit of the people who begin a clause and whom words behind one of ``opening`` follow, which end at a unit."""
    for at in range(unit, max(-1, unit - _PLACE_REACH), -1):
        value = sentence.values[at]
        if isinstance(value, PeopleGroup):
            return at if at < unit and word_at(sentence, at + 1) in opening and word_at(sentence, at - 1) in _OPENS else None
        if isinstance(value, VerbGroup | QuantityMention) or not word_at(sentence, at)[:1].isalnum() | (
            word_at(sentence, at) in _GENITIVES
        ):
            return None
    return None


def counted_before(sentence: Sentence, unit: int) -> PeopleGroup | None:
    """Whom *them* behind a verb means, where they are counted: "dragged seven students out and killed them"; never those who did it."""
    if word_at(sentence, unit) != "them" or not isinstance(sentence.values[unit - 1], VerbGroup):
        return None
    told = (g for g in reversed(sentence.values[: unit - 1]) if isinstance(g, PeopleGroup) and not (g.pronoun or g.harms))
    last = next((g for g in told if g.count.low != 1), None)
    return last if last is not None and last.counted and not last.partial and last.count.high != 0 else None


def whole_of(group: PeopleGroup) -> PeopleGroup:
    """The five of "one of the five"."""
    return replace(group, count=group.whole or SOME, partial=False, counted=group.whole is not None, additional=False)
