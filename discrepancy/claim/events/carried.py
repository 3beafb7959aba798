"""What the verb behind the name of an event tells: who carried it out, and where it went.

Takes a line, a draft whose noun names the event and the unit behind its prepositional groups; fills the draft.
"""

from __future__ import annotations

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import noun_group
from discrepancy.annotate.parties import arms, party
from discrepancy.claim.events.arguments import prepositions, take
from discrepancy.claim.events.drafts import Draft, Lexicon, lexicon_of
from discrepancy.claim.events.nouns import of_group_end
from discrepancy.claim.events.whereabouts import take_places
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_PARTICLES = frozenset(("away", "off", "out", "up", "down", "apart"))
"""What may stand between such a verb and what it did it to."""
_IRREGULAR = frozenset(("laid", "led", "sprung", "begun"))
"""Participles that no ending tells."""
_WHERE = frozenset(("in", "at", "near", "outside"))
"""Prepositions of the places that stand between a verb and who did it."""
_ASIDES = 4
"""Times and places that may stand there."""
_LIST = 40
"""Units that a list of those who were hit may have."""
_TO_RELATIVE = 6
"""Units from a comma to the word that opens a relative clause behind it: ", five of whom"."""


def carrier_before(line: Line, verb: int, lexicon: Lexicon) -> int | None:
    """The unit of the verb before a noun that names a deed, where its subject did it: "carried out | the attack", not "ruled out | the
    attack"."""
    at = verb - 1 if verb > 0 and line.words[verb] == "out" else verb
    return at if at >= 0 and line.words[at] in lexicon.carriers and line.tags[verb] in "vwa" else None


def carried_by(line: Line, draft: Draft, end: int, lexicon: Lexicon, rules: Rulebook) -> None:
    """The actor in "attacks with eleven missiles launched by Ruritania"; and the target in "the attack suffered by the union"."""
    if line.words[end : end + 1] != () and line.words[end] in words_of(rules, "suffers") and line.words[end + 1 : end + 2] == ("by",):
        group = noun_group(line, end + 2, len(line.words))
        take(line, draft, draft.type.object or "target", party(line, group, rules, things=True), rules)
        prepositions(line, draft, group[1], lexicon, rules)
        return
    said = (u for u in range(draft.end, len(line.words) - 1) if line.words[u] == "that" and line.tags[u + 1] in "DY")
    last = next(said, len(line.words))  # "the attack proves | that the decision made by the court was wrong"
    for unit in range(end, min(end + 9, draft.clause[1] - 2, last)):
        if line.words[unit] not in lexicon.carriers and line.words[unit] != "claimed":
            continue
        by = _to_agent(line, unit + 1 + (line.words[unit + 1] == "out"))  # "launched by", "carried out by"
        if line.words[by : by + 1] == ("by",):
            group = noun_group(line, by + 1, len(line.words))
            if group[1] > group[0]:
                take(line, draft, "actor", party(line, group, rules), rules)
                if draft.type.object == "victims" and line.words[group[1] : group[1] + 1] == ("against",):
                    hit = noun_group(line, group[1] + 1, len(line.words))  # "the murder committed by the Front against a judge"
                    take(line, draft, "victims", party(line, hit, rules), rules)
                    group = hit
                prepositions(line, draft, group[1], lexicon, rules)
            return


def _to_agent(line: Line, at: int) -> int:
    """The unit behind when and where a deed was done: "carried out | on Friday in Lima | by rebels"."""
    for _ in range(_ASIDES):
        if line.tags[at : at + 1] in ("a", "T"):
            at += 1
        elif line.tags[at : at + 2] == "PT":
            at += 2
        elif line.tags[at : at + 1] == "P" and line.words[at] in _WHERE:
            end = noun_group(line, at + 1, len(line.words))[1]
            if end <= at + 1 or not any(name.kind == "place" for _, name in line.names(at + 1, end)):
                return at
            at = end
        else:
            return at
    return at


def carried_far(line: Line, draft: Draft, end: int, rules: Rulebook) -> None:
    """The actor behind a list of those who were hit: "the murder of A, B and C, along with D, was perpetrated by the Zenda Front"."""
    lexicon = lexicon_of(rules)
    unit, last = end, min(end + _LIST, len(line.tags))
    while unit < last:
        tag = line.tags[unit]
        if tag in "bh":
            behind = after_verbs(line, unit)
            if not (lexicon.carriers | words_of(rules, "done-by")).isdisjoint(line.words[unit:behind]):
                prepositions(line, draft, behind, lexicon, rules, only=("by",))
            elif line.tags[unit] == "b" and line.tags[behind : behind + 1] == "D":
                _latest_of(line, draft, behind, rules)
            return
        if tag == "K" and (closed := _relative_closed(line, unit, last)):
            unit = closed
        elif tag in "SRsBvmd":
            return
        unit += 1


def _relative_closed(line: Line, comma: int, last: int) -> int:
    """The comma that closes the relative clause behind one, 0 where none stands there: "the kidnapping of nine leaders, | five of whom were
    found dead, was planned by"."""
    opens = next((unit for unit in range(comma + 1, min(comma + _TO_RELATIVE, last)) if line.tags[unit] not in "PQwDY"), last)
    if line.tags[opens : opens + 1] != "R":
        return 0
    return next((unit for unit in range(opens + 1, last) if line.tags[unit] == "K" and line.tags[unit + 1] in 'bh"'), 0)


def by_far(line: Line, draft: Draft, end: int, rules: Rulebook) -> None:
    """The actor behind the comma that closes what is told of a passive verb: "was shot on Friday, as he left his house, by rebels of the
    Zenda Front". Only who bears arms: "was shot, by his own account"."""
    for comma in range(end, min(end + _LIST, len(line.tags) - 2)):
        if line.tags[comma] in "SB":
            return
        if line.tags[comma] != "K" or line.words[comma + 1] != "by":
            continue
        who = party(line, noun_group(line, comma + 2, len(line.tags)), rules)
        head = line.words[who.end - 1]
        if (who.kind == "group" and arms(who.name, rules)) or head in words_of(rules, "armed") | words_of(rules, "attacker"):
            take(line, draft, "actor", who, rules)
            return


def _latest_of(line: Line, draft: Draft, at: int, rules: Rulebook) -> None:
    """The actor of a deed that is called one of a row, or by another word for a deed: "the attack was the first by the Zenda Front this
    year", "was a terrorist act by the Zenda Front"."""
    end = noun_group(line, at, len(line.tags))[1]
    ranked = words_of(rules, "of-several") | words_of(rules, "another") | words_of(rules, "claimed-deed")
    if line.words[end : end + 1] == ("by",) and not ranked.isdisjoint(line.words[at:end]) and "N" not in line.tags[at:end]:
        take(line, draft, "actor", party(line, noun_group(line, end + 1, len(line.tags)), rules), rules)


def carried_in_relative(line: Line, draft: Draft, end: int, lexicon: Lexicon, rules: Rulebook) -> int | None:
    """Reads "strikes that Ruritania carried out", "the bombings, which the air force began on Sunday"; gives the unit behind the verb, or
    None."""
    end += line.tags[end : end + 1] == "K"
    if line.words[end : end + 1] not in (("that",), ("which",)):
        return None
    group = noun_group(line, end + 1, len(line.words))
    verb = group[1]
    while verb < len(line.words) and line.tags[verb] in "abh":
        verb += 1
    owned = words_of(rules, "owned-up")
    done = lexicon.carriers | words_of(rules, "begun") | owned
    if group[1] <= group[0] or line.words[verb : verb + 1] == () or line.words[verb] not in done:
        return None
    if line.words[verb + 1 : verb + 2] == ("by",):
        return None  # "the attack proves that the decision made by the court was wrong"
    draft.claimed = line.words[verb] in owned
    take(line, draft, "actor", party(line, group, rules), rules)
    return verb + 2 if line.words[verb + 1 : verb + 2] == ("out",) else verb + 1


def before_series(line: Line, start: int, rules: Rulebook) -> int:
    """Where the noun group of several deeds begins: at the "a" of "a series of bombings"; ``start`` for others."""
    if start < 2 or line.words[start - 1] != "of" or line.words[start - 2] not in words_of(rules, "series"):
        return start
    at = start - 2
    while at > 0 and line.tags[at - 1] in "DYQw":
        at -= 1
    return at


def wielded(line: Line, draft: Draft, lexicon: Lexicon, rules: Rulebook) -> None:
    """Who used the weapon that a clause of a deed names: "a mine laid by the Front killed two farmers", "killed by a grenade thrown by
    soldiers of the Brigade"."""
    start, end = draft.clause
    munition = words_of(rules, "munition")
    for unit in range(start, min(end, len(line.words) - 3)):
        if line.words[unit] not in lexicon.weapons and line.words[unit] not in munition:
            continue
        used = unit + 1
        while used < end - 2 and line.tags[used] in "aK":
            used += 1
        by = used + 1 + (line.words[used + 1] in ("off", "down"))
        if line.words[by] == "from":
            by = noun_group(line, by + 1, len(line.words))[1]  # "bullets fired from a pistol by"
        if line.words[by : by + 1] == ("by",) and line.words[used] in words_of(rules, "wields"):
            group = noun_group(line, by + 1, len(line.words))
            if group[1] > group[0]:
                take(line, draft, "actor", party(line, group, rules), rules)
            return


def after_verbs(line: Line, at: int) -> int:
    """The unit behind a verb group and its *out*; behind *by* where a participle stands before it."""
    while (at < len(line.tags) and line.tags[at] in "bhavmd") or line.words[at : at + 1] == ("out",):
        at += 1
    if line.words[at + 1 : at + 2] == ("and",) and line.words[at].endswith("ed") and line.words[at + 2 : at + 3] != ():
        at = after_verbs(line, at + 2)  # "was planned and carried out by"
    by = line.words[at + 1 : at + 2] == ("by",) and (line.words[at].endswith("ed") or line.words[at] in _IRREGULAR)
    return at + 1 if by else at  # "was planned by", which is a noun as often


def past_cause(line: Line, end: int, rules: Rulebook) -> int:
    """The unit behind what brought an event about: "a landslide triggered by days of rain | buried nine houses"."""
    if (
        line.words[end : end + 1] == ()
        or line.words[end] not in words_of(rules, "brought-about")
        or line.words[end + 1 : end + 2] != ("by",)
    ):
        return end
    group = noun_group(line, end + 2, len(line.tags))
    return of_group_end(line, group, rules) if group[1] > group[0] else end


def wrecks(line: Line, end: int, draft: Draft, rules: Rulebook) -> bool:
    """Whether the verb behind an event's name tells what it did where it was."""
    wrecks = line.words[end : end + 1] != () and line.words[end] in words_of(rules, "wrecks")
    return wrecks or (not draft.type.subject and line.tags[end : end + 1] == "v")


def swept(line: Line, draft: Draft, verb: int, lexicon: Lexicon, rules: Rulebook) -> None:
    """Where what nobody does took place, by the verb behind its name: "a fire broke out in a hotel in Lima", "floods
    swept through two villages near Lima", "a blaze engulfed a hotel in Lima", "a landslide cut off a village near Lima"."""
    if line.words[verb] in lexicon.words:
        return  # "the fire killed nine people from Lima": the deaths tell for themselves
    at = after_verbs(line, verb)
    if draft.definite and not words_of(rules, "felt").isdisjoint(line.words[verb : max(at, verb + 1)]):
        return  # "the quake shook Lima as well", "the tremor was felt in Lima"
    at += line.words[at : at + 1] != () and (line.words[at] in lexicon.across or line.words[at] in _PARTICLES)
    group = noun_group(line, at, len(line.tags))
    if group[1] > group[0]:
        end = of_group_end(line, group, rules)
        group = group if "from" in line.words[group[1] : end] else (group[0], end)
        take_places(line, draft, group, rules)
    prepositions(line, draft, max(at, group[1]), lexicon, rules)
