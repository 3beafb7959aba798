"""What the clause around a noun that names an event tells of it: who did it, to whom, where, when.

Takes one line and a draft with its trigger; fills the draft in.
"""

from __future__ import annotations

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.parties import party
from discrepancy.annotate.subjects import behind_comma, start_of_sentence, subject
from discrepancy.annotate.times import Timex
from discrepancy.annotate.verbgroups import passive, verb_group
from discrepancy.claim.events.arguments import joint, modifiers, prepositions, take
from discrepancy.claim.events.blame import disowned, lay_blame
from discrepancy.claim.events.blame_behind import lay_blame_behind
from discrepancy.claim.events.carried import (
    after_verbs,
    before_series,
    carried_by,
    carried_far,
    carried_in_relative,
    carrier_before,
    past_cause,
    swept,
    wrecks,
)
from discrepancy.claim.events.drafts import NOUN_SIDE, Draft, Lexicon
from discrepancy.claim.events.sorts import types_of
from discrepancy.claim.events.whereabouts import fronted
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_POINTING = (("it",), ("this",), ("that",))
_ABOUT = frozenset(("with", "on", "about", "into", "regarding"))
"""Words before a deed behind which the verb is that of another noun: "the report on the attack | was made by"."""
_OTHERS = 3
"""Units before who may have done it within which *or* names somebody else."""
_BEFORE_ARTICLES = (("all",), ("both",), ("half",))


def by_noun(line: Line, draft: Draft, found: list[Draft], lexicon: Lexicon, rules: Rulebook) -> None:
    """Fills in what stands around a noun that names an event: modifiers, prepositions, who carried it out."""
    start = draft.start
    while (
        start > 0
        and (line.tags[start - 1] in NOUN_SIDE or line.tags[max(0, start - 2) : start] == "Da")
        and not (line.tags[start - 1] == "v" and start > 1 and line.tags[start - 2] not in "DYQH")
    ):
        start -= 1  # past "this | cowardly attack", too
        if line.tags[start] in "DY" and line.words[start - 1 : start] not in _BEFORE_ARTICLES:
            break  # "the accusation of the Zenda Front that the attack …"
    if (
        start
        and line.tags[start - 1] == "T"
        and (line.tags[start] == "H" or line.tags[max(0, start - 2)] in "DY" or line.words[start - 1].startswith("the "))
    ):
        draft.times.append(start - 1)  # "Wednesday's explosions", "the 31 October attack"
        draft.definite |= line.tags[start] == "H"
    before = line.values[start - 1] if start else None
    if isinstance(before, Timex) and before.expression.anchor == "event" and line.words[start] in ("a", "an", "another"):
        draft.another = True  # "two years after a bombing": not the one that is told
        after_one = any(one.named and one.type.type == draft.type.type for one in found) or line.words[:1] == ("it",)
        draft.old |= before.expression.unit in ("year", "decade", "month") or after_one  # "it struck a day after a quake"
    draft.plural = line.words[draft.end - 1].endswith("s")
    if start and line.words[start - 1] == "with" and found and not found[-1].named:
        last = found[-1]
        if last.type.against_state and draft.type.against_state and draft.clause[0] <= last.start:
            draft.joins = len(found) - 1  # "hit back with strikes on a port"
    modifiers(line, draft, start, lexicon, rules)
    end = past_cause(line, prepositions(line, draft, draft.end - joint(line, draft), lexicon, rules), rules)
    if _one_of_a_row(line, draft, start, found, rules):
        draft.another, draft.definite = False, True
        draft.times.clear()  # "this year" is the time of the row
        if line.tags[start - 1] == "K":
            draft.joins = len(found) - 1
    start = _behind_which_time(line, draft, start)
    blamable = draft.type.refers or draft.type.type in types_of(rules, "deed")
    if blamable:
        lay_blame(line, draft, start, end, rules)
    verb = before_series(line, start, rules) - 1
    while verb > 0 and line.tags[verb] in "aD" and line.words[verb] != "that":
        verb -= 1
    about = line.words[max(0, start - 1)] in _ABOUT and line.tags[end : end + 1] in ("b", "h")
    if draft.alleged or draft.claimed:
        fronted(line, draft, rules)
    elif (carrier := carrier_before(line, verb, lexicon)) is not None:
        if passive(line, carrier):
            return
        draft.carried = True
        who = subject(line, carrier)
        draft.alleged |= "m" in line.tags[verb_group(line, carrier) : carrier]  # "could have carried out the attack"
        if who is not None and "or" in line.words[max(0, who[0] - _OTHERS) : carrier]:
            who = None  # "the Front, rebels or radicals could have carried out the attack": which of them is left open
        if who is not None and not disowned(line, carrier, rules):
            take(line, draft, "actor", party(line, who, rules), rules)
        fronted(line, draft, rules)
    elif (carrier_end := carried_in_relative(line, draft, end, lexicon, rules)) is not None:
        prepositions(line, draft, carrier_end, lexicon, rules)
    elif end < len(line.tags) and line.tags[end] in "bh" and not about:  # "an attack was carried out by"
        done = after_verbs(line, end)
        draft.claimed = "claimed" in line.words[end:done]
        doing = lexicon.carriers | words_of(rules, "done-by")
        did = not blamable or not doing.isdisjoint(line.words[end:done])
        prepositions(line, draft, done, lexicon, rules, only=("by", "on", "in") if did else ("on", "in"))
    elif (happened := _happened(line, end, rules)) is not None:
        prepositions(line, draft, happened, lexicon, rules)  # "the attack took place in Lima on Sunday"
        draft.another |= draft.definite and not words_of(rules, "of-several").isdisjoint(line.words[start : draft.start])
    elif not draft.places and wrecks(line, end, draft, rules):
        swept(line, draft, end, lexicon, rules)
    if not draft.actors and not about:
        carried_by(line, draft, end, lexicon, rules)
    for further in (carried_far, lay_blame_behind) if blamable and not about else ():
        if not draft.actors:
            further(line, draft, end, rules)
    meets = draft.type.type in types_of(rules, "meeting")
    if meets and not draft.actors and start and line.tags[start - 1] == "P" and start_of_sentence(line, start):
        who = behind_comma(line, end)  # "At a meeting in June, the ministers agreed …"
        if who is not None:
            take(line, draft, "actor", party(line, who, rules), rules)


def _one_of_a_row(line: Line, draft: Draft, start: int, found: list[Draft], rules: Rulebook) -> bool:
    """Whether a noun says of the event just told that it was one of several: "It was the third attack on the port this year", "was
    kidnapped on Monday, the third abduction this month"."""
    ranks = words_of(rules, "of-several") | words_of(rules, "another")
    told = line.words[start : draft.start]
    if start < 1 or told[:1] != ("the",) or not any(word in ranks or word.endswith("th") for word in told):
        return False
    if line.tags[start - 1] == "K":
        return bool(found) and not found[-1].named and found[-1].type.type == draft.type.type
    return line.tags[start - 1] == "b" and line.words[start - 2 : start - 1] in _POINTING


def _behind_which_time(line: Line, draft: Draft, start: int) -> int:
    """Where a noun group begins whose own time stands before it: "to blame for | Friday's attack", "behind | the 31 October attack"."""
    if start and start - 1 in draft.times and draft.start > start - 1:
        return start - 1 - (start > 1 and line.tags[start - 2] in "DY")
    return start


def _happened(line: Line, at: int, rules: Rulebook) -> int | None:
    """The unit behind a verb that says only that something was, "occurred", ", which took place", where it stands at ``at``; None for
    others."""
    at += line.tags[at : at + 1] == "K"
    at += line.words[at : at + 1] in (("which",), ("that",))
    while line.tags[at : at + 1] in ("a", "h"):
        at += 1
    if line.words[at : at + 1] == () or line.words[at] not in words_of(rules, "happen"):
        return None
    if line.words[at] in ("took", "broke"):
        return at + 2 if line.words[at + 1 : at + 2] in (("place",), ("out",)) else None
    return at + 1
