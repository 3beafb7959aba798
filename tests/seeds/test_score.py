"""The scorer of seed sets, held against reports made up from the gold itself.

Takes each gold and makes the report that answers it to the letter; then spoils that report in one way at a time.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from operators import article_files

ROOT = Path(__file__).resolve().parents[2]
MAIN = ROOT / "seeds" / "pakistan-iran-2024"
SETS = sorted(path.parent for path in (ROOT / "seeds").glob("*/gold.yaml"))

Json = dict[str, Any]


def load(name: str) -> ModuleType:
    """A script of ``benchmarks/`` as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "benchmarks" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


scorer = load("score_seeds")


def perfect(folder: Path) -> tuple[Json, Json]:
    """A report with one finding for every item of the gold, and that gold."""
    gold = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    texts = {key: path.read_text(encoding="utf-8") for key, path in article_files(folder).items()}
    articles = [{"id": f"a{key}", "path": f"/any/where/{path.name}", "text": texts[key]} for key, path in article_files(folder).items()]
    report: Json = {"articles": articles, "claims": [], "findings": [], "entities": []}

    def claim(key: str, needle: str) -> str:
        start = texts[key].index(needle)
        name = f"c{len(report['claims'])}"
        report["claims"].append({"id": name, "article": f"a{key}", "start": start, "end": start + len(needle)})
        return name

    def finding(attribute: str, verdict: str, level: str, camps: list[Json], entity: str = "") -> None:
        question = {"attribute": attribute, "entity": entity, "event": "", "article": "", "text": ""}
        name = f"f{len(report['findings'])}"
        shell = {"id": name, "verdict": verdict, "level": level, "message": name}
        report["findings"].append({**shell, "question": question, "camps": camps})

    for item in gold["must_flag"]:
        camps = [
            {"value": str(place["value"]), "claims": [claim(key, needle) for key, needle in place["in"].items()]}
            for place in item["positions"]
        ]
        attribute = sorted(scorer.as_set(item["attribute"]))[0]
        finding(attribute, sorted(scorer.as_set(item["verdict"]))[0], item["level"], camps)
    for item in gold["must_note"]:
        spellings = dict.fromkeys([*item["spellings"].values(), *item.get("also", [])])
        variants = [
            {"text": text, "articles": [f"a{key}" for key, there in item["spellings"].items() if there == text]} for text in spellings
        ]
        report["entities"].append({"id": item["id"], "kind": item["kind"], "name": item["id"], "variants": variants})
        finding("name", "variant", "note", [], item["id"])
    return report, gold


@pytest.mark.parametrize("folder", SETS, ids=lambda folder: folder.name)
def test_a_report_that_answers_the_gold_passes(folder: Path) -> None:
    report, gold = perfect(folder)
    score = scorer.score(report, gold)
    assert score.passed(0), "\n".join(scorer.lines_of(score, 0))
    assert all(flag.verdict_ok for flag in score.flagged)
    assert all(note.covered == note.of_articles for note in score.noted)


def test_a_missing_finding_and_a_low_level_fail() -> None:
    report, gold = perfect(MAIN)
    report["findings"][0]["level"] = "note"
    low = scorer.score(report, gold)
    assert not low.flagged[0].level_ok and not low.passed(9)
    del report["findings"][0]
    missing = scorer.score(report, gold)
    assert not missing.flagged[0].found and not missing.passed(9)


def test_both_positions_in_one_camp_answer_nothing() -> None:
    report, gold = perfect(MAIN)
    camps = report["findings"][0]["camps"]
    report["findings"][0]["camps"] = [{"value": "x", "claims": [claim for camp in camps for claim in camp["claims"]]}]
    assert not scorer.score(report, gold).flagged[0].found


@pytest.mark.parametrize(("mine", "theirs"), [("sistan", "Balochistan"), ("jaa", "Baloch"), ("blf", "Baloch Liberation Army")])
def test_a_forbidden_merge_fails(mine: str, theirs: str) -> None:
    report, gold = perfect(MAIN)
    blf = {"text": "Baloch Liberation Front", "articles": ["a000"]}
    report["entities"].append({"id": "blf", "kind": "group", "name": "BLF", "variants": [blf]})
    entity = next(entity for entity in report["entities"] if entity["id"] == mine)
    entity["variants"].append({"text": theirs, "articles": ["a003"]})
    score = scorer.score(report, gold)
    assert score.merges and not score.passed(9)


def test_a_false_alarm_is_an_extra_with_its_name() -> None:
    report, gold = perfect(MAIN)
    wanted = next(item for item in gold["must_not_flag"] if item["id"] == "two-nines")["in"]
    texts = {key: path.read_text(encoding="utf-8") for key, path in article_files(MAIN).items()}
    camps = []
    for number, (key, needle) in enumerate(wanted.items()):
        start = texts[key].index(needle)
        report["claims"].append({"id": f"x{number}", "article": f"a{key}", "start": start, "end": start + 3})
        camps.append({"value": "9", "claims": [f"x{number}"]})
    question = {"attribute": "killed", "entity": "", "event": "", "article": "", "text": ""}
    shell = {"id": "alarm", "verdict": "conflicts", "level": "warning", "message": "nine against nine"}
    report["findings"].append({**shell, "question": question, "camps": camps})
    score = scorer.score(report, gold)
    assert [extra.id for extra in score.extras] == ["alarm"]
    assert "two-nines" in score.extras[0].false_alarm
    assert score.passed(1) and not score.passed(0)


def test_the_command_prints_and_exits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report, _ = perfect(MAIN)
    path = tmp_path / "report.json"
    path.write_text(json.dumps(report), encoding="utf-8")
    assert scorer.main([str(path), str(MAIN / "gold.yaml")]) == 0
    assert "must_flag 7 of 7" in capsys.readouterr().out
    assert scorer.main([str(path), str(MAIN / "gold.yaml"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["passed"] is True
