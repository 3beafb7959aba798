"""Targets, posts, seats, responsibility."""

from __future__ import annotations

import pytest

from tests.claim.reader import claims, reading, shown


def test_list_of_targets() -> None:
    told = reading("Sweden launched strikes against bases of the Fell Liberation Front and Fell Liberation Army in Norway.")
    assert shown(told, "target") == ["target=Fell Liberation Army & Fell Liberation Front"]


def test_aimed_at() -> None:
    told = reading("Oslo said the strikes were aimed at the Fell Liberation Front, a Sweden-based faction.")
    assert shown(told, "target") == ["target=Fell Liberation Front by=Norway"]
    assert shown(told, "base") == ["base=Sweden entity=Fell Liberation Front by=Norway"]


def test_where_a_group_operates_is_loose() -> None:
    told = reading("The Fell Liberation Front primarily operates in Sweden.")
    assert shown(told, "base") == ["base=Sweden entity=Fell Liberation Front loose=yes"]


def test_post_of_the_envoy_kept_away() -> None:
    told = reading("Norway recalled its ambassador to Stockholm and did not allow his counterpart to return to Oslo.")
    assert shown(told, "role") == ["role=ambassador"]
    told = reading("Norway called home its ambassador and asked the Swedish charge d'affaires to not return to Oslo.")
    assert shown(told, "role") == ["role=charge d'affaires"]


def test_nobody_claimed_it() -> None:
    told = reading("A car bomb exploded in Lima on Sunday. No group has claimed responsibility.")
    assert shown(told, "responsibility") == ["responsibility=nobody"]


def test_age_of_a_named_person() -> None:
    told = reading("Carlos Quispe, 44, was shot in Lima.")
    assert shown(told, "age") == ["age=44 unit=years entity=Carlos Quispe"]


def test_meetings_accuse_nobody() -> None:
    told = reading("The ministers of Norway held talks with Carlos Quispe in Lima.")
    assert shown(told, "actor") == []


def test_the_same_office_is_that_of_the_person_beside() -> None:
    told = reading(
        "Norwegian Foreign Minister Anna Berg spoke on Monday. Beside her stood Karl Holm, who holds the same office in Denmark."
    )
    offices = [line for line in shown(told, "name") if " scope=" not in line]  # a scope is a trade
    assert offices == [
        "name=Anna Berg entity=Norway’s foreign minister",
        "name=Karl Holm entity=Denmark’s foreign minister",
    ]


def test_a_base_rests_on_the_party_whose_base_it_is() -> None:
    told = reading("Norway said its strikes were aimed at the Fell Liberation Front, a Sweden-based faction of smugglers.")
    (base,) = claims(told, "base")
    assert base.anchors == tuple(claim.id for claim in claims(told, "target"))
    assert base.anchors


def test_the_aim_of_a_strike_is_its_target() -> None:
    first = "Norway carried out a missile strike on a port in Sweden on Sunday. "
    told = reading(first + "Its aim, it said, was to hit fighters with links to the Fell Liberation Front.")
    assert [s for s in shown(told, "target") if "Fell" in s] == ["target=Fell Liberation Front"]


def test_who_the_dead_were_by_each_noun() -> None:
    told = reading("A blast in Lima killed a six-year-old girl and an 11-month-old boy on Sunday.")
    assert shown(told, "victims") == ["victims=boy & girl"]
    assert shown(reading("A blast in Lima killed two girls on Sunday."), "victims") == ["victims=girls"]


@pytest.mark.parametrize(
    "text",
    [
        "Maris Police homicide investigators believe that the shooting in Maris began with a quarrel.",
        "The deed came months after the Sandy Brook Elementary School massacre in Maris.",
        "One of seven hurt in the Moose Lodge Christmas party shooting in Maris speaks out.",
        "A Wal-Mart customer opened fire on two thieves at a store in Maris.",
        "Alek Parnell died from wounds suffered in the shooting in Maris.",
        "A boy was hurt in a shooting in Maris. The coroner says Alek Parnell died Thursday.",
        "Police arrested a teen in the shooting of 15-year-old Alek Parnell, who died the next day in Maris.",
        "The attack in Maris was condemned by Hezbollah.",
        "The gunfire in Maris was captured by Shotfinder.",
        "Fresh terrorist rocket attacks on Maris on Sunday killed three people.",
    ],
)
def test_who_is_only_named_beside_a_deed_did_not_do_it(text: str) -> None:
    assert shown(reading(text), "actor") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The attack in Maris was carried out by Hezbollah.", "Hezbollah"),
        ("The Taliban attack in Maris killed nine.", "Taliban"),
        ("Alek Parnell shot and killed two people in Maris.", "Alek Parnell"),
        ("The attack in Maris was claimed by Hezbollah.", "Hezbollah"),
        ("A Zenda Army soldier shot a miller in Maris.", "Zenda Army"),
    ],
)
def test_who_did_it_is_told_by_the_verb_or_the_name_of_an_armed_group(text: str, who: str) -> None:
    assert any(claim.startswith(f"actor={who}") for claim in shown(reading(text), "actor"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "A bomb went off in Zenda. The Sons of Dawn, an armed group, said that it carried out the attack.",
            ["responsibility=Sons of Dawn"],
        ),
        ("A bomb went off in Zenda. The police said that the Sons of Dawn carried out the attack.", []),
        ("A bomb went off in Zenda. The Islamic State group claimed responsibility.", ["responsibility=Islamic State"]),
        ("A bomb went off in Zenda. The Danish branch of the Taliban claimed responsibility.", ["responsibility=Taliban"]),
        ("A bomb went off in the town of Zenda. Taliban spokesman Bo Quist claimed responsibility for it.", ["responsibility=Taliban"]),
        ("A bomb went off in Zenda. Bo Quist, a spokesman for the Taliban, claimed responsibility.", ["responsibility=Taliban"]),
        (
            "A bomb went off in Zenda. The Sons of Dawn, the Danish branch of the Taliban, claimed responsibility.",
            ["responsibility=Sons of Dawn"],
        ),
        ("A bomb went off in Zenda. Bo Quist of the Taliban claimed responsibility.", ["responsibility=Bo Quist"]),
    ],
)
def test_who_says_that_it_did_a_deed_claims_it(text: str, wanted: list[str]) -> None:
    assert [line.partition(" by=")[0] for line in shown(reading(text), "responsibility")] == wanted


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The Zenda Liberation Front claimed responsibility.", ["stance=claimed responsibility entity=Zenda Liberation Front"]),
        ("The Zenda Liberation Front denied any involvement.", ["stance=denied responsibility entity=Zenda Liberation Front"]),
        (
            "The Zenda Liberation Front, which has attacked banks, denied carrying out the bombing.",
            ["stance=denied responsibility entity=Zenda Liberation Front"],
        ),
        (
            "The Zenda Liberation Front said it had nothing to do with the blast.",
            ["stance=denied responsibility entity=Zenda Liberation Front"],
        ),
        (
            "The Zenda Liberation Front said its fighters had carried out the attack.",
            ["stance=claimed responsibility entity=Zenda Liberation Front"],
        ),
        ("No group claimed responsibility.", []),
    ],
)
def test_a_deed_is_claimed_or_denied(said: str, found: list[str]) -> None:
    told = reading(f"A bomb exploded in Lima on Monday. {said}")
    assert [text.removesuffix(" by=Zenda Liberation Front") for text in shown(told, "stance")] == found
    assert {claim.event for claim in claims(told, "stance")} <= {one.id for one in told.events if one.type == "bombing"}
