"""Votes told as two figures."""

from __future__ import annotations

import pytest

from tests.claim.reader import reading, shown


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Councillors in Lima voted 31 to 14 on Tuesday to build a tram line.", ["31"]),
        ("The council in Lima approved it by 28 votes to 17.", ["28"]),
        ("The council in Lima voted 5-8 against it.", ["8"]),
        ("The plan passed in Lima on Monday, 9 votes to 4.", ["9"]),
        ("By a vote of 6 to 3 the court in Lima upheld it.", ["6"]),
        ("The council in Lima voted on Monday. Acme beat Bolt 3-1.", []),
        ("The council in Lima will vote on prices of 3 to 5 euros.", []),
        ("The committee had voted 4-3 before the council in Lima met.", []),
    ],
)
def test_a_vote_came_to_so_many_against_so_few(text: str, wanted: list[str]) -> None:
    told = [line for line in shown(reading(text), "count") if "votes" in line]
    assert told == [f"count{{winning votes}}={number}" for number in wanted]
