"""Conditions on lists of names and labels: one shorter than the other, labels that exclude each other, other people.

Takes a :class:`~discrepancy.compare.pair.Pair`; gives yes or no.
"""

from __future__ import annotations

from discrepancy.compare.context import Context
from discrepancy.compare.pair import Pair
from discrepancy.compare.relations import figure
from discrepancy.model.claims import Claim
from discrepancy.model.values import Terms


def closed_shorter(pair: Pair) -> bool:
    """Two closed lists, every member of the shorter also in the longer."""
    a, b = pair.a.value, pair.b.value
    if not isinstance(a, Terms) or not isinstance(b, Terms) or a.open or b.open or a.choice or b.choice:
        return False
    short, long = (a, b) if len(a.members) < len(b.members) else (b, a)
    same = pair.context.lexicon.relation
    return 0 < len(short.members) < len(long.members) and all(any(same(x, y) == "same" for y in long.members) for x in short.members)


def opposed_labels(pair: Pair) -> bool:
    """Some label of one is opposed to a label of the other, as many are counted under both unless both are views of fighters, and neither
    is the one who did it: the woman and the gunman who died are two."""
    a, b = pair.a.value, pair.b.value
    if not isinstance(a, Terms) or not isinstance(b, Terms):
        return False
    dead = [_dead(claim, pair.context) for claim in (pair.a, pair.b)]
    others, lexicon = bool(dead[0] and dead[1]) and dead[0].isdisjoint(dead[1]), pair.context.lexicon
    ours, theirs = (
        [label for label in value.members if dead[side] != {1} or not lexicon.attacker(label)] for side, value in enumerate((a, b))
    )
    return any(lexicon.opposed(x, y) and not (others and not lexicon.grouped(x, y)) for x in ours for y in theirs)


def other_people(pair: Pair) -> bool:
    """Two lists of who the dead were, each of all that its article counts, as many, and one names somebody whom the other excludes."""
    a, b, context = pair.a.value, pair.b.value, pair.context
    if not isinstance(a, Terms) or not isinstance(b, Terms) or a.open or b.open:
        return False
    dead = [_dead(claim, context) for claim in (pair.a, pair.b)]
    if not dead[0] or dead[0] != dead[1]:
        return False
    sides = ((a.members, b.members), (b.members, a.members))
    return any(all(context.lexicon.parted(one, other) for other in theirs) for ours, theirs in sides for one in ours)


def _dead(claim: Claim, context: Context) -> set[float | None]:
    """How many died by the words that tell who they were."""
    told = context.of_event(claim.event, "killed")
    return {figure(c.value) for c in told if c.article == claim.article and c.evidence.exact == claim.evidence.exact}
