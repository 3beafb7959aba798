"""Decisions as JSON Lines, out and back in.

Takes decisions or text; gives text or decisions. One decision a line with everything its hash is made of, so whoever
has the file can check the chain without this program. A file that comes in is checked line by line; all faults are
told at once and then nothing of it is taken.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from discrepancy.review.chain import as_json, hash_of
from discrepancy.review.decisions import Decision, Refused, from_json
from discrepancy.review.store import ID_LENGTH, NAME_LENGTH

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
_TEXTS = ("id", "at", "who", "kind", "previous", "hash")


class NotDecisions(ValueError):
    """A file that is no export of decisions; the text has a line for each fault."""


def to_lines(decisions: Iterable[Decision]) -> str:
    """Decisions as JSON Lines, LF at the end of each."""
    return "".join(json.dumps(as_json(d), ensure_ascii=True, sort_keys=True) + "\n" for d in decisions)


def from_lines(text: str) -> tuple[Decision, ...]:
    """Decisions from JSON Lines; raises :class:`NotDecisions` with every fault.

    Each line must carry its own true hash, and follow the line before it.
    """
    found: list[Decision] = []
    faults: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            decision = _decision(line)
        except Refused as fault:
            faults.append(f"line {number}: {fault}")
            continue
        if found and (decision.seq, decision.previous) != (found[-1].seq + 1, found[-1].hash):
            faults.append(f"line {number}: does not follow the line before it")
        found.append(decision)
    if faults:
        raise NotDecisions("\n".join(faults))
    return tuple(found)


def _decision(line: str) -> Decision:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        raise Refused("is not JSON") from None
    if not isinstance(given, dict) or not all(isinstance(given.get(name), str) for name in _TEXTS):
        raise Refused(f"a decision has the texts {', '.join(_TEXTS)}")
    seq = given.get("seq")
    if not isinstance(seq, int) or isinstance(seq, bool) or not 0 < seq < 2**31:
        raise Refused("a decision has a number 'seq' from 1")
    if not _TIME.fullmatch(given["at"]):
        raise Refused("'at' is a moment such as 2024-05-01T08:00:00.000000Z")
    if not 0 < len(given["who"].strip()) <= NAME_LENGTH or not 0 < len(given["id"]) <= ID_LENGTH:
        raise Refused("'who' and 'id' must say something, and not too much")
    body = from_json(given["kind"], given.get("body"))
    decision = Decision(seq, given["id"], given["at"], given["who"], body, given["previous"], given["hash"])
    if hash_of(decision) != decision.hash:
        raise Refused("was changed after it was made: its hash does not fit")
    return decision
