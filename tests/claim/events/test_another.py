"""A sentence that turns to one more event, and says so in its first words."""

from __future__ import annotations

import pytest

from tests.claim.reader import claims, reading


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        (
            "Unknown men broke into a farm near Lima on Monday and killed a guard. In another action put down to smugglers, several men "
            "wounded a guard at a house in Cusco on Sunday.",
            [1],
            [1],
        ),
        (
            "Gunmen killed a farmer near Lima on Monday. In a separate attack claimed by the Maris Front, two teachers were wounded in "
            "Cusco.",
            [1],
            [2],
        ),
    ],
)
def test_another_attack_stays_another_when_its_sentence_first_says_whose_it_was(text: str, dead: list[int], hurt: list[int]) -> None:
    told = reading(text)
    (killed,), (injured,) = claims(told, "killed"), claims(told, "injured")
    assert ([killed.value.low], [injured.value.low]) == (dead, hurt)  # type: ignore[union-attr]
    assert killed.event != injured.event


@pytest.mark.parametrize(
    ("second", "events"),
    [
        ("Later that day a driver was shot dead in the port.", 2),
        ("Hours later, gunmen killed a driver in the port.", 2),
        ("Hours later, police shot dead a suspect in the port.", 1),
        ("Hours later, one of the guards was shot dead in the port.", 1),
        ("Hours later, the shopkeeper died.", 1),
    ],
)
def test_others_shot_hours_later_were_shot_in_another_attack(second: str, events: int) -> None:
    assert len(reading(f"Gunmen killed a shopkeeper in the market of Lima on Monday. {second}").events) == events
