"""The database under the desk: one file of SQLite by default, PostgreSQL by URL for a team.

Takes an address; gives a SQLAlchemy engine with the tables made. SQLAlchemy's only home besides the modules that hold
the statements (:mod:`store`, :mod:`accounts`). Rows of decisions can be added and never changed: triggers refuse it,
and the hash chain shows it where somebody takes the triggers away.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Engine, Integer, MetaData, Table, Text, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, OperationalError

FORMAT = "discrepancy-decisions/1"
"""Name and version of the tables and of the export."""

BUSY_SECONDS = 60.0
"""How long a writer waits for the others before it gives up."""

metadata = MetaData()

decisions = Table(
    "decisions",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
)

accounts = Table(
    "accounts",
    metadata,
    Column("name", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("password", Text, nullable=False),
    Column("added", Text, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("expires", Text, nullable=False),
)

submissions = Table(
    "submissions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("report", Text, nullable=False),
)

settings = Table("settings", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))

_SQLITE_GUARDS = (
    "CREATE TRIGGER IF NOT EXISTS decisions_stay BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END",
    "CREATE TRIGGER IF NOT EXISTS decisions_remain BEFORE DELETE ON decisions "
    "BEGIN SELECT RAISE(ABORT, 'decisions are never deleted'); END",
)

_POSTGRES_GUARDS = (
    "CREATE OR REPLACE FUNCTION decisions_stay() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'decisions are never changed'; END $$",
    "CREATE OR REPLACE TRIGGER decisions_stay BEFORE UPDATE OR DELETE ON decisions FOR EACH ROW EXECUTE FUNCTION decisions_stay()",
    "CREATE OR REPLACE TRIGGER decisions_remain BEFORE TRUNCATE ON decisions FOR EACH STATEMENT EXECUTE FUNCTION decisions_stay()",
)

LOCK = 0x64697363  # "disc": the number of the advisory lock under which PostgreSQL's writers queue


class NoDatabase(ValueError):
    """An address that leads to no usable database; the text is a sentence and holds no password."""


def connect(where: str | Path) -> Engine:
    """An engine for ``where``: a path of an SQLite file (made when missing), or a database URL. The tables are made.

    Raises :class:`NoDatabase`.
    """
    text = str(where)
    try:
        url = make_url(text if "://" in text else f"sqlite:///{text}")
    except ArgumentError:
        raise NoDatabase("this is neither a path nor a database URL such as postgresql://desk@localhost/desk") from None
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername="postgresql+psycopg")
    shown = url.render_as_string(hide_password=True)
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise NoDatabase(f"{shown}: decisions are kept in SQLite or PostgreSQL")
    try:
        if url.get_backend_name() == "sqlite":
            engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})
            event.listen(engine, "connect", _careful)
            event.listen(engine, "begin", _begin)
        else:
            engine = create_engine(url, pool_pre_ping=True, pool_size=10, max_overflow=20)
        with write(engine) as connection:
            metadata.create_all(connection)
            for statement in _SQLITE_GUARDS if engine.dialect.name == "sqlite" else _POSTGRES_GUARDS:
                connection.exec_driver_sql(statement)
    except (OperationalError, ImportError) as fault:
        reason = str(getattr(fault, "orig", None) or fault).splitlines()[0]
        raise NoDatabase(f"{shown}: cannot be opened: {reason}") from None
    except Exception as fault:
        if "not a database" in str(fault):
            raise NoDatabase(f"{shown}: is not a database of decisions") from None
        raise
    return engine


def _careful(connection: sqlite3.Connection, _record: Any) -> None:
    """WAL: readers never wait. FULL: what was acknowledged is on the disk, even when the power fails the next
    moment.
    """
    connection.isolation_level = None  # transactions begin where _begin says, not where the driver guesses
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Writers take their turn at the start: a lock taken later could not be waited for."""
    writes = connection.get_execution_options().get("desk_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


class write:
    """A transaction that writes, alone: other writers, of other processes too, wait until it is done."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine.execution_options(desk_writes=True)

    def __enter__(self) -> Connection:
        self._connection = self._engine.connect()
        try:
            self._transaction = self._connection.begin()
            if self._engine.dialect.name == "postgresql":
                self._connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
        except BaseException:
            self._connection.close()
            raise
        return self._connection

    def __exit__(self, kind: Any, value: Any, trace: Any) -> None:
        try:
            self._transaction.__exit__(kind, value, trace)
        finally:
            self._connection.close()
