"""Days and events of one sentence: a day that serves two of its verbs, and a day that another one of the sentence takes the event from.

Takes the days that were claimed; adds and withdraws claims. It looks at one sentence at a time.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.annotate.grammar import Line
from discrepancy.claim.events.happening import can_be_one_day
from discrepancy.claim.events.told import Told
from discrepancy.claim.evidence import Claims
from discrepancy.claim.times.dated import RULE, Dated
from discrepancy.claim.times.resolved import ResolvedTime
from discrepancy.model.claims import Claim
from discrepancy.model.values import When

_PARTS = frozenset("SsRvbhdm")
"""Tags between two verbs of which the second has a subject of its own, or is not joined to the first."""


def share(times: Sequence[ResolvedTime], told: Told, lines: Sequence[Line], claims: Claims, dated: Dated) -> None:
    """A day behind two verbs of one subject is the second's, and loosely that of the first, where nothing else dates it: "shot five and
    arrested 130 on Friday"."""
    having = {claim.event for claim in dated.claims.values()}
    for time in times:
        claim = dated.claims.get(time.span.start)
        if claim is None or claim.loose or claim.anchors or not isinstance(claim.value, When):
            continue
        line, here = lines[time.sentence], told.by_line.get(time.sentence, ())
        unit = line.unit_from(time.span.start)
        second = max((t for t in here if t.event == claim.event and t.start < unit), key=lambda t: t.start, default=None)
        if second is None or second.draft.named:
            continue
        for first in here:
            between = line.tags[first.end : second.start]
            joined = between.endswith("C") and _PARTS.isdisjoint(between) and not first.draft.named
            if joined and first.event not in having:
                around = claims.around(line, time.span, line.span(first.start, first.end))
                claims.add("date", claim.value, around, RULE, at=time.span, event=first.event, loose=True)


def take_back(times: Sequence[ResolvedTime], lines: Sequence[Line], claims: Claims, dated: Dated) -> None:
    """Withdraws the days that belong loosely, or from outside its relative clause, to an event which its sentence dates firmly: "divers
    found two bodies on Monday in the wreck of the ferry, which went down on Saturday" tells when divers found them. A day that counts from
    another stays, and so do two that are joined: "in the night of 6 March and the early hours of 7 March"."""
    sentence = {time.span.start: time.sentence for time in times}
    firm: dict[tuple[int, str], list[tuple[int, Claim]]] = {}
    for start, claim in dated.claims.items():
        if not claim.loose and claim.event:
            firm.setdefault((sentence[start], claim.event), []).append((start, claim))
    for start, claim in list(dated.claims.items()):
        if claim.anchors or not claim.event or not isinstance(claim.value, When):
            continue
        line = lines[sentence[start]]
        beside = [(at, c) for at, c in firm.get((sentence[start], claim.event), ()) if at != start]
        away = [c.value for at, c in beside if claim.loose or _outside(line, start, at) or (_behind(claim, start, at) and not c.anchors)]
        days = [day for day in away if isinstance(day, When)]
        apart = days and len(days) == len(beside) and not any(_joined(line, start, at) for at, _ in beside)
        if apart and not any(can_be_one_day(claim.value, day) for day in days):
            claims.withdraw(claim)
            del dated.claims[start]
            dated.reasons[start] = "no-event"


def _behind(claim: Claim, start: int, other: int) -> bool:
    """Whether another day stands between an event and the time of a claim: "a man shot last week woke on Sunday"."""
    return claim.evidence.span.start < other < start


def _outside(line: Line, start: int, other: int) -> bool:
    """Whether a relative clause opens between a time and a later one: "inspectors on Thursday visited the plane that crashed on Monday"."""
    between = range(line.unit_from(start) + 1, line.unit_from(other))
    return any(line.tags[at] == "R" or (line.words[at] == "that" and line.tags[at - 1] in "wN") for at in between)


def _joined(line: Line, start: int, other: int) -> bool:
    """Whether *and* stands right behind the first of two times."""
    behind = line.unit_from(min(start, other)) + 1
    return line.tags[behind : behind + 1] == "C"
