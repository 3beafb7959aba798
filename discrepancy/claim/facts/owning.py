"""To which event a fact belongs: that of its own verb, else of its clause, else of its sentence, else the one told last or the main one.

Takes facts, the events of the article and its lines; gives ids of events, and the scope where only a part of an event is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from discrepancy.annotate.clauses import clause
from discrepancy.annotate.grammar import Line, words_of
from discrepancy.annotate.places import gazetteer
from discrepancy.annotate.states import states
from discrepancy.claim.events.drafts import lexicon_of
from discrepancy.claim.events.told import Told, Trigger
from discrepancy.claim.facts.read import Fact
from discrepancy.model.claims import Name
from discrepancy.rulebook.kinds.events import EventFamily, EventLimits
from discrepancy.rulebook.schema import Rulebook

_OPENING = 8
"""Units from the start of a sentence within which it says of which of several events it tells."""
_TO_NOUN = 3
"""Units behind a rank within which the noun stands: "the second car bomb"."""
_TO_NAME = 4
"""Units before the name of a place within which the word stands that leads to it: "in the Zenda market"."""
WITH_DEAD = ("killed", "injured", "hit")
"""What befalls people in an event that has dead."""


@cache
def deadly_types(rules: Rulebook) -> frozenset[str]:
    """Types of events of the families in which people are killed."""
    return frozenset(name for family in rules.of(EventFamily) if "killing" in family.types for name in family.types)


def legal_types(rules: Rulebook) -> frozenset[str]:
    """Types of what the law does to people."""
    return frozenset(name for limits in rules.of(EventLimits) for name in limits.legal_types)


@cache
def victim_types(rules: Rulebook) -> frozenset[str]:
    """Types of events that have victims."""
    return deadly_types(rules) | legal_types(rules) | {"exchange"}


@cache
def harming(rules: Rulebook) -> frozenset[str]:
    """Types of events in which people are hit, whether or not they die: all that have victims but a death told by itself and the law."""
    return victim_types(rules) - legal_types(rules) - {"killing"}


def event_of(fact: Fact, told: Told, lines: Sequence[Line], rules: Rulebook) -> tuple[str, str]:
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
        harmful -= legal_types(rules) if fact.attribute == "missing" else frozenset()  # nobody is lost in court
        earlier = "" if fact.attribute == "arrested" else _told_last(fact, told, lines, harmful, rules)
        main = told.main
        fits = main is not None and main.type in harmful and fact.attribute != "arrested" and not _old(line, rules)
        event = earlier or (main.id if main is not None and fits else "")
        if not event and fact.attribute == "missing" and not _old(line, rules):
            event = told.only(harmful)
    state = _state_behind(line, fact, rules)
    if state and event:
        mention = told.mention(event)
        elsewhere = told.states.get(event, state) != state and fact.attribute in WITH_DEAD
        if mention.type == "exchange" or elsewhere:
            return _one_side(state, told) or event, ""
        if fact.sentence == _line_of_part(fact) and state not in mention.places:
            return event, f"place:{state}"
    return event, _one_of_several(fact, event, told, lines, rules) if event and fact.attribute in WITH_DEAD else ""


def _one_of_several(fact: Fact, event: str, told: Told, lines: Sequence[Line], rules: Rulebook) -> str:
    """The scope of a figure that holds for one of several events that an article tells of as one: "Two bombs killed 41 people. In the
    deadliest attack, a bomb in Lima killed 27". Where no place tells which, its rank does: "the first attack"."""
    line = lines[fact.sentence]
    rank = _rank(line, rules)
    kinds = deadly_types(rules) | {told.mention(event).type}
    before = (t for t in told.triggers if t.line < fact.sentence and told.mention(t.event).type in kinds)
    if not rank or not any(_of_many(t, lines[t.line], rules) for t in before):
        return ""
    places = {place for t in told.by_line.get(fact.sentence, ()) if t.event == event for place in t.draft.places[:1]}
    places = places or set(_names_before(line, line.unit_from(fact.people.start), rules))
    return f"site:{places.pop() if len(places) == 1 else rank}"


def _rank(line: Line, rules: Rulebook) -> str:
    """Which of several events a sentence says at its beginning to tell of: "the second car bomb", "in the deadliest attack"; else ""."""
    ranks, things = words_of(rules, "one-of-them"), _happens(rules)
    for at, word in enumerate(line.words[1:_OPENING], 1):
        if word in ranks and line.words[at - 1] == "the" and not things.isdisjoint(line.words[at + 1 : at + 1 + _TO_NOUN]):
            return word
    return ""


@cache
def _happens(rules: Rulebook) -> frozenset[str]:
    """Nouns of which several happen: bombs and what is named by an event's word."""
    return words_of(rules, "explosive") | lexicon_of(rules).words.keys()


def _names_before(line: Line, unit: int, rules: Rulebook) -> list[str]:
    """The place named last before a unit, behind a word that tells where or what was hit: "the second raid, on Zenda, | killed nine"."""
    named = ((at, name) for at, name in line.names(0, unit) if name.kind in ("place", "unknown"))
    where = words_of(rules, "where") | {"on"}
    return [name.text for at, name in named if not where.isdisjoint(line.words[max(0, at - _TO_NAME) : at])][-1:]


def _of_many(trigger: Trigger, line: Line, rules: Rulebook) -> bool:
    """Whether a clause tells of several: "twin bombings", "two bombs killed", "in two separate attacks"."""
    start, end = trigger.draft.clause
    things = _happens(rules)
    counts = (at for at in range(start, end - 1) if line.tags[at] == "Q")
    nouns = (
        next((u for u in (at + 1, at + 2, at + 3) if line.tags[u : u + 1] in ("w", "v") and line.words[u].endswith("s")), 0)
        for at in counts
    )
    return trigger.draft.plural or any(noun and line.words[noun] in things for noun in nouns)


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


def _state_behind(line: Line, fact: Fact, rules: Rulebook) -> str:
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


def shared_totals(facts: Sequence[Fact], events: Sequence[tuple[str, str]], told: Told) -> dict[int, tuple[str, ...]]:
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
