"""How much each attribute says about two mentions being one event."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from discrepancy.rulebook.schema import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeWeight(Rule):
    """Evidence of one attribute on the edge between two mentions of different articles.

    ``same`` is added when the two agree or one is narrower, ``near`` when they almost do (a day apart, types of one family), ``different``
    when they cannot both be true; nothing when either is unknown. ``veto: yes`` forbids the edge when they differ. Without an attribute
    that is ``telling: yes`` and the same (or nearly) there is no edge: a kind and a day are shared by strangers.
    """

    needs_examples: ClassVar[bool] = False  # a weight shows itself in the linking tests, not in one sentence

    attribute: str
    same: float = 0.0
    near: float = 0.0
    different: float = 0.0
    veto: bool = False
    telling: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkThreshold(Rule):
    """``link``: the sum of weights from which two mentions are one event. ``near_days``: how far two days may lie apart and still be
    "near". ``far_days``: from where on a different date is a different event, whatever else agrees. ``anybody``: populations that every
    story counts, and that say little about two being one. ``crowd``: from so many articles on that tell of the same days, what happenings
    share by chance says nothing. ``chance``: how many strangers may be expected to share by chance what ties two mentions in a crowd.
    ``beside``: types that two articles of one story tell of in passing and mean the same by, when each tells of one; ``within``: those of
    them that, told in passing, belong to what an article is chiefly about where that does harm or is of one of these types: the arrests
    at a protest; ``once``: those of them that happen once, so that another day is a slip and no second happening. ``following``: words
    for what followed another of its type, which is another happening unless both were on one day. ``strangers``: so many disagreements
    (day, numbers, ages, people, streets, hours) part two mentions outside crowds too, where they share no person, party or story.
    ``campaign``: where a set leads with happenings of one kind and days in so many places that are known to lie apart, or in
    ``campaign_names`` of which none is known to hold another, only what is theirs alone ties two of them; ``high_toll``: so many dead on
    one day are. News of two days is of two happenings where either article leads with what befell at most ``fresh_days`` before it came
    out, and each toll of dead and hurt is ``grown`` times the other or more: no count of one happening grows so from day to day."""

    needs_examples: ClassVar[bool] = False

    link: float
    near_days: int
    far_days: int
    crowd: int
    chance: float
    anybody: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    within: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    once: tuple[str, ...] = ()
    following: tuple[str, ...] = ()
    strangers: int = 3
    campaign: int = 3
    campaign_names: int = 6
    high_toll: int = 10
    fresh_days: int = 1
    grown: float = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureLikeness(Rule):
    """When two figures that no event claims measure one thing.

    Points are given for a shared head noun ("villages"; ``light`` heads say too little to count) and for each further word that the
    sentences share, by its stem; ``link`` of them are wanted. ``reach``: characters to both sides that are looked at. ``endings`` are taken
    off words, ``forms`` are sets of forms of one word or of words for one thing ("fell / fall"). ``common`` words say nothing.
    ``named`` attributes want the same head noun on both sides, ``headed`` ones that of one side among the words of the other.
    ``alike``: figures further apart than this ratio are of two things.
    ``widely``: a word that more than this share of an article's figures have beside them tells none of them from the others.
    ``called``: an attribute, and what its figures are called where nobody names what they are of.
    ``firm``: of figures that no rule names, so many words beside the noun, names aside, make a difference worth a warning;
    ``few``: so many in one clause, where either article counts such things once; ``parting`` words begin another clause.
    ``sole``: attributes of which a word beside is enough where either article gives one such figure that could be of the thing.
    ``telling``, ``near``: two counts of so many things or more that lie within this ratio are of one thing, though their sentences share
    no word; people aside, who are counted in many parts. ``parts_from``: a total that many times another figure is no version of it, for
    an editor to see, where one article gives both, of two things; below ``by_chance`` (``sole`` attributes aside) it may give the other's
    figure by chance. ``marks``: sets of words, or of two
    with a hyphen, each named by its first; of two figures of which one is marked so in its clause and the other is not ("hopes to raise",
    "raised") neither is the other.
    """

    needs_examples: ClassVar[bool] = False  # its words show themselves in the tests of linking

    attributes: tuple[str, ...]
    named: tuple[str, ...]
    headed: tuple[str, ...]
    sole: tuple[str, ...]
    link: float
    head: float
    word: float
    reach: int
    alike: float
    widely: float
    firm: int
    few: int
    parting: tuple[str, ...]
    telling: float
    near: float
    parts_from: float
    by_chance: float
    endings: tuple[str, ...]
    called: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    common: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingWords(Rule):
    """When the nouns of two articles name one thing whose cost, length or staff both give.

    ``same`` are sets of words for one sort of thing, of which a story hardly tells two ("ferry / vessel"); ``anything`` may stand for any
    thing that an article tells of ("the project"), ``bodies`` for any firm or office that another calls by its name. A name with one
    of ``of_their_own`` is none of the town in it ("Lima County", "University of Lima").
    """

    needs_examples: ClassVar[bool] = False  # its words show themselves in the tests of linking

    same: tuple[str, ...]
    anything: tuple[str, ...]
    bodies: tuple[str, ...]
    of_their_own: tuple[str, ...] = ()
