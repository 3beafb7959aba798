"""Hostile and broken files: no crash, no hang, no feast on memory, no reach beyond what was given, a sentence for each."""

from __future__ import annotations

import http.server
import os
import random
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import hostile
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from discrepancy.ingest import apart, read
from discrepancy.ingest.apart import Outcome, Readers
from discrepancy.ingest.guide import guide
from discrepancy.ingest.page import Refused
from discrepancy.ingest.read import _document
from discrepancy.ingest.vocabulary import shipped, vocabulary

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 10
"""Seconds that one article may take."""
MOST_MEMORY = 1_000_000_000
WORDS = vocabulary(shipped())


@pytest.fixture(scope="module")
def calls() -> Iterator[tuple[int, list[str]]]:
    """A server that nobody may call, and who called it."""
    called: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            called.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_port, called
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def files(calls: tuple[int, list[str]]) -> dict[str, bytes]:
    return {**hostile.built(calls[0]), **hostile.broken()}


def sound(outcome: Outcome) -> None:
    """An outcome is a page that becomes a document or is refused, or a refusal in one sentence for people."""
    try:
        if isinstance(outcome.page, Refused):
            raise outcome.page
        made = _document("a", "a", outcome.sha256, outcome.page, WORDS)
        text = getattr(made, "document", made).text
        assert all(text[block.span.start : block.span.end].strip() for block in outcome.page.known)
        assert list(outcome.page.pages) == sorted(outcome.page.pages)
    except Refused as refused:
        said = str(refused)
        assert 10 < len(said) < 600 and "Traceback" not in said and "\n" not in said.strip()


def test_there_are_enough_files(files: dict[str, bytes]) -> None:
    assert len(files) >= 150


@pytest.mark.parametrize("part", range(6))
def test_each_is_read_or_refused_in_time(files: dict[str, bytes], part: int, calls: tuple[int, list[str]]) -> None:
    with Readers(replace(guide(shipped()), seconds=4)) as readers:  # half the time, so that hanging files cost the tests less

        def took(name: str) -> float:
            """Seconds to read a file, or to look through what it gave: the longer of both; of hundreds of articles only the first."""
            begun = time.perf_counter()
            outcomes = list(readers.read(files[name], name.rpartition("-")[2]))
            read = time.perf_counter() - begun
            assert outcomes, name
            begun = time.perf_counter()
            for outcome in outcomes[:200]:
                sound(outcome)
            return max(read, time.perf_counter() - begun) if len(outcomes) < 200 else read

        slow = [name for name in sorted(files)[part::6] if took(name) > LONGEST]
        assert [name for name in slow if took(name) > LONGEST] == []  # once more: on a busy machine anything waits for seconds once
    assert calls[1] == [], "something was fetched"


def test_the_command_line_reads_the_rest_and_writes_nothing(files: dict[str, bytes], tmp_path: Path) -> None:
    given, elsewhere = tmp_path / "given", tmp_path / "elsewhere"
    given.mkdir()
    elsewhere.mkdir()
    some = {
        name: data for name, data in files.items() if name.startswith(("cut-", "flipped-500", "xxe", "escape", "locked", "loop", "calls"))
    }
    for name, data in some.items():
        (given / name).write_bytes(data)
    (given / "good.txt").write_text(hostile.ENGLISH)
    before = {path: path.read_bytes() for path in given.iterdir()}
    environment = {**os.environ, "HOME": str(elsewhere), "TMPDIR": str(elsewhere), "XDG_CACHE_HOME": str(elsewhere)}
    # Its own peak from /proc: what getrusage tells of a process itself includes the one that started it, here all tests so far.
    script = (
        "import re, resource, sys; from discrepancy.cli import run; code = run(['read', sys.argv[1]]);"
        "own = int(re.search(r'VmHWM:\\s*(\\d+)', open('/proc/self/status').read())[1]);"
        "print('PEAK', max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) * 1024);"
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(given)],
        capture_output=True,
        text=True,
        cwd=elsewhere,
        env={**environment, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 3, done.stderr[-2000:]
    assert f"{given}/good.txt" in done.stdout
    told = {line.partition(": ")[0] for line in done.stderr.splitlines()}
    for name in some:
        mentioned = any(one.startswith(str(given / name)) for one in told) or str(given / name) in done.stdout
        assert mentioned, f"{name} was passed over in silence"
    assert int(done.stdout.rpartition("PEAK")[2]) < MOST_MEMORY
    assert {path: path.read_bytes() for path in given.iterdir()} == before
    assert list(elsewhere.iterdir()) == []
    assert "root:" not in done.stdout and not Path("/tmp/escaped.txt").exists()


GUARDED = "import sys; from discrepancy.ingest.apart import _guard; _guard(1_000_000_000)\n"


@pytest.mark.parametrize(
    "tries",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('valleypost.example', 80)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.remove(sys.argv[1])",
        "import os; os.rename(sys.argv[1], sys.argv[1] + '2')",
        "import os; os.mkdir(sys.argv[1] + '2')",
        "open(sys.argv[1]).read()",
        "open(sys.argv[1], 'w')",
        "open('/etc/passwd').read()",
        "import os; os.open(sys.argv[1], os.O_RDWR)",
    ],
)
def test_the_process_that_reads_may_not(tries: str, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("whole")
    done = subprocess.run([sys.executable, "-c", GUARDED + tries, str(file)], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode != 0 and "no reader may" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"] and file.read_text() == "whole"


def test_nothing_here_opens_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    for name, data in hostile.whole().items():
        (tmp_path / name).write_bytes(data)
    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    inputs = read(tmp_path)
    assert inputs.unreadable == () and len(inputs.documents) >= 30


def test_memory_is_bounded_and_the_rest_goes_on() -> None:
    with Readers(guide(shipped())) as readers:
        (greedy,) = readers.read(b"MIME-Version: 1.0\nSubject: " + b"=?utf-8?q?a?= " * 80_000 + b"\n\nx", "a.eml")
        assert isinstance(greedy.page, Refused)
        (good,) = readers.read(hostile.whole()["page.html"], "a.html")
        assert not isinstance(good.page, Refused)


def test_a_reader_that_hangs_is_stopped_and_the_rest_goes_on() -> None:
    hasty = replace(guide(shipped()), seconds=1)
    with Readers(hasty) as readers:
        readers.read(hostile.whole()["page.html"], "a.html")
        begun = time.perf_counter()
        outcomes = list(readers.read(b"MIME-Version: 1.0\nFrom: " + b'"' * 300_000 + b"\n\nx", "a.eml"))
        assert time.perf_counter() - begun < LONGEST
        assert "took longer than 1 second" in str(outcomes[0].page)
        assert readers._process is None
        assert len(list(readers.read(hostile.whole()["draft.md"], "a.md"))) == 1


def test_a_reader_that_dies_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    with Readers(guide(shipped())) as readers:
        ask = readers._ask

        def dies(data: bytes, name: str, skip: int) -> None:
            assert readers._process is not None
            readers._process.kill()
            readers._process.wait()
            ask(data, name, skip)

        with monkeypatch.context() as deadly:
            deadly.setattr(readers, "_ask", dies)
            for _ in range(2):
                (outcome,) = readers.read(hostile.whole()["draft.md"], "a.md")
                assert "broke down" in str(outcome.page)
        (outcome,) = readers.read(hostile.whole()["draft.md"], "a.md")
        assert not isinstance(outcome.page, Refused)


@pytest.mark.parametrize(
    ("name", "library"),
    [("page.html", "trafilatura"), ("print.pdf", "pypdfium2"), ("word.docx", "python-docx"), ("table.parquet", "pyarrow")],
)
def test_a_missing_library_is_told_with_what_to_install(name: str, library: str) -> None:
    extra = "scale" if library == "pyarrow" else "office"
    module = {"python-docx": "docx"}.get(library, library)
    script = (
        f"import sys; sys.modules[{module!r}] = None\n"
        "from discrepancy.ingest.formats import parts; from discrepancy.ingest.guide import guide\n"
        "from discrepancy.ingest.vocabulary import shipped\n"
        "[part.make() for part in parts(sys.stdin.buffer.read(), sys.argv[1], guide(shipped()))]"
    )
    done = subprocess.run([sys.executable, "-c", script, name], input=hostile.whole()[name], capture_output=True, cwd=ROOT)
    assert f"needs {library}, which is not installed; install it with: pip install 'discrepancy[{extra}]'".encode() in done.stderr


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    with apart.Readers(guide(shipped())) as started:
        yield started


def mutated(name: str, chance: random.Random) -> bytes:
    """A good file after one to four ways of breaking it."""
    data = hostile.whole()[name]
    for _ in range(chance.randrange(1, 5)):
        data = hostile.MUTATIONS[chance.choice(sorted(hostile.MUTATIONS))](data, chance) if len(data) > 30 else data + b"PK\x03\x04"
    return data[:5_000_000]


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(name=st.sampled_from(sorted(hostile.whole())), seed=st.integers(0, 2**32))
def test_any_way_of_breaking_a_file(readers: Readers, name: str, seed: int) -> None:
    for outcome in readers.read(mutated(name, random.Random(seed)), name):
        sound(outcome)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(
    start=st.sampled_from(
        [
            b"",
            b"<html>",
            b"<?xml version='1.0'?><rss>",
            b"%PDF-1.4",
            b"PK\x03\x04",
            b"PAR1",
            b'{"',
            b"MIME-Version: 1.0\n",
            b"---\na: b\n",
            b"text,a\n",
        ]
    ),
    rest=st.binary(max_size=2000) | st.text(max_size=500).map(str.encode),
    name=st.sampled_from(["a.txt", "a.csv", "a.md", "a"]),
)
def test_any_bytes(readers: Readers, start: bytes, rest: bytes, name: str) -> None:
    for outcome in readers.read(start + rest, name):
        sound(outcome)


@pytest.mark.nightly
def test_an_hour_of_breaking_files(readers: Readers, tmp_path: Path) -> None:
    """DISCREPANCY_FUZZ_SECONDS (3600) of files broken by chance; a failure names the format and the seed that shows it again."""
    until = time.monotonic() + float(os.environ.get("DISCREPANCY_FUZZ_SECONDS", "3600"))
    first = int(os.environ.get("DISCREPANCY_FUZZ_SEED", str(time.time_ns() % 10**9)))
    seed = first
    while time.monotonic() < until:
        seed += 1
        name = sorted(hostile.whole())[seed % len(hostile.whole())]
        begun = time.monotonic()
        try:
            outcomes = list(readers.read(mutated(name, random.Random(seed)), name))
            for outcome in outcomes:
                sound(outcome)
            assert time.monotonic() - begun < LONGEST * max(1, len(outcomes))
        except Exception as error:
            raise AssertionError(f"mutated({name!r}, random.Random({seed})) shows it again") from error
    print(f"{seed - first} files from seed {first} on")


def test_a_process_that_does_not_start_is_told_and_keeps_nobody_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    with Readers(guide(shipped())) as readers:
        with monkeypatch.context() as broken:
            broken.setattr(sys, "executable", shutil.which("false"))
            for _ in range(2):
                (outcome,) = readers.read(hostile.whole()["draft.md"], "a.md")
                assert isinstance(outcome.page, Refused) and "did not start" in str(outcome.page)
        (outcome,) = readers.read(hostile.whole()["draft.md"], "a.md")
        assert not isinstance(outcome.page, Refused)


def test_a_process_that_ends_between_two_files_costs_none() -> None:
    with Readers(guide(shipped())) as readers:
        for _ in range(2):
            (outcome,) = readers.read(hostile.whole()["draft.md"], "a.md")
            assert not isinstance(outcome.page, Refused)
            assert readers._process is not None
            readers._process.kill()


def test_a_slow_reader_of_the_answers_costs_no_article() -> None:
    lines = b"".join(b'{"text": "%s It was fall %d."}\n' % (hostile.ENGLISH.encode(), number) for number in range(30))
    with Readers(replace(guide(shipped()), seconds=1)) as readers:
        found = []
        for outcome in readers.read(lines, "a.jsonl"):
            found.append(outcome)
            if len(found) == 1:
                time.sleep(2.5)
        assert len(found) == 30 and not any(isinstance(outcome.page, Refused) for outcome in found)
        (outcome,) = readers.read(hostile.whole()["draft.md"], "a.md")
        assert not isinstance(outcome.page, Refused)
