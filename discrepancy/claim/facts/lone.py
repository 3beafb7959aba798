"""The one person hit: whom an article means by "the victim" where it tells of nobody else who was killed or hurt.

Takes the facts of an article and its claims on tolls; gives the event in which one person alone was hit. Two mentions are one person as
:mod:`discrepancy.claim.facts.persons` tells them apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.claim.facts.persons import Persons
from discrepancy.claim.facts.read import Fact
from discrepancy.model.claims import VICTIMS, Claim
from discrepancy.model.values import exactly
from discrepancy.rulebook.schema import Rulebook

_ONE = exactly(1)


def lone_victim(facts: Sequence[Fact], claims: Sequence[Claim], rules: Rulebook) -> str:
    """The event in which one person was killed or hurt, of whom all facts of an article tell; "" where there are others or none."""
    events = {claim.event for claim in claims if claim.attribute in VICTIMS}
    told = [fact for fact in facts if fact.attribute in VICTIMS and fact.happened]
    if len(events) != 1 or any(fact.value != _ONE or fact.additional or fact.also or fact.part_of is not None for fact in told):
        return ""
    people = Persons(rules)
    for fact in told:
        people.hear(fact)
    return events.pop() if len(people) == 1 else ""
