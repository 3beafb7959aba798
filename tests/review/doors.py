"""Programs at the door of a desk, for the tests of who is let in: alone on loopback, or of a team behind TLS."""

from __future__ import annotations

import re

from starlette.testclient import TestClient

from discrepancy.review.app import application
from discrepancy.review.desk import Desk

HOST = "http://127.0.0.1"
PASSWORD = "a long enough password"


def client(desk: Desk, **options: object) -> TestClient:
    """A program at the desk's door that follows no redirect; TLS as a team's desk has it."""
    base = "https://desk.example" if options.get("secure") else HOST
    return TestClient(application(desk, **options), base_url=base, follow_redirects=False)  # type: ignore[arg-type]


def alone(desk: Desk) -> TestClient:
    return client(desk, alone="Mara")


def team(desk: Desk) -> TestClient:
    return client(desk, hosts=["desk.example"], secure=True)


def token(text: str) -> str:
    found = re.search(r'name="csrf" value="([0-9a-f]{64})"', text)
    assert found
    return found[1]


def log_in(door: TestClient, name: str, password: str = PASSWORD) -> str:
    """Logs in by the form; gives the token of the pages after it."""
    sent = {"csrf": token(door.get("/login").text), "name": name, "password": password}
    answer = door.post("/login", data=sent)
    assert answer.status_code == 303, answer.text
    return token(door.get("/").text)


def finding_of(desk: Desk) -> str:
    return next(id for id, f in desk.shelf("ferry").findings.items() if f.question.attribute == "killed")
