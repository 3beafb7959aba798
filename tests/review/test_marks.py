"""Ignores in a draft's own text."""

from __future__ import annotations

from pathlib import Path

import pytest

from discrepancy.cli import run
from discrepancy.model.text import Document
from discrepancy.review.marks import marks

SOURCE = """Title: Ferry sinks off Port Maren
Source: {}
Published: 2024-02-14

Nine people died when a ferry sank off Port Maren on 13 February, the coast guard said.
"""
DRAFT = """Title: Our story
Published: 2024-02-14

Twelve people died when a ferry sank off Port Maren on 13 February, the coast guard said.{}

The harbour was closed.
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "sources").mkdir()
    for name in ("Harbour Times", "Island Daily"):
        (tmp_path / "sources" / f"{name[0]}.txt").write_text(SOURCE.format(name), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def checked(desk: Path, mark: str) -> int:
    (desk / "story.txt").write_text(DRAFT.format(mark), encoding="utf-8")
    return run(["check", "--draft", "story.txt", "sources", "--decisions", "none", "--fail-on", "warning"])


def test_a_mark_sets_its_paragraph_aside(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(desk, "") == 1
    capsys.readouterr()
    assert checked(desk, " <!-- discrepancy: ignore killed because the coast guard corrected it -->") == 0
    printed = capsys.readouterr()
    assert "that the desk ignores" in printed.out
    assert not printed.err
    assert (desk / "story.txt").read_text(encoding="utf-8").count("<!--") == 1


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        (" [discrepancy: ignore injured because nobody was]", "story.txt:4: the ignore of injured does nothing: no finding stands"),
        (" [discrepancy: ignore killed]", "story.txt:4: this ignore does nothing: it must read"),
        (" [discrepancy: ignore deaths because I know]", "story.txt:4: this ignore does nothing: 'deaths' is none of all, killed"),
    ],
)  # fmt: skip
def test_a_mark_that_does_nothing_is_told(desk: Path, capsys: pytest.CaptureFixture[str], mark: str, told: str) -> None:
    assert checked(desk, mark) == 1
    assert told in capsys.readouterr().err


def test_a_mark_elsewhere_sets_nothing_aside(desk: Path) -> None:
    text = DRAFT.format("") + "\n[discrepancy: ignore all because we know]\n"
    (desk / "story.txt").write_text(text, encoding="utf-8")
    assert run(["check", "--draft", "story.txt", "sources", "--decisions", "none", "--fail-on", "warning"]) == 1


@pytest.mark.parametrize(
    ("text", "reach"),
    [
        ("One. [discrepancy: ignore all because x]\n\nTwo.", "One. [discrepancy: ignore all because x]"),
        ("Zero.\n\n[discrepancy: ignore all because x]\n\nOne.\n\nTwo.", "[discrepancy: ignore all because x]\n\nOne."),
        ("Zero.\n\n[discrepancy: ignore all because x]", "[discrepancy: ignore all because x]"),
    ],
)
def test_how_far_a_mark_reaches(text: str, reach: str) -> None:
    ((mark,), faults) = marks(Document("d", "d", "", text, ()))
    assert mark.reach.of(text) == reach
    assert not faults


def test_hostile_marks_end() -> None:
    found, faults = marks(Document("d", "d", "", "[discrepancy: ignore " * 20_000 + "]" * 100, ()))
    assert len(found) + len(faults) <= 1
