"""Finding expressions of time in a sentence.

Takes a sentence and a rulebook; gives what was found, by unit. All patterns run at once, gated by their symbols; of
overlapping wordings the one that begins first stays, the longer of two. A second pass puts neighbours together
("3:30 p.m. on Tuesday").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from discrepancy.annotate.times.caught import Caught
from discrepancy.annotate.times.meaning import Lead, Meanings, meanings
from discrepancy.annotate.times.readers import READERS, SECOND_PASS
from discrepancy.annotate.times.timex import Expression, Timex
from discrepancy.annotate.tokens import Chunked, Sentence
from discrepancy.model.text import Span
from discrepancy.rulebook.alphabet import Alphabet, alphabet
from discrepancy.rulebook.kinds.times import TimeRule
from discrepancy.rulebook.patterns import Match, Patterns
from discrepancy.rulebook.schema import Rulebook

_LEAD = 24
_STRETCHED = frozenset(("date", "weekday", "running", "range"))


@dataclass(frozen=True, slots=True)
class Spotter:
    """The compiled rules of one rulebook."""

    first: Patterns[TimeRule]
    second: Patterns[TimeRule]
    letters: Alphabet
    meanings: Meanings


@cache
def spotter(rules: Rulebook) -> Spotter:
    """The spotter of a rulebook, compiled once."""
    letters = alphabet(rules)
    times = rules.of(TimeRule)
    return Spotter(
        Patterns([rule for rule in times if rule.reader not in SECOND_PASS], letters, rules),
        Patterns([rule for rule in times if rule.reader in SECOND_PASS], letters, rules),
        letters,
        meanings(rules),
    )


def spot(sentence: Sentence, rules: Rulebook) -> list[Chunked]:
    """All expressions of time and ages of a sentence, as chunks over its units; the value is a ``Timex`` or an
    ``Age``.
    """
    tools = spotter(rules)
    found = _pass(sentence, tools.first.find(sentence.symbols), tools)
    joinable = [chunk for chunk in found if isinstance(chunk.value, Timex)]
    if not joinable:
        return found
    second = sentence.chunked(found)
    joined = _pass(second, tools.second.find(second.symbols), tools)
    return _merged(sentence, found, second, joined) if joined else found


def _pass(sentence: Sentence, matches: Iterable[Match[TimeRule]], tools: Spotter) -> list[Chunked]:
    """Reads matches, first and longest first; what overlaps something read is left out."""
    caughts = [Caught(match, sentence, tools.meanings) for match in matches]
    caughts.sort(key=lambda caught: (caught.units[0], -caught.units[1]))
    found: list[Chunked] = []
    at = 0
    for caught in caughts:
        start, end = caught.units
        if start < at:
            continue
        reading = READERS[caught.match.rule.reader](caught)
        if reading is None:
            continue
        if reading.age is not None:
            found.append(Chunked(start, end, tools.letters.chunk("age"), reading.age))
        elif reading.expression is not None:
            start, expression = _led(sentence, start, at, reading.expression, tools.meanings)
            head = caught.span("head")
            span = sentence.span_of(start, end)
            timex = Timex(
                span, reading.type, expression, span.of(sentence.text), caught.match.rule.id,
                Span(span.start, head.end) if head else span, reading.unresolved, _ends(caught),
            )  # fmt: skip
            found.append(Chunked(start, end, tools.letters.chunk("timex", (), flags_of(timex)), timex))
        at = end
    return found


def _ends(caught: Caught) -> tuple[Span, Span] | None:
    """The two ends of a range, or the two readings of a time of day ("04:05 local time (0335 GMT)"), each where it stands."""
    if caught.match.rule.reader == "clock":
        face, zone, other, its = (caught.span(name) for name in ("clock", "zone", "other", "otherzone"))
        return (Span(face.start, (zone or face).end), Span(other.start, (its or other).end)) if face and other else None
    if caught.match.rule.reader != "range":
        return None
    first, last = (caught.span(name) or caught.span(f"{name}day") for name in ("first", "last"))
    return (first, last) if first and last else None


def _led(sentence: Sentence, start: int, floor: int, expression: Expression, tables: Meanings) -> tuple[int, Expression]:
    """The expression with the words before it that belong to it: "late January", "more than three weeks"."""
    lead: Lead | None = None
    if expression.shape in _STRETCHED and expression.anchor != "event":
        lead = tables.stretches
    elif expression.shape in ("length", "shift") and expression.part in ("", "ahead"):
        lead = tables.bounds
    if lead is None or start == floor:
        return start, expression
    at = sentence.starts[start]
    before = sentence.text[max(sentence.starts[floor], at - _LEAD) : at]
    found = lead.regex.search(before)
    if found is None:
        return start, expression
    offset = at - len(before) + found.start()
    unit = start
    while unit > floor and sentence.starts[unit] > offset:
        unit -= 1
    if sentence.starts[unit] != offset:
        return start, expression
    words = " ".join(found.group().lower().replace("-", " ").split())
    return unit, replace(expression, mod=lead.mods.get(words, "") or expression.mod)


def flags_of(timex: Timex) -> list[str]:
    """The flags of a chunk: date, clock, duration, set."""
    expression = timex.expression
    if timex.type in ("DURATION", "SET"):
        return ["duration" if timex.type == "DURATION" else "set"]
    if expression.shape == "reference":
        return []
    if expression.shape == "clock":
        return ["clock", "date"] if expression.date else ["clock"]
    return ["date"]


def _merged(sentence: Sentence, found: list[Chunked], second: Sentence, joined: list[Chunked]) -> list[Chunked]:
    """The chunks of both passes over the units of the first sentence."""
    begins = {start: unit for unit, start in enumerate(sentence.starts)}
    ends = {end: unit + 1 for unit, end in enumerate(sentence.ends)}
    both = [replace(chunk, start=begins[second.starts[chunk.start]], end=ends[second.ends[chunk.end - 1]]) for chunk in joined]
    covered = [(chunk.start, chunk.end) for chunk in both]
    kept: list[Chunked] = []
    at = 0
    for chunk in found:
        while at < len(covered) and covered[at][1] <= chunk.start:
            at += 1
        if at == len(covered) or chunk.end <= covered[at][0]:
            kept.append(chunk)
    return sorted(both + kept, key=lambda chunk: chunk.start)
