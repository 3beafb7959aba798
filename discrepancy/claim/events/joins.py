"""How the words of one sentence that tell of events stand to each other: an outcome to its cause, one more event, a vote to its aim.

Takes the drafts of one line; marks them.
"""

from __future__ import annotations

from discrepancy.annotate.grammar import Line
from discrepancy.claim.events.drafts import NOUN_SIDE, Draft, Lexicon

_BLAMED_WITHIN = 8
"""Units between a word of blame and the event it is about."""
_OPENING = 5
"""Units of a sentence in which it says that it is about one more event."""
_OBJECT_OF = frozenset(("for", "against", "on", "the", "that", "this", "its", "their"))


def time_of_vote(line: Line, draft: Draft, found: list[Draft]) -> None:
    """Gives the time behind an event that was voted on to the vote: "voted for the strike on 10 May"."""
    before = found[-1] if found else None
    if before is None or not draft.definite or before.named or before.type.type != "vote":
        return
    if set(line.words[before.end : draft.start]) <= _OBJECT_OF and draft.clause[0] <= before.start:
        before.times += draft.times
        draft.times.clear()


def one_more(line: Line, found: list[Draft], lexicon: Lexicon) -> None:
    """Marks what opens on one more event: "Elsewhere, gunmen attacked …", "In another incident, rebels shelled …", "they also
    attacked …", "In another development, nine were killed"."""
    opening = line.words[:_OPENING]
    anew = _anew(line, lexicon)
    opens = anew or not lexicon.elsewhere.isdisjoint(opening) or opening[:2] == ("in", "addition")
    opens = opens or any(d.another and d.start < _OPENING and line.tags[:1] == "P" for d in found)
    for draft in found:
        if draft.joins is not None or draft.type.refers or (not anew and (draft.type.outcome or draft.definite)):
            continue
        told = draft.targets or draft.victims or draft.places
        also = not draft.named and "also" in line.words[max(0, draft.start - 3) : draft.start]
        if told and (opens or also):
            draft.another = True
            opens = anew = False


def _anew(line: Line, lexicon: Lexicon) -> bool:
    """Whether a sentence says in so many words that it turns to something else: "In another development, …", "In a separate action, …"."""
    comma = line.tags.find("K", 0, 2 * _OPENING)
    opening = line.words[1 : max(1, comma)]
    whole = set(line.tags[1:comma]) <= NOUN_SIDE | {"v", "a"}
    return line.words[:1] == ("in",) and whole and not lexicon.another.isdisjoint(opening)


def causes(line: Line, found: list[Draft]) -> None:
    """Joins an outcome to a cause named behind it, "three were killed in a drone attack", and a word of blame to the
    event it is about: "claimed responsibility for the bombing"."""
    for at, draft in enumerate(found[:-1]):
        if draft.type.refers and not draft.named and draft.joins is None and found[at + 1].named and not found[at + 1].type.refers:
            draft.joins = at + 1 if found[at + 1].start - draft.end < _BLAMED_WITHIN else None
    for draft in found:
        if not draft.type.outcome or draft.joins is not None or draft.named:
            continue
        for index, cause in enumerate(found):
            if not cause.named or cause.type.outcome or cause.type.refers:
                continue
            if cause.clause[0] <= draft.start < cause.clause[1] and cause.end <= draft.start and not _proper_actor(draft):
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


def _proper_actor(draft: Draft) -> bool:
    return any(who.kind in ("state", "group", "person") for who in draft.actors)
