"""Persons whose surname two articles may print with two given names: "coach Ana Ferro" and "Lena Ferro, the coach".

Takes the lines of an article; gives ``name`` claims whose scope is what the person is called ("coach"), for trades of which a story hardly
tells two bearers of one surname. Whether two articles give one surname two given names is asked where articles meet
(:mod:`discrepancy.link.holders`).
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.annotate.grammar import Line, words_of
from discrepancy.annotate.parties import full
from discrepancy.claim.evidence import Claims
from discrepancy.claim.persons.bearers import people_named
from discrepancy.model.claims import Name
from discrepancy.model.values import terms
from discrepancy.rulebook.kinds.roles import GIVEN_NAME
from discrepancy.rulebook.schema import Rulebook

_BEFORE = 3
"""Units before a name within which what its bearer is called stands: "police chief, Bo Quist"."""
_BEHIND = 8
"""Units behind it: "Bo Quist, who became the club's coach"."""


def given_name_claims(lines: Sequence[Line], claims: Claims, rules: Rulebook) -> None:
    """One claim a person with a surname that the article gives to nobody else, at the first place that says what he is."""
    trades = words_of(rules, "one-of-a-name")
    bearers: dict[str, set[str]] = {}
    for line in lines:
        for name in people_named(line):
            whole = full(name)
            if " " in whole:
                bearers.setdefault(whole.split()[-1], set()).add(whole)
    seen: set[str] = set()
    for line in lines:
        if trades.isdisjoint(line.words) and not any(name.title for _, name in line.named):
            continue
        for unit, name in line.named:
            whole = full(name)
            if name.kind != "person" or " " not in whole or whole in seen or len(bearers.get(whole.split()[-1], ())) != 1:
                continue
            called = _called(line, unit, name, trades)
            if called:
                seen.add(whole)
                claims.add("name", terms(whole), name.span, GIVEN_NAME, scope=called)


def _called(line: Line, unit: int, name: Name, trades: frozenset[str]) -> str:
    """What a person named at a unit is called, right before the name or right behind it; "" for nothing that is known."""
    told = (*name.title.lower().split(), *(line.words[u] for u in range(max(0, unit - _BEFORE), unit) if line.tags[u] in "wNK"))
    if found := [word for word in told if word in trades]:
        return found[-1]
    if line.tags[unit + 1 : unit + 2] != "K":
        return ""
    stop = line.tags.find("K", unit + 2)
    end = min(unit + _BEHIND, len(line.words) if stop < 0 else stop)
    return next((line.words[u] for u in range(unit + 2, end) if line.words[u] in trades), "")
