"""Which pairs of articles have no quarrel on a question.

Takes the rulings on the claims of one question; gives those that are left. Where any answer of one article goes with any answer of another,
the two do not contradict each other; of several measures in each, those nearest to each other answer one another. Knows nothing of
findings.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from discrepancy.compare.answers import best_of, eligible
from discrepancy.compare.conditions import holds
from discrepancy.compare.context import Context
from discrepancy.compare.judge import Ruling
from discrepancy.compare.relations import figure
from discrepancy.model.claims import Claim

_A_SENTENCE = 40


def nearest(rulings: Sequence[Ruling], claims: Sequence[Claim], context: Context) -> list[Ruling]:
    """Of the rulings on measures, those on the figures of two articles that answer each other: the best of either, then of the rest those
    nearest to each other: of two falls that both tell of, the long one is held against the long one. ``claims`` are all that were heard."""
    if not rulings or not context.policy.question(rulings[0].pair.a.attribute).needs_population:
        return list(rulings)
    by_article: dict[str, list[Claim]] = {}
    for claim in claims:
        by_article.setdefault(claim.article, []).append(claim)
    best = {article: best_of(own, context).value for article, own in by_article.items()}

    def rank(ruling: Ruling) -> tuple[bool, float, str, str]:
        a, b, times = ruling.pair.a, ruling.pair.b, _times(ruling.pair.a, ruling.pair.b, context) if ruling.differs else 1.0
        first = (a.value, b.value) == (best[a.article], best[b.article])
        return not first or times > context.policy.happening(a.attribute).alike, times, a.id, b.id  # a slip is believed last

    first_of = {claim.id: _first_given(claim, own) for own in by_article.values() for claim in own}
    partner: dict[tuple[str, str], str] = {}
    kept = []

    def rivalled(claim: Claim, other: Claim) -> bool:
        """Whether another figure beside ``claim``, not yet answered, may as well be the one that ``other`` answers."""
        most = context.policy.tolerance(claim.attribute).rival * _times(claim, other, context)
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
    """The id of the first claim of an article that gives the same figure, hedged or not ("about 4 million" below a headline with "4
    million"), or the same in another unit: "60 metres (200 feet)"."""
    here = claim.evidence.span
    same = (c for c in own if _one_figure(c, claim) or (c.evidence.span.start < here.end and here.start < c.evidence.span.end))
    first = next(same)
    return first.id if not _one_figure(first, claim) else next(c.id for c in own if _one_figure(c, first))


def _one_figure(a: Claim, b: Claim) -> bool:
    """Whether two claims of one article give one number of one unit."""
    if a.value == b.value:
        return True
    number = figure(a.value)
    return a.unit == b.unit and number is not None and number == figure(b.value)


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
