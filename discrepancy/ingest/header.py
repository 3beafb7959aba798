"""A header block: ``Title: …``, ``Source: …``, ``Published: …`` above the article.

Takes the lines of a page; gives the pieces of its header and how many lines it takes. Two labelled lines running make
a header, or one that is followed by a blank line; a single label inside a page is furniture's business.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from discrepancy.ingest.lines import Line
from discrepancy.ingest.pieces import Piece, part
from discrepancy.ingest.stamps import dates
from discrepancy.ingest.vocabulary import Vocabulary
from discrepancy.model.text import BlockKind

_LABELLED = re.compile(r"(?P<label>[^\W\d_][\w ()-]{0,28}?)\s{0,3}:(?!//)\s*(?P<value>.*)$")
_BLOCKS: dict[str, BlockKind] = {
    "title": "headline", "byline": "byline", "published": "stamp", "updated": "stamp", "dateline": "dateline",
}  # fmt: skip
LONGEST = 400
"""Characters of a header line; a longer one is prose that happens to begin with a label."""


def header(page: Sequence[Line], words: Vocabulary) -> tuple[tuple[Piece, ...], int]:
    """The pieces of the header block, and the number of lines it takes (0 for a bare page)."""
    labelled: list[tuple[Line, str, re.Match[str]]] = []
    known = 0
    for line in page:
        match = _LABELLED.match(line.text) if len(line.text) <= LONGEST else None
        if match is None or (labelled and line.gap) or len(labelled) > 40:
            break
        field = words.fields.get(" ".join(match["label"].lower().split()), "")
        known += bool(field)
        labelled.append((line, field, match))
    while labelled and not labelled[-1][1]:
        labelled.pop()
    blank_below = len(page) > len(labelled) and page[len(labelled)].gap > 0
    alone = known == 1 and len(labelled) == 1 and blank_below and not page[0].stopped
    if not labelled or not labelled[0][1] or not (known >= 2 or alone):
        return (), 0
    return tuple(piece for entry in labelled for piece in _piece(*entry)), len(labelled)


def _piece(line: Line, field: str, match: re.Match[str]) -> tuple[Piece, ...]:
    value = match["value"].strip()
    if not value:
        return ()
    span = part(line, match.start("value"), len(line.text))
    where = f"header {match['label']}:"
    if field in ("published", "updated"):
        printed = dates(value)
        return (Piece("stamp", span, where, field, value, printed[0] if printed else None),)
    return (Piece(_BLOCKS.get(field, "boilerplate"), span, where, field, value),)
