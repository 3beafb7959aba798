"""The project file: faults with their lines, defaults for verbs, outlets, names and ignores."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest

from discrepancy import check, read, rulebook
from discrepancy.cli import run
from discrepancy.project import KEYS, ProjectFaults, find, read_project
from discrepancy.review.ignores import Ignore, ignoring
from discrepancy.rulebook.kinds.names import Alias
from discrepancy.rulebook.kinds.pages import Outlet

ONE = """Title: Ferry sinks off Port Maren
Source: Harbour Times
Published: 2024-02-14

Nine people died when a ferry sank off Port Maren on 13 February, the coast guard said.
"""
OTHER = """Title: Ferry disaster off Port Maren
Source: Island Daily
Published: 2024-02-14

Twelve people died when a ferry sank off Port Maren on 13 February, the coast guard said.
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two articles that disagree, and the place from which verbs are called."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "1.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "articles" / "2.txt").write_text(OTHER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def project(folder: Path, text: str) -> Path:
    path = folder / "discrepancy.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_it_is_found_by_walking_up(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    path = project(tmp_path, 'sources = ["x"]\n')
    assert find(deep) == path
    assert read_project(path).sources == (tmp_path.resolve() / "x",)


def test_all_faults_come_at_once_with_their_lines(tmp_path: Path) -> None:
    path = project(tmp_path, 'sources = "articles"\nfail_on = "loud"\ncolour = "red"\n\n[outlets]\nzone = "UTC"\n')
    with pytest.raises(ProjectFaults) as caught:
        read_project(path)
    told = [str(fault).removeprefix(str(path)) for fault in caught.value.faults]
    assert told == [
        ':1:1: sources: expected a list of texts, such as sources = ["articles"]',
        ":2:1: fail_on: 'loud' is none of error, warning, never",
        f":3:1: unknown key 'colour'; known here: {', '.join(KEYS)}",
        ":5:1: outlets: expected tables, each under a line [[outlets]]",
    ]


def test_tables_are_held_to_the_schema_of_rules(tmp_path: Path) -> None:
    text = """
[[outlets]]
names = ["Valley Post"]
date_order = "ydm"

[[ignore]]
reason = "known"

[[ignore]]
reason = " "
until = 2030-01-01

[[names]]
kind = "place"
names = ["Port Maren"]
since = 2024-05-01
until = 2024-01-01
"""
    with pytest.raises(ProjectFaults) as caught:
        read_project(project(tmp_path, text))
    told = "\n".join(str(fault) for fault in caught.value.faults)
    assert ":2:1: date_order: 'ydm' is none of" in told
    assert ":6:1: the key 'until' is missing" in told
    assert ":9:1: an ignore needs a reason" in told
    assert ":9:1: an ignore must say which findings it means" in told
    assert ":13:1: 'since' (2024-05-01) is later than 'until' (2024-01-01)" in told


@pytest.mark.parametrize(
    ("content", "told"), [(b"sources = [1 2]", ":1:14: not TOML"), (b"\xff\xfe", ":1:1: not UTF-8"), (b"a = 1\na = 2", "not TOML")]
)
def test_what_is_no_toml_is_told(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "discrepancy.toml"
    path.write_bytes(content)
    with pytest.raises(ProjectFaults, match=told.replace("(", r"\(")):
        read_project(path)


def test_outlets_and_names_become_rules(tmp_path: Path) -> None:
    text = """
[[outlets]]
names = ["Harbour Times"]
zone = "Asia/Karachi"
agency = true

[[names]]
kind = "place"
names = ["Port Maren", "Marenn Harbour"]
house = true
"""
    own = read_project(project(tmp_path, text)).own
    assert [type(rule) for rule in own] == [Outlet, Alias]
    book = rulebook(own=own)
    assert book.hash != rulebook().hash
    article = tmp_path / "1.txt"
    article.write_text(ONE, encoding="utf-8")
    (document,) = read(article, book).documents
    assert document.zone is not None
    assert (document.zone.value, document.zone.came_from) == ("Asia/Karachi", "outlets: Harbour Times")
    assert any(alias.house and alias.names[1] == "Marenn Harbour" for alias in book.of(Alias))


def test_an_outlet_of_another_language_is_refused_by_name(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project(desk, 'sources = ["articles"]\n[[outlets]]\nnames = ["Island Daily"]\nlanguage = "is"\n')
    assert run(["check"]) == 3
    assert "2.txt: Island Daily publishes in 'is' by its entry among the outlets" in capsys.readouterr().err


def test_workers_know_the_rules_of_the_project(tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"{number}.txt").write_text(ONE.replace("Nine", "Nine" if number else "Twelve"), encoding="utf-8")
    own = read_project(project(tmp_path, '[[names]]\nkind = "place"\nnames = ["Port Maren"]\nhouse = true\n')).own
    book = rulebook(own=own)
    inputs = read(sorted(tmp_path.glob("*.txt")), book)
    assert check(inputs, book, jobs=2) == check(inputs, book)


def test_options_have_their_defaults_from_the_file(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project(desk, 'sources = ["articles"]\noutput = "out"\nformat = ["json", "md"]\nfail_on = "warning"\n')
    (desk / "deeper").mkdir()
    assert run(["check"]) == 1
    assert sorted(path.name for path in (desk / "out").iterdir()) == ["report.json", "report.md"]
    assert run(["check", "--fail-on", "never", "--format", "csv", "-o", str(desk / "other")]) == 0
    assert (desk / "other" / "findings.csv").is_file()
    capsys.readouterr()
    assert run(["--project", "none", "check"]) == 2
    assert "Name the articles" in capsys.readouterr().err
    assert run(["--project", str(desk / "nothing.toml"), "check"]) == 2
    assert run(["--project", str(desk / "discrepancy.toml"), "claims"]) == 0


HEAD = "Title: Mill burns in Lodz\nSource: {}\nPublished: 2024-09-14\n\n"
LEAST = HEAD.format("Herald") + "At least 12 people were killed in a fire at a mill in Lodz on September 12, a hospital said.\n"
MANY = HEAD.format("Wire") + "A fire at a mill in Lodz killed 40 people on September 12, the mayor said.\n"


@pytest.mark.parametrize(
    ("line", "options", "code", "told"),
    [
        ("", [], 0, "1 note"),
        ("", ["--soft", "warning"], 1, "WARNING"),
        ("", ["--soft", "off"], 0, "no contradiction"),
        ('soft = "warning"\n', [], 1, "WARNING"),
        ('soft = "off"\n', [], 0, "no contradiction"),
        ('soft = "off"\n', ["--soft", "note"], 0, "1 note"),
        ('soft = "loud"\n', [], 2, "soft: 'loud' is none of note, warning, off"),
        ("", ["--soft", "loud"], 2, "'loud' is not one of"),
    ],
)
def test_soft_cases_are_notes_and_a_switch_raises_or_hides_them(
    line: str, options: list[str], code: int, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "1.txt").write_text(LEAST, encoding="utf-8")
    (articles / "2.txt").write_text(MANY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    project(tmp_path, f'sources = ["articles"]\n{line}')
    assert run(["check", "--fail-on", "warning", *options]) == code
    printed = capsys.readouterr()
    assert told in printed.out + printed.err
    assert ("40" in printed.out) == (told in ("1 note", "WARNING"))


def test_a_faulty_file_stops_every_verb(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project(desk, "colour = 1\n")
    assert run(["check", "articles"]) == 2
    assert "discrepancy.toml:1:1: unknown key 'colour'" in capsys.readouterr().err


IGNORE = '[[ignore]]\nattribute = "killed"\nreason = "corrected by the coast guard"\nuntil = {}\n'


def test_an_ignored_finding_stays_and_fails_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project(desk, 'sources = ["articles"]\noutput = "out"\nfail_on = "warning"\n' + IGNORE.format("2999-01-01"))
    assert run(["check", "--format", "json,sarif,html"]) == 0
    printed = capsys.readouterr()
    assert "Not shown: 1 that the desk ignores." in printed.out
    assert not printed.err
    (finding,) = [one for one in json.loads((desk / "out" / "report.json").read_text())["findings"] if one["ignored"]]
    assert finding["ignored"] == "corrected by the coast guard (until 2999-01-01)"
    results = json.loads((desk / "out" / "report.sarif").read_text())["runs"][0]["results"]
    (suppressed,) = [one for one in results if one["suppressions"]]
    assert suppressed["suppressions"][0]["justification"] == finding["ignored"]
    assert run(["gate", "out/report.json"]) == 0


@pytest.mark.parametrize(
    ("until", "extra", "told"),
    [
        ("2001-01-01", "", "attribute = killed does nothing: it ran out on 2001-01-01"),
        ("2999-01-01", 'event = "quake"\n', "attribute = killed, event = quake does nothing: no finding fits"),
    ],
)
def test_an_ignore_that_does_nothing_is_told(desk: Path, capsys: pytest.CaptureFixture[str], until: str, extra: str, told: str) -> None:
    project(desk, 'sources = ["articles"]\nfail_on = "warning"\n' + IGNORE.format(until) + extra)
    assert run(["check"]) == 1
    assert f"discrepancy.toml:3:1: the ignore of {told}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("key", "fits", "fits_not"),
    [
        ("attribute", "killed", "date"), ("verdict", "conflicts", "updates"), ("article", "Island Daily", "Capital Wire"),
        ("article", "1.txt", "3.txt"), ("words", "TWELVE people", "two people"),
    ],
)  # fmt: skip
def test_what_an_ignore_fits(desk: Path, key: str, fits: str, fits_not: str) -> None:
    report = check(read(desk / "articles"), rulebook())
    (killed,) = [one for one in report.findings if one.question.attribute == "killed"]
    ends = date(2030, 1, 1)
    for words, ignored in ((fits, True), (fits_not, False)):
        marked, _ = ignoring(report, [Ignore(reason="r", until=ends, finding=killed.id, **{key: words})], date(2024, 3, 1))
        assert [bool(one.ignored) for one in marked.findings] == [ignored and one.id == killed.id for one in report.findings]
    late, unused = ignoring(report, [Ignore(reason="r", until=ends, finding=killed.id)], date(2030, 1, 2))
    assert late == report
    assert [one.why for one in unused] == ["it ran out on 2030-01-01"]


def test_init_writes_a_file_that_reads_and_names_every_key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", str(tmp_path / "new")]) == 0
    path = tmp_path / "new" / "discrepancy.toml"
    assert read_project(path).sources == (path.parent.resolve(),)
    text = path.read_text(encoding="utf-8")
    assert not [key for key in KEYS if key not in text]
    shown = "\n".join(line.removeprefix("# ") for line in text.splitlines() if " = " in line.partition("'")[0] or line.startswith("# [["))
    path.write_text(shown, encoding="utf-8")
    assert set(tomllib.loads(shown)) == set(KEYS)
    assert read_project(path).own
    assert run(["init", str(tmp_path / "new")]) == 2
    assert "is there already" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == shown


def test_every_key_is_in_its_page() -> None:
    page = (Path(__file__).resolve().parents[1] / "docs" / "project-file.md").read_text(encoding="utf-8")
    assert not [key for key in KEYS if f"`{key}`" not in page and f"`[[{key}]]`" not in page]
