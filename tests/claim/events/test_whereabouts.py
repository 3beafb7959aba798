"""Where an event happened: which places near its words are its own, and which are those of somebody or something else."""

from __future__ import annotations

import pytest

from tests.claim.reader import claims, days, event, reading, shown


def test_an_embassy_is_not_in_its_state() -> None:
    told = event(reading("A bomb exploded in front of the embassy of Norway in Lima on Sunday."), kind="bombing")
    assert told.places == ("Lima", "Peru")
    told = event(reading("The Norwegian embassy bombing in Lima killed nine on Sunday."), kind="bombing")
    assert told.places == ("Lima", "Peru")


@pytest.mark.parametrize(
    "text",
    [
        "Nine soldiers were killed while on patrol in Lima on Sunday.",
        "Nine soldiers were killed as they were walking home in Lima on Sunday.",
        "Nine people were hurt while watching a match in Lima on Sunday.",
        "Gunmen killed nine worshippers during Sunday prayers at a mosque in Lima.",
        "Gunmen killed nine people during a wedding in Lima on Sunday.",
        "A quake struck off Lima on Sunday.",
        "A man drove a van into a crowd in Lima on Sunday, killing ten people.",
        "A landmine exploded under a bus near Lima on Sunday.",
    ],
)
def test_where_and_when_something_befell_somebody_is_told_behind_what_went_on(text: str) -> None:
    assert event(reading(text)).places == ("Lima", "Peru")
    assert days(text, "2024-03-04") == ["2024-03-03"]


def test_what_others_did_says_nothing_of_it() -> None:
    assert event(reading("A soldier was killed while rebels sang in Lima."), kind="killing").places == ()


def test_a_town_that_is_called_by_its_region_is_the_place() -> None:
    assert event(reading("A bomb exploded in Ruritania's Ural mountains city of Lima on Sunday."), kind="bombing").places == (
        "Lima",
        "Peru",
    )
    assert event(reading("A bomb exploded in the Zenda district of Lima on Sunday."), kind="bombing").places[0] == "Zenda"
    assert event(reading("A bomb exploded in the Black Sea province of Rize on Sunday."), kind="bombing").places[0] == "Rize"


def test_a_state_behind_a_prefix_is_no_place() -> None:
    assert event(reading("It was the worst post-Soviet accident in Lima.")).places == ("Lima", "Peru")
    assert event(reading("A plane crashed on Sunday on its way into Lima from the port of Callao."), kind="accident").places[0] == "Lima"


def test_where_and_when_stand_behind_the_second_of_two_verbs() -> None:
    told = event(reading("A depot was attacked and badly damaged in Lima on 3 March 2024."), kind="attack")
    assert told.places == ("Lima", "Peru")
    assert told.when is not None
    assert str(told.when.first) == "2024-03-03"


@pytest.mark.parametrize("of", ["in English history", "in Scottish legal history"])
def test_a_history_is_no_place(of: str) -> None:
    assert event(reading(f"It was the biggest robbery {of}."), kind="theft").places == ()


def test_a_church_of_our_lady_is_in_no_town_of_that_name() -> None:
    told = event(reading("A bombing near the Church of Our Lady in Lima killed nine on Sunday."), kind="bombing")
    assert told.places == ("Lima", "Peru")


def test_a_village_named_at_the_start_is_the_place() -> None:
    assert event(reading("In the village of Zenda rebels set fire to the telephone exchange.")).places == ("Zenda",)


def test_name_that_an_aside_calls_a_village_is_a_place() -> None:
    told = event(reading("Norway struck Grankulla, a village in Sweden, on Monday."), actor="Norway")
    assert (told.targets, told.places) == ((), ("Grankulla", "Sweden"))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Police returned to Lima, where a bomb killed nine people on Monday.", ("Lima", "Peru")),
        ("Aid has reached the villages near Manta in which an earthquake killed 14 people.", ("Manta", "Ecuador")),
        ("He flew to Lima, where he was told that gunmen had killed nine people.", ()),
        ("He flew to Lima, where he spoke of the attack.", ()),
    ],
)
def test_the_place_before_where_is_that_of_its_clause(text: str, places: tuple[str, ...]) -> None:
    assert reading(text).events[0].places == places


def test_where_an_event_took_place_is_its_place_and_that_day_its_day() -> None:
    told = reading("Police spoke of an attack on a bank. The attack, which took place in Lima on May 8, hurt nobody.")
    attack = event(told, kind="attack")
    assert "Lima" in attack.places and shown(told, "date", attack) == ["date=2023-05-08"]


def test_who_says_so_in_a_town_was_not_killed_there() -> None:
    told = reading("In Lima, officials said that rebels killed two people.")
    assert event(told, kind="killing").places == ()
    assert "Lima" in event(reading("In Lima, however, rebels killed two people."), kind="killing").places


@pytest.mark.parametrize("held", ["rebel-held", "government-controlled", "besieged"])
def test_who_holds_a_town_hides_no_place(held: str) -> None:
    told = event(reading(f"Warplanes bombed a market in the {held} town of Lima on Thursday, killing nine people."), kind="strike")
    assert told.places[:1] == ("Lima",)


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed when a wall fell on them in Lima on Friday.",
        "Nine people were hurt in a fire that broke out when a spark set off a store of paint at a mill in Lima on Friday.",
    ],
)
def test_a_clause_with_when_tells_where_and_when_it_was(text: str) -> None:
    told = reading(text)
    (happened,) = told.events
    assert happened.places == ("Lima", "Peru")
    assert shown(told, "date", happened) == ["date=2023-05-12"]


def test_what_came_before_tells_where_it_was_and_no_day() -> None:
    told = reading("Nine people died after a wall fell on them in Lima.")
    assert event(told, kind="killing").places == ("Lima", "Peru")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen stopped a bus near Lima on Monday and killed nine people.", ("Lima",)),
        ("He studied in Lima and killed nine people on Monday.", ()),
    ],
)
def test_what_they_did_just_before_tells_where_they_did_it(text: str, place: tuple[str, ...]) -> None:
    assert reading(text).events[0].places[:1] == place


@pytest.mark.parametrize(
    ("where", "places"),
    [
        ("in the Victoria neighbourhood", ["Lima", "Victoria neighbourhood"]),
        ("in the Zenda neighbourhood", ["Lima", "Zenda"]),
    ],
)
def test_a_quarter_that_bears_the_name_of_another_place_is_of_the_town(where: str, places: list[str]) -> None:
    told = reading(f"A bomb killed nine people in a market in Lima on Monday. The blast happened {where} at noon.")
    assert len(told.events) == 1
    assert [claim.partition("=")[2] for claim in shown(told, "place")] == places


@pytest.mark.parametrize(
    ("where", "places"),
    [
        ("near 21st and Cusco", ()),
        ("near Cusco & 5th Street", ()),
        ("at the corner of 5th Street and Cusco", ()),
        ("in the area of 21st and Cusco in Manta", ("Manta", "Ecuador")),
        ("in Cusco near 21st and Main", ("Cusco", "Peru")),
        ("in Cusco and 21 villages", ("Cusco", "Peru")),
        ("in Cusco and 3rd Brigade barracks", ("Cusco", "Peru")),
    ],
)
def test_a_street_that_a_numbered_one_crosses_is_no_town(where: str, places: tuple[str, ...]) -> None:
    assert event(reading(f"Two men were shot {where} on Monday.")).places == places


def test_a_neighbourhood_of_a_named_part_is_there() -> None:
    told = reading("A bomb killed nine people in the Victoria neighbourhood of Lima on Monday.")
    assert "Victoria neighbourhood" not in event(told).places


def test_a_suburb_of_a_town_is_not_the_town() -> None:
    told = reading("Two men were shot dead in a Paris suburb on Monday.")
    assert claims(told, "place") == []
    assert shown(reading("Two men were shot dead in Paris on Monday."), "place") == ["place=Paris"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Militants in Cusco kidnapped an engineer on Monday.", ("Cusco", "Peru")),
        ("A judge near Cusco was kidnapped on Monday.", ("Cusco", "Peru")),
        ("Militants in Norway kidnapped an engineer on Monday.", ()),
        ("Militants in Cusco kidnapped an engineer in Manta on Monday.", ("Manta", "Ecuador")),
        ("A parcel bomb sent to an office in Cusco killed a clerk on Monday.", ("Cusco", "Peru")),
        ("Grenades were thrown into two bars in Cusco on Monday.", ("Cusco", "Peru")),
        ("In Cusco, some 60 kilometres away, fighters looted a clinic and kidnapped two nurses.", ("Cusco", "Peru")),
    ],
)
def test_the_town_beside_a_subject_or_a_device_is_the_place(text: str, places: tuple[str, ...]) -> None:
    assert reading(text).events[-1].places == places
