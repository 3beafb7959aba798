"""The desk turns away whoever has no business there, and no text of an article does anything but stand there."""

from __future__ import annotations

import csv
import io
import json
import logging
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_reports import document, ferry, lay
from serving import desk_on, put
from starlette.testclient import TestClient

from discrepancy.review.accounts import Accounts
from discrepancy.review.app import application
from discrepancy.review.desk import Desk

HOST = "http://127.0.0.1"
PASSWORD = "a long enough password"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = desk_on(tmp_path, put(ferry(), tmp_path))
    yield made
    made.store.close()


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


def test_an_editor_logs_in_rules_and_logs_out(desk: Desk) -> None:
    Accounts(desk.store.engine).add("Ove", "editor", PASSWORD)
    door = team(desk)
    csrf = log_in(door, "Ove")
    sent = {"csrf": csrf, "outcome": "confirmed"}
    assert door.post(f"/r/ferry/f/{finding_of(desk)}", data=sent).status_code == 303
    assert desk.decisions[-1].who == "Ove"
    held = door.cookies.get("__Host-desk")
    assert door.post("/logout", data={"csrf": csrf}).status_code == 303
    door.cookies.set("__Host-desk", held or "", domain="desk.example")
    assert door.get("/").status_code == 303  # the old cookie opens nothing


def test_cookies_are_guarded(desk: Desk) -> None:
    Accounts(desk.store.engine).add("Ove", "editor", PASSWORD)
    door = team(desk)
    planted = "p" * 43
    door.cookies.set("__Host-desk", planted, domain="desk.example")
    sent = {"csrf": token(door.get("/login").text), "name": "Ove", "password": PASSWORD}
    answer = door.post("/login", data=sent)
    cookie = answer.headers["set-cookie"]
    assert planted not in cookie  # a session planted before the login is not the one after it
    for wanted in ("__Host-desk=", "HttpOnly", "Secure", "SameSite=lax", "Path=/"):
        assert wanted in cookie
    other = team(desk)
    other.cookies.set("__Host-desk", planted, domain="desk.example")
    assert other.get("/").status_code == 303


def test_guessing_is_slowed(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    Accounts(desk.store.engine).add("Ove", "editor", PASSWORD)
    door = team(desk)
    csrf = token(door.get("/login").text)
    codes = [door.post("/login", data={"csrf": csrf, "name": "Ove", "password": f"guess-{n}"}).status_code for n in range(6)]
    assert codes == [401] * 5 + [429]
    answer = door.post("/login", data={"csrf": csrf, "name": "Ove", "password": PASSWORD})
    assert answer.status_code == 429
    assert 0 < int(answer.headers["retry-after"]) <= 300
    assert "too many failed logins" in caplog.text
    assert "guess-" not in caplog.text and PASSWORD not in caplog.text and csrf not in caplog.text


def test_after_login_only_to_this_desk(desk: Desk) -> None:
    Accounts(desk.store.engine).add("Ove", "editor", PASSWORD)
    for next_, target in (("/names", "/names"), ("//evil.example", "/"), ("https://evil.example", "/"), ("/\\evil", "/")):
        door = team(desk)
        sent = {"csrf": token(door.get("/login").text), "name": "Ove", "password": PASSWORD, "next": next_}
        assert door.post("/login", data=sent).headers["location"] == target


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


EVIL = '<script>alert(1)</script>"\'><img src=x onerror=alert(2)> =HYPERLINK("evil") \u202egnp \x00 [x](javascript:alert(3))'


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Desk]:
    articles = [
        document("1", "=cmd|' /C calc'!A0", f"@SUM(1) {EVIL}", "It {killed=12 @e|killed 12} " + EVIL, url="javascript:alert(4)"),
        document("2", f"+Post {EVIL}", "-2+3", "It {killed=14 @e|" + EVIL.replace("|", "") + "} and " + "x" * 1_000_000),
    ]
    made = desk_on(tmp_path, put(lay(articles), tmp_path))
    (finding,) = made.shelf("ferry").findings
    made.rule("=Mara", "ferry", finding, "dismissed", reason="misread", note=f"=1+1 {EVIL}".replace("\x00", ""))
    yield made
    made.store.close()


def test_hostile_text_in_every_page(hostile: Desk) -> None:
    door = alone(hostile)
    (finding,) = hostile.shelf("ferry").findings
    for path in ("/?state=any", f"/r/ferry/f/{finding}", "/r/ferry/a/0", "/r/ferry/a/1", "/events", "/names", "/activity",
                 "/exports", "/r/ferry/decided.html", "/?q=<script>alert(1)</script>&state=any",
                 "/r/<script>alert(1)</script>/f/x", "/r/ferry/f/<img src=x onerror=alert(1)>"):  # fmt: skip
        answer = door.get(path)
        assert answer.status_code in (200, 404)
        assert "<script>alert" not in answer.text and "<img" not in answer.text
        assert "\u202e" not in answer.text and "\x00" not in answer.text
        assert 'href="javascript' not in answer.text


def test_hostile_text_in_every_export(hostile: Desk) -> None:
    from openpyxl import load_workbook

    door = alone(hostile)
    table = list(csv.reader(io.StringIO(door.get("/r/ferry/decisions.csv").text)))
    assert not [cell for row in table for cell in row if re.match(r"[=+@\t\r]|-(?!\d)", cell)]
    book = load_workbook(io.BytesIO(door.get("/r/ferry/decisions.xlsx").content))
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]  # type: ignore[union-attr]
    assert {cell.data_type for cell in cells} == {"s"}
    assert any(str(cell.value).startswith("=1+1") for cell in cells)
    markdown = door.get("/r/ferry/decided.md").text
    assert not re.search(r"(?<!\\)<", markdown) and "](javascript" not in markdown and "\u202e" not in markdown
    assert "\\<script\\>" in markdown
    with zipfile.ZipFile(io.BytesIO(door.get("/r/ferry/evidence.zip").content)) as packed:
        assert packed.testzip() is None
        assert "<script>alert" not in packed.read("decided.html").decode()
        for name in ("quotes.csv", "articles.csv"):
            rows = csv.reader(io.StringIO(packed.read(name).decode()))
            assert not [cell for row in rows for cell in row if cell[:1] in ("=", "@", "+")]
        lines = packed.read("decisions.jsonl").decode().splitlines()
        assert json.loads(lines[0])["who"] == "=Mara"


def test_an_empty_password_list_and_odd_names(desk: Desk) -> None:
    accounts = Accounts(desk.store.engine)
    from discrepancy.review.decisions import Refused

    for name, role, password in (
        ("", "editor", PASSWORD),
        ("a\nb", "editor", PASSWORD),
        ("Ove", "chief", PASSWORD),
        ("Ove", "editor", "short"),
    ):
        with pytest.raises(Refused):
            accounts.add(name, role, password)
    accounts.add("Ove", "editor", PASSWORD)
    secret = accounts.open(accounts.named("Ove"))  # type: ignore[arg-type]
    assert accounts.holder(secret) is not None
    assert accounts.holder(secret, "program") is None
    accounts.add("Ove", "viewer", PASSWORD + "2")
    assert accounts.holder(secret) is None  # a new password ends old sessions
    assert accounts.check("Ove", PASSWORD) is None
    assert accounts.remove("Ove") and not accounts.remove("Ove")


def test_sessions_end(desk: Desk) -> None:
    moment = [1_700_000_000.0]
    accounts = Accounts(desk.store.engine, clock=lambda: moment[0])
    secret = accounts.open(accounts.add("Ove", "editor", PASSWORD))
    assert accounts.holder(secret) is not None
    moment[0] += 13 * 3600
    assert accounts.holder(secret) is None


def test_a_copied_database_opens_nothing(desk: Desk, tmp_path: Path) -> None:
    accounts = Accounts(desk.store.engine)
    secret = accounts.open(accounts.add("Ove", "editor", PASSWORD))
    data = b"".join(path.read_bytes() for path in tmp_path.glob("decisions.sqlite*"))
    assert b"argon2id" in data
    assert secret.encode() not in data and PASSWORD.encode() not in data
