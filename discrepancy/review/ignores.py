"""Findings a desk does not want to see again, by the words of its project file: each with a reason and a last day.

Takes a report and ignores; gives the report with the findings they speak of marked, and the ignores that spoke of none
or have run out. An ignore takes nothing out of the report. Knows no clock: the day is an argument.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date

from discrepancy.model.findings import Finding, Report
from discrepancy.report.shelf import Shelf, shelf
from discrepancy.rulebook.schema import NOWHERE, Where

ABOUT = ("finding", "attribute", "verdict", "event", "entity", "article", "words")
"""The keys that say which findings are meant; a finding must fit all that are given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignore:
    """Which findings, why, and until when.

    ``finding`` is an id, ``attribute`` and ``verdict`` are the finding's own, ``event`` and ``entity`` words of the event's label and
    of the name, ``article`` an id, path, title, outlet or address of an article that speaks in it, ``words`` stand in a sentence it
    quotes. Letters' case makes no difference. ``until`` is the last day.
    """

    reason: str
    until: date
    finding: str = ""
    attribute: str = ""
    verdict: str = ""
    event: str = ""
    entity: str = ""
    article: str = ""
    words: str = ""
    where: Where = field(default=NOWHERE, compare=False)

    def problems(self) -> Iterator[str]:
        """An ignore without a reason, or one that would take everything."""
        if not self.reason.strip():
            yield "an ignore needs a reason"
        if not any(getattr(self, name) for name in ABOUT):
            yield f"an ignore must say which findings it means: one of {', '.join(ABOUT)}"

    def told(self) -> str:
        """The ignore in a few words.

        >>> Ignore(reason="known", until=date(2024, 3, 1), attribute="killed").told()
        'attribute = killed'
        """
        return ", ".join(f"{one.name} = {getattr(self, one.name)}" for one in fields(self) if one.name in ABOUT and getattr(self, one.name))


@dataclass(frozen=True, slots=True)
class Unused:
    """An ignore that ignored nothing, and why in one sentence."""

    ignore: Ignore
    why: str


def ignoring(report: Report, ignores: Sequence[Ignore], today: date) -> tuple[Report, tuple[Unused, ...]]:
    """``report`` with the findings that ``ignores`` speak of marked by the first one's reason, and the ignores that did nothing."""
    if not ignores:
        return report, ()
    books = shelf(report)
    live = [one for one in ignores if today <= one.until]
    used: set[int] = set()
    findings = []
    for finding in report.findings:
        fitting = [number for number, one in enumerate(live) if _fits(one, finding, books)]
        used.update(fitting)
        why = f"{live[fitting[0]].reason} (until {live[fitting[0]].until.isoformat()})" if fitting else ""
        findings.append(replace(finding, ignored=why) if why else finding)
    unused = [Unused(one, f"it ran out on {one.until.isoformat()}") for one in ignores if one not in live]
    unused += [Unused(one, "no finding fits it") for number, one in enumerate(live) if number not in used]
    return replace(report, findings=tuple(findings)), tuple(unused)


def _fits(one: Ignore, finding: Finding, books: Shelf) -> bool:
    asked = finding.question
    if one.finding and one.finding != finding.id:
        return False
    if one.attribute and one.attribute != asked.attribute:
        return False
    if one.verdict and one.verdict != finding.verdict:
        return False
    if one.event and not _within(one.event, [books.event(asked.event)]):
        return False
    if one.entity and not _within(one.entity, [asked.entity, *(camp.value for camp in finding.camps if asked.attribute == "name")]):
        return False
    claims = books.of([id for camp in finding.camps for id in camp.claims])
    if one.article and not any(one.article in _called(claim.article, books) for claim in claims):
        return False
    return not one.words or _within(one.words, ["".join(books.quote(claim)) for claim in claims])


def _within(words: str, texts: Sequence[str]) -> bool:
    return any(words.casefold() in text.casefold() for text in texts)


def _called(article: str, books: Shelf) -> tuple[str, ...]:
    """By what an article may be named."""
    document = books.articles.get(article)
    if document is None:
        return (article,)
    said = [piece.value for piece in (document.outlet, document.title, document.url) if piece is not None]
    return (document.id, document.path, document.path.rpartition("/")[2], *said)
