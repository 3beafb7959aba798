"""Words that name an event, and what their own clause says of it: who, to whom, where, with what, when.

Takes one line of an article; gives drafts, one a trigger. A draft is what one clause says; which drafts are one event is the task of
:mod:`discrepancy.claim.coreference`. The words and what their prepositions bring are ``rules/events``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from discrepancy.annotate.clauses import Range, clause, noun_group, object_of, passive, subject, verb_group
from discrepancy.annotate.grammar import Line, words_of
from discrepancy.annotate.parties import Party, full, party, states
from discrepancy.annotate.places import gazetteer
from discrepancy.model.claims import Name
from discrepancy.rulebook.kinds.events import EventLimits, EventType
from discrepancy.rulebook.kinds.roles import Weapons
from discrepancy.rulebook.schema import Rulebook

_CRIMES = ("killing", "shooting", "attack", "kidnapping", "arson")
_NOUN_SIDE = frozenset("wNH-'DYQv\"")


@dataclass(slots=True)
class Draft:
    """What one clause says of one event. Filled while its line is read, then only merged with others.

    ``anchor`` is the unit of the trigger, ``actors`` and so on the parties as read; ``named`` tells a noun trigger. ``joins`` is the
    index (in the line) of the draft whose event this clause goes on about. ``state`` is the country where it happened.
    """

    type: EventType
    line: int
    start: int
    end: int
    named: bool
    clause: Range
    actors: list[Party] = field(default_factory=list)
    targets: list[Party] = field(default_factory=list)
    victims: list[Party] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    weapons: list[str] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    state: str = ""
    definite: bool = False
    plural: bool = False
    another: bool = False
    answers: bool = False
    both: bool = False
    old: bool = False
    unsure: bool = False
    denied: bool = False
    own_soil: bool = False
    carried: bool = False
    joins: int | None = None


@dataclass(frozen=True, slots=True)
class _Lexicon:
    words: dict[str, tuple[EventType | None, EventType | None]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], EventType, bool], ...]]
    weapons: dict[str, str]
    beside: dict[str, frozenset[str]]
    soil: frozenset[str]
    carriers: frozenset[str]
    unsure: frozenset[str]
    old: frozenset[str]
    another: frozenset[str]
    both: frozenset[str]
    later: frozenset[str]
    plural: frozenset[str]
    own: frozenset[str]
    charge: frozenset[str]
    office: frozenset[str]


@cache
def _lexicon(rules: Rulebook) -> _Lexicon:
    words: dict[str, tuple[EventType | None, EventType | None]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], EventType, bool]]] = {}
    for kind in rules.of(EventType):
        for word in kind.nouns:
            noun, verb = words.get(word, (None, None))
            words[word] = (noun or kind, verb)
        for word in kind.verbs:
            noun, verb = words.get(word, (None, None))
            words[word] = (noun, verb or kind)
        for named, listed in ((True, kind.noun_phrases), (False, kind.verb_phrases)):
            for phrase in listed:
                first, *rest = phrase.lower().split()
                phrases.setdefault(first, []).append((tuple(rest), kind, named))
    ordered = {k: tuple(sorted(v, key=lambda e: (-len(e[0]), e[0]))) for k, v in phrases.items()}
    weapons = {word: rule.label for rule in rules.of(Weapons) for word in rule.words}
    parts = ("carrier", "unsure", "before-now", "another", "both", "later", "plural-party", "own", "charge", "office")
    beside = {kind.id: frozenset(kind.beside) for kind in rules.of(EventType) if kind.beside}
    soil = frozenset(word for limits in rules.of(EventLimits) for word in limits.soil)
    return _Lexicon(words, ordered, weapons, beside, soil, *(words_of(rules, part) for part in parts))


def has_trigger(line: Line, rules: Rulebook) -> bool:
    """A quick no for lines that tell of no event."""
    lexicon = _lexicon(rules)
    return not lexicon.words.keys().isdisjoint(line.words) or not lexicon.phrases.keys().isdisjoint(line.words)


def drafts(line: Line, index: int, rules: Rulebook) -> list[Draft]:
    """The drafts of one line, in the order of their triggers."""
    lexicon = _lexicon(rules)
    found: list[Draft] = []
    taken = 0
    for unit, word in enumerate(line.words):
        if unit < taken:
            continue
        hit = _phrase(line, unit, lexicon)
        if hit is not None:
            length, kind, named = hit
            taken = unit + length
            unit += line.tags[unit] == "b" and length > 1  # "were executed": the verb is what names it
        elif word in lexicon.words and line.values[unit] is None:
            if unit > 1 and line.tags[unit - 1] == "-" and line.words[unit - 2] in ("anti", "counter", "non"):
                continue
            noun, verb = lexicon.words[word]
            named = verb is None or (noun is not None and _is_noun(line, unit))
            chosen = noun if named else verb
            if chosen is None or (not named and _adjectival(line, unit)):
                continue
            kind, taken = chosen, unit + 1
        else:
            continue
        if not named and word in lexicon.carriers and _carries(line, taken - 1, lexicon):
            continue
        draft = Draft(kind, index, unit, taken, named, clause(line, unit))
        if named:
            _noun(line, draft, found, lexicon, rules)
        else:
            _verb(line, draft, found, lexicon, rules)
        _circumstances(line, draft, lexicon)
        if named and kind.type in _CRIMES and _only_charged(line, unit, lexicon):
            continue
        if kind.named_actor and not named and draft.joins is None and not _armed(line, draft, lexicon):
            continue
        if (kind.negated and not draft.denied) or (kind.joined and draft.joins is None):
            continue
        draft.denied &= not kind.negated
        if kind.beside and lexicon.beside[kind.id].isdisjoint(line.words[draft.clause[0] : draft.clause[1]]):
            continue
        if not kind.weak or draft.joins is not None or _tied(line, draft):
            found.append(draft)
    _causes(line, found)
    return found


def _causes(line: Line, found: list[Draft]) -> None:
    """Joins an outcome to a cause named behind it: "three were killed in a drone attack"."""
    for draft in found:
        if not draft.type.outcome or draft.joins is not None or draft.named:
            continue
        for index, cause in enumerate(found):
            if not cause.named or cause.type.outcome or cause.type.refers or cause.start <= draft.start:
                continue
            group = cause.start
            while group > 0 and line.tags[group - 1] in _NOUN_SIDE:
                group -= 1
            if group and line.words[group - 1] in ("in", "by", "during", "from", "with") and group - draft.end < 12:
                draft.joins = index
                break


def _phrase(line: Line, unit: int, lexicon: _Lexicon) -> tuple[int, EventType, bool] | None:
    for rest, kind, named in lexicon.phrases.get(line.words[unit], ()):
        if line.words[unit + 1 : unit + 1 + len(rest)] == rest:
            return 1 + len(rest), kind, named
    return None


def _carries(line: Line, verb: int, lexicon: _Lexicon) -> bool:
    """Whether the object of a light verb names the event itself: "executed a retaliatory airstrike"."""
    thing = object_of(line, verb)
    if thing is None:
        return False
    return any(_phrase(line, u, lexicon) or lexicon.words.get(line.words[u], (None,))[0] for u in range(*thing))


def _is_noun(line: Line, unit: int) -> bool:
    """Whether a word that can be noun or verb is a noun here."""
    before = line.tags[unit - 1] if unit else ""
    after = line.tags[unit + 1] if unit + 1 < len(line.tags) else ""
    word = line.words[unit]
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


def _only_charged(line: Line, unit: int, lexicon: _Lexicon) -> bool:
    """A crime that is a charge: "four counts of attempted murder"."""
    return not lexicon.charge.isdisjoint(line.words[max(0, unit - 5) : unit])


def _armed(line: Line, draft: Draft, lexicon: _Lexicon) -> bool:
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
    return False


def _tied(line: Line, draft: Draft) -> bool:
    """Whether a weak word has somebody, a place, a time or a number beside it, or stands in a headline."""
    if draft.actors or draft.targets or draft.places or draft.times or draft.definite:
        return True
    start, end = draft.clause
    return line.sentence.block in ("headline", "standfirst") or "Q" in line.tags[start:end] or "T" in line.tags[start:end]


def _noun(line: Line, draft: Draft, found: list[Draft], lexicon: _Lexicon, rules: Rulebook) -> None:
    start = draft.start
    while start > 0 and line.tags[start - 1] in _NOUN_SIDE and not (line.tags[start - 1] == "v" and start > 1 and
                                                                   line.tags[start - 2] not in "DYQH"):  # fmt: skip
        start -= 1
    draft.plural = line.words[draft.end - 1].endswith("s")
    _modifiers(line, draft, start, lexicon, rules)
    end = _prepositions(line, draft, draft.end, lexicon, rules)
    verb = start - 1
    while verb > 0 and line.tags[verb] in "aD":
        verb -= 1
    if verb >= 0 and line.words[verb] in lexicon.carriers | {"out"} and line.tags[verb] in "vwa":
        carrier = verb - 1 if line.words[verb] == "out" and verb else verb
        if passive(line, carrier):
            return
        draft.carried = True
        who = subject(line, carrier)
        if who is not None:
            _take(line, draft, "actor", party(line, who, rules), rules)
    elif end < len(line.tags) and line.tags[end] in "bh":  # "an attack was carried out by"
        _prepositions(line, draft, _after_verbs(line, end), lexicon, rules, only=("by", "on", "in"))
    if not draft.actors:
        _carried_by(line, draft, end, lexicon, rules)


def _carried_by(line: Line, draft: Draft, end: int, lexicon: _Lexicon, rules: Rulebook) -> None:
    """The actor in "attacks with eleven missiles launched by Ruritania"."""
    for unit in range(end, min(end + 9, draft.clause[1] - 2)):
        pair = line.words[unit], line.words[unit + 1]
        if (pair[0] in lexicon.carriers and pair[1] == "by") or pair in (("attributed", "to"), ("blamed", "on"), ("claimed", "by")):
            group = noun_group(line, unit + 2, len(line.words))
            if group[1] > group[0]:
                _take(line, draft, "actor", party(line, group, rules), rules)
                _prepositions(line, draft, group[1], lexicon, rules)
            return


def _after_verbs(line: Line, at: int) -> int:
    while at < len(line.tags) and line.tags[at] in "bhavmd" or line.words[at : at + 1] == ("out",):
        at += 1
    return at


def _modifiers(line: Line, draft: Draft, start: int, lexicon: _Lexicon, rules: Rulebook) -> None:
    """What stands before the noun: "Iran's retaliatory missile strikes", "an Iranian air strike", "the Kerman bombing"."""
    known = states(rules)
    for unit in range(start, draft.end):
        word, tag = line.words[unit], line.tags[unit]
        if word in lexicon.weapons:
            draft.weapons.append(lexicon.weapons[word])
        draft.another |= word in lexicon.another
        draft.answers |= word in lexicon.later
        draft.another |= word in lexicon.own
        draft.both |= word in lexicon.both
        if tag == "Y" or word in ("the", "this", "that", "these", "those"):
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
        elif value.kind in ("group", "person"):
            role = draft.type.object if draft.type.object == "victims" and value.kind == "person" else "actor"
            _take(line, draft, role, Party(value.kind, (full(value),), unit, unit + 1), rules)


def _prepositions(
    line: Line, draft: Draft, at: int, lexicon: _Lexicon, rules: Rulebook, only: tuple[str, ...] = ()
) -> int:
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
        if at + 1 >= len(tags) or tags[at] != "P":
            break
        word = words[at]
        if tags[at + 1] == "T":
            draft.times.append(at + 1)
            at += 2
            continue
        group = noun_group(line, at + 1, len(tags))
        if group[1] <= group[0]:
            break
        while group[1] < len(tags) and tags[group[1]] == "C":
            more = noun_group(line, group[1] + 1, len(tags))
            if more[1] <= more[0] or (more[1] < len(tags) and tags[more[1]] in "vbhdm"):
                break
            group = (group[0], more[1])
        role = draft.type.roles.get(word)
        if role is None or (only and word not in only):
            if word in ("during", "after", "following", "before", "amid", "since", "including", "despite") or role is None:
                break
        elif _own_soil(line, group, lexicon):
            draft.own_soil = True
        elif role == "place":
            group = (group[0], _of_group_end(line, group))
            _place(line, draft, group, rules)
        elif role == "weapon":
            weapons = [lexicon.weapons[w] for w in words[group[0] : _of_group_end(line, group)] if w in lexicon.weapons]
            draft.weapons += weapons
            if not weapons:
                break
            group = (group[0], _of_group_end(line, group))
        elif role:
            group = (group[0], _of_group_end(line, group)) if role in ("target", "victims") else group
            _take(line, draft, role, party(line, group, rules), rules)
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


def _own_soil(line: Line, group: Range, lexicon: _Lexicon) -> bool:
    return line.tags[group[0]] == "Y" and line.words[group[1] - 1] in lexicon.soil


def _of_group_end(line: Line, group: Range) -> int:
    """The end of a noun group with its *of* parts: "bases of the Front", "dozens of missiles and drones"."""
    end = group[1]
    while end < len(line.tags) and (line.words[end] in ("of", "from") or line.words[end : end + 2] in (("linked", "to"),)):
        step = 1 if line.words[end] in ("of", "from") else 2
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


def _verb(line: Line, draft: Draft, found: list[Draft], lexicon: _Lexicon, rules: Rulebook) -> None:
    anchor = draft.start
    is_passive = passive(line, anchor) or (draft.type.outcome and object_of(line, draft.end - 1) is None)
    who = subject(line, anchor)
    if who is not None:
        cause = next((i for i in range(len(found) - 1, -1, -1) if _covers(who, found[i])), None)
        if cause is None and line.tags[who[1] : who[1] + 2].strip("KP") == "R" and line.words[_relative(line, who[1])] != "who":
            cause = max((i for i, d in enumerate(found) if d.named), default=None)
        if cause is not None:
            draft.joins = cause
        else:
            role = draft.type.object if is_passive else draft.type.subject
            if role:
                _take(line, draft, role, party(line, who, rules), rules)
    after = draft.end
    if not is_passive:
        thing = object_of(line, draft.end - 1)
        if thing is not None and line.words[thing[0]] == "what":
            thing = _labelled(line, thing[1])
        if thing is not None:
            thing = (thing[0], _of_group_end(line, thing)) if draft.type.object in ("target", "place") else thing
            if draft.type.object == "place":
                _place(line, draft, thing, rules)
            elif draft.type.object:
                _take(line, draft, draft.type.object, party(line, thing, rules), rules)
            after = thing[1]
    _prepositions(line, draft, after, lexicon, rules)
    _fronted(line, draft, rules)
    group = line.tags[verb_group(line, anchor) : anchor]
    draft.denied = "g" in group
    draft.unsure = "m" in group
    if draft.joins is None:
        draft.joins = _goes_on(line, draft, found)


def _labelled(line: Line, at: int) -> Range | None:
    """The noun group of "what it called a rebel base", "what they said were fighters linked to the Front"."""
    while at < len(line.tags) and (line.tags[at] in "ONvbaD" and line.words[at] not in ("a", "an", "the") or line.words[at] in ("to", "claim")):
        at += 1
    if at < len(line.tags) and line.tags[at] == '"':
        close = line.tags.find('"', at + 1)
        return (at, close + 1) if close > at else None
    group = noun_group(line, at, len(line.tags))
    return group if group[1] > group[0] else None


def _relative(line: Line, at: int) -> int:
    return at if line.tags[at] == "R" else at + 1


def _covers(group: Range, draft: Draft) -> bool:
    """Whether the head of a noun group is the trigger of a draft, or the group of a relative clause ends in it."""
    return draft.named and group[0] <= draft.start < group[1]


def _goes_on(line: Line, draft: Draft, found: list[Draft]) -> int | None:
    """The draft of this line whose event a participle or an outcome goes on about: ", targeting …", "by striking …", ", killing …"."""
    if not found:
        return None
    before = line.tags[draft.start - 1] if draft.start else ""
    word = line.words[draft.start]
    if word.endswith("ing") and before and before in "KPCs":
        return len(found) - 1
    return None


def _fronted(line: Line, draft: Draft, rules: Rulebook) -> None:
    """Places and times that open the clause: "In Iraq, …", "On Jan. 18, …"."""
    start = draft.clause[0]
    for unit in range(start, draft.start):
        tag = line.tags[unit]
        if tag == "T":
            draft.times.append(unit)
        elif tag == "P" and line.words[unit] in ("in", "near", "at") and unit <= start + 1:
            group = noun_group(line, unit + 1, draft.start)
            if group[1] > group[0] and line.tags[group[0]] == "N":
                _place(line, draft, (group[0], group[0] + 1), rules)


def _take(line: Line, draft: Draft, role: str, who: Party, rules: Rulebook) -> None:
    if role == "actor":
        draft.actors.append(who)
    elif role == "victims":
        draft.victims.append(who)
    elif role == "target":
        draft.targets.append(who)
        _place(line, draft, (who.start, who.end), rules, inside=True)
    elif role == "place":
        _place(line, draft, (who.start, who.end), rules)


def _place(line: Line, draft: Draft, group: Range, rules: Rulebook, *, inside: bool = False) -> None:
    """The places of a noun group. ``inside`` a target only what has a state before or behind it is where it happened."""
    known = states(rules)
    places = gazetteer(rules)
    soil = _lexicon(rules).soil
    for unit, name in line.names(*group):
        if name.kind not in ("place", "unknown", "people"):
            continue
        if line.tags[unit + 1 : unit + 2] == "-":
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
            draft.places.append(name.text)
            if name.kind == "place":
                draft.state = draft.state or places.country(name.text)
    end = group[1]
    if line.words[end : end + 1] in (("in",), ("of",)) and inside:
        more = noun_group(line, end + 1, len(line.tags))
        if more[1] > more[0]:
            _place(line, draft, more, rules)


def _circumstances(line: Line, draft: Draft, lexicon: _Lexicon) -> None:
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
