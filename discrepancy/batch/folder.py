"""The folder of a batch: where what lies, what is done of it, and who works in it.

Takes a folder; gives paths, and the manifest as it stands. A batch that is stopped at any moment leaves whole files only: each is written
beside its place and renamed, and named by the key of what it was made from, so that the next run finds what it need not do again.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from discrepancy.batch.packing import digest
from discrepancy.report import replace_file

FORMAT = "discrepancy-batch/1"
"""Name and version of the manifest's format."""

STAGES = ("documents", "readings", "names", "outlines", "links", "claims", "findings", "report")
"""The stages of a batch, in their order."""


class Taken(RuntimeError):
    """Another batch works in the folder, or it holds something else; the text is a sentence."""


@dataclass(slots=True)
class Progress:
    """How far a stage is: parts done of all, articles in them, seconds it took; ``kept`` parts stood there from an earlier run."""

    done: int = 0
    total: int = 0
    kept: int = 0
    articles: int = 0
    seconds: float = 0.0


@dataclass(slots=True)
class Manifest:
    """What a batch is made of and how far it is. ``parts`` are the keys of the files of documents in their order, ``unreadable`` paths
    with the reason, ``decisions`` the number of decisions that were heeded and the hash of the last, ``appending`` says that new articles
    are on their way into a finished batch."""

    version: str = ""
    rules: str = ""
    decisions: dict[str, Any] = field(default_factory=dict)
    size: int = 0
    parts: list[str] = field(default_factory=list)
    articles: int = 0
    unreadable: list[tuple[str, str]] = field(default_factory=list)
    set_aside: int = 0
    stages: dict[str, Progress] = field(default_factory=dict)
    findings: dict[str, int] = field(default_factory=dict)
    finished: bool = False
    appending: bool = False


class Folder:
    """The folder of one batch."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def table(self, name: str) -> Path:
        """The folder of a table for readers: documents, claims, mentions, entities, findings."""
        return self.root / name

    def work(self, name: str, key: str, suffix: str = "parquet") -> Path:
        """The file of a part between two stages."""
        return self.root / "work" / name / f"{key}.{suffix}"

    def manifest(self) -> Manifest:
        """The manifest, an empty one where there is none. Raises :class:`Taken` where the folder is no batch's."""
        path = self.root / "manifest.json"
        try:
            loaded = json.loads(path.read_bytes())
        except FileNotFoundError:
            return Manifest()
        except (OSError, ValueError) as fault:
            raise Taken(f"{path} cannot be read as the manifest of a batch ({fault}); give another folder, or remove this one.") from None
        return _manifest(loaded, path)

    def save(self, manifest: Manifest) -> None:
        """Puts the manifest in its place."""
        content = {"format": FORMAT, **asdict(manifest)}
        replace_file(self.root / "manifest.json", json.dumps(content, ensure_ascii=True, indent=1, sort_keys=True) + "\n")

    @contextmanager
    def held(self) -> Iterator[None]:
        """The folder for this process alone, made when missing; what a stopped run left half-written is swept away. A lock of the system's
        is let go with the process that holds it, however that ends."""
        if self.root.exists() and not self.root.is_dir():
            raise Taken(f"{self.root} is a file; a batch needs a folder.")
        strangers = sorted(p.name for p in self.root.iterdir() if not p.name.startswith(".")) if self.root.exists() else []
        if strangers and "manifest.json" not in strangers:
            raise Taken(f"{self.root} holds other things ({', '.join(strangers[:3])}); give an empty folder or one of an earlier batch.")
        self.root.mkdir(parents=True, exist_ok=True)
        with (self.root / ".lock").open("a+b") as lock:
            _lock(lock.fileno(), self.root)
            for left in self.root.rglob(".*.part"):
                left.unlink(missing_ok=True)
            yield

    def sweep(self, folder: str, keep: Iterable[str], suffixes: Sequence[str] = (".parquet", ".json")) -> None:
        """Removes the files of a table, or of ``work/NAME``, that are no part of the batch any more."""
        kept = set(keep)
        for path in sorted((self.root / folder).glob("*")):
            if path.suffix in suffixes and path.stem not in kept:
                path.unlink()


def by_content(folder: Path, content: Any) -> Path:
    """A JSON file named by what it holds; written only where it is not there."""
    data = json.dumps(content, sort_keys=True, separators=(",", ":")).encode("ascii")
    path = folder / f"{digest(data)}.json"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
    return path


def _manifest(loaded: Any, path: Path) -> Manifest:
    found = loaded.get("format") if isinstance(loaded, dict) else None
    if found != FORMAT:
        raise Taken(f"{path} is no manifest of the format {FORMAT}; give another folder.")
    try:
        plain = {name: held for name, held in loaded.items() if name != "format"}
        stages = {name: Progress(**one) for name, one in plain.pop("stages").items()}
        unreadable = [(where, why) for where, why in plain.pop("unreadable")]
        return Manifest(**plain, stages=stages, unreadable=unreadable)
    except (KeyError, TypeError, ValueError) as fault:
        raise Taken(f"{path} does not hold what the format {FORMAT} asks for ({fault}); give another folder.") from None


def _lock(descriptor: int, root: Path) -> None:
    try:
        import fcntl
    except ImportError:  # no such locks on Windows
        return
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EAGAIN):
            raise Taken(f"Another batch works in {root}; wait for it, or stop it first.") from None
        raise


def at_work(root: Path) -> bool:
    """Whether a batch works in a folder now."""
    try:
        with (root / ".lock").open("r+b") as lock:
            _lock(lock.fileno(), root)
    except FileNotFoundError:
        return False
    except Taken:
        return True
    return False


def sizes(root: Path) -> dict[str, int]:
    """Bytes below each folder of a batch."""
    found: dict[str, int] = {}
    for at, _, names in os.walk(root):
        part = Path(at).relative_to(root).as_posix()
        found[part] = sum((Path(at) / name).stat().st_size for name in names)
    return found
