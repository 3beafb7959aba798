"""Indicators, figures that are published for one period after another: inflation, unemployment, a key rate, a company's sales and profit.

Takes the lines of an article with its times; gives claims of the story, each named by what it is of ("core inflation") and scoped by its
period ("2024-04"). What such a figure was before ("from 7.9 percent"), and what somebody expects or aims at, is no answer to what it
is, and two figures that one article gives under one name and period say nothing: they are of two places, or two people's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from discrepancy.annotate.clauses import clause
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.times import Timex
from discrepancy.claim.evidence import Claims, together
from discrepancy.claim.facts.cues import Fit, figure_at, fits
from discrepancy.claim.owners import Owners
from discrepancy.claim.times.resolved import ResolvedTime
from discrepancy.model.claims import Attribute
from discrepancy.model.spans import Spans
from discrepancy.model.text import Span
from discrepancy.model.values import Quantity
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_MONTH, _YEAR = 27, 371
"""Days of the shortest period and of the longest that figures are published for."""
_AHEAD = 7
"""Days before the end of a month in which its first figures are out."""
_MODIFIERS = 2
"""Words before the name of a figure that may make it another's: the *core* of "core inflation"."""
_TO = ("to", "of", "until", "through", "ending", "ended")
"""Words between a length of time and the day or the year that it lies before."""
_BEHIND = 6
"""Units behind a figure within which its period stands: "8.4 percent in the year to April"."""


@dataclass(frozen=True, slots=True)
class _Read:
    line: Line
    attribute: Attribute
    mention: QuantityMention
    fit: Fit
    label: str
    period: str


def indicator_claims(
    lines: Sequence[Line], covered: Sequence[Span], times: Sequence[ResolvedTime], owners: Owners, today: date | None, claims: Claims,
    rules: Rulebook,
) -> list[Span]:  # fmt: skip
    """Claims for the indicators outside ``covered``; gives the spans of those."""
    when = {time.span.start: time for time in times}
    read: list[_Read] = []
    taken = Spans(covered)
    for line in lines:
        for unit, mention in line.mentions:
            if not isinstance(mention, QuantityMention) or not mention.unit or taken.overlap(mention.span):
                continue
            attribute: Attribute = "money" if mention.attribute == "money" else "count"
            if attribute == "count" and mention.unit != "%":
                continue
            for fit in fits(figure_at(line, unit, attribute, mention.unit, ()), rules):
                if fit.cue.owner == "indicator" and (not fit.cue.about or owners.holds(fit.cue.about)) and _stated(line, unit, fit, rules):
                    period = "" if fit.cue.scope else _period(line, unit, fit, when, today)
                    if period is not None:
                        read.append(_Read(line, attribute, mention, fit, _label(line, fit, owners, rules), period))
                    break
    return _made(read, claims)


def _made(read: Sequence[_Read], claims: Claims) -> list[Span]:
    """The claims of those figures of which the article gives one for each name, period and unit. Sums without a period are of the one that
    its others are of, the latest where they are of a year each, or of a quarter."""
    periods = {one.period for one in read if one.attribute == "money"} - {""}
    if len({len(period) for period in periods}) == 1:  # the earlier ones of one length are what the latest is held against
        read = [replace(one, period=max(periods)) if one.attribute == "money" and not one.period else one for one in read]
    of: dict[tuple[str, str, str], list[_Read]] = {}
    for one in read:
        of.setdefault((one.label, one.period, one.mention.unit), []).append(one)
    done: list[Span] = []
    for (label, period, unit), same in of.items():
        if not all(_agree(same[0].mention.value, other.mention.value) for other in same):
            continue
        for one in same:
            span = one.mention.span
            scope = " ".join(filter(None, (f"currency:{unit}" if one.attribute == "money" else "", period)))
            claims.add(
                one.attribute, one.mention.value, together(span, one.line.span(one.fit.start, one.fit.end)), one.fit.cue.id, at=span,
                population=label, scope=scope, unit=unit, loose=one.mention.value.vague,
            )  # fmt: skip
            done.append(span)
    return done


def _agree(a: Quantity, b: Quantity) -> bool:
    """Whether two figures may be one number, the second rounded: "66.1 percent" and "66 percent"."""
    low, high = a.low if a.low is not None else a.high, b.low if b.low is not None else b.high
    return low is not None and high is not None and abs(low - high) <= 0.05 * max(abs(low), abs(high)) and round(low) == round(high)


def _stated(line: Line, unit: int, fit: Fit, rules: Rulebook) -> bool:
    """Whether a sentence says that the figure is what it names: "inflation rose to 8.4 percent", "8.4 percent inflation"; not "from 7.9
    percent", "fell by 0.3 percent" nor "is expected to reach 5 percent"."""
    start = min(clause(line, unit)[0], fit.start)
    comma = max((at for at in range(start, fit.start) if line.tags[at] == "K" or line.words[at] == "after"), default=-1)
    if not words_of(rules, "indicator-ahead").isdisjoint(line.words[comma if comma >= 0 else max(0, start - 2) : unit + 3]):
        return False
    at = unit - 1
    plain = words_of(rules, "indicator-plain")
    while at > 0 and (line.tags[at] in "aD" or (line.words[at] in plain and line.tags[at - 1] == "D")):  # "hit a record 85.5 percent"
        at -= 1
    earlier = words_of(rules, "indicator-before")
    if fit.start >= unit:  # "8.4 percent inflation"
        return fit.gap <= 1 and line.words[at] not in earlier
    name = fit.start - 1
    while name > 0 and (line.tags[name] == "D" or line.words[name] in plain):
        name -= 1
    told = any(isinstance(value, QuantityMention) and value.attribute == "money" for value in line.values[:name])
    if line.tags[name + 1] == "D" and (line.words[name] in earlier or (told and line.words[name] == "after")):
        return False  # "lost 40 million, after a profit of 85 million"; not "cut jobs after a loss of 85 million"
    others = (at for at in range(fit.start, unit) if isinstance(value := line.values[at], QuantityMention) and value.unit == "%")
    if fit.cue.gives == "count" and any(line.words[at - 1] not in earlier for at in others):
        return False  # "8.4 percent, and to 5 percent in Zenda"; not "from 8.4 percent to 5 percent"
    before = line.words[at]
    if fit.cue.moves:
        if (
            line.words[unit + 1 : unit + 2] in (("from",), ("on",), ("over",))
            and line.tags[unit + 2 : unit + 3] == "T"
            and "year" not in line.words[unit + 2]
        ):
            return False  # "rose 0.4 percent from the previous month"
        at -= before == "by"
        rises = not words_of(rules, "indicator-up").isdisjoint(line.words[at : at + 1])
        return rises or (line.tags[at] == "b" and line.words[unit + 1 : unit + 2] in (("higher",), ("up",)))
    return before in words_of(rules, "indicator-level") or line.tags[at] == "b"


def _label(line: Line, fit: Fit, owners: Owners, rules: Rulebook) -> str:
    """What a figure is of: its cue's name, with the words before it that make it another's, "core inflation" or "inflation in Zenda"."""
    plain = words_of(rules, "indicator-plain")
    at = fit.start
    words: list[str] = []
    deed = not fit.cue.moves and line.words[fit.start] in words_of(rules, "indicator-level")  # "the company lost"
    while not deed and at > 0 and line.tags[at - 1] in "w-" and len(words) < _MODIFIERS and line.words[at - 1] not in plain:
        at -= 1
        if line.tags[at] == "w":
            words.insert(0, line.words[at])
    named = _placed(line, fit, owners)
    return " ".join((*words, fit.cue.label, *(("of", named) if named else ())))


def _placed(line: Line, fit: Fit, owners: Owners) -> str:
    """The place whose figure it is, where that is named beside it and is not the one that the article tells of throughout."""
    near = [
        (at, name) for at, name in line.names(max(0, fit.start - 3), min(len(line.words), fit.end + 3))
        if line.words[at - 1 : at] == ("in",) or (at < fit.start and line.tags[at + 1 : at + 2] == "H")
    ]  # fmt: skip
    return next((name.text for _, name in near if not owners.throughout(name.text)), "")


def _period(line: Line, unit: int, fit: Fit, when: Mapping[int, ResolvedTime], today: date | None) -> str | None:
    """The months a figure is of, as EDTF writes them ("2024-04", "2024-01/2024-03", "2023"); "" where none are told, and None where they
    lie ahead."""
    found = _beside(line, unit, fit, when)
    if found is None:
        return ""
    first, last = found
    if today is not None and (last - today).days > _AHEAD:
        return None
    if (first.month, last.month, first.year) == (1, 12, last.year):
        return f"{first:%Y}"
    return f"{first:%Y-%m}" if (first.year, first.month) == (last.year, last.month) else f"{first:%Y-%m}/{last:%Y-%m}"


def _beside(line: Line, unit: int, fit: Fit, when: Mapping[int, ResolvedTime]) -> tuple[date, date] | None:
    """The months told behind a figure, up to the next one, or else before it."""
    start, end = clause(line, unit)
    behind = range(unit + 1, min(end, unit + 1 + _BEHIND))
    before = range(unit - 1, min(start, max(0, fit.start - 4)) - 1, -1)
    for way in (behind, before):
        for at in way:
            value = line.values[at]
            over = isinstance(value, QuantityMention) or line.words[at] in ("from", "than", "compared")
            if line.tags[at] == "S" or (way is behind and over):
                break
            if isinstance(value, Timex) and (days := _months(line, at, when)) is not None:
                return days
    return None


def _months(line: Line, at: int, when: Mapping[int, ResolvedTime]) -> tuple[date, date] | None:
    """The first and the last day of a period at a unit: "April", "the six months to June", "the first six months of the year"."""
    if at > 1 and line.words[at - 1] in _TO and isinstance(line.values[at - 2], Timex):
        at -= 2  # "the six months to June"
    value = line.values[at]
    time = when.get(value.span.start) if isinstance(value, Timex) else None
    if time is None:
        return None
    joined = at + 2 < len(line.words) and line.words[at + 1] in _TO
    other = line.values[at + 2] if joined else None
    amount = time.timex.expression.amount
    if time.when is None and isinstance(amount, Quantity) and time.timex.expression.unit == "month" and isinstance(other, Timex):
        whole = when.get(other.span.start)
        if whole is None or whole.when is None or whole.when.first is None or whole.when.last is None or not amount.low:
            return None
        months = int(amount.low) - 1
        if line.words[at + 1] == "of":
            first = whole.when.first
            return first, _end(*divmod(first.year * 12 + first.month - 1 + months, 12))
        last = whole.when.last
        year, month = divmod(last.year * 12 + last.month - 1 - months, 12)
        return date(year, month + 1, 1), last
    days = time.when
    if days is None or days.first is None or days.last is None or not _MONTH <= (days.last - days.first).days < _YEAR:
        return None
    return days.first, days.last


def _end(year: int, month: int) -> date:
    """The last day of a month counted from nought."""
    return date.fromordinal(date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1).toordinal() - 1)
