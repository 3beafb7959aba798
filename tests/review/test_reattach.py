"""Rulings hang on claims: what they survive, and what opens a question again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from desk_reports import COURIER, HARBOUR, POST, document, ferry, lay
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.model.findings import Finding, Report
from discrepancy.review import chain
from discrepancy.review.decisions import Decision, Ruling, Undo
from discrepancy.review.reattach import apply, keyed, ruling_on, standings


def decided(report: Report, attribute: str, outcome: str = "dismissed", seq: int = 1, **more: str) -> Decision:
    finding = about(report, attribute)
    ruling = ruling_on(finding, keyed(report)[finding.id], outcome, **more)
    return chain.link(seq, f"d{seq}", f"2024-03-06T08:00:{seq:02d}.000000Z", "Mara", ruling, chain.ROOT)


def about(report: Report, attribute: str) -> Finding:
    (finding,) = [f for f in report.findings if f.question.attribute == attribute]
    return finding


def test_a_ruling_holds_in_the_same_report_and_says_who() -> None:
    report = ferry()
    ruled = about(apply(report, [decided(report, "killed", reason="other-scope", note="Counted\nthe crew")]), "killed")
    assert (ruled.state, ruled.since) == ("dismissed", ())
    assert ruled.ruled == "Dismissed by Mara on 2024-03-06: other-scope; Counted the crew."


def test_other_questions_stay_open() -> None:
    report = ferry()
    states = {f.question.attribute: f.state for f in apply(report, [decided(report, "killed")]).findings}
    assert states == {"killed": "dismissed", "date": "open", "name": "open"}


def test_a_new_source_in_a_known_camp_is_mentioned() -> None:
    ruling = decided(ferry(), "killed")
    now = about(apply(ferry(courier=True), [ruling]), "killed")
    assert now.state == "dismissed"
    assert now.since == ("New source for 12: Evening Courier.",)


def test_a_new_value_reopens_and_is_named() -> None:
    courier = document("3", "Evening Courier", COURIER[0], "The collision {killed=19 @ferry|killed 19}.")
    report = lay([document("1", "Harbour Gazette", *HARBOUR), document("2", "Island Post", *POST), courier])
    now = about(apply(report, [decided(ferry(), "killed", "resolved", value="12")]), "killed")
    assert now.state == "reopened"
    assert now.since == ("New value 19: Evening Courier.",)


def test_a_value_of_a_known_camp_in_other_words_does_not_reopen() -> None:
    three = lay(
        [
            document("1", "Harbour Gazette", *HARBOUR),
            document("2", "Island Post", *POST),
            document("3", "Evening Courier", *COURIER),
        ]
    )
    reworded = document("3", "Evening Courier", COURIER[0], "In all, {killed=12 @ferry|12 drowned}.")
    now = lay([document("1", "Harbour Gazette", *HARBOUR), document("2", "Island Post", *POST), reworded])
    standing = standings(now, [decided(three, "killed")])[about(now, "killed").id]
    assert standing.state == "dismissed"
    assert standing.since == ("Another sentence for 12: Evening Courier.",)


def test_the_ruled_sentence_edited_lets_the_ruling_lapse_aloud() -> None:
    edited = POST[1].replace("the island council said in a statement", "a police spokesman said")
    now = about(apply(ferry(post_text=edited), [decided(ferry(), "killed")]), "killed")
    assert now.state == "open"
    assert now.since == ("An earlier ruling (dismissed, Mara, 2024-03-06) no longer holds: the sentence ruled on changed in Island Post.",)


def test_a_camp_that_nobody_holds_any_more_is_mentioned() -> None:
    courier = document("3", "Evening Courier", COURIER[0], "The collision {killed=19 @ferry|killed 19}.")
    both = [document("1", "Harbour Gazette", *HARBOUR), document("2", "Island Post", *POST)]
    now = about(apply(lay(both), [decided(lay([*both, courier]), "killed")]), "killed")
    assert (now.state, now.since) == ("dismissed", ("No longer said as ruled: 19 (Evening Courier).",))


def test_the_last_word_counts_and_undo_takes_it_back() -> None:
    report = ferry()
    first, second = decided(report, "killed"), decided(report, "killed", "confirmed", 2)
    undo = chain.link(3, "d3", "2024-03-06T09:00:00.000000Z", "Mara", Undo("d2"), chain.ROOT)
    redo = chain.link(4, "d4", "2024-03-06T09:01:00.000000Z", "Mara", Undo("d3"), chain.ROOT)
    states = [about(apply(report, [first, second, undo, redo][:n]), "killed").state for n in range(5)]
    assert states == ["open", "dismissed", "confirmed", "dismissed", "confirmed"]


def test_an_undone_batch_is_undone_whole() -> None:
    report = ferry()
    batch = [decided(report, "killed", batch="b1"), decided(report, "date", seq=2, batch="b1")]
    undo = chain.link(3, "d3", "2024-03-06T09:00:00.000000Z", "Mara", Undo("b1"), chain.ROOT)
    assert {f.state for f in apply(report, [*batch, undo]).findings} == {"open"}


def test_a_ruling_imported_late_does_not_outweigh_a_later_one() -> None:
    report = ferry()
    newer, older = decided(report, "killed", "confirmed", 5), replace(decided(report, "killed", "dismissed", 2), seq=9)
    assert about(apply(report, [newer, older]), "killed").state == "confirmed"


def test_a_self_check_and_a_comparison_of_the_same_claims_are_two_questions() -> None:
    text = "First {killed=12 @ferry|12 died}. Then it was {killed=14 @ferry|14 dead}."
    alone = lay([document("1", "Harbour Gazette", "One", text)])
    (finding,) = alone.findings
    own = replace(alone, findings=(replace(finding, question=replace(finding.question, article="1")),))
    assert apply(own, [decided(own, "killed")]).findings[0].state == "dismissed"
    assert apply(alone, [decided(own, "killed")]).findings[0].state == "open"


def test_a_claim_that_fits_two_camps_does_not_make_a_third_known() -> None:
    base = ferry()
    vague = document("9", "Radio Maren", "Late", "Sirens. {killed=12 @ferry|Several died}.")
    report = lay([*[(d, [c for c in base.claims if c.article == d.id]) for d in base.articles], vague])
    finding = about(report, "killed")
    shared = vague[1][0].id

    def with_camps(*camps: tuple[str, tuple[str, ...]]) -> Report:
        made = tuple(replace(finding.camps[0], value=value, claims=claims) for value, claims in camps)
        return replace(report, findings=(replace(finding, camps=made),))

    twelve, fourteen = finding.camps[0].claims[0], finding.camps[1].claims[0]
    ruled = with_camps(("12", (twelve, shared)), ("14", (fourteen, shared)))
    extra = document("10", "Morning Mail", "Count", "{killed=17 @ferry|Seventeen died}.")
    later = replace(
        with_camps(("12", (twelve, shared)), ("14", (fourteen, shared)), ("17", (extra[1][0].id, shared))),
        articles=(*report.articles, extra[0]),
        claims=(*report.claims, *extra[1]),
    )
    now = about(apply(later, [decided(ruled, "killed")]), "killed")
    assert (now.state, now.since) == ("reopened", ("New value 17: Morning Mail, Radio Maren.",))


@pytest.mark.parametrize("same_host", ["https://news.example/a/1", "HTTPS://NEWS.example/a/1/", "https://news.example/a/1#top"])
def test_an_article_is_known_by_its_address(same_host: str) -> None:
    before = lay([document("1", "Gazette", *HARBOUR, url="https://news.example/a/1"), document("2", "Post", *POST)])
    after = lay([document("x", "The Gazette", "New headline", HARBOUR[1], url=same_host), document("2", "Post", *POST)])
    assert about(apply(after, [decided(before, "killed")]), "killed").state == "dismissed"


WORDS = ["rain", "fell", "while", "tugs", "waited", "near", "an", "empty", "quay"]
words = st.lists(st.sampled_from(WORDS), min_size=3, max_size=8).map(lambda chosen: " ".join(chosen).capitalize() + ".")


@settings(max_examples=60)
@given(
    before=st.lists(words, max_size=3),
    after=st.lists(words, max_size=3),
    path=st.text("abcdefgh/", min_size=1, max_size=12),
    days=st.integers(-400, 400),
    rule=st.sampled_from(["other.rule", "disjoint"]),
    outcome=st.sampled_from(["confirmed", "dismissed", "deferred", "reopened"]),
)
def test_rulings_survive_edits_elsewhere_renames_and_rules(
    before: list[str], after: list[str], path: str, days: int, rule: str, outcome: str
) -> None:
    ruling = [decided(ferry(), attribute, outcome, seq) for seq, attribute in enumerate(("killed", "date", "name"), 1)]
    text = "\n\n".join([*before, HARBOUR[1], *after])
    first = document("renamed", "Harbour Gazette", HARBOUR[0], text, path=f"{path}.txt", published=date.fromordinal(738000 + days))
    report = lay([document("2", "Island Post", *POST), first], rule=rule)
    report = replace(report, claims=tuple(replace(c, rule=rule, event=c.event) for c in report.claims))
    now = apply(report, ruling)
    assert {f.state for f in now.findings} == {outcome}
    assert {f.since for f in now.findings} == {()}


@settings(max_examples=60)
@given(tolls=st.lists(st.integers(1, 6), min_size=2, max_size=6), added=st.lists(st.integers(1, 8), max_size=4))
def test_only_values_nobody_ruled_on_reopen(tolls: list[int], added: list[int]) -> None:
    def articles(counts: list[int], start: int) -> list:
        return [
            document(
                f"{start + n}",
                f"Outlet {start + n}",
                f"Report {start + n}",
                f"It {{killed={toll} @ferry|killed {toll}}} there.",
            )
            for n, toll in enumerate(counts)
        ]

    before = lay(articles(tolls, 0))
    after = lay(articles(tolls, 0) + articles(added, 100))
    if not before.findings:
        return
    (now,) = apply(after, [decided(before, "killed")]).findings
    unseen = [toll for toll in dict.fromkeys(added) if toll not in tolls]
    assert now.state == ("reopened" if unseen else "dismissed")
    said = " ".join(now.since)
    assert [f"New value {toll}:" in said for toll in dict.fromkeys(added)] == [t in unseen for t in dict.fromkeys(added)]
    joined = [toll for toll in dict.fromkeys(added) if toll in tolls]
    assert all(f"New source for {toll}:" in said for toll in joined)


def test_a_ruling_is_what_the_store_takes() -> None:
    report = ferry()
    body = decided(report, "killed", "resolved", value="12").body
    assert isinstance(body, Ruling)
    assert [camp.value for camp in body.camps] == ["12", "14"]
    assert [claim.source for camp in body.camps for claim in camp.claims] == ["Harbour Gazette", "Island Post"]
