"""What a file is, by its first bytes.

Takes bytes, and the file's name where content leaves a choice; gives a yes or no a format, and a name in words for
formats that are not read. Opens nothing, decodes no more than the beginning.
"""

from __future__ import annotations

import re

_TEXT_OUT = "save the article's text as a .txt file"
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", "save it as .docx, or its text as .txt"),
    (b"{\\rtf", "a rich-text (RTF) file", "save it as .docx, or its text as .txt"),
    (b"\x89PNG", "a picture", _TEXT_OUT),
    (b"\xff\xd8\xff", "a picture", _TEXT_OUT),
    (b"GIF8", "a picture", _TEXT_OUT),
    (b"II*\x00", "a picture", _TEXT_OUT),
    (b"MM\x00*", "a picture", _TEXT_OUT),
    (b"RIFF", "a picture, sound or film", _TEXT_OUT),
    (b"ID3", "a sound file", _TEXT_OUT),
    (b"\x1f\x8b", "a compressed file (gzip)", "unpack it, or pack it as .zip"),
    (b"BZh", "a compressed file (bzip2)", "unpack it, or pack it as .zip"),
    (b"\xfd7zXZ\x00", "a compressed file (xz)", "unpack it, or pack it as .zip"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip file", "unpack it, or pack it as .zip"),
    (b"Rar!", "a RAR file", "unpack it, or pack it as .zip"),
    (b"SQLite format 3\x00", "a database", "export the articles as CSV or JSON lines"),
    (b"bplist00", "a Safari web archive or property list", "save the page as HTML"),
    (b"\x7fELF", "a program", "give the article itself"),
    (b"MZ", "a program", "give the article itself"),
)
_COMMENT = re.compile(r"\s*<!--.*?-->", re.S)
_PAGE_START = re.compile(
    r"<(?:!doctype html|(?:html|head|body|meta|title|main|article|section|div|p|h[1-6]|header|script|link|style|base)[\s>/])", re.I
)


def foreign(data: bytes) -> tuple[str, str] | None:
    """A format that is known and not read, with what to do instead; None for all others."""
    for magic, name, advice in _FOREIGN:
        if data.startswith(magic) and (magic != b"MZ" or b"\x00" in data[:64]):
            return name, advice
    return None


def opening(data: bytes) -> str:
    """The first characters of a text, without byte-order mark and blanks, whatever the encoding: for telling formats only.

    >>> opening("\\ufeff <HTML>".encode("utf-16"))
    '<HTML>'
    """
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head.decode("utf-16", "replace")
    elif b"\x00" in head:
        text = head.replace(b"\x00", b"").decode("latin-1")
    else:
        text = head.decode("utf-8", "replace")
    return text.lstrip("\ufeff \t\r\n\x0b\x0c")


def web_page(data: bytes, name: str) -> bool:
    """HTML: a document type, or a tag of a page's frame at the start, comments and an XML declaration aside."""
    start = opening(data)
    if start.startswith("<?xml"):
        start = start.partition("?>")[2].lstrip()
    while comment := _COMMENT.match(start):
        start = start[comment.end() :].lstrip()
    if start.startswith("<!--"):  # a comment longer than what is looked at
        return b"<html" in data[:65536].lower()
    return _PAGE_START.match(start) is not None


_OBJECT = re.compile(r'\{\s*(?:["}]|$)|\[\s*(?:\{|\])')


def json_text(data: bytes, name: str) -> bool:
    """JSON, or JSON a line: an object, or a list of objects, at the start."""
    return _OBJECT.match(opening(data)) is not None


_TEXT_COLUMNS = frozenset(("text", "body", "content", "article", "full text", "fulltext", "article text", "body text", "article body"))


def sheet(data: bytes, name: str) -> bool:
    """CSV or TSV: so called, or a first line that names a column of texts among others, and a second with as many cells."""
    if name.lower().endswith((".csv", ".tsv")):
        return True
    first, _, rest = opening(data).partition("\n")
    mark = delimiter(first)
    cells = [cell.strip(" \r\"'").lower().replace("_", " ") for cell in first.split(mark)]
    named = len(cells) > 1 and all(0 < len(cell) <= 40 for cell in cells) and len(set(cells)) == len(cells)
    return named and bool(_TEXT_COLUMNS & set(cells)) and mark in rest


def delimiter(first: str) -> str:
    """What stands between the cells of a line: the most frequent of tab, semicolon, bar and comma.

    >>> delimiter("id;title;text"), delimiter("text")
    (';', ',')
    """
    return max(",\t;|", key=first.count)


def zip_file(data: bytes, name: str) -> bool:
    """A zip file, an empty one included; Word, OpenDocument and others are zip files that say what they are."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n[\w .-]{1,40}:[ \t]")
_HEADING = re.compile(r"#{1,2} \S[^\n]{1,300}\r?\n\r?\n")


def markdown(data: bytes, name: str) -> bool:
    """Markdown: so called, or a front matter, or a heading with its sign and a blank line below at the start."""
    start = opening(data)
    return name.lower().endswith((".md", ".markdown")) or bool(_FRONT_MATTER.match(start) or _HEADING.match(start))


_XML = re.compile(r"<\?xml\b|<(?:rss|feed|rdf:RDF)[\s>]")


def xml(data: bytes, name: str) -> bool:
    """XML that is no web page: a declaration, or the root of a feed."""
    return _XML.match(opening(data)) is not None


_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,40}):(?:[ \t]|\r?\n[ \t])")
_OF_MAIL = frozenset(("from", "to", "subject", "date", "message-id", "received", "return-path", "delivered-to", "mime-version"))


def mail(data: bytes, name: str) -> bool:
    """A message after RFC 5322: headers at the start, among them one that says it is MIME, or a sender and two more."""
    head, *body = re.split(r"\r?\n\r?\n", opening(data), maxsplit=1)
    names = set()
    lines = re.split(r"\r?\n(?![ \t])", head)
    for line in lines if body or len(lines) == 1 else lines[:-1]:  # the last may be cut
        header = _HEADER.match(line + "\n ")
        if header is None:
            return False
        names.add(header[1].lower())
    return "mime-version" in names or ("from" in names and len(names & _OF_MAIL) >= 3)
