"""What the page says, before it is a page: the report as the few shapes its template prints.

Takes a report; gives a :class:`Page` of plain values. Knows no HTML. Texts are as in the report; the template's
environment makes them visible and escapes them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from string import ascii_uppercase

from discrepancy import notation
from discrepancy.compare.wording import speaker_words
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Camp, Consensus, Entity, Event, Finding, NotCompared, Question, Report
from discrepancy.model.values import When
from discrepancy.report.articles import Full, full
from discrepancy.report.context import Quoted
from discrepancy.report.manifest import manifest
from discrepancy.report.pictures import Answered, Matrix, Strip, matrix, strips
from discrepancy.report.shelf import QuestionKey, Shelf, by_seriousness, compared, key, shelf
from discrepancy.report.wording import in_words, said, several, verdict_words

_MOST_TIES = 3
"""Reasons why articles are one origin that are told beside a camp."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One claim as the page shows it: who says what, in which sentence. ``anchor`` is its place in the full article, ``page`` the
    printed page, 0 for none."""

    anchor: str
    outlet: str
    article: str
    sentence: Quoted
    words: str
    notation: str
    source: str
    stance: str
    published: str
    page: int


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
class Answer:
    """What one article answers to one question: the words, its anchor, its camp's letter where there is a finding."""

    words: str
    anchor: str
    letter: str


@dataclass(frozen=True, slots=True)
class GridRow:
    """One question and each article's answers, in the order of the articles."""

    question: Question
    event: str
    finding: Finding | None
    cells: tuple[tuple[Answer, ...], ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """One event of the timeline: when, what, where, told by whom, and the findings about it."""

    event: Event
    day: str
    outlets: str
    told: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]


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
    answered = _answered(books)
    moments = _timeline(books)
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
        grid=_grid(books, answered),
        strips=strips(answered, books),
        matrix=matrix(answered, books),
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


def voice(claim: Claim, books: Shelf) -> Voice:
    """A claim as the page shows it."""
    document = books.articles.get(claim.article)
    published = document.published.value if document and document.published else None
    quoted = books.quote(claim)
    return Voice(
        f"c{books.place(claim.id)}",
        books.outlet(claim.article),
        claim.article,
        quoted,
        said(claim),
        notation.format_claim(claim),
        _speaker(claim.attributed_to, quoted),
        "" if claim.stance == "asserted" else claim.stance,
        in_words(published) if published else "",
        document.page_at(claim.evidence.span.start) if document else 0,
    )


def _speaker(source: str, quoted: Quoted) -> str:
    """Who says it as the sentence prints it, "a hospital doctor", which the claim keeps without its article; where another sentence
    names the speaker, as one would."""
    if not source or source[:1].isupper():
        return source
    printed = re.search(rf"\b(?:an?|the|one|its|their|his|her)\s+{re.escape(source)}\b", "".join(quoted), re.IGNORECASE)
    return " ".join((printed[0][:1].lower() + printed[0][1:]).split()) if printed else speaker_words(source)


def _shown(finding: Finding, books: Shelf) -> Shown:
    letters = _letters(finding)
    return Shown(
        finding,
        verdict_words(finding.verdict, finding.question.attribute),
        books.event(finding.question.event),
        tuple(_side(camp, letter, finding, books) for camp, letter in zip(finding.camps, letters, strict=True)),
        tuple(voice(claim, books) for claim in books.of(finding.depends_on)),
        tuple((*_step(step.claims, books), step.relation, step.row, step.verdict, step.text) for step in finding.steps),
    )


def _letters(finding: Finding) -> list[str]:
    """A letter for each camp; numbers after Z."""
    return [ascii_uppercase[at] if at < 26 else str(at + 1) for at in range(len(finding.camps))]


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
        tuple(voice(claim, books) for claim in members),
        lone,
    )


def _step(pair: tuple[str, str], books: Shelf) -> tuple[str, str]:
    """The two claims of a step, each as "outlet: what it says"."""
    first, second = (f"{books.outlet(claim.article)}: {said(claim)}" if (claim := books.claims.get(id)) else id for id in pair)
    return first, second


def _answered(books: Shelf) -> tuple[Answered, ...]:
    """The questions that several articles answer, with their claims, grouped by event in the order of first appearance."""
    report = books.report
    answers: dict[QuestionKey, list[str]] = {}
    findings: dict[QuestionKey, Finding] = {}
    letters: dict[tuple[QuestionKey, str], str] = {}
    for finding in report.findings:
        asked = key(finding.question)
        findings.setdefault(asked, finding)
        for camp, letter in zip(finding.camps, _letters(finding), strict=True):
            for id in camp.claims:
                answers.setdefault(asked, []).append(id)
                letters.setdefault((asked, id), letter)
    for row in report.consensus:
        answers.setdefault(key(row.question), []).extend(row.claims)
    made = []
    for question in compared(report):
        asked = key(question)
        claims = tuple(books.of(list(dict.fromkeys(answers[asked]))))
        made.append(Answered(question, claims, tuple(letters.get((asked, claim.id), "") for claim in claims), findings.get(asked)))
    order = {event: at for at, event in enumerate(dict.fromkeys(one.question.event for one in made))}
    return tuple(sorted(made, key=lambda one: order[one.question.event]))


def _grid(books: Shelf, answered: Iterable[Answered]) -> tuple[GridRow, ...]:
    """Question by question, what each article answers."""
    return tuple(
        GridRow(
            one.question,
            books.event(one.question.event),
            one.finding,
            tuple(tuple(_answers(one, document.id, books)) for document in books.report.articles),
        )
        for one in answered
    )


def _answers(one: Answered, article: str, books: Shelf) -> Iterable[Answer]:
    """What one article answers, the same words once."""
    told: dict[tuple[str, str], Answer] = {}
    for claim, letter in zip(one.claims, one.letters, strict=True):
        if claim.article == article:
            told.setdefault((said(claim), letter), Answer(said(claim), f"c{books.place(claim.id)}", letter))
    return told.values()


def _timeline(books: Shelf) -> list[Moment]:
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
