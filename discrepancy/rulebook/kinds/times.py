"""Words and wordings of time: what they mean, and how a wording is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from discrepancy.rulebook.kinds.words import Words
from discrepancy.rulebook.schema import Rule

TimeReader = Literal[
    "date", "numeric", "weekday", "running", "shift", "near", "length", "set", "clock", "reference", "foreign", "holiday",
    "feast", "ordinal", "fiscal",
    "decade", "century", "quarter", "half", "season", "age", "none", "range", "join",
]  # fmt: skip
"""How the units that a pattern caught become a value (:mod:`discrepancy.annotate.times.readers`). ``none`` takes
words that look like a time and are none, so that no other rule reads them; ``range`` and ``join`` put
expressions together that others have found, so their patterns speak of the chunk ``timex``.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords(Words):
    """A class of words that each mean something: ``means`` maps a word, or words in a row, to what the readers need
    of it.

    A word with a capital is matched only with it ("May", also "MAY"); all others in any case.
    """

    needs_examples: ClassVar[bool] = False

    means: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        lower = tuple(word for word in self.means if word == word.lower())
        capital = tuple(word for word in self.means if word != word.lower())
        forms = dict.fromkeys(form for word in capital for form in (word, word.upper()))
        object.__setattr__(self, "words", lower)
        object.__setattr__(self, "exact", tuple(forms))


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRule(Rule):
    """A wording of a date, a time of day, a duration, a repeated time or an age.

    The unit or units caught as ``time`` are the expression (without it: all that matched); what else is caught, and
    the constants of ``gives``, go to the reader under their names. Examples mark the expression and give its value
    in notation when the article came out on ``published`` (without a value: that it is found); counter-examples
    hold none.
    """

    patterns: tuple[str, ...]
    reader: TimeReader
    gives: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePolicy(Rule):
    """How loose wordings are read, everywhere.

    ``thirds`` are the last days of the first and the second part of a month. ``vague`` bounds what "several" or a
    bare plural counts ("several: 3 9"; one number leaves the end open). ``bounds`` are words before a number of
    units, ``stretches`` words before a day, month or year, each with TIMEX3's mod. ``ahead`` are words before a day
    that put it in the future unless one of ``told`` stands between; ``coming`` right before it put it in the future,
    ``behind`` in the past; ``outlives`` right behind "expected to" tells how what is past will end.
    ``labels`` before and ``counted`` behind a number of four digits tell that it is no year; before what is ``numbered`` it is none
    even after "the" ("the 1900 block"), and before ``makes`` of vehicles it is how old one is ("a 2004 Ford").
    ``year_leads`` tell that it is one; ``clock_leads`` make a time of day about, and ``days_on`` behind four figures say
    that they are one ("at 1700 today").
    ``parting`` are words and marks between clauses, ``saying`` verbs whose day is not the day of what is said,
    ``participles`` those that end in neither -ed nor -en and may begin an aside with a day of its own ("the plant, begun two years ago,
    was shut").
    """

    needs_examples: ClassVar[bool] = False

    thirds: tuple[int, ...]
    vague: Mapping[str, str]
    ahead: tuple[str, ...]
    coming: tuple[str, ...]
    behind: tuple[str, ...]
    outlives: tuple[str, ...]
    told: tuple[str, ...]
    labels: tuple[str, ...]
    counted: tuple[str, ...]
    numbered: tuple[str, ...]
    makes: tuple[str, ...]
    year_leads: tuple[str, ...]
    clock_leads: tuple[str, ...]
    days_on: tuple[str, ...]
    parting: tuple[str, ...]
    saying: tuple[str, ...]
    participles: tuple[str, ...]
    bounds: Mapping[str, str]
    stretches: Mapping[str, str]
