"""Tolls of a disaster told place by place."""

from __future__ import annotations

import pytest

from tests.claim.reader import event, reading, shown


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Nineteen people died in Cusco district and nine in neighbouring Puno.",
            ["killed=19 scope=place:Cusco", "killed=9 scope=place:Puno"],
        ),
        ("Twenty-two of the deaths were in Cusco and 11 in Puno.", ["killed=22 scope=place:Cusco", "killed=11 scope=place:Puno"]),
        ("Nineteen people died in Cusco.", ["killed=19"]),
    ],
)
def test_each_place_has_its_own_toll(text: str, wanted: list[str]) -> None:
    told = reading(f"Floods have killed 33 people in the south of Peru. {text}")
    assert [claim for claim in shown(told, "killed") if claim != "killed=33"] == wanted
    assert "killed=33" in shown(told, "killed", event(told, kind="flood"))


def test_deeds_in_two_places_are_two() -> None:
    told = reading("Gunmen killed 19 people in Cusco and nine in Puno on Sunday.")
    assert not any("scope" in claim for claim in shown(told, "killed"))
