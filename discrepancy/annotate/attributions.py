"""What an attribution is, and who of several says what stands at a place.

Takes attributions of one article, as :mod:`.speech` finds them; gives the innermost speaker and the least certain stance. Each question
looks only at the attributions that stand near.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discrepancy.model.claims import Attribution, Stance
from discrepancy.model.spans import Spans
from discrepancy.model.text import Span

_SURENESS: tuple[Stance, ...] = ("asserted", "reported", "alleged", "expected", "denied")
"""From what the source stands behind to what it says did not happen; of nested cues the later one counts."""


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution. ``kind`` is what the source is; ``rule`` the id of the cue's rule."""

    attribution: Attribution
    stance: Stance
    kind: str
    rule: str


class Attributions:
    """All attributions of one article, in the order in which they were read."""

    __slots__ = ("_all", "_contents", "_cues", "_sources")

    def __init__(self, found: Sequence[Said]) -> None:
        self._all = tuple(found)
        self._contents = Spans(one.attribution.content for one in found)
        self._cues = Spans(one.attribution.cue_span for one in found)
        self._sources = Spans(one.attribution.source_span for one in found if one.attribution.source_span is not None)

    def __iter__(self) -> Iterator[Said]:
        return iter(self._all)

    def speaker(self, span: Span) -> tuple[str, Stance, Said | None]:
        """Who says what stands at ``span``, how sure it is, and the innermost attribution; ``("", "asserted", None)`` outside all."""
        source: Said | None = None
        stance: Stance = "asserted"
        for item in map(self._all.__getitem__, self._contents.around(span)):
            if _SURENESS.index(item.stance) > _SURENESS.index(stance):
                stance = item.stance
            content = item.attribution.content
            if item.attribution.source and (source is None or _length(content) <= _length(source.attribution.content)):
                source = item
        return (source.attribution.source if source else "", stance, source)

    def apart(self, words: Span, time: Span, sentence: Span) -> bool:
        """Whether ``words`` are told by somebody in this sentence and ``time`` stands outside of what is told."""
        for item in map(self._all.__getitem__, self._contents.around(words)):
            if item.attribution.source_span is not None and not time.within(item.attribution.content):
                return item.attribution.cue_span.within(sentence)
        return False

    def beside(self, time: Span, sentence: Span) -> bool:
        """Whether somebody speaks in a sentence and ``time`` is not part of what is said."""
        spoken = (self._all[number].attribution for number in self._cues.starting(sentence.start, sentence.end))
        return any(one.source and not time.within(one.content) for one in spoken)

    def speaks(self, span: Span) -> bool:
        """Whether one of those who say something stands at ``span``."""
        return self._sources.overlap(span)


def _length(span: Span) -> int:
    return span.end - span.start
