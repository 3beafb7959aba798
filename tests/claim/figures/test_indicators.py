"""Figures that are published for one period after another, and what they are of."""

from __future__ import annotations

import pytest

import discrepancy
from discrepancy.ingest import inputs_from_records
from tests.claim.reader import BOOK, reading, shown

DAY = "2024-05-16"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Annual inflation rose to 8.4 percent in April from 7.9 percent in March.",
            ["count{inflation}=8.4 unit='%' scope='2024-04'"],
        ),
        ("Prices in April were 8.7 per cent higher than a year before.", ["count{inflation}=8.7 unit='%' scope='2024-04'"]),
        ("Core inflation, which leaves out food, was 6.1 percent in April.", ["count{core inflation}=6.1 unit='%' scope='2024-04'"]),
        (
            "Unemployment was 5.6 percent in the first quarter, compared with 5.1 percent a year earlier.",
            ["count{unemployment}=5.6 unit='%' scope='2024-01/2024-03'"],
        ),
        ("The economy grew 2.3 percent in 2023 and will grow 1.2 percent this year.", ["count{growth}=2.3 unit='%' scope='2023'"]),
        ("The central bank put up its benchmark rate from 6.25 percent to 6.75 percent.", ["count{interest rate}=6.75 unit='%'"]),
        ("The central bank raised its key rate by half a point to 6.75 percent.", ["count{interest rate}=6.75 unit='%'"]),
        (
            "The company's revenue rose 5 percent to 4.6 billion euros in the six months to March.",
            ["money{revenue}=4600000000 unit=EUR scope=currency:EUR 2023-10/2024-03"],
        ),
        (
            "The company had a profit of 85 million euros in the first three months of the year.",
            ["money{profit}=85000000 unit=EUR scope=currency:EUR 2024-01/2024-03"],
        ),
    ],
)
def test_a_figure_is_of_its_period(text: str, wanted: list[str]) -> None:
    told = [line for attribute in ("count", "money") for line in shown(reading(text, DAY), attribute) if "{" in line]
    assert told == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Inflation fell from 8.4 percent.",
        "Inflation rose by 0.4 percent.",
        "The bank expects inflation to reach 5 percent.",
        "Inflation is forecast at 5 percent.",
        "Unemployment is 4.1 percent in Ruritania. In Graustark unemployment is 7 percent, and in Zenda unemployment is 9 percent.",
        "Consumer prices rose 0.4 percent from the previous month.",
    ],
)
def test_what_was_is_expected_or_is_of_two_places_is_no_indicator(text: str) -> None:
    assert not any("{inflation}" in line or "{unemployment}" in line for line in shown(reading(text, DAY), "count"))


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("Inflation reached 8.7 percent in April, said Ann Rudd of the central bank.", 1),
        ("Inflation was 7.9 percent in March, said Ann Rudd of the central bank.", 0),
        ("Core inflation was 6.1 percent in April, said Ann Rudd of the central bank.", 0),
        ("Inflation will be 5 percent in April, said Ann Rudd of the central bank.", 0),
    ],
)
def test_figures_are_held_together_by_name_and_period(other: str, told: int) -> None:
    rate = " The bank raised its key rate to 6.75 percent, and Ann Rudd said that it would do so again."
    texts = ["Inflation rose to 8.4 percent in April, Ann Rudd said." + rate, other + rate]
    records = [{"doc_id": id, "title": "", "published": DAY, "text": text} for id, text in zip("ab", texts, strict=True)]
    report = discrepancy.check(inputs_from_records(records, BOOK), BOOK)
    assert len([f for f in report.findings if f.level == "warning"]) == told


def test_what_a_turnout_was_down_from_makes_it_no_older_figure() -> None:
    texts = [
        "Lena Stroud won the by-election in Harwick. Turnout was 52.3 percent, down from 68.9 percent in 2022.",
        "Lena Stroud has won the by-election in Harwick. Turnout was 55.3 percent.",
    ]
    records = [{"doc_id": id, "title": "", "published": DAY, "text": text} for id, text in zip("ab", texts, strict=True)]
    found = [f for f in discrepancy.check(inputs_from_records(records, BOOK), BOOK).findings if f.question.population == "turnout"]
    assert [f.level for f in found] == ["warning"]


def test_a_war_of_which_prisoners_are_told_is_no_event() -> None:
    assert not reading("Ruritania will exchange 48 prisoners of war next week.", DAY).events
    assert [e.type for e in reading("The war in Graustark began in May.", DAY).events] == ["war"]
