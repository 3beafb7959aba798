"""Pages flattened to one line: headline, agency and date run into the first sentence.

Takes the first line of an article and the headline where it is known; gives the pieces before its first sentence, or
none: ``Bridge closes for repairs AFP Thursday 4 Mar 2021 The bridge …``. Without a full date, or with a sentence that
goes on behind it, no stamp is taken off: a date at the start of a sentence is the article's own.
"""

from __future__ import annotations

import re

from discrepancy.ingest.lines import Line
from discrepancy.ingest.pieces import Piece, page_line, part
from discrepancy.ingest.stamps import dates, only_dates
from discrepancy.ingest.vocabulary import Vocabulary

SHORTEST = 150
"""Characters of a line that may hold a whole page."""

LONGEST = 90
"""Characters between the headline and the first sentence: an agency, a label, a weekday, a date, a time."""

_SENTENCE = re.compile(r"[\"“‘']?(?:[A-Z]|\d+ [A-Za-z])")


def flattened(line: Line, words: Vocabulary, title: str = "") -> tuple[Piece, ...]:
    """The headline, credit and stamp at the start of a line that goes on with the article."""
    text = line.text
    if len(text) < SHORTEST:
        return ()
    where = page_line(line)
    start = len(title) if len(title) >= 12 and text.lower().startswith(title.lower()) else 0
    stamped = _stamp(line, start, words)
    goes_on = text[start : start + 1].isspace() and _SENTENCE.match(text[start:].lstrip())
    if not start or not (stamped or goes_on):
        return stamped
    return (Piece("headline", part(line, 0, start), where, "title", text[:start]), *stamped)


def _stamp(line: Line, start: int, words: Vocabulary) -> tuple[Piece, ...]:
    """The agency and the date that stand at ``start`` before a sentence."""
    text, where = line.text, page_line(line)
    found = dates(text[start : start + LONGEST])
    if not found:
        return ()
    at, end = start + found[0].start, start + found[0].end
    before = text[start:at]
    agency = words.agencies.search(before)
    opening = start + agency.end() if agency else start
    label = words.labels.search(text, opening, at)
    field = words.fields.get(label.group().lower(), "") if label else ""
    if label and field in ("published", "updated"):
        opening = label.start()
    between = text[label.end() : at] if label and field in ("published", "updated") else text[opening:at]
    if (agency and before[: agency.start()].strip(" ,(")) or not only_dates(between + text[at:end]):
        return ()
    if not _SENTENCE.match(text[end:].lstrip()) or not text[end : end + 1].isspace():
        return ()
    stamp = Piece("stamp", part(line, opening, end), where, field or "published", text[at:end], found[0])
    if not agency:
        return (stamp,)
    name = words.agency_in(agency.group()) or agency.group()
    return (Piece("credit", part(line, start + agency.start(), start + agency.end()), where, "credit", name), stamp)
