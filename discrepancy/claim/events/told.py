"""What is known of the events of one article once they are read: the mentions, and each clause that tells of one.

Facts, times and figures are bound on these by the stages behind. Knows nothing of how events are found.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from discrepancy.claim.events.drafts import Draft
from discrepancy.model.claims import EventMention
from discrepancy.model.unguarded import unguarded
from discrepancy.model.values import When

WhenOf = Callable[[int, int], When | None]
"""The days of the time at a line and a unit, where the article fixes them; an end that it leaves open is None."""


@unguarded
class Trigger:
    """One clause about an event: line, units of the trigger, of its clause, and the event's id."""

    event: str
    line: int
    start: int
    end: int
    clause: tuple[int, int]
    draft: Draft


@dataclass(frozen=True, slots=True)
class Tellings:
    """In which lines an event is told, and by clauses of which types."""

    lines: frozenset[int]
    types: frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """The events of an article and where each is told. ``by_line`` holds the triggers of a line in order, but for
    those that tell of what came after. ``parts`` are the clauses that tell of several events at once, again for each of these."""

    mentions: tuple[EventMention, ...]
    triggers: tuple[Trigger, ...]
    by_line: Mapping[int, tuple[Trigger, ...]]
    states: Mapping[str, str]
    by_id: Mapping[str, EventMention] = field(default_factory=dict)
    tellings: Mapping[str, Tellings] = field(default_factory=dict)
    parts: tuple[Trigger, ...] = ()

    @property
    def main(self) -> EventMention | None:
        """What the article is chiefly about, or None."""
        return next((mention for mention in self.mentions if mention.main), None)

    def only(self, types: Collection[str]) -> str:
        """The id of the only event of these types that happened, or "": the accident in an article about a trial."""
        found = [mention.id for mention in self.mentions if mention.realis == "actual" and mention.type in types]
        return found[0] if len(found) == 1 else ""

    def part(self, event: str, line: int, unit: int) -> str:
        """Of several events told at once the one whose words hold a unit of a line, else ``event`` itself, which is all of them."""
        for trigger in self.parts:
            if trigger.line == line and trigger.clause[0] <= unit < trigger.clause[1] and self.by_id[trigger.event].whole == event:
                return trigger.event
        return event

    def listed(self, event: str, line: int) -> tuple[str, ...]:
        """The events of which a clause of a line tells at once as ``event``, in its order."""
        return tuple(trigger.event for trigger in self.parts if trigger.line == line and self.by_id[trigger.event].whole == event)

    def outside(self, event: str, line: int) -> bool:
        """Whether another sentence than that of ``line`` tells of an event."""
        return event in self.tellings and not self.tellings[event].lines <= {line}

    def types(self, event: str) -> frozenset[str]:
        """The types of the clauses that tell of an event."""
        return self.tellings[event].types if event in self.tellings else frozenset()

    def mention(self, id: str) -> EventMention:
        """The mention with this id; KeyError when there is none."""
        return self.by_id[id]
