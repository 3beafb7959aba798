"""Words with two senses: which of them an article means.

Takes the drafts of an article; gives a word of another type where who does it, or what the article calls it elsewhere, says so: a strike by
2,400 workers is a walkout, and so is "the strike" of the article that tells of their walkout; "the blast" of an article on a gas explosion
is no bombing. Source of the last two: one sense per discourse (Gale, Church and Yarowsky 1992).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.subjects import subject
from discrepancy.annotate.verbgroups import passive
from discrepancy.claim.events.drafts import Draft
from discrepancy.rulebook.kinds.events import EventType
from discrepancy.rulebook.schema import Rulebook

_HEAD = 2
"""Last words of a subject among which its noun is: "a truck that", "a tanker overturned" (and exploded)."""


def settle_senses(drafts: Sequence[Draft], lines: Sequence[Line], rules: Rulebook) -> None:
    """Gives each draft whose word has another sense the type that is meant."""
    senses = _senses(rules)
    open_to = [(draft, senses[word]) for draft in drafts if draft.named and (word := lines[draft.line].words[draft.end - 1]) in senses]
    for draft, other in open_to:
        if draft.type.type != other.type and _done_by(draft, other, lines):
            _turn(draft, other)
    told = {draft.type.type for draft in drafts}
    for draft, other in open_to:
        if draft.type.type != other.type and other.type in told and not (draft.weapons or draft.actors or draft.victims):
            _turn(draft, other)
    lent = _settle_subjects(drafts, lines, rules)
    _settle_short(drafts, lines, lent, rules)


def _settle_subjects(drafts: Sequence[Draft], lines: Sequence[Line], rules: Rulebook) -> EventType | None:
    """Gives a verb the type that its subject lends it: a tanker that blew up was not bombed, where no weapon is told of. Gives the first
    type that was lent."""
    lent: list[EventType] = []
    for draft in drafts:
        line = lines[draft.line]
        if draft.named or draft.weapons or passive(line, draft.start):
            continue
        who = subject(line, draft.start)
        things = line.words[max(who[0], who[1] - _HEAD) : who[1]] if who is not None else ()
        kind = next((kind for thing in things if (kind := _by_subject(rules).get((draft.type.type, thing)))), None)
        if kind is not None:
            _turn(draft, kind)
            lent.append(kind)
    return lent[0] if lent else None


@cache
def _by_subject(rules: Rulebook) -> dict[tuple[str, str], EventType]:
    """The types that a thing lends to verbs of a type, by both."""
    lent = ((told, words, kind) for kind in rules.of(EventType) for told, words in kind.by_subject.items())
    return {(told, word): kind for told, words, kind in lent for word in words}


def _settle_short(drafts: Sequence[Draft], lines: Sequence[Line], lent: EventType | None, rules: Rulebook) -> None:
    """Gives a bare word the type of a longer name that the article has for such a thing, one ``lent`` to a verb, or of what it tells of
    beside it, where no other word tells of the bare one's type: "the blast" after "a gas explosion", or in a store of fireworks."""
    nouns = [(draft, lines[draft.line].words[draft.end - 1]) for draft in drafts if draft.named]
    longer = next((draft.type for draft, word in nouns if draft.end - draft.start > 1 and word in draft.type.short), None)
    longer = longer or lent or next((kind for kind in _shortened(rules) if _of_itself(nouns, kind, lines)), None)
    if longer is None:
        return
    plain = {draft.type.type for draft, word in nouns if word not in longer.short}
    for draft, word in nouns:
        bare = draft.end - draft.start == 1 and word in longer.short and draft.type.type not in plain | {longer.type}
        if bare and not (draft.weapons or draft.actors or draft.victims):
            _turn(draft, longer)


def _of_itself(nouns: Sequence[tuple[Draft, str]], kind: EventType, lines: Sequence[Line]) -> bool:
    """Whether a bare word has this type for what stands beside it, or beside another word of this type: an explosion of fireworks."""
    telling = (draft.line for draft, word in nouns if word in kind.short or draft.type.type == kind.type)
    return any(not set(kind.short_beside).isdisjoint(lines[line].words) for line in telling)


@cache
def _shortened(rules: Rulebook) -> tuple[EventType, ...]:
    return tuple(kind for kind in rules.of(EventType) if kind.short_beside)


def _done_by(draft: Draft, other: EventType, lines: Sequence[Line]) -> bool:
    words = lines[draft.line].words
    return any(not set(other.done_by).isdisjoint(words[who.start : who.end]) for who in draft.actors)


def _turn(draft: Draft, other: EventType) -> None:
    draft.type = other
    draft.actors.clear()
    draft.targets.clear()


@cache
def _senses(rules: Rulebook) -> dict[str, EventType]:
    """For each word that may mean another type, the rule of that type."""
    return {phrase: kind for kind in rules.of(EventType) if kind.done_by for phrase in (*kind.noun_phrases, *kind.nouns)}
