"""Whether what a clause tells of has happened, and whether it is old: what is feared, tried, threatened, meant, or done by nobody.

Takes a line and a draft with its trigger; marks the draft, or gives yes and no. Deeds of a kind and of no day are told by
:mod:`discrepancy.claim.events.general`.
"""

from __future__ import annotations

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import Range, noun_group
from discrepancy.annotate.parties import Party
from discrepancy.annotate.verbgroups import verb_group
from discrepancy.claim.events.blame import suspected
from discrepancy.claim.events.drafts import Draft, Lexicon
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_UNSURE_WITHIN = 8
"""Units before an event's word within which a word of doubt is about it."""
"""Behind a word of doubt they tell of a name: "a band calling itself Red Dawn"."""
_TURNS = frozenset(("after", "following", "since", "once"))
"""Words behind which a sentence turns from what is feared to what was: "threatened to resign after gunmen killed two"."""
_WHO = frozenset(("who", "which"))
_SAID_WITHIN = 16
"""Units before a deed within which the *that* stands behind which it is told."""
_FALSE_WITHIN = 12
"""Units behind a deed within which it is told that it was none."""
_PROOF_WITHIN = 5
"""Units before a *that* within which stand "no" and the evidence there is none of, or who doubts it."""
_UNTIL_WITHIN = 6
"""Units between *until* and the verb of its clause."""
_KEPT_WITHIN = 8
"""Units before "from attacking" within which those stand who were kept from it, and the verb that says so."""
_SHARED = 8
"""Units from a verb to the one before *and* with which it shares its subject."""
_CHARGED_WITHIN = 5
"""Units before a crime within which a word of charging makes it a charge."""


def only_charged(line: Line, unit: int, lexicon: Lexicon, rules: Rulebook) -> bool:
    """Whether a crime is a charge and tells of no deed: "four counts of attempted murder", not "was charged over a murder"; "in charge of"
    charges nobody."""
    for at in range(unit - 1, max(-1, unit - _CHARGED_WITHIN - 1), -1):
        if line.words[at] in lexicon.charge and line.words[at - 1 : at] != ("in",):
            return not _charged_over(line, at + 1, unit, rules)
    return False


def _charged_over(line: Line, start: int, unit: int, rules: Rulebook) -> bool:
    """Whether words between a charge and one crime say that the charge is for what was done there: "charged after a shooting", "charges
    that stem from the robbery", "charged in connection with the stabbing"."""
    over = [at for at in range(start, unit) if line.words[at] in words_of(rules, "charged-over")]
    first = over[-1] + 1 if over else unit
    first += line.words[first : first + 1] in (("with",), ("to",), ("from",))
    return line.tags[first : first + 1] in ("D", "Y")


def _bearer(line: Line, unit: int) -> bool:
    """Whether a word of the past describes somebody: "former minister Ann Rudd" and "Bo Quist, a former employee," tell no day."""
    start, end = noun_group(line, unit, len(line.tags))
    aside = line.words[unit] == "former" and line.words[max(0, unit - 1) : unit] in (("a",), ("an",), ("the",), ("two",))
    return start <= unit < end - 1 and (line.tags[end - 1] == "N" or aside)


def _came_to_nothing(line: Line, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether the verb of a noun says that nothing came of it: "an attack on the port was foiled"."""
    for unit in range(draft.end, min(draft.end + _UNSURE_WITHIN, draft.clause[1])):
        if line.tags[unit] == "b":
            return not lexicon.attempted.isdisjoint(line.words[unit + 1 : unit + 3])
    return False


def _past_of(line: Line, doubt: int, draft: Draft, rules: Rulebook) -> bool:
    """Whether a word of doubt is about something else than a deed behind it that was done: "threatened to resign after gunmen killed two",
    "fear that the men who attacked a bank may strike again", "might be behind the kidnapping of a banker", "demanded that the army explain
    the massacre"."""
    between = line.words[doubt + 1 : draft.start]
    if draft.named:
        known = line.words[doubt] == "might" or not words_of(rules, "presupposes").isdisjoint(between)
        return (known and draft.definite) or not _TURNS.isdisjoint(between)
    told = line.words[draft.start].endswith("ed") or line.words[draft.start] in words_of(rules, "past-form")
    return told and not (_TURNS | _WHO).isdisjoint(between) and "m" not in line.tags[verb_group(line, draft.start) : draft.start]


def _disproved(line: Line, draft: Draft, rules: Rulebook) -> bool:
    """Whether what is told of a deed was not so: "the rumour that the bishop had been murdered proved false"."""
    that = next((at for at in range(draft.start - 1, max(0, draft.start - _SAID_WITHIN), -1) if line.words[at] == "that"), 0)
    if not that or line.words[that - 1] not in words_of(rules, "hearsay") or "S" in line.tags[that : draft.start]:
        return False
    behind = range(draft.end, min(draft.end + _FALSE_WITHIN, len(line.words)))
    return any(line.words[at] in words_of(rules, "untrue") and _proved(line, at, rules) for at in behind)


def _proved(line: Line, at: int, rules: Rulebook) -> bool:
    """Whether a word behind it says that it is so: "was false", "is absolutely unfounded"."""
    proves = words_of(rules, "proves")
    at -= 1 + (line.tags[at - 1] == "a" and line.words[at - 1] not in proves)
    return line.words[at] in proves


def _until(line: Line, draft: Draft) -> bool:
    """Whether a deed is what somebody waits for or works at: "we cannot rest until we have destroyed their bases"; not "waited until a
    bomb went off"."""
    group = verb_group(line, draft.start)
    ahead = not draft.named and line.words[group : group + 1] in (("have",), ("has",))
    return ahead and "until" in line.words[max(0, group - _UNTIL_WITHIN) : group]


def left_open(line: Line, draft: Draft, who: Party, rules: Rulebook) -> bool:
    """Whether it is open that somebody did it: "not known whether the Front carried out the attack", "no evidence that the army was behind
    it", "doubts that the army did it"."""
    that = (who.start if who.start < draft.start else _group_start(line, draft.start)) - 1
    if not 0 < that < draft.start or line.words[that] not in ("whether", "if", "that"):
        return False
    known, doubting = words_of(rules, "proof"), words_of(rules, "doubting")
    if line.words[that] != "that":
        return line.words[that] == "whether" or line.words[that - 1] in words_of(rules, "asks-if")
    start = max(0, that - _PROOF_WITHIN)
    start = max((u + 1 for u in range(start, that) if line.tags[u] in "CKSs"), default=start)
    denial = (words_of(rules, "denial") | words_of(rules, "nobody")) - doubting
    denied = not denial.isdisjoint(line.words[start:that])
    doubted = not doubting.isdisjoint(line.words[start:that])
    return denied != doubted and (doubted or not known.isdisjoint(line.words[start:that]))


def _group_start(line: Line, end: int) -> int:
    """Where the noun group begins that ends at a unit, without a *that* before it: "not verified that | the attack was carried out by"."""
    at = end
    while at > 0 and line.tags[at - 1] in "DYQNwH-a" and line.words[at - 1] not in ("that", "whether", "if"):
        at -= 1
    return at


def circumstances(line: Line, draft: Draft, lexicon: Lexicon, rules: Rulebook) -> None:
    """What the clause tells of time and certainty: older events, feared or planned ones; both sides at once."""
    start, end = draft.clause
    words, trying, selves = line.words, words_of(rules, "trying"), words_of(rules, "reflexive")
    for unit in range(start, end):
        word = words[unit]
        near = word in lexicon.old and abs(unit - draft.start) < 10
        if near and not (word == "since" and unit < draft.start) and not _bearer(line, unit):
            draft.old = True
        if unit < draft.start and draft.start - unit < _UNSURE_WITHIN:
            draft.attempted |= word in lexicon.attempted or (
                word in trying and words[unit + 1 : unit + 2] == ("to",) and unit + 2 == draft.start
            )
            if word in lexicon.unsure and selves.isdisjoint(words[unit + 1 : unit + 2]) and not _past_of(line, unit, draft, rules):
                draft.unsure = True
                draft.threatened |= word in lexicon.threat
    draft.unsure |= _disproved(line, draft, rules) or _until(line, draft)
    draft.attempted |= draft.type.attempted or (draft.named and _came_to_nothing(line, draft, lexicon))
    draft.unsure |= draft.attempted
    draft.alleged |= any(who.kind in ("group", "state", "person") and suspected(line, who, rules) for who in draft.actors)
    for who in draft.actors:
        facing = who.kind == "state" and len(who.names) > 1 and line.tags[who.end - 1] == "N"  # "Syrian and Russian jets" fly side by side
        draft.both |= who.kind == "both" or facing
    draft.both &= draft.type.against_state or draft.type.type == "exchange"
    if draft.named and draft.clause[0] <= draft.start:
        for unit in range(draft.end, min(draft.end + 6, end)):
            draft.both |= draft.type.against_state and words[unit] == "both" and words[unit - 1] == "by"
    if line.sentence.block in ("caption", "boilerplate", "stamp", "byline", "credit"):
        draft.old = True


def kept_from(line: Line, at: int, rules: Rulebook) -> Range | None:
    """Whom somebody kept from the deed that the verb at a unit tells of: "the navy prevented | pirates | from attacking a tanker"; an empty
    range where they are the subject, "were prevented from attacking"; None where nobody was kept from it."""
    if line.words[at - 1 : at] != ("from",) or not line.words[at].endswith("ing"):
        return None
    for unit in range(at - 2, max(-1, at - 2 - _KEPT_WITHIN), -1):
        if line.words[unit] in words_of(rules, "keeping-from"):
            return unit + 1, at - 1
        if line.tags[unit] in "KSRsBv":
            return None
    return None


def timeless(line: Line, at: int, rules: Rulebook) -> bool:
    """Whether the verb at a unit tells what for or what always: "came to kill the mayor", "had the task of killing the mayor", "terrorists
    who murder farmers", "said killing the mayor would be a mistake"; a headline's present is news."""
    if line.words[at].endswith("ing"):
        if line.tags[at - 1 : at] == "v" and _is_judged(line, at):
            return True
        return line.words[at - 1 : at] in (("of",), ("for",)) and at > 1 and line.words[at - 2] in words_of(rules, "purpose")
    if line.words[at] not in words_of(rules, "timeless"):
        return False
    before = at - 1
    while before > 0 and line.tags[before] == "a":
        before -= 1
    if before >= 0 and line.words[before] == "to":
        return line.words[before - 1] not in words_of(rules, "bringing-off") if before else True
    if before > 1 and line.words[before] in ("and", "or"):  # "who bomb pylons and kill policemen"
        earlier = range(before - 1, max(-1, before - _SHARED), -1)
        verb = next((unit for unit in earlier if line.words[unit] in words_of(rules, "timeless") and line.tags[unit - 1] in "RPC"), None)
        return verb is not None and timeless(line, verb, rules)
    return line.sentence.block in ("body", "quote") and line.words[before] not in ("did", "and", "or")


def _is_judged(line: Line, at: int) -> bool:
    """Whether a deed is only spoken of as one that would or might be this or that: "said attacking the port would be useless"."""
    verb = next((unit for unit in range(at + 1, len(line.tags)) if line.tags[unit] in "vbhdmKSRsB"), at)
    return line.tags[verb] == "m"


def nobody(line: Line, who: Range) -> bool:
    """Whether nobody is said to have suffered a deed, so that there was none: "no judge has been murdered"."""
    return line.words[who[0]] in ("no", "nobody", "none")


def none_of(line: Line, unit: int) -> bool:
    """Whether there was none of what is named: "no shots were fired", "not a single shot was fired"."""
    at = unit
    while at > 0 and line.tags[at - 1] in "wa-" and line.words[at - 1] != "no":
        at -= 1
    before = line.words[max(0, at - 3) : at]
    return before[-1:] == ("no",) or "not" in before[-2:-1] or before[:2] == ("not", "a")
