"""The one person hit, by name: what is told of somebody named answers what another article tells of the one who was killed or wounded.

Takes claims and what comparison knows beside them; gives those on somebody who alone was hit, as claims on the event. One article says that
a 36-year-old officer was shot, and the other that James Rudd, 39, was: both tell the age of the one person wounded. Of the one child who
was hit, one article may know no more than that he was shot, and the other that he died.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from discrepancy.compare.context import Context
from discrepancy.compare.relations import figure
from discrepancy.model.claims import VICTIMS, Claim

_MARKS = ",.;:()’'\"“”"
_OF_PEOPLE = ("age", "detail")
_ANY = "person hit"
_CHILD = "child "
_DEAD, _HURT = "child killed", "child wounded"


def of_the_one(claims: Sequence[Claim], context: Context) -> Iterable[Claim]:
    """Claims on the age and the wounds of named people as claims on the one person hit, where their article tells of no other and another
    article does not name that one."""
    asked: dict[tuple[str, str], list[str]] = {}
    for claim in claims:
        if claim.attribute in _OF_PEOPLE and not claim.entity and claim.population:
            asked.setdefault((claim.attribute, claim.event), []).append(claim.population)
    if not asked:
        return
    yield from _the_one_child(claims, context)
    hit_in: dict[str, list[str]] = {}
    for claim in claims:
        if claim.attribute in VICTIMS and claim.event not in hit_in.setdefault(claim.article, []):
            hit_in[claim.article].append(claim.event)
    for claim in claims:
        if claim.attribute not in _OF_PEOPLE or not claim.entity:
            continue
        for event in hit_in.get(claim.article, ()):
            wanted = asked.get((claim.attribute, event), ())
            fate = _fate(claim, event, context) if wanted else ""
            population = next((each for each in (fate, _ANY) if fate and each in wanted), "")
            if population:
                yield replace(claim, event=event, entity="", population=population)
                break


def _the_one_child(claims: Sequence[Claim], context: Context) -> Iterable[Claim]:
    """Ages of the one child who was hit, told as wounded, as answers to that of the one killed, where no article tells of two: "shot his
    wife and her 11-year-old son" leaves open whom it killed."""
    ages = [claim for claim in claims if claim.attribute == "age" and not claim.entity and claim.population.startswith(_CHILD)]
    for claim in ages:
        if claim.population != _HURT:
            continue
        others = [c for c in ages if c.event == claim.event and c.population == _DEAD and c.article != claim.article]
        if others and not any(_children(each, context) for each in (claim, *others)):
            yield replace(claim, population=_DEAD)


def _children(claim: Claim, context: Context) -> bool:
    """Whether the article of a claim counts several children in its event, or tells the ages of several, with or without a name."""
    told, grown = context.by_article.get(claim.article, ()), context.policy.persons("age").child
    ages = {c.value for c in told if c.attribute == "age" and (c.unit != claim.unit or (figure(c.value) or 0) < grown)} | {claim.value}
    hit = (c for c in told if c.attribute in VICTIMS and c.event == claim.event and context.lexicon.head(c.population) == "children")
    return len(ages) > 1 or any(figure(c.value) != 1 for c in hit)


def _fate(claim: Claim, event: str, context: Context) -> str:
    """What befell the person of a claim in an event if it befell no other: "person killed", "person wounded", else ""."""
    if claim.entity in context.doers.get((event, claim.article), ()):
        return ""
    killed, *hurt = ([c for c in context.of_event(event, attribute) if c.article == claim.article] for attribute in VICTIMS)
    told = killed or [c for each in hurt for c in each]
    if any(figure(c.value) != 1 or c.additional for c in told):
        return ""
    others = {c.entity for c in context.by_article.get(claim.article, ()) if c.attribute == "age" and c.entity} - {claim.entity}
    named = _identified(claim, context) or any(_names(claim.entity, c) for c in told)
    named = named and not any(_names(other, c) for other in others for c in told)
    return ("person killed" if killed else "person wounded") if named else ""


def _identified(claim: Claim, context: Context) -> bool:
    """Whether the words around a claim name the victim: "The victim was identified as Bo Quist, 25"."""
    words, policy = frozenset(re.findall(r"[\w-]+", context.around(claim))), context.policy
    named = not words.isdisjoint(policy.called) and not words.isdisjoint(policy.victim)
    return named and words.isdisjoint(policy.suspect)


def _names(who: str, claim: Claim) -> bool:
    """Whether the words of a claim name somebody, in full or by surname alone ("Rudd was shot"), and no other of that surname."""
    words = claim.evidence.exact.split()
    for at, word in enumerate(words):
        if word.strip(_MARKS) != who.split()[-1]:
            continue
        start = at
        while start and words[start - 1][:1].isupper() and words[start - 1][-1] not in _MARKS:
            start -= 1
        if set(words[start:at]) <= set(who.split()):
            return True
    return False
