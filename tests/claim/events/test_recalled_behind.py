"""What a sentence tells of an earlier event that no word of it names."""

from __future__ import annotations

import pytest

from tests.claim.reader import claims, reading, shown


@pytest.mark.parametrize(
    "recalled",
    ["The raid followed another on March 1, when 16 people died.", "The attack came after another on March 1 that killed 16 people."],
)
def test_another_one_has_its_own_day_and_dead(recalled: str) -> None:
    told = reading(f"Gunmen stormed a hotel in Lima on 9 April and killed 15 people. {recalled}")
    attack = next(mention for mention in told.events if mention.main)
    assert shown(told, "killed", attack) == ["killed=15"]
    assert len(claims(told, "date", attack)) == 1


def test_what_an_attack_followed_by_name_is_no_other_attack() -> None:
    told = reading("Gunmen stormed a hotel in Lima on 9 April. The attack followed a quarrel and left 15 people dead.")
    attack = next(mention for mention in told.events if mention.main)
    assert shown(told, "killed", attack) == ["killed=15"]
