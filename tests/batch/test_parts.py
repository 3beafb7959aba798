"""Tables of a batch: what is written comes back, and writing loads no library of tables beside Arrow."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from discrepancy.batch import parts

COLUMNS = {"doc": "text", "count": "whole", "share": "number", "sure": "yes", "value": "packed", "why": "texts"}
ROWS: list[dict[str, Any]] = [
    {"doc": "2024-01-18T09:30:00", "count": 3, "share": 1, "sure": True, "value": b'[21,"\\ud800"]', "why": ["one", "two\nlines"]},
    {"doc": None, "count": None, "share": None, "sure": None, "value": None, "why": None},
    {"doc": 'quoted "é\u2028\x00', "count": -(2**62), "share": 1.5e-9, "sure": False, "value": b"", "why": []},
    {"doc": "", "count": 0, "share": 0.1, "sure": False, "value": b"[" + b"1," * 600_000 + b"1]", "why": [""]},
]


def test_rows_come_back(tmp_path: Path) -> None:
    path, schema = tmp_path / "rows.parquet", parts.schema(**COLUMNS)
    digest = parts.write(path, schema, ROWS, {"made": "here"})
    assert list(parts.rows(path)) == ROWS
    assert (parts.digest_of(path), parts.notes_of(path)) == (digest, {"made": "here"})


def test_values_stay_in_their_groups(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    rows = [{"doc": name, "value": b"%d" % at} for name in ("ash", "birch") for at in range(9)]
    parts.write(path, parts.schema(doc="text", value="packed"), rows, by="doc")
    assert list(parts.rows_where(path, "doc", "birch")) == rows[9:]


def test_half_a_character_is_written_as_its_escape(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    parts.write(path, parts.schema(doc="text"), [{"doc": "torn \udc80"}])
    assert list(parts.rows(path)) == [{"doc": "torn \\udc80"}]


def test_writing_loads_no_pandas(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from discrepancy.batch import parts;"
        "parts.write(Path(sys.argv[1]), parts.schema(a='text', b='packed'), [{'a': 'x', 'b': b'1'}]);"
        "print(list(parts.rows(Path(sys.argv[1]))), 'pandas' in sys.modules)"
    )
    made = subprocess.run([sys.executable, "-c", script, str(tmp_path / "one.parquet")], capture_output=True, text=True, check=True)
    assert made.stdout.strip() == "[{'a': 'x', 'b': b'1'}] False"
