"""Zip files: what is read from them, under which names, and every way in which one is refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from renderings import zipped

from discrepancy.ingest import Inputs, read

ENGLISH = b"Two walkers died when a footbridge gave way on Monday, the fire brigade said. The mayor asked people to stay away."


def inputs(tmp_path: Path, data: bytes) -> Inputs:
    (tmp_path / "b.zip").write_bytes(data)
    return read(tmp_path / "b.zip")


def told(found: Inputs) -> dict[str, str]:
    return {fault.path.partition("b.zip")[2]: fault.reason for fault in found.unreadable}


def test_members_are_named_by_their_path(tmp_path: Path) -> None:
    found = inputs(tmp_path, zipped({"x/a.txt": ENGLISH, "x/a.md": ENGLISH, "y/": b"", "README.md": b"x", ".hidden/a.txt": ENGLISH}))
    assert [document.id for document in found.documents] == ["b/x/a", "b/x/a~2"]
    assert [document.path.rpartition("b.zip")[2] for document in found.documents] == ["/x/a.md", "/x/a.txt"]
    assert found.unreadable == ()


def test_articles_csv_reaches_into_a_zip(tmp_path: Path) -> None:
    (tmp_path / "articles.csv").write_text("path,outlet\nb.zip/x/a.txt,Valley Post\n")
    (document,) = inputs(tmp_path, zipped({"x/a.txt": ENGLISH})).documents
    assert document.outlet is not None and document.outlet.came_from == "file articles.csv"


def test_one_bad_member_spoils_no_other(tmp_path: Path) -> None:
    found = inputs(
        tmp_path,
        zipped({"a.txt": ENGLISH, "b.txt": b"\x00\x01" * 99, "c.pdf": b"%PDF-1.4 no", "d.csv": b"a,b\n", "e.txt": ENGLISH + b" So."}),
    )
    assert [document.id for document in found.documents] == ["b/a", "b/e"]
    assert sorted(told(found)) == ["/b.txt", "/c.pdf", "/d.csv"]


def test_names_that_lead_out_are_only_names(tmp_path: Path) -> None:
    found = inputs(tmp_path, zipped({"../../evil.txt": ENGLISH, "/etc/evil.txt": ENGLISH + b" So.", "..\\win.txt": ENGLISH + b" And so."}))
    assert sorted(document.path.partition("b.zip")[2] for document in found.documents) == ["/etc/evil.txt", "/evil.txt", "/win.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["b.zip"]
    assert not (tmp_path.parent / "evil.txt").exists()


def bomb(size: int) -> bytes:
    return zipped({f"{number}.txt": b"\x20" * size for number in range(6)})


def locked() -> bytes:
    data = bytearray(zipped({"a.txt": ENGLISH}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    return bytes(data)


def linked() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        entry = zipfile.ZipInfo("a.txt")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, "/etc/passwd")
    return out.getvalue()


def nested(depth: int) -> bytes:
    data = zipped({"a.txt": ENGLISH})
    for _ in range(depth):
        data = zipped({"in.zip": data})
    return data


@pytest.mark.parametrize(
    ("data", "where", "says"),
    [
        (zipped({}), "", "no article in this zip"),
        (b"PK\x03\x04rest", "", "damaged"),
        (bomb(49_000_000), "", "unpacks to more than 250 MB"),
        (zipped({"a.txt": b" " * 50_000_001}), "/a.txt", "too large"),
        (zipped({"a.txt": b"a " * 3_000_000}), "/a.txt", "too large"),
        (locked(), "/a.txt", "locked with a password"),
        (linked(), "/a.txt", "link"),
        (nested(3), "/in.zip/in.zip", "too deep"),
        (zipped({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"}), "", "save it as CSV"),
        (zipped({"mimetype": b"application/epub+zip"}), "", "e-book"),
        (zipped({"a.txt": ENGLISH})[:-30], "", "damaged"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_refused(tmp_path: Path, data: bytes, where: str, says: str) -> None:
    found = inputs(tmp_path, data)
    assert found.documents == () and says in told(found)[where]


def test_a_zip_in_a_zip_is_read(tmp_path: Path) -> None:
    assert [document.id for document in inputs(tmp_path, nested(1)).documents] == ["b/in.zip/a"]


def test_a_member_that_lies_about_its_size(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": ENGLISH * 100}))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (50).to_bytes(4, "little")
    found = inputs(tmp_path, bytes(data))
    assert found.documents == () and "damaged" in told(found)["/a.txt"]
