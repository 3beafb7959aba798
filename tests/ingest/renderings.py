"""The five seed articles as a newsroom might get them: the same paragraphs in every format.

Takes the seed articles as plain text reads them; gives the bytes of files. What stands round an article on a page (navigation,
advertisements, other stories, consent boxes) carries figures and dates of its own, so that a leak shows in the findings.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from email.message import EmailMessage
from functools import cache
from pathlib import Path

from discrepancy import check, read, rulebook
from discrepancy.ingest import Inputs
from discrepancy.model.findings import Report
from discrepancy.model.text import Document

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds" / "pakistan-iran-2024" / "articles"
OUTLETS = {
    "000": ("Elbow Valley Post", "2024-01-29"),
    "001": ("Springfield Courier", "2024-01-31"),
    "002": ("Harbour Gazette", "2024-01-29"),
    "003": ("Northern Ledger", "2024-01-29"),
    "004": ("The Policy Review", ""),
}
"""Invented outlets, and the days on which the articles came out; the last has none."""


@dataclass(frozen=True, slots=True)
class Story:
    """An article to be rendered. ``lines`` are (kind, text) in the order of the page, the headline first and apart."""

    id: str
    name: str
    title: str
    outlet: str
    published: str
    lines: tuple[tuple[str, str], ...]

    @property
    def url(self) -> str:
        return f"https://www.{self.outlet.lower().replace(' ', '')}.example/{self.name}"

    @property
    def credit(self) -> str:
        """The agency whose credit stands in no line of its own."""
        return "Reuters" if self.id == "003" else ""


@cache
def stories() -> tuple[Story, ...]:
    """The seed articles, cut into what they are."""
    return tuple(_story(document) for document in read(SEEDS).documents)


def _story(document: Document) -> Story:
    lines = []
    title = ""
    for block in document.blocks:
        text = block.span.of(document.text)
        if block.kind == "headline":
            title = title or text
        elif block.kind == "dateline":
            lines.append(("body", text + " "))
        elif block.kind == "body" and lines and lines[-1][1].endswith(" "):
            lines[-1] = ("body", lines[-1][1] + text)
        elif block.kind in ("body", "caption", "standfirst") or (block.kind == "credit" and len(text) > 20):
            lines.append((block.kind, text))
    outlet, published = OUTLETS[document.id]
    return Story(document.id, Path(document.path).stem, title, outlet, published, tuple(lines))


def as_text(story: Story) -> str:
    """The article as plain text under a header block."""
    day = f"Published: {story.published}\n" if story.published else ""
    byline = f"Byline: World Desk, {story.credit}\n" if story.credit else ""
    head = f"Title: {story.title}\nSource: {story.outlet}\n{day}{byline}\n"
    return head + "\n\n".join(text for _, text in story.lines) + "\n"


@cache
def baseline() -> Report:
    """What the five say as plain text."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        for story in stories():
            Path(folder, story.name + ".txt").write_text(as_text(story), encoding="utf-8")
        return check(read(folder), rulebook())


def told(report: Report) -> list[tuple[object, ...]]:
    """What a report finds, without what depends on where words stand: ids and offsets. No-break spaces count as spaces."""
    claims = {claim.id: claim for claim in report.claims}
    outlets = {document.id: document.outlet.value if document.outlet else "" for document in report.articles}

    def plain(text: str) -> str:
        return " ".join(text.split())

    def camp(ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
        return tuple(sorted((outlets[claims[id].article], plain(claims[id].evidence.exact)) for id in ids))

    return sorted(
        (f.verdict, f.level, f.question.attribute, plain(f.message), tuple(sorted((one.value, camp(one.claims)) for one in f.camps)))
        for f in report.findings
    )


def evidence_is_there(report: Report) -> bool:
    """True when every claim's words stand where it says."""
    texts = {document.id: document.text for document in report.articles}
    return all(claim.evidence.span.of(texts[claim.article]) == claim.evidence.exact for claim in report.claims)


def found_out(inputs: Inputs) -> list[tuple[str, str]]:
    """Outlet and day of publication of each article read."""
    return [
        (
            document.outlet.value if document.outlet else "",
            document.published.value.first.isoformat() if document.published and document.published.value.first else "",
        )
        for document in inputs.documents
    ]


def _paragraphs(story: Story, caption: str, kinds: str = '<p class="{kind}">{text}</p>') -> str:
    made = []
    for kind, text in story.lines:
        escaped = html.escape(text)
        made.append(caption.format(text=escaped) if kind == "caption" else kinds.format(kind=kind, text=escaped))
    return "\n".join(made)


def html_semantic(story: Story) -> bytes:
    """A page of today: sections that say what they are, schema.org, a consent box, other stories."""
    stated = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": story.title, "url": story.url,
        "author": [{"@type": "Person", "name": "World Desk"}, *([{"@type": "Organization", "name": story.credit}] if story.credit else [])],
        "publisher": {"@type": "Organization", "name": story.outlet},
        **({"datePublished": f"{story.published}T10:14:00+05:00"} if story.published else {}),
    }  # fmt: skip
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{html.escape(story.title)} | {story.outlet}</title>
<script type="application/ld+json">{json.dumps(stated)}</script>
<script>document.write("Seventeen people were killed in Script City on Monday");</script></head>
<body><div id="cookie-banner"><p>We use cookies and 214 partners to give you the best experience. Read our policy of 3 March 2023.</p>
<button>Accept all</button></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article><h1>{html.escape(story.title)}</h1>
{_paragraphs(story, '<figure><img src="a.jpg" alt="a picture"><figcaption>{text}</figcaption></figure>')}
<aside class="related"><h2>Related stories</h2><ul><li><a href="/b">Bus crash kills 31 in Elbow valley</a></li>
<li><a href="/c">Council warned of the flood in 2019</a></li></ul></aside></article>
<section class="most-read"><h2>Most read</h2><ol><li><a href="/d">Nine die in Riverside fire</a></li></ol></section></main>
<footer><p>© 2024 {story.outlet}. All rights reserved.</p></footer></body></html>""".encode()


def html_divs(story: Story) -> bytes:
    """A page of divisions and classes: Open Graph, advertisements between the paragraphs, a newsletter box, a sidebar."""
    day = f'<meta property="article:published_time" content="{story.published}T06:20:00+00:00">' if story.published else ""
    body = _paragraphs(story, '<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">{text}</p></div>')
    half = body.index("\n", len(body) // 2)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{html.escape(story.title)} - {story.outlet}</title>
<meta property="og:title" content="{html.escape(story.title)}"><meta property="og:site_name" content="{story.outlet}">{day}
<meta property="og:url" content="{story.url}"><meta name="author" content="World Desk{", " + story.credit if story.credit else ""}">
<style>.ad {{ color: red }}</style></head><body>
<div class="topbar"><div class="menu"><a href="/">Home</a> <a href="/news">News</a> <a href="/opinion">Opinion</a></div></div>
<div class="wrap"><div class="content"><div class="story"><h1 class="story-title">{html.escape(story.title)}</h1>
<div class="social-share"><a href="#">Share</a> <a href="#">Tweet</a> 1,204 shares</div>
<div class="story-body">{body[:half]}
<div class="ad-slot"><p>Advertisement: 40 days of summer for 12 dollars, only until 4 May 2024, says our sponsor in Springfield.</p></div>
<div class="newsletter-signup"><p>Join 52,000 readers who get our newsletter every Monday morning at 6 a.m. from the newsroom.</p></div>
{body[half:]}</div></div>
<div class="related-links"><h3>You may also like</h3><div><a href="/x">Twelve killed as dam gives way in Riverside, officials say</a></div>
<div><a href="/y">Army says 8 soldiers were injured in a raid on Monday</a></div></div></div>
<div class="sidebar"><h3>Trending</h3><p><a href="/z">Forty-one injured in stadium crush, says minister</a></p></div></div>
<div class="footer">Copyright 2024 {story.outlet}</div>
<div class="gdpr-overlay"><p>This site and 98 partners store data on your device until 1 January 2031.</p></div></body></html>""".encode()


def html_tables(story: Story) -> bytes:
    """A page of twenty years ago: a table for the frame, no classes, Windows-1252."""
    day = f'<meta name="date" content="{story.published}">' if story.published else ""
    author = f'<meta name="author" content="World Desk, {story.credit}">' if story.credit else ""
    page = f"""<HTML><HEAD><TITLE>{html.escape(story.title)}</TITLE>
<META http-equiv="Content-Type" content="text/html; charset=windows-1252">
{day}{author}<meta name="publisher" content="{story.outlet}"></HEAD><BODY bgcolor="#ffffff">
<TABLE width="100%"><TR><TD colspan="2"><font size="6">{story.outlet}</font></TD></TR>
<TR><TD width="120" valign="top"><A href="/">Home</A><BR><A href="/w">World</A><BR><A href="/s">Sport</A></TD>
<TD valign="top"><H1>{html.escape(story.title)}</H1>
{_paragraphs(story, '<p class="caption"><i>{text}</i></p>', "<P>{text}</P>")}
</TD></TR><TR><TD colspan="2"><font size="1">
Copyright 2024 {story.outlet}. 31,402 visitors since 12 June 2003.</font></TD></TR></TABLE></BODY></HTML>"""
    return page.encode("cp1252", "xmlcharrefreplace")


def record(story: Story) -> dict[str, str]:
    """The article as a record of a database, under names that are common there."""
    return {
        "article_id": story.name,
        "headline": story.title,
        "author": f"World Desk, {story.credit}" if story.credit else "",
        "publication": story.outlet,
        "date_published": story.published,
        "link": story.url,
        "body": "\n\n".join(text for _, text in story.lines),
    }


def json_lines() -> bytes:
    return b"".join(json.dumps(record(story)).encode() + b"\n" for story in stories())


def sheet() -> bytes:
    out = io.StringIO(newline="")
    rows = csv.DictWriter(out, list(record(stories()[0])), delimiter=";")
    rows.writeheader()
    rows.writerows(record(story) for story in stories())
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def parquet() -> bytes:
    import pandas

    out = io.BytesIO()
    pandas.DataFrame([record(story) for story in stories()]).to_parquet(out)
    return out.getvalue()


def ninjs(story: Story) -> bytes:
    """An item of version 1 for the even articles, of version 3 for the odd ones."""
    body = "".join(f"<p>{html.escape(text)}</p>" for _, text in story.lines)
    common = {
        "uri": f"urn:example:{story.name}",
        "type": "text",
        **({"versioncreated": f"{story.published}T09:00:00Z"} if story.published else {}),
    }
    by = f"World Desk, {story.credit}" if story.credit else "World Desk"
    source = [{"name": story.outlet}]
    if int(story.id) % 2:
        more = {"standard": {"name": "ninjs", "version": "3.0"}, "headlines": [{"value": story.title}], "by": by, "infosources": source}
        return json.dumps({**common, **more, "bodies": [{"contenttype": "text/html", "value": body}]}).encode()
    return json.dumps({**common, "headline": story.title, "body_xhtml": body, "byline": by, "infosource": source}).encode()


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


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def mixed_zip() -> bytes:
    """Each article in another format, in folders, beside what is no article."""
    each = (("0/a/{}.html", html_semantic), ("0/b/{}.docx", docx), ("1/{}.odt", odt), ("2/{}.json", ninjs), ("z/{}.html", html_tables))
    members = {name.format(story.name): make(story) for story, (name, make) in zip(stories(), each, strict=True)}
    return zipped({**members, "__MACOSX/a/._x.html": b"\x00\x05", "README.md": b"# About", "settings.yaml": b"a: b"})


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


def eml(story: Story) -> bytes:
    """A mail from the outlet's desk: the even ones in plain text of 72 characters a line, the odd ones in HTML."""
    message = EmailMessage()
    message["From"] = f'"{story.outlet}" <news@valleypost.example>'
    message["To"] = "desk@newsroom.example"
    message["Subject"] = "Fwd: " + story.title
    if story.published:
        message["Date"] = f"{int(story.published[-2:])} Jan 2024 10:14:00 +0500"
    credit = [("byline", f"By World Desk, {story.credit}")] if story.credit else []
    lines = [("headline", story.title), *credit, *story.lines]
    if int(story.id) % 2:
        message.set_content("This message is in HTML.")
        marked = "".join(f"<p>{html.escape(text)}</p>" for _, text in lines)
        message.add_alternative(f"<html><body><table><tr><td>{marked}</td></tr></table></body></html>", subtype="html")
    else:
        message.set_content(
            "\n\n".join(text for _, text in lines) + "\n\n-- \nThe desk, 12 Elbow Street, 3 March 2019\n", cte="quoted-printable"
        )
    return message.as_bytes()


def mhtml(story: Story) -> bytes:
    """A page as Chromium packs it, with a picture; its date is the day of saving."""
    page, picture = EmailMessage(), EmailMessage()
    page.set_content(html_divs(story).decode(), subtype="html", cte="quoted-printable")
    page["Content-Location"] = story.url
    picture.set_content(b"\x89PNG\r\n", "image", "png")
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = story.url
    message["Subject"] = story.title
    message["Date"] = "Tue, 5 Nov 2024 10:00:00 -0000"
    message["MIME-Version"] = "1.0"
    message.make_related()
    message.attach(page)
    message.attach(picture)
    return message.as_bytes()


def _entry_html(story: Story) -> str:
    credit = f"<p>By World Desk, {story.credit}</p>" if story.credit else ""
    return credit + "".join(f"<p>{html.escape(text)}</p>" for _, text in story.lines)


def rss(story: Story) -> bytes:
    """A feed with one entry whose full text stands beside a summary with other figures."""
    day = f"<pubDate>Mon, {story.published[-2:]} Jan 2024 05:14:00 GMT</pubDate>" if story.published else ""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>{story.outlet}</title><link>https://valleypost.example/</link><description>All of 1999</description>
<item><title>{html.escape(story.title)}</title><link>{story.url}</link><guid isPermaLink="false">{story.name}</guid>{day}
<dc:creator>World Desk</dc:creator><description>Seventeen people died, we hear, on 3 March 2019.</description>
<content:encoded><![CDATA[{_entry_html(story)}]]></content:encoded></item></channel></rss>""".encode()


def atom(story: Story) -> bytes:
    """The same after RFC 4287, the text as XHTML."""
    day = f"<published>{story.published}T05:14:00Z</published>" if story.published else ""
    return f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>{story.outlet}</title><id>urn:feed</id>
<entry><id>urn:example:{story.name}</id><title type="html">{html.escape(html.escape(story.title))}</title>{day}
<author><name>World Desk</name></author><link rel="enclosure" href="https://valleypost.example/a.mp3"/><link href="{story.url}"/>
<summary>Seventeen people died, we hear, on 3 March 2019.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{_entry_html(story)}</div></content></entry></feed>""".encode()
