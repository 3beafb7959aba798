"""Which event a time belongs to, and how firmly.

Takes a sentence, the unit of a time and what the article tells; gives the clause whose event the time dates: bound by grammar, else in the
same clause, else the sentence's only one. A day that belongs to it loosely still tells when the article has the event, yet it is held
against no other article's day: in "the mayor said on Friday, adding that she had seen the blast" it is the grammar that fails before the
facts do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from discrepancy.annotate.clauses import clause
from discrepancy.annotate.grammar import VERBAL, Line
from discrepancy.annotate.speech_content import cues_of
from discrepancy.annotate.subjects import start_of_sentence
from discrepancy.annotate.verbgroups import verb_group
from discrepancy.claim.events.sorts import types_of
from discrepancy.claim.events.told import Told, Trigger
from discrepancy.claim.evidence import Claims
from discrepancy.claim.facts.owning import casualty_types
from discrepancy.claim.times.before import before_group
from discrepancy.claim.times.deathbeds import died_later, dying_alone
from discrepancy.claim.times.otherwise import elsewhere, has_own_verb
from discrepancy.claim.times.relatives import ends_relative
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_BREAKS = frozenset("vYO")
"""Tags between a time and an event that give the time to another verb."""
_WORDS = 10
"""Words between a time that opens a sentence and its event, beyond which another clause lies between."""
_OWN = 4
"""Units from a time that describes an event ("Wednesday's two explosions") to the event."""
_TURNS = (("after",), ("following",), ("amid",), ("for",), ("over",), ("about",), ("into",), ("on",), ("where",))
_PLEA = 7
"""Units before a deed in which a plea names it: "guilty to conspiracy to commit burglary"."""
_GUILTY = (("guilty", "to"), ("guilty", "of"))
_FINDING = (("found",), ("discovered",))
_KNOWN = frozenset(("the", "that", "this"))
_NOW = frozenset(("is", "are", "has", "have", "'s", "’s"))
"""Auxiliaries of verbs that are told without a day: "has arrested", "is looking for"."""
_TO_COME = frozenset(("will", "shall"))
"""Verbs of what is to come: in "a boy who was shot will stay in the clinic overnight" the night is not that of the shots."""
_NEAR = 12
"""Units between a time and the only event of its sentence, beyond which the time belongs to something that is no
event."""


@dataclass(frozen=True, slots=True)
class Belonging:
    """The clause that a time belongs to, the event it dates (one of several that the clause tells of at once), and whether it is dated
    loosely."""

    trigger: Trigger
    event: str
    loose: bool


def belonging(line: Line, unit: int, told: Told, claims: Claims, rules: Rulebook, anchor: str = "") -> Belonging | None:
    """What the time at ``unit`` dates, or None where it dates no event. ``anchor`` is the event that the time counts from: it is not the
    one that is dated, and a time that counts from one ("two days after the strike, rebels launched a raid") is told of another on
    purpose."""
    trigger = _clause_of(line, unit, told, claims, rules, anchor)
    if trigger is None:
        return None
    event = told.part(trigger.event, line.sentence.index, unit)
    loose = (
        _of_a_death(line, trigger, event, told, rules)
        or (not anchor and _loosely(line, unit, trigger, told.mention(event).type, rules))
        or _found(line, trigger)
        or _admitted(line, unit, trigger)
        or _of_what_was_done(line, unit, trigger, told, rules)
    )
    return Belonging(trigger, event, loose)


def _clause_of(line: Line, unit: int, told: Told, claims: Claims, rules: Rulebook, anchor: str) -> Trigger | None:
    here = [t for t in told.by_line.get(line.sentence.index, ()) if not t.draft.type.refers or t.draft.times]
    here = [t for t in here if t.event != anchor and _TO_COME.isdisjoint(line.words[t.end : unit])]
    for trigger in here:
        if (
            trigger.draft.named
            and unit in trigger.draft.times
            and 0 < trigger.start - unit <= _OWN
            and before_group(line, trigger.start) <= unit
        ):
            return trigger  # "Wednesday's explosions"
    of_another = [t for t in here if elsewhere(line, unit, t, rules)]
    here = [t for t in here if not _said_apart(line, unit, t, claims) and t not in of_another and not _says_more(line, t, unit, of_another)]
    struck = any(m.type in casualty_types(rules) - {"killing"} and m.realis == "actual" for m in told.mentions)
    dying = [t for t in here if died_later(line, t, rules) and (struck or told.mention(t.event).type != "killing")]
    here = [t for t in here if t not in dying]
    opening = unit + 1 + (line.tags[unit + 1 : unit + 2] == "K")
    if line.words[opening : opening + 1] == ("when",) and (told_when := [t for t in here if t.start > opening]):
        return told_when[0]  # "on 27 May, when gunmen killed nine"
    bound = [t for t in here if unit in t.draft.times]
    start, end = clause(line, unit)
    inside = [t for t in here if start <= t.start < end]
    chosen = bound or inside
    if line.tags[unit + 1 : unit + 2] == "C" and line.tags[unit + 2 : unit + 3] in VERBAL:
        end = unit  # "was shot in a park on Sunday and died of his wounds on Monday"
    if any(start <= t.start < end and all(abs(t.start - unit) < abs(c.start - unit) for c in chosen) for t in dying):
        return None  # "died on Friday, two days after he was shot"
    if chosen:
        return min(chosen, key=lambda t: (abs(t.start - unit), t.start))
    if len({t.event for t in here}) == 1 and not has_own_verb(line, unit, start, rules):
        nearest = min(here, key=lambda t: abs(t.start - unit))
        opens = start_of_sentence(line, unit)
        if not set("SsR").intersection(_between(line, unit, nearest)) and (opens or abs(nearest.start - unit) <= _NEAR):
            return nearest
    return None


def _says_more(line: Line, trigger: Trigger, unit: int, of_another: Sequence[Trigger]) -> bool:
    """Whether a clause says more of an event that is told before it and behind the time of another verb: the killing in "ordered an
    inquiry on Thursday into the blast in which nine were killed", the blast in "named on Thursday the man killed in the blast", the shots
    in "the head of the group that disarmed on Thursday was killed by shots fired at him"."""
    before = (told for told in of_another if unit < told.start < trigger.start and told.event == trigger.event)
    return any(told.draft.named or trigger.draft.named or ends_relative(line, unit, told) for told in before)


def _between(line: Line, unit: int, trigger: Trigger) -> str:
    first, last = sorted((unit, trigger.start))
    return line.tags[first:last]


def _said_apart(line: Line, unit: int, trigger: Trigger, claims: Claims) -> bool:
    """Whether the event is told by somebody and the time stands outside what is told."""
    words, time = line.span(trigger.start, trigger.end), line.span(unit, unit + 1)
    return claims.said.apart(words, time, line.span(0, len(line.words)))


def _of_a_death(line: Line, trigger: Trigger, event: str, told: Told, rules: Rulebook) -> bool:
    """Whether the time is that of one death by an event which others survived for days."""
    others = [t for t in told.by_line.get(line.sentence.index, ()) if t.event == trigger.event and t is not trigger]
    hit = not types_of(rules, "wounding").isdisjoint(told.types(event))
    return hit and dying_alone(line, trigger, others, rules)


def _found(line: Line, trigger: Trigger) -> bool:
    """Whether the event is told by how somebody was found, which may be the day after: "was found shot dead on Tuesday"."""
    return line.words[trigger.start - 1 : trigger.start] in _FINDING


def _admitted(line: Line, unit: int, trigger: Trigger) -> bool:
    """Whether the time behind a deed may be when somebody admitted it or was found guilty: "pleaded guilty to the theft last May"."""
    before = line.words[max(0, trigger.start - _PLEA) : trigger.start]
    return unit >= trigger.end and any(pair in _GUILTY for pair in pairwise(before))


def _of_what_was_done(line: Line, unit: int, trigger: Trigger, told: Told, rules: Rulebook) -> bool:
    """Whether the time behind a known event may be that of what was done about it: "went on looking for the man wanted for the blast on
    Tuesday". Where the verb has *has* or *is* the time is none of its own, and "the blast on Tuesday" is that of the blast."""
    if unit < trigger.end or line.tags[trigger.end - 1] == "v":
        return False
    before = before_group(line, trigger.start)
    if before < 1 or line.tags[before] != "P" or line.words[before + 1] not in _KNOWN:
        return False
    verb = next((at for at in range(before - 1, trigger.clause[0] - 1, -1) if line.tags[at] == "v"), None)
    if verb is None or line.words[verb] in words_of(rules, "happen") | words_of(rules, "rages"):
        return False
    helped = line.words[verb_group(line, verb) : verb]
    deeds = told.by_line.get(line.sentence.index, ())
    return _NOW.isdisjoint(helped) and not any(t.start <= verb < t.end for t in deeds)


def _loosely(line: Line, unit: int, trigger: Trigger, type_: str, rules: Rulebook) -> bool:
    """Whether the time at ``unit`` may be that of something else than the event of ``trigger``, which is of ``type_``: another verb or
    another time stands between, the verb before it has it, or what is told is what followed, a trial or a vigil."""
    harm = casualty_types(rules)
    if type_ in harm and trigger.draft.type.type not in harm | {"incident"}:
        return True
    if unit in trigger.draft.times:
        return unit < trigger.start and _of_saying(line, trigger.start - 1, rules)
    if unit < trigger.start:
        between = range(unit + 1, trigger.start)
        if between and line.tags[unit - 1 : unit] == "v" and line.tags[unit + 1] in "bhm":
            return True  # "the firm from which he was fired last week was raided"
    else:
        between = range(trigger.end, unit)
    happen = words_of(rules, "happen") | words_of(rules, "rages")
    if any(line.tags[at] in _BREAKS and (line.words[at] not in happen or line.words[at + 1].endswith("ing")) for at in between):
        return True  # "late on Monday another tale began emerging in the shooting"
    ahead = unit < trigger.start
    if (
        ahead
        and type_ in harm
        and not start_of_sentence(line, unit)
        and (_turns_to(line, unit + 1) or _says_which(line, unit + 1, trigger.start))
    ):
        return True
    if ahead and line.tags[unit + 1] == "C" and line.tags[trigger.start] == "v":
        return True  # "left Zenda on Monday and sank"
    if any(line.tags[at] == "T" and (ahead or line.tags[at + 1] == "C") for at in between):
        return True  # "on the night of 26 February and in the early hours of 27 February"
    return ahead and len(between) > _WORDS


def _turns_to(line: Line, behind: int) -> bool:
    """Whether the words right behind a time leave the clause whose time it is, for what that followed or was for: "dug on Wednesday after a
    slide hit the village", "gathered on Sunday to mourn nine killed in", "combed the hills on Friday looking for", "laid a
    wreath on Friday where nine died"."""
    if line.tags[behind : behind + 2] == "PN":
        behind = next((at for at in range(behind + 1, len(line.words)) if line.tags[at] not in "NK"), behind)  # "in East Lima, Peru, after"
    word, tag = line.words[behind : behind + 1], line.tags[behind : behind + 2]
    return word in _TURNS or (word == ("to",) and tag[1:] == "w") or (tag[:1] == "w" and word[0].endswith("ing"))


def _says_which(line: Line, start: int, event: int) -> bool:
    """Whether the event only says which thing another verb is about: "began on Monday clearing the mill that collapsed"."""
    opens = next((at for at in range(start, event) if line.tags[at] == "R" or line.words[at] == "that"), start)
    return opens > start + 1 and line.tags[opens - 1] in "wN"


def _of_saying(line: Line, at: int, rules: Rulebook) -> bool:
    """Whether a verb of saying stands there: "on Friday the admiral said attacking the ports would not help"."""
    cue = cues_of(rules).words.get(line.words[at]) if line.tags[at] == "v" else None
    return cue is not None and cue.form == "verb"
