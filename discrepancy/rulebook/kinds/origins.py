"""When two articles say the same because one source stands behind both."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from discrepancy.rulebook.schema import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginLimits(Rule):
    """``shingle``: words in one shingle; ``copy``: the share of the shorter text's shingles found in the other from which two texts are
    copies; ``wording``: words running that two claims' sentences must share for one wording."""

    needs_examples: ClassVar[bool] = False

    shingle: int
    copy: float
    wording: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Rule):
    """Words by which an article says that it has something from another outlet.

    ``form``: the words stand ``before`` the outlet's name or ``after`` it; ``whole`` ones speak of the whole article; ``medium`` are nouns
    that make the name beside them an outlet's; ``about`` are what a sentence without a figure of its own must name to speak of the one
    before. ``sort`` words may stand before a medium or its name; ``ending`` are nouns that an outlet's name is often printed without;
    ``nobody`` are words that stand where a name would and are none. ``any_name``: whoever is named must be an outlet; otherwise it has to
    be known as one.
    """

    form: Literal["before", "after", "whole", "medium", "about", "sort", "ending", "nobody"]
    phrases: tuple[str, ...]
    any_name: bool = False
