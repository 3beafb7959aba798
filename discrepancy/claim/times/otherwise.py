"""When a time in the clause of an event dates something else: the saying, or what became of those concerned.

Takes a sentence, the unit of a time and the trigger of an event; says whether the time is another verb's. "Police said
on Friday" dates what police said; "prayers for the victims of the blast were held on Friday" dates the prayers, while
"the second of the blasts came on Friday" dates the blast.
"""

from __future__ import annotations

from discrepancy.annotate.clauses import OPENERS
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.speech_content import cues_of
from discrepancy.claim.events.sorts import types_of
from discrepancy.claim.events.told import Trigger
from discrepancy.claim.times.before import before_group, counts, of_what_for, saying_before, verb_before
from discrepancy.claim.times.deathbeds import given_up
from discrepancy.claim.times.relatives import (
    behind_aside,
    behind_reduced,
    behind_relative,
    ends_relative,
    for_whom,
    in_relative,
    made_then,
    over,
    where_it_was,
    within_commas,
)
from discrepancy.claim.times.topics import about_it
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_GROUP = frozenset("DHYwNQa-'")
_VERBS = frozenset("vbhdm")
_THE_ONE = (("the", "one"), ("and", "that"), ("and", "those"), ("the", "ones"))
_NEAR = 6
"""Units between "two days after" and the event it counts from."""
_ABOUT = frozenset(("about", "around", "approximately", "roughly"))
_NEW = frozenset(("a", "an", "another"))
_AT = frozenset(("on", "against", "with"))
_FAR = 12
"""Units before a time within which the verb of a charge stands."""
_DEEP = 4
"""Nouns tied to one another by prepositions that are looked at: "prayers for the victims of the blast" has two."""


def elsewhere(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the time at ``unit`` dates another verb than the event of ``trigger``."""
    return (
        _said_then(line, unit, trigger, rules)
        or _aside(line, unit, trigger)
        or _counts_from_it(line, unit, trigger)
        or _of_another_one(line, unit, trigger)
        or _of_another(line, unit, trigger, rules)
        or _object_of_another(line, unit, trigger, rules)
        or _describes_object(line, unit, trigger, rules)
        or behind_relative(line, unit, trigger, rules)
        or _occasion(line, unit, trigger, rules)
        or behind_reduced(line, unit, trigger, rules)
        or made_then(line, unit, trigger, rules)
        or for_whom(line, unit, trigger)
        or in_relative(line, unit, trigger, rules)
        or ends_relative(line, unit, trigger)
        or within_commas(line, unit, trigger)
        or behind_aside(line, unit, trigger, rules)
        or _planned(line, unit, trigger, rules)
        or _in_force(line, unit, trigger, rules)
        or _occasion_first(line, unit, trigger, rules)
        or _told_by(line, unit, rules)
        or _reacted_to(line, unit, trigger, rules)
        or _went_on(line, unit, trigger, rules)
        or where_it_was(line, unit, trigger)
        or given_up(line, unit, trigger, rules)
        or about_it(line, unit, trigger, rules)
        or _what_they_did(line, unit, trigger, rules)
        or _charged_in(line, unit, trigger, rules)
        or _for_what(line, unit, trigger, rules)
        or _raised_since(line, unit, trigger, rules)
    )


def has_own_verb(line: Line, unit: int, start: int, rules: Rulebook) -> bool:
    """Whether a clause that begins at ``start`` and tells of no event has a verb of its own before the time at ``unit``: "as he appeared in
    court on Monday"."""
    verb = verb_before(line, unit)
    own = words_of(rules, "happen") | words_of(rules, "rages") | words_of(rules, "carrier")
    return verb is not None and verb >= start and own.isdisjoint(line.words[verb:unit])


def _said_then(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the time is that of a saying, with the event in what was said before it: "nine were killed, the mayor
    said on Friday".
    """
    at = saying_before(line, unit, rules)
    return at is not None and trigger.end <= at


def _aside(line: Line, unit: int, trigger: Trigger) -> bool:
    """Whether the time only says again when something was: "two days after the strike in Maris, on Friday, …"."""
    mark = next((at for at in range(trigger.end, unit) if line.tags[at] in "K("), None)
    if (
        mark is None
        or any(line.tags[n] not in "K(P" and line.words[n] not in _ABOUT for n in range(mark, unit))
        or not _VERBS.isdisjoint(line.tags[trigger.end : mark])
    ):
        return False
    counted = (line.values[at] for at in range(max(0, trigger.start - _NEAR), trigger.start))
    return any(map(counts, counted))


def _counts_from_it(line: Line, unit: int, trigger: Trigger) -> bool:
    """Whether the event is what the time counts from: "three days before | Monday's blast, the Front published a warning"."""
    return counts(line.values[unit]) and trigger.draft.named and before_group(line, trigger.start) <= unit < trigger.start


def _of_another_one(line: Line, unit: int, trigger: Trigger) -> bool:
    """Whether the time is that of another event, told by a pronoun: "a link between this attack and the one carried out last June"."""
    at = unit - 1
    while at > 0 and (line.tags[at] in "Pa" or line.words[at] == "out"):
        at -= 1
    return at > 1 and trigger.end < at and line.words[at].endswith("ed") and line.words[at - 2 : at] in _THE_ONE


def _of_another(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the event only says more about a noun whose verb the time belongs to: "a video of the attack was shown on
    Friday".
    """
    if line.tags[trigger.end - 1] == "v":
        return False
    first, last = (trigger.end, unit) if trigger.end <= unit else (unit + 1, trigger.start)
    verbs = [at for at in range(first, last) if line.tags[at] in _VERBS]
    if not verbs or (_own_verb(line, trigger, verbs[0]) and not over(line, unit, trigger.end)):
        return False
    ties, part_of = words_of(rules, "of-one"), words_of(rules, "part-of")
    at, tied = before_group(line, trigger.start), False
    if at >= 0 and line.words[at] == "to" and line.tags[at + 1 : at + 3] in ("wD", "wY"):
        return trigger.end <= unit  # "a judge named to investigate the killings was dismissed on Friday"
    if trigger.end <= unit and _acted_on(line, trigger.start, rules):
        return True  # "a judge investigating the murder resigned on Monday"
    for _ in range(_DEEP):
        if at <= 0 or line.words[at] not in ties:
            break
        start, end = before_group(line, at), at
        if start == at - 1 and line.tags[start] == "v":  # "the man accused of the shooting"
            start, end = before_group(line, start), start
        group = range(start + 1, end)
        if not group or any(line.tags[n] in "Qvbhdm" or line.words[n] in part_of for n in group):
            return False
        tied, at = True, start
    return tied


def _acted_on(line: Line, unit: int, rules: Rulebook) -> bool:
    """Whether a known event is what a participle behind a noun is about: the murder of "a judge investigating the murder"."""
    at = unit - 1
    while at > 0 and line.tags[at] in "wNHQ":
        at -= 1
    acting = at > 1 and line.tags[at] in "DY" and line.words[at - 1].endswith("ing") and line.tags[at - 2] in "wNH"
    return acting and line.words[at - 1] not in words_of(rules, "carrier")


def _object_of_another(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether an event known already is the object of a verb between: "on Friday a crowd gathered to mourn his death"."""
    if trigger.start <= unit or line.tags[trigger.end - 1] == "v":
        return False
    at = next((n for n in range(trigger.start - 1, max(unit, trigger.start - _NEAR), -1) if line.tags[n] in "DY"), None)
    if at is None or line.words[at] in _NEW or not set(line.tags[at + 1 : trigger.start]) <= _GROUP:
        return False
    infinitive = line.words[at - 2 : at - 1] == ("to",)
    verb = at - 1
    if verb == unit:  # "condemned on Friday the murder"
        verb -= 1 + (line.tags[unit - 1 : unit] == "P")
    return verb >= 0 and (infinitive or line.tags[verb] == "v") and line.words[verb] not in words_of(rules, "carrier")


def _describes_object(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the event only says which person another verb is about: "police on Monday identified the girl slain in Maris"."""
    if trigger.start <= unit + 1 or line.tags[trigger.start] != "v" or line.tags[trigger.start - 1] not in "wN":
        return False
    return unit < (at := before_group(line, trigger.start)) and line.tags[at] == "v" and line.words[at] in words_of(rules, "reaction")


def _occasion(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the event is what another verb, whose time it is, was about or came after: "searched on Wednesday for nine missing
    after a quake", "gathered on Thursday to remember the victims of the shooting".
    """
    verb = verb_before(line, unit)
    if verb is None and trigger.start > unit:
        verb = _asked_before(line, unit)
    if verb is None or trigger.start <= unit or verb == 0:
        return False
    if trigger.draft.named and line.words[unit + 1] in _AT and unit + 1 < trigger.start <= unit + _NEAR:
        return True  # "gained ground on Friday on a blaze"
    if line.words[unit + 1] == "after" and not words_of(rules, "reaction").isdisjoint(line.words[verb:unit]):
        return True  # "asked for aid on Monday after a storm killed 11"
    named = trigger.start
    if line.tags[trigger.end - 1] == "v":  # "after a quake that killed nine"
        named = next((n for n in range(trigger.start - 1, unit, -1) if line.tags[n] == "R" or line.words[n] == "that"), unit)
    at = before_group(line, named)
    known = line.words[at] == "with" and line.tags[at + 1] in "DY" and line.words[at + 1] not in _NEW  # "coping with the death of"
    return at > unit and (known or line.words[at] in words_of(rules, "occasion"))


def _what_they_did(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the time stands right before a verb of people's, and a known event is what they did it about: "the court on Monday heard two
    officers on the murder", "they today demanded that the army explain the massacre"; not "nine today lost their homes in the fire"."""
    verb = unit + 1
    if not trigger.draft.named or trigger.start <= verb + 1:
        return False
    if line.tags[verb] != "v" and not (line.tags[verb] == "w" and line.tags[verb + 1] in "DYQ" and line.tags[unit - 1] in "wNP"):
        return False
    own = words_of(rules, "happen") | words_of(rules, "rages") | words_of(rules, "suffers")
    if line.words[verb] in own or not words_of(rules, "carrier").isdisjoint(line.words[verb : trigger.start]):
        return False
    noun = next((n for n in range(trigger.start - 1, verb, -1) if line.tags[n] not in "wNHQa-'"), verb)
    known = line.tags[noun] in "DY" and line.words[noun] not in _NEW
    at = before_group(line, trigger.start)
    if at == verb:
        return known and line.words[verb + 1] == "that"
    return known and at > verb and line.words[at] in words_of(rules, "did-about")


def _charged_in(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether somebody is dealt with by the law at the time, for an event named behind it: "was charged with arson and two counts of murder
    on Friday in the Zenda fire"."""
    at = unit + 1
    if not trigger.draft.named or not at < trigger.start <= unit + _NEAR or line.words[at : at + 1] not in (("in",), ("over",), ("for",)):
        return False
    verbs = (line.words[n] for n in range(max(0, unit - _FAR), unit) if line.tags[n] == "v")
    return line.tags[at + 1] in "DY" and line.words[at + 1] not in _NEW and not words_of(rules, "law").isdisjoint(verbs)


def _for_what(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the time is that of what somebody is dealt with by the law for: "was jailed for the 3 May incident"."""
    return trigger.end <= unit and trigger.draft.type.type in types_of(rules, "legal") and of_what_for(line, unit)


def _asked_before(line: Line, unit: int) -> int | None:
    """The word with the form of a past tense, and known for no verb, to which the time at ``unit`` is an adverbial: "asked for aid on
    Monday after the storm"; not whom somebody called at once."""
    at = unit - 1
    while at > 0 and (line.tags[at] in "PDYNQa'-" or (line.tags[at] == "w" and not line.words[at].endswith("ed"))):
        at -= 1
    formed = at > 0 and line.tags[at] == "w" and line.words[at].endswith("ed") and line.tags[at - 1] in "wNO"
    return at if formed else None


def _planned(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the time is when something else is to be: "came before the fair, set for Monday", "the bill is to be voted on Friday"."""
    at, planned = unit - 1, words_of(rules, "planned")
    if trigger.draft.named and trigger.end == at and line.words[at] == "for" and line.words[before_group(line, trigger.start)] in planned:
        return True  # "the judge set sentencing for 7 June"
    while at > 0 and line.tags[at] in "PaT":
        at -= 1
    if at <= 0 or trigger.start <= at < trigger.end:
        return False
    due = next((u for u in range(max(0, at - 3), at - 1) if line.words[u] in planned and line.words[u + 1] == "to"), 0)
    if due and trigger.end <= due and "K" not in line.tags[due:at]:
        return True  # "meant to sway the vote, due to take place on Friday"
    set_for = line.words[at] in planned and (line.words[at + 1] in ("for", "on", "to") or line.tags[at + 1] == "T")
    return set_for or (line.tags[at] in "vw" and line.words[at - 2 : at] == ("to", "be") and trigger.end <= at - 2)


def _in_force(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the time is when what was agreed begins to hold: "the truce, signed in Maris, takes effect on Friday"."""
    if trigger.draft.type.type != "deal":
        return False
    holds, into = words_of(rules, "in-force"), words_of(rules, "takes-force")
    behind = range(trigger.end, unit if trigger.end <= unit else min(trigger.end + _FAR, len(line.words)))
    return any(line.words[at] in holds and line.words[at - 1] in into for at in (*behind, *range(max(1, unit - _NEAR), unit)))


def _occasion_first(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the event only tells after or before what the clause of the time happened: "three weeks after the blast, the two
    sides met on 29 January"; not where a clause about the event follows: "after the blast, which came on Friday, …".
    """
    comma = line.tags.find("K", trigger.end, unit)
    if comma < 0 or line.tags[comma + 1] == "R" or _VERBS.isdisjoint(line.tags[comma:unit]):
        return False
    at = trigger.start - 1
    while at >= 0 and line.tags[at] in _GROUP | {"T"} and not counts(line.values[at]):
        at -= 1
    return at >= 0 and (counts(line.values[at]) or line.words[at] in words_of(rules, "occasion"))


def _told_by(line: Line, unit: int, rules: Rulebook) -> bool:
    """Whether the time is that of somebody's words about an event: "a raid described by the minister on Friday as the first"."""
    at = unit - 1
    while at > 0 and line.words[at] != "by" and (line.tags[at] in _GROUP or line.tags[at] == "P"):
        at -= 1
    if at < 1 or line.words[at] != "by" or line.tags[at - 1] != "v":
        return False
    cue = cues_of(rules).words.get(line.words[at - 1])
    return cue is not None and cue.form == "verb"


def _reacted_to(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether a known event is what somebody spoke or acted about at the time behind it: "the governor condemned the blast on Friday"."""
    if not trigger.draft.named or unit < trigger.end or not _VERBS.isdisjoint(line.tags[trigger.end : unit]):
        return False
    at = before_group(line, trigger.start)
    known = at + 1 < trigger.start and line.tags[at + 1] in "DY" and line.words[at + 1] not in _NEW
    while at > 1 and line.words[at] == "of":
        at = before_group(line, at)  # "visited the site of the blast on Friday"
    at -= at > 0 and line.tags[at] == "P"
    return known and at >= 0 and line.words[at] in words_of(rules, "reaction")


def _went_on(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the event only goes on at the time: "the siege entered its third day on Friday"."""
    verb = verb_before(line, unit) if trigger.draft.named and trigger.end <= unit else None
    return verb is not None and verb >= trigger.end and not words_of(rules, "goes-on").isdisjoint(line.words[verb:unit])


def _raised_since(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the event only says what a count counts that rose by what happened then: "divers found two bodies on Friday, raising to nine
    the number of people killed", "lifting the death toll"."""
    raises, nouns = words_of(rules, "count-raises"), words_of(rules, "count-noun")
    at = next((n for n in range(unit + 1, trigger.start) if line.words[n] in raises), None)
    return at is not None and not nouns.isdisjoint(line.words[at : trigger.end + 1])


def _own_verb(line: Line, trigger: Trigger, verb: int) -> bool:
    """Whether the first verb behind the event is the event's own: "the fire that broke out on Friday", "the attack
    carried out on Friday", "after the attack began on Friday".
    """
    behind = trigger.end
    if behind < len(line.tags) and (line.tags[behind] == "R" or line.words[behind] == "that"):
        return True
    if verb != behind:
        return False
    if line.words[verb + 1 : verb + 2] in (("out",), ("by",)):
        return True
    at = before_group(line, trigger.start)
    return at >= 0 and line.words[at] in OPENERS
