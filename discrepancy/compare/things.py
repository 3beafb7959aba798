"""Conditions on whether two figures are of one thing: sums that share a noun and no more, shots that hit one of several people, ages of a
child and of an adult.

Takes a :class:`~discrepancy.compare.pair.Pair`; gives yes or no. The words stand in ``rules/compare`` and ``rules/link``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from discrepancy.compare.context import Context
from discrepancy.compare.pair import Pair
from discrepancy.compare.relations import figure
from discrepancy.compare.ties import parties_shared, places
from discrepancy.link.figures import nearly, stem
from discrepancy.model.claims import VICTIMS, Claim
from discrepancy.rulebook.kinds.linking import MeasureLikeness

_WORD = re.compile(r"[^\W\d_]{3,}")
_RELATIVE = re.compile(r",?\s(?:which|that|who)\s")
_MOST = 20
"""Claims of either value whose sentences are laid side by side."""
_MONTHS = {"months": 1 / 12, "month": 1 / 12}


def few_words(pair: Pair) -> bool:
    """No rule says what either figure measures, or of which thing they are, and beside the noun that both count no sentences that give the
    two share more than a word: "a seven-year deal" and "a six-year deal" are offers of two clubs, or to two players."""
    likeness = pair.context.policy.likeness
    if likeness is None or not _unsaid(pair.a, pair.context) or not _unsaid(pair.b, pair.context):
        return False
    alike = [c for c in pair.siblings.claims if c.rule in (pair.a.rule, pair.b.rule) and c.population == pair.a.population]
    once = _counted_once(pair, alike) if pair.a.attribute in likeness.named else pair.a.attribute in likeness.sole and _sole(pair, likeness)
    low, high = sorted((figure(pair.a.value) or 0.0, figure(pair.b.value) or 0.0))
    if once and nearly(low, high, stem(pair.a.population.split()[-1], likeness), likeness, pair.context.policy.folk):
        return False
    if once and _compound(pair, likeness):
        return False
    ones, others = ([c for c in alike if c.value == claim.value] or [claim] for claim in (pair.a, pair.b))
    return not any(
        one.article != other.article and _enough(one, other, likeness, pair.context, once=once)
        for one in ones[:_MOST]
        for other in others[:_MOST]
    )


def _compound(pair: Pair, likeness: MeasureLikeness) -> bool:
    """Whether both count things, and no people, by a name of several words: "seven display cases" beside "nine display cases"."""
    named = pair.a.population.lower().split()
    same = pair.a.attribute in likeness.named and pair.a.population == pair.b.population
    return same and len(named) > 1 and pair.context.policy.folk.isdisjoint(stem(word, likeness) for word in named)


def _unsaid(claim: Claim, context: Context) -> bool:
    """Whether no rule says what a figure measures, or one says that it is a cost and neither article of what."""
    return claim.rule == f"measure.{claim.attribute}" or context.policy.unnamed.get(claim.rule) == claim.population


def other_dollars(pair: Pair) -> bool:
    """Whether an article gives the number of its sum in another currency too: of "a $29m burglary" and "worth S$29 million" the dollars
    are one."""
    return any(
        c.attribute == "money" and c.unit != claim.unit and (c.value, c.population, c.event) == (claim.value, claim.population, claim.event)
        for claim in (pair.a, pair.b)
        for c in pair.context.by_article.get(claim.article, ())
    )


def _counted_once(pair: Pair, alike: Sequence[Claim]) -> bool:
    """Whether either article gives one figure of the noun that both count: then it hardly counts two sorts of it."""
    return all(len({c.value for c in alike if c.article == claim.article}) <= 1 for claim in (pair.a, pair.b))


def _sole(pair: Pair, likeness: MeasureLikeness) -> bool:
    """Whether either article gives no other sum of the currency that lies near enough to its own to be the sum of the same thing."""
    for claim in (pair.a, pair.b):
        own = figure(claim.value) or 0.0
        told = (c for c in pair.context.by_article.get(claim.article, ()) if c.attribute == claim.attribute and c.unit == claim.unit)
        others = (figure(c.value) or 0.0 for c in told if c.value != claim.value)
        if any(own <= likeness.alike * other and other <= likeness.alike * own for other in others):
            return False
    return True


def _enough(one: Claim, other: Claim, likeness: MeasureLikeness, context: Context, *, once: bool) -> bool:
    """Whether two sentences share words enough to count one thing. Of things that either article counts once, a word of the clause is
    enough: "41 flights were cancelled" beside "61 flights were cancelled"; a word for people says nothing of the things."""
    first, second = context.printed(one), context.printed(other)
    if (
        once
        and len(_shared((one, _clause(one, first, likeness)), (other, _clause(other, second, likeness)), likeness) - context.policy.folk)
        >= likeness.few
    ):
        return True
    return len(_shared((one, first), (other, second), likeness)) >= likeness.firm


def _clause(claim: Claim, sentence: str, likeness: MeasureLikeness) -> str:
    """What stands around a claim between two commas, or words that begin a clause, of its sentence; before a clause that says more of a
    thing, "the train, which was hauling 28 wagons", the thing too."""
    exact = " ".join(claim.evidence.exact.split())
    before, _, after = sentence.partition(exact)
    parts = _parting(likeness.parting)
    head = parts.split(_RELATIVE.sub(" ", before))[-1]
    return head + exact + parts.split(after)[0]


@cache
def _parting(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"[,;:()]\s|\s[–—-]\s|\b(?:{'|'.join(map(re.escape, words))})\b")


def _shared(one: tuple[Claim, str], other: tuple[Claim, str], likeness: MeasureLikeness) -> frozenset[str]:
    """The stems that the words around two claims share, what is counted and the names that both print aside."""
    heads = {stem(word, likeness) for claim, _ in (one, other) for word in claim.population.lower().split()}
    words, more = (
        {stem(word, likeness) for word in _WORD.findall(around.lower()) if word not in likeness.common} for _, around in (one, other)
    )
    first, second = (_capitals(around) for _, around in (one, other))
    return frozenset((words & more) - heads - {stem(word.lower(), likeness) for word in first & second})


def _capitals(sentence: str) -> set[str]:
    """The words that a sentence prints with a capital."""
    return {word for word in _WORD.findall(sentence) if word[0].isupper()}


def one_of_several(pair: Pair) -> bool:
    """How often one person was hit, where several were and the two sentences share no name."""
    context = pair.context
    if pair.a.population not in context.policy.counting(pair.a.attribute).of_one or not pair.a.event:
        return False
    if _name_shared(pair):
        return False
    articles = {pair.a.article, pair.b.article}
    victims = (c for attribute in VICTIMS for c in context.of_event(pair.a.event, attribute) if c.article in articles)
    return any((figure(claim.value) or 0) > 1 for claim in victims)


def _name_shared(pair: Pair) -> bool:
    """Whether both sentences print a word with a capital that neither article prints without one: a name, and no "Officer"."""
    context = pair.context
    texts = [document.text for claim in (pair.a, pair.b) if (document := context.documents.get(claim.article)) is not None]
    shared = _capitals(context.printed(pair.a)) & _capitals(context.printed(pair.b))
    return any(not any(re.search(rf"\b{word.lower()}\b", text) for text in texts) for word in shared)


def child_and_adult(pair: Pair) -> bool:
    """One age is a child's and the other that of somebody a generation older: sons bear their fathers' names, and lives are told from
    their beginning."""
    width = pair.context.policy.persons(pair.a.attribute)
    ages = [age * _MONTHS.get(claim.unit, 1) for claim in (pair.a, pair.b) if (age := figure(claim.value)) is not None]
    return len(ages) == 2 and bool(width.generation) and min(ages) < width.child and max(ages) - min(ages) >= width.generation


def told_of_another(pair: Pair) -> bool:
    """One of the articles has the other's figure as well, as one of something else: the total of 140 million and the 95 million of one
    regulator, what was taken in five raids and in one of them. Small numbers stand for too much to show that."""
    likeness = pair.context.policy.likeness
    if likeness is None or pair.a.article == pair.b.article:
        return False
    for claim, other in ((pair.a, pair.b), (pair.b, pair.a)):
        wanted, own = figure(other.value), figure(claim.value)
        if wanted is None or own is None or max(wanted, own) < likeness.parts_from * min(wanted, own):
            continue
        if claim.attribute not in likeness.sole and wanted < likeness.by_chance:
            continue
        asked = pair.siblings.of(claim.article)
        beside = (c for c in pair.context.by_article.get(claim.article, ()) if c.attribute == claim.attribute and c.unit == other.unit)
        if any(figure(c.value) == wanted for c in beside if c not in asked or c.population != claim.population):
            return True
    return False


def strangers_in_age(pair: Pair) -> bool:
    """Two people, one of them without a name, whose ages lie too far apart to be one person's: who "was killed" may be another victim, of
    another day. A year is a slip; more is one only where neither is named and the two articles tell of some person or group beside."""
    ages = [age * _MONTHS.get(claim.unit, 1) for claim in (pair.a, pair.b) if (age := figure(claim.value)) is not None]
    most = pair.context.policy.persons(pair.a.attribute).unnamed
    if not most or len(ages) < 2 or pair.a.entity or pair.b.entity:
        return False
    gap = abs(ages[0] - ages[1])
    named = any((told := pair.context.claims.get(claim.id)) is not None and told.entity for claim in (pair.a, pair.b))
    return gap > most or (gap > 1 and (named or not parties_shared(pair.a, pair.b, pair.context)))


def elsewhere(pair: Pair) -> bool:
    """The two articles put what happened in places neither of which holds the other, and tell of no person and no group in common: two
    shootings of one day."""
    if not pair.a.event or pair.a.article == pair.b.article or parties_shared(pair.a, pair.b, pair.context):
        return False
    return towns_apart(pair)


def towns_apart(pair: Pair) -> bool:
    """Whether none of the places in which either article puts the event holds one of the other's."""
    ours, theirs = (places(claim, pair.context) for claim in (pair.a, pair.b))
    lexicon = pair.context.lexicon
    return bool(ours) and bool(theirs) and all(lexicon.relation(one, other, places=True) == "disjoint" for one in ours for other in theirs)
