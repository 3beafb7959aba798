"""How well one telling fits an event: how much speaks for their being one.

Takes a draft and a happening of one article; gives points, and how many points are needed. Names, words, weapons and nearness count for it;
what speaks against it is in :mod:`.contradictions`.
"""

from __future__ import annotations

from itertools import islice

from discrepancy.claim.events.contradictions import Contradictions
from discrepancy.claim.events.drafts import Draft
from discrepancy.claim.events.happening import Happening, can_be_one, chief_type, is_short, proper_names
from discrepancy.claim.events.seen import Seen
from discrepancy.claim.events.sorts import types_of
from discrepancy.model.text import BlockKind
from discrepancy.model.values import When
from discrepancy.rulebook.schema import Rulebook

TITLES: tuple[BlockKind, ...] = ("headline", "standfirst")
_ABOVE: tuple[BlockKind, ...] = (*TITLES, "caption")


class Matching:
    """The weighing of one article. ``found`` are its happenings so far; whoever adds to them shares the list."""

    def __init__(self, seen: Seen, rules: Rulebook, found: list[Happening], against: Contradictions) -> None:
        self.seen, self.rules, self.found, self.against = seen, rules, found, against

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
        if self.against.same_hit(draft, happening):
            points += 2.0
        elif self._new_aim(draft, happening):
            points -= 2.0
        if self.against.same_dead(draft, happening) or (draft.called and draft.called == happening.called):
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
        elif self._put_down(draft) and self._most_told(draft, happening):
            points += 1.0
        if draft.old != bool(happening.old):
            points -= 1.5
        if not draft.attempted and all(d.attempted for d in happening.drafts):
            points -= 1.0  # "a bomb went off and a second was defused. The explosion …"
        return points

    def _latest(self, draft: Draft, happening: Happening) -> bool:
        """Whether of the events that a draft can be of by its type none was told of later."""
        return happening.last == max(h.last for h in self.found if h is happening or self._alike(draft, h))

    def _most_told(self, draft: Draft, happening: Happening) -> bool:
        """Whether of the events that a draft can be of by its type an article tells of none as often: what it is about."""
        return len(happening.drafts) > max((len(h.drafts) for h in self.found if h is not happening and self._alike(draft, h)), default=0)

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
        if self.against.laid(draft, happening):
            return 0.5
        if self._first_told(draft, happening):
            return 5.0
        if draft.type.refers or (draft.definite and not self.seen.month(draft)) or self.against.same_dead(draft, happening):
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
