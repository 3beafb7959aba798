"""What an event is called: its type, label, place and day, as the mentions of most articles give them.

Takes the mentions of one group and the edges between them; gives the :class:`~discrepancy.model.findings.Event`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from discrepancy.link.profiles import Profile
from discrepancy.link.scales import Edge
from discrepancy.model.findings import Event
from discrepancy.model.values import When
from discrepancy.rulebook.kinds.events import EventType
from discrepancy.rulebook.schema import Rulebook


def labelled(
    members: Sequence[Profile], edges: Sequence[Edge], found: Sequence[Profile], rules: Rulebook, joined: tuple[str, ...]
) -> Event:
    """The event of a group of mentions. ``edges`` hold positions in ``found`` and say why the articles were joined; ``joined`` are the
    sentences of an editor who said so."""
    mentions = [member.mention for member in members]
    first = mentions[0]
    actors = _most(name for m in mentions for name in m.actors[:1])
    place = _most(name for m in mentions for name in m.places[:1])
    date = _undisputed([when for member in members for when in member.dates])
    kind = _most(m.type for m in mentions)
    why = tuple(
        f"{found[e.a].mention.article} and {found[e.b].mention.article}: "
        + "; ".join(item.text for item in e.evidence if item.likeness in ("same", "near"))
        for e in edges
    )
    noun = _nouns(rules).get(kind, kind)
    own = actors[:1].isupper() and kind not in _suffered(rules) and not (kind in _crimes(rules) and _is_person(actors, members))
    parts = [f"{actors}{'’' if actors.endswith('s') else '’s'} {noun}" if own else noun.capitalize()]
    parts += [f"in {place}"] if place else []
    return Event(
        id=f"event:{first.id}",
        type=kind,
        label=" ".join(parts),
        mentions=tuple(name for member in members for name in member.ids),
        articles=tuple(sorted({m.article for m in mentions})),
        date=date,
        place=place,
        actors=tuple(sorted({name for m in mentions for name in m.actors})),
        why=joined + why,
    )


@cache
def _nouns(rules: Rulebook) -> dict[str, str]:
    """What a label calls each event type whose name is no noun."""
    return {rule.type: rule.noun for rule in rules.of(EventType) if rule.noun}


@cache
def _suffered(rules: Rulebook) -> frozenset[str]:
    """The event types whose label names nobody as the doer: "Ruritania’s shooting" could be that of Ruritania."""
    brought: dict[str, set[str]] = {}
    for rule in rules.of(EventType):
        if rule.nouns or rule.noun_phrases:
            brought.setdefault(rule.type, set()).add(rule.roles.get("of", ""))
    return frozenset(kind for kind, roles in brought.items() if "victims" in roles and "target" not in roles) - _nouns(rules).keys()


@cache
def _crimes(rules: Rulebook) -> frozenset[str]:
    """The event types of which a label accuses no single person: articles say who is suspected, and seldom who did it."""
    return frozenset(rule.type for rule in rules.of(EventType) if "crime" in rule.sorts)


def _is_person(name: str, members: Sequence[Profile]) -> bool:
    return any(name in member.persons for member in members)


def _most(names: Iterable[str]) -> str:
    """The name most articles give; of equals the first in order of letters."""
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return min(counts, key=lambda name: (-counts[name], name)) if counts else ""


def _undisputed(dates: Sequence[When]) -> When | None:
    """The finest of the dates, or None when two of them cannot both be right: a label takes no side."""
    known = [(d.first, d.last, d) for d in dates if d.first is not None and d.last is not None]
    if not known or max(first for first, _, _ in known) > min(last for _, last, _ in known):
        return None
    return min(known, key=lambda item: (item[1] - item[0], item[0]))[2]
