"""The decision on one pair of claims: the first row of the table that fits.

Takes two claims that passed like-for-like; gives the relation of their values and the row that decides. The rows are
data.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from discrepancy.compare.conditions import can_hold, holds
from discrepancy.compare.context import Context
from discrepancy.compare.pair import Pair, Siblings, related
from discrepancy.compare.parts import part_of
from discrepancy.compare.passport import Difference, difference
from discrepancy.compare.policy import Policy
from discrepancy.model.claims import Attribute, Claim
from discrepancy.model.findings import Relation, Step
from discrepancy.model.values import Terms
from discrepancy.rulebook.kinds.decisions import Condition, DecisionRow


@dataclass(frozen=True, slots=True, eq=False)
class Ruling:
    """A pair and the row that decided it."""

    pair: Pair
    row: DecisionRow

    @property
    def differs(self) -> bool:
        """True when the two claims stand in different camps."""
        return self.row.level != "none"

    def step(self) -> Step:
        """The step as the report keeps it."""
        pair = self.pair
        return Step((pair.a.id, pair.b.id), pair.relation, self.row.id, self.row.verdict, self.row.text)


def judge(
    a: Claim,
    b: Claim,
    siblings: Siblings,
    context: Context,
    flags: frozenset[Condition] = frozenset(),
    found: Relation | None = None,
) -> Ruling:
    """The ruling on two claims; ``siblings`` are all claims of their event or entity and attribute.

    ``found`` stands in for the relation of the values where a caller knows better (a part against its whole).
    """
    pair = Pair(a, b, found or related(a, b, context), siblings, context, flags)
    return Ruling(pair, deciding_row(pair))


def weigh(a: Claim, b: Claim, siblings: Siblings, context: Context) -> Ruling | Difference:
    """The ruling on two claims of one event or entity and attribute, or the field in which they are not alike."""
    apart = difference(a, b, context)
    if apart is None:
        return judge(a, b, siblings, context)
    if apart.field == "population" and part_of(a, b, context) is not None:
        return judge(a, b, siblings, context, frozenset({"part-exceeds-whole"}), "disjoint")
    return apart


def rejudge(ruling: Ruling, *flags: Condition) -> Ruling:
    """The same pair judged with more known about it."""
    pair = replace(ruling.pair, flags=ruling.pair.flags | frozenset(flags))
    return Ruling(pair, deciding_row(pair))


def deciding_row(pair: Pair) -> DecisionRow:
    """The first row of the table that fits."""
    return next(row for row in _rows(pair.context.policy, pair.relation, pair.a.attribute) if _fits(row, pair))


def unanimous(claims: Sequence[Claim], context: Context) -> bool:
    """Whether some claims of one question all give one value, between which no row raises anything: then none of them need be held against
    another. A sentence that three hundred articles quote alike is 45,000 pairs. Lists of labels are not meant: two on one list may be
    opposed to each other."""
    first = claims[0]
    if isinstance(first.value, Terms) or any(claim.value != first.value or claim.unit != first.unit for claim in claims):
        return False
    return not _raised(context.policy, related(first, first, context), first.attribute)


@lru_cache(maxsize=512)
def _raised(policy: Policy, relation: Relation, attribute: Attribute) -> bool:
    """Whether any row raises something between claims of such values of which nobody knows more than they say."""
    raising = (row for row in _rows(policy, relation, attribute) if row.level != "none")
    return any(all(condition != "opposed-labels" and can_hold(condition) for condition in row.all) for row in raising)


@lru_cache(maxsize=512)
def _rows(policy: Policy, relation: Relation, attribute: Attribute) -> tuple[DecisionRow, ...]:
    """The rows that may fit pairs of one relation and attribute."""
    of_them = (row for row in policy.rows if not row.relation or relation in row.relation)
    return tuple(row for row in of_them if not row.attributes or attribute in row.attributes)


def _fits(row: DecisionRow, pair: Pair) -> bool:
    """Whether the conditions of a row hold of the pair, and those that it excludes do not."""
    for condition in row.all:
        if not holds(pair, condition):
            return False
    return not row.none or not any(holds(pair, condition) for condition in row.none)
