"""What stands around a word that names an event: modifiers, prepositional groups, who carried it out, where.

Takes a line, a draft and the lexicon; fills the draft. What a preposition brings is in the event's rule.
"""

from __future__ import annotations

from functools import cache

from discrepancy.annotate.clauses import Range, antecedent, noun_group, start_of_sentence, verb_group
from discrepancy.annotate.grammar import Line, words_of
from discrepancy.annotate.parties import Party, arms, full, party, states
from discrepancy.annotate.places import gazetteer
from discrepancy.claim.events.drafts import Draft, Lexicon, lexicon_of
from discrepancy.model.claims import Name
from discrepancy.rulebook.kinds.pages import Outlet
from discrepancy.rulebook.kinds.places import StreetWord
from discrepancy.rulebook.schema import Rulebook


def modifiers(line: Line, draft: Draft, start: int, lexicon: Lexicon, rules: Rulebook) -> None:
    """What stands before the noun: "Iran's retaliatory missile strikes", "an Iranian air strike", "the Kerman
    bombing"."""
    known = states(rules)
    of_law = not words_of(rules, "inquiry").isdisjoint(line.words[draft.end : draft.end + 1])  # "Maris Police homicide detectives"
    for unit in range(start, draft.end):
        word, tag = line.words[unit], line.tags[unit]
        if word in lexicon.weapons:
            draft.weapons.append(lexicon.weapons[word])
        draft.another |= word in lexicon.another
        draft.answers |= word in lexicon.later
        draft.another |= word in lexicon.own
        draft.both |= word in lexicon.both
        that = word == "that" and not draft.plural and line.tags[unit - 1 : unit] != "v"
        if tag == "Y" or that or word in ("the", "this", "these", "those"):
            draft.definite = True
        if tag == "Y":
            draft.actors.append(Party("pronoun", (), unit, unit + 1))
        value = line.values[unit]
        if not isinstance(value, Name) or unit >= draft.start:
            continue
        if line.tags[unit + 1 : unit + 2] == "-" and unit + 2 < draft.start:
            continue
        draft.definite |= line.tags[unit + 1 : unit + 2] == "H"
        state = known.of(value.text)
        seat = value.kind == "place" and not known.of(value.text, acting=False)
        if draft.type.subject in ("", "target") or (seat and line.tags[unit + 1 : unit + 2] != "H"):
            if value.kind in ("place", "unknown", "people"):
                draft.places.append(known.of(value.text, acting=False) or value.text)
        elif state and (draft.type.against_state or draft.type.type in ("visit", "talks", "exchange")):
            draft.actors.append(Party("state", (state,), unit, unit + 1))
        elif state or value.kind == "place":
            draft.places.append(state or value.text)
        elif (
            value.kind in ("group", "person")
            and not of_law
            and not _venue(line, unit, lexicon, rules)
            and not _theirs(line, unit, draft, rules)
        ):
            role = draft.type.object if draft.type.object == "victims" and value.kind == "person" else "actor"
            take(line, draft, role, Party(value.kind, (full(value),), unit, unit + 1), rules)


def _theirs(line: Line, unit: int, draft: Draft, rules: Rulebook) -> bool:
    """Whether a group's name before a murder tells whose people were killed: "the Workers Federation massacre", not "the Zenda Front
    massacre"."""
    if draft.type.object != "victims" or line.tags[unit + 1 : unit + 2] == "H":
        return False
    value = line.values[unit]
    return isinstance(value, Name) and value.kind == "group" and not arms(full(value), rules)


def _venue(line: Line, unit: int, lexicon: Lexicon, rules: Rulebook) -> bool:
    """Whether the name at ``unit`` only says at what the event was: "the Zenda High School shooting", "the Moose Lodge party shooting"; or
    is no name ("Fresh attacks")."""
    if line.tags[unit + 1 : unit + 2] == "H":
        return False
    venues, name = words_of(rules, "venue"), line.values[unit]
    last = name.text.split()[-1].lower() if isinstance(name, Name) else ""
    return last in venues or last in lexicon.another or not venues.isdisjoint(line.words[unit + 1 : unit + 2])


def prepositions(line: Line, draft: Draft, at: int, lexicon: Lexicon, rules: Rulebook, only: tuple[str, ...] = ()) -> int:
    """Reads the prepositional groups from unit ``at``; gives the unit behind them."""
    tags, words = line.tags, line.words
    for _ in range(8):
        while at < len(tags) and (tags[at] == "a" or (tags[at] == "w" and words[at] in ("out", "earlier", "late"))):
            at += 1
        if at < len(tags) and tags[at] == "T":
            draft.times.append(at)
            at += 1
            continue
        if at < len(tags) and words[at] == "(" and ")" in words[at : at + 5]:
            at = words.index(")", at) + 1
            continue
        if at < len(tags) and tags[at] == "K" and (behind := _aside(line, at)) is not None:
            at = behind
        elif tags[at : at + 2] == "Ka" and words[at + 2 : at + 3] == ("by",):
            at += 2  # "kidnapped on Friday, apparently by rebels"
        if at + 1 >= len(tags) or tags[at] != "P":
            break
        word = words[at]
        if tags[at + 1] == "T":
            draft.times.append(at + 1)
            at += 2
            continue
        called = labelled(line, at + 2) if words[at + 1] == "what" else None
        group = called or noun_group(line, at + 1, len(tags))
        if group[1] <= group[0]:
            break
        while group[1] < len(tags) and tags[group[1]] == "C":
            more = noun_group(line, group[1] + 1, len(tags))
            if more[1] <= more[0] or (more[1] < len(tags) and tags[more[1]] in "vbhdm"):
                break
            group = (group[0], more[1])
        role = draft.type.roles.get(word)
        if role == "actor" and not words_of(rules, "means").isdisjoint(words[group[0] : group[1]]) and group[1] - group[0] == 1:
            break  # "taken by force"
        if role is None or (only and word not in only):
            if word in ("during", "after", "following", "before", "amid", "since", "including", "despite") or role is None:
                break
        elif _own_soil(line, group, lexicon):
            draft.own_soil = True
        elif role == "place":
            group = (group[0], of_group_end(line, group))
            take_places(line, draft, group, rules)
        elif role == "weapon":
            weapons = [lexicon.weapons[w] for w in words[group[0] : of_group_end(line, group)] if w in lexicon.weapons]
            draft.weapons += weapons
            if not weapons:
                break
            group = (group[0], of_group_end(line, group))
        elif role:
            group = (group[0], of_group_end(line, group)) if role in ("target", "victims") else group
            take(line, draft, role, party(line, group, rules, things=role == "target"), rules)
            group = (group[0], of_group_end(line, group)) if role == "actor" else group
        at = group[1]
    return at


def _aside(line: Line, comma: int) -> int | None:
    """Behind a short aside without a verb: "were shot, one fatally, at …"."""
    for unit in range(comma + 1, min(comma + 6, len(line.tags) - 1)):
        if line.tags[unit] == "K":
            return unit + 1 if line.tags[unit + 1] == "P" else None
        if line.tags[unit] in "vbhdmSRs":
            return None
    return None


def _own_soil(line: Line, group: Range, lexicon: Lexicon) -> bool:
    return line.tags[group[0]] == "Y" and line.words[group[1] - 1] in lexicon.soil


def of_group_end(line: Line, group: Range) -> int:
    """The end of a noun group with its *of* parts: "bases of the Front", "dozens of missiles and drones"."""
    end = group[1]
    while end < len(line.tags) and (line.words[end] in ("of", "from") or _tied(line, end)):
        step = _tied(line, end) or 1
        more = noun_group(line, end + step, len(line.tags))
        if more[1] <= more[0]:
            break
        end = more[1]
        while end < len(line.tags) and line.tags[end] == "C":
            last = noun_group(line, end + 1, len(line.tags))
            if last[1] <= last[0] or (last[1] < len(line.tags) and line.tags[last[1]] in "vbhdm"):
                break
            end = last[1]
    return end


_TIES = (
    ("linked", "to"),
    ("tied", "to"),
    ("belonging", "to"),
    ("loyal", "to"),
    ("affiliated", "with"),
    ("with", "links", "to"),
    ("with", "ties", "to"),
)


def _tied(line: Line, at: int) -> int:
    """How many words at a unit say that people belong to a group: "fighters with links to the Front"; 0 for none."""
    return next((len(tie) for tie in _TIES if line.words[at : at + len(tie)] == tie), 0)


def take(line: Line, draft: Draft, role: str, who: Party, rules: Rulebook) -> None:
    if role == "actor":
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


def take_places(line: Line, draft: Draft, group: Range, rules: Rulebook, *, inside: bool = False) -> None:
    """The places of a noun group. ``inside`` a target only what has a state before or behind it is where it
    happened."""
    known = states(rules)
    places = gazetteer(rules)
    soil = lexicon_of(rules).soil
    wider_group = told_a_place(line, group[1], rules)
    for unit, name in line.names(*group):
        if name.kind not in ("place", "unknown", "people") and wider_group is None:
            continue
        if line.tags[unit + 1 : unit + 2] == "-" or _street(line, unit, rules):
            continue
        state = known.of(name.text, acting=False)
        if state:
            if name.kind == "people" and soil.isdisjoint(line.words[unit + 1 : group[1]]):
                continue  # "in an Israeli strike" is nowhere
            if inside and line.tags[unit + 1 : unit + 2] != "H" and unit + 1 < group[1]:
                continue
            draft.state = draft.state or state
            if not inside and unit + 1 >= group[1]:
                draft.places.append(state)
        elif name.kind == "place" or not inside or places.find(name.text):
            before = [n for u, n in line.names(group[0], unit) if n.kind != "people" and not known.of(n.text, acting=False)]
            wider = bool(before) and line.words[unit - 1] == "of"
            if not wider:  # of "the Zenda district of Ruthenia" the district
                draft.places.append(name.text)
            if name.kind == "place":
                draft.state = draft.state or places.country(name.text)
    if wider_group is not None and not draft.state:
        inner = [known.of(n.text, acting=False) or places.country(n.text) for _, n in line.names(*wider_group)]
        draft.state = next((state for state in inner if state), "")
    end = group[1]
    if line.words[end : end + 1] in (("in",), ("of",)) and inside:
        more = noun_group(line, end + 1, len(line.tags))
        if more[1] > more[0]:
            take_places(line, draft, more, rules)


@cache
def _streets(rules: Rulebook) -> frozenset[str]:
    """What streets are called."""
    return frozenset(street.name for street in rules.of(StreetWord))


def _street(line: Line, unit: int, rules: Rulebook) -> bool:
    """Whether a name is that of a street: "the 100 block of Wall Street" is in no other place than the town just named."""
    if unit and line.words[unit] in _streets(rules) and line.words[unit - 1][:1].isdigit():
        return True  # "38th Street"
    return line.words[unit - 1 : unit] == ("of",) and line.words[unit - 2 : unit - 1] in (("block",), ("blocks",))


def told_a_place(line: Line, end: int, rules: Rulebook) -> Range | None:
    """The wider places of an aside that tells what sort of place the name before it is: ", a village in Ruritania,"."""
    if line.tags[end : end + 2] != "KD":
        return None
    group = noun_group(line, end + 1, len(line.tags))
    if line.words[group[1] - 1] not in lexicon_of(rules).soil or line.words[group[1] : group[1] + 1] not in (("in",), ("of",)):
        return None
    return noun_group(line, group[1] + 1, len(line.tags))


def fronted(line: Line, draft: Draft, rules: Rulebook) -> None:
    """Places and times that open the clause: "In Iraq, …", "On Jan. 18, …", "In Zenda, a town in the north, …"."""
    start, told = draft.clause[0], len(draft.places)
    if (town := _opening_town(line, draft)) is not None:
        take_places(line, draft, town, rules)
    if start and line.tags[start - 1] == "K" and start_of_sentence(line, start - 1):
        start = 0
    for unit in range(start, draft.start):
        tag = line.tags[unit]
        if tag == "T":
            draft.times.append(unit)
        elif tag == "P" and line.words[unit] in ("in", "near", "at") and line.tags[unit + 1] == "N" and unit <= start + 1:
            take_places(line, draft, (unit + 1, unit + 2), rules)
        elif tag not in "PKaDN" or (tag == "N" and line.tags[unit - 1] != "P"):
            break
    draft.elsewhere = draft.places[told:]


def _opening_town(line: Line, draft: Draft) -> Range | None:
    """The place that opens the sentence before a clause of its own: "In Zenda, rebels …", "In Zenda, a small town, rebels …"."""
    start = draft.clause[0]
    before = line.tags[: max(0, start - 1)]
    if line.tags[start - 1 : start] != "K" or not set(before) <= _OPENING_GROUP or start_of_sentence(line, start - 1):
        return None
    at = 0
    while at < len(before) and before[at] in "aTKC":
        at += 1
    own = line.tags[start : verb_group(line, draft.start)]
    if line.words[at : at + 1] not in (("in",), ("near",), ("outside",)) or not set(own) <= _OPENING_GROUP:
        return None  # "In Zenda, officials said that rebels …": the officials are there
    group = noun_group(line, at + 1, start - 1)
    return (group[0], of_group_end(line, group)) if group[1] > group[0] else None


_OPENING_GROUP = frozenset("aTQPDNwH'-KCYB")
"""Letters of what opens a sentence before its first verb."""


def where(line: Line, draft: Draft, rules: Rulebook) -> None:
    """The place before a clause that *where* or *in which* opens: "Lima, where a bomb killed nine", "the bar in Lima in which …"."""
    at = verb_group(line, draft.start)
    while at > 0 and line.tags[at - 1] in _OWN_GROUP:
        at -= 1
    opener = line.words[at - 1 : at]
    if opener != ("where",) and not (opener == ("which",) and line.words[at - 2 : at - 1] in (("in",), ("at",), ("near",))):
        return
    place = antecedent(line, at - 1)
    if place is not None:
        take_places(line, draft, place, rules)


_OWN_GROUP = frozenset("DYQNwH-'aT")
"""Letters of a noun group: the subject of a verb, or what stands before the noun that names an event."""


def labelled(line: Line, at: int) -> Range | None:
    """The noun group of "what it called a rebel base", "what it described as hideouts", "what they said were fighters
    linked to the Front"."""
    while at < len(line.tags) and (
        (line.tags[at] in "ONvbaD" and line.words[at] not in ("a", "an", "the")) or line.words[at] in ("to", "claim", "as")
    ):
        at += 1
    if at < len(line.tags) and line.tags[at] == '"':
        close = line.tags.find('"', at + 1)
        return (at, close + 1) if close > at else None
    group = noun_group(line, at, len(line.tags))
    return group if group[1] > group[0] else None
