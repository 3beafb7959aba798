"""Where articles come from: files and standard input, their bytes, and the names their articles get.

Takes files; gives their articles as pages or refusals, one file in memory at a time. Ids and paths stay the same when
an unrelated file or record is added: of a file they come from its name, of a member of a zip from its path there, of
a record from its own key.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from discrepancy.ingest.apart import Outcome, Readers
from discrepancy.ingest.folder import STDIN, Found, too_large
from discrepancy.ingest.formats import format_of, parts
from discrepancy.ingest.guide import Guide
from discrepancy.ingest.page import Refused

PACKED = (".gz", ".zst")
"""Suffixes of compressed files, which are read as streams."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, or standard input (``entry`` None): the id it lends its articles, its path as shown, and as found."""

    name: str
    path: str
    resolved: Path
    entry: Found | None


def sources(files: Sequence[Found], stdin: bool) -> list[Source]:
    """The files as sources, standard input before them where it was given."""
    found = [Source(name, entry.path.as_posix(), entry.path.resolve(), entry) for entry, name in zip(files, _names(files), strict=True)]
    return [Source("stdin", "-", STDIN, None), *found] if stdin else found


def outcomes(source: Source, readers: Readers, how: Guide) -> Iterator[Outcome]:
    """The articles of a file, each read or refused."""
    try:
        data = _bytes(source.entry, how.largest_file_bytes)
        name = source.entry.path.name if source.entry else ""
        if format_of(data, name).apart:
            yield from readers.read(data, name)
            return
        if len(data) > how.largest_bytes:
            raise Refused(too_large(len(data), how.largest_bytes))
        for part in parts(data, name, how):
            yield Outcome(part.name, part.sha256, part.make())
    except Refused as refused:
        yield Outcome("", "", refused)


def member(name: str) -> str:
    """What an article's name inside its file adds to its id.

    >>> member("/inner/a.html"), member("#17"), member("")
    ('/inner/a', '/17', '')
    """
    if not name:
        return ""
    folder, _, last = name.replace("#", "/").rpartition("/")
    stem, dot, suffix = last.rpartition(".")
    return f"{folder}/{stem if dot and stem and suffix.isalnum() and len(suffix) < 9 else last}"


def unique(name: str, taken: Container[str]) -> str:
    """``name``, numbered from the second article that bears it."""
    return next(free for free in chain([name], (f"{name}~{number}" for number in count(2))) if free not in taken)


def _bytes(entry: Found | None, largest: int) -> bytes:
    """The bytes of a file, or of standard input. A file that grew since it was found is read no further than the limit."""
    try:
        if entry is None:
            data = sys.stdin.buffer.read(largest + 1)
        else:
            with entry.path.open("rb") as opened:
                data = opened.read(largest + 1)
    except OSError as error:
        raise Refused(f"this file cannot be opened ({error.strerror}); check its permissions") from error
    if len(data) > largest:
        raise Refused(too_large(len(data), largest))
    return data


def _stem(path: Path) -> str:
    """The name of a file without its suffix, and without that of a compressed file."""
    return Path(path.stem).stem if path.suffix.lower() in PACKED else path.stem


def _names(files: Sequence[Found]) -> list[str]:
    """An id for each file: short, stable, for people.

    The name without suffix; of that the part before the first "_" where it holds a digit and no other file begins so;
    the path from the given folder where two files share a name.
    """
    stems = [_stem(entry.path) for entry in files]
    heads = Counter(stem.partition("_")[0] for stem in stems)
    doubled = Counter(stems)
    names: list[str] = []
    for entry, stem in zip(files, stems, strict=True):
        head = stem.partition("_")[0]
        if doubled[stem] > 1:
            names.append(entry.path.relative_to(entry.root).as_posix() if entry.path.is_relative_to(entry.root) else entry.path.as_posix())
        elif heads[head] == 1 and any(char.isdigit() for char in head):
            names.append(head)
        else:
            names.append(stem)
    taken: Counter[str] = Counter()
    unique: list[str] = []
    for name in names:
        taken[name] += 1
        unique.append(name if taken[name] == 1 else f"{name}~{taken[name]}")
    return unique
