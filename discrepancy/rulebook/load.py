"""Reading rule files: YAML to a frozen rulebook, all faults at once.

Takes folders; gives a :class:`~discrepancy.rulebook.schema.Rulebook`. PyYAML's only home.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from discrepancy.rulebook.kinds import KINDS
from discrepancy.rulebook.kinds.decisions import DecisionRow
from discrepancy.rulebook.kinds.events import EventType
from discrepancy.rulebook.schema import Fault, Rule, Rulebook, Where, build, place

_Loader: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # libyaml where the wheel brings it: ten times faster


Soft = Literal["note", "warning", "off"]
"""What becomes of soft cases, which the wording allows and an editor may want to see: a note, a warning, or nothing."""


@dataclass(frozen=True, slots=True)
class _File:
    """A rule file: its content, how it is called in what is said about it, its name within its folder, the layer it lies in, and the only
    kind of rules that it may hold ("" for any)."""

    data: bytes
    path: str
    name: str
    layer: int
    only: str = ""


_READ: dict[tuple[str, tuple[str, ...], tuple[str, ...], str, Soft], Rulebook] = {}
"""Rulebooks by all that they were made from. Stages keep what they compile from a rulebook, so that the same files must give the same one:
a desk asks for its rules at each check."""


class RuleFaults(ValueError):
    """The rule files hold faults; ``faults`` has them all, in the order of path and line."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(map(str, self.faults)))


def rules_folder() -> Path:
    """The folder of rules that belongs to this package: inside it when installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def rulebook(
    overlay: str | Path | None = None,
    *,
    base: str | Path | None = None,
    aliases: Sequence[str | Path] = (),
    own: Sequence[Rule] = (),
    soft: Soft = "note",
) -> Rulebook:
    """All rules of the package, with those of the folder ``overlay`` over them, over both a desk's own files of ``aliases``, and over all
    the rules ``own``, made by a program or a project file. ``soft`` is the level of soft cases: "note" is that of the rules,
    "warning" raises them all, and "off" makes no finding of them. Files that have not changed give the rulebook that was made of them
    before.

    Raises :class:`RuleFaults` with every fault of every file.

    >>> len(rulebook().hash)
    64
    """
    folders = [Path(base) if base else rules_folder(), *([Path(overlay)] if overlay else [])]
    faults: list[Fault] = []
    files = [*_in_folders(folders, faults), *_desks_own(map(Path, aliases), len(folders), faults)]
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.layer}:{file.name}\0".encode() + file.data + b"\0")
    key = (digest.hexdigest(), tuple(map(str, folders)), tuple(map(str, aliases)), repr(tuple(own)), soft)
    if not faults and key in _READ:
        return _READ[key]
    rules: dict[str, tuple[type[Rule], Rule]] = {}
    for file in files:
        _read(file, rules, faults)
    made = list(own)
    if soft != "note":
        level: Literal["warning", "none"] = "warning" if soft == "warning" else "none"
        known = (rule for _, rule in rules.values())
        made += [replace(rule, level=level) for rule in known if isinstance(rule, DecisionRow) and rule.verdict == "soft"]
    types = {rule.type for _, rule in rules.values() if isinstance(rule, EventType)}
    for _, rule in rules.values() if types else ():
        unknown = sorted({*rule.event_types()} - types)
        faults += (Fault(rule.where, f"rule {rule.id!r} names the type of events {name!r}, and no rule gives it") for name in unknown)
    for rule in made:
        digest.update(f"own:{rule!r}\0".encode())
        rules[rule.id] = (type(rule), rule)
    if faults:
        raise RuleFaults(faults)
    by_kind: dict[type[Rule], list[Rule]] = {}
    for kind, rule in rules.values():
        by_kind.setdefault(kind, []).append(rule)
    loaded = {kind: tuple(found) for kind, found in by_kind.items()}
    _READ[key] = Rulebook(loaded, digest.hexdigest(), *key[1:3], tuple(made), soft)
    return _READ[key]


def _in_folders(folders: Sequence[Path], faults: list[Fault]) -> Iterator[_File]:
    for layer, folder in enumerate(folders):
        if not folder.is_dir():
            faults.append(Fault(Where(str(folder), 1, 1), "there is no folder of rules here"))
            continue
        for path in sorted(folder.rglob("*.yaml")):
            name = path.relative_to(folder).as_posix()
            yield _File(path.read_bytes(), f"rules/{name}" if layer == 0 else str(path), name, layer)


def _desks_own(aliases: Iterable[Path], first_layer: int, faults: list[Fault]) -> Iterator[_File]:
    for layer, path in enumerate(aliases, first_layer):
        try:
            yield _File(path.read_bytes(), str(path), path.name, layer, only="aliases")
        except OSError as error:
            faults.append(Fault(Where(str(path), 1, 1), f"cannot be read: {error.strerror}"))


def _read(file: _File, rules: dict[str, tuple[type[Rule], Rule]], faults: list[Fault]) -> None:
    """Adds the rules of one file to ``rules``; a file of another kind than it may have is a fault."""
    path, layer = file.path, file.layer
    try:
        top = yaml.compose(file.data.decode("utf-8"), Loader=_Loader)
    except UnicodeDecodeError as error:
        faults.append(Fault(Where(path, 1, 1), f"not UTF-8 (byte {error.start}); save the file as UTF-8"))
        return
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = Where(path, mark.line + 1, mark.column + 1) if mark else Where(path, 1, 1)
        faults.append(Fault(at, f"not YAML: {error.problem or error.context}"))
        return
    except yaml.YAMLError as error:
        faults.append(Fault(Where(path, 1, 1), f"not YAML: {error}"))
        return
    if top is None:
        return
    keys = _keys(top)
    kind_node, list_node = keys.get("kind"), keys.get("rules")
    if not isinstance(kind_node, ScalarNode) or not isinstance(list_node, SequenceNode) or len(keys) > 2:
        faults.append(Fault(place(top, path), "a rule file has two keys: 'kind: …' and 'rules:' with a list"))
        return
    kind = KINDS.get(kind_node.value)
    if kind is None:
        faults.append(Fault(place(kind_node, path), f"unknown kind {kind_node.value!r}; known: {', '.join(sorted(KINDS))}"))
        return
    if file.only and kind_node.value != file.only:
        faults.append(Fault(place(kind_node, path), f"only 'kind: {file.only}' may stand in this file, not {kind_node.value!r}"))
        return
    for node in list_node.value:
        _rule(kind, node, path, layer, rules, faults)


def _rule(kind: type[Rule], node: Node, path: str, layer: int, rules: dict[str, tuple[type[Rule], Rule]], faults: list[Fault]) -> None:
    """Adds one rule, replaces one of a lower layer, or takes one out (``off: reason``)."""
    keys = _keys(node)
    id_node = keys.get("id")
    known = rules.get(id_node.value) if isinstance(id_node, ScalarNode) else None
    if layer and "off" in keys:
        if known is None:
            faults.append(Fault(place(node, path), "'off' names no rule that exists"))
        elif isinstance(id_node, ScalarNode):
            del rules[id_node.value]
        return
    rule = build(kind, node, path, faults)
    if rule is None:
        return
    faults += (Fault(rule.where, f"rule {rule.id!r}: {problem}") for problem in rule.problems())
    if known is not None and (known[1].where.path == path or not layer):
        faults.append(Fault(rule.where, f"the id {rule.id!r} stands already at {known[1].where}"))
        return
    if kind.needs_examples and not (rule.examples and rule.counter_examples):
        faults.append(Fault(rule.where, f"rule {rule.id!r} needs at least one of 'examples' and one of 'counter_examples'"))
    rules[rule.id] = (kind, rule)


def _keys(node: Node) -> dict[str, Node]:
    if not isinstance(node, MappingNode):
        return {}
    return {key.value: value for key, value in node.value if isinstance(key, ScalarNode)}
