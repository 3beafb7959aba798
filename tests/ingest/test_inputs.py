"""Paths in, documents out: folders, ids, and every input that cannot be read with its sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from discrepancy.ingest import MissingPath, inputs_from_records, read
from discrepancy.rulebook import rulebook, rules_folder

ENGLISH = "Two walkers died when a footbridge gave way on Monday, the fire brigade said. The mayor asked people to stay away."


def put(folder: Path, name: str, content: str | bytes = ENGLISH) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def reasons(folder: Path) -> dict[str, str]:
    return {Path(fault.path).name: fault.reason for fault in read(folder).unreadable}


def test_what_in_a_folder_is_an_article(tmp_path: Path) -> None:
    for name in (
        "a.txt",
        "sub/b.md",
        "c",
        "report.json",
        "report.html",
        "claims.csv",
        "findings.csv",
        "names.csv",
        "gold.yaml",
        "SOURCE.md",
        ".hidden",
    ):
        put(tmp_path, name)
    inputs = read(tmp_path)
    assert [document.id for document in inputs.documents] == ["a", "b", "c"]
    assert inputs.unreadable == ()


def test_ids_are_short_where_that_is_unique(tmp_path: Path) -> None:
    for name in (
        "000_bridge.txt",
        "001_river.txt",
        "x1_one.txt",
        "x1_two.txt",
        "the_bridge.txt",
        "p/same.txt",
        "q/same.txt",
    ):
        put(tmp_path, name)
    assert [document.id for document in read(tmp_path).documents] == [
        "000", "001", "p/same.txt", "q/same.txt", "the_bridge", "x1_one", "x1_two",
    ]  # fmt: skip


def test_order_of_paths_does_not_matter(tmp_path: Path) -> None:
    first, second = put(tmp_path, "a.txt"), put(tmp_path, "b.txt", ENGLISH + " It was the second such fall.")
    assert read([first, second]) == read([second, first, first])


def test_a_file_named_by_itself(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", "\ufeff" + ENGLISH + "\r\n")
    (document,) = read(str(path)).documents
    assert document.text == ENGLISH + "\n"
    assert document.path == path.as_posix()


def test_one_unreadable_file_among_ten(tmp_path: Path) -> None:
    for number in range(9):
        put(tmp_path, f"{number}.txt", f"{ENGLISH} It was fall number {number}.")
    put(tmp_path, "9.txt", b"\x00\xff\x00\x01" * 99)
    inputs = read(tmp_path)
    assert len(inputs.documents) == 9
    assert [Path(fault.path).name for fault in inputs.unreadable] == ["9.txt"]


FRENCH = "Deux promeneurs sont morts lundi lorsque la passerelle s'est effondrée dans la rivière, ont indiqué les pompiers de la ville."


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\n\t", "empty"),
        ("a.txt", b"\x00\x01\x02" * 100, "binary"),
        ("a.txt", ENGLISH.encode() + b" \xe2\x80", "encoding cannot be told"),
        ("a.txt", FRENCH.encode(), "English"),
        ("a.txt", b"12 34 56", "English"),
        ("a.html", b"<!DOCTYPE html><p>Hello.", "no article was found"),
        ("a.doc", b"\xd0\xcf\x11\xe0rest", "save it as .docx"),
        ("a.png", b"\x89PNG\r\n", "picture"),
    ],
)
def test_unreadable_content(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    put(tmp_path, name, content)
    assert says in reasons(tmp_path)[name]


def test_a_large_file_is_refused_before_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path, "a.txt")
    os.truncate(path, 50_000_001)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("opened"))
    assert "too large" in reasons(tmp_path)["a.txt"]


def test_a_text_may_be_less_large_than_a_file_with_pictures(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", (ENGLISH + "\n") * 50_000)
    assert "at most 5 MB" in reasons(tmp_path)["a.txt"]


def test_the_largest_file_is_read(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", (ENGLISH + "\n") * (5_000_000 // (len(ENGLISH) + 1)))
    assert len(read(tmp_path).documents) == 1


def test_a_file_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.txt")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # root may open everything, so the mode of the file would prove nothing
    assert "Permission denied" in reasons(tmp_path)["a.txt"]


def test_links(tmp_path: Path) -> None:
    outside = put(tmp_path, "outside.txt")
    folder = tmp_path / "articles"
    put(folder, "a.txt")
    (folder / "broken.txt").symlink_to(folder / "gone.txt")
    (folder / "out.txt").symlink_to(outside)
    (folder / "again.txt").symlink_to(folder / "a.txt")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    found = reasons(folder)
    assert "leads nowhere" in found["broken.txt"] and "leads out of the folder" in found["out.txt"]
    assert len(read(folder).documents) == 1
    assert len(read(folder / "out.txt").documents) == 1, "a link that is named is followed"


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "no ordinary file" in reasons(tmp_path)["a.txt"]


def test_an_empty_folder(tmp_path: Path) -> None:
    assert "no article" in reasons(tmp_path)[tmp_path.name]


def test_a_missing_path(tmp_path: Path) -> None:
    with pytest.raises(MissingPath, match="no such file or folder"):
        read(tmp_path / "gone")


@pytest.mark.parametrize(
    "record",
    [{}, {"doc_id": "a"}, {"doc_id": 3, "text": ENGLISH}, {"doc_id": "a", "text": None}, {"doc_id": "a", "text": ""}],
)
def test_bad_records(record: dict[str, object]) -> None:
    inputs = inputs_from_records([record, {"doc_id": "b", "text": ENGLISH}])
    assert [document.id for document in inputs.documents] == ["b"]
    assert inputs.unreadable[0].path.startswith("record 1")


def test_a_record_and_a_file_are_read_alike(tmp_path: Path) -> None:
    text = f"Footbridge falls into river\nBy Bob Scribe March 14, 2021\n\nSPRINGFIELD (AP) — {ENGLISH}\n"
    (from_file,) = read(put(tmp_path, "a.txt", text)).documents
    (from_record,) = inputs_from_records([{"doc_id": "a", "text": text}]).documents
    assert from_file.blocks == from_record.blocks and from_file.published == from_record.published
    assert from_file.sha256 == from_record.sha256


def test_the_whole_rulebook_serves_as_well(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt")
    assert read(path, rulebook(base=rules_folder() / "ingest")) == read(path)
