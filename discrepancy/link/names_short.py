"""Short forms: is one name the initials of the other?

Takes two names as printed; gives how well the letters of the one are explained by the words of the other, 0 to 1.
Knows only spelling: whether an article defines the short form is for the article to say.
"""

from __future__ import annotations

import re
from collections import Counter

from discrepancy.annotate.spelling import Spelled

_SHORT = re.compile(r"[A-Za-z][A-Za-z.]{1,7}(?:\s?[-/]\s?[A-Za-z]{1,4})?$")
_EMPTY = ("article", "particle", "legal")


def acronym(short: Spelled, long: Spelled) -> float:
    """How well ``short`` stands for ``long``: 1 for the initials in order, less with letters out of order or words
    left out.

    0 when ``short`` is no acronym or the letters do not fit. A short form may name a part of a group: "CPB-RF".
    """
    if not 1 <= len(short.letters) <= 2 or len(long.letters) < 2 or not _SHORT.match(short.text.strip()):
        return 0.0
    letters = "".join(short.letters)
    if not 2 <= len(letters) <= 9 or (len(short.letters) == 2 and sum(map(str.isupper, short.text)) < 2):
        return 0.0
    if len(short.letters) == 2 and letters not in initials(long):
        return _with_part(short, long)
    shouted = sum(c.isupper() for c in short.text) >= 2
    content = [w for w, role in zip(long.letters, long.roles, strict=True) if role not in _EMPTY]
    firm = "".join(w[0] for w in content)
    if letters in initials(long):
        return 1.0 if shouted or len(letters) > 2 else 0.8
    if len(letters) < 3:
        return 0.0
    if Counter(letters) == Counter(firm):
        return 0.75
    if _inside(letters, list(long.letters)):
        return 0.85
    if firm.startswith(letters) or (len(firm) > len(letters) >= 3 and _subsequence(letters, firm) and letters[0] == firm[0]):
        return 0.6
    if len(letters) >= 4 and sum((Counter(letters) & Counter(firm)).values()) >= len(letters) - 1 and letters[0] == firm[0]:
        return 0.5
    return 0.0


def initials(long: Spelled) -> frozenset[str]:
    """The initials of a name: of all its words, without particles, without articles too, and each without the word "faction"."""
    every = "".join(w[0] for w in long.letters)
    firm = "".join(w[0] for w, role in zip(long.letters, long.roles, strict=True) if role not in _EMPTY)
    articles = "".join(w[0] for w, role in zip(long.letters, long.roles, strict=True) if role not in ("particle", "legal"))
    return frozenset((every, firm, articles))


def _with_part(short: Spelled, long: Spelled) -> float:
    """How well "MNLF-HM" stands for a group and one of its parts: both halves are initials of their own half."""
    whole = "".join(w[0] for w, role in zip(long.letters, long.roles, strict=True) if role not in (*_EMPTY, "branch"))
    part = "".join(w[0] for w, role in zip(long.letters, long.roles, strict=True) if role == "branch")
    head, tail = short.letters
    if not part or sorted(head) != sorted(whole) or tail not in (part, part[0], part[-1]):
        return 0.0
    return 0.95 if head == whole else 0.8


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
