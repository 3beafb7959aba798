"""Facts bound to events: whose dead these are.

Takes the facts and events of an article; gives toll claims and claims on who the victims were. To which event a fact belongs is settled in
:mod:`.owning`; here is what the claim counts: sorts of people, places of a disaster, one side, a year's running total, another time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Literal

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import noun_group
from discrepancy.annotate.phrases_rules import PeopleGroup, sorts_of_people
from discrepancy.claim.events.asides import any_of, behind
from discrepancy.claim.events.figurative import figurative
from discrepancy.claim.events.sorts import types_of
from discrepancy.claim.events.told import Told, WhenOf
from discrepancy.claim.evidence import Claims
from discrepancy.claim.facts.districts import by_place
from discrepancy.claim.facts.nationals import nationals
from discrepancy.claim.facts.owning import event_of, shared_totals
from discrepancy.claim.facts.read import Fact
from discrepancy.claim.facts.sides import of_two_sides, side
from discrepancy.claim.facts.sites import one_of_several
from discrepancy.model.claims import VICTIMS, Attribute, Stance
from discrepancy.model.text import Span
from discrepancy.model.values import Quantity, terms
from discrepancy.rulebook.kinds.events import EventLimits
from discrepancy.rulebook.kinds.facts import MainEventPolicy
from discrepancy.rulebook.kinds.phrases import Population
from discrepancy.rulebook.schema import Rulebook

_BY_PLACE = ("killed", "injured", "missing")
_PARTED = frozenset((",", ";", ":", "-", "--", "–", "—"))
"""Marks between a number and the time behind it that part one from the other."""
_WHO = frozenset(("who", "whose"))
"""Words behind a number that turn to somebody, whose years and months are his own."""
_ADULTS = ("man", "woman")
_TOP = 2
"""Sentences that begin an article, the headline with them: a toll told there is that of the news, however far it reaches."""
_THEIR_MEN = re.compile(r"\bof (?:the|his|its|their) men$", re.IGNORECASE)
"""Men of an army or a ship, told of before: nobody counts them by sex."""
_RECORD = 70
"""Characters before a length of time within which a record of that time is told: "the worst use of gas in the two-year-old war"."""


def bind_facts(
    facts: Sequence[Fact], told: Told, lines: Sequence[Line], claims: Claims, rules: Rulebook,
    as_of: WhenOf, day: WhenOf,
) -> list[Span]:  # fmt: skip
    """Claims for all facts that happened; gives the spans of people that are in claims. ``as_of`` tells the day for which a figure at a
    place of a sentence is good, ``day`` the days that stand at a unit of a line by themselves."""
    covered: list[Span] = []
    parts = {f.part_of: f.population for f in reversed(facts) if f.part_of is not None and f.population}
    events = [event_of(fact, told, lines, rules) for fact in facts]
    totals, most = shared_totals(facts, events, told), _most(facts, events, lines, rules)
    wars = _of_wars(facts, [event for event, _ in events], told, rules)
    for index, fact in enumerate(facts):
        if _in_speech(fact, lines[fact.sentence], rules):
            continue
        event, place = events[index]
        published = claims.document.published.value.first if claims.document.published is not None else None
        if event and (
            (not _told_here(fact, event, told) and _cause(fact, lines[fact.sentence], rules))
            or _of_another_time(fact, lines[fact.sentence], event, told, published, day)
        ):
            event = ""
        if fact.owned and (not event or told.mention(event).main):
            continue
        head, population = _people(fact, lines[fact.sentence], rules)
        if fact.part_of is not None and not population and not fact.scope.startswith("place:"):
            population = head  # "four men, including three bystanders": three are not everybody, whatever they are
        if not population and event and 1 < (fact.value.high or 0) < most.get((event, fact.attribute), 0):
            population = nationals(fact, lines[fact.sentence], rules)
        tried = bool(event) and fact.attribute == "killed" and told.mention(event).realis == "attempted"  # who was to be killed was not
        stance: Stance | None = "denied" if fact.negated and fact.value.high != 0 else "expected" if fact.modal or tried else None
        type_ = told.mention(event).type if event else ""
        own = place or one_of_several(fact, event, told, lines, rules)
        scope = fact.scope or own or side(fact, lines[fact.sentence], type_, rules)
        if not scope and not _since_it_began(lines[fact.sentence], event, told, day, rules):
            scope = "cumulative" if index in wars else _running(fact, lines[fact.sentence], rules)
        # "No casualties": nobody died, and nobody was hurt.
        nobody = fact.attribute == "hit" and fact.value.low == fact.value.high == 0
        counted: tuple[Attribute, ...] = ("killed", "injured") if nobody else (fact.attribute,)
        if (parted := _parted(fact, event, told, lines, rules)) is not None:
            for where, value, at in parted[1]:
                claims.add(
                    fact.attribute, value, at, fact.rule, event=parted[0], population=population, scope=f"place:{where}", stance=stance,
                    as_of=as_of(fact.sentence, at.start),
                )  # fmt: skip
                covered.append(at)
            continue
        # "two Britons were among the dead": of nobody whom an article counts apart
        if fact.some and not population and any(" " in group.words for group in fact.groups):
            covered.append(fact.people)
            continue
        for attribute in counted:
            claims.add(
                attribute, fact.value, fact.span, fact.rule, at=fact.people, event=event, stance=stance,
                population=population, scope=scope, additional=fact.additional,
                loose=fact.loose and not nobody, as_of=as_of(fact.sentence, fact.people.start),
            )  # fmt: skip
            for owner, group in zip(told.listed(event, fact.sentence), _one_each(fact), strict=False):
                if len(told.listed(event, fact.sentence)) == len(fact.groups):
                    claims.add(
                        attribute, group.count, fact.span, fact.rule, at=group.span, event=owner, population=population, stance=stance,
                        as_of=as_of(fact.sentence, fact.people.start),
                    )  # fmt: skip
        sorts = of_two_sides(fact, type_, rules) or tuple((group, scope) for group in _sorts(fact, population, rules))
        for group, whose in sorts:
            claims.add(
                fact.attribute, group.count, fact.span, fact.rule, at=group.span, event=event, stance=stance,
                population=group.population, scope=whose, loose=fact.loose, as_of=as_of(fact.sentence, fact.people.start),
            )  # fmt: skip
        covered.append(fact.people)
        if fact.attribute in VICTIMS and not (fact.negated or fact.modal or tried):
            for owner in totals.get(index, (event,)):
                _who(fact, head, population, parts.get(index, ""), owner, claims)
    return covered


def _most(facts: Sequence[Fact], events: Sequence[tuple[str, str]], lines: Sequence[Line], rules: Rulebook) -> dict[tuple[str, str], int]:
    """The most people of each fate that are counted of each event, whoever they are: who is counted beside them are some of them. Two
    peoples are counted side by side."""
    most: dict[tuple[str, str], int] = {}
    for fact, (event, _) in zip(facts, events, strict=True):
        plain = event and fact.part_of is None and not (fact.population or fact.negated or fact.modal)
        if plain and not nationals(fact, lines[fact.sentence], rules):
            most[event, fact.attribute] = max(most.get((event, fact.attribute), 0), int(fact.value.low or 0))
    return most


def _sorts(fact: Fact, population: str, rules: Rulebook) -> tuple[PeopleGroup, ...]:
    """The sorts of people that a fact adds up, several of one at least: "nineteen officers and at least 30 protesters were hurt" counts
    officers too, "six children and the driver" six children, and "six priests, their cook and two women" are people told one by one."""
    sorts, known = {group.population for group in fact.groups}, sorts_of_people(rules)
    many = all((group.counted or group.count.high == 1) and known.get(group.population) not in _ADULTS for group in fact.groups)
    many &= any((group.count.low or 0) > 1 for group in fact.groups)
    if not many or len(sorts) != len(fact.groups) or len(sorts) == 1 or population or fact.part_of is not None:
        return ()
    return tuple(group for group in fact.groups if group.population)


def _one_each(fact: Fact) -> tuple[PeopleGroup, ...]:
    """The counts of a bare list of numbers, which tells of each of several events in turn: "killing one, two and four people"."""
    bare = all(group.count.exact and not (group.name or group.pronoun) for group in fact.groups)
    heads = [group.head for group in fact.groups if group.head]
    return fact.groups if bare and len(fact.groups) > 1 and len(heads) < 2 and fact.part_of is None else ()


def _since_it_began(line: Line, event: str, told: Told, day: WhenOf, rules: Rulebook) -> bool:
    """Whether a sentence counts since a day of the days on which a lasting event began: then it counts the event itself."""
    when = told.mention(event).when if event else None
    if when is None or when.first is None or told.mention(event).type not in types_of(rules, "lasting"):
        return False
    since = (day(line.sentence.index, unit + 1) for unit, word in enumerate(line.words[:-1]) if word == "since")
    reach = max((rule.since_days for rule in rules.of(MainEventPolicy)), default=0)
    return any(one is not None and one.first is not None and 0 <= (when.first - one.first).days <= reach for one in since)


def _of_wars(facts: Sequence[Fact], events: Sequence[str], told: Told, rules: Rulebook) -> frozenset[int]:
    """The tolls of a war that stand under one of its deeds: behind "six priests were murdered", "the fighting has left 1,000 dead"; not
    "1,000 died, six of them priests"."""
    limits, first, found = rules.of(EventLimits)[0], dict[tuple[str, str], float](), set[int]()
    for index, (fact, event) in enumerate(zip(facts, events, strict=True)):
        low = fact.value.low or 0
        if not (event and low and fact.happened) or fact.part_of is not None or told.mention(event).type not in types_of(rules, "crime"):
            continue
        deed = first.setdefault((event, fact.attribute), low)
        if low >= limits.war_toll and low >= limits.war_times * deed:
            found.add(index)
    return frozenset(found)


def _running(fact: Fact, line: Line, rules: Rulebook) -> Literal["", "cumulative"]:
    """The scope of a number that a sentence counts over a time: "this year", "in nine years of war". One person is no such count."""
    if fact.value.high == 1 or not fact.groups:
        return ""
    words, told = " ".join(line.words), len(" ".join(line.words[: line.unit_from(fact.people.start)]))
    done = len(" ".join(line.words[: line.unit_from(fact.span.end)]))
    last = line.unit_from(fact.groups[-1].span.end - 1)
    if fact.attribute == "arrested" and len(fact.groups) > 1 and line.words[last + 1 : last + 2] == ("elsewhere",):
        return "cumulative"  # "held 87 people in the capital and ten elsewhere": reports of one town count the 87
    below = line.sentence.block == "body" and line.sentence.index > _TOP
    for rule in rules.of(MainEventPolicy):
        if below and any_of(rule.across).search(words):
            return "cumulative"  # "rains across the country have killed 60 people", in a report of one slide
        for time in any_of(rule.cumulative).finditer(words):
            if fact.attribute == "missing" and time[0].startswith("since "):
                continue  # missing since Friday is who has not come home, not how many were lost in all
            if time[0].startswith("since ") and told < time.start() and not _PARTED.isdisjoint(words[told : time.start()].split()):
                continue  # "an attack that took 100 lives -- has held talks since May"
            if told < time.start() and not _WHO.isdisjoint(words[done : time.start()].split()):
                continue  # "nine died, among them Bo Quist, who had led the choir for a decade"
            # "killed 30 in the deadliest attack this year": the year is that of the record
            records = [r.start() for r in any_of(rule.records).finditer(words, max(0, time.start() - _RECORD), time.start())]
            if not records or records[-1] < told < time.start():
                return "cumulative"
    return ""


def _told_here(fact: Fact, event: str, told: Told) -> bool:
    """Whether only the sentence of a fact tells of its event, which is not what the article is about: then it is its own."""
    return not told.mention(event).main and not told.outside(event, fact.sentence)


def _cause(fact: Fact, line: Line, rules: Rulebook) -> bool:
    """Whether a fact is told of what came before the event: "the shooting comes a year after nine people were hurt there"."""
    words, at = line.sentence.words(0, len(line.sentence.values)).lower(), fact.people.start - line.sentence.span.start
    return any(behind(any_of(rule.causes).search(words), at) for rule in rules.of(MainEventPolicy))


def _parted(
    fact: Fact, event: str, told: Told, lines: Sequence[Line], rules: Rulebook
) -> tuple[str, list[tuple[str, Quantity, Span]]] | None:
    """The disaster whose toll a fact tells place by place, with the places; None for a deed, of which there was one in each place."""
    whole = told.mention(event).whole or event if event else ""
    if not whole or fact.attribute not in _BY_PLACE or fact.part_of is not None:
        return None
    if told.mention(whole).type not in types_of(rules, "reaching"):
        return None
    found = by_place(fact, lines, rules)
    return (whole, found) if found else None


def _of_another_time(fact: Fact, line: Line, event: str, told: Told, published: date | None, day: WhenOf) -> bool:
    """Whether a fact is told of a year that is not the event's: "the worst crash since 2006, when 41 people died", "in 2017 a fever killed
    310 there"; or, where its sentence does not tell of the event, of an earlier day: "on 3 May an armed group took the post, and nine
    soldiers lost their lives". An event without a day is of the article's year, where it is told of elsewhere too."""
    unit, index = line.unit_from(fact.people.start), line.sentence.index
    times = (when for at in range(unit - 1, -1, -1) if (when := day(index, at)) is not None and _opens_or_joins(line, at, unit))
    own = next((when for when in times if when.known), None)
    if own is None or own.first is None or own.last is None:
        return False
    here = any(t.event == event for t in told.by_line.get(index, ()))
    if own.precision != "year" and here:
        return False
    when = told.mention(event).when
    if when is not None and when.first is not None and when.last is not None and when.precision != "year":
        return own.last < when.first or (own.precision == "year" and own.first > when.last)
    return published is not None and told.outside(event, index) and own.last.year < published.year


def _opens_or_joins(line: Line, at: int, unit: int) -> bool:
    """Whether a year opens the sentence of the people at ``unit``, or joins them by *when*."""
    behind = at + 1 + (line.tags[at + 1 : at + 2] == "K")
    return (at <= 1 and "S" not in line.tags[at:unit]) or line.words[behind : behind + 1] == ("when",)


def _who(fact: Fact, head: str, population: str, part: str, event: str, claims: Claims) -> None:
    """Who the dead were, in the article's own word: "civilians", "people including children"; ``part`` are those
    of them who are told of first."""
    if fact.part_of is not None or fact.some or fact.attribute != "killed" or not event:
        return
    if part and not population:
        label = f"people including {part}"
    elif population:
        sorts = [group.head.lower() for group in fact.groups]
        if len(set(sorts)) > 1 and all(group.head and group.count.exact for group in fact.groups):  # "a girl and a boy"
            claims.add("victims", terms(*sorts), fact.span, fact.rule, at=fact.people, event=event)
            return
        label = head if head and head not in population.split() else population
    else:
        return
    claims.add("victims", terms(label), fact.span, fact.rule, at=fact.people, event=event)


def _people(fact: Fact, line: Line, rules: Rulebook) -> tuple[str, str]:
    """The noun for the people of a fact and their population; looks behind a name or a quotation mark for "several
    Zendan “rebels”"."""
    heads = [group.head.lower() for group in fact.groups if group.head and not group.name and not group.pronoun]
    if fact.population or heads:
        theirs = len(fact.groups) == 1 and _THEIR_MEN.search(fact.groups[0].words) is not None
        return heads[0] if len(heads) == 1 else "", "" if theirs else fact.population
    if len(fact.groups) > 1 or any(group.name for group in fact.groups):
        return "", ""  # a list of persons, whose first noun says what one of them is
    if any(not group.counted or group.words.lower().endswith("others") for group in fact.groups):
        return "", ""  # "his brother were killed": more than he; "52 others medics said"
    unit = line.unit_from(fact.people.start)
    _, end = noun_group(line, unit, len(line.words))
    for at in range(unit + 1, end):
        if line.tags[at] == "Q":
            break  # "at least 33 died - 20 men and 13 women"
        label = _labels(rules).get(line.words[at])
        if label and line.tags[at] == "w":
            return line.words[at], line.words[at] if label in line.words[at] else label
    return "", ""


@cache
def _labels(rules: Rulebook) -> dict[str, str]:
    """Nouns for people and the population each belongs to; "a family of five" counts no families."""
    return {word: rule.label for rule in rules.of(Population) for word in rule.nouns if rule.label and not rule.collective}


def _in_speech(fact: Fact, line: Line, rules: Rulebook) -> bool:
    """Whether the words that tell of somebody's fate are only a way of speaking: "40 workers were hit by layoffs"."""
    told = fact.verb or fact.span
    return figurative(line, line.unit_from(told.start), line.unit_from(told.end - 1) + 1, rules) is not None
