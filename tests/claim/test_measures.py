"""What figures are figures of."""

from __future__ import annotations

import pytest

from tests.claim.reader import reading, shown


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("France said it was suspending aid worth 80 million euros.", "money{aid}=80000000 unit=EUR by=France"),
        ("France has suspended aid of about 60 million euros.", "money{aid}=~60000000 unit=EUR"),
        ("He took bribes valued at 2 million euros from a builder.", "money{bribes}=2000000 unit=EUR"),
        ("He took 2 million euros from a builder.", "money=2000000 unit=EUR"),
        ("He spoke of 2 million euros that went to a builder.", "money=2000000 unit=EUR"),
    ],
)
def test_a_sum_is_called_what_it_is_worth(text: str, wanted: str) -> None:
    assert shown(reading(text), "money") == [wanted]


def test_the_words_behind_a_sum_are_not_its_evidence() -> None:
    (claim,) = [c for c in reading("He spoke of 2 million euros that went to a builder.").claims if c.attribute == "money"]
    assert claim.evidence.exact == "2 million euros"


def test_votes_are_those_of_whom_they_were_given() -> None:
    told = reading("Ann Rudd received 412,337 votes in Zenda on Sunday, or 52.4 percent of the vote. Bo Quist lost by 57,000 votes.")
    assert shown(told, "count")[:2] == ["count{votes}=412337 entity=Ann Rudd", "count{share of the vote}=52.4 unit='%' entity=Ann Rudd"]
    assert all("57000" not in line or "entity" not in line for line in shown(told, "count"))
