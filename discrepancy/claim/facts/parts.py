"""The parts of a total that its sentence gives: "nine, including four children".

Takes where a total stands in a phrased sentence; gives its parts, in the order they are found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.parties import full
from discrepancy.annotate.phrases import PeopleGroup, VerbGroup
from discrepancy.annotate.tokens import Sentence
from discrepancy.claim.facts.lists import group_at, groups_in, word_at
from discrepancy.claim.facts.trimming import among_them
from discrepancy.model.claims import Name
from discrepancy.model.text import Span
from discrepancy.model.values import Quantity

_AUXILIARIES = frozenset(("was", "were", "is", "are", "has", "have", "had"))
INCLUDING = frozenset(("including", "incl", "includes", "included", "among"))
"""Words before those who are some of the people of a total."""
_PART_REACH = 14
"""Units behind a fact within which "three of them children" is a part of it."""
_FAR_REACH = 30
"""Units behind a total, and what befell it, within which its sentence may give its parts."""
_OF_REACH = 6
"""Units behind *of* that may say whose people they are."""
_ASIDE = 6
"""Units behind the comma behind a total within which those stand who are "among them"."""
_TOWN_REACH = 4
"""Units behind *in* within which the place stands: "in the town of Zenda"."""
_COLON_REACH = 16
"""Units behind a total within which a colon may set its parts."""


@dataclass(frozen=True, slots=True)
class Total:
    """A fact as far as its parts hang on it: value, population, where its people, its verb and all of it stand."""

    value: Quantity
    population: str
    people: Span
    span: Span
    verb: Span | None


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the people of a total: who, what they are counted as, where that stands, and the one place that they are counted in."""

    group: PeopleGroup
    population: str
    people: Span
    place: str = ""


def parts_of(total: Total, sentence: Sentence) -> Iterator[Part]:
    """The parts of a total that stand beside it: "nine, including four children", "nine were killed, three of them children"."""
    for part in _parts_of(total, sentence):
        yield part if part.population or part.place else replace(part, place=_place_behind(sentence, part.people))


def _parts_of(total: Total, sentence: Sentence) -> Iterator[Part]:
    at = sentence.unit_at(total.people.end - 1)
    if at is None or (total.value.high is not None and total.value.low is not None and total.value.low > total.value.high):
        return
    aside = [unit for unit in range(at + 2, min(at + 2 + _ASIDE, len(sentence.values))) if group_at(sentence, unit) is not None]
    told = next((end for end in range(len(aside), 0, -1) if among_them(sentence, (at, *aside[:end])) == 1), 0)
    if told:
        yield from (Part(group, group.population, group.span) for unit in aside[:told] if (group := group_at(sentence, unit)) is not None)
        return
    behind_verb = sentence.unit_at(total.span.end - 1) or at
    for word in (*range(at + 1, min(_behind_of(sentence, at + 1) + 3, len(sentence.values))), behind_verb + 1, behind_verb + 2):
        if word_at(sentence, word) in INCLUDING:
            yield from (Part(group, group.population, group.span) for group in _included(sentence, word, total))
            return
    far = _far(sentence, max(behind_verb, at) + 1)
    if far is not None:
        listed = _included(sentence, far, total)
        yield from (Part(group, group.population, group.span) for group in listed if _fits(group, total))
        return
    found = _after_colon(total, sentence, behind_verb)
    yield from (Part(group, group.population, group.span) for group in found)
    if not found:
        yield from _shares(sentence, total)


def _far(sentence: Sentence, start: int) -> int | None:
    """Where the parts of a total begin behind all that its sentence says of place and time: "nine were killed when a bomb went off at a
    market in Zenda, including four children"; None where other people or what became of them stand between."""
    for unit in range(start, min(start + _FAR_REACH, len(sentence.values) - 1)):
        word, behind_comma = word_at(sentence, unit), word_at(sentence, unit - 1) in (",", "-", "–", "—")
        if behind_comma and (
            word in ("including", "incl") or (word in ("among", "amongst") and word_at(sentence, unit + 1) in ("them", "whom"))
        ):
            return unit
        value = sentence.values[unit]
        told = isinstance(value, PeopleGroup) and (value.counted or value.population) and not value.pronoun and value.count.low != 1
        if told or isinstance(value, VerbGroup | QuantityMention) or word in (";", ".", ":", "but", "while"):
            return None
    return None


def _fits(group: PeopleGroup, total: Total) -> bool:
    """Whether people told far behind a total can be some of it, and of a bound some of those it is sure of."""
    most = total.value.low if total.value.high is None else total.value.high
    return group.count.low is not None and most is not None and group.count.low <= most


def _behind_of(sentence: Sentence, unit: int) -> int:
    """The unit behind what *of* says of the people before a unit: "eight members of the army, including four sergeants"."""
    if word_at(sentence, unit) not in ("of", "from"):
        return unit
    at = unit + 1
    while at < min(unit + _OF_REACH, len(sentence.values)) and word_at(sentence, at) not in (",", "(", "including", "."):
        if isinstance(sentence.values[at], PeopleGroup | VerbGroup):
            return unit
        at += 1
    return at


def _included(sentence: Sentence, word: int, total: Total) -> Iterator[PeopleGroup]:
    """The people listed behind *including*; not those of a clause behind, whatever its verb: "nine were killed, including a boy, and two
    were saved". More than all of them are no part either.
    """
    listed = groups_in(sentence, word + 1)
    for unit in listed:
        group = group_at(sentence, unit)
        exceeds = group is not None and _exceeds(group.count, total.value)
        if unit != listed[0] and (exceeds or _other_verb(sentence, _behind_aside(sentence, unit + 1), total.verb)):
            return
        if group is not None and group.counted:
            yield group


def _behind_aside(sentence: Sentence, unit: int) -> int:
    """The unit behind parts that commas set off right behind people: "four people, including two children, | were hurt"."""
    if word_at(sentence, unit) != "," or word_at(sentence, unit + 1) not in INCLUDING:
        return unit
    end = next((at for at in range(unit + 2, unit + 2 + _ASIDE) if word_at(sentence, at) == ","), unit - 1)
    return end + 1


def _exceeds(part: Quantity, whole: Quantity) -> bool:
    """Whether a number is greater than the one it would be a part of."""
    return part.low is not None and whole.high is not None and part.low > whole.high


def _shares(sentence: Sentence, total: Total) -> Iterator[Part]:
    """Shares of the people just told: "three of them children"."""
    first, last = sentence.unit_at(total.people.start), sentence.unit_at(total.span.end - 1)
    for unit in range(first or 0, min((last or 0) + _PART_REACH, len(sentence.values) - 1)):
        share = sentence.values[unit]
        if unit > (last or 0) and isinstance(sentence.values[unit + 1], VerbGroup) and _of_its_own(share):
            return  # "seventy were arrested and six hurt, four of them officers": four of the six
        if not isinstance(share, PeopleGroup) or not share.shares or not share.counted or share.span.start == total.people.start:
            continue
        near = range(unit + 1, min(unit + 3, len(sentence.values)))
        own = takewhile(lambda at: word_at(sentence, at) != ",", near)  # "14 of them apprentices, officials said"
        kind = (share, *(v for at in own if isinstance(v := sentence.values[at], PeopleGroup)))
        behind = share if share.population or len(kind) == 1 else kind[1]
        if behind is not share and behind.counted and share.count.low != 1:
            continue
        if behind.population:
            yield Part(share, behind.population, Span(share.span.start, behind.span.end))
        elif place := _place_behind(sentence, share.span):
            yield Part(share, "", share.span, place)


def _place_behind(sentence: Sentence, people: Span) -> str:
    """The place named right behind people with *in* or *at*: "11 of them in Zenda", "including 11 in the town of Zenda"."""
    at = sentence.unit_at(people.end - 1)
    if at is None or word_at(sentence, at + 1) not in ("in", "at", "near"):
        return ""
    for unit in range(at + 2, min(at + 2 + _TOWN_REACH, len(sentence.values))):
        value = sentence.values[unit]
        if isinstance(value, Name):
            return full(value) if value.kind == "place" else ""
        if value is not None or not word_at(sentence, unit).isalpha():
            return ""
    return ""


def _of_its_own(value: object) -> bool:
    """Whether people with a number, or a number alone, have the verb behind them to themselves: they are none of those told before."""
    return isinstance(value, QuantityMention) or (
        isinstance(value, PeopleGroup) and value.counted and not value.shares and not value.partial
    )


def _other_verb(sentence: Sentence, unit: int, own: Span | None) -> bool:
    """Whether a verb group other than the fact's own stands at a unit, or an auxiliary of any verb."""
    verb = sentence.values[unit] if unit < len(sentence.values) else None
    return (isinstance(verb, VerbGroup) and verb.span != own) or word_at(sentence, unit) in _AUXILIARIES


def _after_colon(total: Total, sentence: Sentence, start: int) -> list[PeopleGroup]:
    """The sorts of people that a colon sets behind a total: "nine were killed in the blast: four men, three women and two boys"."""
    if (total.value.low or 0) < 2:
        return []
    for unit in range(start + 1, min(start + _COLON_REACH, len(sentence.values))):
        if word_at(sentence, unit) == ":":
            listed = [group_at(sentence, u) for u in groups_in(sentence, unit + 1)]
            counted = list(takewhile(lambda g: g is not None and g.counted, listed))
            parts = [g for g in counted if g is not None and g.population and g.population != total.population]
            return parts if len(parts) == len(counted) > 1 else []
        if isinstance(sentence.values[unit], PeopleGroup | VerbGroup):
            return []
    return []
