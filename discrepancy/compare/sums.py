"""Conditions on figures that add up: the parts of one article against the whole of the other, those shot against the dead and the hurt.

Takes a :class:`~discrepancy.compare.pair.Pair`; gives yes or no.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from discrepancy.compare.days import of_another_day
from discrepancy.compare.lexicon import Lexicon
from discrepancy.compare.pair import Pair
from discrepancy.compare.passport import attribute, lone_fate
from discrepancy.compare.relations import FITS, figure, relation
from discrepancy.compare.revisions import cues
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Relation
from discrepancy.model.values import Quantity, exactly

_MOST_PARTS = 4
_BESIDE: tuple[Relation, ...] = ("disjoint", "unknown", "overlap")
"""How people stand to each other who can be added up."""


def sums_up(pair: Pair) -> bool:
    """The figures of one article add up to that of the other."""
    siblings = pair.beside()
    if not pair.context.policy.counting(pair.a.attribute).counts_one:  # four rifles and seven hits are not eleven of anything
        counted = {pair.a.population.split(" ")[-1], pair.b.population.split(" ")[-1]}
        siblings = [claim for claim in siblings if claim.population.split(" ")[-1] in counted]
    siblings = [claim for claim in siblings if not lone_fate(claim, pair.context)]  # the one who died may be among those counted
    # "A further 14 were killed on Wednesday", "14 have died since Monday": not of this event alone.
    siblings = [claim for claim in siblings if claim.scope != "cumulative" and not of_another_day(claim, pair.context)]
    if pair.a.scope.startswith("side:"):  # what the other side lost fills up nothing
        siblings = [claim for claim in siblings if claim.scope == pair.a.scope]
    lexicon = pair.context.lexicon
    both = ((pair.a, pair.b), (pair.b, pair.a))
    return any(_adds_up(*pair_of, siblings, lexicon) or _over_two(*pair_of, siblings, pair) for pair_of in both)


def _over_two(whole: Claim, part: Claim, siblings: Sequence[Claim], pair: Pair) -> bool:
    """The article of ``part`` gives a second toll, of another bomb, and the two add up to the other article's ``whole``: that counts those
    of both. One alone may be among the others. People told as more of them may bring the toll within a bound, "more than 30"; a toll
    that has grown has them in it."""
    wanted, own = figure(whole.value), figure(part.value)
    if wanted is None or own is None or not pair.context.policy.counting(part.attribute).counts_one:
        return False
    told = [c for c in siblings if (c.article, c.event, c.population) == (part.article, part.event, part.population) and not c.loose]
    others = [c for c in told if c.id != part.id and isinstance(c.value, Quantity) and c.value.exact]
    if min(own, wanted - own) > 1 and any(figure(c.value) == wanted - own for c in others):
        return True
    context, bound = pair.context, isinstance(whole.value, Quantity) and not whole.value.exact
    more = [c for c in others if c.additional] if bound and "up" not in cues(part, context) else []
    sums = [exactly(int(own + (figure(c.value) or 0))) for c in more]
    return any(relation(both, whole.value, context.policy, whole.attribute, context.lexicon) in FITS for both in sums)


def _adds_up(whole: Claim, part: Claim, siblings: Sequence[Claim], lexicon: Lexicon) -> bool:
    """The article of ``part`` gives further parts that fill it up to the other article's ``whole``. A girl among ten people is no
    eleventh."""
    wanted, own = figure(whole.value), figure(part.value)
    if wanted is None or own is None or not isinstance(whole.value, Quantity) or not own < wanted:
        return False
    others = [
        c
        for c in siblings
        if c.article == part.article != whole.article
        and c.id != part.id
        and isinstance(c.value, Quantity)
        and c.value.exact
        and c.event == part.event
        and (c.population, c.scope, c.additional) != (part.population, part.scope, part.additional)
        and (c.scope != part.scope or c.additional != part.additional or lexicon.populations(c.population, part.population) in _BESIDE)
    ][: 2 * _MOST_PARTS]
    within = {c.id for parts in _making_up(own, others) for c in parts}
    others = [c for c in others if c.id not in within]
    for count in range(1, _MOST_PARTS):
        for chosen in combinations(others, count):
            passports = {(c.population, c.scope, c.additional) for c in (part, *chosen)}
            if len(passports) == count + 1 and own + sum(figure(c.value) or 0 for c in chosen) == wanted:
                return True
    return False


def _making_up(total: float, parts: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """The parts, two or more, that add up to a figure themselves: "13 were wounded; four were run over, eight shot, one cut" are no
    eighteen."""
    for count in range(2, _MOST_PARTS):
        yield from (chosen for chosen in combinations(parts, count) if sum(figure(c.value) or 0 for c in chosen) == total)


def hurt_died(pair: Pair) -> bool:
    """As many fewer are hurt in one article as more are dead: some of the hurt have died in between."""
    first, second = figure(pair.a.value), figure(pair.b.value)
    if first is None or second is None or pair.a.article == pair.b.article or not pair.a.event:
        return False
    other = "injured" if pair.a.attribute == "killed" else "killed"
    beside = pair.context.of_event(pair.a.event, other)  # "three men were killed" is the most that an article says of its dead, or less
    mine, theirs = ({figure(c.value) or 0 for c in beside if c.article == side.article} for side in (pair.a, pair.b))
    return bool(mine) and bool(theirs) and first + max(mine) == second + max(theirs)


def with_the_dead(pair: Pair) -> bool:
    """One article counts people shot or hit and nobody dead, as many as the other counts hurt and dead; or the lower figure of people shot
    is that of its own article's dead, and says nothing of the wounded: "all three victims were shot in the head"."""
    first, second = figure(pair.a.value), figure(pair.b.value)
    if first is not None and second is not None and first != second and pair.a.event and pair.a.article != pair.b.article:
        low = pair.a if first < second else pair.b
        own = [c for c in pair.context.of_event(low.event, "killed") if c.article == low.article and not low.additional]
        if low.attribute == "hit" and min(first, second) > 1 and min(first, second) in {figure(c.value) for c in own}:
            return True
    for early, late in ((pair.a, pair.b), (pair.b, pair.a)):
        before, after = figure(early.value), figure(late.value)
        if early.attribute != "hit" or before is None or after is None or not early.event or not after < before or early.additional:
            continue
        deaths = [c for c in pair.context.of_event(early.event, "killed") if not pair.context.lexicon.partition(c.population)]
        if any(c.article == early.article and figure(c.value) != 0 for c in deaths):
            continue
        if any(c.article == late.article and after + (figure(c.value) or 0) == before for c in deaths):
            return True
    return False


def some_shot(pair: Pair) -> bool:
    """Somebody died, and the lower figure is of people shot whom the dead and the hurt of its own article do not add up to: "two people
    were shot" may count those alone who lived."""
    first, second = figure(pair.a.value), figure(pair.b.value)
    if first is None or second is None or first == second or not pair.a.event:
        return False
    low = pair.a if first < second else pair.b
    if low.attribute != "hit" or low.additional or all(attribute(side, pair.context) != "hit" for side in (pair.a, pair.b)):
        return False
    dead, hurt = (
        {figure(c.value) or 0 for c in pair.context.of_event(low.event, name) if c.article == low.article} for name in ("killed", "injured")
    )
    return not any(one + other == min(first, second) for one in dead for other in hurt)
