"""What comparison needs beside the decision table: widths, labels, units, cues, questions and the sentences of
findings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from discrepancy.rulebook.schema import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance(Rule):
    """Widths for some attributes (a rule without ``attributes`` is for all others).

    ``about`` is the share by which "about 20" reaches to both sides, at most ``about_units`` of the last digit that is no zero ("about 102"
    was not rounded to tens), ``about_days`` and ``about_minutes`` the same for days and times of
    day. ``rounded`` is the share by which a figure may differ from a round one, from ``round_from`` on; ``beyond``: words of a bound that
    begins right behind the round figure it prints ("more than 640"). ``bound_ratio``: a figure
    that many times the stated lower bound is worth a look. ``round_minutes``: an unhedged time on a multiple of these may be
    rounded. ``clock_minutes``: two exact times no further apart were read off two
    clocks. ``look_minutes``: two hedged times that far apart are worth a look and no more. ``ageing_days``: from that many days
    between two articles on, a birthday may lie between them. ``spills`` are parts of a day that reach into the next one,
    ``second_half`` those that begin after what the day before spilled is over, and
    ``weekend_before`` the days by which a loosely told weekend begins before Saturday. ``far_days``: dates further apart belong to two
    happenings more often than to one.
    ``far_minutes``: times of day further apart belong to two happenings, unless the articles share a person, a group or a block.
    ``converted`` is the share that unit conversion may cost. ``alike``: figures are of one
    thing only within this ratio, or where one is ``slips`` times the other, as when feet are printed for metres. ``outlier``: a toll that
    many times another's is more often another event's than a difference. ``counts_one``: words that count a single person; a figure of one
    without them tells one person's fate, not a toll. ``parts``: words that make a figure one of some of those told before; ``included``: of
    those told in one breath with it. ``also``: words of a count that is told beside another one, unless it stands right behind the dead;
    ``some``: words of a count of some. ``makes``: what is counted by its make ("AK-47 rifles"), ``kinds``: by its kind ("counts of theft").
    ``follows``: rules that read the time of what follows the event, one after the other, by no more than ``follow_minutes``.
    ``adds``: attributes of which a further figure ("two more died") is no total. ``stamps``: words that make a day the page's own and
    not the event's. ``totals``: rules that read a figure called a toll or a total in so many words, ``replaced``: the one
    that another is said to have replaced, ``reckoned``: figures that follow from others and are printed nowhere.
    ``settled_days``: a count this much later is the settled one. ``goes_on``: attributes, populations and scopes of counts, and types
    of events ("of quake"), that go on for days, so that the higher one of a later day is the newer one; ``moves``: of counts that
    also fall, as people are found; ``stays``: populations of what no later report changes, whatever rose beside it.
    ``counting``: for each figure from nothing on, the words by which a text gives it; people told one by one were counted by nobody.
    ``attackers``: phrases that say that the attacker is among the dead.
    ``where_died``: words behind a count of those who died in one place. ``of_one``: what is counted of one person ("hit seven times"),
    so that two figures may be two people's. ``child`` and ``generation``: an age below the first and one so many years higher are a
    child's and an adult's, who may bear one name; ``unnamed``: people without a name whose ages lie further apart are two.
    ``multiple`` and ``more``: a toll so many times another, and so much higher, is another event's where no toll stands in both articles.
    ``telling``: a toll from which on two happenings hardly share it. ``near_days``: days further apart are of one happening only where
    more than the town is shared. ``head`` and ``head_characters``: the share and the number of characters of an article within which it
    gives the toll of what it is about; ``part_share``: a figure up to that share of another may be a part of it.
    ``back_then``: words behind an age that make it that of another time. ``surmised``: rules that take a
    figure for that of whoever was told of last. ``noises``: what is counted by ear where one of the words
    ``heard`` stands in the claim.
    """

    needs_examples: ClassVar[bool] = False  # widths show themselves in the pairs of the decision table

    attributes: tuple[str, ...] = ()
    about: float = 0.1
    about_units: int = 0
    about_days: int = 3
    about_minutes: int = 15
    rounded: float = 0.0
    round_from: int = 100
    beyond: tuple[str, ...] = ()
    bound_ratio: float = 0.0
    round_minutes: int = 15
    look_minutes: int = 30
    clock_minutes: int = 0
    ageing_days: int = 60
    converted: float = 0.05
    alike: float = 0.0
    slips: tuple[float, ...] = ()
    outlier: float = 0.0
    far_days: int = 0
    far_minutes: int = 0
    weekend_before: int = 0
    spills: tuple[str, ...] = ()
    second_half: tuple[str, ...] = ()
    counts_one: tuple[str, ...] = ()
    adds: tuple[str, ...] = ()
    stamps: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    included: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    some: tuple[str, ...] = ()
    makes: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    follow_minutes: int = 0
    kinds: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    reckoned: tuple[str, ...] = ()
    settled_days: int = 0
    goes_on: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()
    moves: tuple[str, ...] = ()
    counting: tuple[str, ...] = ()
    attackers: tuple[str, ...] = ()
    of_one: tuple[str, ...] = ()
    where_died: tuple[str, ...] = ()
    child: int = 0
    generation: int = 0
    unnamed: int = 0
    multiple: float = 0.0
    more: int = 0
    telling: int = 0
    near_days: int = 0
    head: float = 0.0
    head_characters: int = 0
    part_share: float = 0.0
    back_then: tuple[str, ...] = ()
    surmised: tuple[str, ...] = ()
    noises: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels(Rule):
    """How labels stand to one another.

    ``same``: sets of words for one thing. ``broader``: a label and the narrower ones under it. ``opposed``: groups of
    labels; labels of two groups are not said of the same people by one speaker. ``exclusive``: sets of labels of which
    a person bears one at a time. ``whole``: sets of labels that together are everybody. ``all``: labels that mean
    everybody. ``attackers``: labels of who did it, and no other's. ``foes``: labels of one side, each with those of the
    people it fights, so that nobody is both. ``directions``: words that name a part of a place by the compass. ``speaks_for``:
    words that tell no speaker from another.
    """

    needs_examples: ClassVar[bool] = False

    same: tuple[str, ...] = ()
    broader: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    opposed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exclusive: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    attackers: tuple[str, ...] = ()
    foes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    directions: tuple[str, ...] = ()
    speaks_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Rule):
    """Units of one dimension: how many of the first unit each other one is. Currencies are never converted."""

    needs_examples: ClassVar[bool] = False

    dimension: str
    units: Mapping[str, float]
    default_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateCue(Rule):
    """Words near a figure that say it has changed or will. ``means``: "up" or "down" (this figure is the later and
    higher, or lower), "later" (this one is the later), "earlier" (this one is superseded), "open" (this one may still
    grow), "why" (a sentence with them says why the figure before it changed), "because" (of a
    clause behind a figure that begins with *after* or *because*: with them it is the reason). Two dots in a phrase stand
    for up to twelve words."""

    means: Literal["up", "down", "later", "earlier", "open", "why", "because"]
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionForm(Rule):
    """How a question about an attribute is asked and answered; ``id`` ends in the attribute.

    ``about`` says whose attribute it is; ``one_answer`` that only one value can be right, so that an article is heard
    with its best; ``measured`` that each value is a measurement somebody made, so that an article which gives two of them
    settles nothing between two others; ``not_of`` are types of events of which it is not asked (nobody is behind a quake). ``ask`` is the
    question, ``says`` what an outlet did, ``brief`` the short clause after the first; placeholders: {event}, {entity},
    {value}, {unit}, {of} (the population in words), {scope}, {what} (what is
    measured), {who} (a person), {holder} (who holds an office). ``bare`` asks of an event that has no name beyond its type, where that
    is one of ``bare_of`` (no killed "in the killing"). With ``of_unit`` the form is that of values in this unit alone.
    """

    needs_examples: ClassVar[bool] = False

    attribute: str
    about: Literal["event", "entity", "either"] = "event"
    ask: str
    says: str
    brief: str = "{value}"
    not_of: tuple[str, ...] = ()
    needs_population: bool = False
    one_answer: bool = False
    measured: bool = False
    bare: str = ""
    bare_of: tuple[str, ...] = ()
    of_unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictForm(Rule):
    """The sentences of a verdict: ``message`` ends the list of camps, ``sayable`` frames a printable sentence ({sides},
    {topic})."""

    needs_examples: ClassVar[bool] = False

    verdict: str
    message: str
    sayable: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseForm(Rule):
    """A likely cause and the sentence that shows its computation; placeholders are those the computation gives."""

    needs_examples: ClassVar[bool] = False

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence(Rule):
    """Confidence of a finding: ``base`` by verdict, plus what readers found of its attribute (``attributes``) and each point that speaks
    for it or against (see :mod:`discrepancy.compare.confidence`), kept between ``lowest`` and ``highest`` and rounded to two places."""

    needs_examples: ClassVar[bool] = False

    base: Mapping[str, float]
    points: Mapping[str, float]
    attributes: Mapping[str, float] = field(default_factory=dict)
    lowest: float = 0.05
    highest: float = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsensusRule(Rule):
    """How low, best and high are taken and when the grade is fair, weak or contested. ``fair_origins``: from that many
    on."""

    needs_examples: ClassVar[bool] = False

    attributes: tuple[str, ...]
    text: str
    fair_origins: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfCheckForm(Rule):
    """A check of one article against itself: the sentence of the finding and its printable question; ``id`` names the
    check. ``words`` are those it goes by; of shares those that give somebody one, with the ``wholes`` they are of and ``others``, which
    tell of another whole or time. Of a total they are those that make it some of the people told before, as *the* in front does, but for
    the ``wholes`` ("the toll of nine"); of a counted day its units, with the ways it is counted (``others``)."""

    needs_examples: ClassVar[bool] = False

    ask: str
    text: str
    sayable: str
    words: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
