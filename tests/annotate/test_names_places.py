"""Places: which one a name means, what lies in what, which hour it keeps."""

from __future__ import annotations

import zoneinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.annotate.names_kinds import kinds
from discrepancy.annotate.places import gazetteer
from discrepancy.gazetteer.table import begins, by_id, rows
from discrepancy.rulebook import rulebook
from discrepancy.rulebook.kinds.places import KnownPlace

RULES = rulebook()
PLACES = gazetteer(RULES)


@pytest.mark.parametrize(
    ("outer", "inner", "answer"),
    [
        ("Sudan", "El Fasher", True),
        ("Sudan", "South Sudan", False),
        ("Berkeley County", "Moncks Corner", None),  # not the Berkeley that the tables know
        ("Niger", "Abuja", False),
        ("Nigeria", "Abuja", True),
        ("Darfur", "North Darfur", True),
        ("Texas", "Houston", True),
        ("Ukraine", "Kharkiv region", True),
        ("Kharkiv region", "Ukraine", False),
        ("Somalia", "Puntland", True),
        ("Sistan-Baluchistan", "Zahedan", True),
        ("Baluchistan", "Zahedan", False),
        ("Georgia", "Atlanta", True),
        ("Georgia", "Tbilisi", True),
        ("Kenya", "Nowhere At All", None),
    ],
)
def test_containment(outer: str, inner: str, answer: bool | None) -> None:
    assert PLACES.contains(outer, inner) is answer


def test_a_place_is_decided_by_the_others_of_its_article() -> None:
    libya, lebanon = PLACES.resolve("Tripoli", ["Libya"]), PLACES.resolve("Tripoli", ["Lebanon", "Beirut"])
    assert libya is not None
    assert lebanon is not None
    assert (libya.country, lebanon.country) == ("LY", "LB")


def test_what_is_ambiguous_stays_unknown() -> None:
    assert PLACES.resolve("Springfield") is None
    assert PLACES.zone("Springfield") == ""
    assert PLACES.zone("Springfield", ["Illinois"]) == "America/Chicago"


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ("Sion", "Europe/Zurich"),
        ("Calcutta", "Asia/Kolkata"),
        ("Cologne", "Europe/Berlin"),
        ("Bruges", "Europe/Brussels"),
        ("Nepal", "Asia/Kathmandu"),
        ("Kordofan", ""),
        ("United States", ""),
        ("South Kivu", "Africa/Lubumbashi"),
    ],
)
def test_zones(place: str, zone: str) -> None:
    assert PLACES.zone(place) == zone


def test_adjectives_and_capitals_stand_for_countries() -> None:
    assert PLACES.nation("Ivorian") == "Ivory Coast"
    assert PLACES.speaks_for("the Kremlin") == "Russia"
    assert PLACES.nation("Martian") == ""


@pytest.mark.parametrize("rule", RULES.of(KnownPlace), ids=lambda rule: rule.id)
def test_entries_name_rows_zones_and_parents_that_exist(rule: KnownPlace) -> None:
    assert not rule.geonames or by_id(rule.geonames) is not None
    assert not rule.zone or rule.zone in zoneinfo.available_timezones()
    known = {other.id for other in RULES.of(KnownPlace)}
    for parent in rule.inside:
        assert parent in known or by_id(parent) is not None


@pytest.mark.parametrize("name", ["pakistan", "sistanbaluchestan", "rio", "newyork", "zyznikow", "aaland"])
def test_whatever_has_rows_begins_with_each_of_its_beginnings(name: str) -> None:
    if rows(name):
        assert all(begins(name[:size]) for size in range(1, len(name) + 1))
    assert not begins(f"{name}qzxq") and not rows(f"{name}qzxq")


def test_a_stretch_of_words_reaches_as_far_as_some_name_goes_on() -> None:
    cues = kinds(rulebook())
    assert cues.reach(["new", "york", "times", "qzx"]) == 3
    assert cues.reach(["qzx", "york"]) == 1
    assert cues.reach(["qzx", "york"], ["qzxyorkshire"]) == 2


@given(st.text(max_size=30))
def test_any_name_is_looked_up_without_a_fault(name: str) -> None:
    PLACES.find(name)
    rows(name)


@pytest.mark.parametrize(
    ("said", "country"),
    [
        ("Tehran", "Iran"), ("the Kremlin", "Russia"), ("Downing Street", "United Kingdom"), ("the Élysée Palace", "France"),
        ("Foggy Bottom", "United States"), ("the Blue House", "South Korea"), ("Aso Rock", "Nigeria"), ("Honiara", "Solomon Islands"),
        ("La Moneda", "Chile"), ("Malacañang", "Philippines"), ("Nowhere Palace", ""),
    ],
)  # fmt: skip
def test_a_seat_of_government_stands_for_its_country(said: str, country: str) -> None:
    assert PLACES.speaks_for(said) == country


@pytest.mark.parametrize(
    ("people", "country"),
    [
        ("Ni-Vanuatu", "Vanuatu"), ("Seychellois", "Seychelles"), ("Burkinabe", "Burkina Faso"), ("Filipinos", "Philippines"),
        ("South Sudanese", "South Sudan"), ("Kyrgyz", "Kyrgyzstan"),
        ("Emirati", "United Arab Emirates"), ("Nigerien", "Niger"), ("Nigerian", "Nigeria"),
    ],
)  # fmt: skip
def test_a_people_stands_for_its_country(people: str, country: str) -> None:
    assert PLACES.nation(people) == country


def test_every_state_has_a_people_or_a_seat() -> None:
    states = [rule for rule in RULES.of(KnownPlace) if rule.sort == "country"]
    assert len(states) > 190
    assert not [rule.id for rule in states if not rule.people and not rule.speaks]
