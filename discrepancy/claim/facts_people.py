"""Whom a fact counts: the people that a pattern caught, added up, resolved and trimmed.

Takes a phrased sentence and a range of units; gives the groups, their sum and their population. Plain code for what no pattern can say:
coordination ("his wife and two children"), a second clause that begins with people ("killed nine and two were hurt"), *who* and *whom*.
"""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.phrases import PeopleGroup, VerbGroup
from discrepancy.annotate.tokens import Sentence
from discrepancy.model.values import Number, Quantity

_RELATIVE = frozenset(("who", "whom", "which"))
# Closed classes of function words: what they tell is grammar, and the same in every rulebook.
_FINITE = frozenset((
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "could", "may", "might", "said", "says",
    "say", "told", "remain", "remains", "remained", "did", "does", "do", "fled", "escaped",
))  # fmt: skip
_PREPOSITIONS = frozenset(("of", "on", "in", "at", "by", "with", "to", "against"))
_NO_NOUN = frozenset((
    "was", "were", "others", "this", "across", "as", "deaths", "fatalities", "martyrs", "killings", "injuries",
    "casualties", "bodies", "corpses", "lives", "homicides",
))  # fmt: skip
_SINGULAR = frozenset(("was", "is", "has"))


@dataclass(frozen=True, slots=True)
class Victims:
    """The people a fact counts: units ``[start, end)``, their sum, population and groups."""

    start: int
    end: int
    value: Quantity
    population: str
    groups: tuple[PeopleGroup, ...]
    additional: bool


def victims(sentence: Sentence, start: int, end: int, match_end: int) -> Victims | None:
    """The people at units ``[start, end)`` of a fact whose pattern ends at unit ``match_end``; None when nobody is left."""
    units = [u for u in range(start, end) if _group(sentence, u) is not None and not _age(sentence, u)]
    units = [u for u in units if not _things(sentence, u)]
    if not units or (end != match_end and _word(sentence, units[0] - 1) == "by"):
        return None  # "shot by another boy, and died": who did it is not who died
    if end != match_end and _object_before(sentence, units[0]):
        return None  # "the boy he shot": it befell the boy
    bare = len(units) == 1 and isinstance(sentence.values[units[0]], QuantityMention)
    if end != match_end and bare and _word(sentence, units[0] - 1) in _PREPOSITIONS - {"with"}:
        return None  # "a father of three was shot"; but "eleven dead, with nine fatalities in A"
    if len(units) > 1:
        units = _trimmed(sentence, units, is_object=end == match_end)
    if len(units) > 1 and _apposition(sentence, units):
        units = units[:1]
    start, end = units[0], units[-1] + 1
    groups: list[PeopleGroup] = []
    for unit in units:
        group = _group(sentence, unit)
        if group is None:
            continue
        if group.words.lower() in _RELATIVE:
            if groups:
                continue
            group = _antecedent(sentence, unit)
            if group is None:
                return None
        groups.append(group)
    populations = {g.population for g in groups}
    population = populations.pop() if len(populations) == 1 else ""
    return Victims(start, end, total([g.count for g in groups]), population, tuple(groups), any(g.additional for g in groups))


def groups_in(sentence: Sentence, start: int) -> list[PeopleGroup]:
    """The people listed from a unit on: commas and *and* between them."""
    found = []
    at = start
    while at < len(sentence.values):
        group = _group(sentence, at)
        if group is not None:
            found.append(group)
        elif not (found and sentence.words(at, at + 1).lower() in (",", "and", "&")) and at > start + 1:
            break
        at += 1
    return found


def total(counts: list[Quantity]) -> Quantity:
    """The sum of quantities; a bound that is open stays open.

    >>> total([Quantity(3, 3), Quantity(2, None)])
    Quantity(low=5, high=None, approx=False, vague=False, options=())
    """
    if len(counts) == 1:
        return counts[0]
    low: Number = sum(c.low or 0 for c in counts)
    high: Number | None = 0
    for count in counts:
        high = None if high is None or count.high is None else high + count.high
    return Quantity(low, high, any(c.approx for c in counts), any(c.vague for c in counts))


def _group(sentence: Sentence, unit: int) -> PeopleGroup | None:
    value = sentence.values[unit]
    if isinstance(value, PeopleGroup):
        return value
    if isinstance(value, QuantityMention):
        return PeopleGroup(value.span, value.words, value.value, counted=True)
    return None


def _apposition(sentence: Sentence, units: list[int]) -> bool:
    """Whether people after a comma are the first ones told again: "Anton Berg, a sailor,"; "four people, a father and three children,"."""
    first, *rest = [_group(sentence, unit) for unit in units]
    if first is None or units[1] - units[0] != 2 or _word(sentence, units[0] + 1) != ",":
        return False
    sizes = [group.count.low or 0 for group in rest if group is not None]
    if first.count.low != sum(sizes):
        return False
    named = [bool(group.name) for group in rest if group is not None]
    return first.count.low != 1 or bool(first.name) != any(named) or (first.counted and not first.name)


def _object_before(sentence: Sentence, unit: int) -> bool:
    """Whether a pronoun begins a relative clause without *whom*: people stand right before it."""
    value, before = sentence.values[unit], sentence.values[unit - 1] if unit else None
    if not (isinstance(value, PeopleGroup) and value.pronoun and value.words.lower() in ("he", "she", "they")):
        return False
    return isinstance(before, PeopleGroup) and not before.pronoun


def _things(sentence: Sentence, unit: int) -> bool:
    """Whether a bare number counts things: the noun behind it is none for people ("four people and two vehicles")."""
    if not isinstance(sentence.values[unit], QuantityMention) or unit + 1 >= len(sentence.values):
        return False
    noun = _word(sentence, unit + 1)
    return sentence.values[unit + 1] is None and len(noun) > 3 and noun.isalpha() and noun.endswith("s") and noun not in _NO_NOUN


def _age(sentence: Sentence, unit: int) -> bool:
    """Bare figures between commas behind a name or a noun are an age, not a number of people."""
    value = sentence.values[unit]
    if (
        not isinstance(value, QuantityMention)
        or not value.words.isdigit()
        or unit < 2
        or _word(sentence, unit - 1) not in (",", "(", "also", "aged")
    ):
        return False
    return _word(sentence, unit + 1) in (",", ")", ".", "", "and", "of", "who", ";") and 0 < int(value.words) < 111


def _word(sentence: Sentence, unit: int) -> str:
    return sentence.words(unit, unit + 1).lower() if 0 <= unit < len(sentence.values) else ""


def _trimmed(sentence: Sentence, units: list[int], *, is_object: bool) -> list[int]:
    """The units of one list of people, without those that belong to the clause before or behind."""
    if is_object:
        following = units[-1] + 1
        value = sentence.values[following] if following < len(sentence.values) else None
        if _word(sentence, following) in _FINITE or (isinstance(value, VerbGroup) and _finite(value)):
            units = units[:-1]
        return units
    if isinstance(sentence.values[units[-1]], QuantityMention) and isinstance(sentence.values[units[0]], PeopleGroup):
        return units[-1:]  # "he told the owner, and two were hurt": a number without a noun begins its clause
    before = units[0] - 1
    value = sentence.values[before] if before >= 0 else None
    if isinstance(value, VerbGroup) and not value.passive:
        return units[-1:]
    if _word(sentence, before) in ("including", "includes", "among"):
        return units[-1:]  # "four dead, including the gunman, and one hurt"
    if _word(sentence, units[-1] + 1).split(" ")[0] in _SINGULAR and " and " in sentence.words(units[0], units[-1] + 1):
        return units[-1:]  # "he left with two friends and a man was shot"
    first = _group(sentence, units[0])
    if first is not None and first.partial and "of them" in first.words:
        return units[-1:]
    if first is not None and not first.name and _word(sentence, before) in _PREPOSITIONS:
        return units[1:]
    return units


def _finite(verb: VerbGroup) -> bool:
    return not verb.words.lower().endswith("ing")


def _antecedent(sentence: Sentence, unit: int) -> PeopleGroup | None:
    """Whom *who* means: the people right before it."""
    for at in (unit - 1, unit - 2):
        if at >= 0 and (group := _group(sentence, at)) is not None and isinstance(sentence.values[at], PeopleGroup):
            return None if group.words.lower() in _RELATIVE else group
        if _word(sentence, at) not in (",", "of", "–", "—"):
            return None
    return None
