"""What every rule has, and how YAML nodes become typed rules.

Takes YAML nodes (they know their line and column) and a frozen dataclass; gives an instance, or faults as sentences. YAML is
read as strings only: ``safe_load`` would turn ``[No, 0700, 12:30]`` into ``[False, 448, 750]``; here the field's type decides.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, field
from datetime import date
from functools import cache
from typing import Any, ClassVar, Literal, TypeVar, Union

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a rule file; line and column count from 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong with a rule, and where."""

    where: Where
    sentence: str

    def __str__(self) -> str:
        return f"{self.where}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Example:
    """A text with the words a rule must find in ``[[…]]`` and the value it must give, in notation. ``published`` is an ISO day.

    A plain string in YAML is an example without a value.
    """

    text: str
    value: str = ""
    published: str = ""


NOWHERE = Where("", 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What every rule has. ``id`` is unique in the rulebook; ``because`` says why the rule is as it is."""

    needs_examples: ClassVar[bool] = True

    id: str
    because: str = ""
    examples: tuple[Example, ...] = ()
    counter_examples: tuple[str, ...] = ()
    known_failures: tuple[Example, ...] = ()
    where: Where = field(default=NOWHERE, compare=False)

    def problems(self) -> Iterator[str]:
        """What is wrong with the rule as a whole, though each of its fields is well formed: one sentence each."""
        return iter(())


R = TypeVar("R", bound=Rule)


@dataclass(frozen=True, slots=True, eq=False)
class Rulebook:
    """All rules, by kind, in the order of file name and place in the file. ``hash`` is the SHA-256 of what was loaded; ``aliases`` are the
    files of a desk's own names that were laid over the folders, ``own`` the rules that came from no rule file, ``soft`` what becomes of
    soft cases (note, warning, off).

    Compared and hashed by identity, so a stage may cache what it compiles from a rulebook.
    """

    by_kind: Mapping[type[Rule], tuple[Rule, ...]]
    hash: str
    folders: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    own: tuple[Rule, ...] = ()
    soft: str = "note"

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """The rules of one kind."""
        return typing.cast("tuple[R, ...]", self.by_kind.get(kind, ()))

    def one(self, kind: type[R], id: str) -> R:
        """The rule of a kind with this id; KeyError when there is none."""
        for rule in self.of(kind):
            if rule.id == id:
                return rule
        raise KeyError(f"no rule {id!r} of kind {kind.__name__}")


def place(node: Node, path: str) -> Where:
    """Where a YAML node stands."""
    return Where(path, node.start_mark.line + 1, node.start_mark.column + 1)


def build(kind: type[Any], node: Node, path: str, faults: list[Fault]) -> Any:
    """An instance of the dataclass ``kind`` from a mapping node; every fault is added to ``faults``, and then None comes back."""
    if not isinstance(node, MappingNode):
        faults.append(Fault(place(node, path), f"expected keys and values here ({', '.join(_names(kind))})"))
        return None
    hints = _hints(kind)  # type: ignore[arg-type]  # a class is hashable, whatever its fields are
    known = {f.name: f for f in dataclasses.fields(kind) if f.init and f.name != "where"}
    given: dict[str, Any] = {}
    before = len(faults)
    for key_node, value_node in node.value:
        key = key_node.value if isinstance(key_node, ScalarNode) else ""
        if key not in known:
            faults.append(Fault(place(key_node, path), f"unknown key {key!r}; known here: {', '.join(known)}"))
        elif key in given:
            faults.append(Fault(place(key_node, path), f"the key {key!r} stands here twice"))
        else:
            given[key] = _value(hints[key], value_node, path, key, faults)
    for name, f in known.items():
        if name not in given and f.default is MISSING and f.default_factory is MISSING:
            faults.append(Fault(place(node, path), f"the key {name!r} is missing"))
    if len(faults) > before:
        return None
    if "where" in hints:
        given["where"] = place(node, path)
    return kind(**given)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    """The types of a dataclass's fields. Python evaluates them anew at each asking, and a rulebook asks a thousand times."""
    return typing.get_type_hints(kind)


def _names(kind: type[Any]) -> list[str]:
    return [f.name for f in dataclasses.fields(kind) if f.name != "where"]


def _value(hint: Any, node: Node, path: str, key: str, faults: list[Fault]) -> Any:
    """A node as the field's type says; on a fault, None."""

    def fault(sentence: str) -> None:
        faults.append(Fault(place(node, path), f"{key}: {sentence}"))

    origin = typing.get_origin(hint)
    if origin in (Union, types.UnionType):
        (hint,) = [arm for arm in typing.get_args(hint) if arm is not type(None)]
        return _value(hint, node, path, key, faults)
    if hint is Example and isinstance(node, ScalarNode):
        return Example(node.value)
    if dataclasses.is_dataclass(hint):
        return build(typing.cast("type[Any]", hint), node, path, faults)
    if origin is tuple:
        inner = typing.get_args(hint)[0]
        if isinstance(node, ScalarNode) and inner is str:
            return tuple(node.value.split())  # a plain string is a list of words
        if not isinstance(node, SequenceNode):
            return fault("expected a list")
        return tuple(_value(inner, item, path, key, faults) for item in node.value)
    if origin in (dict, Mapping) or getattr(origin, "__name__", "") == "Mapping":
        inner = typing.get_args(hint)[1]
        if not isinstance(node, MappingNode):
            return fault("expected keys and values")
        return {k.value: _value(inner, v, path, f"{key}.{k.value}", faults) for k, v in node.value}
    if not isinstance(node, ScalarNode):
        return fault("expected one value, not a list or keys")
    text = node.value
    if origin is Literal:
        choices = typing.get_args(hint)
        return text if text in choices else fault(f"{text!r} is none of {', '.join(choices)}")
    if hint is str:
        return text
    if hint is bool:
        return text == "yes" if text in ("yes", "no") else fault(f"{text!r} is neither yes nor no")
    if hint is date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            return fault(f"{text!r} is no day; write it as 2024-01-18")
    try:
        return hint(text)
    except ValueError:
        return fault(f"{text!r} is not a number")
