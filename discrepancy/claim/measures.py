"""Ages, sums, lengths and counts of things: every number that is no toll.

Takes lines with their quantities, and the events; gives claims. A number that counts no people and measures nothing
in words of the article stays without a claim and is told as not understood.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from discrepancy.annotate.clauses import clause
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.parties import full
from discrepancy.annotate.times import Age, Timex
from discrepancy.claim.events import Told
from discrepancy.claim.evidence import Claims
from discrepancy.claim.resolve import ResolvedTime
from discrepancy.model.claims import Attribute
from discrepancy.model.text import Span
from discrepancy.model.values import Quantity

_NOUN_REACH = 4
_WITH_EVENT = ("magnitude", "money", "distance")


def measure_claims(lines: Sequence[Line], covered: Sequence[Span], told: Told, claims: Claims) -> list[Span]:
    """Claims for numbers outside ``covered``; gives the spans of those that are in claims now."""
    done: list[Span] = []
    for index, line in enumerate(lines):
        for unit, value in enumerate(line.values):
            if isinstance(value, Age):
                if _age(index, line, unit, value, told, claims):
                    done.append(value.span)
            elif isinstance(value, QuantityMention) and not any(value.span.overlaps(span) for span in covered):
                done += [value.span] if _quantity(index, line, unit, value, told, claims) else []
    return done


def _age(index: int, line: Line, unit: int, age: Age, told: Told, claims: Claims) -> bool:
    """The age of the person named beside it: "Rudd, 22,", "22-year-old Rudd", "the 22-year-old, Rudd"."""
    if len(age.quantities) != 1:
        return False
    before = [n for u, n in line.names(max(0, unit - 2), unit) if n.kind == "person"]
    behind = [(u, n) for u, n in line.names(unit + 1, min(unit + 5, len(line.words))) if n.kind == "person"]
    chosen = before[-1] if before and line.tags[unit - 1] in "K(" else None
    if chosen is None and behind and not any(t in "vbhdmS" for t in line.tags[unit + 1 : behind[0][0]]):
        chosen = behind[0][1]
    if chosen is None:
        return False
    span = Span(min(age.span.start, chosen.span.start), max(age.span.end, chosen.span.end))
    near = [t for t in told.by_line.get(index, ())]
    event = near[0].event if near else (told.main.id if told.main is not None else "")
    claims.add("age", age.quantities[0], span, "measure.age", event=event, entity=full(chosen), unit=age.unit + "s")
    return True


def _quantity(index: int, line: Line, unit: int, mention: QuantityMention, told: Told, claims: Claims) -> bool:
    counted, end = _counted(line, unit)
    attribute = cast("Attribute", mention.attribute or "count")
    if attribute == "count" and (not counted or counted in ("another", "other", "others", "more")):
        return False
    event = ""
    if attribute in _WITH_EVENT:
        start, stop = clause(line, unit)
        near = [t for t in told.by_line.get(index, ()) if start <= t.start < stop]
        event = near[0].event if near else ""
        if attribute == "magnitude" and not event and told.main is not None:
            event = told.main.id
    span = Span(mention.span.start, max(mention.span.end, line.ends[end - 1] if end > unit else mention.span.end))
    claims.add(attribute, mention.value, span, f"measure.{attribute}", event=event, population=counted, unit=mention.unit)
    return True


def _counted(line: Line, unit: int) -> tuple[str, int]:
    """What a number counts: the words of its noun group, at most four, and where they end."""
    at = unit + 1
    if line.words[at : at + 1] == ("of",):
        at += 1
    while at < len(line.words) and line.tags[at] in "DYa-(Q":
        at += 1
    start = at
    while at < len(line.words) and at - start < _NOUN_REACH and line.tags[at] in "wN":
        if isinstance(line.values[at], Age | Timex):
            break
        at += 1
    return " ".join(line.words[start:at]), at


def duration_claims(times: Sequence[ResolvedTime], lines: Sequence[Line], told: Told, claims: Claims) -> set[int]:
    """Durations that belong to an event's own words: "a two-day visit"; gives the offsets of those in claims."""
    done = set()
    for time in times:
        amount = time.timex.expression.amount
        if time.type != "DURATION" or time.when is not None or not isinstance(amount, Quantity):
            continue
        line = lines[time.sentence]
        unit = line.unit_from(time.span.start)
        triggers = [t for t in told.by_line.get(time.sentence, ()) if 0 < t.start - unit <= 4 or 0 < unit - t.end <= 2]
        unit_name = f"{time.timex.expression.unit}s"
        counted, _ = _counted(line, unit)
        if triggers:
            span = claims.around(line, time.span, line.span(triggers[0].start, triggers[0].end))
            claims.add("duration", amount, span, "measure.duration", event=triggers[0].event, unit=unit_name)
        else:
            claims.add("duration", amount, time.span, "measure.duration", population=counted, unit=unit_name)
        done.add(time.span.start)
    return done
