"""Which files are articles.

Takes the paths a person gives; gives the files to read, and those that cannot be, each with a sentence. A folder is
searched with all its subfolders. Never opens a file, follows no link out of a given folder, and leaves alone what is
not an article: hidden files, settings and labels, and this package's own reports.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from discrepancy.model.findings import Unreadable

OVERRIDES = "articles.csv"
"""The table beside the articles that overrides what their pages say."""

STDIN = Path("-")
"""Standard input, as a path; a file of that name is ``./-``."""

_OURS = frozenset({"claims.csv", "findings.csv", "names.csv", "SOURCE.md", "README.md", "gold.yaml", OVERRIDES})
_SETTINGS = frozenset({".yaml", ".yml", ".toml", ".ini", ".cfg", ".lock", ".py", ".sh", ".log"})


class MissingPath(FileNotFoundError):
    """A path that was given does not exist; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: where it lies, and its size in bytes. ``root`` is the folder that was given, or the file's
    own.
    """

    path: Path
    root: Path
    size: int


def too_large(size: int, largest: int) -> str:
    """Why an article of ``size`` bytes is refused, as a sentence."""
    return f"{size / 1e6:.1f} MB is too large for an article (at most {largest / 1e6:g} MB); save its text alone"


def found(paths: Sequence[Path], largest: int, any_size: Callable[[Path], bool] | None = None) -> tuple[list[Found], list[Unreadable]]:
    """The files under ``paths`` to read, each once and in the order of their names, and those that cannot be read. ``any_size`` tells
    which files may be larger than ``largest`` bytes.

    Raises :class:`MissingPath` for a path that does not exist.
    """
    files: dict[Path, Found] = {}
    unreadable: list[Unreadable] = []
    for path in sorted(set(paths)):
        if not os.path.lexists(path):
            raise MissingPath(f"{path}: there is no such file or folder")
        if path.is_dir():
            candidates = list(_articles(path, unreadable))
            if not candidates:
                told = "there is no article in this folder; articles are text files, saved pages, documents or tables of them"
                unreadable.append(Unreadable(str(path), told))
        else:
            candidates = [path]
        for candidate in candidates:
            most = sys.maxsize if any_size is not None and any_size(candidate) else largest
            entry = _file(candidate, path if path.is_dir() else path.parent, most, path == candidate)
            if isinstance(entry, Unreadable):
                unreadable.append(entry)
            else:
                files.setdefault(entry.path.resolve(), entry)
    return sorted(files.values(), key=lambda entry: str(entry.path)), unreadable


def _articles(folder: Path, unreadable: list[Unreadable]) -> Iterator[Path]:
    """The files of a folder and its subfolders that may be articles."""

    def complain(error: OSError) -> None:
        unreadable.append(Unreadable(str(error.filename), "this folder may not be opened; check its permissions"))

    for at, folders, names in os.walk(folder, onerror=complain):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if article_name(name):
                yield Path(at, name)


def article_name(path: str) -> bool:
    """True for the path of a file that may be an article; one inside a hidden folder is none.

    >>> article_name("a/b.txt"), article_name("report.json"), article_name("__MACOSX/._b.txt"), article_name("rules.yaml")
    (True, False, False, False)
    """
    *folders, name = path.split("/")
    hidden = any((folder.startswith(".") and folder.strip(".")) or folder == "__MACOSX" for folder in folders)
    return not (hidden or name in _OURS or name.startswith(("report.", ".")) or Path(name).suffix.lower() in _SETTINGS)


def _file(path: Path, root: Path, largest: int, given: bool) -> Found | Unreadable:
    """A file as one to read, or why it cannot be."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return Unreadable(str(path), "this link leads nowhere; put the article itself here")
    except OSError as error:
        return Unreadable(str(path), f"this file cannot be opened ({error.strerror}); check it and its permissions")
    if not stat.S_ISREG(status.st_mode):
        return Unreadable(str(path), "this is no ordinary file but a device, pipe or socket; save the article as a file")
    if path.is_symlink() and not given and not path.resolve().is_relative_to(root.resolve()):
        return Unreadable(str(path), "this link leads out of the folder; give the file itself")
    if status.st_size > largest:
        return Unreadable(str(path), too_large(status.st_size, largest))
    return Found(path, root, status.st_size)
