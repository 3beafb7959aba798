"""Details of which only one answer can be right, and what number in a row something is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from discrepancy.rulebook.schema import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail(Rule):
    """A ``question`` whose ``answers`` exclude one another: where somebody was hit, how he pleaded, where a fire began.

    ``answers`` are labels, each with its wordings, a word of which may be one of some ("bedroom|bathroom"). Where ``before`` or ``after``
    are given, one of those phrases stands right before or right behind the wording, an article or an adjective aside ("shot in the left"
    leg). ``broader`` labels allow the narrower ones under them. ``unless`` words in the sentence void it, ``about`` words must stand
    somewhere in the article. It is asked of the ``story`` where an article gives one answer alone, or of a ``person``: whoever is named
    last before the wording in its sentence; of the ``subject`` where nobody is, it is told of whom the article is chiefly about, of the
    ``victim`` of the one person hit, where the article tells of no other. Examples
    mark the wording and give the answer.
    """

    question: str
    answers: Mapping[str, tuple[str, ...]]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    broader: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    whose: Literal["story", "person", "subject", "victim"] = "story"

    def conditions(self) -> tuple[str, ...]:
        """What must stand around a wording, and what may not."""
        return tuple(key for key in ("before", "after", "unless", "about") if getattr(self, key))

    def problems(self) -> Iterator[str]:
        """One answer settles nothing."""
        if len(self.answers) < 2:
            yield "a question needs two answers or more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank(Rule):
    """What number in a row something is: "the third shooting this year", "the 117th minute", "the fourth of seven children".

    ``nouns`` are the things that are numbered, a word of one may be one of some, and ``{noun}`` in the ``label`` stands for it; without
    any the rank stands alone ("finished third"). Where ``spans`` are given one of them stands behind, and two ranks are held together only
    where they have the same one: each line names a span by its first word ("match game afternoon"). Where ``before`` is given, one of
    those phrases stands right before the rank. ``unless`` words in the sentence void it. Two articles' ranks must share so many ``words``
    beside. ``daily``: it grows with the days, and holds for the day on which its article came out; its span may stand anywhere in the
    sentence.
    """

    label: str
    nouns: tuple[str, ...] = ()
    spans: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    words: int = 0
    daily: bool = False

    def conditions(self) -> tuple[str, ...]:
        """What must stand around a rank, and what may not."""
        return tuple(key for key in ("before", "spans", "unless") if getattr(self, key))
