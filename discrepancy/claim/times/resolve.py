"""Times bound to the calendar inside one article.

Takes an article and its annotated sentences; gives every expression of time with its days, or with the reason why
it has none. Expressions count from publication, from the time told last, or from an event; the last two wait until
their anchor is known, round after round, until nothing changes. What an expression rests on is kept, so that a
finding can show it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from discrepancy.annotate.times.meaning import meanings
from discrepancy.annotate.times.timex import Expression, Timex, TimexType
from discrepancy.annotate.tokens import Sentence
from discrepancy.claim.times import anchoring, anchors, timex3
from discrepancy.claim.times.anniversaries import of_their_year
from discrepancy.claim.times.around import Around, EventDate
from discrepancy.claim.times.binding import Bases, bind_whole, cut
from discrepancy.claim.times.docdate import document_date
from discrepancy.claim.times.resolved import OpenTime, ResolvedTime
from discrepancy.claim.times.stated import StatedTogether
from discrepancy.model.text import Document, Span
from discrepancy.model.values import Clock, When, day
from discrepancy.rulebook.schema import Rulebook

_ROUNDS = 8
_BEFORE, _AFTER, _CLAUSE = 90, 24, 60
"""Characters around an expression in which its clause is looked for."""


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
    published = document_date(document, sentences, near)
    work = _Work(document, sentences, rules, published.value if published else None, event_date, near)
    return of_their_year(work.run(), sentences)


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
        self.document = document
        self.tables = meanings(rules)
        self.thirds = self.tables.policy.thirds
        self.publication = published.first if published is not None and published.first == published.last else None
        self.open = [
            OpenTime(value, sentence, unit) for sentence in sentences for unit, value in sentence.mentions if isinstance(value, Timex)
        ]
        self.done: dict[int, ResolvedTime] = {}
        self.around = Around(self.open, self.done, sentences, published, event_date, near)

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
            if patient and any(other not in self.done for other in self.around.days_inside(index)):
                return False
            anchor = self.around.event(index)
        elif expression.value == "latest":
            anchor = self.around.quarter(index)
        elif anchoring.year_back(expression) and (anchor := self.around.quarter(index, year_too=True)) is not None:
            expression = replace(expression, anchor="previous")
        elif expression.anchor == "previous":
            anchor = self.around.previous(index, patient=patient)
            if anchor is None and not patient and anchoring.year_back(expression) and self.publication is not None:
                anchor = anchors.Anchor(day(self.publication), f"publication {self.publication}", None)
        elif anchoring.numbered_day(expression):
            anchor = self.around.month_told(index)
        if anchor is None and expression.anchor in ("event", "previous") and patient:
            return False
        bases = Bases(
            self.publication, anchor.when if anchor else None, self._ahead(one), self._behind(one), self.around.year_near(index),
            self.document.date_order.value if self.document.date_order else "", self.thirds,
        )  # fmt: skip
        self.done[index] = self._resolved(one, expression, bases, anchor, index)
        return True

    def _resolved(self, one: OpenTime, expression: Expression, bases: Bases, anchor: anchors.Anchor | None, index: int) -> ResolvedTime:
        whole = bind_whole(expression, bases)
        when = cut(whole, expression, bases)
        # TIMEX3 keeps "less than" beside the value: "less than a month ago" is the month before, in its mod less
        plain = bind_whole(replace(expression, mod=""), bases) if expression.shape == "shift" and expression.mod else whole
        on = self.around.day_near(index) if expression.shape == "clock" and when is None else None
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
            one.timex, one.sentence.index, kind, value, when, self._clock(expression), timex3.interval_of(expression, whole, on),
            expression.anchor, text, depends, on, _together(expression, when), self._reason(one, expression, when, anchor),
        )  # fmt: skip

    def _reason(self, one: OpenTime, expression: Expression, when: When | None, anchor: anchors.Anchor | None) -> str:
        if one.timex.unresolved:
            return one.timex.unresolved
        if when is not None or expression.shape in ("length", "set", "reference", "clock"):
            return ""
        if expression.anchor in ("event", "previous"):
            return "counts from something that the text does not date" if anchor is None else "its anchor is too wide to count from"
        return "the day of publication is not known" if self.publication is None else "no such day"

    def _clock(self, expression: Expression) -> Clock | None:
        """The time of day; a zone name of several meanings is settled by the outlet's zone, or dropped."""
        clock = expression.clock
        if clock is None or "|" not in clock.zone:
            return clock
        home = self.document.zone.value if self.document.zone else ""
        return replace(clock, zone=home if home in clock.zone.split("|") else "")

    def _ahead(self, one: OpenTime) -> bool:
        """Whether the clause before an expression speaks of what is to come."""
        text, span, whole = one.sentence.text, one.timex.span, one.sentence.span
        before = text[max(whole.start, span.start - _BEFORE) : span.start].replace("’", "'")
        return self.tables.ahead(before, text[span.end : min(whole.end, span.end + _CLAUSE)])

    def _behind(self, one: OpenTime) -> bool:
        """Whether the words right before an expression put it in the past: "since March", "ended on Jan. 31"."""
        start = one.timex.span.start
        return self.tables.behind.search(one.sentence.text[max(one.sentence.span.start, start - _AFTER) : start]) is not None


def _together(expression: Expression, when: When | None) -> StatedTogether | None:
    day = when.first if when is not None and when.first == when.last else None
    inner = expression.date if expression.shape == "clock" and expression.date else expression
    weekday = inner.weekday if inner.shape == "date" and inner.day is not None else None
    if weekday is None and expression.other_clock is None:
        return None
    return StatedTogether(day, weekday, expression.clock if expression.other_clock else None, expression.other_clock)
