"""What holds the mentions of one event together; what aligned them may not accuse them.

Takes nothing; holds a value between linking and comparing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Holding:
    """What holds the mentions of one event together: for each mention's id and each attribute the number of the part into which it falls
    when all evidence from that attribute is left out."""

    parts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def between(self, a: str, b: str) -> frozenset[str]:
        """The attributes without which two mentions of one event would not be joined.

        >>> sorted(Holding({"a": {"date": 0, "place": 0}, "b": {"date": 1, "place": 0}}).between("a", "b"))
        ['date']
        """
        ours, theirs = self.parts.get(a), self.parts.get(b)
        return frozenset(name for name, part in ours.items() if theirs.get(name) != part) if ours and theirs else frozenset()
