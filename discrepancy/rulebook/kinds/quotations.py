"""When two quotations are one saying, and which of their differences an editor wants to see."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from discrepancy.rulebook.schema import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotations(Rule):
    """How quotations are read and held together; the pairs of ``decide.wording…`` in the decision table are its examples.

    ``fewest``: words below which quoted words are a phrase and no saying. Two quotations of one speaker are one saying when they share
    ``common`` words that are not ``plain``, at least the share ``near`` of the stretch that both quote, in articles published at most
    ``days`` apart. ``plain`` words say nothing by themselves. ``negations`` turn a sentence round, as do ``prefixes`` of a word.
    ``rewritten``: spellings that house styles settle, each with its long form; what begins with a hyphen is the end
    of a word. ``spelling``: the likeness from which two words are one
    word in two spellings or forms. A quotation that begins with the same ``known`` words, half of them not ``plain``, is that of one
    speaker, whoever is named.
    """

    needs_examples: ClassVar[bool] = False

    fewest: int
    known: int
    common: int
    near: float
    days: int
    spelling: float
    plain: tuple[str, ...]
    negations: tuple[str, ...]
    prefixes: tuple[str, ...]
    rewritten: Mapping[str, str]
