"""Which claims an article is heard with, and which pairs of articles have no quarrel."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claim_making import claim
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.compare import compare
from discrepancy.compare.context import Context, context
from discrepancy.compare.positions import lone_fate, standing
from discrepancy.link.events import Holding
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Finding
from discrepancy.rulebook import Rulebook


def bare(book: Rulebook, *claims: Claim) -> Context:
    return context(claims, (), (), (), book, origins=(), aligned_by=Holding(), mentions=(), contains=None, draft="")


def printed(made: Claim, words: str) -> Claim:
    return replace(made, evidence=replace(made.evidence, exact=words))


def across(book: Rulebook, *claims: Claim) -> list[Finding]:
    return [f for f in compare(claims, (), (), (), book).findings if not f.question.article]


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


def test_articles_that_share_an_answer_do_not_quarrel(book: Rulebook) -> None:
    shared = (claim("killed=9", "a", 0), claim("killed=12", "a", 1, at=50), claim("killed=12", "b", 2))
    assert across(book, *shared) == []
    assert [f.verdict for f in across(book, shared[0], shared[2])] == ["conflicts"]


def test_two_days_in_one_article_are_no_finding(book: Rulebook) -> None:
    days = (claim("date=2024-03-04", "a", 0), claim("date=2024-03-06", "a", 1, at=80))
    assert compare(days, (), (), (), book).findings == ()


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
