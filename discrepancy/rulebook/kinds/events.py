"""Event types: the closed set of things that happen, each with its words and the parts its grammar gives."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from discrepancy.rulebook.kinds.grammar import ANYBODY, SUM, Part, parts_named, without_part
from discrepancy.rulebook.schema import Rule

Role = Literal["actor", "target", "victims", "weapon", "place", ""]
Sort = Literal[
    "crime", "deed", "assault", "apart-from-fire", "sporting", "meeting", "legal", "antecedent", "suspected", "suspected-far", "several",
    "reaching", "wounding", "on-voyage", "lasting", "harmless",
]  # fmt: skip
"""What holds of a type of events, besides what its words bring."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType(Rule):
    """One way of naming an event of ``type``.

    ``sorts`` is what holds of the type; one of its rules says it, for all of them. Of a ``crime`` a bare noun may be no more than a
    charge, or a kind of deeds. A ``deed`` was done by somebody, whom words of blame name; before the noun of an ``assault`` a word for
    armed people tells who did it ("a rebel attack"). A fire laid beside one that is ``apart-from-fire`` is a deed of its own. Games are
    told in the words of a ``sporting`` one; all who take part in a ``meeting`` do it; what is ``legal`` the law does to people, and it
    kills and hurts nobody. An ``antecedent`` did harm by itself: "it" that opens the next sentence and did harm is this ("It injured 14
    people"). For a ``suspected`` one of unnamed people an armed group named near it is a suspect, for a ``suspected-far`` one a group
    named far off as well: who holds people is told of long after their kidnapping. Of ``several`` a list of places or of those who were
    hit tells one each; a ``reaching`` one reaches over several places and stays one, so that a toll told place by place is one toll. Of
    those whom a ``wounding`` one hurt somebody may die days later; a ``harmless`` one has no dead of its own, those for whom a town is in
    mourning died of something else; one ``on-voyage`` befalls what travels.
    A ``lasting`` one goes on for hours or days: a part of the day says no hour of it (a storm comes to one town in the morning and to
    the next in the evening), and who was killed "since Friday", its first day or one of the days before an article's, was killed in it.

    ``nouns`` and ``verbs`` are all forms, as printed; ``noun_phrases`` and ``verb_phrases`` have several words,
    each of which may be one of some ("hit|struck a|the wall"; see :func:`~discrepancy.rulebook.phrases.spelled_out`).
    ``roles`` says what a preposition after the noun or verb brings (``by: actor``; "" for nothing); ``subject`` and
    ``object`` what the verb's neighbours are. ``beside``: counts only where the clause holds one of these words;
    ``<explosive>`` among them stands for the words of that part of the grammar.
    ``negated``: counts only with *not*; ``of_itself``: without an object the verb tells what a thing did, and nobody did it ("a device
    exploded"); ``joined``: only where its subject names the event ("the strikes were aimed
    at") or one of ``beside`` stands in the clause. ``weak`` words only count where somebody, a place, a time or a
    toll stands beside them. ``outcome`` types (killed) belong to the event that caused them, where the sentence names
    one. ``refers`` types never begin an event that another word of the article can name ("incident");
    ``by_victim`` types are done to somebody: the murder of one and the murder of another are two;
    ``after`` ones tell of what came later, so that their day is not the event's (a claim of responsibility); ``attempted`` ones say
    that it came to nothing ("defused a bomb").
    ``aside``: told behind a deed of another type it says what else was done, and not what sort of event it was ("attacked a convoy and set
    two lorries on fire").
    ``setting_of``: types of which one told before it, "a ferry capsized in a storm", is the event, and this word what it happened in.
    ``against_state``: a state that does it does it in another country. ``rank``: how well the word tells what sort of
    event it was. ``named_actor``: as a verb counts only where a state, a group, a person of note or armed forces do
    it; ``armed`` only of who bears arms by name or by what he is called, and not where *for* or *of* goes on to tell for what; where
    ``beside`` has words too, these do as well; ``by_outlaws`` only where an armed group or attackers do it, not the police or an army.
    ``done_by``: by whose doing a noun of another type is one of this, "a strike by 2,400
    workers"; then it is wherever the article tells of this type, and of nobody who does it.
    ``by_subject``: things of which the verb of another type tells this one, where no weapon is told of: "the boiler blew up" is no bombing.
    ``short``: nouns of another type by which an article goes on that has a longer name of this one ending in such: "the blast" of a gas
    explosion.
    ``short_beside``: words of a sentence in which such a noun is of this type without a longer name, fireworks beside "an explosion".
    ``named_first`` and ``named_last``: what a proper name of one begins or ends with, "Hurricane Delia", "the Quarry Fire".
    ``asks``: attributes that may be claimed of it (``role``: which office). ``noun`` is what a label calls it,
    where the type is no noun.
    """

    type: str
    sorts: tuple[Sort, ...] = ()
    nouns: tuple[str, ...] = ()
    noun_phrases: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    verb_phrases: tuple[str, ...] = ()
    roles: Mapping[str, str]
    subject: Role = "actor"
    object: Role = "target"
    beside: tuple[str, ...] = ()
    negated: bool = False
    of_itself: bool = False
    joined: bool = False
    named_actor: bool = False
    armed: bool = False
    by_outlaws: bool = False
    done_by: tuple[str, ...] = ()
    by_subject: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    short: tuple[str, ...] = ()
    short_beside: tuple[str, ...] = ()
    named_first: tuple[str, ...] = ()
    named_last: tuple[str, ...] = ()
    asks: tuple[str, ...] = ("actor", "target", "weapon", "place")
    weak: bool = False
    outcome: bool = False
    by_victim: bool = False
    refers: bool = False
    after: bool = False
    attempted: bool = False
    aside: bool = False
    setting_of: tuple[str, ...] = ()
    against_state: bool = False
    rank: int = 1
    noun: str = ""

    @property
    def parts_beside(self) -> tuple[Part, ...]:
        """The parts of the grammar whose words ``beside`` stands for."""
        return parts_named(self.beside)

    def event_types(self) -> Iterable[str]:
        """The types that this one is told apart from."""
        return (*self.setting_of, *self.by_subject)

    def problems(self) -> Iterator[str]:
        """A part of the grammar that there is not."""
        return without_part(self.beside, "beside")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLimits(Rule):
    """Thresholds of event reading.

    ``old_days`` before publication from which an event is background; ``recall_sentences`` within which two events
    are both meant by a bare plural ("the strikes"); ``recall_events``: to so many events, those begun last, a clause may go back;
    ``sum_of_years``: dead from which on a sum told of somebody is that of years; ``reasons`` weigh what makes an event the main one.
    ``soil``: words that with a possessive mean the speaker's own country ("on its territory"). Within ``suspect_sentences`` of a deed of
    the sort ``suspected`` an armed group is a suspect, within ``suspect_far_sentences`` of one of the sort ``suspected-far``. From
    ``war_toll`` on, and ``war_times`` that of the deed it stands under, a toll is that of a war.
    """

    needs_examples: ClassVar[bool] = False

    old_days: int
    recall_sentences: int
    recall_events: int
    sum_of_years: int
    reasons: Mapping[str, float]
    soil: tuple[str, ...]
    suspect_sentences: int = 1
    suspect_far_sentences: int = 1
    war_toll: int = 300
    war_times: int = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFamily(Rule):
    """Types that can name one event inside an article; ``vague`` ones go with any of the others, the rest only with
    their like
    unless they stand in ``also`` ("bombing" and "strike"). ``natural`` ones no outlet takes for a type of another family: a
    quake is no shooting."""

    needs_examples: ClassVar[bool] = False

    types: tuple[str, ...]
    vague: tuple[str, ...] = ()
    natural: tuple[str, ...] = ()
    also: Mapping[str, tuple[str, ...]]

    def event_types(self) -> Iterable[str]:
        """All types of the family."""
        return (*self.types, *self.vague, *self.natural, *self.also, *(type_ for types in self.also.values() for type_ in types))


@dataclass(frozen=True, slots=True, kw_only=True)
class Idiom(Rule):
    """Words of violence and harm in a way of speaking that tells of no event and of nobody who came to harm.

    ``phrases`` are such ways in full, each word of which may be one of some ("panic|heart attack"). Else one of ``words`` stands with a
    noun group that ends in one of ``heads``, as ``stands`` says: as its ``subject``, to which it happened, as its ``doer`` or
    ``object``, right ``before`` it, or behind a preposition that follows it ("of": "a flood of letters"). ``<anybody>`` among the heads
    is any noun for people, ``<sum>`` a sum of money or a share, ``<idea>``, there and in ``unless``, the words of that part of the
    grammar. What stands behind a phrase of ``tales`` in its sentence is told by a work or an exercise: "a novel in which". Where the
    clause has one of ``unless`` outside a name, words and phrases are meant as they stand. Examples mark the word that tells of nothing.
    """

    phrases: tuple[str, ...] = ()
    tales: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    stands: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    def conditions(self) -> tuple[str, ...]:
        """The words beside which it is meant in earnest."""
        return ("unless",) if self.unless else ()

    def problems(self) -> Iterator[str]:
        """A part of the grammar that there is not; words without the place where their heads stand, or the other way round."""
        yield from without_part((word for word in self.heads if word not in (ANYBODY, SUM)), "heads")
        yield from without_part(self.unless, "unless")
        if len({bool(self.words), bool(self.stands), bool(self.heads)}) > 1:
            yield "'words', 'stands' and 'heads' go together"
