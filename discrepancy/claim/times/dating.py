"""Dates of events: which expression of time says when which event happened.

Takes the resolved times and the events of an article; gives date claims, and why a time is in none; times of day are handed on to
:mod:`.clocks`. A time belongs to the event whose clause it stands in, not to the saying ("police said on Monday that …"). A time that
counts from an event ("two days after the strike") or from the time before it rests on that event's own date, and the claim says so.
A weekday, or a day of a month, that nothing ties to the calendar is claimed by its name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.times import Expression
from discrepancy.claim.events.happening import can_be_one_day
from discrepancy.claim.events.told import Told, Trigger
from discrepancy.claim.evidence import Claims
from discrepancy.claim.facts.owning import casualty_types
from discrepancy.claim.times.asof import counted_from
from discrepancy.claim.times.belonging import belonging
from discrepancy.claim.times.dated import RULE, Dated
from discrepancy.claim.times.resolve import rebind
from discrepancy.claim.times.resolved import ResolvedTime
from discrepancy.claim.times.retold import told_before
from discrepancy.claim.times.sharing import share, take_back
from discrepancy.claim.times.topics import restated
from discrepancy.claim.times.zones import day_at_scene
from discrepancy.model.claims import Claim
from discrepancy.model.text import Span
from discrepancy.model.values import Quantity, Terms, When, terms
from discrepancy.notation.named_days import month_day_label, weekday_label
from discrepancy.rulebook.schema import Rulebook

_SHORT = ("second", "minute", "hour")
_HOURS = 24
_LONG = ("day", "week", "month", "year")
_LEAP_DAY = (2, 29)
_PAGES_APART = 3
"""Days by which a page's stamp may lie before a day that its text prints."""


def date_events(times: Sequence[ResolvedTime], told: Told, lines: Sequence[Line], claims: Claims, rules: Rulebook) -> Dated:
    """Date claims of all events: those that stand alone first, then those that count from others."""
    dated = Dated({}, {}, [])
    waiting = []
    counted = {time.depends_on.start: time for time in times if time.depends_on is not None and _from_beside(time, time.depends_on, lines)}
    for time in times:
        if time.span.start in counted:
            dated.reasons[time.span.start] = "no-event"
            continue
        if time in counted.values():
            _one(time, told, lines, claims, dated, rules, (), time.anchor_text)
            continue
        if time.anchor == "previous" and time.timex.expression.unit in _SHORT and time.clock is None:
            dated.reasons[time.span.start] = "length"  # "minutes later" is on no day that the text names
            continue
        hangs = time.anchor == "event" or (time.when is not None and time.anchor == "previous")
        if hangs:
            waiting.append(time)
        else:
            _one(time, told, lines, claims, dated, rules, (), "")
    for time in sorted(waiting, key=lambda t: (t.anchor != "previous", t.span.start)):
        anchored = _anchored(time, told, lines, dated)
        if anchored is None:
            if not _counted_back(time, told, lines, claims, dated):
                dated.reasons[time.span.start] = "unresolved"
            continue
        moved, anchor, event = anchored
        text = f"counted from {anchor.evidence.exact!r}" if anchor else moved.anchor_text
        _one(moved, told, lines, claims, dated, rules, (anchor.id,) if anchor else (), text, event)
    take_back(times, lines, claims, dated)
    share(times, told, lines, claims, dated)
    return dated


def _from_beside(time: ResolvedTime, anchor: Span, lines: Sequence[Line]) -> bool:
    """Whether a time counts from a day right behind it, which is no event: "two days after Christmas"; not "after Friday's blast"."""
    if time.anchor != "event" or time.when is None:
        return False
    line = lines[time.sentence]
    behind = line.unit_from(time.span.start) + 1
    owned = line.tags[behind + 1 : behind + 2] == "H" and line.tags[behind + 2 : behind + 3] != "T"
    return line.tags[behind : behind + 1] == "T" and line.starts[behind] == anchor.start and not owned


def _one(
    time: ResolvedTime, told: Told, lines: Sequence[Line], claims: Claims, dated: Dated, rules: Rulebook,
    anchors: tuple[str, ...], text: str, anchor_event: str = "",
) -> None:  # fmt: skip
    start = time.span.start
    if time.type in ("DURATION", "SET") and time.when is None:
        dated.reasons[start] = "length"
        return
    named = _without_calendar(time)
    if time.when is None and time.clock is None and named is None:
        dated.reasons[start] = "unresolved"
        return
    line = lines[time.sentence]
    unit = line.unit_from(start)
    mere = time.when is not None and time.when.precision in ("month", "year")
    if line.words[unit - 1 : unit] == ("since",) and mere and "when" not in line.words[unit + 1 : unit + 3]:
        dated.reasons[start] = "length"  # "since January" is no month in which something happened
        return
    if time.clock is not None and restated(line, unit):
        dated.reasons[start] = "no-event"
        return
    counted = counted_from(line, unit, rules)
    if counted is not None:
        if time.when is not None:
            dated.counts.setdefault(time.sentence, []).append((start, line.starts[counted], time.when))
        dated.reasons[start] = "no-event"
        return
    meant = told_before(line, unit, told, lines, rules)
    dates = belonging(line, unit, told, claims, rules, anchor_event) if meant is None else None
    trigger = dates.trigger if dates is not None else None
    if time.clock is not None:
        dated.clocks.append((time, trigger, meant.event if meant is not None else ""))
    if meant is not None:
        value = time.when if time.when is not None else named
        if value is not None:
            around = claims.around(line, time.span, line.span(meant.verb, meant.verb + 1))
            dated.claims[start] = claims.add(
                "date", value, around, RULE, at=time.span, event=meant.event, anchors=anchors, anchor_text=text
            )
        return
    if dates is None and time.when is not None and time.together is not None and time.together.weekday_fits is False:
        # no event, but the weekday beside the date is a check of the article against the calendar
        dated.claims[start] = claims.add("date", time.when, time.span, RULE, at=time.span)
        return
    if dates is None:
        dated.reasons[start] = "statement" if _of_saying(line, unit, claims) else "no-event"
        return
    event, mention = dates.event, told.mention(dates.event)
    if _another_year(time, event, dated):
        dated.reasons[start] = "no-event"  # "in 2018 33 people died when a bus fell from the same road": of an earlier one
        return
    harm = mention.realis == "actual" and mention.type in casualty_types(rules)
    to_come = harm and _ahead(time, claims)
    ahead = to_come and not _told_of_verb(line, dates.trigger, unit)
    span = claims.around(line, time.span, line.span(dates.trigger.start, dates.trigger.end))
    loose = dates.loose or (time.when is not None and time.when.approx)
    if time.when is not None:
        when = day_at_scene(time.when, time.clock, mention.places, rules)
        when = _of_either_year(when) if to_come and not ahead else when
        claim = claims.add(
            "date", when, span, RULE, at=time.span, event=event, loose=loose, anchors=anchors,
            anchor_text=text, stance="expected" if ahead else None,
        )  # fmt: skip
        dated.claims[start] = claim
    elif named is not None and mention.realis == "actual":
        dated.claims[start] = claims.add("date", named, span, RULE, at=time.span, event=event, loose=loose)
    elif time.clock is None:
        dated.reasons[start] = "unresolved"


def _another_year(time: ResolvedTime, event: str, dated: Dated) -> bool:
    """Whether a time is a year in which the event did not happen, for the text has told its day before."""
    if time.when is None or time.when.precision != "year":
        return False
    days = [c.value for c in dated.claims.values() if c.event == event and c.stance != "expected" and isinstance(c.value, When)]
    return any(day.precision != "year" and not can_be_one_day(time.when, day) for day in days)


def _told_of_verb(line: Line, trigger: Trigger, unit: int) -> bool:
    """Whether nothing but the verb that tells of an event can have the time: "On 23 January the army struck"; what the verb tells has
    happened, whatever the article's day."""
    told = trigger.draft
    between = line.tags[unit : told.start] if unit < told.start else line.tags[told.end : unit]
    return not told.named and set(between).isdisjoint("vbhm")


def _of_either_year(when: When) -> When:
    """A day that was told without its year and has not come yet, of what has happened: of that year, if the page's stamp is old, or of the
    year before."""
    day = when.first
    if day is None or day != when.last or (day.month, day.day) == _LEAP_DAY:
        return when
    before = day.replace(year=day.year - 1)
    return replace(when, first=before, options=(before, day))


def _ahead(time: ResolvedTime, claims: Claims) -> bool:
    """Whether a time lies behind the day of its article, so that it can be no day of what has happened: "the debate that will follow this
    shooting tomorrow". A page's stamp may be a little older than its text."""
    published = claims.document.published.value if claims.document.published is not None else None
    when = time.when
    if when is None or when.first is None or published is None or published.last is None:
        return False
    expression = time.timex.expression
    inner = expression.date if expression.shape == "clock" and expression.date is not None else expression
    if inner.shape == "date":
        return inner.year is None and (when.first - published.last).days > _PAGES_APART
    return inner.anchor == "publication" and when.first > published.last


def _without_calendar(time: ResolvedTime) -> Terms | None:
    """The weekday, or the day of a month, of a time that no day of publication ties to the calendar."""
    expression = time.timex.expression
    if expression.shape == "clock" and expression.date is not None:
        expression = expression.date
    if time.when is not None or expression.anchor != "publication":
        return None
    part = expression.part.split()[-1] if expression.part else ""
    if expression.shape == "weekday" and expression.weekday is not None and expression.date is None and expression.step <= 0:
        return terms(weekday_label(expression.weekday, part))
    whole = expression.shape == "date" and expression.calendar == "gregorian" and expression.unit == "day" and expression.date is None
    if whole and expression.year is None and not expression.either and expression.month is not None and expression.day is not None:
        return terms(month_day_label(expression.month, expression.day, part))
    return None


def _of_saying(line: Line, unit: int, claims: Claims) -> bool:
    """Whether somebody speaks in this sentence and the time is not part of what is said."""
    return claims.said.beside(line.span(unit, unit + 1), line.span(0, len(line.words)))


def _anchored(time: ResolvedTime, told: Told, lines: Sequence[Line], dated: Dated) -> tuple[ResolvedTime, Claim | None, str] | None:
    """A time that hangs on another, its anchor's claim and event; None when the anchor event has no date of its own."""
    if time.anchor == "previous":
        return time, _claim_at(dated, time.depends_on), ""
    trigger = _counts_from(time, told, lines)
    anchor = _date_of(trigger.event, told, dated) if trigger is not None else None
    if trigger is None or anchor is None or not isinstance(anchor.value, When):
        return None
    return rebind(time, anchor.value, anchor.evidence.exact, anchor.evidence.span), anchor, trigger.event


def _counts_from(time: ResolvedTime, told: Told, lines: Sequence[Line]) -> Trigger | None:
    """The clause right behind a time that tells of the event from which it counts."""
    line = lines[time.sentence]
    unit = line.unit_from(time.span.start)
    expression = time.timex.expression
    end = expression.event.end if expression.event is not None else time.span.end
    for trigger in told.by_line.get(time.sentence, ()):
        if unit < trigger.start <= unit + 9 and (line.starts[trigger.start] < end or trigger.start <= unit + 6):
            return trigger
    return None


def _counted_back(time: ResolvedTime, told: Told, lines: Sequence[Line], claims: Claims, dated: Dated) -> bool:
    """Dates an event that no other word dates by one whose day is known and which came so long after it: "the bombings came a day after 32
    people died in Zenda"."""
    expression = _in_days(time.timex.expression)
    anchor = _counts_from(time, told, lines) if expression.anchor == "event" and expression.unit in _LONG else None
    if anchor is None or expression.mod:
        return False
    line = lines[time.sentence]
    unit = line.unit_from(time.span.start)
    before = [t for t in told.by_line[time.sentence] if t.start < unit and t.event != anchor.event]
    later = before[-1] if before else None
    day = _date_of(later.event, told, dated) if later is not None else None
    if day is None or not isinstance(day.value, When) or day.value.first != day.value.last:
        return False
    back = replace(time, timex=replace(time.timex, expression=replace(expression, step=-expression.step)))
    when = rebind(back, day.value, day.evidence.exact, day.evidence.span).when
    if when is None:
        return False
    around = claims.around(line, time.span, line.span(anchor.start, anchor.end))
    dated.claims[time.span.start] = claims.add(
        "date", when, around, RULE, at=time.span, event=anchor.event, loose=time.timex.expression.unit != "day", anchors=(day.id,),
        anchor_text=f"counted back from {day.evidence.exact!r}",
    )  # fmt: skip
    return True


def _in_days(expression: Expression) -> Expression:
    """Twenty-four hours as a day: "came barely 24 hours after"."""
    hours = expression.amount.low if expression.amount is not None and expression.unit == "hour" else None
    if not hours or hours % _HOURS:
        return expression
    return replace(expression, unit="day", amount=Quantity(hours // _HOURS, hours // _HOURS))


def _date_of(event: str, told: Told, dated: Dated) -> Claim | None:
    """The finest date claim of an event; of what two sides did to one another the latest of their acts."""
    dates = [c for c in dated.claims.values() if c.event == event and isinstance(c.value, When)]
    if dates:
        return min(dates, key=_width)
    if told.mention(event).type == "exchange":
        acts = {m.id for m in told.mentions if m.type == "strike" and m.actors and m.realis == "actual"}
        dates = [c for c in dated.claims.values() if c.event in acts and isinstance(c.value, When) and _width(c)[0] == 0]
        return max(dates, key=lambda c: (_first(c), -c.evidence.span.start), default=None)
    return None


def _first(claim: Claim) -> date:
    return claim.value.first if isinstance(claim.value, When) and claim.value.first is not None else date.min


def _width(claim: Claim) -> tuple[int, int]:
    when = claim.value
    if not isinstance(when, When) or when.first is None or when.last is None:
        return 10_000, claim.evidence.span.start
    return (when.last - when.first).days, claim.evidence.span.start


def _claim_at(dated: Dated, span: Span | None) -> Claim | None:
    return dated.claims.get(span.start) if span is not None else None
