"""How well one telling fits an event: what speaks against their being one, and how much speaks for it.

Takes a draft and a happening of one article; gives whether the two can be one, points, and how many points are needed. Party,
country, place, person and day may contradict; names, words, weapons and nearness count for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from discrepancy.annotate.grammar import words_of
from discrepancy.annotate.parties import Party
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
from discrepancy.claim.events.sorts import types_of
from discrepancy.model.text import BlockKind
from discrepancy.model.values import When
from discrepancy.rulebook.kinds.events import EventFamily
from discrepancy.rulebook.kinds.places import StreetWord
from discrepancy.rulebook.kinds.roles import PutDownTo
from discrepancy.rulebook.schema import Rulebook

TITLES: tuple[BlockKind, ...] = ("headline", "standfirst")
_NEW = frozenset(("a", "an"))
_ADJECTIVES = 3
"""Units before a noun within which its article stands."""
_ABOVE: tuple[BlockKind, ...] = (*TITLES, "caption")


@dataclass(frozen=True, slots=True)
class Seen:
    """What coreference asks of the article: which word heads a draft, its day, its block, who speaks
    there, who leads the sentence before it (True: its own, False: an earlier one), whether it is told of a mere month, and which people
    without a name "they" may be."""

    head: Callable[[Draft], str]
    when: Callable[[Draft], When | None]
    block: Callable[[Draft], BlockKind]
    speaker: Callable[[Draft], str]
    lead: Callable[[Draft, bool], str]
    word: Callable[[Draft, int], str]
    month: Callable[[Draft], bool]
    several: Callable[[Draft], Party | None]


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


class Matching:
    """The weighing of one article. ``found`` are its happenings so far; whoever adds to them shares the list."""

    def __init__(self, seen: Seen, rules: Rulebook, found: list[Happening]) -> None:
        self.seen, self.rules, self.found = seen, rules, found
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
        # "Nine were injured" tells as little of what hurt them as "nine were killed" does, in the next sentence, and with "in a fire".
        type_ = (
            "killing" if draft.type.outcome and (draft.line - happening.last[0] == 1 or _named_there(draft, happening)) else draft.type.type
        )
        kin = any(can_be_one(type_, kind, self.rules) for kind in happening.kinds)
        if kin and draft.type.type not in happening.kinds and not draft.type.refers:
            kin = can_be_one(type_, chief_type(happening), self.rules)
        if not kin and not self._laid(draft, happening):
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
        if ours and happening.actors and not meets and not set(ours) & set(happening.actors):
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

    def _laid(self, draft: Draft, happening: Happening) -> bool:
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

    def points(self, draft: Draft, happening: Happening, when: When | None) -> float:
        """How much speaks for it; ``when`` is the day that the draft gives."""
        gap = draft.line - happening.last[0]
        points = 2.0 if gap <= 1 else 1.5 if gap <= 3 else 1.0 if gap <= 8 else 0.5
        if draft.type.type in happening.kinds and not draft.type.refers:
            points += 1.0
        head = self.seen.head(draft)
        if head in happening.heads and not draft.type.refers:
            points += 0.3 if any(head in other.heads for other in self.found if other is not happening) else 1.5
        if set(proper_names(draft.actors)) & set(happening.actors):
            points += 3.0
        if set(draft.places) & set(happening.places) or (draft.state and draft.state == happening.state):
            points += 2.0
        if when is not None and happening.when is not None:
            points += 2.0 if is_short(when) and is_short(happening.when) else 0.5
        if self.same_hit(draft, happening):
            points += 2.0
        elif self._new_aim(draft, happening):
            points -= 2.0
        if self.same_dead(draft, happening) or (draft.called and draft.called == happening.called):
            points += 3.0
        if set(draft.weapons) & set(happening.weapons):
            points += 0.5
        if self._only_one(draft, when):
            points += 0.5
        if draft.answers:
            first = next((h for h in self.found if draft.type.type in h.kinds and not h.both), happening)
            points += 2.0 if happening is not first else -3.0
        if happening.titled:
            points += 0.5
        if self.points_back(draft) and self._latest(draft, happening):
            points += 4.0
        elif self._put_down(draft) and gap <= 1 and self._latest(draft, happening) and not happening.old:
            points += 2.0
        if draft.old != bool(happening.old):
            points -= 1.5
        return points

    def _latest(self, draft: Draft, happening: Happening) -> bool:
        """Whether of the events that a draft can be of by its type none was told of later."""
        return happening.last == max(h.last for h in self.found if h is happening or self._alike(draft, h))

    def _put_down(self, draft: Draft) -> bool:
        """Whether a bare "the attack" is claimed or put down to somebody: it was told of right before."""
        own = draft.times or draft.places or draft.victims or draft.targets
        return draft.named and draft.definite and not draft.plural and not own and (draft.claimed or draft.alleged)

    def _alike(self, draft: Draft, happening: Happening) -> bool:
        """Whether by their types the two can be one."""
        return any(can_be_one(draft.type.type, kind, self.rules) for kind in happening.kinds)

    def _only_one(self, draft: Draft, when: When | None) -> bool:
        """Whether a verb that tells no place, day or aim of its own has but one event to be of: "six were killed at a bar … Rudd opened
        fire"."""
        own = draft.named or draft.places or draft.state or draft.targets or draft.victims or when is not None
        fitting = (told for told in self.found if can_be_one(draft.type.type, chief_type(told), self.rules))
        return not own and len(list(islice(fitting, 2))) == 1

    def _new_aim(self, draft: Draft, happening: Happening) -> bool:
        """Whether a verb tells of an aim not told before, "burned a bus", of an event whose aims were others."""
        fresh = [who for who in draft.targets if who.names and self.seen.word(draft, who.start) in ("a", "an")]
        return bool(fresh) and not draft.named and bool(happening.targets or happening.things) and draft.joins is None

    def points_back(self, draft: Draft) -> bool:
        """ "That quake" is the one told last, whichever the article is about."""
        return draft.named and draft.start > 0 and self.seen.word(draft, draft.start - 1) == "that"

    def needed(self, draft: Draft, happening: Happening) -> float:
        """Points from which a draft goes on about what was told: few for "the shooting", many for "another
        shooting"."""
        if draft.another:
            return 99.0
        if self._laid(draft, happening):
            return 0.5
        if self._first_told(draft, happening):
            return 5.0
        if draft.type.refers or (draft.definite and not self.seen.month(draft)) or self.same_dead(draft, happening):
            return 0.5
        if all(self.seen.block(d) in _ABOVE for d in happening.drafts) and draft.type.type in happening.kinds:
            return 0.5  # a picture before the text shows what the text tells of
        if happening.titled and all(self.seen.block(d) in TITLES for d in happening.drafts):
            return 0.5
        if self.seen.month(draft) and (self.seen.when(draft) is None or happening.when is None):
            return 99.0
        if draft.old or draft.unsure:
            return 5.0
        if draft.carried and draft.plural:
            return 6.0 if not happening.bare else 2.0
        if draft.type.outcome or draft.type.type in types_of(self.rules, "meeting"):
            return 1.5
        plain = not (draft.actors or draft.places or draft.state or draft.targets)
        if draft.named and plain and not draft.plural:
            return 2.5
        if draft.named:
            return 4.5 if self._shares(draft, happening) else 99.0
        return 2.0

    def _first_told(self, draft: Draft, happening: Happening) -> bool:
        """Whether a noun with *the* brings something of years ago that nobody was told of: "led the attack on a hotel in 2017"."""
        fresh = any(self.seen.word(draft, who.start) in ("a", "an") for who in draft.targets)
        return draft.old and draft.named and fresh and happening.when is None and not happening.old

    def _shares(self, draft: Draft, happening: Happening) -> bool:
        """Whether something told of both is the same: who, where or when."""
        if set(proper_names(draft.actors)) & set(happening.actors) or set(draft.places) & set(happening.places):
            return True
        when = self.seen.when(draft)
        return (when is not None and happening.when is not None) or bool(draft.state and draft.state == happening.state)
