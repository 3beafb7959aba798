"""When two articles of a heap tell one story."""

from dataclasses import dataclass
from typing import ClassVar

from discrepancy.rulebook.schema import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLimits(Rule):
    """``same``: average likeness (0 to 1) from which articles are one story; ``window``: days between publications beyond which they never
    are; ``fading``: how much of the likeness is lost over that window; ``names`` and ``title``: weight of capitalised words and
    numbers, and of the title, against other words; ``common``: share of articles from which on a word says nothing; ``keys``:
    telling words of an article that bring others up for comparison; ``block``: articles of one key beyond which the key is too
    common to use; ``characters`` of an article that are looked at.
    """

    needs_examples: ClassVar[bool] = False

    same: float
    window: int
    fading: float
    names: float
    title: float
    common: float
    keys: int
    block: int
    characters: int
