"""How fast the desk is: a queue of thousands of findings, rulings one after the other, editors all at once.

``python benchmarks/desk_load.py [FINDINGS] [RULINGS] [--decisions URL]`` makes a report of its own, serves it on
loopback in a process of its own, and prints a line a measure: seconds to open the desk, to show the queue, to save a
ruling (median, 95th percentile), and rulings a second from 20 editors. Leaves with 1 when the queue takes 1 s or a
ruling 100 ms in the median.
"""

from __future__ import annotations

import http.client
import json
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "review"))


def main() -> int:
    """Runs all measures; gives the exit code."""
    from desk_reports import heap  # type: ignore[import-not-found]  # the tests' own reports
    from serving import put  # type: ignore[import-not-found]  # as above

    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    findings, rulings = (*numbers, *(5000, 500)[len(numbers) :])
    with tempfile.TemporaryDirectory() as folder:
        where = sys.argv[sys.argv.index("--decisions") + 1] if "--decisions" in sys.argv else f"{folder}/d.sqlite"
        path = put(heap(findings), Path(folder), "storms")
        command = [sys.executable, "-c", "from discrepancy.cli import main; main()", "review", str(path)]
        begun = time.perf_counter()
        with subprocess.Popen([*command, "--port", "0", "--as", "Mara", "--decisions", where], stdout=subprocess.PIPE, text=True) as desk:
            assert desk.stdout is not None
            address = desk.stdout.readline().split()[4].removeprefix("http://").rstrip("/")
            print(f"{findings} findings: desk open after {time.perf_counter() - begun:.2f} s")
            try:
                return measured(address, findings, rulings)
            finally:
                desk.terminate()


def measured(address: str, findings: int, rulings: int) -> int:
    """All measures on a desk that is open."""
    door = http.client.HTTPConnection(address)
    queue = [timed(door, "GET", "/") for _ in range(10)]
    anything = [timed(door, "GET", "/?state=any&q=village+42&page=2") for _ in range(10)]
    print(f"queue: {shown(queue)}; filtered: {shown(anything)}")
    ids = [each["id"] for each in json.loads(body(door, "/api/v1/reports/storms/findings"))]
    paths = [f"/api/v1/reports/storms/findings/{id}/rulings" for id in ids]
    taken = [timed(door, "POST", paths[n % findings], {"outcome": "confirmed"}) for n in range(rulings)]
    print(f"{rulings} rulings, one editor: {shown(taken)}")
    begun = time.perf_counter()
    with ThreadPoolExecutor(20) as editors:
        each = list(editors.map(lambda n: editor(address, paths, n, rulings // 20), range(20)))
    seconds = time.perf_counter() - begun
    at_once = [moment for own in each for moment in own]
    print(f"{len(at_once)} rulings, 20 editors at once: {len(at_once) / seconds:.0f} a second; {shown(at_once)}")
    after = [timed(door, "GET", "/") for _ in range(10)]
    print(f"queue afterwards: {shown(after)}")
    slow = statistics.median(queue + after) >= 1 or statistics.median(taken) >= 0.1
    return 1 if slow else 0


def editor(address: str, paths: list[str], number: int, count: int) -> list[float]:
    """One of the editors at once: seconds of each of their rulings."""
    door = http.client.HTTPConnection(address, timeout=120)
    return [timed(door, "POST", paths[(number + 20 * n) % len(paths)], {"outcome": "confirmed"}) for n in range(count)]


def timed(door: http.client.HTTPConnection, method: str, path: str, sent: dict[str, str] | None = None) -> float:
    """Seconds of one request."""
    begun = time.perf_counter()
    data = None if sent is None else json.dumps(sent)
    door.request(method, path, data, {"content-type": "application/json"} if data else {})
    answer = door.getresponse()
    answer.read()
    assert answer.status in (200, 201), (answer.status, path)
    return time.perf_counter() - begun


def body(door: http.client.HTTPConnection, path: str) -> bytes:
    """What a GET gives."""
    door.request("GET", path)
    return door.getresponse().read()


def shown(seconds: list[float]) -> str:
    """Median and 95th percentile in milliseconds."""
    ordered = sorted(seconds)
    return f"median {statistics.median(ordered) * 1000:.0f} ms, 95 % {ordered[int(len(ordered) * 0.95)] * 1000:.0f} ms"


if __name__ == "__main__":
    sys.exit(main())
