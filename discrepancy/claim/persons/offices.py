"""Who holds an office: "Iran’s Foreign Minister, X", "the prime minister of Y, Z", "his Pakistani counterpart X".

Takes the lines of an article; gives ``name`` claims whose entity is the office of a state ("Pakistan’s army chief") and whose value is
the person. Only offices of which a state has one (``rules/roles/offices.yaml``); former, deputy and coming holders are left out. A
counterpart, "who holds the same office in Y", holds the office of the person beside whom he or she stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.parties import full
from discrepancy.annotate.places import gazetteer
from discrepancy.claim.evidence import Claims
from discrepancy.claim.persons.bearers import any_phrase, beside, by_phrase, people_named, said
from discrepancy.model.claims import Name
from discrepancy.model.text import Span
from discrepancy.model.values import terms
from discrepancy.rulebook.kinds.roles import Offices
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_STATE = r"(?P<state>[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)"


@dataclass(frozen=True, slots=True)
class _Forms:
    """The wordings, compiled: those before a name, those after it, and the office of each phrase. ``heads`` are words one of which
    each of them holds."""

    heads: tuple[str, ...]
    before: tuple[re.Pattern[str], ...]
    after: tuple[re.Pattern[str], ...]
    office: dict[str, Offices]


@cache
def _forms(rules: Rulebook) -> _Forms:
    office = by_phrase(Offices, rules)
    titles = (phrase.title() for phrase in words_of(rules, "before-name"))
    rank = rf"(?:\s(?:{any_phrase(titles)})\.?)*"
    held = rf"(?:(?i:{any_phrase(words_of(rules, 'still-holds'))})\s)*(?P<office>(?i:{any_phrase(office)}))"
    return _Forms(
        heads=tuple(sorted({"counterpart", "same", *(phrase.split()[-1] for phrase in office)})),
        before=(
            re.compile(rf"(?:^|[\s“(]){_STATE}(?:[’']s)?\s{held}{rank},?\s$"),
            re.compile(rf"{held}\sof\s{_STATE},\s$"),
            re.compile(rf"(?:the\scountry[’']s|its)\s{held}{rank},?\s$"),
            re.compile(rf"(?<!,\s)(?:his|her)\s{_STATE}\s(?P<counterpart>counterpart),?\s$"),
        ),
        after=(
            re.compile(rf",\s{_STATE}[’']s\s{held}\b"),
            re.compile(rf",\sthe\s{held}\sof\s{_STATE}"),
            re.compile(rf",\s(?:his|her)\s{_STATE}\s(?P<counterpart>counterpart)\b"),
            re.compile(
                rf",\swho\s(?:holds|has|held)\s(?P<counterpart>the\ssame\s(?:office|post|position|job))\s(?:in|for|on\sthe)\s{_STATE}"
            ),
        ),
        office=office,
    )


@dataclass(frozen=True, slots=True)
class _Held:
    """A name with the words that give its office; ``office`` is None for a counterpart until the other person is known."""

    name: Name
    line: int
    state: str
    office: Offices | None
    span: Span


def office_claims(lines: Sequence[Line], claims: Claims, rules: Rulebook) -> None:
    """One claim an office and person, at the first place that tells it."""
    forms = _forms(rules)
    found: list[_Held] = []
    people: list[tuple[int, Name]] = []
    for index, line in enumerate(lines):
        persons = people_named(line)
        people += [(index, name) for name in persons]
        if persons and _tells_office(line, forms):
            for name in persons:
                held = _of(name, index, line, forms, found, rules)
                found += [held] if held is not None else []
    offices = {full(held.name): held.office for held in reversed(found) if held.office is not None}
    seen: set[tuple[str, str]] = set()
    for held in found:
        office = held.office or _beside(held, people, offices)
        if office is None:
            continue
        entity = f"{held.state}’s {office.label}"
        if (entity, full(held.name)) not in seen:
            seen.add((entity, full(held.name)))
            claims.add("name", terms(full(held.name)), held.span, office.id, entity=entity)


def _tells_office(line: Line, forms: _Forms) -> bool:
    """A quick no for lines that hold the word of no office."""
    text = line.sentence.text[line.starts[0] : line.ends[-1]].lower()
    return any(head in text for head in forms.heads)


def _of(name: Name, index: int, line: Line, forms: _Forms, found: Sequence[_Held], rules: Rulebook) -> _Held | None:
    match, span = next(beside(name, line, forms.before, forms.after), (None, name.span))
    return _held(match, name, index, span, forms, found, rules) if match is not None else None


def _held(match: re.Match[str], name: Name, index: int, span: Span, forms: _Forms, found: Sequence[_Held], rules: Rulebook) -> _Held | None:
    groups = match.groupdict()
    # "its army chief": of the state whose office stood before in the sentence
    before = found[-1].state if found and found[-1].line == index else ""
    state = _nation(groups["state"], rules) if "state" in groups else before
    if not state:
        return None
    office = said(forms.office, groups["office"]) if "office" in groups else None
    words = match.group()
    start = span.start + len(words) - len(words.lstrip(" “(\n")) if span.end == name.span.end else span.start
    return _Held(name, index, state, office, Span(start, span.end))


def _nation(name: str, rules: Rulebook) -> str:
    """The state of a name or adjective, or ""; of two words the last may be the state ("Former French" is none)."""
    places = gazetteer(rules)
    word = " ".join(name.split())
    words = (word, word.rstrip("."))  # the full stop of "U.S.", or the sentence's
    return next((found for w in words if (found := places.nation(w) or (w if places.country(w) == w else ""))), "")


def _beside(held: _Held, people: Sequence[tuple[int, Name]], offices: Mapping[str, Offices]) -> Offices | None:
    """The office of the other person in the sentence, else of the last one named before it."""
    here = [n for i, n in people if i == held.line and n.span != held.name.span and offices.get(full(n))]
    if here:
        return offices[full(here[0])]
    before = [n for i, n in people if i < held.line and offices.get(full(n)) and full(n) != full(held.name)]
    return offices[full(before[-1])] if before else None
