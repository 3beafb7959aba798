"""What is new between two reports, and what a baseline takes out of sight."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from made_up import report

from discrepancy.cli import run
from discrepancy.model.findings import Camp, Report
from discrepancy.model.values import exactly
from discrepancy.report import html, markdown, sarif, terminal, write
from discrepancy.report.difference import against, difference
from discrepancy.report.json import as_json


def renamed(made: Report) -> Report:
    """The same report from files of other names: only ids of findings and paths differ."""
    return replace(
        made,
        articles=tuple(replace(one, path=f"elsewhere/{one.id}.txt") for one in made.articles),
        findings=tuple(replace(one, id=f"x{one.id}") for one in made.findings),
    )


def other_toll(made: Report) -> Report:
    """Island Daily says eight instead of nine."""
    claims = tuple(replace(c, value=exactly(8)) if c.id == "c2" else c for c in made.claims)
    first, *rest = made.findings
    return replace(made, claims=claims, findings=(replace(first, camps=(first.camps[0], Camp("8", ("c2",)))), *rest))


def test_a_report_differs_from_itself_in_nothing() -> None:
    found = difference(report(), renamed(report()))
    assert (found.new, found.changed, found.gone) == ((), (), ())
    assert [one.id for one in found.same] == ["xf1", "xf2", "xf3"]


def test_a_finding_comes_and_goes() -> None:
    fewer = replace(report(), findings=report().findings[:2])
    assert [one.id for one in difference(fewer, report()).new] == ["f3"]
    assert [one.id for one in difference(report(), fewer).gone] == ["f3"]


def test_another_value_changes_a_finding_and_says_how() -> None:
    (changed,) = difference(report(), other_toll(report())).changed
    assert (changed.before.id, changed.after.id) == ("f1", "f1")
    assert changed.what == ("new value 8", "no longer 9")


def test_another_level_changes_a_finding() -> None:
    first, *rest = report().findings
    (changed,) = difference(report(), replace(report(), findings=(replace(first, level="error"), *rest))).changed
    assert changed.what == ("warning became error",)


def test_a_claim_more_changes_a_finding() -> None:
    first, *rest = report().findings
    larger = replace(first, camps=(replace(first.camps[0], claims=("c1", "c3", "c4")), first.camps[1]))
    (changed,) = difference(report(), replace(report(), findings=(larger, *rest))).changed
    assert changed.what == ("1 more claim",)


def test_two_findings_that_share_a_claim_are_paired_once() -> None:
    first, *rest = report().findings
    twin = replace(first, id="f9", camps=(replace(first.camps[0], claims=("c3",)), first.camps[1]))
    found = difference(report(), replace(report(), findings=(first, twin, *rest)))
    assert [one.id for one in found.new] == ["f9"]
    assert not found.changed


def test_a_baseline_hides_what_stood_in_it() -> None:
    marked = against(other_toll(report()), report())
    assert [one.baseline for one in marked.findings] == ["changed", "unchanged", "unchanged"]
    assert [one.aside for one in marked.findings] == ["", "stood in the baseline", "stood in the baseline"]
    text = terminal.render(marked)
    assert "Not shown: 2 that stood in the baseline." in text
    assert marked.findings[1].message not in text
    assert "## Set aside" in markdown.render(marked)
    assert "2 findings that stood in the baseline" in html.render(marked)
    states = {one["properties"]["id"]: one["baselineState"] for one in sarif.as_sarif(marked)["runs"][0]["results"]}
    assert states == {"f1": "updated", "f2": "unchanged", "f3": "unchanged"}
    assert [one["baseline"] for one in as_json(marked)["findings"]] == ["changed", "unchanged", "unchanged"]


def test_diff_by_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(report(), tmp_path / "old", ["json"])
    write(replace(other_toll(report()), findings=other_toll(report()).findings[:2]), tmp_path / "new", ["json"])
    assert run(["diff", str(tmp_path / "old"), str(tmp_path / "new"), "--fail-on", "warning"]) == 1
    text = capsys.readouterr().out
    assert "~ warning How many people died in the sinking of the Halcyon? new value 8; no longer 9 [f1]" in text
    assert "- note How is Port Maren spelt?" in text
    assert text.endswith("0 new, 1 changed, 1 gone, 1 finding as before.\n")
    assert run(["diff", str(tmp_path / "old"), str(tmp_path / "old"), "--fail-on", "warning"]) == 0
    capsys.readouterr()
    assert run(["diff", str(tmp_path / "old"), str(tmp_path / "new"), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "new": [], "changed": [{"before": "f1", "after": "f1", "what": ["new value 8", "no longer 9"]}], "gone": ["f3"], "same": ["f2"],
    }  # fmt: skip


def test_diff_refuses_what_is_no_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "report.json"
    wrong.write_text("{}", encoding="utf-8")
    assert run(["diff", str(wrong), str(wrong)]) == 2
    assert run(["diff", str(tmp_path / "nothing.json"), str(wrong)]) == 2
    assert "nothing.json" in capsys.readouterr().err


def test_a_check_against_its_own_report_fails_on_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = str(Path(__file__).resolve().parents[2] / "seeds" / "case-03-weekday" / "articles")
    common = ["check", articles, "--decisions", "none", "--fail-on", "error"]
    assert run([*common, "-o", str(tmp_path)]) == 1
    assert run([*common, "--baseline", str(tmp_path / "report.json")]) == 0
    assert "Not shown: 1 that stood in the baseline." in capsys.readouterr().out
