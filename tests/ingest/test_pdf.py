"""Printed pages: columns, parted words, heads and feet, page numbers, and the PDFs that are refused."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from rendered_papers import typeset
from reportlab.lib import pdfencrypt
from reportlab.pdfgen.canvas import Canvas

from discrepancy.ingest import Inputs, read
from discrepancy.model.text import Document

TEXT = "Two walkers died when a footbridge gave way on Monday, the fire brigade said. The mayor asked people to stay away."
MORE = "The council closed three other bridges over the weekend, and they will stay closed until May, it said on Tuesday."
LAST = "It opened in 1902 and was last inspected in 2019, according to the records that the council keeps in its archive."

CLOSED = "Nobody had been on the other bridges when they were closed, and nobody will be for a while, said the mayor on Friday."


def inputs(tmp_path: Path, data: bytes) -> Inputs:
    (tmp_path / "a.pdf").write_bytes(data)
    return read(tmp_path / "a.pdf")


def printed(*pages: Callable[[Canvas], object], **how: object) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(600, 800), invariant=1, **how)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def lines(*placed: tuple[float, float, str], size: float = 10) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", size)
        for x, y, text in placed:
            canvas.drawString(x, y, text)

    return draw


def column(x: float, y: float, paragraphs: Sequence[str], width: float, gap: float = 6) -> list[tuple[float, float, str]]:
    placed = []
    for paragraph in paragraphs:
        for line in typeset(paragraph, width, "Times-Roman", 10):
            placed.append((x, y, line))
            y -= 12
        y -= gap
    return placed


def bodies(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks if block.kind == "body"]


def read_one(tmp_path: Path, data: bytes) -> Document:
    found = inputs(tmp_path, data)
    assert found.unreadable == ()
    return found.documents[0]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_columns_are_read_one_after_the_other(tmp_path: Path, count: int) -> None:
    width = (500 - 18 * (count - 1)) / count
    texts = [[f"{text} This is column {number}." for text in (TEXT, MORE, LAST)] for number in range(count)]
    placed = [line for number, text in enumerate(texts) for line in column(50 + number * (width + 18), 700, text, width)]
    placed.sort(key=lambda line: -line[1])  # as a program that prints row by row would write them
    assert bodies(read_one(tmp_path, printed(lines(*placed)))) == [text for column in texts for text in column]


def test_a_headline_over_two_columns_stands_first(tmp_path: Path) -> None:
    title = "Footbridge over the Elbow falls into the river on a Monday morning"

    def draw(canvas: Canvas) -> None:
        lines(*column(50, 650, [TEXT, MORE], 240), *column(310, 650, [LAST, CLOSED], 240))(canvas)
        for number, line in enumerate(typeset(title, 500, "Times-Roman", 24)):
            lines((50, 740 - 28 * number, line), size=24)(canvas)

    document = read_one(tmp_path, printed(draw))
    assert document.title is not None and document.title.value == title
    assert bodies(document) == [TEXT, MORE, LAST, CLOSED]


def test_paragraphs_by_indent_alone(tmp_path: Path) -> None:
    placed: list[tuple[float, float, str]] = []
    y = 700.0
    for paragraph in (TEXT, MORE, LAST):
        for number, line in enumerate(typeset(paragraph, 400, "Times-Roman", 10)):
            placed.append((50 if number else 62, y, line))
            y -= 12
    assert bodies(read_one(tmp_path, printed(lines(*placed)))) == [TEXT, MORE, LAST]


def test_parted_words_are_put_together(tmp_path: Path) -> None:
    wrapped = (
        "The men asked for com-", "pensation, and a long-", "range weapon lay in Sistan-",
        "Baluchestan when a state-", "owned boat and an F-", "16 were seen there, where state-owned boats are",
        "rare, the fire brigade said on Monday to those who had asked.",
    )  # fmt: skip
    document = read_one(tmp_path, printed(lines(*((50, 700 - 12 * number, line) for number, line in enumerate(wrapped)))))
    assert document.text == (
        "The men asked for compensation, and a long-range weapon lay in Sistan-Baluchestan when a state-owned boat and an F-16 were seen"
        " there, where state-owned boats are rare, the fire brigade said on Monday to those who had asked."
    )


def test_heads_feet_and_page_numbers(tmp_path: Path) -> None:
    def sheet(number: int, texts: Sequence[str]) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            lines(
                (50, 770, f"Valley Post, page {number}"),
                (50, 30, "https://valleypost.example/2021/03/14/bridge"),
                (280, 30, f"{number}/3"),
                size=8,
            )(canvas)
            lines(*column(50, 700, texts, 400))(canvas)

        return draw

    split = "The footbridge, which the council had closed twice before, was repaired"
    document = read_one(
        tmp_path, printed(sheet(1, [TEXT, split]), sheet(2, ["in 2018 by a firm from Springfield.", MORE]), sheet(3, [LAST]))
    )
    assert document.text == f"{TEXT}\n\n{split} in 2018 by a firm from Springfield.\n\n{MORE}\n\n{LAST}"
    assert [document.text[at:][:10] for at in document.pages] == ["Two walker", "in 2018 by", "It opened "]
    assert [document.page_at(document.text.index(words)) for words in ("fire brigade", "closed twice", "Springfield", "1902")] == [
        1,
        1,
        2,
        3,
    ]
    assert document.url is not None and document.url.came_from == "foot of the page"
    assert document.published is not None and document.published.came_from.startswith("address")


def square(canvas: Canvas) -> None:
    canvas.rect(50, 50, 300, 300, fill=1)


GOOD = printed(lines(*column(50, 700, [TEXT, MORE], 400)))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (printed(square), "pictures and no text"),
        (printed(square, encrypt=pdfencrypt.StandardEncryption("secret", canPrint=0)), "locked with a password"),
        (b"%PDF-1.4\nnothing", "damaged"),
        (GOOD[:200], "damaged"),
        (printed(*[lines((50, 700, "A."))] * 401), "401 pages (at most 400)"),
        (printed(lines(*[(50, 20 + 8 * number, "a b c d e f g h " * 90) for number in range(90)], size=1)), "more text than a page can"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_refused(tmp_path: Path, data: bytes, says: str) -> None:
    found = inputs(tmp_path, data)
    assert found.documents == () and says in found.unreadable[0].reason


def test_an_open_password_is_no_lock(tmp_path: Path) -> None:
    data = printed(lines(*column(50, 700, [TEXT, MORE], 400)), encrypt=pdfencrypt.StandardEncryption("", ownerPassword="boss", canCopy=0))
    assert bodies(read_one(tmp_path, data)) == [TEXT, MORE]
