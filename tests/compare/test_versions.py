"""Versions of a figure: their order, what made them change, who still prints an old one, and who counts beside. All of it is invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from claim_making import article, laid

from discrepancy import check, notation, read, rulebook
from discrepancy.ingest import inputs_from_records
from discrepancy.model.findings import Version

A, B, C = (article(name, outlet, date(2024, 3, day)) for name, outlet, day in (("a", "Herald", 5), ("b", "Post", 6), ("c", "Wire", 8)))
SEED = Path(__file__).parents[2] / "seeds" / "invented-market"


def versions(*texts: str) -> tuple[Version, ...]:
    (row,) = laid(*texts, documents=(A, B, C)).consensus
    return row.ledger


def brief(found: tuple[Version, ...]) -> list[tuple[str, str, str]]:
    return [(version.by, version.value, version.change) for version in found]


def test_versions_stand_in_order_up_and_down_with_their_reasons() -> None:
    found = versions(
        "a: killed=15 @bridge // At the bridge # people died.",
        "b: killed=18 @bridge // The toll rose to # after three people died in hospital.",
        "c: killed=16 @bridge // The toll was lowered to #. Two bodies had been counted twice.",
    )
    assert brief(found) == [("", "15", ""), ("", "18", "up"), ("", "16", "down")]
    assert found[1].reason == "after three people died in hospital"
    assert found[1].text == "18, up from 15 (Post, published 6 March 2024): “after three people died in hospital”"


def test_an_article_that_still_gives_the_older_figure_is_a_stale_copy() -> None:
    found = versions("a: killed=15 @bridge", "b: killed=18 @bridge // The toll rose to #.", "c: killed=15 @bridge // # people died.")
    assert [version.stale for version in found] == [("c:2:killed=15 @bridge",), ()]
    assert found[0].text == "15 (Herald, published 5 March 2024); stale copy: Wire, published 8 March 2024"


def test_an_age_has_no_versions_and_no_stale_copies() -> None:
    told = (
        "a: age=31 entity=Berg unit=years",
        "b: age=32 entity=Berg unit=years // The count was raised to #.",
        "c: age=31 entity=Berg unit=years",
    )
    (found,) = laid(*told, documents=(A, B, C)).findings
    assert found.ledger == () and not [cause for cause in found.causes if cause.kind == "stale"]


def test_whose_count_it_is_bears_its_article() -> None:
    found = versions("a: killed=15 @bridge by=governor", "b: killed=18 @bridge by=governor // The toll rose to #.")
    assert found[0].text == "15, counted by the governor (Herald, published 5 March 2024)"


def test_a_figure_that_nobody_signs_is_not_signed_with_the_name_of_who_counts_elsewhere() -> None:
    found = versions(
        "a: killed=15 @bridge by=police // Police said # people died.",
        "b: killed=18 @bridge // # people died.",
        "c: killed=20 @bridge by=police // The toll rose to #, police said.",
    )
    assert brief(found) == [("police", "15", ""), ("", "18", ""), ("police", "20", "up")]


@pytest.mark.parametrize(
    "late",
    [
        "c: killed=15 @bridge // An earlier toll had stood at #.",
        "c: killed=15 as_of=2024-03-05 @bridge // On Tuesday # people were dead.",
    ],
)
def test_who_says_that_a_figure_is_old_copies_nothing_stale(late: str) -> None:
    found = versions("a: killed=15 @bridge", "b: killed=18 @bridge // The toll rose to #.", late)
    assert not any(version.stale for version in found)


def test_a_figure_first_seen_late_is_old_where_another_rose_above_it() -> None:
    found = versions("b: killed=18 @bridge // The toll rose to #.", "c: killed=15 @bridge // # people died.")
    assert brief(found) == [("", "15", ""), ("", "18", "up")]
    assert found[0].stale == ("c:1:killed=15 @bridge",)


def test_a_mere_plural_is_no_version_of_a_number() -> None:
    found = versions("a: killed=15 @bridge", "b: killed>=2? @bridge // # died of smoke.", "b: killed=18 @bridge // The toll rose to #.")
    assert brief(found) == [("", "15", ""), ("", "18", "up")]


def test_growth_alone_revises_nothing() -> None:
    assert versions("a: killed=15 @bridge", "b: killed=18 @bridge") == ()


def test_counts_kept_beside_each_other_are_no_versions() -> None:
    found = versions(
        "a: killed=30 by=ministry @bridge",
        "a: killed=52 by=monitor @bridge",
        "b: killed=33 by=ministry @bridge // The ministry raised the toll to #.",
        "c: killed=58 by=monitor @bridge",
    )
    assert brief(found) == [("ministry", "30", ""), ("ministry", "33", "up"), ("monitor", "52", ""), ("monitor", "58", "")]


def test_a_monitors_count_stands_in_no_camp_of_the_ministrys() -> None:
    told = {
        "2025-08-04": "Clashes in Marrow left 30 dead on Sunday, the ministry said. The Observatory for Rights spoke of 52 dead.",
        "2025-08-05": "The ministry put the death toll from Sunday's clashes in Marrow at 33, up from 30. "
        "The Observatory for Rights counts 58 dead.",
        "2025-08-06": "In Sunday's clashes in Marrow 52 people died according to the Observatory for Rights. "
        "The ministry says 33 people died.",
    }
    rules = rulebook()
    records = [{"doc_id": day, "text": f"Source: Post {day[-1]}\nPublished: {day}\n\n{text}"} for day, text in told.items()]
    report = check(inputs_from_records(records, rules), rules)
    (finding,) = [one for one in report.findings if one.question.attribute == "killed" and not one.question.article]
    assert (finding.verdict, sorted(camp.value for camp in finding.camps)) == ("updates", ["30", "33"])
    held = {id for camp in finding.camps for id in camp.claims}
    assert not any(claim.attributed_to == "Observatory for Rights" for claim in report.claims if claim.id in held)
    assert brief(finding.ledger) == [
        ("ministry", "30", ""),
        ("ministry", "33", "up"),
        ("Observatory for Rights", "52", ""),
        ("Observatory for Rights", "58", ""),
    ]


def test_people_told_one_by_one_are_no_version_of_a_count() -> None:
    rules = rulebook()
    told = {
        "2024-03-05": "A blast at the market in Zenda killed at least five people on Tuesday, the ministry said.",
        "2024-03-06": "The toll of the blast in Zenda rose to seven, the ministry said. A woman and her baby died in a taxi.",
    }
    records = [{"doc_id": day, "text": f"Published: {day}\n\n{text}"} for day, text in told.items()]
    report = check(inputs_from_records(records, rules), rules)
    assert "2" in {notation.format(claim.value) for claim in report.claims if claim.attribute == "killed"}
    (row,) = [row for row in report.consensus if row.question.attribute == "killed"]
    assert brief(row.ledger) == [("ministry", ">=5", ""), ("ministry", "7", "up")]


def test_a_set_of_articles_gives_one_ledger() -> None:
    rules = rulebook()
    report = check(read(SEED, rules), rules)
    (row,) = [row for row in report.consensus if row.question.attribute == "killed"]
    assert brief(row.ledger) == [
        ("interior ministry", ">=15", ""),
        ("interior ministry", "18", "up"),
        ("interior ministry", "16", "down"),
        ("Central Hospital", "20", ""),
        ("Rights Monitor", "23", ""),
        ("Rights Monitor", "24", ""),
    ]
    assert [version.reason for version in row.ledger[1:3]] == [
        "after three people died in hospital",
        "saying that two bodies had been counted twice",
    ]
    stale = {claim.article for version in row.ledger for claim in report.claims if claim.id in version.stale}
    assert stale == {"003"}
    (finding,) = report.findings
    assert finding.ledger == row.ledger
    assert any("Weekly Observer, published on 8 May 2025, still gives 15" in cause.text for cause in finding.causes)
