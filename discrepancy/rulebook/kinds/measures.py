"""Measures: what a figure is a figure of, by the words around it; and acts of public life, which have a day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from discrepancy.rulebook.kinds.grammar import without_part
from discrepancy.rulebook.schema import Rule

ACT = "act."
"""What the ids of acts of public life begin with."""

PLANNED = "planned "
"""What stands before the label of an act that is to come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureCue(Rule):
    """Words that tell what a figure measures or counts: a fall, a ransom, a prison sentence, children.

    ``gives`` is the attribute, ``label`` what a claim is of: its population ("" takes the noun that is counted), of a time of day its
    scope ("" is the event itself). A label that ends in a blank takes the name behind the figure ("distance from " and Zenda), and
    ``{head}`` in it the noun that is counted ("{head} released"), ``{thing}`` at its beginning the thing that the figure is of ("{thing}
    cost"): the noun it stands before, where ``heads`` of a measure say which nouns those are, whose it is, the subject of its verb.
    ``heads`` are nouns counted (``<anybody>`` stands for all nouns for people); ``before`` and ``after`` within ``reach`` units of the
    figure. Where ``heads`` are given, one must be counted; where ``before`` or ``after`` are given, one of those must stand there; words or
    phrases of ``unless`` near the figure void the cue, and ``<appointed>`` among them stands for the words of that part of the grammar. In
    all three a word of a phrase may be one of some ("came under|into fire").
    ``unit_of`` keeps it to some units, ``decimal`` to figures with a decimal point, ``bare`` to those that no noun follows. ``exact``:
    "at least 24 years" is itself the figure, and no bound of another; ``most`` keeps it to figures told as the most there were, "winds
    of up to 110 kph", which are then the figure. ``owner`` tells whose figure it is: that of the event told, of a person, of the one
    whom a court holds (``accused``), of the place named before, or of whoever or whatever the article is chiefly about (``subject``),
    of the person who is sentenced (``convict``), or of who took a part of the votes (``taker``); a figure of the ``story`` has no owner
    in its article, and meets its like in others; an ``indicator`` is that of a period, and stands behind words that say what it came
    to, or, where it ``moves``, by how much it rose. ``about``: the article holds one of these words. A ``tally`` is told as two
    figures, those for and those against; ``other`` is what the smaller one is of, where that is asked too. So many ``words`` beside
    must two articles share for their figures of a story to be of one thing. ``types`` keeps it to events of these types; ``scope`` is
    the claim's ("destroyed" is not "damaged"). Of several that fit a figure the first that finds an owner stands, in the order of the
    names of files and of the lines in them.
    """

    gives: Literal["magnitude", "money", "distance", "duration", "count", "time"]
    label: str = ""
    heads: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    unit_of: tuple[str, ...] = ()
    decimal: bool = False
    bare: bool = False
    exact: bool = False
    most: bool = False
    reach: int = 4
    owner: Literal["event", "person", "accused", "place", "subject", "convict", "taker", "story", "indicator"] = "event"
    moves: bool = False
    tally: bool = False
    other: str = ""
    words: int = 0
    about: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    scope: str = ""

    def event_types(self) -> Iterable[str]:
        """Those to whose events the cue is kept."""
        return self.types

    def conditions(self) -> tuple[str, ...]:
        """Heads are one where words before or behind tell what is counted; else they are what does."""
        keys = ("about", "unless", "types", "unit_of", "decimal", "bare", *(("heads",) if self.before or self.after else ()))
        return tuple(key for key in keys if getattr(self, key))

    def problems(self) -> Iterator[str]:
        """A part of the grammar that there is not."""
        return without_part(self.unless, "unless")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicAct(Rule):
    """An act of public life that has a day and no toll: a signing, an election, talks.

    ``label`` is what its day is called. ``verbs`` tell of it beside a time in their clause, ``nouns`` name it; "of" ``objects`` the verbs
    are only where one of these stands near them in the sentence, and no word of ``unless``. Where the act is an ``event`` of some type
    too, its nouns count only where they name one. ``subjects`` are the only ones whose verb it is, where any are given. ``names``: so many
    names must be told around the days in both of two articles for them to be of one act. ``by_year``: its year is told right behind the
    verb, of the thing that was built, founded or closed.
    """

    label: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    event: str = ""
    names: int = 1
    by_year: bool = False

    def event_types(self) -> Iterable[str]:
        """That of the event which the act is too."""
        return (self.event,) if self.event else ()

    def conditions(self) -> tuple[str, ...]:
        """What must stand near its verbs, and whose verb it must be."""
        return tuple(key for key in ("objects", "unless", "subjects") if getattr(self, key))

    def problems(self) -> Iterator[str]:
        """The id tells comparison that a day is no person's."""
        if not self.id.startswith(ACT):
            yield f"the id of an act of public life must begin with '{ACT}'"
