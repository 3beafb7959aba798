"""How old the people named in an article are.

Takes lines with ages and names; gives claims whose entity is the person. An age belongs to the person it stands beside: "Rudd, 22,",
"22-year-old Rudd", "Rudd, a 22-year-old baker", "the 22-year-old, Rudd". The age of somebody without a name is in no claim.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.parties import full
from discrepancy.annotate.times import Age
from discrepancy.claim.evidence import Claims
from discrepancy.claim.owners import Owners, named_in
from discrepancy.model.claims import Name
from discrepancy.model.text import Span

_BEHIND = 5
"""Units behind an age within which the name of the person stands."""


def age_claims(lines: Sequence[Line], owners: Owners, claims: Claims) -> list[Span]:
    """Claims on ages; gives the spans of those that are in claims now."""
    done: list[Span] = []
    for index, line in enumerate(lines):
        for unit, age in enumerate(line.values):
            if not isinstance(age, Age) or len(age.quantities) != 1:
                continue
            person = _person(line, unit, age)
            if person is None:
                continue
            span = Span(min(age.span.start, person.span.start), max(age.span.end, person.span.end))
            near = owners.told.by_line.get(index, ())
            event = near[0].event if near else (owners.told.main.id if owners.told.main is not None else "")
            claims.add("age", age.quantities[0], span, "measure.age", event=event, entity=full(person), unit=f"{age.unit}s")
            done.append(age.span)
    return done


def _person(line: Line, unit: int, age: Age) -> Name | None:
    """The person whose age it is."""
    adjective = age.words.lower().endswith(("old", "olds"))
    behind = _behind(line, unit)
    if adjective and behind is not None:
        return behind  # "Ann Rudd, 32-year-old officer Bo Quist": the age is the name's behind it
    before = _before(line, unit, adjective)
    return before if before is not None else behind


def _before(line: Line, unit: int, adjective: bool) -> Name | None:
    """The person right before a comma or bracket; "Rudd, a 22-year-old baker" may have words between."""
    at = unit - 1
    while adjective and at > 0 and line.tags[at] in "Da":
        at -= 1
    if at < 1 or line.tags[at] not in "K(":
        return None
    at -= 1
    if line.words[at] in (".", "jr", "sr", "jr.", "sr.", "ii", "iii", "iv"):
        at -= 1
    found = named_in(line, at, unit, "person")
    return found[-1][1] if found else None


def _behind(line: Line, unit: int) -> Name | None:
    """The person named behind an age, nothing but words and a comma between."""
    found = named_in(line, unit + 1, unit + _BEHIND, "person")
    if not found or any(tag in "vbhdmSCR" for tag in line.tags[unit + 1 : found[0][0]]):
        return None
    commas = line.tags[unit + 1 : found[0][0]].count("K")
    return found[0][1] if commas == 0 or (commas == 1 and line.tags[found[0][0] - 1] == "K") else None
