"""Which event the clause of a time tells of: bound by grammar, else in the same clause, else the sentence's only one."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.annotate.clauses import clause, start_of_sentence
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.speech import apart
from discrepancy.claim.events.read import Told, Trigger
from discrepancy.claim.evidence import Claims
from discrepancy.claim.facts.bind import harming
from discrepancy.claim.times.before import before_group
from discrepancy.claim.times.deathbeds import died_later
from discrepancy.claim.times.otherwise import elsewhere, has_own_verb
from discrepancy.rulebook.schema import Rulebook

_OWN = 4
"""Units from a time that describes an event ("Wednesday's two explosions") to the event."""
_NEAR = 12
"""Units between a time and the only event of its sentence, beyond which the time belongs to something that is no
event."""


def event_at(line: Line, unit: int, told: Told, claims: Claims, rules: Rulebook, anchor: str = "") -> Trigger | None:
    """The clause whose time stands at ``unit``: bound by grammar, else in the same clause, else the sentence's only
    event.

    ``anchor`` is the event the time counts from: it is not the one that is dated.
    """
    here = [t for t in told.by_line.get(line.sentence.index, ()) if not t.draft.type.refers or t.draft.times]
    here = [t for t in here if t.event != anchor]
    for trigger in here:
        if (
            trigger.draft.named
            and unit in trigger.draft.times
            and 0 < trigger.start - unit <= _OWN
            and before_group(line, trigger.start) <= unit
        ):
            return trigger  # "Wednesday's explosions"
    of_another = [t for t in here if elsewhere(line, unit, t, rules)]
    here = [t for t in here if not _said_apart(line, unit, t, claims) and t not in of_another and not _says_more(t, unit, of_another)]
    struck = any(m.type in harming(rules) and m.realis == "actual" for m in told.mentions)
    dying = [t for t in here if died_later(line, t, rules) and (struck or told.mention(t.event).type != "killing")]
    here = [t for t in here if t not in dying]
    opening = unit + 1 + (line.tags[unit + 1 : unit + 2] == "K")
    if line.words[opening : opening + 1] == ("when",) and (told_when := [t for t in here if t.start > opening]):
        return told_when[0]  # "on 27 May, when gunmen killed nine"
    bound = [t for t in here if unit in t.draft.times]
    start, end = clause(line, unit)
    inside = [t for t in here if start <= t.start < end]
    chosen = bound or inside
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


def _says_more(trigger: Trigger, unit: int, of_another: Sequence[Trigger]) -> bool:
    """Whether a clause says more of an event that is told before it and behind the time of another verb: the killing in "ordered an
    inquiry on Thursday into the blast in which nine were killed", the blast in "named on Thursday the man killed in the blast"."""
    before = (told for told in of_another if unit < told.start < trigger.start and told.event == trigger.event)
    return any(told.draft.named or trigger.draft.named for told in before)


def _between(line: Line, unit: int, trigger: Trigger) -> str:
    first, last = sorted((unit, trigger.start))
    return line.tags[first:last]


def _said_apart(line: Line, unit: int, trigger: Trigger, claims: Claims) -> bool:
    """Whether the event is told by somebody and the time stands outside what is told."""
    words, time = line.span(trigger.start, trigger.end), line.span(unit, unit + 1)
    return apart(claims.said, words, time, line.span(0, len(line.words)))
