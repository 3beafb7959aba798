"""How firmly a time is tied to the event that it was taken for.

Takes a sentence, the unit of the time and the trigger of the event; says whether the tie is no more than that of one sentence. A day tied
so still tells when the article has the event, yet it is held against no other article's day: in "the mayor said on Friday, adding that she
had seen the blast" it is the grammar that fails before the facts do.
"""

from __future__ import annotations

from discrepancy.annotate.grammar import Line, words_of
from discrepancy.annotate.speech_content import cues_of
from discrepancy.claim.events.read import Trigger
from discrepancy.claim.facts.bind import harming
from discrepancy.rulebook.schema import Rulebook

_BREAKS = frozenset("vYO")
"""Tags between a time and an event that give the time to another verb."""
_WORDS = 10
"""Words between a time that opens a sentence and its event, beyond which another clause lies between."""


def loosely_tied(line: Line, unit: int, trigger: Trigger, type_: str, rules: Rulebook) -> bool:
    """Whether the time at ``unit`` may be that of something else than the event of ``trigger``, which is of ``type_``: another verb or
    another time stands between, the verb before it has it, or what is told is what followed, a trial or a vigil."""
    harm = harming(rules) | {"killing"}
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
    if any(line.tags[at] in _BREAKS and line.words[at] not in happen for at in between):
        return True
    ahead = unit < trigger.start
    if any(line.tags[at] == "T" and (ahead or line.tags[at + 1] == "C") for at in between):
        return True  # "on the night of 26 February and in the early hours of 27 February"
    return ahead and len(between) > _WORDS


def _of_saying(line: Line, at: int, rules: Rulebook) -> bool:
    """Whether a verb of saying stands there: "on Friday the admiral said attacking the ports would not help"."""
    cue = cues_of(rules).words.get(line.words[at]) if line.tags[at] == "v" else None
    return cue is not None and cue.form == "verb"
