"""The formats an article may come in, told apart by content.

Takes the bytes of a file; gives a :class:`Page`, or raises :class:`Refused` with a sentence. A format is a
:class:`Format` in :data:`FORMATS`, in the order they are tried; plain text, which anything may be, comes last.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from discrepancy.ingest.plain import plain_text, refusal
from discrepancy.model.text import Sourced


class Refused(ValueError):
    """An input cannot be read; the message is a sentence for people: what is wrong, and what to do."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a format gives: the text, which from here on never changes, and the metadata that stood beside it.

    ``told`` has the keys title, outlet, byline, url, published, updated, dateline, zone; dates as ISO 8601 or as
    printed.
    """

    text: str
    told: Mapping[str, Sourced[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Format:
    """One format: what it is called, how its bytes are known, how they are read."""

    name: str
    knows: Callable[[bytes], bool]
    read: Callable[[bytes], Page]


def page_of(data: bytes) -> Page:
    """The page in the bytes of a file. Raises :class:`Refused`."""
    return next(form for form in FORMATS if form.knows(data)).read(data)


def _plain(data: bytes) -> Page:
    decoded = plain_text(data)
    if decoded is None:
        raise Refused(refusal(data))
    return Page(decoded)


_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "a rich-text (RTF) file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"PAR1", "a Parquet table"),
    (b"\x1f\x8b", "a compressed file"),
)
_WEB = (b"<!doctype html", b"<html", b"<?xml", b"<rss", b"<feed")


def _foreign(data: bytes) -> str:
    """What a file is that this version cannot read, in words; "" for one it may read."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return "a web page or feed" if start.startswith(_WEB) else ""


def _refuse_foreign(data: bytes) -> Page:
    raise Refused(f"this is {_foreign(data)}, which is not read yet; save the article's text as a .txt file")


FORMATS: tuple[Format, ...] = (
    Format("not read yet", lambda data: bool(_foreign(data)), _refuse_foreign),
    Format("plain text", lambda data: True, _plain),
)
