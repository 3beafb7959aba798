"""What became of the times of one article: which date an event, which are times of day, and why the others are in no claim."""

from __future__ import annotations

from dataclasses import dataclass, field

from discrepancy.claim.events.told import Trigger
from discrepancy.claim.times.resolved import ResolvedTime
from discrepancy.model.claims import Claim
from discrepancy.model.values import When

RULE = "events.date"
"""The rule that a claim of an event's day names."""


@dataclass(frozen=True, slots=True)
class Dated:
    """What became of the times of an article: claims by the offset of their time, reasons by the offset of those
    without; ``clocks`` are its times of day, each with the clause it belongs to (None when there is none) and the event
    told before that is meant ("" for none); ``counts`` has, by sentence,
    the days for which counts are good, each with its offset and that from which its figures stand."""

    claims: dict[int, Claim]
    reasons: dict[int, str]
    clocks: list[tuple[ResolvedTime, Trigger | None, str]]
    counts: dict[int, list[tuple[int, int, When]]] = field(default_factory=dict)

    def as_of(self, sentence: int, offset: int) -> When | None:
        """The day for which a figure at ``offset`` is good, where its sentence says so."""
        return next((when for _, start, when in self.counts.get(sentence, ()) if start <= offset), None)
