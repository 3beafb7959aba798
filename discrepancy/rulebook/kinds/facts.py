"""What a sentence says became of people, and how much of anything else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from discrepancy.rulebook.schema import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRule(Rule):
    """A wording of a fact. ``gives`` maps the names of caught units to attributes (``victims: killed``).

    The caught units are people groups or quantities; their counts add up. ``agent``, who did it, may be caught besides. ``population``
    holds when the caught group has none. ``scope`` "cumulative" marks running totals, ``total`` marks that the number is the whole toll,
    ``part`` that it is some of a toll told beside it ("two medics were among nine killed"), ``denied`` that it befell nobody ("two bodies
    had been counted twice"), ``least`` that there may be more of them, where no sort of people is told ("among the dead were two children
    and a nun"), ``more`` that it is what a toll grew by ("rose to 18 after three died in hospital").
    ``noun`` marks that the noun for the people says it ("four gunshot victims"): it counts two and more, and only where the sentence
    says no more of them.
    ``owned`` wants another event that the article is chiefly about ("70 arrests" beside a riot; beside a fair they are a figure of it).
    ``of`` keeps it to people counted as one of these populations ("lost nine soldiers"; who lost nine members did not bury them).
    ``led`` wants a verb with an auxiliary of its own ("and was shot", but not "and shot").
    ``sort`` is caught for people who say only what the number counts ("65 bodies of civilians").
    ``value`` is the number where the wording itself is one ("a triple shooting"): then the caught units are only the evidence.
    Examples give ``attribute{population}=value`` of one fact.
    """

    patterns: tuple[str, ...]
    gives: Mapping[str, str]
    population: str = ""
    scope: Literal["", "cumulative"] = ""
    total: bool = False
    part: bool = False
    more: bool = False
    least: bool = False
    loose: bool = False
    modal: bool = False
    noun: bool = False
    denied: bool = False
    owned: bool = False
    led: bool = False
    of: tuple[str, ...] = ()
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MainEventPolicy(Rule):
    """How the toll of an article's main event is chosen. ``weights`` bear the names that the printed reasons bear.

    A sentence with one of the words ``background`` tells of other events; what stands behind one of ``causes`` ("in retaliation for") is
    another event everywhere. Two dots in either stand for up to six words. With one of ``violent_death`` in the headline or the first
    sentences somebody is dead though no number says so (phrases of ``no_death`` set aside), with one of ``wounded`` somebody is hurt.
    With one of ``cumulative`` a sentence counts over a time, not in one event, unless one of ``records`` stands before it ("the deadliest
    attack this year"); so it does below its lead with one of ``across``, which tell of more than the event ("across the country").
    Of an event of a ``lasting`` type a number since a day up to ``since_days`` before it counts the event itself.
    An article whose top has one of ``roundup`` tells of several events; sentences with one of them add those up.
    Below the lead another event begins with one of ``another`` before one of ``happenings`` ("in another shooting"), with the rank of one
    and a word of ``series`` ("the third shooting this month"), with strangers and one of ``ago`` ("two weeks ago a driver was killed"),
    and with days before those of the top, unless the top has one of ``aftermath``: then it tells of a charge, a trial or a search, and
    the main event itself lies back.
    Down there an article comes back to the main event with *the* and one of ``happenings`` ("the shooting killed three people") and with
    one of the phrases ``again``; with one of ``likened`` right behind ("the shooting follows") it goes on to another.
    """

    needs_examples: ClassVar[bool] = False

    weights: Mapping[str, float]
    background: tuple[str, ...]
    causes: tuple[str, ...] = ()
    violent_death: tuple[str, ...]
    wounded: tuple[str, ...]
    no_death: tuple[str, ...] = ()
    roundup: tuple[str, ...] = ()
    another: tuple[str, ...] = ()
    happenings: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    likened: tuple[str, ...] = ()
    ago: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    aftermath: tuple[str, ...] = ()
    cumulative: tuple[str, ...] = ()
    across: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    since_days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeStage(Rule):
    """Nouns by the ages between which they put somebody, in years and in notation ("0..17": boy). Nouns for kin are none: a son may be 60.
    Examples mark whoever is brought in by such a noun and give the ages.
    """

    years: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLosses(Rule):
    """Words by which a figure counts the losses of the side that was named last: words before it ("its own losses at five"), or with
    ``inside`` words of the figure itself ("three of its soldiers"); in events of these ``types``, which have dead on two sides, or of
    any. Examples mark the people and give the scope of the figure.
    """

    phrases: tuple[str, ...]
    inside: bool = False
    types: tuple[str, ...] = ()

    def event_types(self) -> Iterable[str]:
        """Those with dead on two sides."""
        return self.types
