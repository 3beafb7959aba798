"""Question by question, what each article answers.

Takes the report's shelf; gives the questions that several articles answer, with their claims, and the rows of the grid.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from string import ascii_uppercase

from discrepancy.model.findings import Finding, Question
from discrepancy.report.pictures import Answered
from discrepancy.report.shelf import QuestionKey, Shelf, compared, key
from discrepancy.report.wording import said


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


def letters(finding: Finding) -> list[str]:
    """A letter for each camp; numbers after Z."""
    return [ascii_uppercase[at] if at < 26 else str(at + 1) for at in range(len(finding.camps))]


def answered(books: Shelf) -> tuple[Answered, ...]:
    """The questions that several articles answer, with their claims, grouped by event in the order of first appearance."""
    report = books.report
    answers: dict[QuestionKey, list[str]] = {}
    findings: dict[QuestionKey, Finding] = {}
    lettered: dict[tuple[QuestionKey, str], str] = {}
    for finding in report.findings:
        asked = key(finding.question)
        findings.setdefault(asked, finding)
        for camp, letter in zip(finding.camps, letters(finding), strict=True):
            for id in camp.claims:
                answers.setdefault(asked, []).append(id)
                lettered.setdefault((asked, id), letter)
    for row in report.consensus:
        answers.setdefault(key(row.question), []).extend(row.claims)
    made = []
    for question in compared(report):
        asked = key(question)
        claims = tuple(books.of(list(dict.fromkeys(answers[asked]))))
        made.append(Answered(question, claims, tuple(lettered.get((asked, claim.id), "") for claim in claims), findings.get(asked)))
    order = {event: at for at, event in enumerate(dict.fromkeys(one.question.event for one in made))}
    return tuple(sorted(made, key=lambda one: order[one.question.event]))


def grid(books: Shelf, asked: Iterable[Answered]) -> tuple[GridRow, ...]:
    """Question by question, what each article answers."""
    return tuple(
        GridRow(
            one.question,
            books.event(one.question.event),
            one.finding,
            tuple(tuple(_answers(one, document.id, books)) for document in books.report.articles),
        )
        for one in asked
    )


def _answers(one: Answered, article: str, books: Shelf) -> Iterable[Answer]:
    """What one article answers, the same words once."""
    told: dict[tuple[str, str], Answer] = {}
    for claim, letter in zip(one.claims, one.letters, strict=True):
        if claim.article == article:
            told.setdefault((said(claim), letter), Answer(said(claim), f"c{books.place(claim.id)}", letter))
    return told.values()
