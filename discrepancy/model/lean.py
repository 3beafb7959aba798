"""Dataclasses that are quick to make: the same classes as the standard library's, in a third of the time.

Gives :func:`dataclass`, called as the standard one is. A check of five articles meets some 250 of these classes before it reads a word,
and the standard library writes and compiles six functions for each, which is a sixth of the start. Fields, slots and keywords are the
standard library's here too; showing and guarding need no code for each class, the constructor is compiled with the class, and what compares
and hashes when that is first asked: of most classes it never is.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from typing import TYPE_CHECKING, Any, TypeVar

T = TypeVar("T")

_set = object.__setattr__


def _lean(
    *, frozen: bool = False, slots: bool = False, kw_only: bool = False, eq: bool = True, order: bool = False, unsafe_hash: bool = False
) -> Callable[[type[T]], type[T]]:
    """A decorator that makes a dataclass; the options are those of :func:`dataclasses.dataclass`.

    >>> @_lean(frozen=True, slots=True)
    ... class Stretch:
    ...     start: int
    ...     end: int = 9
    >>> Stretch(1), Stretch(1) == Stretch(1, 9), len({Stretch(1), Stretch(1, 9)})
    (Stretch(start=1, end=9), True, 1)
    >>> Stretch(1).end = 3
    Traceback (most recent call last):
    dataclasses.FrozenInstanceError: cannot assign to field 'end'
    """

    def make(plain: type[T]) -> type[T]:
        own = dict(vars(plain))
        if not plain.__doc__:  # else the standard library looks for a signature to put there, which takes as long as all the rest
            plain.__doc__ = plain.__name__
        cls: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(plain)
        methods: dict[str, Any] = {"__init__": _constructor(cls, frozen), "__repr__": _shown}
        if frozen:
            methods |= {"__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete}
            if slots:  # how such a value is taken apart and put together again, by pickle and copy
                methods |= {"__getstate__": _state, "__setstate__": _put_state}
        if eq:
            compared = [f.name for f in fields(cls) if f.compare]
            methods["__eq__"] = _compared_by(cls, "__eq__", "==", compared)
            if order:
                methods |= {name: _compared_by(cls, name, sign, compared) for name, sign in _ORDER.items()}
        for name, method in methods.items():
            if name not in own:
                setattr(cls, name, method)
        hashed = own.get("__hash__", MISSING)
        if hashed is MISSING or (hashed is None and "__eq__" in own):
            if unsafe_hash or (eq and frozen):
                values = _values("self", [f.name for f in fields(cls) if (f.compare if f.hash is None else f.hash)])
                cls.__hash__ = _later(cls, "__hash__", "self", f"return hash({values})")
            elif eq:
                cls.__hash__ = None
        made: type[T] = cls
        return made

    return make


_ORDER = {"__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}


def _constructor(cls: type[Any], frozen: bool) -> Callable[..., None]:
    """The constructor, compiled: it is called too often to look through the fields each time."""
    known: dict[str, Any] = {"_set": _set, "_missing": MISSING}
    by_place: list[str] = []
    by_name: list[str] = []
    body: list[str] = []
    for f in fields(cls):
        parameter = f.name
        if f.default is not MISSING:
            known[f"_default_{f.name}"] = f.default
            parameter += f"=_default_{f.name}"
        elif f.default_factory is not MISSING:
            known[f"_make_{f.name}"] = f.default_factory
            parameter += "=_missing"
        if f.init:
            (by_name if f.kw_only else by_place).append(parameter)
        value = _value(f)
        if value:
            body.append(f"_set(self, {f.name!r}, {value})" if frozen else f"self.{f.name} = {value}")
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    parameters = ", ".join(["self", *by_place, *(["*", *by_name] if by_name else [])])
    constructor = _compiled(cls, "__init__", parameters, body or ["pass"], known)
    constructor.__annotations__ = {f.name: f.type for f in fields(cls) if f.init}
    return constructor


def _compiled(cls: type[Any], name: str, parameters: str, body: list[str], known: dict[str, Any]) -> Callable[..., Any]:
    """A method of these lines."""
    made: dict[str, Callable[..., Any]] = {}
    exec(f"def {name}({parameters}):\n  " + "\n  ".join(body), known, made)
    method = made[name]
    method.__qualname__ = f"{cls.__qualname__}.{name}"
    return method


def _later(cls: type[Any], name: str, parameters: str, line: str) -> Callable[..., Any]:
    """A method that is compiled when first called, and then stands in the class itself."""

    def first(*given: Any) -> Any:
        method = _compiled(cls, name, parameters, [line], {})
        setattr(cls, name, method)
        return method(*given)

    return first


def _compared_by(cls: type[Any], name: str, sign: str, compared: list[str]) -> Callable[..., Any]:
    """A comparison of the values of some fields, with another of the same class alone."""
    line = (
        f"return {_values('self', compared)} {sign} {_values('other', compared)} if other.__class__ is self.__class__ else NotImplemented"
    )
    return _later(cls, name, "self, other", line)


def _values(of: str, names: list[str]) -> str:
    """The tuple of some fields, as code."""
    return "(" + "".join(f"{of}.{name}, " for name in names) + ")"


def _value(f: Field[Any]) -> str:
    """What the constructor sets a field to; nothing where it is left alone."""
    if f.default_factory is not MISSING:
        return f"_make_{f.name}() if {f.name} is _missing else {f.name}" if f.init else f"_make_{f.name}()"
    if f.init:
        return f.name
    return f"_default_{f.name}" if f.default is not MISSING else ""


def _shown(self: Any) -> str:
    inside = ", ".join([f"{f.name}={getattr(self, f.name)!r}" for f in fields(self) if f.repr])
    return f"{self.__class__.__qualname__}({inside})"


def _refuse_to_set(self: Any, name: str, value: Any) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, f.name) for f in fields(self)]


def _put_state(self: Any, state: list[Any]) -> None:
    for f, value in zip(fields(self), state, strict=True):
        _set(self, f.name, value)


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _lean

__all__ = ["dataclass"]
