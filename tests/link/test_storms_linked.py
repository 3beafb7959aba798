"""Reports of storms: one by its name, two by their names."""

from __future__ import annotations

from discrepancy.ingest import inputs_from_records
from discrepancy.pipeline import check
from discrepancy.rulebook import rulebook

_RULES = rulebook()


def _together(one: str, other: str) -> bool:
    records = [
        {"doc_id": name, "title": "Storm", "text": text, "published": day}
        for name, text, day in (("a", one, "2005-02-11"), ("b", other, "2005-02-12"))
    ]
    found = check(inputs_from_records(records, _RULES), _RULES).events
    return any(event.type == "storm" and set(event.articles) == {"a", "b"} for event in found)


_ONE = "Cyclone Delia tore across the island of Tonga on Wednesday night with winds of 220 kph and killed three people. "


def test_a_name_ties_two_reports_that_place_a_storm_elsewhere_and_give_no_day() -> None:
    assert _together(_ONE, "Planes with tents landed after Cyclone Delia hit the Pacific. Gusts of 280 kph had ripped off roofs.")


def test_two_names_are_two_storms() -> None:
    assert not _together(_ONE, "Cyclone Olena hit the island of Tonga on Wednesday with winds of 280 kph and killed three people.")
