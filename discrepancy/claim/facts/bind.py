"""Facts bound to events: whose dead these are.

Takes the facts, events and attributions of an article; gives toll claims and claims on who the victims were. A fact
belongs to the event of its own verb, else of its clause, else of its sentence; without one to the event told last,
if that can have victims, else to the main event. A toll that is told of two events at once is split where a place
says so ("nine in Ruritania and two in Graustark").
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import Literal

from discrepancy.annotate.clauses import clause, noun_group
from discrepancy.annotate.grammar import Line, words_of
from discrepancy.annotate.phrases_rules import PeopleGroup
from discrepancy.annotate.places import gazetteer
from discrepancy.annotate.states import states
from discrepancy.claim.events.asides import any_of, behind
from discrepancy.claim.events.read import Told, Trigger
from discrepancy.claim.evidence import Claims
from discrepancy.claim.facts.districts import by_place
from discrepancy.claim.facts.read import Fact
from discrepancy.claim.facts.sides import side
from discrepancy.model.claims import Attribute, Name, Stance
from discrepancy.model.text import Span
from discrepancy.model.values import Quantity, When, terms
from discrepancy.rulebook.kinds.events import EventFamily, EventLimits
from discrepancy.rulebook.kinds.facts import MainEventPolicy
from discrepancy.rulebook.kinds.phrases import Population
from discrepancy.rulebook.schema import Rulebook

_LEGAL = frozenset(("arrest", "trial"))
_WITH_DEAD = ("killed", "injured", "hit")
_BY_PLACE = ("killed", "injured", "missing")
_DISASTERS = ("quake", "flood", "storm", "outbreak", "eruption", "fire")
"""Types of events that reach over several places and stay one."""
_PARTED = frozenset((",", ";", ":", "-", "--", "–", "—"))
"""Marks between a number and the time behind it that part one from the other."""
_ADULTS = ("men", "women")
_RECORD = 70
"""Characters before a length of time within which a record of that time is told: "the worst use of gas in the two-year-old war"."""


_Days = Callable[[int, int], When | None]
"""Days by sentence and place."""


@cache
def victim_types(rules: Rulebook) -> frozenset[str]:
    """Types of events that have victims."""
    found = set(_LEGAL)
    for family in rules.of(EventFamily):
        if "killing" in family.types:
            found.update(family.types)
    return frozenset(found | {"exchange"})


@cache
def harming(rules: Rulebook) -> frozenset[str]:
    """Types of events in which people are hit, whether or not they die: all that have victims but a death told by itself and the law."""
    return victim_types(rules) - _LEGAL - {"killing"}


def bind_facts(
    facts: Sequence[Fact], told: Told, lines: Sequence[Line], claims: Claims, rules: Rulebook,
    as_of: _Days, day: _Days,
) -> list[Span]:  # fmt: skip
    """Claims for all facts that happened; gives the spans of people that are in claims. ``as_of`` tells the day for which a figure at a
    place of a sentence is good, ``day`` the days that stand at a unit of a line by themselves."""
    covered: list[Span] = []
    events = [_event(fact, told, lines, rules) for fact in facts]
    totals = _shared_totals(facts, events, told)
    for index, fact in enumerate(facts):
        event, place = events[index]
        published = claims.document.published.value.first if claims.document.published is not None else None
        if event and (
            _cause(fact, lines[fact.sentence], rules) or _of_another_time(fact, lines[fact.sentence], event, told, published, day)
        ):
            event = ""
        head, population = _people(fact, lines[fact.sentence], rules)
        if fact.part_of is not None and not population:
            population = head  # "four men, including three bystanders": three are not everybody, whatever they are
        tried = bool(event) and fact.attribute == "killed" and told.mention(event).realis == "attempted"  # who was to be killed was not
        stance: Stance | None = "denied" if fact.negated and fact.value.high != 0 else "expected" if fact.modal or tried else None
        type_ = told.mention(event).type if event else ""
        scope = fact.scope or place or side(fact, lines[fact.sentence], type_, rules) or _running(fact, lines[fact.sentence], rules)
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
        for attribute in counted:
            claims.add(
                attribute, fact.value, fact.span, fact.rule, at=fact.people, event=event, unit=fact.unit, stance=stance,
                population=population, scope=scope, additional=fact.additional,
                loose=fact.loose and not nobody, as_of=as_of(fact.sentence, fact.people.start),
            )  # fmt: skip
            for owner, group in zip(told.listed(event, fact.sentence), _one_each(fact), strict=False):
                if len(told.listed(event, fact.sentence)) == len(fact.groups):
                    claims.add(
                        attribute, group.count, fact.span, fact.rule, at=group.span, event=owner, population=population, stance=stance,
                        as_of=as_of(fact.sentence, fact.people.start),
                    )  # fmt: skip
        for group in _sorts(fact, population):
            claims.add(
                fact.attribute, group.count, fact.span, fact.rule, at=group.span, event=event, unit=fact.unit, stance=stance,
                population=group.population, scope=scope, loose=fact.loose, as_of=as_of(fact.sentence, fact.people.start),
            )  # fmt: skip
        covered.append(fact.people)
        if fact.attribute in _WITH_DEAD and not (fact.negated or fact.modal or tried):
            for owner in totals.get(index, (event,)):
                _who(fact, head, population, [f for f in facts if f.part_of == index and f.population], owner, claims)
    return covered


def _sorts(fact: Fact, population: str) -> tuple[PeopleGroup, ...]:
    """The sorts of people that a fact adds up, several of one at least: "nineteen officers and at least 30 protesters were hurt" counts
    officers too, and "six priests, their cook and two women" are people told one by one."""
    sorts = {group.population for group in fact.groups}
    many = all(group.counted and group.population not in _ADULTS for group in fact.groups)
    many &= any((group.count.low or 0) > 1 for group in fact.groups)
    if not many or len(sorts) != len(fact.groups) or len(sorts) == 1 or population or fact.part_of is not None:
        return ()
    return tuple(group for group in fact.groups if group.population)


def _one_each(fact: Fact) -> tuple[PeopleGroup, ...]:
    """The counts of a bare list of numbers, which tells of each of several events in turn: "killing one, two and four people"."""
    bare = all(group.count.exact and not (group.name or group.pronoun) for group in fact.groups)
    heads = [group.head for group in fact.groups if group.head]
    return fact.groups if bare and len(fact.groups) > 1 and len(heads) < 2 and fact.part_of is None else ()


def _running(fact: Fact, line: Line, rules: Rulebook) -> Literal["", "cumulative"]:
    """The scope of a number that a sentence counts over a time: "this year", "in nine years of war". One person is no such count."""
    if fact.value.high == 1 or not fact.groups:
        return ""
    words, told = " ".join(line.words), len(" ".join(line.words[: line.unit_from(fact.people.start)]))
    for rule in rules.of(MainEventPolicy):
        for time in any_of(rule.cumulative).finditer(words):
            if fact.attribute == "missing" and time[0].startswith("since "):
                continue  # missing since Friday is who has not come home, not how many were lost in all
            if time[0].startswith("since ") and told < time.start() and not _PARTED.isdisjoint(words[told : time.start()].split()):
                continue  # "an attack that took 100 lives -- has held talks since May"
            # "killed 30 in the deadliest attack this year": the year is that of the record
            records = [r.start() for r in any_of(rule.records).finditer(words, max(0, time.start() - _RECORD), time.start())]
            if not records or records[-1] < told < time.start():
                return "cumulative"
    return ""


def _cause(fact: Fact, line: Line, rules: Rulebook) -> bool:
    """Whether a fact is told of what came before the event: "the shooting comes a year after nine people were hurt there"."""
    words, at = line.sentence.words(0, len(line.sentence.values)).lower(), fact.people.start - line.sentence.span.start
    return any(behind(any_of(rule.causes).search(words), at) for rule in rules.of(MainEventPolicy))


def _parted(
    fact: Fact, event: str, told: Told, lines: Sequence[Line], rules: Rulebook
) -> tuple[str, list[tuple[str, Quantity, Span]]] | None:
    """The disaster whose toll a fact tells place by place, with the places; None for a deed, of which there was one in each place."""
    whole = told.mention(event).whole or event if event else ""
    if not whole or told.mention(whole).type not in _DISASTERS or fact.attribute not in _BY_PLACE or fact.part_of is not None:
        return None
    found = by_place(fact, lines, rules)
    return (whole, found) if found else None


def _of_another_time(fact: Fact, line: Line, event: str, told: Told, published: date | None, day: _Days) -> bool:
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
    elsewhere = any(t.event == event and t.line != index for t in told.triggers)
    return published is not None and elsewhere and own.last.year < published.year


def _opens_or_joins(line: Line, at: int, unit: int) -> bool:
    """Whether a year opens the sentence of the people at ``unit``, or joins them by *when*."""
    behind = at + 1 + (line.tags[at + 1 : at + 2] == "K")
    return (at <= 1 and "S" not in line.tags[at:unit]) or line.words[behind : behind + 1] == ("when",)


def _who(fact: Fact, head: str, population: str, parts: Sequence[Fact], event: str, claims: Claims) -> None:
    """Who the dead were, in the article's own word: "civilians", "people including children"."""
    if fact.part_of is not None or fact.some or fact.attribute != "killed" or not event:
        return
    if parts and not population:
        label = f"people including {parts[0].population}"
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
        return heads[0] if len(heads) == 1 else "", fact.population
    if len(fact.groups) > 1 or any(group.name for group in fact.groups):
        return "", ""  # a list of persons, whose first noun says what one of them is
    unit = line.unit_from(fact.people.start)
    _, end = noun_group(line, unit, len(line.words))
    for at in range(unit + 1, end):
        label = _labels(rules).get(line.words[at])
        if label and line.tags[at] == "w":
            return line.words[at], line.words[at] if label in line.words[at] else label
    return "", ""


@cache
def _labels(rules: Rulebook) -> dict[str, str]:
    """Nouns for people and the population each belongs to."""
    return {word: rule.label for rule in rules.of(Population) for word in rule.nouns if rule.label}


def _event(fact: Fact, told: Told, lines: Sequence[Line], rules: Rulebook) -> tuple[str, str]:
    """The id of the event a fact belongs to, or "", and the scope where only a part of the event is meant."""
    line = lines[fact.sentence]
    harmful = victim_types(rules)
    here = [t for t in told.by_line.get(fact.sentence, ()) if told.mention(t.event).type in harmful | {"war"}]
    unit = line.unit_from(fact.people.start)
    if fact.attribute == "arrested":
        here = [t for t in here if told.mention(t.event).type != "exchange"]
    trigger = _of_verb(fact, line, here) or _of_clause(line, unit, here) or (here and min(here, key=lambda t: abs(t.start - unit)))
    if trigger:
        event = told.part(trigger.event, fact.sentence, unit)
    else:
        harmful -= _LEGAL if fact.attribute == "missing" else frozenset()  # nobody is lost in court
        earlier = "" if fact.attribute == "arrested" else _told_last(fact, told, lines, harmful, rules)
        main = told.main
        fits = main is not None and main.type in harmful and fact.attribute != "arrested" and not _old(line, rules)
        event = earlier or (main.id if main is not None and fits else "")
        if not event and fact.attribute == "missing" and not _old(line, rules):
            event = told.only(harmful)
    state = _state_behind(line, unit, fact, rules)
    if state and event:
        mention = told.mention(event)
        elsewhere = told.states.get(event, state) != state and fact.attribute in _WITH_DEAD
        if mention.type == "exchange" or elsewhere:
            return _one_side(state, told) or event, ""
        if fact.sentence == _line_of_part(fact) and state not in mention.places:
            return event, f"place:{state}"
    return event, ""


def _old(line: Line, rules: Rulebook) -> bool:
    """Whether a sentence speaks of times before the news."""
    return not words_of(rules, "before-now").isdisjoint(line.words)


def _line_of_part(fact: Fact) -> int:
    return fact.sentence if fact.part_of is not None else -1


def _of_verb(fact: Fact, line: Line, here: Sequence[Trigger]) -> Trigger | None:
    for trigger in here:
        span = line.span(trigger.start, trigger.end)
        if (fact.verb is not None and span.overlaps(fact.verb)) or (fact.verb is None and span.overlaps(fact.span)):
            return trigger
    return None


def _of_clause(line: Line, unit: int, here: Sequence[Trigger]) -> Trigger | None:
    start, end = clause(line, min(unit, len(line.words) - 1))
    inside = [t for t in here if start <= t.start < end]
    return min(inside, key=lambda t: abs(t.start - unit)) if inside else None


def _told_last(fact: Fact, told: Told, lines: Sequence[Line], harmful: frozenset[str], rules: Rulebook) -> str:
    """The event told last in the sentences right before, if it can have victims."""
    reach = rules.of(EventLimits)[0].recall_sentences
    for index in range(fact.sentence - 1, max(-1, fact.sentence - 1 - reach), -1):
        if lines[index].sentence.block in ("headline", "caption"):
            break
        triggers = [t for t in told.by_line.get(index, ()) if told.mention(t.event).type in harmful]
        if triggers:
            chosen = next((t for t in triggers if told.mention(t.event).main), triggers[-1])
            return chosen.event
    return ""


def _state_behind(line: Line, unit: int, fact: Fact, rules: Rulebook) -> str:
    """The state named right behind the people: "nine fatalities in Ruritania"."""
    end = line.unit_from(fact.people.end - 1) + 1
    for at in range(end, min(end + 4, len(line.words) - 1)):
        if line.words[at] in ("in", "inside") and isinstance(name := line.values[at + 1], Name):
            return states(rules).of(name.text, acting=False) or gazetteer(rules).country(name.text)
        if line.tags[at] in "KSC":
            return ""
    return ""


def _one_side(state: str, told: Told) -> str:
    """Of two strikes on one another the one that hit ``state``."""
    strikes = [m for m in told.mentions if m.type == "strike" and m.actors and m.realis == "actual"]
    hit = [m.id for m in strikes if told.states.get(m.id) == state]
    if len(hit) == 1:
        return hit[0]
    others = [m.id for m in strikes if state not in m.actors and told.states.get(m.id, state) == state]
    return others[0] if len(others) == 1 else ""


def _shared_totals(facts: Sequence[Fact], events: Sequence[tuple[str, str]], told: Told) -> dict[int, tuple[str, ...]]:
    """For a toll over two events: the events its parts in the same sentence belong to, so that the label of the dead
    reaches both."""
    found = {}
    for index, fact in enumerate(facts):
        event = events[index][0]
        if event and told.mention(event).type == "exchange":
            parts = [events[i][0] for i, f in enumerate(facts) if f.sentence == fact.sentence and i != index]
            owners = tuple(dict.fromkeys(e for e in parts if e and e != event))
            if owners:
                found[index] = owners
    return found
