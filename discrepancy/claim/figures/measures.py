"""Sums, sizes and counts of things: every number that is no toll and no age, and whose figure it is.

Takes lines with their quantities, and the owners an article offers; gives claims. What a figure is of is told by the words around it
(``rules/measures``); only such figures, and counts of plain things in the clause of an event, belong to an event, a person or a
place. The others are claims without an owner: told, and compared with nothing. A number that counts no people and measures nothing
in words of the article stays without a claim and is told as not understood.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import cast

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.numbers import QuantityMention
from discrepancy.claim.evidence import Claims
from discrepancy.claim.facts.cues import attributive, figure_at, fits, nouns_for_people
from discrepancy.claim.figures.counted import and_others, counted_by, designation, thing_of
from discrepancy.claim.figures.cued import with_cue
from discrepancy.claim.figures.votes import in_brackets, listed
from discrepancy.claim.owners import Owners
from discrepancy.claim.persons.arms import carried
from discrepancy.model.claims import Attribute, Name
from discrepancy.model.spans import Spans
from discrepancy.model.text import Span
from discrepancy.model.values import exactly
from discrepancy.rulebook.kinds.grammar import ANYBODY
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_OTHERS = (("another",), ("other",), ("others",), ("more",))
_SHORT = 3
"""Letters of a word that is too short to be a thing."""
_COST = "cost"
"""What a sum is of that something costs."""
_PUT_REACH = 9
"""Units between a verb of estimating and the sum: "put the cost of the repairs at about $2 million"."""
_SCALE = (1.0, 9.9)
"""What a quake's magnitude lies between."""


def measure_claims(lines: Sequence[Line], covered: Sequence[Span], owners: Owners, claims: Claims, rules: Rulebook) -> list[Span]:
    """Claims for numbers outside ``covered``; gives the spans of those that are in claims now."""
    done: list[Span] = []
    taken = Spans(covered)
    for index, line in enumerate(lines):
        for unit, value in line.mentions:
            if isinstance(value, QuantityMention) and not taken.overlap(value.span):
                done += [value.span] if _quantity(index, line, unit, value, owners, claims, rules) else []
    return done


def _quantity(index: int, line: Line, unit: int, mention: QuantityMention, owners: Owners, claims: Claims, rules: Rulebook) -> bool:
    if not mention.attribute and not mention.unit and line.tags[unit - 1 : unit] == "N" and listed(line, unit, mention, claims, rules):
        return True
    if in_brackets(line, unit, mention, claims, rules):
        return True
    if designation(line, unit) or _proportion(line, unit) or _one_of_some(line, unit, mention) or _other_dollars(line, unit, mention):
        return False
    counted, end = counted_by(line, unit)
    if not mention.attribute and _only_names(line, unit, end):
        return False
    plain = not mention.attribute
    attributes = ("magnitude", "count") if plain and _on_scale(mention) else (mention.attribute or "count",)
    for attribute in attributes if not _whole(line, unit) else ():
        figure = figure_at(line, unit, attribute, mention.unit, counted)
        for fit in fits(figure, rules):
            heads = nouns_for_people(rules) if ANYBODY in fit.cue.heads else fit.cue.heads
            wide = replace(fit, end=max(fit.end, _behind_head(line, unit, end, heads)))
            if with_cue(index, unit, wide, mention.value, mention.unit, mention.span, owners, claims, rules):
                return True
    if mention.unit == "mm" and not carried(rules).isdisjoint(counted):
        return False  # "a 9mm pistol": what it fires
    attribute = cast("Attribute", mention.attribute or "count")
    if attribute == "count" and not words_of(rules, "of-a-record").isdisjoint(counted):
        return False
    others = counted[:1] in _OTHERS or line.words[unit - 1 : unit] == ("other",)  # "the other three drivers": not how many there are
    if attribute == "count" and ((not counted and not mention.unit) or others):
        return False
    head = thing_of(counted, rules) if plain else " ".join(counted[-2:]) if mention.unit == "%" else ""
    head = "" if _whole(line, unit) or attributive(line, unit + 1) else head
    event = owners.near(index, unit) if head and not owners.old(index) else ""
    span = Span(mention.span.start, max(mention.span.end, line.ends[end - 1] if end > unit + 1 and counted else mention.span.end))
    population = head if event else " ".join((*counted, *and_others(line, end, counted, rules)))
    if attribute == "money" and not population:
        population = _sum_of(line, unit, rules)
    claims.add(
        attribute,
        mention.value,
        span,
        f"measure.{attribute}",
        event=event,
        population=population,
        scope=f"currency:{mention.unit}" if attribute == "money" else "whole" if _whole(line, unit) else "",
        unit=mention.unit,
        loose=mention.value.vague,
    )
    return True


def _sum_of(line: Line, unit: int, rules: Rulebook) -> str:
    """What a sum is the worth of, in the words right before it: "aid worth 80 million euros", "bribes of about $2 million"; of "put the
    damage to the road at $2 million" the damage, and of what costs a sum the cost; "" where none stands there."""
    at = unit - 1
    while at > 0 and line.tags[at] in "aD":
        at -= 1
    if at > 0 and line.words[at] in words_of(rules, "costing"):
        return _COST
    if line.words[at] == "at":
        verbs = words_of(rules, "estimating")
        put = next((u for u in range(at - 1, max(-1, at - _PUT_REACH), -1) if line.words[u] in verbs), None)
        named = next((u for u in range(put + 1, at) if line.tags[u] not in "DaY"), at) if put is not None else at
        if line.tags[named : named + 1] == "w" and len(line.words[named]) >= _SHORT:
            return line.words[named]
    tie = next((size for size in (2, 1) if " ".join(line.words[at - size + 1 : at + 1]) in words_of(rules, "worth")), 0)
    at -= tie
    return line.words[at] if tie and at >= 0 and line.tags[at] == "w" and len(line.words[at]) >= _SHORT else ""


def _one_of_some(line: Line, unit: int, mention: QuantityMention) -> bool:
    """Whether somebody or something is told as one of several, and nobody counted it: "one of the bombers", "one of Peru's judges"."""
    return mention.value == exactly(1) and line.words[unit + 1 : unit + 2] == ("of",) and line.tags[unit + 2 : unit + 3] != "Q"


def _proportion(line: Line, unit: int) -> bool:
    """Whether a number only tells of how many another is one: the eight of "one in eight jobs", the ten of "nine out of ten trains"."""
    at = unit - 1 if line.words[unit - 1 : unit] == ("in",) else unit - 2 if line.words[max(0, unit - 2) : unit] == ("out", "of") else 0
    return at > 0 and isinstance(line.values[at - 1], QuantityMention)


def _other_dollars(line: Line, unit: int, mention: QuantityMention) -> bool:
    """Whether a sum in brackets is another currency's of the same sign: "$US1 million ($1.52 million)"."""
    before = line.values[unit - 2] if unit > 1 and line.tags[unit - 1] == "(" else None
    same = isinstance(before, QuantityMention) and mention.attribute == "money" and before.attribute in ("", "money")
    return same and isinstance(before, QuantityMention) and before.unit in ("", mention.unit) and before.value != mention.value


def _only_names(line: Line, unit: int, end: int) -> bool:
    """Whether what stands behind a number is a name and no more: the house of "19 Elm St.", the picture of "1 of 11 Ann Rudd"."""
    return end > unit + 1 and isinstance(line.values[unit + 1], Name) and all(tag in "N-" for tag in line.tags[unit + 1 : end])


def _whole(line: Line, unit: int) -> bool:
    """Whether a figure is the whole of which another is told: the 31 of "18 of the 31 lorries were burned", the eight of "five of the
    train's eight carriages"."""
    at = unit - 1
    if line.tags[at : at + 1] == "H" and line.tags[at - 1 : at] in ("w", "N"):
        at -= 2
    while at > unit - 4 and line.tags[at : at + 1] in ("D", "Y"):
        at -= 1
    return at > 0 and line.words[at] == "of" and isinstance(line.values[at - 1], QuantityMention)


def _behind_head(line: Line, unit: int, end: int, heads: Collection[str]) -> int:
    """Where the noun that a cue counts ends, inside the noun group that ends at ``end``."""
    return max((at + 1 for at in range(unit + 1, end) if line.words[at] in heads), default=unit + 1)


def _on_scale(mention: QuantityMention) -> bool:
    low = mention.value.low if mention.value.low is not None else mention.value.high
    return low is not None and _SCALE[0] <= low <= _SCALE[1] and any(c.isdigit() for c in mention.words)
