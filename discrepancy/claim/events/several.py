"""One clause that tells of several events: what was done here and there, to these and to those.

Takes a line and a draft that was read; gives its parts, two or more, or none. Parts are told apart by places ("bombs went off in
Lima and Cusco"), by people and places ("killed a mayor in Lima and three policemen in Cusco"), or, of several deeds, by whom or what
each hit ("the murders of a mayor and of two teachers", "attacks on the station, a bank and the town hall"). A list of people is no
list of murders, and one attack stays one wherever it reached.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import Range, noun_group
from discrepancy.annotate.parties import party
from discrepancy.annotate.places import gazetteer
from discrepancy.annotate.states import states
from discrepancy.claim.events.drafts import Draft, Part, lexicon_of, phrase_at
from discrepancy.claim.events.nouns import of_group_end
from discrepancy.claim.events.sorts import types_of
from discrepancy.claim.events.whereabouts import street_words
from discrepancy.model.claims import Name
from discrepancy.rulebook.schema import Rulebook

_PRONOUNS = ("one", "other", "others", "another", "first", "second", "third")
"""Words that end a group which names no one: "one in Lima and the other in Cusco"."""
_PLACES = ("place", "unknown")
_GROUP = "DYQNwH'"
_CLAUSE = "vbhdmR"
"""Letters behind a noun group that make it the subject of a clause of its own."""


@dataclass(slots=True)
class _Segment:
    """One member of a list: whom or what it names, where and when."""

    start: int
    end: int = 0
    group: Range | None = None
    said: str = ""
    places: list[tuple[int, str]] = field(default_factory=list)
    times: list[int] = field(default_factory=list)


def several(line: Line, draft: Draft, rules: Rulebook) -> list[Part]:
    """The events of which a draft tells at once; none where it tells of one."""
    if draft.type.type not in types_of(rules, "several") or draft.denied or draft.unsure or draft.both or draft.type.refers:
        return []
    if "C" not in line.tags[draft.end :] or (draft.named and not draft.plural):
        return []
    found = _segments(line, draft, draft.end, rules)
    if not found and (told := _one_by_one(line, draft.end)):
        found = _segments(line, draft, told, rules)  # "two bombs went off, one in Lima and the other in Cusco"
    behind: list[_Segment] = []
    if draft.named and (at := _behind_verb(line, found[-1].end if found else draft.end)) is not None:
        behind = _segments(line, draft, at, rules)
    parts = _by_place(line, draft, behind, rules) or (_by_place(line, draft, found, rules) if _certain(line, draft) else [])
    sure = draft.type.by_victim or draft.places or draft.times or draft.carried or any(one.places for one in behind)
    return parts or (_by_victim(line, draft, found, rules) if draft.named and sure else [])


def _certain(line: Line, draft: Draft) -> bool:
    """Whether a clause tells of deeds and not of a practice: what was done by a verb or on a day, is known or counted; not "indiscriminate
    bombings of Lima and Cusco"."""
    start = draft.start
    while start and line.tags[start - 1] in _GROUP:
        start -= 1
    told = draft.definite or draft.times or draft.type.by_victim or "Q" in line.tags[start : draft.start]
    return not draft.named or bool(told)


def _behind_verb(line: Line, at: int) -> int | None:
    """Behind a verb without an object, where a place follows it: "attacks on buses were reported in …", "the blasts took place in …"."""
    start = at
    while at < len(line.tags) and line.tags[at] in "bhva":
        at += 1
    at += at > start and line.words[at : at + 1] in (("place",), ("out",))
    while line.tags[at : at + 2] in ("PT",) or line.tags[at : at + 1] == "T":
        at += 2 if line.tags[at] == "P" else 1
    return at if at > start and line.tags[at : at + 1] == "P" else None


def _one_by_one(line: Line, at: int) -> int:
    """Behind a comma, where a list begins that tells them one by one: ", one in Lima and the other in Cusco"; else 0."""
    while line.tags[at : at + 2] in ("PT",) or line.tags[at : at + 1] == "T":
        at += 2 if line.tags[at] == "P" else 1
    opening = line.words[at + 1 : at + 3]
    return at + 1 if line.tags[at : at + 1] == "K" and (opening[:1] == ("one",) or opening == ("the", "first")) else 0


def _segments(line: Line, draft: Draft, at: int, rules: Rulebook) -> list[_Segment]:
    """The members of the list that begins at a unit, up to a clause of its own or the one behind its last *and*."""
    found: list[_Segment] = []
    closed = 1
    while at < len(line.tags):
        segment = _segment(line, draft, at, rules)
        if segment is None:
            break
        found.append(segment)
        closed = len(found) if line.tags[segment.start - 1] == "C" else closed
        at = segment.end
        marks = 2 if line.tags[at : at + 2] == "KC" else 1 if line.tags[at : at + 1] in ("K", "C") else 0
        if not marks:
            break
        at += marks
    return found[:closed]  # ", in the north" behind the last is where all were


def _segment(line: Line, draft: Draft, at: int, rules: Rulebook) -> _Segment | None:
    """One member of a list: "three policemen in Lima on Monday", "on the town hall", "in Lima, Cusco and Zenda"; None for a clause."""
    made, tags = _Segment(at), line.tags
    while tags[at : at + 1] == "a":
        at += 1
    if at < len(tags) and tags[at] in _GROUP:
        made.group, at = _whole_group(line, noun_group(line, at, len(tags)), rules)
        if made.group and _names_event(line, made.group, rules):
            return None  # ", killing two people"
    while at < len(tags):
        if tags[at] == "T":
            made.times.append(at)
            at += 1
        elif tags[at : at + 2] == "PT":
            made.times.append(at + 1)
            at += 2
        elif tags[at] == "P" and (role := draft.type.roles.get(line.words[at])):
            if role == "place":
                behind = _listed(line, at + 1, made, rules)
            elif role in ("victims", "target") and made.group is None:
                made.said = line.words[at]
                made.group, behind = _whole_group(line, noun_group(line, at + 1, len(tags)), rules)
            else:
                break
            if behind is None:
                break
            at = behind
        else:
            break
    made.end = at
    if tags[at : at + 1] and tags[at] in _CLAUSE and not draft.named:
        return None
    return made if made.places or made.group else None


def _names_event(line: Line, group: Range, rules: Rulebook) -> bool:
    """Whether a word of a group names an event."""
    lexicon = lexicon_of(rules)
    return any(line.words[unit] in lexicon.words or phrase_at(line, unit, lexicon) for unit in range(*group))


def _whole_group(line: Line, group: Range, rules: Rulebook) -> tuple[Range | None, int]:
    """A noun group with its *of* parts, and the unit behind it."""
    if group[1] <= group[0]:
        return None, group[0]
    end = of_group_end(line, group, rules)
    end = group[1] if "C" in line.tags[group[1] : end] else end
    return (group[0], end), end


def _listed(line: Line, at: int, segment: _Segment, rules: Rulebook) -> int | None:
    """Takes the places of a group, or of a list of them that *and* closes, into a segment; gives the unit behind."""
    group = noun_group(line, at, len(line.tags))
    if group[1] <= group[0]:
        return None
    sure = False
    if line.tags[group[1] - 1 : group[1] + 2] == "wPN" and line.words[group[1]] == "of":
        sure = line.words[group[1] - 1].endswith("s")  # a list of towns holds nobody
        group = (group[1] + 1, group[1] + 2)  # "in the towns of Lima and Cusco", "in the Ruritanian port of Zenda"
    named = _place_of(line, group, rules, sure=sure)
    if not named:
        return of_group_end(line, group, rules)
    listed, closed, end = [named], False, group[1]
    while line.tags[end : end + 1] in ("K", "C"):
        mark = 2 if line.tags[end : end + 2] == "KC" else 1
        closing = "C" in line.tags[end : end + mark]
        more = noun_group(line, end + mark, len(line.tags))
        next_ = (
            _place_of(line, more, rules, sure=sure)
            if more[1] > more[0] and line.tags[more[1] : more[1] + 1] not in tuple(_CLAUSE)
            else None
        )
        if not next_:
            break
        listed.append(next_)
        end = more[1]
        if closing:
            closed = True
            break
    if not segment.places:  # what a second preposition brings is wider: "in Lima in the north"
        segment.places += listed if closed or len(listed) == 1 else listed[:1]
    return end


def _place_of(line: Line, group: Range, rules: Rulebook, *, sure: bool = False) -> tuple[int, str] | None:
    """The place that a noun group names and is: "Lima", "the Lima district"; None for "a bank" and "Boris Vance". ``sure``: whatever it
    names is one."""
    names = [(unit, name) for unit, name in line.names(*group) if sure or name.kind in _PLACES]
    if not names or set(line.tags[slice(*group)]) - set("DNwa-'") or names[0][0] - group[0] > 2:
        return None
    unit, name = names[0]
    if street_words(rules) & {name.text.split()[-1].lower(), *(word.removesuffix("s") for word in line.words[unit + 1 : group[1] + 1])}:
        return None  # "at the corner of Oak and Elm streets"
    return unit, states(rules).of(name.text, acting=False) or name.text


def _by_place(line: Line, draft: Draft, found: list[_Segment], rules: Rulebook) -> list[Part]:
    """The parts of a list in which each has its place."""
    placed = [one for one in found if one.places]
    spots = [(one, unit, name) for one in placed for unit, name in one.places if not states(rules).of(name, acting=False)]
    if len(spots) < 2 or not _elsewhere([name for _, _, name in spots], rules):
        return []
    counted = len(placed) > 1 and all(one.group is not None for one in placed[1:])
    timed = len(placed) > 1 and all(one.times for one in placed)  # a time behind the last alone is that of all
    parts = []
    for number, (one, unit, name) in enumerate(spots):
        alone = len(one.places) == 1
        start, end = (one.start, one.end) if alone and len(placed) > 1 else (unit, unit + 1)
        part = Part(start, end, [name])
        if alone and (counted or timed):
            first = number == 0 and one.group is None and counted
            part.reach = (draft.clause[0] if first else one.start, one.end if timed else unit + 1)
            part.times = list(one.times) if timed else []
        if alone and counted:
            _take(line, draft, part, one, rules)
        parts.append(part)
    return parts


def _elsewhere(names: list[str], rules: Rulebook) -> bool:
    """Whether all of these places are two and two different, and none lies in another."""
    known = gazetteer(rules)
    pairs = [(a, b) for at, a in enumerate(names) for b in names[at + 1 :]]
    return not any(a == b or known.contains(a, b) or known.contains(b, a) for a, b in pairs)


def _by_victim(line: Line, draft: Draft, found: list[_Segment], rules: Rulebook) -> list[Part]:
    """The parts of several deeds, each of which hit its own: *of* or *on* said again, or a list of things."""
    groups = [one for one in found if one.group is not None]
    if len(groups) < 2 or not groups[0].said:
        return []
    role = draft.type.roles.get(groups[0].said, "")
    again = all(one.said == groups[0].said for one in groups)
    things = role == "target" and len(groups) == len(found) and all(_thing(line, one.group, rules) for one in groups if one.group)
    if not again and not things:
        return []
    parts = []
    for one in groups:
        part = Part(one.start, one.end, [name for _, name in one.places], times=list(one.times), reach=(one.start, one.end))
        _take(line, draft, part, one, rules)
        parts.append(part)
    return parts if all(part.targets or part.victims for part in parts) else []


def _thing(line: Line, group: Range, rules: Rulebook) -> bool:
    """Whether a group is one thing, and nobody: "the town hall", "a bank"."""
    if line.tags[group[0]] not in "DQY" or any(isinstance(value, Name) for value in line.values[group[1] - 1 : group[1]]):
        return False
    return party(line, group, rules).names == () and bool(party(line, group, rules, things=True).names)


def _take(line: Line, draft: Draft, part: Part, one: _Segment, rules: Rulebook) -> None:
    """Gives a part whom or what its segment names; the first of a passive clause those of its subject."""
    role = draft.type.roles.get(one.said, "") if one.said else draft.type.object
    if one.group is None:
        part.victims, part.targets = list(draft.victims), list(draft.targets)
    elif role in ("victims", "target") and line.words[one.group[1] - 1] not in _PRONOUNS:
        who = party(line, one.group, rules, things=role == "target")
        (part.victims if role == "victims" else part.targets).append(who)
