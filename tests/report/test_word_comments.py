"""A Word draft with the findings as comments: the text stays, the comments hang where the words are."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest

from discrepancy import check, read, rulebook
from discrepancy.cli import run
from discrepancy.model.findings import Report
from discrepancy.report import Unfit, render
from discrepancy.report.word_comments import AUTHOR, commented

SOURCE = """Title: Ferry sinks off Port Maren
Source: {}
Published: 2024-02-14

Nine people died when a ferry sank off Port Maren on 13 February 2024, the coast guard said.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A draft in Word that two sources contradict; its telling sentence lies in several runs, a table follows."""
    (tmp_path / "sources").mkdir()
    for name in ("Harbour Times", "Island Daily"):
        (tmp_path / "sources" / f"{name[0]}.txt").write_text(SOURCE.format(name), encoding="utf-8")
    file = docx.Document()
    file.add_heading("Ferry lost off Port Maren", 0)
    paragraph = file.add_paragraph("Twelve people ")
    paragraph.add_run("died").bold = True
    paragraph.add_run(" when a ferry sank off Port Maren on 13 February 2024, the coast guard said.")
    file.add_paragraph("The harbour was closed.")
    file.add_table(1, 2).cell(0, 0).text = "Boats at sea"
    file.save(str(tmp_path / "story.docx"))
    return tmp_path


def report_on(desk: Path) -> Report:
    rules = rulebook()
    inputs = read([desk / "story.docx", desk / "sources"], rules)
    (draft,) = [one.id for one in inputs.documents if one.path.endswith("story.docx")]
    return check(inputs, rules, draft=draft)


def texts(data: bytes) -> list[str]:
    file = docx.Document(io.BytesIO(data))
    return [paragraph.text for paragraph in file.paragraphs]


def test_a_finding_is_a_comment_on_its_words(desk: Path) -> None:
    before = (desk / "story.docx").read_bytes()
    data = render(report_on(desk), "word")["draft.comments.docx"]
    assert (desk / "story.docx").read_bytes() == before
    assert texts(data) == texts(before)
    (comment,) = docx.Document(io.BytesIO(data)).comments
    assert comment.author == AUTHOR
    assert comment.text.startswith("Error: How many were killed")
    assert "“Twelve people died" in comment.text
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        body = packed.read("word/document.xml").decode()
    inside = body[body.index("commentRangeStart") : body.index("commentRangeEnd")]
    assert "Twelve people" in inside
    assert ">died<" in inside
    assert "The harbour" not in inside


def test_the_same_report_gives_the_same_file(desk: Path) -> None:
    assert render(report_on(desk), "word") == render(report_on(desk), "word")


def test_words_that_no_paragraph_holds_are_told_at_the_top(desk: Path) -> None:
    report = report_on(desk)
    other = docx.Document()
    other.add_paragraph("Something else altogether.")
    held = io.BytesIO()
    other.save(held)
    (draft,) = [one for one in report.articles if one.path.endswith("story.docx")]
    (comment,) = docx.Document(io.BytesIO(commented(held.getvalue(), draft, report))).comments
    assert "How many were killed" in comment.text


def test_what_cannot_be_commented_is_told(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = report_on(desk)
    with (desk / "story.docx").open("ab") as file:
        file.write(b"x")
    with pytest.raises(Unfit, match="has changed since it was checked"):
        render(report, "word")
    (desk / "story.docx").unlink()
    with pytest.raises(Unfit, match="cannot be opened again"):
        render(report, "word")
    out = str(desk / "out")
    assert run(["check", str(desk / "sources"), "--format", "word", "-o", out, "--decisions", "none"]) == 2
    assert "add --draft FILE.docx" in capsys.readouterr().err
    text = desk / "story.txt"
    text.write_text(SOURCE.format("Us"), encoding="utf-8")
    assert run(["check", "--draft", str(text), str(desk / "sources"), "--format", "word", "-o", out, "--decisions", "none"]) == 2
    assert "is no Word file" in capsys.readouterr().err
    assert not (desk / "out").exists()


@pytest.mark.nightly
def test_libreoffice_opens_the_workbook_and_the_draft(desk: Path) -> None:
    """Installs LibreOffice where it can; a consumer that is neither of the libraries that wrote the files."""
    if shutil.which("soffice") is None:
        subprocess.run(
            ["sh", "-c", "apt-get update -qq && apt-get install -y -qq --no-install-recommends libreoffice-writer libreoffice-calc"],
            check=False,
        )
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed (Debian: apt-get install libreoffice-writer libreoffice-calc)")
    report = report_on(desk)
    for format, name, target, told in (
        ("word", "draft.comments.docx", "txt:Text", "Twelve people died"),
        ("xlsx", "report.xlsx", "csv", "killed"),
    ):
        path = desk / name
        path.write_bytes(render(report, format)[name])
        options = ["--headless", f"-env:UserInstallation=file://{desk}/profile", "--convert-to", target, "--outdir", str(desk / "made")]
        subprocess.run(["soffice", *options, str(path)], check=True, capture_output=True, timeout=300)
        made = desk / "made" / f"{path.stem}.{target.split(':')[0]}"
        assert told in made.read_text(encoding="utf-8", errors="replace")
