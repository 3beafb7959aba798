"""Whose prison term it is."""

from __future__ import annotations

import pytest

from tests.claim.reader import reading, shown

_JAILED = "The trial of Carlos Quispe ended in Lima on Monday. "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A judge sentenced Carlos Quispe to nine years in prison.", ["duration{sentence}=9 unit=years entity=Carlos Quispe"]),
        ("Carlos Quispe, a baker, was sentenced to nine years on Monday.", ["duration{sentence}=9 unit=years entity=Carlos Quispe"]),
        ("Judge Ann Rudd sentenced him to nine years.", ["duration{sentence}=9 unit=years entity=Carlos Quispe"]),
        ("A second defendant, Bo Holm, was jailed for five years.", ["duration{sentence}=5 unit=years entity=Bo Holm"]),
        ("Bo Holm, Quispe's former aide, received a suspended sentence of two years.", ["duration{sentence}=2 unit=years entity=Bo Holm"]),
        ("Bo Holm was cleared of murder but given three years for theft.", ["duration{sentence}=3 unit=years entity=Bo Holm"]),
        (
            "Bo Holm and Nils Berg were given five years and three years respectively.",
            ["duration{sentence}=5 unit=years entity=Bo Holm", "duration{sentence}=3 unit=years entity=Nils Berg"],
        ),
        ("The 44-year-old must spend a minimum of 26 years behind bars.", ["duration{minimum term}=26 unit=years entity=Carlos Quispe"]),
        ("Ann Rudd wept as she was sent to prison for six years.", ["duration{sentence}=6 unit=years entity=Ann Rudd"]),
        ("He was told that he must serve at least 26 years.", ["duration{minimum term}=26 unit=years entity=Carlos Quispe"]),
        ("Bo Holm must go to prison for three years and six months.", ["duration{sentence}=3.5 unit=years entity=Bo Holm"]),
        ("Nine years behind bars: that is what the court gave to Bo Holm.", ["duration{sentence}=9 unit=years entity=Bo Holm"]),
        ("The lawyer of Bo Holm will appeal against his two-year term.", ["duration{sentence}=2 unit=years entity=Bo Holm"]),
        ("Bo Holm was elected to a two-year term.", ["duration{term}=2 unit=years"]),
        ("Prosecutors had asked for 12 years.", ["duration{sentence asked for}=12 unit=years"]),
    ],
)
def test_a_term_is_that_of_the_one_sentenced(text: str, wanted: list[str]) -> None:
    assert shown(reading(_JAILED + text), "duration") == wanted


def test_a_term_of_somebody_without_a_name_yet_is_that_of_the_one_named_next() -> None:
    told = reading("A surgeon was sentenced to nine years in prison on Monday. Dr Ann Rudd, 46, had stolen from the town of Lima.")
    assert shown(told, "duration") == ["duration{sentence}=9 unit=years entity=Ann Rudd"]


@pytest.mark.parametrize(
    ("following", "owner"),
    [("Judge Bo Holm said Ann Rudd had betrayed her patients.", " entity=Ann Rudd"), ("Judge Bo Holm said it was a grave crime.", "")],
)
def test_the_judge_who_speaks_next_is_not_the_one_sentenced(following: str, owner: str) -> None:
    told = reading(f"A surgeon was sentenced to nine years in prison on Monday. {following}")
    assert shown(told, "duration") == [f"duration{{sentence}}=9 unit=years{owner}"]


@pytest.mark.parametrize(
    "text",
    [
        "Two of his brothers are serving sentences of 14 and 11 years.",
        "A man who robbed Ann Rudd was sentenced to nine years in prison.",
        "Ann Rudd said that her brother was jailed for nine years.",
    ],
)
def test_a_term_is_not_that_of_others_named_beside(text: str) -> None:
    assert not any("entity" in claim for claim in shown(reading(_JAILED + text), "duration"))


def test_no_term_is_that_of_the_dead() -> None:
    told = reading("A trial ended in Lima on Monday with a verdict on the killing of Bo Holm. He was jailed for six years.")
    assert not any("Bo Holm" in claim for claim in shown(told, "duration"))
