"""Articles as they arrive, in groups that become the parts of a batch.

Takes paths; gives groups of articles that are not there yet, each with a key. A group ends behind an article whose hash says so, so that
one article more moves no other's bounds, and what lies there is found again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from discrepancy.batch.packing import digest
from discrepancy.batch.parts import rows
from discrepancy.ingest.read import Arrival
from discrepancy.model.findings import Unreadable

_PART = 128
"""Articles of a part, on average."""
_LARGEST_PART = 4_000_000
"""Characters from which on a part ends, whatever the hash says."""


def there(parts: Iterable[Path]) -> tuple[set[str], set[str]]:
    """The ids and the hashes of the articles in some parts."""
    ids: set[str] = set()
    hashes: set[str] = set()
    for path in parts:
        for row in rows(path, ["doc_id", "sha256"]):
            ids.add(row["doc_id"])
            hashes.add(row["sha256"])
    return ids, hashes


def groups(
    arriving: Iterable[Arrival | Unreadable], taken: set[str], known: set[str], unreadable: list[tuple[str, str]]
) -> Iterator[list[Arrival]]:
    """The articles in groups. Those whose hash is ``known`` are passed over; ids of the others are added to those ``taken``, and what
    cannot be read to ``unreadable``, path and reason."""
    group: list[Arrival] = []
    characters = 0
    for one in arriving:
        if isinstance(one, Unreadable):
            unreadable.append((one.path, one.reason))
            continue
        if one.sha256 in known:
            continue  # it is there already
        taken.add(one.name)
        group.append(one)
        characters += len(one.page.text) if one.record is None else sum(len(str(value)) for value in one.record.values())
        ends = len(group) >= _PART // 4 and int(one.sha256[:8] or "0", 16) % (3 * _PART // 4) == 0
        if ends or len(group) >= 2 * _PART or characters > _LARGEST_PART:
            yield group
            group, characters = [], 0
    if group:
        yield group


def key(group: Sequence[Arrival], made_by: str) -> str:
    """The key of a group: another id, path or word beside an article makes another document."""
    return digest(made_by, *map(_identity, group))


def _identity(one: Arrival) -> str:
    beside = {name: (sourced.value, sourced.came_from) for name, sourced in {**one.page.fallback, **one.page.told}.items()}
    return json.dumps([one.name, one.path, one.sha256, one.key, beside], sort_keys=True)
