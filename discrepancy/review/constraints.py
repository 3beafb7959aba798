"""Merges and splits as data: what editors settled about events and names, for ``link`` to obey.

Takes decisions; gives :class:`Constraints`, plain pairs that a stage can be handed without knowing of decisions. The
last word on a pair holds. Knows nothing of how events and names are joined.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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

    def mentions(self, documents: Sequence[Document], mentions: Sequence[EventMention]) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
        """Pairs of mention *ids* of this run that must be one event, and pairs that must not; sorted. Keys not met
        here are left out.
        """
        ids = mention_ids(documents, mentions)

        def met(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
            found = {(min(a, b), max(a, b)) for left, right in pairs for a in ids.get(left, ()) for b in ids.get(right, ()) if a != b}
            return tuple(sorted(found))

        return met(self.same_events), met(self.different_events)

    def names(self) -> tuple[tuple[tuple[Pair, Pair], ...], tuple[tuple[Pair, Pair], ...]]:
        """Pairs of (kind, spelling) that must be one entity, and pairs that must not."""
        return (
            tuple((_node(a), _node(b)) for a, b in self.same_names),
            tuple((_node(a), _node(b)) for a, b in self.different_names),
        )


NONE = Constraints()


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
    """What the decisions say of events and names; for each pair the last word."""
    said: dict[str, dict[Pair, str]] = {"events": {}, "names": {}}
    house: dict[str, str] = {}
    for decision in effective(list(decisions)):
        body = decision.body
        if isinstance(body, Link):
            for left in body.left:
                for right in body.right:
                    if left != right:
                        said[body.what][min(left, right), max(left, right)] = body.how
        elif isinstance(body, House):
            for variant in (*body.variants, body.spelling):
                house[name_key(body.kind, variant)] = body.spelling

    def pairs(what: str, how: str) -> tuple[Pair, ...]:
        return tuple(sorted(pair for pair, ruled in said[what].items() if ruled == how))

    return Constraints(
        pairs("events", "same"),
        pairs("events", "different"),
        pairs("names", "same"),
        pairs("names", "different"),
        tuple(sorted(house.items())),
    )
