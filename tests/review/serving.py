"""A desk served on a free port of loopback from a thread, as the tests of pages and browsers need it."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from discrepancy.model.findings import Report
from discrepancy.report.json import render
from discrepancy.review.app import application
from discrepancy.review.desk import Desk
from discrepancy.review.store import Store


def put(report: Report, folder: Path, name: str = "ferry") -> Path:
    """The report as a file, replaced in one move as ``check`` does."""
    path = folder / name / "report.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_name("part")
    waiting.write_text(render(report), encoding="utf-8", errors="backslashreplace")
    waiting.replace(path)
    return path


@contextmanager
def served(desk: Desk, *, alone: str = "Mara", hosts: tuple[str, ...] = ("127.0.0.1", "localhost")) -> Iterator[str]:
    """The address of the desk while the block runs; ``alone=""`` asks for logins."""
    ending = threading.Event()
    app = application(desk, alone=alone, hosts=hosts, stopping=ending.is_set)
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
        config = uvicorn.Config(app, log_level="warning", lifespan="on", timeout_graceful_shutdown=3)
        server = uvicorn.Server(config)
        held.listen(128)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [held]}, daemon=True)
        thread.start()
        limit = time.monotonic() + 20
        while not server.started:
            assert time.monotonic() < limit and thread.is_alive(), "the desk did not start"
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            ending.set()
            server.should_exit = True
            thread.join(10)


def desk_on(folder: Path, *reports: Path, address: str = "") -> Desk:
    """A desk with a store in ``folder``."""
    return Desk(Store(address or folder / "decisions.sqlite"), list(reports))


def about(desk: Desk, attribute: str, slug: str = "ferry") -> str:
    """The id of the finding of a report that asks about an attribute."""
    return next(id for id, f in desk.shelf(slug).findings.items() if f.question.attribute == attribute)
