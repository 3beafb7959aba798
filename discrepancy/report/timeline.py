"""The events of a report by their day: when, what, where, told by whom.

Takes the report's shelf; gives a :class:`Moment` for each event.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from discrepancy.model.findings import Event, Finding
from discrepancy.model.values import When
from discrepancy.report.shelf import Shelf
from discrepancy.report.wording import in_words


@dataclass(frozen=True, slots=True)
class Moment:
    """One event of the timeline: when, what, where, told by whom, and the findings about it."""

    event: Event
    day: str
    outlets: str
    told: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]


def timeline(books: Shelf) -> list[Moment]:
    """Events by their first possible day, the earliest that anybody gives where sources differ; those without a day last."""
    dated: dict[str, dict[When, list[str]]] = {}
    for claim in books.report.claims:
        if claim.attribute == "date" and claim.event and not claim.entity and isinstance(claim.value, When):
            dated.setdefault(claim.event, {}).setdefault(claim.value, []).append(claim.article)
    about: dict[str, list[Finding]] = {}
    for finding in books.report.findings:
        about.setdefault(finding.question.event, []).append(finding)
    moments: list[tuple[date, Moment]] = []
    for event in books.report.events:
        told = dated.get(event.id, {})
        days = [event.date] if event.date else list(told)
        firsts = [first for when in days if (first := when.first or when.last)]
        moment = Moment(
            event,
            " or ".join(in_words(when) for when in sorted(days, key=lambda when: when.first or when.last or date.max)),
            books.outlets(event.articles),
            tuple((in_words(when), books.outlets(articles)) for when, articles in told.items()),
            tuple(about.get(event.id, ())),
        )
        moments.append((min(firsts, default=date.max), moment))
    return [moment for _, moment in sorted(moments, key=lambda one: one[0])]
