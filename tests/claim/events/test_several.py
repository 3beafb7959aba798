"""One clause that tells of several events, and those that tell of one."""

from __future__ import annotations

import pytest

from discrepancy.model.claims import EventMention, Reading
from tests.claim.reader import reading, shown


def parts(told: Reading) -> list[EventMention]:
    return [e for e in told.events if e.whole]


def whole(told: Reading) -> EventMention:
    (found,) = {e.whole for e in parts(told)}
    return next(e for e in told.events if e.id == found)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Bombs exploded in Lima, Ayacucho and Cusco on Monday.", ["Lima", "Ayacucho", "Cusco"]),
        ("Rebels attacked police posts in the towns of Lima and Cusco on Monday.", ["Lima", "Cusco"]),
        ("The attacks took place on Monday in Lima, Cusco, and Ayacucho.", ["Lima", "Cusco", "Ayacucho"]),
        ("The attacks took place on Monday in the towns of Alta Verde, Pampa Rosa and Anco.", ["Alta Verde", "Pampa Rosa", "Anco"]),
        ("Three bombings in Lima, Ayacucho and Cusco hurt nobody.", ["Lima", "Ayacucho", "Cusco"]),
        ("Attacks on buses were reported in Lima and Cusco.", ["Lima", "Cusco"]),
        ("Two bombs went off, one at a bank in Lima and the other at a market in Cusco.", ["Lima", "Cusco"]),
        ("Rebels attacked police posts in Lima and Cusco, in the south of Peru.", ["Lima", "Cusco"]),
        ("Bombs exploded in Lima, 20 km north of Callao, and in Cusco on Monday.", ["Lima", "Cusco"]),
    ],
)
def test_a_list_of_places_is_an_event_each(text: str, places: list[str]) -> None:
    assert [e.places[0] for e in parts(reading(text))] == places


@pytest.mark.parametrize(
    "text",
    [
        "A bomb attack in Lima and Cusco was feared.",
        "An attack on posts in Lima and Cusco killed nine people on Monday.",  # one attack
        "Rebels attacked posts in Lima, Peru, on Monday.",
        "Rebels attacked a post in Lima and fled.",
        "Bombs exploded at the corner of Oak and Elm streets on Monday.",
        "Bombs exploded in Peru and Bolivia on Monday.",  # lands hold more events than are told
        "The murders of six priests, their cook and her daughter shocked Lima.",
        "A quake shook Lima and Cusco on Monday.",
        "The army spread terror with indiscriminate bombings of villages in Lima and Cusco.",  # a practice
        "Rebels attacked a post 20 km north of Lima, and officers in Cusco condemned it.",
    ],
)
def test_what_is_one_stays_one(text: str) -> None:
    assert not parts(reading(text))


def test_a_toll_of_all_is_given_to_none_of_them() -> None:
    told = reading("Bombs exploded in Lima and Cusco on Monday, killing nine people and wounding 20.")
    assert shown(told, "killed", whole(told)) == ["killed=9"]
    assert not [c for one in parts(told) for c in (*shown(told, "killed", one), *shown(told, "injured", one))]


def test_each_has_its_own_victims_and_toll() -> None:
    told = reading("Gunmen killed a mayor in Lima and three policemen in Cusco on Monday.")
    first, second = parts(told)
    assert (first.victims, second.victims) == (("mayor",), ("policemen",))
    assert shown(told, "killed", first) == ["killed{officials}=1"]
    assert shown(told, "killed", second) == ["killed{police officers}=3"]
    assert shown(told, "killed", whole(told)) == []
    assert shown(told, "date", whole(told)) and first.when == second.when == whole(told).when
    assert first.actors == second.actors == ("gunmen",)


def test_the_noun_is_left_out_of_the_second() -> None:
    told = reading("Two soldiers were killed in Lima and three in Cusco on Monday.")
    assert [shown(told, "killed", one) for one in parts(told)] == [["killed{service members}=2"], ["killed=3"]]


def test_a_bare_list_of_numbers_is_one_each() -> None:
    told = reading("Bombs exploded in Lima, Ayacucho and Cusco, killing one, two and four people.")
    assert [shown(told, "killed", one) for one in parts(told)] == [["killed=1"], ["killed=2"], ["killed=4"]]
    assert shown(told, "killed", whole(told)) == ["killed=7"]


def test_sorts_of_people_are_no_list_of_numbers() -> None:
    told = reading("Bombs exploded in Lima and Cusco, killing two soldiers and a nurse.")
    assert not [c for one in parts(told) for c in shown(told, "killed", one)]


def test_days_of_each() -> None:
    told = reading("The bombings in Lima on Monday and in Cusco on Tuesday killed nine people.", "2023-05-11")
    first, second = parts(told)
    assert shown(told, "date", first) == ["date=2023-05-08"]
    assert shown(told, "date", second) == ["date=2023-05-09"]


def test_several_deeds_on_several_targets() -> None:
    told = reading("Attacks on the power station, the mayor's house and a bank were reported in Lima.")
    assert len(parts(told)) == 3
    told = reading("The murders of the mayor of Lima and of two teachers were condemned on Monday.")
    assert len(parts(told)) == 2


def test_kidnapped_and_killed_were_others() -> None:
    told = reading("Three farmers were kidnapped and two killed in Lima on Monday.")
    assert sorted(e.type for e in told.events) == ["kidnapping", "killing"]
    told = reading("Three farmers were kidnapped and killed in Lima on Monday.")
    assert len(told.events) == 1


def test_a_later_sentence_goes_on_about_one_of_them() -> None:
    told = reading("Bombs exploded in Lima and Cusco on Monday. The blast in Cusco wounded four people.")
    assert shown(told, "injured", parts(told)[1]) == ["injured=4"]


def test_ids_tell_them_apart_and_stay() -> None:
    text = "Gunmen killed a mayor in Lima and three policemen in Cusco on Monday."
    ids = [e.id for e in reading(text).events]
    assert ids == ["a:e7", "a:e7.14", "a:e7.34"]
    for one in parts(reading(text)):
        assert one.apart is not None and text[one.apart.span.start : one.apart.span.end] == one.apart.exact


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed Senator Boris Vance and kidnapped his driver in Lima on Monday.",
        "The murder of the judge Karl Rudd and the kidnapping of the mayor Anton Berg were condemned.",
        "Rebels blew up a bridge near Lima and attacked a police post in Zenda.",
        "The attack on the bank and the attack on the school were condemned in Lima.",
    ],
)
def test_deeds_of_a_list_are_one_each(text: str) -> None:
    assert len([e for e in reading(text).events if not e.whole]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot two men and killed a nurse in Lima on Monday.",
        "The mayor was kidnapped in an incident in which his driver was killed.",
        "The attack on the bank and the killing of a guard were condemned in Lima.",
        "Rebels attacked a post in Lima and wounded nine soldiers there.",
    ],
)
def test_what_came_of_a_deed_is_no_other(text: str) -> None:
    assert len(reading(text).events) == 1
