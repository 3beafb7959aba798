"""What every rule has, and how YAML nodes become typed rules.

Takes YAML nodes (they know their line and column) and a frozen dataclass; gives an instance, or faults as sentences. YAML is
read as strings only: ``safe_load`` would turn ``[No, 0700, 12:30]`` into ``[False, 448, 750]``; here the field's type decides.
"""

import dataclasses
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, field
from datetime import date
from functools import cache, partial
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

    def event_types(self) -> Iterable[str]:
        """The types of events that the rule names, each of which some rule of events must give."""
        return ()

    def conditions(self) -> tuple[str, ...]:
        """The keys given that hold the rule back: without one of them it would say more, as a counter-example should show."""
        return ()

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
    form = _form(kind)  # type: ignore[arg-type]  # a class is hashable, whatever its fields are
    if not isinstance(node, MappingNode):
        faults.append(Fault(place(node, path), f"expected keys and values here ({', '.join(form.readers)})"))
        return None
    given: dict[str, Any] = {}
    before = len(faults)
    for key_node, value_node in node.value:
        key = key_node.value if isinstance(key_node, ScalarNode) else ""
        reader = form.readers.get(key)
        if reader is None:
            faults.append(Fault(place(key_node, path), f"unknown key {key!r}; known here: {', '.join(form.readers)}"))
        elif key in given:
            faults.append(Fault(place(key_node, path), f"the key {key!r} stands here twice"))
        else:
            given[key] = reader(value_node, path, key, faults)
    for name in form.needed:
        if name not in given:
            faults.append(Fault(place(node, path), f"the key {name!r} is missing"))
    if len(faults) > before:
        return None
    if form.placed:
        given["where"] = place(node, path)
    return kind(**given)


_Reader = Callable[[Node, str, str, list[Fault]], Any]
"""Reads the value of a key: node, path of the file, key, faults. On a fault it gives None."""


@dataclass(frozen=True, slots=True)
class _Form:
    """How a dataclass is read: a reader for each key that may stand in YAML, the keys that must, and whether it knows its place."""

    readers: Mapping[str, _Reader]
    needed: tuple[str, ...]
    placed: bool


@cache
def _form(kind: Any) -> _Form:
    """The form of a dataclass, made once: a rulebook asks a thousand times."""
    fields = dataclasses.fields(kind)
    hints: dict[str, Any] = {f.name: f.type for f in fields}
    if any(isinstance(hint, str) for hint in hints.values()):  # where a module postpones annotations; evaluating them takes long
        hints = typing.get_type_hints(kind)
    known = [f for f in fields if f.init and f.name != "where"]
    return _Form(
        {f.name: _reader(hints[f.name]) for f in known},
        tuple(f.name for f in known if f.default is MISSING and f.default_factory is MISSING),
        "where" in hints,
    )


@cache
def _reader(hint: Any) -> _Reader:
    """How a value is read as the field's type says."""
    origin = typing.get_origin(hint)
    if origin in (Union, types.UnionType):
        (hint,) = [arm for arm in typing.get_args(hint) if arm is not type(None)]
        return _reader(hint)
    if dataclasses.is_dataclass(hint):
        return _dataclass_reader(typing.cast("type[Any]", hint))
    if origin is tuple:
        return _tuple_reader(typing.get_args(hint)[0])
    if origin in (dict, Mapping) or getattr(origin, "__name__", "") == "Mapping":
        return _mapping_reader(typing.get_args(hint)[1])
    convert = _literal(typing.get_args(hint)) if origin is Literal else _CONVERTED.get(hint, partial(_number, hint))

    def read(node: Node, path: str, key: str, faults: list[Fault]) -> Any:
        if not isinstance(node, ScalarNode):
            return _fault(node, path, key, "expected one value, not a list or keys", faults)
        try:
            return convert(node.value)
        except ValueError as refused:
            return _fault(node, path, key, str(refused), faults)

    return read


def _dataclass_reader(kind: type[Any]) -> _Reader:
    def read(node: Node, path: str, key: str, faults: list[Fault]) -> Any:
        if kind is Example and isinstance(node, ScalarNode):
            return Example(node.value)
        return build(kind, node, path, faults)

    return read


def _tuple_reader(inner: Any) -> _Reader:
    item = _reader(inner)

    def read(node: Node, path: str, key: str, faults: list[Fault]) -> Any:
        if isinstance(node, ScalarNode) and inner is str:
            return tuple(node.value.split())  # a plain string is a list of words
        if not isinstance(node, SequenceNode):
            return _fault(node, path, key, "expected a list", faults)
        return tuple([item(one, path, key, faults) for one in node.value])

    return read


def _mapping_reader(inner: Any) -> _Reader:
    item = _reader(inner)

    def read(node: Node, path: str, key: str, faults: list[Fault]) -> Any:
        if not isinstance(node, MappingNode):
            return _fault(node, path, key, "expected keys and values", faults)
        return {k.value: item(v, path, f"{key}.{k.value}", faults) for k, v in node.value}

    return read


def _fault(node: Node, path: str, key: str, sentence: str, faults: list[Fault]) -> None:
    faults.append(Fault(place(node, path), f"{key}: {sentence}"))


def _literal(choices: tuple[str, ...]) -> Callable[[str], str]:
    def chosen(text: str) -> str:
        if text not in choices:
            raise ValueError(f"{text!r} is none of {', '.join(choices)}")
        return text

    return chosen


def _yes_or_no(text: str) -> bool:
    if text not in ("yes", "no"):
        raise ValueError(f"{text!r} is neither yes nor no")
    return text == "yes"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is no day; write it as 2024-01-18") from None


def _number(kind: Callable[[str], Any], text: str) -> Any:
    try:
        return kind(text)
    except ValueError:
        raise ValueError(f"{text!r} is not a number") from None


_CONVERTED: Mapping[Any, Callable[[str], Any]] = {str: str, bool: _yes_or_no, date: _day}
"""What is made of a value's text, by the field's type; all other types are numbers."""
