"""Which events of one sentence are not one: one more of them, the one that another answers or recalls, the members of a list.

Takes the drafts of one line; marks them.
"""

from __future__ import annotations

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.places import gazetteer
from discrepancy.annotate.times import Timex
from discrepancy.claim.events.drafts import NOUN_SIDE, Draft, Lexicon
from discrepancy.claim.events.happening import TOLD_OF, attackers
from discrepancy.claim.events.sorts import types_of
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_A = frozenset(("a", "an"))
_OPENING = 5
"""Units of a sentence in which it says that it is about one more event."""
_OPENED = 16
"""Units within which such an opening ends, where it says whose deed that was."""
_FOR = frozenset(("for", "to"))
"""What stands between an answer and what it answers: "revenge for", "retaliation to"."""


def one_more(line: Line, found: list[Draft], lexicon: Lexicon, rules: Rulebook) -> None:
    """Marks what opens on one more event: "Elsewhere, gunmen attacked …", "In another incident, rebels shelled …", "Also on
    Monday, a bomb …", "they also attacked …", "In another development, nine were killed", "Hours later, a driver was shot"."""
    others = next((d for d in found if _hits_others(line, d, rules)), None) if _hours_later(line) else None
    if others is not None:
        others.another = True
    opening = line.words[:_OPENING]
    turns = _anew(line, lexicon)
    anew = turns > 0
    opens = anew or not lexicon.elsewhere.isdisjoint(opening) or opening[:2] == ("in", "addition") or opening[:1] == ("also",)
    opens = opens or any(d.another and d.start < _OPENING and line.tags[:1] == "P" for d in found)
    for at, draft in enumerate(found):
        if draft.joins is not None or draft.type.refers or (not anew and (draft.type.outcome or draft.definite)):
            continue
        told = draft.targets or draft.victims or draft.places
        also = not draft.named and "also" in line.words[max(0, draft.start - 3) : draft.start]
        if told and (opens or also):
            draft.another = True
            for opening_word in found[:at] if anew else ():
                if opening_word.type.refers and opening_word.start < turns and opening_word.joins is None:
                    opening_word.joins = at  # "In another action put down to the Front, …" is what follows
            opens = anew = False


def _anew(line: Line, lexicon: Lexicon) -> int:
    """The comma behind words by which a sentence turns to something else, 0 where none do: "In another development, …", "In a separate
    action, …", "In another attack claimed by the Front, …"."""
    end = next((unit for unit in range(1, min(2 * _OPENING, len(line.tags))) if _ends_group(line, unit)), 0)
    told = line.tags[end : end + 1] == "v"
    comma = line.tags.find("K", 0, _OPENED if told else 2 * _OPENING)
    whole = told or set(line.tags[1:comma]) <= NOUN_SIDE | {"v", "a"}
    turns = line.words[:1] == ("in",) and whole and not lexicon.another.isdisjoint(line.words[1 : max(1, min(end or comma, comma))])
    return comma if turns else 0


def _ends_group(line: Line, unit: int) -> bool:
    """Whether a noun group is over at a unit: at "claimed" of "another attack claimed by the Front", not at "shooting" of "another shooting
    incident"."""
    tag = line.tags[unit]
    return tag not in NOUN_SIDE or (tag == "v" and line.tags[unit + 1 : unit + 2] in ("P", "T"))


def _hours_later(line: Line) -> bool:
    """Whether a sentence opens on a later hour of the day that the article tells of: "Later that day, …", "Hours later, …"."""
    value = line.values[0] if line.values else None
    if not isinstance(value, Timex) or value.expression.anchor != "previous":
        return False
    return line.words[0].startswith("later ") or (value.expression.unit == "hour" and value.expression.step == 1)


def _hits_others(line: Line, draft: Draft, rules: Rulebook) -> bool:
    """Whether a verb tells of a crime against somebody of whom nobody was told before: "a driver was shot dead", "gunmen killed a driver";
    not "one of the victims died", nor "police shot dead a suspect"."""
    if draft.named or draft.joins is not None or draft.type.type not in types_of(rules, "crime") or draft.definite:
        return False
    told = not draft.type.outcome or bool(draft.actors)
    fresh = [who for who in draft.victims if who.kind == "label" and who.names and line.words[who.start] not in TOLD_OF]
    return told and bool(fresh) and not attackers(fresh, rules)


def answered(line: Line, found: list[Draft], lexicon: Lexicon) -> None:
    """Parts a deed from the one that it answers: "killed 20 villagers in reprisal for an ambush"."""
    for at, draft in enumerate(found):
        group = draft.start
        while group > 0 and line.tags[group - 1] in NOUN_SIDE:
            group -= 1
        if not draft.named or group < 2 or line.words[group - 1] not in _FOR or line.words[group - 2] not in lexicon.later:
            continue
        for other in found[:at]:
            if other.joins is None:
                draft.unlike.append(other.start)
                other.unlike.append(draft.start)


def recalled_behind(line: Line, found: list[Draft], rules: Rulebook) -> None:
    """Parts what stands behind "the raid followed another on March 1, when 16 people died" from the raid: the day and the dead are those
    of the other one, which no word names."""
    for draft in found:
        at = draft.end
        if not draft.named or draft.joins is not None or words_of(rules, "comes-after").isdisjoint(line.words[at : at + 1]):
            continue
        at += 1 + (line.words[at + 1 : at + 2] == ("after",))
        other = at + (not _A.isdisjoint(line.words[at : at + 1]))
        pronoun = line.words[other : other + 1] == ("one",) or words_of(rules, "another").issuperset(line.words[other : other + 1])
        ahead = other + 1 + (line.words[other + 1 : other + 2] == ("one",))
        if other >= len(line.words) or not pronoun or line.tags[ahead : ahead + 1] not in tuple("PTKrS."):
            continue
        times = [time for time in draft.times if time > other]
        draft.times = [time for time in draft.times if time < other]
        draft.clause = (draft.clause[0], other)
        outcome = next((d for d in found if d.start > other and d.type.outcome), None)
        if outcome is not None:
            outcome.joins, outcome.another = None, True
            outcome.times += [time for time in times if time not in outcome.times]
            outcome.unlike.append(draft.start)


def looked_into(line: Line, found: list[Draft]) -> None:
    """Parts a deed named in a relative clause from what befell those of whom the clause says more: "a judge who looked into the murder of a
    minister was killed"."""
    for at, draft in enumerate(found):
        for deed in found[:at] if draft.victims and not draft.named else ():
            opened = line.tags.rfind("R", 0, deed.start)
            inside = opened >= max(who.end for who in draft.victims) and set(line.tags[deed.end : draft.start]).isdisjoint("KRS")
            if deed.named and deed.type.by_victim and inside and _hit_others(draft, deed):
                draft.unlike.append(deed.start)
                deed.unlike.append(draft.start)


def several_deeds(line: Line, found: list[Draft], rules: Rulebook) -> None:
    """Marks the deeds of a list that are not one: "the murder of a judge and the kidnapping of a mayor", "killed the judge and kidnapped
    the mayor", "blew up a bridge in Lima and attacked a post in Cusco"."""
    deeds = [d for d in found if d.joins is None and d.type.type in types_of(rules, "several")]
    for at, one in enumerate(deeds):
        for other in deeds[at + 1 :]:
            if one.named == other.named and (_two_nouns(line, one, other, rules) if one.named else _two_verbs(one, other, rules)):
                one.unlike.append(other.start)
                other.unlike.append(one.start)


def one_by_one(line: Line, found: list[Draft]) -> None:
    """Marks the deeds that a sentence counts together and then tells one by one: "three attacks left 20 dead: nine were killed when a bomb
    exploded in Lima, and eleven in a raid on Cusco". None of them is all of them, and each member of the list is one by itself."""
    colon = line.words.index(":") if ":" in line.words else 0
    whole = next((d for d in found if d.named and d.plural and d.end <= colon and _counted(line, d)), None)
    if whole is None:
        return
    members: dict[int, list[Draft]] = {}
    for draft in found:
        if draft.start > colon:
            begins = draft.clause[0]
            inside = members and line.tags[begins - 1] == "s"  # "nine were killed when a bomb exploded"
            members.setdefault(next(reversed(members)) if inside else begins, []).append(draft)
    told = [draft for member in members.values() for draft in member]
    if len(members) < 2:
        return
    whole.unlike += [draft.start for draft in told]
    for member in members.values():
        for draft in member:
            draft.unlike += [whole.start, *(other.start for other in told if other not in member)]


def _counted(line: Line, draft: Draft) -> bool:
    """Whether a plural that names an event has its number: "three attacks", "two separate bombings"."""
    at = draft.start
    while at > 0 and line.tags[at - 1] in NOUN_SIDE - {"Q"}:
        at -= 1
    return at > 0 and line.tags[at - 1] == "Q"


def _two_nouns(line: Line, one: Draft, other: Draft, rules: Rulebook) -> bool:
    """Whether two nouns of one list name two deeds: nothing but marks and *and* parts them, and each was done to somebody else."""
    between = line.tags[one.end : other.start]
    if not ("C" in between or "K" in between) or not set(between).isdisjoint("vbhdmRsS"):
        return False
    same = one.type.type == other.type.type or (one.type.by_victim and other.type.by_victim)
    return (same or _places_apart(one, other, rules)) and _hit_others(one, other)


def _two_verbs(one: Draft, other: Draft, rules: Rulebook) -> bool:
    """Whether two verbs of one subject tell of two deeds: some killed and others taken, or each in a place of its own."""
    if one.type.outcome and other.type.outcome:
        return False
    if {one.type.type, other.type.type} == {"kidnapping", "killing"}:
        killed = one if one.type.type == "killing" else other
        meant = killed.type.by_victim or (bool(killed.actors) and any(who.kind == "person" for who in killed.victims))
        return meant and _hit_others(one, other)
    if (one.type.type == "arson") != (other.type.type == "arson") and _laid_apart(one, other, rules) and not _hit(one) & _hit(other):
        _share(one, other)
        return True
    return not (one.type.outcome or other.type.outcome) and _places_apart(one, other, rules)


def _places_apart(one: Draft, other: Draft, rules: Rulebook) -> bool:
    """Whether each of two has places of its own, of which none is one of the other's or holds one."""
    known = gazetteer(rules)
    own = bool(one.places and other.places)
    return own and not any(a == b or known.contains(a, b) or known.contains(b, a) for a in one.places for b in other.places)


def _laid_apart(one: Draft, other: Draft, rules: Rulebook) -> bool:
    """Whether a fire is a deed of its own: "killed a guard and burned two buses", not "burned a house and killed three", who may have been
    in it, nor "attacked a village and burned its houses"."""
    fire, deed = (other, one) if other.type.type == "arson" else (one, other)
    first = deed is one or not deed.type.outcome
    apart = deed.type.type in types_of(rules, "apart-from-fire")
    return bool(_hit(fire)) and first and apart and (bool(_hit(deed)) or deed.type.type == "bombing")


def _share(one: Draft, other: Draft) -> None:
    """Gives two deeds of one subject what is told of one alone: who, when and where."""
    one.actors, other.actors = list(one.actors or other.actors), list(other.actors or one.actors)
    one.times, other.times = list(one.times or other.times), list(other.times or one.times)
    one.places, other.places = list(one.places or other.places), list(other.places or one.places)
    one.state, other.state = one.state or other.state, other.state or one.state


def _hit_others(one: Draft, other: Draft) -> bool:
    """Whether both clauses tell whom they hit, and nobody of the one is of the other."""
    ours, theirs = _hit(one), _hit(other)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _hit(draft: Draft) -> set[str]:
    return {name for who in (*draft.victims, *draft.targets) for name in who.names}
