"""Conditions on versions of one count: what the words, the as-of times and the days of publication say of their order.

Takes a :class:`~discrepancy.compare.pair.Pair`; gives yes or no. Growth alone is no order: a row has to ask for more.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from discrepancy.compare.context import Context
from discrepancy.compare.pair import Pair
from discrepancy.compare.passport import stated_order
from discrepancy.compare.relations import figure
from discrepancy.compare.revisions import called_newest, cues, dead_since, headed
from discrepancy.compare.speakers import same_article
from discrepancy.model.claims import Claim
from discrepancy.model.values import Quantity

CHANGED = frozenset(("up", "down", "later", "earlier"))
"""Cues by which a figure is told to be a version of another."""


def update(pair: Pair) -> bool:
    """The words around a figure, or the head of its article, say that the count has changed and fit the direction of the change."""
    first, second = figure(pair.a.value), figure(pair.b.value)
    if first is None or second is None:
        return False
    if same_article(pair) and cues(pair.a, pair.context) | cues(pair.b, pair.context):
        return True  # an article that tells the history of a figure gives its versions
    return _says_so(pair.a, first, second, pair) or _says_so(pair.b, second, first, pair)


def _says_so(claim: Claim, own: float, other: float, pair: Pair) -> bool:
    """Whether the article of a claim says so beside the figure, wherever it prints it: a headline has no room for "has risen to"."""
    context = pair.context
    again = [c for c in pair.siblings.of(claim.article) if c.value == claim.value and c.population == claim.population]
    found = frozenset[str]().union(cues(claim, context), *(cues(c, context) for c in again))
    return (
        headed(claim.article, context)
        or "later" in found
        or "earlier" in found
        or ("up" in found and own > other)
        or ("down" in found and own < other)
        or ("open" in found and own < other)
        or (own > other and any(dead_since(c, context) == own - other for c in (claim, *again)))
    )


def as_of_order(pair: Pair) -> bool:
    """The two are stated for different moments."""
    return stated_order(pair.a, pair.b) != 0


def both_newest(pair: Pair) -> bool:
    """Each figure is told as the one that replaces the others."""
    return called_newest(pair.a, pair.context) and called_newest(pair.b, pair.context)


def ledger(pair: Pair) -> bool:
    """Two dated articles, and one published with or after the earlier of them says that the count has changed."""
    first, last = pair.context.came_out(pair.a.article), pair.context.came_out(pair.b.article)
    if first is None or last is None or not isinstance(pair.a.value, Quantity):
        return False
    changed = _last_changed(pair)
    return changed is not None and min(first, last) <= changed and pair.a.article != pair.b.article


def _last_changed(pair: Pair) -> date | None:
    """The last day on which an article came out that says the count has changed."""
    newest = pair.siblings.newest
    if "changed" not in newest:
        told = (claim for claim in pair.siblings.claims if cues(claim, pair.context) & CHANGED)
        newest["changed"] = max((day for claim in told if (day := pair.context.came_out(claim.article)) is not None), default=None)
    return newest["changed"]


def grows(pair: Pair) -> bool:
    """The lower figure, or bound, stands in the article that was published on an earlier day."""
    first, last = pair.context.came_out(pair.a.article), pair.context.came_out(pair.b.article)
    low, high = figure(pair.a.value), figure(pair.b.value)
    if first is None or last is None or low is None or high is None or low == high:
        return False
    return (first < last) == (low < high) and first != last


def long_after(pair: Pair) -> bool:
    """The higher figure stands in an article published long after the other one."""
    days, width = _days_between(pair), pair.context.policy.course(pair.a.attribute).settled_days
    return bool(width) and days is not None and days >= width and grows(pair)


def goes_on(pair: Pair) -> bool:
    """Two articles of two days about a count that goes on: the later one has the higher figure, or another one where counts also fall.
    The dead and hurt of a disaster are found for days; those of a deed, and all who were on board, are told at once."""
    course = pair.context.policy.course(pair.a.attribute)
    if any(_of_all(claim, course.closed) for claim in (pair.a, pair.b)):
        return False
    named = {pair.a.attribute, pair.a.population, pair.a.scope, f"of {pair.context.event_type(pair.a)}"}
    if pair.a.attribute == "arrested" and _arrests_of_one_day(pair):
        return False
    return bool(_days_between(pair)) and (not named.isdisjoint(course.moves) or (not named.isdisjoint(course.goes_on) and grows(pair)))


def _of_all(claim: Claim, closed: Sequence[str]) -> bool:
    """Whether a figure is told to be of all there were: "killing all 19 people on board"."""
    return not {*closed}.isdisjoint(claim.evidence.exact.lower().split())


def _arrests_of_one_day(pair: Pair) -> bool:
    """Whether both articles tell of the arrests of one day: those are over, and who counts more of them contradicts."""
    if pair.context.event_type(pair.a) != "arrest":
        return False
    first, second = (
        {c.value for c in pair.context.of_event(claim.event, "date") if c.article == claim.article} for claim in (pair.a, pair.b)
    )
    return bool(first) and first == second


def none_yet(pair: Pair) -> bool:
    """One side counts nobody: who has not been caught today is caught tomorrow, and who was hit by no shot may be by the next."""
    return 0 in (figure(pair.a.value), figure(pair.b.value))


def days_apart(pair: Pair) -> bool:
    """Two articles that did not come out on one day or on two running: what was said may have been said twice."""
    first, last = pair.context.came_out(pair.a.article), pair.context.came_out(pair.b.article)
    return first is not None and last is not None and abs((first - last).days) > 1


def _days_between(pair: Pair) -> int | None:
    first, last = pair.context.came_out(pair.a.article), pair.context.came_out(pair.b.article)
    return None if first is None or last is None else abs((last - first).days)


def history(pair: Pair) -> bool:
    """One of the two articles tells the history of the figure: it gives both values and says that the count has changed.

    What holds of the whole holds of its parts: four children among the earlier 15 dead, five among the 18 now.
    """
    a, b = pair.a.value, pair.b.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.vague or b.vague:
        return False  # "dozens" is no earlier count
    beside = pair.beside()
    if _tells_both(pair.a, pair.b, beside, pair.context):
        return True
    if not (pair.a.population and pair.b.population):
        return False
    wholes = [c for c in beside if pair.context.lexicon.everybody(c.population)]
    first, second = ([c for c in wholes if c.article == side.article] for side in (pair.a, pair.b))
    return any(x.value != y.value and _tells_both(x, y, wholes, pair.context) for x in first for y in second)


def _tells_both(a: Claim, b: Claim, siblings: Sequence[Claim], context: Context) -> bool:
    one, other = figure(a.value), figure(b.value)
    if one is None or other is None or one == other or a.article == b.article:
        return False
    for article in (a.article, b.article):
        own = [c for c in siblings if c.article == article and figure(c.value) in (one, other)]
        if {figure(c.value) for c in own} == {one, other} and any(cues(c, context) & CHANGED for c in own):
            return True
    return False
