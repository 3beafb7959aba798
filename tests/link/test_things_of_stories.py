"""Costs, lengths and numbers of staff that two articles of one story give."""

from __future__ import annotations

import pytest

import discrepancy
from discrepancy.ingest import inputs_from_records
from discrepancy.link.things import meant, one_thing
from discrepancy.rulebook import rulebook

BOOK = rulebook()
ONE = "Ann Rudd and Bo Quist met in Lima on Monday to speak of their town. "
OTHER = "In Lima a plan of Ann Rudd and Bo Quist is on all lips. "


def levels(first: str, second: str) -> list[str]:
    records = [
        {"doc_id": f"d{n}", "title": "", "text": text, "published": "2024-03-05"} for n, text in enumerate((ONE + first, OTHER + second))
    ]
    return [finding.level for finding in discrepancy.check(inputs_from_records(records, BOOK), BOOK).findings]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The repair of the pier cost 4.1 million pounds.", "The pier is open. Quist called the 4.6-million-pound project a repair."),
        ("The ferry, a 74-metre ship, is old.", "The vessel is 58 metres long."),
        ("The mine, which employs 640 people, is shut.", "Some 850 people work at the mine."),
        ("Councillors voted 31 to 14 to close the pool.", "The councillors closed the pool by 28 votes to 17."),
        ("Repairs will take eight months.", "The repairs go on. The work will last ten months."),
        ("The tower rises 210 metres.", "At 185 metres, the tower is the tallest."),
        ("The hospital has 320 beds.", "The 280-bed hospital is full."),
        ("The bakery was fined 40,000 dollars.", "The bakery must pay a fine of 60,000 dollars."),
        ("The three-day festival is over.", "The four-day festival sold out."),
    ],
)
def test_figures_of_one_thing_differ(first: str, second: str) -> None:
    assert levels(first, second) == ["warning"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Acme Steel employs 5,200 people.", "Some 2,500 people work at the plant."),
        ("The bridge cost 870 million euros.", "The tunnel cost 930 million euros."),
        ("The bridge is 2.4 kilometres long.", "The old bridge is 1.9 kilometres long."),
        ("The bridge cost 870 million euros.", "The first phase of the bridge cost 350 million euros."),
        ("The bridge cost 870 million euros.", "In 2019 the bridge cost 750 million euros."),
        ("The bridge cost 870 million euros and the road cost 300 million euros.", "The project cost 530 million euros."),
        ("The tunnel is 3.2 kilometres long.", "A queue 5 kilometres long formed at the tunnel."),
        ("Councillors voted 31 to 14 to close the pool.", "The rise in taxes was approved by 28 votes to 17."),
        ("The yacht is 40 metres long.", "The ferry is 74 metres long."),
        ("The festival drew 42,000 people.", "On Saturday alone the festival drew 24,000 people."),
        ("The pool cost 5 million euros.", "The repairs of the roof cost 3 million euros, and the plan is done."),
        ("The project cost 5 million euros.", "The advice cost 3 million euros."),
    ],
)
def test_figures_of_two_things_do_not(first: str, second: str) -> None:
    assert levels(first, second) == []


def test_where_neither_says_of_what_it_is_a_note() -> None:
    assert levels("It cost 870 million euros.", "It cost 1,300 million euros.") == ["note"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The charity raised 250,000 euros.", "The charity hopes to raise 400,000 euros."),
        ("The budget is 400 million euros.", "Last year's budget was 380 million euros."),
        ("The mill has 450 jobs.", "The mill will create 300 jobs."),
    ],
)
def test_what_is_marked_in_its_clause_is_another_figure(first: str, second: str) -> None:
    assert levels(first, second) == []


def test_a_name_is_the_thing_that_its_last_word_says() -> None:
    assert one_thing("St Ann Hospital", meant("clinic", BOOK), BOOK) is True
    assert one_thing("Acme Steel", "Acme", BOOK) is True
    assert one_thing("Blue Tern", "Grey Tern", BOOK) is False
    assert one_thing("Zenda", "City of Zenda", BOOK) is True
    assert one_thing("Zenda", "Zenda County", BOOK) is False
    assert one_thing("University of Zenda", "Zenda University", BOOK) is True
    assert one_thing("Acme Steel", meant("firm", BOOK), BOOK) is None
    assert one_thing("Acme Steel", meant("plant", BOOK), BOOK) is False
    assert one_thing(meant("old bridge", BOOK), meant("bridge", BOOK), BOOK) is False
    assert one_thing(meant("project", BOOK), meant("pier", BOOK), BOOK) is None
