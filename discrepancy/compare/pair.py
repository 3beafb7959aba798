"""Two claims side by side, the claims beside them, and what the conditions of the decision table may ask of them.

Takes two claims that passed like-for-like, the relation of their values and the claims beside them. Knows no condition.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from discrepancy.compare.context import Context
from discrepancy.compare.relations import relation
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Relation
from discrepancy.rulebook.kinds.decisions import Condition


@dataclass(frozen=True, slots=True, eq=False)
class Siblings:
    """All claims of one attribute of one event or entity. What three hundred articles answer makes 45,000 pairs, each of which asks of its
    own two articles: so they are kept by article too. ``newest`` is for the one who knows what tells of change, to be asked once."""

    claims: tuple[Claim, ...]
    by_article: Mapping[str, Sequence[Claim]]
    newest: dict[str, date | None] = field(default_factory=dict, init=False, repr=False)

    def of(self, *articles: str) -> list[Claim]:
        """The claims of some articles, one article after the other."""
        return [claim for article in dict.fromkeys(articles) for claim in self.by_article.get(article, ())]


def siblings(claims: Iterable[Claim]) -> Siblings:
    """Claims as :class:`Siblings`, in their order."""
    all_of_them = tuple(claims)
    by_article: dict[str, list[Claim]] = {}
    for claim in all_of_them:
        by_article.setdefault(claim.article, []).append(claim)
    return Siblings(all_of_them, by_article)


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two claims that passed like-for-like, the relation of their values, and the claims of their question beside them.

    ``flags`` are conditions that only a caller with a wider view can know (a failed checksum, a part above its whole);
    ``known`` are the answers given so far.
    """

    a: Claim
    b: Claim
    relation: Relation
    siblings: Siblings
    context: Context
    flags: frozenset[Condition] = frozenset()
    known: dict[Condition, bool] = field(default_factory=dict, init=False, repr=False)

    def beside(self) -> list[Claim]:
        """The siblings that stand in either of the two articles."""
        return self.siblings.of(self.a.article, self.b.article)

    def in_texts(self) -> bool:
        """Whether the two stand in two articles whose texts are known; a sheet of claims says nothing beyond its claims."""
        articles = (self.a.article, self.b.article)
        return articles[0] != articles[1] and all(article in self.context.documents for article in articles)


def related(a: Claim, b: Claim, context: Context) -> Relation:
    """How the values of two claims stand to each other, in their units and on the day of their event."""
    return relation(a.value, b.value, context.policy, a.attribute, context.lexicon, (a.unit, b.unit), context.event_day(a))
