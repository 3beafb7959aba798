"""Reporters: one report in, one form of it out, each in a file of its own; and :func:`write`, which puts them in a
folder.

Takes a :class:`~discrepancy.model.findings.Report`; gives files. A reporter is a function from a report to text or, for office
files, to bytes; it is loaded when its format is asked for. Nothing is half-written: all formats are rendered first, each file is written
under another name, then renamed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from discrepancy.model.findings import Report

FORMATS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "html": {"report.html": "discrepancy.report.html:render"},
        "json": {"report.json": "discrepancy.report.json:render"},
        "md": {"report.md": "discrepancy.report.markdown:render"},
        "csv": {
            "claims.csv": "discrepancy.report.table:claims_csv",
            "findings.csv": "discrepancy.report.table:findings_csv",
            "names.csv": "discrepancy.report.table:names_csv",
        },
        "sarif": {"report.sarif": "discrepancy.report.sarif:render"},
        "xlsx": {"report.xlsx": "discrepancy.report.workbook:render"},
        "annotations": {"annotations.jsonld": "discrepancy.report.web_annotations:render"},
        "claimreview": {"claimreview.jsonld": "discrepancy.report.claimreview:render"},
        "word": {"draft.comments.docx": "discrepancy.report.word_comments:render"},
        "events": {"events.csv": "discrepancy.report.incidents:events_csv"},
    }
)
"""For each format the files it makes, and the function (``module:name``) that renders each."""


NEEDS: Mapping[str, str] = MappingProxyType({"xlsx": "openpyxl", "word": "docx"})
"""The library that a format needs beyond those of the base install; the extra ``office`` brings it."""


class UnknownFormat(ValueError):
    """A format nobody renders; the text names the known ones."""


def known(formats: Sequence[str]) -> tuple[str, ...]:
    """The formats without doubles; raises :class:`UnknownFormat` for one that is not in :data:`FORMATS`, :class:`MissingLibrary` for one
    whose library is not installed: before a check and not behind it.

    >>> known(["json", "html", "json"])
    ('json', 'html')
    """
    for name in formats:
        if name not in FORMATS:
            raise UnknownFormat(f"There is no format {name!r}; known are {', '.join(FORMATS)}.")
        if name in NEEDS and find_spec(NEEDS[name]) is None:
            raise MissingLibrary(f"The format {name!r} needs {NEEDS[name]}: pip install 'discrepancy[office]'.")
    return tuple(dict.fromkeys(formats))


class Unfit(ValueError):
    """A report that cannot be had in this format (comments on a Word draft where there is none); the text says why."""


class MissingLibrary(RuntimeError):
    """A format needs a library that is not installed; the text says which extra brings it."""


def render(report: Report, format: str) -> dict[str, bytes]:
    """The files of one format: name to content, text in UTF-8.

    A lone surrogate (half a character, from a broken page or file name) is written as ``\\udc80``, which JSON reads back. Raises
    :class:`MissingLibrary` where a format's library is not installed.
    """
    known([format])
    files: dict[str, bytes] = {}
    for name, home in FORMATS[format].items():
        module, function = home.split(":")
        made = getattr(import_module(module), function)(report)
        files[name] = made if isinstance(made, bytes) else made.encode("utf-8", "backslashreplace")
    return files


def write(report: Report, folder: str | Path, formats: Sequence[str] = ("html", "json")) -> list[Path]:
    """Write a report into ``folder`` (made when missing) in each of ``formats``; gives the paths written, in their
    order.

    Raises :class:`UnknownFormat` before anything is written, and OSError when the folder cannot be written to.
    """
    files = {name: content for format in known(formats) for name, content in render(report, format).items()}
    into = Path(folder)
    into.mkdir(parents=True, exist_ok=True)
    return [replace_file(into / name, content) for name, content in files.items()]


def replace_file(path: Path, content: str | bytes) -> Path:
    """Put ``content`` at ``path``, text as UTF-8, in one move: a reader sees the old file or the new one, never a part."""
    with replacing(path) as waiting:
        waiting.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace"))
    return path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path beside ``path`` to write to; renamed to ``path`` when the block ends well, removed when it does not."""
    waiting = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield waiting
        os.replace(waiting, path)
    finally:
        waiting.unlink(missing_ok=True)
