"""Word classes and pattern fragments: the vocabulary that patterns are written in."""

from dataclasses import dataclass
from typing import ClassVar

from discrepancy.rulebook.schema import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Rule):
    """A class of words: ``id`` is its name in patterns.

    ``words`` are single words, matched in any case; ``exact`` words only as they stand ("May", "US"); ``phrases`` are several words
    that count as one unit ("police officers"), the longest first. A word may be in many classes. ``also`` names wider classes that
    all of these words are in besides.
    """

    words: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment(Rule):
    """A named part of patterns: ``<id>`` in a pattern stands for ``pattern``."""

    needs_examples: ClassVar[bool] = False

    pattern: str
