"""Is it English?

Takes a text and the limits of the rulebook; gives the share of words that only English prose has, and a judgement.
Knows no other language: text that is not English is refused, not named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from discrepancy.rulebook.kinds.pages import ReadingLimits

_WORD = re.compile(r"[^\W\d_]{1,40}")


@dataclass(frozen=True, slots=True)
class English:
    """The outcome: ``words`` looked at, how many of them are English ``function_words``, and whether that makes the
    text English.
    """

    words: int
    function_words: int
    english: bool

    @property
    def because(self) -> str:
        """The count as words.

        >>> English(40, 12, True).because
        '12 of 40 words are such as only English uses so often'
        """
        return f"{self.function_words} of {self.words} words are such as only English uses so often"


def english(text: str, limits: ReadingLimits) -> English:
    """Judges a text by its share of English function words, ``limits.share`` or more."""
    words = list(map(str.lower, _WORD.findall(text)[: limits.words_looked_at]))
    known = frozenset(limits.function_words)
    hits = sum(map(known.__contains__, words))
    if not words:
        return English(0, 0, False)
    if len(words) < limits.few_words:
        return English(len(words), hits, hits > 0 or (len(words) * 3 <= limits.few_words and all(word.isascii() for word in words)))
    return English(len(words), hits, hits >= limits.share * len(words))
