"""Tables of articles: CSV and TSV, JSON lines and JSON, Parquet.

Takes the bytes of a file; gives a part for each row or object. Which column is which is :mod:`discrepancy.ingest.records`'
business; this module only knows rows.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from discrepancy.ingest import ninjs, records
from discrepancy.ingest.guide import Guide
from discrepancy.ingest.known import delimiter
from discrepancy.ingest.page import Part, Refused, brief, missing
from discrepancy.ingest.plain import plain_text, refusal


def read_sheet(data: bytes, name: str, guide: Guide) -> Iterator[Part]:
    """The articles of a CSV or TSV file, one a row, under a first line that names the columns."""
    text = _text(data)
    csv.field_size_limit(guide.largest_bytes)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text.partition("\n")[0]))
    try:
        names = [cell.strip() for cell in next(rows, [])]
        records.columns(names, guide)
        yield from records.parts((dict(zip(names, row, strict=False)) for row in rows if any(row)), "column", guide)
    except csv.Error as error:
        raise Refused(
            f"not CSV from line {rows.line_num} on ({brief(error)}); the rows after it were not read; save it again as CSV"
        ) from error


def read_json(data: bytes, name: str, guide: Guide) -> Iterator[Part]:
    """The articles of a JSON file: one object, a list of them, an object that holds such a list, or an object a line."""
    text = _text(data)
    try:
        loaded = json.loads(text)
    except ValueError as error:
        lines = [line for line in text.split("\n") if line.strip()]
        first = json_line(lines[0], 1)
        if isinstance(first, Refused):
            raise Refused(f"this JSON is broken ({brief(error)}); export it again, or save the articles' text as .txt files") from error
        yield from objects((json_line(line, number) for number, line in enumerate(lines, 1)), guide)
        return
    if isinstance(loaded, dict) and str(loaded.get("format", "")).startswith("discrepancy-report"):
        raise Refused("this is a report of this program, no article; 'discrepancy explain' and 'diff' read reports")
    several = _several(loaded, guide)
    found = objects(iter(several), guide)
    yield from (replace(part, name="") for part in found) if several == [loaded] else found


def objects(found: Iterator[Mapping[str, Any] | Refused], guide: Guide) -> Iterator[Part]:
    """The articles in JSON objects, numbered from 1."""
    flat = (ninjs.flat(one) if not isinstance(one, Refused) and ninjs.is_item(one) else one for one in found)
    yield from records.parts(flat, "key", guide)


def json_line(line: str, number: int) -> Mapping[str, Any] | Refused:
    """The object in one line of JSON lines, or why there is none."""
    try:
        loaded = json.loads(line)
    except ValueError as error:
        return Refused(f"line {number} is no JSON ({brief(error)}); export it again")
    except RecursionError:
        return Refused(f"line {number} is nested too deeply to be an article")
    return loaded if isinstance(loaded, dict) else Refused(f"line {number} is no JSON object with an article's text and title")


def _several(loaded: object, guide: Guide) -> list[Mapping[str, Any] | Refused]:
    """The objects of a file: itself, the list it is, or the one list of objects it holds."""
    if isinstance(loaded, dict):
        lists = [value for value in loaded.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
        if ninjs.is_item(loaded) or not lists:
            return [loaded]
        try:
            records.columns(loaded, guide)
            return [loaded]
        except Refused:
            loaded = max(lists, key=len)
    members = loaded if isinstance(loaded, list) else [loaded]
    return [one if isinstance(one, dict) else Refused("this is no JSON object with an article's text and title") for one in members]


def read_parquet(data: bytes, name: str, guide: Guide) -> Iterator[Part]:
    """The articles of a Parquet table, one a row."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise missing("Parquet tables", "pyarrow", "scale") from None
    pyarrow.set_cpu_count(1)  # one thread: the memory of a process with limits
    pyarrow.set_io_thread_count(1)
    table = parquet.ParquetFile(io.BytesIO(data))
    wanted = list(records.columns(table.schema_arrow.names, guide).values())
    rows = (row for batch in table.iter_batches(batch_size=64, columns=wanted, use_threads=False) for row in batch.to_pylist())
    yield from records.parts(rows, "column", guide)


def _text(data: bytes) -> str:
    text = plain_text(data)
    if text is None:
        raise Refused(refusal(data))
    if not text.strip():
        raise Refused("this file is empty; nothing can be compared")
    return text
