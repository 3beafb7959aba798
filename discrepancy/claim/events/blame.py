"""Who is held to blame for a deed, by the words around it: "accused the Front of murdering", "involved in the attack", "blamed
the attack on the Front"; and who claims it: "the Front claimed the attack".

Takes a line and the unit before the noun group, or before the form in -ing, that names the deed; gives the noun group of
the blamed, found by :mod:`discrepancy.claim.events.blamed`, or fills the draft. The words are ``rules/roles/blame.yaml``. Whether the
blame is right is nobody's claim here: what comes of it is *alleged*.
"""

from __future__ import annotations

from functools import cache

from discrepancy.annotate.grammar import Line, read_text
from discrepancy.annotate.noungroups import Range, noun_group
from discrepancy.annotate.parties import Party, arms, party
from discrepancy.annotate.party_words import party_words
from discrepancy.claim.events.arguments import take
from discrepancy.claim.events.blamed import OF_GROUPS, author, bearer, claimant, holder, joined
from discrepancy.claim.events.drafts import Draft
from discrepancy.claim.events.nouns import of_group_end
from discrepancy.rulebook.kinds.roles import Blame
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

LAID_WITHIN = 18
"""Units from "blamed" to the "on" behind the deed."""
_LAYS_WITHIN = 3
"""Units from the verb that lays it to "responsibility"."""
_INCLUDED = (("including",), ("among", "them"), ("among", "whom", "are"), ("among", "whom", "were"), ("some", "of", "them"))
"""What brings those of some people who are told apart."""
_SURE = ("doubt", "doubts")
"""Words of which a denial is none: "have no doubt that the Front is behind the attack"."""
_NEAR = 6
"""Units before a word of blame in which a denial turns it round."""


@cache
def cues_of_blame(rules: Rulebook) -> dict[tuple[str, str], Blame]:
    """The words of blame, each with where the blamed stands, and its rule."""
    return {(word, rule.gives): rule for rule in rules.of(Blame) for word in rule.words}


def lay_blame(line: Line, draft: Draft, start: int, end: int, rules: Rulebook) -> None:
    """Fills the actors of a draft whose noun group begins at ``start`` and whose prepositional groups end at ``end``."""
    if start > 1 and line.words[start - 1] == "of" and line.tags[start - 2] == "Q":
        start -= 2  # "is blamed for | hundreds of killings"
    before = _before_committing(line, start - 1, rules)
    group = blamed(line, before, rules)
    if group is None or line.words[slice(*group)] == ("those",):  # whoever they are
        group = _laid(line, before, rules) or _are(line, before, end, rules) or group
    draft.alleged = group is not None
    if group is None and (end >= len(line.tags) or line.tags[end] not in "vbhmd"):  # not "claimed the attack killed nine"
        group = _claimer(line, start - 1, rules)
        draft.claimed = group is not None
    if group is not None:
        who = party(line, group, rules)
        draft.targets[:] = [other for other in draft.targets if other.start != who.start]
        take(line, draft, "actor", who, rules)
        some = _among(line, of_group_end(line, group, rules), rules) if who.kind in ("label", "pronoun") else None
        if some is not None:
            take(line, draft, "actor", some, rules)


def _among(line: Line, end: int, rules: Rulebook) -> Party | None:
    """Who of the accused bears arms for others, told behind a comma: "nine people, including members of the Front, were arrested for"."""
    told = next((tie for tie in _INCLUDED if line.words[end + 1 : end + 1 + len(tie)] == tie), ())
    if not told or line.tags[end] != "K":
        return None
    who = party(line, noun_group(line, end + 1 + len(told), len(line.words)), rules)
    return who if who.names and bears_arms(line, who, rules) else None


def bears_arms(line: Line, who: Party, rules: Rulebook) -> bool:
    """Whether people are an armed group's or a force's: "members of the Front", "army officers", "two men of the police"."""
    if who.kind == "group":
        return arms(who.name, rules)
    end = of_group_end(line, (who.start, who.end), rules)
    return who.kind in ("label", "state") and not party_words(rules).bodies.isdisjoint(line.words[who.start : end])


def accused(line: Line, at: int, rules: Rulebook) -> Party | None:
    """Who a noun group at ``at`` is, where it is somebody who can have done it, or None: "blamed on faulty locks"."""
    group = noun_group(line, at, len(line.words))
    who = party(line, group, rules) if group[1] > group[0] else None
    return who if who is not None and who.names and who.kind != "media" else None


def _before_committing(line: Line, before: int, rules: Rulebook) -> int:
    """The unit before a form of carrying out that stands between the word of blame and the deed: "accused the Front of
    perpetrating the attack", "of having carried out the attack"."""
    at = before - (before > 0 and line.words[before] == "out")
    if at < 1 or line.words[at] not in words_of(rules, "carrier"):
        return before
    if line.words[at - 1] == "having":
        return at - 2
    return at - 1 if line.words[at].endswith("ing") else before


def _claimer(line: Line, verb: int, rules: Rulebook) -> Range | None:
    """Who claims the deed named behind a verb, or None: "claimed the attack", "owned up to the attack"."""
    if line.words[verb] == "to" and verb > 1:
        verb -= 1 + (line.words[verb - 1] == "up")
    if verb < 1 or (line.words[verb], "claimer") not in cues_of_blame(rules) or line.tags[verb - 1] == "b" or denied(line, verb, rules):
        return None
    group = claimant(line, verb, rules)
    return group if group is not None and line.words[group[0]] not in words_of(rules, "denial") else None


def _laid(line: Line, verb: int, rules: Rulebook) -> Range | None:
    """On whom the deed named behind a verb is blamed: "blamed the bombing of a mosque in Kunduz on the Front", "laid the blame for the
    bombing on the Front"."""
    if verb > 1 and line.words[verb] == "for":
        verb -= 1
    cue = cues_of_blame(rules).get((line.words[verb], "laid")) if verb > 0 else None
    if cue is None or denied(line, verb, rules):
        return None
    for unit in range(verb + 2, min(verb + LAID_WITHIN, len(line.words) - 1)):
        laid = line.tags[verb] == "v" or not words_of(rules, "lays").isdisjoint(line.words[max(0, verb - _LAYS_WITHIN) : unit])
        if (
            line.words[unit] in cue.ties and laid and line.words[unit - 1] != "according"
        ):  # not "claimed responsibility for the attack on soldiers"
            who = accused(line, unit + 1, rules)
            if who is not None:
                return who.start, who.end
    return None


def blamed(line: Line, before: int, rules: Rulebook) -> Range | None:
    """The noun group that is blamed for the deed named behind unit ``before``, or None."""
    found = _blamed(line, before, rules)
    return found[0] if found is not None else None


def blames(line: Line, before: int, rules: Rulebook) -> bool:
    """Whether a word of blame leads to what is named behind unit ``before``, whoever bears the blame, or does not: "not guilty | of"."""
    return (
        before > 0
        and line.tags[before] == "P"
        and any((line.words[before - 1], form) in cues_of_blame(rules) for form in ("subject", "author"))
    )


def _blamed(line: Line, before: int, rules: Rulebook) -> tuple[Range, int, Blame] | None:
    """The blamed, the unit of the word of blame, and its rule."""
    cues = cues_of_blame(rules)
    if before > 1 and line.tags[before] == '"':
        before -= 1  # 'accused the army of "murdering" nine villagers'
    if before < 1 or line.tags[before] != "P":
        return None
    if line.words[before - 1] == "being" and (line.words[before], "subject") in cues:  # "accused of being behind the attack"
        return _blamed(line, before - 2, rules)
    alone = cues.get((line.words[before], "subject"))
    if alone is not None and not alone.ties and not denied(line, before, rules):  # "the men behind the attack"
        group = bearer(line, before, rules)
        return (group, before, alone) if group is not None else None
    tie, at = line.words[before], before - 1
    if line.words[max(0, before - 2) : before] == ("in", "connection"):
        tie, at = "for", before - 3  # "two men were arrested in connection with the attack"
    elif tie == "of" and line.words[at] in words_of(rules, "grounds"):
        tie, at = "for", at - 1 - (line.words[at - 1] in ("on", "under"))  # "arrested on charges of the attack"
    elif tie == "for" and line.tags[at] in "wQT":
        at = _sentence(line, at)
    at = _without_agent(line, _without_day(line, at))
    for form in ("subject", "author"):
        cue = cues.get((line.words[at], form))
        if cue is not None and tie in cue.ties and not denied(line, at, rules):
            being = at - 1 - (line.tags[at - 1] == "a")
            if line.words[being] == "being" and being > 1 and line.tags[being - 1] == "P":  # "accused of being directly responsible for"
                return _blamed(line, being - 1, rules)
            group = bearer(line, at, rules) if form == "subject" else author(line, at)
            if group is not None or (line.words[at], "object") not in cues:
                return (group, at, cue) if group is not None else None
    part = cues.get((line.words[at], "holder"))
    if part is not None and tie in part.ties and not denied(line, at, rules):
        group = holder(line, at)
        return (group, at, part) if group is not None else None
    far = _object_far(line, at, tie, rules)
    if far is not None:
        return far
    start = at + 1
    while start > 0 and line.tags[start - 1] in OF_GROUPS and (line.words[start - 1], "object") not in cues:
        start -= 1
    if not 0 < start <= at:
        return None
    of_it = _part_of(line, start, at + 1, tie, rules)
    if of_it is not None:
        return of_it
    blamer = cues.get((line.words[start - 1], "object"))
    if blamer is None or tie not in blamer.ties or denied(line, start - 1, rules):
        return None
    if line.tags[start - 2 : start - 1] == "b" and not line.words[start - 1].endswith("ing"):  # "is accused"
        return None
    return (start, at + 1), start - 1, blamer


def _without_day(line: Line, at: int) -> int:
    """The unit before the day and the adverbs that end at ``at``: "were charged | on Tuesday with the murder"."""
    while at > 0 and line.tags[at] in "aT":
        at -= 1 + (line.tags[at - 1 : at + 1] == "PT")
    return at


def _without_agent(line: Line, at: int) -> int:
    """The unit before *by* and who blames, where they end at ``at``: "was condemned | by the church and the unions for the attack"."""
    by = at
    while by > 1 and line.tags[by] in OF_GROUPS:
        by -= 1
    passive = by < at and line.words[by] == "by" and line.tags[by - 2] in "ba"
    return by - 1 if passive else at


def _part_of(line: Line, start: int, end: int, tie: str, rules: Rulebook) -> tuple[Range, int, Blame] | None:
    """Whose part it is: "the responsibility of the army for", "the arrest of nine members of the Front for"."""
    stop = end
    while start > 1 and line.words[start - 1] == "of":
        part = cues_of_blame(rules).get((line.words[start - 2], "holder"))
        if part is not None:
            told = tie in part.ties and not denied(line, start - 2, rules)
            return ((start, stop), start - 2, part) if told else None
        stop, start = start - 1, start - 1
        while start > 0 and line.tags[start - 1] in OF_GROUPS and line.words[start - 1] != "of":
            start -= 1
            if (line.words[start], "holder") in cues_of_blame(rules):
                return None
    return None


def _sentence(line: Line, at: int) -> int:
    """The unit of the verb before a term of prison that ends at ``at``, else ``at``: "sentenced to 30 years in prison for the attack"."""
    to = next((u for u in range(at, max(0, at - _NEAR), -1) if line.words[u] == "to"), 0)
    return to - 1 if to and line.words[to - 1] in ("sentenced", "condemned") else at


def _object_far(line: Line, at: int, tie: str, rules: Rulebook) -> tuple[Range, int, Blame] | None:
    """The blamed of whom more is told before the tie: "accused death squads run by the army of the attack", "blames officers of the
    army for the murder". A second tie that says of what sort they are is none: "accused the mayor of a cover-up of the attack"."""
    cues, people = cues_of_blame(rules), words_of(rules, "armed")
    for verb in range(at, max(-1, at - LAID_WITHIN), -1):
        if line.tags[verb] in 'SRsB"':
            return None
        cue = cues.get((line.words[verb], "object"))
        if cue is None and line.tags[verb] == "v" and line.words[verb + 1] != "by":
            return None  # another verb: "arrested two soldiers and searched for the weapon"
        if cue is None:
            continue
        group = joined(line, verb + 1, at + 1)
        ties = [u for u in range(verb + 1, at + 1) if line.words[u] == tie and line.words[u - 1] not in people]
        told = tie not in cue.ties or ties or group[1] in (group[0], at + 1) or line.tags[verb - 1 : verb] == "b"
        return None if told or denied(line, verb, rules) else (group, verb, cue)
    return None


def _are(line: Line, before: int, end: int, rules: Rulebook) -> Range | None:
    """Who those are who did it, told behind the deed: "the perpetrators of the attack were members of the Front", "those responsible for
    the attack belong to the Front", "behind the attack is the Front"."""
    if line.tags[end : end + 1] == "K":
        end = line.tags.find("K", end + 1, end + _NEAR) + 1  # "behind the attack, officials said, is the Front"
    if not 0 < end < len(line.tags) - 1 or before < 0 or not (line.tags[end] == "b" or line.words[end] in words_of(rules, "belong")):
        return None
    cues, at, doers = cues_of_blame(rules), before - 1, words_of(rules, "unnamed-doer")
    fronted = line.words[before] == "behind" and not line.tags[:before].strip("aKC")
    led = at >= 0 and (line.words[at], "author") in cues
    those = (line.words[before] == "behind" and at >= 0 and line.words[at] in doers) or (
        at > 0 and (line.words[at], "subject") in cues and line.words[at - 1] in doers
    )
    if not (fronted or led or those):
        return None
    at = end + 1
    while at < len(line.tags) - 1 and (line.tags[at] in "av" or line.words[at] in ("to", "be", "as")):
        at += 1
    if not words_of(rules, "denial").isdisjoint(line.words[end:at]):
        return None
    who = accused(line, at, rules)
    return (who.start, who.end) if who is not None and who.kind in ("group", "state", "person", "label") else None


def suspected(line: Line, who: Party, rules: Rulebook) -> bool:
    """Whether people are only taken to be somebody's: "suspected rebels of the Front", "men said to be members of the Front"."""
    words = words_of(rules, "attributive")
    before = line.words[max(0, who.start - 1) : who.end]
    return not words.isdisjoint(before) or (line.words[who.end : who.end + 1] != () and line.words[who.end] in words_of(rules, "taken-for"))


def disowned(line: Line, verb: int, rules: Rulebook) -> bool:
    """Whether the subject of a verb says that it did not do it: "denied killing", "denied having carried out", "denied on Friday that it
    killed"."""
    at = verb - 1
    while at > 0 and (line.tags[at] in "hbaOg" or line.words[at] in ("having", "that")):
        at -= 1
    at = _without_day(line, at)
    return at >= 0 and line.words[at] in words_of(rules, "disowning")


def denied(line: Line, cue: int, rules: Rulebook) -> bool:
    """Whether a word of denial before a word of blame turns it round; not one of another verb: "rejected it and accused the Front"."""
    start = max(0, cue - _NEAR)
    if line.tags[cue] == "v" and line.tags[cue - 1 : cue] == "C":
        start = cue
    denial = words_of(rules, "denial")
    return any(line.words[unit] in denial and line.words[unit + 1] not in _SURE for unit in range(start, cue))


def shows(rule: Blame, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """The words of blame that a rule finds in a text, each with the blamed as printed; for the rule's examples."""
    _, read = read_text(text, published, rules)
    found = []
    for line in read:
        for unit in range(1, len(line.words)):
            hit = _blamed(line, unit, rules)
            if hit is not None and hit[2].id == rule.id:
                found.append((line.span(hit[1], hit[1] + 1).of(text), line.span(*hit[0]).of(text)))
            if rule.gives in ("claimer", "laid") and line.words[unit] in rule.words:
                group = (_claimer if rule.gives == "claimer" else _laid)(line, unit, rules)
                if group is not None:
                    found.append((line.span(unit, unit + 1).of(text), line.span(*group).of(text)))
    return found
