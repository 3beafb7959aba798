"""Making claims: ids that stay, evidence long enough to read, who says it and how sure it is.

Takes what the readers of dates, facts and roles found; gives :class:`~discrepancy.model.claims.Claim`. The id of a
claim is article, attribute and offset; a second claim of one attribute at one offset gets a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from discrepancy.annotate.attributions import Attributions
from discrepancy.annotate.grammar import Line
from discrepancy.model.claims import Attribute, Claim, Stance
from discrepancy.model.text import Document, Span
from discrepancy.model.values import Value, When

_LONGEST = 160
"""Characters of evidence beyond which only the exact words are kept."""


class Claims:
    """The claims of one article while they are read."""

    def __init__(self, document: Document, lines: Sequence[Line], said: Attributions) -> None:
        self.document, self.lines, self.said = document, lines, said
        self.made: list[Claim] = []
        self._ids: dict[str, int] = {}

    def add(
        self, attribute: Attribute, value: Value, span: Span, rule: str, *, at: Span | None = None, event: str = "",
        entity: str = "", population: str = "", scope: str = "", unit: str = "", stance: Stance | None = None,
        additional: bool = False, loose: bool = False, anchors: tuple[str, ...] = (), anchor_text: str = "",
        as_of: When | None = None,
    ) -> Claim:  # fmt: skip
        """One claim more. ``span`` is the evidence, ``at`` the words whose speaker counts (the evidence by default)."""
        source, sure, _ = self.said.speaker(at or span)
        id = f"{self.document.id}:{attribute}:{span.start}"
        number = self._ids.get(id, 0) + 1
        self._ids[id] = number
        claim = Claim(
            id=id if number == 1 else f"{id}-{number}",
            article=self.document.id,
            attribute=attribute,
            value=value,
            evidence=self.document.evidence(span),
            rule=rule,
            event=event,
            entity=entity,
            population=population,
            scope=scope,
            unit=unit,
            as_of=as_of,
            attributed_to=source,
            stance=stance if stance is not None else sure,
            additional=additional,
            loose=loose,
            anchors=anchors,
            anchor_text=anchor_text,
        )
        self.made.append(claim)
        return claim

    def withdraw(self, claim: Claim) -> None:
        """Takes a claim back from its event: its words turned out to be about something else. Others may rest on it, so it stays a claim
        about nothing where they do."""
        at = self.made.index(claim)
        if any(claim.id in other.anchors for other in self.made):
            self.made[at] = replace(claim, event="")
        else:
            del self.made[at]

    def around(self, line: Line, first: Span, second: Span) -> Span:
        """The words from the one span to the other, with the preposition before; the first alone when that is too
        long."""
        whole = together(first, second)
        unit = line.unit_from(whole.start)
        if second.within(whole) and unit and line.tags[unit - 1] == "P" and line.starts[unit] == whole.start:
            return Span(line.starts[unit - 1], whole.end)
        return whole


def together(first: Span, second: Span) -> Span:
    """The words from the one span to the other; the first alone when that is too long to read.

    >>> together(Span(4, 9), Span(0, 2)), together(Span(4, 9), Span(400, 402))
    (Span(start=0, end=9), Span(start=4, end=9))
    """
    whole = Span(min(first.start, second.start), max(first.end, second.end))
    return first if whole.end - whole.start > _LONGEST else whole
