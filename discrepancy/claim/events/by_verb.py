"""What the clause around a verb that tells of an event tells of it: who did it, to whom, where, when, and which event it goes on about.

Takes one line and a draft with its trigger; fills the draft in.
"""

from __future__ import annotations

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import Range, noun_group, object_of, without_object
from discrepancy.annotate.parties import Party, party
from discrepancy.annotate.subjects import subject
from discrepancy.annotate.verbgroups import passive, verb_group
from discrepancy.claim.events.arguments import joint, prepositions, take
from discrepancy.claim.events.blame import blamed, blames, disowned
from discrepancy.claim.events.blame_behind import belonging_behind
from discrepancy.claim.events.blamed import claimant, laid_on
from discrepancy.claim.events.carried import by_far, wielded
from discrepancy.claim.events.certainty import kept_from, nobody, timeless
from discrepancy.claim.events.circumstances import led_by, meanwhile
from discrepancy.claim.events.drafts import Draft, Lexicon
from discrepancy.claim.events.happening import attackers
from discrepancy.claim.events.nouns import labelled, of_group_end
from discrepancy.claim.events.sorts import types_of
from discrepancy.claim.events.suffered import called, caused, named_before_comma, suffered, whom
from discrepancy.claim.events.whereabouts import beside_subject, device_in, fronted, take_places
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_IN = frozenset(("in", "at", "near", "outside"))
_POINTS = frozenset(("this", "that"))


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
        if cause is None and _where_of_that(line, who, anchor):
            cause = next((i for i, d in enumerate(found) if d.named and _reaches(line, d.end, who[0])), None)
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
            make = role == "actor" and _only_a_make(line, who, anchor, rules)
            if role == "actor" and (make or _own_men(line, owner, rules)):  # "a Zenith-U missile struck": what it is called did nothing
                owner = Party("pronoun", (), owner.start, owner.end)
            if role and not (role == "actor" and no_one):
                take(line, draft, role, owner, rules)
            elif is_passive and draft.type.joined and owner.kind in ("state", "pronoun"):
                take(line, draft, "actor", owner, rules)  # "its missiles were aimed at …"
    after = draft.end
    leads = draft.type.refers and draft.end - anchor > 1 and line.tags[draft.end - 1] == "P"  # "were identified as members of"
    if not leads and not draft.type.object and joint(line, draft):
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
    if not draft.places and (draft.type.object == "victims" or draft.type.outcome):
        meanwhile(line, draft, lexicon, rules)
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
    if draft.joins is None and draft.type.outcome and not draft.places:
        led_by(line, draft, lexicon, rules)


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


def _only_a_make(line: Line, who: Range, verb: int, rules: Rulebook) -> bool:
    """Whether a name only says of what make a missile was: "a Zenith-U missile struck the station"."""
    named = [name for _, name in line.names(*who)]
    fired = words_of(rules, "projectile").intersection((line.words[who[1] - 1], line.words[verb]))
    return bool(named) and bool(fired) and "H" not in line.tags[slice(*who)] and all(n.kind in ("unknown", "person") for n in named)


def _in_relative(line: Line, who: Range, verb: int) -> bool:
    """Whether a verb stands in the clause that *which* opens right behind its subject; not behind that clause: "the Front, which has
    waged a war, killed"."""
    behind = line.tags[who[1] : who[1] + 2]
    opens = who[1] + (behind[:1] != "R")
    aside = behind[:1] == "K" and line.tags[verb_group(line, verb) - 1] == "K"
    return behind.strip("KP") == "R" and line.words[opens] != "who" and not aside


def _where_of_that(line: Line, who: Range, verb: int) -> bool:
    """Whether the *that* before a verb stands behind a place, which did nothing: "two bombings at a market in Zenda | that have killed"."""
    end = who[1] - (line.words[who[1] - 1] == "that")
    named = [name for _, name in line.names(who[0], end)]
    before = len(line.tags[: who[0]].rstrip("D")) - 1
    wider = line.tags[max(0, before - 1) : before + 1] == "NK"  # "in Zenda, Ruritania | that have killed"
    if line.words[verb_group(line, verb) - 1] != "that" or not named or set(line.tags[who[0] : end]) & set("wQ-"):
        return False
    if not wider and line.words[before] not in _IN:
        return False
    return all(name.kind in ("place", "unknown") for name in named)


def _reaches(line: Line, start: int, end: int) -> bool:
    """Whether nothing but noun groups and what ties them stands between two units."""
    return start <= end and set(line.tags[start:end]) <= set("PDYQNwHKaT-")


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
