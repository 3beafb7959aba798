"""Pairs in notation as the examples of rules of comparing: what they give, and what a faulty one says."""

from __future__ import annotations

import pytest

from discrepancy.compare.shown import shows
from discrepancy.notation import NotationError
from discrepancy.rulebook import rulebook
from discrepancy.rulebook.kinds.decisions import DecisionRow
from discrepancy.rulebook.kinds.widths import Happenings, Tolerance

RULES = rulebook()


@pytest.mark.parametrize(
    ("kind", "id", "pair", "verdict"),
    [
        (Tolerance, "width.tolls", "killed=600 vs killed=612", "refines"),
        (Tolerance, "width.tolls", "killed=60 vs killed=70", ""),
        (Happenings, "happening.clock", "time=09:00 vs time=13:10", "apart"),
        (DecisionRow, "decide.part", "killed{children}=12 vs killed=9", "unclear"),
        (DecisionRow, "decide.part", "killed=12 vs killed=9", ""),
        (DecisionRow, "decide.some-named", "killed=2 // *The deputy and Officer Berg* were killed vs killed=5", "refines"),
    ],
)
def test_a_pair_shows_what_the_rule_makes_of_it(kind: type, id: str, pair: str, verdict: str) -> None:
    assert shows(RULES.one(kind, id), pair, "", RULES) == ([(pair, verdict)] if verdict else [])


def test_what_is_no_pair_is_a_fault_with_a_place() -> None:
    rule = RULES.one(Tolerance, "width.tolls")
    for text in ("killed=9", "killed vs killed=9"):
        with pytest.raises(NotationError):
            shows(rule, text, "", RULES)
