"""When a time and an event stand on two sides of a relative clause, so that one verb has the time and another tells of the event.

Takes a sentence, the unit of a time and the trigger of an event; says whether the clause parts them: "the man who killed nine on 9 March
appeared in court on Wednesday", "killed on the road which the army cut on Thursday".
"""

from __future__ import annotations

from discrepancy.annotate.grammar import VERBAL, Line
from discrepancy.claim.events.drafts import lexicon_of
from discrepancy.claim.events.sorts import types_of
from discrepancy.claim.events.told import Trigger
from discrepancy.claim.times.before import before_group, verb_before
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_INSIDE = frozenset("wNDYQHPaO-'")
"""Letters of what a relative clause holds behind its verb."""


def behind_relative(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the event is told in a relative clause that is over before the time's own verb: "the man who killed nine on 9 March
    appeared in court on Wednesday"; not where the clause says more of the event itself: "the fire that killed nine began on Sunday".
    """
    if trigger.draft.named or not over(line, unit, trigger.end, behind_verb=True):
        return False
    opened = next((at for at in range(trigger.start - 1, 0, -1) if line.tags[at] in "RKS" or line.words[at] == "that"), 0)
    if not opened or line.tags[opened] in "KS":
        return False
    named = line.words[opened - 1] in lexicon_of(rules).words
    return not named or line.words[before_group(line, opened)] in words_of(rules, "of-one")


def behind_reduced(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the event only says, by a participle behind a noun, whom the time's own verb is about: "the mother of the boy killed in the
    crash spoke on Tuesday"; not where that verb tells more of the event: "a man killed in a fire that began on Tuesday".
    """
    at = trigger.start
    if trigger.draft.named:
        tie = before_group(line, at)
        if tie < 1 or line.tags[tie] != "P":
            return False
        at, behind = tie - 1, tie
    else:
        behind = trigger.end
    verb = verb_before(line, unit)
    if verb is None or verb < trigger.end or not _participle(line, at, behind) or not over(line, unit, behind, behind_verb=True):
        return False
    own = words_of(rules, "happen") | words_of(rules, "rages") | words_of(rules, "carrier")
    return own.isdisjoint(line.words[verb:unit]) and set("SRKC").isdisjoint(line.tags[trigger.end : verb])


def made_then(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the time is that in which a thing was made: "the ferry, built in 1987, sank", "a club founded last May was raided"; not where
    that is the event itself: "the Front was founded in 2012"."""
    at = unit - 1 - (line.tags[unit - 1 : unit] == "P")
    return at > 0 and line.words[at] in words_of(rules, "made") and not trigger.start <= at < trigger.end


def for_whom(line: Line, unit: int, trigger: Trigger) -> bool:
    """Whether the event only says, by a participle behind a noun, for whom something was done at the time: "lit candles on Thursday for Ann
    Rudd, gunned down in Maris"."""
    at = unit + 1
    if (
        trigger.draft.named
        or line.words[at : at + 1] not in (("for",), ("of",), ("with",))
        or not _participle(line, trigger.start, trigger.end)
    ):
        return False
    named = trigger.start - (line.tags[trigger.start - 1] == "K")
    return before_group(line, named) == at


def _participle(line: Line, at: int, behind: int) -> bool:
    """Whether the verb at a unit is a participle that describes the noun before it: "the boy killed in the crash", "Ann Rudd, shot by"."""
    noun = at - 1 - (line.tags[at - 1 : at] == "K")
    bare = noun >= 0 and line.tags[at] == "v" and line.tags[noun] in "wNHQ" and line.words[at][-3:] != "ing"
    return bare and line.tags[behind : behind + 1] == "P"


def over(line: Line, unit: int, start: int, *, behind_verb: bool = False) -> bool:
    """Whether the clause at ``start`` is over before the verb of the time at ``unit``: that verb stands right behind a noun or a time,
    and is not the clause's first; ``behind_verb`` says that its first stood before ``start``."""
    verb = verb_before(line, unit)
    first = next((at for at in range(start, unit) if line.tags[at] in VERBAL), unit)
    return verb is not None and verb > start and line.tags[verb - 1] in "NwT" and (first < verb or behind_verb)


def in_relative(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the time stands in a relative clause that says more of a thing, and not of the event: "killed on the road which the army
    cut on Thursday"; or when that happened for which the law holds somebody: "charged in a robbery that took place on Thursday".
    """
    verb = verb_before(line, unit)
    if verb is None or verb <= trigger.end:
        return False
    opened = next((at for at in range(verb - 1, trigger.end - 1, -1) if line.words[at] in ("which", "that")), None)
    if (
        opened is None
        or any(line.tags[at] in "vbhm" for at in range(opened + 1, verb))
        or not {"K", "C"}.isdisjoint(line.tags[opened:unit])
    ):
        return False
    named = opened - 1 - (line.tags[opened - 1] == "K")
    deed = line.words[named] in lexicon_of(rules).words
    if not (words_of(rules, "happen") | words_of(rules, "rages")).isdisjoint(line.words[verb:unit]):
        return deed and named >= trigger.end and trigger.draft.type.type in types_of(rules, "legal")
    return named >= trigger.end and line.tags[named] in "NwH" and not deed


def ends_relative(line: Line, unit: int, trigger: Trigger) -> bool:
    """Whether the time ends a relative clause and the event is told by the verb behind that: "the man who killed nine on 9 March
    appeared in court", "the leader of the party that won the 3 March election, was shot".
    """
    behind = unit + 1
    while line.tags[behind : behind + 1] == "w":
        behind += 1
    behind += line.tags[behind : behind + 1] == "K"
    if trigger.start < behind or line.tags[behind : trigger.start].strip("abhdm") or line.tags[trigger.start] not in VERBAL:
        return False
    verb = verb_before(line, unit)
    while verb is not None and verb > 0 and line.tags[verb - 1] == "C":
        verb = verb_before(line, verb - 1)  # "who killed two and wounded five on 9 March"
    if verb is None:
        return _opened(line, unit)
    if verb == 0:
        return False
    if line.tags[verb - 1] == "R" or line.words[verb - 1] == "that":
        return True
    return line.tags[before_group(line, verb - (line.tags[verb - 1] == "O"))] == "R"  # "a firm from which he was fired last week"


def within_commas(line: Line, unit: int, trigger: Trigger) -> bool:
    """Whether the time is the last of a relative clause between commas, and the event stands behind it: "the president, who was to fly to
    Zenda on Saturday, called the raid a crime"."""
    if line.tags[unit + 1 : unit + 2] != "K" or trigger.start <= unit:
        return False
    opened = max(line.tags.rfind("R", 0, unit), line.tags.rfind("K", 0, unit))
    return opened > 0 and line.tags[opened - 1 : opened + 1] == "KR" and not VERBAL.isdisjoint(line.tags[opened:unit])


def behind_aside(line: Line, unit: int, trigger: Trigger, rules: Rulebook) -> bool:
    """Whether the event stands in an aside about somebody, and the time behind the verb that goes on after it: "Bo Quist, who was serving
    nine years for a murder, escaped on Sunday", "Bo Quist, jailed for a robbery, escaped on Sunday"; not where the aside is
    about the event itself: "the blast, which killed nine, occurred on Sunday"."""
    closed = line.tags.find("K", trigger.end, unit)
    opened = line.tags.rfind("K", 0, trigger.start)
    if closed < 0 or opened < 1 or line.tags[opened - 1] not in "wN" or line.words[opened - 1] in lexicon_of(rules).words:
        return False
    told = line.tags[opened + 1] == "R" or line.words[opened + 1].endswith("ed")
    return told and (line.tags[closed + 1] in VERBAL or line.words[closed + 1].endswith("ed"))


def _opened(line: Line, unit: int) -> bool:
    """Whether nothing but noun groups stands between the time at ``unit`` and a *who* or *that* whose verb is a word that no rule knows as
    one: "the group that laid down its arms on 9 March"."""
    at = unit - 1
    while at > 0 and line.tags[at] in _INSIDE and line.words[at] != "that":
        at -= 1
    opens = line.tags[at] == "R" or (line.words[at] == "that" and line.tags[at - 1 : at] in ("w", "N"))
    return opens and at + 1 < unit and line.tags[at + 1] == "w"


def where_it_was(line: Line, unit: int, trigger: Trigger) -> bool:
    """Whether the event only says more of a place or of an event with a day of its own: "work began again on Tuesday in the yard, where a
    blast had killed nine", "met on Thursday to remember the blast of 9 March, which left nine dead".
    """
    between = range(unit + 1, trigger.start)
    opened = next((at for at in reversed(between) if line.words[at] == "where" or line.tags[at - 1 : at + 1] == "KR"), None)
    if opened is None or verb_before(line, unit) is None:
        return False
    return line.words[opened] == "where" or "T" in line.tags[unit + 1 : opened]
