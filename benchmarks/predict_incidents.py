"""The main event of each document: its toll, dates, places and names.

Takes records and the rulebook; gives a line a document. Days are ISO text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from discrepancy.annotate.layers import annotate
from discrepancy.claim import read_claims
from discrepancy.claim.mainevent.incident import closed, toll
from discrepancy.ingest import inputs_from_records
from discrepancy.model.claims import EventMention, Reading
from discrepancy.model.values import Terms, When
from discrepancy.rulebook import Rulebook

Record = Mapping[str, Any]


def incidents(records: Iterable[Record], rules: Rulebook) -> Iterator[Record]:
    """Toll, dates, places and names of each document's main event."""
    for record in records:
        line: dict[str, Any] = {"doc_id": record["doc_id"], "killed": None, "injured": None, "dates": [], "places": [], "names": []}
        for document in inputs_from_records([record], rules).documents:
            annotated = annotate(document, rules)
            found, reading = toll(annotated, rules), read_claims(annotated, rules)
            line["killed"], line["injured"] = closed(found.killed, rules), closed(found.injured, rules)
            events = sorted(reading.events, key=lambda event: not event.main)
            order = {event.id: place for place, event in enumerate(events)}
            told = [c for c in reading.claims if c.attribute == "date" and c.event in order]
            days = [certain_day(c.value) for c in sorted(told, key=lambda c: order[c.event])]
            published = certain_day(document.published.value) if document.published else None
            line["dates"] = list(dict.fromkeys(day for day in (*days, published) if day))
            line["places"] = list(dict.fromkeys(place for event in events for place in (*event.places, *_blocks(event, reading))))
            line["names"] = list(dict.fromkeys(name.text for name in reading.names if name.kind == "person"))
        yield line


def _blocks(event: EventMention, reading: Reading) -> Iterator[str]:
    """The blocks of streets in which an event happened: their streets are no places of their own, so that claims alone tell of them."""
    told = (claim.value for claim in reading.claims if (claim.event, claim.attribute, claim.scope) == (event.id, "place", "street"))
    return (block for value in told if isinstance(value, Terms) for block in value.members)


def certain_day(value: object) -> str | None:
    """A value that is one certain day, as ISO text; None for any other."""
    certain = isinstance(value, When) and value.first is not None and value.first == value.last
    return value.first.isoformat() if certain and isinstance(value, When) and value.first else None
