"""The store: decisions kept for good, in a chain.

Takes bodies of decisions and who made them; gives decisions with their number, time and hash. Only adds. Writers
queue, across threads and processes, so no two decisions share a number; a body sent twice under one id is kept once.
The one place of the desk that asks the clock for decisions.
"""

from __future__ import annotations

import json
import threading
import uuid
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from discrepancy.review import chain
from discrepancy.review.database import connect, decisions, settings, write
from discrepancy.review.decisions import Body, Decision, Refused, from_json, sound, to_json

NAME_LENGTH = 80
ID_LENGTH = 80


def now() -> str:
    """The moment in UTC as ISO 8601 with six decimals, so that texts sort as times."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Store:
    """Decisions in a database.

    >>> import tempfile
    >>> from discrepancy.review.decisions import House
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     store = Store(Path(folder) / "decisions.sqlite")
    ...     made = store.append("Desk", [House("person", "Nilsen", ("Nielsen",))])
    ...     checked = store.verify()
    ...     store.close()
    >>> made[0].seq, checked.count, checked.fault
    (1, 1, '')
    """

    def __init__(self, where: str | Path, clock: Callable[[], str] = now) -> None:
        """Opens the database at ``where``, a path or a URL; raises :class:`~discrepancy.review.database.NoDatabase`."""
        self.engine = connect(where)
        self._clock = clock
        self._turn = threading.Lock()  # threads wait here rather than poll the file's lock

    def close(self) -> None:
        """Gives back all connections."""
        self.engine.dispose()

    def append(self, who: str, bodies: Sequence[Body], ids: Sequence[str] = ()) -> tuple[Decision, ...]:
        """Adds decisions, all or none, and gives them as kept.

        ``ids`` are the sender's own (one a body): a body whose id is kept already is not added again, so a request
        may be repeated. Raises :class:`~discrepancy.review.decisions.Refused` for a body that says nothing, an empty
        name, or an id that stands for another decision.
        """
        if not who.strip() or len(who) > NAME_LENGTH:
            raise Refused(f"a decision has a name to it, of at most {NAME_LENGTH} characters")
        chosen = tuple(ids) or tuple(str(uuid.uuid4()) for _ in bodies)
        if len(chosen) != len(bodies) or len(set(chosen)) != len(chosen):
            raise Refused("each decision has an id of its own")
        for id in chosen:
            if not id or len(id) > ID_LENGTH or not id.isascii() or not id.isprintable():
                raise Refused(f"an id is printable ASCII of at most {ID_LENGTH} characters")
        for body in bodies:
            sound(body)
        with self._turn, write(self.engine) as connection:
            kept = _by_id(connection, chosen)
            last, previous, at_last = _tail(connection)
            made: list[Decision] = []
            rows: list[dict[str, Any]] = []
            at = max(self._clock(), at_last)  # a clock set back must not put a later decision before an earlier one
            for id, body in zip(chosen, bodies, strict=True):
                if id in kept:
                    if kept[id].body != body or kept[id].who != who:
                        raise Refused(f"the id {id} stands for another decision already")
                    made.append(kept[id])
                    continue
                last += 1
                decision = chain.link(last, id, at, who, body, previous)
                previous = decision.hash
                made.append(decision)
                rows.append(_row(decision))
            if rows:
                connection.execute(insert(decisions), rows)
        return tuple(made)

    def adopt(self, others: Sequence[Decision]) -> int:
        """Adds decisions made elsewhere that are not here yet; gives how many.

        Where they continue this very chain they come in as they are. Otherwise each keeps id, time, name and body and
        gets a new number and hash: they hang at the end of this chain, and count by their time. Raises
        :class:`~discrepancy.review.decisions.Refused` when an id stands here for another decision.
        """
        with self._turn, write(self.engine) as connection:
            kept = _by_id(connection, [d.id for d in others])
            for other in others:
                known = kept.get(other.id)
                if known is not None and (known.body, known.who, known.at) != (other.body, other.who, other.at):
                    raise Refused(f"the id {other.id} stands for another decision here")
            last, previous, _ = _tail(connection)
            rows: list[dict[str, Any]] = []
            for other in others:
                if other.id in kept:
                    continue
                last += 1
                decision = other
                if (other.seq, other.previous) != (last, previous):
                    decision = chain.link(last, other.id, other.at, other.who, other.body, previous)
                previous = decision.hash
                rows.append(_row(decision))
            if rows:
                connection.execute(insert(decisions), rows)
        return len(rows)

    def decisions(self, after: int = 0) -> tuple[Decision, ...]:
        """All decisions with a number above ``after``, in order."""
        return tuple(self._read(after))

    def _read(self, after: int) -> Iterator[Decision]:
        with self.engine.connect() as connection:
            for row in connection.execute(select(decisions).where(decisions.c.seq > after).order_by(decisions.c.seq)):
                yield _decision(row)

    def head(self) -> int:
        """The number of the last decision, 0 for none."""
        with self.engine.connect() as connection:
            return int(connection.execute(select(func.coalesce(func.max(decisions.c.seq), 0))).scalar_one())

    def verify(self, head: str = "") -> chain.Checked:
        """Looks the chain through; ``head`` is a hash noted earlier that must still be in it."""
        try:
            return chain.check(self._read(0), head)
        except (Refused, ValueError) as fault:
            return chain.Checked(0, "", f"a decision cannot be read: {fault}")

    def setting(self, name: str, otherwise: Callable[[], str]) -> str:
        """A value kept beside the decisions; made by ``otherwise`` when first asked for."""
        with self._turn, write(self.engine) as connection:
            found = connection.execute(select(settings.c.value).where(settings.c.name == name)).scalar_one_or_none()
            if found is None:
                found = otherwise()
                connection.execute(insert(settings).values(name=name, value=found))
            return str(found)


def _tail(connection: Connection) -> tuple[int, str, str]:
    """Number, hash and time of the last decision."""
    row = connection.execute(select(decisions.c.seq, decisions.c.hash, decisions.c.at).order_by(decisions.c.seq.desc()).limit(1)).first()
    return (int(row.seq), str(row.hash), str(row.at)) if row is not None else (0, chain.ROOT, "")


def _by_id(connection: Connection, ids: Sequence[str]) -> dict[str, Decision]:
    found: dict[str, Decision] = {}
    for start in range(0, len(ids), 500):  # a statement holds a limited number of parameters
        some = ids[start : start + 500]
        for row in connection.execute(select(decisions).where(decisions.c.id.in_(some))):
            found[str(row.id)] = _decision(row)
    return found


def _row(decision: Decision) -> dict[str, Any]:
    return {**chain.as_json(decision), "body": chain.packed(to_json(decision.body))}


def _decision(row: Row[Any]) -> Decision:
    body = from_json(row.kind, json.loads(row.body))
    return Decision(int(row.seq), row.id, row.at, row.who, body, row.previous, row.hash)
