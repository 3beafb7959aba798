"""Likely causes, each named where the figures show it."""

from __future__ import annotations

from datetime import date

import pytest
from claim_making import article, laid, only

from discrepancy.model.findings import Finding


def kinds(finding: Finding) -> set[str]:
    return {cause.kind for cause in finding.causes}


@pytest.mark.parametrize(
    ("texts", "cause"),
    [
        (("a: age=26 entity=Partridge", "b: age=36 entity=Partridge"), "digit-slip"),
        (("a: killed=1843 @bridge", "b: killed=1848 @bridge"), "digit-slip"),
        (("a: killed=13 @bridge", "b: killed=16 @bridge"), ""),
        (("a: killed=300 @bridge", "b: killed=400 @bridge"), ""),
        (("a: killed=1213 @bridge", "b: killed=1231 @bridge"), "transposed"),
        (("a: money=8.5 @bridge unit=USD", "b: money=85 @bridge unit=USD"), ""),
        (("a: killed=30 @bridge", "b: killed=300 @bridge"), "decimal-point"),
        (("a: date=2024-06-29 @bridge", "b: date=2024-07-29 @bridge"), "month-slip"),
        (("a: time=12:30 @bridge", "b: time=00:30 @bridge"), "noon-midnight"),
        (("a: time=07:37Z @bridge", "b: time=07:37[local] @bridge"), "utc-for-local"),
        (("a: injured=5 @bridge", "b: injured=3 @bridge", "b: killed=2 @bridge"), "includes-dead"),
        (("a: actor=Freedonia @bridge", "b: actor=Sylvania @bridge", "a: target=Sylvania @bridge", "b: target=Freedonia @bridge"), "roles"),
    ],
)
def test_a_cause_is_named_where_the_figures_show_it(texts: tuple[str, ...], cause: str) -> None:
    found = {kind for finding in laid(*texts).findings for kind in kinds(finding)}
    assert found == ({cause} if cause else set())


def test_attribution_is_dropped_only_where_the_article_names_no_source() -> None:
    texts = ("a: killed=9 @bridge by=Police", "b: killed=9 @bridge", "c: killed=12 @bridge by=Hospital")
    assert "attribution-dropped" in kinds(only(laid(*texts)))
    assert "attribution-dropped" not in kinds(only(laid(*texts, "b: killed=9 @bridge by=Police")))


@pytest.mark.parametrize("held", ["c: killed=12 @bridge", "c: killed=12 @bridge by=police"])
def test_dropped_attribution_explains_only_accounts_of_two_speakers(held: str) -> None:
    found = only(laid("a: killed=9 @bridge by=Police", "b: killed=9 @bridge", held))
    assert "attribution-dropped" not in kinds(found)


def test_two_people_with_each_others_ages() -> None:
    outcome = laid("a: age=32 entity=Partridge", "a: age=23 entity=Quail", "b: age=23 entity=Partridge", "b: age=32 entity=Quail")
    assert len(outcome.findings) == 2
    assert all("swap" in kinds(finding) for finding in outcome.findings)


def test_a_day_around_midnight_in_another_zone() -> None:
    documents = (article("a", "Herald", zone="Asia/Tehran"), article("b", "Post", zone="America/New_York"))
    texts = ("a: date=2024-03-05 @bridge", "b: date=2024-03-04 @bridge", "a: time=04:05[Asia/Tehran] @bridge")
    assert "zone" in kinds(only(laid(*texts, documents=documents)))


def test_the_day_of_publication_taken_for_the_day_itself() -> None:
    documents = (article("a", "Herald", date(2024, 3, 5)), article("b", "Post", date(2024, 3, 7)))
    found = only(laid("a: date=2024-03-05 @bridge", "b: date=2024-03-07 @bridge", documents=documents))
    assert any("Post published" in cause.text for cause in found.causes)
