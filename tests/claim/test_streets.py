"""Blocks, houses and corners: on which street something happened."""

from __future__ import annotations

import pytest

from tests.claim.reader import claims, event, reading, shown


def _streets(text: str) -> list[str]:
    return [s for s in shown(reading(text), "place") if "street" in s]


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
        ("Two men were shot at 318 N. Elm Road in Lima on Sunday.", ["318 N. Elm Road"]),
        ("Two men were shot in Lima on Sunday. It happened outside 318 Elm Rd. at noon.", ["318 Elm Rd"]),
        ("Two men were shot in Lima on Sunday. Call the police at 318 Elm Road.", []),
        ("Two men were shot in Lima on Sunday. A vigil was held at 318 Elm Road.", []),
        ("Two men were shot in Lima on Sunday. Bo Quist, 27, of 318 Elm Road, was arrested.", []),
        ("Two men were shot at 9 p.m. on Elm Road in Lima.", []),
    ],
)
def test_a_house_is_where_its_clause_tells_what_happened(text: str, wanted: list[str]) -> None:
    assert _streets(text) == [f"place='{value}' scope=street" for value in wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two men were shot at the corner of Elm Road and Mill Street in Lima.", ["Elm Road and Mill Street"]),
        ("Two men were shot near Elm and Mill streets in Lima on Sunday.", ["Elm Street and Mill Street"]),
        ("Two men were shot at 5th and Mill in Lima on Sunday.", []),
        ("Two men were shot in Lima. It happened at 5th Avenue and West Mill Road about 9 p.m.", ["5th Avenue and West Mill Road"]),
        ("Two men were shot in Lima on Sunday. One of them lived at the corner of Elm and Mill streets.", []),
    ],
)
def test_a_corner_is_that_of_two_streets(text: str, wanted: list[str]) -> None:
    assert _streets(text) == [f"place=corner of {value} scope=street" for value in wanted]


def test_what_was_around_a_corner_is_loose() -> None:
    told = reading("Two men were shot in the area of Elm Road and Mill Street in Lima on Sunday.")
    assert [c.loose for c in claims(told, "place", event(told, kind="shooting")) if c.scope] == [True]


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


def test_the_lines_of_a_page_hold_no_street() -> None:
    assert _streets("By Bo Quist, 318 Elm Road\n\nTwo men were shot in Lima on Sunday.") == []
