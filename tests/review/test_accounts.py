"""Accounts of a team: who logs in, how long that holds, and what guessing costs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_reports import ferry
from doors import PASSWORD, finding_of, log_in, team, token
from serving import desk_on, put

from discrepancy.review.accounts import Accounts
from discrepancy.review.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = desk_on(tmp_path, put(ferry(), tmp_path))
    yield made
    made.store.close()


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
