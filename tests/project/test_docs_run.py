"""Every block of the documentation runs, in the order of its page, in a folder such as a reader would have.

Python is run; a console line is typed into a shell and leaves with 0, and the lines printed below it come out in their
order ("…" stands for anything); YAML is a rule file, TOML a project file, CSV a sheet of claims, JSON reads. Blocks marked
``text`` or with the name of another program are there to be read.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from discrepancy.project import read_project
from discrepancy.report.sheet import read_claims
from discrepancy.review.store import Store
from discrepancy.rulebook import rulebook

ROOT = Path(__file__).resolve().parents[2]
SET = ROOT / "seeds" / "pakistan-iran-2024" / "articles"
PAGES = sorted(
    path for path in (ROOT / "docs").rglob("*.md") if "_build" not in path.parts and path.parent.name != "reference"
)  # the references are made, not written
READ = {"text", "nginx", "{toctree}", "{eval-rst}"}
RUN = {"python", "console", "yaml", "toml", "csv", "json"}
DRAFT = (
    "Title: Our own story\nPublished: 2024-01-30\n\nNine people died when Pakistan struck targets in Iran on January 18, officials said.\n"
)


def blocks(path: Path) -> Iterator[tuple[str, str]]:
    """Language and content of each fenced block."""
    for match in re.finditer(r"^```(\S*)\n(.*?)^```", path.read_text(encoding="utf-8"), re.M | re.S):
        yield match[1], match[2]


def test_every_page_is_in_the_contents_and_links_inside_the_site() -> None:
    contents = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^([\w/-]+)$", contents, re.M))
    assert not [path for path in PAGES if path.stem != "index" and path.relative_to(ROOT / "docs").with_suffix("").as_posix() not in listed]
    wrong = []
    for path in PAGES:
        for target in re.findall(r"\]\(([^)#:\s]+\.md)", path.read_text(encoding="utf-8")):
            place = (path.parent / target).resolve()
            inside = place.is_relative_to(ROOT / "docs")
            if not inside or not (place.exists() or place.parent.name == "reference"):
                wrong.append(f"{path.name}: {target}")
    assert not wrong


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a reader: the shipped sets, articles of their own, a draft, decisions and a report of before."""
    place = tmp_path_factory.mktemp("reader")
    (place / "seeds").symlink_to(ROOT / "seeds")
    for name in ("articles", "sources"):
        shutil.copytree(SET, place / name)
    for name in ("story.md", "articles/our-draft.txt"):
        (place / name).write_text(DRAFT, encoding="utf-8")
    typed("discrepancy check articles -o reports/today", place)
    shutil.copy(place / "reports" / "today" / "report.json", place / "report.json")
    Store(place / "decisions.sqlite")
    return place


@pytest.fixture
def folder(prepared: Path, tmp_path: Path) -> Path:
    """That folder, for one page alone."""
    return Path(shutil.copytree(prepared, tmp_path / "reader", symlinks=True))


def typed_in(home: Path) -> dict[str, str]:
    """The environment of a shell in which the program is installed."""
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "HOME": str(home), "COLUMNS": "100"}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT / "docs").as_posix())
def test_every_block_of_a_page_runs(path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    names: dict[str, object] = {}
    for language, content in blocks(path):
        assert language in RUN | READ, f"{path.name}: a block needs one of {', '.join(sorted(RUN | READ))}, not {language!r}"
        if language == "python":
            exec(compile(content, str(path), "exec"), names)  # the page's own words are the test
        elif language == "console":
            console(content, folder)
        elif language == "yaml" and "kind:" in content:
            rules(content)
        elif language == "toml":
            Path("page.toml").write_text(content, encoding="utf-8")
            read_project(Path("page.toml"))
        elif language == "csv":
            Path("page.csv").write_text(content, encoding="utf-8")
            assert read_claims(Path("page.csv")).claims
        elif language == "json":
            json.loads(content)


def rules(content: str) -> None:
    """A rule file laid over the shipped ones: a file of names as such, any other in a folder."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "page.yaml"
        path.write_text(content, encoding="utf-8")
        rulebook(aliases=[path]) if "kind: aliases" in content else rulebook(place)


def console(content: str, folder: Path) -> None:
    """Types each line behind a ``$`` and looks for the lines below it."""
    for command, expected in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", content, re.M):
        done = served(command, folder) if " review " in f" {command} " else typed(command, folder)
        at = 0
        for line in filter(None, map(str.strip, expected.splitlines())):
            pattern = ".*?".join(re.escape(" ".join(part.split())).replace(r"\ ", r"\s+") for part in line.split("…"))
            found = re.compile(pattern, re.S).search(done, at)
            assert found, f"$ {command}\nprinted no {line!r}, but:\n{done}"
            at = found.end()


def typed(command: str, folder: Path) -> str:
    """What a command prints; it must leave with 0."""
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=typed_in(folder), capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, f"$ {command}\nleft with {done.returncode}:\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def stopped(server: subprocess.Popen[str]) -> None:
    """Ctrl-C until it leaves: one that comes in the moment between its first line and its loop may be lost."""
    for _ in range(4):
        server.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(10)
            return
    raise AssertionError("the server goes on after four times Ctrl-C")


def served(command: str, folder: Path) -> str:
    """What a server says when it is up; then Ctrl-C. It gets a free port, told as the one of the page: somebody may be using that."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    with subprocess.Popen(
        ["sh", "-c", f"exec {command} --port {port}"],
        cwd=folder,
        env=typed_in(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as server:
        assert server.stdout is not None
        said = server.stdout.readline()
        try:
            stopped(server)
        finally:
            server.kill()  # one that does not leave would keep the tests waiting for ever
    return said.replace(port, "8321")
