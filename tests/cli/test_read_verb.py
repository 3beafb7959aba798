"""``discrepancy read``: what was understood, and what was not, with its exit code."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from discrepancy.cli import run

TEXT = "Two walkers died when a footbridge gave way on Monday, the fire brigade said. The mayor asked people to stay away."
PAGE = f"Footbridge falls into river\nBy Bob Scribe\nPublished: 14 March 2021\n\n{TEXT}\n"


def test_metadata_with_where_it_came_from_and_blocks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(PAGE)
    assert run(["read", str(tmp_path / "a.txt")]) == 0
    shown = capsys.readouterr().out
    assert "published   2021-03-14  [label 'Published', page line 3]" in shown
    assert "outlet      not said" in shown
    assert "headline             0-27  Footbridge falls into river" in shown
    assert "language    en  [text:" in shown


def test_json_is_the_shape_of_the_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(PAGE)
    (tmp_path / "b.txt").write_bytes(b"\x00\x01" * 50)
    assert run(["read", str(tmp_path), "--json"]) == 3
    shown = json.loads(capsys.readouterr().out)
    assert shown["articles"][0]["text"] == PAGE and shown["articles"][0]["pages"] == []
    assert [Path(item["path"]).name for item in shown["unreadable"]] == ["b.txt"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    assert run(["read", "-"]) == 0
    assert capsys.readouterr().out.startswith("-\n  id          stdin\n")


def test_columns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text(f'words,when\n"{TEXT}",2021-03-14\n')
    assert run(["read", str(tmp_path / "a.csv")]) == 3
    assert "--columns text=NAME" in capsys.readouterr().err
    assert run(["read", str(tmp_path / "a.csv"), "--columns", "text=words,published=when"]) == 0
    assert "2021-03-14  [column when]" in capsys.readouterr().out


@pytest.mark.parametrize("pair", ["text", "mood=x", "text=", "=x"])
def test_a_wrong_column_is_a_wrong_call(pair: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", ".", "--columns", pair]) == 2
    assert "is not FIELD=NAME" in capsys.readouterr().err


def test_escapes_of_a_terminal_are_shown_and_not_obeyed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Footbridge \x1b[2Jfalls into river\n\n" + TEXT)
    run(["read", str(tmp_path / "a.txt")])
    assert "⟦U+001B⟧[2J" in capsys.readouterr().out
