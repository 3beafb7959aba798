"""How long something lasted: "a two-day visit", "12 years in prison".

Takes the resolved times of an article that are lengths and no days, with their lines; gives claims in the unit that is printed, the months
of "three years and six months" in years.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.times import Timex
from discrepancy.claim.evidence import Claims
from discrepancy.claim.facts.cues import figure_at, fits
from discrepancy.claim.figures.counted import counted_by
from discrepancy.claim.figures.cued import with_cue
from discrepancy.claim.owners import Owners
from discrepancy.claim.times.resolved import ResolvedTime
from discrepancy.model.values import Number, Quantity
from discrepancy.rulebook.schema import Rulebook

_LENGTH = "length"
"""What the duration of the event itself is called, as by the rule ``measure.lasted``."""


def duration_claims(times: Sequence[ResolvedTime], lines: Sequence[Line], owners: Owners, claims: Claims, rules: Rulebook) -> set[int]:
    """How long something lasted: "a two-day visit", "12 years in prison"; gives the offsets of those in claims."""
    done = set()
    for time in times:
        amount = time.timex.expression.amount
        if time.type != "DURATION" or time.when is not None or not isinstance(amount, Quantity):
            continue
        if time.span.start in done:
            continue  # the months of "three years and six months"
        amount = _hedged(amount, time.timex.expression.mod)
        line = lines[time.sentence]
        unit = line.unit_from(time.span.start)
        unit_name = f"{time.timex.expression.unit}s"
        months = _months_behind(line, unit) if unit_name == "years" else None
        if months is not None:
            amount = replace(amount, low=_plus(amount.low, months[0]), high=_plus(amount.high, months[0]))
            done.add(months[1])
        counted, end = counted_by(line, unit)
        figure = figure_at(line, unit, "duration", unit_name, counted)
        done.add(time.span.start)
        if any(with_cue(time.sentence, unit, fit, amount, unit_name, time.span, owners, claims, rules) for fit in fits(figure, rules)):
            continue
        if event := _lasting(time, unit, owners):
            claims.add("duration", amount, time.span, "measure.duration.own", event=event, population=_LENGTH, unit=unit_name)
            continue
        label = "" if "N" in line.tags[unit:end] else " ".join(counted)
        claims.add("duration", amount, time.span, "measure.duration", population=label, unit=unit_name)
    return done


def _lasting(time: ResolvedTime, unit: int, owners: Owners) -> str:
    """The event whose noun stands right behind its length: "an eleven-week trial", "the three-day strike"; "" where none does."""
    line = owners.lines[time.sentence]
    hyphened = "-" in line.sentence.text[line.starts[unit] : line.ends[unit]]
    told = owners.told.by_line.get(time.sentence, ()) if hyphened else ()
    trigger = next((t for t in told if t.start == unit + 1 and line.tags[t.start] == "w"), None)
    return trigger.event if trigger is not None and owners.told.mention(trigger.event).realis == "actual" else ""


def _months_behind(line: Line, unit: int) -> tuple[float, int] | None:
    """The months of "three years and six months", in years, and the offset where they stand."""
    value = line.values[unit + 2] if unit + 2 < len(line.words) and line.words[unit + 1] in ("and", ",") else None
    if not isinstance(value, Timex) or value.type != "DURATION" or value.expression.unit != "month":
        return None
    amount = value.expression.amount
    return (amount.low / 12, value.span.start) if isinstance(amount, Quantity) and amount.exact and amount.low is not None else None


def _plus(bound: Number | None, more: float) -> Number | None:
    return None if bound is None else bound + more


def _hedged(amount: Quantity, mod: str) -> Quantity:
    """An amount as the words before it bound it; ``mod`` is TIMEX3's."""
    match mod:
        case "MORE_THAN" | "EQUAL_OR_MORE":
            return replace(amount, high=None)
        case "LESS_THAN" | "EQUAL_OR_LESS":
            return replace(amount, low=None)
        case "APPROX":
            return replace(amount, approx=True)
        case _:
            return amount
