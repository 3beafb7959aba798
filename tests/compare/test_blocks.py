"""Blocks against blocks."""

from __future__ import annotations

import pytest

from discrepancy.compare.lexicon import Lexicon
from discrepancy.rulebook import rulebook


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("1100 block of Elm Road", "1100 block of Elm Avenue", "disjoint"),
        ("1100 block of Elm Road", "1100 block of Elm Rd.", "same"),
        ("1100 block of Elm", "1100 block of North Elm Road", "same"),
        ("1100 block of North Elm Road", "1100 block of S. Elm Road", "disjoint"),
        ("1100 block of Elm Road", "1200 block of Elm Road", "disjoint"),
        ("1100 block of Elm Road", "1100 block of Oak Road", "disjoint"),
        ("1100 block of Elm Road", "300 block of Oak Road", "unknown"),
        ("1104 Elm Road", "1114 Elm Road", "disjoint"),
        ("1104 Elm Road", "1100 block of Oak Road", "disjoint"),
        ("1104 Elm Road", "38 Oak Road", "unknown"),
        ("corner of Elm Road and Mill Street", "corner of Mill St and Elm", "same"),
        ("corner of Elm Road and Mill Street", "corner of Oak Road and Mill Street", "disjoint"),
        ("corner of Elm Road and Mill Street", "corner of Oak Road and 5th Street", "unknown"),
        ("corner of Elm Road and Mill Street", "1100 block of Oak Road", "unknown"),
        ("100 block of 5th Street", "100 block of 5th St", "same"),
        ("400 block of NE 6th Street", "400 block of Northeast Sixth Street", "same"),
        ("1100 block of Killian Road", "1100 block of Kilian Road", "same"),
        ("2700 block of Elm Oak Road", "2700 block of Elm-Oak Road", "same"),
        ("1800 block of W. North Avenue", "1800 block of West North Ave.", "same"),
        ("1800 block of W. North Avenue", "1800 block of W. South Avenue", "disjoint"),
        ("1100 block of Fairmount", "1100 block of Fairmont", "same"),
        ("1100 block of Fairmount", "1100 block of Farmont", "disjoint"),
        ("1100 block of East 136th Street", "1100 block of East 146th Street", "disjoint"),
        ("1100 block of Highway 12", "1100 block of Hwy 12", "same"),
        ("Oak Road", "1100 block of Elm Road", "unknown"),
        ("Elm Avenue", "1100 block of Elm Road", "unknown"),
        ("Elm", "1100 block of Elm Road", "unknown"),
    ],
)
def test_two_blocks(a: str, b: str, wanted: str) -> None:
    lexicon = Lexicon(rulebook())
    assert lexicon.relation(a, b) == wanted
    assert lexicon.relation(b, a) == wanted


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("Elm Road", "1100 block of Elm Road"),
        ("W. North Ave.", "1800 block of West North Avenue"),
        ("600 block of Elm Avenue", "680 block of Elm Avenue"),
    ],
)
def test_what_a_street_and_a_block_hold(whole: str, part: str) -> None:
    lexicon = Lexicon(rulebook())
    assert lexicon.relation(whole, part) == "wider"
    assert lexicon.relation(part, whole) == "narrower"


def test_a_house_stands_in_its_block() -> None:
    lexicon = Lexicon(rulebook())
    assert lexicon.relation("1104 Elm Road", "1100 block of Elm Rd") == "narrower"
    assert lexicon.relation("1100 block of Elm Rd", "1104 Elm Road") == "wider"
