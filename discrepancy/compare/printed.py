"""The names that an article prints, as its letters show them.

Takes texts; gives the words that stand with a capital inside a sentence and in neither of two articles without one, and how many of them
stand in both. Days, months, countries and peoples are none of them: half of all news prints those. Knows no claims.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name
from dataclasses import dataclass

from discrepancy.compare.lexicon import Lexicon

_WORD = re.compile(r"[^\W\d_]{3,}")
_INSIDE = re.compile(r"(?<=[a-z,;] )[A-Z][^\W\d_]{2,}")
_CALENDAR = frozenset(name.casefold() for name in (*day_name, *month_name) if name)
_SHOUTED = 0.5
"""The share of words in capitals from which on capitals tell no names."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The words of one article, case folded: all of three letters or more, those that stand without a capital, and those with one inside a
    sentence, in an article that is not printed in capitals throughout."""

    words: frozenset[str]
    small: frozenset[str]
    capital: frozenset[str]


def printed(text: str) -> Printed:
    """The words of a text.

    >>> sorted(printed("On Monday a man hit Ann Holm in Alton. The car stood in Elm Street.").capital)
    ['alton', 'ann', 'elm', 'holm', 'monday', 'street']
    """
    found = _WORD.findall(text)
    shouted = sum(word.isupper() for word in found) > _SHOUTED * len(found)
    return Printed(
        frozenset(word.casefold() for word in found),
        frozenset(word for word in found if word.islower()),
        frozenset() if shouted else frozenset(word.casefold() for word in _INSIDE.findall(text)),
    )


def shared_names(one: Printed, other: Printed, but: frozenset[str], lexicon: Lexicon) -> tuple[tuple[int, int], tuple[int, int]]:
    """For either article how many names it prints, and how many of them are among the other's words; those ``but`` aside, and what either
    prints without a capital."""

    def counted(mine: Printed, theirs: Printed) -> tuple[int, int]:
        names = [w for w in mine.capital - one.small - other.small - but - _CALENDAR if not lexicon.common(w)]
        return len(names), sum(name in theirs.words for name in names)

    return counted(one, other), counted(other, one)
