"""What the page says, before it is a page: the report as the few shapes its template prints.

Takes a report; gives a :class:`Page` of plain values. Knows no HTML. Texts are as in the report; the template's
environment makes them visible and escapes them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from discrepancy import notation
from discrepancy.model.findings import Camp, Consensus, Entity, Finding, NotCompared, Question, Report
from discrepancy.report.articles import Full, full
from discrepancy.report.grid import GridRow, answered, grid, letters
from discrepancy.report.manifest import manifest
from discrepancy.report.pictures import Matrix, Strip, matrix, strips
from discrepancy.report.shelf import Shelf, by_seriousness, compared, shelf
from discrepancy.report.timeline import Moment, timeline
from discrepancy.report.voices import Voice, voice, voices
from discrepancy.report.wording import said, several, verdict_words

_MOST_TIES = 3
"""Reasons why articles are one origin that are told beside a camp."""


@dataclass(frozen=True, slots=True)
class Side:
    """A camp with its letter, its value in words, its voices, and how many of them are independent."""

    letter: str
    words: str
    notation: str
    voices: tuple[Voice, ...]
    lone: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as the page shows it."""

    finding: Finding
    verdict: str
    event: str
    sides: tuple[Side, ...]
    rests_on: tuple[Voice, ...]
    steps: tuple[tuple[str, str, str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """Two claims that were not compared."""

    pair: NotCompared
    first: Voice | None
    second: Voice | None


@dataclass(frozen=True, slots=True)
class Page:
    """All that the template prints."""

    shelf: Shelf
    heading: str
    decide: tuple[Shown, ...]
    decided: tuple[Shown, ...]
    notes: tuple[Shown, ...]
    aside: tuple[Shown, ...]
    compared: tuple[Question, ...]
    grid: tuple[GridRow, ...]
    strips: tuple[Strip, ...]
    matrix: Matrix | None
    timeline: tuple[Moment, ...]
    single: tuple[Moment, ...]
    register: tuple[Entity, ...]
    plain_names: tuple[Entity, ...]
    consensus: tuple[Consensus, ...]
    choices: tuple[str, ...]
    apart: tuple[Apart, ...]
    coverage: str
    reasons: tuple[tuple[str, int], ...]
    articles: tuple[Full, ...]
    manifest: tuple[tuple[str, str], ...]


def page(report: Report) -> Page:
    """The report as the page shows it, findings in order of seriousness."""
    report = by_seriousness(report)
    books = shelf(report)
    shown = [_shown(finding, books) for finding in report.findings]
    fresh = [one for one in shown if not one.finding.aside]
    asked = answered(books)
    moments = timeline(books)
    several_spellings = [entity for entity in report.entities if len(entity.variants) > 1 or entity.house]
    decide = tuple(one for one in fresh if one.finding.level != "note" and not one.finding.decided)
    return Page(
        shelf=books,
        heading=_heading(report, len(decide)),
        decide=decide,
        decided=tuple(one for one in fresh if one.finding.level != "note" and one.finding.decided),
        notes=tuple(one for one in fresh if one.finding.level == "note"),
        aside=tuple(one for one in shown if one.finding.aside),
        compared=tuple(compared(report)),
        grid=grid(books, asked),
        strips=strips(asked, books),
        matrix=matrix(asked, books),
        timeline=tuple(one for one in moments if len(one.event.articles) > 1 or one.findings),
        single=tuple(one for one in moments if len(one.event.articles) <= 1 and not one.findings),
        register=tuple(several_spellings),
        plain_names=tuple(entity for entity in report.entities if len(entity.variants) <= 1 and not entity.house),
        consensus=report.consensus,
        choices=tuple(dict.fromkeys(row.rule for row in report.consensus)),
        apart=tuple(_apart(pair, books) for pair in report.not_compared),
        coverage=coverage_sentence(report),
        reasons=reasons(report),
        articles=tuple(full(document, number, books) for number, document in enumerate(report.articles, 1)),
        manifest=manifest(report),
    )


def _shown(finding: Finding, books: Shelf) -> Shown:
    lettered = letters(finding)
    return Shown(
        finding,
        verdict_words(finding.verdict, finding.question.attribute),
        books.event(finding.question.event),
        tuple(_side(camp, letter, finding, books) for camp, letter in zip(finding.camps, lettered, strict=True)),
        tuple(voice(claim, books) for claim in books.of(finding.depends_on)),
        tuple((*_step(step.claims, books), step.relation, step.row, step.verdict, step.text) for step in finding.steps),
    )


def _side(camp: Camp, letter: str, finding: Finding, books: Shelf) -> Side:
    members = books.of(camp.claims)
    articles = len({claim.article for claim in members})
    lone = ""
    if members and not finding.question.article and camp.origins == 1:
        ties = "; ".join(books.ties(members)[:_MOST_TIES])
        lone = "Only one origin says this" + (f", printed by {articles} articles" if articles > 1 else "") + (f": {ties}" if ties else "")
    return Side(
        letter,
        books.camp_in_words(camp, finding.question),
        camp.value,
        voices(sorted(members, key=lambda claim: notation.format(claim.value) != camp.value), books),  # who says just that comes first
        lone,
    )


def _step(pair: tuple[str, str], books: Shelf) -> tuple[str, str]:
    """The two claims of a step, each as "outlet: what it says"."""
    first, second = (f"{books.outlet(claim.article)}: {said(claim)}" if (claim := books.claims.get(id)) else id for id in pair)
    return first, second


def _apart(pair: NotCompared, books: Shelf) -> Apart:
    first, second = (voice(books.claims[id], books) if id in books.claims else None for id in pair.claims)
    return Apart(pair, first, second)


def _heading(report: Report, decisions: int) -> str:
    """What a report comes to. Where nothing was read nothing is known to be in order."""
    if not report.articles:
        return "No article was read, so nothing was compared"
    return f"{several(decisions, 'question needs', 'questions need') if decisions else 'Nothing needs'} a decision"


def coverage_sentence(report: Report) -> str:
    """What became of the numbers and dates, in one sentence; nothing is silent."""
    if report.run.get("input") == "sheet":
        return "The claims were given in a sheet; no text was searched for numbers and dates."
    if not report.articles:
        return ""
    counted = report.coverage
    total = counted.numbers + counted.dates
    if not total:
        return "The articles hold no numbers and no dates."
    return (
        f"Of {several(total, 'number and date', 'numbers and dates')} {counted.in_claims:,} are in claims, "
        f"{counted.set_aside:,} set aside with a reason, {counted.unread:,} not understood."
    )


def reasons(report: Report) -> tuple[tuple[str, int], ...]:
    """Why numbers and dates were set aside, and how often, the commonest reason first."""
    counted = Counter(item.reason for item in report.unread if item.reason)
    return tuple(sorted(counted.items(), key=lambda one: (-one[1], one[0])))
