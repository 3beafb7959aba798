"""Merges and splits as data: what editors settled about events and names, for ``link`` to obey.

Takes decisions; gives :class:`Constraints`, plain pairs that a stage can be handed without knowing of decisions. The
last word holds: an older one falls where it contradicts later ones, on the same pair or by way of others. Knows nothing
of how events and names are joined.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from discrepancy.link.settled import Settled
from discrepancy.model.claims import EventMention
from discrepancy.model.text import Document
from discrepancy.report.keys import article_key, mention_key
from discrepancy.review.decisions import Decision, House, Link, effective

Pair = tuple[str, str]
"""Two keys, sorted."""


@dataclass(frozen=True, slots=True)
class Constraints:
    """What must, and what must not, be one.

    Events are pairs of mention keys, names pairs of ``kind:spelling``. ``house`` gives the house spelling of a
    ``kind:spelling``.
    """

    same_events: tuple[Pair, ...] = ()
    different_events: tuple[Pair, ...] = ()
    same_names: tuple[Pair, ...] = ()
    different_names: tuple[Pair, ...] = ()
    house: tuple[Pair, ...] = ()

    def mentions(self, documents: Sequence[Document], mentions: Sequence[EventMention]) -> Settled[str]:
        """What is settled of the mentions of this run, by their ids. Keys not met here are left out."""
        return self.met(mention_ids(documents, mentions))

    def met(self, ids: Mapping[str, Sequence[str]]) -> Settled[str]:
        """What is settled of mentions, from the ids behind each key (:func:`mention_ids`)."""

        def pairs(keys: tuple[Pair, ...]) -> list[Pair]:
            found = [(a, b) for left, right in keys for a in ids.get(left, ()) for b in ids.get(right, ()) if a != b]
            return sorted({(min(a, b), max(a, b)) for a, b in found})

        return Settled(tuple(pairs(self.same_events)), frozenset(pairs(self.different_events)))

    def names(self) -> Settled[Pair]:
        """What is settled of (kind, spelling) of names."""
        return Settled(
            tuple((_node(a), _node(b)) for a, b in self.same_names),
            frozenset((_node(a), _node(b)) for a, b in self.different_names),
        )

    def spellings(self) -> dict[Pair, str]:
        """The house spelling of each (kind, spelling)."""
        return {_node(key): spelling for key, spelling in self.house}


def _node(key: str) -> Pair:
    kind, _, spelling = key.partition(":")
    return kind, spelling


def name_key(kind: str, spelling: str) -> str:
    """How a spelling of a name stands in a decision.

    >>> name_key("person", "A. Nilsen")
    'person:A. Nilsen'
    """
    return f"{kind}:{spelling}"


def mention_ids(documents: Sequence[Document], mentions: Sequence[EventMention]) -> dict[str, tuple[str, ...]]:
    """Ids of event mentions by their key; two mentions in one sentence may share one."""
    texts = {document.id: (article_key(document), document.text) for document in documents}
    found: dict[str, list[str]] = {}
    for mention in mentions:
        if mention.article in texts:
            found.setdefault(mention_key(mention, *texts[mention.article]), []).append(mention.id)
    return {key: tuple(ids) for key, ids in found.items()}


def constraints(decisions: Sequence[Decision]) -> Constraints:
    """What the decisions say of events and names."""
    events, names = _Word(), _Word()
    house: dict[str, str] = {}
    for decision in reversed(effective(list(decisions))):
        body = decision.body
        if isinstance(body, Link):
            word = events if body.what == "events" else names
            for left in body.left:
                for right in body.right:
                    word.take(left, right, body.how)
        elif isinstance(body, House):
            for variant in (*body.variants, body.spelling):
                house.setdefault(name_key(body.kind, variant), body.spelling)
    return Constraints(
        tuple(sorted(events.same)),
        tuple(sorted(events.different)),
        tuple(sorted(names.same)),
        tuple(sorted(names.different)),
        tuple(sorted(house.items())),
    )


class _Word:
    """The last word on pairs, taken from the newest down: a pair that contradicts what was taken before falls."""

    def __init__(self) -> None:
        self.same: set[Pair] = set()
        self.different: set[Pair] = set()
        self._unit: dict[str, set[str]] = {}

    def take(self, left: str, right: str, how: str) -> None:
        if left == right:
            return
        pair = (min(left, right), max(left, right))
        one, other = (self._unit.setdefault(key, {key}) for key in pair)
        if how == "different":
            if one is not other:
                self.different.add(pair)
        elif one is other or not any((min(a, b), max(a, b)) in self.different for a in one for b in other):
            self.same.add(pair)
            joined = one | other
            for key in joined:
                self._unit[key] = joined
