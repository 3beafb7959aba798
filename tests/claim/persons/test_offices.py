"""Who holds an office of a state."""

from __future__ import annotations

import pytest

from tests.claim.reader import reading, shown


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Norwegian Foreign Minister Ann Rudd spoke in Oslo on Monday.", ["name=Ann Rudd entity=Norway’s foreign minister"]),
        ("Ann Rudd, the prime minister of Norway, spoke in Oslo on Monday.", ["name=Ann Rudd entity=Norway’s prime minister"]),
        (
            "Norwegian Foreign Minister Ann Rudd met her Swedish counterpart, Bo Quist, in Oslo on Monday.",
            ["name=Ann Rudd entity=Norway’s foreign minister", "name=Bo Quist entity=Sweden’s foreign minister"],
        ),
        ("Former Norwegian Foreign Minister Ann Rudd spoke in Oslo on Monday.", []),
        ("Norway’s deputy foreign minister Ann Rudd spoke in Oslo on Monday.", []),
    ],
)
def test_an_office_is_held_by_whom_it_stands_beside(text: str, wanted: list[str]) -> None:
    offices = (line for line in shown(reading(text), "name") if " scope=" not in line)  # a scope is a trade
    assert [line.partition(" by=")[0] for line in offices] == wanted


def test_who_speaks_with_somebody_is_not_what_he_is_called() -> None:
    assert shown(reading("A coach spoke with Al Quist in Lima on Monday."), "name") == []
    assert shown(reading("Al Quist, the coach, spoke in Lima on Monday."), "name") != []
    assert shown(reading("The finance officer of Elton Marsh spoke in Lima on Monday."), "name") == []
