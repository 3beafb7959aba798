"""Who did it, to whom, with what, where, and what is told of groups: actor, target, weapon, place, role, base,
responsibility.

Takes the events of an article and its lines; gives claims. Only names are claimed as actor or target: "gunmen" and
"attackers" contradict nobody. One claim for each value an event is told with, at the first place that tells it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import noun_group
from discrepancy.annotate.parties import Party, full, party
from discrepancy.annotate.places import gazetteer
from discrepancy.annotate.subjects import subject
from discrepancy.claim.events.blamed import claimant
from discrepancy.claim.events.happening import PROPER
from discrepancy.claim.events.told import Told, Trigger
from discrepancy.claim.evidence import Claims
from discrepancy.model.claims import Attribute, Claim, Name, Stance
from discrepancy.model.text import Span
from discrepancy.model.values import Terms, Value, terms
from discrepancy.rulebook.kinds.roles import Posts, RoleCue
from discrepancy.rulebook.phrases import PhraseTable, spelled_out
from discrepancy.rulebook.schema import Rulebook

_REACH = 10
_ITSELF = frozenset(("it", "they"))
_CLAIMED, _DENIED = terms("claimed responsibility"), terms("denied responsibility")
_OWN = ("place", "target")
"""What one of several events that are told at once has for itself."""


def role_claims(told: Told, lines: Sequence[Line], claims: Claims, rules: Rulebook) -> None:
    """All claims on parties and properties."""
    seen: set[tuple[str, Attribute, Value]] = set()
    of_parts = frozenset(trigger.event for trigger in told.parts)
    for trigger in (*told.triggers, *told.parts):
        line = lines[trigger.line]
        if line.sentence.block == "caption" or told.mention(trigger.event).type == "exchange":
            continue
        for attribute, value, span in _of_trigger(trigger, line, told.mention(trigger.event).places, rules):
            if trigger.event in of_parts and attribute not in _OWN:
                continue  # who did it and with what is told of all of them
            if attribute in (*trigger.draft.type.asks, "responsibility") and (trigger.event, attribute, value) not in seen:
                seen.add((trigger.event, attribute, value))
                stance: Stance | None = "alleged" if attribute == "actor" and trigger.draft.alleged else None
                made = claims.add(attribute, value, span, trigger.draft.type.id, event=trigger.event, stance=stance)
                if attribute == "actor" and (trigger.event, "responsibility", value) not in seen and _own_word(made, line):
                    seen.add((trigger.event, "responsibility", value))
                    _avowed(claims.add("responsibility", value, span, trigger.draft.type.id, event=trigger.event), claims)
                elif attribute == "responsibility":
                    _avowed(made, claims)
        if "role" in trigger.draft.type.asks and trigger.event not in of_parts:
            _post(trigger, line, claims, rules)
    for index, line in enumerate(lines):
        if line.sentence.block in ("body", "quote", "headline", "standfirst"):
            _cues(index, lines, told, claims, rules)
            _seats(index, lines, claims)


def _avowed(claim: Claim, claims: Claims) -> None:
    """That each who claimed a deed did so, to be held against a report that he denied it."""
    for name in claim.value.members if isinstance(claim.value, Terms) else ():
        claims.add("stance", _CLAIMED, claim.evidence.span, claim.rule, entity=name, event=claim.event)


def _own_word(claim: Claim, line: Line) -> bool:
    """Whether a group says itself that it did the deed: "the Front said that it had carried out the attack"."""
    itself = isinstance(claim.value, Terms) and claim.value.members == (claim.attributed_to,)
    return itself and any(name.kind == "group" and claim.attributed_to in (name.text, name.short_for) for _, name in line.named)


def _of_trigger(trigger: Trigger, line: Line, told: Sequence[str], rules: Rulebook) -> Iterator[tuple[Attribute, Value, Span]]:
    draft = trigger.draft
    actors = _names(draft.actors, PROPER)
    if actors and not draft.both:
        yield "actor", terms(*actors), _span(line, trigger, draft.actors)
        if draft.claimed:
            yield "responsibility", terms(*actors), _span(line, trigger, draft.actors)
    targets = _names(draft.targets, ("group", "person"))
    if targets:
        yield "target", terms(*targets), _span(line, trigger, draft.targets)
    if draft.weapons:
        yield "weapon", terms(*draft.weapons), line.span(*_with_weapons(line, trigger))
    places = [p for p in _narrowest(draft.places, rules) if p in _narrowest((*draft.places, *told), rules)]
    if places and not draft.both:
        yield "place", terms(*places), line.span(*_to_place(line, trigger, places))


def _names(parties: Sequence[Party], kinds: Sequence[str]) -> list[str]:
    return [name for who in parties if who.kind in kinds for name in who.names]


def _span(line: Line, trigger: Trigger, parties: Sequence[Party]) -> Span:
    """From the trigger to the party, the whole noun group of it."""
    starts = [trigger.start, *(who.start for who in parties if who.names and who.end <= len(line.words))]
    ends = [trigger.end, *(who.end for who in parties if who.names and who.end <= len(line.words))]
    return line.span(min(starts), max(ends))


def _with_weapons(line: Line, trigger: Trigger) -> tuple[int, int]:
    start = trigger.start
    while start > 0 and line.tags[start - 1] in "wHN-":
        start -= 1
    return start, max(trigger.end, min(trigger.clause[1], trigger.end + 12))


def _to_place(line: Line, trigger: Trigger, places: Sequence[str]) -> tuple[int, int]:
    for unit, name in line.named:
        if name.text in places and abs(unit - trigger.start) < 40:
            return min(unit, trigger.start), max(unit + 1, trigger.end)
    return trigger.start, trigger.end


def _narrowest(places: Sequence[str], rules: Rulebook) -> tuple[str, ...]:
    """Places that hold no other of the list: of a province and its district the district."""
    known = gazetteer(rules)
    unique = list(dict.fromkeys(places))
    return tuple(p for p in unique if not any(q != p and known.contains(p, q) for q in unique))


@cache
def _posts(rules: Rulebook) -> tuple[tuple[re.Pattern[str], str], ...]:
    found = []
    for rule in rules.of(Posts):
        words = "|".join(re.escape(p) for p in sorted(rule.phrases, key=lambda p: -len(p)))
        found.append((re.compile(rf"\b(?:{words})\b", re.IGNORECASE), rule.label))
    return tuple(found)


def _post(trigger: Trigger, line: Line, claims: Claims, rules: Rulebook) -> None:
    """The office of the person who was kept away. *His counterpart* holds the office named before it."""
    text = line.sentence.text
    verb = line.span(trigger.start, trigger.end)
    found = sorted(
        (match.start(), match.end(), label)
        for pattern, label in _posts(rules)
        for match in pattern.finditer(text, line.starts[0], line.ends[-1])
    )
    if not found:
        return
    behind = [f for f in found if f[0] >= verb.end and f[0] - verb.end < 40]
    before = [f for f in found if f[1] <= verb.start]
    counterpart = "counterpart" in line.words[trigger.end : trigger.end + 4]
    if trigger.draft.type.object == "victims" and behind and not counterpart:
        start, end, label = behind[0]
    elif before:
        start, end, label = before[-1]
    else:
        return
    span = verb if counterpart else Span(min(start, verb.start), max(end, verb.end))
    if counterpart:
        unit = trigger.end + line.words[trigger.end : trigger.end + 4].index("counterpart")
        span = Span(verb.start, line.ends[unit])
    claims.add("role", terms(label), span, trigger.draft.type.id, event=trigger.event)


@cache
def _role_cues(rules: Rulebook) -> PhraseTable[RoleCue]:
    """The wordings, the longest first."""
    every = [(phrase, cue) for cue in rules.of(RoleCue) for phrase in spelled_out(cue.phrases)]
    return PhraseTable(sorted(every, key=lambda one: -len(one[0].split())))


def _cues(index: int, lines: Sequence[Line], told: Told, claims: Claims, rules: Rulebook) -> None:
    """Properties that a phrase brings: "operates in", "claimed responsibility"."""
    line = lines[index]
    table = _role_cues(rules)
    if table.firsts.isdisjoint(line.words):
        return
    taken = 0
    for unit, end, cue in table.within(line.words, 0, len(line.words)):
        if unit < taken:
            continue
        taken = end
        if cue.gives == "base":
            _base(index, lines, unit, end, cue, claims, rules)
        elif cue.gives in ("responsibility", "stance"):
            _responsibility(index, lines, unit, end, cue, told, claims, rules)


def _base(index: int, lines: Sequence[Line], start: int, end: int, cue: RoleCue, claims: Claims, rules: Rulebook) -> None:
    line = lines[index]
    group = noun_group(line, end, len(line.words))
    places = [name.text for _, name in line.names(*group) if name.kind == "place"]
    who = _group_before(line, start) or _subject_group(index, lines, start, rules)
    if places and who:
        anchors = _named_by(who, index, lines, claims)
        claims.add("base", terms(*places), line.span(start, group[1]), cue.id, entity=who, loose=cue.loose, anchors=anchors)


def _group_before(line: Line, unit: int) -> str:
    """The group that an aside is about: "the Zenda Front, based in …"."""
    for at in range(unit - 1, max(-1, unit - 5), -1):
        value = line.values[at]
        if isinstance(value, Name) and value.kind == "group":
            return full(value)
        if line.tags[at] not in "K(Rba":
            return ""
    return ""


def _subject_group(index: int, lines: Sequence[Line], unit: int, rules: Rulebook) -> str:
    """The group that is the subject, or the last one named before "this organization"."""
    line = lines[index]
    found = subject(line, unit)
    if found is None:
        return ""
    who = party(line, found, rules, of=False)
    if who.kind == "group":
        return who.name if len(who.names) == 1 else ""
    if line.words[found[0]] in ("this", "the", "it") and index and not line.words[found[1] - 1].endswith("s"):
        earlier = lines[index - 1]
        groups = [full(n) for u, n in earlier.named if n.kind == "group" and not (u and earlier.tags[u - 1] in '("')]
        return groups[-1] if groups else ""
    return ""


def _responsibility(
    index: int, lines: Sequence[Line], start: int, end: int, cue: RoleCue, told: Told, claims: Claims, rules: Rulebook
) -> None:
    line = lines[index]
    found = claimant(line, start, rules)
    if found is None:
        return
    who = party(line, found, rules)
    nobody = line.words[found[0]] in ("no", "nobody", "none", "neither") or "g" in line.tags[found[1] : start]
    near = [t for at in range(index, max(-1, index - 4), -1) for t in reversed(told.by_line.get(at, ()))]
    near = [t for t in near if t.line != index or not found[1] <= t.start < start]  # "the Front, which has bombed courts, denied any part"
    event = near[0].event if near else (told.main.id if told.main else "")
    span = line.span(min(found[0], start), end)
    if cue.gives == "stance":
        itself = who.kind == "pronoun" and line.words[found[0]] in _ITSELF  # "the Front said that it had nothing to do with it"
        source = claims.said.speaker(span)[0] if itself else ""
        own = (source,) if any(source in (name.text, name.short_for) for _, name in line.named if source) else ()
        for name in (*(who.names if who.kind in PROPER and not nobody else ()), *own) if event else ():
            claims.add("stance", _DENIED, span, cue.id, entity=name, event=event)
    elif nobody:
        claims.add("responsibility", terms("nobody"), span, cue.id, event=event)
    elif who.kind in PROPER:
        names = (who.kind == "person" and _spoken_for(line, found)) or who.names
        _avowed(claims.add("responsibility", terms(*names), span, cue.id, event=event), claims)


def _spoken_for(line: Line, group: tuple[int, int]) -> tuple[str, ...]:
    """The group for which somebody speaks who is named with it: "Front spokesman Bo Quist", "Bo Quist, a spokesman for the Front,"."""
    end = min([len(line.words), *(u for u in range(group[1] + 1, len(line.words)) if line.tags[u] == "K")])
    said = range(group[0], end if line.tags[group[1] : group[1] + 1] == "K" else group[1])
    speaks = any(line.words[unit].startswith("spokes") for unit in said)
    return tuple(full(n) for _, n in line.names(said.start, said.stop) if n.kind == "group") if speaks else ()


def _seats(index: int, lines: Sequence[Line], claims: Claims) -> None:
    """ "the Zenda Front, a Graustark-based faction": the seat of the group named before or behind."""
    line = lines[index]
    for unit, value in line.names(0, len(line.words) - 2):
        if not (value.kind == "place" and line.tags[unit + 1] == "-"):
            continue
        if line.words[unit + 2] != "based":
            continue
        end = noun_group(line, unit, len(line.words))[1]
        who = next((full(n) for u, n in reversed(line.names(max(0, unit - _REACH), unit)) if n.kind == "group"), "") or next(
            (full(n) for u, n in line.names(unit + 3, min(end + 1, len(line.words))) if n.kind == "group"), ""
        )
        if who:
            start = unit - 1 if unit and line.tags[unit - 1] == "D" else unit
            anchors = _named_by(who, index, lines, claims)
            claims.add("base", terms(value.text), line.span(start, end), "role.base.hyphen", entity=who, anchors=anchors)


def _named_by(who: str, index: int, lines: Sequence[Line], claims: Claims) -> tuple[str, ...]:
    """The ids of the claims that name a group as a party in this sentence or the one before: whose base is told rests on them."""
    near = Span(lines[max(0, index - 1)].sentence.span.start, lines[index].sentence.span.end)
    parties = (c for c in claims.made if c.attribute in ("actor", "target") and c.evidence.span.within(near))
    return tuple(c.id for c in parties if isinstance(c.value, Terms) and who in c.value.members)
