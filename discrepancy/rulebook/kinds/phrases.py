"""Word groups: people who are counted, and the verbs that say what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from discrepancy.rulebook.kinds.words import Words
from discrepancy.rulebook.schema import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Population(Words):
    """Nouns for people of one sort: ``one`` and ``many`` are the forms for one and for several, ``same`` serves for both.

    ``label`` is what a claim counts ("children"; "" for people of whom nothing is said). ``harms``: words for who did it rather
    than whom it befell (gunman). ``collective`` nouns name an unknown number (family).
    """

    needs_examples: ClassVar[bool] = False  # single nouns; the phrase rules that use them carry the examples

    label: str = ""
    one: tuple[str, ...] = ()
    many: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    harms: bool = False
    collective: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", (*self.one, *self.many, *self.same))
        object.__setattr__(self, "also", ("person-noun", *(("one-person",) if self.one else ())))


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseRule(Rule):
    """A word group: ``gives`` people or a verb; the units caught as ``count``, ``noun``, ``name``, ``age``, ``verb`` are its parts.

    Examples mark the group and give, for people, the count in notation and the population ("4 children"), for verbs the flags.
    """

    patterns: tuple[str, ...]
    gives: Literal["people", "verb"]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbForms(Words):
    """Verbs that say what became of people. ``means`` are the attributes that they give for those affected (killed, injured, hit, …).

    ``form``: ``past`` (simple past and participle alike), ``gerund``, ``present``, ``base``. Their subject is affected when ``intransitive``
    (died); else their object, or the subject of the passive.
    """

    needs_examples: ClassVar[bool] = False  # single verbs; the fact rules that use them carry the examples

    means: tuple[str, ...]
    form: Literal["past", "gerund", "present", "base"] = "past"
    intransitive: bool = False
