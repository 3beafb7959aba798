"""Decisions are kept for good: in order, once each, through crashes, and nobody changes one unseen."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from discrepancy.review.database import NoDatabase
from discrepancy.review.decisions import (
    Decision,
    House,
    Link,
    Refused,
    RuledCamp,
    RuledClaim,
    Ruling,
    Undo,
    from_json,
    to_json,
)
from discrepancy.review.exchange import NotDecisions, from_lines, to_lines
from discrepancy.review.store import Store

WRITERS = Path(__file__).with_name("writers.py")
CAMPS = (RuledCamp("12", (RuledClaim("k1", "a1", "Gazette"),)), RuledCamp("14", (RuledClaim("k2", "a2", "Post"),)))
RULING = Ruling("dismissed", CAMPS, reason="other-scope", note="“crew”\u202e and=1")
HOUSE = House("person", "Ilse Varnik", ("Ilse Warnik",))


def writers(address: str, processes: int, editors: int, each: int, name: str = "w") -> list[subprocess.Popen[str]]:
    return [
        subprocess.Popen(
            [sys.executable, str(WRITERS), address, str(editors), str(each), f"{name}{number}"],
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(processes)
    ]


def test_what_is_appended_comes_back(where: str) -> None:
    store = Store(where)
    bodies = [RULING, HOUSE, Undo("x"), Link("names", "same", ("person:A",), ("person:B",))]
    made = store.append("Mara", bodies)
    assert [d.seq for d in made] == [1, 2, 3, 4]
    assert store.decisions() == made
    assert store.decisions(after=3) == made[3:]
    assert [d.body for d in made] == bodies
    store.close()
    again = Store(where)
    assert again.decisions() == made
    assert again.verify().fault == ""
    again.close()


def test_a_request_sent_twice_is_kept_once(where: str) -> None:
    store = Store(where)
    first = store.append("Mara", [RULING], ["id-1"])
    assert store.append("Mara", [RULING], ["id-1"]) == first
    with pytest.raises(Refused, match="stands for another decision"):
        store.append("Mara", [HOUSE], ["id-1"])
    with pytest.raises(Refused, match="stands for another decision"):
        store.append("Ove", [RULING], ["id-1"])
    assert store.head() == 1
    store.close()


def test_all_or_none(where: str) -> None:
    store = Store(where)
    with pytest.raises(Refused):
        store.append("Mara", [RULING, Undo("")])
    assert store.head() == 0
    store.close()


def test_the_database_refuses_to_change_or_delete(where: str) -> None:
    store = Store(where)
    store.append("Mara", [RULING])
    for statement in ("UPDATE decisions SET who = 'Ove'", "DELETE FROM decisions"):
        with pytest.raises(DBAPIError, match="never"), store.engine.begin() as connection:
            connection.execute(text(statement))
    assert store.verify().count == 1
    store.close()


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE decisions SET who = 'Ove' WHERE seq = 2", "decision 2 was changed"),
        ("UPDATE decisions SET body = replace(body, '12', '13') WHERE seq = 1", "decision 1 was changed"),
        ("DELETE FROM decisions WHERE seq = 2", "decision 2 is missing"),
        ("UPDATE decisions SET body = 'x' WHERE seq = 2", "cannot be read"),
        ("DELETE FROM decisions WHERE seq = 3", "cut off"),
    ],
)
def test_tampering_shows(tmp_path: Path, statement: str, fault: str) -> None:
    store = Store(tmp_path / "d.sqlite")
    head = store.append("Mara", [RULING, HOUSE, Undo("x")])[-1].hash
    with store.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER decisions_stay"))
        connection.execute(text("DROP TRIGGER decisions_remain"))
        connection.execute(text(statement))
    assert fault in store.verify(head).fault
    store.close()


def test_a_clock_set_back_keeps_the_order(tmp_path: Path) -> None:
    times = iter(["2024-03-06T08:00:00.000000Z", "2024-03-05T08:00:00.000000Z"])
    store = Store(tmp_path / "d.sqlite", clock=lambda: next(times))
    assert store.append("Mara", [HOUSE])[0].at == store.append("Mara", [RULING])[0].at
    store.close()


def test_out_and_in_again_keeps_the_chain(where: str, tmp_path: Path) -> None:
    store, copy = Store(where), Store(tmp_path / "copy.sqlite")
    store.append("Mara", [RULING, HOUSE])
    lines = to_lines(store.decisions())
    assert copy.adopt(from_lines(lines)) == 2
    assert copy.adopt(from_lines(lines)) == 0
    assert copy.verify() == store.verify()
    store.append("Ove", [Undo("x")])
    copy.append("Lund", [HOUSE])  # two desks went their own way
    assert copy.adopt(from_lines(to_lines(store.decisions()))) == 1
    assert copy.verify().fault == ""
    assert [d.who for d in copy.decisions()] == ["Mara", "Mara", "Lund", "Ove"]
    store.close()
    copy.close()


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda lines: lines.replace("Mara", "Ove", 1), "line 1: was changed"),
        (lambda lines: lines.replace('"dismissed"', '"praised"'), "outcome is one of"),
        (lambda lines: "".join(lines.splitlines(keepends=True)[::2]), "line 2: does not follow"),
        (lambda lines: "[" * 5000 + "\n" + lines, "line 1: is not JSON"),
        (lambda lines: "{}\n", "has the texts"),
        (lambda lines: lines.replace('"seq": 1', '"seq": true'), "number 'seq'"),
    ],
)
def test_a_spoiled_export_is_refused(tmp_path: Path, spoil, fault: str) -> None:  # type: ignore[no-untyped-def]
    store = Store(tmp_path / "d.sqlite")
    store.append("Mara", [RULING, HOUSE, Undo("x")])
    with pytest.raises(NotDecisions, match=fault):
        from_lines(spoil(to_lines(store.decisions())))
    store.close()


def test_bodies_as_json_and_back() -> None:
    for body in (RULING, HOUSE, Undo("x", "why"), Link("events", "different", ("a",), ("b", "c"), "A", "B")):
        kind = {Ruling: "ruling", House: "house", Undo: "undo", Link: "link"}[type(body)]
        assert from_json(kind, to_json(body)) == body


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("ruling", []),
        ("ruling", {"outcome": "dismissed"}),
        ("ruling", {"outcome": "dismissed", "camps": []}),
        (
            "ruling",
            {"outcome": "dismissed", "camps": [{"value": "1", "claims": [{"key": 5, "article": "", "source": ""}]}]},
        ),
        ("ruling", {"outcome": "dismissed", "camps": "x"}),
        ("ruling", {"outcome": ["dismissed"], "camps": []}),
        ("ruling", to_json(RULING) | {"outcome": "resolved"}),
        ("ruling", to_json(RULING) | {"note": "x" * 4001}),
        ("ruling", to_json(RULING) | {"note": "a\x00b"}),
        ("ruling", to_json(RULING) | {"extra": "x"}),
        ("link", {"what": "events", "how": "same", "left": ["a"], "right": ["a"]}),
        ("link", {"what": "events", "how": "same", "left": ["a"], "right": []}),
        ("house", {"kind": "person", "spelling": " ", "variants": []}),
        ("poem", {}),
    ],
)
def test_what_says_nothing_is_refused(kind: str, body: object) -> None:
    with pytest.raises(Refused):
        from_json(kind, body)


def test_an_address_that_leads_nowhere_is_a_sentence_without_the_password(tmp_path: Path) -> None:
    (tmp_path / "text.sqlite").write_text("no database " * 100)
    for address in (
        str(tmp_path / "text.sqlite"),
        str(tmp_path / "no" / "folder.sqlite"),
        "postgresql://mara:secret7@127.0.0.1:1/desk",
        "mysql://mara:secret7@localhost/desk",
        "://",
    ):
        with pytest.raises(NoDatabase) as raised:
            Store(address)
        assert "secret7" not in str(raised.value)
        assert "\n" not in str(raised.value)


def promised(processes: list[subprocess.Popen[str]]) -> list[str]:
    return [line for process in processes for line in process.communicate(timeout=900)[0].split("\n") if line]


def kept_once(address: str, ids: list[str]) -> list[Decision]:
    store = Store(address)
    decisions = list(store.decisions())
    checked = store.verify()
    store.close()
    assert checked.fault == ""
    kept = [d.id for d in decisions]
    assert len(set(kept)) == len(kept)
    assert set(ids) <= set(kept)
    return decisions


def test_twenty_editors_at_once(where: str) -> None:
    Store(where).close()
    ids = promised(writers(where, 4, 5, 100))
    assert len(ids) == 2000
    assert len(kept_once(where, ids)) == 2000


@pytest.mark.nightly
def test_twenty_editors_of_two_thousand_each(where: str) -> None:
    Store(where).close()
    ids = promised(writers(where, 4, 5, 2000))
    assert len(kept_once(where, ids)) == 40_000


def killed_under_load(where: str, times: int) -> None:
    Store(where).close()
    chance = random.Random(7)
    ids: list[str] = []
    for round in range(times):
        running = writers(where, 1, 5, 100_000, f"r{round}-")
        (process,) = running
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.3))
        process.kill()
        # What was cut in the middle of a line was not promised to anybody.
        ids += [line[:-1] for line in [first, *process.stdout.readlines()] if line.endswith("\n")]
        process.wait()
        process.stdout.close()
        assert first
    assert len(ids) > times
    kept_once(where, ids)


def test_killed_under_load(where: str) -> None:
    killed_under_load(where, 2)


@pytest.mark.nightly
def test_killed_under_load_twenty_times(where: str) -> None:
    killed_under_load(where, 20)
