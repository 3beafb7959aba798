"""Everything of a report by its id: what each reporter looks things up in.

Takes a report; gives claims, articles, events, quotes and why articles depend on each other. Ids that point nowhere (a
report cut by hand) give plain fallbacks, so that a page can always be made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from discrepancy import notation
from discrepancy.compare.wording import claim_words, join
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Camp, Event, Question, Report
from discrepancy.model.text import Document
from discrepancy.model.values import Quantity
from discrepancy.notation import KINDS, NotationError
from discrepancy.report.context import Quoted, sentence
from discrepancy.report.visible import one_line
from discrepancy.report.wording import in_words, seriousness

QuestionKey = tuple[str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Shelf:
    """A report with its indexes; made by :func:`shelf`."""

    report: Report
    claims: dict[str, Claim]
    articles: dict[str, Document]
    events: dict[str, Event]
    places: dict[str, int]
    names: dict[str, str]

    def outlet(self, article: str) -> str:
        """What to call an article: its outlet, with the id where two share one; "article 3" where none is known."""
        return self.names.get(article, article)

    def outlets(self, articles: Iterable[str]) -> str:
        """The outlets of several articles, each once, as "A, B and C"."""
        return join(dict.fromkeys(self.outlet(article) for article in articles))

    def quote(self, claim: Claim) -> Quoted:
        """The words of a claim in their sentence."""
        return sentence(self.articles.get(claim.article), claim.evidence.span, claim.evidence.exact)

    def event(self, id: str) -> str:
        """What an event is called; "" for none."""
        return one_line(self.events[id].label or id) if id in self.events else id

    def of(self, ids: Sequence[str]) -> list[Claim]:
        """The claims with these ids that the report holds."""
        return [self.claims[id] for id in ids if id in self.claims]

    def place(self, claim: str) -> int:
        """The number of a claim in the report, for anchors; -1 for one it does not hold."""
        return self.places.get(claim, -1)

    def camp_in_words(self, camp: Camp, question: Question) -> str:
        """A camp's value in plain words, with its unit."""
        members = self.of(camp.claims)
        same = [claim for claim in members if notation.format(claim.value) == camp.value]
        unit = members[0].unit if members and members[0].unit else ""
        if same:
            plain = not isinstance(same[0].value, Quantity) or same[0].value.vague
            return one_line(
                f"{in_words(same[0].value)} {unit}" if plain else claim_words(same[0], same[0].unit or unit)
            )  # as the message words it
        try:
            return one_line(f"{in_words(notation.parse(camp.value, KINDS[question.attribute]))} {unit}")
        except NotationError:
            return one_line(camp.value)

    def ties(self, claims: Sequence[Claim]) -> list[str]:
        """Why articles behind some claims depend on each other, one reason of a kind: of five near-copies the first share says enough."""
        told: dict[str, str] = {}
        for origin in self.report.origins:
            only = frozenset(origin.claims)
            together = {claim.article for claim in claims if (claim.id in only if only else claim.article in origin.articles)}
            if len(together) > 1:
                told.setdefault(origin.because.split(":")[0], origin.because)
        return list(told.values())


def shelf(report: Report) -> Shelf:
    """The indexes of a report."""
    return Shelf(
        report,
        {claim.id: claim for claim in report.claims},
        {document.id: document for document in report.articles},
        {event.id: event for event in report.events},
        {claim.id: number for number, claim in enumerate(report.claims, 1)},
        _names(report.articles) | ({report.draft.article: "the draft"} if report.draft else {}),
    )


def _names(documents: Sequence[Document]) -> dict[str, str]:
    """What each article is called, in the words that comparison puts into its messages."""
    outlets = {one.id: one_line(one.outlet.value) if one.outlet else "" for one in documents}
    shared = Counter(outlets.values())
    return {id: f"article {id}" if not outlet else outlet if shared[outlet] == 1 else f"{outlet} ({id})" for id, outlet in outlets.items()}


def key(question: Question) -> QuestionKey:
    """What makes two questions the same one."""
    return (
        question.attribute,
        question.event,
        question.entity,
        question.article,
        question.population,
        question.scope,
    )


def compared(report: Report) -> list[Question]:
    """The questions that at least two articles answer, with or without a finding, each once, in the report's order.

    How a name is spelt is no question of fact: the register has the spellings.
    """
    article_of = {claim.id: claim.article for claim in report.claims}
    asked: dict[QuestionKey, tuple[Question, set[str]]] = {}
    answers = [(row.question, row.claims) for row in report.consensus]
    answers += [(one.question, tuple(id for camp in one.camps for id in camp.claims)) for one in report.findings]
    for question, claims in answers:
        _, articles = asked.setdefault(key(question), (question, set()))
        articles.update(article_of[id] for id in claims if id in article_of)
    return [question for question, articles in asked.values() if len(articles) > 1 and question.attribute != "name"]


def by_seriousness(report: Report) -> Report:
    """The same findings, errors first; within a level the report's own order."""
    return replace(report, findings=tuple(sorted(report.findings, key=lambda one: seriousness(one.level))))
