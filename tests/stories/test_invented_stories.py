"""Small folders of invented articles, read from end to end: which findings they have, and which causes are named with which computation.

``causes.yaml`` holds the causes of DESIGN §7.6, each in a folder that it explains and in one that only looks so; ``rules.yaml`` the rules
of comparison, each with wordings on both of its sides. A folder states all its findings: nothing else may be claimed. ``lookalikes.yaml``
holds pairs of happenings of one kind, of which nothing may be claimed until one of the four articles contradicts its fellow.
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


CAUSES, RULES, LOOKALIKES = sets("causes.yaml"), sets("rules.yaml"), sets("lookalikes.yaml")


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


def loud(report: Report) -> list[str]:
    """The findings at warning or error, as the sets write them."""
    return [line for line in told(report)[0] if not line.startswith("note")]


def named(folder: dict[str, Any]) -> str:
    """What a set is about, for the test's name."""
    return str(folder.get("rule") or folder.get("cause") or folder.get("kind") or f"looks-like-{folder['looks-like']}")


@pytest.mark.parametrize("folder", CAUSES, ids=named)
def test_a_cause_is_named_with_its_computation_and_only_where_it_is_shown(folder: dict[str, Any], tmp_path: Path) -> None:
    findings, causes = told(checked(folder, tmp_path))
    assert (findings, causes) == (folder["findings"], folder["causes"])
    kinds = {cause.partition(":")[0] for cause in causes}
    assert kinds == ({folder["cause"]} if "cause" in folder else set())


@pytest.mark.parametrize("folder", RULES, ids=named)
def test_each_rule_of_comparison_holds_on_both_sides(folder: dict[str, Any], tmp_path: Path) -> None:
    assert told(checked(folder, tmp_path)) == (folder["findings"], folder["causes"])


@pytest.mark.parametrize("folder", LOOKALIKES, ids=named)
def test_two_happenings_of_one_kind_are_not_held_against_each_other(folder: dict[str, Any], tmp_path: Path) -> None:
    assert loud(checked(folder, tmp_path)) == folder["findings"]


@pytest.mark.parametrize("folder", LOOKALIKES, ids=named)
def test_a_contradiction_beside_a_happening_of_the_same_kind_is_found(folder: dict[str, Any], tmp_path: Path) -> None:
    number, (said, instead) = int(folder["true"]["article"]), folder["true"]["put"]
    articles = [dict(article) for article in folder["articles"]]
    changed = [text.replace(said, instead) for text in articles[number - 1]["text"]]
    assert changed != articles[number - 1]["text"]
    articles[number - 1]["text"] = changed
    assert loud(checked(folder | {"articles": articles}, tmp_path)) == folder["true"]["findings"]


def test_every_cause_has_a_set_that_it_explains_and_one_that_looks_alike() -> None:
    kinds = {form.id.removeprefix("cause.") for form in BOOK.of(CauseForm)}
    assert {folder["cause"] for folder in CAUSES if "cause" in folder} == kinds
    assert {folder["looks-like"] for folder in CAUSES if "looks-like" in folder} == kinds
