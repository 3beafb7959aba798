"""report.json: the whole report and nothing lost, the shape that was published, the same bytes every time."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from made_up import hostile, report

from discrepancy.model.findings import Draft, Statement
from discrepancy.report.json import as_json, render, schema
from discrepancy.report.read import NotAReport, from_json, read_report


@pytest.mark.parametrize("made", [report, hostile])
def test_a_report_comes_back_whole(made, tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text(render(made()), encoding="utf-8", newline="\n")
    assert read_report(path) == made()


@pytest.mark.parametrize("made", [report, hostile])
def test_it_has_the_published_shape(made) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.Draft202012Validator(schema()).validate(as_json(made()))


def names(part: dict) -> set[str]:
    """All property names of a schema, however deep."""
    found = set(part.get("properties", {}))
    for below in part.values():
        for one in below if isinstance(below, list) else [below]:
            if isinstance(one, dict):
                found |= names(one)
    return found


def test_every_key_of_the_schema_is_in_its_page() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "report-json.md").read_text(encoding="utf-8")
    assert not [name for name in names(schema()) if f"`{name}`" not in page]


def test_the_schema_names_every_key_that_is_written() -> None:
    def written(value: object, free: frozenset[str] = frozenset({"run", "came_from"})) -> set[str]:
        if isinstance(value, list):
            return set().union(*map(written, value)) if value else set()
        if isinstance(value, dict):
            return set(value).union(*(written(below) for key, below in value.items() if key not in free))
        return set()

    made = report()
    claim, asked = made.claims[0].id, made.findings[0].question
    draft = Draft(made.articles[0].id, (), (made.findings[0].id,), (Statement(asked, "fine", (claim,), (claim,), 2, ()),))
    assert written(as_json(replace(made, draft=draft))) == names(schema())


def test_a_shape_that_is_wrong_is_told() -> None:
    wrong = as_json(report())
    wrong["findings"][0]["camps"][0]["value"] = ""
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema()).validate(wrong)


def test_offsets_point_at_the_exact_words() -> None:
    loaded = json.loads(render(report()))
    text = {article["id"]: article["text"] for article in loaded["articles"]}
    assert len(loaded["claims"]) == 13
    for claim in loaded["claims"]:
        assert text[claim["article"]][claim["start"] : claim["end"]] == claim["exact"]


def test_a_lone_surrogate_survives(tmp_path: Path) -> None:
    from dataclasses import replace

    from discrepancy.report import write

    odd = replace(report(), articles=(replace(report().articles[0], path="caf\udce9.txt"),))
    write(odd, tmp_path, ["json"])
    assert read_report(tmp_path / "report.json") == odd


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "is not JSON"),
        ("[]", "is not a report"),
        ('{"format": "discrepancy-report/9"}', "but discrepancy-report/9"),
        ('{"format": "discrepancy-report/1"}', "does not hold what the format"),
    ],
)
def test_another_file_is_refused_in_a_sentence(text: str, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NotAReport, match=sentence):
        read_report(path)
    with pytest.raises(NotAReport, match="cannot be read"):
        read_report(tmp_path / "none.json")


def test_a_wrong_value_is_refused() -> None:
    wrong = as_json(report())
    wrong["claims"][0]["value"] = "twelve..."
    with pytest.raises(NotAReport):
        from_json(wrong)
