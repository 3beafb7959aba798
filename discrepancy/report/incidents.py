"""Events with their tolls as one table, a row an event, in the manner of conflict data sets.

Takes a report, gives CSV text. Columns and codes follow the UCDP Georeferenced Event Dataset (GED codebook 24.1:
``date_prec`` in 4.9, ``where_prec`` in 4.7) where they mean the same; what a check of articles cannot know (coordinates,
conflict ids) has no column. Figures are the consensus of the report: low, best and high, never a verdict.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from discrepancy import notation
from discrepancy.model.claims import Attribute
from discrepancy.model.findings import Consensus, Event, Report
from discrepancy.model.values import Quantity, When
from discrepancy.report.cells import Cell, Row, to_csv
from discrepancy.report.shelf import Shelf, shelf

TOLLS: tuple[Attribute, ...] = ("killed", "injured")
"""The counts that have low, best and high columns; GED has the first."""

COLUMNS = (
    "id", "label", "type", "date_start", "date_end", "date_prec", "where_description", "where_prec", "country", "side_a", "side_b",
    *(f"{toll}_{end}" for toll in TOLLS for end in ("low", "best", "high")),
    "grade", "number_of_sources", "number_of_origins", "source_article", "source_office", "source_date", "source_headline", "disputed",
)  # fmt: skip

WHERE_PREC: Mapping[str, int] = MappingProxyType({"city": 1, "district": 3, "region": 4, "area": 5, "country": 6, "water": 7})
"""GED's code of how exactly the place is known, for each sort of place: 1 exact, 3 second and 4 first administrative
division, 5 a vague or linear feature, 6 only the country, 7 international waters."""


def events_csv(report: Report) -> str:
    """Events that happened to somebody or somewhere, as CSV text with the columns :data:`COLUMNS`, in the report's order."""
    return to_csv(COLUMNS, event_rows(report))


def event_rows(report: Report) -> list[Row]:
    """One row an event."""
    books = shelf(report)
    tolls = {
        (row.question.event, row.question.attribute): row
        for row in report.consensus
        if row.question.event and not row.question.population and not row.question.scope
    }
    disputed: dict[str, list[str]] = {}
    for finding in report.findings:
        if finding.level != "note" and finding.question.event:
            disputed.setdefault(finding.question.event, []).append(finding.question.attribute)
    targets = {mention.id: mention.targets for mention in report.mentions}
    rows: list[Row] = []
    for event in report.events:
        sides = dict.fromkeys(name for mention in event.mentions for name in targets.get(mention, ()))
        first, last = _days(event, report)
        row: Row = {
            "id": event.id,
            "label": event.label,
            "type": event.type,
            "date_start": first,
            "date_end": last,
            "date_prec": _precision(first, last),
            "where_description": event.place,
            "where_prec": WHERE_PREC.get(event.place_sort),
            "country": event.country,
            "side_a": "; ".join(event.actors),
            "side_b": "; ".join(sides),
            "disputed": "; ".join(dict.fromkeys(disputed.get(event.id, ()))),
            **_sources(event, books),
        }
        grades = []
        for toll in TOLLS:
            told = tolls.get((event.id, toll))
            row.update({f"{toll}_{end}": figure for end, figure in zip(("low", "best", "high"), _figures(told), strict=True)})
            if told is not None:
                grades.append(told)
        row["grade"] = grades[0].grade if grades else ""
        row["number_of_origins"] = grades[0].origins if grades else None
        rows.append(row)
    return rows


def _figures(row: Consensus | None) -> tuple[Cell, Cell, Cell]:
    """Low, best and high as numbers: of a bound its known end, of an open end nothing."""
    if row is None:
        return None, None, None
    low, best, high = (_parsed(text) for text in (row.low, row.best, row.high))
    middle = None if best is None else best.low if best.low is not None else best.high
    return (low.low if low else None), middle, (high.high if high else None)


def _parsed(text: str) -> Quantity | None:
    try:
        value = notation.parse(text, Quantity)
    except notation.NotationError:
        return None
    return value if isinstance(value, Quantity) else None


def _days(event: Event, report: Report) -> tuple[str, str]:
    """First and last day that any article allows, as ISO 8601; "" where open or unknown."""
    told = [event.date] if event.date else [c.value for c in report.claims if c.event == event.id and c.attribute == "date"]
    whens = [when for when in told if isinstance(when, When)]
    firsts = [when.first for when in whens if when.first is not None]
    lasts = [when.last for when in whens if when.last is not None]
    return (min(firsts).isoformat() if firsts else ""), (max(lasts).isoformat() if lasts else "")


def _precision(first: str, last: str) -> int | None:
    """GED's code: 1 the day, 2 two to six days, 3 a week, 4 up to a month, 5 longer; None when an end is unknown.

    >>> _precision("2024-01-18", "2024-01-18"), _precision("2024-01-17", "2024-01-18"), _precision("2024-01-01", "2024-01-31")
    (1, 2, 4)
    """
    if not first or not last:
        return None
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    return next((code for code, longest in ((1, 1), (2, 6), (3, 7), (4, 31)) if days <= longest), 5)


def _sources(event: Event, books: Shelf) -> Row:
    documents = [books.articles[id] for id in event.articles if id in books.articles]

    def joined(parts: Sequence[str]) -> str:
        return "; ".join(part for part in parts if part)

    return {
        "number_of_sources": len(event.articles),
        "source_article": joined([one.url.value if one.url else one.id for one in documents]),
        "source_office": joined([books.outlet(one.id) for one in documents]),
        "source_date": joined([notation.format(one.published.value) if one.published else "" for one in documents]),
        "source_headline": joined([one.title.value if one.title else "" for one in documents]),
    }
