"""Updates called updates: the same count told again, by whom and when the articles say so; growth alone stays a conflict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from articles_checked import rows
from claim_making import BRIDGE, article, laid, only

from discrepancy.model.text import Sourced
from discrepancy.model.values import day

A, B = article("a", "Herald", date(2024, 3, 5)), article("b", "Post", date(2024, 3, 5))
AGAIN = article("b", "Herald", date(2024, 3, 5))


@pytest.mark.parametrize(
    ("texts", "row"),
    [
        (("a: killed=7 @bridge", "b: killed=9 @bridge"), "decide.updates.outlet"),
        (("a: killed>=7 @bridge", "b: killed=19 @bridge"), "decide.bound.updates.outlet"),
    ],
)
def test_an_outlet_that_writes_again_has_newer_figures(texts: tuple[str, ...], row: str) -> None:
    found = only(laid(*texts, documents=(A, AGAIN)))
    assert (found.rule, found.verdict, found.level) == (row, "updates", "note")
    assert only(laid(*texts, documents=(A, B))).verdict in ("conflicts", "soft")


def test_what_an_article_says_of_its_figure_once_it_says_wherever_it_prints_it() -> None:
    texts = ("a: killed=20 @bridge", "b: killed=32 @bridge // Blast kills #.", "b: killed=32 @bridge // The toll has risen to #.")
    assert {step.verdict for step in only(laid(*texts, documents=(A, B))).steps} == {"updates"}


def test_two_states_of_a_count_are_told_beside_a_count_that_both_print() -> None:
    texts = ("a: killed=22 @bridge", "a: killed=40 by=Channel @bridge", "b: killed=32 @bridge", "b: killed=40 by=Channel @bridge")
    for documents, rules in (((A, AGAIN), ["decide.updates.outlet"]), ((A, B), [])):
        assert [f.rule for f in laid(*texts, documents=documents).findings if not f.question.article] == rules


def test_who_counts_beside_a_revised_count_is_no_version_of_it() -> None:
    revised = ("a: killed=15 by=Monitor @bridge", "b: killed=18 by=Monitor @bridge // The toll has risen to #.")
    other = article("c", "Gazette", date(2024, 3, 6))
    found = only(laid(*revised, "c: killed=19 by=Rescuers @bridge", documents=(A, B, other)))
    verdicts = {frozenset(claim[0] for claim in step.claims): step.verdict for step in found.steps}
    assert verdicts[frozenset("ab")] == "updates"
    assert verdicts[frozenset("bc")] == "attributed"


def test_a_toll_that_a_body_found_since_has_raised_is_an_update() -> None:
    body = "b: killed=3 @bridge // Body of a missing driver found: # dead."
    assert only(laid("a: killed=2 @bridge", body, documents=(A, B))).verdict == "updates"
    assert only(laid("a: killed=2 @bridge", "b: killed=3 @bridge // # dead.", documents=(A, B))).verdict == "conflicts"


def test_an_outlet_that_gives_two_days_contradicts_itself() -> None:
    assert only(laid("a: date=2024-03-04 @bridge", "b: date=2024-03-05 @bridge", documents=(A, AGAIN))).verdict == "conflicts"


def test_an_article_that_tells_the_history_of_a_count_orders_it() -> None:
    texts = ("a: killed=15 @bridge", "b: killed=18 @bridge", "b: killed=15 @bridge // An earlier toll spoke of # dead.")
    found = only(laid(*texts, documents=(A, B)))
    assert (found.rule, found.verdict) == ("decide.updates.history", "updates")
    parts = ("a: killed{children}=4 @bridge", "b: killed{children}=5 @bridge")
    assert {f.verdict for f in laid(*texts, *parts, documents=(A, B)).findings} == {"updates"}
    assert only(laid(*parts, documents=(A, B))).verdict == "conflicts"


def test_a_higher_count_of_months_later_is_the_settled_one() -> None:
    later = article("b", "Post", date(2024, 6, 20))
    assert only(laid("a: injured=4 @bridge", "b: injured=6 @bridge", documents=(A, later))).rule == "decide.updates.settled"
    assert only(laid("a: injured=6 @bridge", "b: injured=4 @bridge", documents=(A, later))).verdict == "conflicts"


@pytest.mark.parametrize("published", [None, date(2024, 3, 5)])
def test_an_article_that_was_updated_stands_where_its_update_does(published: date | None) -> None:
    texts = ("a: displaced=1200 @bridge", "b: displaced=2000 @bridge")
    between = article("a", "Herald", date(2024, 3, 6))
    updated = replace(article("b", "Post", published), updated=Sourced(day(date(2024, 3, 7)), "typed"))
    assert only(laid(*texts, documents=(between, updated))).rule == "decide.updates.goes-on"
    assert only(laid(*texts, documents=(between, replace(updated, updated=None)))).verdict == "conflicts"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("missing=9", "missing=6"),  # people are found
        ("missing=6", "missing=9"),  # and others are reported
        ("displaced=1200", "displaced=2000"),
        ("count{homes}=300 scope=damaged", "count{homes}>=501 scope=damaged"),
        ("count{rescued}=97", "count{rescued}=98"),
        ("count{recaptured}=97", "count{recaptured}=140"),
        ("distance{water level}=9 unit=m", "distance{water level}=7 unit=m"),
    ],
)
def test_a_count_that_goes_on_is_another_the_next_day(first: str, second: str) -> None:
    today, next_day = f"a: {first} @bridge", f"b: {second} @bridge"
    later = article("b", "Post", date(2024, 3, 6))
    assert only(laid(today, next_day, documents=(A, later))).rule == "decide.updates.goes-on"
    assert only(laid(today, next_day, documents=(A, B))).verdict == "conflicts"


def test_a_count_that_goes_on_does_not_fall_unless_people_are_found() -> None:
    later = article("b", "Post", date(2024, 3, 6))
    assert only(laid("a: displaced=2000 @bridge", "b: displaced=1200 @bridge", documents=(A, later))).verdict == "conflicts"
    assert only(laid("a: killed=7 @bridge", "b: killed=9 @bridge", documents=(A, later))).verdict == "conflicts"


def test_the_dead_of_a_disaster_are_found_for_days() -> None:
    later = article("b", "Post", date(2024, 3, 6))
    for kind, verdict in (("quake", "updates"), ("attack", "conflicts")):
        found = only(laid("a: killed=7 @bridge", "b: killed=9 @bridge", documents=(A, later), events=(replace(BRIDGE, type=kind),)))
        assert found.verdict == verdict, kind
    assert (
        only(laid("a: killed=9 @bridge", "b: killed=7 @bridge", documents=(A, later), events=(replace(BRIDGE, type="quake"),))).verdict
        == "conflicts"
    )


def test_what_rose_beside_a_figure_that_stays_does_not_change_it() -> None:
    risen = "b: count{storeys}=8 @bridge // The toll of the fall of a #-storey block has risen to nine."
    assert only(laid("a: count{storeys}=7 @bridge", risen, documents=(A, B))).verdict == "conflicts"


def test_a_headline_that_says_update_is_the_later_one() -> None:
    later = article("b", "Post", date(2024, 3, 5), title="UPDATE: Six hurt on the bridge")
    assert only(laid("a: injured=7 @bridge", "b: injured=6 @bridge", documents=(A, later))).verdict == "updates"


def test_an_age_that_an_article_calls_an_earlier_report_is_replaced() -> None:
    one = "Bo Quist, 44, shot two people in Alton, Texas, on Sunday, police said. Quist fled in a car.{}"
    other = ("2024-03-11", one.format("").replace("44", "35"))
    assert rows("age", ("2024-03-11", one.format(" Earlier reports indicated that Quist was 35.")), other) == {"updates.history": "note"}
    assert rows("age", ("2024-03-11", one.format("")), other) == {"conflicts": "warning"}


def test_weapons_are_found_as_a_search_goes_on() -> None:
    one = "Two men were shot dead in Alton, Texas, on March 8, 2024, police said. Police seized {} guns."
    assert rows("count", ("2024-03-09", one.format("nine")), ("2024-03-15", one.format("twelve"))) == {"updates.goes-on": "note"}


def test_a_history_shows_the_figures_that_articles_call_older() -> None:
    """They are camps of the finding; steps stay with what the articles stand for."""
    texts = ("a: killed=84 @bridge // The toll was revised down to #.", "a: killed=95 @bridge // An earlier toll had stood at #.")
    found = only(laid(*texts, "b: killed=91 @bridge", documents=(A, B)))
    assert (found.verdict, sorted(camp.value for camp in found.camps)) == ("updates", ["84", "91", "95"])
    assert {claim for step in found.steps for claim in step.claims} == {"a:0:killed=84 @bridge", "b:2:killed=91 @bridge"}


def test_a_ledger_tells_the_reason_and_who_still_gives_the_older_figure() -> None:
    texts = (
        "a: killed=9 @bridge // The toll was revised down to # after three names were counted twice, the guard said.",
        "a: killed=12 @bridge // An earlier toll had stood at #.",
        "b: killed=12 @bridge // At the bridge # people died.",
    )
    late, same = article("b", "Post", date(2024, 3, 6)), B
    causes = {cause.kind: cause.text for cause in only(laid(*texts, documents=(A, late))).causes}
    assert causes["revision"] == "Herald says why the figure changed: “after three names were counted twice”."
    assert causes["stale"] == "Post, published on 6 March 2024, still gives 12, which Herald had replaced with 9 on 5 March 2024."
    assert "stale" not in {cause.kind for cause in only(laid(*texts, documents=(A, same))).causes}


def test_who_told_a_story_first_revises_nothing() -> None:
    texts = ("a: killed=13 @bridge // # people died, the Weekly Lantern first reported.", "b: killed=16 @bridge // # people died.")
    assert only(laid(*texts)).verdict == "conflicts"
    revised = ("a: killed=13 @bridge // Fewer than first reported, # people died.", "b: killed=16 @bridge // # people died.")
    assert only(laid(*revised)).verdict == "updates"


def test_a_reason_is_read_behind_saying() -> None:
    texts = ("a: killed=9 @bridge // The toll was lowered to #, saying that two had been counted twice.", "b: killed=11 @bridge")
    causes = {cause.kind: cause.text for cause in only(laid(*texts)).causes}
    assert causes["revision"] == "a says why the figure changed: “saying that two had been counted twice”."


def test_a_toll_of_all_on_board_is_no_early_one() -> None:
    def crash(day: str, toll: str) -> tuple[str, str]:
        return day, f"A plane crashed near Izmir in Turkey on Monday, killing {toll}, officials said."

    late = crash("2024-03-06", "22 people")
    assert rows("killed", crash("2024-03-05", "all 19 people on board"), late) == {"conflicts": "warning"}
    assert "conflicts" not in rows("killed", crash("2024-03-05", "19 people"), late)
