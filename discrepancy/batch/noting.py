"""Names that a set spells in several ways: the notes on spelling, which are about the whole set and not about a bucket.

Takes the claims on spelling of all parts and the entities; writes findings like those of a bucket. It needs none of those and none needs
it, so it is a task beside theirs. A task may be done twice: the same file comes out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from discrepancy.batch.packing import unpack
from discrepancy.batch.parts import rows, write
from discrepancy.batch.tables import FOUND, found_row
from discrepancy.compare import seriousness
from discrepancy.compare.behind import listed
from discrepancy.compare.context import called, context
from discrepancy.compare.policy import policy
from discrepancy.compare.variants import MOST_CLAIMS, variants
from discrepancy.link.holding import Holding
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Entity
from discrepancy.model.text import Document
from discrepancy.review.decisions import RuledClaim
from discrepancy.rulebook.schema import Rulebook


@dataclass(frozen=True, slots=True)
class ToNote:
    """The spellings of a set to be noted into ``to``: the claims on spelling and the readings of all parts, the tables of entities."""

    spelled: tuple[Path, ...]
    read: tuple[Path, ...]
    entities: tuple[Path, ...]
    to: Path


def outlets_of(read: Sequence[Path]) -> dict[str, str]:
    """The outlet of each article that was read, "" where nobody knows it."""
    return {row["doc_id"]: row["outlet"] for path in read for row in rows(path, ["doc_id", "outlet", "reason"]) if not row["reason"]}


def note_spellings(task: ToNote, rules: Rulebook) -> int:
    """The notes on spelling of a set; no article is compared for them, so it gives 0."""
    held: dict[tuple[str, str], list[tuple[str, bytes, RuledClaim]]] = {}
    for path in task.spelled:
        for row in rows(path):
            places = held.setdefault((row["entity"], row["spelling"]), [])
            places.append((row["doc_id"], row["claim"], RuledClaim(row["key"], row["article"], row["source"])))
            if len(places) > 2 * MOST_CLAIMS:
                held[row["entity"], row["spelling"]] = sorted(places, key=_place)[:MOST_CLAIMS]
    claims: list[Claim] = []
    keyed: dict[str, RuledClaim] = {}
    for places in held.values():
        for _, packed, known_as in sorted(places, key=_place)[:MOST_CLAIMS]:
            claim: Claim = unpack(packed)
            claims.append(claim)
            keyed[claim.id] = known_as
    claims.sort(key=lambda claim: (claim.article, claim.evidence.span.start, claim.id))
    several: list[Entity] = [unpack(row["packed"]) for path in task.entities for row in rows(path, ["packed"]) if row["packed"]]
    names = called(outlets_of(task.read))
    lone = [Document(name, name, "", "", ()) for name in names] if len(names) == 1 else []  # then it is held against itself
    known = context(
        claims, (), {}, lone, rules,
        origins=listed(()), aligned_by=Holding(), mentions=(), contains=None, draft="", called=names,
    )  # fmt: skip
    form = policy(rules)
    found = sorted(variants(several, known), key=lambda finding: seriousness(finding, form))
    write(task.to, FOUND, (found_row(finding, known.claims, {}, keyed) for finding in found))
    return 0


def _place(one: tuple[str, bytes, RuledClaim]) -> tuple[str, bytes]:
    return one[:2]
