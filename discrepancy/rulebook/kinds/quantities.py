"""Numbers as words print them: numerals, loose numbers, hedges and units."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from discrepancy.rulebook.kinds.words import Words
from discrepancy.rulebook.schema import Rule

NumeralPart = Literal["unit", "tens", "hundred", "scale", "dozen", "half", "quarter", "suffix"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numerals(Words):
    """Words that build a number; ``means`` gives the value of each.

    ``unit`` is zero to nineteen, ``scale`` thousand and above, ``suffix`` letters glued to figures ("3bn", "40k").
    """

    part: NumeralPart
    means: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", tuple(self.means))


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseNumbers(Words):
    """Words for a number nobody counted; ``means`` gives its bounds ("3 9"; "12" alone is open above).

    ``after_a`` are words that are a number only after *a* ("a handful of"). Entries of several words begin with a word of its own entry
    or of ``after_a``; they are no units of the alphabet, so that other layers see plain words.
    """

    means: Mapping[str, str] = field(default_factory=dict)
    after_a: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", tuple(dict.fromkeys(w.split()[0] for w in (*self.means, *self.after_a))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedges(Rule):
    """Words before (or ``after``) a number that turn it into an interval.

    ``at-least`` and ``at-most`` allow the number itself, ``above`` and ``below`` do not; ``about`` keeps the number and marks it
    approximate; ``exactly`` changes nothing but belongs to the number's words. Behind one of ``verbs`` the words are the verb's: "handed
    over 12 hostages".
    """

    gives: Literal["at-least", "above", "at-most", "below", "about", "exactly"]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitWords(Words):
    """Units of one attribute: ``means`` maps the word as printed to the unit of the claim. ``signs`` stand before the number.

    With ``of`` its words are units before *of* and one of these, whatever they are elsewhere: "155 pounds of explosives".
    """

    needs_examples: ClassVar[bool] = True

    attribute: Literal["money", "distance", "duration", "magnitude", "count"]
    means: Mapping[str, str] = field(default_factory=dict)
    signs: Mapping[str, str] = field(default_factory=dict)
    of: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", tuple(w for w in self.means if w == w.lower() and " " not in w))
        object.__setattr__(self, "exact", tuple(w for w in self.means if w != w.lower() and " " not in w))


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberPolicy(Rule):
    """How wide a hedged number is where an end has to be closed, and which figures count nothing.

    ``about`` is a share of the number on either side, ``open`` the factor by which a loose lower bound ("dozens") is closed above,
    ``counted`` the one for a number with a hedge ("at least 12"). Figures before ``code_before`` words, or after ``code_after`` words,
    are codes; so are those behind ``named`` words written with a capital ("News 3", "Division 17"), those ``dialled`` before
    ``dialling`` words ("a 911 call"), and figures and words behind ``numbered`` words that nothing to count follows ("the number one
    spot"). "From six to 14" is a range, unless one of the words ``changing`` stands before it. ``pronouns``: phrases that begin with a
    number word and count nothing ("one another"). ``further``: phrases before a second number of one count ("40, possibly 60"), or
    before "more". A number behind *from* and one of the words ``ranging`` is a lower bound where the other end cannot be read; those
    that are ``anywhere`` belong to the range. The m of "2m" is a million before the words ``millions``, and a metre before others.
    """

    needs_examples: ClassVar[bool] = False

    about: float
    open: float
    counted: float = 1
    code_before: tuple[str, ...] = ()
    code_after: tuple[str, ...] = ()
    dialled: tuple[str, ...] = ()
    dialling: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    changing: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    further: tuple[str, ...] = ()
    ranging: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    millions: tuple[str, ...] = ()
