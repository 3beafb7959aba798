"""By which of its claims an article answers a question.

Takes the claims of one question; gives those by which each article is heard across articles. An article that counts a part, repeats
an older figure or tells one person's fate beside its total is heard with the total. Knows nothing of other articles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from discrepancy.compare.context import Context
from discrepancy.compare.passport import beside_the_dead, lone_fate
from discrepancy.compare.policy import any_of
from discrepancy.compare.relations import figure, relation
from discrepancy.compare.revisions import called_earlier
from discrepancy.model.claims import Claim
from discrepancy.model.values import Quantity, When

_OF_THEM = ("of them", "of whom")
"""Words that take some out of people who need not have come to harm."""
_JUST_BEFORE = 12
_TOTAL_BEFORE = 120
"""Characters before a figure within which the total stands of which it is a part."""
_IN_ONE_BREATH = 40
"""Characters between the end of "two days after" and that of the date beside it."""


def standing(claims: Sequence[Claim], context: Context) -> tuple[Claim, ...]:
    """The claims by which each article is heard: all that give its best value, in the order given.

    Attributes that may have several answers at a time (groups, labels, words quoted) keep all claims.
    """
    if not claims or not context.policy.question(claims[0].attribute).one_answer:
        return tuple(claims)
    by_article: dict[str, list[Claim]] = {}
    for claim in eligible(claims, context):
        by_article.setdefault(claim.article, []).append(claim)
    if context.policy.question(claims[0].attribute).needs_population:
        return tuple(claim for claim in claims if claim in by_article.get(claim.article, ()))  # several falls, each with its length
    chosen = {article: _in_full(best_of(own, context), own, context) for article, own in by_article.items()}
    return tuple(
        claim
        for claim in claims
        if claim.article in chosen
        and claim in by_article[claim.article]
        and claim.value == chosen[claim.article].value
        and claim.loose == chosen[claim.article].loose
    )


def eligible(claims: Sequence[Claim], context: Context) -> tuple[Claim, ...]:
    """The claims that can be an article's answer: of the others beside them, the better kind leaves the worse out."""
    kept = [claim for claim in claims if not (lone_fate(claim, context) or _apart(claim, context) or _of_some(claim, context))]
    kept = [claim for claim in kept if given_beside(claim, kept) is None]
    kept = [claim for claim in kept if not any(_firmer(other, claim, context) for other in kept)]
    kept = [claim for claim in kept if not any(_part_of(claim, other, context) or _finer(other, claim, context) for other in kept)]
    kept = [claim for claim in kept if not any(_outdone(claim, other) for other in kept)]
    for worse in _worse_than_others(context):
        better = {claim.article for claim in kept if not worse(claim)}
        kept = [claim for claim in kept if claim.article not in better or not worse(claim)]
    return tuple(kept)


def given_beside(counted: Claim, claims: Iterable[Claim]) -> Claim | None:
    """The date given outright in one breath with a day that is counted from another one, where the two differ: "two days after the
    blast, on January 17"."""
    value, end = counted.value, counted.evidence.span.end
    if counted.attribute != "date" or not counted.anchors or not isinstance(value, When) or counted.loose or value.first != value.last:
        return None
    for other in claims:
        one_event = other.attribute == "date" and (other.article, other.event) == (counted.article, counted.event) and other.event
        day = other.value
        outright = isinstance(day, When) and not other.anchors and day.first == day.last != value.first
        if one_event and outright and 0 < other.evidence.span.end - end <= _IN_ONE_BREATH and "\n" not in other.evidence.exact:
            return other
    return None


def _of_some(claim: Claim, context: Context) -> bool:
    """True for a figure told of some of those already counted: "two of the victims were hit in the leg"; how many of the dead were women
    is all that is told of women."""
    counting = context.policy.counting(claim.attribute)
    words = counting.parts if not (claim.population and claim.rule in counting.sorted) else ()
    before = claim.evidence.before[-_JUST_BEFORE:].rpartition(" and ")[2]  # "killing 18 of them and wounding 27"
    told = any_of(words).search(f"{before}{claim.evidence.exact}".lower()) if words and isinstance(claim.value, Quantity) else None
    if told is None or _of_two_events(claim, context):
        return False
    of_a_side = told[0] == "of the" and bool(claim.population)  # "troops killed 15 of the assailants"
    return not ((told[0] in _OF_THEM or of_a_side) and _counts_first(claim, context, beside_all=of_a_side))


def _counts_first(claim: Claim, context: Context, *, beside_all: bool) -> bool:
    """Whether an article counts several people and none of their sort of whom they could be some: recruits were lining up, and a bomb
    killed "18 of them"; of the eight dead "five of them police officers" are all that is told of officers. ``beside_all``: nor of all sorts
    together."""
    mine = figure(claim.value) or 0
    alike = (claim.attribute,) if claim.attribute == "killed" else (claim.attribute, "injured", "hit")
    counted = [c for name in alike for c in context.of_event(claim.event, name) if c.article == claim.article]
    sorts = (claim.population, "") if beside_all else (claim.population,)
    return mine > 1 and not any((figure(other.value) or 0) > mine for other in counted if other.population in sorts)


def _of_two_events(claim: Claim, context: Context) -> bool:
    """Whether the figures right before are those of another event, so that this one is no part of its own event's toll: "the two
    strikes killed 11: nine of them died in Zenda, and two in Lima"."""
    start = claim.evidence.span.start
    alike = (c for c in context.of_articles(claim.article) if c.attribute == claim.attribute)
    before = [c for c in alike if 0 < start - c.evidence.span.start <= _TOTAL_BEFORE]
    return bool(before) and all(c.event != claim.event for c in before)


def _apart(claim: Claim, context: Context) -> bool:
    """True for a figure that is added to a total, and for the day that a page bears."""
    if claim.additional and claim.attribute in context.policy.course(claim.attribute).adds and not beside_the_dead(claim, context):
        return True
    stamps = context.policy.happening(claim.attribute).stamps
    if not stamps:
        return False
    # What is told to be "a few seconds later" than a page's stamp is no day of its own either.
    rests = [context.claims[anchor] for anchor in claim.anchors if anchor in context.claims]
    return any(_stamped(told, stamps) for told in (claim, *rests))


def _stamped(claim: Claim, words: tuple[str, ...]) -> bool:
    line = claim.evidence.before.rpartition("\n")[2]  # a page's "Published: 5 March" stands above the first sentence, not in it
    return _stamp(words).search(f"{line}{claim.evidence.exact}".lower()) is not None


@cache
def _stamp(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))}):? (?:on )?(?:[a-z]+,? )?(?:\d{{1,2}} [a-z]+|[a-z]+\.? \d{{1,2}})\b")


def _firmer(claim: Claim, bound: Claim, context: Context) -> bool:
    """True for an exact figure above a lower bound of the same article: "at least 27" at first, "31" further down."""
    a, b = claim.value, bound.value
    if claim.article != bound.article or not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return False
    if not a.exact or claim.additional or b.high is not None or b.low is None or a.low is None:
        return False
    return b.low < a.low <= context.policy.tolerance(claim.attribute).firmer * b.low and not claim.loose


def _part_of(claim: Claim, whole: Claim, context: Context) -> bool:
    """True for a figure told in one breath with the larger one that it is part of: "nearly 75 killed, including 30 foreigners"."""
    part, all_of_them, here, there = figure(claim.value), figure(whole.value), claim.evidence.span, whole.evidence.span
    if part is None or all_of_them is None or claim.article != whole.article or not part < all_of_them:
        return False
    words = context.policy.counting(claim.attribute).included
    return bool(words) and there.start < here.end and here.start < there.end and any_of(words).search(claim.evidence.exact) is not None


def _finer(claim: Claim, wide: Claim, context: Context) -> bool:
    """True for a day inside the days that the same article gives elsewhere: who writes Saturday means no other day of the weekend."""
    if claim.article != wide.article or not isinstance(claim.value, When) or claim.loose:
        return False
    return relation(claim.value, wide.value, context.policy, claim.attribute, context.lexicon) == "narrower"


def _outdone(claim: Claim, other: Claim) -> bool:
    """True for a count of the hurt below that of "others" in the same article: who counts fourteen others hurt means no toll of three."""
    if claim.article != other.article or claim.attribute not in ("injured", "hit") or claim.additional or not other.additional:
        return False
    mine, theirs = figure(claim.value), figure(other.value)
    return mine is not None and theirs is not None and mine < theirs and not other.loose


def _worse_than_others(context: Context) -> tuple[Callable[[Claim], bool], ...]:
    return (
        lambda claim: isinstance(claim.value, Quantity) and claim.value.vague,
        lambda claim: figure(claim.value) == 0,
        lambda claim: claim.additional and not beside_the_dead(claim, context),
        lambda claim: called_earlier(claim, context),
    )


def best_of(own: Sequence[Claim], context: Context) -> Claim:
    """An article's best answer: of figures a stated total, else the first it gives, of days and places the one it gives most often."""
    counts: dict[object, int] = {}
    for claim in own:
        counts[claim.value] = counts.get(claim.value, 0) + 1
    most = max(figure(claim.value) or 0 for claim in own)

    def rank(claim: Claim) -> tuple[bool, bool, int, bool, int]:
        value = claim.value
        wide = isinstance(value, When) and value.first != value.last
        often = 0 if isinstance(value, Quantity) else -counts[value]
        whole = claim.rule in context.policy.counting(claim.attribute).totals
        part = not whole or (figure(value) or 0) < most
        return claim.loose, wide, often, part, claim.evidence.span.start

    return min(own, key=rank)


def _in_full(head: Claim, own: Sequence[Claim], context: Context) -> Claim:
    """A headline's bare figure as the text below gives it, with its hedge: "at least 20 people were killed" below "Blast kills 20"."""
    if not isinstance(head.value, Quantity) or not head.value.exact or context.block(head) != "headline":
        return head
    bare = head.value.low or 0
    for claim in own:
        value = claim.value
        if not isinstance(value, Quantity) or value.exact or value.vague or claim.loose or value.low is None:
            continue
        if context.block(claim) in ("body", "standfirst") and bare in (figure(value), value.low - 1):  # "more than 200"
            return claim
    return head
