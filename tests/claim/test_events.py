"""What happened, by whom, where; what did not happen; what is older than the news."""

from __future__ import annotations

import pytest

from tests.claim.reader import event, reading


@pytest.mark.parametrize(
    ("text", "kind", "actors", "places"),
    [
        ("Norway conducted a missile strike in Sweden on Monday.", "strike", ("Norway",), ("Sweden",)),
        ("A Norwegian air strike in Sweden's Dalarna killed six.", "strike", ("Norway",), ("Dalarna", "Sweden")),
        ("The Norwegian military struck a depot in Sweden with drones.", "strike", ("Norway",), ("Sweden",)),
        ("Six miners were shot dead by masked gunmen in Lagos.", "shooting", ("masked gunmen",), ("Lagos", "Nigeria")),
        ("An earthquake shook Lima on Sunday, killing six.", "quake", (), ()),
        ("A car bomb exploded in Lima on Sunday.", "bombing", (), ("Lima", "Peru")),
        ("Police arrested six men in Lagos.", "arrest", ("police",), ("Lagos", "Nigeria")),
    ],
)
def test_event_and_its_parties(text: str, kind: str, actors: tuple[str, ...], places: tuple[str, ...]) -> None:
    told = event(reading(text), kind=kind)
    assert [a.lower() for a in told.actors] == [a.lower() for a in actors]
    assert told.places == places


def test_capital_acts_for_its_state() -> None:
    text = "The raid led Stockholm to retaliate by striking a depot in Norway."
    assert event(reading(text), actor="Sweden").type == "strike"


def test_backed_by_a_state_is_not_the_state() -> None:
    told = reading("A drone strike by Norway-backed militants on a depot in Sweden killed three.")
    assert all("Norway" not in e.actors for e in told.events)


def test_feared_events_did_not_happen() -> None:
    told = reading("Norway struck a depot in Sweden on Monday. Finland warned of a possible strike on Denmark.")
    assert {e.realis for e in told.events if "Finland" in e.actors or "Denmark" in e.targets} <= {"hypothetical"}


def test_crime_in_a_charge_is_no_event() -> None:
    told = reading("The driver faces four counts of attempted murder.")
    assert all(e.type != "killing" for e in told.events)


def test_alarm_is_no_bomb() -> None:
    assert all(e.type != "bombing" for e in reading("The fire alarm went off at the school in Lima.").events)


def test_older_events_are_background() -> None:
    told = reading("Norway struck a depot in Sweden on Monday. On March 3, 2009, a bombing in Lima killed six.")
    old = event(told, kind="bombing")
    assert old.background and not event(told, actor="Norway").background


def test_main_event_prints_its_reasons() -> None:
    told = reading("Six miners were shot dead in Lagos on Monday. The mayor visited Abuja in April.")
    main = [e for e in told.events if e.main]
    assert len(main) == 1 and main[0].type == "shooting" and main[0].why_main
