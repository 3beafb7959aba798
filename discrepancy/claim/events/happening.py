"""One event inside an article while its clauses are gathered, and when two tellings can be of one.

Takes drafts; knows types, names and days, and nothing of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from discrepancy.annotate.parties import Party
from discrepancy.claim.events.drafts import Draft, Part
from discrepancy.claim.events.sorts import types_of
from discrepancy.model.values import When
from discrepancy.rulebook.kinds.events import EventFamily
from discrepancy.rulebook.kinds.phrases import Population
from discrepancy.rulebook.schema import Rulebook

PROPER = ("state", "group", "person")
"""Kinds of party that bear a name."""
PersonWords = tuple[str, ...]
"""A person's name, word by word, in lower case."""
TOLD_OF = frozenset(("the", "these", "those", "his", "her", "their", "its", "both", "all", "one", "another", "other"))
"""First words of people who were told of before, or of some of them."""
_DAYS = 10
"""Days of a time that tells one event from another."""


@dataclass(slots=True)
class Happening:
    """The drafts of one event. ``actors`` are proper names, ``labels`` what nameless actors are called, ``things`` what nameless targets
    are, ``persons`` the names of those it was meant for, ``struck`` of all whom it killed or hurt, ``called`` the event's own proper
    name, ``outcomes`` the lines that tell what came of it, ``nouns`` those in which a noun names it. ``old`` is how many of the drafts
    tell of it as long past, ``pictured`` those of them that stand below a picture. ``parts`` are the events of which it is told as a whole
    ("bombings in Lima and Cusco"); each of them has the words that tell it ``apart``."""

    drafts: list[Draft] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    actors: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    things: list[str] = field(default_factory=list)
    victims: list[str] = field(default_factory=list)
    called: str = ""
    persons: set[PersonWords] = field(default_factory=set)
    struck: set[PersonWords] = field(default_factory=set)
    places: list[str] = field(default_factory=list)
    weapons: list[str] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    outcomes: set[int] = field(default_factory=set)
    state: str = ""
    when: When | None = None
    last: tuple[int, int] = (0, 0)
    old: int = 0
    pictured: list[Draft] = field(default_factory=list)
    nouns: set[int] = field(default_factory=set)
    unsure: bool = False
    answers: bool = False
    both: bool = False
    titled: bool = False
    parts: list[Happening] = field(default_factory=list)
    apart: Part | None = None

    @property
    def bare(self) -> bool:
        """True while nothing tells this event from another of its kind."""
        return not (self.actors or self.state or self.places or self.when)

    @property
    def loose(self) -> bool:
        """True while all that is told are plurals of no time or place of their own: "attacks on the army"."""
        return not (self.titled or self.both or self.when or self.places or self.parts) and all(
            d.plural and d.named and not d.definite and not d.carried for d in self.drafts
        )


def part_of(whole: Happening, draft: Draft) -> Happening | None:
    """The one part of several events that a later draft is about, by its place: "the blast in Cusco"; None for all of them."""
    about = [part for part in whole.parts if set(part.places) & set(draft.places)]
    return about[0] if len(about) == 1 and not draft.parts else None


def told_apart(draft: Draft, part: Part, when: When | None, rules: Rulebook) -> Happening:
    """One of the events of which a draft tells at once."""
    own = replace(draft, places=part.places, targets=part.targets, victims=part.victims, times=part.times, parts=[], joins=None)
    targets = [who for who in part.targets if who.kind in PROPER]
    return Happening(
        [own], {draft.type.type}, places=list(part.places), victims=[name for who in part.victims for name in who.names],
        targets=[name for who in targets for name in who.names],
        things=[name for who in part.targets if who not in targets for name in who.names],
        persons=meant_for(own), struck=struck_by(own, rules), when=when, last=(draft.line, part.start), apart=part,
        old=int(own.old), nouns={own.line} if own.named else set(),
    )  # fmt: skip


def share(whole: Happening) -> None:
    """Gives the parts of several events what is told of all of them: who did it, with what, when; whom and what it hit, where none of
    them has its own."""
    hit = any(part.victims or part.targets or part.things for part in whole.parts)
    for part in whole.parts:
        part.actors, part.labels = part.actors or list(whole.actors), part.labels or list(whole.labels)
        part.weapons, part.state, part.when = part.weapons or list(whole.weapons), part.state or whole.state, part.when or whole.when
        part.unsure = whole.unsure
        if not hit:
            part.victims, part.targets, part.things = list(whole.victims), list(whole.targets), list(whole.things)


def without_enders(happening: Happening, rules: Rulebook) -> None:
    """Takes those who put an end to a deed out of its actors: "a gunman killed nine people; police shot the gunman dead"."""
    ends = [draft for draft in happening.drafts if draft.actors and attackers(draft.victims, rules)]
    others = [draft for draft in happening.drafts if draft not in ends]
    if not ends or not any(attackers(d.actors, rules) or any(who.names for who in (*d.victims, *d.targets)) for d in others):
        return
    theirs = {name for draft in others for who in draft.actors for name in who.names}
    gone = {name for draft in ends for who in draft.actors for name in who.names} - theirs
    for draft in ends:
        draft.actors.clear()
    happening.actors[:] = [name for name in happening.actors if name not in gone]
    happening.labels[:] = [name for name in happening.labels if name not in gone]


def attackers(people: Sequence[Party], rules: Rulebook) -> bool:
    """Whether all of them are called by what they did: "the gunman", "two of the attackers"."""
    heads = [name.lower().split(" of ")[0].split()[-1] for who in people for name in who.names]
    return bool(heads) and _harmful(rules).issuperset(heads)


@cache
def _harmful(rules: Rulebook) -> frozenset[str]:
    return frozenset(noun for rule in rules.of(Population) if rule.harms for noun in (*rule.one, *rule.many))


@cache
def can_be_one(a: str, b: str, rules: Rulebook) -> bool:
    """Whether two event types can name one event inside an article.

    >>> from discrepancy.rulebook import rulebook
    >>> can_be_one("strike", "attack", rulebook()), can_be_one("strike", "shooting", rulebook())
    (True, False)
    """
    if a == b:
        return True
    for family in rules.of(EventFamily):
        if a in family.types and b in family.types:
            if a in family.vague or b in family.vague:
                return True
            if b in family.also.get(a, ()) or a in family.also.get(b, ()):
                return True
    return False


def chief_type(happening: Happening) -> str:
    """The type that tells best what sort of event it was."""
    return max(told_of(happening.drafts), key=lambda d: d.type.rank).type.type


def told_of(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The drafts without those that only say what else was done, behind a deed of another type."""
    deeds = [d for d in drafts if not (d.type.aside or d.type.outcome or d.type.refers)]
    first = min(((d.line, d.start) for d in deeds), default=None)
    return [d for d in drafts if not d.type.aside or (d.line, d.start) < first] if first else drafts


def proper_names(parties: Sequence[Party]) -> list[str]:
    """The names of the states, groups and persons among some parties."""
    return [name for who in parties if who.kind in PROPER for name in who.names]


def meant_for(draft: Draft) -> set[PersonWords]:
    """The persons that a murder or a kidnapping is told of by name."""
    own = draft.type.outcome and not draft.named and bool(draft.actors)
    if not (draft.type.by_victim or own) or draft.plural:
        return set()
    return _persons(draft)


def struck_by(draft: Draft, rules: Rulebook) -> set[PersonWords]:
    """The persons whom a draft tells by name to have been killed or hurt; nobody dies twice, though some are kidnapped before."""
    return _persons(draft) if draft.type.type in types_of(rules, "crime") - {"kidnapping"} else set()


def _persons(draft: Draft) -> set[PersonWords]:
    return {tuple(name.lower().split()) for who in draft.victims if who.kind == "person" for name in who.names}


def share_person(ours: Iterable[PersonWords], theirs: Iterable[PersonWords]) -> bool:
    """Whether a person of the one may be one of the other: "Vance", "Boris Vance", "Boris Vance Quist"."""
    theirs = tuple(theirs)
    return any(a[-1] == b[-1] or set(a) <= set(b) or set(b) <= set(a) for a in ours for b in theirs)


def can_be_one_day(a: When, b: When) -> bool:
    """Whether two dates can be one; unknown ends are open."""
    if a.first is not None and b.last is not None and a.first > b.last:
        return False
    return not (b.first is not None and a.last is not None and b.first > a.last)


def is_short(when: When) -> bool:
    """Whether a time is some days and no month: "in November" is the time of many events."""
    return when.first is not None and when.last is not None and (when.last - when.first).days <= _DAYS
