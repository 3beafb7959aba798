"""Where people live, and where places lie."""

from __future__ import annotations

import pytest

from tests.claim.reader import reading, shown


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Carlos Quispe, 44, of Lima, was arrested on Sunday.", ["place=Lima entity=Carlos Quispe scope=home"]),
        ("Carlos Quispe, who lived in Lima, was arrested on Sunday.", ["place=Lima entity=Carlos Quispe scope=home"]),
        ("Carlos Quispe, head of police, was arrested on Sunday.", []),
    ],
)
def test_where_a_person_lives(text: str, wanted: list[str]) -> None:
    assert [s for s in shown(reading(text), "place") if "home" in s] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A bomb hit Callao, a city in Peru, on Monday.", ["place=Peru entity=Callao scope=region"]),
        ("A bomb hit Tingo, a village in Peru's Cajamarca region, on Monday.", ["place=Cajamarca entity=Tingo scope=region"]),
        ("A bomb hit Callao, a blow to Peru, on Monday.", []),
    ],
)
def test_where_the_text_says_that_a_place_lies(text: str, wanted: list[str]) -> None:
    assert [s for s in shown(reading(text), "place") if "region" in s] == wanted
