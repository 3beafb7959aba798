"""Words that set what a sentence tells beside the news apart from it: causes, comparisons, older events.

Takes phrases of the rules and text in small letters; finds them. Knows no fact and no event.
"""

from __future__ import annotations

import re
from functools import cache

_BETWEEN = 6
"""Words that two dots in a phrase may stand for."""


@cache
def any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the phrases; two dots in one stand for up to six words.

    >>> any_of(("shooting comes .. after",)).search("the shooting comes just a year after nine were hurt").group()
    'shooting comes just a year after'
    """
    told = "|".join(re.escape(phrase).replace(r"\ \.\.\ ", rf"(?: \S+){{0,{_BETWEEN}}}? ") for phrase in phrases)
    return re.compile(told or r"(?!)")


def behind(cause: re.Match[str] | None, at: int) -> bool:
    """Whether a place in a sentence, in characters from its start, stands behind the words of a cause."""
    return cause is not None and at >= cause.end()
