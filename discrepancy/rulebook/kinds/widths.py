"""How far apart two values may lie and be one, and what says that they answer two questions.

Each kind holds one idea, and each of its rules what holds for some attributes: widths, happenings, what a figure counts, what becomes of
it, whose it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from discrepancy.rulebook.schema import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance(Rule):
    """Widths within which two values are one (a rule without ``attributes`` is for all others, here and in the kinds below).

    ``about`` is the share by which "about 20" reaches to both sides, at most ``about_units`` of the last digit that is no zero ("about 102"
    was not rounded to tens), ``about_days`` and ``about_minutes`` the same for days and times of
    day. ``rounded`` is the share by which a figure may differ from a round one, from ``round_from`` on; ``beyond``: words of a bound that
    begins right behind the round figure it prints ("more than 640"), ``at_most`` those of one at which the count is put ("as many as 80").
    ``bound_ratio``: a figure that many times the stated lower bound, or below such an upper one, is worth a look; up to
    ``firmer`` times it, it is in one article the same count, made firm.
    Of two figures of one article whose distances from a third differ by less than the ratio ``rival``, either may be the one that the
    third answers. ``round_minutes``: an unhedged time on a multiple of these may be
    rounded. ``clock_minutes``: two exact times no further apart were read off two
    clocks. ``look_minutes``: two hedged times that far apart are worth a look and no more. ``ageing_days``: from that many days
    between two articles on, a birthday may lie between them. ``converted`` is the share that unit conversion may cost. ``spills`` are
    parts of a day that reach into the next one, ``second_half`` those that begin after what the day before spilled is over, and
    ``weekend_before`` the days by which a loosely told weekend begins before Saturday. ``parts`` are the minutes of the day between which
    what is told of a part of it lies ("morning: 0 810"); past 1440 they are of the next day.
    Between the two minutes of ``daytime`` nobody mistakes the day.
    """

    needs_examples: ClassVar[bool] = False  # what a rule asks of days, events and other articles no pair shows by itself

    attributes: tuple[str, ...] = ()
    about: float = 0.1
    about_units: int = 0
    about_days: int = 3
    about_minutes: int = 15
    rounded: float = 0.0
    round_from: int = 100
    beyond: tuple[str, ...] = ()
    at_most: tuple[str, ...] = ()
    bound_ratio: float = 0.0
    firmer: float = 3.0
    rival: float = 1.5
    round_minutes: int = 15
    look_minutes: int = 30
    clock_minutes: int = 0
    ageing_days: int = 60
    birthday: tuple[str, ...] = ()
    converted: float = 0.05
    spills: tuple[str, ...] = ()
    second_half: tuple[str, ...] = ()
    weekend_before: int = 0
    parts: Mapping[str, str] = field(default_factory=dict)
    daytime: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Happenings(Rule):
    """From when on two values are of two things or happenings more often than of one.

    ``alike``: figures are of one thing only within this ratio, or where one is ``slips`` times the other, as when feet are printed for
    metres; ``alike_of_event`` is the ratio for what both count at one event, "about 50 gunmen" and "more than 100". ``outlier``: a toll
    that many times another's is more often another event's than a difference. ``multiple`` and ``more``: a toll so many times another, and
    so much higher, is another event's where no toll stands in both articles. ``telling``: a toll from which on two happenings hardly share
    it. ``names_shared``: the share of the names that an article prints, at least ``names_least``, below which two articles share hardly
    any. ``part_share``: a figure up to that share of another may be a part of it. ``far_days``: dates further apart belong to two
    happenings more often than to one; ``near_days``: days further apart are of one happening only where more than the town is shared;
    ``daily``: types of events that come again on the next day, each with figures of its own; ``fresh_days``: so long before an article
    happened what it tells as news, ``issue_days`` before it what it tells of its own day without a date. ``far_minutes``: times of day
    further apart belong to two happenings, unless the articles share a person, a group or a block; ``follows``: rules that read the time of
    what follows the event, one after the other, by no more than ``follow_minutes``; ``moving``: words for a deed that goes from place to
    place, so that it has several times. ``head`` and ``head_characters``: the share and the number of characters of an article within which
    it tells what it is about. ``stamps``: words that make a day the page's own and not the event's.
    """

    needs_examples: ClassVar[bool] = False  # what a rule asks of days, events and other articles no pair shows by itself

    attributes: tuple[str, ...] = ()
    alike: float = 0.0
    alike_of_event: float = 0.0
    slips: tuple[float, ...] = ()
    outlier: float = 0.0
    multiple: float = 0.0
    more: int = 0
    telling: int = 0
    names_shared: float = 0.0
    names_least: int = 0
    part_share: float = 0.0
    far_days: int = 0
    near_days: int = 0
    daily: tuple[str, ...] = ()
    fresh_days: int = 0
    issue_days: int = 0
    far_minutes: int = 0
    follows: tuple[str, ...] = ()
    follow_minutes: int = 0
    moving: tuple[str, ...] = ()
    head: float = 0.0
    head_characters: int = 0
    stamps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Countings(Rule):
    """Words, and rules, that say what a figure counts.

    ``counts_one``: words that count a single person; a figure of one without them tells one person's fate, not a toll. ``counting``: for
    each figure from nothing on, the words by which a text gives it; people told one by one were counted by nobody. ``totals``: rules that
    read a figure called a toll or a total in so many words, ``reckoned``: those of figures that follow from others and are printed nowhere,
    ``sorted``: those that tell of what sort some of the counted were.
    ``parts``: words that make a figure one of some of those told before; ``included``: of those told in one breath with it. ``also``:
    words of a count that is told beside another one, unless it stands right behind the dead; ``some``: words of a count of some.
    ``makes``: what is counted by its make ("AK-47 rifles"), ``kinds``: by its kind ("counts of theft"). ``of_one``: what is counted of
    one person ("hit seven times"), so that two figures may be two people's. ``attackers``: phrases that say that the attacker is among
    the dead. ``where_died``: words behind a count of those who died in one place. ``noises``: what is counted by ear where one of the
    words ``heard`` stands in the claim. ``polled``: words of a sentence whose shares are of people who were asked. ``own``: what
    whoever gives the figure gives of himself, so that two speakers' figures are two firms' earnings.
    """

    needs_examples: ClassVar[bool] = False  # what a rule asks of days, events and other articles no pair shows by itself

    attributes: tuple[str, ...] = ()
    counts_one: tuple[str, ...] = ()
    counting: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    reckoned: tuple[str, ...] = ()
    sorted: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    included: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    some: tuple[str, ...] = ()
    makes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    of_one: tuple[str, ...] = ()
    attackers: tuple[str, ...] = ()
    where_died: tuple[str, ...] = ()
    noises: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    polled: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Courses(Rule):
    """What becomes of a figure as days go by.

    ``settled_days``: a count this much later is the settled one. ``goes_on``: attributes, populations and scopes of counts, and types
    of events ("of quake"), that go on for days, so that the higher one of a later day is the newer one; ``moves``: of counts that
    also fall, as people are found; ``stays``: populations of what no later report changes, whatever rose beside it. ``closed``: words
    that say that a figure is of all there were, so that no later one grew out of it.
    ``fixed``: two figures of it, but of what goes on or moves, are never versions, of which one replaced the other.
    ``adds``: attributes of which a further figure ("two more died") is no total. ``replaced``: rules that read the figure which another
    is said to have replaced.
    """

    needs_examples: ClassVar[bool] = False  # what a rule asks of days, events and other articles no pair shows by itself

    attributes: tuple[str, ...] = ()
    settled_days: int = 0
    goes_on: tuple[str, ...] = ()
    moves: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    fixed: bool = False
    adds: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Persons(Rule):
    """Whose an age is, and of which day.

    ``child`` and ``generation``: an age below the first and one so many years higher are a child's and an adult's, who may bear one name;
    ``unnamed``: people without a name whose ages lie further apart are two. ``back_then``: words behind an age that make it that of
    another time. ``surmised``: rules that take a figure for that of whoever was told of last.
    """

    needs_examples: ClassVar[bool] = False  # what a rule asks of days, events and other articles no pair shows by itself

    attributes: tuple[str, ...] = ()
    child: int = 0
    generation: int = 0
    unnamed: int = 0
    back_then: tuple[str, ...] = ()
    surmised: tuple[str, ...] = ()
