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


@pytest.mark.parametrize(
    "recalled",
    [
        "The last attack in the city was in February, when a bomb exploded at a market. It killed 16 people.",
        "The last bombing to shake the city was in February, when a bomb killed 16 people.",
    ],
)
def test_the_last_of_its_kind_before_the_news_has_its_own_dead(recalled: str) -> None:
    told = reading(f"A bomb exploded in Lima on 9 April and killed 15 people. {recalled}")
    news, earlier = (mention for mention in told.events if mention.type == "bombing")
    assert (shown(told, "killed", news), shown(told, "killed", earlier)) == (["killed=15"], ["killed=16"])


def test_the_last_quake_is_another_one_though_it_shook_the_same_coast() -> None:
    told = reading(
        "An earthquake shook southern Peru on Sunday, killing 15 people. The last major quake to hit southern Peru was in February, when a "
        "temblor rocked Ica, a town of 15,000. It killed 612 people."
    )
    assert sorted(shown(told, "killed", mention)[0] for mention in told.events if mention.type == "quake") == ["killed=15", "killed=612"]


def test_a_last_one_of_the_same_hour_is_told_of_the_news() -> None:
    told = reading("Bombs went off in Lima on 9 April. The last train was leaving when a bomb killed 16 people.")
    (news,) = (mention for mention in told.events if mention.type == "bombing")
    assert shown(told, "killed", news) == ["killed=16"]


def test_what_an_attack_followed_by_name_is_no_other_attack() -> None:
    told = reading("Gunmen stormed a hotel in Lima on 9 April. The attack followed a quarrel and left 15 people dead.")
    attack = next(mention for mention in told.events if mention.main)
    assert shown(told, "killed", attack) == ["killed=15"]
