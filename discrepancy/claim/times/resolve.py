"""Times bound to the calendar inside one article.

Takes an article and its annotated sentences; gives every expression of time with its days, or with the reason why
it has none. Expressions count from publication, from the time told last, or from an event; the last two wait until
their anchor is known, round after round, until nothing changes. What an expression rests on is kept, so that a
finding can show it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from discrepancy.annotate.times.meaning import meanings
from discrepancy.annotate.times.timex import Anchor as AnchorKind
from discrepancy.annotate.times.timex import Expression, Timex, TimexType
from discrepancy.annotate.tokens import Sentence
from discrepancy.claim.times import anchoring, anchors, stretches, timex3
from discrepancy.claim.times.binding import Bases, bind, bind_whole, cut
from discrepancy.claim.times.docdate import document_date, years_of
from discrepancy.claim.times.stated import StatedTogether
from discrepancy.model.text import Document, Span
from discrepancy.model.unguarded import unguarded
from discrepancy.model.values import Clock, When, day
from discrepancy.rulebook.schema import Rulebook

EventDate = Callable[[str, int, Timex], tuple[When, str] | None]
"""Asked for the date of an anchor event: its words ("the strike"), the index of the sentence, the expression. Gives
the days and a handle to show (a claim's id or the words that date it), or None when the event is not dated.
"""

_ROUNDS = 8
_WINDOW, _BESIDE = 120, 8
"""Expressions looked at on each side for an anchor, and for the day of a time of day: no article needs more, and
hostile text stays linear.
"""
_STORY = 100
"""Characters within which a date without year continues a story told with one."""
_TOLD = 300
"""Characters within which a day by its number alone belongs to the month told before."""
_BEFORE, _AFTER, _CLAUSE = 90, 24, 60
"""Characters around an expression in which its clause is looked for."""
_OWN_PROSE = frozenset(("headline", "standfirst", "body", "quote", "dateline"))


@unguarded
class ResolvedTime:
    """One expression of time and what it means.

    ``when`` are its days, ``clock`` its time of day; a bare time of day has no ``when``, and ``on`` tells the day
    it belongs to by its surroundings. ``timeml`` is TIMEX3's value, ``interval`` the calendar stretch which that
    value names. ``anchor_text`` shows what it was counted from, ``depends_on`` where that stands in the article.
    ``reason`` says why there is no value.
    """

    timex: Timex
    sentence: int
    type: TimexType
    timeml: str
    when: When | None
    clock: Clock | None
    interval: tuple[date, date] | None
    anchor: AnchorKind
    anchor_text: str = ""
    depends_on: Span | None = None
    on: date | None = None
    together: StatedTogether | None = None
    reason: str = ""

    @property
    def span(self) -> Span:
        """Where the expression stands."""
        return self.timex.span

    @property
    def value(self) -> When | Clock | None:
        """Its days, or its time of day where it names no day."""
        return self.when if self.when is not None else self.clock


@dataclass(frozen=True, slots=True)
class _Open:
    """An expression before it is bound."""

    timex: Timex
    sentence: Sentence
    unit: int


def resolve(
    document: Document,
    sentences: Sequence[Sentence],
    rules: Rulebook,
    event_date: EventDate | None = None,
    near: date | None = None,
) -> tuple[ResolvedTime, ...]:
    """Every expression of time of an article, in order.

    ``event_date`` asks the event layer; without an answer the article's own dated sentences are searched for the
    words of the event. ``near`` is a day when other articles on the same events came out: it lends its year to
    dates without one where publication is not known, and nothing else.
    """
    published = document_date(document, sentences, rules, near)
    work = _Work(document, sentences, rules, published.value if published else None, event_date, near)
    return work.run()


def rebind(time: ResolvedTime, anchor: When, anchor_text: str, span: Span | None = None) -> ResolvedTime:
    """The same expression counted from another anchor: for the event layer, which learns dates later."""
    expression = time.timex.expression
    bases = Bases(None, anchor)
    counted = replace(expression, anchor="previous") if expression.shape == "running" else expression
    whole = bind_whole(counted, bases)
    when = cut(whole, counted, bases)
    return replace(
        time, when=when, timeml=timex3.value_of(expression, whole, None), interval=timex3.interval_of(expression, whole, None),
        anchor_text=anchor_text, depends_on=span, reason="" if when else time.reason,
    )  # fmt: skip


class _Work:
    """The rounds over one article. Holds what is known so far; made and dropped inside :func:`resolve`."""

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        rules: Rulebook,
        published: When | None,
        event_date: EventDate | None,
        near: date | None,
    ) -> None:
        self.document, self.sentences, self.event_date = document, sentences, event_date
        self.tables = meanings(rules)
        self.thirds = self.tables.policy.thirds
        self.publication = published.first if published is not None and published.first == published.last else None
        self.open = [
            _Open(value, sentence, unit) for sentence in sentences for unit, value in enumerate(sentence.values) if isinstance(value, Timex)
        ]
        self.near = near or (published.first or published.last if published is not None and self.publication is None else None)
        self.full = years_of([one.timex for one in self.open], days=True)
        self.starts = [at for at, _ in self.full]
        self.one_year = len({day.year for _, day in self.full}) == 1
        self.done: dict[int, ResolvedTime] = {}

    def run(self) -> tuple[ResolvedTime, ...]:
        waiting = list(range(len(self.open)))
        for _ in range(_ROUNDS):
            left = [index for index in waiting if not self._try(index, patient=True)]
            if len(left) == len(waiting):
                break
            waiting = left
        for index in waiting:
            self._try(index, patient=False)
        return tuple(self.done[index] for index in range(len(self.open)))

    def _try(self, index: int, *, patient: bool) -> bool:
        """Binds one expression; False while it waits for its anchor."""
        one = self.open[index]
        expression = one.timex.expression
        anchor: anchors.Anchor | None = None
        if expression.anchor == "event":
            if patient and any(other not in self.done for other in self._days_inside(index)):
                return False
            anchor = self._event(index)
        elif expression.value == "latest":
            anchor = self._quarter(index)
        elif anchoring.year_back(expression) and (anchor := self._quarter(index, year_too=True)) is not None:
            expression = replace(expression, anchor="previous")
        elif expression.anchor == "previous":
            anchor = self._previous(index, patient=patient)
            if anchor is None and not patient and anchoring.year_back(expression) and self.publication is not None:
                anchor = anchors.Anchor(day(self.publication), f"publication {self.publication}", None)
        elif anchoring.numbered_day(expression):
            anchor = self._month_told(index)
        if anchor is None and expression.anchor in ("event", "previous") and patient:
            return False
        bases = Bases(
            self.publication, anchor.when if anchor else None, self._ahead(one), self._behind(one), self._year_near(index),
            self.document.date_order.value if self.document.date_order else "", self.thirds,
        )  # fmt: skip
        self.done[index] = self._resolved(one, expression, bases, anchor, index)
        return True

    def _resolved(self, one: _Open, expression: Expression, bases: Bases, anchor: anchors.Anchor | None, index: int) -> ResolvedTime:
        whole = bind_whole(expression, bases)
        when = cut(whole, expression, bases)
        # TIMEX3 keeps "less than" beside the value: "less than a month ago" is the month before, in its mod less
        plain = bind_whole(replace(expression, mod=""), bases) if expression.shape == "shift" and expression.mod else whole
        on = self._day_near(index) if expression.shape == "clock" and when is None else None
        kind: TimexType = one.timex.type
        if expression.shape == "length" and when is not None:
            kind = "DATE"
            value = timex3.value_of(replace(expression, shape="shift", part=""), whole, on)
        else:
            value = timex3.value_of(expression, plain, on, self.publication)
        text, depends = anchor.text if anchor else "", anchor.span if anchor else None
        if not text and when is not None and expression.anchor == "publication" and self.publication:
            text = f"publication {self.publication}"
        return ResolvedTime(
            one.timex, one.sentence.index, kind, value, when, self._clock(one, expression), timex3.interval_of(expression, whole, on),
            expression.anchor, text, depends, on, self._together(expression, when, bases), self._reason(one, expression, when, anchor),
        )  # fmt: skip

    def _reason(self, one: _Open, expression: Expression, when: When | None, anchor: anchors.Anchor | None) -> str:
        if one.timex.unresolved:
            return one.timex.unresolved
        if when is not None or expression.shape in ("length", "set", "reference", "clock"):
            return ""
        if expression.anchor in ("event", "previous"):
            return "counts from something that the text does not date" if anchor is None else "its anchor is too wide to count from"
        return "the day of publication is not known" if self.publication is None else "no such day"

    def _clock(self, one: _Open, expression: Expression) -> Clock | None:
        """The time of day; a zone name of several meanings is settled by the outlet's zone, or dropped."""
        clock = expression.clock
        if clock is None or "|" not in clock.zone:
            return clock
        home = self.document.zone.value if self.document.zone else ""
        return replace(clock, zone=home if home in clock.zone.split("|") else "")

    def _together(self, expression: Expression, when: When | None, bases: Bases) -> StatedTogether | None:
        day = when.first if when is not None and when.first == when.last else None
        inner = expression.date if expression.shape == "clock" and expression.date else expression
        weekday = inner.weekday if inner.shape == "date" and inner.day is not None else None
        said = bind(inner.date, bases) if inner.shape == "date" and inner.date is not None and inner.day is not None else None
        if weekday is None and said is None and expression.other_clock is None:
            return None
        return StatedTogether(day, weekday, expression.clock if expression.other_clock else None, expression.other_clock, said)

    def _quarter(self, index: int, *, year_too: bool = False) -> anchors.Anchor | None:
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

    def _ahead(self, one: _Open) -> bool:
        """Whether the clause before an expression speaks of what is to come."""
        text, span, whole = one.sentence.text, one.timex.span, one.sentence.span
        before = text[max(whole.start, span.start - _BEFORE) : span.start].replace("’", "'")
        return self.tables.ahead(before, text[span.end : min(whole.end, span.end + _CLAUSE)])

    def _behind(self, one: _Open) -> bool:
        """Whether the words right before an expression put it in the past: "since March", "ended on Jan. 31"."""
        start = one.timex.span.start
        return self.tables.behind.search(one.sentence.text[max(one.sentence.span.start, start - _AFTER) : start]) is not None

    def _event(self, index: int) -> anchors.Anchor | None:
        one = self.open[index]
        span = one.timex.expression.event
        if span is None:
            return None
        words = span.of(one.sentence.text)
        if self.event_date is not None:
            told = self.event_date(words, one.sentence.index, one.timex)
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
        for other in self._days_inside(index):
            time = self.done.get(other)
            if time is not None and time.when is not None and time.when.known:
                return anchors.Anchor(time.when, time.timex.words, time.span)
        return None

    def _days_inside(self, index: int) -> list[int]:
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
        return one.sentence.block in _OWN_PROSE and one.timex.expression.shape not in ("length", "set")

    def _previous(self, index: int, *, patient: bool) -> anchors.Anchor | None:
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

    def _month_told(self, index: int) -> anchors.Anchor | None:
        """The day or month told right before a day that has a number alone ("on March 3 ... on the 5th")."""
        start = self.open[index].timex.span.start
        for other in range(index - 1, max(-1, index - _BESIDE), -1):
            time = self.done.get(other)
            if start - self.open[other].timex.span.end > _TOLD or time is None:
                break
            if time.timex.expression.shape == "date" and time.when is not None and time.when.precision in ("day", "month"):
                return anchors.Anchor(time.when, time.timex.words, time.span)
        return None

    def _year_near(self, index: int) -> date | None:
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

    def _day_near(self, index: int) -> date | None:
        """The day a bare time of day belongs to: the nearest one of its sentence, else that of publication."""
        own = self.open[index].sentence.index
        beside = sorted(range(max(0, index - _BESIDE), min(index + _BESIDE, len(self.open))), key=lambda at: abs(at - index))
        for other in beside:
            time = self.done.get(other)
            if time is not None and time.sentence == own and time.when is not None and time.when.first == time.when.last:
                return time.when.first
        return self.publication
