"""Zip files: of articles, and the documents that are zip files themselves.

Takes the bytes of a zip file; gives the parts of its members, or hands Word and OpenDocument files to their readers.
Unpacks in memory alone, so no name in a zip reaches a disk. What would not fit, is locked, damaged or a link is refused
member by member; a bomb is refused by what it says it unpacks to, and no member is unpacked past what it says.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from discrepancy.ingest.folder import article_name, too_large
from discrepancy.ingest.guide import Guide
from discrepancy.ingest.page import Part, Refused, brief, unreadable

_CONTAINERS = (
    ("word/document.xml", "word"),
    ("xl/workbook.xml", "an Excel sheet; save it as CSV, or its articles' texts as .txt files"),
    ("ppt/presentation.xml", "a PowerPoint file; save the article's text as a .txt file"),
)
_MIMETYPES = (
    (b"application/vnd.oasis.opendocument.text", "opendocument"),
    (b"application/epub+zip", "an e-book (EPUB); save the article's text as a .txt file"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file without an article's text; save the text as a .txt file"),
)


def read(data: bytes, name: str, guide: Guide) -> Iterator[Part]:
    """The articles of a zip file, each under its path in it; a Word or OpenDocument file is one article."""
    archive = opened(data)
    kind = _kind(archive)
    if kind in ("word", "opendocument"):
        from importlib import import_module

        yield from import_module(f"discrepancy.ingest.{kind}").read(data, name, guide)
        return
    if kind:
        raise Refused(f"this is {kind}")
    if guide.nesting <= 1:
        raise Refused("files lie too deep inside files here; unpack the outer ones")
    members = [entry for entry in archive.infolist() if not entry.is_dir() and article_name(_shown(entry)[1:])]
    if not members:
        raise Refused("there is no article in this zip file; articles are text files, pages or documents")
    if len(members) > guide.most_articles:
        raise Refused(f"this zip file holds {len(members)} files (at most {guide.most_articles}); split it")
    if sum(entry.file_size for entry in members) > guide.largest_unpacked_bytes:
        raise Refused(
            f"this zip file unpacks to more than {guide.largest_unpacked_bytes / 1e6:g} MB; unpack it and give the articles alone"
        )
    for entry in sorted(members, key=lambda entry: entry.filename):
        yield from _member(archive, entry, replace(guide, nesting=guide.nesting - 1))


def opened(data: bytes) -> zipfile.ZipFile:
    """A zip file ready for reading. Raises :class:`Refused` for a damaged one."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Refused(f"this zip file is damaged ({brief(error)}); pack it again") from error


def unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, largest: int) -> bytes:
    """The bytes of a member. Raises :class:`Refused` for one that is locked, damaged or too large."""
    if entry.flag_bits & 0x1:
        raise Refused("this is locked with a password; unlock it and save it again")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise Refused("this is a link to another file; give the file itself")
    if entry.file_size > largest:
        raise Refused(too_large(entry.file_size, largest))
    try:
        with archive.open(entry) as member:
            data = member.read(entry.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise Refused(f"this member of a zip file is damaged ({brief(error)}); pack it again") from error
    return data


def _kind(archive: zipfile.ZipFile) -> str:
    """What a zip file is besides a zip file: a reader's module, a sentence, or "" for a mere zip."""
    names = set(archive.namelist())
    for member, kind in _CONTAINERS:
        if member in names and "[Content_Types].xml" in names:
            return kind
    if "mimetype" in names:
        said = unpacked(archive, archive.getinfo("mimetype"), 1000).strip()
        return next((kind for start, kind in _MIMETYPES if said.startswith(start)), "")
    return ""


def _shown(entry: zipfile.ZipInfo) -> str:
    """A member's path as it is told: below the zip file, whatever it says."""
    return "/" + "/".join(part for part in PurePosixPath(entry.filename.replace("\\", "/")).parts if part not in ("..", ".", "/"))


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, guide: Guide) -> Iterator[Part]:
    from discrepancy.ingest.formats import format_of, parts

    shown = _shown(entry)
    try:
        data = unpacked(archive, entry, guide.largest_file_bytes)
        if not format_of(data, entry.filename).apart and len(data) > guide.largest_bytes:
            raise Refused(too_large(len(data), guide.largest_bytes))
        for part in parts(data, entry.filename, guide):
            yield replace(part, name=shown + part.name)
    except Refused as refused:
        yield unreadable(shown, str(refused))
