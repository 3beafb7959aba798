"""The formats an article may come in, told apart by content.

Takes the bytes of a file and its name; gives its parts (:class:`~discrepancy.ingest.page.Part`), or raises
:class:`Refused` with a sentence. A format is a :class:`Format` in :data:`FORMATS`, in the order they are tried; plain
text, which anything may be, comes last. The name decides only where content leaves a choice: Markdown and plain text
are both text. A reader and its library are loaded when their format is met.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from discrepancy.ingest import known
from discrepancy.ingest.guide import Guide
from discrepancy.ingest.page import Page, Part, Refused, only
from discrepancy.ingest.plain import plain_text, refusal


@dataclass(frozen=True, slots=True)
class Format:
    """One format: what it is called, how it is known by bytes and name, and where it is read: ``module:function``
    below this package. ``apart`` formats are read in a process of their own, with limits on time and memory.
    """

    name: str
    knows: Callable[[bytes, str], bool]
    reader: str
    apart: bool = True


def format_of(data: bytes, name: str = "") -> Format:
    """The format of a file."""
    return next(form for form in FORMATS if form.knows(data, name))


def parts(data: bytes, name: str, guide: Guide) -> Iterator[Part]:
    """The articles of a file. Raises :class:`Refused`, also between two parts; no library's own error comes through."""
    form = format_of(data, name)
    module, function = form.reader.split(":")
    try:
        some = False
        for part in getattr(import_module(f"discrepancy.ingest.{module}"), function)(data, name, guide):
            some = True
            yield part
        if not some:
            raise Refused(f"there is no article in this {form.name}")
    except Refused:
        raise
    except Exception as error:
        raise broken(form.name, error) from error


def broken(what: str, error: Exception) -> Refused:
    """Why a file is refused over which a library stumbled."""
    if isinstance(error, MemoryError):
        return Refused(f"reading this {what} needs more memory than an article may take; save its text alone")
    if isinstance(error, RecursionError):
        return Refused(f"this {what} is nested too deeply to be an article; save its text alone")
    return Refused(f"this {what} is damaged or no {what} at all ({type(error).__name__}); save it again, or its text as a .txt file")


def plain(data: bytes, name: str, guide: Guide) -> tuple[Part, ...]:
    """Plain text."""

    def make() -> Page:
        decoded = plain_text(data)
        if decoded is None:
            raise Refused(refusal(data))
        return Page(decoded)

    return only(data, make)


def refuse(data: bytes, name: str, guide: Guide) -> tuple[Part, ...]:
    """A format that is known and not read."""
    foreign = known.foreign(data)
    assert foreign is not None, "the format was chosen by the same test"
    raise Refused(f"this is {foreign[0]}, which is not read; {foreign[1]}")


FORMATS: tuple[Format, ...] = (
    Format("file of another kind", lambda data, name: known.foreign(data) is not None, "formats:refuse", apart=False),
    Format("PDF", lambda data, name: b"%PDF-" in data[:1024], "pdf:read"),
    Format("zip file", known.zip_file, "archives:read"),
    Format("Parquet table", lambda data, name: data.startswith(b"PAR1"), "tables:read_parquet"),
    Format("web page", known.web_page, "html:read"),
    Format("feed", known.xml, "feeds:read"),
    Format("mail", known.mail, "mail:read"),
    Format("JSON file", known.json_text, "tables:read_json"),
    Format("sheet", known.sheet, "tables:read_sheet"),
    Format("Markdown file", known.markdown, "markdown:read"),
    Format("plain text", lambda data, name: True, "formats:plain", apart=False),
)
