"""Figures that the words around them tell what they are of (``rules/measures``), and whose they are.

Takes a figure with the cue that fits it and the owners an article offers; adds a claim where the owner that the cue asks for is told.
"""

from __future__ import annotations

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import noun_group
from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.parties import full
from discrepancy.claim.evidence import Claims, together
from discrepancy.claim.facts.cues import Fit
from discrepancy.claim.figures.convicts import convict
from discrepancy.claim.figures.counted import and_others
from discrepancy.claim.figures.things import thing_measured
from discrepancy.claim.figures.votes import taker
from discrepancy.claim.owners import Owners, named_in
from discrepancy.model.claims import Name
from discrepancy.model.text import Span
from discrepancy.model.values import Quantity, exactly
from discrepancy.rulebook.schema import Rulebook

_TITLES = 5
"""Units behind a figure within which a name ends its group."""


def with_cue(
    index: int, unit: int, fit: Fit, value: Quantity, measure: str, span: Span, owners: Owners, claims: Claims, rules: Rulebook
) -> bool:
    """A claim for a figure with a cue; False where the cue asks for an owner that the article does not offer."""
    cue, line = fit.cue, owners.lines[index]
    if cue.owner == "indicator" or cue.tally or (cue.owner == "story" and fit.start < unit and _part_of(line, unit)):
        return False
    if cue.most and (value.high is None or value.low is not None):
        return False
    event, entity = _owner(index, unit, fit, owners, claims, rules) if not cue.about or owners.holds(cue.about) else ("", "")
    told = cue.owner == "story" and (not cue.about or owners.holds(cue.about))
    told = told and not owners.old(index, unit if "{thing}" in cue.label else None)
    if not event and not entity and not told:
        return False
    label = cue.label or next((word for word in line.words[unit + 1 : fit.end] if word in cue.heads), "")
    if line.words[unit + 1 : unit + 2] == ("other",):  # "seven rifles and three other rifles" are two figures
        label = f"other {label}"
    if "{head}" in label:  # "soldiers released": whom the verb counts is part of the question
        at = next((at for at in range(fit.end - 1, unit, -1) if line.words[at] in cue.heads), None)
        heads = (line.words[at],) if at is not None else ("people",)
        label = label.format(head=" ".join((*heads, *(and_others(line, at + 1, heads, rules) if at is not None else ()))))
    if "{thing}" in label:
        thing = thing_measured(owners.lines, index, unit, fit, rules)
        if thing is None:
            return False
        label = label.format(thing=thing).strip()
    if cue.label.endswith(" "):  # "from ": the distance from the place named behind
        place = _place_behind(line, fit.end)
        if place is None:
            return False
        label += place.text
    evidence = together(span, line.span(fit.start, fit.end))
    # A sum in brackets is the same sum in another currency: each currency is a question of its own.
    scope = f"currency:{measure}" if cue.gives == "money" else cue.scope
    if (cue.exact or cue.most) and (value.low is None or value.high is None):
        value = exactly(value.low if value.low is not None else value.high or 0)
    claims.add(
        cue.gives, value, evidence, cue.id, at=span, event=event, entity=entity, scope=scope,
        population=label if cue.gives != "magnitude" else "", unit=measure, loose=value.vague,
    )  # fmt: skip
    return True


def _place_behind(line: Line, end: int) -> Name | None:
    """The place that a distance is told from, behind its cue: "from Zenda", "south-west of the island's main town, Zenda"."""
    reach = 2 if line.words[end - 1] == "of" else 5  # "60 metres of water off Lima"
    named = [n for _, n in line.names(end - 1, min(end + reach, len(line.words)))]
    if not named:
        tied = next((at for at in range(end - 1, min(end + 4, len(line.words))) if line.words[at] in ("of", "from")), None)
        comma = noun_group(line, tied + 1, len(line.words))[1] if tied is not None else len(line.words)
        named = [n for _, n in line.names(comma + 1, comma + 2)] if line.tags[comma : comma + 1] == "K" else []
    return named[0] if named and named[0].kind in ("place", "unknown") else None  # "13 miles from an Indian warship"


def _part_of(line: Line, unit: int) -> bool:
    """Whether a number is a part of another: the 800 of "has withdrawn 800 of 1,800 troops"; "two of its seven plants" are a choice."""
    at = unit + 1 + (line.words[unit + 2 : unit + 3] == ("the",))
    return line.words[unit + 1 : unit + 2] == ("of",) and at + 1 < len(line.words) and isinstance(line.values[at + 1], QuantityMention)


def _named_behind(line: Line, unit: int) -> str:
    """The person whose name ends the noun group that a figure begins, "Holm praised 12-year veteran Ann Rudd"; "" where none does."""
    named = named_in(line, unit + 1, unit + _TITLES, "person")
    return full(named[0][1]) if named and set(line.tags[unit + 1 : named[0][0]]) == {"w"} else ""


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
        case "accused":
            return "", _named_behind(owners.lines[index], unit) or owners.person(index, unit, living=True)
        case "person":
            return "", _named_behind(owners.lines[index], unit) or owners.person(index, unit)
        case "place":
            return "", owners.place(index, unit)
        case "subject":
            return "", owners.subject()
        case _:
            event = owners.event(index, unit, cue.types)
            # An article that tells of no event that happened, of a foiled one say, is about whoever it is about.
            nothing_happened = not cue.types and not any(mention.realis == "actual" for mention in owners.told.mentions)
            return event, owners.subject() if nothing_happened else ""
