"""When a time in the clause of an event dates something else: the saying, or what became of those concerned.

Takes a sentence, the unit of a time and the trigger of an event; says whether the time is another verb's. "Police said
on Friday" dates what police said; "prayers for the victims of the blast were held on Friday" dates the prayers, while
"the second of the blasts came on Friday" dates the blast.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.annotate.clauses import OPENERS, subject, verb_group
from discrepancy.annotate.grammar import Line, words_of
from discrepancy.annotate.speech_content import cues_of, is_verb
from discrepancy.annotate.times.timex import Timex
from discrepancy.claim.events.drafts import lexicon_of
from discrepancy.claim.events.read import Trigger
from discrepancy.claim.times.topics import about_it, before_group
from discrepancy.rulebook.schema import Rulebook

_GROUP = frozenset("DHYwNQa-'")
_VERBS = frozenset("vbhdm")
_NEAR = 6
"""Units between "two days after" and the event it counts from."""
_DYING = frozenset(("died", "dies", "dying", "dead"))
_ABOUT = frozenset(("about", "around", "approximately", "roughly"))
_NEW = frozenset(("a", "an", "another"))
_DEATHBED = 9
"""Units between "declared" or "succumbed" and its time."""
_DEEP = 4
"""Nouns tied to one another by prepositions that are looked at: "prayers for the victims of the blast" has two."""


def elsewhere(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the time at ``unit`` dates another verb than the event of ``trigger``."""
    return (
        _said_then(line, unit, trigger, rules)
        or _aside(line, unit, trigger)
        or _of_another(line, unit, trigger, rules)
        or _object_of_another(line, unit, trigger, rules)
        or _behind_relative(line, unit, trigger, rules)
        or _occasion(line, unit, trigger, rules)
        or _in_relative(line, unit, trigger, rules)
        or _ends_relative(line, unit, trigger)
        or _planned(line, unit, trigger, rules)
        or _occasion_first(line, unit, trigger, rules)
        or _told_by(line, unit, rules)
        or _reacted_to(line, unit, trigger, rules)
        or _went_on(line, unit, trigger, rules)
        or _where_it_was(line, unit, trigger)
        or _given_up(line, unit, trigger, rules)
        or about_it(line, unit, trigger, rules)
    )


def died_later(line: Line, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the event is told by a death in hospital, of wounds, or days after: that has a day of its own."""
    if line.words[trigger.end - 1] not in _DYING:
        return False
    later = any(
        tag == "T" and (_counts(value) or word.endswith("later"))
        for tag, value, word in zip(line.tags, line.values, line.words, strict=True)
    )
    return later or not words_of(rules, "died-there").isdisjoint(line.words)


def dying_alone(line: Line, trigger: Trigger, others: Sequence[Trigger], rules: Rulebook) -> bool:
    """Whether one person's death is told without what he died of behind it, so that its day may be a later one than that of the event:
    "Pell died on Thursday"; not "Pell died when a gunman opened fire", nor the nine that died on a day.
    """
    if line.words[trigger.end - 1] not in _DYING or line.tags[trigger.end - 1] not in _VERBS:
        return False
    if any(t.start >= trigger.end and words_of(rules, "of-wounds").isdisjoint(line.words[t.start : t.end]) for t in others):
        return False
    group = subject(line, trigger.end - 1)
    return group is not None and "Q" not in line.tags[group[0] : group[1]] and words_of(rules, "many").isdisjoint(line.words[slice(*group)])


def has_own_verb(line: Line, unit: int, start: int, rules: Rulebook) -> bool:
    """Whether a clause that begins at ``start`` and tells of no event has a verb of its own before the time at ``unit``: "as he appeared in
    court on Monday"."""
    verb = _verb_before(line, unit)
    own = words_of(rules, "happen") | words_of(rules, "carrier")
    return verb is not None and verb >= start and own.isdisjoint(line.words[verb:unit])


def saying_before(line: Line, unit: int, rules: Rulebook) -> int | None:
    """The verb of saying right before the time at ``unit`` ("the mayor said on Friday"), or None; what "was reported on
    Friday" was on Friday.
    """
    at = unit - 1
    while at > 0 and line.tags[at] in "Pa":
        at -= 1
    cue = cues_of(rules).words.get(line.words[at]) if at > 0 else None
    if cue is None or cue.form != "verb" or line.tags[at] != "v" or line.tags[at - 1] == "b" or not is_verb(line, at):
        return None
    return at


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
    return any(map(_counts, counted))


def _of_another(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the event only says more about a noun whose verb the time belongs to: "a video of the attack was shown on
    Friday".
    """
    if line.tags[trigger.end - 1] == "v":
        return False
    first, last = (trigger.end, unit) if trigger.end <= unit else (unit + 1, trigger.start)
    verbs = [at for at in range(first, last) if line.tags[at] in _VERBS]
    if not verbs or (_own_verb(line, trigger, verbs[0]) and not _over(line, unit, trigger.end)):
        return False
    ties, part_of = words_of(rules, "of-one"), words_of(rules, "part-of")
    at, tied = before_group(line, trigger.start), False
    if at >= 0 and line.words[at] == "to" and line.tags[at + 1 : at + 3] in ("wD", "wY"):
        return trigger.end <= unit  # "a judge named to investigate the killings was dismissed on Friday"
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


def _behind_relative(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the event is told in a relative clause that is over before the time's own verb: "the man who killed nine on 9 March
    appeared in court on Wednesday"; not where the clause says more of the event itself: "the fire that killed nine began on Sunday".
    """
    if trigger.draft.named or not _over(line, unit, trigger.end, behind_verb=True):
        return False
    opened = next((at for at in range(trigger.start - 1, 0, -1) if line.tags[at] in "RKS" or line.words[at] == "that"), 0)
    if not opened or line.tags[opened] in "KS":
        return False
    named = line.words[opened - 1] in lexicon_of(rules).words
    return not named or line.words[before_group(line, opened)] in words_of(rules, "of-one")


def _over(line: Line, unit: int, start: int, *, behind_verb: bool = False) -> bool:
    """Whether the clause at ``start`` is over before the verb of the time at ``unit``: that verb stands right behind a noun or a time,
    and is not the clause's first; ``behind_verb`` says that its first stood before ``start``."""
    verb = _verb_before(line, unit)
    first = next((at for at in range(start, unit) if line.tags[at] in _VERBS), unit)
    return verb is not None and verb > start and line.tags[verb - 1] in "NwT" and (first < verb or behind_verb)


def _occasion(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the event is what another verb, whose time it is, was about or came after: "searched on Wednesday for nine missing
    after a quake", "gathered on Thursday to remember the victims of the shooting".
    """
    verb = _verb_before(line, unit)
    if verb is None or trigger.start <= unit or verb == 0:
        return False
    named = trigger.start
    if line.tags[trigger.end - 1] == "v":  # "after a quake that killed nine"
        named = next((n for n in range(trigger.start - 1, unit, -1) if line.tags[n] == "R" or line.words[n] == "that"), unit)
    at = before_group(line, named)
    known = line.words[at] == "with" and line.tags[at + 1] in "DY" and line.words[at + 1] not in _NEW  # "coping with the death of"
    return at > unit and (known or line.words[at] in words_of(rules, "occasion"))


def _in_relative(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the time stands in a relative clause that says more of a thing, and not of the event: "killed on the road which the army
    cut on Thursday".
    """
    verb = _verb_before(line, unit)
    if verb is None or verb <= trigger.end:
        return False
    opened = next((at for at in range(verb - 1, trigger.end - 1, -1) if line.words[at] in ("which", "that")), None)
    if (
        opened is None
        or any(line.tags[at] in "vbhm" for at in range(opened + 1, verb))
        or not {"K", "C"}.isdisjoint(line.tags[opened:unit])
    ):
        return False
    if not words_of(rules, "happen").isdisjoint(line.words[verb:unit]):
        return False
    named = opened - 1 - (line.tags[opened - 1] == "K")
    return named >= trigger.end and line.tags[named] in "NwH" and line.words[named] not in lexicon_of(rules).words


def _ends_relative(line: Line, unit: int, trigger: Trigger) -> bool:
    """Whether the time ends a relative clause and the event is told by the verb behind that: "the man who killed nine on 9 March
    appeared in court".
    """
    behind = unit + 1 + (line.tags[unit + 1 : unit + 2] == "K")
    if trigger.start < behind or line.tags[behind : trigger.start].strip("abhdm") or line.tags[trigger.start] not in _VERBS:
        return False
    verb = _verb_before(line, unit)
    while verb is not None and verb > 0 and line.tags[verb - 1] == "C":
        verb = _verb_before(line, verb - 1)  # "who killed two and wounded five on 9 March"
    return verb is not None and verb > 0 and (line.tags[verb - 1] == "R" or line.words[verb - 1] == "that")


def _planned(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the time is when something else is to be: "came before the fair, set for Monday", "the bill is to be voted on Friday"."""
    at = unit - 1
    while at > 0 and line.tags[at] in "PaT":
        at -= 1
    if at <= 0 or trigger.start <= at < trigger.end:
        return False
    planned = words_of(rules, "planned")
    set_for = line.words[at] in planned and (line.words[at + 1] in ("for", "on", "to") or line.tags[at + 1] == "T")
    return set_for or (line.tags[at] in "vw" and line.words[at - 2 : at] == ("to", "be") and trigger.end <= at - 2)


def _occasion_first(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the event only tells after or before what the clause of the time happened: "three weeks after the blast, the two
    sides met on 29 January"; not where a clause about the event follows: "after the blast, which came on Friday, …".
    """
    comma = line.tags.find("K", trigger.end, unit)
    if comma < 0 or line.tags[comma + 1] == "R" or _VERBS.isdisjoint(line.tags[comma:unit]):
        return False
    at = trigger.start - 1
    while at >= 0 and line.tags[at] in _GROUP | {"T"} and not _counts(line.values[at]):
        at -= 1
    return at >= 0 and (_counts(line.values[at]) or line.words[at] in words_of(rules, "occasion"))


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
    at -= at > 0 and line.tags[at] == "P"
    return known and at >= 0 and line.words[at] in words_of(rules, "reaction")


def _went_on(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the event only goes on at the time: "the siege entered its third day on Friday"."""
    verb = _verb_before(line, unit) if trigger.draft.named and trigger.end <= unit else None
    return verb is not None and verb >= trigger.end and not words_of(rules, "goes-on").isdisjoint(line.words[verb:unit])


def _where_it_was(line: Line, unit: int, trigger: Trigger) -> bool:
    """Whether the event only says more of a place or of an event with a day of its own: "work began again on Tuesday in the yard, where a
    blast had killed nine", "met on Thursday to remember the blast of 9 March, which left nine dead".
    """
    between = range(unit + 1, trigger.start)
    opened = next((at for at in reversed(between) if line.words[at] == "where" or line.tags[at - 1 : at + 1] == "KR"), None)
    if opened is None or _verb_before(line, unit) is None:
        return False
    return line.words[opened] == "where" or "T" in line.tags[unit + 1 : opened]


def _given_up(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the time is when somebody hurt in the event gave up the fight or was given up: "succumbed to his wounds on Tuesday", "the
    girl, who was shot in the head, was declared brain-dead on Friday"."""
    wounds, last = words_of(rules, "of-wounds"), words_of(rules, "given-up")
    behind = range(unit - 1, max(-1, unit - _DEATHBED), -1)
    verb = next((at for at in behind if line.words[at] in last or (line.tags[at] in _VERBS and line.words[at] not in wounds)), unit)
    return trigger.start < unit and line.words[verb] in last


def _counts(value: object) -> bool:
    """Whether a unit is a time that counts from an event: "two days after"."""
    return isinstance(value, Timex) and value.expression.anchor == "event"


def _verb_before(line: Line, unit: int) -> int | None:
    """The first unit of the verb group to which the time at ``unit`` is an adverbial; None where no verb stands before it in its clause,
    or only one that joins an earlier one or opens a clause with its own subject left out."""
    at = unit - 1
    while at >= 0 and line.tags[at] in "PTDYNwHQa'-":
        at -= 1
    if at < 0 or line.tags[at] not in _VERBS:
        return None
    return verb_group(line, at)


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
