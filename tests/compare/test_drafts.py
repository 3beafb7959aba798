"""A draft beside its sources: what must be mended, what is to decide, what nobody else says. All of it is invented."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import jsonschema
import pytest

from discrepancy import check, read, rulebook
from discrepancy.cli import run
from discrepancy.explain import replayed
from discrepancy.model.findings import Draft, Finding, Report, Statement
from discrepancy.report.json import render, schema
from discrepancy.report.read import from_json

RULES = rulebook()

HEAD = "Title: {title}\nSource: {outlet}\nPublished: 5 March 2024\n\n"
GAZETTE = HEAD.format(title="Bomb at the market", outlet="Harbour Gazette") + (
    "A bomb exploded at a market in Port Maren on Monday, killing 12 people and wounding 30 others.\n"
)
POST = HEAD.format(title="Market blast", outlet="Island Post") + (
    "An explosion at a market in Port Maren on Monday killed 12 people and injured 30. It left 4 people missing.\n"
)
WIRE = HEAD.format(title="Attack on market", outlet="Northern Wire") + (
    "A bomb blast at a market in Port Maren on Monday killed 14 people. Shops stayed shut.\n"
)
STORY = (
    "Market blast shakes town\n\nPublished: 5 March 2024\n\nA bomb exploded at a market in Port Maren on Monday, killing {killed}.{more}\n"
)

Checked = Callable[..., Report]


@pytest.fixture
def checked(tmp_path: Path) -> Checked:
    def made(killed: str = "12 people", more: str = "", sources: Sequence[str] = (GAZETTE, POST), own: Sequence[str] = ()) -> Report:
        folder = tmp_path / "sources"
        folder.mkdir(exist_ok=True)
        for number, text in enumerate(sources):
            (folder / f"source{number}.txt").write_text(text, encoding="utf-8")
        story = tmp_path / "story.txt"
        story.write_text(STORY.format(killed=killed, more=more), encoding="utf-8")
        return check(read([story, folder], RULES), RULES, draft="story", own=own)

    return made


def draft_of(report: Report) -> Draft:
    assert report.draft is not None
    return report.draft


def about(report: Report, attribute: str) -> Statement:
    (one,) = [s for s in draft_of(report).statements if s.question.attribute == attribute]
    return one


def killed(report: Report) -> Finding:
    (finding,) = [f for f in report.findings if f.question.attribute == "killed"]
    return finding


def test_contradicted_by_all_origins_must_be_fixed(checked: Checked) -> None:
    report = checked("19 people")
    finding = killed(report)
    assert (finding.level, finding.rule) == ("error", "decide.draft")
    assert draft_of(report).must_fix == (finding.id,)
    assert about(report, "killed").standing == "must-fix"
    assert "the draft" in finding.message.lower()
    assert finding.sayable == "Harbour Gazette and Island Post reported 12 killed."  # the sources' word, not the draft's


def test_where_sources_differ_an_editor_decides(checked: Checked) -> None:
    report = checked("12 people", sources=(GAZETTE, POST, WIRE))
    finding = killed(report)
    assert finding.level == "warning"
    assert (draft_of(report).must_fix, draft_of(report).decide) == ((), (finding.id,))
    assert finding.sayable == "Reports differ: Harbour Gazette and Island Post reported 12 killed; Northern Wire 14."
    statement = about(report, "killed")
    assert (statement.standing, statement.findings) == ("decide", (finding.id,))


def test_the_sentence_to_print_names_whom_the_sources_quote(checked: Checked) -> None:
    told = "A bomb exploded at a market in Port Maren on Monday, killing {} people, {} said.\n"
    first = HEAD.format(title="Bomb kills 12", outlet="Harbour Gazette") + told.format(12, "the army")
    second = HEAD.format(title="Attack on market", outlet="Northern Wire") + told.format(14, "hospital officials")
    sources = (first, second)
    assert killed(checked("12 people", sources=sources)).sayable == (
        "Reports differ: the army (as quoted by Harbour Gazette) reported 12 killed; hospital officials (as quoted by Northern Wire) 14."
    )


def test_what_two_origins_say_is_fine(checked: Checked) -> None:
    report = checked()
    statement = about(report, "killed")
    assert (statement.standing, statement.origins, len(statement.support)) == ("fine", 2, 2)
    assert draft_of(report).must_fix == draft_of(report).decide == ()


def test_one_origin_and_none(checked: Checked) -> None:
    report = checked(more=" It left 4 people missing. On Tuesday police arrested 3 men.")
    assert about(report, "missing").standing == "single-origin"
    assert about(report, "arrested").standing == "unsupported"
    copy = POST.replace("Island Post", "Post Reprints")  # two outlets, one text: one origin
    report = checked(more=" It left 4 people missing.", sources=(GAZETTE, POST, copy))
    assert (about(report, "missing").standing, about(report, "missing").origins) == ("single-origin", 1)


def test_a_source_that_says_less_is_no_support(checked: Checked) -> None:
    vague = GAZETTE.replace("killing 12 people", "killing at least 10 people")
    report = checked(sources=(vague,))
    assert about(report, "killed").standing == "unsupported"
    assert checked("at least 10 people", sources=(vague,)).draft.statements[0].standing == "single-origin"  # type: ignore[union-attr]
    finer = GAZETTE.replace("killing 12 people", "killing 12 people")
    assert about(checked("at least 10 people", sources=(finer, POST)), "killed").standing == "fine"


@pytest.mark.parametrize(
    "more",
    [
        " The mayor told this newspaper that 7 people were arrested.",
        " Police arrested 7 people. <!-- own -->",
        " Police arrested 7 people. [Own reporting]",
        " Police arrested 7 people, a guard told the Valley Herald.",
        " Our correspondent saw how police arrested 7 people.",
        " Court papers reviewed by our reporters say that police arrested 7 people.",
        " This newspaper has learned that 7 people were arrested.",
        " Police arrested 7 people, according to a list shown to this newspaper.",
    ],
)
def test_own_reporting_needs_no_source(checked: Checked, more: str) -> None:
    report = checked(more="\n\n" + more.strip(), own=["told the Valley Herald"])
    assert about(report, "arrested").standing == "own"
    assert about(report, "killed").standing == "fine"  # the mark reaches no further than its paragraph


def test_own_reporting_that_answers_no_question_is_filed_as_such(checked: Checked) -> None:
    report = checked(more="\n\nOur reporter counted nine coffins on Tuesday.")
    assert about(report, "count").standing == "own"


def test_the_name_of_the_drafts_own_outlet_marks_its_reporting(checked: Checked, tmp_path: Path) -> None:
    checked()
    told = (
        "Title: Market blast\nSource: Maren Courier\nPublished: 5 March 2024\n\nPolice arrested 7 people, a guard told the Maren Courier.\n"
    )
    (tmp_path / "story.txt").write_text(told, encoding="utf-8")
    report = check(read([tmp_path / "story.txt", tmp_path / "sources"], RULES), RULES, draft="story")
    assert about(report, "arrested").standing == "own"


def test_we_in_a_quotation_is_whoever_speaks(checked: Checked) -> None:
    report = checked(more='\n\n"We saw how police arrested 7 people," said Mira Tolk, a neighbour.')
    assert about(report, "arrested").standing == "unsupported"


def test_a_draft_with_an_older_toll_is_told_as_a_stale_copy(checked: Checked, tmp_path: Path) -> None:
    risen = HEAD.format(title="Toll rises", outlet="Northern Wire").replace("5 March", "4 March") + (
        "The death toll from Monday's bomb at a market in Port Maren rose to 14 after two people died in hospital.\n"
    )
    report = checked("12 people", sources=(GAZETTE.replace("5 March", "4 March"), risen))
    (version, _) = killed(report).ledger
    assert {claim.article for claim in report.claims if claim.id in version.stale} == {"story"}


def test_a_mark_in_the_sentence_before_does_not_reach(checked: Checked) -> None:
    report = checked(more="\n\nThe mayor told this newspaper about the night. Police arrested 7 people.")
    assert about(report, "arrested").standing == "unsupported"


@pytest.mark.parametrize(("day", "standing"), [("Monday", "fine"), ("Thursday", "must-fix")])
def test_the_weekday_of_a_draft_without_a_date(checked: Checked, tmp_path: Path, day: str, standing: str) -> None:
    checked()
    story = tmp_path / "story.txt"
    text = f"Market blast shakes town\n\nA bomb exploded at a market in Port Maren on {day}, killing 12 people.\n"
    story.write_text(text, encoding="utf-8")
    report = check(read([story, tmp_path / "sources"], RULES), RULES, draft="story")
    assert about(report, "date").standing == standing


@pytest.mark.parametrize(
    ("more", "source", "standing"),
    [
        (" The tent fell at 7:40 p.m.", "", "unsupported"),
        (" The tent fell at 7:40 p.m.", "The tent fell at 19:40.", "not-compared"),
        (" The road was shut in February.", "", "unsupported"),
        (" Seven of them were bakers. <!-- own -->", "", "own"),
        (" Police said on Friday that the road was shut.", "", None),
    ],
)
def test_a_figure_of_nothing_in_particular_is_looked_for_too(checked: Checked, more: str, source: str, standing: str | None) -> None:
    report = checked(more=more, sources=(f"{GAZETTE}{source}\n", POST))
    loose = [s.standing for s in draft_of(report).statements if not s.question.event and s.question.attribute != "place"]
    assert loose == ([standing] if standing else [])


def test_own_reporting_against_all_sources_is_weighed_by_an_editor(checked: Checked) -> None:
    report = checked("19 people", more=" <!-- own reporting -->")
    assert killed(report).level == "warning"
    assert draft_of(report).decide == (killed(report).id,)


def test_a_failed_checksum_must_be_fixed(checked: Checked) -> None:
    report = checked(more="\n\nThe market was to reopen on Tuesday, 7 March 2024.")  # a Thursday
    (finding,) = [f for f in report.findings if f.question.article == "story" and f.level == "error"]
    assert finding.id in draft_of(report).must_fix


def test_the_draft_is_no_source(checked: Checked) -> None:
    report = checked("19 people", sources=(GAZETTE,))
    (row,) = [c for c in report.consensus if c.question.attribute == "killed"]
    assert (row.best, row.origins) == ("12", 1)


def test_without_a_draft_nothing_changes(checked: Checked, tmp_path: Path) -> None:
    checked("19 people")
    report = check(read([tmp_path / "story.txt", tmp_path / "sources"], RULES), RULES)
    assert report.draft is None and killed(report).level == "warning"


def test_it_is_written_read_and_replayed(checked: Checked) -> None:
    report = checked("19 people", more=" Police arrested 7 people, a guard told the Valley Herald.", own=["told the Valley Herald"])
    written = json.loads(render(report))
    jsonschema.validate(written, schema())
    again = from_json(written)
    assert again.draft == report.draft
    assert replayed(again, RULES) == report.findings


def test_check_draft(checked: Checked, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    checked("19 people", more=" Police arrested 7 people, a guard told the Valley Herald.")
    before = (tmp_path / "story.txt").read_bytes()
    call = ["check", "--draft", "story.txt", "sources", "--own", "told the Valley Herald"]
    assert run([*call, "-o", "out", "--format", "json,html,md", "--fail-on", "error"]) == 1
    told = capsys.readouterr().out
    assert "1 to fix, 0 to decide" in told and "MUST FIX" in told and "Own reporting" in told
    assert "article story" not in told
    assert (tmp_path / "story.txt").read_bytes() == before  # the draft is never edited
    for name in ("report.html", "report.md"):
        text = (tmp_path / "out" / name).read_text(encoding="utf-8")
        assert "Must fix" in text and "Own reporting" in text and "1 to fix, 0 to decide" in text
    assert run(["gate", "out", "--draft", "story.txt"]) == 1
    assert killed(from_json(json.loads((tmp_path / "out" / "report.json").read_text()))).id in capsys.readouterr().out
    checked()
    assert run([*call, "-o", "out"]) == 0
    assert run(["gate", "out", "--draft", "story.txt"]) == 0


def test_a_draft_that_cannot_be_checked(checked: Checked, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checked()
    sources = str(tmp_path / "sources")
    assert run(["check", "--draft", str(tmp_path / "none.txt"), sources]) == 2
    assert run(["check", "--draft", sources, sources]) == 2
    assert run(["check", "--own", "told us", sources]) == 2
    (tmp_path / "empty.txt").write_text(" \n")
    assert run(["check", "--draft", str(tmp_path / "empty.txt"), sources]) == 3
    said = capsys.readouterr().err
    assert "this article is empty" in said and "the draft could not be read" in said and "add --draft FILE" in said
