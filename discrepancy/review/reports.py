"""A report on the desk: everything looked up by id, and where each finding stands.

Takes a report; gives a :class:`Shelf`, which never changes but for the standings put on it. Knows neither store nor
pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from discrepancy.model.claims import Claim
from discrepancy.model.findings import LEVELS, Camp, Consensus, Finding, Question, Report
from discrepancy.model.text import Document
from discrepancy.report.keys import sentence_at
from discrepancy.report.shelf import key as question_key
from discrepancy.report.shelf import shelf
from discrepancy.report.visible import one_line
from discrepancy.review.reattach import OPEN, Keyed, Rulings, Standing, keyed


@dataclass(frozen=True, slots=True)
class Row:
    """A finding as the queue shows and searches it. ``values``, in words, and ``sources`` are those of its camps; ``words`` is all its text
    in lower case, ``order`` its place in the queue.
    """

    finding: Finding
    event: str
    values: tuple[str, ...]
    sources: tuple[tuple[str, ...], ...]
    articles: frozenset[str]
    words: str
    order: tuple[int, str, float, str]


class Shelf:
    """A report with its lookups. ``slug`` names it in addresses, ``name`` for people."""

    def __init__(self, slug: str, name: str, report: Report) -> None:
        self.slug, self.name, self.report = slug, name, report
        self._book = shelf(report)
        self.claims: Mapping[str, Claim] = {claim.id: claim for claim in report.claims}
        self.documents: Mapping[str, Document] = {document.id: document for document in report.articles}
        self.places: Mapping[str, int] = {document.id: n for n, document in enumerate(report.articles)}
        self.events = {event.id: event for event in report.events}
        self.findings: Mapping[str, Finding] = {finding.id: finding for finding in report.findings}
        self.keyed: Mapping[str, Keyed] = keyed(report)
        self.rows: tuple[Row, ...] = tuple(sorted(map(self._row, report.findings), key=lambda row: row.order))
        self.standings: dict[str, Standing] = {}
        self._by_key: dict[str, list[str]] = {}
        for id, finding in self.keyed.items():
            for key in finding.keys:
                self._by_key.setdefault(key, []).append(id)
        self._consensus = {question_key(row.question): row for row in report.consensus}

    def _row(self, finding: Finding) -> Row:
        sources, articles, quotes = [], set[str](), []
        for camp in finding.camps:
            known = [self.claims[id] for id in camp.claims if id in self.claims]
            articles.update(claim.article for claim in known)
            sources.append(tuple(dict.fromkeys(self.source(claim.article) for claim in known)))
            quotes += [self._sentence(claim) for claim in known]
        event = self.event_label(finding.question)
        said = [finding.question.text, finding.message, finding.id, event, *quotes]
        values = tuple(self.in_words(camp, finding.question) for camp in finding.camps)
        said += [*values, *(camp.value for camp in finding.camps), *(name for names in sources for name in names)]
        order = (LEVELS.index(finding.level), event, -finding.confidence, finding.id)
        return Row(finding, event, values, tuple(sources), frozenset(articles), " ".join(said).casefold(), order)

    def in_words(self, camp: Camp, question: Question) -> str:
        """A camp's value as the message words it, with its unit."""
        return self._book.camp_in_words(camp, question)

    def _sentence(self, claim: Claim) -> str:
        """The sentence of a claim, for the search."""
        text = self.documents[claim.article].text if claim.article in self.documents else ""
        return sentence_at(text, claim.evidence.span).of(text) or claim.evidence.exact

    def source(self, article: str) -> str:
        """What to call an article: the name by which the messages call it."""
        name = self._book.outlet(article)
        return name[:1].upper() + name[1:] if name.startswith(("article ", "the draft")) else name

    def event_label(self, question: Question) -> str:
        """The heading under which a question stands."""
        if question.event in self.events:
            event = self.events[question.event]
            return one_line(event.label or event.type)
        if question.article:
            return f"Within one article: {self.source(question.article)}"
        return "Names and spellings" if question.attribute == "name" else one_line(question.entity or "Other questions")

    def consensus(self, finding: Finding) -> Consensus | None:
        """The consensus on a finding's question."""
        return self._consensus.get(question_key(finding.question))

    def standing(self, finding: str) -> Standing:
        """Where a finding stands."""
        return self.standings.get(finding, OPEN)

    def ask(self, rulings: Rulings, keys: Iterable[str] | None = None) -> tuple[str, ...]:
        """Works out standings anew: all of them, or of the findings that hold one of ``keys``. Gives the findings
        that changed.
        """
        if keys is None:
            asked: Iterable[str] = self.keyed
        else:
            asked = dict.fromkeys(id for key in keys for id in self._by_key.get(key, ()))
        changed = []
        for id in asked:
            standing = rulings.standing(self.keyed[id])
            if self.standings.get(id, OPEN) != standing:
                self.standings[id] = standing
                changed.append(id)
        return tuple(changed)


def slug_of(path: Path, taken: Iterable[str]) -> str:
    """A short name for addresses: the folder's for ``report.json``, else the file's; a number where it is taken.

    >>> slug_of(Path("reports/Port Maren/report.json"), [])
    'port-maren'
    >>> slug_of(Path("reports/Port Maren/report.json"), ["port-maren"])
    'port-maren-2'
    """
    own = path.stem if path.stem != "report" else path.resolve().parent.name
    base = re.sub(r"[^a-z0-9]+", "-", own.lower()).strip("-") or "report"
    slug, number, known = base, 1, set(taken)
    while slug in known:
        number += 1
        slug = f"{base}-{number}"
    return slug
