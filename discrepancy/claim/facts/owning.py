"""To which event a fact belongs: that of its own verb, else of its clause, else of its sentence, else the one told last or the main one.

Takes facts, the events of the article and its lines; gives ids of events, and the scope where only a part of an event is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from discrepancy.annotate.clauses import clause
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.places import gazetteer
from discrepancy.annotate.states import states
from discrepancy.claim.events.sorts import types_of
from discrepancy.claim.events.told import Told, Trigger
from discrepancy.claim.facts.read import Fact
from discrepancy.model.claims import VICTIMS, Name
from discrepancy.rulebook.kinds.events import EventFamily, EventLimits
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook


@cache
def deadly_types(rules: Rulebook) -> frozenset[str]:
    """Types of events of the families in which people are killed."""
    return frozenset(name for family in rules.of(EventFamily) if "killing" in family.types for name in family.types)


@cache
def casualty_types(rules: Rulebook) -> frozenset[str]:
    """Types of events in which people are killed or hit: all that have victims but those of the law."""
    return deadly_types(rules) | {"exchange"}


@cache
def victim_types(rules: Rulebook) -> frozenset[str]:
    """Types of events that have victims, those of the law among them."""
    return casualty_types(rules) | types_of(rules, "legal")


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
        harmful -= types_of(rules, "legal") if fact.attribute == "missing" else frozenset()  # nobody is lost in court
        earlier = "" if fact.attribute == "arrested" else _told_last(fact, told, lines, harmful, rules)
        main = told.main
        fits = main is not None and main.type in harmful and fact.attribute != "arrested" and not _old(line, rules)
        event = earlier or (main.id if main is not None and fits else "")
        if not event and fact.attribute == "missing" and not _old(line, rules):
            event = told.only(harmful)
    state = _state_behind(line, fact, rules)
    if state and event:
        mention = told.mention(event)
        elsewhere = told.states.get(event, state) != state and fact.attribute in VICTIMS
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
