"""What stands around a word that names an event: modifiers, prepositional groups, who carried it out.

Takes a line, a draft and the lexicon; fills the draft. What a preposition brings is in the event's rule.
"""

from __future__ import annotations

from functools import cache

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import Range, noun_group
from discrepancy.annotate.parties import Party, arms, full, party
from discrepancy.annotate.states import states
from discrepancy.claim.events.drafts import Draft, Lexicon
from discrepancy.claim.events.nouns import labelled, of_group_end
from discrepancy.claim.events.sorts import types_of
from discrepancy.claim.events.whereabouts import on_street, take_places, told_a_place
from discrepancy.model.claims import Name
from discrepancy.rulebook.kinds.pages import Outlet
from discrepancy.rulebook.kinds.roles import ArmedGroups
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_HANDS = ("at", "the", "hands", "of")
_CLOSE = (("close",), ("next",))
_SHORT = 4
"""Letters of a word that ends like a superlative and is none: "west", "east"."""
_PREFIXES = ("post", "pre", "anti", "pro", "non", "ex")
"""What before a hyphen makes a name no name of its own."""
_ASIDE = 16
"""Units of an aside between commas, at most."""


def modifiers(line: Line, draft: Draft, start: int, lexicon: Lexicon, rules: Rulebook) -> None:
    """What stands before the noun: "Iran's retaliatory missile strikes", "an Iranian air strike", "the Kerman
    bombing"."""
    known = states(rules)
    assault = draft.type.type in types_of(rules, "assault")
    of_law = not words_of(rules, "inquiry").isdisjoint(line.words[draft.end : draft.end + 1])  # "Maris Police homicide detectives"
    for unit in range(start, draft.end):
        word, tag = line.words[unit], line.tags[unit]
        if word in lexicon.weapons:
            draft.weapons.append(lexicon.weapons[word])
        draft.another |= word in lexicon.another and line.words[start] != "this"  # "this new attack" is no other
        draft.answers |= word in lexicon.later
        draft.another |= word in lexicon.own
        draft.both |= word in lexicon.both
        that = word == "that" and not draft.plural and line.tags[unit - 1 : unit] != "v"
        if tag == "Y" or that or word in ("the", "this", "these", "those"):
            draft.definite = True
        if tag == "Y" and (draft.plural or not draft.type.by_victim):  # "their murder" was done to them
            draft.actors.append(Party("pronoun", (), unit, unit + 1))
        if tag == "H" and _body_of(line, start, unit, draft, rules):
            draft.actors.append(party(line, (start, unit), rules))
        value = line.values[unit]
        if tag == "w" and unit < draft.start and assault and _own_kind(line, unit, draft, lexicon, rules):
            draft.actors.append(Party("label", (line.span(unit, unit + 1).of(line.sentence.text),), unit, unit + 1))
        if not isinstance(value, Name) or unit >= draft.start:
            continue
        if line.tags[unit + 1 : unit + 2] == "-" and unit + 2 < draft.start:
            continue
        if line.tags[unit - 1 : unit] == "-" and line.words[unit - 2] in _PREFIXES:
            continue  # "the worst post-Soviet disaster"
        draft.definite |= line.tags[unit + 1 : unit + 2] == "H"
        if line.words[unit + 1] in words_of(rules, "mission"):
            continue  # "the British embassy bombing" was not in Britain
        state = known.of(value.text)
        seat = value.kind == "place" and not known.of(value.text, acting=False)
        if draft.type.subject in ("", "target") or (seat and line.tags[unit + 1 : unit + 2] != "H"):
            if value.kind in ("place", "unknown", "people"):
                draft.places.append(known.of(value.text, acting=False) or value.text)
        elif state and _one_of_its(line, unit, draft):
            pass
        elif state and (draft.type.against_state or draft.type.type in types_of(rules, "meeting") | {"exchange"}):
            draft.actors.append(Party("state", (state,), unit, unit + 1))
        elif state or value.kind == "place":
            draft.places.append(state or value.text)
        elif (
            value.kind in ("group", "person")
            and not of_law
            and not _venue(line, unit, draft, lexicon, rules)
            and not _theirs(line, unit, draft, rules)
        ):
            role = draft.type.object if draft.type.object == "victims" and value.kind == "person" else "actor"
            take(line, draft, role, Party(value.kind, (full(value),), unit, unit + 1), rules)


def _one_of_its(line: Line, unit: int, draft: Draft) -> bool:
    """Whether a state may only be where an event ranks first or worst: "Spain's worst attack"; on whom it was tells of its own deeds."""
    ranked = any(word == "worst" or (word.endswith("est") and len(word) > _SHORT) for word in line.words[unit + 2 : draft.start])
    return ranked and line.tags[unit + 1] == "H" and line.words[draft.end : draft.end + 1] not in (("on",), ("against",))


def _body_of(line: Line, start: int, unit: int, draft: Draft, rules: Rulebook) -> bool:
    """Whether a possessive tells which armed body did it: "the air force's bombing of Lima", "the army's murder of six priests"; of whom
    it was done where nobody else is named behind: "the army's murder" tells nothing."""
    if draft.actors or line.tags[unit - 1] != "w" or line.words[unit - 1] not in _bodies(rules):
        return False
    if draft.type.type not in types_of(rules, "crime"):
        return False
    return draft.type.object != "victims" or line.words[draft.end : draft.end + 1] == ("of",)


@cache
def _bodies(rules: Rulebook) -> frozenset[str]:
    return frozenset(word for rule in rules.of(ArmedGroups) for word in rule.bodies)


def _own_kind(line: Line, unit: int, draft: Draft, lexicon: Lexicon, rules: Rulebook) -> bool:
    """Whether a common noun before an attack tells whose it was: "a rebel attack", "army bombings", not "a bus attack"."""
    weapons = line.words[unit + 1 : draft.start]
    if draft.actors or not all(word in lexicon.weapons or word in ("-", "air", "bomb") for word in weapons):
        return False
    return line.words[unit] in words_of(rules, "assailant")


def _theirs(line: Line, unit: int, draft: Draft, rules: Rulebook) -> bool:
    """Whether a group's name before a murder tells whose people were killed: "the Workers Federation massacre", not "the Zenda Front
    massacre"; with an s of possession it does so wherever nobody else is named as killed ("the MP's murder")."""
    value = line.values[unit]
    if draft.type.object != "victims" or not isinstance(value, Name) or value.kind != "group":
        return False
    if line.tags[unit + 1 : unit + 2] == "H":
        return line.words[draft.end : draft.end + 1] != ("of",)
    return not arms(full(value), rules)


def _venue(line: Line, unit: int, draft: Draft, lexicon: Lexicon, rules: Rulebook) -> bool:
    """Whether the name at ``unit`` only says at what the event was: "the Zenda High School shooting", "the Moose Lodge party shooting",
    and of a theft what was robbed: "the Silver Mat heist"; or is no name ("Fresh attacks")."""
    if line.tags[unit + 1 : unit + 2] == "H":
        return False
    if draft.type.type == "theft":
        return True
    venues, name = words_of(rules, "venue"), line.values[unit]
    last = name.text.split()[-1].lower() if isinstance(name, Name) else ""
    return last in venues or last in lexicon.another or not venues.isdisjoint(line.words[unit + 1 : unit + 2])


def joint(line: Line, draft: Draft) -> bool:
    """Whether the words that name an event end in a preposition that brings something: "fired at", "the burning of"."""
    return draft.end - draft.start > 1 and line.words[draft.end - 1] in draft.type.roles


def prepositions(line: Line, draft: Draft, at: int, lexicon: Lexicon, rules: Rulebook, only: tuple[str, ...] = ()) -> int:
    """Reads the prepositional groups from unit ``at``; gives the unit behind them."""
    tags, words = line.tags, line.words
    if draft.named and draft.type.by_victim and words[at + 1 : at + 2] == ("of",) and words[at] in words_of(rules, "inquiry"):
        at += 1  # "the murder case of a judge"
    for _ in range(8):
        while at < len(tags) and (tags[at] == "a" or (tags[at] == "w" and words[at] in ("out", "earlier", "late"))):
            at += 1
        if at < len(tags) and tags[at] == "T":
            draft.times.append(at)
            at += 1
            continue
        if tags[at : at + 1] == "Q" and words[at + 1 : at + 2] == ("times",):
            at += 2  # "was stabbed four times with a knife"
            continue
        if at < len(tags) and words[at] == "(" and ")" in words[at : at + 5]:
            at = words.index(")", at) + 1
            continue
        if at < len(tags) and tags[at] == "K" and (behind := _aside(line, at)) is not None:
            at = behind
        elif tags[at : at + 2] == "Ka" and words[at + 2 : at + 3] == ("by",):
            at += 2  # "kidnapped on Friday, apparently by rebels"
        at += words[at : at + 1] in _CLOSE
        close = words[at : at + 1] == ("to",) and words[at - 1 : at] in _CLOSE
        if at + 1 >= len(tags) or tags[at] != "P":
            break
        word = "near" if close else words[at]
        if words[at : at + 4] == _HANDS and "actor" in (draft.type.subject, *draft.type.roles.values()):
            at += 3
            word = "by"  # "died at the hands of the Front"
        if tags[at + 1] == "T":
            draft.times.append(at + 1)
            at = noun_group(line, at + 2, len(tags))[1] if word == "during" else at + 2  # "during Friday prayers | at a mosque in Lima"
            continue
        if words[at : at + 3] == ("in", "front", "of") and "in" in draft.type.roles:
            word, at = "in", at + 2
        elif word in words_of(rules, "nearby"):
            word = "near"
        called = labelled(line, at + 2) if words[at + 1] == "what" else None
        group = called or noun_group(line, at + 1, len(tags))
        if group[1] <= group[0] or words[at : at + 3] == ("by", "the", "time"):
            break
        while group[1] < len(tags) and tags[group[1]] == "C":
            more = noun_group(line, group[1] + 1, len(tags))
            others = tags[more[0] : more[1] + 1] == "QP"  # "nine died in a bombing in Lima and four in a shooting"
            if more[1] <= more[0] or (more[1] < len(tags) and tags[more[1]] in "vbhdm") or others or _next_event(line, more, lexicon):
                break
            group = (group[0], more[1])
        role = draft.type.roles.get(word)
        if role is None and word == "on" and "place" in draft.type.roles.values() and on_street(line, group, rules):
            role = ""  # "was stabbed on Walker Street | in Zenda": a street is no place of an event
        if role == "actor" and not words_of(rules, "means").isdisjoint(words[group[0] : group[1]]) and group[1] - group[0] == 1:
            break  # "taken by force"
        if word == "during" and not _happens(line, group, lexicon):
            at = group[1]  # "were killed during prayers | in Lima"
            continue
        if role is None or (only and word not in only):
            if word in ("during", "after", "following", "before", "amid", "since", "including", "despite") or role is None:
                break
        elif _own_soil(line, group, lexicon):
            draft.own_soil = True
        elif role == "place":
            group = (group[0], of_group_end(line, group, rules))
            if not _building(line, draft, group, rules):
                take_places(line, draft, group, rules)
        elif role == "weapon":
            weapons = [lexicon.weapons[w] for w in words[group[0] : of_group_end(line, group, rules)] if w in lexicon.weapons]
            draft.weapons += weapons
            if not weapons:
                break
            group = (group[0], of_group_end(line, group, rules))
        elif role:
            parts = ("of",) if "from" in draft.type.roles else ("of", "from")
            group = (group[0], of_group_end(line, group, rules, parts)) if role in ("target", "victims") else group
            take(line, draft, role, party(line, group, rules, things=role == "target"), rules)
            group = (group[0], of_group_end(line, group, rules)) if role == "actor" else group
        at = group[1]
    return at


def _happens(line: Line, group: Range, lexicon: Lexicon) -> bool:
    """Whether a noun group tells of something that happened, and is no mere setting of it: "during the clashes", not "during a march"."""
    told = (lexicon.words[word][0] for word in line.words[group[0] : group[1]] if word in lexicon.words)
    return any(noun is None or not noun.setting_of for noun in told)


def _building(line: Line, draft: Draft, group: Range, rules: Rulebook) -> bool:
    """Takes a building at which a bomb goes off, "exploded at a bank in Lima", as what it was meant for, where nothing else is; gives
    whether it is of a state, and thus tells no place: "the embassy of Spain"."""
    end = noun_group(line, group[0], group[1])[1]
    if draft.type.type != "bombing" or line.tags[end - 1] != "w" or line.words[end - 1] not in words_of(rules, "building"):
        return False
    if not draft.targets:
        draft.targets.append(party(line, (group[0], end), rules, things=True))
    return any(states(rules).of(name.text, acting=False) for _, name in line.names(end, group[1]))


def _next_event(line: Line, group: Range, lexicon: Lexicon) -> bool:
    """Whether a group behind *and* is the next event of a list: "the attack on a bank and the murder of a judge"."""
    noun, _ = lexicon.words.get(line.words[group[1] - 1], (None, ()))
    return noun is not None and line.tags[group[1] : group[1] + 1] == "P"


def _aside(line: Line, comma: int) -> int | None:
    """Behind a short aside without a verb: "were shot, one fatally, at …", "the murder of a judge, head of the court, by …"."""
    for unit in range(comma + 1, min(comma + _ASIDE, len(line.tags) - 1)):
        if line.tags[unit] == "K":
            return unit + 1 if line.tags[unit + 1] == "P" else None
        if line.tags[unit] in "vbhdmSRs":
            return None
    return None


def _own_soil(line: Line, group: Range, lexicon: Lexicon) -> bool:
    return line.tags[group[0]] == "Y" and line.words[group[1] - 1] in lexicon.soil


def take(line: Line, draft: Draft, role: str, who: Party, rules: Rulebook) -> None:
    """Gives a draft somebody in a role; what was struck may be a place as well as a target."""
    if role == "actor":
        if line.words[who.start] in words_of(rules, "nobody"):
            return  # "blamed no group for the murder of the bishop"
        if who.names and who.name.split()[-1].lower() in words_of(rules, "venue") & words_of(rules, "building"):
            return  # "they stormed Zenda Station attacking the staff": no building does anything
        if not _wires(rules).intersection(who.names):  # "Medical source AFP Monday A suicide bomber …" is a credit
            draft.actors.append(who)
    elif role == "victims":
        draft.victims.append(who)
    elif role == "target":
        if told_a_place(line, who.end, rules) is not None:  # "struck Zenda, a village in Ruritania"
            take_places(line, draft, (who.start, who.end), rules)
            return
        draft.targets.append(who)
        take_places(line, draft, (who.start, who.end), rules, inside=True)
    elif role == "place":
        take_places(line, draft, (who.start, who.end), rules)


@cache
def _wires(rules: Rulebook) -> frozenset[str]:
    """The names of news agencies, which tell of deeds and do none."""
    return frozenset(name for outlet in rules.of(Outlet) if outlet.agency for name in outlet.names)
