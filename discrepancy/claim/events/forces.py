"""Which body without a name of its own acted, "the army", "a drug gang", and whether a deed was one of combat.

Takes the lines of an article and a happening; gives words as printed, or yes and no. The words are ``rules/roles/groups.yaml``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from discrepancy.annotate.allegiances import hires
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import noun_group
from discrepancy.annotate.parties import Party
from discrepancy.annotate.states import states
from discrepancy.claim.events.drafts import Draft
from discrepancy.claim.events.groups import Named, armed_words
from discrepancy.claim.events.happening import Happening
from discrepancy.claim.events.nouns import of_group_end
from discrepancy.rulebook.kinds.events import EventLimits
from discrepancy.rulebook.schema import Rulebook

_TIES = frozenset(("of", "from", "in", "at", "near", "on"))
"""What parts the head of a noun group from what is told of it."""


def acting_forces(happening: Happening, lines: Sequence[Line], rules: Rulebook) -> tuple[str, ...]:
    """The acting bodies without a name of their own, as printed: "Ruritanian army", "drug gang"."""
    found: list[str] = []
    for draft in happening.drafts:
        line = lines[draft.line]
        for who in draft.actors:
            if who.kind in ("state", "label", "group") and _acts(line, who, draft, rules):
                found += _bodies(line, who, draft.start if who.end <= draft.start else len(line.words), rules)
    return tuple(dict.fromkeys(found))


def _bodies(line: Line, who: Party, limit: int, rules: Rulebook) -> list[str]:
    """ "Ruritanian army" of "the Ruritanian army", of "two officers of the Ruritanian army" and of "Ruritanian army officers"; of
    two joined by *and* both."""
    known = armed_words(rules)
    start, end = who.start, who.end
    if line.words[end : end + 1] in (("of",), ("from",), ("in",)):
        end = noun_group(line, end + 1, limit)[1]
    found: list[str] = []
    while start < end:
        stop = next((u for u in range(start, end) if line.tags[u] in "CP"), end)
        last = stop
        while last > start and (line.words[last - 1] in known.members or line.words[last - 1] == "that"):
            last -= 1
        start = max((u for u in range(start, last) if line.tags[u] in "DYQ"), default=start)  # "prosecute | the military men"
        while start < last and line.tags[start] in "DYQa":
            start += 1
        kind = line.words[last - 1].split()[-1] if start < last else ""
        told = kind in known.companies and not (known.beside | known.sorts).isdisjoint(
            line.words[start : last - 1]
        )  # "a paramilitary group"
        if kind in known.bodies or told:
            found.append(line.span(start, last).of(line.sentence.text))
        start = stop + 1
    return found


def _acts(line: Line, who: Party, draft: Draft, rules: Rulebook) -> bool:
    """Whether nothing but a verb group parts the two, or *by* or a word of blame ties them."""
    if draft.alleged or draft.claimed or draft.carried or (draft.type.refers and draft.type.after):
        return True
    if who.end <= draft.start:
        behind = of_group_end(line, (who.start, who.end), rules)
        between = line.tags[behind : draft.start]
        opens = line.words[behind + between.startswith("K")]
        cleft = opens == "that" and line.words[max(0, who.start - 2)] == "it"  # not "a government that bombs its people"
        if cleft or opens in ("who", "which"):
            between = between.lstrip("K")[1:]  # "the police who threw the bomb", "it was the police that threw it"
        return not between.strip("bhmdavgT") or (between[:1] in tuple("vbhmd") and not set(between) & set('RsSBO"'))
    before = who.start - 1
    return line.words[before] == "by" or line.tags[before] == "R" or hires(line, who.start, rules)


def in_combat(
    kind: str, victims: Sequence[str], targets: Sequence[str], places: Sequence[str], groups: Sequence[Named], rules: Rulebook
) -> bool:
    """Whether an event is one of combat: all who were hit are fighters or armed groups, wherever they stood ("attacked troops in the
    town"), or it was a clash and nobody else is named."""
    fighters, soil = armed_words(rules).fighters, rules.of(EventLimits)[0].soil
    armed = {found.name for found in groups}
    hit = [name for name in (*victims, *targets) if name and not states(rules).of(name) and name not in places]
    hit = [name for name in hit if _heads(name.lower().split()).isdisjoint(soil)]
    if not hit:
        return kind == "clash"
    return all(name in armed or _fighting(name, fighters) or _stronghold(name, rules) for name in hit)


def _stronghold(name: str, rules: Rulebook) -> bool:
    """What an army holds or moves in, and the army itself: "brigade headquarters", "the army's supply truck", "Air Force"."""
    known = armed_words(rules)
    words = name.lower().replace("'s", "").replace("’s", "").split()
    of = words.index("of") if "of" in words[1:] else len(words)
    military = not known.military.isdisjoint((*words, *(f"{one}-{two}" for one, two in pairwise(words))))
    held = words[of - 1] in known.strongholds and (military or not known.beside.isdisjoint(words[: of - 1]))  # "rebel positions"
    return held or (name[:1].isupper() and military and words[-1] in known.forces)


def _fighting(name: str, fighters: frozenset[str]) -> bool:
    """Whether all whom a name joins are fighters: "two soldiers and three guerrillas"."""
    words = name.lower().split()
    return all(_heads(part.split()) & fighters for part in " ".join(words).split(" and "))


def _heads(words: Sequence[str]) -> set[str]:
    """The heads of a noun group and of what stands before and behind its first preposition: "troops from the coast", "a group of
    paratroopers"."""
    tie = next((place for place, word in enumerate(words) if word in _TIES), len(words))
    behind = next((place for place in range(tie + 1, len(words)) if words[place] in _TIES), len(words))
    return {*words[:tie][-1:], *(words[tie + 1 : behind][-1:] if words[tie : tie + 1] == ["of"] else ())}
