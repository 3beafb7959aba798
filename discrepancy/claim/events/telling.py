"""What the clause around a word that names an event tells of it: who did it, to whom, where, when; by a noun and by a verb.

Takes one line and a draft with its trigger; fills the draft in.
"""

from __future__ import annotations

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import Range, noun_group, object_of, without_object
from discrepancy.annotate.parties import Party, party
from discrepancy.annotate.subjects import behind_comma, passive, start_of_sentence, subject, verb_group
from discrepancy.annotate.times import Timex
from discrepancy.claim.events.arguments import modifiers, prepositions, take
from discrepancy.claim.events.blame import blamed, blames, disowned, lay_blame
from discrepancy.claim.events.blame_behind import belonging_behind, lay_blame_behind
from discrepancy.claim.events.blamed import claimant, laid_on
from discrepancy.claim.events.carried import (
    after_verbs,
    before_series,
    by_far,
    carried_by,
    carried_far,
    carried_in_relative,
    carrier_before,
    past_cause,
    swept,
    wielded,
    wrecks,
)
from discrepancy.claim.events.certainty import kept_from, nobody, timeless
from discrepancy.claim.events.drafts import NOUN_SIDE, Draft, Lexicon
from discrepancy.claim.events.happening import attackers
from discrepancy.claim.events.nouns import labelled, of_group_end
from discrepancy.claim.events.sorts import types_of
from discrepancy.claim.events.suffered import called, caused, named_before_comma, suffered, whom
from discrepancy.claim.events.whereabouts import beside_subject, device_in, fronted, take_places
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_POINTING = (("it",), ("this",), ("that",))
_ABOUT = frozenset(("with", "on", "about", "into", "regarding"))
"""Words before a deed behind which the verb is that of another noun: "the report on the attack | was made by"."""
_POINTS = frozenset(("this", "that"))
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
    end = past_cause(line, prepositions(line, draft, draft.end - _joint(line, draft), lexicon, rules), rules)
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


def _joint(line: Line, draft: Draft) -> bool:
    """Whether the words that name an event end in a preposition that brings something: "fired at", "the burning of"."""
    return draft.end - draft.start > 1 and line.words[draft.end - 1] in draft.type.roles


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


def by_verb(line: Line, draft: Draft, found: list[Draft], lexicon: Lexicon, rules: Rulebook) -> None:
    """Fills in what stands around a verb that tells of an event: subject, object, prepositions; and which event it goes on about."""
    anchor = draft.start
    draft.answers = line.words[anchor] in lexicon.later
    doers = False
    is_passive = passive(line, anchor) or (draft.type.outcome and object_of(line, draft.end - 1) is None) or suffered(line, draft, rules)
    told = claimant(line, anchor, rules) if draft.type.refers else subject(line, anchor)
    who = (named_before_comma(line, anchor, rules) if is_passive else None) or told
    kept = kept_from(line, anchor, rules)
    if kept is not None:
        draft.attempted = True
        who, is_passive = (kept if kept[1] > kept[0] else who), False
    deed = anchor - (line.words[anchor - 1 : anchor] == ("having",))  # "accused of having killed a judge"
    violent = draft.type.type in types_of(rules, "deed")
    guilty = blamed(line, deed - 1, rules) if violent and line.words[deed].endswith("ing") else None
    if guilty is not None:
        who, draft.alleged, is_passive = guilty, True, False
    elif violent and line.words[deed].endswith("ing") and blames(line, deed - 1, rules):
        who = None  # "does not try the persons guilty of murdering six"
    before = whom(line, who, draft.end - 1) if not passive(line, anchor) else None
    is_passive &= before is None
    if who is not None:
        cause = next((i for i in range(len(found) - 1, -1, -1) if _covers(who, found[i])), None)
        if cause is None and _in_relative(line, who, anchor):
            cause = max((i for i, d in enumerate(found) if d.named), default=None)
        if cause is not None:
            draft.joins = cause
        else:
            suffers = line.words[anchor] in words_of(rules, "suffers") and draft.type.object == "victims"
            role = draft.type.object if is_passive or suffers else draft.type.subject
            if line.tags[anchor - 1 : anchor] == "P" and line.words[anchor - 1] != "to" and not line.words[anchor].endswith("ing"):
                role = ""  # "died from wounds"
            if line.words[anchor] == "fired" and line.words[anchor - 1] in words_of(rules, "munition"):
                role = ""  # "was killed by three bullets fired at him": whoever fired is not told
            if draft.type.of_itself and not is_passive and without_object(line, draft.end - 1):
                role = ""  # "a device exploded"
            if role == "actor" and is_passive and draft.type.roles.get("on") == "actor" and laid_on(line, draft.end):
                role = ""  # "the attack in which nine died was blamed on smugglers"
            owner = (
                _officer(line, called(line, who, rules), rules) if role == "victims" else party(line, who, rules, things=role == "target")
            )
            device = line.words[who[1] - 1] in words_of(rules, "explosive") | words_of(rules, "munition")
            if draft.type.type == "bombing" and (device or not role):  # "another bomb exploded": a device more is a bombing more
                draft.another |= not lexicon.another.isdisjoint(line.words[who[0] : who[1]]) and line.words[who[0]] not in _POINTS
            doers = role == "victims" and attackers((owner,), rules) and line.words[who[1] : who[1] + 1] == ("of",)
            if doers:  # "the killers of the priests | murdered on Friday"
                owner = _officer(line, noun_group(line, who[1] + 1, len(line.words)), rules)
            if owner.kind == "person" and line.words[anchor - 1] in ("that", "which"):
                role = ""  # "ousted Bo Quist in a coup that killed 15": no person is a "that"
            no_one = line.words[who[0]] in ("no", "nobody", "none", "neither", "any", "few") or disowned(line, anchor, rules)
            if role == "actor" and _own_men(line, owner, rules):
                owner = Party("pronoun", (), owner.start, owner.end)
            if role and not (role == "actor" and no_one):
                take(line, draft, role, owner, rules)
            elif is_passive and draft.type.joined and owner.kind in ("state", "pronoun"):
                take(line, draft, "actor", owner, rules)  # "its missiles were aimed at …"
    after = draft.end
    leads = draft.type.refers and draft.end - anchor > 1 and line.tags[draft.end - 1] == "P"  # "were identified as members of"
    if not leads and not draft.type.object and _joint(line, draft):
        after -= 1
    elif leads or not is_passive:
        thing = before or object_of(line, draft.end - 1)
        if thing is not None and line.words[thing[0]] == "what":
            thing = labelled(line, thing[1])
        if thing is not None:
            thing = (thing[0], of_group_end(line, thing, rules)) if draft.type.object in ("target", "place") else thing
            victims = draft.type.object == "victims"
            if draft.type.object == "place":
                take_places(line, draft, thing, rules)
            elif draft.type.object:
                hit = (
                    _officer(line, called(line, thing, rules), rules)
                    if victims
                    else party(line, thing, rules, things=draft.type.object == "target")
                )
                take(line, draft, draft.type.object, hit, rules)
                if victims and hit != party(line, thing, rules):
                    thing = (thing[0], of_group_end(line, thing, rules))
            after = thing[1] if before is None else after
    prepositions(line, draft, _behind_joint(line, after, lexicon) if is_passive else after, lexicon, rules)
    if is_passive and draft.type.roles.get("by") == "actor" and not draft.actors:
        by_far(line, draft, after, rules)
    if draft.type.object == "victims" and (doer := caused(line, who, anchor)) is not None:
        take(line, draft, "actor", party(line, doer, rules), rules)
    if violent and not any(who.names for who in draft.actors):
        wielded(line, draft, lexicon, rules)
    if violent and (doers or (draft.actors and not is_passive)):
        belonging_behind(line, draft, rules, doers=doers)
    fronted(line, draft, rules)
    if violent and who is not None and draft.joins is None:
        beside_subject(line, draft, who, rules)
        device_in(line, draft, who, rules)
    _time_before(line, draft)
    group = line.tags[verb_group(line, anchor) : anchor]
    draft.denied = "g" in group or (is_passive and draft.type.by_victim and who is not None and nobody(line, who))
    alone = draft.end - anchor == 1  # "a bomb destroyed a bank" is no bare "bomb"
    crime = draft.type.type in types_of(rules, "crime")
    draft.unsure = "m" in group or _shares_modal(line, draft) or (alone and crime and timeless(line, anchor, rules))
    if draft.joins is None:
        draft.joins = _goes_on(line, draft, found, rules)
        if draft.joins is not None and not is_passive:
            draft.actors.clear()  # who did it is told where the event is


def _shares_modal(line: Line, draft: Draft) -> bool:
    """Whether a form in -ing behind *and* or a comma shares the "will be" before it: "will be taking and killing farmers"."""
    joined = line.words[draft.start].endswith("ing") and line.tags[max(0, draft.start - 1)] in "CK"
    return joined and "mb" in line.tags[draft.clause[0] : draft.start]


def _time_before(line: Line, draft: Draft) -> None:
    """Takes the time between a subject and its verb: "rebels today attacked …", "two men on Sunday shot …"."""
    at = verb_group(line, draft.start)
    if at and line.tags[at - 1] == "T" and at - 1 not in draft.times and draft.clause[0] < at - 1:
        draft.times.append(at - 1)


def _officer(line: Line, group: Range, rules: Rulebook) -> Party:
    """Who was hit, where a state or a group would speak or act: "the mayor of Lima" is one of its people, and no state."""
    who, head = party(line, group, rules), line.words[group[1] - 1]
    one = not head.endswith("s") and head not in words_of(rules, "armed")  # members or a column of a group are the group
    mine = line.names(*group) or not (who.kind == "state" or (who.kind == "group" and one))
    return who if mine else party(line, group, rules, of=False)


def _behind_joint(line: Line, at: int, lexicon: Lexicon) -> int:
    """Behind the second of two participles that share where and when: "was attacked and badly damaged in Lima on Sunday"; not behind what
    came of the first, "was shot and died on Sunday"."""
    if line.tags[at : at + 1] != "C":
        return at
    verb = at + 1
    while line.tags[verb : verb + 1] == "a":
        verb += 1
    if line.tags[verb : verb + 1] != "v" or line.tags[verb + 1 : verb + 2] not in ("P", "T"):
        return at
    _, kinds = lexicon.words.get(line.words[verb], (None, ()))
    return at if any(kind.outcome or kind.after for kind in kinds[:1]) else verb + 1


def _own_men(line: Line, who: Party, rules: Rulebook) -> bool:
    """Whether a label means those of whoever was told before: "its men killed the mayor", "their fighters"."""
    return (
        who.kind == "label" and line.words[who.start] in ("its", "their") and line.words[who.end - 1] in words_of(rules, "armed") | {"men"}
    )


def _in_relative(line: Line, who: Range, verb: int) -> bool:
    """Whether a verb stands in the clause that *which* opens right behind its subject; not behind that clause: "the Front, which has
    waged a war, killed"."""
    behind = line.tags[who[1] : who[1] + 2]
    opens = who[1] + (behind[:1] != "R")
    aside = behind[:1] == "K" and line.tags[verb_group(line, verb) - 1] == "K"
    return behind.strip("KP") == "R" and line.words[opens] != "who" and not aside


def _covers(group: Range, draft: Draft) -> bool:
    """Whether the head of a noun group is the trigger of a draft, or the group of a relative clause ends in it."""
    return draft.named and (group[0] <= draft.start < group[1] or group[0] < draft.end == group[1])  # "| in a fire | that was laid"


def _goes_on(line: Line, draft: Draft, found: list[Draft], rules: Rulebook) -> int | None:
    """The draft of this line whose event a participle or an outcome goes on about: ", targeting …", "by striking …",
    ", killing …"."""
    if not found:
        return None
    before = line.tags[draft.start - 1] if draft.start else ""
    word, last = line.words[draft.start], found[-1]
    legal = types_of(rules, "legal")
    if before == "P" and last.type.type in legal and draft.type.type not in legal:
        return None  # "were charged with killing two judges", "was jailed on Monday for stealing a car": the deed is another event
    alike = draft.type.outcome or draft.type.type == last.type.type or draft.type.against_state == last.type.against_state
    if not alike:
        return None
    if word.endswith("ing") and before and before in "KPCs":
        return len(found) - 1
    if word.endswith("ing") and before in ("N", "T") and not last.named and draft.type.outcome and draft.clause[0] <= last.start:
        return len(found) - 1  # "attacked a hall in Lima killing nine"
    if before and before in "KC" and not last.named and draft.type.outcome:
        return len(found) - 1  # "hit an outpost, killed three and wounded nine"
    return None
