"""What holds the mentions of one event together; what aligned them may not accuse them.

Takes nothing; holds a value between linking and comparing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from discrepancy.model.findings import Event


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


def joined(events: Iterable[Event], holding: Holding) -> tuple[Event, ...]:
    """The events, each with the attributes that alone join some of its mentions."""
    return tuple(replace(event, joined_by=tuple(_parts(event, holding))) for event in events)


def _parts(event: Event, holding: Holding) -> Iterable[tuple[str, tuple[tuple[str, ...], ...]]]:
    known = {mention: holding.parts.get(mention, {}) for mention in event.mentions}
    for attribute in sorted({name for parts in known.values() for name in parts}):
        parts: dict[int | None, list[str]] = {}
        for mention, own in known.items():
            parts.setdefault(own.get(attribute), []).append(mention)
        if len(parts) > 1:
            yield attribute, tuple(map(tuple, parts.values()))


def held(events: Iterable[Event]) -> Holding:
    """What holds the mentions of some events together, as far as the events tell.

    >>> event = Event("e", "strike", "Strike", ("a", "b"), ("1", "2"), joined_by=(("date", (("a",), ("b",))),))
    >>> sorted(held([event]).between("a", "b"))
    ['date']
    """
    found: dict[str, dict[str, int]] = {}
    for event in events:
        for attribute, parts in event.joined_by:
            for number, part in enumerate(parts):
                for mention in part:
                    found.setdefault(mention, {})[attribute] = number
    return Holding(found)
