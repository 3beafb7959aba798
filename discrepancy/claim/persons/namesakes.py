"""Persons of whose two names articles may print one in two ways: "coach Ana Ferro" and "Lena Ferro, the coach"; "a passenger, Moira Keel"
and "his passenger, Moira Neill".

Takes the lines of an article; gives ``name`` claims whose scope is what the person is called ("coach"), under a rule of their own for
trades of which a story hardly tells two bearers of one surname: husband and wife may both be passengers. Whether two articles give one
surname two given names, or the other way about, is asked where articles meet (:mod:`discrepancy.link.holders`).
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.parties import full
from discrepancy.claim.evidence import Claims
from discrepancy.claim.persons.bearers import people_named
from discrepancy.model.claims import Name
from discrepancy.model.values import terms
from discrepancy.rulebook.kinds.roles import EITHER_NAME, GIVEN_NAME
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_BEFORE = 5
"""Units before a name within which what its bearer is called stands: "director of public health Bo Quist"."""
_BEHIND = 8
"""Units behind it: "Bo Quist, who became the club's coach"."""


def given_name_claims(lines: Sequence[Line], claims: Claims, rules: Rulebook) -> None:
    """One claim a person of whose names the article gives neither to anybody else, at the first place that says what he is."""
    single = words_of(rules, "one-of-a-name")
    trades = single | words_of(rules, "told-by-trade")
    same = dict(pair.split() for pair in words_of(rules, "same-trade"))
    bearers: dict[str, set[str]] = {}
    for line in lines:
        for name in people_named(line):
            whole = full(name)
            for part in (whole.split()[0], whole.split()[-1]) if " " in whole else ():
                bearers.setdefault(part, set()).add(whole)
    seen: set[str] = set()
    for line in lines:
        if trades.isdisjoint(line.words) and not any(name.title for _, name in line.named):
            continue
        for unit, name in line.named:
            whole = full(name)
            if name.kind != "person" or " " not in whole or whole in seen:
                continue
            if any(bearers.get(part, {whole}) != {whole} for part in (whole.split()[0], whole.split()[-1])):
                continue
            called = _called(line, unit, name, trades)
            called = same.get(called, called)
            if called:
                seen.add(whole)
                claims.add("name", terms(whole), name.span, GIVEN_NAME if called in single else EITHER_NAME, scope=called)


def _called(line: Line, unit: int, name: Name, trades: frozenset[str]) -> str:
    """What a person named at a unit is called, right before the name or right behind it; "" for nothing that is known."""
    first = unit
    led = line.words[unit - 1 : unit] == ("of",)  # "the finance officer of Bo Quist, a maker of shoes"
    while not led and first > max(0, unit - _BEFORE) and (line.tags[first - 1] in "wNK" or line.words[first - 1] == "of"):
        first -= 1  # not "a coach spoke with Bo Quist"
    told = (*name.title.lower().split(), *line.words[first:unit])
    if found := [word for word in told if word in trades]:
        return found[-1]
    if line.tags[unit + 1 : unit + 2] != "K":
        return ""
    stop = line.tags.find("K", unit + 2)
    end = min(unit + _BEHIND, len(line.words) if stop < 0 else stop)
    mine = (u for u in range(unit + 2, end) if not _named(line, u + 1))  # not "was found on Bo Street, coach Ann Rudd said"
    return next((line.words[u] for u in mine if line.words[u] in trades), "")


def _named(line: Line, unit: int) -> bool:
    """Whether a person's name stands at a unit."""
    value = line.values[unit] if unit < len(line.values) else None
    return isinstance(value, Name) and value.kind == "person"
