"""Figures that hold for one of several events which an article tells of as one: the dead of the second bomb.

Takes a fact with its event, the events of the article and its lines; gives the scope of its claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from discrepancy.annotate.grammar import Line
from discrepancy.claim.events.drafts import lexicon_of
from discrepancy.claim.events.told import Told, Trigger
from discrepancy.claim.facts.owning import deadly_types
from discrepancy.claim.facts.read import Fact
from discrepancy.model.claims import VICTIMS
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_TOP = 10
"""Sentences at the beginning of an article in which it says that there were several."""
_OPENING = 8
"""Units from the start of a sentence within which it says of which of several events it tells."""
_TO_NOUN = 3
"""Units behind a rank within which the noun stands: "the second car bomb"."""
_TO_NAME = 4
"""Units before the name of a place within which the word stands that leads to it: "in the Zenda market"."""


def one_of_several(fact: Fact, event: str, told: Told, lines: Sequence[Line], rules: Rulebook) -> str:
    """The scope of a figure that holds for one of several events that an article tells of as one: "Two bombs killed 41 people. In the
    deadliest attack, a bomb in Lima killed 27". Where no place tells which, its rank does: "the first attack"."""
    line = lines[fact.sentence]
    rank = _rank(line, rules)
    if not rank or not event or fact.attribute not in VICTIMS:
        return ""
    kinds = deadly_types(rules) | {told.mention(event).type}
    top = takewhile(lambda t: t.line < min(fact.sentence, _TOP), told.triggers)
    if not any(_of_many(t, lines[t.line], rules) for t in top if told.mention(t.event).type in kinds):
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
