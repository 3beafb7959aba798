"""What two articles recall in passing, and what ties it: a month, a person hurt, a village that no gazetteer knows."""

from __future__ import annotations

import pytest

from discrepancy import check, rulebook
from discrepancy.ingest import inputs_from_records
from discrepancy.model.findings import Report

TALKS = "Envoys of Peru and Chile met in Lima on Wednesday."


def laid(*bodies: str) -> Report:
    records = [
        {"doc_id": f"a{n}", "text": f"{TALKS} {body}", "source": f"Outlet {n}", "published": "2021-11-04"} for n, body in enumerate(bodies)
    ]
    return check(inputs_from_records(records), rulebook())


def why(report: Report, kind: str) -> str:
    """What holds the mentions of the two articles together, where an event of the kind has both."""
    return " ".join(line for event in report.events if event.type == kind for line in event.why)


@pytest.mark.parametrize(
    ("second", "one"),
    [
        ("Clashes in Arica in February killed 14.", True),
        ("Clashes in Arica in June killed 14.", False),
        ("Clashes in Arica on 3 February killed 14.", False),
    ],
    ids=["one-month", "two-months", "a-day"],
)
def test_a_fight_recalled_by_its_month_alone_is_one_of_that_month(second: str, one: bool) -> None:
    assert ("both of one month" in why(laid("In February clashes in Arica killed ten people.", second), "clash")) is one


def test_who_was_hurt_ties_what_is_told_of_him() -> None:
    one = "The party is led by Bo Quist, who was wounded in an ambush in August."
    assert "both name Bo Quist" in why(laid(one, "Bo Quist, who was hurt in an ambush, will speak on Friday."), "clash")
    assert "both name" not in why(laid(one, "Ann Rudd, who was hurt in an ambush, will speak on Friday."), "clash")


def test_what_was_struck_in_one_article_is_where_it_was_in_the_other() -> None:
    one = "On Tuesday shelling in Nahal killed 13 civilians."
    struck = "what was struck in one, Nahal"
    assert struck in why(laid(one, "Thirteen civilians were killed when shells fell on Nahal."), "strike")
    assert struck not in why(laid(one, "Thirteen civilians were killed when shells fell on Orrel."), "strike")
