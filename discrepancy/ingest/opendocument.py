"""OpenDocument texts: ODT to the article's own text.

Takes the bytes of a file; gives its paragraphs, headings, list items and table rows in their order. Notes, comments
and tracked deletions are not read. A document's own dates are those of the file and are left alone.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from discrepancy.ingest.archives import opened, unpacked
from discrepancy.ingest.guide import Guide
from discrepancy.ingest.page import Page, Part, Refused, Stretch, assembled, only
from discrepancy.ingest.xml import tree
from discrepancy.model.text import BlockKind, Sourced

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _OFFICE, _STYLE = (f"{_OASIS}{name}:1.0}}" for name in ("text", "table", "office", "style"))
_UNREAD = frozenset(
    (f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}tracked-changes", f"{_TEXT}table-of-content", f"{_TEXT}sequence-decls")
)
_STYLES: tuple[tuple[str, BlockKind], ...] = (
    ("title", "headline"), ("subtitle", "standfirst"), ("caption", "caption"), ("illustration", "caption"), ("quotation", "quote"),
)  # fmt: skip


def read(data: bytes, name: str, guide: Guide) -> tuple[Part, ...]:
    """The one article of a document."""
    return only(data, lambda: page(data, guide))


def page(data: bytes, guide: Guide) -> Page:
    """A document as a page. Raises :class:`Refused`."""
    archive = opened(data)
    body = _part(archive, "content.xml", guide)
    if body is None:
        if "META-INF/manifest.xml" in archive.namelist() and b"encryption-data" in unpacked(
            archive, archive.getinfo("META-INF/manifest.xml"), guide.largest_bytes
        ):
            raise Refused("this document is locked with a password; unlock it and save it again")
        raise Refused("this OpenDocument file holds no text; save it again, or its text as a .txt file")
    parents = {style.get(f"{_STYLE}name", ""): style.get(f"{_STYLE}parent-style-name", "") for style in body.iter(f"{_STYLE}style")}
    meta = _part(archive, "meta.xml", guide)
    title = "" if meta is None else " ".join((meta.findtext(".//{http://purl.org/dc/elements/1.1/}title") or "").split())
    fallback = {"title": Sourced(title, "document properties")} if title else {}
    found = body.find(f".//{_OFFICE}text")
    return assembled([] if found is None else _stretches(found, parents, ""), fallback=fallback)


def _part(archive: zipfile.ZipFile, name: str, guide: Guide) -> Element | None:
    if name not in archive.namelist():
        return None
    data = unpacked(archive, archive.getinfo(name), guide.largest_file_bytes)
    if b"<?xml" not in data[:200] and b"<office:" not in data[:2000]:
        return None  # locked documents keep their names and encrypt what is inside
    return tree(data, "OpenDocument file")


def _stretches(element: Element, parents: dict[str, str], kind: str) -> Iterator[Stretch]:
    for child in element:
        if child.tag in _UNREAD:
            continue
        if child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            named = _kind(child, parents) or kind
            for line in _words(child).split("\n"):
                yield Stretch(named, line)  # type: ignore[arg-type]
        elif child.tag == f"{_TABLE}table-row":
            cells = [" ".join(" ".join(_words(p) for p in cell.iter(f"{_TEXT}p")).split()) for cell in child]
            yield Stretch("body", " | ".join(cell for cell in cells if cell))
        else:
            yield from _stretches(child, parents, "body" if child.tag == f"{_TEXT}list-item" else kind)


def _kind(paragraph: Element, parents: dict[str, str]) -> str:
    """What a paragraph's style, or the style it derives from, says it is."""
    style = paragraph.get(f"{_TEXT}style-name", "")
    for name in (style, parents.get(style, "")):
        folded = name.replace("_20_", " ").lower()
        for known, kind in _STYLES:
            if folded == known:
                return kind
    return ""


def _words(element: Element) -> str:
    """A paragraph's characters: OpenDocument writes runs of blanks, tabs and line breaks as elements."""
    words = [element.text or ""]
    for child in element:
        if child.tag == f"{_TEXT}s":
            words.append(" " * min(1000, int(child.get(f"{_TEXT}c", "1")) if child.get(f"{_TEXT}c", "1").isdecimal() else 1))
        elif child.tag == f"{_TEXT}tab":
            words.append("\t")
        elif child.tag == f"{_TEXT}line-break":
            words.append("\n")
        elif child.tag not in _UNREAD:
            words.append(_words(child))
        words.append(child.tail or "")
    return "".join(words)
