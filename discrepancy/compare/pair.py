"""Two claims side by side, and what the conditions of the decision table may ask of them.

Takes two claims that passed like-for-like, the relation of their values and the claims beside them. Knows no condition.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from discrepancy.compare.context import Context
from discrepancy.compare.relations import relation
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Relation
from discrepancy.rulebook.kinds.decisions import Condition


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two claims that passed like-for-like, the relation of their values, and the claims of their question beside them.

    ``flags`` are conditions that only a caller with a wider view can know (a failed checksum, a part above its whole);
    ``known`` are the answers given so far.
    """

    a: Claim
    b: Claim
    relation: Relation
    siblings: Sequence[Claim]
    context: Context
    flags: frozenset[Condition] = frozenset()
    known: dict[Condition, bool] = field(default_factory=dict, init=False, repr=False)

    def beside(self) -> list[Claim]:
        """The siblings that stand in either of the two articles."""
        one, other = self.a.article, self.b.article
        return [claim for claim in self.siblings if claim.article == one or claim.article == other]

    def in_texts(self) -> bool:
        """Whether the two stand in two articles whose texts are known; a sheet of claims says nothing beyond its claims."""
        articles = (self.a.article, self.b.article)
        return articles[0] != articles[1] and all(article in self.context.documents for article in articles)


def related(a: Claim, b: Claim, context: Context) -> Relation:
    """How the values of two claims stand to each other, in their units and on the day of their event."""
    return relation(a.value, b.value, context.policy, a.attribute, context.lexicon, (a.unit, b.unit), context.event_day(a))
