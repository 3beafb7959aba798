"""Words that name an event, and what their own clause says of it: who, to whom, where, with what, when.

Takes one line of an article; gives drafts, one a trigger. A draft is what one clause says; which drafts are one
event is the task of :mod:`discrepancy.claim.coreference`. The words and what their prepositions bring are
``rules/events``.
"""

from __future__ import annotations

from discrepancy.annotate.clauses import (
    Range,
    behind_comma,
    clause,
    object_of,
    passive,
    start_of_sentence,
    subject,
    verb_group,
    without_object,
)
from discrepancy.annotate.grammar import Line, words_of
from discrepancy.annotate.parties import Party, party
from discrepancy.annotate.times import Timex
from discrepancy.claim.arguments import fronted, labelled, modifiers, of_group_end, prepositions, take, take_places, where
from discrepancy.claim.blame import blamed, disowned, lay_blame, lay_blame_behind
from discrepancy.claim.carried import after_verbs, carried_by, carried_far, carried_in_relative, swept
from discrepancy.claim.drafts import Draft, Lexicon, lexicon_of, phrase_at
from discrepancy.claim.following import follow
from discrepancy.claim.suffered import named_before_comma, suffered
from discrepancy.rulebook.kinds.events import EventType
from discrepancy.rulebook.schema import Rulebook

_BLAMED_WITHIN = 8
"""Units between a word of blame and the event it is about."""
_OPENING = 5
"""Units of a sentence in which it says that it is about one more event."""
_MEETINGS = ("visit", "talks")
_CRIMES = ("killing", "shooting", "attack", "kidnapping", "arson", "bombing")
_DEEDS = (*_CRIMES, "strike")
_BEFORE_ARTICLES = (("all",), ("both",), ("half",))
_OBJECT_OF = frozenset(("for", "against", "on", "the", "that", "this", "its", "their"))
_NOUN_SIDE = frozenset("wNH-'DYQv\"")


def has_trigger(line: Line, rules: Rulebook) -> bool:
    """A quick no for lines that tell of no event."""
    lexicon = lexicon_of(rules)
    return not lexicon.begin.isdisjoint(line.words)


def drafts(line: Line, index: int, rules: Rulebook) -> list[Draft]:
    """The drafts of one line, in the order of their triggers."""
    lexicon = lexicon_of(rules)
    found: list[Draft] = []
    taken = 0
    for unit, word in enumerate(line.words):
        if unit < taken or word not in lexicon.begin:
            continue
        hit = phrase_at(line, unit, lexicon)
        if hit is not None and (_lone(line, unit, hit[1], lexicon) or (hit[2] and _thing(line, unit + hit[0], lexicon))):
            hit = None
        if hit is not None:
            length, kind, named = hit
            taken = unit + length
            unit += (line.tags[unit] == "b" or word == "to") and length > 1  # "were executed": the verb is what names it
        elif word in lexicon.words and line.values[unit] is None:
            if unit > 1 and line.tags[unit - 1] == "-" and line.words[unit - 2] in ("anti", "counter", "non"):
                continue
            noun, verb = lexicon.words[word]
            named = verb is None or (noun is not None and _is_noun(line, unit))
            chosen = noun if named else verb
            if named and (_thing(line, unit + 1, lexicon) or _ceased(line, unit, rules)):
                continue
            if chosen is None or (not named and (_adjectival(line, unit) or _counted(line, unit))):
                continue
            kind, taken = chosen, unit + 1
        else:
            continue
        if not named and word in lexicon.carriers and _carries(line, taken - 1, lexicon):
            continue
        draft = Draft(kind, index, unit, taken, named, clause(line, unit))
        if named:
            _noun(line, draft, found, lexicon, rules)
            _time_of_verb(line, draft, found)
        else:
            _verb(line, draft, found, lexicon, rules)
        if not draft.places and draft.joins is None:
            where(line, draft, rules)
        _circumstances(line, draft, lexicon)
        if named and kind.type in _CRIMES and _only_charged(line, unit, lexicon):
            continue
        if kind.named_actor and not named and draft.joins is None and not _armed(line, draft, lexicon):
            continue
        if kind.refers and kind.object == "victims" and not any(who.names or who.kind == "pronoun" for who in draft.victims):
            continue  # "a statement released by the Front"
        if (kind.negated and not draft.denied) or (kind.joined and not kind.beside and draft.joins is None):
            continue
        draft.denied &= not kind.negated
        if kind.negated:
            draft.actors.append(Party("pronoun", (), draft.start, draft.end))  # whoever leads the sentence keeps him away
        draft.unsure &= not (kind.negated or line.words[draft.start] == "not")  # "would not allow" is a refusal
        alone = draft.joins is None or not (kind.joined or found[draft.joins].type.type == kind.type)  # "struck back, firing at a base"
        if kind.beside and alone and lexicon.beside[kind.id].isdisjoint(_clause_words(line, draft.clause, draft.start)):
            continue
        if not kind.weak or draft.joins is not None or _tied(line, draft):
            found.append(draft)
    _causes(line, found)
    follow(line, found)
    _one_more(line, found, lexicon)
    return found


def _time_of_verb(line: Line, draft: Draft, found: list[Draft]) -> None:
    """Gives the time behind an event that was voted on to the vote: "voted for the strike on 10 May"."""
    before = found[-1] if found else None
    if before is None or not draft.definite or before.named or before.type.type != "vote":
        return
    if set(line.words[before.end : draft.start]) <= _OBJECT_OF and draft.clause[0] <= before.start:
        before.times += draft.times
        draft.times.clear()


def _one_more(line: Line, found: list[Draft], lexicon: Lexicon) -> None:
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
    whole = set(line.tags[1:comma]) <= _NOUN_SIDE | {"v", "a"}
    return line.words[:1] == ("in",) and whole and not lexicon.another.isdisjoint(opening)


def _causes(line: Line, found: list[Draft]) -> None:
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
            while group > 0 and line.tags[group - 1] in _NOUN_SIDE:
                group -= 1
            if group and line.words[group - 1] in ("in", "by", "during", "from", "with") and group - draft.end < 12:
                draft.joins = index
                break


def _lone(line: Line, unit: int, kind: EventType, lexicon: Lexicon) -> bool:
    """Whether a phrase lacks the word beside which alone it names an event: "to hit" without an aim."""
    return bool(kind.beside) and lexicon.beside[kind.id].isdisjoint(_clause_words(line, clause(line, unit), unit))


def _thing(line: Line, unit: int, lexicon: Lexicon) -> bool:
    """Whether the next noun makes a name of violence a thing: "death squad", "a fire engine"."""
    return not lexicon.things.isdisjoint(line.words[unit : unit + 1])


def _ceased(line: Line, unit: int, rules: Rulebook) -> bool:
    """Whether somebody is told to do it no longer: "halted its attacks"."""
    at = unit - 1
    while at > 0 and line.tags[at] in "w-":
        at -= 1
    return at > 0 and line.tags[at] == "Y" and line.words[at - 1] in words_of(rules, "ceasing")


def _clause_words(line: Line, whole: Range, verb: int) -> tuple[str, ...]:
    """The words of a verb's clause; where an aside cuts it from its subject, "Its aim, it said, was to hit", those before it too."""
    start, end = whole
    aside = any(line.tags[unit] == "K" and line.tags[unit + 1] in "bh" for unit in range(start, verb - 1))
    cut = start > 0 and line.tags[start - 1] == "K" and aside
    return line.words[0 if cut else start : end]


def _proper_actor(draft: Draft) -> bool:
    return any(who.kind in ("state", "group", "person") for who in draft.actors)


def _carries(line: Line, verb: int, lexicon: Lexicon) -> bool:
    """Whether the object of a light verb names the event itself: "executed a retaliatory airstrike"."""
    thing = object_of(line, verb)
    if thing is None:
        return False
    return any(phrase_at(line, u, lexicon) or lexicon.words.get(line.words[u], (None,))[0] for u in range(*thing))


def _is_noun(line: Line, unit: int) -> bool:
    """Whether a word that can be noun or verb is a noun here."""
    before = line.tags[unit - 1] if unit else ""
    after = line.tags[unit + 1] if unit + 1 < len(line.tags) else ""
    word = line.words[unit]
    if line.words[unit + 1 : unit + 2] == ("that",) and "".join(line.tags[unit + 2 : unit + 3]) in tuple("vbhm"):
        after = "R"  # "a shooting that killed two"
    if before in ("D", "Y", "Q", "H", "-") and before:
        return not (word.endswith("ing") and after in "DYQN" and after)
    if before == "P":
        return not (line.words[unit - 1] == "to" or (word.endswith("ing") and after and after in "DYQNR"))
    if before in ("m", "d", "O", "R"):
        return False
    if word.endswith("ing"):
        return not (before in ("b", "K", "C") and bool(before)) and after not in ("D", "Y", "N", "Q")
    if before == "N" and after and after in "DYQN":
        return False
    return not (before in ("N", "w") and after and after in "DYQ")


def _adjectival(line: Line, unit: int) -> bool:
    """A participle that only describes: "the wounded man", "shot children"."""
    before = line.tags[unit - 1] if unit else ""
    after = line.tags[unit + 1] if unit + 1 < len(line.tags) else ""
    return before in ("D", "Y") and after in ("w", "N") and before != ""


def _counted(line: Line, unit: int) -> bool:
    """A plural noun that is spelled as a verb, with its number: "two bombs", "the bombs"."""
    return unit > 0 and line.tags[unit - 1] in "QD" and line.words[unit].endswith("s") and line.words[unit - 1] != "that"


def _only_charged(line: Line, unit: int, lexicon: Lexicon) -> bool:
    """A crime that is a charge: "four counts of attempted murder"; "in charge of" is none."""
    before = range(max(0, unit - 5), unit)
    return any(line.words[u] in lexicon.charge and line.words[u - 1 : u] != ("in",) for u in before)


def _armed(line: Line, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a state, a group, a person of note or armed forces do it."""
    if draft.weapons:
        return True
    for who in draft.actors:
        if who.kind in ("state", "group", "person", "both"):
            return True
        words = line.words[who.start : who.end]
        if who.kind == "pronoun" and (words in (("it",), ("they",)) or not draft.type.against_state):
            return True
        if not lexicon.office.isdisjoint(words):
            return True
        if not lexicon.armed.isdisjoint(words) and (draft.times or draft.places or line.tags[who.start] in "DQ"):
            return True  # "terrorists who have targeted people" told of no deed
    return False


def _tied(line: Line, draft: Draft) -> bool:
    """Whether a weak word has somebody, a place, a time or a number beside it, or stands in a headline."""
    if draft.actors or draft.targets or draft.places or draft.times or draft.definite:
        return True
    start, end = draft.clause
    return line.sentence.block in ("headline", "standfirst") or "Q" in line.tags[start:end] or "T" in line.tags[start:end]


def _noun(line: Line, draft: Draft, found: list[Draft], lexicon: Lexicon, rules: Rulebook) -> None:
    start = draft.start
    while start > 0 and line.tags[start - 1] in _NOUN_SIDE and not (line.tags[start - 1] == "v" and start > 1 and
                                                                   line.tags[start - 2] not in "DYQH"):  # fmt: skip
        start -= 1
        if line.tags[start] in "DY" and line.words[start - 1 : start] not in _BEFORE_ARTICLES:
            break  # "the accusation of the Zenda Front that the attack …"
    if start and line.tags[start - 1] == "T" and (line.tags[start] == "H" or line.tags[max(0, start - 2)] in "DY"):
        draft.times.append(start - 1)  # "Wednesday's explosions", "the 31 October attack"
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
    end = prepositions(line, draft, draft.end, lexicon, rules)
    if draft.type.type in _DEEDS:
        lay_blame(line, draft, start, end, rules)
    verb = start - 1
    while verb > 0 and line.tags[verb] in "aD":
        verb -= 1
    if draft.alleged:
        fronted(line, draft, rules)
    elif verb >= 0 and line.words[verb] in lexicon.carriers | {"out"} and line.tags[verb] in "vwa":
        carrier = verb - 1 if line.words[verb] == "out" and verb else verb
        if passive(line, carrier):
            return
        draft.carried = True
        who = subject(line, carrier)
        if who is not None and not disowned(line, carrier, rules):
            take(line, draft, "actor", party(line, who, rules), rules)
        fronted(line, draft, rules)
    elif (carrier_end := carried_in_relative(line, draft, end, lexicon, rules)) is not None:
        prepositions(line, draft, carrier_end, lexicon, rules)
    elif end < len(line.tags) and line.tags[end] in "bh":  # "an attack was carried out by"
        done = after_verbs(line, end)
        draft.claimed = "claimed" in line.words[end:done]
        did = draft.type.type not in _DEEDS or not (lexicon.carriers | words_of(rules, "done-by")).isdisjoint(line.words[end:done])
        prepositions(line, draft, done, lexicon, rules, only=("by", "on", "in") if did else ("on", "in"))
    elif (happened := _happened(line, end, rules)) is not None:
        prepositions(line, draft, happened, lexicon, rules)  # "the attack took place in Lima on Sunday"
        draft.another |= draft.definite and not words_of(rules, "of-several").isdisjoint(line.words[start : draft.start])
    elif not draft.type.subject and not draft.places and line.tags[end : end + 1] == "v":
        swept(line, draft, end, lexicon, rules)
    if not draft.actors:
        carried_by(line, draft, end, lexicon, rules)
    for further in (carried_far, lay_blame_behind) if draft.type.type in _DEEDS else ():
        if not draft.actors:
            further(line, draft, end, rules)
    if not draft.actors and draft.type.type in _MEETINGS and start and line.tags[start - 1] == "P" and start_of_sentence(line, start):
        who = behind_comma(line, end)  # "At a meeting in June, the ministers agreed …"
        if who is not None:
            take(line, draft, "actor", party(line, who, rules), rules)


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


def _verb(line: Line, draft: Draft, found: list[Draft], lexicon: Lexicon, rules: Rulebook) -> None:
    anchor = draft.start
    draft.answers = line.words[anchor] in lexicon.later
    is_passive = passive(line, anchor) or (draft.type.outcome and object_of(line, draft.end - 1) is None) or suffered(line, draft)
    who = (named_before_comma(line, anchor, rules) if is_passive else None) or subject(line, anchor)
    if draft.type.type in _DEEDS and line.words[anchor].endswith("ing") and (guilty := blamed(line, anchor - 1, rules)) is not None:
        who, draft.alleged, is_passive = guilty, True, False
    if who is not None:
        cause = next((i for i in range(len(found) - 1, -1, -1) if _covers(who, found[i])), None)
        if cause is None and line.tags[who[1] : who[1] + 2].strip("KP") == "R" and line.words[_relative(line, who[1])] != "who":
            cause = max((i for i, d in enumerate(found) if d.named), default=None)
        if cause is not None:
            draft.joins = cause
        else:
            suffers = line.words[anchor] in words_of(rules, "suffers") and draft.type.object == "victims"
            role = draft.type.object if is_passive or suffers else draft.type.subject
            if line.tags[anchor - 1 : anchor] == "P" and line.words[anchor - 1] != "to" and not line.words[anchor].endswith("ing"):
                role = ""  # "died from wounds"
            if draft.type.of_itself and not is_passive and without_object(line, draft.end - 1):
                role = ""  # "a device exploded"
            owner = party(line, who, rules, things=role == "target")
            nobody = line.words[who[0]] in ("no", "nobody", "none", "neither") or disowned(line, anchor, rules)
            if role and not (role == "actor" and nobody):
                take(line, draft, role, owner, rules)
            elif is_passive and draft.type.joined and owner.kind in ("state", "pronoun"):
                take(line, draft, "actor", owner, rules)  # "its missiles were aimed at …"
    after = draft.end
    if not is_passive:
        thing = object_of(line, draft.end - 1)
        if thing is not None and line.words[thing[0]] == "what":
            thing = labelled(line, thing[1])
        if thing is not None:
            thing = (thing[0], of_group_end(line, thing)) if draft.type.object in ("target", "place") else thing
            if draft.type.object == "place":
                take_places(line, draft, thing, rules)
            elif draft.type.object:
                take(line, draft, draft.type.object, party(line, thing, rules, things=draft.type.object == "target"), rules)
            after = thing[1]
    prepositions(line, draft, after, lexicon, rules)
    fronted(line, draft, rules)
    group = line.tags[verb_group(line, anchor) : anchor]
    draft.denied = "g" in group
    draft.unsure = "m" in group
    if draft.joins is None:
        draft.joins = _goes_on(line, draft, found)
        if draft.joins is not None and not is_passive:
            draft.actors.clear()  # who did it is told where the event is


def _relative(line: Line, at: int) -> int:
    return at if line.tags[at] == "R" else at + 1


def _covers(group: Range, draft: Draft) -> bool:
    """Whether the head of a noun group is the trigger of a draft, or the group of a relative clause ends in it."""
    return draft.named and group[0] <= draft.start < group[1]


def _goes_on(line: Line, draft: Draft, found: list[Draft]) -> int | None:
    """The draft of this line whose event a participle or an outcome goes on about: ", targeting …", "by striking …",
    ", killing …"."""
    if not found:
        return None
    before = line.tags[draft.start - 1] if draft.start else ""
    word, last = line.words[draft.start], found[-1]
    alike = draft.type.outcome or draft.type.type == last.type.type or draft.type.against_state == last.type.against_state
    if not alike:
        return None
    if word.endswith("ing") and before and before in "KPCs":
        return len(found) - 1
    if before and before in "KC" and not last.named and draft.type.outcome:
        return len(found) - 1  # "hit an outpost, killed three and wounded nine"
    return None


def _circumstances(line: Line, draft: Draft, lexicon: Lexicon) -> None:
    """What the clause tells of time and certainty: older events, feared or planned ones; both sides at once."""
    start, end = draft.clause
    words = line.words
    for unit in range(start, end):
        word = words[unit]
        if word in lexicon.old and not (word == "since" and unit < draft.start) and abs(unit - draft.start) < 10:
            draft.old = True
        if word in lexicon.unsure and start <= unit < draft.start and draft.start - unit < 8:
            draft.unsure = True
    for who in draft.actors:
        draft.both |= who.kind == "both" or (who.kind == "state" and len(who.names) > 1)
    draft.both &= draft.type.against_state or draft.type.type == "exchange"
    if draft.named and draft.clause[0] <= draft.start:
        for unit in range(draft.end, min(draft.end + 6, end)):
            draft.both |= draft.type.against_state and words[unit] == "both" and words[unit - 1] == "by"
    if line.sentence.block in ("caption", "boilerplate", "stamp", "byline", "credit"):
        draft.old = True
