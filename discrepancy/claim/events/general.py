"""Deeds told of a kind of people and of no day: what somebody does again and again, or does as a rule, and no one event.

Takes a line and a draft with whom it hit; gives whether it is so. "They are killing farmers", "judges have been murdered", "the murder
of peasants" and "of so many peasants" name a kind by a bare plural; a number, an article, a name, a time, or a place in a perfect, makes
an event of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.parties import Party
from discrepancy.annotate.verbgroups import verb_group
from discrepancy.claim.events.drafts import Draft
from discrepancy.rulebook.kinds.events import EventLimits
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_PERFECT = frozenset(("have", "has"))
_NOW = frozenset(("are", "is", "being"))
_STILL = _PERFECT | {"is", "are"}
_SUM_BEFORE = 4
"""Units before a noun in which its sum may stand: "dozens of brutal killings"."""
_LOOSE = (("any",), ("many",))
_BEFORE = "wNQDYaT"
"""Letters of what may stand before the head of a noun group."""


def general(line: Line, draft: Draft, rules: Rulebook) -> bool:
    """Whether a draft tells of no one deed but of a kind of deeds."""
    hit = [*draft.victims, *draft.targets]
    if not draft.times and draft.joins is None and (_fought(line, draft, rules) or _disputed(line, draft, rules)):
        return all(_kind(line, who, rules) for who in hit) and (draft.named or bool(hit))
    if draft.carried and draft.plural and not (draft.times or draft.places or draft.definite or draft.joins is not None or hit):
        return _goes_on(line, draft)
    if draft.times or draft.joins is not None or draft.parts or not all(_kind(line, who, rules) for who in hit) or not hit:
        return False
    if draft.named:
        return (draft.type.by_victim or draft.type.object == "victims") and not (draft.plural or draft.carried or draft.places)
    helped = set(line.words[verb_group(line, draft.start) : draft.start])
    word = line.words[draft.start]
    goes_on = word not in words_of(rules, "held") and (word.endswith("ing") or bool(helped & _NOW))
    return goes_on or (bool(helped & _PERFECT) and not draft.places)


def _goes_on(line: Line, draft: Draft) -> bool:
    """Whether somebody is at it at all times: "are staging attacks", "has been carrying out bombings"."""
    verb = draft.start - 1
    while verb > 0 and (line.tags[verb] in "wDQ" and not line.words[verb].endswith("ing")):
        verb -= 1
    return verb > 0 and line.words[verb].endswith("ing") and line.words[verb - 1] in _NOW | {"been"}


def dated(line: Line, draft: Draft) -> bool:
    """Whether a deed has its day, and thus was done whatever is asked for or feared of it: "demanded that Monday's murder of a farmer be
    investigated", "that they investigate the murder of a farmer on Monday"."""
    if not draft.named or draft.attempted or not draft.times:
        return False
    at = max((unit for unit in draft.times if unit < draft.start), default=-1)
    return line.tags[at + 1] == "H" if at >= 0 else draft.type.by_victim and draft.definite and not draft.plural


def reckoned(line: Line, draft: Draft, rules: Rulebook) -> bool:
    """Whether a noun sums up what somebody is held to have done over the years: "is responsible for the death of some 18,000 people", "are
    blamed for dozens of killings"; not for the nine of the day before."""
    if not (draft.named and draft.alleged and draft.type.outcome) or draft.times:
        return False
    ends = [who.end for who in draft.victims]
    values = line.values[max(0, draft.start - _SUM_BEFORE) : max(draft.end, *ends, 0)]
    sums = [value.value for value in values if isinstance(value, QuantityMention) and not value.unit]
    least = rules.of(EventLimits)[0].sum_of_years
    many = any(value.vague or (value.low or 0) >= least for value in sums)
    return many and not _STILL.isdisjoint(line.words[draft.clause[0] : draft.start])


def _fought(line: Line, draft: Draft, rules: Rulebook) -> bool:
    """Whether a noun names what is to be fought or ended: "training to fight kidnapping", "called for an end to the killing of farmers"."""
    if not draft.named:
        return False
    start = draft.start
    while start > 0 and (line.tags[start - 1] in "wD" or line.words[start - 1] == "of"):
        start -= 1
        if line.words[start] in words_of(rules, "fought"):
            return True
    return start > 1 and line.words[start - 1] in ("to", "against") and line.words[start - 2] in words_of(rules, "fought")


def _disputed(line: Line, draft: Draft, rules: Rulebook) -> bool:
    """Whether somebody says that there was no such deed: "denied that soldiers had murdered farmers", "rejected reports that …"."""
    at = draft.clause[0]
    that = next((unit for unit in range(draft.start - 1, max(0, at - 1), -1) if line.words[unit] == "that"), 0)
    return that > 0 and not words_of(rules, "denial").isdisjoint(line.words[max(0, that - 3) : that])


def _kind(line: Line, who: Party, rules: Rulebook) -> bool:
    """Whether a party is a bare plural: "judges", "people", "northern farmers"; "nine judges", "the judges" and "the judge" are some."""
    if who.kind in ("person", "group", "both") or who.end <= who.start:
        return False
    start, joined = who.start, line.tags.find("C", who.start, who.end)
    while start > 0 and line.tags[start - 1] in _BEFORE:
        start -= 1
    end = joined if joined > who.start else who.end  # "the murder of children and the maiming of women"
    head = line.words[end - 1]
    several = head.endswith("s") if who.kind != "state" else head.endswith("ans")
    if line.words[start : start + 2] == ("so", "many"):
        start += 2
    start += line.words[start] == "that"  # "denied that farmers were killed"
    start += line.words[start : start + 1] in _LOOSE
    return (several or head in words_of(rules, "many")) and not set(line.tags[start:end]) & set("QDYTO")


def share_kind(line: Line, found: Sequence[Draft], rules: Rulebook) -> None:
    """Marks two deeds that share a kind of people, and are no one deed either: "the murder and kidnapping of students"."""
    for one, other in pairwise(found):
        hit = [*other.victims, *other.targets]
        both = one.named and one.type.by_victim and other.type.by_victim and not (one.victims or one.targets or one.joins is not None)
        told = one.times or one.places or other.times or other.places or other.parts
        if both and not told and line.tags[one.end : other.start] in ("C", "CD") and hit and all(_kind(line, w, rules) for w in hit):
            one.unsure = other.unsure = True
