"""The decision on one pair of claims: the first row of the table that fits.

Takes two claims that passed like-for-like; gives the relation of their values and the row that decides. The rows are
data.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from discrepancy.compare.conditions import holds
from discrepancy.compare.context import Context
from discrepancy.compare.pair import Pair, related
from discrepancy.compare.parts import part_of
from discrepancy.compare.passport import Difference, difference
from discrepancy.compare.policy import Policy
from discrepancy.model.claims import Attribute, Claim
from discrepancy.model.findings import Relation, Step
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
    siblings: Sequence[Claim],
    context: Context,
    flags: frozenset[Condition] = frozenset(),
    found: Relation | None = None,
) -> Ruling:
    """The ruling on two claims; ``siblings`` are all claims of their event or entity and attribute.

    ``found`` stands in for the relation of the values where a caller knows better (a part against its whole).
    """
    pair = Pair(a, b, found or related(a, b, context), siblings, context, flags)
    return Ruling(pair, deciding_row(pair))


def weigh(a: Claim, b: Claim, siblings: Sequence[Claim], context: Context) -> Ruling | Difference:
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
