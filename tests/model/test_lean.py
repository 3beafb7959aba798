"""Dataclasses of ours against those of the standard library: whoever uses them cannot tell them apart."""

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field, fields, replace
from typing import Any, ClassVar, Generic, TypeVar

import pytest

from discrepancy.model.lean import dataclass
from discrepancy.model.text import Span
from discrepancy.rulebook import rulebook
from discrepancy.rulebook.kinds.words import Words
from discrepancy.rulebook.schema import Rule

T = TypeVar("T")
MAKERS = (dataclass, dataclasses.dataclass)


def plain(make: Callable[..., Any], **options: bool) -> type[Any]:
    """One class with all that a field can be."""

    @make(slots=True, **options)
    class Stay(Generic[T]):
        limit: ClassVar[int] = 9

        town: str
        nights: int = 1
        guests: list[str] = field(default_factory=list)
        note: str = field(default="", compare=False)
        hidden: str = field(default="h", repr=False)
        total: int = field(init=False, default=0)

        def doubled(self) -> int:
            return self.nights * 2

    return Stay


def pair(**options: bool) -> tuple[type[Any], type[Any]]:
    ours, theirs = (plain(make, **options) for make in MAKERS)
    return ours, theirs


OPTIONS = [
    {"frozen": True}, {}, {"frozen": True, "kw_only": True}, {"frozen": True, "eq": False}, {"frozen": True, "order": True},
    {"unsafe_hash": True}, {"eq": False},
]  # fmt: skip


@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_fields_signatures_and_forms_are_the_same(options: dict[str, bool]) -> None:
    ours, theirs = pair(**options)
    described = [[(f.name, f.type, f.default, f.init, f.repr, f.compare, f.kw_only) for f in fields(cls)] for cls in (ours, theirs)]
    assert described[0] == described[1]
    assert ours.__match_args__ == theirs.__match_args__ and ours.__slots__ == theirs.__slots__
    parameters = [[(p.name, p.kind) for p in inspect.signature(cls).parameters.values()] for cls in (ours, theirs)]
    assert parameters[0] == parameters[1]
    given = {"town": "Ebb", "nights": 3, "note": "late"}
    assert repr(ours(**given)) == repr(theirs(**given))
    assert not hasattr(ours(**given), "__dict__")
    assert ours(**given).doubled() == 6 and ours(**given).total == 0
    assert ours(town="a").guests is not ours(town="a").guests


@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_they_compare_and_hash_alike(options: dict[str, bool]) -> None:
    ours, theirs = pair(**options)
    given = [{"town": "Ebb"}, {"town": "Ebb", "note": "other"}, {"town": "Ebb", "nights": 2}, {"town": "Flow", "guests": ["x"]}]
    for first in given:
        for second in given:
            assert (ours(**first) == ours(**second)) == (theirs(**first) == theirs(**second))
            if options.get("order"):
                assert (ours(**first) < ours(**second)) == (theirs(**first) < theirs(**second))
                assert (ours(**first) >= ours(**second)) == (theirs(**first) >= theirs(**second))
    assert ours(town="Ebb") != theirs(town="Ebb")
    assert (ours.__hash__ is None) == (theirs.__hash__ is None)


def test_the_hash_is_that_of_the_fields_that_compare() -> None:
    for make in MAKERS:

        @make(frozen=True, slots=True)
        class Mark:
            name: str
            place: int
            told: str = field(default="", compare=False)

        assert hash(Mark("a", 1, "x")) == hash(("a", 1))


def test_one_field_and_none_compare_too() -> None:
    @dataclass(frozen=True, slots=True)
    class One:
        name: str

    @dataclass(frozen=True, slots=True)
    class Nothing:
        pass

    assert One("a") == One("a") != One("b") and hash(One("a")) == hash(One("a"))
    assert Nothing() == Nothing() and repr(Nothing()).endswith("Nothing()")


def test_frozen_ones_refuse() -> None:
    ours, _ = pair(frozen=True)
    stay = ours("Ebb")
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'nights'"):
        stay.nights = 2
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'nights'"):
        del stay.nights
    loose, _ = pair()
    free = loose("Ebb")
    free.nights = 2
    assert free.nights == 2


def test_methods_of_the_class_stay() -> None:
    @dataclass(frozen=True, slots=True)
    class Own:
        name: str

        def __post_init__(self) -> None:
            object.__setattr__(self, "name", self.name.strip())

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Own) and self.name.lower() == other.name.lower()

        def __hash__(self) -> int:
            return 7

        def __repr__(self) -> str:
            return "own"

    assert Own(" a ") == Own("A") and hash(Own("a")) == 7 and repr(Own("a")) == "own"


def test_wrong_calls_are_type_errors() -> None:
    for wrong in ((), ("a", 1, [], "", "", 5)):
        with pytest.raises(TypeError):
            plain(dataclass, frozen=True)(*wrong)
    with pytest.raises(TypeError):
        plain(dataclass, frozen=True)("a", nothing=1)


def test_values_and_rules_are_copied_pickled_and_replaced() -> None:
    span = Span(3, 5)
    rule = Words(id="x", words=("a", "b"))
    for value in (span, rule):
        assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == copy.copy(value) == replace(value) == value
    assert replace(rule, also=("c",)).words == ("a", "b")
    assert isinstance(rule, Rule) and dataclasses.is_dataclass(rule)


def test_a_class_without_a_docstring_is_called_by_its_name() -> None:
    @dataclass(slots=True)
    class Bare:
        name: str

    assert Bare.__doc__ == "Bare"


def test_every_rule_of_the_package_shows_itself_as_a_standard_dataclass_would() -> None:
    for rules in rulebook().by_kind.values():
        rule = rules[0]
        inside = ", ".join(f"{f.name}={getattr(rule, f.name)!r}" for f in fields(rule))
        assert repr(rule) == f"{type(rule).__qualname__}({inside})"
        assert rule == copy.copy(rule)
