"""The days of acts of public life: when a treaty was signed, when parliament meets, which day an election is.

Takes the times of an article, the lines they stand in and the events told; gives claims on dates that belong to no event and nobody. Such
an act has no toll and often no event of its own, and what is planned is told in half a sentence; one that is an event too (a strike of
workers) is known by the words that name the event. Which of them two articles tell of is decided where
articles are linked; an act that one article dates twice is left alone there. What is to come is called planned.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from discrepancy.annotate.clauses import clause
from discrepancy.annotate.grammar import Line
from discrepancy.claim.events.told import Told, Trigger
from discrepancy.claim.evidence import Claims
from discrepancy.claim.times.before import of_what_for
from discrepancy.claim.times.resolved import ResolvedTime
from discrepancy.model.values import When
from discrepancy.rulebook.kinds.measures import PLANNED, PublicAct
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_BACK = 15
"""Days before the article within which an act of public life is news."""
_AHEAD = 300
"""Days after the article for which an act is planned by the day."""
_BEHIND = 8
"""Units between a noun and the time that dates it, with no verb between: "talks with the rebels in Muscat on Friday"."""
_INTO = 4
"""Units between a time and the noun it stands before: "Sunday's second parliamentary election"."""
_COMING = 4
"""Units before the word of an act in which it is told to be to come."""
_NEAR = 12
"""Units within which what is signed or voted on stands."""
_VERBAL = frozenset("vbhm")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The rules by their verbs and by their nouns."""

    verbs: dict[str, tuple[PublicAct, ...]]
    nouns: dict[str, tuple[PublicAct, ...]]
    words: frozenset[str]


@cache
def _lexicon(rules: Rulebook) -> _Lexicon:
    acts = [act for act in rules.of(PublicAct) if not act.by_year]
    verbs, nouns = _by_word([(act, act.verbs) for act in acts]), _by_word([(act, act.nouns) for act in acts])
    return _Lexicon(verbs, nouns, frozenset(verbs) | frozenset(nouns))


def _by_word(told: Sequence[tuple[PublicAct, Sequence[str]]]) -> dict[str, tuple[PublicAct, ...]]:
    """The acts of each word, in the order of the rules."""
    found: dict[str, tuple[PublicAct, ...]] = {}
    for act, words in told:
        for word in words:
            found[word] = (*found.get(word, ()), act)
    return found


def act_claims(
    times: Sequence[ResolvedTime], lines: Sequence[Line], told: Told, claims: Claims, published: date | None, rules: Rulebook
) -> set[int]:
    """Adds the claims; gives the offsets of the times that they hold."""
    held: set[int] = set()
    lexicon = _lexicon(rules)
    for time in times if published is not None else ():
        line = lines[time.sentence]
        if published is None or lexicon.words.isdisjoint(line.words) or (day := _day(time)) is None:
            continue
        if not -_BACK <= (day - published).days <= _AHEAD or not words_of(rules, "act-moved").isdisjoint(line.words):
            continue
        unit = line.unit_from(time.span.start)
        found = _act(line, unit, lexicon, rules)
        if found is None or time.when is None:
            continue
        act, at = found
        if act.event and not _names_event(act, at, told.by_line.get(time.sentence, ())):
            continue
        ahead = day > published
        first, last = min(at, unit), max(at, unit)
        to_come = _to_come(line, at, unit, rules)
        if (to_come and not ahead) or (ahead and not to_come and _done_with(line, first, last, rules)):
            continue
        claims.add("date", time.when, line.span(first, last + 1), act.id, scope=f"{PLANNED if ahead else ''}{act.label}", stance="asserted")
        held.add(time.span.start)
    return held


def _names_event(act: PublicAct, at: int, triggers: Sequence[Trigger]) -> bool:
    """Whether the noun of an act stands among the words that name an event of its type."""
    return any(trigger.start <= at < trigger.end and trigger.draft.type.type == act.event for trigger in triggers)


def _day(time: ResolvedTime) -> date | None:
    """The one day that a time names."""
    when: When | None = time.when if time.type in ("DATE", "TIME") and time.anchor != "event" else None
    return when.first if when is not None and when.first == when.last and not when.approx and not when.extent else None


def _to_come(line: Line, at: int, unit: int, rules: Rulebook) -> bool:
    """Whether the words tell of what had not happened: a day of today or before is then not surely that of the act."""
    before = line.words[max(0, at - _COMING) : at]
    between = [word for word in line.words[at:unit] if word != "to"]
    return not words_of(rules, "act-ahead").isdisjoint((*before, *between)) or "m" in line.tags[max(0, at - _COMING) : unit]


def _done_with(line: Line, first: int, last: int, rules: Rulebook) -> bool:
    """Whether a verb tells of the act as past: a day behind that of the article is then a slip, and no plan."""
    past = words_of(rules, "act-past")
    return any(line.tags[at] == "v" and line.words[at] in past for at in range(first, last + 1))


def _act(line: Line, unit: int, lexicon: _Lexicon, rules: Rulebook) -> tuple[PublicAct, int] | None:
    """The act that a time dates, and the unit of its word."""
    start, end = clause(line, unit)
    if (found := _noun_behind(line, unit, lexicon)) is not None or of_what_for(line, unit):
        return found  # "jailed for the May 3 incident"
    return _before(line, start, unit, lexicon, rules) or _verb_behind(line, start, unit, end, lexicon)


def _noun_behind(line: Line, unit: int, lexicon: _Lexicon) -> tuple[PublicAct, int] | None:
    """The act whose noun follows a time in one group: "Thursday's by-election", "the Sunday vote"."""
    if line.tags[unit + 1 : unit + 2] != "H" and line.tags[unit - 1 : unit] != "D":
        return None
    at, found = unit + 1, None
    while at < len(line.tags) and at - unit <= _INTO and line.tags[at] in "HwNP-a" and line.words[at] not in ("on", "of", "in", "to"):
        if line.words[at] in lexicon.nouns:
            found = at
        at += 1
    return _named(line, found, lexicon) if found is not None else None


def _before(line: Line, start: int, unit: int, lexicon: _Lexicon, rules: Rulebook) -> tuple[PublicAct, int] | None:
    """The act before a time in its clause: its verb, or its noun where that is told to be held, or stands in a group of its own."""
    happens, holds = words_of(rules, "act-happens"), words_of(rules, "act-holds")
    noun: int | None = None
    for at in range(unit - 1, start - 1, -1):
        word, tag = line.words[at], line.tags[at]
        if tag == "T" and at < unit - 1:
            return None
        verbal = tag == "v" or (tag == "w" and at > 0 and (line.tags[at - 1] in "mbh" or line.words[at - 1] == "to"))
        if word in lexicon.nouns and noun is None and unit - at <= _BEHIND and not verbal:
            noun = at
            opens = _opens(line, at)
            if line.words[opens - 1 : opens] in _GROUPS and not (line.words[opens - 1] == "for" and line.words[opens - 2] in holds):
                return _named(line, at, lexicon)
        if word in lexicon.verbs and (verbal or (noun is None and line.tags[at - 1 : at] in ("N", "w", "R", "a"))):
            return _done(line, at, lexicon)
        if word in happens and noun is None:
            return _subject(line, start, at, lexicon)
        if word in holds and noun is not None:
            return _named(line, noun, lexicon) if line.words[at + 1] != "for" else None  # who calls for a summit has none yet
        if verbal:
            return None
    return None


_GROUPS = frozenset((word,) for word in ("in", "at", "after", "before", "during", "for", "following", "since"))
"""What opens a group that a time behind it belongs to: "in the vote on Wednesday"."""


def _opens(line: Line, at: int) -> int:
    """The first unit of the noun group that ends at ``at``."""
    while at > 0 and line.tags[at - 1] in "wNDHaQ-" and (line.words[at - 1],) not in _GROUPS:
        at -= 1
    return at


def _subject(line: Line, start: int, verb: int, lexicon: _Lexicon) -> tuple[PublicAct, int] | None:
    """The act that is the subject of a verb of happening: the noun of one in the groups right before it, tied by prepositions."""
    for at in range(verb - 1, start - 1, -1):
        if line.tags[at] == "v":
            return None
        if line.words[at] in lexicon.nouns:
            opens = _opens(line, at)
            return _named(line, at, lexicon) if line.words[opens - 1 : opens] == () or line.tags[opens - 1] != "P" else None
    return None


def _verb_behind(line: Line, start: int, unit: int, end: int, lexicon: _Lexicon) -> tuple[PublicAct, int] | None:
    """The act whose verb follows a time that opens its clause or stands before it: "a court on Thursday sentenced"."""
    if not _VERBAL.isdisjoint(line.tags[start:unit]):
        return None
    for at in range(unit + 1, end):
        if line.words[at] in lexicon.verbs and line.tags[at] in "vw":
            return _done(line, at, lexicon)
        if line.tags[at] not in "bhmaKH" and not (line.tags[start:unit].strip("P") == "" and line.tags[at] in "DwNQ"):
            return None
        if line.tags[at] == "v":
            return None
    return None


def _done(line: Line, at: int, lexicon: _Lexicon) -> tuple[PublicAct, int] | None:
    """The act of a verb, by what stands near it."""
    before, behind = line.words[max(0, at - _NEAR) : at], line.words[at + 1 : at + _NEAR]
    for act in lexicon.verbs[line.words[at]]:
        if act.subjects and not set(act.subjects) & set(before):
            continue
        if _fits(act, (*before, *behind)):
            return act, at
    return None


def _named(line: Line, at: int, lexicon: _Lexicon) -> tuple[PublicAct, int] | None:
    """The act of a noun, by what stands near it."""
    around = {*line.words[max(0, at - _NEAR) : at], *line.words[at + 1 : at + _NEAR]}
    return next(((act, at) for act in lexicon.nouns[line.words[at]] if _fits(act, around)), None)


def _fits(act: PublicAct, around: Collection[str]) -> bool:
    """Whether words near an act say what it is done to, and none that it is another one."""
    return (not act.objects or not set(act.objects).isdisjoint(around)) and set(act.unless).isdisjoint(around)
