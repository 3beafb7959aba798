"""By which of its claims an article answers a question."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claim_making import across, bare, claim, printed
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.compare.answers import standing
from discrepancy.compare.passport import lone_fate
from discrepancy.rulebook import Rulebook


@pytest.mark.parametrize(
    ("words", "fate"),
    [("He was shot dead", True), ("One man was killed", False), ("Pell, 17, died", True), ("killing 1", False)],
)
def test_one_person_is_a_toll_only_when_counted(book: Rulebook, words: str, fate: bool) -> None:
    one = printed(claim("killed=1"), words)
    assert lone_fate(one, bare(book, one)) is fate


def test_an_article_is_heard_with_its_firm_first_figure(book: Rulebook) -> None:
    vague, first, later = claim("killed>=2?", "a", 0), claim("killed=9", "a", 1, at=10), claim("killed=4", "a", 2, at=90)
    assert standing((vague, first, later), bare(book, vague, first, later)) == (first,)


def test_a_further_figure_is_no_total(book: Rulebook) -> None:
    more = replace(claim("killed=2", "a"), additional=True)
    assert standing((more,), bare(book, more)) == ()


def test_a_superseded_figure_leaves_the_answer_to_the_newer_one(book: Rulebook) -> None:
    old = claim("killed=15", "a", 0, words="an earlier toll of # was given out")
    new = claim("killed=18", "a", 1, at=40)
    assert standing((old, new), bare(book, old, new)) == (new,)


def test_the_day_of_a_page_is_no_day_of_an_event(book: Rulebook) -> None:
    stamp = printed(claim("date=2024-03-05", "a"), "Date of publication 5 March 2024 A mill burned")
    told = claim("date=2024-03-04", "a", 1, at=50)
    assert standing((stamp, told), bare(book, stamp, told)) == (told,)
    plain = claim("date=2024-03-05", "a")
    above = replace(plain, evidence=replace(plain.evidence, exact="On 5 March 2024", before="Published: 6 March 2024\n\n"))
    assert standing((above,), bare(book, above)) == (above,)


def test_labels_keep_every_speaker(book: Rulebook) -> None:
    labels = (claim("victims=civilians by=Narnia", "a", 0), claim("victims=terrorists by=Calormen", "a", 1, at=50))
    assert standing(labels, bare(book, *labels)) == labels


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(2, 6)), min_size=1, max_size=8))
def test_one_value_an_article_and_never_an_invented_one(book: Rulebook, figures: list[tuple[str, int]]) -> None:
    claims = [claim(f"killed={n}", article, i, at=10 * i) for i, (article, n) in enumerate(figures)]
    heard = standing(claims, bare(book, *claims))
    assert set(heard) <= set(claims)
    assert {c.article for c in heard} == {article for article, _ in figures}
    assert len({(c.article, str(c.value)) for c in heard}) == len({c.article for c in heard})


def test_a_figure_called_the_older_one_stands_behind_nobody(book: Rulebook) -> None:
    """The newer figure of the same sentence is not called older by it, nor what stands behind another figure."""
    old = claim("killed=112", "a", 0, words="It raised the count, updating a previous toll of # dead.")
    new = claim("killed=126", "a", 1, words="At least # people were killed, it said, updating a previous toll of 112 dead.", at=40)
    assert standing((old, new), bare(book, old, new)) == (new,)
    far = claim("killed=15", "a", 2, words="An earlier toll from the raid on the fort reported # people dead.", at=90)
    assert standing((far, new), bare(book, far, new)) == (new,)


def test_a_part_told_in_one_breath_with_its_whole_is_no_answer(book: Rulebook) -> None:
    whole = printed(claim("killed=75", "a", 0), "Nearly 75 guards were killed")
    part = printed(claim("killed=30", "a", 1), "Nearly 75 guards were killed including 30 foreigners")
    beside = printed(claim("killed=30", "a", 2, at=300), "30 guards were killed")
    assert standing((part, whole), bare(book, part, whole)) == (whole,)
    assert standing((beside,), bare(book, beside)) == (beside,)
    other = claim("killed=30", "b", 3)
    assert [f.verdict for f in across(book, whole, part, other)] == ["conflicts"]


def test_a_day_inside_a_weekend_is_what_an_article_means(book: Rulebook) -> None:
    weekend, saturday = claim("date=[2024-03-02..2024-03-03]", "a", 0), claim("date=2024-03-02", "a", 1, at=80)
    friday = claim("date=2024-03-01", "b", 2)
    assert standing((weekend, saturday), bare(book, weekend, saturday)) == (saturday,)
    assert [f.verdict for f in across(book, weekend, saturday, friday)] == ["conflicts"]


def test_a_figure_of_some_of_those_counted_is_no_answer(book: Rulebook) -> None:
    some, total = printed(claim("injured=2", "a", 0), "Two of the victims were hit"), claim("injured=6", "a", 1, at=90)
    assert standing((some, total), bare(book, some, total)) == (total,)
    assert standing((some,), bare(book, some)) == ()


def test_what_is_counted_from_a_pages_stamp_is_no_day_of_an_event(book: Rulebook) -> None:
    stamp = printed(claim("date=2024-03-05", "a"), "Date of publication 5 March 2024 A mill burned")
    later = replace(claim("date=2024-03-05", "a", 1, at=80), anchors=(stamp.id,))
    assert standing((stamp, later), bare(book, stamp, later)) == ()


def test_a_toll_below_another_figure_of_its_article_is_no_whole(book: Rulebook) -> None:
    counted, stated = claim("killed=39", "a", 0), replace(claim("killed=31", "a", 1, at=50), rule="killed.toll")
    assert standing((counted, stated), bare(book, counted, stated)) == (counted,)
    part = claim("killed=4", "a", 2)
    assert standing((part, stated), bare(book, part, stated)) == (stated,)


def test_others_who_were_hurt_outdo_a_smaller_count(book: Rulebook) -> None:
    three, others = claim("injured=3", "a", 0), replace(claim("injured=14", "a", 1, at=300), additional=True)
    assert standing((three, others), bare(book, three, others)) == (others,)
    two = replace(others, id="two", value=claim("injured=2").value)
    assert standing((three, two), bare(book, three, two)) == (three,)


def test_a_further_count_is_no_answer(book: Rulebook) -> None:
    further = printed(claim("count{sentences}=2", "a"), "two additional sentences")
    assert standing((further,), bare(book, further)) == ()


def test_some_of_people_whom_nobody_counted_are_the_toll(book: Rulebook) -> None:
    toll = printed(claim("killed=18", "a", 0), "recruits were lining up, killing 18 of them")
    assert standing((toll,), bare(book, toll)) == (toll,)
    more = claim("killed=30", "a", 1, at=90)
    assert standing((toll, more), bare(book, toll, more)) == (more,)
