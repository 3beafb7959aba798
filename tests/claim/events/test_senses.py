"""Words of events that have two senses."""

from __future__ import annotations

import pytest

from tests.claim.reader import event, reading


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A strike by nurses closed two wards in Lima on Monday.", "walkout"),
        ("A dock workers' strike hit the port of Lima on Monday.", "walkout"),
        ("Miners went on strike in Lima on Monday.", "walkout"),
        ("The union called a strike that began on Monday in Lima.", "walkout"),
        ("The strike for unpaid wages began in Lima on Monday.", "walkout"),
        ("A strike by 2,400 workers closed the yard in Lima on Monday.", "walkout"),
        ("Bakers walked off the job in Lima. The walkout began on Monday. The strike in Lima is over pay.", "walkout"),
        ("A walkout of bakers closed the shops of Lima. Three died in a drone strike in Cusco on Monday.", "walkout strike"),
        ("A strike on a school in Lima killed two teachers on Monday.", "strike"),
        ("A drone strike killed nine workers in Lima on Monday.", "strike"),
    ],
)
def test_a_strike_of_workers_is_no_strike_from_the_air(text: str, type_: str) -> None:
    assert {e.type for e in reading(text).events} == set(type_.split())


def test_the_blast_of_a_gas_explosion_is_no_bombing() -> None:
    told = reading("A gas explosion tore through a mine in Lima on Monday. The blast, which killed nine, went off at 4:30 a.m.")
    assert [mention.type for mention in told.events] == ["accident"]
    apart = reading("A gas explosion tore through a mine in Lima on Monday. A bombing in Cusco killed nine people in a blast on Tuesday.")
    assert "bombing" in {mention.type for mention in apart.events}


@pytest.mark.parametrize("cause", ["natural gas explosion", "gas explosion", "boiler explosion", "mudslide"])
def test_what_nobody_meant_is_an_accident(cause: str) -> None:
    assert event(reading(f"A {cause} killed nine people in Lima on Monday.")).type == "accident"


def test_a_crime_in_a_charge_that_has_its_year_is_an_event_of_its_own() -> None:
    told = reading("A bomb killed nine people in Lima on Monday. Bo Quist was accused of a 2015 bombing that killed 14 people.")
    assert [told_of.when.first.year for told_of in told.events if told_of.when and told_of.when.first] == [2023, 2015]
    assert len({claim.event for claim in told.claims if claim.attribute == "killed"}) == 2


def test_crime_in_a_charge_is_no_event() -> None:
    told = reading("The driver faces four counts of attempted murder.")
    assert all(e.type != "killing" for e in told.events)


def test_alarm_is_no_bomb() -> None:
    assert all(e.type != "bombing" for e in reading("The fire alarm went off at the school in Lima.").events)


@pytest.mark.parametrize("text", ["A fire engine was sold in Lima.", "They set off a fire alarm in Lima.", "A fire brigade helped."])
def test_what_fights_fires_is_no_fire(text: str) -> None:
    assert all(e.type != "fire" for e in reading(text).events)


def test_an_injured_list_is_no_event() -> None:
    assert reading("The Hawks placed Anton Berg on injured reserve in Lima on Monday.").events == ()


@pytest.mark.parametrize(
    ("text", "strikes"),
    [
        ("The lorry was speeding when it hit the van near Lima on Monday.", 0),
        ("The ferry was close to the pier when it struck a yacht in Lima on Monday.", 0),
        ("A bus was passing when a missile came down and it hit a school in Lima on Monday.", 1),
        ("The army said that it struck a van in Lima on Monday.", 1),
    ],
)
def test_a_vehicle_that_hits_another_strikes_nobody_from_afar(text: str, strikes: int) -> None:
    assert sum(e.type == "strike" for e in reading(text).events) == strikes


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Fjord Liberation Front overran an outpost near Lima on Monday.", ["attack"]),
        ("A town hall near Lima was stormed on Monday by fighters of the Fjord Liberation Front.", ["attack"]),
        ("Police stormed a flat in Lima on Monday where gunmen were hiding.", []),
        ("Army commandos stormed a school in Lima on Monday.", []),
        ("The Fjord Liberation Front stormed out of the talks in Lima on Monday.", []),
    ],
)
def test_who_storms_against_the_law_attacks_and_the_police_do_not(text: str, kind: list[str]) -> None:
    assert [e.type for e in reading(text).events if e.type == "attack"] == kind


def test_fireworks_blow_up_by_themselves() -> None:
    told = reading("A huge explosion at a fireworks depot killed nine people in Lima on Sunday. The explosions began at 3 a.m.")
    assert {e.type for e in told.events} == {"accident"}
    assert {e.type for e in reading("A huge explosion at a bank killed nine people in Lima on Sunday.").events} == {"bombing"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A fuel tanker overturned and exploded near Lima on Monday.", "accident"),
        ("A boiler blew up in Lima on Monday.", "accident"),
        ("Rebels blew up a pipeline near Lima on Monday.", "bombing"),
        ("A plant was blown up in Lima on Monday.", "bombing"),
    ],
)
def test_what_blows_up_by_itself_was_not_bombed(text: str, wanted: str) -> None:
    assert {mention.type for mention in reading(text).events} == {wanted}
