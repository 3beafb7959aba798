"""Datelines: the place, and sometimes the day and the agency, that open an article's first paragraph.

Takes one line; gives the pieces of its dateline, or none. ``KABUL, Afghanistan (AP) — ``, ``SAN SALVADOR, 3 JAN 90 --
``, ``Mumbai, Nov 11 - ``, ``ISLAMABAD: ``, ``(AFP) — ``.
"""

from __future__ import annotations

import re

from discrepancy.ingest.lines import Line
from discrepancy.ingest.pieces import Piece, Yearless, page_line, part
from discrepancy.ingest.stamps import CALENDAR, MONTH, MONTHS, WEEKDAY, dates
from discrepancy.ingest.vocabulary import Vocabulary

LONGEST = 110
"""Characters; the longest datelines name two towns, a country, a day and an agency."""

_CAPS = r"[A-Z][A-Z.'’-]{1,24}(?:\s[A-Z][A-Z.'’-]{1,24}){0,3}"
_TITLE = r"[A-Z][\w.'’-]{1,24}(?:\s[A-Z][\w.'’-]{1,24}){0,3}"
_DAY = rf"(?:{WEEKDAY}\.?,?\s)?(?:{MONTH}\.?\s\d{{1,2}}|\d{{1,2}}\s{MONTH})(?:,?\s(?:19|20)?\d\d)?"
_CASELESS_DAY = f"(?i:{_DAY})"
_AGENCY = r"\((?P<agency>[A-Z][^()\n]{1,40})\)"
_DASH = r"(?:\s?--?|\s?[–—]|\s_)(?=\s|$)"  # the underscore is the wires' own dash of the 1990s
_CAPITALS = re.compile(
    rf"(?P<place>{_CAPS}(?:\s?/\s?{_CAPS})?(?:,\s?{_TITLE}){{0,2}}?)(?:,?\s(?P<day>{_CASELESS_DAY}))?,?\s?(?:{_AGENCY})?"
    rf"(?P<end>{_DASH}|\s?:(?=\s))"
)
_TITLED = re.compile(
    rf"(?P<place>{_TITLE}(?:,\s?{_TITLE}){{0,2}}?)"
    rf"(?:,\s(?P<day>{_CASELESS_DAY}),?\s?(?:{_AGENCY})?|\s?{_AGENCY.replace('agency', 'agency2')})"
    rf"(?P<end>{_DASH}|\s?:(?=\s))"
)
_NAMELESS = re.compile(rf"(?P<place>)(?P<day>)(?:{_AGENCY})(?P<end>{_DASH})")


def dateline(line: Line, words: Vocabulary) -> tuple[Piece, ...]:
    """The pieces of the dateline with which a line begins: the place, with the day and the credit where it names them.

    The first piece covers the whole dateline; the others lie inside it and become no blocks.
    """
    head = line.text[:LONGEST]
    match = _CAPITALS.match(head) or _TITLED.match(head) or _NAMELESS.match(head)
    if match is None:
        return ()
    place = (match["place"] or "").strip(" ,")
    if any(word.upper() in words.limits.never_places for word in re.split(r"[\s,/]+", place)) or CALENDAR.match(place):
        return ()
    if match["end"].strip() == ":" and (len(place) < 4 or not line.text[match.end() :].strip()[:1].isupper()):
        return ()
    where = page_line(line)
    found = [Piece("dateline", part(line, 0, match.end()), where, "dateline", place)]
    if match["day"]:
        found.append(_day(match["day"], line, match.start("day"), where))
    name = match["agency"] or match.groupdict().get("agency2")
    if name and (agency := words.agency_in(name)):
        found.append(Piece("credit", found[0].span, f"dateline, {where}", "credit", agency))
    return tuple(found)


def _day(text: str, line: Line, at: int, where: str) -> Piece:
    printed = dates(text)
    span = part(line, at, at + len(text))
    if printed:
        return Piece("stamp", span, f"dateline, {where}", "published", text, printed[0])
    month = re.search(MONTH, re.sub(rf"^{WEEKDAY}\b", "", text, flags=re.I), re.I)
    number = re.search(r"\d{1,2}", text)
    assert month is not None and number is not None, "the pattern above needs both"
    return Piece(
        "stamp", span, f"dateline, {where}", "published", text,
        Yearless(MONTHS.index(month.group()[:3].lower()) + 1, int(number.group())),
    )  # fmt: skip
