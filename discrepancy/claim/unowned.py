"""The numbers, days and times of day of a draft that are read as nobody's: claims of no event and no name.

Takes a reading; gives claims of what it did not understand, as far as that says something by itself. A source can be asked for such a
figure ("the bus fell at 7:40 p.m."), though nothing is known of what it is.
"""

from __future__ import annotations

from functools import cache

from discrepancy.model.claims import Attribute, Claim, NotUnderstood, Reading
from discrepancy.model.values import Clock, Quantity
from discrepancy.rulebook.kinds.roles import SetAside
from discrepancy.rulebook.schema import Rulebook

RULE = "draft.unowned"


def unowned(reading: Reading, rules: Rulebook) -> tuple[Claim, ...]:
    """One claim for each number or time that a source can be asked for, in the order of the text."""
    asked = [item for item in reading.not_understood if item.value is not None and item.reason in _asked(rules)]
    return tuple(_claim(item) for item in asked)


def _claim(item: NotUnderstood) -> Claim:
    assert item.value is not None
    attribute: Attribute = "count" if isinstance(item.value, Quantity) else "time" if isinstance(item.value, Clock) else "date"
    evidence = item.evidence
    return Claim(f"{evidence.article}:{RULE}:{evidence.span.start}", evidence.article, attribute, item.value, evidence, RULE)


@cache
def _asked(rules: Rulebook) -> frozenset[str]:
    """The reasons why a number is in no claim that do not say that it tells nothing."""
    return frozenset(rule.text for rule in rules.of(SetAside) if rule.asked) | {""}
