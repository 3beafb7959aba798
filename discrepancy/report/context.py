"""A quote in its sentence: what stands around the words that a claim points at.

Takes an article and a span; gives the sentence as three pieces of text. Knows no rules: it looks for the nearest ends
of sentences in the same block, and a wrong end costs a reader a few words, never the quote.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from discrepancy.model.text import Document, Span

_END = re.compile(r"(?<![A-Z.][A-Z])(?<!\b[A-Z])(?<!\b(?:Mr|Dr|St|No|Lt))(?<!\b(?:Mrs|Gen|Col|Sgt|Gov|Sen|Rep|Jan|Feb|"
                  r"Aug|Oct|Nov|Dec))(?<!\bSept)[.!?…][\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9])|\n\s*\n|\n")  # fmt: skip
"""The end of a sentence: not after an initial or a common title, and before what can begin the next."""

REACH = 400
"""Characters looked at on each side: longer sentences are cut there and marked so."""


class Quoted(NamedTuple):
    """A sentence cut at a quote; ``before`` and ``after`` bear an ellipsis where the sentence goes on."""

    before: str
    exact: str
    after: str


def sentence(document: Document | None, span: Span, exact: str = "") -> Quoted:
    """The sentence of ``document`` around ``span``; the bare words when there is no such document."""
    if document is None or span.of(document.text) == "":
        return Quoted("", exact, "")
    text = document.text
    block = document.block_at(span.start)
    floor = max(0, span.start - REACH, block.span.start if block else 0)
    ceiling = min(len(text), span.end + REACH, max(block.span.end, span.end) if block else len(text))
    start = floor
    for end in _END.finditer(text, floor, min(len(text), span.end + 1)):  # an end shows by what follows it
        if end.end() <= span.start:
            start = end.end()
    following = _END.search(text, max(span.end - 1, span.start), ceiling)
    stop = max(following.end(), span.end) if following else ceiling
    cut_before = start == span.start - REACH
    cut_after = following is None and stop == span.end + REACH
    return Quoted(
        ("… " if cut_before else "") + text[start : span.start].lstrip(),
        span.of(text),
        text[span.end : stop].rstrip() + (" …" if cut_after else ""),
    )
