"""The desk by command: its verbs, its accounts, where decisions lie, and what it loads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner
from desk_reports import POST, ferry
from serving import desk_on, put

from discrepancy.cli import run
from discrepancy.review.accounts import Accounts
from discrepancy.review.store import Store


def test_verbs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    path = put(ferry(), tmp_path)
    assert run(["gate", str(path)]) == 1
    assert "(warning, open)" in capsys.readouterr().out
    assert run(["gate", str(path.parent), "--desk", "https://desk.example/", "--draft", "1.txt"]) == 1
    assert "https://desk.example/r/ferry/f/F-" in capsys.readouterr().out
    desk = desk_on(tmp_path, path)
    desk.rule_many("Mara", [("ferry", id) for id in desk.shelf("ferry").findings], "confirmed")
    desk.store.close()
    assert run(["gate", str(path)]) == 0
    assert run(["gate", str(path), "--draft", "none"]) == 2
    assert run(["gate", str(tmp_path / "none.json")]) == 2
    capsys.readouterr()
    assert run(["decisions", "verify"]) == 0
    head = capsys.readouterr().out.split()[-1]
    assert run(["decisions", "verify", "--head", head]) == 0
    assert run(["decisions", "verify", "--head", "0" * 64]) == 1
    assert run(["decisions", "export", "-o", "out.jsonl"]) == 0
    capsys.readouterr()
    assert run(["decisions", "import", "out.jsonl", "--decisions", "new.sqlite"]) == 0
    assert capsys.readouterr().out == "3 of 3 decisions were new.\n"
    Path("bad.jsonl").write_text("{}\n")
    assert run(["decisions", "import", "bad.jsonl"]) == 2
    assert run(["decisions", "verify", "--decisions", "none.sqlite"]) == 2
    assert not Path("none.sqlite").exists()
    assert run(["decisions", "verify", "--decisions", "mysql://x@y/z"]) == 2


def test_decisions_lie_where_the_project_file_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "discrepancy.toml").write_text('decisions = "kept/desk.sqlite"\n')
    (tmp_path / "kept").mkdir()
    monkeypatch.chdir(inner)
    run(["gate", str(put(ferry(), tmp_path))])
    assert (tmp_path / "kept" / "desk.sqlite").is_file()


def test_accounts_by_command(tmp_path: Path) -> None:
    from discrepancy.cli.users import users

    where = ["--decisions", str(tmp_path / "d.sqlite")]
    call = CliRunner().invoke
    assert call(users, ["add", "Ove", "--password-stdin", *where], input="short\n", standalone_mode=False).return_value == 2
    given = call(users, ["add", "Ove", "--role", "viewer", "--password-stdin", *where], input="a long enough one\n")
    assert given.output == "Ove is a viewer.\n"
    secret = call(users, ["token", "Ove", *where]).output.strip()
    assert call(users, ["list", *where]).output == "Ove\tviewer\n"
    store = Store(tmp_path / "d.sqlite")
    assert Accounts(store.engine).holder(secret, "program") is not None
    assert Accounts(store.engine).check("Ove", "a long enough one") is not None
    store.close()
    assert call(users, ["remove", "Ove", *where]).output == "Ove is gone.\n"


def test_the_desk_by_command(tmp_path: Path) -> None:
    put(ferry(post_text=POST[1]), tmp_path)
    base = [sys.executable, "-c", "from discrepancy.cli import main; main()", "review", str(tmp_path / "ferry")]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    for wrong in (["--host", "0.0.0.0"], ["--name", "desk.example"], ["--tls-cert", str(__file__)]):
        done = subprocess.run([*base, *wrong], cwd=tmp_path, capture_output=True, text=True, timeout=60)
        assert done.returncode == 2, done.stderr
        assert "Traceback" not in done.stderr
    process = subprocess.Popen([*base, "--port", "0", "--as", "Mara"], cwd=tmp_path, stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    try:
        address = process.stdout.readline().split()[4]
        with urllib.request.urlopen(address + "api/v1/reports", timeout=10) as answer:
            assert json.load(answer)[0]["progress"]["all"] == 3
    finally:
        process.terminate()
        process.wait(15)
        process.stdout.close()


def test_light_until_needed() -> None:
    """The command line and the pure part of the desk load neither web server nor database."""
    code = (
        "import sys, discrepancy.cli, discrepancy.review.reattach, discrepancy.review.constraints, discrepancy.review.gate;"
        "print([m for m in ('fastapi', 'sqlalchemy', 'uvicorn', 'argon2', 'openpyxl', 'pandas') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout == "[]\n", done.stderr
