"""A desk's own names on the command line: given, shown, and told where they are wrong."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from discrepancy.cli import run

OWN = "kind: aliases\nrules:\n  - {id: desk.kolda, kind: group, names: [Kolda Brigade, Sons of Kolda], house: yes}\n"
ARTICLE = (
    "Published: 2024-03-0{day}\nOutlet: {outlet}\n\n{title}\n\nFighters of the {group} took a bridge near Gao on Monday, officials said. "
    "The {group} said that it would hold the bridge until the talks had ended. Nobody was hurt when they arrived there.\n"
)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "names.yaml"
    file.write_text(OWN, encoding="utf-8")
    return file


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for day, (outlet, group) in enumerate((("Harbour Post", "Kolda Brigade"), ("Island Daily", "Sons of Kolda")), 1):
        text = ARTICLE.format(day=day, outlet=outlet, group=group, title="Bridge near Gao is taken")
        (folder / f"00{day}.txt").write_text(text, encoding="utf-8")
    return folder


def test_the_verdict_names_the_desks_entry(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["names", "Kolda Brigade", "Sons of Kolda", "--aliases", str(own)]) == 0
    assert "desk.kolda lists them as the same" in capsys.readouterr().out
    assert run(["names", "Kolda Brigade", "Sons of Kolda", "--kind", "group"]) == 0
    assert "the same as" not in capsys.readouterr().out


def test_a_fault_in_the_file_is_told_with_4(own: Path, articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own.write_text(OWN.replace("house: yes", "since: soon"), encoding="utf-8")
    for call in (["names", "a", "b"], ["check", str(articles)], ["rules", "test"]):
        assert run([*call, "--aliases", str(own)]) == 4
        told = capsys.readouterr()
        assert "names.yaml:3:81: since: 'soon' is no day" in told.err
        assert told.out == ""


@pytest.mark.parametrize("arguments", [["--aliases", "no/such.yaml"], ["--on", "yesterday"]])
def test_a_wrong_call_leaves_with_2(arguments: list[str]) -> None:
    assert run(["names", "a", "b", *arguments]) == 2


def test_the_register_shows_the_house_spelling(own: Path, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(["check", str(articles), "--aliases", str(own), "--format", "json,csv,md,html", "-o", str(out)]) == 0
    with (out / "names.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["spelling"] == "Kolda Brigade"]
    assert [(row["outlet"], row["article"], row["count"], row["house"]) for row in rows] == [("Harbour Post", "001", "2", "Kolda Brigade")]
    entities = json.loads((out / "report.json").read_text(encoding="utf-8"))["entities"]
    assert [entity["house"] for entity in entities if "Kolda" in entity["name"]] == ["Kolda Brigade"]
    for name in ("report.md", "report.html"):
        assert "Kolda Brigade" in (out / name).read_text(encoding="utf-8")
