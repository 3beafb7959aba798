"""The desk turns away whoever has no business there."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_reports import ferry
from doors import HOST, PASSWORD, alone, client, finding_of, log_in, team, token
from serving import desk_on, put

from discrepancy.review.accounts import Accounts
from discrepancy.review.app import application
from discrepancy.review.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = desk_on(tmp_path, put(ferry(), tmp_path))
    yield made
    made.store.close()


def every_route(desk: Desk) -> list[tuple[str, str]]:
    """Method and a real path of every route there is."""
    app = application(desk, alone="Mara")._app  # type: ignore[attr-defined]  # what the guard stands before
    found: list[tuple[str, str]] = []

    def walk(routes: list[object], prefix: str = "") -> None:
        for route in routes:
            inner = getattr(route, "original_router", None)
            if inner is not None:
                walk(inner.routes, prefix)
            elif getattr(route, "methods", None):
                path = route.path  # type: ignore[attr-defined]
                for name, value in (("{slug}", "ferry"), ("{report}", "ferry"), ("{finding:path}", finding_of(desk)),
                                    ("{finding}", finding_of(desk)), ("{place}", "0"), ("{id}", "x"),
                                    ("{name}.{kind}", "decisions.csv")):  # fmt: skip
                    path = path.replace(name, value)
                found.extend((method, prefix + path) for method in sorted(route.methods - {"HEAD"}))  # type: ignore[attr-defined]

    walk(app.routes)
    assert len(found) > 25
    assert {path.split("/")[1] for _, path in found} >= {"api", "r", "undo", "login", "changes"}
    return found


def test_every_route_asks_for_a_login(desk: Desk) -> None:
    door = team(desk)
    for method, path in every_route(desk):
        answer = door.request(method, path)
        if path in ("/login", "/logout"):
            continue
        assert answer.status_code in (303, 401), (method, path, answer.status_code)
        if answer.status_code == 303:
            assert answer.headers["location"].startswith("/login?next="), path
        assert "ferry" not in answer.text
    assert desk.store.head() == 0


def test_a_viewer_changes_nothing(desk: Desk) -> None:
    Accounts(desk.store.engine).add("Vera", "viewer", PASSWORD)
    door = team(desk)
    csrf = log_in(door, "Vera")
    for method, path in every_route(desk):
        if method == "POST" and path not in ("/login", "/logout"):
            answer = door.request(method, path, headers={"x-csrf-token": csrf})
            assert answer.status_code == 403, (method, path)
    program = team(desk)
    secret = Accounts(desk.store.engine).open(Accounts(desk.store.engine).named("Vera"), "program")  # type: ignore[arg-type]
    ruling = f"/api/v1/reports/ferry/findings/{finding_of(desk)}/rulings"
    bearer = {"authorization": f"Bearer {secret}"}
    assert program.post(ruling, json={"outcome": "confirmed"}, headers=bearer).status_code == 403
    assert program.get("/api/v1/reports", headers=bearer).status_code == 200
    assert desk.store.head() == 0


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil@127.0.0.1", "", "localhost.", "[::1"])
def test_a_foreign_host_is_refused(desk: Desk, host: str, caplog: pytest.LogCaptureFixture) -> None:
    door = alone(desk)
    for path in ("/", "/api/v1/reports", "/static/desk.css"):
        assert door.get(path, headers={"host": host}).status_code == 421
    assert "foreign host" in caplog.text


@pytest.mark.parametrize(
    "path",
    [
        "/static/../store.py", "/static/%2e%2e/store.py", "/static/..%2fstore.py", "/static/%2e%2e%2fstore.py",
        "/static/..%5cstore.py", "/r/ferry/a/..%2f..%2fetc", "/r/ferry/f/%252e%252e/x", "/static/%00", "/r/../../etc/passwd",
        "/static//etc/passwd",
    ],
)  # fmt: skip
def test_a_path_that_climbs_is_refused(desk: Desk, path: str) -> None:
    import httpx2 as httpx

    with alone(desk) as door:
        url = httpx.URL(HOST).copy_with(raw_path=path.encode())
        answer = door.send(door.build_request("GET", url))
        assert 400 <= answer.status_code < 500
        assert "append" not in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x-csrf-token": "0" * 64},
        {"x-csrf-token": "é"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"origin": HOST, "sec-fetch-site": "same-origin"},
    ],
)
def test_a_form_of_another_site_is_refused(desk: Desk, headers: dict[str, str]) -> None:
    door = alone(desk)
    door.get("/")
    address = f"/r/ferry/f/{finding_of(desk)}"
    plain = {name: value.encode("latin-1") for name, value in headers.items()}
    assert door.post(address, data={"outcome": "confirmed"}, headers=plain).status_code == 403
    in_json = f"/api/v1/reports/ferry/findings/{finding_of(desk)}/rulings"
    assert door.post(in_json, json={"outcome": "confirmed"}, headers=plain).status_code == 403
    bare = client(desk, alone="Mara")  # a form sent without any cookie
    assert bare.post(address, data={"outcome": "confirmed"}, headers=plain).status_code == 403
    assert desk.store.head() == 0


def test_the_token_of_another_session_opens_nothing(desk: Desk) -> None:
    one, other = alone(desk), alone(desk)
    csrf = token(one.get("/").text)
    other.get("/")
    address = f"/r/ferry/f/{finding_of(desk)}"
    assert other.post(address, data={"outcome": "confirmed", "csrf": csrf}).status_code == 403
    assert one.post(address, data={"outcome": "confirmed", "csrf": csrf}).status_code == 303


def test_every_answer_carries_the_policy(desk: Desk) -> None:
    door = alone(desk)
    for path in ("/", f"/r/ferry/f/{finding_of(desk)}", "/none", "/static/desk.js", "/api/v1/reports", "/r/ferry/decided.html"):
        headers = door.get(path).headers
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] in ("no-store", "no-cache")
    page = door.get("/").text + door.get(f"/r/ferry/f/{finding_of(desk)}").text
    assert not re.search(r"<[^>]+\s(?:on\w+|style)=|<script(?! src=)|<style|https?://", page)


def test_too_large_a_body_is_refused(desk: Desk) -> None:
    door = alone(desk)
    csrf = token(door.get("/").text)
    assert door.post("/undo", content=b"x", headers={"content-length": "99999999"}).status_code == 413
    pieces = (b"x" * 1_000_000 for _ in range(40))
    answer = door.post("/link", content=pieces, headers={"x-csrf-token": csrf, "content-type": "application/x-www-form-urlencoded"})
    assert answer.status_code == 413


def test_refusals_are_logged_without_secrets(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="discrepancy")
    door = team(desk)
    door.get("/api/v1/reports?key=s3cret", headers={"authorization": "Bearer s3cret"})
    door.post("/undo%0a2024 forged line", data={"csrf": "s3cret", "note": "s3cret"})
    said = [record.getMessage() for record in caplog.records if record.name == "discrepancy.review"]
    assert [line.partition(" from ")[0] for line in said] == [
        "refused 401 GET /api/v1/reports", "refused 400 POST /undo 2024 forged line",
    ]  # fmt: skip
    assert "s3cret" not in "".join(said)
