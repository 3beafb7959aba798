"""What coreference asks of an article about one telling of an event.

Gives :class:`Seen`; whoever has the lines, the sayings and the resolved times fills it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from discrepancy.annotate.parties import Party
from discrepancy.claim.events.drafts import Draft
from discrepancy.model.text import BlockKind
from discrepancy.model.values import When


@dataclass(frozen=True, slots=True)
class Seen:
    """What coreference asks of the article: which word heads a draft, its day, its block, who speaks
    there, who leads the sentence before it (True: its own, False: an earlier one), whether it is told of a mere month, and which people
    without a name "they" may be."""

    head: Callable[[Draft], str]
    when: Callable[[Draft], When | None]
    block: Callable[[Draft], BlockKind]
    speaker: Callable[[Draft], str]
    lead: Callable[[Draft, bool], str]
    word: Callable[[Draft, int], str]
    month: Callable[[Draft], bool]
    several: Callable[[Draft], Party | None]
