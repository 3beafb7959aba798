"""Where people live and were born, and where a place lies.

Takes lines, and the owners an article offers; gives place claims: of a person with the scope ``home`` ("Rudd, 36, of Zenda") or ``birth``,
of a place with the scope ``region`` ("Zenda, a village in Ruritania"). Streets are read by :mod:`discrepancy.claim.streets`.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.parties import full
from discrepancy.annotate.states import states
from discrepancy.annotate.times import Age
from discrepancy.claim.events.whereabouts import told_a_place
from discrepancy.claim.evidence import Claims
from discrepancy.claim.owners import Owners
from discrepancy.model.claims import Name
from discrepancy.model.text import Span
from discrepancy.model.values import terms
from discrepancy.rulebook.phrases import PhraseTable
from discrepancy.rulebook.schema import Rulebook

HOME_RULE, BIRTH_RULE, REGION_RULE = "place.home", "place.birth", "place.region"
_HOME = PhraseTable((home, " " in home) for home in ("of", "who lived in", "who lives in", "a resident of", "from"))
"""Words between a person and the town that is home; whether they say so themselves."""
_ASIDE = 4
"""Units between a name and its home: a comma, an age, a comma."""


def address_claims(lines: Sequence[Line], owners: Owners, claims: Claims, rules: Rulebook) -> None:
    """Place claims of all sorts, one for each value a person or place is told with."""
    seen: set[tuple[str, str]] = set()
    for index, line in enumerate(lines):
        _homes(line, claims, seen)
        if "born" in line.words:
            _births(index, line, owners, claims)
        _regions(line, claims, seen, rules)


def _homes(line: Line, claims: Claims, seen: set[tuple[str, str]]) -> None:
    for unit, name in line.named:
        if name.kind != "person":
            continue
        at = unit + 1
        aside = False
        while at < len(line.words) and at - unit <= _ASIDE and (line.tags[at] in "K(S" or isinstance(line.values[at], Age)):
            aside |= isinstance(line.values[at], Age)
            if line.tags[at] == "S" and line.words[at] != ".":
                break
            at += 1
        for behind, lives in _HOME.at(line.words, at) if at < len(line.words) and line.words[at] in _HOME.firsts else ():
            place = line.values[behind] if behind < len(line.values) else None
            if not isinstance(place, Name):
                continue
            # "Ann Rudd of Zenda" may be of a firm; an age before it, or a word of living, makes it a town
            if place.kind == "place" or (place.kind == "unknown" and (aside or lives)):
                _home(name, place, claims, seen)


def _births(index: int, line: Line, owners: Owners, claims: Claims) -> None:
    """Where somebody was born: "Rudd was born in Zenda", "born in 1970 in Zenda", "the Zenda-born singer" left aside."""
    for unit, word in enumerate(line.words):
        if word != "born" or "who" in line.words[:unit]:
            continue
        at = unit + 1
        while at < len(line.words) and line.tags[at] in "PT" and line.words[at] not in ("to", "into", "with"):
            at += 1
        place = line.values[at] if at < len(line.words) and line.words[at - 1] == "in" else None
        who = owners.person(index, unit) if isinstance(place, Name) and place.kind in ("place", "unknown") else ""
        if who and isinstance(place, Name):
            claims.add("place", terms(full(place)), line.span(unit, at + 1), BIRTH_RULE, entity=who, scope="birth")


def _regions(line: Line, claims: Claims, seen: set[tuple[str, str]], rules: Rulebook) -> None:
    """Where the text says that a place lies: the last name of the aside that is no state, else the state."""
    for unit, name in line.named:
        wider = told_a_place(line, unit + 1, rules) if name.kind in ("place", "unknown") else None
        if wider is None:
            continue
        named = [(at, n) for at, n in line.names(*wider) if n.kind in ("place", "unknown")]
        narrow = [(at, n) for at, n in named if not states(rules).of(n.text, acting=False)] or named
        if narrow and (full(name), full(narrow[-1][1])) not in seen:
            at, region = narrow[-1]
            seen.add((full(name), full(region)))
            span = Span(name.span.start, line.ends[at])
            claims.add("place", terms(full(region)), span, REGION_RULE, entity=full(name), scope="region")


def _home(name: Name, place: Name, claims: Claims, seen: set[tuple[str, str]]) -> None:
    if (full(name), full(place)) not in seen:
        seen.add((full(name), full(place)))
        span = Span(name.span.start, place.span.end)
        claims.add("place", terms(full(place)), span, HOME_RULE, entity=full(name), scope="home")
