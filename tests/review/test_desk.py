"""Queue, gate, sheets, exports and the interface for programs, without a browser."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import threading
import urllib.request
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from desk_reports import COURIER, POST, ferry, heap
from serving import desk_on, put, served
from starlette.testclient import TestClient

from discrepancy.cli import run
from discrepancy.model.claims import EventMention
from discrepancy.review import chain, sheet
from discrepancy.review.accounts import Accounts
from discrepancy.review.app import application
from discrepancy.review.constraints import Constraints, constraints, mention_ids
from discrepancy.review.decisions import Decision, House, Link, Refused, Ruling, Undo
from discrepancy.review.desk import Desk, Meanwhile, NotFound
from discrepancy.review.gate import NoSuchDraft, barriers
from discrepancy.review.queue import Asked, asked, listing, neighbours
from discrepancy.review.store import Store
from discrepancy.review.views import sides


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = desk_on(tmp_path, put(ferry(courier=True), tmp_path))
    yield made
    made.store.close()


def about(desk: Desk, attribute: str, slug: str = "ferry") -> str:
    return next(id for id, f in desk.shelf(slug).findings.items() if f.question.attribute == attribute)


def test_the_queue_filters_and_pages(tmp_path: Path) -> None:
    desk = desk_on(tmp_path, put(ferry(courier=True), tmp_path), put(heap(130), tmp_path, "storms"))
    everything = listing(desk, Asked(state="any"))
    assert (everything.found, everything.pages) == (134, 3)
    assert [level for level, _, _ in listing(desk, Asked(page=3)).groups][-1] == "note"
    assert listing(desk, Asked(report="ferry")).found == 4
    assert listing(desk, Asked(outlet="Evening Courier")).found == 2
    assert listing(desk, Asked(q="quay MAREN")).found == 0
    assert listing(desk, Asked(q="island council statement")).found == 1
    assert listing(desk, Asked(level="note")).found == 1
    desk.rule("Mara", "ferry", about(desk, "killed"), "confirmed")
    assert listing(desk, Asked(report="ferry")).found == 3
    assert listing(desk, Asked(state="confirmed")).found == 1
    assert listing(desk, Asked(page=99)).page == 3
    assert asked({"page": "²", "q": "x" * 999}).page == 1
    desk.store.close()


def test_values_stand_in_words_and_are_found_by_them(desk: Desk) -> None:
    shelf = desk.shelf("ferry")
    finding = about(desk, "date")
    assert [side.value for side in sides(shelf, shelf.findings[finding])] == ["2024-03-04", "2024-03-05"]
    (row,) = [row for row in shelf.rows if row.finding.id == finding]
    assert row.values == tuple(side.words for side in sides(shelf, shelf.findings[finding])) == ("4 March 2024", "5 March 2024")
    assert listing(desk, Asked(q="4 March 2024")).found


def test_neighbours_of_a_ruled_finding_are_those_left(desk: Desk) -> None:
    order = [row.finding.id for row in desk.shelf("ferry").rows]
    before, after = neighbours(desk, Asked(), "ferry", order[1])
    assert (before and before.row.finding.id, after and after.row.finding.id) == (order[0], order[2])
    desk.rule("Mara", "ferry", order[1], "confirmed")
    before, after = neighbours(desk, Asked(), "ferry", order[1])
    assert (before and before.row.finding.id, after and after.row.finding.id) == (order[0], order[2])


def test_a_ruling_made_meanwhile_is_not_overruled_unseen(desk: Desk) -> None:
    finding = about(desk, "killed")
    made = desk.rule("Ove", "ferry", finding, "confirmed")
    with pytest.raises(Meanwhile, match="Ove ruled on this meanwhile"):
        desk.rule("Mara", "ferry", finding, "dismissed", reason="misread", seen=0)
    assert desk.rule("Mara", "ferry", finding, "dismissed", reason="misread", seen=made.seq).seq == 2


@pytest.mark.parametrize(
    ("outcome", "value", "reason"),
    [("praised", "", ""), ("dismissed", "", ""), ("dismissed", "", "because"), ("resolved", " ", ""), ("deferred", "", "misread")],
)
def test_a_ruling_that_lacks_something(desk: Desk, outcome: str, value: str, reason: str) -> None:
    with pytest.raises(Refused):
        desk.rule("Mara", "ferry", about(desk, "killed"), outcome, value=value, reason=reason)
    with pytest.raises(NotFound):
        desk.rule("Mara", "ferry", "none", "confirmed")
    assert desk.store.head() == 0


def test_the_gate(desk: Desk) -> None:
    report = replace(
        desk.shelf("ferry").report,
        findings=tuple(replace(f, level="error") if f.question.attribute == "date" else f for f in desk.shelf("ferry").report.findings),
    )
    assert [b.why for b in barriers(report, ())] == ["error, open", "warning, open", "warning, open"]
    for attribute in ("date", "killed", "injured"):
        desk.rule("Mara", "ferry", about(desk, attribute), "confirmed")
    assert [b.why for b in barriers(report, desk.decisions)] == ["error, confirmed"]
    desk.rule("Mara", "ferry", about(desk, "date"), "resolved", value="2024-03-04")
    assert barriers(report, desk.decisions) == ()
    desk.rule("Mara", "ferry", about(desk, "killed"), "deferred")
    assert [b.why for b in barriers(report, desk.decisions)] == ["warning, deferred"]
    for draft in ("3", "articles/3.txt", "3.txt", COURIER[0]):
        assert len(barriers(report, desk.decisions, draft)) == 1
    with pytest.raises(NoSuchDraft):
        barriers(report, (), "none")


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


def test_merges_and_splits_as_constraints(desk: Desk) -> None:
    report = ferry(courier=True)
    keys = mention_ids(report.articles, report.mentions)
    first, second, third = keys
    made = [
        Link("events", "same", (first,), (second,)),
        Link("events", "different", (first, second), (third,)),
        Link("events", "same", (second,), (third,)),
        Link("names", "different", ("person:Ilse Varnik",), ("person:Ilse Warnik",)),
        House("person", "Ilse Varnik", ("Ilse Warnik",)),
    ]
    found = constraints(desk.store.append("Mara", made))
    settled = found.mentions(report.articles, report.mentions)
    ids = [keys[key][0] for key in (first, second, third)]
    # The last merge outweighs the split, and the split the first merge: all three would be one again otherwise.
    assert settled.same == (tuple(sorted(ids[1:])),)
    assert settled.different == {tuple(sorted((ids[0], ids[2])))}
    assert found.names().different == {(("person", "Ilse Varnik"), ("person", "Ilse Warnik"))}
    assert found.spellings()["person", "Ilse Warnik"] == "Ilse Varnik"
    moved = tuple(replace(d, path="elsewhere/" + d.path, text=d.text + "\n\nAn added line.") for d in report.articles)
    assert found.mentions(moved, report.mentions) == settled
    assert constraints(()) == Constraints()
    nothing = EventMention("m", "1", "accident", ())
    assert mention_ids(report.articles, [nothing])


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


def test_a_report_replaced_while_half_written_is_not_read(tmp_path: Path) -> None:
    path = put(ferry(), tmp_path)
    desk = desk_on(tmp_path, path)
    path.write_text("{")
    desk.refresh()
    assert len(desk.shelf("ferry").findings) == 3
    put(ferry(courier=True), tmp_path)
    desk.refresh()
    assert len(desk.shelf("ferry").findings) == 4
    desk.store.close()


def test_editors_at_once_over_the_network(where: str, tmp_path: Path) -> None:
    """Twenty editors, each through a page of their own: none of 400 rulings lost or doubled."""
    desk = desk_on(tmp_path, put(heap(20), tmp_path), address=where)
    ids = list(desk.shelf("ferry").findings)
    with served(desk) as address:

        def editor(number: int) -> int:
            for n in range(20):
                sent = {"outcome": "confirmed", "id": f"e{number}-{n}", "note": str(n)}
                request = urllib.request.Request(
                    f"{address}/api/v1/reports/ferry/findings/{ids[n]}/rulings",
                    json.dumps(sent).encode(),
                    {"content-type": "application/json"},
                )
                with urllib.request.urlopen(request, timeout=60) as answer:
                    assert answer.status == 201
            return 20

        with ThreadPoolExecutor(20) as editors:
            assert sum(editors.map(editor, range(20))) == 400
    store = Store(where)
    kept = [decision.id for decision in store.decisions()]
    assert len(kept) == len(set(kept)) == 400
    assert store.verify().fault == ""
    store.close()
    desk.store.close()


def test_undo_of_nothing(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.keep("Mara", Undo("none"))


def test_threads_on_one_desk(desk: Desk) -> None:
    ids = list(desk.shelf("ferry").findings)
    made: list[Decision] = []
    threads = [
        threading.Thread(target=lambda n=n: made.append(desk.rule("Mara", "ferry", ids[n % len(ids)], "confirmed"))) for n in range(40)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [d.seq for d in desk.decisions] == list(range(1, 41))
    assert {d.id for d in made} == {d.id for d in desk.decisions}


# ---- The command line


def test_verbs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    path = put(ferry(), tmp_path)
    assert run(["gate", str(path)]) == 1
    assert "(warning, open)" in capsys.readouterr().out
    assert run(["gate", str(path.parent), "--desk", "https://desk.example/", "--draft", "1.txt"]) == 1
    assert "https://desk.example/r/ferry/f/F-" in capsys.readouterr().out
    desk = desk_on(tmp_path, path)
    desk.rule_many("Mara", [("ferry", id) for id in desk.shelf("ferry").findings], "confirmed")
    desk.store.close()
    assert run(["gate", str(path)]) == 0
    assert run(["gate", str(path), "--draft", "none"]) == 2
    assert run(["gate", str(tmp_path / "none.json")]) == 2
    capsys.readouterr()
    assert run(["decisions", "verify"]) == 0
    head = capsys.readouterr().out.split()[-1]
    assert run(["decisions", "verify", "--head", head]) == 0
    assert run(["decisions", "verify", "--head", "0" * 64]) == 1
    assert run(["decisions", "export", "-o", "out.jsonl"]) == 0
    capsys.readouterr()
    assert run(["decisions", "import", "out.jsonl", "--decisions", "new.sqlite"]) == 0
    assert capsys.readouterr().out == "3 of 3 decisions were new.\n"
    Path("bad.jsonl").write_text("{}\n")
    assert run(["decisions", "import", "bad.jsonl"]) == 2
    assert run(["decisions", "verify", "--decisions", "none.sqlite"]) == 2
    assert not Path("none.sqlite").exists()
    assert run(["decisions", "verify", "--decisions", "mysql://x@y/z"]) == 2


def test_decisions_lie_where_the_project_file_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "discrepancy.toml").write_text('decisions = "kept/desk.sqlite"\n')
    (tmp_path / "kept").mkdir()
    monkeypatch.chdir(inner)
    run(["gate", str(put(ferry(), tmp_path))])
    assert (tmp_path / "kept" / "desk.sqlite").is_file()


def test_accounts_by_command(tmp_path: Path) -> None:
    from discrepancy.cli.users import users

    where = ["--decisions", str(tmp_path / "d.sqlite")]
    call = CliRunner().invoke
    assert call(users, ["add", "Ove", "--password-stdin", *where], input="short\n", standalone_mode=False).return_value == 2
    given = call(users, ["add", "Ove", "--role", "viewer", "--password-stdin", *where], input="a long enough one\n")
    assert given.output == "Ove is a viewer.\n"
    secret = call(users, ["token", "Ove", *where]).output.strip()
    assert call(users, ["list", *where]).output == "Ove\tviewer\n"
    store = Store(tmp_path / "d.sqlite")
    assert Accounts(store.engine).holder(secret, "program") is not None
    assert Accounts(store.engine).check("Ove", "a long enough one") is not None
    store.close()
    assert call(users, ["remove", "Ove", *where]).output == "Ove is gone.\n"


def test_the_desk_by_command(tmp_path: Path) -> None:
    put(ferry(post_text=POST[1]), tmp_path)
    base = [sys.executable, "-c", "from discrepancy.cli import main; main()", "review", str(tmp_path / "ferry")]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    for wrong in (["--host", "0.0.0.0"], ["--name", "desk.example"], ["--tls-cert", str(__file__)]):
        done = subprocess.run([*base, *wrong], cwd=tmp_path, capture_output=True, text=True, timeout=60)
        assert done.returncode == 2, done.stderr
        assert "Traceback" not in done.stderr
    process = subprocess.Popen([*base, "--port", "0", "--as", "Mara"], cwd=tmp_path, stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    try:
        address = process.stdout.readline().split()[4]
        with urllib.request.urlopen(address + "api/v1/reports", timeout=10) as answer:
            assert json.load(answer)[0]["progress"]["all"] == 3
    finally:
        process.terminate()
        process.wait(15)
        process.stdout.close()


def test_light_until_needed() -> None:
    """The command line and the pure part of the desk load neither web server nor database."""
    code = (
        "import sys, discrepancy.cli, discrepancy.review.reattach, discrepancy.review.constraints, discrepancy.review.gate;"
        "print([m for m in ('fastapi', 'sqlalchemy', 'uvicorn', 'argon2', 'openpyxl', 'pandas') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout == "[]\n", done.stderr
