"""Conditions on how sure it is that an answer is one to the question: of the same time and person, counted and not heard, told where an
article tells what it is about.

Takes a :class:`~discrepancy.compare.pair.Pair`; gives yes or no. An answer that stands far down in its article, or that only a guess gives
to somebody, is held against another's aloud only where something else says so. Words and widths stand in ``rules/compare``, in
``countings.yaml``, ``happenings.yaml`` and ``persons.yaml``.
"""

from __future__ import annotations

import re
from functools import cache

from discrepancy.compare.context import Context
from discrepancy.compare.pair import Pair
from discrepancy.compare.policy import any_of
from discrepancy.compare.relations import figure
from discrepancy.model.claims import VICTIMS, Claim
from discrepancy.model.values import Quantity


def at_another_time(pair: Pair) -> bool:
    """The words behind one of two ages say that it is that of another time: "was 17 when the killings occurred"."""
    words = pair.context.policy.persons(pair.a.attribute).back_then
    if not words:
        return False
    bare = (claim for claim in (pair.a, pair.b) if re.search(r"(?:\d|\bold)$", claim.evidence.exact))  # not "shot by 34-year-old Rudd when"
    return any(_first_words(words).match(pair.context.behind(claim)[0].lower()) is not None for claim in bare)


def surmised(pair: Pair) -> bool:
    """One of two ages is of somebody whom its sentence does not name: "the 13-year-old" may be another than who was told of last."""
    rules = pair.context.policy.persons(pair.a.attribute).surmised
    return any(claim.rule in rules for claim in (pair.a, pair.b))


def by_ear(pair: Pair) -> bool:
    """One of two counts is of what somebody heard: shots are counted by the casings that lie about, and by nobody's ear."""
    counting = pair.context.policy.counting(pair.a.attribute)
    if pair.a.population not in counting.noises:
        return False
    return any(any_of(counting.heard).search(claim.evidence.exact.lower()) is not None for claim in (pair.a, pair.b))


def polled(pair: Pair) -> bool:
    """Both are shares of people who were asked: two polls ask other people, and other questions."""
    words = pair.context.policy.counting(pair.a.attribute).polled
    if not words or pair.a.unit != "%":
        return False
    return all(any_of(words).search(pair.context.around(claim)) is not None for claim in (pair.a, pair.b))


@cache
def _first_words(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"[\s,)]*(?:{'|'.join(map(re.escape, words))})\b")


def told_late(pair: Pair) -> bool:
    """The lower of two tolls stands nowhere in the head of its article, and is no near miss of the higher one; or neither stands in the
    head: what an article is about it counts at once, and further down parts of it and other happenings. Of what has no figure, either."""
    if not isinstance(pair.a.value, Quantity):
        return pair.in_texts() and (late(pair.a, pair) or late(pair.b, pair))
    low, high = figure(pair.a.value), figure(pair.b.value)
    if low is None or high is None or not pair.in_texts():
        return False
    lower, higher = (pair.a, pair.b) if low < high else (pair.b, pair.a)
    return late(lower, pair) and (late(higher, pair) or not near_miss(pair))


def beside_shared_toll(pair: Pair) -> bool:
    """What stands far down stands in one sentence with another toll of the event, and that one both articles give: "killed three
    soldiers and wounded more than 40" is of the happening in which three died, and of no part of it."""
    below = [(claim, other) for claim, other in ((pair.a, pair.b), (pair.b, pair.a)) if late(claim, pair)]
    return bool(below) and all(_shared_toll(claim, other, pair.context) for claim, other in below)


def _shared_toll(claim: Claim, other: Claim, context: Context) -> bool:
    theirs = {(c.attribute, figure(c.value)) for c in _other_tolls(other, context)}
    return any((c.attribute, found) in theirs for c in _beside(claim, context) if (found := figure(c.value)) is not None and found > 1)


def tolls_beside(pair: Pair) -> tuple[Claim, ...]:
    """The other tolls in the sentences of two figures, by which they seem to be of two happenings or of a part; for a name none."""
    if figure(pair.a.value) is None:
        return ()
    return tuple(c for claim in (pair.a, pair.b) for c in _beside(claim, pair.context))


def _beside(claim: Claim, context: Context) -> list[Claim]:
    sentence = context.around(claim)
    return [c for c in _other_tolls(claim, context) if c.evidence.exact.lower() in sentence]


def _other_tolls(claim: Claim, context: Context) -> list[Claim]:
    """What the claim's article tells of those who were hit in its event, but for what the claim counts."""
    told = (c for attribute in VICTIMS if attribute != claim.attribute for c in context.of_event(claim.event, attribute))
    return [c for c in told if c.article == claim.article]


def near_miss(pair: Pair) -> bool:
    """Whether one figure is all but the other."""
    first, second = figure(pair.a.value), figure(pair.b.value)
    share = pair.context.policy.happening(pair.a.attribute).part_share
    return first is not None and second is not None and bool(share) and min(first, second) > share * max(first, second)


def late(claim: Claim, pair: Pair) -> bool:
    """Whether an article gives a value only below its head, where it tells what it is about."""
    width, context = pair.context.policy.happening(claim.attribute), pair.context
    alike = (c for c in pair.siblings.of(claim.article) if c.value == claim.value)
    first = min((c.evidence.span.start for c in alike), default=claim.evidence.span.start)
    return bool(width.head) and first > max(width.head_characters, width.head * len(context.documents[claim.article].text))
