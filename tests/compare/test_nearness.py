"""How far apart two values may lie and be one."""

from __future__ import annotations

from datetime import date

import pytest
from articles_checked import loud
from claim_making import article, laid, only

FLAT = "a: killed=640 @bridge // # people died."


@pytest.mark.parametrize(
    ("flat", "said", "held"),
    [
        ("count{aboard}=462", "count{aboard}>=463 @ferry // It carried more than #.", False),
        ("count{aboard}=462", "count{aboard}>=464 @ferry // It carried more than #.", True),
        ("count{aboard}=31", "count{aboard}>=32 @ferry // It carried more than #.", True),
    ],
)
def test_more_than_a_large_number_allows_the_number_itself(flat: str, said: str, *, held: bool) -> None:
    found = laid(f"a: {flat} @ferry // It carried #.", f"b: {said}").findings
    assert bool([f for f in found if f.level in ("warning", "error")]) is held


@pytest.mark.parametrize("said", ["killed>=641 @bridge // More than # were killed.", "killed<=639 @bridge // Fewer than # were killed."])
def test_more_than_a_round_number_allows_the_number_itself(said: str) -> None:
    assert not [f for f in laid(FLAT, f"b: {said}").findings if f.level in ("warning", "error")]


@pytest.mark.parametrize(
    ("when", "held"), [("overnight", False), ("on March 5", True)], ids=["counted from the issue, beside a house number", "with a date"]
)
def test_a_day_counted_from_the_issue_is_told_by_words_whatever_else_has_digits(when: str, held: bool) -> None:
    first = "Ann Holm, 31, was shot inside a home in the 8600 block of Elm Street in Alton, Texas, on March 3, police said."
    later = f"Ann Holm, 31, was shot inside a home in the 8600 block of Elm Street in Alton, Texas, {when}, police said."
    assert ("decide.conflicts date" in loud(("2024-03-04", first), ("2024-03-05", later))) == held


@pytest.mark.parametrize(
    ("age", "day", "held"),
    [(36, "", False), (33, "", True), (36, "2024-03-05", True)],
    ids=["years apart, undated", "a slip", "both dated"],
)
def test_an_age_years_apart_in_an_undated_article_may_be_of_another_year(age: int, day: str, held: bool) -> None:
    first = "Boxer Carl Ims, 32, beat Leo Dunn in the ninth round in Alton, said coach Per Lund."
    second = f"Boxer Carl Ims, {age}, took the belt from Leo Dunn in Alton, said coach Per Lund."
    assert ("decide.conflicts age" in loud(("2024-03-04", first), (day, second))) == held


def test_ageing_between_two_articles() -> None:
    documents = (article("a", "Herald", date(2023, 1, 5)), article("b", "Post", date(2024, 3, 7)))
    texts = ("a: age=18 entity=Partridge", "b: age=19 entity=Partridge")
    assert laid(*texts, documents=documents).findings == ()
    back = ("a: age=19 entity=Partridge", "b: age=18 entity=Partridge")
    assert only(laid(*back, documents=documents)).verdict == "conflicts"
