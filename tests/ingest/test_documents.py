"""Word, OpenDocument and Markdown files: blocks by style, and what is refused."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from renderings import zipped

from discrepancy.ingest import Inputs, read
from discrepancy.model.text import Document

TEXT = "Two walkers died when a footbridge gave way on Monday, the fire brigade said. The mayor asked people to stay away."
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
ODT = b"application/vnd.oasis.opendocument.text"


def inputs(tmp_path: Path, name: str, data: bytes) -> Inputs:
    (tmp_path / name).write_bytes(data)
    return read(tmp_path / name)


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def word(**properties: str) -> bytes:
    made = docx.Document()
    for name, value in properties.items():
        setattr(made.core_properties, name, value)
    made.add_paragraph("Footbridge falls into river", style="Title")
    made.add_paragraph("By Bob Scribe")
    made.add_paragraph("The bridge in May 2018, after nine men had mended it.", style="Caption")
    made.add_paragraph(TEXT)
    made.add_paragraph("Latest", style="List Bullet")
    table = made.add_table(2, 2)
    for row, cells in zip(table.rows, (("Bridge", "Closed"), ("Elbow", "4 March")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    made.add_paragraph("“We saw it go,” said a man.", style="Quote")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_word(tmp_path: Path) -> None:
    (document,) = inputs(tmp_path, "a.docx", word(author="desk", title="Draft 3")).documents
    assert blocks(document) == [
        ("headline", "Footbridge falls into river"), ("byline", "Bob Scribe"),
        ("caption", "The bridge in May 2018, after nine men had mended it."),
        ("body", TEXT), ("body", "Latest"), ("body", "Bridge | Closed"), ("body", "Elbow | 4 March"),
        ("quote", "“We saw it go,” said a man."),
    ]  # fmt: skip
    assert document.title is not None and document.title.value == "Footbridge falls into river"
    assert document.published is None, "the day on which a file was made is not the day of the article"


def odt(body: str, styles: str = "") -> bytes:
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{OASIS}:office:1.0" xmlns:text="{OASIS}:text:1.0" '
        f'xmlns:table="{OASIS}:table:1.0" xmlns:style="{OASIS}:style:1.0">{styles}'
        f"<office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return zipped({"mimetype": ODT, "content.xml": content.encode()})


def test_open_document(tmp_path: Path) -> None:
    styles = '<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Caption"/></office:automatic-styles>'
    body = (
        '<text:h text:style-name="Title">Footbridge falls</text:h><text:p text:style-name="P1">In May<text:s text:c="2"/>2018.</text:p>'
        f"<text:p>{TEXT}<office:annotation><text:p>no</text:p></office:annotation></text:p>"
        "<text:list><text:list-item><text:p>Latest</text:p></text:list-item></text:list><table:table><table:table-row>"
        "<table:table-cell><text:p>Elbow</text:p></table:table-cell><table:table-cell><text:p>4 March</text:p></table:table-cell>"
        "</table:table-row></table:table><text:p>One line<text:line-break/>and another one of it.</text:p>"
    )
    (document,) = inputs(tmp_path, "a.odt", odt(body, styles)).documents
    assert blocks(document) == [
        ("headline", "Footbridge falls"), ("caption", "In May  2018."), ("body", TEXT), ("body", "Latest"), ("body", "Elbow | 4 March"),
        ("body", "One line"), ("body", "and another one of it."),
    ]  # fmt: skip


def test_markdown(tmp_path: Path) -> None:
    front = "---\ntitle: 'Footbridge falls'\ndate: 2021-03-14\nmood: bad\n---\n\n"
    draft = f"{front}# Footbridge falls\n\n**{TEXT[:3]}**{TEXT[3:]}\n\n- [Latest](x)\n\n> “We saw it.”\n"
    (document,) = inputs(tmp_path, "draft", draft.encode()).documents
    assert blocks(document) == [("headline", "Footbridge falls"), ("body", TEXT), ("body", "Latest"), ("quote", "“We saw it.”")]
    assert document.published is not None and document.published.came_from == "front matter date"


def test_text_with_a_rule_of_hyphens_is_plain(tmp_path: Path) -> None:
    data = f"---\n{TEXT}\n---\n".encode()
    (document,) = inputs(tmp_path, "a.txt", data).documents
    assert document.text == data.decode()


XXE = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><d>&b;</d>'


def tampered(data: bytes, name: str, content: bytes) -> bytes:
    import zipfile

    archive = zipfile.ZipFile(io.BytesIO(data))
    return zipped({entry: content if entry == name else archive.read(entry) for entry in archive.namelist()})


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (tampered(word(), "word/document.xml", XXE), "declares XML entities"),
        (tampered(word(), "word/document.xml", LAUGHS), "declares XML entities"),
        (tampered(word(), "word/document.xml", b"<w:document"), "damaged"),
        (tampered(odt(""), "content.xml", XXE), "declares XML entities"),
        (tampered(odt(""), "content.xml", LAUGHS), "declares XML entities"),
        (tampered(odt(""), "content.xml", b"<?xml version='1.0'?>" + b"<a>" * 10_000), "nested too deeply"),
        (tampered(odt(""), "content.xml", b"\x01\x02\x03 locked"), "holds no text"),
        (odt(""), "empty"),
        (
            zipped({"mimetype": ODT, "content.xml": b"\x9f", "META-INF/manifest.xml": b"<manifest:encryption-data/>"}),
            "locked with a password",
        ),
        (b"\xd0\xcf\x11\xe0 an old or a locked document", "save it as .docx"),
    ],
)
def test_refused(tmp_path: Path, data: bytes, says: str) -> None:
    found = inputs(tmp_path, "a.docx", data)
    assert found.documents == () and says in found.unreadable[0].reason
