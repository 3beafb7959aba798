"""Whom an article lets a reader suspect of a deed of unnamed people: the armed group named beside it, that of the person who did it,
or the army whose uniform they wore.

Takes a happening with the groups that the article names and its lines; gives names. It is never a claim.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from discrepancy.annotate.allegiances import belonging_before
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.parties import full
from discrepancy.annotate.speech_content import cues_of
from discrepancy.claim.events.groups import Named, claims_of_deeds
from discrepancy.claim.events.happening import Happening, chief_type
from discrepancy.claim.events.serving import army_of_uniforms
from discrepancy.claim.events.sorts import types_of
from discrepancy.rulebook.kinds.events import EventLimits
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_SPEAKS_WITHIN = 6
"""Units from a group's name to the verb with which it speaks of a deed."""
_OWN = 12
"""Units between a group's name and that of somebody who belongs to it."""

_OWN_TIES = frozenset((*"wNDKHQ-'a(", "of"))
"""What stands between the two: letters of noun groups, and *of*."""


def suspects(happening: Happening, groups: Sequence[Named], lines: Sequence[Line], rules: Rulebook) -> tuple[str, ...]:
    """The armed group named beside a deed of unnamed people, the most named one of several, or the army whose uniform they wore: whom the
    article lets a reader suspect. Not one that the deed hit, nor one whose own people it hit.
    """
    limits = rules.of(EventLimits)[0]
    sure = any(who.kind in ("state", "group") for draft in happening.drafts for who in draft.actors) or (
        happening.actors and not any(who.kind == "person" for draft in happening.drafts for who in draft.actors)
    )
    if sure or happening.both:
        return ()
    counts = Counter(found.name for found in groups)
    own = _of_people(happening.actors, groups, lines, rules) - {*happening.victims, *happening.targets}
    if own:
        return (max(sorted(own), key=lambda name: counts[name]),)  # "Boris Vance, who leads the Zenda Movement, ordered the murder"
    if worn := army_of_uniforms(happening, groups, lines, rules):
        return (worn,)
    if chief_type(happening) not in types_of(rules, "suspected"):
        return ()
    told = {draft.line for draft in happening.drafts}
    far = chief_type(happening) in types_of(rules, "suspected-far")
    reach = limits.suspect_far_sentences if far else limits.suspect_sentences
    hit = {*happening.victims, *happening.targets, *_of_people(happening.victims, groups, lines, rules)}
    near = {
        found.name: gap
        for found in groups
        if found.name not in hit
        and not found.aside
        and (gap := min(abs(found.line - line) for line in told)) <= reach
        and not _reacts(lines[found.line], found.unit, rules)
    }
    return (max(near, key=lambda name: (counts[name], -near[name])),) if near else ()


def _reacts(line: Line, unit: int, rules: Rulebook) -> bool:
    """Whether a group only speaks of a deed, answers it or disowns it: "the Zenda Movement condemned the attack", "bears no responsibility
    for it"."""
    verb, speakers = unit + 1, words_of(rules, "mouthpiece")
    behind = range(unit + 1, min(unit + _SPEAKS_WITHIN, len(line.words)))
    if any(line.words[u] in words_of(rules, "denial") and "S" not in line.tags[unit:u] for u in behind):
        return True
    verb = _behind_aside(line, verb)
    while verb < len(line.words) and (line.tags[verb] in "KNhab-()'" or line.words[verb] in speakers) and verb - unit < _SPEAKS_WITHIN:
        verb += 1
    if verb >= len(line.words) or line.words[verb : verb + 2] in claims_of_deeds(rules):
        return False  # "claimed credit"
    return line.words[verb] in (words_of(rules, "reaction") | cues_of(rules).verbs)


def _behind_aside(line: Line, at: int) -> int:
    """The unit behind the comma that closes a relative clause opened at ``at``, else ``at``: "the Front, which keeps a truce, | said"."""
    if line.tags[at : at + 2] != "KR":
        return at
    closes = line.tags.find("K", at + 1)
    return closes + 1 if closes > 0 and "S" not in line.tags[at:closes] else at


def _of_people(people: Sequence[str], groups: Sequence[Named], lines: Sequence[Line], rules: Rulebook) -> set[str]:
    """The groups that bear the name of one of these people beside their own: "the Zenda Movement leader Boris Vance", "Boris Vance,
    secretary of the Zenda Movement"."""
    found: set[str] = set()
    for group in groups:
        line = lines[group.line]
        for unit, name in line.names(max(0, group.unit - _OWN), group.unit + _OWN):
            first, last = sorted((unit, group.unit))
            between = {line.words[u] if line.tags[u] == "P" else line.tags[u] for u in range(first, last)}
            if name.kind == "person" and full(name) in people and (between <= _OWN_TIES or _who_is_of(line, unit, group.unit, rules)):
                found.add(group.name)
    return found


def _who_is_of(line: Line, person: int, group: int, rules: Rulebook) -> bool:
    """Whether a clause behind a person says whose he is: "Boris Vance, who is linked to the Zenda Movement"."""
    at = group
    while at > person and line.tags[at - 1] in "DN":
        at -= 1
    clause = at - belonging_before(line, at, rules)
    return person < clause < at and not line.tags[person + 1 : clause].strip("KRba'")  # past brackets: "Boris Vance (alias Crow), who"
