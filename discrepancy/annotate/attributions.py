"""What an attribution is, and who of several says what stands at a place.

Takes attributions of one article, as :mod:`.speech` finds them; gives the innermost speaker and the least certain stance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from discrepancy.model.claims import Attribution, Stance
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


def speaker(said_here: Sequence[Said], span: Span) -> tuple[str, Stance, Said | None]:
    """Who says what stands at ``span``, how sure it is, and the innermost attribution; ``("", "asserted", None)``
    outside all."""
    source: Said | None = None
    stance: Stance = "asserted"
    for item in said_here:
        content = item.attribution.content
        if not (content.start <= span.start and span.end <= content.end):
            continue
        if _SURENESS.index(item.stance) > _SURENESS.index(stance):
            stance = item.stance
        if item.attribution.source and (source is None or _length(content) <= _length(source.attribution.content)):
            source = item
    return (source.attribution.source if source else "", stance, source)


def apart(said_here: Sequence[Said], words: Span, time: Span, sentence: Span) -> bool:
    """Whether ``words`` are told by somebody in this sentence and ``time`` stands outside of what is told."""
    for item in said_here:
        content = item.attribution.content
        if item.attribution.source_span is not None and words.within(content) and not time.within(content):
            return item.attribution.cue_span.within(sentence)
    return False


def _length(span: Span) -> int:
    return span.end - span.start
