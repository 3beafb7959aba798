"""``batch`` and ``status`` as a person calls them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from discrepancy.batch.parts import rows
from discrepancy.cli import run

LAID = ("--project", "none", "batch")
TOLL = "A bomb killed {} people in Vellmar, Germany, on Tuesday, 5 March 2024, police said. The blast injured 31 people."


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Two articles that contradict each other, and much that is none."""
    folder = tmp_path / "in"
    folder.mkdir()
    lines = [json.dumps({"doc_id": name, "source": name, "text": TOLL.format(dead)}) for name, dead in (("one", 12), ("two", 15))]
    broken = [
        "{broken",
        json.dumps({"doc_id": "no text"}),
        json.dumps({"doc_id": "x", "text": ""}),
        "[" * 100_000,
        "7",
        '{"doc_id": 5, "text": 7}',
    ]
    with gzip.open(folder / "news.jsonl.gz", "wt", encoding="utf-8") as packed:
        packed.write("\n".join([*lines, *broken]))
    (folder / "cut.jsonl.gz").write_bytes((folder / "news.jsonl.gz").read_bytes()[:60])
    (folder / "noise.jsonl.zst").write_bytes(b"(\xb5/\xfd" + bytes(range(200)))
    (folder / "noise.parquet").write_bytes(b"PAR1" + bytes(100) + b"PAR1")
    (folder / "half.jsonl").write_bytes(b'{"doc_id": "half", "text": "Two \xff people died."}\n')
    (folder / "surrogate.jsonl").write_text(
        '{"doc_id": "s", "text": "The fire \\ud83d killed two people in the town, police said on Monday."}\n'
    )
    (folder / "empty.txt").write_bytes(b"")
    (folder / "program.txt").write_bytes(b"\x7fELF" + bytes(500))
    return folder


def test_what_cannot_be_read_is_set_aside_and_the_rest_is_compared(
    hostile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run([*LAID, str(hostile), "-o", str(out), "--fail-on", "warning"]) == 3
    said = capsys.readouterr()
    assert "3 articles. Findings: 1 warning" in said.out and "12 killed" in said.out
    aside = {row["path"].rpartition("/")[2]: row["set_aside"] for p in (out / "documents").glob("*") for row in rows(p) if row["set_aside"]}
    assert {name.partition("#")[0] for name in aside} >= {
        "news.jsonl.gz", "cut.jsonl.gz", "noise.jsonl.zst", "noise.parquet", "half.jsonl", "empty.txt", "program.txt",
    }  # fmt: skip
    assert all(len(reason) < 400 for reason in aside.values())
    assert run(["--project", "none", "status", str(out)]) == 0
    shown = capsys.readouterr().out
    assert "finished; 3 articles" in shown and "findings: 1 warning" in shown and "readings" in shown


def test_a_finding_at_the_level_asked_for_leaves_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, dead in (("one", 12), ("two", 15)):
        (tmp_path / f"{name}.txt").write_text(TOLL.format(dead) + "\n")
    inputs = [str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]
    assert run([*LAID, *inputs, "-o", str(tmp_path / "out"), "--fail-on", "warning"]) == 1
    assert run([*LAID, *inputs, "-o", str(tmp_path / "out"), "--fail-on", "error"]) == 0
    capsys.readouterr()
    # Nothing is new, so nothing fails.
    assert run([*LAID, *inputs, "-o", str(tmp_path / "out"), "--append", "--fail-on", "warning"]) == 0
    assert "New or changed findings: none" in capsys.readouterr().out


def test_a_ruling_of_the_desk_takes_a_finding_off_the_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from discrepancy import check, read, rulebook
    from discrepancy.review.reattach import keyed, ruling_on
    from discrepancy.review.store import Store

    for name, dead in (("one", 12), ("two", 15)):
        (tmp_path / f"{name}.txt").write_text(TOLL.format(dead) + "\n")
    inputs = [tmp_path / "one.txt", tmp_path / "two.txt"]
    report = check(read(inputs, rulebook()), rulebook())
    (finding,) = [one for one in report.findings if one.level == "warning"]
    store = Store(tmp_path / "decisions.sqlite")
    store.append("Mara", [ruling_on(finding, keyed(report)[finding.id], "dismissed", reason="other-scope")])
    store.close()
    call = [*LAID, *map(str, inputs), "-o", str(tmp_path / "out"), "--fail-on", "warning", "--decisions"]
    assert run([*call, "none"]) == 1
    assert "12 killed" in capsys.readouterr().out
    assert run([*call, str(tmp_path / "decisions.sqlite")]) == 0
    said = capsys.readouterr()
    assert "1 decision taken" in said.err and "12 killed" not in said.out
    (line,) = [json.loads(line) for line in (tmp_path / "out" / "findings.jsonl").read_text().splitlines() if '"warning"' in line]
    assert (line["state"], line["ruled"][:17]) == ("dismissed", "Dismissed by Mara")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["missing.jsonl", "-o", "out"], "there is no such file"),
        (["a.txt", "-o", "a.txt"], "is a file"),
        (["a.txt", "-o", "."], "holds other things"),
        (["a.txt", "-o", "out", "--memory", "much"], "is no size"),
        (["a.txt", "-o", "out", "--scheduler", "tcp://127.0.0.1:1"], "add --engine dask"),
        (["a.txt", "-o", "out", "--append"], "no finished batch"),
        (["a.txt", "-o", "out", "--decisions", "nowhere.sqlite"], "no decisions at nowhere.sqlite"),
        (["-o", "out"], "Name the articles"),
    ],
)
def test_a_wrong_call_is_told_in_a_sentence(
    arguments: list[str], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TOLL.format(12))
    assert run([*LAID, *arguments]) == 2
    assert sentence in capsys.readouterr().err


def test_status_of_no_batch_is_a_wrong_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--project", "none", "status", str(tmp_path)]) == 2
    (tmp_path / "manifest.json").write_text('{"format": "something else"}')
    assert run(["--project", "none", "status", str(tmp_path)]) == 2
    assert "no manifest" in capsys.readouterr().err


def test_two_batches_do_not_work_in_one_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import subprocess
    import sys

    (tmp_path / "a.txt").write_text(TOLL.format(12))
    holding = (
        "import sys; from pathlib import Path; from discrepancy.batch.folder import Folder\n"
        "with Folder(Path(sys.argv[1])).held():\n    print('held', flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", holding, str(tmp_path / "out")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None and other.stdout.readline() == "held\n"
    assert run([*LAID, str(tmp_path / "a.txt"), "-o", str(tmp_path / "out")]) == 2
    assert "Another batch works" in capsys.readouterr().err
    other.communicate("")
