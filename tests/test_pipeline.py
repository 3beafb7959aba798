"""The whole way on the seed set: the same bytes whatever the machine, and every claim points at its words."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from discrepancy import check, read, rulebook
from discrepancy.model.findings import Report
from discrepancy.rulebook.kinds.roles import SetAside

SEEDS = Path(__file__).resolve().parents[1] / "seeds" / "pakistan-iran-2024" / "articles"
PROGRAM = """\
import sys
from discrepancy import check, read, rulebook
from discrepancy.report.json import render
sys.stdout.buffer.write(render(check(read(sys.argv[1:]), rulebook())).encode())
"""


@pytest.fixture(scope="module")
def report() -> Report:
    return check(read(SEEDS), rulebook())


def digest(paths: list[str], **environment: str) -> str:
    run = subprocess.run([sys.executable, "-c", PROGRAM, *paths], env={**os.environ, **environment}, capture_output=True, check=True)
    assert len(run.stdout) > 10_000
    return hashlib.sha256(run.stdout).hexdigest()


def test_the_same_bytes_in_any_order_zone_and_hash_seed() -> None:
    paths = sorted(map(str, SEEDS.glob("*.txt")))
    first = digest(paths, TZ="UTC", PYTHONHASHSEED="0")
    assert digest(paths[::-1], TZ="Asia/Kathmandu", PYTHONHASHSEED="1") == first
    assert digest(paths[2:] + paths[:2], TZ="America/St_Johns", PYTHONHASHSEED="4242") == first


def test_the_same_report_for_any_number_of_processes() -> None:
    inputs, rules = read(SEEDS), rulebook()
    assert check(inputs, rules, jobs=2) == check(inputs, rules)


def test_every_claim_points_at_its_exact_words(report: Report) -> None:
    texts = {article.id: article.text for article in report.articles}
    assert len(report.claims) > 50
    for claim in report.claims:
        assert claim.evidence.span.of(texts[claim.article]) == claim.evidence.exact != ""


def test_what_a_report_names_is_in_it(report: Report) -> None:
    claims = {claim.id for claim in report.claims}
    events = {event.id for event in report.events} | {""}
    assert len(claims) == len(report.claims)
    for finding in report.findings:
        assert {c for camp in finding.camps for c in camp.claims} <= claims
        assert set(finding.depends_on) <= claims
        assert finding.question.event in events
        assert all(camp.value for camp in finding.camps)
    assert {claim.event for claim in report.claims} <= events


def test_no_silent_number(report: Report) -> None:
    coverage = report.coverage
    assert coverage.numbers + coverage.dates == coverage.in_claims + coverage.set_aside + coverage.unread
    assert coverage.set_aside + coverage.unread == len(report.unread)


@pytest.mark.parametrize("name", ["kerman-2024", "pakistan-iran-2024", "invented-quake", "invented-shooting"])
def test_four_of_five_numbers_and_dates_are_in_claims_and_the_rest_has_a_listed_reason(name: str) -> None:
    rules = rulebook()
    found = check(read(SEEDS.parents[1] / name / "articles"), rules)
    assert found.coverage.in_claims >= 0.8 * (found.coverage.numbers + found.coverage.dates) > 20
    assert {item.reason for item in found.unread} <= {rule.text for rule in rules.of(SetAside)}


@pytest.mark.parametrize(("headline", "levels"), [("90", ["warning"]), ("92", [])])
def test_a_headline_s_new_toll_is_held_against_the_newest_one_below_it(headline: str, levels: list[str], tmp_path: Path) -> None:
    text = (
        f"Title: Toll of Maris explosions climbs to {headline}\nSource: Herald\nPublished: 2024-03-05\n\n"
        "The death toll of the explosions in Maris has risen to 92 after three of the wounded died in hospital.\n\n"
        "The toll had been put at 103 on the evening of the attack.\n"
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    found = check(read(tmp_path), rulebook()).findings
    assert [finding.level for finding in found if finding.level != "note"] == levels
    assert all("103" not in finding.message for finding in found if finding.level == "warning")
