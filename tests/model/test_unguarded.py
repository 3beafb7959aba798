"""Values without a guard are values all the same: compared and hashed by their fields, slotted, and refused by the type checker."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest
from mypy import api

from discrepancy.model.unguarded import unguarded


@unguarded
class Stretch:
    start: int
    end: int = 9


def test_two_with_the_same_fields_are_one_value() -> None:
    assert Stretch(1) == Stretch(1, 9) != Stretch(2)
    assert {Stretch(1), Stretch(1, 9)} == {Stretch(1)}
    assert replace(Stretch(1), end=3) == Stretch(1, 3)


def test_they_have_slots_and_travel_to_another_process() -> None:
    assert not hasattr(Stretch(1), "__dict__")
    assert pickle.loads(pickle.dumps(Stretch(1, 2))) == Stretch(1, 2)
    with pytest.raises(AttributeError):
        Stretch(1).length = 3  # type: ignore[attr-defined]


def test_the_type_checker_refuses_to_set_a_field(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text("from discrepancy.annotate.tokens import Chunked\n\nmade = Chunked(1, 2, 'a', None)\nmade.start = 3\n")
    told, faults, _ = api.run(["--strict", "--no-incremental", "--follow-imports=silent", str(program)])
    assert not faults
    assert 'program.py:4: error: Property "start" defined in "Chunked" is read-only' in told
    assert told.count("error:") == 1
