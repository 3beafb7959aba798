"""A desk with one report; and a PostgreSQL server of the tests' own, started once in a folder of its own, reached by its socket alone."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_reports import ferry
from serving import desk_on, put

from discrepancy.review.desk import Desk


def _programs() -> Path | None:
    """The folder of PostgreSQL's server programs; Debian keeps them off the path."""
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / "initdb").exists():
            return folder
    found = shutil.which("initdb")
    return Path(found).parent if found else None


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of the socket of a running server."""
    programs = _programs()
    if programs is None:
        sentence = "PostgreSQL's server is not installed (Debian: apt-get install postgresql)"
        if os.environ.get("CI") == "true" and os.geteuid() == 0 and shutil.which("apt-get"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    import tempfile

    # Not pytest's own folder: a socket's path has at most 107 characters, and another user must reach it.
    with tempfile.TemporaryDirectory(prefix="desk-pg-") as name:
        home = Path(name)
        home.chmod(0o777)
        as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []

        def run(*command: str) -> None:
            subprocess.run([*as_user, *command], check=True, capture_output=True, cwd="/", timeout=60)

        run(str(programs / "initdb"), "-D", f"{home}/data", "-A", "trust", "-U", "desk", "--no-sync")
        options = f"-c listen_addresses='' -c unix_socket_directories='{home}' -c max_connections=60"
        run(str(programs / "pg_ctl"), "-D", f"{home}/data", "-o", options, "-l", f"{home}/log", "-w", "start")
        try:
            yield home
        finally:
            run(str(programs / "pg_ctl"), "-D", f"{home}/data", "-m", "immediate", "stop")


@pytest.fixture
def postgres(postgres_server: Path, request: pytest.FixtureRequest) -> str:
    """The address of an empty database."""
    import psycopg

    name = f"desk_{abs(hash(request.node.nodeid)) % 10**9}"
    with psycopg.connect(f"host={postgres_server} user=desk dbname=postgres", autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name}")
        connection.execute(f"CREATE DATABASE {name}")
    return f"postgresql://desk@/{name}?host={postgres_server}"


@pytest.fixture(params=["sqlite", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, once of each kind."""
    if request.param == "postgres":
        address: str = request.getfixturevalue("postgres")
        return address
    return str(tmp_path / "decisions.sqlite")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = desk_on(tmp_path, put(ferry(courier=True), tmp_path))
    yield made
    made.store.close()
