"""Accounts: who may see the desk and who may rule.

Takes names, passwords and tokens; gives accounts. Passwords are kept as Argon2id (argon2-cffi's only home), sessions
and program tokens as SHA-256 of what the holder has, so a copied database opens nothing. Knows nothing of pages.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Literal, get_args

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from sqlalchemy import Engine, delete, insert, select, update

from discrepancy.review.database import accounts, sessions, write
from discrepancy.review.decisions import Refused

Role = Literal["editor", "viewer"]
"""An editor rules, a viewer reads."""

SHORTEST_PASSWORD = 12
"""Characters; NIST SP 800-63B asks for no rules beyond length."""

SESSION_HOURS = 12
"""How long a login holds: a shift."""

_NAME = re.compile(r"[^\W_](?:[\w .'’-]{0,58}[\w.])?")


@dataclass(frozen=True, slots=True)
class Account:
    """A person or a program with a name and a role."""

    name: str
    role: Role


class Accounts:
    """The accounts in the desk's database."""

    def __init__(self, engine: Engine, clock: Callable[[], float] = time.time) -> None:
        self._engine = engine
        self._clock = clock
        self._hasher = PasswordHasher()
        self._working = threading.Semaphore(2)  # each check takes 64 MB; a crowd at the door must not take it all

    @cached_property
    def _nobody(self) -> str:
        """A hash for unknown names, so that they take as long as a wrong password."""
        return self._hasher.hash(secrets.token_hex())

    def add(self, name: str, role: str, password: str) -> Account:
        """Makes an account, or gives the one of this name a new role and password (its sessions end).

        Raises :class:`~discrepancy.review.decisions.Refused` for a name, role or password that will not do.
        """
        if not _NAME.fullmatch(name):
            raise Refused("a name has 1 to 60 letters, digits, spaces or . ' - and begins with a letter or digit")
        if role not in get_args(Role):
            raise Refused(f"a role is one of {', '.join(get_args(Role))}")
        if len(password) < SHORTEST_PASSWORD:
            raise Refused(f"a password has at least {SHORTEST_PASSWORD} characters")
        if len(password) > 1000:
            raise Refused("a password has at most 1000 characters")
        values = {"role": role, "password": self._hasher.hash(password)}
        with write(self._engine) as connection:
            if connection.execute(update(accounts).where(accounts.c.name == name).values(**values)).rowcount == 0:
                connection.execute(insert(accounts).values(name=name, added=_iso(self._clock()), **values))
            connection.execute(delete(sessions).where(sessions.c.name == name))
        return Account(name, "editor" if role == "editor" else "viewer")

    def remove(self, name: str) -> bool:
        """Takes an account away, with its sessions and tokens; its decisions stay. False when there was none."""
        with write(self._engine) as connection:
            connection.execute(delete(sessions).where(sessions.c.name == name))
            return connection.execute(delete(accounts).where(accounts.c.name == name)).rowcount > 0

    def all(self) -> Sequence[Account]:
        """All accounts by name."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(accounts.c.name, accounts.c.role).order_by(accounts.c.name))
            return [Account(row.name, row.role) for row in rows]

    def named(self, name: str) -> Account | None:
        """The account of this name."""
        with self._engine.connect() as connection:
            row = connection.execute(select(accounts.c.name, accounts.c.role).where(accounts.c.name == name)).first()
        return None if row is None else Account(row.name, row.role)

    def check(self, name: str, password: str) -> Account | None:
        """The account when name and password fit; takes as long when they do not."""
        with self._engine.connect() as connection:
            row = connection.execute(select(accounts).where(accounts.c.name == name)).first()
        with self._working:
            nobody = self._nobody
            try:
                self._hasher.verify(row.password if row is not None else nobody, password[:1000])
            except (Argon2Error, InvalidHashError):
                return None
        return None if row is None else Account(row.name, row.role)

    def open(self, account: Account, kind: Literal["page", "program"] = "page") -> str:
        """A new secret by which the holder is known: of a browser for a shift, of a program for a year."""
        token = secrets.token_urlsafe(32)
        hours = SESSION_HOURS if kind == "page" else 24 * 366
        expires = self._clock() + timedelta(hours=hours).total_seconds()
        with write(self._engine) as connection:
            connection.execute(delete(sessions).where(sessions.c.expires < _iso(self._clock())))
            connection.execute(insert(sessions).values(digest=_digest(token), name=account.name, kind=kind, expires=_iso(expires)))
        return token

    def holder(self, token: str, kind: Literal["page", "program"] = "page") -> Account | None:
        """Whose secret this is, None for nobody's, an expired one or one of the other kind."""
        if not token:
            return None
        with self._engine.connect() as connection:
            row = connection.execute(
                select(accounts.c.name, accounts.c.role)
                .join(sessions, sessions.c.name == accounts.c.name)
                .where(sessions.c.digest == _digest(token), sessions.c.kind == kind)
                .where(sessions.c.expires >= _iso(self._clock()))
            ).first()
        return None if row is None else Account(row.name, row.role)

    def close(self, token: str) -> None:
        """Ends a session."""
        with write(self._engine) as connection:
            connection.execute(delete(sessions).where(sessions.c.digest == _digest(token)))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _iso(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Attempts:
    """Counts failed logins, so that nobody tries a list of passwords.

    >>> door = Attempts(clock=lambda: 0.0)
    >>> for _ in range(5):
    ...     door.failed("Mara", "127.0.0.1")
    >>> door.wait("Mara", "127.0.0.1"), door.wait("Ove", "127.0.0.1")
    (300, 0)
    """

    WINDOW = 300
    """Seconds a failure counts."""
    OF_NAME_AND_PLACE, OF_PLACE, OF_NAME = 5, 20, 50
    """Failures for one name from one address, from one address, and for one name from anywhere."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failures: dict[tuple[str, str], list[float]] = {}
        self._turn = threading.Lock()

    def failed(self, name: str, place: str) -> None:
        """Notes a failed login."""
        with self._turn:
            moment = self._clock()
            if len(self._failures) > 10_000:
                self._failures = {key: times for key, times in self._failures.items() if self._counting(times)}
            for key, _ in self._limits(name, place):
                self._failures[key] = [*self._counting(self._failures.get(key, [])), moment][-self.OF_NAME :]

    def wait(self, name: str, place: str) -> int:
        """Seconds until another try is heard; 0 for now."""
        with self._turn:
            waits = [0]
            for key, limit in self._limits(name, place):
                times = self._counting(self._failures.get(key, []))
                if len(times) >= limit:
                    waits.append(int(times[-limit] + self.WINDOW - self._clock() + 0.999))
            return max(waits)

    def _counting(self, times: list[float]) -> list[float]:
        return [moment for moment in times if moment > self._clock() - self.WINDOW]

    def _limits(self, name: str, place: str) -> tuple[tuple[tuple[str, str], int], ...]:
        name = name[:100].casefold()
        return (((name, place), self.OF_NAME_AND_PLACE), (("", place), self.OF_PLACE), ((name, ""), self.OF_NAME))
