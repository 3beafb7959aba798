"""Who is held to blame for a deed behind it: "the attack, which officials have blamed on the Front", "the massacre, for which they hold the
army responsible", "the killers of the judge are from the army".

Takes a line, a draft and the unit behind the noun groups of its deed; fills the draft. The words are those of
:mod:`discrepancy.claim.events.blame`, which reads what stands before a deed.
"""

from __future__ import annotations

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import noun_group
from discrepancy.annotate.parties import Party, party
from discrepancy.claim.events.arguments import take
from discrepancy.claim.events.blame import LAID_WITHIN, accused, bears_arms, cues_of_blame, denied
from discrepancy.claim.events.blamed import bearer
from discrepancy.claim.events.drafts import Draft
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_STEM = frozenset(("came", "come", "comes"))
"""Verbs with which *from* says whose people somebody is: "the killers came from the army"."""
_LAID_BEHIND = 16
"""Units from the deed to the "blamed on" behind it."""


def lay_blame_behind(line: Line, draft: Draft, end: int, rules: Rulebook) -> None:
    """Fills the actors of a draft whose deed is blamed on them behind it: "the attack, which officials have blamed on the Front", "the
    attack, for which they blame the Front"."""
    cues = cues_of_blame(rules)
    if (told := _for_which(line, end, rules)) is not None:
        take(line, draft, "actor", told, rules)
        draft.alleged = True
        return
    for unit in range(end, min(end + _LAID_BEHIND, len(line.words) - 2)):
        if line.tags[unit] == "S":
            return
        cue = cues.get((line.words[unit], "laid"))
        tie = unit + 1 + (line.tags[unit + 1] == "a")
        if cue is not None and line.words[tie] == "by":
            tie = noun_group(line, tie + 1, len(line.words) - 1)[1]  # "has been attributed by police to the Front"
        if cue is not None and line.words[tie] in cue.ties and not denied(line, unit, rules):
            who = accused(line, tie + 1, rules)
            if who is not None:
                take(line, draft, "actor", who, rules)
                draft.alleged = True
            return


def _for_which(line: Line, end: int, rules: Rulebook) -> Party | None:
    """Whom a relative clause behind a deed blames for it: "the massacre, for which they hold the army responsible", "for which the Front
    has been blamed"."""
    at = end + (line.tags[end : end + 1] == "K")
    if line.words[at : at + 2] != ("for", "which"):
        return None
    cues = cues_of_blame(rules)
    for unit in range(at + 2, min(at + 2 + _LAID_BEHIND, len(line.words))):
        if line.tags[unit] in 'SRs"' or not words_of(rules, "denial").isdisjoint(line.words[unit : unit + 1]):
            return None
        laid, borne = cues.get((line.words[unit], "object")), cues.get((line.words[unit], "subject"))
        if laid is not None and "for" in laid.ties and line.tags[unit - 1] != "b":
            return accused(line, unit + 1, rules)
        group = bearer(line, unit, rules) if borne is not None and "for" in borne.ties else None
        if group is not None and group[0] > at:
            return party(line, group, rules)
    return None


def belonging_behind(line: Line, draft: Draft, rules: Rulebook, *, doers: bool = False) -> None:
    """Fills the actors of a verb whose doers are told behind its clause: "the soldiers who killed six priests belonged to the Front", "the
    man who shot the judge is a member of the police"; ``doers``: before it stand those who did it, "the killers of the judge shot on
    Friday are from the army"."""
    told = line.words[draft.clause[0] : draft.start]
    if ("who" not in told and not doers) or any(who.kind in ("group", "state", "person") for who in draft.actors):
        return
    for unit in range(draft.end, min(draft.end + LAID_WITHIN, len(line.words) - 2)):
        if line.tags[unit] in 'SsR"':
            return
        belong = line.words[unit] in words_of(rules, "belong") and line.words[unit + 1] == "to"
        stem = line.words[unit + 1] == "from" and (line.words[unit] in _STEM or line.tags[unit] == "b")
        if belong or stem or line.tags[unit] == "b":
            who = accused(line, unit + 1 + (belong or stem), rules)
            if who is not None and ((belong and who.kind == "group") or bears_arms(line, who, rules)):
                take(line, draft, "actor", who, rules)
                draft.alleged |= who.kind != "group"
            return
