"""What goes out of the desk and comes in: sheets, evidence packs, drafts, the interface for programs."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from serving import about
from starlette.testclient import TestClient

from discrepancy.review import chain, sheet
from discrepancy.review.app import application
from discrepancy.review.decisions import Ruling
from discrepancy.review.desk import Desk


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_sheet_out_and_in(desk: Desk, form: str) -> None:
    shelf = desk.shelf("ferry")
    desk.rule("Ove", "ferry", about(desk, "date"), "resolved", value="2024-03-04", note="=checked")
    made = sheet.to_csv(shelf).encode() if form == "csv" else sheet.to_xlsx(shelf, desk)
    assert sheet.take(made, shelf, desk, "Mara") == ()
    typed = {about(desk, "killed"): ("dismissed", "", "misread", "=note"), about(desk, "injured"): ("resolved", "30", "", "")}
    taken = sheet.take(_typed(made, typed, form), shelf, desk, "Mara")
    assert {(d.who, d.body.outcome, d.body.value, d.body.note) for d in taken if isinstance(d.body, Ruling)} == {
        ("Mara", "dismissed", "", "=note"), ("Mara", "resolved", "30", ""),
    }  # fmt: skip
    assert desk.store.verify().count == 3
    with pytest.raises(sheet.BadSheet, match=r"ruled on .* since this sheet was made"):
        sheet.take(_typed(made, {about(desk, "killed"): ("confirmed", "", "", "")}, form), shelf, desk, "Mara")


def _typed(made: bytes, typed: dict[str, tuple[str, str, str, str]], form: str) -> bytes:
    if form == "csv":
        rows = list(csv.DictReader(io.StringIO(made.decode())))
        for row in rows:
            if row["finding"] in typed:
                row.update(zip(sheet.TYPED, typed[row["finding"]], strict=True))
        out = io.StringIO()
        writer = csv.DictWriter(out, sheet.COLUMNS, delimiter=";")  # as a sheet saves it where the comma is decimal
        writer.writeheader()
        writer.writerows(rows)
        return ("\ufeff" + out.getvalue()).encode()
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(made))
    page = book.active
    assert page is not None
    for row in page.iter_rows(min_row=2):
        if row[0].value in typed:
            for column, value in zip(range(6, 10), typed[str(row[0].value)], strict=True):
                row[column].value = int(value) if value.isdigit() else value
                row[column].data_type = "n" if value.isdigit() else "s"
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def test_a_sheet_with_faults_is_refused_whole(desk: Desk) -> None:
    good, bad = about(desk, "killed"), about(desk, "date")
    text = f"finding,ruling,value,reason,note\n{good},confirmed,,,\n{bad},dismissed,,,\nnone,confirmed,,,\n{bad},praised,,,\n"
    with pytest.raises(sheet.BadSheet) as raised:
        sheet.take(text.encode(), desk.shelf("ferry"), desk, "Mara")
    assert [line.partition(":")[0] for line in str(raised.value).split("\n")] == ["row 3", "row 4", "row 5"]
    assert desk.store.head() == 0
    for broken in (b"", b"\xff\xfe", b"PK\x03\x04 no zip", b"a,b\n1,2\n"):
        with pytest.raises(sheet.BadSheet):
            sheet.take(broken, desk.shelf("ferry"), desk, "Mara")


def test_the_evidence_pack(desk: Desk) -> None:
    from discrepancy.review.exchange import from_lines
    from discrepancy.review.pack import to_zip

    desk.rule("Mara", "ferry", about(desk, "killed"), "resolved", value="12", note="Rang the harbour office")
    packed = to_zip(desk.shelf("ferry"), desk)
    assert packed == to_zip(desk.shelf("ferry"), desk)
    with zipfile.ZipFile(io.BytesIO(packed)) as files:
        held = {name: files.read(name).decode() for name in files.namelist()}
    assert desk.shelf("ferry").report.articles[0].sha256 in held["articles.csv"]
    quotes = list(csv.DictReader(io.StringIO(held["quotes.csv"])))
    for quote in quotes:
        text = desk.shelf("ferry").documents[quote["article"]].text
        assert text[int(quote["start"]) : int(quote["end"])] == quote["exact"]
    assert chain.check(from_lines(held["decisions.jsonl"])).fault == ""
    assert "Rang the harbour office" in held["decided.html"] and "Rang the harbour office" in held["decided.md"]
    everything = "".join(held.values())
    assert not [d.id for d in desk.shelf("ferry").report.articles if d.text in everything]
    assert "Flags flew at half mast" in everything and "Port Maren mourns\n" not in everything  # quotes, not articles


def test_programs(desk: Desk) -> None:
    door = TestClient(application(desk, alone="CMS"), base_url="http://127.0.0.1")
    found = door.get("/api/v1/reports/ferry/findings", params={"level": "warning"}).json()
    assert len(found) == 3
    one = next(f for f in found if f["question"]["attribute"] == "killed")
    for camp in one["camps"]:
        for claim in camp["claims"]:
            assert desk.shelf("ferry").documents[claim["article"]].text[claim["start"] : claim["end"]] == claim["exact"]
    post = f"/api/v1/reports/ferry/findings/{one['id']}/rulings"
    sent = {"outcome": "dismissed", "reason": "misread", "id": "cms-1"}
    assert door.post(post, json=sent).json()["state"] == "dismissed"
    assert door.post(post, json=sent).status_code == 201
    assert desk.store.head() == 1  # sent twice, kept once
    assert door.post(post, json={"outcome": "dismissed"}).json()["detail"] == "a dismissal needs a reason; choose one"
    assert door.post(post, json={"outcome": "confirmed", "seen": 0}).status_code == 409
    assert door.post(post, json={"outcome": "praised"}).status_code == 422
    assert door.post(post, json={"outcome": "confirmed", "who": "somebody else"}).status_code == 422
    assert door.get("/api/v1/reports/ferry/gate").json()["passes"] is False
    assert door.get("/api/v1/reports/ferry/gate", params={"draft": "none"}).status_code == 404
    assert door.post("/api/v1/decisions/cms-1/undo", json={}).status_code == 201
    assert door.get(f"/api/v1/reports/ferry/findings/{one['id']}").json()["state"] == "open"
    assert [d["kind"] for d in door.get("/api/v1/decisions").json()] == ["ruling", "undo"]
    assert door.get("/api/v1/reports/none/findings").status_code == 404
    described = door.get("/api/v1/openapi.json").json()
    assert "/api/v1/checks" in described["paths"] and not [p for p in described["paths"] if not p.startswith("/api/")]


def test_a_draft_sent_in(desk: Desk) -> None:
    door = TestClient(application(desk, alone="CMS"), base_url="http://127.0.0.1")
    draft = {"id": "d1", "outlet": "Maren Weekly", "published": "2024-03-05",
             "text": "Twelve people were killed when a ferry sank off Port Maren on Monday, police said."}  # fmt: skip
    source = {"id": "s1", "outlet": "Island Post", "published": "2024-03-05",
              "text": "A ferry sank off Port Maren on Monday. Police said 14 people were killed in the sinking."}  # fmt: skip
    answer = door.post("/api/v1/checks", json={"draft": draft, "sources": [source]})
    assert answer.status_code == 201, answer.text
    sent = answer.json()
    assert set(sent) == {"report", "findings", "draft", "gate", "unreadable"}
    (told,) = [one for one in sent["draft"]["statements"] if one["question"]["attribute"] == "killed"]
    assert (told["standing"], sent["gate"]["passes"]) == ("must-fix", False)
    assert [claim["source"] for claim in told["claims"]] == ["The draft"]
    assert door.get(f"/api/v1/reports/{sent['report']}/draft").json() == sent["draft"]
    own = door.post("/api/v1/checks", json={"draft": draft, "sources": [source], "own": ["police said"]}).json()
    assert {one["standing"] for one in own["draft"]["statements"]} >= {"decide"}
    french = {"id": "d1", "text": "Le ferry a coulé lundi au large du port, et douze personnes ont été tuées, selon la police. " * 4}
    refused = door.post("/api/v1/checks", json={"draft": french, "sources": [source]})
    assert refused.status_code == 422 and "the draft could not be read" in refused.json()["detail"]
    assert door.get(f"/api/v1/reports/{sent['report']}/gate", params={"draft": "d1"}).json() == sent["gate"]
    again = Desk(desk.store, [])  # another desk on the same decisions has the report too
    assert sent["report"] in again.shelves
    for wrong in ({}, {"sources": []}, {"sources": [source, source]}, {"sources": [{"id": "", "text": "x"}]}):
        assert door.post("/api/v1/checks", json=wrong).status_code == 422
