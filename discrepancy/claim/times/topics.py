"""When an event is only what the clause of a time is about: a story of it, a charge, an inquiry, a plan to speak of it.

Takes a sentence, the unit of a time and the trigger of an event; says whether the time is that of what was said, done or decided about
the event. "The paper ran a story on Friday about the blast" and "a Friday hearing on the blast" date the story and the hearing.
"""

from __future__ import annotations

from discrepancy.annotate.grammar import VERBAL, Line
from discrepancy.annotate.speech_content import cues_of, is_verb
from discrepancy.annotate.times.timex import Timex
from discrepancy.annotate.verbgroups import verb_group
from discrepancy.claim.events.drafts import lexicon_of
from discrepancy.claim.events.told import Trigger
from discrepancy.claim.times.before import before_group, counts, saying_before
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_DEEP = 5
"""Nouns tied to one another by prepositions that are looked at: "a tip in the inquiry into the blast" has two."""
_COUNT = 2
"""Words of a charge between "charged" and what it is for."""
_CHARGE = 9
"""Units before a deed in which a charge names it: "charged with shooting four people and killing one"."""
_HELD_FOR = frozenset(("with", "of"))
_HELD = ("in", "with", "over", "of", "to")


def about_it(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the time at ``unit`` is that of something that was only about the event of ``trigger``."""
    return (
        _topic(line, unit, trigger, rules)
        or _held_for(line, unit, trigger, rules)
        or _charge(line, unit, trigger, rules)
        or _of_document(line, unit, trigger, rules)
        or _decided(line, unit, rules)
        or _counted_behind(line, unit, trigger)
        or _goes_on_to_say(line, unit, trigger, rules)
        or _said_behind(line, unit, trigger, rules)
        or _to_come(line, unit, trigger, rules)
        or _made_known(line, unit, trigger, rules)
    )


def restated(line: Line, unit: int) -> bool:
    """Whether the time only gives the one before it on another clock: "at 3 a.m. (0000 GMT / 8 p.m. Tuesday EDT)", "at 9 p.m. Friday (3
    a.m. GMT Saturday)"."""
    before = line.values[unit - 2] if unit > 1 and line.words[unit - 1] in ("/", "(") else None
    return isinstance(before, Timex) and before.expression.clock is not None


def _named(line: Line, trigger: Trigger) -> int:
    """The first unit of the words that name an event: of the noun before the verb in "a blast that killed nine", "nine men killed"."""
    if line.tags[trigger.end - 1] != "v":
        return trigger.start
    if trigger.start and line.tags[trigger.start - 1] in "wNQ":
        return trigger.start
    opened = trigger.start - 1
    while opened > 0 and line.tags[opened] in "abh":
        opened -= 1
    return opened if opened > 0 and (line.tags[opened] == "R" or line.words[opened] == "that") else -1


def _topic(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the time stands before the words that make the event a topic: "photos were shown on Tuesday of two men wanted for
    questions about a blast"."""
    at, topics, answers = _named(line, trigger), words_of(rules, "topic"), words_of(rules, "answer")
    for _ in range(_DEEP):
        at = before_group(line, at)
        while at > unit and line.tags[at] == "T":  # "an inquiry into a weekend blast"
            at = before_group(line, at)
        if at <= unit:
            return False
        if line.words[at] in topics or (line.tags[at] == "P" and _answer(line, at) in answers):
            return "S" not in line.tags[unit:at]
        if line.tags[at] != "P":
            return False
    return False


def _answer(line: Line, at: int) -> str:
    """The word that the preposition at a unit belongs to; of *to* over a time between: "reacted on Friday to"."""
    before = at - 1
    if line.words[at] == "to" and line.tags[before] == "T":
        before -= 1 + (line.tags[before - 1 : before] == "P")
    return line.words[before] if before >= 0 else ""


def _held_for(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the time is that of the law: "charged on Tuesday in the blast", "a suspect in the blast appeared in court on Tuesday"."""
    law = words_of(rules, "law")
    gerund = line.words[trigger.start].endswith("ing") and line.words[trigger.start - 1] in _HELD
    if gerund and unit < trigger.start - 1 and not law.isdisjoint(line.words[max(0, unit - 2) : trigger.start - 1]):
        return True  # "on Friday a jury convicted a miller of murdering nine"
    if line.words[trigger.start].endswith("ing") and unit >= trigger.end and line.words[trigger.end : trigger.end + 1] != ("that",):
        charge = line.words[max(0, trigger.start - _CHARGE) : trigger.start]
        verbs = (at for at in range(trigger.end, unit) if line.tags[at] in VERBAL and not line.words[at].endswith("ing"))
        if not law.isdisjoint(charge) and not _HELD_FOR.isdisjoint(charge) and next(verbs, None) is not None:
            return True  # "a miller charged with killing one of them appeared in court on Friday"
    if line.tags[trigger.end - 1] == "v":
        return False
    start = trigger.start
    while start > 1 and line.tags[start - 1] == "-":  # "a triple-murder"
        start -= 2
    at = before_group(line, start)
    if at < 1 or line.words[at] not in _HELD:
        return False
    if unit < trigger.start:
        between = line.words[max(0, unit - 2) : at]
        return unit < at and not law.isdisjoint(between) and "K" not in line.tags[unit:at]
    if law.isdisjoint(line.words[max(0, at - 1 - _COUNT * (line.words[at] == "in")) : at]):
        return False  # "charged with manslaughter in the shooting"
    verb = next((n for n in range(trigger.end, unit) if line.tags[n] in VERBAL), None)
    return verb is not None and "K" not in line.tags[trigger.end : verb] and line.words[trigger.end] != "that"


def _charge(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the words of the event only say what a charge, a suspect or an inquiry is of: "the murder charge was filed on Tuesday",
    "held on murder and other charges"."""
    inquiries = words_of(rules, "inquiry")
    behind = line.words[trigger.end : trigger.end + (3 if line.words[trigger.end : trigger.end + 2] == ("and", "other") else 1)]
    if line.tags[trigger.end - 1] == "v" or inquiries.isdisjoint(behind):
        return False
    return unit > trigger.start or line.tags[unit + 1 : trigger.start].strip("awN-H") != ""  # not "Friday's murder case"


def _of_document(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the time says which story, hearing or meeting is meant: "in a May 16 story about the blast"."""
    at = unit + 1
    while at < len(line.tags) and line.tags[at] in "wN" and line.words[at] != "about":
        at += 1
    head = line.words[at - 1]
    if at == unit + 1 or head not in words_of(rules, "document") or head in lexicon_of(rules).words:
        return False
    return line.tags[unit - 1 : unit] in ("D", "P", "Y") and not unit < trigger.start < at


def _decided(line: Line, unit: int, rules: Rulebook) -> bool:
    """Whether the time is that of a decision: "to protest the measures announced last weekend"."""
    at = unit - 1
    while at > 0 and line.tags[at] in "Pa":
        at -= 1
    return at > 0 and line.tags[at] == "v" and line.words[at] in words_of(rules, "decided") and line.tags[verb_group(line, at)] != "b"


def _counted_behind(line: Line, unit: int, trigger: Trigger) -> bool:
    """Whether the event is what another time counts from behind it: "was found at 3 a.m., an hour after the four were shot", "met on
    Monday in memory of the miller days after he was shot"."""
    for at in range(unit + 1, trigger.start):
        value = line.values[at]
        if not isinstance(value, Timex) or not counts(value):
            continue
        event = value.expression.event
        if line.tags[at - 1] == "K" or (event is not None and line.starts[trigger.start] < event.end):
            return True
    return False


def _goes_on_to_say(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether a verb of saying goes on behind the time: "the mayor said Sunday, adding that the blast killed two", "told the paper by
    phone Saturday that his son was shot", "in a statement Saturday saying the blast killed two"."""
    if trigger.start <= unit:
        return False
    words = cues_of(rules).words
    behind = unit + 1
    if line.words[behind] == "that":
        told = (n for n in range(unit - 1, -1, -1) if line.tags[n] in "vK")
        verb = next(told, None)
        return verb is not None and line.tags[verb] == "v" and (cue := words.get(line.words[verb])) is not None and cue.form == "verb"
    if line.tags[behind] == "K" and saying_before(line, unit, rules) is not None:
        behind += 1
    cue = words.get(line.words[behind])
    return cue is not None and cue.form == "verb" and line.words[behind].endswith("ing") and trigger.start > behind


def _said_behind(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the first verb behind a time that opens the sentence is one of saying, with what was said told by a gerund: "On Friday, the
    general said attacking the port would not help"."""
    if trigger.start <= unit or line.tags[:unit].strip("P"):
        return False
    verb = next((at for at in range(unit + 1, trigger.start) if line.tags[at] in VERBAL), None)
    cue = cues_of(rules).words.get(line.words[verb]) if verb is not None and line.tags[verb] == "v" else None
    return verb is not None and cue is not None and cue.form == "verb" and is_verb(line, verb) and line.words[verb + 1].endswith("ing")


def _to_come(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the time behind an event is when somebody is to speak of it: "is expected to say more about the blast on Tuesday"."""
    if unit < trigger.end or not VERBAL.isdisjoint(line.tags[trigger.end : unit]):
        return False
    at, topics = before_group(line, _named(line, trigger)), words_of(rules, "topic")
    while at > 0 and line.words[at] not in topics:
        if line.tags[at] not in "Pv":
            return False
        at = before_group(line, at)
    planned = words_of(rules, "planned")
    return any(line.words[n] in planned and line.words[n + 1] == "to" for n in range(max(0, at))) or "will" in line.words[: max(0, at)]


def _made_known(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the time is when it became known who somebody is: "shot the man, identified on Sunday as Bo Quist", "on Monday Ann Holm was
    identified as one of those killed"."""
    known = words_of(rules, "made-known")
    behind = line.words[unit + 1 : unit + 2] == ("as",)
    if behind and any(line.words[at] in known for at in range(max(0, unit - 2), unit)):
        return True
    at = next((at for at in range(unit + 1, trigger.start) if line.words[at] in known), None)
    return at is not None and line.tags[at - 1] == "b" and line.words[at + 1] == "as" and "R" not in line.tags[unit:at]
