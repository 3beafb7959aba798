"""The seed articles as papers: Word, OpenDocument, Markdown and printed pages in PDF."""

from __future__ import annotations

import html
import io
import re

from renderings import Story, zipped


def docx(story: Story) -> bytes:
    """A Word file: the headline in the style for titles, a header block's facts as first lines, captions in theirs."""
    import docx as library

    document = library.Document()
    document.core_properties.author = "somebody at a desk"
    document.add_paragraph(story.title, style="Title")
    for line in _facts(story):
        document.add_paragraph(line)
    for kind, text in story.lines:
        document.add_paragraph(text, style="Caption" if kind == "caption" else "Normal")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _facts(story: Story) -> list[str]:
    by = f"By World Desk{', ' + story.credit if story.credit else ''}"
    return [by, *([f"Published: {story.published}"] if story.published else []), f"Copyright 2024 {story.outlet}. All rights reserved"]


def odt(story: Story) -> bytes:
    """An OpenDocument text, with a footnote and a comment that are no part of the article."""

    def paragraph(style: str, text: str) -> str:
        return f'<text:p text:style-name="{style}">{html.escape(text)}</text:p>'

    body = paragraph("Title", story.title) + "".join(paragraph("Text_20_body", line) for line in _facts(story))
    body += "".join(paragraph("Caption" if kind == "caption" else "P1", text) for kind, text in story.lines)
    note = "<text:note><text:note-body><text:p>Nine people were killed elsewhere on Monday.</text:p></text:note-body></text:note>"
    content = f"""<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><office:automatic-styles>
 <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Text_20_body"/></office:automatic-styles>
 <office:body><office:text>{body.replace("</text:p>", note + "</text:p>", 1)}</office:text></office:body></office:document-content>"""
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})


def markdown(story: Story) -> bytes:
    """A draft kept in git: a front matter, emphasis, a link."""
    front = {
        "title": f'"{story.title}"',
        "source": story.outlet,
        "date": story.published,
        "author": f"World Desk, {story.credit}".strip(", "),
    }
    head = "\n".join(f"{key}: {value}" for key, value in front.items() if value)
    lines = [re.sub(r"([*_\\])", r"\\\1", text) for _, text in story.lines]
    lines[0] = "**" + lines[0].split(" ", 1)[0] + "** [" + lines[0].split(" ", 1)[1] + "](https://valleypost.example/a)"
    return f"---\n{head}\n---\n\n# {story.title}\n\n".encode() + "\n\n".join(lines).encode()


def _pdf(story: Story, columns: int) -> bytes:
    """Printed pages: a headline over all columns, a head and a number on each page, words parted at the ends of lines."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    width, height = A4
    margin, gap = 56, 18
    each = (width - 2 * margin - gap * (columns - 1)) / columns
    canvas = Canvas(out, pagesize=A4, invariant=1)
    top = height - 70.0

    def furniture() -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(margin, height - 40, f"{story.outlet} | World news")
        canvas.drawCentredString(width / 2, 36, f"Page {canvas.getPageNumber()} of 9")

    furniture()
    for text, font, size in [(story.title, "Times-Bold", 22), *((line, "Times-Italic", 8) for line in _facts(story))]:
        for line in typeset(text, width - 2 * margin, font, size):
            canvas.setFont(font, size)
            canvas.drawString(margin, top, line)
            top -= 1.2 * size
        top -= 6
    start, at, column = top - 10, top - 10, 0
    for kind, text in story.lines:
        font, size = ("Times-Italic", 8) if kind == "caption" else ("Times-Roman", 10)
        for line in typeset(text, each, font, size):
            if at < 70:
                column, at = column + 1, start
                if column == columns:
                    canvas.showPage()
                    furniture()
                    column, start, at = 0, height - 70, height - 70
            canvas.setFont(font, size)
            canvas.drawString(margin + column * (each + gap), at, line)
            at -= 1.2 * size
        at -= 6
    canvas.save()
    return out.getvalue()


def typeset(text: str, width: float, font: str, size: float) -> list[str]:
    """A paragraph broken to lines; a word of ten letters or more is parted where its first half still fits."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    lines = [""]
    for word in text.split():
        candidate = f"{lines[-1]} {word}".strip()
        half = len(word) // 2
        if stringWidth(candidate, font, size) <= width:
            lines[-1] = candidate
        elif word.isalpha() and word.islower() and len(word) > 9 and stringWidth(f"{lines[-1]} {word[:half]}-", font, size) <= width:
            lines[-1] = f"{lines[-1]} {word[:half]}-"
            lines.append(word[half:])
        else:
            lines.append(word)
    return lines


def pdf_one_column(story: Story) -> bytes:
    return _pdf(story, 1)


def pdf_two_columns(story: Story) -> bytes:
    return _pdf(story, 2)
