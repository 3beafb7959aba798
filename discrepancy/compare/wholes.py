"""Conditions on what a figure counts: everybody, those whom a text names, those beside others, all with the attacker among them.

Takes a :class:`~discrepancy.compare.pair.Pair`; gives yes or no. The words stand in ``rules/compare/countings.yaml``.
"""

from __future__ import annotations

import re
from functools import cache

from discrepancy.compare.context import Context
from discrepancy.compare.pair import Pair
from discrepancy.compare.passport import beside_the_dead, beside_the_hurt
from discrepancy.compare.policy import any_of
from discrepancy.compare.relations import figure
from discrepancy.compare.speakers import different_speakers
from discrepancy.model.claims import Claim
from discrepancy.model.values import Quantity, Terms

_LONGEST_LIST = 12
"""People whom a sentence names one by one; a larger figure was counted."""
_WORD = re.compile(r"[a-z]{2,}")
_MAKE = re.compile(r"[A-Z\d]")
_MODEL = re.compile(r"\b([A-Z]{1,3})[ -]+(\d{2,3})(?=s?\b)")
"""Letters and figures that name a make together, apart or with a hyphen."""
_SHORT = 3
"""Letters of words that tell no kind."""
_TOLD = 2
"""Words from which on a text tells of somebody."""


def some_named(pair: Pair) -> bool:
    """The lower figure is of people told one by one, whom nobody counted: "the deputy and Officer Berg were hurt" leaves room for more."""
    low, high = figure(pair.a.value), figure(pair.b.value)
    if low is None or high is None or low == high:
        return False
    return _reckoned(pair.a if low < high else pair.b, pair)


def all_named(pair: Pair) -> bool:
    """The higher figure is of people told one by one: who is one of them and who is told twice is soon misread."""
    low, high = figure(pair.a.value), figure(pair.b.value)
    if low is None or high is None or low == high:
        return False
    return _reckoned(pair.a if low > high else pair.b, pair)


def _reckoned(claim: Claim, pair: Pair) -> bool:
    """Whether nobody counted a figure: it is of people told one by one, and its article gives it in no other way. Who is told to be four
    dead, "three students and a teacher", is all of them."""
    return all(one_by_one(told, pair.context) for told in _told_alike(claim, pair))


def one_by_one(claim: Claim, context: Context) -> bool:
    """Whether a figure is of people told one by one ("a woman and her baby had died"): the reader counted them, and no source."""
    counting, value = context.policy.counting(claim.attribute), figure(claim.value)
    words = counting.counting
    if claim.rule in counting.reckoned:
        return False
    if not words or value is None or not 1 < value <= _LONGEST_LIST or not isinstance(claim.value, Quantity) or not claim.value.exact:
        return False
    said = claim.evidence.exact.lower()
    if len(_WORD.findall(said)) < _TOLD:
        return False  # a figure typed into a sheet
    printed = re.search(rf"(?<![\d.,]){int(value)}(?![\d]|[.,]\d|-(?:year|month|week|day)s?-old)", said)
    return printed is None and _one_of(words[int(value)]).search(said) is None


@cache
def _one_of(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words.split())})\b")


def beside_others(pair: Pair) -> bool:
    """The lower figure is of others, beside people counted elsewhere in its article: "a fifth person was hurt" is no toll of one."""
    low, high = figure(pair.a.value), figure(pair.b.value)
    if low is None or high is None:
        return False
    lower, higher = (pair.a, pair.b) if low < high else (pair.b, pair.a)
    alike = beside_the_hurt(lower, pair.context) == beside_the_hurt(higher, pair.context)
    if lower.additional and higher.additional and min(low, high) > 1 and alike:
        return False  # thirteen others and fourteen others are counted alike
    if lower.additional and not beside_the_dead(lower, pair.context):
        return True
    return any(_some_of_them(claim, pair.context) for claim in _told_alike(lower, pair))


def _told_alike(claim: Claim, pair: Pair) -> list[Claim]:
    """A claim, and what else its article says in the same figure of the same thing."""
    alike = [c for c in pair.siblings.of(claim.article) if c.value == claim.value and c.population == claim.population]
    return [claim, *(c for c in alike if c is not claim)]


def _some_of_them(claim: Claim, context: Context) -> bool:
    """Whether the words of a count add it to another ("two guards were also hurt") or take it out of one ("two were critically hurt")."""
    counting, said = context.policy.counting(claim.attribute), claim.evidence.exact.lower()
    if counting.some and any_of(counting.some).search(said) is not None:
        return True
    return bool(counting.also) and any_of(counting.also).search(said) is not None and not beside_the_dead(claim, context)


def of_a_make(pair: Pair) -> bool:
    """The lower figure is of one make or kind, and the higher one of all: "seven AK-47 rifles" are some of nine, "six counts of fraud"
    some of ten charges, and no number of counts of theft."""
    low, high = figure(pair.a.value), figure(pair.b.value)
    if low is None or high is None or low == high:
        return False
    lower, higher = (pair.a, pair.b) if low < high else (pair.b, pair.a)
    counting = pair.context.policy.counting(lower.attribute)
    if lower.population in counting.makes:
        return bool(_makes(lower, pair.context) - _makes(higher, pair.context))
    if lower.population not in counting.kinds:
        return False
    one, other = _kind(lower, pair.context), _kind(higher, pair.context)
    return bool(one) and one.isdisjoint(other)


def _makes(claim: Claim, context: Context) -> set[str]:
    """The words with a figure or a capital that stand between a number and what it counts, however they are typed: "AK-47", "AK 47s",
    "Glock"."""
    near = context.printed(claim)
    at = max(0, near.find(" ".join(claim.evidence.exact.split())))
    heads = "|".join(map(re.escape, context.policy.counting(claim.attribute).makes))
    number = rf"(?<![\w-])(?i:{_number(claim, context)})\s+"
    made = re.search(rf"{number}(?:((?:[\w-]+\s+){{0,3}}?)(?i:{heads})\b|([\w-]*[A-Z\d][\w-]*s)\b)", near[at:])
    words = _MODEL.sub(r"\1\2", " ".join(filter(None, made.groups()))).split() if made is not None else []
    return {word.lower().removesuffix("s") for word in words if _MAKE.search(word)}


def _kind(claim: Claim, context: Context) -> set[str]:
    """The words of what follows *of* behind what is counted: "counts of criminal homicide"."""
    near = context.around(claim)
    at = max(0, near.find(" ".join(claim.evidence.exact.lower().split())))
    heads = "|".join(map(re.escape, context.policy.counting(claim.attribute).kinds))
    said = re.search(rf"\b(?:{_number(claim, context)})\s+(?:[\w-]+\s+){{0,2}}?(?:{heads})\s+of\s+((?:[\w-]+\s*){{1,4}})", near[at:])
    return {word for word in _WORD.findall(said[1]) if len(word) > _SHORT} if said is not None else set()


def _number(claim: Claim, context: Context) -> str:
    """A pattern for the ways in which a text prints a figure."""
    value, counting = figure(claim.value) or 0, context.policy.counting(claim.attribute).counting
    words = counting[int(value)].split() if value < len(counting) else []
    return "|".join((f"{value:,.0f}", f"{value:.0f}", *words))


def uncounted(pair: Pair) -> bool:
    """One side is told in the plural and counted by nobody: "people were being shot all around me"."""
    return any(isinstance(claim.value, Quantity) and claim.value.vague for claim in (pair.a, pair.b))


def with_attacker(pair: Pair) -> bool:
    """The figures differ by one, and an article says that the attacker died too: who counts the victims has one less."""
    first, second = figure(pair.a.value), figure(pair.b.value)
    phrases = pair.context.policy.counting(pair.a.attribute).attackers
    if not phrases or first is None or second is None or abs(first - second) != 1:
        return False
    texts = (pair.context.documents.get(claim.article) for claim in (pair.a, pair.b))
    return any(document is not None and _told(phrases).search(document.text.lower()) for document in texts)


@cache
def _told(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(phrase)}\b".replace(r"\ ", r"\s+") for phrase in phrases))


def part_of_total(pair: Pair) -> bool:
    """Two figures of one article, the lower one told below the higher one: of those counted above some are told of, unless the headline's
    figure is the only one of its kind and the text below never comes near it."""
    low, high = figure(pair.a.value), figure(pair.b.value)
    if pair.a.article != pair.b.article or low is None or high is None or low == high:
        return False
    part, whole = (pair.a, pair.b) if low < high else (pair.b, pair.a)
    dead = (c for c in pair.context.of_event(part.event, "killed") if c.article == part.article)
    if part.attribute != "killed" and any(figure(c.value) == abs(high - low) for c in dead):
        return True
    if part.evidence.span.start <= whole.evidence.span.start:
        return False
    if different_speakers(pair):
        return False  # "the ministry put the number of dead at 11": a count beside the other one
    if pair.context.block(whole) != "headline":
        return True
    told = [c for c in pair.siblings.of(part.article) if c.value != whole.value and pair.context.block(c) != "headline"]
    sums = sum(figure(c.value) or 0 for c in told)
    return min(low, high) == 1 or len({c.value for c in told}) > 1 or sums == max(low, high)


def of_one_place(pair: Pair) -> bool:
    """The article of the higher figure gives the lower one as well, as that of one of the places it counts over: "sixteen were killed in
    two towns, eleven of them in Massar"; not where the other article tells of another place."""
    low, high = figure(pair.a.value), figure(pair.b.value)
    if low is None or high is None or low == high or pair.a.article == pair.b.article:
        return False
    part, whole = (pair.a, pair.b) if low < high else (pair.b, pair.a)
    counted = (
        c.scope.removeprefix("place:") for c in pair.siblings.of(whole.article) if c.scope.startswith("place:") and c.value == part.value
    )
    places = _places(part, pair.context)
    return any(not places or any(_may_be(place, other, pair.context) for other in places) for place in counted)


def _places(claim: Claim, context: Context) -> tuple[str, ...]:
    """Where the article of a claim says that its event happened."""
    told = (c.value for c in context.of_event(claim.event, "place") if c.article == claim.article) if claim.event else ()
    return tuple(name for value in told if isinstance(value, Terms) for name in value.members)


def _may_be(place: str, other: str, context: Context) -> bool:
    """Whether two places can be one, or one can hold the other, for all the tables know."""
    return context.lexicon.within(place, other) is not False or context.lexicon.within(other, place) is not False


def dead_in_one_place(pair: Pair) -> bool:
    """The lower figure is of those who died in one place: "killing one person at the scene" leaves room for who died in hospital."""
    low, high = figure(pair.a.value), figure(pair.b.value)
    words = pair.context.policy.counting(pair.a.attribute).where_died
    if not words or low is None or high is None or low == high:
        return False
    claim = pair.a if low < high else pair.b
    near, said = pair.context.around(claim), " ".join(claim.evidence.exact.lower().split())
    at = near.find(said)
    behind = near[at + len(said) :] if at >= 0 else claim.evidence.after.lower()
    return _place(words).match(behind) is not None or _place(words).search(said) is not None


@cache
def _place(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{'|'.join(map(re.escape, words))})\b")
