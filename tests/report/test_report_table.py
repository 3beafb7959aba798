"""The claims table: out and in again without loss, safe in a spreadsheet, plain about faults."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import hostile, report

from discrepancy.model.values import exactly, terms
from discrepancy.notation import statement
from discrepancy.pipeline import check_claims
from discrepancy.report.cells import as_typed, defused, to_csv
from discrepancy.report.sheet import SheetFaults, claims_from_csv, claims_from_frame, read_claims
from discrepancy.report.table import (
    CLAIM_COLUMNS,
    FINDING_COLUMNS,
    TABLE_COLUMNS,
    claims_csv,
    claims_frame,
    finding_rows,
    findings_csv,
    write_parquet,
)
from discrepancy.rulebook import rulebook


def test_the_columns_are_the_published_ones() -> None:
    frame = claims_frame(report())
    assert tuple(frame.columns) == TABLE_COLUMNS
    asked = "id article event entity attribute value population scope as_of unit attributed_to stance start end exact rule"
    added = "notation low high date_start date_end date_prec"
    assert set(f"{asked} {added}".split()) <= set(frame.columns)
    for text in claims_csv(report()), findings_csv(report()):
        head = next(csv.reader(io.StringIO(text)))
        assert tuple(head) in (TABLE_COLUMNS, FINDING_COLUMNS)


def test_a_row_says_what_the_claim_says() -> None:
    row = claims_frame(report()).set_index("id").loc["c4"]
    assert row["value"] == "4"
    assert row["low"] == row["high"] == 4
    assert row["notation"] == "killed{children}=4 @e1"
    dated = claims_frame(report()).set_index("id").loc["c6"]
    assert (dated["date_start"], dated["date_end"], dated["date_prec"]) == ("2024-02-14", "2024-02-14", "day")
    open_ended = claims_frame(report()).set_index("id").loc["c1"]
    assert open_ended["value"] == ">=12"
    assert open_ended["high"] is claims_frame(report())["high"].dtype.na_value


def test_twelve_stays_twelve_and_na_stays_na() -> None:
    base = report()
    whole = replace(base, claims=(replace(base.claims[2], entity="NA", attributed_to="null"), *base.claims[:1]))
    text = claims_frame(whole).to_csv(index=False)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert (rows[0]["value"], rows[0]["low"], rows[0]["entity"], rows[0]["attributed_to"]) == ("12", "12", "NA", "null")
    assert rows[1]["high"] == ""
    for form in claims_csv(whole), text:
        first = claims_from_csv(form).claims[0]
        assert (first.value, first.entity, first.attributed_to) == (exactly(12), "NA", "null")


@pytest.mark.parametrize("made", [report, hostile])
@pytest.mark.parametrize("way", ["csv", "parquet", "frame"])
def test_claims_come_back(made, way: str, tmp_path: Path) -> None:
    if way == "frame":
        back = claims_from_frame(claims_frame(made()))
    elif way == "csv":
        (tmp_path / "c.csv").write_text(claims_csv(made()), encoding="utf-8", newline="")
        back = read_claims(tmp_path / "c.csv")
    else:
        write_parquet(made(), tmp_path / "c.parquet")
        back = read_claims(tmp_path / "c.parquet")
    assert [claim.id for claim in back.claims] == [claim.id for claim in made().claims]
    for old, new in zip(made().claims, back.claims, strict=True):
        stripped = {name: getattr(statement(old), name) for name in statement(old).__slots__}
        for name, content in stripped.items():
            expected = content.strip() if isinstance(content, str) else content
            assert getattr(statement(new), name) == expected
        assert (new.anchors, new.anchor_text) == (old.anchors, old.anchor_text.strip())
        (home,) = (document for document in back.documents if document.id == new.article)
        assert new.evidence.span.of(home.text) == new.evidence.exact == old.evidence.exact


HEAD = "article,event,attribute,value,exact,before,after,block,start\n"


def test_words_stand_at_their_places_again() -> None:
    body = "\nP,pit,killed,11,rose to 11,The death toll ,on Tuesday.,body,40\nP,pit,killed,11,11 dead,,at the pit,headline,0\n"
    sheet = claims_from_csv(HEAD + body.lstrip())
    (document,) = sheet.documents
    assert [claim.evidence.span.start for claim in sheet.claims] == [40, 0]
    assert [(block.kind, block.span.of(document.text)) for block in document.blocks] == [
        ("headline", "11 deadat the pit"),
        ("body", "The death toll rose to 11on Tuesday."),
    ]
    assert sheet.claims[0].evidence.before.endswith("\nThe death toll ")


@pytest.mark.parametrize("second", ["P,pit,killed,12,12 dead,,,body,3", "P,pit,killed,12,12 dead,,,body,"])
def test_rows_without_a_place_of_their_own_stand_one_below_the_other(second: str) -> None:
    sheet = claims_from_csv(f"{HEAD}P,pit,killed,11,11 dead,,,body,2\n{second}\n")
    assert [document.text for document in sheet.documents] == ["11 dead\n12 dead"]


def test_a_row_added_by_hand_takes_nothing_from_the_others() -> None:
    told = "article,event,attribute,value,outlet,title,event_label\nP,pit,killed,11,Post,Mine fire,Fire in Zenda\nP,pit,killed,12,,,\n"
    sheet = claims_from_csv(told)
    (document,) = sheet.documents
    assert document.outlet is not None and document.title is not None
    assert (document.outlet.value, document.title.value, sheet.events[0].label) == ("Post", "Mine fire", "Fire in Zenda")


def test_what_alone_joins_two_articles_comes_back() -> None:
    sheet = claims_from_csv("article,event,attribute,value,part\nP,pit,date,2024-01-02,1\nW,pit,date,2024-01-03,2\nX,pit,killed,3,\n")
    (event,) = sheet.events
    assert event.joined_by == (("date", (("pit in P",), ("pit in W",))),)
    assert [mention.id for mention in sheet.mentions] == list(event.mentions) == ["pit in P", "pit in W", "pit in X"]
    told = check_claims(sheet.claims, sheet.documents, sheet.events, rulebook(), mentions=sheet.mentions)
    free = check_claims(sheet.claims, sheet.documents, sheet.events, rulebook())
    assert not told.findings
    assert [finding.verdict for finding in free.findings] == ["conflicts"]


@given(st.text(max_size=12) | st.sampled_from(["=1+1", "'=1", "''@x", "-5", "-5-5", "+1", "\t=", "'tis", "@"]))
def test_no_cell_is_a_formula_and_none_is_lost(text: str) -> None:
    safe = defused(text)
    assert as_typed(safe) == text
    assert not safe.startswith(("=", "+", "@", "\t", "\r"))
    assert not safe.startswith("-") or safe.replace(".", "").removeprefix("-").isdecimal()


def test_hostile_text_keeps_to_its_cell() -> None:
    rows = list(csv.reader(io.StringIO(claims_csv(hostile()), newline="")))
    assert len(rows) == 3
    assert {len(row) for row in rows} == {len(TABLE_COLUMNS)}


def test_a_sheet_typed_by_hand() -> None:
    sheet = claims_from_csv("Article;Event;Attribute;Value\nPost;fire;killed;12\n\nWire;fire;actor;BLF & BLA\n")
    assert [claim.value for claim in sheet.claims] == [exactly(12), terms("BLA", "BLF")]
    assert [claim.id for claim in sheet.claims] == ["row-2", "row-4"]
    assert [(event.id, event.articles) for event in sheet.events] == [("fire", ("Post", "Wire"))]
    for claim, document in zip(sheet.claims, sheet.documents, strict=True):
        assert claim.evidence.span.of(document.text) == claim.evidence.exact


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", ["row 1: there is no header"]),
        ("article,event,attribute,value\n", ["row 2: there are no rows"]),
        ("article,attribute\nPost,killed\n", ["the column value is missing", "the column event (or entity) is missing"]),
        ("article,event,attribute,value,colour\nP,f,killed,1,red\n", ["nothing is known of a column 'colour'"]),
        ("article,event,attribute,value,value\nP,f,killed,1,2\n", ["'value' stands here twice"]),
        ("article,event,attribute,value\nP,f,killed,1,2\n", ["row 2: has 5 cells"]),
        (
            "article,event,attribute,value,stance,as_of,loose\n"
            "P,,dead,x,sure,soon,perhaps\n,f,killed,a dozen,,,\nP,f,date,soon,,,\nP,f,killed,1,,Tuesday,\n",
            [
                "row 2, column attribute: 'dead' is none of killed,",
                "row 2, column stance: 'sure' is none of",
                "row 2, column as_of:",
                "row 2, column loose: 'perhaps' is neither yes nor no",
                "row 2, column event: is empty",
                "row 3, column article: is empty",
                "row 3, column value: expected a number",
                "row 4, column value:",
                "row 5, column as_of: 'Tuesday' is no day of the calendar",
            ],
        ),
        (
            "article,event,attribute,value,exact,start,block,value_kinds\nP,f,killed,1,one,-3,corner,\n"
            "P,f,killed,2,two,99999999999,,\nP,f,killed,2,two,²,,person person\n",
            [
                "row 2, column start: '-3' is no place in an article",
                "row 2, column block: 'corner' is none of headline,",
                "row 3, column start: '99999999999' is no place",
                "row 4, column start: '²' is no place",
                "row 4, column value_kinds: holds not one of person,",
            ],
        ),
        ("id,article,event,attribute,value\na,P,f,killed,1\na,Q,f,killed,1\n", ["row 3, column id: 'a' stands here twice"]),
    ],
)  # fmt: skip
def test_all_faults_are_told_with_row_and_column(text: str, sentences: list[str]) -> None:
    with pytest.raises(SheetFaults) as caught:
        claims_from_csv(text)
    for sentence in sentences:
        assert any(sentence in fault for fault in caught.value.faults), (sentence, caught.value.faults)


def test_a_file_that_is_no_sheet(tmp_path: Path) -> None:
    (tmp_path / "latin.csv").write_bytes("article,event\nJos\xe9,x\n".encode("latin-1"))
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 no")
    for name, sentence in (
        ("latin.csv", "not UTF-8"),
        ("broken.parquet", "cannot be read as Parquet"),
        ("no.csv", "be read"),
    ):
        with pytest.raises(SheetFaults, match=sentence):
            read_claims(tmp_path / name)


def test_findings_as_rows() -> None:
    rows = list(csv.DictReader(io.StringIO(findings_csv(report()))))
    assert [row["id"] for row in rows] == ["f1", "f2", "f3"]
    assert rows[0]["camps"] == "12 [harbour-post, capital-wire] ; 9 [island-daily]"
    assert rows[0]["articles"] == "harbour-post capital-wire island-daily"
    assert rows[1]["confidence"] == "0.912"


def test_numbers_too_large_for_a_column() -> None:
    base = report()
    large = replace(base, claims=(replace(base.claims[1], value=exactly(10**400)), base.claims[2]))
    frame = claims_frame(large)
    assert frame["value"][0] == str(10**400)
    assert frame["low"].isna().tolist() == [True, False]
    assert f",{10**400}," in to_csv(CLAIM_COLUMNS, [{**dict.fromkeys(CLAIM_COLUMNS, ""), "value": 10**400}])


def test_a_table_names_its_articles_and_events() -> None:
    """What a table tells of articles and events is what a report read back from it says."""
    head = "article,event,attribute,value,outlet,published,event_label,event_type,event_day,event_place\n"
    rows = (
        "a1,e7,killed,12,Harbour Post,2024-05-02,Fire in Lima,fire,2024-05-01,Lima\nb2,e7,killed,14,,,Fire in Lima,fire,2024-05-01,Lima\n"
    )
    back = claims_from_csv(head + rows)
    (event,) = back.events
    assert (event.label, event.type, event.place, str(event.date.first if event.date else "")) == (
        "Fire in Lima",
        "fire",
        "Lima",
        "2024-05-01",
    )
    first, second = back.documents
    assert first.outlet is not None and first.outlet.value == "Harbour Post"
    assert first.published is not None and str(first.published.value.first) == "2024-05-02"
    assert second.outlet is None and second.published is None


def test_a_wrong_day_of_an_article_is_told_with_its_row() -> None:
    with pytest.raises(SheetFaults, match="row 2, column published"):
        claims_from_csv("article,event,attribute,value,published\nPost,fire,killed,12,soon\n")


def test_a_finding_marks_single_origins_and_tells_the_versions() -> None:
    (one,) = [row for row in finding_rows(report()) if row["id"] == "f1"]
    assert one["single_origin"] == "12 ; 9"
    assert one["ledger"] == "9, counted by Norlines (Island Daily) ; 12, up from 9 (Capital Wire)"
