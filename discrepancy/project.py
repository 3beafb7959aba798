"""The project file ``discrepancy.toml``: what a desk settles once for a folder and all below it.

Takes a folder or the file; gives a frozen :class:`Project`, or every fault with its line. Paths in the file are relative
to it. The keys are told in ``docs/project-file.md``; ``discrepancy init`` writes one with comments.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from discrepancy.review.ignores import Ignore
from discrepancy.rulebook import RuleFaults
from discrepancy.rulebook.kinds.names import Alias
from discrepancy.rulebook.kinds.pages import Outlet
from discrepancy.rulebook.schema import Fault, Rule, Where
from discrepancy.rulebook.tables import from_table

NAME = "discrepancy.toml"

_TEXTS = ("output", "rules", "decisions", "baseline")
_LISTS = ("sources", "aliases", "format")
_TABLES = ("outlets", "names", "ignore")
_LEVELS = {"fail_on": ("error", "warning", "never"), "soft": ("note", "warning", "off")}
KEYS = ("sources", "format", "output", "fail_on", "soft", "rules", "aliases", "decisions", "baseline", *_TABLES)
"""All keys of the file; tables last."""


@dataclass(frozen=True, slots=True)
class Project:
    """What the file says. ``folder`` is where it lies; paths are absolute or begin there. "" and () where it says nothing.

    ``rules`` is the folder of own rules, ``own`` are the outlets and names of the file itself, as rules.
    """

    folder: Path
    sources: tuple[Path, ...] = ()
    format: tuple[str, ...] = ()
    output: Path | None = None
    fail_on: str = ""
    soft: str = ""
    rules: Path | None = None
    aliases: tuple[Path, ...] = ()
    decisions: str = ""
    baseline: Path | None = None
    own: tuple[Rule, ...] = ()
    ignores: tuple[Ignore, ...] = ()


class ProjectFaults(RuleFaults):
    """The project file holds faults; ``faults`` has them all."""


def find(start: Path) -> Path | None:
    """The nearest ``discrepancy.toml`` in ``start`` or a folder above it."""
    return next((path for folder in (start, *start.parents) if (path := folder / NAME).is_file()), None)


def read_project(path: Path) -> Project:
    """The project file at ``path``. Raises :class:`ProjectFaults` with every fault, and OSError when it cannot be opened."""
    shown = str(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
        said = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise ProjectFaults([Fault(Where(shown, 1, 1), f"not UTF-8 (byte {error.start}); save the file as UTF-8")]) from None
    except tomllib.TOMLDecodeError as error:
        raise ProjectFaults([_not_toml(shown, str(error))]) from None
    faults: list[Fault] = []
    lines = _Lines(text)

    def fault(key: str, sentence: str) -> None:
        faults.append(Fault(Where(shown, lines.of(key), 1), sentence))

    for key in said:
        if key not in KEYS:
            fault(key, f"unknown key {key!r}; known here: {', '.join(KEYS)}")
    for key in _TEXTS:
        if key in said and not isinstance(said[key], str):
            fault(key, f"{key}: expected a text in quotes")
    for key in _LISTS:
        if key in said and not _texts(said[key]):
            fault(key, f"{key}: expected a list of texts, such as {key} = [{_EXAMPLES[key]!r}]".replace("'", '"'))
    for key in _TABLES:
        if key in said and not (isinstance(said[key], list) and all(isinstance(item, dict) for item in said[key])):
            fault(key, f"{key}: expected tables, each under a line [[{key}]]")
    for key, levels in _LEVELS.items():
        if key in said and said[key] not in levels:
            fault(key, f"{key}: {said[key]!r} is none of {', '.join(levels)}")
    if faults:
        raise ProjectFaults(faults)
    own = [*_rules(Outlet, said, "outlets", shown, lines, faults), *_rules(Alias, said, "names", shown, lines, faults)]
    ignores = _ignores(said, shown, lines, faults)
    if faults:
        raise ProjectFaults(faults)
    folder = path.resolve().parent
    decisions = said.get("decisions", "")
    return Project(
        folder,
        sources=tuple(folder / name for name in said.get("sources", ())),
        format=tuple(said.get("format", ())),
        output=_below(folder, said, "output"),
        fail_on=said.get("fail_on", ""),
        soft=said.get("soft", ""),
        rules=_below(folder, said, "rules"),
        aliases=tuple(folder / name for name in said.get("aliases", ())),
        decisions=decisions if not decisions or "://" in decisions else str(folder / decisions),
        baseline=_below(folder, said, "baseline"),
        own=tuple(own),
        ignores=ignores,
    )


_EXAMPLES = {"sources": "articles", "aliases": "names.yaml", "format": "html"}


class _Lines:
    """Where keys and tables stand: tomllib tells no places."""

    def __init__(self, text: str) -> None:
        self.keys: dict[str, int] = {}
        self.tables: dict[str, list[int]] = {}
        for number, line in enumerate(text.splitlines(), 1):
            if found := re.match(r"\s*\[\[?\s*([\w-]+)\s*\]?\]", line):
                self.tables.setdefault(found[1], []).append(number)
            elif found := re.match(r"\s*([\w-]+)\s*=", line):
                self.keys.setdefault(found[1], number)

    def of(self, key: str) -> int:
        """The line of a top-level key or of the first table of that name."""
        return (self.tables.get(key) or [self.keys.get(key, 1)])[0]

    def table(self, key: str, number: int) -> int:
        """The line of the table ``number`` (from 0) of that name."""
        known = self.tables.get(key, [])
        return known[number] if number < len(known) else self.of(key)


def _not_toml(shown: str, message: str) -> Fault:
    """tomllib's message with its place taken out of the words and put in front."""
    found = re.search(r" \(at line (\d+), column (\d+)\)$", message)
    where = Where(shown, int(found[1]), int(found[2])) if found else Where(shown, 1, 1)
    return Fault(where, f"not TOML: {message[: found.start()] if found else message}")


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _below(folder: Path, said: Mapping[str, Any], key: str) -> Path | None:
    return folder / said[key] if said.get(key) else None


def _rules(kind: type[Rule], said: Mapping[str, Any], key: str, shown: str, lines: _Lines, faults: list[Fault]) -> Sequence[Rule]:
    """The tables under ``key`` as rules; one without an id gets one from its place."""
    made = []
    for number, table in enumerate(said.get(key, ())):
        line = lines.table(key, number)
        rule = from_table(kind, {"id": f"{NAME}.{key}.{number + 1}", **table}, shown, line, faults)
        if rule is not None:
            faults += (Fault(Where(shown, line, 1), problem) for problem in rule.problems())
            made.append(rule)
    return made


def _ignores(said: Mapping[str, Any], shown: str, lines: _Lines, faults: list[Fault]) -> tuple[Ignore, ...]:
    made = []
    for number, table in enumerate(said.get("ignore", ())):
        line = lines.table("ignore", number)
        one = from_table(Ignore, table, shown, line, faults)
        if one is not None:
            faults += (Fault(Where(shown, line, 1), problem) for problem in one.problems())
            made.append(one)
    return tuple(made)
