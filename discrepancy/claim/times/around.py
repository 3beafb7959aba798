"""What stands around an expression of time that it may count from: the time told last, the event it names, the quarter reported on.

Takes the expressions of an article, with those resolved so far; gives for one of them its anchor, or the year, the month or the day that
it takes from its neighbours; None where nothing near it fits.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from discrepancy.annotate.times.timex import Timex
from discrepancy.annotate.tokens import Sentence
from discrepancy.claim.times import anchoring, anchors, stretches
from discrepancy.claim.times.docdate import OWN_PROSE, years_of
from discrepancy.claim.times.resolved import OpenTime, ResolvedTime
from discrepancy.model.values import When

EventDate = Callable[[str, int, Timex], tuple[When, str] | None]
"""Asked for the date of an anchor event: its words ("the strike"), the index of the sentence, the expression. Gives
the days and a handle to show (a claim's id or the words that date it), or None when the event is not dated.
"""


_WINDOW, _BESIDE = 120, 8
"""Expressions looked at on each side for an anchor, and for the day of a time of day: no article needs more, and
hostile text stays linear.
"""
_STORY = 100
"""Characters within which a date without year continues a story told with one."""
_TOLD = 300
"""Characters within which a day by its number alone belongs to the month told before."""


class Around:
    """The neighbours of each expression. ``done`` is filled by its owner while this looks; made and dropped with it."""

    def __init__(
        self,
        times: Sequence[OpenTime],
        done: Mapping[int, ResolvedTime],
        sentences: Sequence[Sentence],
        published: When | None,
        asked: EventDate | None,
        near: date | None,
    ) -> None:
        self.open, self.done, self.sentences, self.asked = times, done, sentences, asked
        self.publication = published.first if published is not None and published.first == published.last else None
        self.near = near or (published.first or published.last if published is not None and self.publication is None else None)
        self.full = years_of([one.timex for one in self.open], days=True)
        self.starts = [at for at, _ in self.full]
        self.one_year = len({day.year for _, day in self.full}) == 1

    def quarter(self, index: int, *, year_too: bool = False) -> anchors.Anchor | None:
        """The quarter that an earnings report speaks of: the last one named, not one that was itself counted from
        another. With ``year_too`` the year so far where the report has gone on to it ("in the nine months").
        """
        for other in range(index - 1, max(-1, index - _WINDOW), -1):
            time = self.done.get(other)
            if year_too and self.publication is not None and anchoring.months_so_far(self.open[other].timex.expression):
                year = stretches.around(self.publication, "year")
                return anchors.Anchor(year, self.open[other].timex.words, self.open[other].timex.span) if year else None
            if time is None or time.when is None or time.when.last is None or time.timex.expression.shape != "date":
                continue
            if time.when.precision == "quarter" and (self.publication is None or time.when.last < self.publication):
                return anchors.Anchor(time.when, time.timex.words, time.span)
        return None

    def event(self, index: int) -> anchors.Anchor | None:
        """The days of the event that an expression counts from, and what tells them."""
        one = self.open[index]
        span = one.timex.expression.event
        if span is None:
            return None
        words = span.of(one.sentence.text)
        if self.asked is not None:
            told = self.asked(words, one.sentence.index, one.timex)
            if told is not None:
                return anchors.Anchor(told[0], told[1], None)
        inside = self._inside(index)
        if inside is not None:
            return inside
        around = self._dated(index - _WINDOW, index + _WINDOW)
        found = anchors.by_words(span, one.sentence, self.sentences, around)
        if found is not None or anchors.is_new(words) or not anchors.is_told(words):
            return found
        earlier = [dated for dated in self._dated(index - _WINDOW, index) if dated.sentence < one.sentence.index]
        return anchors.Anchor(earlier[-1].when, earlier[-1].span.of(one.sentence.text), earlier[-1].span) if earlier else None

    def _inside(self, index: int) -> anchors.Anchor | None:
        """A date inside the words of the event: "two days after the January 16 strike"."""
        for other in self.days_inside(index):
            time = self.done.get(other)
            if time is not None and time.when is not None and time.when.known:
                return anchors.Anchor(time.when, time.timex.words, time.span)
        return None

    def days_inside(self, index: int) -> list[int]:
        """The expressions right behind one that counts from an event that stand inside the words of the event."""
        span = self.open[index].timex.expression.event
        behind = range(index + 1, min(index + 3, len(self.open)))
        return [other for other in behind if span is not None and self.open[other].timex.span.within(span)]

    def _dated(self, first: int, last: int) -> list[anchors.Dated]:
        """The days told by some of the expressions in the article's own prose, in order."""
        return [
            anchors.Dated(time.span, time.sentence, time.when)
            for other in range(max(0, first), min(last, len(self.open)))
            if (time := self.done.get(other)) is not None and time.when is not None and time.when.known and self._tells(other)
        ]

    def _tells(self, index: int) -> bool:
        one = self.open[index]
        return one.sentence.block in OWN_PROSE and one.timex.expression.shape not in ("length", "set")

    def previous(self, index: int, *, patient: bool) -> anchors.Anchor | None:
        """The time told last that is fine enough to count from."""
        expression = self.open[index].timex.expression
        for other in range(index - 1, max(-1, index - _WINDOW), -1):
            if not self._tells(other):
                continue
            time = self.done.get(other)
            if time is None:
                if patient and self.open[other].timex.expression.anchor in ("event", "previous"):
                    return None
                continue
            if time.when is not None and time.when.known and anchoring.fine_enough(time.when, expression):
                return anchors.Anchor(time.when, time.timex.words, time.span)
        return None

    def month_told(self, index: int) -> anchors.Anchor | None:
        """The day or month told right before a day that has a number alone ("on March 3 ... on the 5th")."""
        start = self.open[index].timex.span.start
        for other in range(index - 1, max(-1, index - _BESIDE), -1):
            time = self.done.get(other)
            if start - self.open[other].timex.span.end > _TOLD or time is None:
                break
            if time.timex.expression.shape == "date" and time.when is not None and time.when.precision in ("day", "month"):
                return anchors.Anchor(time.when, time.timex.words, time.span)
        return None

    def year_near(self, index: int) -> date | None:
        """The full date of the text whose year a bare day takes: the last one before, where it stands close; where
        publication is not known, any.
        """
        start = self.open[index].timex.span.start
        before = bisect_left(self.starts, start)
        if before and self.starts[before - 1] >= start - _STORY:
            return self.full[before - 1][1]
        if self.publication is not None or self.near is not None:
            return self.near
        return self.full[-1][1] if self.one_year else None

    def day_near(self, index: int) -> date | None:
        """The day a bare time of day belongs to: the nearest one of its sentence, else that of publication."""
        own = self.open[index].sentence.index
        beside = sorted(range(max(0, index - _BESIDE), min(index + _BESIDE, len(self.open))), key=lambda at: abs(at - index))
        for other in beside:
            time = self.done.get(other)
            if time is not None and time.sentence == own and time.when is not None and time.when.first == time.when.last:
                return time.when.first
        return self.publication
