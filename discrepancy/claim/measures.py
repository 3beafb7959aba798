"""Sums, lengths, durations and counts of things: every number that is no toll and no age, and whose figure it is.

Takes lines with their quantities, and the owners an article offers; gives claims. What a figure is of is told by the words around it
(``rules/measures``); only such figures, and counts of plain things in the clause of an event, belong to an event, a person or a
place. The others are claims without an owner: told, and compared with nothing. A number that counts no people and measures nothing
in words of the article stays without a claim and is told as not understood.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache
from typing import cast

from discrepancy.annotate.grammar import Line, words_of
from discrepancy.annotate.numbers import NumberCode, QuantityMention
from discrepancy.annotate.times import Age, Timex
from discrepancy.claim.convicts import convict
from discrepancy.claim.events.drafts import lexicon_of
from discrepancy.claim.evidence import Claims, together
from discrepancy.claim.facts.cues import EVERYBODY, Fit, figure_at, fits, nouns_for_people
from discrepancy.claim.owners import Owners
from discrepancy.claim.times.resolved import ResolvedTime
from discrepancy.claim.votes import called, taker
from discrepancy.model.claims import Attribute, Name
from discrepancy.model.text import Span
from discrepancy.model.values import Number, Quantity, exactly
from discrepancy.rulebook.kinds.measures import MeasureCue
from discrepancy.rulebook.schema import Rulebook

_NOUN_REACH = 4
_OTHERS = (("another",), ("other",), ("others",), ("more",))
_SHORT = 3
"""Letters of a word whose ending tells nothing yet."""
_WORTH = ("worth", "of", "totalling", "totaling")
"""Words between a thing and the sum it is worth."""
_SCALE = (1.0, 9.9)
"""What a quake's magnitude lies between."""


def measure_claims(lines: Sequence[Line], covered: Sequence[Span], owners: Owners, claims: Claims, rules: Rulebook) -> list[Span]:
    """Claims for numbers outside ``covered``; gives the spans of those that are in claims now."""
    done: list[Span] = []
    for index, line in enumerate(lines):
        for unit, value in line.mentions:
            if isinstance(value, QuantityMention) and not any(value.span.overlaps(span) for span in covered):
                done += [value.span] if _quantity(index, line, unit, value, owners, claims, rules) else []
    return done


def _quantity(index: int, line: Line, unit: int, mention: QuantityMention, owners: Owners, claims: Claims, rules: Rulebook) -> bool:
    if not mention.attribute and not mention.unit and line.tags[unit - 1 : unit] == "N" and _listed(line, unit, mention, claims, rules):
        return True
    if _designation(line, unit) or _proportion(line, unit) or _one_of_some(line, unit, mention) or _other_dollars(line, unit, mention):
        return False
    counted, end = _counted(line, unit)
    if not mention.attribute and _only_names(line, unit, end):
        return False
    plain = not mention.attribute
    attributes = ("magnitude", "count") if plain and _on_scale(mention) else (mention.attribute or "count",)
    for attribute in attributes if not _whole(line, unit) else ():
        figure = figure_at(line, unit, attribute, mention.unit, counted)
        for fit in fits(figure, rules):
            heads = nouns_for_people(rules) if EVERYBODY in fit.cue.heads else fit.cue.heads
            wide = replace(fit, end=max(fit.end, _behind_head(line, unit, end, heads)))
            if _with_cue(index, unit, wide, mention.value, mention.unit, mention.span, owners, claims, rules):
                return True
    attribute = cast("Attribute", mention.attribute or "count")
    if attribute == "count" and not words_of(rules, "of-a-record").isdisjoint(counted):
        return False
    if attribute == "count" and ((not counted and not mention.unit) or counted[:1] in _OTHERS):
        return False
    head = _thing(counted, rules) if plain else " ".join(counted[-2:]) if mention.unit == "%" else ""
    head = "" if _whole(line, unit) else head
    event = owners.near(index, unit) if head and not owners.old(index) else ""
    span = Span(mention.span.start, max(mention.span.end, line.ends[end - 1] if end > unit + 1 and counted else mention.span.end))
    population = head if event else " ".join((*counted, *_and_others(line, end, counted, rules)))
    if attribute == "money" and not population:
        population = _sum_of(line, unit)
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


@cache
def _counting(rules: Rulebook) -> frozenset[str]:
    """The rules that count what a candidate or a party took."""
    return frozenset(cue.id for cue in rules.of(MeasureCue) if cue.owner == "taker" and cue.heads)


def _listed(line: Line, unit: int, mention: QuantityMention, claims: Claims, rules: Rulebook) -> bool:
    """A claim for a bare figure right behind a name, where its sentence has just told what another took: the 67 of "the Greens won 71
    seats, Labour 67"."""
    named = line.values[unit - 1] if unit else None
    last = next((c for c in reversed(claims.made) if c.rule in _counting(rules) and c.evidence.span.start >= line.starts[0]), None)
    if last is None or not isinstance(named, Name) or not (who := called(named)):
        return False
    span = Span(line.starts[unit - 1], mention.span.end)
    claims.add("count", mention.value, span, last.rule, at=mention.span, entity=who, population=last.population, loose=mention.value.vague)
    return True


def _sum_of(line: Line, unit: int) -> str:
    """What a sum is the worth of, in the words right before it: "aid worth 80 million euros", "bribes of about $2 million"; "" where none
    stands there."""
    at = unit - 1
    while at > 0 and line.tags[at] in "aD":
        at -= 1
    worth = line.words[at] in _WORTH or line.words[at - 1 : at + 1] in (("valued", "at"), ("estimated", "at"))
    at -= 2 if line.words[at] == "at" else 1
    return line.words[at] if worth and at >= 0 and line.tags[at] == "w" and len(line.words[at]) >= _SHORT else ""


def _one_of_some(line: Line, unit: int, mention: QuantityMention) -> bool:
    """Whether somebody or something is told as one of several, and nobody counted it: "one of the bombers"."""
    return mention.value == exactly(1) and line.words[unit + 1 : unit + 3] in (("of", "the"), ("of", "his"), ("of", "her"), ("of", "their"))


def _part_of(line: Line, unit: int) -> bool:
    """Whether a number is a part of another: the 800 of "has withdrawn 800 of 1,800 troops"; "two of its seven plants" are a choice."""
    at = unit + 1 + (line.words[unit + 2 : unit + 3] == ("the",))
    return line.words[unit + 1 : unit + 2] == ("of",) and at + 1 < len(line.words) and isinstance(line.values[at + 1], QuantityMention)


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


def _with_cue(
    index: int, unit: int, fit: Fit, value: Quantity, measure: str, span: Span, owners: Owners, claims: Claims, rules: Rulebook
) -> bool:
    """A claim for a figure with a cue; False where the cue asks for an owner that the article does not offer."""
    cue, line = fit.cue, owners.lines[index]
    if cue.owner == "indicator" or (cue.owner == "story" and fit.start < unit and _part_of(line, unit)):
        return False
    event, entity = _owner(index, unit, fit, owners, claims, rules) if not cue.about or owners.holds(cue.about) else ("", "")
    told = cue.owner == "story" and (not cue.about or owners.holds(cue.about)) and not owners.old(index)
    if not event and not entity and not told:
        return False
    label = cue.label or next((word for word in line.words[unit + 1 : fit.end] if word in cue.heads), "")
    if line.words[unit + 1 : unit + 2] == ("other",):  # "seven rifles and three other rifles" are two figures
        label = f"other {label}"
    if "{head}" in label:  # "soldiers released": whom the verb counts is part of the question
        label = label.format(head=next((word for word in reversed(line.words[unit + 1 : fit.end]) if word in cue.heads), "people"))
    if cue.label.endswith(" "):  # "from ": the distance from the place named behind
        reach = 2 if line.words[fit.end - 1] == "of" else 5  # "60 metres of water off Lima"
        named = [n for _, n in line.names(fit.end - 1, min(fit.end + reach, len(line.words)))]
        if not named or named[0].kind not in ("place", "unknown"):  # "13 miles from an Indian warship"
            return False
        label += named[0].text
    evidence = together(span, line.span(fit.start, fit.end))
    # A sum in brackets is the same sum in another currency: each currency is a question of its own.
    scope = f"currency:{measure}" if cue.gives == "money" else cue.scope
    if cue.exact and (value.low is None or value.high is None):
        value = exactly(value.low if value.low is not None else value.high or 0)
    claims.add(
        cue.gives, value, evidence, cue.id, at=span, event=event, entity=entity, scope=scope,
        population=label if cue.gives != "magnitude" else "", unit=measure, loose=value.vague,
    )  # fmt: skip
    return True


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


def _owner(index: int, unit: int, fit: Fit, owners: Owners, claims: Claims, rules: Rulebook) -> tuple[str, str]:
    """The event, or the person, place or subject, whose figure it is."""
    cue = fit.cue
    match cue.owner:
        case "convict":
            who = convict(index, unit, fit.start, owners.lines, claims.said, rules)
            told = any(mention.type in cue.types and mention.realis == "actual" for mention in owners.told.mentions)
            if cue.bare and cue.types and not told:
                return "", ""
            return (owners.event(index, unit, cue.types) if who == "" else "", who or "")
        case "story":
            return "", ""
        case "taker":
            return "", taker(index, unit, fit.start, owners.lines, claims.said, rules) or ""
        case "person":
            return "", owners.person(index, unit)
        case "place":
            return "", owners.place(index, unit)
        case "subject":
            return "", owners.subject()
        case _:
            event = owners.event(index, unit, cue.types)
            # An article that tells of no event that happened, of a foiled one say, is about whoever it is about.
            nothing_happened = not cue.types and not any(mention.realis == "actual" for mention in owners.told.mentions)
            return event, owners.subject() if nothing_happened else ""


def _counted(line: Line, unit: int) -> tuple[tuple[str, ...], int]:
    """What a number counts: the words of its noun group, at most four, and where they end; "six AK-47 rifles" counts rifles, "355
    damaged shops" shops, and "three men opened fire" men."""
    at = unit + 1
    if line.words[at : at + 1] == ("of",):
        at += 1
    while at < len(line.words) and line.tags[at] in "DYa-(Q":
        at += 1
    words: list[str] = []
    if at == unit + 1 and line.tags[at : at + 1] == "v":
        if line.words[at].endswith("s"):  # "two bombs": a noun behind a number
            words, at = [line.words[at]], at + 1
        elif _participle(line.words[at]) and line.tags[at + 1 : at + 2] == "w":  # "355 damaged shops"
            at += 1
    while at < len(line.words) and len(words) < _NOUN_REACH and (line.tags[at] in "wN" or _designation(line, at)):
        acts = _participle(line.words[at]) or line.tags[at : at + 2] in ("wD", "wY")  # "2,400 workers cost the yard a week"
        ends = isinstance(line.values[at], Age | Timex) or line.words[at] == "worth"
        if ends or (words and _plural(words[-1]) and acts):
            break
        if _code(line, at):
            if line.words[at + 1 : at + 2] == ("s",):  # "seven AK-47s"
                words.append(f"{line.sentence.text[line.starts[at - 2] : line.ends[at]].lower()}s")
                at += 1
        elif line.tags[at] == "w" or (line.tags[at] == "N" and not _letters(line, at)):
            words.append(line.words[at])
        at += 1
        while at < len(line.words) and line.tags[at] == "-" and (_letters(line, at - 1) or _designation(line, at - 1)):
            at += 1
    return tuple(words), at


def _participle(word: str) -> bool:
    """Whether a word has the form of a participle."""
    return len(word) > _SHORT and word.endswith(("ed", "ing"))


def _plural(word: str) -> bool:
    """Whether a noun is a plural: what follows it with the form of a participle is its verb."""
    return (len(word) > _SHORT and word.endswith("s") and not word.endswith("ss")) or word in ("men", "women", "people", "children")


def _code(line: Line, unit: int) -> bool:
    """Whether a unit is the figure of a make behind its letters: the 47 of "AK-47"."""
    return isinstance(line.values[unit], NumberCode) and unit > 1 and line.tags[unit - 1] == "-" and _letters(line, unit - 2)


def _letters(line: Line, unit: int) -> bool:
    """Whether a unit is a few capitals, the first half of a designation: the AK of "AK-47"."""
    written = line.sentence.text[line.starts[unit] : line.ends[unit]]
    return len(written) <= 3 and written.isupper() and written.isalpha() and written != "US"


def _designation(line: Line, unit: int) -> bool:
    """Whether a figure only names a make: the 47 of "AK - 47", the fours of "four-by-four" and of "4×4"."""
    value = line.values[unit]
    around = line.words[max(0, unit - 2) : unit + 3]
    if "×" in around or ("by" in around and "-" in line.tags[max(0, unit - 1) : unit + 2]):
        return isinstance(value, QuantityMention)
    if not isinstance(value, QuantityMention) or value.unit or not value.words.isdigit():
        return False
    if unit > 1 and line.tags[unit - 2 : unit] == "DN":  # "the Route 8 boys"
        return True
    before = unit - 1
    if before > 0 and line.tags[before] == "-":
        before -= 1
    return before >= 0 and _letters(line, before)


def _on_scale(mention: QuantityMention) -> bool:
    low = mention.value.low if mention.value.low is not None else mention.value.high
    return low is not None and _SCALE[0] <= low <= _SCALE[1] and any(c.isdigit() for c in mention.words)


def _and_others(line: Line, end: int, counted: tuple[str, ...], rules: Rulebook) -> tuple[str, ...]:
    """People of another sort whom the number counts too: the crew of "420 passengers and crew"."""
    people = nouns_for_people(rules)
    both = bool(counted) and counted[-1] in people and line.words[end : end + 1] == ("and",) and end + 1 < len(line.words)
    return ("and", line.words[end + 1]) if both and line.words[end + 1] in people and line.tags[end + 1] == "w" else ()


def _thing(counted: tuple[str, ...], rules: Rulebook) -> str:
    """The plural that is counted, where it is no word for people; "" otherwise."""
    plurals = [word for word in counted if len(word) > 3 and word.endswith("s") and not word.endswith("ss")]
    # What happens is no thing: the "81 homicides" of a year are events of their own.
    if not plurals or not nouns_for_people(rules).isdisjoint(counted) or plurals[-1] in lexicon_of(rules).words:
        return ""
    return plurals[-1]


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
        counted, _ = _counted(line, unit)
        figure = figure_at(line, unit, "duration", unit_name, counted)
        done.add(time.span.start)
        if any(_with_cue(time.sentence, unit, fit, amount, unit_name, time.span, owners, claims, rules) for fit in fits(figure, rules)):
            continue
        claims.add("duration", amount, time.span, "measure.duration", population=" ".join(counted), unit=unit_name)
    return done


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
