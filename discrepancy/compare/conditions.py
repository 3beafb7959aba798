"""The conditions that rows of the decision table ask of a pair of claims.

Takes a :class:`Pair`; gives yes or no for each name in :data:`~discrepancy.rulebook.kinds.decisions.Condition`. Each is
a small function, so that a row can be read as a sentence. Policy (what follows from yes) is not known here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from discrepancy.compare.context import Context
from discrepancy.compare.lexicon import Lexicon
from discrepancy.compare.passport import lone_fate, stated_order
from discrepancy.compare.relations import clock_shift, figure, relation
from discrepancy.compare.revisions import called_newest, cues
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Relation
from discrepancy.model.values import Clock, Quantity, Terms, When
from discrepancy.rulebook.kinds.decisions import Condition

_DAY = 1440
_YEAR = 365.25
_MOST_PARTS = 4
_TWO_YEARS = 731
_NEAR_ISSUE = 2


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two claims that passed like-for-like, the relation of their values, and the claims of their question beside them.

    ``flags`` are conditions that only a caller with a wider view can know (a failed checksum, a part above its whole).
    """

    a: Claim
    b: Claim
    relation: Relation
    siblings: Sequence[Claim]
    context: Context
    flags: frozenset[Condition] = frozenset()
    _known: dict[Condition, bool] = field(default_factory=dict, init=False, repr=False)

    def holds(self, condition: Condition) -> bool:
        """Whether a condition holds of this pair; looked at once, for many rows ask the same."""
        found = self._known.get(condition)
        if found is None:
            found = condition in self.flags or (condition in _CONDITIONS and _CONDITIONS[condition](self))
            self._known[condition] = found
        return found


def _own_reporting(pair: Pair) -> bool:
    """One of the two is marked in the draft as the desk's own."""
    return not pair.context.own.isdisjoint((pair.a.id, pair.b.id))


def _same_article(pair: Pair) -> bool:
    return pair.a.article == pair.b.article


def _speakers(pair: Pair) -> tuple[str, str]:
    return pair.a.attributed_to.casefold(), pair.b.attributed_to.casefold()


def _same_speaker(pair: Pair) -> bool:
    first, second = _speakers(pair)
    return first == second != ""


def _different_speakers(pair: Pair) -> bool:
    first, second = _speakers(pair)
    return "" not in (first, second) and first != second


def _one_unattributed(pair: Pair) -> bool:
    first, second = _speakers(pair)
    return (first == "") != (second == "")


def _one_article_gives_both(pair: Pair) -> bool:
    """One of the two articles has both values, each from a speaker of its own."""
    for article in (pair.a.article, pair.b.article):
        own = [c for c in pair.siblings if c.article == article and c.attributed_to]
        for x in own:
            for y in own:
                apart = x.attributed_to.casefold() != y.attributed_to.casefold()
                if apart and x.value == pair.a.value and y.value == pair.b.value:
                    return True
    return False


def _update(pair: Pair) -> bool:
    first, second = figure(pair.a.value), figure(pair.b.value)
    if first is None or second is None:
        return False
    if _same_article(pair) and cues(pair.a, pair.context) | cues(pair.b, pair.context):
        return True  # an article that tells the history of a figure gives its versions
    return _says_so(pair.a, first, second, pair.context) or _says_so(pair.b, second, first, pair.context)


def _says_so(claim: Claim, own: float, other: float, context: Context) -> bool:
    found = cues(claim, context)
    return (
        context.updated(claim.article)
        or "later" in found
        or "earlier" in found
        or ("up" in found and own > other)
        or ("down" in found and own < other)
        or ("open" in found and own < other)
    )


def _as_of_order(pair: Pair) -> bool:
    return stated_order(pair.a, pair.b) != 0


def _ledger(pair: Pair) -> bool:
    """Two dated articles, and one published with or after the earlier of them says that the count has changed."""
    first, last = pair.context.published(pair.a.article), pair.context.published(pair.b.article)
    if first is None or last is None or not isinstance(pair.a.value, Quantity):
        return False
    start = min(first, last)
    for claim in pair.siblings:
        when = pair.context.published(claim.article)
        if when is not None and start <= when and cues(claim, pair.context) & _CHANGED:
            return pair.a.article != pair.b.article
    return False


_CHANGED = frozenset({"up", "down", "later", "earlier"})


def _grows(pair: Pair) -> bool:
    """The lower figure, or bound, stands in the article that was published on an earlier day."""
    first, last = pair.context.published(pair.a.article), pair.context.published(pair.b.article)
    low, high = figure(pair.a.value), figure(pair.b.value)
    if first is None or last is None or low is None or high is None or low == high:
        return False
    return (first < last) == (low < high) and first != last


def _history(pair: Pair) -> bool:
    """One of the two articles tells the history of the figure: it gives both values and says that the count has changed.

    What holds of the whole holds of its parts: four children among the earlier 15 dead, five among the 18 now.
    """
    if not isinstance(pair.a.value, Quantity):
        return False
    beside = _beside(pair)
    if _tells_both(pair.a, pair.b, beside, pair.context):
        return True
    if not (pair.a.population and pair.b.population):
        return False
    wholes = [c for c in beside if pair.context.lexicon.everybody(c.population)]
    first, second = ([c for c in wholes if c.article == side.article] for side in (pair.a, pair.b))
    return any(x.value != y.value and _tells_both(x, y, wholes, pair.context) for x in first for y in second)


def _beside(pair: Pair) -> list[Claim]:
    """The siblings that stand in either of the two articles."""
    one, other = pair.a.article, pair.b.article
    return [claim for claim in pair.siblings if claim.article == one or claim.article == other]


def _tells_both(a: Claim, b: Claim, siblings: Sequence[Claim], context: Context) -> bool:
    one, other = figure(a.value), figure(b.value)
    if one is None or other is None or one == other or a.article == b.article:
        return False
    for article in (a.article, b.article):
        own = [c for c in siblings if c.article == article and figure(c.value) in (one, other)]
        if {figure(c.value) for c in own} == {one, other} and any(cues(c, context) & _CHANGED for c in own):
            return True
    return False


def _same_outlet(pair: Pair) -> bool:
    """Two articles of one outlet: it does not contradict itself, it reports again."""
    documents = [pair.context.documents.get(claim.article) for claim in (pair.a, pair.b)]
    names = [d.outlet.value.casefold() if d is not None and d.outlet is not None else "" for d in documents]
    return names[0] == names[1] != "" and not _same_article(pair)


def _long_after(pair: Pair) -> bool:
    """The higher figure stands in an article published long after the other one."""
    days, width = _days_between(pair), pair.context.policy.tolerance(pair.a.attribute).settled_days
    return bool(width) and days is not None and days >= width and _grows(pair)


def _days_between(pair: Pair) -> int | None:
    first, last = pair.context.published(pair.a.article), pair.context.published(pair.b.article)
    return None if first is None or last is None else abs((last - first).days)


def _closed_shorter(pair: Pair) -> bool:
    """Two closed lists, every member of the shorter also in the longer."""
    a, b = pair.a.value, pair.b.value
    if not isinstance(a, Terms) or not isinstance(b, Terms) or a.open or b.open or a.choice or b.choice:
        return False
    short, long = (a, b) if len(a.members) < len(b.members) else (b, a)
    same = pair.context.lexicon.relation
    return 0 < len(short.members) < len(long.members) and all(any(same(x, y) == "same" for y in long.members) for x in short.members)


def _loose(pair: Pair) -> bool:
    return pair.a.loose or pair.b.loose


def _far_bound(pair: Pair) -> bool:
    """A stated lower bound and a figure, or a higher bound, many times as high."""
    ratio = pair.context.policy.tolerance(pair.a.attribute).bound_ratio
    a, b = pair.a.value, pair.b.value
    if not ratio or not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.vague or b.vague:
        return False
    if a.low is None or b.low is None or min(a.low, b.low) <= 0:
        return False
    low, high = (a, b) if a.low <= b.low else (b, a)
    return low.high is None and (high.low or 0) >= ratio * (low.low or 0)


def _opposed_labels(pair: Pair) -> bool:
    a, b = pair.a.value, pair.b.value
    if not isinstance(a, Terms) or not isinstance(b, Terms):
        return False
    return any(pair.context.lexicon.opposed(x, y) for x in a.members for y in b.members)


def _sum(pair: Pair) -> bool:
    siblings = _beside(pair)
    if not pair.context.policy.tolerance(pair.a.attribute).counts_one:  # four rifles and seven hits are not eleven of anything
        counted = {pair.a.population.split(" ")[-1], pair.b.population.split(" ")[-1]}
        siblings = [claim for claim in siblings if claim.population.split(" ")[-1] in counted]
    siblings = [claim for claim in siblings if not lone_fate(claim, pair.context)]  # the one who died may be among those counted
    lexicon = pair.context.lexicon
    return _adds_up(pair.a, pair.b, siblings, lexicon) or _adds_up(pair.b, pair.a, siblings, lexicon)


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
    for count in range(1, _MOST_PARTS):
        for chosen in combinations(others, count):
            passports = {(c.population, c.scope, c.additional) for c in (part, *chosen)}
            if len(passports) == count + 1 and own + sum(figure(c.value) or 0 for c in chosen) == wanted:
                return True
    return False


_BESIDE: tuple[Relation, ...] = ("disjoint", "unknown", "overlap")


def _with_the_dead(pair: Pair) -> bool:
    """One article counts people shot or hit and nobody dead, as many as the other counts hurt and dead."""
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


def _rounded(pair: Pair) -> bool:
    a, b, width = pair.a.value, pair.b.value, pair.context.policy.tolerance(pair.a.attribute)
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        factors = pair.context.policy.factor(pair.a.attribute, pair.a.unit, pair.b.unit) or (1.0, 1.0)
        first, second = figure(a, factors[0]), figure(b, factors[1])
        if first is None or second is None or not width.rounded:
            return False
        stated = [n for q in (a, b) if (n := figure(q)) is not None and n >= width.round_from and n % 100 == 0]
        return bool(stated) and abs(first - second) <= width.rounded * max(abs(first), abs(second))
    gap = _clock_gap(pair)
    if gap is None or not isinstance(a, Clock) or not isinstance(b, Clock):
        return False
    loose = a.approx or b.approx or a.first % width.round_minutes == 0 or b.first % width.round_minutes == 0
    return gap <= (width.round_minutes if loose else width.clock_minutes)


def _clock_gap(pair: Pair) -> int | None:
    """Minutes between two times of day, the shorter way round the clock; None when they cannot be held together."""
    a, b = pair.a.value, pair.b.value
    if not isinstance(a, Clock) or not isinstance(b, Clock):
        return None
    shift = clock_shift(a, b, pair.context.event_day(pair.a))
    if shift is None:
        return None
    ends = [abs(x - (y + shift + turn)) for x in (a.first, a.last) for y in (b.first, b.last) for turn in (-_DAY, 0, _DAY)]
    return min(ends)


def _hedged_clock(pair: Pair) -> bool:
    a, b, gap = pair.a.value, pair.b.value, _clock_gap(pair)
    both = isinstance(a, Clock) and isinstance(b, Clock) and a.approx and b.approx
    return both and gap is not None and gap <= pair.context.policy.tolerance("time").look_minutes


def _ageing(pair: Pair) -> bool:
    if pair.a.attribute != "age":
        return False
    first, second = pair.context.published(pair.a.article), pair.context.published(pair.b.article)
    young, old = figure(pair.a.value), figure(pair.b.value)
    if first is None or second is None or young is None or old is None:
        return False
    if second < first:
        first, second, young, old = second, first, old, young
    days = (second - first).days
    if days < pair.context.policy.tolerance("age").ageing_days:
        return False
    return int(days // _YEAR) <= old - young <= int(days // _YEAR) + 1


def _other_people(pair: Pair) -> bool:
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


def _headline(pair: Pair) -> bool:
    """The headline's value stands nowhere in the article's own text."""
    for head, other in ((pair.a, pair.b), (pair.b, pair.a)):
        if pair.context.block(head) == "headline" and pair.context.block(other) in ("body", "standfirst"):
            own = [c for c in pair.siblings if c.article == head.article and pair.context.block(c) in ("body", "standfirst")]
            return not any(_relation(head, c, pair.context) in ("same", "narrower", "wider", "overlap") for c in own)
    return False


def _both_newest(pair: Pair) -> bool:
    """Each figure is told as the one that replaces the others."""
    return called_newest(pair.a, pair.context) and called_newest(pair.b, pair.context)


def _relation(a: Claim, b: Claim, context: Context) -> Relation:
    return relation(a.value, b.value, context.policy, a.attribute, context.lexicon, (a.unit, b.unit), context.event_day(a))


def _far_dates(pair: Pair) -> bool:
    """Days further apart than reports of one happening are, a slip of the month or the year set aside."""
    a, b, most = pair.a.value, pair.b.value, pair.context.policy.tolerance("date").far_days
    if not isinstance(a, When) or not isinstance(b, When) or not most:
        return False
    ends = (a.first, a.last, b.first, b.last)
    if a.first is None or a.last is None or b.first is None or b.last is None or None in ends:
        return False
    gap = max((b.first - a.last).days, (a.first - b.last).days)
    slip = a.first == a.last and b.first == b.last and a.first.day == b.first.day and gap < _TWO_YEARS
    slip = slip and (a.first.month == b.first.month or (a.first.year == b.first.year and abs(a.first.month - b.first.month) == 1))
    return gap > most and not slip


def _issue_day(pair: Pair) -> bool:
    """One day is that of the article's own issue, told without a date, and the other lies a day or two before it."""
    for claim, other in ((pair.a, pair.b), (pair.b, pair.a)):
        issue, own, before = pair.context.published(claim.article), claim.value, other.value
        if not isinstance(own, When) or not isinstance(before, When) or issue is None or before.last is None:
            continue
        said = claim.evidence.exact
        told = own.first == own.last == issue and any(map(str.isalpha, said)) and not any(map(str.isdigit, said))
        if told and 1 <= (issue - before.last).days <= _NEAR_ISSUE:
            return True
    return False


def _days_apart(pair: Pair) -> bool:
    """Two articles that did not come out on one day or on two running: what was said may have been said twice."""
    first, last = pair.context.published(pair.a.article), pair.context.published(pair.b.article)
    return first is not None and last is not None and abs((first - last).days) > 1


def _outlier_figure(pair: Pair) -> bool:
    ratio = pair.context.policy.tolerance(pair.a.attribute).outlier
    factors = pair.context.policy.factor(pair.a.attribute, pair.a.unit, pair.b.unit) or (1.0, 1.0)
    first, second = figure(pair.a.value, factors[0]), figure(pair.b.value, factors[1])
    if not ratio or first is None or second is None or min(first, second) <= 0:
        return False
    return max(first, second) >= ratio * min(first, second)


_CONDITIONS: Mapping[Condition, Callable[[Pair], bool]] = {
    "own-reporting": _own_reporting,
    "same-article": _same_article,
    "same-speaker": _same_speaker,
    "different-speakers": _different_speakers,
    "one-unattributed": _one_unattributed,
    "one-article-gives-both": _one_article_gives_both,
    "update": _update,
    "as-of-order": _as_of_order,
    "ledger": _ledger,
    "history": _history,
    "same-outlet": _same_outlet,
    "long-after": _long_after,
    "grows": _grows,
    "closed-shorter": _closed_shorter,
    "other-people": _other_people,
    "loose": _loose,
    "far-bound": _far_bound,
    "opposed-labels": _opposed_labels,
    "sum": _sum,
    "rounded": _rounded,
    "ageing": _ageing,
    "hedged-clock": _hedged_clock,
    "headline": _headline,
    "both-newest": _both_newest,
    "outlier-figure": _outlier_figure,
    "far-dates": _far_dates,
    "issue-day": _issue_day,
    "days-apart": _days_apart,
    "with-the-dead": _with_the_dead,
}
