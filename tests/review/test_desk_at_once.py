"""Several at one desk: editors over the network, threads, a report replaced meanwhile."""

from __future__ import annotations

import json
import threading
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from desk_reports import ferry, heap
from serving import about, desk_on, put, served

from discrepancy.review.decisions import Decision
from discrepancy.review.desk import Desk, Meanwhile
from discrepancy.review.store import Store


def test_a_ruling_made_meanwhile_is_not_overruled_unseen(desk: Desk) -> None:
    finding = about(desk, "killed")
    made = desk.rule("Ove", "ferry", finding, "confirmed")
    with pytest.raises(Meanwhile, match="Ove ruled on this meanwhile"):
        desk.rule("Mara", "ferry", finding, "dismissed", reason="misread", seen=0)
    assert desk.rule("Mara", "ferry", finding, "dismissed", reason="misread", seen=made.seq).seq == 2


def test_a_report_replaced_while_half_written_is_not_read(tmp_path: Path) -> None:
    path = put(ferry(), tmp_path)
    desk = desk_on(tmp_path, path)
    path.write_text("{")
    desk.refresh()
    assert len(desk.shelf("ferry").findings) == 3
    put(ferry(courier=True), tmp_path)
    desk.refresh()
    assert len(desk.shelf("ferry").findings) == 4
    desk.store.close()


def test_editors_at_once_over_the_network(where: str, tmp_path: Path) -> None:
    """Twenty editors, each through a page of their own: none of 400 rulings lost or doubled."""
    desk = desk_on(tmp_path, put(heap(20), tmp_path), address=where)
    ids = list(desk.shelf("ferry").findings)
    with served(desk) as address:

        def editor(number: int) -> int:
            for n in range(20):
                sent = {"outcome": "confirmed", "id": f"e{number}-{n}", "note": str(n)}
                request = urllib.request.Request(
                    f"{address}/api/v1/reports/ferry/findings/{ids[n]}/rulings",
                    json.dumps(sent).encode(),
                    {"content-type": "application/json"},
                )
                with urllib.request.urlopen(request, timeout=60) as answer:
                    assert answer.status == 201
            return 20

        with ThreadPoolExecutor(20) as editors:
            assert sum(editors.map(editor, range(20))) == 400
    store = Store(where)
    kept = [decision.id for decision in store.decisions()]
    assert len(kept) == len(set(kept)) == 400
    assert store.verify().fault == ""
    store.close()
    desk.store.close()


def test_threads_on_one_desk(desk: Desk) -> None:
    ids = list(desk.shelf("ferry").findings)
    made: list[Decision] = []
    threads = [
        threading.Thread(target=lambda n=n: made.append(desk.rule("Mara", "ferry", ids[n % len(ids)], "confirmed"))) for n in range(40)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [d.seq for d in desk.decisions] == list(range(1, 41))
    assert {d.id for d in made} == {d.id for d in desk.decisions}


# ---- The command line
