"""One expression of time of an article, before and after it is bound to the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from discrepancy.annotate.times.timex import Anchor as AnchorKind
from discrepancy.annotate.times.timex import Timex, TimexType
from discrepancy.annotate.tokens import Sentence
from discrepancy.claim.times.stated import StatedTogether
from discrepancy.model.text import Span
from discrepancy.model.unguarded import unguarded
from discrepancy.model.values import Clock, When


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
class OpenTime:
    """An expression before it is bound."""

    timex: Timex
    sentence: Sentence
    unit: int
