"""Phrases as rules write them: words, each of which may be one of some.

Takes phrases; gives every phrase they stand for.
"""

from collections.abc import Iterable, Iterator
from itertools import product


def spelled_out(phrases: Iterable[str]) -> Iterator[str]:
    """Phrases with alternatives, each as the phrases it stands for.

    >>> list(spelled_out(("hit|struck a wall", "came down")))
    ['hit a wall', 'struck a wall', 'came down']
    """
    for phrase in phrases:
        yield from map(" ".join, product(*(word.split("|") for word in phrase.split())))
