"""What is settled beforehand: pairs that are one and pairs that are not, whatever the evidence says.

Takes pairs of anything with an order; tells which members hang together and which must stay apart. Where a pair that
must stay apart is joined by others all the same, the joining holds. Knows neither names nor events, nor who settled.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T", str, int, tuple[str, str])


@dataclass(frozen=True, slots=True)
class Settled(Generic[T]):
    """Pairs that are the same, and pairs that are different."""

    same: tuple[tuple[T, T], ...] = ()
    different: frozenset[tuple[T, T]] = frozenset()

    def units(self, members: Iterable[T]) -> list[list[T]]:
        """The members in units: alone, or with those they are settled to be one with; each sorted, in order of their
        first.

        >>> Settled((("b", "c"), ("c", "z"))).units("abc")
        [['a'], ['b', 'c']]
        """
        unit = {member: [member] for member in members}
        for a, b in self.same:
            if a in unit and b in unit and unit[a] is not unit[b]:
                joined = sorted(unit[a] + unit[b])
                for member in joined:
                    unit[member] = joined
        return sorted({id(one): one for one in unit.values()}.values())

    def apart(self, one: Iterable[T], other: Iterable[T]) -> bool:
        """True when some member of the one is settled to be another than some member of the other.

        >>> Settled(different=frozenset({("a", "b")})).apart("b", "xa")
        True
        """
        if not self.different:
            return False
        others = tuple(other)
        return any((min(a, b), max(a, b)) in self.different for a in one for b in others)
