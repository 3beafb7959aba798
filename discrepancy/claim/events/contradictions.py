"""Whether one telling can be of an event at all: what speaks against their being one.

Takes a draft and a happening of one article. Party, country, place, person and day may contradict, and so may what was hit and who was
meant; how much speaks for it is asked in :mod:`.matching`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from discrepancy.annotate.places import gazetteer
from discrepancy.annotate.states import states
from discrepancy.claim.events.drafts import Draft
from discrepancy.claim.events.happening import (
    TOLD_OF,
    Happening,
    can_be_one,
    can_be_one_day,
    chief_type,
    is_short,
    meant_for,
    proper_names,
    share_person,
    struck_by,
)
from discrepancy.claim.events.seen import Seen
from discrepancy.claim.events.sorts import types_of
from discrepancy.model.values import When
from discrepancy.rulebook.kinds.events import EventFamily
from discrepancy.rulebook.kinds.places import StreetWord
from discrepancy.rulebook.kinds.roles import PutDownTo
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_NEW = frozenset(("a", "an"))
_ADJECTIVES = 3
"""Units before a noun within which its article stands."""


def _others_killed(draft: Draft, happening: Happening) -> bool:
    """Whether one sentence counts some who were kidnapped and others who were killed: "three were kidnapped and two killed". A driver who
    was killed when they took his master is told of the kidnapping."""
    if draft.type.type != "killing" or "kidnapping" not in happening.kinds or any(who.names for who in draft.victims):
        return False
    ours = {who.start for who in draft.victims}
    theirs = {who.start for other in happening.drafts if other.line == draft.line for who in other.victims}
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _named_there(draft: Draft, happening: Happening) -> bool:
    """Whether a noun of the draft's own sentence names the event: "hurt in a fire"."""
    return draft.line in happening.nouns


def _heads(names: Iterable[str], many: frozenset[str]) -> list[frozenset[str]]:
    """The words of each name or label that tells one aim from another, "the police station at the bridge" without where it is; none for
    "people"."""
    told = [tuple(word for word in re.split(r" (?:of|at|in|from|and|near) ", name.lower())[0].split() if word != "the") for name in names]
    return [frozenset(words) for words in told if words and words[-1] not in many]


@cache
def _causes(rules: Rulebook) -> Mapping[str, frozenset[str]]:
    """The words for what an event is put down to, with the types of such events."""
    return {phrase: frozenset(rule.types) for rule in rules.of(PutDownTo) for phrase in rule.phrases}


class Contradictions:
    """What speaks against two tellings of one article being of one event."""

    def __init__(self, seen: Seen, rules: Rulebook) -> None:
        self.seen, self.rules = seen, rules
        self.places, self.known = gazetteer(rules), states(rules)
        self.roads = frozenset(street.name for street in rules.of(StreetWord))
        self.many = words_of(rules, "many")
        self.causes = _causes(rules)
        self.natural = frozenset(kind for family in rules.of(EventFamily) for kind in family.natural)

    def same_hit(self, draft: Draft, happening: Happening) -> bool:
        """Whether both tell of one victim or aim in like words: "an army post at Zenda" and "the army post"."""
        ours = _heads((name for who in (*draft.targets, *draft.victims) for name in who.names), self.many)
        theirs = _heads((*happening.targets, *happening.things, *happening.victims), self.many) if ours else []
        return any(one <= other or other <= one for one in ours for other in theirs)

    def fits(self, draft: Draft, happening: Happening, when: When | None) -> bool:
        """Whether nothing speaks against it; ``when`` is the day that the draft gives."""
        # "Nine were injured" tells as little of what hurt them as "nine were killed" does: in the next sentence, with "in a fire", and
        # beside those whom the same event killed.
        beside = draft.line - happening.last[0] == 1 or draft.line in happening.outcomes or _named_there(draft, happening)
        type_ = "killing" if draft.type.outcome and beside else draft.type.type
        kin = any(can_be_one(type_, kind, self.rules) for kind in happening.kinds)
        if kin and draft.type.type not in happening.kinds and not draft.type.refers:
            kin = can_be_one(type_, chief_type(happening), self.rules)
        if not kin and not self.laid(draft, happening):
            return False
        if self._meant_and_not(draft, happening) or (draft.called and happening.called and draft.called != happening.called):
            return False
        if draft.unlike and any(d.line == draft.line and d.start in draft.unlike for d in happening.drafts):
            return False
        if (draft.unsure or draft.denied) != happening.unsure and (draft.claimed or not (draft.named and draft.definite)):
            return False
        if (not draft.type.refers and all(d.type.refers for d in happening.drafts)) or _others_killed(draft, happening):
            return False
        if happening.loose and not (draft.named and (draft.definite or draft.plural)):
            return False
        ours = proper_names(draft.actors)
        meets = draft.type.type in types_of(self.rules, "meeting")
        blamed = draft.alleged and draft.named and draft.definite  # "claimed by the Front; the army blamed the League for the bombing"
        if ours and happening.actors and not (meets or blamed) and not set(ours) & set(happening.actors):
            return False
        labels = [n for who in draft.actors if who.kind == "label" for n in who.names]
        strangers = (labels and happening.actors) or (ours and happening.labels and not happening.actors)
        told_of = draft.type.refers and draft.type.after  # "gunmen killed nine. The Front claimed responsibility": the gunmen are its
        if strangers and not (draft.definite or meets or told_of) and not self.same_hit(draft, happening):
            return False
        if draft.state and happening.state and draft.state != happening.state:
            return False
        if (persons := meant_for(draft)) and (others := happening.persons | happening.struck) and not share_person(persons, others):
            return False
        if when is not None and not is_short(when) and draft.type.outcome and self._others_death(draft, happening):
            return False
        if draft.type.against_state or "strike" in happening.kinds:
            if draft.state and draft.state in happening.actors and "clash" not in happening.kinds:
                return False
            if happening.state and happening.state in ours and draft.type.against_state:
                return False
        strange = self._anew(draft, happening) or self._others_there(draft, happening) or self._brought_in(draft, happening)
        if self._apart(draft.places, happening.places, strange=strange):
            return False
        if when is None or happening.when is None or can_be_one_day(when, happening.when):
            return True
        return self.same_dead(draft, happening)

    def laid(self, draft: Draft, happening: Happening) -> bool:
        """Whether one is a mere word for what the other is put down to, "arson", with nobody to whom it was done."""
        told = [draft] if self._bare_cause(draft) else happening.drafts
        kinds = happening.kinds if told == [draft] else {draft.type.type}
        return all(self._bare_cause(one) for one in told) and all(kinds <= self.causes[self.seen.head(one)] for one in told)

    def _bare_cause(self, draft: Draft) -> bool:
        """Whether a noun says no more than what an event is put down to: "investigators suspect arson"."""
        own = draft.places or draft.targets or draft.victims or draft.actors
        return draft.named and not draft.plural and not own and self.seen.head(draft) in self.causes

    def _meant_and_not(self, draft: Draft, happening: Happening) -> bool:
        """Whether one is a disaster of nature and the other what somebody meant: the murder of a nurse is no part of a quake."""
        meant = draft.type.by_victim if self.natural & happening.kinds else draft.type.type in self.natural
        return meant and (draft.type.by_victim or any(told.type.by_victim for told in happening.drafts))

    def _others_death(self, draft: Draft, happening: Happening) -> bool:
        """Whether a draft tells of the death of one person by name and the happening of that of another: "his brother, who died in
        March"."""
        persons = struck_by(draft, self.rules)
        return bool(persons) and bool(happening.struck) and not share_person(persons, happening.struck)

    def same_dead(self, draft: Draft, happening: Happening) -> bool:
        """Whether both tell of the death of one person by name, which happens once, whatever day stands beside it."""
        kills = draft.type.outcome or draft.type.by_victim
        return kills and share_person(struck_by(draft, self.rules), happening.struck) and any(d.type.outcome for d in happening.drafts)

    def _anew(self, draft: Draft, happening: Happening) -> bool:
        """Whether a sentence turns to a place that opens it, "In Zenda, …", while what was told before was in a town and not in a mere
        street, which may be one of Zenda's."""
        return bool(draft.elsewhere) and not self._in_streets(happening.places)

    def _others_there(self, draft: Draft, happening: Happening) -> bool:
        """Whether a verb brings in people or a thing of which nobody was told before, "a woman was stabbed in Maris", "rockets were fired
        at a plant in Maris", of a deed that hit others in a town and not in a mere street."""
        new = (who for who in draft.victims if who.kind == "label" and self.seen.word(draft, who.start) not in TOLD_OF)
        fresh = any("'s " not in name for who in new for name in who.names) or any(
            who.names and self.seen.word(draft, who.start) in ("a", "an") for who in draft.targets
        )
        hit = bool(happening.victims or happening.targets or happening.things) and not self.same_hit(draft, happening)
        return fresh and not draft.named and hit and not self._in_streets((*draft.places, *happening.places))

    def _brought_in(self, draft: Draft, happening: Happening) -> bool:
        """Whether a general noun behind "a" brings in something in a place of its own, "a quarrel about an incident in Maris", beside what
        happened in a town and not in a mere street."""
        if not (draft.type.refers and draft.named) or self._in_streets((*draft.places, *happening.places)):
            return False
        return any(self.seen.word(draft, at) in _NEW for at in range(max(0, draft.start - _ADJECTIVES), draft.start))

    def _in_streets(self, places: Iterable[str]) -> bool:
        return any(place.split()[-1].lower() in self.roads for place in places)

    def _narrow(self, names: Sequence[str]) -> Sequence[str]:
        """Places without the states they lie in, which every place of the state would agree with."""
        return [name for name in names if not self.known.of(name, acting=False)] or names

    def _apart(self, ours: Sequence[str], theirs: Sequence[str], *, strange: bool = False) -> bool:
        """Two lists of places no pair of which can be one, and some pair of which is known to be two. ``strange``: places that no
        table knows are taken for two."""
        ours, theirs = self._narrow(ours), self._narrow(theirs)
        known = strange and bool(ours) and bool(theirs)
        for one in ours:
            for other in theirs:
                if one == other:
                    return False
                there, back = self.places.contains(one, other), self.places.contains(other, one)
                if there or back:
                    return False
                known |= there is False and back is False
        return known
