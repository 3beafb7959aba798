"""Which event counts its day from another one of its sentence: "two days after the bombing the army struck".

Takes the drafts of one line; marks those whose time counts from an event that the sentence names: the two are never one.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.annotate.grammar import NOUN_GROUP, Line
from discrepancy.annotate.times.timex import Timex
from discrepancy.claim.events.drafts import Draft


def follow(line: Line, drafts: Sequence[Draft]) -> None:
    """Sets ``follows`` of each draft with a time that counts from the event named behind that time; parts what was done to others some
    time before: "the mayor's murder came 12 hours after gunmen shot a judge"."""
    for base in drafts:
        unit = base.start - 1
        while unit >= 0 and line.tags[unit] in NOUN_GROUP:
            unit -= 1
        value = line.values[unit] if unit >= 0 else None
        if not isinstance(value, Timex) or value.expression.anchor != "event":
            continue
        for draft in drafts if not base.named else ():
            if draft.start < unit and _of_others(draft, base):
                draft.unlike.append(base.start)
                base.unlike.append(draft.start)
        for draft in drafts if base.named else ():
            if draft is not base and unit in draft.times and draft.joins is None and not draft.type.outcome and not draft.type.refers:
                draft.follows = base.start


def _of_others(one: Draft, other: Draft) -> bool:
    """Whether two drafts name whom they hit, and nobody is named in both."""
    ours, theirs = ({name for who in draft.victims for name in who.names} for draft in (one, other))
    return bool(ours and theirs) and ours.isdisjoint(theirs)
