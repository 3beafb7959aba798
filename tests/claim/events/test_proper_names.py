"""Events that have a proper name: storms and fires."""

from __future__ import annotations

import pytest

from tests.claim.reader import event, reading, shown


@pytest.mark.parametrize(
    "text",
    [
        "Hurricane Delia hit Lima on Monday. Delia killed nine people.",
        "Hurricane Delia, a Category 4 storm, hit Lima on Monday. The hurricane killed nine people.",
        "Tropical Storm Delia hit Lima on Monday, killing nine people.",
    ],
)
def test_a_storm_is_known_by_its_name(text: str) -> None:
    told = reading(text)
    storm = event(told, kind="storm")
    assert "Lima" in storm.places
    assert not storm.actors
    assert shown(told, "killed", storm) == ["killed=9"]


def test_two_storms_of_two_names_are_two() -> None:
    told = reading("Hurricane Delia killed nine people in Lima on Monday. It was the deadliest since Hurricane Oskar killed 60 in 2017.")
    assert [shown(told, "killed", one) for one in told.events if one.type == "storm"] == [["killed=9"], ["killed=60"]]


def test_whoever_bears_the_name_of_a_storm_is_a_person() -> None:
    told = reading("President Delia Ruiz spoke in Lima after Hurricane Delia. The National Hurricane Center has moved.")
    assert {(name.kind, name.text) for name in told.names} >= {("person", "Delia Ruiz"), ("event", "Hurricane Delia")}
    assert ("event", "National Hurricane Center") not in {(name.kind, name.text) for name in told.names}
