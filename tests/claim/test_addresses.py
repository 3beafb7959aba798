"""Blocks, and the towns people live in."""

from __future__ import annotations

import pytest

from tests.claim.reader import claims, event, reading, shown


def test_a_block_is_the_events_street() -> None:
    told = reading("Two men were shot in the 1100 block of Elm Road Sunday night. Police found them in the 1100-block of Elm Road.")
    (claim,) = [c for c in claims(told, "place", event(told, kind="shooting")) if c.scope]
    assert (claim.value.members, claim.scope, claim.evidence.exact) == (  # type: ignore[union-attr]
        ("1100 block of Elm Road",),
        "street",
        "1100 block of Elm Road",
    )


def test_the_stop_of_a_sentence_is_no_part_of_its_street_and_that_of_a_short_form_is() -> None:
    told = reading("Two men were shot in the 1100 block of Callao. Others were shot in the 300 block of N. Callao Street.")
    assert [c.value.members for c in claims(told, "place") if c.scope == "street"] == [  # type: ignore[union-attr]
        ("1100 block of Callao",),
        ("300 block of N. Callao Street",),
    ]


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


def test_a_block_of_a_street_that_bears_a_towns_name_is_in_no_other_town() -> None:
    told = reading(
        "A boy was shot in the leg by a friend in Lima. "
        "Deputies were sent to a shooting in the 100 block of Paris Street on Friday at 11 p.m."
    )
    shooting = event(told, kind="shooting")
    assert [c.value.members for c in claims(told, "place", shooting) if not c.scope] == [("Lima",)]  # type: ignore[union-attr]
    assert shown(told, "time", shooting) == ["time=23:00"]


def test_a_numbered_street_is_no_place_of_the_name_street() -> None:
    told = reading("A man was shot in a ravine in the 1300 block of 38th Street in Lima.")
    assert all("Street" not in event.places for event in told.events)
