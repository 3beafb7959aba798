"""Pages: what every reader of a format gives, and how it says no.

Takes nothing; holds the shapes between the bytes of a file and a document. A reader gives :class:`Part`, one for
each article a file holds, and makes the :class:`Page` when asked, so that one broken article spoils no other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from discrepancy.model.text import Block, BlockKind, Sourced, Span

Told = Mapping[str, Sourced[str]]
"""Metadata by field: title, outlet, byline, url, published, updated, dateline, zone; dates as ISO 8601 or as printed."""


class Refused(ValueError):
    """An input cannot be read; the message is a sentence for people: what is wrong, and what to do."""


def brief(error: Exception | str, longest: int = 120) -> str:
    """What a library says is wrong, or a name that a file gives, in one line that fits a sentence.

    >>> brief(ValueError("line 3:\\n" + "x" * 500))[:12]
    'line 3: xxxx'
    """
    said = " ".join(str(error).split())
    return said if len(said) <= longest else said[: longest - 1] + "…"


@dataclass(frozen=True, slots=True)
class Page:
    """What a format gives: the text, which from here on never changes, and the metadata that stood beside it.

    ``told`` outranks what the text says, ``fallback`` serves where neither says anything. ``known`` are the blocks the
    format marks as such (headline, caption, quote, items of lists, rows of tables), ``pages`` the offsets at which
    printed pages begin.
    """

    text: str
    told: Told = field(default_factory=dict)
    fallback: Told = field(default_factory=dict)
    known: tuple[Block, ...] = ()
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One article of a file: its ``name`` inside the file ("" for a file that is one article), the hash of its bytes,
    and the page when asked for. ``make`` raises :class:`Refused`. ``record`` is the row or object it is made from, where it
    is one.
    """

    name: str
    sha256: str
    make: Callable[[], Page]
    record: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph, heading, caption, list item or table row. ``kind`` is "" where the layout is to say what it is. A form
    feed in ``text`` stands where a printed page begins.
    """

    kind: BlockKind | Literal[""]
    text: str


PAGE_BREAK = "\f"


def only(data: bytes, make: Callable[[], Page]) -> tuple[Part, ...]:
    """The parts of a file that is one article."""
    return (Part("", digest(data), make),)


def unreadable(name: str, reason: str) -> Part:
    """A member of a file that cannot be read."""

    def make() -> Page:
        raise Refused(reason)

    return Part(name, "", make)


def digest(data: bytes) -> str:
    """SHA-256 of ``data``, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def assembled(stretches: Iterable[Stretch], told: Told | None = None, fallback: Told | None = None) -> Page:
    """Stretches as a page, a blank line between them; empty ones are left out.

    >>> assembled([Stretch("headline", "Bridge falls"), Stretch("", " "), Stretch("", "Two died.")]).text
    'Bridge falls\\n\\nTwo died.'
    """
    texts: list[str] = []
    known: list[Block] = []
    pages: list[int] = []
    at = 0
    for stretch in stretches:
        first, *others = stretch.text.strip(" \t\r\n").split(PAGE_BREAK)
        text = first.rstrip() if not others else first
        for other in others:
            pages.append(at + len(text))
            text += other
        text = text.rstrip()
        if not text:
            continue
        if stretch.kind:
            known.append(Block(stretch.kind, Span(at, at + len(text))))
        texts.append(text)
        at += len(text) + 2
    return Page("\n\n".join(texts), told or {}, fallback or {}, tuple(known), tuple(pages))


def missing(what: str, library: str, extra: str = "office") -> Refused:
    """Why an input is refused whose library is not installed."""
    return Refused(
        f"reading {what} needs {library}, which is not installed; install it with: pip install 'discrepancy[{extra}]'"
        + (" (in a checkout: make office)" if extra == "office" else "")
    )
