"""A batch finds what a check finds, byte for byte, wherever it runs and however it is cut."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from sets_of_articles import batch, deadly, findings

from discrepancy import check, read
from discrepancy.batch.parts import rows
from discrepancy.engine import Run, local
from discrepancy.report.json import finding_as_json
from discrepancy.rulebook import Rulebook


def workers(name: str, rules: Rulebook, jobs: int) -> AbstractContextManager[Run]:
    if name == "local":
        return local.workers(rules, jobs)
    from discrepancy.engine import dask

    return dask.workers(rules, jobs)


@pytest.fixture(scope="module")
def checked(articles: Path, rules: Rulebook) -> list[dict[str, Any]]:
    """What a check of the same articles finds."""
    return [finding_as_json(finding) for finding in check(read(articles, rules), rules).findings]


def test_a_batch_finds_what_a_check_finds_in_the_same_order(done: Path, checked: list[dict[str, Any]]) -> None:
    assert {finding["level"] for finding in checked} >= {"warning", "note"}
    assert findings(done) == [{**finding, "baseline": ""} for finding in checked]


def test_buckets_of_any_size_give_the_same(articles: Path, rules: Rulebook, done: Path, tmp_path: Path) -> None:
    # Of four articles: the larger stories are split by what is asked.
    batch(articles, tmp_path / "out", rules, largest=4)
    assert (tmp_path / "out" / "findings.jsonl").read_bytes() == (done / "findings.jsonl").read_bytes()


@pytest.mark.parametrize(("engine", "jobs"), [("local", 1), ("local", 2), ("dask", 2)])
def test_every_engine_gives_the_same_though_a_process_is_killed(
    engine: str, jobs: int, articles: Path, rules: Rulebook, done: Path, tmp_path: Path
) -> None:
    marker = tmp_path / "killed" if jobs > 1 else None
    with workers(engine, rules, jobs) as at:
        _, _, seen = batch(articles, tmp_path / "out", rules, deadly(at, "read", marker=marker) if marker else at)
    assert marker is None or marker.exists()
    assert seen.said == []
    counted = {name: progress.articles for name, progress in seen.stages.items() if name != "findings"}
    assert set(counted.values()) == {len(read(articles, rules).documents)}, counted  # every stage counts articles, and nothing else
    for name in ("findings.jsonl", "findings.csv"):
        assert (tmp_path / "out" / name).read_bytes() == (done / name).read_bytes()


def test_an_article_that_kills_every_process_is_set_aside_and_the_rest_goes_on(rules: Rulebook, done: Path, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(5):
        (folder / f"a{number}.txt").write_text(
            f"Two people were killed in the fire in Vellmar on 3 March 2024, police said. Word{number}.\n"
        )
    with local.workers(rules, 1) as at:
        manifest, _, seen = batch(folder, tmp_path / "out", rules, deadly(at, "read", "Word3"))
    (row,) = [row for path in (tmp_path / "out" / "documents").glob("*.parquet") for row in rows(path) if row["set_aside"]]
    assert row["doc_id"] == "a3" and "died" in row["set_aside"]
    assert (manifest.articles, manifest.set_aside) == (4, 1)
    assert seen.said and "1 article set aside" in seen.said[0]


def test_tables_name_every_article_claim_and_mention(done: Path, articles: Path, rules: Rulebook) -> None:
    report = check(read(articles, rules), rules)
    table = {
        name: [row for path in sorted((done / name).glob("*.parquet")) for row in rows(path)]
        for name in ("documents", "claims", "mentions")
    }
    assert sorted(row["doc_id"] for row in table["documents"]) == sorted(article.id for article in report.articles)
    assert sorted(row["id"] for row in table["claims"]) == sorted(claim.id for claim in report.claims)
    events = {mention: event.id for event in report.events for mention in event.mentions}
    assert {row["id"]: row["event"] for row in table["mentions"]} == {m.id: events.get(m.id, "") for m in report.mentions}
    spelled = {(row["kind"], row["name"], row["spelling"]) for path in (done / "entities").glob("*.parquet") for row in rows(path)}
    assert spelled == {(entity.kind, entity.name, variant.text) for entity in report.entities for variant in entity.variants}


def test_one_article_alone_is_held_against_itself(rules: Rulebook, tmp_path: Path) -> None:
    text = "Two people were killed on Monday, 5 March 2024. The band is called Al-Kasim Front. The Al Qasim Front denied it."
    (tmp_path / "one.txt").write_text(f"Fire in Vellmar\n\n{text}\n")
    batch(tmp_path / "one.txt", tmp_path / "out", rules)
    wanted = [finding_as_json(finding) for finding in check(read(tmp_path / "one.txt", rules), rules).findings]
    assert wanted and findings(tmp_path / "out") == wanted


def test_no_article_at_all(rules: Rulebook, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    manifest, told, _ = batch(tmp_path / "in", tmp_path / "out", rules)
    assert (manifest.articles, len(manifest.unreadable), dict(told.levels)) == (0, 1, {})
