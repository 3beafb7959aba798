"""What the readers of formats go by: limits and vocabulary from ``rules/ingest``, as plain values.

Takes a rulebook and the columns a person has named; gives a :class:`Guide`. Plain, because readers may run in a process
of their own, which needs no rulebook (:mod:`discrepancy.ingest.apart`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from discrepancy.rulebook import Rulebook
from discrepancy.rulebook.kinds.pages import PagePart, ReadingLimits, TableColumn


@dataclass(frozen=True, slots=True)
class Guide:
    """Limits as in :class:`~discrepancy.rulebook.kinds.pages.ReadingLimits`; ``parts`` names of classes and ids of web
    pages by what they mark, ``columns`` names of columns by field, those a person gave first, ``keeps_hyphen`` first
    parts of words that keep a hyphen at a line's end.
    """

    largest_bytes: int
    largest_file_bytes: int
    largest_unpacked_bytes: int
    most_articles: int
    most_pages: int
    nesting: int
    seconds: int
    memory_bytes: int
    parts: Mapping[str, tuple[str, ...]]
    columns: Mapping[str, tuple[str, ...]]
    keeps_hyphen: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The guide as what JSON can hold."""
        return asdict(self)


def from_json(loaded: Mapping[str, Any]) -> Guide:
    """A guide back from :meth:`Guide.as_json`."""
    plain = {field.name: loaded[field.name] for field in fields(Guide)}
    plain["parts"] = {name: tuple(words) for name, words in loaded["parts"].items()}
    plain["columns"] = {name: tuple(words) for name, words in loaded["columns"].items()}
    plain["keeps_hyphen"] = tuple(loaded["keeps_hyphen"])
    return Guide(**plain)


def guide(rules: Rulebook, columns: Mapping[str, str] | None = None) -> Guide:
    """The guide of a rulebook. ``columns`` maps a field to the name of its column, before the rulebook's own names."""
    limits = rules.of(ReadingLimits)[0]
    parts: dict[str, tuple[str, ...]] = {}
    for part in rules.of(PagePart):
        parts[part.gives] = (*parts.get(part.gives, ()), *part.names)
    named: dict[str, tuple[str, ...]] = {rule.field: rule.names for rule in rules.of(TableColumn)}
    for field, name in (columns or {}).items():
        named[field] = (name, *(known for known in named.get(field, ()) if known != name))
    return Guide(
        largest_bytes=limits.largest_bytes,
        largest_file_bytes=limits.largest_file_bytes,
        largest_unpacked_bytes=limits.largest_unpacked_bytes,
        most_articles=limits.most_articles,
        most_pages=limits.most_pages,
        nesting=limits.nesting,
        seconds=limits.seconds,
        memory_bytes=limits.memory_bytes,
        parts=parts,
        columns=named,
        keeps_hyphen=limits.keeps_hyphen,
    )
