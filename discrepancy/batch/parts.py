"""Parts: the tables of a batch as Parquet files, each there whole or not at all.

Takes rows of plain values; gives files named by the key of what they were made from, and rows back. A file is written beside its place and
renamed, and holds the digest of its content: what is made from it is made again only when that digest changes. Home of pyarrow's tables.
"""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import pyarrow
from pyarrow import json as arrow_json
from pyarrow import parquet

from discrepancy.report import replacing

Row = Mapping[str, Any]

_DIGEST = b"discrepancy.digest"
_NOTES = b"discrepancy.notes"
_GROUP = 2048
"""Rows written, and read, at a time."""


class Writer:
    """Writes one file row by row; gives its digest when closed. Use :func:`write` for rows that are at hand."""

    def __init__(self, path: Path, schema: pyarrow.Schema, group: int = _GROUP) -> None:
        self._schema, self._group, self._rows = schema, group, list[Row]()
        self._hash, self._writer = hashlib.sha256(), parquet.ParquetWriter(path, schema, compression="zstd", store_schema=False)
        self.count = 0

    def add(self, row: Row) -> None:
        """Adds one row."""
        self._rows.append(row)
        self.count += 1
        if len(self._rows) >= self._group:
            self.flush()

    def flush(self) -> None:
        """Ends a group of rows here; a reader can pass over whole groups."""
        if self._rows:
            table, content = _table(self._rows, self._schema)
            for part in content:
                self._hash.update(len(part).to_bytes(8, "big") + part)
            self._writer.write_table(table)
            self._rows = []

    def close(self, notes: Mapping[str, Any]) -> str:
        """Ends the file."""
        self.flush()
        made = self._hash.hexdigest()[:32]
        self._writer.add_key_value_metadata({_DIGEST: made.encode(), _NOTES: json.dumps(notes, sort_keys=True).encode()})
        self._writer.close()
        return made


def write(
    path: Path, schema: pyarrow.Schema, rows: Iterable[Row], notes: Mapping[str, Any] | None = None, by: str = "", group: int = _GROUP
) -> str:
    """Writes a file whole; gives the digest of its content. ``by`` names a column at each new value of which a group of rows begins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as waiting:
        writer = Writer(waiting, schema, group)
        before: object = None
        for row in rows:
            if by and row[by] != before:
                writer.flush()
                before = row[by]
            writer.add(row)
        return writer.close(notes or {})


def _table(rows: Sequence[Row], schema: pyarrow.Schema) -> tuple[pyarrow.Table, list[bytes]]:
    """Rows as a table, by way of lines of JSON and of buffers: to make one from values in memory Arrow loads pandas, which takes a small
    batch longer than all its articles. The lines and the buffers are the content of the rows."""
    packed = {field.name: _packed([row[field.name] for row in rows]) for field in schema if field.type == _TYPES["packed"]}
    plain = pyarrow.schema([field for field in schema if field.name not in packed])
    lines = "\n".join(_line(row, plain.names) for row in rows).encode("ascii")
    whole = arrow_json.ReadOptions(use_threads=False, block_size=len(lines) + 1)
    read = arrow_json.read_json(pyarrow.BufferReader(lines), whole, arrow_json.ParseOptions(explicit_schema=plain))
    columns = {
        name: pyarrow.Array.from_buffers(_TYPES["packed"], len(rows), list(map(pyarrow.py_buffer, buffers)))
        for name, buffers in packed.items()
    }
    table = pyarrow.Table.from_arrays([columns[name] if name in columns else read[name] for name in schema.names], schema=schema)
    return table, [lines, *(buffer for buffers in packed.values() for buffer in buffers)]


def _packed(values: Sequence[bytes | None]) -> tuple[bytes, bytes, bytes]:
    """The buffers of packed values: the bits of which are there, where each ends, and all of them in a row."""
    there = sum(1 << at for at, value in enumerate(values) if value is not None).to_bytes(len(values) // 8 + 1, "little")
    ends = array("i", accumulate((len(value or b"") for value in values), initial=0))
    return there, ends.tobytes(), b"".join(value or b"" for value in values)


def _line(row: Row, names: Sequence[str]) -> str:
    """The values of these names as Arrow takes them: half a character, from a broken page, is written as ``\\udc80``."""
    line = json.dumps({name: row[name] for name in names})
    if "\\ud" not in line:
        return line
    return json.dumps(
        {name: held.encode("utf-8", "backslashreplace").decode() if isinstance(held := row[name], str) else held for name in names}
    )


def rows(path: Path, columns: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
    """The rows of a file, in their order, a group in memory at a time."""
    with parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=256, columns=columns, use_threads=False):
            yield from batch.to_pylist()


def rows_where(path: Path, column: str, wanted: str) -> Iterator[dict[str, Any]]:
    """The rows of a file that was written with ``by`` this column, of one value of it."""
    with parquet.ParquetFile(path) as file:
        at = file.schema_arrow.names.index(column)
        for number in range(file.num_row_groups):
            seen = file.metadata.row_group(number).column(at).statistics
            if seen is None or seen.min <= wanted <= seen.max:
                yield from (row for row in file.read_row_group(number, use_threads=False).to_pylist() if row[column] == wanted)


def digest_of(path: Path) -> str:
    """The digest of a file's content, as :func:`write` gave it."""
    made: bytes = _metadata(path)[_DIGEST]
    return made.decode()


def notes_of(path: Path) -> dict[str, Any]:
    """What was noted of a file."""
    noted: dict[str, Any] = json.loads(_metadata(path)[_NOTES])
    return noted


def _metadata(path: Path) -> Mapping[bytes, bytes]:
    held: Mapping[bytes, bytes] = parquet.read_metadata(path).metadata
    return held


def schema(**columns: str) -> pyarrow.Schema:
    """A schema from names to sorts of values: text, whole, number, yes, packed, texts.

    >>> schema(doc_id="text", characters="whole").names
    ['doc_id', 'characters']
    """
    return pyarrow.schema([(name, _TYPES[sort]) for name, sort in columns.items()])


_TYPES = {
    "text": pyarrow.string(),
    "whole": pyarrow.int64(),
    "number": pyarrow.float64(),
    "yes": pyarrow.bool_(),
    "packed": pyarrow.binary(),
    "texts": pyarrow.list_(pyarrow.string()),
}
