"""What comparison knows beside the claims: documents, events, origins, what aligned two articles, the draft.

Takes the outcome of the earlier stages; answers small questions about a claim. All of it may be missing (a sheet of
claims typed by hand has no texts): then the answers are "unknown", never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from discrepancy.compare.lexicon import Contains, Lexicon, nowhere
from discrepancy.compare.ownwork import own_work
from discrepancy.compare.policy import Policy, policy
from discrepancy.compare.relations import figure
from discrepancy.model.claims import Claim, EventMention
from discrepancy.model.findings import Entity, Event, Origin
from discrepancy.model.text import Document
from discrepancy.model.values import When
from discrepancy.rulebook.schema import Rulebook

AlignedBy = Mapping[tuple[str, str], frozenset[str]]
"""For two mention ids of one event, sorted: the attributes without any one of which the two would not be joined."""

_STOP = re.compile(r"[.!?]\s|\n")
_REACH = 110


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """Everything beside the claims. Made by :func:`context`."""

    policy: Policy
    lexicon: Lexicon
    documents: Mapping[str, Document]
    events: Mapping[str, Event]
    entities: Mapping[str, Entity]
    origins: tuple[Origin, ...]
    claims: Mapping[str, Claim]
    aligned_by: AlignedBy
    mentions: Mapping[tuple[str, str], str]
    background: frozenset[str]
    described: frozenset[tuple[str, str, str, str]]
    draft: str
    names: Mapping[str, str] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    by_event: Mapping[tuple[str, str], Sequence[Claim]] = field(default_factory=dict)

    def of_event(self, event: str, attribute: str) -> Sequence[Claim]:
        """All claims of one attribute of one event."""
        return self.by_event.get((event, attribute), ())

    def outlet(self, article: str) -> str:
        """What to call an article's source in a sentence; two articles of one outlet keep apart."""
        return self.names.get(article, article)

    def published(self, article: str) -> date | None:
        """The day an article was published, where that is one certain day."""
        document = self.documents.get(article)
        when = document.published.value if document is not None and document.published is not None else None
        return when.first if when is not None and when.first == when.last else None

    def updated(self, article: str) -> bool:
        """Whether an article is headed as an update of an earlier one."""
        document = self.documents.get(article)
        if document is None:
            return False
        heads = [document.title.value if document.title is not None else ""]
        heads += [block.span.of(document.text) for block in document.blocks if block.kind == "headline"][:1]
        return any(head.lstrip().upper().startswith(("UPDATE:", "UPDATED ", "UPDATED:", "UPDATE -")) for head in heads)

    def block(self, claim: Claim) -> str:
        """The kind of block a claim stands in; "" when unknown."""
        document = self.documents.get(claim.article)
        block = document.block_at(claim.evidence.span.start) if document is not None else None
        return block.kind if block is not None else ""

    def around(self, claim: Claim) -> str:
        """The words around a claim, inside its sentence, lower case."""
        evidence = claim.evidence
        document = self.documents.get(claim.article)
        if document is None or evidence.span.of(document.text) != evidence.exact:
            before, after = evidence.before, evidence.after
        else:
            start, end = evidence.span.start, evidence.span.end
            before, after = document.text[max(0, start - _REACH) : start], document.text[end : end + _REACH]
        stops = [stop.end() for stop in _STOP.finditer(before)]
        stop = _STOP.search(after)
        near = before[stops[-1] if stops else 0 :] + evidence.exact + after[: stop.start() if stop else len(after)]
        return " ".join(near.lower().split())

    def event_type(self, claim: Claim) -> str:
        """The type of a claim's event; "" when unknown."""
        event = self.events.get(claim.event)
        return event.type if event is not None else ""

    def event_day(self, claim: Claim) -> date | None:
        """The day of the claim's event, where it is one certain day."""
        event = self.events.get(claim.event)
        when: When | None = event.date if event is not None else None
        return when.first if when is not None and when.first == when.last else None

    def only_by(self, a: Claim, b: Claim) -> frozenset[str]:
        """Attributes each of which alone holds the two articles' mentions of the event together."""
        first, second = self.mentions.get((a.event, a.article)), self.mentions.get((b.event, b.article))
        if first is None or second is None:
            return frozenset()
        low, high = sorted((first, second))
        return self.aligned_by.get((low, high), frozenset())

    def count_origins(self, claims: Iterable[Claim]) -> int:
        """How many independent origins stand behind some claims: copies and shared credits or wording count once."""
        of: dict[str, str] = {}
        ids = {claim.id: claim.article for claim in claims}
        articles = sorted(set(ids.values()))
        of.update((article, article) for article in articles)
        for origin in self.origins:
            tied = {ids[c] for c in origin.claims if c in ids} if origin.claims else set(origin.articles) & set(articles)
            roots = sorted({of[article] for article in tied})
            for article in articles:
                if of[article] in roots:
                    of[article] = roots[0]
        return len(set(of.values()))


def context(
    claims: Sequence[Claim],
    events: Sequence[Event],
    entities: Sequence[Entity],
    documents: Sequence[Document],
    rules: Rulebook,
    *,
    origins: Sequence[Origin],
    aligned_by: AlignedBy,
    mentions: Sequence[EventMention],
    contains: Contains | None,
    draft: str,
    own: Sequence[str] = (),
) -> Context:
    """The context of one comparison."""
    lexicon = Lexicon(rules, contains or nowhere)
    by_event: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        by_event.setdefault((claim.event, claim.attribute), []).append(claim)
    article_of = {mention.id: mention.article for mention in mentions}
    return Context(
        policy=policy(rules),
        lexicon=lexicon,
        documents={document.id: document for document in documents},
        events={event.id: event for event in events},
        entities={entity.name: entity for entity in entities},
        origins=tuple(origins),
        claims={claim.id: claim for claim in claims},
        aligned_by=aligned_by,
        mentions={(e.id, article_of[m]): m for e in events for m in e.mentions if m in article_of},
        described=_described(claims, lexicon),
        background=frozenset(mention.id for mention in mentions if mention.background),
        draft=draft,
        names=_names(documents) | ({draft: "the draft"} if draft else {}),
        own=own_work(next((d for d in documents if draft and d.id == draft), None), claims, rules, own),
        by_event=by_event,
    )


def _described(claims: Sequence[Claim], lexicon: Lexicon) -> frozenset[tuple[str, str, str, str]]:
    """Article, event, attribute and label where the label describes all who are counted.

    "Nine workers died" and no other toll; or "nine people died" and, of the same nine, "nine workers".
    """
    labels: dict[tuple[str, str, str], dict[str, list[Claim]]] = {}
    for claim in claims:
        if claim.event and not lexicon.partition(claim.population):
            label = "" if lexicon.everybody(claim.population) else claim.population
            labels.setdefault((claim.article, claim.event, claim.attribute), {}).setdefault(label, []).append(claim)
    found = set()
    for key, groups in labels.items():
        whole = {figure(claim.value) for claim in groups.get("", ())}
        for label, own in groups.items():
            if label and (len(groups) == 1 or (whole and {figure(claim.value) for claim in own} <= whole)):
                found.add((*key, label))
    return frozenset(found)


def _names(documents: Sequence[Document]) -> dict[str, str]:
    """Article id to outlet; with the id beside it where two articles share an outlet or none is known."""
    outlets = {document.id: document.outlet.value if document.outlet else "" for document in documents}
    shared = [name for name in outlets.values() if name]
    names = {}
    for article, outlet in outlets.items():
        if not outlet:
            names[article] = f"article {article}"
        else:
            names[article] = outlet if shared.count(outlet) == 1 else f"{outlet} ({article})"
    return names
