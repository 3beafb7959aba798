"""The hash chain: each decision carries the hash of the one before, so a changed or missing one shows.

Takes and gives decisions; knows no database. A decision's hash is the SHA-256 of its canonical JSON: keys sorted, no
spaces, ASCII, UTF-8 beyond it escaped. Anybody can check a chain from its export with a dozen lines of any language.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from discrepancy.review.decisions import Body, Decision, kind_of, to_json

ROOT = "0" * 64
"""What stands before the first decision."""


def link(seq: int, id: str, at: str, who: str, body: Body, previous: str) -> Decision:
    """A decision with its hash."""
    bare = Decision(seq, id, at, who, body, previous, "")
    return replace(bare, hash=hash_of(bare))


def hash_of(decision: Decision) -> str:
    """The hash a decision must carry.

    >>> from discrepancy.review.decisions import Undo
    >>> first = link(1, "a", "2024-05-01T08:00:00.000000Z", "Desk", Undo("x"), ROOT)
    >>> hash_of(first) == first.hash
    True
    """
    return hashlib.sha256(canonical(decision).encode("ascii")).hexdigest()


def canonical(decision: Decision) -> str:
    """What is hashed: everything but the hash."""
    return packed({key: value for key, value in as_json(decision).items() if key != "hash"})


def as_json(decision: Decision) -> dict[str, Any]:
    """A decision as JSON, as in a line of the export and in the interface for programs."""
    return {
        "seq": decision.seq,
        "id": decision.id,
        "at": decision.at,
        "who": decision.who,
        "kind": kind_of(decision.body),
        "body": to_json(decision.body),
        "previous": decision.previous,
        "hash": decision.hash,
    }


def packed(value: object) -> str:
    """JSON with its keys sorted, in ASCII and without spaces, so that one value has one text."""
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Checked:
    """A chain looked through: how many decisions, the hash of the last, and what is wrong ("" when nothing is)."""

    count: int
    head: str
    fault: str = ""


def check(decisions: Iterable[Decision], head: str = "") -> Checked:
    """Looks through a chain from its first decision to its last.

    ``head`` is a hash noted earlier: it must stand somewhere in the chain, which shows that nothing was cut off since.
    """
    previous, count, seen, ids = ROOT, 0, not head, set[str]()
    for decision in decisions:
        count += 1
        if decision.seq != count:
            return Checked(count, previous, f"decision {count} is missing; after {count - 1} comes {decision.seq}")
        if decision.id in ids:
            return Checked(count, previous, f"decision {count}: its id {decision.id} stands here twice")
        if decision.previous != previous:
            return Checked(count, previous, f"decision {count} does not follow the one before it")
        if hash_of(decision) != decision.hash:
            return Checked(count, previous, f"decision {count} was changed after it was made")
        ids.add(decision.id)
        previous = decision.hash
        seen = seen or previous == head
    if not seen:
        return Checked(count, previous, f"the chain no longer holds the hash {head[:12]}…; decisions were cut off")
    return Checked(count, previous)
