"""Short forms: is one name the initials of the other?

Takes two names as printed; gives how well the letters of the one are explained by the words of the other, 0 to 1.
Knows only spelling: whether an article defines the short form is for the article to say.
"""

from __future__ import annotations

import re
from collections import Counter

from discrepancy.annotate.spelling import Spelled

_SHORT = re.compile(r"[A-Za-z][A-Za-z.]{1,7}$")


def acronym(short: Spelled, long: Spelled) -> float:
    """How well ``short`` stands for ``long``: 1 for the initials in order, less with letters out of order or words
    left out.

    0 when ``short`` is no acronym or the letters do not fit.
    """
    if len(short.letters) != 1 or len(long.letters) < 2:
        return 0.0
    letters = short.letters[0]
    if not 2 <= len(letters) <= 8 or not _SHORT.match(short.text.strip()):
        return 0.0
    shouted = sum(c.isupper() for c in short.text) >= 2
    content = [w for w, role in zip(long.letters, long.roles, strict=True) if role not in ("article", "particle", "legal")]
    every = list(long.letters)
    full = "".join(w[0] for w in every)
    firm = "".join(w[0] for w in content)
    with_articles = "".join(w[0] for w, role in zip(long.letters, long.roles, strict=True) if role not in ("particle", "legal"))
    if letters in (firm, with_articles, full):
        return 1.0 if shouted or len(letters) > 2 else 0.8
    if len(letters) < 3:
        return 0.0
    if Counter(letters) == Counter(firm):
        return 0.75
    if _inside(letters, every):
        return 0.85
    if firm.startswith(letters) or (len(firm) > len(letters) >= 3 and _subsequence(letters, firm) and letters[0] == firm[0]):
        return 0.6
    if len(letters) >= 4 and sum((Counter(letters) & Counter(firm)).values()) >= len(letters) - 1 and letters[0] == firm[0]:
        return 0.5
    return 0.0


def _subsequence(letters: str, initials: str) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in letters)


def _inside(letters: str, words: list[str]) -> bool:
    """True when the letters are the beginnings of all content words in order, one to three letters of each: FARC,
    Unita, Modlex.
    """
    states = {0}
    for word in words:
        following = set()
        for at in states:
            for size in range(4):
                if size == 0:
                    if len(word) <= 3:
                        following.add(at)
                elif letters[at : at + size] == word[:size] and at + size <= len(letters):
                    following.add(at + size)
        states = following
    return len(letters) in states
