"""The desk killed under load: whatever it acknowledged is there afterwards."""

from __future__ import annotations

import http.client
import json
import random
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from desk_reports import heap
from serving import put

from discrepancy.review.store import Store

COMMAND = [sys.executable, "-c", "from discrepancy.cli import main; main()", "review"]


def killed_under_load(where: str, folder: Path, times: int) -> None:
    path = put(heap(20), folder)
    chance = random.Random(11)
    acknowledged: list[str] = []
    for round in range(times):
        arguments = [str(path), "--port", "0", "--as", "Mara", "--decisions", where]
        with subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.PIPE, text=True) as desk:
            assert desk.stdout is not None
            address = desk.stdout.readline().split()[4].removeprefix("http://").rstrip("/")
            started = len(acknowledged)
            editors = [threading.Thread(target=editor, args=(address, f"r{round}-e{number}", acknowledged)) for number in range(8)]
            for one in editors:
                one.start()
            limit = time.monotonic() + 30
            while len(acknowledged) == started and time.monotonic() < limit:
                time.sleep(0.01)
            time.sleep(chance.uniform(0.05, 0.5))
            desk.kill()
            for one in editors:
                one.join()
        assert len(acknowledged) > started
    store = Store(where)
    kept = [decision.id for decision in store.decisions()]
    checked = store.verify()
    store.close()
    assert checked.fault == ""
    assert len(set(kept)) == len(kept)
    assert set(acknowledged) <= set(kept)


def editor(address: str, name: str, acknowledged: list[str]) -> None:
    """Rules on and on until the desk is gone."""
    door = http.client.HTTPConnection(address, timeout=20)
    try:
        door.request("GET", "/api/v1/reports/ferry/findings")
        ids = [finding["id"] for finding in json.loads(door.getresponse().read())]
        for n in range(100_000):
            sent = json.dumps({"outcome": "confirmed", "id": f"{name}-{n}"})
            address = f"/api/v1/reports/ferry/findings/{ids[n % len(ids)]}/rulings"
            door.request("POST", address, sent, {"content-type": "application/json"})
            answer = door.getresponse()
            answer.read()
            if answer.status == 201:
                acknowledged.append(f"{name}-{n}")
    except (OSError, http.client.HTTPException):
        return  # killed, as it was meant to be
    finally:
        door.close()


def test_killed_under_load(where: str, tmp_path: Path) -> None:
    killed_under_load(where, tmp_path, 2)


@pytest.mark.nightly
def test_killed_under_load_twenty_times(where: str, tmp_path: Path) -> None:
    killed_under_load(where, tmp_path, 20)
