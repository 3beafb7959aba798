"""Streams: files of records of any size, and compressed ones, read record by record.

Takes a file; gives its records one after the other, named and hashed as :mod:`discrepancy.ingest.tables` would, and not yet made into
pages: that is left to the processes that read articles, for markup in a record is as hostile as markup in a file. Holds one record at a
time.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from sys import maxsize
from typing import IO, Any

from discrepancy.ingest import records
from discrepancy.ingest.apart import Outcome
from discrepancy.ingest.folder import too_large
from discrepancy.ingest.guide import Guide
from discrepancy.ingest.page import Part, Refused, brief, missing
from discrepancy.ingest.sources import PACKED, Source
from discrepancy.ingest.tables import json_line, objects

_LINES = (".jsonl", ".ndjson")


def streamed(path: Path) -> bool:
    """Whether a file is read as a stream, by its name: JSON lines, plain or compressed, and Parquet tables.

    >>> [streamed(Path(name)) for name in ("day.jsonl", "day.jsonl.zst", "day.parquet", "day.json", "page.html.gz")]
    [True, True, True, False, False]
    """
    inner = Path(path.stem) if path.suffix.lower() in PACKED else path
    return inner.suffix.lower() in _LINES or path.suffix.lower() == ".parquet"


def records_of(source: Source, how: Guide) -> Iterator[Outcome]:
    """The records of a file, and a refusal for each that is none. What is broken from some place on is refused there, once."""
    assert source.entry is not None, "standard input is no stream of records"
    path = source.entry.path
    wide = replace(how, most_articles=maxsize)
    try:
        for part in _rows(path, wide) if path.suffix.lower() == ".parquet" else objects(_objects(path, how), wide):
            yield _outcome(part)
    except Refused as refused:
        yield Outcome("", "", refused)
    except (OSError, EOFError, zlib.error) as error:
        yield Outcome("", "", Refused(f"this file breaks off ({brief(error)}); what stands behind that was not read; export it again"))


def _outcome(part: Part) -> Outcome:
    if part.record is not None:
        return Outcome(part.name, part.sha256, part.record)
    try:
        return Outcome(part.name, part.sha256, part.make())
    except Refused as refused:
        return Outcome(part.name, part.sha256, refused)


def _objects(path: Path, how: Guide) -> Iterator[Mapping[str, Any] | Refused]:
    """The objects of JSON lines. A line longer than an article may be is passed over with a refusal, never held."""
    with _opened(path) as lines:
        number = 0
        while line := lines.readline(how.largest_bytes + 1):
            number += 1
            if len(line) > how.largest_bytes:
                size = len(line)
                while not line.endswith(b"\n") and (line := lines.readline(how.largest_bytes)):
                    size += len(line)
                yield Refused(f"line {number}: {too_large(size, how.largest_bytes)}")
            elif line.strip():
                try:
                    text = line.decode("utf-8-sig" if number == 1 else "utf-8")
                except UnicodeDecodeError as error:
                    yield Refused(f"line {number} is not UTF-8 ({brief(error)}); export it again")
                else:
                    yield json_line(text, number)


def _opened(path: Path) -> IO[bytes]:
    if path.suffix.lower() == ".gz":
        return io.BufferedReader(gzip.open(path, "rb"))
    if path.suffix.lower() == ".zst":
        try:
            import pyarrow
        except ImportError:
            raise missing("zstd files", "pyarrow", "scale") from None
        return io.BufferedReader(pyarrow.CompressedInputStream(pyarrow.OSFile(str(path)), "zstd"))
    return path.open("rb")


def _rows(path: Path, how: Guide) -> Iterator[Part]:
    """The articles of a Parquet table, a few rows in memory at a time."""
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        raise missing("Parquet tables", "pyarrow", "scale") from None
    try:
        table = parquet.ParquetFile(path, memory_map=True)
        wanted = list(records.columns(table.schema_arrow.names, how).values())
        rows = (row for batch in table.iter_batches(batch_size=64, columns=wanted, use_threads=False) for row in batch.to_pylist())
        yield from records.parts(rows, "column", how)
    except ArrowException as error:
        raise Refused(f"this Parquet table is damaged or none at all ({brief(error)}); export it again") from error
