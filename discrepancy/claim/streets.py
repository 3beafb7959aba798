"""On which street: the blocks, houses and corners where something happened.

Takes lines, and the owners an article offers; gives place claims of events with the scope ``street``: "1100 block of Elm Road", "318 Elm
Road", "corner of Elm Road and Mill Street". A block and a corner are written in one way whatever the article's own. A house is where
something happened only if its clause tells of that; what was near a house or corner is loose. Knows no map.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.annotate.clauses import clause
from discrepancy.annotate.grammar import Line
from discrepancy.claim.evidence import Claims
from discrepancy.claim.facts.owning import casualty_types
from discrepancy.claim.owners import Owners
from discrepancy.model.text import Span
from discrepancy.model.values import terms
from discrepancy.rulebook.kinds.places import StreetWord
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

BLOCK_RULE, HOUSE_RULE, CORNER_RULE = "place.block", "place.house", "place.corner"
_NUMBERED = r"\d{1,3}(?:st|nd|rd|th)"
_CAPITAL = r"[A-Z][\w’'-]*"
_BLOCK = re.compile(
    rf"\b(?P<number>\d{{1,5}})(?:\s|-)?(?:hundred\s)?block\sof\s(?P<street>(?:{_NUMBERED}|{_CAPITAL}(?:\.(?=\s))?)(?:\s(?:{_NUMBERED}|{_CAPITAL})){{0,4}})"
)
_LOOSELY = ("around", "area of")


@dataclass(frozen=True, slots=True)
class _Forms:
    """How streets are written: the words for one, each with the long one, any of them, and houses and corners."""

    kinds: dict[str, str]
    any: re.Pattern[str]
    house: re.Pattern[str]
    corner: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Site:
    """A place on a street: its value, where it stands, the rule that read it and whether it is only near."""

    value: str
    span: Span
    rule: str
    loose: bool = False


@cache
def _forms(rules: Rulebook) -> _Forms:
    kinds = {word: street.name for street in rules.of(StreetWord) for word in (street.name, *street.short)}
    plural = {f"{street.name}s": street.name for street in rules.of(StreetWord)}
    kind = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in sorted({**kinds, **plural}, key=len, reverse=True))
    compass = r"(?:(?:[NSEW]|N\.?[EW]|S\.?[EW])\.?\s|(?:North|South|East|West)(?:east|west)?\s)?"
    name = rf"(?:{_NUMBERED}|{_CAPITAL})"
    street = rf"{compass}{name}(?:\s{_CAPITAL}){{0,2}}?\s(?:{kind})\b"
    first = rf"(?P<first>{compass}{name}(?:\s{_CAPITAL}\.?){{0,3}}?)"
    return _Forms(
        kinds | plural,
        re.compile(rf"\b(?:{kind}|(?:corner|intersection)\sof)\b"),
        re.compile(rf"\b(?P<lead>at|outside|inside|near|behind|front\sof)\s(?P<street>\d{{1,5}}\s{street})"),
        re.compile(
            rf"\b(?:(?P<lead>(?:near|around|at|on)\s)?(?:the\s)?(?:corner|intersection)\sof\s{first}\sand\s(?P<second>{street}|{compass}{name})"
            rf"|(?P<beside>at|near|around|area\sof)\s{first.replace('first', 'one')}\sand\s(?P<other>{street}))"
        ),
    )


def street_claims(lines: Sequence[Line], owners: Owners, claims: Claims, rules: Rulebook) -> list[Span]:
    """Place claims, one for each value an event is told with; gives the spans of all that was read."""
    forms = _forms(rules)
    seen: set[tuple[str, str]] = set()
    found: list[Span] = []
    for index, line in enumerate(lines):
        for site in _sites(line, forms):
            unit = line.unit_from(site.span.start)
            event = owners.event(index, unit) if site.rule == BLOCK_RULE else _event(index, unit, owners, rules)
            if site.rule == BLOCK_RULE or event:
                found.append(site.span)
            if event and (event, site.value) not in seen:
                seen.add((event, site.value))
                claims.add("place", terms(site.value), site.span, site.rule, event=event, scope="street", loose=site.loose)
    return found


def _event(index: int, unit: int, owners: Owners, rules: Rulebook) -> str:
    """The event whose clause tells of a house or a corner, or which is said there to have happened."""
    types = casualty_types(rules)
    near = owners.near(index, unit, types)
    start, end = clause(owners.lines[index], unit)
    if near or words_of(rules, "happen").isdisjoint(owners.lines[index].words[start:end]):
        return near
    return owners.event(index, unit, types)


def _sites(line: Line, forms: _Forms) -> Iterator[_Site]:
    if not line.words:
        return
    if "block" in line.words:
        yield from _blocks(line)
    text, start, end = line.sentence.text, line.starts[0], line.ends[-1]
    if forms.any.search(text, start, end) is None:
        return
    for match in forms.house.finditer(text, start, end):
        span = Span(match.start("street"), match.end("street"))
        yield _Site(match["street"], span, HOUSE_RULE, match["lead"] in _LOOSELY)
    if "and" in line.words:
        for match in forms.corner.finditer(text, start, end):
            one, other = match["first"] or match["one"], match["second"] or match["other"]
            at = "first" if match["first"] else "one"
            loose = (match["lead"] or match["beside"] or "").strip() in _LOOSELY
            yield _Site(_corner(one, other, forms), Span(match.start(at), match.end()), CORNER_RULE, loose)


def _corner(one: str, other: str, forms: _Forms) -> str:
    """A corner in one way: "Elm and Mill streets" is that of Elm Street and Mill Street."""
    *words, last = other.split()
    kind = forms.kinds.get(last.rstrip(".").lower(), "")
    if words and kind and last.lower() == f"{kind}s":
        other = " ".join((*words, kind.title()))
        one = one if one.split()[-1].rstrip(".").lower() in forms.kinds else f"{one} {kind.title()}"
    return f"corner of {one} and {other}"


def _blocks(line: Line) -> Iterator[_Site]:
    for match in _BLOCK.finditer(line.sentence.text, line.starts[0], line.ends[-1]):
        times = [line.starts[u] for u, tag in enumerate(line.tags) if tag == "T" and line.starts[u] > match.start("street")]
        end = min((match.end(), *times))
        street = line.sentence.text[match.start("street") : end].split()
        if not street:
            continue
        number = int(match["number"])
        value = f"{number * 100 if number < 100 and 'hundred' in match.group() else number} block of {' '.join(street)}"
        behind = match.start("street") + len(line.sentence.text[match.start("street") : end].rstrip())
        yield _Site(value, Span(match.start(), behind), BLOCK_RULE)
