"""Whom a list counts, once each, and what stands beside a total: its parts, by how much it grew, the rest."""

from __future__ import annotations

import pytest

from discrepancy.claim.facts.read import told
from tests.claim.facts.facts_told import read, totals
from tests.claim.reader import reading, shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four people, a father and three children, were killed.", ["killed=4"]),
        ("Anna Berg, a sailor, was killed.", ["killed{service members}=1"]),
        ("Three brothers, Anton Berg, 35, Karl Berg, 27, and Nils Berg, 25, were killed.", ["killed{men}=3"]),
        ("The airstrike killed seven, all civilians.", ["killed{civilians}=7"]),
        ("Two men, a woman and a child were killed.", ["killed=4"]),
        ("Two boys, two girls were killed.", ["killed{children}=4"]),
        ("Two children, both girls, were killed.", ["killed{children}=2"]),
        ("Later Anna Maria Holm, 33 year old Karl Adam Berg and Olga Maria Holm were killed.", ["killed=3"]),
        ("He was killed with his daughters, Anna Berg and Maria Berg.", ["killed=3"]),
        ("Two twins, Sarah Holm and Karl Holm were killed.", ["killed=2"]),
        ("Anton Berg's eldest 33-year old son Karl Berg died with his wife, a 30-year old Ida Berg.", ["killed=2"]),
        ("He died along with his children: two daughters Ida Berg and Eva Berg, and two sons Karl Berg and Nils Berg.", ["killed=5"]),
        ("Reporter: Anton Berg died in the street.", ["killed=1"]),
        ("After killing his wife and two sons, Anton Berg drove home.", ["killed=3"]),
        ("He killed his wife and two sons, Karl and Nils Berg.", ["killed=3"]),
        ("Anton Berg, a cousin of Nils and Karl Berg, was killed.", ["killed=1"]),
        ("Anton Berg, a journalist for a radio station, and his mother were killed.", ["killed=2"]),
        ("Anton Berg, secretary of the union; and bodyguard Karl Holm, were killed.", ["killed=2"]),
        ("Also wounded were a sailor and a woman.", ["injured=2"]),
        ("Also shot were Anton Berg, 20, and Karl Holm, 23.", ["hit=2"]),
        ("Shots hit a 6-year-old boy, his aunt and a neighbor.", ["hit=3"]),
        ("The victims, two men and a woman, were killed.", ["killed=3"]),
        ("The victims, both men, were killed.", ["killed{men}=2"]),
        ("The passengers, two boys and a girl were killed.", ["killed>=5?"]),
        ("A neighbor killed man, grandmother, 2-month-old baby.", ["killed=3"]),
        ("8 yo girl killed in the harbour.", ["killed{children}=1"]),
        ("A blast that killed a 9-year-old, 2 others has shaken the town.", ["killed=3"]),
        ("She was shot while in a car with her father.", ["hit=1"]),
        ("He was shot with his wife's gun.", ["hit=1"]),
    ],
)
def test_a_list_counts_nobody_twice(text: str, expected: list[str]) -> None:
    assert totals(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve people were killed, three of them children.", ["killed{children}=3"]),
        ("Twelve people were killed, four of whom were children.", ["killed{children}=4"]),
        ("Two people, both of them children, were killed.", ["killed{children}=2"]),
        ("Twelve people were killed, including a teacher.", ["killed{teachers}=1"]),
    ],
)
def test_parts_stand_before_or_behind_the_verb(text: str, expected: list[str]) -> None:
    assert [told(fact) for fact in read(text) if fact.part_of is not None] == expected


def test_a_colon_sets_parts_behind_their_total() -> None:
    found = read("Nine people were killed in a blast in Zenda on Monday: four men, three women and two children, police said.")
    assert [(told(f), f.part_of) for f in found] == [
        ("killed=9", None),
        ("killed{men}=4", 0),
        ("killed{women}=3", 0),
        ("killed{children}=2", 0),
    ]
    assert [told(f) for f in read("Nine people were killed in Zenda: three officers said so.")] == ["killed=9"]


@pytest.mark.parametrize(
    "text",
    [
        "The death toll rose to 18 after three people died in hospital.",
        "The death toll rose to 18 after three more bodies were found in the mud.",
        "The death toll climbed to 18 as rescuers pulled three bodies from the mud.",
    ],
)
def test_what_a_toll_grew_by_stands_beside_it(text: str) -> None:
    assert [(told(fact), fact.additional) for fact in read(text)] == [("killed=18", False), ("killed=3", True)]


def test_a_part_points_at_its_total() -> None:
    found = read("Nine people, including four children, were killed.")
    parts = [fact for fact in found if fact.part_of is not None]
    assert [told(fact) for fact in parts] == ["killed{children}=4"]
    assert found[parts[0].part_of or 0].value.low == 9


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A bomb in Zenda on Monday killed nine and wounded 85, police and hospital officials said.", ["killed=9", "injured=85"]),
        ("A bomb in Zenda on Monday wounded 85, soldiers and witnesses reported.", ["injured=85"]),
        ("A bomb in Zenda on Monday wounded nine people, soldiers and two women.", ["injured>=13?"]),
    ],
)
def test_those_who_say_a_toll_are_no_part_of_it(text: str, wanted: list[str]) -> None:
    assert totals(text) == wanted


def test_all_but_some_are_the_rest() -> None:
    assert totals("All but three of the 28 passengers were killed there.") == ["killed=25"]


def test_some_of_the_dead_of_no_sort_are_no_toll_of_their_own() -> None:
    told = shown(reading("Eleven tourists were killed in Zenda on Monday. Two Britons were among the 11 tourists killed."), "killed")
    assert told == ["killed{foreign nationals}=11"] * 2


def test_those_of_another_verb_have_parts_of_their_own() -> None:
    arrested, hurt, part = read("More than 70 were arrested and six were injured, four of them police officers.")
    assert (told(arrested), told(hurt), told(part)) == ("arrested>=71", "injured=6", "injured{police officers}=4")


def test_who_did_what_is_told_before_a_list_is_none_of_it() -> None:
    found = reading("Three suspects were shot by Ruritanian police, five suspects taken into custody.")
    assert shown(found, "arrested") == ["arrested{attackers}=5"]
