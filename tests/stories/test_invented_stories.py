"""Small folders of invented articles, read from end to end: which findings they have, and which causes are named with which computation.

``causes.yaml`` holds the causes of DESIGN §7.6, each in a folder that it explains and in one that only looks so; ``rules.yaml`` the rules
of comparison, each with wordings on both of its sides. A folder states all its findings: nothing else may be claimed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from discrepancy import check, read, rulebook
from discrepancy.model.findings import Report
from discrepancy.rulebook.kinds.comparing import CauseForm

HERE = Path(__file__).parent
BOOK = rulebook()


def sets(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.load((HERE / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return loaded


CAUSES, RULES = sets("causes.yaml"), sets("rules.yaml")


def checked(folder: dict[str, Any], at: Path) -> Report:
    """The report on the articles of a set, written to files as somebody would copy them from pages."""
    for number, article in enumerate(folder["articles"], 1):
        head = f"Title: {article['title']}\nSource: {article['source']}\nPublished: {article['published']}"
        (at / f"{number:03}.txt").write_text("\n\n".join([head, *article["text"]]) + "\n", encoding="utf-8")
    return check(read(at, BOOK), BOOK)


def told(report: Report) -> tuple[list[str], list[str]]:
    """The findings and the causes of a report, as the sets write them."""
    causes = dict.fromkeys(f"{cause.kind}: {cause.text}" for finding in report.findings for cause in finding.causes)
    return [f"{f.level} {f.verdict} {f.question.attribute}" for f in report.findings], list(causes)


def named(folder: dict[str, Any]) -> str:
    """What a set is about, for the test's name."""
    return str(folder.get("rule") or folder.get("cause") or f"looks-like-{folder['looks-like']}")


@pytest.mark.parametrize("folder", CAUSES, ids=named)
def test_a_cause_is_named_with_its_computation_and_only_where_it_is_shown(folder: dict[str, Any], tmp_path: Path) -> None:
    findings, causes = told(checked(folder, tmp_path))
    assert (findings, causes) == (folder["findings"], folder["causes"])
    kinds = {cause.partition(":")[0] for cause in causes}
    assert kinds == ({folder["cause"]} if "cause" in folder else set())


@pytest.mark.parametrize("folder", RULES, ids=named)
def test_each_rule_of_comparison_holds_on_both_sides(folder: dict[str, Any], tmp_path: Path) -> None:
    assert told(checked(folder, tmp_path)) == (folder["findings"], folder["causes"])


def test_every_cause_has_a_set_that_it_explains_and_one_that_looks_alike() -> None:
    kinds = {form.id.removeprefix("cause.") for form in BOOK.of(CauseForm)}
    assert {folder["cause"] for folder in CAUSES if "cause" in folder} == kinds
    assert {folder["looks-like"] for folder in CAUSES if "looks-like" in folder} == kinds
