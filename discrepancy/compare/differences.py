"""Whether two articles on one event differ in more than what is asked.

Takes a :class:`~discrepancy.compare.pair.Pair`; gives yes or no. An article errs in one thing: two that differ in the day and the town, or
in the town and every toll, tell of two happenings, unless a person or something rare stands in both.
"""

from __future__ import annotations

from discrepancy.compare.days import all_apart, days_far, event_days
from discrepancy.compare.pair import Pair
from discrepancy.compare.things import towns_apart
from discrepancy.compare.ties import people_shared, tied, tolls
from discrepancy.model.claims import Claim

_TOLLS = ("killed", "injured", "hit", "missing", "arrested")


def grounds(pair: Pair) -> tuple[Claim, ...]:
    """The claims of days and of places by which two articles seem to tell of two happenings: those that part them."""
    a, b, context = pair.a, pair.b, pair.context
    asked = {"date": all_apart(event_days(a, context), event_days(b, context)), "place": towns_apart(pair)}
    parting = [attribute for attribute, apart in asked.items() if apart and attribute != a.attribute]
    told = (c for attribute in parting for c in context.of_event(a.event, attribute) if c.article in (a.article, b.article))
    return tuple(c for c in told if c.attribute != "place" or not c.scope)


def differ_twice(pair: Pair) -> bool:
    """The articles differ in something else of the event too: in the day (for a toll by more than midnight does), in the town or, beside a
    town, in all tolls."""
    a, b, context = pair.a, pair.b, pair.context
    if not a.event or not pair.in_texts() or tied(a, b, context) or people_shared(a, b, context):
        return False
    if a.attribute != "date":
        toll = a.attribute in _TOLLS
        if days_far(a, b, context) if toll else all_apart(event_days(a, context), event_days(b, context)):
            return True
    if a.attribute == "place":
        ours, theirs = tolls(a, context), tolls(b, context)
        return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)
    return towns_apart(pair)
