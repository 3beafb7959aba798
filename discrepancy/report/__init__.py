"""Reporters: one report in, one form of it out, each in a file of its own; and :func:`write`, which puts them in a
folder.

Takes a :class:`~discrepancy.model.findings.Report`; gives files. A reporter is a function from a report to text; it is
loaded when its format is asked for. Nothing is half-written: all formats are rendered first, each file is written
under another name, then renamed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
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
        },
        "sarif": {"report.sarif": "discrepancy.report.sarif:render"},
    }
)
"""For each format the files it makes, and the function (``module:name``) that renders each."""


class UnknownFormat(ValueError):
    """A format nobody renders; the text names the known ones."""


def known(formats: Sequence[str]) -> tuple[str, ...]:
    """The formats without doubles; raises :class:`UnknownFormat` for one that is not in :data:`FORMATS`.

    >>> known(["json", "html", "json"])
    ('json', 'html')
    """
    for name in formats:
        if name not in FORMATS:
            raise UnknownFormat(f"There is no format {name!r}; known are {', '.join(FORMATS)}.")
    return tuple(dict.fromkeys(formats))


def render(report: Report, format: str) -> dict[str, str]:
    """The files of one format: name to text."""
    known([format])
    files: dict[str, str] = {}
    for name, home in FORMATS[format].items():
        module, function = home.split(":")
        files[name] = getattr(import_module(module), function)(report)
    return files


def write(report: Report, folder: str | Path, formats: Sequence[str] = ("html", "json")) -> list[Path]:
    """Write a report into ``folder`` (made when missing) in each of ``formats``; gives the paths written, in their
    order.

    Raises :class:`UnknownFormat` before anything is written, and OSError when the folder cannot be written to.
    """
    files = {name: text for format in known(formats) for name, text in render(report, format).items()}
    into = Path(folder)
    into.mkdir(parents=True, exist_ok=True)
    return [replace_file(into / name, text) for name, text in files.items()]


def replace_file(path: Path, text: str) -> Path:
    """Put ``text`` at ``path`` as UTF-8 in one move: a reader sees the old file or the new one, never a part.

    A lone surrogate (half a character, from a broken page or file name) is written as ``\\udc80``, which JSON reads
    back.
    """
    with replacing(path) as waiting:
        waiting.write_bytes(text.encode("utf-8", "backslashreplace"))
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
