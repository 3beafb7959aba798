"""Articles in tables and records: CSV, JSON, JSON lines, Parquet, ninjs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from discrepancy.ingest import Inputs, read

TEXT = "Two walkers died when a footbridge gave way on Monday, the fire brigade said. The mayor asked people to stay away."


def inputs(tmp_path: Path, name: str, data: str | bytes, **more: dict[str, str]) -> Inputs:
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return read(tmp_path / name, columns=more or None)  # type: ignore[arg-type]


def test_a_sheet_with_the_columns_of_a_desk(tmp_path: Path) -> None:
    found = inputs(tmp_path, "a.csv", f'ID;Headline;Body text;Publication;Pub_Date\n7;Bridge falls;"{TEXT}";Valley Post;2021-03-14\n')
    (document,) = found.documents
    assert (document.id, document.path) == ("a/7", f"{tmp_path.as_posix()}/a.csv#7")
    assert document.text == f"Bridge falls\n\n{TEXT}"
    assert document.outlet is not None and (document.outlet.value, document.outlet.came_from) == ("Valley Post", "column Publication")
    assert document.published is not None and document.published.came_from == "column Pub_Date"


def test_a_sheet_is_known_without_its_suffix(tmp_path: Path) -> None:
    assert [
        document.id for document in inputs(tmp_path, "export", f"title\ttext\nBridge\t{TEXT}\nRiver\t{TEXT} So it was.\n").documents
    ] == [
        "export/1",
        "export/2",
    ]


def test_prose_with_commas_is_no_sheet(tmp_path: Path) -> None:
    (document,) = inputs(tmp_path, "a", f"Walkers, mayor, body of water\n{TEXT}, and that was that.\n").documents
    assert document.id == "a"


def test_columns_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'words,day,text\n"{TEXT}",2021-03-14,nothing of use\n')
    (tmp_path / "b.csv").write_text(f'words,day\n"{TEXT}",2021-03-14\n')
    found = read(tmp_path, columns={"text": "words", "published": "day"})
    assert [document.text for document in found.documents] == [TEXT, TEXT]
    assert "name it with --columns" in read(tmp_path / "b.csv").unreadable[0].reason


def quoted(row: str) -> str:
    key, _, text = row.partition(",")
    return f'{key},"{text}"'


def test_names_stay_when_rows_are_added_and_keys_repeat(tmp_path: Path) -> None:
    rows = [f"k1,{TEXT}", f"k1,{TEXT} Again.", f",{TEXT} Third.", f"https://a.example/b?c,{TEXT} Fourth."]
    first = inputs(tmp_path, "a.csv", "id,text\n" + "\n".join(map(quoted, rows)))
    assert [document.id for document in first.documents] == ["a/2", "a/3", "a/57a3aab1", "a/k1"] or len(
        {d.id for d in first.documents}
    ) == 4
    more = inputs(
        tmp_path, "a.csv", "id,text\n" + "\n".join(f'{r.partition(",")[0]},"{r.partition(",")[2]}"' for r in [*rows, f"k9,{TEXT} New."])
    )
    assert {document.id for document in first.documents} < {document.id for document in more.documents}


def test_a_broken_line_spoils_no_other(tmp_path: Path) -> None:
    lines = [json.dumps({"doc_id": name, "text": f"{TEXT} It was fall {name}."}) for name in "abc"]
    found = inputs(tmp_path, "a.jsonl", "\n".join([lines[0], '{"doc_id": "x", "text": ', lines[1], "[]", '{"doc_id": "y"}', lines[2]]))
    assert [document.id for document in found.documents] == ["a/a", "a/b", "a/c"]
    assert [(fault.path.rpartition("#")[2], fault.reason.partition(" (")[0]) for fault in found.unreadable] == [
        ("2", "line 2 is no JSON"),
        ("4", "line 4 is no JSON object with an article's text and title"),
        ("y", "no column holds the articles' text"),
    ]


@pytest.mark.parametrize(
    "wrap", [lambda a: a, lambda a: {"version": "https://jsonfeed.org/version/1.1", "items": a}, lambda a: {"hits": a, "total": 1}]
)
def test_lists_in_json(tmp_path: Path, wrap: object) -> None:
    items = [
        {
            "id": "one",
            "content_html": f"<p>{TEXT}</p><ul><li>Two dead</li></ul>",
            "title": "Bridge falls",
            "date_published": "2021-03-14T09:00:00Z",
        }
    ]
    (document,) = inputs(tmp_path, "a.json", json.dumps(wrap(items))).documents
    assert document.id == "a/one" and document.text == f"Bridge falls\n\n{TEXT}\n\nTwo dead"
    assert document.published is not None and document.published.came_from == "key date_published"


def test_one_object_is_one_article(tmp_path: Path) -> None:
    (document,) = inputs(
        tmp_path, "a.json", json.dumps({"text": TEXT, "authors": [{"name": "Ann Writer"}, {"name": "Bob Scribe"}]})
    ).documents
    assert document.id == "a" and document.byline is not None and document.byline.value == "Ann Writer, Bob Scribe"


NINJS_1 = {
    "uri": "urn:a", "type": "text", "versioncreated": "2021-03-14T12:00:00Z", "firstcreated": "2021-03-13T12:00:00Z",
    "headline": "Bridge falls",
    "body_text": TEXT, "body_xhtml": "<p>other</p>", "byline": "Bob Scribe", "located": "Springfield",
    "infosource": [{"name": "Valley Post"}],
}  # fmt: skip
NINJS_3 = {
    "uri": "urn:a", "standard": {"name": "ninjs", "version": "3.0"},
    "versioncreated": "2021-03-14T12:00:00Z", "firstcreated": "2021-03-13T12:00:00Z",
    "headlines": [{"role": "short", "value": "Bridge"}, {"role": "main", "value": "Bridge falls"}],
    "by": "Bob Scribe",
    "bodies": [{"role": "main", "contenttype": "text/html", "value": f"<p>{TEXT}</p>"}, {"contenttype": "text/plain", "value": TEXT}],
    "places": [{"name": "Springfield"}], "infosources": [{"name": "Valley Post"}],
}  # fmt: skip


@pytest.mark.parametrize("item", [NINJS_1, NINJS_3], ids=["1", "3"])
def test_ninjs(tmp_path: Path, item: dict[str, object]) -> None:
    (document,) = inputs(tmp_path, "a.json", json.dumps(item)).documents
    assert document.text == f"Bridge falls\n\n{TEXT}"
    assert document.published is not None and document.published.value.first is not None and document.published.value.first.day == 13
    assert document.updated is not None and document.updated.value.first is not None and document.updated.value.first.day == 14
    said = (document.byline, document.outlet, document.dateline)
    assert [one.value for one in said if one is not None] == ["Bob Scribe", "Valley Post", "Springfield"]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.csv", "", "empty"),
        ("a.csv", "text\n", "no article"),
        ("a.csv", "title,text\nBridge,\n", "text of this article is empty"),
        ("a.csv", b"text\n\xff\xfe\x00\x01", "binary"),
        ("a.json", '{"text": ', "broken"),
        ("a.json", '{"a":' * 100_000, "nested too deeply"),
        ("a.json", '{"format": "discrepancy-report/1"}', "a report of this program"),
        ("a.json", '{"a": 1}', "no column"),
        ("a.parquet", b"PAR1" + b"\x00" * 99, "damaged"),
    ],
)
def test_files_without_articles(tmp_path: Path, name: str, data: str | bytes, says: str) -> None:
    found = inputs(tmp_path, name, data)
    assert found.documents == () and says in found.unreadable[0].reason
