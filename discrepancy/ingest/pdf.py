"""PDF: printed pages to the article's own text. pypdfium2's only home.

Takes the bytes of a file; gives its paragraphs in reading order, with the offsets at which pages begin. Columns are
found by their gutters (:mod:`discrepancy.ingest.columns`), lines are put together to paragraphs
(:mod:`discrepancy.ingest.printed`). A PDF of pictures holds no text and is refused; pictures are not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from discrepancy.ingest.columns import Run
from discrepancy.ingest.guide import Guide
from discrepancy.ingest.page import Page, Part, Refused, assembled, missing, only
from discrepancy.ingest.printed import Sheet, address, stretches
from discrepancy.model.text import Sourced

MOST_CHARACTERS = 60_000
"""Characters of one page; a page of a newspaper has some ten thousand."""
WIDE = 1.2
"""Heights of a letter without print that part two runs of text on one line."""
HYPHENS = {0x02: "\u00ad", 0xAD: "\u00ad", 0x2010: "-", 0x2011: "-"}
"""PDFium marks a hyphen at a line's end as 2."""


def read(data: bytes, name: str, guide: Guide) -> tuple[Part, ...]:
    """The one article of a PDF."""
    return only(data, lambda: page(data, guide))


def page(data: bytes, guide: Guide) -> Page:
    """A PDF as a page. Raises :class:`Refused`."""
    try:
        import pypdfium2
    except ImportError:
        raise missing("PDF files", "pypdfium2") from None
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refused("this PDF is locked with a password; unlock it and save it again") from error
        raise Refused("this PDF is damaged; print it to PDF again, or save its text as a .txt file") from error
    try:
        if len(document) > guide.most_pages:
            raise Refused(f"this PDF has {len(document)} pages (at most {guide.most_pages}); save the article's own pages")
        sheets = [_sheet(document[number]) for number in range(len(document))]
        title = " ".join(str(document.get_metadata_value("Title") or "").split())
    except pypdfium2.PdfiumError as error:
        raise Refused("this PDF is damaged; print it to PDF again, or save its text as a .txt file") from error
    finally:
        document.close()
    if not any(sheet.runs for sheet in sheets):
        raise Refused("this PDF holds pictures and no text; have its text recognised (OCR), or save the text as a .txt file")
    told = {"url": Sourced(found, "foot of the page")} if (found := address(sheets)) else {}
    fallback = {"title": Sourced(title, "document properties")} if title and " " in title else {}
    return assembled(stretches(sheets, guide.keeps_hyphen), told, fallback)


def _sheet(page: Any) -> Sheet:
    """A page's size and its runs of print."""
    width, height = page.get_size()
    text = page.get_textpage()
    try:
        count = text.count_chars()
        if count > MOST_CHARACTERS:
            raise Refused("a page of this PDF holds more text than a page can; save the article's text as a .txt file")
        return Sheet(width, height, tuple(_runs(text.raw, count)))
    finally:
        text.close()
        page.close()


def _runs(text: Any, count: int) -> Iterator[Run]:
    """The print of a page: characters that stand side by side on one line, in the order of the file."""
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    words: list[str] = []
    x0 = y0 = x1 = y1 = size = 0.0

    def run() -> Iterator[Run]:
        said = "".join(words).strip()
        if said:
            yield Run(x0, y0, x1, y1, size, said)
        words.clear()

    for index in range(count):
        code = raw.FPDFText_GetUnicode(text, index)
        char = HYPHENS.get(code) or (
            chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 and not 0x7F <= code < 0xA0 else ""
        )
        if not char.strip() and char != "\u00a0":
            if words:
                words.append(" " if code not in (0x0A, 0x0D) and not words[-1].endswith(" ") else "")
            continue
        if char == "\u00ad" and words:  # has no box of its own
            words.append(char)
            continue
        raw.FPDFText_GetLooseCharBox(text, index, box)  # from the type's depth to its height, whatever the letter
        here = max(1.0, box.top - box.bottom)
        reach = WIDE * max(size, here)
        if words and (abs(box.bottom - y0) > 0.5 * max(size, here) or not -reach < box.left - x1 < reach):
            yield from run()
        if not words:
            x0, y0, y1, size = box.left, box.bottom, box.top, here
        x1 = max(box.right, x0)
        words.append(char)
    yield from run()
