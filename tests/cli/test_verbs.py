"""Every verb with its exit codes: data on stdout, diagnostics on stderr, one sentence for each thing that is wrong."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from discrepancy import cli
from discrepancy.cli import run

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
CASE = str(SEEDS / "case-03-weekday")
FAULTY = """\
kind: words
rules:
  - id: fruit
    wordz: apple
    examples: [one]
    counter_examples: [two]
  - id: stone
    words: [granite]
  - id: leaf
    words: {a: b}
    examples: [one]
    counter_examples: [two]
"""
SHEET = "article,event,attribute,value\na,fire,killed,9\nb,fire,killed,12\n"


@pytest.fixture
def report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert run(["check", CASE, "-o", str(tmp_path / "out")]) == 0
    capsys.readouterr()
    return tmp_path / "out" / "report.json"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "bad.yaml").write_text(FAULTY, encoding="utf-8")
    return folder


def test_help_names_every_verb_and_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(verb in shown for verb in cli.VERBS)
    assert "130" in shown


@pytest.mark.parametrize("verb", sorted(cli.VERBS))
def test_every_verb_has_help(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([verb, "--help"]) == 0
    assert "Usage: discrepancy" in capsys.readouterr().out


def test_check_writes_what_it_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    formats = "html,json,md,csv,sarif"
    assert run(["check", CASE, "-o", str(tmp_path), "--format", formats]) == 0
    written = {path.name for path in tmp_path.iterdir()}
    assert written == {"report.html", "report.json", "report.md", "claims.csv", "findings.csv", "names.csv", "report.sarif"}
    out = capsys.readouterr().out
    assert all(str(tmp_path / name) in out for name in written)


def test_a_format_that_cannot_be_had_is_told_before_anything_is_printed_or_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("docx")
    assert run(["check", CASE, "--format", "html,word", "-o", str(tmp_path / "out")]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "Word comments need a draft" in told.err
    assert not (tmp_path / "out").exists()


def test_check_prints_one_format_to_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", CASE, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["format"] == "discrepancy-report/1"


@pytest.mark.parametrize(("level", "code"), [("never", 0), ("error", 1), ("warning", 1)])
def test_fail_on_leaves_with_1(level: str, code: int) -> None:
    assert run(["check", CASE, "--fail-on", level]) == code


def test_an_unreadable_file_outranks_findings_and_the_rest_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").write_text("")
    assert run(["check", CASE, str(tmp_path), "--fail-on", "error"]) == 3
    told = capsys.readouterr()
    assert "empty.txt" in told.err
    assert "empty.txt" not in told.out
    assert "need a decision" in told.out or "needs a decision" in told.out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check"], "Name the articles"),
        (["check", "no/such/folder"], "no such file or folder"),
        (["check", CASE, "--format", "pdf"], "no format 'pdf'"),
        (["check", CASE, "--format", "json,md"], "-o DIR"),
        (["check", CASE, "--rules", "no/such"], "no/such"),
        (["claims", CASE, "-o", "claims.txt"], ".csv or .parquet"),
        (["claims", "no/such"], "no such file or folder"),
        (["annotate", "no/such"], "no such file or folder"),
        (["compare", "no/such.csv"], "no file at no/such.csv"),
        (["explain", "x", "--report", "no/such.json"], "no report at no/such.json"),
        (["names", "one"], "Missing argument"),
        (["rules", "list", "--kind", "nothing"], "no kind 'nothing'"),
        (["nothing"], "No such command"),
    ],
)
def test_a_wrong_call_gets_a_sentence_and_2(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [["check", CASE], ["claims", CASE], ["annotate", CASE], ["names", "a", "b"], ["rules", "test"], ["rules", "lint"],
     ["rules", "list"], ["rules", "try", "Nine died."], ["rules", "prove", "measure"]],
)  # fmt: skip
def test_three_faults_in_a_rule_file_are_told_at_once_with_4(
    arguments: list[str], faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*arguments, "--rules", str(faulty)]) == 4
    told = capsys.readouterr()
    lines = [line for line in told.err.splitlines() if "bad.yaml" in line]
    assert [line.split("bad.yaml:")[1].split(": ")[0] for line in lines] == ["4:5", "7:5", "10:12"]
    assert told.out == ""


def test_claims_on_stdout_and_in_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["claims", CASE]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("id,article,event,")
    assert run(["claims", CASE, "-o", "-"]) == 0
    assert capsys.readouterr().out == printed
    assert run(["claims", CASE, "-o", str(tmp_path / "c.csv")]) == 0
    assert (tmp_path / "c.csv").read_text(encoding="utf-8") == printed
    assert run(["claims", CASE, "-o", str(tmp_path / "c.parquet")]) == 0
    assert (tmp_path / "c.parquet").read_bytes()[:4] == b"PAR1"


def test_annotate_shows_claims_with_their_rules(capsys: pytest.CaptureFixture[str]) -> None:
    (article,) = sorted((SEEDS / "case-03-weekday" / "articles").glob("*.txt"))[:1]
    assert run(["annotate", str(article)]) == 0
    assert "rule events.date" in capsys.readouterr().out


def test_annotate_shows_the_main_event_and_its_toll_with_reasons(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.txt"
    text = "Two killed in market fire\n\nTwo men died and four were hurt in a fire at a market in Zenda on Monday.\n"
    article.write_text(text, encoding="utf-8")
    assert run(["annotate", str(article)]) == 0
    told = capsys.readouterr().out
    assert "main event: fire, “killed”\n    +3 named in the headline or standfirst\n" in told
    assert "its toll: 2 killed, 4 injured\n    killed 2: headline and 1 other place, weight 6.9\n" in told


def test_compare_reads_a_sheet_typed_by_hand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = tmp_path / "claims.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    assert run(["compare", str(sheet), "--fail-on", "warning", "-o", str(tmp_path / "out")]) == 1
    told = capsys.readouterr().out
    assert "12" in told
    assert "given in a sheet" in told
    assert (tmp_path / "out" / "report.html").is_file()


def test_a_faulty_sheet_is_told_row_by_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = tmp_path / "claims.csv"
    sheet.write_text(SHEET + "c,fire,killled,9\nd,fire,killed,nine?\n", encoding="utf-8")
    assert run(["compare", str(sheet)]) == 2
    told = capsys.readouterr().err
    assert "row 4, column attribute: 'killled'" in told
    assert "row 5, column value" in told


def test_a_table_that_is_no_sheet_of_claims_is_told_in_few_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = tmp_path / "claims.csv"
    sheet.write_text("list of claims\n" + "a,b,c\n" * 300, encoding="utf-8")
    assert run(["compare", str(sheet)]) == 2
    told = capsys.readouterr().err
    assert "the column article is missing" in told
    assert "row 2" not in told
    sheet.write_text(SHEET + "c,fire,killled,9\n" * 300, encoding="utf-8")
    assert run(["compare", str(sheet)]) == 2
    told = capsys.readouterr().err
    assert told.splitlines()[-1] == "… and 280 more"


def test_a_misspelt_verb_is_told_with_the_right_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["chek", "articles"]) == 2
    assert "Did you mean 'check'?" in capsys.readouterr().err
    assert run(["frobnicate"]) == 2
    assert "Did you mean" not in capsys.readouterr().err


def test_where_nothing_could_be_read_nothing_is_said_to_be_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").touch()
    assert run(["check", str(tmp_path / "empty.txt"), "--decisions", "none"]) == 3
    told = capsys.readouterr()
    assert told.out == "No article was read, so nothing was compared.\n"
    assert "empty.txt: this article is empty" in told.err


def test_explain_replays_every_finding_of_a_report(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    findings = json.loads(report.read_text(encoding="utf-8"))["findings"]
    assert findings
    for finding in findings:
        assert run(["explain", finding["id"], "--report", str(report)]) == 0
        told = capsys.readouterr().out
        assert told.endswith("Replayed: the same.\n")
        assert f"decided by {finding['rule']} (rules/" in told


def test_explain_shows_claims_events_and_names(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    loaded = json.loads(report.read_text(encoding="utf-8"))
    for part in ("claims", "events", "entities"):
        assert run(["explain", loaded[part][0]["id"], "--report", str(report)]) == 0
        assert capsys.readouterr().out
    claim = loaded["findings"][0]["camps"][0]["claims"][0]
    assert run(["explain", claim, "--report", str(report)]) == 0
    assert f"stands in the {loaded['findings'][0]['level']} {loaded['findings'][0]['id']}" in capsys.readouterr().out
    assert run(["explain", "nobody", "--report", str(report)]) == 2
    assert "Nothing in the report has the id 'nobody'" in capsys.readouterr().err


def test_explain_names_ids_that_are_near_and_lists_all(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    findings = json.loads(report.read_text(encoding="utf-8"))["findings"]
    id = findings[0]["id"]
    assert run(["explain", id[:-1], "--report", str(report)]) == 2
    said = capsys.readouterr().err
    assert f"Did you mean '{id}'" in said and "lists all findings" in said
    assert run(["explain", "--report", str(report)]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [finding["id"] for finding in findings]


def test_names_tells_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["names", "North Sudan", "South Sudan", "--kind", "place"]) == 0
    assert "different" in capsys.readouterr().out


def test_the_rules_test_themselves(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "test"]) == 0, capsys.readouterr().err
    assert run(["rules", "lint"]) == 0
    assert run(["rules", "list", "--kind", "words"]) == 0
    assert run(["rules", "try", "Nine people died on Monday."]) == 0
    assert "killed=9" in capsys.readouterr().out


def test_an_internal_error_gets_70_one_sentence_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a wheel came off")

    monkeypatch.setattr("discrepancy.pipeline.check", broken)
    assert run(["check", CASE]) == 70
    told = capsys.readouterr().err
    assert "a wheel came off" in told
    assert "Traceback" not in told
    assert run(["--debug", "check", CASE]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_a_keyboard_interrupt_gets_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("discrepancy.pipeline.check", stopped)
    assert run(["check", CASE]) == 130


def test_ctrl_c_while_the_program_loads_gets_130_and_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "discrepancy").mkdir()
    (tmp_path / "discrepancy" / "__init__.py").write_text("raise KeyboardInterrupt", encoding="utf-8")
    script = f"import sys; sys.path[:0] = [{str(tmp_path)!r}, {str(SEEDS.parent)!r}]; from discrepancy_main import main; main()"
    stopped = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (stopped.returncode, stopped.stderr) == (130, "Stopped. Nothing was begun.\n")


def test_ctrl_c_leaves_nothing_half_written(tmp_path: Path) -> None:
    many = [str(SEEDS)] * 40
    program = [str(Path(sys.executable).with_name("discrepancy")), "check", *many, "-o", str(tmp_path / "out")]
    running = subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(os.environ))
    time.sleep(1.0)
    running.send_signal(signal.SIGINT)
    running.communicate(timeout=30)
    assert running.returncode in (130, 0)
    written = sorted(path.name for path in (tmp_path / "out").glob("*")) if (tmp_path / "out").exists() else []
    assert written in ([], ["report.html", "report.json"])


def test_explain_says_when_a_finding_does_not_replay(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    loaded = json.loads(report.read_text(encoding="utf-8"))
    finding = loaded["findings"][0]
    finding["level"] = "note" if finding["level"] != "note" else "error"
    report.write_text(json.dumps(loaded), encoding="utf-8")
    assert run(["explain", finding["id"], "--report", str(report)]) == 0
    assert "Replayed: not the same; level would be different." in capsys.readouterr().out


def test_help_loads_nothing_of_weight() -> None:
    program = (
        "import sys; from discrepancy.cli import run; run(['--help']);"
        "sys.exit(','.join({'pandas', 'dateparser', 'jinja2', 'rich'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert told.stderr.strip() == ""
