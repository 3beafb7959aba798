"""When somebody died of an event, or was given up, which may be days after it.

Takes a sentence, the trigger of an event and, for some, the unit of a time; says whether the death that tells of the event has a day of
its own: "died in hospital on Tuesday", "two days after he was shot".
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.annotate.grammar import VERBAL, Line
from discrepancy.annotate.subjects import subject
from discrepancy.claim.events.told import Trigger
from discrepancy.claim.times.before import counts
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_DEATHBED = 9
"""Units between "declared" or "succumbed" and its time."""


def died_later(line: Line, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the event is told by a death in hospital, of wounds, or days after: that has a day of its own."""
    if line.words[trigger.end - 1] not in words_of(rules, "dying"):
        return False
    later = any(
        tag == "T" and (counts(value) or word.endswith("later"))
        for tag, value, word in zip(line.tags, line.values, line.words, strict=True)
    )
    return later or not words_of(rules, "died-there").isdisjoint(line.words)


def dying_alone(line: Line, trigger: Trigger, others: Sequence[Trigger], rules: Rulebook) -> bool:
    """Whether one person's death is told without what he died of behind it, so that its day may be a later one than that of the event:
    "Pell died on Thursday", "one of the men who had been shot died on Thursday"; not "Pell died when a gunman opened fire", nor the nine
    that died on a day.
    """
    if line.words[trigger.end - 1] not in words_of(rules, "dying") or line.tags[trigger.end - 1] not in VERBAL:
        return False
    if any(t.start >= trigger.end and words_of(rules, "of-wounds").isdisjoint(line.words[t.start : t.end]) for t in others):
        return False
    group = subject(line, trigger.end - 1)
    if group is None:
        return False
    if line.words[max(0, group[0] - 2) : group[0]] == ("one", "of"):
        return True
    return "Q" not in line.tags[group[0] : group[1]] and words_of(rules, "many").isdisjoint(line.words[slice(*group)])


def given_up(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the time is when somebody hurt in the event gave up the fight or was given up: "succumbed to his wounds on Tuesday", "the
    girl, who was shot in the head, was declared brain-dead on Friday"."""
    wounds, last = words_of(rules, "of-wounds"), words_of(rules, "given-up")
    behind = range(unit - 1, max(-1, unit - _DEATHBED), -1)
    verb = next((at for at in behind if line.words[at] in last or (line.tags[at] in VERBAL and line.words[at] not in wounds)), unit)
    return trigger.start < unit and line.words[verb] in last
