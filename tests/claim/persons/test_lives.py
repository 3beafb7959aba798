"""When somebody was arrested or died, long before the news."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.claim.reader import reading, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

_TRIAL = "The trial of Bo Quist opened in Lima on Tuesday. "


def _lives(text: str) -> Sequence[str]:
    return [line for line in shown(reading(text, published="2024-05-15"), "date") if "entity" in line]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Quist was arrested in May 2023 at an airport.", ["date=2023-05 entity=Bo Quist scope=arrest"]),
        ("He had been detained in May 2022.", ["date=2022-05 entity=Bo Quist scope=arrest"]),
        ("Police caught Quist in September last year in a villa.", ["date=2023-09 entity=Bo Quist scope=arrest"]),
        ("His wife, Ann Rudd, died in March 2021.", ["date=2021-03 entity=Ann Rudd scope=death"]),
        ("Ann Rudd, who died on 3 March 2019, painted the sea.", ["date=2019-03-03 entity=Ann Rudd scope=death"]),
    ],
)
def test_a_day_long_ago_is_that_of_the_one_whom_it_befell(text: str, wanted: list[str]) -> None:
    assert _lives(_TRIAL + text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Quist was arrested on Monday.",
        "Quist was first arrested in May 2019.",
        "Quist was arrested in May 2019. He was arrested in June 2023.",
        "Two friends of Quist were arrested in May 2023.",
        "The wife of Bo Quist was arrested in May 2023.",
        "Quist was jailed for nine years for the May 3, 2023, incident.",
        "Quist was jailed over his May 2023 rampage.",
        "Bo Quist and Ann Rudd were arrested in May 2023.",
        "Ann Rudd died last week after suffering a stroke on 2 March 2021.",
        "Ann Rudd's father died in March 2021.",
        "Bo Quist wrote to her after she died and went home in March 2021.",
    ],
)
def test_the_news_itself_and_what_may_have_been_several_times_is_no_day_of_a_life(text: str) -> None:
    assert _lives(_TRIAL + text) == []


def test_the_chairman_of_a_firm_that_bears_a_name_is_not_the_firm() -> None:
    told = shown(reading("Ann Rudd, chairman of Bo Quist, resigned on Monday.", "2024-03-14"), "date")
    assert [line for line in told if "Bo Quist" in line] == []


def test_who_resigned_is_sworn_in_or_captured_has_a_day_for_it() -> None:
    told = shown(reading("Ann Rudd resigned as finance minister on Tuesday. Bo Quist was sworn in on Wednesday.", "2024-03-14"), "date")
    assert told == [
        "date=2024-03-12 entity=Ann Rudd scope=resignation",
        "date=2024-03-13 entity=Bo Quist scope=swearing-in",
    ]
    assert "scope=capture" in shown(reading("Colonel Bo Quist was captured in May 2022.", "2024-03-14"), "date")[0]
    assert not shown(reading("The court dismissed the appeal of Ann Rudd on Monday.", "2024-03-14"), "date")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Anton Verin, a former colonel who defected in 2011, was found dead.", "date=2011-XX entity=Anton Verin scope=defection"),
        ("Ann Rudd took office in March 2023.", "date=2023-03 entity=Ann Rudd scope=rise to power"),
        ("Bo Quist, who was taken prisoner in May 2021, is free.", "date=2021-05 entity=Bo Quist scope=capture"),
        ("The most senior is Bo Quist, captured in May 2022.", "date=2022-05 entity=Bo Quist scope=capture"),
    ],
)
def test_whom_an_aside_tells_of(text: str, wanted: str) -> None:
    assert wanted in shown(reading(text, "2024-03-14"), "date")


def test_who_is_sentenced_or_arrives_has_a_day_for_it_by_name_or_by_office() -> None:
    told = shown(reading("A court on Tuesday sent Bo Quist to prison for six years.", "2024-03-14"), "date")
    assert [line for line in told if "entity" in line] == ["date=2024-03-12 entity=Bo Quist scope=sentencing"]
    text = "Zenda's prime minister, Ann Rudd, smiled on arrival. The prime minister arrived on Tuesday with a delegation of forty."
    assert "date=2024-03-12 entity=Ann Rudd scope=arrival" in shown(reading(text, "2024-03-14"), "date")
    other = "Prime minister Ann Rudd met prime minister Bo Quist. The prime minister arrived on Tuesday with a delegation of forty."
    assert not [line for line in shown(reading(other, "2024-03-14"), "date") if "scope=arrival" in line]
    assert not [line for line in shown(reading("Ann Rudd sent Bo Quist to Zenda on Tuesday.", "2024-03-14"), "date") if "entity" in line]
