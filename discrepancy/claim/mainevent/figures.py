"""The figures that an article gives for what became of people in its main event, each with the weight of all places that give it.

Takes told facts, the weights of their places and the policy's weights; gives :class:`Candidate` values, weightiest first. What is
added up (others, the last of a number of dead), what is one figure in two forms and what stands aside is decided here; which figure
is the toll, in :mod:`discrepancy.claim.mainevent.toll`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from discrepancy.annotate.phrases import PeopleGroup
from discrepancy.claim.facts.read import Fact
from discrepancy.model.claims import VICTIMS
from discrepancy.model.values import Quantity, exactly
from discrepancy.rulebook.kinds.facts import MainEventPolicy

Told = tuple[Fact, float, str]
"""A fact, the weight of its place, and the name of that weight."""
LATER = "later"
"""The name of the place, and of its weight, below the top of an article."""
_NEXT = 24
"""Characters between people and the verb of those told next, where one who did it did both."""
_SHARES = ("one", "another", "the other")
_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_RANK = re.compile(
    rf"(?:a |the )?({'|'.join(_ORDINALS)})(?: \w+){{0,3}} (?:victim|person|man|woman|teen|teenager)\b|a ({'|'.join(_ORDINALS[1:])})$"
)


@dataclass(slots=True)
class Candidate:
    """One number an article gives for an attribute, and the weight of all places that give it."""

    value: Quantity
    weight: float
    first: int
    facts: list[Fact] = field(default_factory=list)
    bound: bool = False


def explicit(told: list[Told], attribute: str, limits: MainEventPolicy, back: frozenset[int] = frozenset()) -> list[Candidate]:
    """The numbers given for an attribute, weightiest first; ``back`` are the sentences that come back to the main event."""
    weights = limits.weights
    candidates: list[Candidate] = []
    sums: list[tuple[Quantity, Quantity]] = []
    for number, (fact, weight, _) in enumerate(told):
        if fact.attribute != attribute or fact.value.high == 0 or _of_those_before(told, number):
            continue
        if not _counts(fact) and not _one_more(told, number):
            continue
        value, before = _with_others(told, number)
        if attribute == "killed" and value == fact.value:
            value = _killed_in_turn(told, number)
        if before is not None and (attribute != "killed" or fact.additional):  # of the dead, those also killed may be told already
            sums.append((before, value))
        if attribute == "killed" and (rank := _rank(fact)) > (value.low or 0) and _all_dead(told, rank, fact):
            value = exactly(rank)
        weight += weights["toll"] * fact.total + weights["loose"] * fact.loose + weights["vague"] * value.vague
        weight += weights["attackers"] * (bool(fact.groups) and all(g.harms for g in fact.groups))
        weight += weights["hedged"] * (not value.exact)
        weight += weights["listed"] * (len(fact.groups) > 1 and any(g.name or g.definite for g in fact.groups))
        for candidate in candidates:
            if _fits(candidate.value, value):
                candidate.weight += weight * weights["repeated"]
                candidate.facts.append(fact)
                if value.exact and (candidate.value.high is None or candidate.value.approx):
                    candidate.value = value
                break
        else:
            candidates.append(Candidate(value, weight, number, [fact], bound=value.high is None and not value.vague))
    everywhere = list(candidates)
    if _one_at_top(told, attribute):
        candidates = [c for c in candidates if not _aside(c, told, back)]
    near = [c for c in candidates if told[c.first][2] != LATER]
    top = [c for c in near if not _of_one(c)]
    if not top and near:
        top = [c for c in candidates if c.value.exact and (c.value.low or 0) > 1 and not all(f.loose or f.additional for f in c.facts)]
    top = top or near
    if all(c.value.vague for c in top):
        least = max((c.value.low or 0 for c in top), default=0)
        top = [c for c in candidates if c.value.vague or (c.value.high or c.value.low or 0) >= least]  # "dozens" are not two
    top = sorted(top, key=lambda c: (c.value.vague, -c.weight, c.first))
    if top and (whole := _bound_above(top[0], top, told)) is not None:
        top = [whole, *(c for c in top if c is not whole)]
    if attribute != "killed":
        numbers = [c for c in top if not c.value.vague and not (c.bound and c.value.low == 1)]
        top = [c for c in top if not (c.bound and c.value.low == 1 and numbers)]  # "at least one was hurt": one of them
    top = _summed(top, sums)
    if top and attribute != "hit":
        top[0].value = _range(top[0], everywhere if top[0].bound else top)
    return top


def _bound_above(best: Candidate, candidates: Sequence[Candidate], told: list[Told]) -> Candidate | None:
    """The bound above a number of listed people, told before them at the top: "at least seven of a family were killed … four brothers,
    Anton, Nils, Otto and Emil Berg, were killed"; the number tells of some of these."""
    if not best.value.exact:
        return None
    bounds = (c for c in candidates if c.bound and c.first < best.first and told[c.first][2] in ("headline", "lead"))
    return next((c for c in bounds if (c.value.low or 0) > (best.value.low or 0)), None)


def _of_those_before(told: list[Told], number: int) -> bool:
    """Whether a number without a noun counts some of more people told right before: "four others were hurt … one was trampled"."""
    fact = told[number][0]
    if fact.additional or fact.also or len(fact.groups) != 1 or fact.groups[0].words.lower() != "one":
        return False
    sort = ("killed",) if fact.attribute == "killed" else ("injured", "hit")
    for other, _, _ in reversed(told[:number]):
        if other.block != fact.block or not 0 <= fact.sentence - other.sentence <= 1:
            break
        if other.attribute in sort and other.value.exact and (other.value.low or 0) > (fact.value.low or 0):
            return True
    return False


def _one_more(told: list[Told], number: int) -> bool:
    """Whether somebody is brought in as one more than several told right before: "two girls were wounded … a boy, 16, was also wounded"."""
    fact = told[number][0]
    if not fact.also or len(fact.groups) != 1 or fact.value != exactly(1) or "unborn" in fact.groups[0].words.lower():
        return False
    words, kin = fact.groups[0].words.lower(), ("his ", "her ", "their ") if fact.groups[0].head else ()
    before = _with_others(told, number)[1] if words.startswith(("a ", "an ", *kin)) else None
    return before is not None and (before.low or 0) > 1


def _of_one(candidate: Candidate) -> bool:
    """Whether he may be one of several: "one victim is still in hospital", where the text behind tells how many were hurt."""
    return candidate.value == exactly(1) and all(f.loose for f in candidate.facts) and candidate.facts[0].attribute != "killed"


def _one_at_top(told: list[Told], attribute: str) -> bool:
    """Whether headline and lead tell of one person alone: of one who suffered this, or of harm to nobody but single people."""
    top = [fact for fact, _, place in told if place in ("headline", "lead") and fact.attribute in VICTIMS]
    same = [fact for fact in top if (fact.attribute == "killed") == (attribute == "killed")]
    return any(group and all(fact.value == exactly(1) and not fact.additional for fact in group) for group in (same, top))


def _aside(candidate: Candidate, told: list[Told], back: frozenset[int]) -> bool:
    """Whether a number of several people is given once and far down: that of another event, beside an article about one person."""
    several = (candidate.value.low or candidate.value.high or 0) > 1
    fact = candidate.facts[0]
    # "The five people killed": the reader knows of them.
    known = fact.attribute == "killed" and any(g.words.lower().startswith("the ") for g in fact.groups)
    known = known or fact.also or fact.sentence in back
    return (
        several
        and told[candidate.first][2] == LATER
        and len({f.sentence for f in candidate.facts}) == 1
        and not fact.additional
        and not known
    )


def _range(best: Candidate, candidates: Sequence[Candidate]) -> Quantity:
    """What an article with several figures allows: "up to 27" is at least, and "at least 14" at most what else it counts, within twice.

    What lies above a bound may be told far down, by another source.
    """
    value = best.value
    others = [c.value for c in candidates if c is not best and not c.value.vague]
    if value.low is None and value.high is not None:
        lower = [v.low for v in others if v.low is not None and value.high / 2 < v.low < value.high]
        return Quantity(min(lower), value.high) if lower else value
    at_most = [c.value.high for c in candidates if c.value.low is None and c.value.high is not None]
    if value.low is not None and (best.bound or (value.exact and at_most)):
        higher = at_most + ([v.low for v in others if v.low is not None] if best.bound else [])
        higher = [v for v in higher if value.low < v <= 2 * value.low]
        return Quantity(value.low, max(higher)) if higher else value
    return value


def _counts(fact: Fact) -> bool:
    """Whether a fact gives a number: "nine", or people listed without names ("a man and a woman"), or the last of a number of dead."""
    if fact.attribute == "killed" and _rank(fact):
        return True
    sized = fact.attribute != "killed" or len(fact.groups) > 1  # "the couple died": maybe of another event
    if not fact.groups or any(_numbered(group) or (sized and _of_known_size(group)) for group in fact.groups):
        return True
    return len(fact.groups) > 1 and fact.value.exact and (fact.also or not any(g.name or g.definite for g in fact.groups))


def _all_dead(told: list[Told], rank: int, last: Fact) -> bool:
    """Whether those before the last of the victims are dead, too: "a third victim has died"; but "the fourth victim died" may tell of one
    of four who were shot."""
    if not last.groups[0].words.lower().startswith("the "):
        return True
    return any(f.attribute == "killed" and f.value.low in (rank, rank - 1) for f, _, _ in told)


def then(first: Fact, second: Fact) -> bool:
    """Whether one who did the first did the second next: "killing a clerk and shooting two guests", "killed his wife and then two men"."""
    verb = second.verb or second.span
    if first.verb is None or second.agent is not None or (first.sentence, first.block) != (second.sentence, second.block):
        return False
    active = first.verb.end <= first.people.start and verb.start < second.people.start
    return active and 0 < verb.start - first.people.end <= _NEXT


def victims_told(told: list[Told]) -> int:
    """The number of victims where the last of those hurt is told of: "a third victim was grazed" makes three; 0 where none is."""
    return max((_rank(fact) for fact, _, _ in told if fact.attribute in ("injured", "hit")), default=0)


def _rank(fact: Fact) -> int:
    """The number of dead where the last of them is told of: "a third victim has died" makes three; 0 where none is told so."""
    found = _RANK.match(fact.groups[0].words.lower()) if len(fact.groups) == 1 else None
    return _ORDINALS.index(found[1] or found[2]) + 2 if found else 0


def _numbered(group: PeopleGroup) -> bool:
    """A number stands there, not only an article: "one man", "nine", "another 25", "a family of four", not "a man"."""
    words = group.words.lower()
    told = (group.count.low or 0) > 1 and (words.startswith("another ") or " of " in words)
    return group.counted and (told or not words.startswith(("a ", "an ", "another ")))


def _of_known_size(group: PeopleGroup) -> bool:
    """Whether the noun alone says how many they are: "her parents", "the couple"."""
    return group.count.exact and (group.count.low or 0) > 1 and bool(group.head)


def _fits(a: Quantity, b: Quantity) -> bool:
    if a.vague or b.vague:
        return (a.low, a.high) == (b.low, b.high)
    if a.low is not None and a.high is not None and a.low < a.high and b.exact and b.low is not None:
        return a.low <= b.low <= a.high
    return (a.low, a.high) == (b.low, b.high) or (a.low == b.low and a.low is not None)


def _summed(candidates: list[Candidate], sums: list[tuple[Quantity, Quantity]]) -> list[Candidate]:
    """The candidates, a sum first where the first is what others were added to: "two were hurt … three others were hurt, too"."""
    whole = {after for before, after in sums if candidates and before == candidates[0].value and before.exact and after.exact}
    first = [c for c in candidates if c.value in whole]
    for candidate in first:
        candidate.weight = max(candidate.weight, candidates[0].weight)
    return [*first, *(c for c in candidates if c not in first)]


def _with_others(told: list[Told], number: int) -> tuple[Quantity, Quantity | None]:
    """A number of *others* together with those told right before it, when they suffered the same, and the number of those."""
    fact = told[number][0]
    if not (fact.additional or fact.also) or len(fact.groups) > 1:
        return fact.value, None
    for before in range(number - 1, -1, -1):
        other = told[before][0]
        if other.block != fact.block or fact.sentence - other.sentence > 1:
            break
        if other.people.overlaps(fact.people) or (fact.also and _share(told, before)):
            continue  # "two others were wounded after being shot", "two girls were shot, one in the foot"
        if other.attribute == fact.attribute and (not other.additional or fact.also):
            if _the_rest(fact) and (other.value.low or 0) > (fact.value.low or 0) and not other.graded:
                break  # "the four were taken there, one with bad wounds and the other three with light ones"
            return _plus(fact.value, other.value), other.value
        if other.attribute in VICTIMS and other.sentence == fact.sentence and not _someone(other):
            break
    return fact.value, None


def _share(told: list[Told], number: int) -> bool:
    """Whether a fact tells what befell one of several whom its sentence counts: "two girls were shot, | one in the foot"."""
    fact = told[number][0]
    one = len(fact.groups) == 1 and fact.groups[0].words.lower() in _SHARES
    same = (f for f, _, _ in told[:number] if (f.sentence, f.block, f.attribute) == (fact.sentence, fact.block, fact.attribute))
    return one and any((f.value.low or 0) > (fact.value.low or 0) for f in same)


def _killed_in_turn(told: list[Told], number: int) -> Quantity:
    """Those killed together with whom the same one killed right before: "he killed his wife and then shot two men dead"."""
    fact = told[number][0]
    value = fact.value
    if any(g.words.lower().endswith("self") or g.harms for g in fact.groups):
        return value
    for before in range(number - 1, -1, -1):
        other = told[before][0]
        if other.attribute != "killed" or not then(other, fact) or not other.groups:
            break
        value, fact = _plus(value, other.value), other
    return value


def _the_rest(fact: Fact) -> bool:
    """Whether a number is what is left of people told before: "the other three"."""
    return fact.groups[0].words.lower().startswith("other ")


def _someone(fact: Fact) -> bool:
    """Whether a fact tells of people by name."""
    return any(group.name for group in fact.groups)


def _plus(a: Quantity, b: Quantity) -> Quantity:
    low = (a.low or 0) + (b.low or 0)
    high = None if a.high is None or b.high is None else a.high + b.high
    return Quantity(low, high, a.approx or b.approx, a.vague or b.vague)
