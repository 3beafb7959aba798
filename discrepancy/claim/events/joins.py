"""Which words of one sentence tell of one event: an outcome and its cause, blame and the deed, a vote and its aim, what happened in what.

Takes the drafts of one line; marks them.
"""

from __future__ import annotations

from discrepancy.annotate.antecedents import that_clause
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.speech_content import cues_of
from discrepancy.annotate.subjects import subject
from discrepancy.claim.events.drafts import NOUN_SIDE, Draft
from discrepancy.claim.events.happening import can_be_one
from discrepancy.claim.events.recalls import came_after
from discrepancy.claim.events.sorts import types_of
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_BLAMED_WITHIN = 8
"""Units between a word of blame and the event it is about."""
_TOLD_BEHIND = 24
"""Units between words of who did it and the deed behind them."""
_TO_DEED = frozenset(("for", "after", "following", "when", "in", "at", "of"))
"""Words of which one leads from the former to the latter."""
_A = frozenset(("a", "an"))
_WITHIN = frozenset(("in", "during", "amid", "amidst"))
_AT = frozenset(("at", "outside"))
_WHEN = frozenset(("when", "after", "as"))
_OBJECT_OF = frozenset(("for", "against", "on", "the", "that", "this", "its", "their"))


def time_of_vote(line: Line, draft: Draft, found: list[Draft]) -> None:
    """Gives the time behind an event that was voted on to the vote: "voted for the strike on 10 May"."""
    before = found[-1] if found else None
    if before is None or not draft.definite or before.named or before.type.type != "vote":
        return
    if set(line.words[before.end : draft.start]) <= _OBJECT_OF and draft.clause[0] <= before.start:
        before.times += draft.times
        draft.times.clear()


def setting(line: Line, draft: Draft, found: list[Draft]) -> bool:
    """Whether a draft is only what another one happened in or at, which then has its place and time: the storm of "a ferry capsized in a
    storm off Zenda on Monday", the funeral at which a bomb went off; not that in which houses collapsed."""
    at = draft.start - 1
    while at > 0 and line.tags[at] in "aw":
        at -= 1
    within = line.words[at] in _A and line.words[at - 1 : at] and line.words[at - 1] in _WITHIN
    if not draft.named or not (within or (line.tags[at] in "DY" and line.words[at - 1 : at] and line.words[at - 1] in _AT)):
        return False
    for other in found:
        if other.type.type in draft.type.setting_of and not other.named and other.start < at and not _of_many(line, other):
            other.places += [place for place in draft.places if place not in other.places]
            other.times += [time for time in draft.times if time not in other.times]
            return True
    return False


def _of_many(line: Line, draft: Draft) -> bool:
    """Whether the subject of a verb is in the plural: "houses collapsed"."""
    found = subject(line, draft.start)
    words = line.words[found[0] : found[1]] if found is not None else ()
    return bool(words) and words[0] not in _A and words[-1].endswith("s") and not words[-1].endswith("ss")


def causes(line: Line, found: list[Draft], rules: Rulebook) -> None:
    """Joins an outcome to a cause named behind it, "three were killed in a drone attack", and a word of blame to the
    event it is about: "claimed responsibility for the bombing"."""
    earlier = came_after(line, rules) if len(found) > 1 else None
    for at, draft in enumerate(found[:-1]):
        if draft.type.refers and not draft.named and draft.joins is None and found[at + 1].named and not found[at + 1].type.refers:
            draft.joins = at + 1 if found[at + 1].start - draft.end < _BLAMED_WITHIN else None
        taken = draft.type.parts_beside and line.words[draft.start - 1] not in words_of(rules, "claimed-deed")
        bare = draft.type.refers and draft.type.after and not taken  # the deed is not what its word takes
        if bare and draft.joins is None and all(earlier.type.refers for earlier in found[:at]):
            draft.joins = _told_behind(line, draft, found[at + 1 :], at + 1, rules)
    for at, draft in enumerate(found):
        if at and draft.joins is None and _of_foiled(line, found[at - 1], draft):
            draft.joins = at - 1
            for one in (draft, found[at - 1]):
                one.attempted = one.unsure = True
        if draft.type.after and draft.joins is None and line.words[draft.end - 1] == "it":
            draft.joins = _deed_before(found[:at], rules)
        if not draft.type.outcome or draft.joins is not None:
            continue
        if draft.named:
            draft.joins = _at_the_price_of(line, draft, found[:at], rules)
            continue
        for index, cause in enumerate(found):
            if not cause.type.outcome and not cause.named and _befell(line, draft, cause):
                draft.joins = index  # "31 were injured when a wall collapsed"
                break
            barren = cause.type.refers or cause.type.type in types_of(rules, "harmless") or _said_at(line, cause, draft, rules)
            if not cause.named or cause.type.outcome or barren:
                continue
            apart = earlier is not None and cause.start < earlier < draft.start  # "the blast came a day after a raid killed two"
            if cause.clause[0] <= draft.start < cause.clause[1] and cause.end <= draft.start and not _proper_actor(draft) and not apart:
                draft.joins = index  # "the blast left two dead"
                break
            if cause.start <= draft.start:
                continue
            group = cause.start
            while group > 0 and line.tags[group - 1] in NOUN_SIDE:
                group -= 1
            if group and line.words[group - 1] in ("in", "by", "during", "from", "with") and group - draft.end < 12:
                draft.joins = index
                break


def _said_at(line: Line, occasion: Draft, outcome: Draft, rules: Rulebook) -> bool:
    """Whether something is only where an outcome was told of: "the mayor said at a meeting on Friday that nine people had been killed"."""
    if not any(line.words[at] == "that" and that_clause(line, at) for at in range(occasion.end, outcome.start)):
        return False
    verbs = cues_of(rules).words
    return any(word in verbs and verbs[word].form == "verb" for word in line.words[: occasion.start])


def _of_foiled(line: Line, foiled: Draft, draft: Draft) -> bool:
    """Whether a participle says more of what came to nothing: "defused a bomb planted in front of the embassy"."""
    alike = foiled.attempted != draft.attempted and foiled.type.type == draft.type.type and not (foiled.named or draft.named)
    between = line.tags[foiled.end : draft.start]
    if alike and draft.attempted:  # "a bomb planted in front of the embassy was defused"
        participle = line.tags[foiled.start - 1 : foiled.start] in ("w", "K")
        return participle and set(between) <= NOUN_SIDE | set("PTKba") and "b" in between
    return alike and set(between) <= NOUN_SIDE


def told_as_separate(line: Line, found: list[Draft], rules: Rulebook) -> None:
    """Joins the noun of "were shot dead in separate attacks in Zenda and Maris" to the verb before it: the attacks are the shootings."""
    separate = words_of(rules, "separate")
    for at, draft in enumerate(found[1:], 1):
        group = draft.start
        while group > 0 and line.tags[group - 1] in NOUN_SIDE:
            group -= 1
        parted = draft.named and draft.joins is None and draft.plural and not separate.isdisjoint(line.words[group : draft.start])
        deed = found[at - 1]
        if not parted or line.words[group - 1 : group] != ("in",) or deed.named or deed.joins is not None or deed.type.refers:
            continue
        crime = deed.type.type in types_of(rules, "crime")
        if crime and can_be_one(deed.type.type, draft.type.type, rules) and deed.clause[0] <= group < deed.clause[1]:
            draft.joins = at - 1


def _told_behind(line: Line, blame: Draft, later: list[Draft], first: int, rules: Rulebook) -> int | None:
    """The deed that stands behind words of who did it, where none stands before: "suspicion fell on the Front after a bomb killed nine",
    "leaflets signed by the Front lay at the scene of the murder"; ``first`` is the index of the first of the ``later``."""
    for index, deed in enumerate(later, first):
        if not deed.type.refers and not deed.type.after:
            between = line.words[blame.end : deed.start]
            near = len(between) < _TOLD_BEHIND and "S" not in line.tags[blame.end : deed.start] and not _TO_DEED.isdisjoint(between)
            sure = deed.joins is None and not (deed.unsure or deed.denied or deed.old)
            return index if near and sure and deed.type.type in types_of(rules, "crime") else None
    return None


def _deed_before(earlier: list[Draft], rules: Rulebook) -> int | None:
    """The deed of the same sentence that "it" means: "survivors of the massacre say that the army took part in it"."""
    deeds = [at for at, draft in enumerate(earlier) if draft.type.type in types_of(rules, "crime") and not draft.type.refers]
    return deeds[-1] if deeds and earlier[deeds[-1]].joins is None else None


def _at_the_price_of(line: Line, outcome: Draft, before: list[Draft], rules: Rulebook) -> int | None:
    """The event that ended with an outcome, "a ferry sank off Zenda with the loss of nine lives"; who is charged with one ends nothing."""
    group = outcome.start
    while group > 0 and line.tags[group - 1] in NOUN_SIDE:
        group -= 1
    if group == 0 or line.words[group - 1] != "with":
        return None
    for index, cause in enumerate(before):
        free = cause.joins is None and not cause.type.outcome and not cause.type.refers
        if free and can_be_one(cause.type.type, outcome.type.type, rules) and cause.clause[0] <= outcome.start < cause.clause[1]:
            return index
    return None


def _befell(line: Line, outcome: Draft, cause: Draft) -> bool:
    """Whether the next verb behind an outcome tells what came to grief then: "were injured when a wall collapsed", "hurt after a bus
    overturned"; what people did, or had done before, is told by coreference."""
    if not (cause.type.subject == "target" or cause.type.of_itself) or cause.joins is not None:
        return False
    opens = next((at for at in range(outcome.end, cause.start) if line.words[at] in _WHEN), None)
    if opens is None or "S" in line.tags[outcome.end : opens]:
        return False
    return set(line.tags[opens + 1 : cause.start]) <= NOUN_SIDE | {"P", "a"}


def _proper_actor(draft: Draft) -> bool:
    return any(who.kind in ("state", "group", "person") for who in draft.actors)
