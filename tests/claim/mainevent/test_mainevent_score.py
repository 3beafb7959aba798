"""The benchmark that scores the choice of the main event, on articles and a record of our own."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[3] / "benchmarks" / "main_event.py"
ARTICLE = (
    "Two people were killed in a shooting in Zenda on Monday, police said. The shooting began near the harbour. "
    "Last year three people were killed in a fire in Strelsau."
)
RECORD = {"date": "2023-05-15", "places": ["Zenda"], "killed": {"low": 2, "high": 2, "alt": [2]}, "injured": None}


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("main_event", SCRIPT)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["main_event"] = module
    spec.loader.exec_module(module)
    return module


def run(bench: ModuleType, tmp_path: Path, record: dict[str, object], capsys: pytest.CaptureFixture[str]) -> str:
    docs, incidents = tmp_path / "docs.jsonl", tmp_path / "incidents.jsonl"
    docs.write_text(json.dumps({"doc_id": "a", "incident_id": "i", "text": ARTICLE, "published": "2023-05-17"}), encoding="utf-8")
    incidents.write_text(json.dumps({"incident_id": "i", "gold": record}), encoding="utf-8")
    assert bench.main([str(docs), str(incidents), "--misses", "1"]) == 0
    return capsys.readouterr().out


def test_the_event_of_the_record_is_right(bench: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = run(bench, tmp_path, RECORD, capsys)
    assert "'decisive': 1} {'right': 100.0" in said
    assert "day: 100.0 of 1" in said
    assert "killed: 100.0 of 1" in said


def test_the_record_of_another_event_makes_the_choice_wrong(bench: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fire = {"date": None, "places": ["Strelsau"], "killed": {"low": 3, "high": 3, "alt": [3]}, "injured": None}
    said = run(bench, tmp_path, fire, capsys)
    assert "'decisive': 1} {'right': 0.0" in said
    assert "better fire +1" in said
    assert "told in the first three sentences" in said


def test_where_no_event_is_the_records_nothing_is_counted(bench: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    elsewhere = {"date": "2020-01-01", "places": ["Hentzau"], "killed": {"low": 9, "high": 9}, "injured": None}
    assert "'decisive': 0" in run(bench, tmp_path, elsewhere, capsys)
