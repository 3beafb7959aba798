"""Names into entities, for the whole set at once.

Takes files of readings as they come; gives the entities and, for each part, the head spellings of its names. What is held here is small
beside the texts: the names of each article with their counts. What can be known of a name alone is found out when its part is taken in,
while other parts are still read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from discrepancy.batch.folder import by_content
from discrepancy.batch.packing import pack, unpack
from discrepancy.batch.parts import rows, schema, write
from discrepancy.link.entities import Heads, Written, joined
from discrepancy.link.entities_blocks import Keys
from discrepancy.link.names import judge_of
from discrepancy.model.claims import NameKind
from discrepancy.model.findings import Entity
from discrepancy.review.constraints import Constraints
from discrepancy.rulebook.schema import Rulebook

ENTITIES = schema(
    id="text", kind="text", name="text", house="text", spelling="text", articles="whole", mentions="whole", why="texts", packed="packed"
)  # fmt: skip


class Names:
    """The names of a set, taken in part by part."""

    def __init__(self, rules: Rulebook) -> None:
        self._rules = rules
        self._keys = Keys(judge_of(rules))
        self._of: dict[Path, list[tuple[str, Mapping[Written, int], str]]] = {}
        self._known: dict[Written, Written] = {}

    def take(self, path: Path) -> None:
        """The names of one part."""
        if path in self._of:
            return
        own: list[tuple[str, Mapping[Written, int], str]] = []
        for row in rows(path, ["doc_id", "names", "day", "reason"]):
            if not row["reason"]:
                counts = {self._known.setdefault(name, name): count for name, count in unpack(row["names"]).items()}
                own.append((row["doc_id"], counts, row["day"]))
                for kind, _, full in counts:
                    if kind != "unknown":  # what those are all articles say together
                        self._keys.of(full, kind)
        self._of[path] = own

    def joined(self, read: Sequence[Path], decided: Constraints) -> tuple[tuple[Entity, ...], Heads]:
        """The entities of all articles of these files, and the head spelling behind every name; ``decided`` is what editors said of
        names."""
        for path in read:
            self.take(path)
        every = sorted((one for path in read for one in self._of[path]), key=lambda one: one[0])
        days = {article: date.fromisoformat(day) for article, _, day in every if day}
        names = [(article, counts) for article, counts, _ in every]
        return joined(names, self._rules, decided.names(), decided.spellings(), days, self._keys)

    def write_heads(
        self, read: Path, heads: Heads, spellings: Mapping[str, frozenset[str]], kinds: Mapping[str, NameKind], folder: Path
    ) -> Path:
        """The head spellings of one part and what they are the names of, in a file named by its content."""
        own = {article: heads.article(counts) for article, counts, _ in self._of[read]}
        used = {head for of in own.values() for head in of.values()}
        content = {
            "heads": own,
            "several": {name: sorted(spellings[name]) for name in sorted(used) if name in spellings},
            "kinds": {name: kinds[name] for name in sorted(used) if name in kinds},
        }
        return by_content(folder, content)


def write_entities(entities: Iterable[Entity], to: Path) -> str:
    """The table of entities, one row a spelling; the first row of each entity that is spelled in several ways holds it whole."""

    def made() -> Iterable[dict[str, Any]]:
        for entity in entities:
            for number, variant in enumerate(entity.variants):
                yield {
                    "id": entity.id, "kind": entity.kind, "name": entity.name, "house": entity.house, "spelling": variant.text,
                    "articles": len(variant.articles), "mentions": sum(variant.counts), "why": list(entity.why) if not number else [],
                    "packed": pack(entity) if not number and len(entity.variants) > 1 else b"",
                }  # fmt: skip

    return write(to, ENTITIES, made(), group=512)
