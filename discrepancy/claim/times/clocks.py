"""Times of day of events: of the event itself, of the call for help, of an arrival, of a death.

Takes the times of day that dating found, each with the clause it stands in, and the owners an article offers; gives time claims. What
a time of day is of is told by the nearest words (``rules/measures/clocks.yaml``): the scope of a claim is "" for the event itself, else the
label of the rule, ``call``, ``arrival``, ``departure`` or ``death``. Where an article gives no time of the event, that of the call stands
for it, or else that of the arrival: both follow within minutes. A bare "11:30" is read by the part of the day beside it,
and without one is loose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.times.clocks import tells_half
from discrepancy.claim.events.told import Trigger
from discrepancy.claim.evidence import Claims, together
from discrepancy.claim.facts.cues import Figure, Fit, fits
from discrepancy.claim.owners import Owners
from discrepancy.claim.times.dated import RULE, Dated
from discrepancy.claim.times.resolved import ResolvedTime
from discrepancy.claim.times.zones import at_scene
from discrepancy.model.text import Span
from discrepancy.model.values import Clock, When
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_STANDS_IN = ("call", "arrival")
"""Scopes that stand for the event where its own time is not told, the better first."""
_OTHER = "other"
_HALF, _DAWN = 720, 360
_NEXT = 1
"""Days by which the hour of a night may lie behind the day that is told."""
_BESIDE = 5
"""Units beside a bare time of day within which the part of the day is told."""
_EVENING = ("afternoon", "evening", "night")
_MIDDLE = frozenset(("midnight", "noon", "midday"))
_UNTIL = frozenset(("until", "till", "til"))
_OPEN = frozenset(("after", "before", "past"))


@dataclass(frozen=True, slots=True)
class _Told:
    """One time of day with its event, the part of the event it is of, its evidence and the rule that told; whether
    it stands for the hour of the event itself, which is not told."""

    time: ResolvedTime
    clock: Clock
    event: str
    scope: str
    span: Span
    rule: str
    loose: bool
    stands_in: bool = False


def clock_claims(dated: Dated, times: Sequence[ResolvedTime], owners: Owners, claims: Claims, rules: Rulebook) -> None:
    """Time claims of all events, in the order of the text; marks their times as claimed in ``dated``."""
    told = [one for clock in dated.clocks if (one := _told(*clock, times, owners, claims, rules, dated)) is not None]
    days = {c.event for c in dated.claims.values() if c.attribute == "date"}
    for scope in _STANDS_IN:
        standing = {one.event for one in told if one.scope == scope} - {one.event for one in told if not one.scope}
        told = [replace(one, scope="", stands_in=True) if one.event in standing and one.scope == scope else one for one in told]
    for one in sorted(told, key=lambda t: t.time.span):
        on = _day(one, times, owners, dated) if one.event and not one.scope and one.event not in days else None
        if on is not None and on.when is not None:
            # "officers were called at 7 p.m. Friday" tells the day of what they were called to, if by a hair not surely
            dated.claims[on.span.start] = claims.add(
                "date", on.when, together(one.span, on.span), one.rule, at=on.span, event=one.event, loose=one.stands_in
            )
            days.add(one.event)
        stated = one.time.together
        second = stated.other_clock if stated is not None else None
        for clock in (one.clock, second):  # "04:05 local time (0335 GMT)" is one moment on two clocks
            if clock is not None:
                places = owners.told.mention(one.event).places if one.event else ()
                read = at_scene(clock, places, owners.lines[one.time.sentence], rules)
                claim = claims.add("time", read, one.span, one.rule, at=one.time.span, event=one.event, scope=one.scope, loose=one.loose)
                dated.claims.setdefault(one.time.span.start, claim)
        dated.reasons.pop(one.time.span.start, None)


def _day(one: _Told, times: Sequence[ResolvedTime], owners: Owners, dated: Dated) -> ResolvedTime | None:
    """The time that gives the day of a time of day, itself or the one right beside it, where nothing else has it."""
    line = owners.lines[one.time.sentence]
    unit = line.unit_from(one.time.span.start)
    for time in (one.time, *(t for t in times if t.sentence == one.time.sentence)):
        at = line.unit_from(time.span.start)
        between = line.tags[min(unit, at) + 1 : max(unit, at)]
        certain = time.when is not None and time.when.first is not None and time.when.first == time.when.last
        if certain and between in ("", "P") and time.span.start not in dated.claims:
            return time
    return None


def _told(
    time: ResolvedTime, trigger: Trigger | None, meant: str, times: Sequence[ResolvedTime], owners: Owners, claims: Claims, rules: Rulebook,
    dated: Dated,
) -> _Told | None:  # fmt: skip
    line = owners.lines[time.sentence]
    if time.clock is None or not line.words:
        return None
    unit = line.unit_from(time.span.start)
    if _end(line, unit, time.span.end, rules):
        return None
    fit = _nearest(time.sentence, unit, trigger, owners, rules)
    clock, sure = _of_day(time, time.clock, line, unit, times)
    sure &= not _open_ended(line, unit, rules)
    if trigger is not None and (
        fit is None
        or trigger.start < fit.start < trigger.end  # "shot dead at 9 p.m." is no death after the shooting
        or (_gap(trigger, unit) < fit.gap and not _of_verb_before(line, unit, fit, trigger))
    ):
        words = line.span(trigger.start, trigger.end)
        return _Told(time, clock, trigger.event, "", claims.around(line, time.span, words), RULE, not sure)
    event = trigger.event if trigger is not None else meant or _event(time.sentence, unit, fit, owners)
    if trigger is not None and fit is not None and fit.cue.types and trigger.draft.type.type not in fit.cue.types:
        event = owners.event(time.sentence, unit, fit.cue.types)  # a plane that vanishes from radar has crashed
    if event and trigger is None and not meant and _later(time, event, dated):
        return None
    if fit is not None and fit.cue.label == _OTHER:
        event = ""  # told, and of no event
    elif not event:
        return None
    evidence = together(time.span, line.span(fit.start, fit.end)) if fit is not None else time.span
    return _Told(time, clock, event, fit.cue.label if fit is not None else "", evidence, fit.cue.id if fit is not None else RULE, not sure)


def _end(line: Line, unit: int, end: int, rules: Rulebook) -> bool:
    """Whether a time of day is the end of something: "until about 3 p.m."; not "until 3 p.m., when shots were fired"."""
    lead = [line.words[at] for at in range(max(0, unit - 2), unit)]
    if lead[-1:] and lead[-1] in words_of(rules, "roundly"):
        lead.pop()
    return bool(lead) and lead[-1] in _UNTIL and "when" not in line.words[line.unit_from(end) :][:2]


def _later(time: ResolvedTime, event: str, dated: Dated) -> bool:
    """Whether the time of day has a day of its own behind all days of an event that no clause ties it to: "officers were called to his
    school just after noon on Thursday", days later."""
    day = time.when.first if time.when is not None else None
    last = [c.value.last for c in dated.claims.values() if c.event == event and isinstance(c.value, When) and c.value.last is not None]
    return day is not None and bool(last) and (day - max(last)).days > _NEXT


def _open_ended(line: Line, unit: int, rules: Rulebook) -> bool:
    """Whether only one end of the time is told: "an after-midnight shooting", "shot after 9 p.m."; "shortly after midnight" is near it."""
    at = unit - 1 - (line.tags[unit - 1 : unit] == "-")
    open_ = _OPEN if line.words[unit] in _MIDDLE else _OPEN - {"past"}
    return at >= 0 and line.words[at] in open_ and words_of(rules, "close-by").isdisjoint(line.words[at - 1 : at])


def _nearest(index: int, unit: int, trigger: Trigger | None, owners: Owners, rules: Rulebook) -> Fit | None:
    """The cue whose words stand nearest to a time of day, of those that have an event here; of two as near the first of the rules.
    "Opened fire on him as he left home at 7 a.m.": a shooting has no departure."""
    found = fits(Figure(owners.lines[index], unit, unit + 1, "time", "", ()), rules)
    own = "" if trigger is None else trigger.draft.type.type
    held = [fit for fit in found if not fit.cue.types or own in fit.cue.types or owners.event(index, unit, fit.cue.types)]
    return min(held, key=lambda fit: fit.gap) if held else None


def _of_verb_before(line: Line, unit: int, fit: Fit, trigger: Trigger) -> bool:
    """Whether the event is the next thing told of a subject whose last deed has the time: "left the port at 6 p.m. and sank"."""
    return fit.start < unit < trigger.start and line.tags[unit + 1 : trigger.start].lstrip("K").startswith("C")


def _gap(trigger: Trigger, unit: int) -> int:
    """The units between a trigger and a time."""
    return unit - trigger.end if trigger.end <= unit else trigger.start - unit - 1


def _event(index: int, unit: int, fit: Fit | None, owners: Owners) -> str:
    """The event of a time of day that stands in no clause of one: the sentence's only one, or with a cue the one told last."""
    if fit is not None:
        return owners.event(index, unit, fit.cue.types)
    here = {t.event for t in owners.told.by_line.get(index, ()) if not t.draft.type.refers}
    line = owners.lines[index]
    when = "when" in line.words[unit : unit + 30]
    return here.pop() if len(here) == 1 and when and not owners.old(index) else ""


def _of_day(time: ResolvedTime, clock: Clock, line: Line, unit: int, times: Sequence[ResolvedTime]) -> tuple[Clock, bool]:
    """The time of day with its half, and whether the words tell it: "Tuesday night about 11:30" is half past eleven at night."""
    if tells_half(clock, time.timex.words):
        return clock, True
    part = _part(time, line, unit, times)
    if part in _EVENING:
        late = clock.first < _HALF and (part != "night" or clock.first >= _DAWN)
        move = _HALF if late else -_HALF if part == "night" and clock.first >= _HALF else 0
        return replace(clock, first=clock.first + move, last=clock.last + move), True
    return clock, part == "morning"


def _part(time: ResolvedTime, line: Line, unit: int, times: Sequence[ResolvedTime]) -> str:
    """The part of the day told beside a time of day."""
    if time.when is not None and time.when.part:
        return time.when.part
    for other in times:
        beside = other.sentence == time.sentence and abs(line.unit_from(other.span.start) - unit) <= _BESIDE
        if beside and other.when is not None and other.when.part:
            return other.when.part
    return ""
