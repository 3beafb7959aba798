"""What each article stands for on a question, and which pairs of articles have no quarrel.

Takes the claims of one question; gives the claims by which an article is heard across articles, and the rulings that are
left. An article that counts a part, repeats an older figure or tells one person's fate beside its total is heard with
the total; where any answer of one article goes with any answer of another, the two do not contradict each other.
Knows nothing of findings.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from discrepancy.compare.conditions import holds
from discrepancy.compare.context import Context
from discrepancy.compare.judge import Ruling
from discrepancy.compare.passport import beside_the_dead, lone_fate
from discrepancy.compare.relations import figure, relation
from discrepancy.compare.revisions import called_earlier
from discrepancy.model.claims import Claim
from discrepancy.model.values import Quantity, When

_A_SENTENCE = 40
_JUST_BEFORE = 12
_TOTAL_BEFORE = 120
"""Characters before a figure within which the total stands of which it is a part."""
_RIVAL = 1.5
"""Two figures whose distances from a third differ by less than this share leave open which of them it answers."""
_IN_ONE_BREATH = 40
"""Characters between the end of "two days after" and that of the date beside it."""
_FIRMER = 3
"""How many times a lower bound an exact figure of the same article may be and still be the same count, made firm."""


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
    chosen = {article: _in_full(_best(own, context), own, context) for article, own in by_article.items()}
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
    kept = [claim for claim in kept if not any(_firmer(other, claim) for other in kept)]
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
    """True for a figure told of some of those already counted: "two of the victims were hit in the leg"."""
    words = context.policy.counting(claim.attribute).parts
    said = f"{claim.evidence.before[-_JUST_BEFORE:]}{claim.evidence.exact}".lower()
    of_some = bool(words) and isinstance(claim.value, Quantity) and _any_of(words).search(said) is not None
    return of_some and not _of_two_events(claim, context)


def _of_two_events(claim: Claim, context: Context) -> bool:
    """Whether the figures right before are those of another event, so that this one is no part of its own event's toll: "the two
    strikes killed 11: nine of them died in Zenda, and two in Lima"."""
    start = claim.evidence.span.start
    alike = (c for c in context.of_articles(claim.article) if c.attribute == claim.attribute)
    before = [c for c in alike if 0 < start - c.evidence.span.start <= _TOTAL_BEFORE]
    return bool(before) and all(c.event != claim.event for c in before)


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


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


def _firmer(claim: Claim, bound: Claim) -> bool:
    """True for an exact figure above a lower bound of the same article: "at least 27" at first, "31" further down."""
    a, b = claim.value, bound.value
    if claim.article != bound.article or not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return False
    if not a.exact or claim.additional or b.high is not None or b.low is None or a.low is None:
        return False
    return b.low < a.low <= _FIRMER * b.low and not claim.loose


def _part_of(claim: Claim, whole: Claim, context: Context) -> bool:
    """True for a figure told in one breath with the larger one that it is part of: "nearly 75 killed, including 30 foreigners"."""
    part, all_of_them, here, there = figure(claim.value), figure(whole.value), claim.evidence.span, whole.evidence.span
    if part is None or all_of_them is None or claim.article != whole.article or not part < all_of_them:
        return False
    words = context.policy.counting(claim.attribute).included
    return bool(words) and there.start < here.end and here.start < there.end and _any_of(words).search(claim.evidence.exact) is not None


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


def _best(own: Sequence[Claim], context: Context) -> Claim:
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


def nearest(rulings: Sequence[Ruling], claims: Sequence[Claim], context: Context) -> list[Ruling]:
    """Of the rulings on measures, those on the figures of two articles that answer each other: the best of either, then of the rest those
    nearest to each other: of two falls that both tell of, the long one is held against the long one. ``claims`` are all that were heard."""
    if not rulings or not context.policy.question(rulings[0].pair.a.attribute).needs_population:
        return list(rulings)
    by_article: dict[str, list[Claim]] = {}
    for claim in claims:
        by_article.setdefault(claim.article, []).append(claim)
    best = {article: _best(own, context).value for article, own in by_article.items()}

    def rank(ruling: Ruling) -> tuple[bool, float, str, str]:
        a, b, times = ruling.pair.a, ruling.pair.b, _times(ruling.pair.a, ruling.pair.b, context) if ruling.differs else 1.0
        first = (a.value, b.value) == (best[a.article], best[b.article])
        return not first or times > context.policy.happening(a.attribute).alike, times, a.id, b.id  # a slip is believed last

    first_of = {claim.id: _first_given(claim, own) for own in by_article.values() for claim in own}
    partner: dict[tuple[str, str], str] = {}
    kept = []

    def rivalled(claim: Claim, other: Claim) -> bool:
        """Whether another figure beside ``claim``, not yet answered, may as well be the one that ``other`` answers."""
        most = _RIVAL * _times(claim, other, context)
        beside = (c for c in by_article[claim.article] if first_of[c.id] != first_of[claim.id])
        return any(_times(c, other, context) < most and (first_of[c.id], other.article) not in partner for c in beside)

    for ruling in sorted(rulings, key=rank):
        a, b = ruling.pair.a, ruling.pair.b
        one, other = first_of[a.id], first_of[b.id]
        if ruling.differs and (rivalled(a, b) or rivalled(b, a)):
            continue
        if partner.setdefault((one, b.article), other) == other and partner.setdefault((other, a.article), one) == one:
            kept.append(ruling)
    return kept


def _first_given(claim: Claim, own: Sequence[Claim]) -> str:
    """The id of the first claim of an article that gives the same figure, or the same in another unit: "60 metres (200 feet)"."""
    here = claim.evidence.span
    same = (c for c in own if c.value == claim.value or (c.evidence.span.start < here.end and here.start < c.evidence.span.end))
    first = next(same)
    return first.id if first.value != claim.value else next(c.id for c in own if c.value == first.value)


def _times(a: Claim, b: Claim, context: Context) -> float:
    """How many times the larger figure is the smaller one; infinite where one is unknown or nothing."""
    factors = context.policy.factor(a.attribute, a.unit, b.unit) or (1.0, 1.0)
    first, second = figure(a.value, factors[0]), figure(b.value, factors[1])
    if first is None or second is None or min(first, second) <= 0:
        return math.inf
    return max(first, second) / min(first, second)


def quarrels(heard: Iterable[Ruling], rulings: Sequence[Ruling], context: Context) -> list[Ruling]:
    """Of the rulings ``heard``, those between articles no answers of which go together; ``rulings`` are those of all
    claims. Two states of one count are no quarrel, and are told whatever older or other count both articles print as well."""
    heard = list(heard)
    form = context.policy.question(heard[0].pair.a.attribute) if heard else None
    if form is None or form.measured or not form.one_answer:
        return heard
    members = list({c.id: c for r in rulings for c in (r.pair.a, r.pair.b)}.values())
    able = {claim.id for claim in eligible(members, context)}
    agreeing = (r for r in rulings if not r.differs and {r.pair.a.id, r.pair.b.id} <= able)
    close = (r for r in agreeing if not _other_calendar(r) and _close(r, context))
    agreed = {_articles(ruling) for ruling in close}
    return [r for r in heard if _articles(r) not in agreed or _own_word(r) or r.row.verdict == "updates"]


def in_other_words(rulings: Iterable[Ruling], context: Context) -> list[Ruling]:
    """The rulings without the warnings on a sentence that stands in both articles, word for word: who prints it says it, and what tells
    the two apart is how they were read, or what else one of them says."""
    texts: dict[str, str] = {}
    kept = []
    for ruling in rulings:
        a, b = ruling.pair.a, ruling.pair.b
        if (
            ruling.row.level in ("warning", "error")
            and not ruling.pair.flags
            and (_printed(a, b, texts, context) or _printed(b, a, texts, context))
        ):
            continue
        kept.append(ruling)
    return kept


def _printed(claim: Claim, other: Claim, texts: dict[str, str], context: Context) -> bool:
    """Whether the sentence of a claim stands in the article of another one."""
    document = context.documents.get(other.article)
    if document is None or claim.article == other.article:
        return False
    if other.article not in texts:
        texts[other.article] = " ".join(document.text.lower().split())
    sentence = context.around(claim)
    return len(sentence) >= _A_SENTENCE and sentence in texts[other.article]


def _other_calendar(ruling: Ruling) -> bool:
    """True for a weekday beside a day of some year: that neither excludes the other is no agreement."""
    return ruling.pair.a.attribute == "date" and ruling.pair.relation == "unknown"


def _own_word(ruling: Ruling) -> bool:
    """True where one speaker is given two figures that exclude each other: that others agree does not settle what was said."""
    pair = ruling.pair
    return pair.relation == "disjoint" and ruling.row.level == "warning" and holds(pair, "same-speaker")


def _close(ruling: Ruling, context: Context) -> bool:
    """False where a bound is far from the figure that it allows: "at least 31" does not stand behind a million."""
    ratio = context.policy.tolerance(ruling.pair.a.attribute).bound_ratio
    first, second = figure(ruling.pair.a.value), figure(ruling.pair.b.value)
    if not ratio or first is None or second is None or ruling.pair.relation == "same":
        return True
    return max(first, second) < ratio * max(1, min(first, second))


def _articles(ruling: Ruling) -> frozenset[str]:
    return frozenset((ruling.pair.a.article, ruling.pair.b.article))
