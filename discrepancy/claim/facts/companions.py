"""Companions: people told behind a verb, whom the same befell.

Takes a phrased sentence and the unit of the verb; gives the units of the people.
"""

from __future__ import annotations

from discrepancy.annotate.phrases import PeopleGroup, VerbGroup
from discrepancy.annotate.phrases_forces import FIGHTERS
from discrepancy.annotate.tokens import Sentence
from discrepancy.claim.facts.lists import group_at, groups_in, word_at

POSSESSIVES = frozenset(("his", "her", "its", "their", "our", "my", "your"))
_COMPANIONS = 14
"""Units behind a verb within which "along with" may tell of more people."""
_AT_BEDSIDE = frozenset(("around", "beside", "surrounding", "nearby", "present", "watching"))
_BEFORE_MORE = frozenset(("along", "together", "alongside"))


def companions(sentence: Sentence, verb: int | None) -> list[int]:
    """People told behind the verb as companions: "he was killed along with his wife and three children", "with his wife"."""
    if verb is None:
        return []
    at = verb + 1
    beside = at + 1 if word_at(sentence, at) in (",", "also", "together") else at
    if word_at(sentence, beside) == "with" and _kin(sentence, beside + 1):
        return groups_in(sentence, beside + 1)
    while at < min(verb + _COMPANIONS, len(sentence.values)) and word_at(sentence, at) not in _BEFORE_MORE:
        if word_at(sentence, at) in (".", ";", "and", "but") or isinstance(sentence.values[at], PeopleGroup | VerbGroup):
            return []
        at += 1
    if word_at(sentence, at) == "alongside":
        at -= 1
    elif word_at(sentence, at + 1) != "with":
        return []
    return [unit for unit in groups_in(sentence, at + 2) if not _hostile(sentence, unit)]


def _hostile(sentence: Sentence, unit: int) -> bool:
    """Whether those told beside the dead are who did it: "27 people were killed, along with two gunmen", which outlets count apart."""
    group = group_at(sentence, unit)
    return group is not None and (group.harms or group.population == FIGHTERS)


def _kin(sentence: Sentence, unit: int) -> bool:
    """Whether somebody's people stand there, who share what befell him: "his wife", "two of her sons"; but not "his wife's gun", and
    not "his family around him", "his wife by his side"."""
    group = sentence.values[unit] if unit < len(sentence.values) else None
    if not isinstance(group, PeopleGroup) or not group.head or word_at(sentence, unit + 1) in ("'s", "’s"):
        return False
    behind, side = word_at(sentence, unit + 1), word_at(sentence, unit + 3)
    if behind in _AT_BEDSIDE or (behind in ("by", "at") and side in ("side", "bedside")):
        return False
    return not POSSESSIVES.isdisjoint(group.words.lower().split())
