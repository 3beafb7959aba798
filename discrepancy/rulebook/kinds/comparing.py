"""What comparison needs beside the decision table and the widths: labels, units, cues, questions and the sentences of findings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from discrepancy.rulebook.schema import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels(Rule):
    """How labels stand to one another.

    ``same``: sets of words for one thing. ``broader``: a label and the narrower ones under it. ``opposed``: groups of labels; labels of
    two groups are not said of the same people by one speaker. ``exclusive``: sets of labels of which a person bears one at a time.
    ``whole``: sets of labels that together are everybody. ``all``: labels that mean everybody. ``attackers``: labels of who did it, and
    no other's. ``foes``: labels of one side, each with those of the people it fights, so that nobody is both. ``trades``: labels of
    many trades, each with the nouns by which two of them are told apart (judges and priests are officials). ``collective``: labels of
    which one is several people (families). ``directions``: words that name a part of a place by the compass. ``speaks_for``: words that
    tell no speaker from another.
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
    trades: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    collective: tuple[str, ...] = ()
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
    clause behind a figure that begins with *after* or *because*: with them it is the reason), "headed" (a heading that opens with them
    is that of an update). Two dots in a phrase stand for up to twelve words. A phrase right before one of ``goes_on`` says something
    else: "so far away"."""

    means: Literal["up", "down", "later", "earlier", "open", "why", "because", "headed"]
    phrases: tuple[str, ...]
    goes_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionForm(Rule):
    """How a question about an attribute is asked and answered; ``id`` ends in the attribute.

    ``about`` says whose attribute it is; ``one_answer`` that only one value can be right, so that an article is heard
    with its best; ``measured`` that each value is a measurement somebody made, so that an article which gives two of them
    settles nothing between two others; ``not_of`` are types of events of which it is not asked (nobody is behind a quake). ``ask`` is the
    question, ``says`` what an outlet did, ``brief`` the short clause after the first; placeholders: {event}, {entity},
    {value}, {unit}, {of} (the population in words), {scope}, {what} (what is
    measured), {who} (a person), {holder} (who holds an office). ``bare`` asks of an event that has no name beyond its type, where that
    is one of ``bare_of`` (no killed "in the killing"). ``done`` asks of a population that ends in what befell it or where it is ("flights
    cancelled", "trapped", "aboard"; {of} is the part before, {done} that one): a word in -ed, or one of ``states`` or ``acts``, and what
    of ``behind`` follows; ``did`` asks of those that end in one of ``acts`` ("How many voted?"); ``no_state`` are words in -ed that are
    nothing of the kind. ``bulk`` asks of what is named by one of ``sums``, which is a number itself ("majority"). With ``of_unit`` the
    form is that of values in this unit alone, with ``of_scope`` that of claims with this scope.
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
    done: str = ""
    did: str = ""
    states: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    no_state: tuple[str, ...] = ()
    bulk: str = ""
    sums: tuple[str, ...] = ()
    of_unit: str = ""
    of_scope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictForm(Rule):
    """The sentences of a verdict: ``message`` ends the list of camps, ``of_many`` that of more than two where it has to be another;
    ``sayable`` frames a printable sentence ({sides}, {topic})."""

    needs_examples: ClassVar[bool] = False

    verdict: str
    message: str
    of_many: str = ""
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
    the ``wholes`` ("the toll of nine"); of a counted day its units, with the ways it is counted (``others``); of an article
    dated before what it tells the ``others`` are words beside a day that is to come."""

    needs_examples: ClassVar[bool] = False

    ask: str
    text: str
    sayable: str
    words: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
