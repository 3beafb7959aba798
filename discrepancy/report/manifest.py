"""The manifest: which program, rules and inputs gave this report, as rows of two texts.

Takes a report; gives name and content of each entry. With the same entries anyone gets the same bytes.
"""

from __future__ import annotations

import json
from typing import Any

from discrepancy.model.findings import Report


def manifest(report: Report) -> tuple[tuple[str, str], ...]:
    """What ``run`` holds, nested names joined by dots.

    >>> manifest(Report({"options": {"jobs": 2}, "version": "1"}, (), (), (), (), (), ()))
    (('options.jobs', '2'), ('version', '1'))
    """
    return tuple(_rows("", report.run))


def _rows(name: str, content: Any) -> list[tuple[str, str]]:
    if isinstance(content, dict) and content:
        return [row for below in sorted(content) for row in _rows(f"{name}.{below}" if name else below, content[below])]
    if isinstance(content, str):
        return [(name, content)]
    return [(name, json.dumps(content, ensure_ascii=False, sort_keys=True))] if name else []
