"""Who a noun group stands for: a state, a group, a person, or people without a name.

Takes a range of units of a :class:`~discrepancy.annotate.grammar.Line`; gives a :class:`Party`. A state speaks and
acts through its adjective and an office ("the Iranian military"), its capital ("Tehran said") and its name;
"Iran-backed militants" are not Iran. Knows nothing of other articles: names stay as this article spells them, in
their fullest form.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from discrepancy.annotate.allegiances import belonging, branch_named, half_told, hired, of_another
from discrepancy.annotate.antecedents import antecedent
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import Range, noun_group
from discrepancy.annotate.party_words import PartyWords, party_words
from discrepancy.annotate.states import states
from discrepancy.model.claims import Name
from discrepancy.model.unguarded import unguarded
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

PartyKind = Literal["state", "group", "person", "label", "media", "both", "pronoun"]


@unguarded
class Party:
    """Who a noun group stands for. ``names`` is empty for pronouns and "both countries"; a label is in lower case
    words as printed."""

    kind: PartyKind
    names: tuple[str, ...]
    start: int
    end: int

    @property
    def name(self) -> str:
        """The first name, or ""."""
        return self.names[0] if self.names else ""


_BEARERS = ("person", "group", "office", "outlet")
"""Kinds of names that can act."""


def full(name: Name) -> str:
    """A name in the article's own fullest form."""
    return name.short_for or name.text


def arms(name: str, rules: Rulebook) -> bool:
    """Whether a group's name says that it bears arms: "Zenda Liberation Front", "Lima Police"."""
    parts = {part for part in name.lower().replace("-", " ").split()}
    words = party_words(rules)
    return not parts.isdisjoint(words.shapes | words.office | words.armed | words.bodies)


def outlaws(line: Line, who: Party, rules: Rulebook) -> bool:
    """Whether people attack against the law by what they are called: an armed group, gunmen, a mob; not the police or soldiers of a state
    ("the Zenda Police Brigade", "army commandos")."""
    words = party_words(rules)
    called = {part for unit in range(who.start, who.end) for part in line.words[unit].replace("-", " ").split()}
    called |= {part for name in who.names if who.kind == "group" for part in name.lower().replace("-", " ").split()}
    if who.kind == "state" or not called.isdisjoint(words.serving):
        return False
    return not called.isdisjoint(words.outlaw) or (who.kind == "group" and not called.isdisjoint(words.shapes))


def party(line: Line, group: Range, rules: Rulebook, *, of: bool = True, things: bool = False) -> Party:
    """Who the noun group stands for; ``of`` looks into a following *of*, *for* or *from* when the group itself names
    nobody; ``things`` has labels for what is nobody, too ("the pipeline")."""
    start, end = group
    # Two groups without a comma between them: "in Anta and Zelbu the rebels".
    start = next((u for u in range(end - 1, start, -1) if line.words[u] == "the" and line.tags[u - 1] == "N"), start)
    words = party_words(rules)
    end = next((u for u in range(start + 1, end) if _goes_on(line, u, words)), end)
    if "that" in line.words[start + 1 : end]:
        that = line.words.index("that", start + 1)
        end = that if belonging(line, that, rules) else end  # "a gang | that calls itself Red Dawn"
    if end - start == 1 and line.tags[start] in "OR":
        return Party("pronoun", (), start, end)
    tail = line.words[end - 1]
    pair = "both" in line.words[start:end] or "two" in line.words[start : start + 2]
    if pair and tail in words.plural and line.words[end : end + 1] != ("of",):
        return Party("both", (), start, end)
    if line.words[start] in ("its", "their") and tail in words.office:
        return Party("pronoun", (), start, end)
    named = [(u, n) for u, n in line.names(start, end) if line.tags[u] == "N" and not _linked(line, u, words.linker)]
    if of and (branch := branch_named(line, end, rules)) is not None:
        return Party("group", (full(branch),), start, end)
    persons = [full(n) for u, n in named if n.kind == "person" and not _heads_body(line, u, end, words.bodies | words.armed)]
    if not persons and any(n.kind == "person" for _, n in named) and not _of_group(line, named):
        inner = _of(line, end, rules) if of and tail in words.armed and end < len(line.words) else None
        if inner is not None and inner.kind == "group" and arms(inner.name, rules):
            return Party("group", inner.names, start, end)  # "the Boris Marsh command of the Front"
        return Party("label", (_label(line, start, end),), start, end)  # "the Marsh government"
    if tail in words.civilian and line.tags[end - 1] == "w" and any(n.kind in _BEARERS for _, n in named):
        return Party("label", (_label(line, start, end),), start, end)  # "a Zenda Stores customer", "Marsh's son"
    if persons:
        return Party("person", tuple(dict.fromkeys(persons)), start, end)
    groups = [
        full(n)
        for u, n in named
        if not of_another(line, u, end, rules) and n.kind in _BEARERS and n.kind != "person" and n.text.lower() not in words.sort
    ]
    if groups:
        state = _state_office(named, words, rules)
        if not state and all(n.kind == "office" for _, n in named):
            inner = _of(line, end, rules) if of and end < len(line.words) else None
            state = inner.name if inner is not None and inner.kind == "state" else ""
        return Party("state", (state,), start, end) if state else Party("group", tuple(dict.fromkeys(groups)), start, end)
    head = _head(line, start, end)
    heads = {line.words[u] for u in range(max(start, head - 1), head + 1)}
    called = start > 0 and line.tags[start - 1] in "bK"  # "the Front, which is the Ruritanian branch of the League": no doer of its own
    if of and named and not called and line.words[head] in words_of(rules, "branch") and line.words[end : end + 1] == ("of",):
        inner = _of(line, end, rules)
        if inner is not None and inner.kind == "group":
            return Party("group", inner.names, start, end)  # "the Ruritanian branch of the Front"
    found = _states(named, rules)
    if found:
        last, name = named[-1]
        if last >= head and _states(named[-1:], rules):
            return Party("state", found, start, end)
        if last >= head and name.kind == "unknown":
            return Party("group", (full(name),), start, end)
        if heads & words.media:
            return Party("media", (line.sentence.text[line.starts[named[0][0]] : line.ends[head]],), start, end)
        if heads & words.office:
            return Party("state", found if _side_by_side(line, named) else found[:1], start, end)
    elif named and named[-1][1].kind == "unknown" and (named[-1][0] >= head or _told_a_group(line, named[-1][0] + 1, end, words)):
        return Party("group", (full(named[-1][1]),), start, end)
    elif of and end < len(line.words) and (behind := _behind(line, start, end, heads, words, rules)) is not None:
        return behind
    elif of and heads & (words.office | words.people | words.armed | words.sort | words.members) and end < len(line.words):
        inner = _of(line, end, rules, deep=True)
        bear = heads & (words.office | words.people | words.armed | words.sort) or "armed" in line.words[start:end]
        if inner is not None and not bear and not arms(inner.name, rules):
            inner = None  # "drivers of the Zenda Coach Lines" are not the firm, "the armed wing of the ZC" is the ZC
        if inner is not None and (inner.kind == "group" or (inner.kind == "state" and heads & (words.office | words.people))):
            return Party(inner.kind, inner.names, start, end)
    if of and (quoted := _quoted_name(line, end)) is not None and line.words[head] in words.armed:
        return Party("group", (full(quoted),), start, end)
    odd = line.words[head] not in words.actor and not (things and line.tags[head] == "w")
    odd |= any(line.tags[u] == "N" and u > start and line.tags[u - 1] == "w" for u in range(start, end))
    label = "" if odd else _label(line, start, end)
    if of and not label and line.tags[start:end].strip("QD") == "" and line.words[end : end + 1] == ("of",):
        inside = noun_group(line, end + 1, len(line.words))
        if line.words[inside[0]] in ("its", "their") and line.words[inside[1] - 1] in words.armed:
            return Party("pronoun", (), start, end)  # "said that one of its members had killed"
        whole = party(line, inside, rules, of=False, things=things)
        return Party("label", whole.names if whole.kind == "label" else (), start, end)  # "one of the guerrillas"
    if of and label and heads & (words.harmful | words.armed | words.people):
        told = _apposed(line, end, rules) or _whose(line, start, rules)
        if told is not None:
            return replace(told, start=start, end=end) if told.kind == "group" else told
    return Party("media" if heads & words.media else "label", (label,) if label else (), start, end)


def _quoted_name(line: Line, end: int) -> Name | None:
    """The name between quotation marks behind a word for a group: 'the leftist group | "Red Dawn"', 'the organization, "Red Dawn"'."""
    at = end + (line.tags[end : end + 1] == "K")
    closes = at + 2 + (line.tags[at + 2 : at + 3] in ("K", "S"))
    name = line.values[at + 1] if line.tags[at : at + 2] in ('"N', "'N") and line.tags[closes : closes + 1] in ('"', "'") else None
    return name if isinstance(name, Name) and name.kind in ("group", "unknown") else None


def _goes_on(line: Line, unit: int, words: PartyWords) -> bool:
    """Whether a form in -ing tells what the people before it do: "the drug rings | operating in the south", "men | wearing uniforms"."""
    doing = line.words[unit].endswith("ing") and line.tags[unit] == "w"
    doing &= line.tags[unit + 1 : unit + 2] in ("P", "D", "Y", "Q") or line.words[unit] in words.bearing
    return doing and line.words[unit - 1] in words.actor


def _whose(line: Line, start: int, rules: Rulebook) -> Party | None:
    """The group before *whose*: "the Front, whose gunmen killed the judge"."""
    if start < 1 or line.words[start - 1] != "whose":
        return None
    before = antecedent(line, start - 1)
    owner = party(line, before, rules, of=False) if before is not None else None
    return owner if owner is not None and owner.kind == "group" and arms(owner.name, rules) else None


def _apposed(line: Line, at: int, rules: Rulebook) -> Party | None:
    """Whose people an apposition behind a comma or a dash says somebody is: "gunmen, presumably members of the Front", "gunmen, said to
    be in the pay of the drug cartels"."""
    parted = line.tags[at : at + 1] in ("K", "S") or line.tags[at - 1] == "-"  # a group takes in the dash behind it
    if not parted or line.words[at] in _ENDS:
        return None
    while line.tags[at : at + 1] in ("K", "-", "S", "a") or line.tags[at : at + 2] == "vw":
        at += 1  # ", apparently paid assassins in the service of"
    if line.words[at : at + 1] == ("of",) and line.tags[at - 1] == "a":  # "guerrillas, apparently of the Front"
        owner = party(line, noun_group(line, at + 1, len(line.words)), rules, of=False)
        return owner if owner.kind == "group" else None
    if line.words[at + 1 : at + 3] == ("to", "be") and line.words[at] in words_of(rules, "taken-for"):
        at += 3  # ", said to be killers hired by"
    group = noun_group(line, at, len(line.words))
    if group[1] <= group[0] or line.tags[group[0]] not in "wQ":
        return None
    if line.tags[group[1] : group[1] + 1] in tuple("vbhdm") and not hired(line, group[1], rules):
        return None
    inner = party(line, group, rules)
    return inner if inner.kind == "group" or (inner.kind == "label" and inner.names and inner.start >= group[1]) else None


def _behind(line: Line, start: int, end: int, heads: set[str], words: PartyWords, rules: Rulebook) -> Party | None:
    """The group that people of a deed say they are, "men belonging to the Front", and who has hired those who did it: "gunmen in the pay
    of the drug cartels"."""
    paid = hired(line, end, rules) if heads & (words.harmful | words.armed | words.sort) else 0
    if not paid and not (heads & words.actor and (belonging(line, end, rules) or half_told(line, end, rules))):
        return None
    inner = party(line, noun_group(line, end + paid, len(line.words)), rules) if paid else _of(line, end, rules, deep=True)
    if inner is None or not inner.names:
        return None
    if inner.kind == "group":
        return Party("group", inner.names, start, end)
    return inner if paid and inner.kind == "label" else None


def _of(line: Line, at: int, rules: Rulebook, *, deep: bool = False) -> Party | None:
    """Who stands behind *of*; ``deep``: behind a second one where the first names nobody: "members of a column of the Front"."""
    tie = belonging(line, at, rules) or (
        line.words[at] in ("of", "for", "from", "with") or half_told(line, at, rules) or _called(line, at, rules)
    )
    group = noun_group(line, at + tie, len(line.words))
    if not tie:
        return None
    if group[1] <= group[0]:
        return None
    inner = party(line, group, rules, of=False)
    nameless = inner.kind not in ("group", "state", "person") and (
        line.words[group[1] : group[1] + 1] == ("of",)
        or belonging(line, group[1], rules) > 0  # "members of a group that calls itself"
        or _called(line, group[1], rules)
    )
    further = _of(line, group[1], rules) if deep and nameless else None
    return further if further is not None and further.kind == "group" else inner


def _called(line: Line, at: int, rules: Rulebook) -> bool:
    """Whether the name of the group before it follows: "a band | called Red Dawn"."""
    named = at + 1 < len(line.words) and line.words[at] in words_of(rules, "goes-by") and line.tags[at + 1] in 'N"'
    return named and line.words[at - 1] in words_of(rules, "armed")


_PAIR = 2
_ENDS = frozenset(".;:!?")


def _states(named: Iterable[tuple[int, Name]], rules: Rulebook) -> tuple[str, ...]:
    known = states(rules)
    found = [known.of(n.text) or known.of(n.short_for) for _, n in named if n.kind in ("place", "people", "unknown", "person")]
    return tuple(dict.fromkeys(state for state in found if state))


def _side_by_side(line: Line, named: list[tuple[int, Name]]) -> bool:
    """Whether nothing but an *and* stands between two names: "Syrian and Russian warplanes" are of two states."""
    return len(named) == _PAIR and line.words[named[0][0] + 1 : named[1][0]] == ("and",)


def _state_office(named: list[tuple[int, Name]], words: PartyWords, rules: Rulebook) -> str:
    """The state behind "the Pakistani Foreign Office Spokesperson" or "Iran's Foreign Ministry", or ""; none behind "the Chadian
    Liberation Army"."""
    offices = [n for _, n in named if n.kind == "office" or words.office & set(n.text.lower().split())]
    if not offices or any(words.shapes.intersection(full(n).lower().split()) for n in offices):
        return ""
    inside = _states(named, rules)
    if inside:
        return inside[0]
    return states(rules).of(offices[0].text.split()[0])


def speaks(line: Line, group: Range, rules: Rulebook) -> bool:
    """True when the head of a noun group without a name is somebody who can speak, or something that speaks for
    somebody."""
    words = party_words(rules)
    head = _head(line, *group)
    near = {line.words[u] for u in range(max(group[0], head - 1), head + 1)}
    return bool(near & (words.people | words.office | words.media | words.document))


def _heads_body(line: Line, unit: int, end: int, bodies: frozenset[str]) -> bool:
    """Whether the name of a person only says whose or which a body is: "the Marsh government", "Boris Marsh's ruling junta and the army",
    "the Boris Marsh urban commandos"."""
    at = unit + 1
    while at < end and line.tags[at] in "Hw":
        if line.words[at] in bodies:
            return True
        at += 1
    return False


def _of_group(line: Line, named: list[tuple[int, Name]]) -> bool:
    """Whether a possessive tells of which group a unit with a person's name is: "the Front's Boris Vance commandos"."""
    return any(name.kind in ("group", "unknown") and line.tags[unit + 1 : unit + 2] == "H" for unit, name in named)


def _told_a_group(line: Line, start: int, end: int, words: PartyWords) -> bool:
    """Whether the words between a name and the end of its noun group say that it is an armed group's: 'the "Red Dawn" guerrillas'."""
    rest = [line.words[u] for u in range(start, end) if line.tags[u] in "wN"]
    return bool(rest) and words.armed.issuperset(rest)


def _linked(line: Line, unit: int, linkers: frozenset[str]) -> bool:
    """True for the name in "Iran-backed", which says what the group is like and not who it is."""
    return line.tags[unit + 1 : unit + 2] == "-" and unit + 2 < len(line.words) and line.words[unit + 2] in linkers


def _head(line: Line, start: int, end: int) -> int:
    """The head of a noun group: its last word."""
    head = end - 1
    while head > start and line.tags[head] not in "wNv":
        head -= 1
    return head


def _label(line: Line, start: int, end: int) -> str:
    while start < end and line.tags[start] in "DYQaH":
        start += 1
    while end > start and line.tags[end - 1] in "DYHa'-KT":
        end -= 1
    if start >= end:
        return ""
    words = line.sentence.text[line.starts[start] : line.ends[end - 1]]
    named = line.tags[start] == "N" or words.partition(" ")[2][:1].isupper()  # "Central Hospital", which no table knows
    return words if named else words[:1].lower() + words[1:]
