"""The armed group behind nameless actors: "the rebels", "the guerrillas", once the article has named them.

Takes the lines of an article and its happenings; gives names. A word such as *rebels* stands for the armed group named
last before it, or for the only one that the article names at all; *unidentified* ones stand for nobody. What is an armed
group is told by its name or by the words around it (``rules/roles/groups.yaml``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import cache

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import Range, noun_group
from discrepancy.annotate.parties import Party, full
from discrepancy.claim.events.drafts import Draft
from discrepancy.claim.events.happening import Happening
from discrepancy.model.claims import Name
from discrepancy.rulebook.kinds.roles import ArmedGroups, RoleCue
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.phrases import spelled_out
from discrepancy.rulebook.schema import Rulebook

_BESIDE = 2
"""Units behind a name within which a word such as "guerrillas" tells what it is: "the Zenda Front's urban guerrillas"."""

_TIED = frozenset(("itself", "themselves", "which", "that", "is", "of", "as"))
"""What stands between a word for a group and its name, beside words that say how it is called: "a band which calls itself Red Dawn"."""

_OWNS_UP_WITHIN = 6
"""Units from a group's name to the verb with which it claims a deed."""


@dataclass(frozen=True, slots=True)
class Named:
    """An armed group where it is named: line, unit, full name; ``aside`` where only somebody's post in it is told."""

    line: int
    unit: int
    name: str
    aside: bool = False


@dataclass(frozen=True, slots=True)
class ArmedWords:
    shapes: frozenset[str]
    beside: frozenset[str]
    forces: frozenset[str]
    civil: frozenset[str]
    posts: frozenset[str]
    adjectives: frozenset[str]
    bodies: frozenset[str]
    companies: frozenset[str]
    sorts: frozenset[str]
    members: frozenset[str]
    belongs: frozenset[str]
    fighters: frozenset[str]
    military: frozenset[str]
    strongholds: frozenset[str]


@cache
def armed_words(rules: Rulebook) -> ArmedWords:
    """The words by which armed groups and forces are known."""
    return ArmedWords(*(frozenset(word for rule in rules.of(ArmedGroups) for word in getattr(rule, f.name)) for f in fields(ArmedWords)))


def group_names(lines: Sequence[Line], rules: Rulebook) -> frozenset[str]:
    """The names of all who can be behind an act of violence: armed groups, and the forces of a state."""
    forces = armed_words(rules).forces
    named = [(line, unit, name) for line in lines for unit, name in line.named]
    names = {full(name) for _, _, name in named if name.kind in ("group", "office")}
    sent = {
        full(name)
        for line, unit, name in named
        if name.kind in ("group", "unknown")
        and not _described(full(name), rules)
        and (_sends(line, unit, rules) or _joined(line, unit, rules))
    }
    return (
        frozenset(found.name for found in _armed(lines, rules))
        | sent
        | frozenset(name for name in names if forces.intersection(name.lower().split()[-2:]))
    )


def _sends(line: Line, unit: int, rules: Rulebook) -> bool:
    """Whether people of an armed body stand behind its name: "a ZSD agent", "a ZSD [security forces] agent"."""
    at = unit + 1
    if line.words[at : at + 1] in (("[",), ("(",)):
        at = next((u + 1 for u in range(at, min(at + _OWNS_UP_WITHIN + 4, len(line.words))) if line.words[u] in ("]", ")")), at)
    return line.words[at : at + 1] != () and line.words[at] in armed_words(rules).members


def _joined(line: Line, unit: int, rules: Rulebook) -> bool:
    """Whether a name is told to be that of a group that people join: "the Red Dawn group", "a band called Red Dawn", "members of Red
    Dawn"."""
    known = armed_words(rules)
    behind = unit + 1
    while line.words[behind : behind + 1] != () and (line.words[behind] in known.beside or line.tags[behind] in '-"'):
        behind += 1
    if line.words[behind : behind + 1] != () and line.words[behind] in known.companies:
        return True
    before = unit - 1
    while before > 0 and (line.tags[before] in 'D"' or line.words[before] in _TIED | words_of(rules, "goes-by")):
        before -= 1
    if before < 0:
        return False
    of = before + 1 < unit and line.words[before + 1] == "of"
    return line.words[before] in (known.belongs | known.members | known.beside if of else known.companies)


def _described(name: str, rules: Rulebook) -> bool:
    return name.lower() in armed_words(rules).beside or _only_described(name, armed_words(rules).adjectives)


def armed_groups(lines: Sequence[Line], rules: Rulebook) -> tuple[Named, ...]:
    """Where the article names armed groups, in order; a name is that without words of sort before it, where the article has it so:
    the Maoist Red Dawn and Red Dawn."""
    found = _armed(lines, rules)
    sure = {one.name for one in found}
    plain = {name: min((other for other in sure if name.endswith(f" {other}")), key=len, default=name) for name in sure}
    return tuple(replace(one, name=plain[one.name]) for one in found)


def _armed(lines: Sequence[Line], rules: Rulebook) -> tuple[Named, ...]:
    """Where armed groups are named, each as there. A name that is one anywhere is one everywhere."""
    known = armed_words(rules)
    beside, claims = known.beside, claims_of_deeds(rules)
    named: list[Named] = []
    sure: set[str] = set()
    for index, line in enumerate(lines):
        if line.sentence.block in ("boilerplate", "stamp", "byline", "credit", "caption"):
            continue
        for unit, name in line.named:
            if name.kind not in ("group", "unknown"):
                continue
            words = {part for part in full(name).lower().replace("-", " ").split()} | {name.text.lower()}
            if words <= known.forces or words <= beside or _only_described(full(name), known.adjectives):
                continue
            named.append(Named(index, unit, full(name), _post_before(line, unit, known.posts)))
            behind = [w for u, w in enumerate(line.words[unit + 1 : unit + 1 + _BESIDE], unit + 1) if line.tags[u] not in "KSPC"]
            if line.tags[unit + 1 : unit + 2] in ("D", "-"):
                behind = []  # "In Anta and Zelbu | the rebels", "Narco-terrorists"
            shaped = words & known.shapes and not words & known.civil
            told = _told(line, unit, rules) or _explained(line, unit, known) or _owns_up(line, unit, claims)
            if shaped or beside.intersection(behind) or told:
                sure.add(full(name))
    return tuple(found for found in named if found.name in sure)


def _only_described(name: str, adjectives: frozenset[str]) -> bool:
    """A single word that says of what sort people are, printed as a name: "Ultrarightist gunmen"."""
    return " " not in name and not name.isupper() and name.lower().endswith(tuple(adjectives))


def _post_before(line: Line, unit: int, posts: frozenset[str]) -> bool:
    """ "a leader of the leftist Zenda Movement"."""
    at = unit - 1
    while at > 0 and line.tags[at] in "DwN":
        at -= 1
    return at > 0 and line.words[at] == "of" and line.words[at - 1] in posts


def _told(line: Line, unit: int, rules: Rulebook) -> bool:
    """ "the rebel Zenda Movement", "guerrillas of the Zenda Movement"."""
    beside, between = armed_words(rules).beside, armed_words(rules).companies | words_of(rules, "goes-by") | {"of", "as"}
    at = unit - 1
    while at >= 0 and line.words[at] not in beside and (line.tags[at] in 'DN"' or line.words[at] in between):
        at -= 1
    return at >= 0 and line.words[at] in beside and isinstance(line.values[unit], Name)


def _aside(line: Line, unit: int) -> Range:
    """The noun group between the commas behind a name; empty where none stands there: "Red Dawn, | an urban guerrilla group, | has"."""
    if line.tags[unit + 1 : unit + 2] != "K":
        return unit + 1, unit + 1
    group = noun_group(line, unit + 2, len(line.words))
    return group if line.tags[group[1] : group[1] + 1] in ("K", "S") else (unit + 1, unit + 1)


def _explained(line: Line, unit: int, known: ArmedWords) -> bool:
    """ "Red Dawn, a rebel group," and "Red Dawn, a band of guerrillas"."""
    start, end = _aside(line, unit)
    return end > start and line.words[end - 1] in known.companies | known.beside and not known.beside.isdisjoint(line.words[start:end])


@cache
def claims_of_deeds(rules: Rulebook) -> frozenset[tuple[str, ...]]:
    """The words with which somebody says that he did a deed: "claimed responsibility", "took credit"."""
    return frozenset(tuple(text.split()) for cue in rules.of(RoleCue) if cue.gives == "responsibility" for text in spelled_out(cue.phrases))


def _owns_up(line: Line, unit: int, claims: frozenset[tuple[str, ...]]) -> bool:
    """ "the Zenda Dawn, ZD, has claimed responsibility": nobody but an armed group does."""
    aside = _aside(line, unit)
    unit = aside[1] if aside[1] > aside[0] else unit
    verb = unit + 1
    while verb < len(line.words) and line.tags[verb] in "KNhab-()" and verb - unit < _OWNS_UP_WITHIN:
        verb += 1
    return line.words[verb : verb + 2] in claims


def without_fighters(name: str, groups: Sequence[Named], lines: Sequence[Line], rules: Rulebook) -> str:
    """The armed group whose people a capitalised name stands for, "Red Dawn Fighters" in a headline; the name itself where it is none."""
    owner, _, people = name.rpartition(" ")
    if people.lower() not in armed_words(rules).members | armed_words(rules).beside:
        return name
    forms = {told.text: found.name for found in groups for _, told in lines[found.line].names(found.unit, found.unit + 1)}
    return forms.get(owner, name)


def group_behind(happening: Happening, groups: Sequence[Named], lines: Sequence[Line], rules: Rulebook) -> str:
    """The armed group that the nameless actors of a happening stand for, or ""."""
    if happening.actors or not groups:
        return ""
    armed = words_of(rules, "armed")
    one = len({found.name for found in groups}) == 1
    if any(_serves(who, lines[draft.line], rules) for draft in happening.drafts for who in draft.actors):
        return ""  # "by the 6th military detachment": the command told of beside it is no rebels'
    for draft in happening.drafts:
        for who in draft.actors:
            if who.kind == "label" and _stands_for(who, lines[draft.line], armed, one, rules):
                return _last(draft, groups)
    return ""


def _stands_for(who: Party, line: Line, armed: frozenset[str], one: bool, rules: Rulebook) -> bool:
    """Whether a label means somebody the article has named: "the rebels", and bare "rebels" where only ``one`` group is
    named; "an Iran-backed militant group" brings in another."""
    words, other = line.words[who.start : who.end], words_of(rules, "other-force")
    if line.words[who.end : who.end + 1] == ("of",) and words[-1] in armed_words(rules).companies:
        inside = noun_group(line, who.end + 1, len(line.words))  # "a group of guerrillas"
        return one and other.isdisjoint(words) and inside[1] - inside[0] == 1 and line.words[inside[0]] in armed
    if (
        other.intersection(words)
        or armed.isdisjoint(words[-2:])
        or not all(_describes(n, rules) for _, n in line.names(who.start, who.end))
    ):
        return False
    known = armed_words(rules)
    part = words[-1] in known.members and (known.forces | known.military).isdisjoint(words[:-1])  # "a guerrilla column"
    return words[0] in _KNOWN or (one and (words[0] not in ("a", "an") or part))


def _serves(who: Party, line: Line, rules: Rulebook) -> bool:
    """Whether a label means a body of a state, and no rebels: "the 6th military detachment", not "a guerrilla squad" or "our forces"."""
    words, known = line.words[who.start : who.end], armed_words(rules)
    return who.kind == "label" and words[-1] in known.bodies - words_of(rules, "armed") and known.beside.isdisjoint(words)


def _describes(name: Name, rules: Rulebook) -> bool:
    """Whether a name only says of what sort or from where people are: "Leftist guerrillas", "the Ruritanian rebels"."""
    return (
        name.kind == "people" or name.text.lower() in armed_words(rules).beside or _only_described(name.text, armed_words(rules).adjectives)
    )


_KNOWN = frozenset(("the", "this", "these", "those", "its", "their"))


def _last(draft: Draft, groups: Sequence[Named]) -> str:
    """Of the groups an article names, the one it names most; of equals the one named last before the draft."""
    counts: dict[str, int] = {}
    latest: dict[str, tuple[int, int]] = {}
    for found in groups:
        counts[found.name] = counts.get(found.name, 0) + 1
        if (found.line, found.unit) <= (draft.line, draft.end):
            latest[found.name] = (found.line, found.unit)
    return max(counts, key=lambda name: (counts[name], latest.get(name, (-1, -1))))
