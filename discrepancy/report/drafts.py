"""A draft as the reports show it: what to fix, what to decide, and each statement with who else says so.

Takes a :class:`~discrepancy.report.page.Page`; gives plain values. The draft is shown as it is; nothing here proposes a change of it
beyond the sentences that findings carry.
"""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.model.findings import Standing, Statement
from discrepancy.report.page import Page, Shown
from discrepancy.report.voices import Voice, voice
from discrepancy.report.wording import several

GROUPS: dict[Standing, tuple[str, str]] = {
    "unsupported": ("No source says so", "Ask where it comes from, or mark it as own reporting."),
    "single-origin": ("Only one origin says so", "Name the source, or find another."),
    "own": ("Own reporting", "Marked so in the draft; the sources were not asked for it."),
    "fine": ("Fine", "At least two independent origins say so, and nobody otherwise."),
    "not-compared": (
        "Not held against the sources",
        "Denied, expected, a total over several events, or of nothing in particular and printed by a source.",
    ),
}
"""Title and advice of each group of statements; those to fix or to decide are shown as findings."""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement: the question, what the draft answers, in which words, and the outlets that say as much."""

    question: str
    voice: Voice
    support: str
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Statements that fare alike."""

    standing: Standing
    title: str
    advice: str
    statements: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class ShownDraft:
    """The draft: ``fix`` and ``decide`` are findings in which it stands, ``elsewhere`` those of the sources among each other."""

    name: str
    summary: str
    fix: tuple[Shown, ...]
    decide: tuple[Shown, ...]
    elsewhere: tuple[Shown, ...]
    groups: tuple[Group, ...]


def shown_draft(page: Page) -> ShownDraft | None:
    """The draft of a report; None where none was checked."""
    draft = page.shelf.report.draft
    if draft is None:
        return None
    fix = tuple(one for one in page.decide if one.finding.id in draft.must_fix)
    decide = tuple(one for one in page.decide if one.finding.id in draft.decide)
    groups = tuple(
        Group(standing, title, advice, tuple(_told(one, page) for one in draft.statements if one.standing == standing))
        for standing, (title, advice) in GROUPS.items()
    )
    document = page.shelf.articles.get(draft.article)
    name = document.title.value if document is not None and document.title is not None else draft.article
    return ShownDraft(
        name,
        _summary(len(fix), len(decide), {group.standing: len(group.statements) for group in groups}),
        fix,
        decide,
        tuple(one for one in page.decide if one not in fix and one not in decide),
        tuple(group for group in groups if group.statements),
    )


def _told(one: Statement, page: Page) -> Told:
    books = page.shelf
    articles = dict.fromkeys(claim.article for claim in books.of(one.support))
    return Told(one.question.text, voice(books.claims[one.claims[0]], books), books.outlets(list(articles)), one.findings)


def _summary(fix: int, decide: int, counted: dict[Standing, int]) -> str:
    told = [f"{fix} to fix", f"{decide} to decide"]
    told += [f"{counted['unsupported']} without a source", f"{counted['single-origin']} from a single origin"]
    told += [f"{counted['own']} of own reporting"] if counted["own"] else []
    told += [f"{counted['fine']} fine"]
    told += [f"{several(counted['not-compared'], 'statement')} not held against the sources"] if counted["not-compared"] else []
    return ", ".join(told)
