"""Whose part of the votes it is, and of which place the turnout."""

from __future__ import annotations

import pytest

from tests.claim.reader import reading, shown


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ann Rudd won Sunday's election by 53.1% to 46.9%, defeating Bo Quist.", ["53.1 unit='%' entity=Ann Rudd"]),
        (
            "Ann Rudd has won the election with 51.3 percent of the vote, defeating Bo Quist, who took 48.7 percent.",
            ["51.3 unit='%' entity=Ann Rudd", "48.7 unit='%' entity=Bo Quist"],
        ),
        (
            "Ann Rudd won 52.4 per cent in the election and Mr. Quist 45.1 per cent.",
            ["52.4 unit='%' entity=Ann Rudd", "45.1 unit='%' entity=Quist"],
        ),
        (
            "Ann Rudd won the election with 54 percent to 46 percent for Bo Quist.",
            ["54 unit='%' entity=Ann Rudd", "46 unit='%' entity=Bo Quist"],
        ),
        (
            "Ann Rudd won the presidency of Zenda in Sunday's election with 54.3 percent of the vote, ending 16 years of one party.",
            ["54.3 unit='%' entity=Ann Rudd"],
        ),
        ("Bo Quist lost the election. He took 41 percent.", ["41 unit='%' entity=Bo Quist"]),
        (
            "The Green Front took 31.2 percent in the election, and the Socialist Party 28 percent, Ann Rudd said.",
            ["31.2 unit='%' entity=Green Front by=Ann Rudd", "28 unit='%' entity=Socialist Party by=Ann Rudd"],
        ),
    ],
)
def test_a_part_of_the_votes_is_that_of_the_one_who_took_it(text: str, wanted: list[str]) -> None:
    told = [line for line in shown(reading(text), "count") if "share" in line]
    assert told == [f"count{{share of the vote}}={line}" for line in wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Rudd took 51.3 percent of the firm.",
        "In the election of 2019 Ann Rudd took 51.3 percent.",
        "Ann Rudd won the election and took 61 percent in the capital.",
        "In the election Ann Rudd took 38 percent in the first round.",
        "Ann Rudd won the election. In Lima she won 80 percent.",
        "In the election the party of Ann Rudd took 51.3 percent.",
        "After an election Ann Rudd lost a stake of 12 percent.",
        "With 60 percent of votes counted, the election is open.",
    ],
)
def test_other_parts_and_votes_of_other_times_are_nobodys(text: str) -> None:
    assert not [line for line in shown(reading(text), "count") if "share" in line and "entity" in line]


def test_the_turnout_is_that_of_the_vote_and_not_yet_known_at_noon() -> None:
    assert "count{turnout}=68 unit='%'" in shown(reading("Ann Rudd won the election in Peru. Turnout was 68 percent."), "count")
    told = shown(reading("Peru votes in an election. By noon turnout was 31 percent. In 2019 turnout was higher than 80 percent."), "count")
    assert not [line for line in told if "turnout" in line]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("After the vote the Liberals, who have 31 seats, lead.", ["count{seats}=31 entity=Liberals"]),
        ("The Labour Front won the election. The party has 64 seats.", ["count{seats}=64 entity=Labour Front"]),
        ("The Labour Front lost 64 seats in the election.", []),
        (
            "The Civic Union won 71 seats in the election, the Labour Front 67.",
            ["count{seats}=71 entity=Civic Union", "count{seats}=67 entity=Labour Front"],
        ),
    ],
)
def test_seats_are_those_of_a_party(text: str, wanted: list[str]) -> None:
    assert [line for line in shown(reading(text), "count") if "entity" in line] == wanted
