"""Days of one act of public life in several articles.

Takes the acts of the articles of one story; tells which of their claims are of one act and what it is called by. Two articles that tell
one story and each date one signing date the same, where the names told around the days are the same as well: a cabinet meets often. What
an article dates twice says of neither day which it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from discrepancy.model.claims import Claim, Name
from discrepancy.model.values import When
from discrepancy.rulebook.kinds.measures import PublicAct
from discrepancy.rulebook.schema import Rulebook

_STOP = re.compile(r"[.!?]\s|\n")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SENTENCE = 400
"""Characters before a day within which the sentence before its own begins."""
_SAME = 5
"""Letters that the name of a country and its adjective share."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act of one article: its claims, what it is called, the names told around them and the ones right beside them, how many
    of these have to be shared, and the mentions whose own date it is."""

    article: str
    called: str
    claims: tuple[str, ...]
    names: frozenset[str]
    beside: frozenset[str]
    least: int
    owners: frozenset[str]


def acts(claims: Sequence[Claim], text: str, names: Sequence[Name], rules: Rulebook) -> tuple[Act, ...]:
    """The acts of an article that it dates once."""
    least = {rule.id: rule.names for rule in rules.of(PublicAct)}
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.rule in least:
            told.setdefault(claim.scope, []).append(claim)
    if not told:
        return ()
    known = {word[:_SAME].lower() for name in names for word in _WORD.findall(name.text) if word[0].isupper()}
    made = []
    for scope, dated in told.items():
        days = frozenset(claim.value for claim in dated if isinstance(claim.value, When))
        around = frozenset[str]().union(*(_around(claim, text, known) for claim in dated))
        owners = frozenset(c.event for c in claims if c.event and c.attribute == "date" and any(_of(c, d) for d in dated))
        if len(days) == 1:
            ids = tuple(claim.id for claim in dated)
            beside = frozenset[str]().union(*(_known(claim.evidence.exact, known) for claim in dated))
            made.append(Act(dated[0].article, scope, ids, around, beside, least[dated[0].rule], owners))
    return tuple(made)


def _of(claim: Claim, dated: Claim) -> bool:
    return claim.evidence.span.overlaps(dated.evidence.span) and claim.value == dated.value


def _around(claim: Claim, text: str, known: Collection[str]) -> frozenset[str]:
    """The beginnings of the words of names in a claim's sentence and in the one before it."""
    start, end = claim.evidence.span.start, claim.evidence.span.end
    earliest = max(0, start - _SENTENCE)
    stops = [stop.end() for stop in _STOP.finditer(text, earliest, start)]
    stop = _STOP.search(text, end)
    return _known(text[stops[-2] if len(stops) > 1 else earliest : stop.start() if stop else len(text)], known)


def _known(words: str, known: Collection[str]) -> frozenset[str]:
    """The beginnings of the words of names among some words."""
    return frozenset(word[:_SAME].lower() for word in _WORD.findall(words) if word[0].isupper() and word[:_SAME].lower() in known)


def called(
    found: Mapping[str, Sequence[Act]],
    stories: Iterable[tuple[str, str]],
    shown: Mapping[str, Collection[str]],
    event_of: Mapping[str, str],
) -> dict[str, str]:
    """The claims that are of an act that two articles of one story tell of, each with the words that tell the act from those of other
    stories. ``found`` are the acts of each article, ``shown`` the names that it tells of, ``event_of`` the event of each mention, which has
    a day of its own."""
    names: dict[str, str] = {}
    for one, other in stories:
        for ours in found.get(one, ()):
            for theirs in found.get(other, ()):
                if ours.called != theirs.called or len(ours.names & theirs.names) + len(ours.beside & theirs.beside) < ours.least:
                    continue
                if {event_of.get(owner) for owner in ours.owners} & {event_of.get(owner) for owner in theirs.owners}:
                    continue
                first = next((names[id] for act in (ours, theirs) for id in act.claims if id in names), None)
                shared = sorted(set(shown[one]) & set(shown[other]))
                if first is None and not shared:
                    continue
                names.update(dict.fromkeys((*ours.claims, *theirs.claims), first or " and ".join(shared[:2])))
    return names
