"""Rules from plain tables: what a project file in another notation than YAML says, under the same schema and with the same faults.

Takes a mapping of strings, numbers, truth values, days and lists, as TOML gives it; gives a rule, or faults at the line
where the table stands. Knows nothing of files.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from discrepancy.rulebook.schema import Fault, build

T = TypeVar("T")


def from_table(kind: type[T], table: Mapping[str, object], path: str, line: int, faults: list[Fault]) -> T | None:
    """An instance of the dataclass ``kind`` (a rule or any other of the schema); ``line`` counts from 1. Faults are added to ``faults``.

    >>> from discrepancy.rulebook.kinds.pages import Outlet
    >>> faults = []
    >>> from_table(Outlet, {"id": "own.1", "names": ["Valley Post"], "zone": "UTC"}, "desk.toml", 3, faults).names
    ('Valley Post',)
    >>> from_table(Outlet, {"id": "own.2", "nmes": ["Valley Post"]}, "desk.toml", 8, faults)
    >>> print(faults[1])
    desk.toml:8:1: the key 'names' is missing
    """
    mark = yaml.Mark(path, 0, line - 1, 0, None, 0)
    made: T | None = build(kind, _node(table, mark), path, faults)
    return made


def _node(value: object, mark: yaml.Mark) -> Node:
    """A value as the node that YAML would make of it, all at one place."""
    if isinstance(value, Mapping):
        pairs = [(_node(str(key), mark), _node(item, mark)) for key, item in value.items()]
        return MappingNode("tag:yaml.org,2002:map", pairs, mark, mark)
    if isinstance(value, (list, tuple)):
        return SequenceNode("tag:yaml.org,2002:seq", [_node(item, mark) for item in value], mark, mark)
    if isinstance(value, bool):
        return ScalarNode("tag:yaml.org,2002:str", "yes" if value else "no", mark, mark)
    written = value.isoformat() if isinstance(value, date) else str(value)
    return ScalarNode("tag:yaml.org,2002:str", written, mark, mark)
