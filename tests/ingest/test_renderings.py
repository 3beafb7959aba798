"""The seed articles in every format: the same findings as from plain text, evidence in its place, outlets and days found."""

from __future__ import annotations

from pathlib import Path

import pytest
import rendered_pages
import rendered_papers
import rendered_records
from renderings import OUTLETS, baseline, evidence_is_there, found_out, stories, told

from discrepancy import check, rulebook
from discrepancy.ingest import read
from discrepancy.report import html, json
from discrepancy.report.read import from_json

EACH = {
    "semantic.html": rendered_pages.html_semantic,
    "divisions.html": rendered_pages.html_divs,
    "tables.html": rendered_pages.html_tables,
    "word.docx": rendered_papers.docx,
    "open.odt": rendered_papers.odt,
    "draft.md": rendered_papers.markdown,
    "item.json": rendered_records.ninjs,
    "mail.eml": rendered_pages.eml,
    "packed.mhtml": rendered_pages.mhtml,
    "feed.rss": rendered_pages.rss,
    "feed.xml": rendered_pages.atom,
    "print.pdf": rendered_papers.pdf_one_column,
    "columns.pdf": rendered_papers.pdf_two_columns,
}
"""A file for each article, by layout and suffix."""


def same_findings(folder: Path) -> None:
    inputs = read(folder)
    assert inputs.unreadable == ()
    report = check(inputs, rulebook())
    assert evidence_is_there(report)
    assert sorted(found_out(inputs)) == sorted(OUTLETS.values())
    assert told(report) == told(baseline())


def test_the_plain_text_finds_something() -> None:
    assert len(told(baseline())) > 10
    assert {finding.level for finding in baseline().findings} >= {"warning", "note"}


ALL = {
    "lines.jsonl": rendered_records.json_lines,
    "sheet.csv": rendered_records.sheet,
    "table.parquet": rendered_records.parquet,
    "bundle.zip": rendered_records.mixed_zip,
}
"""One file for all of them."""


@pytest.mark.parametrize("name", ALL)
def test_one_file_for_all(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(ALL[name]())
    same_findings(tmp_path)


@pytest.mark.parametrize("layout", EACH)
def test_one_file_an_article(layout: str, tmp_path: Path) -> None:
    for story in stories():
        (tmp_path / f"{story.name}.{layout.partition('.')[2]}").write_bytes(EACH[layout](story))
    same_findings(tmp_path)


def test_evidence_on_paper_names_its_page(tmp_path: Path) -> None:
    for story in stories():
        (tmp_path / f"{story.name}.pdf").write_bytes(rendered_papers.pdf_two_columns(story))
    report = check(read(tmp_path), rulebook())
    shown = json.as_json(report)
    assert [article["pages"][0] for article in shown["articles"]] == [0] * 5
    assert {claim["page"] for claim in shown["claims"]} == {1, 2}
    pages = {article["id"]: article["pages"] for article in shown["articles"]}
    assert all(
        (claim["start"] >= pages[claim["article"]][1]) == (claim["page"] == 2) for claim in shown["claims"] if claim["article"] == "000"
    )
    assert from_json(shown) == report
    assert ", page 1</span>" in html.render(report)
