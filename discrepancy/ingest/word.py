"""Word documents: DOCX to the article's own text. python-docx's only home.

Takes the bytes of a file; gives its paragraphs and table rows in their order, with headings and captions by their
styles. Pictures, comments and what was deleted under "track changes" are not read. A document's author and dates are
those of the file and not of the article, and are left alone; its title serves where the text has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from discrepancy.ingest.archives import opened, unpacked
from discrepancy.ingest.guide import Guide
from discrepancy.ingest.page import Page, Part, Refused, Stretch, assembled, missing, only
from discrepancy.model.text import BlockKind, Sourced

_STYLES: dict[str, BlockKind] = {
    "title": "headline",
    "caption": "caption",
    "quote": "quote",
    "intense quote": "quote",
    "subtitle": "standfirst",
}


def read(data: bytes, name: str, guide: Guide) -> tuple[Part, ...]:
    """The one article of a document."""
    return only(data, lambda: page(data, guide))


def page(data: bytes, guide: Guide) -> Page:
    """A document as a page. Raises :class:`Refused`."""
    try:
        import docx
    except ImportError:
        raise missing("Word files", "python-docx") from None
    archive = opened(data)
    if sum(entry.file_size for entry in archive.infolist()) > guide.largest_unpacked_bytes:
        raise Refused(f"this Word file unpacks to more than {guide.largest_unpacked_bytes / 1e6:g} MB; save its text as a .txt file")
    for entry in archive.infolist():
        if entry.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in unpacked(archive, entry, guide.largest_file_bytes)[:100_000]:
            raise Refused("this Word file declares XML entities, as no word processor does; save its text as a .txt file")
    from io import BytesIO

    try:
        document = docx.Document(BytesIO(data))
        title = " ".join((document.core_properties.title or "").split())
        found = list(_stretches(document))
    except (KeyError, ValueError, AttributeError, IndexError, TypeError, SyntaxError) as error:  # what python-docx and lxml raise
        raise Refused(f"this Word file is damaged ({type(error).__name__}); save it again, or its text as a .txt file") from error
    return assembled(found, fallback={"title": Sourced(title, "document properties")} if title else {})


def _stretches(document: Any) -> Iterator[Stretch]:
    from docx.table import Table

    for item in document.iter_inner_content():
        if isinstance(item, Table):
            for row in item.rows:
                cells = list(dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells))  # a merged cell is listed once a column
                yield Stretch("body", " | ".join(cell for cell in cells if cell))
            continue
        style = (item.style.name or "").lower() if item.style is not None else ""
        kind: BlockKind | Literal[""] = "body" if style.startswith("list") else _STYLES.get(style, "")
        for line in item.text.split("\n"):
            yield Stretch(kind, line)
