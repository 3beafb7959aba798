"""What the capitals of a stretch of text show: nothing in a headline, names in a sentence.

Takes a text and the ends of a stretch. Knows no words.
"""

from __future__ import annotations

import re

_SMALL = re.compile(r"(?s)(?:(?<![^\W\d_])[a-z][^\W\d_]{3}.*?){2}")


def says(text: str, start: int, end: int) -> bool:
    """True where two longer words stand in small letters: they do in sentences, and hardly in a line of capitals.

    >>> says("Officers were called to the Pier Nine bar.", 0, 42), says("Two Killed, Nine Hurt at Bar", 0, 28)
    (True, False)
    """
    return _SMALL.search(text, start, end) is not None
