"""The queue: which findings are shown, in which order, page by page.

Takes a desk and what the address asks for; gives a page of rows with the totals. Filters are all given in the
address, so that a page can be linked, reloaded and used without scripts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from discrepancy.review.decisions import UNDECIDED
from discrepancy.review.desk import Desk
from discrepancy.review.reattach import Standing
from discrepancy.review.reports import Row, Shelf

PAGE = 60
"""Rows a page: some three screens."""

FIELDS = ("report", "state", "level", "attribute", "event", "outlet", "q")
"""What the queue can be filtered by, as in its address."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the queue with its report and where it stands."""

    shelf: Shelf
    row: Row
    standing: Standing


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for; "" asks for everything, but for ``state``, where it asks for what is undecided."""

    report: str = ""
    state: str = ""
    level: str = ""
    attribute: str = ""
    event: str = ""
    outlet: str = ""
    q: str = ""
    page: int = 1

    def query(self, **changed: str | int) -> str:
        """The query of an address that asks for the same with some things changed.

        >>> Asked(level="error").query(page=2)
        '?level=error&page=2'
        """
        given = {name: getattr(self, name) for name in (*FIELDS, "page")} | changed
        if given["page"] == 1:
            del given["page"]
        text = urlencode({name: value for name, value in given.items() if value != ""})
        return f"?{text}" if text else "?"


def asked(given: Mapping[str, str]) -> Asked:
    """What a query asks for; a page that is no number is the first."""
    page = given.get("page", "1")
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1
    return Asked(**{name: given.get(name, "")[:200].strip() for name in FIELDS}, page=max(1, number))


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of the queue. ``groups`` is level, event, rows; ``found`` counts all rows that fit, ``pages`` their
    pages.
    """

    groups: tuple[tuple[str, str, tuple[Entry, ...]], ...]
    found: int
    page: int
    pages: int


def fits(entry: Entry, wanted: Asked) -> bool:
    """True when an entry is what was asked for."""
    finding, state = entry.row.finding, entry.standing.state
    return (
        (state in UNDECIDED if not wanted.state else wanted.state == "any" or state == wanted.state)
        and (not wanted.level or finding.level == wanted.level)
        and (not wanted.attribute or finding.question.attribute == wanted.attribute)
        and (not wanted.event or entry.row.event == wanted.event)
        and (not wanted.outlet or any(wanted.outlet in names for names in entry.row.sources))
        and all(word in entry.row.words for word in wanted.q.casefold().split())
    )


def entries(desk: Desk, wanted: Asked) -> Iterator[Entry]:
    """All entries that fit, in the queue's order: level, event, confidence."""
    shelves = [shelf for shelf in desk.shelves.values() if not wanted.report or shelf.slug == wanted.report]
    found = [entry for shelf in shelves for row in shelf.rows if fits(entry := Entry(shelf, row, shelf.standing(row.finding.id)), wanted)]
    if len(shelves) > 1:  # the rows of one report are sorted already
        found.sort(key=lambda entry: (entry.row.order, entry.shelf.slug))
    return iter(found)


def listing(desk: Desk, wanted: Asked) -> Listing:
    """The page of the queue that was asked for."""
    found = list(entries(desk, wanted))
    pages = max(1, -(-len(found) // PAGE))
    page = min(wanted.page, pages)
    groups: list[tuple[str, str, list[Entry]]] = []
    for entry in found[(page - 1) * PAGE : page * PAGE]:
        level, event = entry.row.finding.level, entry.row.event
        if not groups or groups[-1][:2] != (level, event):
            groups.append((level, event, []))
        groups[-1][2].append(entry)
    return Listing(tuple((level, event, tuple(rows)) for level, event, rows in groups), len(found), page, pages)


def neighbours(desk: Desk, wanted: Asked, slug: str, finding: str) -> tuple[Entry | None, Entry | None]:
    """The entries before and after a finding in the queue that was asked for; from outside it, none and the first."""
    found = list(entries(desk, wanted))
    here = next((n for n, e in enumerate(found) if (e.shelf.slug, e.row.finding.id) == (slug, finding)), None)
    if here is not None:
        return (found[here - 1] if here else None), (found[here + 1] if here + 1 < len(found) else None)
    shelf = desk.shelves.get(slug)
    own = next((row.order for row in shelf.rows if row.finding.id == finding), None) if shelf else None
    if own is None:
        return None, (found[0] if found else None)
    before = [e for e in found if e.row.order < own]
    after = [e for e in found if e.row.order > own]
    return (before[-1] if before else None), (after[0] if after else None)


def choices(desk: Desk) -> dict[str, list[str]]:
    """What there is to filter by: attributes, events and outlets on the desk."""
    rows = [row for shelf in desk.shelves.values() for row in shelf.rows]
    return {
        "attribute": sorted({row.finding.question.attribute for row in rows}),
        "event": sorted({row.event for row in rows}),
        "outlet": sorted({name for row in rows for names in row.sources for name in names}),
    }
