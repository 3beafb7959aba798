"""No text of an article does anything at the desk but stand there."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_reports import document, lay
from doors import alone
from serving import desk_on, put

from discrepancy.review.desk import Desk

EVIL = '<script>alert(1)</script>"\'><img src=x onerror=alert(2)> =HYPERLINK("evil") \u202egnp \x00 [x](javascript:alert(3))'


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Desk]:
    articles = [
        document("1", "=cmd|' /C calc'!A0", f"@SUM(1) {EVIL}", "It {killed=12 @e|killed 12} " + EVIL, url="javascript:alert(4)"),
        document("2", f"+Post {EVIL}", "-2+3", "It {killed=14 @e|" + EVIL.replace("|", "") + "} and " + "x" * 1_000_000),
    ]
    made = desk_on(tmp_path, put(lay(articles), tmp_path))
    (finding,) = made.shelf("ferry").findings
    made.rule("=Mara", "ferry", finding, "dismissed", reason="misread", note=f"=1+1 {EVIL}".replace("\x00", ""))
    yield made
    made.store.close()


def test_hostile_text_in_every_page(hostile: Desk) -> None:
    door = alone(hostile)
    (finding,) = hostile.shelf("ferry").findings
    for path in ("/?state=any", f"/r/ferry/f/{finding}", "/r/ferry/a/0", "/r/ferry/a/1", "/events", "/names", "/activity",
                 "/exports", "/r/ferry/decided.html", "/?q=<script>alert(1)</script>&state=any",
                 "/r/<script>alert(1)</script>/f/x", "/r/ferry/f/<img src=x onerror=alert(1)>"):  # fmt: skip
        answer = door.get(path)
        assert answer.status_code in (200, 404)
        assert "<script>alert" not in answer.text and "<img" not in answer.text
        assert "\u202e" not in answer.text and "\x00" not in answer.text
        assert 'href="javascript' not in answer.text


def test_hostile_text_in_every_export(hostile: Desk) -> None:
    from openpyxl import load_workbook

    door = alone(hostile)
    table = list(csv.reader(io.StringIO(door.get("/r/ferry/decisions.csv").text)))
    assert not [cell for row in table for cell in row if re.match(r"[=+@\t\r]|-(?!\d)", cell)]
    book = load_workbook(io.BytesIO(door.get("/r/ferry/decisions.xlsx").content))
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]  # type: ignore[union-attr]
    assert {cell.data_type for cell in cells} == {"s"}
    assert any(str(cell.value).startswith("=1+1") for cell in cells)
    markdown = door.get("/r/ferry/decided.md").text
    assert not re.search(r"(?<!\\)<", markdown) and "](javascript" not in markdown and "\u202e" not in markdown
    assert "\\<script\\>" in markdown
    with zipfile.ZipFile(io.BytesIO(door.get("/r/ferry/evidence.zip").content)) as packed:
        assert packed.testzip() is None
        assert "<script>alert" not in packed.read("decided.html").decode()
        for name in ("quotes.csv", "articles.csv"):
            rows = csv.reader(io.StringIO(packed.read(name).decode()))
            assert not [cell for row in rows for cell in row if cell[:1] in ("=", "@", "+")]
        lines = packed.read("decisions.jsonl").decode().splitlines()
        assert json.loads(lines[0])["who"] == "=Mara"
