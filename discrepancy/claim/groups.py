"""The armed group behind nameless actors: "the rebels", "the guerrillas", once the article has named them.

Takes the lines of an article and its happenings; gives names. A word such as *rebels* stands for the armed group named
last before it, or for the only one that the article names at all; *unidentified* ones stand for nobody. What is an armed
group is told by its name or by the words around it (``rules/roles/groups.yaml``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.annotate.grammar import Line, words_of
from discrepancy.annotate.parties import Party, full
from discrepancy.claim.drafts import Draft
from discrepancy.claim.happening import Happening
from discrepancy.model.claims import Name
from discrepancy.rulebook.kinds.roles import ArmedGroups
from discrepancy.rulebook.schema import Rulebook

_BESIDE = 2
"""Units behind a name within which a word such as "guerrillas" tells what it is: "the Zenda Front's urban guerrillas"."""


@dataclass(frozen=True, slots=True)
class Named:
    """An armed group where it is named: line, unit, full name."""

    line: int
    unit: int
    name: str


@cache
def _words(rules: Rulebook) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    found = rules.of(ArmedGroups)
    shapes = frozenset(word for rule in found for word in rule.shapes)
    beside = frozenset(word for rule in found for word in rule.beside)
    return shapes, beside, frozenset(word for rule in found for word in rule.forces)


def group_names(lines: Sequence[Line], rules: Rulebook) -> frozenset[str]:
    """The names of all who can be behind an act of violence: armed groups, and the forces of a state."""
    _, _, forces = _words(rules)
    names = {full(name) for line in lines for _, name in line.names(0, len(line.words)) if name.kind in ("group", "office")}
    return frozenset(found.name for found in armed_groups(lines, rules)) | frozenset(
        name for name in names if forces.intersection(name.lower().split()[-2:])
    )


def armed_groups(lines: Sequence[Line], rules: Rulebook) -> tuple[Named, ...]:
    """Where the article names armed groups, in order. A name that is one anywhere is one everywhere."""
    shapes, beside, forces = _words(rules)
    named: list[Named] = []
    sure: set[str] = set()
    for index, line in enumerate(lines):
        if line.sentence.block in ("boilerplate", "stamp", "byline", "credit", "caption"):
            continue
        for unit, name in line.names(0, len(line.words)):
            if name.kind not in ("group", "unknown"):
                continue
            words = {part for part in full(name).lower().replace("-", " ").split()} | {name.text.lower()}
            if words <= forces or words <= beside:
                continue
            named.append(Named(index, unit, full(name)))
            behind = [w for u, w in enumerate(line.words[unit + 1 : unit + 1 + _BESIDE], unit + 1) if line.tags[u] not in "KSPC"]
            if words & shapes or beside.intersection(behind) or _told(line, unit, beside):
                sure.add(full(name))
    return tuple(found for found in named if found.name in sure)


def _told(line: Line, unit: int, beside: frozenset[str]) -> bool:
    """ "the rebel Zenda Movement", "guerrillas of the Zenda Movement"."""
    at = unit - 1
    while at >= 0 and (line.tags[at] in "DN" or line.words[at] in ("of", "group", "organization", "called", "the", "movement")):
        at -= 1
    return at >= 0 and line.words[at] in beside and isinstance(line.values[unit], Name)


def group_behind(happening: Happening, groups: Sequence[Named], lines: Sequence[Line], rules: Rulebook) -> str:
    """The armed group that the nameless actors of a happening stand for, or ""."""
    if happening.actors or not groups:
        return ""
    armed = words_of(rules, "armed")
    one = len({found.name for found in groups}) == 1
    for draft in happening.drafts:
        for who in draft.actors:
            if who.kind == "label" and _stands_for(who, lines[draft.line], armed, one):
                return _last(draft, groups)
    return ""


def _stands_for(who: Party, line: Line, armed: frozenset[str], one: bool) -> bool:
    """Whether a label means somebody the article has named: "the rebels", and bare "rebels" where only ``one`` group is
    named; "an Iran-backed militant group" brings in another."""
    words = line.words[who.start : who.end]
    if _UNKNOWN.intersection(words) or armed.isdisjoint(words[-2:]) or "N" in line.tags[who.start : who.end]:
        return False
    return words[0] in _KNOWN or (one and words[0] not in ("a", "an"))


_KNOWN = frozenset(("the", "these", "those", "its", "their"))
_UNKNOWN = frozenset(("unidentified", "unknown", "other", "another", "army", "government", "paramilitary", "various", "several"))


def _last(draft: Draft, groups: Sequence[Named]) -> str:
    """Of the groups an article names, the one it names most; of equals the one named last before the draft."""
    counts: dict[str, int] = {}
    latest: dict[str, tuple[int, int]] = {}
    for found in groups:
        counts[found.name] = counts.get(found.name, 0) + 1
        if (found.line, found.unit) <= (draft.line, draft.end):
            latest[found.name] = (found.line, found.unit)
    return max(counts, key=lambda name: (counts[name], latest.get(name, (-1, -1))))
