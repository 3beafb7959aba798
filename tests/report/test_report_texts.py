"""Markdown, terminal and SARIF, and the writing of files."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from made_up import hostile, report

from discrepancy.model.text import Span
from discrepancy.report import FORMATS, UnknownFormat, markdown, sarif, terminal, write
from discrepancy.report.context import sentence
from discrepancy.report.table import names_csv
from discrepancy.report.wording import in_words

WHOLE = [name for name in FORMATS if name != "word"]
"""Formats that every report can be had in; comments need a draft in Word."""

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(("name", "made"), [("report.md", markdown.render), ("report.txt", terminal.render)])
def test_as_it_was_last_read(name: str, made) -> None:
    golden = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(made(report()), encoding="utf-8", newline="\n")
    assert made(report()) == golden.read_text(encoding="utf-8")


def test_who_is_quoted_bears_the_article_that_the_sentence_prints() -> None:
    made = report()
    renamed = replace(made, claims=tuple(replace(c, attributed_to="ferry Halcyon" if c.attributed_to else "") for c in made.claims))
    assert "according to ferry" not in terminal.render(renamed).replace("\n", " ")
    assert "according to the ferry Halcyon" in " ".join(terminal.render(renamed).split())
    other = replace(made, claims=tuple(replace(c, attributed_to="rescuers" if c.attributed_to else "") for c in made.claims))
    assert "according to rescuers" in " ".join(terminal.render(other).split())


def test_hostile_text_is_no_markup() -> None:
    text = markdown.render(hostile())
    assert not re.search(r"(?<!\\)<", text)
    assert not re.search(r"(?<!\\)\]\(", text)
    assert not re.search(r"(?i)(?<!\\)javascript:", text)
    assert not re.search("[\x00-\x08\x0e-\x1f\u202a-\u202e]", text)
    rows = [line for line in text.split("\n") if line.startswith("| ")]
    assert rows
    for row in rows:
        assert len(re.findall(r"(?<!\\)\|", row)) in (3, 4, 5, 8)


def test_a_terminal_is_not_steered() -> None:
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", terminal.render(hostile()))
    coloured = terminal.coloured(report(), 80)
    assert "\x1b[1;31mERROR" in coloured
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured).split() == terminal.render(report()).split()


def test_lines_fit() -> None:
    assert max(map(len, terminal.render(report()).split("\n"))) <= terminal.WIDTH


def test_a_sarif_log_holds_the_register_of_names() -> None:
    """The same spellings, outlets and counts as names.csv, one entry each."""
    (run,) = sarif.as_sarif(report())["runs"]
    register = run["properties"]["register"]
    rows = list(csv.DictReader(io.StringIO(names_csv(report()))))
    assert register
    assert [{name: str(cell) for name, cell in entry.items()} for entry in register] == rows


def test_a_sarif_log_points_at_the_words() -> None:
    log = sarif.as_sarif(report())
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    texts = [document.text for document in report().articles]
    seen = 0
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        for location in result["locations"] + result["relatedLocations"]:
            place = location["physicalLocation"]
            text, region = texts[place["artifactLocation"]["index"]], place["region"]
            end = region["charOffset"] + region["charLength"]
            assert text[region["charOffset"] : end] == region["snippet"]["text"]
            lines = text.split("\n")
            assert lines[region["startLine"] - 1][region["startColumn"] - 1 :].startswith(region["snippet"]["text"])
            assert region["endColumn"] == region["startColumn"] + region["charLength"]
            seen += 1
    assert seen == 8
    assert run["invocations"][0]["executionSuccessful"] is False
    assert json.loads(sarif.render(hostile()))["runs"][0]["artifacts"][0]["location"]["uri"] == "articles/bad.txt"


def test_a_fingerprint_survives_edits_elsewhere_and_new_names_of_files() -> None:
    def prints(made) -> list[str]:
        return [one["partialFingerprints"][sarif.FINGERPRINT] for one in sarif.as_sarif(made)["runs"][0]["results"]]

    base = report()
    moved = replace(
        base,
        articles=tuple(
            replace(
                one,
                path="elsewhere/x.txt",
                text="New first line.\n\n" + one.text,
                blocks=tuple(replace(b, span=Span(b.span.start + 17, b.span.end + 17)) for b in one.blocks),
            )
            for one in base.articles
        ),
        claims=tuple(
            replace(
                claim,
                evidence=replace(claim.evidence, span=Span(claim.evidence.span.start + 17, claim.evidence.span.end + 17)),
            )
            for claim in base.claims
        ),
        findings=tuple(replace(one, id=f"other-{one.id}") for one in base.findings),
    )
    assert prints(moved) == prints(base)
    assert len(set(prints(base))) == 3


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        ("Some 30 passengers", "", " were hurt."),
        ("Norlines", "The operator, ", ", gave no comment."),
        ("21:40 local time", "The ship left at ", "."),
        ("the ferry", "At least 12 people died when ", " Halcyon sank off Port Maren on Tuesday night, the coast guard said."),
    ],
)  # fmt: skip
def test_a_quote_stands_in_its_sentence(words: str, before: str, after: str) -> None:
    document = report().articles[0]
    start = document.text.index(words)
    assert sentence(document, Span(start, start + len(words))) == (before, words, after)


def test_a_sentence_without_end_is_cut() -> None:
    document = replace(report().articles[0], text="word " * 100_000, blocks=())
    found = sentence(document, Span(250_000, 250_004))
    assert found.before.startswith("… ")
    assert found.after.endswith(" …")
    assert len("".join(found)) < 1000


def test_every_value_has_words() -> None:
    said = {claim.id: in_words(claim.value) for claim in report().claims}
    assert said["c1"] == "at least 12"
    assert said["c5"] == "13 February 2024, night"
    assert said["c8"] == "21:40 local time"
    assert said["c10"] == "about 30"
    assert said["c13"] == "4,500,000.5"


def test_all_formats_are_written_whole(tmp_path: Path) -> None:
    paths = write(report(), tmp_path / "a" / "b", WHOLE)
    assert [path.name for path in paths] == [
        "report.html", "report.json", "report.md", "claims.csv", "findings.csv", "names.csv", "report.sarif", "report.xlsx",
        "annotations.jsonld", "claimreview.jsonld", "events.csv",
    ]  # fmt: skip
    assert sorted(path.name for path in (tmp_path / "a" / "b").iterdir()) == sorted(path.name for path in paths)
    assert all(b"\r" not in path.read_bytes() for path in paths if path.suffix != ".xlsx")
    first = [path.read_bytes() for path in paths]
    assert [path.read_bytes() for path in write(report(), tmp_path / "a" / "b", WHOLE)] == first


def test_nothing_is_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(report(), tmp_path, ["json"])
    before = (tmp_path / "report.json").read_bytes()
    with pytest.raises(UnknownFormat, match="no format 'pdf'; known are html, json, md, csv, sarif"):
        write(replace(report(), findings=()), tmp_path, ["json", "pdf"])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("discrepancy.report.os.replace", full)
    with pytest.raises(OSError, match="No space"):
        write(replace(report(), findings=()), tmp_path, ["json"])
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]
    assert (tmp_path / "report.json").read_bytes() == before


def test_the_report_writes_itself(tmp_path: Path) -> None:
    assert [path.name for path in report().write(tmp_path)] == ["report.html", "report.json"]
