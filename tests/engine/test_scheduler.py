"""A cluster that somebody else started: a scheduler and two workers, each a process of its own, reached under an address."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from discrepancy.cli import run

pytest.importorskip("distributed")

TOLL = "A bomb killed {} people in {}, Germany, on Tuesday, 5 March 2024, police said. The blast injured 31 people."
TOWNS = ("Vellmar", "Aalen", "Fulda", "Hagen", "Jena", "Kassel", "Lindau", "Minden", "Passau", "Trier")


class Cluster:
    """The processes of a cluster."""

    def __init__(self, folder: Path) -> None:
        self._card = folder / "scheduler.json"
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        card = ["--scheduler-file", str(self._card)]
        head = ["-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show", *card]
        hand = ["-m", "distributed.cli.dask_worker", "--nthreads", "1", "--no-dashboard", "--no-nanny", "--host", "127.0.0.1", *card]
        self.scheduler = subprocess.Popen([sys.executable, *head], **quiet)  # type: ignore[call-overload]
        self._until(self._card.exists)
        place = ["--local-directory", str(folder)]
        self.workers = [subprocess.Popen([sys.executable, *hand, *place], **quiet) for _ in range(2)]  # type: ignore[call-overload]

    def _until(self, ready: object) -> None:
        for _ in range(600):
            if ready():  # type: ignore[operator]
                return
            time.sleep(0.1)
        raise AssertionError("the scheduler did not start")

    @property
    def address(self) -> str:
        self._until(lambda: self._card.exists() and self._card.read_text().strip().endswith("}"))
        found: str = json.loads(self._card.read_text())["address"]
        return found

    def end(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    made = Cluster(tmp_path)
    try:
        yield made
    finally:
        made.end()


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Many short articles, two a town, one of which differs."""
    source = tmp_path / "news.jsonl"
    records = [
        {"doc_id": f"{town}-{copy}-{number}", "source": f"{town} {copy}", "text": TOLL.format(12 + 3 * copy + number, town)}
        for number in range(30)
        for town in TOWNS
        for copy in (0, 1)
    ]
    source.write_text("\n".join(map(json.dumps, records)) + "\n")
    return source


@pytest.mark.nightly
def test_a_cluster_under_an_address_gives_the_same_though_one_of_its_workers_dies(cluster: Cluster, news: Path, tmp_path: Path) -> None:
    call = ["--project", "none", "batch", str(news), "--decisions", "none"]
    assert run([*call, "-o", str(tmp_path / "here")]) == 0
    on_cluster = ["-o", str(tmp_path / "there"), "--engine", "dask", "--scheduler", cluster.address]
    there = subprocess.Popen(
        [sys.executable, "-m", "discrepancy_main", *call, *on_cluster],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    read = tmp_path / "there" / "work" / "read"
    for _ in range(1200):
        if there.poll() is not None or any(read.glob("*.parquet")):
            break
        time.sleep(0.05)
    os.kill(cluster.workers[0].pid, signal.SIGKILL)
    _, said = there.communicate(timeout=400)
    assert there.returncode == 0, said
    for name in ("findings.jsonl", "findings.csv"):
        assert (tmp_path / "there" / name).read_bytes() == (tmp_path / "here" / name).read_bytes()
    assert (tmp_path / "there" / "findings.jsonl").stat().st_size > 0
    assert cluster.workers[1].poll() is None and cluster.scheduler.poll() is None  # what others started is left running
