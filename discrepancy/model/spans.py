"""Many spans of one text, asked for by place: which of them hold a span, which begin in a stretch, whether any shares a letter with one.

Takes spans in any order, nested and doubled as they come; gives yes or no, or their numbers in the order in which they were given. An
article of a book's length has thousands of claims, and each question looks only at what stands near.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from discrepancy.model.text import Span


class Spans:
    """Spans by where they begin, each with how far it and those before it reach.

    >>> spans = Spans([Span(8, 20), Span(0, 4), Span(8, 12)])
    >>> spans.overlap(Span(3, 8)), spans.overlap(Span(4, 8)), spans.around(Span(9, 11)), spans.starting(0, 8)
    (True, False, [0, 2], [1])
    """

    __slots__ = ("_numbers", "_reach", "_spans", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        given = list(spans)
        self._numbers = sorted(range(len(given)), key=lambda number: given[number].start)
        self._spans = [given[number] for number in self._numbers]
        self._starts = [span.start for span in self._spans]
        self._reach = list(accumulate((span.end for span in self._spans), max))

    def overlap(self, span: Span) -> bool:
        """Whether one of them shares a code point with ``span``."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reach[before - 1] > span.start

    def around(self, span: Span) -> list[int]:
        """The numbers of those that hold ``span``."""
        found, at = [], bisect_right(self._starts, span.start) - 1
        while at >= 0 and self._reach[at] >= span.end:
            if self._spans[at].end >= span.end:
                found.append(self._numbers[at])
            at -= 1
        return sorted(found)

    def starting(self, first: int, last: int) -> list[int]:
        """The numbers of those that begin from ``first`` on and before ``last``."""
        return sorted(self._numbers[bisect_left(self._starts, first) : bisect_left(self._starts, last)])
