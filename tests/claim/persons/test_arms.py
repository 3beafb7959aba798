"""With what the attacker was armed."""

from __future__ import annotations

import pytest

from tests.claim.reader import reading, shown


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A man armed with a pistol shot nine people in Zenda on Monday.", ["weapon=pistol"]),
        ("Nine people were shot in Zenda on Monday. The gunman used a hunting rifle.", ["weapon=rifle"]),
        ("Nine people were shot in Zenda on Monday. Officers armed with rifles arrived.", []),
        ("Nine people were shot in Zenda on Monday. A policeman wielding a pistol arrived.", []),
        ("A man armed with a rifle and a pistol shot nine people in Zenda on Monday.", []),
        ("A man armed with patience waited in Zenda as nine people were shot on Monday.", []),
    ],
)
def test_one_weapon_in_the_hands_of_whoever_is_no_policeman(text: str, wanted: list[str]) -> None:
    assert shown(reading(text), "weapon") == wanted
