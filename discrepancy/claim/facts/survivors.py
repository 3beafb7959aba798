"""Who is left of a number of people hit when some of them are told to be dead: "six were shot, two fatally" leaves four hurt.

Takes the facts of one sentence; gives those it does not print. Only where the words themselves say that the dead are some of those hit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from discrepancy.model.text import Span
from discrepancy.model.values import Quantity, exactly

if TYPE_CHECKING:
    from discrepancy.claim.facts.read import Fact


def survivors(found: Sequence[Fact]) -> Iterator[Fact]:
    """The injured that follow from a number of people hit and the next number of dead, who are some of them."""
    ordered = sorted((f for f in found if f.part_of is None), key=lambda f: (f.people.start, f.attribute))
    for hit, dead in pairwise(ordered):
        if hit.attribute != "hit" or dead.attribute != "killed" or not (hit.happened and dead.happened):
            continue
        left = _left(hit.value, dead.value)
        if left and not hit.additional and len(hit.groups) == 1 and _some_of(dead) and not any(f.attribute == "injured" for f in found):
            span = Span(min(hit.span.start, dead.span.start), max(hit.span.end, dead.span.end))
            group = replace(hit.groups[0], count=exactly(left), partial=False, whole=None)
            yield replace(
                hit, attribute="injured", value=exactly(left), span=span, rule="injured.survivors", groups=(group,),
                verb=None, agent=None, loose=hit.loose or dead.loose, total=False,
            )  # fmt: skip


def _left(hit: Quantity, dead: Quantity) -> int:
    """How many are left; 0 where that is not known."""
    if not (hit.exact and dead.exact) or hit.low is None or dead.low is None:
        return 0
    return max(0, int(hit.low - dead.low))


def _some_of(dead: Fact) -> bool:
    """Whether the dead are told as some of the people before them: "two fatally", "two of them died"."""
    return dead.some or (len(dead.groups) == 1 and dead.groups[0].shares)
