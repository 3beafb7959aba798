"""Readers in a process of their own: what a hostile file can do ends there.

Takes the bytes of a file; gives its pages and refusals, one by one. The process gets bytes and limits on its standard
input and answers in JSON lines on its standard output; it may use so much memory and no more, is ended when an article
takes too long, and is refused network, programs, and files other than Python's own. What it says is data: nothing
in it is run.

One process serves a whole reading, and a new one takes over where one had to be ended.
"""

from __future__ import annotations

import json
import os
import queue
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from discrepancy.ingest.guide import Guide, from_json
from discrepancy.ingest.page import Page, Refused
from discrepancy.model.text import Block, Sourced, Span

if TYPE_CHECKING:
    import subprocess

STARTING = 60
"""Seconds a new process gets before its first word, on a machine that is busy with other things."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One article of a file: its name inside the file, the hash of its bytes, and the page or why there is none; of a stream the record
    from which the page is to be made."""

    name: str
    sha256: str
    page: Page | Refused | Mapping[str, object]


class Readers:
    """The process that reads, started when first needed. Use as a context, so that none is left behind."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._process: subprocess.Popen[bytes] | None = None
        self._said: queue.Queue[bytes] = queue.Queue()
        self._at: str | None = None  # the article that it has begun
        self._late = False

    def __enter__(self) -> Readers:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def read(self, data: bytes, name: str) -> Iterator[Outcome]:
        """The articles of a file in their order."""
        done, fresh = 0, self._process is None
        while True:
            if self._process is None and not self._start():
                self._end()
                yield Outcome(
                    "", "", Refused("the process that reads this format did not start; try again when the machine has less to do")
                )
                return
            self._ask(data, name, done)
            while True:
                said = self._next(self._guide.seconds)
                if isinstance(said, Refused):
                    at = self._at
                    idle = at is None and not fresh and not self._late
                    self._end()
                    fresh = True
                    if idle:
                        done -= 1  # it may have ended while it had nothing to do: asked once more, of a new process
                        break
                    yield Outcome(at or "", "", said)
                    if at is None:  # not one article, the file itself: its other articles are out of reach
                        return
                    break
                if "done" in said:
                    return
                yield Outcome(said["name"], said["sha256"], _page(said["page"]) if "page" in said else Refused(said["refused"]))
                if "end" in said:
                    return
                done += 1
            done += 1

    def _ask(self, data: bytes, name: str, skip: int) -> None:
        assert self._process is not None and self._process.stdin is not None
        head = {"guide": self._guide.as_json(), "name": name, "skip": skip, "size": len(data)}
        with suppress(OSError):  # a process that has ended is found out by its silence
            self._process.stdin.write(json.dumps(head).encode() + b"\n" + data)
            self._process.stdin.flush()

    def _start(self) -> bool:
        """A new process; whether it came so far as to say that it is ready."""
        import subprocess  # not before it is needed: plain text is read without

        home = Path(__file__).resolve().parents[2]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(home), *filter(None, [os.environ.get("PYTHONPATH")])])}
        self._process = subprocess.Popen(  # -P: no module is taken from the folder of the articles
            [sys.executable, "-P", "-m", "discrepancy.ingest.apart"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment,
        )  # fmt: skip
        assert self._process.stdout is not None
        self._said, self._at, self._late = queue.Queue(), None, False
        threading.Thread(target=self._listen, args=(self._process.stdout, self._said), daemon=True).start()
        return not isinstance(self._next(STARTING), Refused)

    def _listen(self, stream: IO[bytes], said: queue.Queue[bytes]) -> None:
        """Takes what the process says as it comes: it waits for nobody."""
        try:
            with suppress(ValueError, OSError):  # closed from the other side
                for line in stream:
                    begins = line.startswith(b'{"at"')
                    if said is self._said:
                        self._at = json.loads(line)["at"] if begins else None
                    if not begins:
                        said.put(line)
        finally:
            said.put(b"")  # whatever ends it, nobody waits for a word that will not come

    def _next(self, seconds: int) -> dict[str, Any] | Refused:
        """What the process says next, or why it says nothing. Who waits for a word is who ends a process that takes longer: while nobody
        waits, it harms nobody that none comes."""
        try:
            line = self._said.get(timeout=seconds)
        except queue.Empty:
            line, self._late = b"", True
        if not line:
            self._said.put(line)  # its last word, for whoever asks again
        if not line and self._late:
            return Refused(f"reading this took longer than {self._guide.seconds} seconds and was stopped; save the article's text alone")
        if not line:
            return Refused("the reader of this format broke down over this file; save the article's text alone")
        loaded: dict[str, Any] = json.loads(line)
        return loaded

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                with suppress(OSError):
                    if stream is not None:
                        stream.close()
            self._process = None


def _page(said: dict[str, Any]) -> Page:
    def sourced(told: dict[str, list[str]]) -> dict[str, Sourced[str]]:
        return {name: Sourced(value, came_from) for name, (value, came_from) in told.items()}

    known = tuple(Block(kind, Span(start, end)) for kind, start, end in said["known"])
    return Page(said["text"], sourced(said["told"]), sourced(said["fallback"]), known, tuple(said["pages"]))


def _as_json(page: Page) -> dict[str, Any]:
    return {
        "text": page.text,
        "told": {name: [told.value, told.came_from] for name, told in page.told.items()},
        "fallback": {name: [told.value, told.came_from] for name, told in page.fallback.items()},
        "known": [[block.kind, block.span.start, block.span.end] for block in page.known],
        "pages": page.pages,
    }


def serve() -> None:
    """The process itself: reads what it is given until its input ends."""
    asked, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # a library that prints must not speak in our name

    def say(**said: Any) -> None:
        answers.write(json.dumps(said).encode() + b"\n")
        answers.flush()

    say(ready=True)
    guarded = False
    while head := asked.readline():
        request = json.loads(head)
        guide = from_json(request["guide"])
        if not guarded:
            _guard(guide.memory_bytes)
            guarded = True
        _answer(asked.read(request["size"]), request["name"], request["skip"], guide, say)


def _answer(data: bytes, name: str, skip: int, guide: Guide, say: Any) -> None:
    from discrepancy.ingest.formats import broken, format_of, parts

    try:
        for count, part in enumerate(parts(data, name, guide)):
            if count < skip:
                continue
            say(at=part.name)
            try:
                page = part.make()
            except Refused as refused:
                say(name=part.name, sha256=part.sha256, refused=str(refused))
            except Exception as error:
                say(name=part.name, sha256=part.sha256, refused=str(broken(format_of(data, name).name, error)))
            else:
                say(name=part.name, sha256=part.sha256, page=_as_json(page))
        say(done=True)
    except Refused as refused:
        say(name="", sha256="", refused=str(refused), end=True)


def _guard(memory_bytes: int) -> None:
    """Takes from this process what no reader needs."""
    with suppress(ImportError, ValueError, OSError):  # no such limits on Windows
        import resource

        for limit in (resource.RLIMIT_AS, resource.RLIMIT_DATA):
            resource.setrlimit(limit, (memory_bytes, memory_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    own = tuple(
        {os.path.realpath(str(path)) for path in (sys.prefix, sys.base_prefix, Path(__file__).resolve().parents[2], *sys.path) if path}
    )
    devices = ("/dev/null", "/dev/urandom", os.devnull)

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(
            ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "os.remove", "os.rename", "os.mkdir", "shutil.")
        ):
            raise PermissionError(f"no reader may do this: {event}")
        if event == "open" and isinstance(arguments[0], str | bytes):
            path, mode, flags = os.fsdecode(arguments[0]), arguments[1], arguments[2]
            writes = (isinstance(mode, str) and set(mode) & set("wax+")) or (
                isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            )
            if path not in devices and (writes or not os.path.realpath(path).startswith(own)):
                raise PermissionError(f"no reader may open {path}")

    sys.addaudithook(watch)


if __name__ == "__main__":
    serve()
