"""Where an event was: the places of a noun group, those that open a clause or a sentence, and the one before *where*.

Takes a line and a draft; fills the draft's places and its country. A state that only says whose something is, and a street, are
no places of an event.
"""

from __future__ import annotations

import re
from functools import cache

from discrepancy.annotate.antecedents import antecedent
from discrepancy.annotate.clauses import clause
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import Range, noun_group
from discrepancy.annotate.places import gazetteer
from discrepancy.annotate.states import states
from discrepancy.annotate.subjects import start_of_sentence, subject
from discrepancy.annotate.verbgroups import passive, verb_group
from discrepancy.claim.events.drafts import Draft, lexicon_of
from discrepancy.claim.events.nouns import of_group_end
from discrepancy.rulebook.kinds.places import StreetWord
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_OPENING_GROUP = frozenset("aTQPDNwH'-KCYB")
"""Letters of what opens a sentence before its first verb."""
_SUBJECT = frozenset("DYQNwO")
"""Letters by which the subject of a clause begins."""
_OWN_GROUP = frozenset("DYQNwH-'aT")
"""Letters of a noun group: the subject of a verb, or what stands before the noun that names an event."""


_AND = frozenset(("and", "&"))
_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)")


def take_places(line: Line, draft: Draft, group: Range, rules: Rulebook, *, inside: bool = False) -> None:
    """The places of a noun group. ``inside`` a target only what has a state before or behind it is where it
    happened."""
    if line.words[group[1] - 1 : group[1]] == ("history",):
        return  # "the worst fire in English legal history"
    known = states(rules)
    places = gazetteer(rules)
    soil = lexicon_of(rules).soil
    wider_group, told = told_a_place(line, group[1], rules), len(draft.places)
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
        elif line.words[unit - 1 : unit] == ("our",):
            continue  # "the Church of Our Lady" is in no town of that name
        elif name.kind == "place" or not inside or places.find(name.text):
            before = [n for u, n in line.names(group[0], unit) if n.kind != "people" and not known.of(n.text, acting=False)]
            of_it = bool(before) and line.words[unit - 1] == "of"
            wide = of_it and before[-1].text.lower().split()[-1] in words_of(rules, "expanse")  # "the Black Sea province of Zenda"
            called = wide or (of_it and line.words[unit - 2] in words_of(rules, "called-of"))
            town = called and "from" not in line.words[group[0] : unit]  # "on its way into Zenda from the capital of Graustark"
            if town:  # of "the Ruritania valley town of Zenda" the town
                del draft.places[told:]
            wider = of_it and not town
            beside = not words_of(rules, "beside-town").isdisjoint(line.words[unit + 1 : group[1]])  # a "Moscow suburb" is not Moscow
            quarter = _quarter(line, unit, name.text, rules)
            if not wider and not beside:  # of "the Zenda district of Ruthenia" the district
                draft.places.append(quarter or name.text)
            if name.kind == "place" and not quarter:
                draft.state = draft.state or places.country(name.text)
    if wider_group is not None and not draft.state:
        inner = [known.of(n.text, acting=False) or places.country(n.text) for _, n in line.names(*wider_group)]
        draft.state = next((state for state in inner if state), "")
    end = group[1]
    if line.words[end : end + 1] in (("in",), ("of",), ("near",), ("outside",)) and inside:
        more = noun_group(line, end + 1, len(line.tags))
        if more[1] > more[0]:
            take_places(line, draft, more, rules)


def _quarter(line: Line, unit: int, name: str, rules: Rulebook) -> str:
    """A quarter of a town that bears the name of a place which lies elsewhere, "the Victoria neighbourhood"; "" for any other place."""
    noun = line.words[unit + 1 : unit + 2]
    if not noun or noun[0] not in words_of(rules, "quarter") or line.words[unit - 1 : unit] != ("the",):
        return ""
    of_a_town = line.words[unit + 2 : unit + 3] == ("of",)  # "the Zenda neighbourhood of Eastgate"
    return "" if of_a_town or not gazetteer(rules).find(name) else f"{name} {noun[0]}"


@cache
def street_words(rules: Rulebook) -> frozenset[str]:
    """What streets are called."""
    return frozenset(street.name for street in rules.of(StreetWord))


def on_street(line: Line, group: Range, rules: Rulebook) -> bool:
    """Whether a noun group is the name of a street, on which things happen: "was stabbed on Walker Street"."""
    called = [name.text.lower().split() for _, name in line.names(*group)]
    return bool(called) and len(called[-1]) > 1 and called[-1][-1] in street_words(rules)


def _street(line: Line, unit: int, rules: Rulebook) -> bool:
    """Whether a name is that of a street: "the 100 block of Wall Street" is in no other place than the town just named."""
    if unit and line.words[unit] in street_words(rules) and line.words[unit - 1][:1].isdigit():
        return True  # "38th Street"
    if line.tags[unit + 1 : unit + 2] == "w" and line.words[unit + 1] in words_of(rules, "of-street"):
        return True  # "in Zenda street"
    if line.words[unit] in street_words(rules) or _numbered_corner(line, unit, rules):
        return True  # "near Avenue C", "near 21st and Zenda"
    return line.words[unit - 1 : unit] == ("of",) and line.words[unit - 2 : unit - 1] in (("block",), ("blocks",))


def _numbered_corner(line: Line, unit: int, rules: Rulebook) -> bool:
    """Whether a name is that of the street which a numbered one crosses, with or without words for streets: "near 21st and Zenda", "at
    Zenda & 5th Avenue"."""
    before = unit - 2
    if before > 0 and line.words[before] in street_words(rules):
        before -= 1
    if before > 0 and line.words[unit - 1] in _AND and _NUMBERED.fullmatch(line.words[before]) and line.tags[before - 1] == "P":
        return True
    crossing = line.words[unit + 1 : unit + 2], line.words[unit + 2 : unit + 3]
    behind = crossing[0] and crossing[0][0] in _AND and crossing[1] and _NUMBERED.fullmatch(crossing[1][0])
    return bool(behind) and (line.tags[unit + 3 : unit + 4] not in ("w", "N") or line.words[unit + 3] in street_words(rules))


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
    if (town := _opening_town(line, draft, rules)) is not None:
        take_places(line, draft, town, rules)
    if start and line.tags[start - 1] == "K" and start_of_sentence(line, start - 1):
        start = 0
    for unit in range(start, draft.start):
        tag = line.tags[unit]
        if tag == "T":
            draft.times.append(unit)
        elif tag == "P" and line.words[unit] in ("in", "near", "at") and unit <= start + 1 and (at := _named_at(line, unit + 1)):
            take_places(line, draft, (at, at + 1), rules)
        elif tag not in "PKaDN" or (tag == "N" and line.tags[unit - 1] != "P"):
            break
    draft.elsewhere = draft.places[told:]


def _named_at(line: Line, at: int) -> int:
    """The unit of the name that stands at a unit, or behind *the village of* there; 0 for none."""
    behind = at + 3 if line.tags[at : at + 3] == "DwP" and line.words[at + 2] == "of" else at
    return behind if line.tags[behind : behind + 1] == "N" else 0


def _opening_town(line: Line, draft: Draft, rules: Rulebook) -> Range | None:
    """The place that opens the sentence before a clause of its own: "In Zenda, rebels …", "In Zenda, a small town, rebels …"."""
    start = draft.clause[0]
    before = line.tags[: max(0, start - 1)]
    if line.tags[start - 1 : start] != "K" or not set(before) <= _OPENING_GROUP or start_of_sentence(line, start - 1):
        return None
    at = 0
    while at < len(before) and (before[at] in "aTKC" or before[at : at + 2] == "PT"):
        at += 1  # "Also on Monday, in Zenda, …"
    verb = verb_group(line, draft.start)
    own = line.tags[start:verb]
    if own.endswith("C"):  # "In Zenda, rebels burned a clinic and | abducted two nurses"
        own = own[: next((unit for unit, tag in enumerate(own) if tag == "v"), len(own))]
    if line.words[at : at + 1] not in (("in",), ("near",), ("outside",)) or not set(own) <= _OPENING_GROUP:
        return None  # "In Zenda, officials said that rebels …": the officials are there
    group = noun_group(line, at + 1, start - 1)
    return (group[0], of_group_end(line, group, rules)) if group[1] > group[0] else None


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


def beside_subject(line: Line, draft: Draft, who: Range, rules: Rulebook) -> None:
    """The town between the subject of a verb and the verb, where nothing else tells where it was: "militants in Zenda kidnapped a judge",
    "a judge in Zenda was shot"; in which state people are is no place of what they do."""
    at = who[1]
    if draft.places or line.words[at : at + 1] not in (("in",), ("near",)):
        return
    town = noun_group(line, at + 1, draft.start)
    own = [name for _, name in line.names(*town)]
    if town[1] > town[0] and line.tags[town[1]] in "Kbhva" and not any(states(rules).of(name.text, acting=False) for name in own):
        take_places(line, draft, town, rules)


def device_in(line: Line, draft: Draft, who: Range, rules: Rulebook) -> None:
    """The place at which a device stood or to which it went, before the verb of what it did: "a parcel bomb sent to an office in Zenda |
    injured a clerk"; not for a verb that tells its own."""
    device = words_of(rules, "explosive") | words_of(rules, "munition")
    if draft.places or line.words[who[1] - 1] not in device or line.tags[who[1] : who[1] + 1] != "v":
        return
    group = verb_group(line, draft.start)
    for unit in range(who[1] + 1, group):
        if line.words[unit] in ("in", "near", "at", "outside"):
            take_places(line, draft, noun_group(line, unit + 1, group), rules)


def first_deed(line: Line, draft: Draft, rules: Rulebook) -> None:
    """The place of what those who did it did just before, by a verb that names no event: "gunmen stopped a bus near Lima and killed nine
    people"."""
    group = verb_group(line, draft.start)
    who = subject(line, draft.start)
    if (
        draft.named
        or not draft.actors
        or who is None
        or "O" in line.tags[who[0] : who[1]]
        or line.tags[group - 1 : group] != "C"
        or passive(line, draft.start)
    ):
        return
    for unit in range(who[1], group - 1):
        if line.words[unit] in words_of(rules, "where") or line.words[unit] == "into":
            place = noun_group(line, unit + 1, group - 1)
            take_places(line, draft, (place[0], min(of_group_end(line, place, rules), group - 1)), rules)


def at_the_time(line: Line, found: list[Draft], rules: Rulebook) -> None:
    """Place and time of an event behind which *when* or *after* tells how it came, by no other event: "nine were killed when a wall fell
    on them in Lima on Friday"; the time behind *after* may be another one."""
    starts = {draft.start for draft in found}
    for draft in found:
        end = draft.clause[1]
        when = line.words[end : end + 1] == ("when",)
        opener = end if when else next((unit for unit in range(draft.end, end) if line.words[unit] == "after"), None)
        if draft.joins is not None or draft.unsure or opener is None:
            continue
        within = range(opener + 1, clause(line, opener + 1)[1])
        if not starts.isdisjoint(within) or not set(line.tags[opener + 1 : opener + 2]) <= _SUBJECT:
            continue
        for unit in within if not draft.places else ():
            if line.words[unit] in words_of(rules, "where"):
                group = noun_group(line, unit + 1, within.stop)
                take_places(line, draft, (group[0], of_group_end(line, group, rules)), rules)
        if when and not draft.times:
            draft.times += [unit for unit in within if line.tags[unit] == "T"]
