"""What comparison knows beside the claims: documents, events, origins, what aligned two articles, the draft.

Takes the outcome of the earlier stages; answers small questions about a claim. All of it may be missing (a sheet of
claims typed by hand has no texts): then the answers are "unknown", never a guess. Every answer is found by key, never by
going through all claims: a set of any size costs each question the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from discrepancy.compare.behind import Origins
from discrepancy.compare.described import described
from discrepancy.compare.lexicon import Lexicon, nowhere
from discrepancy.compare.ownwork import own_work
from discrepancy.compare.policy import Policy, policy
from discrepancy.compare.printed import Printed, printed
from discrepancy.link.holding import Holding
from discrepancy.link.spellings import RULE as SPELLING
from discrepancy.model.claims import Claim, Contains, EventMention, NameKind
from discrepancy.model.findings import Event
from discrepancy.model.text import Document, Sourced
from discrepancy.model.values import Quantity, When
from discrepancy.rulebook.schema import Rulebook

_STOP = re.compile(r"(\w*)[.!?]\s|\n")
REACH = 110
"""Characters to either side of a claim, inside its sentence, in which words that say more of it are looked for."""


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """Everything beside the claims. Made by :func:`context`."""

    policy: Policy
    lexicon: Lexicon
    documents: Mapping[str, Document]
    events: Mapping[str, Event]
    kinds: Mapping[str, NameKind]
    origins: Origins
    claims: Mapping[str, Claim]
    aligned_by: Holding
    mentions: Mapping[tuple[str, str], str]
    background: frozenset[str]
    described: frozenset[tuple[str, str, str, str]]
    draft: str
    names: Mapping[str, str] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    by_event: Mapping[tuple[str, str], Sequence[Claim]] = field(default_factory=dict)
    by_entity: Mapping[tuple[str, str], Sequence[Claim]] = field(default_factory=dict)
    by_article: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    spelled: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    heard: dict[str, frozenset[str]] = field(default_factory=dict)
    former: dict[str, bool] = field(default_factory=dict)
    told: dict[str, frozenset[str]] = field(default_factory=dict)
    lone: dict[str, bool] = field(default_factory=dict)
    known_words: dict[str, Printed] = field(default_factory=dict)
    doers: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    """By event and article those whom the article names as having done it, or as held or tried."""
    near: dict[str, tuple[str, str]] = field(default_factory=dict)
    """By claim the words around it, as they are printed and in lower case: asked anew of each pair it stands in."""

    def words(self, article: str) -> Printed:
        """The words that an article prints; none of one whose text is unknown."""
        if article not in self.known_words:
            self.known_words[article] = printed(self.documents[article].text if article in self.documents else "")
        return self.known_words[article]

    def of_event(self, event: str, attribute: str) -> Sequence[Claim]:
        """All claims of one attribute of one event."""
        return self.by_event.get((event, attribute), ())

    def alike(self, claim: Claim) -> Sequence[Claim]:
        """All claims of one attribute of the event that a claim is about, else of the entity."""
        if claim.event:
            return self.of_event(claim.event, claim.attribute)
        return self.by_entity.get((claim.entity, claim.attribute), ())

    def of_articles(self, *articles: str) -> list[Claim]:
        """All claims of some articles, in the order of the articles' ids."""
        return [claim for article in sorted(set(articles)) for claim in self.by_article.get(article, ())]

    def zones(self, claims: Iterable[Claim]) -> list[str]:
        """The time zones of the outlets behind some claims, and GMT, in which all outlets may think."""
        documents = (self.documents.get(article) for article in {claim.article for claim in claims})
        return sorted({d.zone.value for d in documents if d is not None and d.zone is not None} | {"UTC"})

    def outlet(self, article: str) -> str:
        """What to call an article's source in a sentence; two articles of one outlet keep apart."""
        return self.names.get(article, article)

    def published(self, article: str) -> date | None:
        """The day an article was published, where that is one certain day."""
        document = self.documents.get(article)
        return _certain(document.published) if document is not None else None

    def came_out(self, article: str) -> date | None:
        """The day an article came out as it stands: that of its last update, else of its publication, where that is one certain day."""
        document = self.documents.get(article)
        return _certain(document.updated or document.published) if document is not None else None

    def heads(self, article: str) -> list[str]:
        """What an article is headed by: the title it came with, and its first headline."""
        document = self.documents.get(article)
        if document is None:
            return []
        titles = [document.title.value] if document.title is not None else []
        return titles + [block.span.of(document.text) for block in document.blocks if block.kind == "headline"][:1]

    def block(self, claim: Claim) -> str:
        """The kind of block a claim stands in; "" when unknown."""
        document = self.documents.get(claim.article)
        block = document.block_at(claim.evidence.span.start) if document is not None else None
        return block.kind if block is not None else ""

    def voice(self, claim: Claim) -> str:
        """Who gives a claim's value; for a headline, which has no room for it, whom the text below it names for the same value, or for the
        same figure with the hedge that the headline left out."""
        if claim.attributed_to or self.block(claim) not in ("headline", "standfirst"):
            return claim.attributed_to
        alike = [c for c in self.by_article.get(claim.article, ()) if (c.attribute, c.entity) == (claim.attribute, claim.entity)]
        same = [c for c in alike if (c.event, c.value) == (claim.event, claim.value)]
        hedged = [
            c for c in alike if isinstance(c.value, Quantity) and isinstance(claim.value, Quantity) and c.value.low == claim.value.low
        ]
        return next((c.attributed_to for c in (*same, *hedged) if c.attributed_to), "")

    def around(self, claim: Claim) -> str:
        """The words around a claim, inside its sentence, lower case."""
        return self._near(claim)[1]

    def printed(self, claim: Claim) -> str:
        """The words around a claim, inside its sentence, as they are printed."""
        return self._near(claim)[0]

    def _near(self, claim: Claim) -> tuple[str, str]:
        found = self.near.get(claim.id)
        if found is None:
            words = self._printed(claim)
            found = self.near[claim.id] = words, words.lower()
        return found

    def _printed(self, claim: Claim) -> str:
        evidence = claim.evidence
        document = self.documents.get(claim.article)
        if document is None or evidence.span.of(document.text) != evidence.exact:
            before, after = evidence.before, evidence.after
        else:
            start, end = evidence.span.start, evidence.span.end
            before, after = document.text[max(0, start - REACH) : start], document.text[end : end + REACH]
        stops = [stop.end() for stop in self._stops(before)]
        stop = next(self._stops(after), None)
        near = before[stops[-1] if stops else 0 :] + evidence.exact + after[: _mark(stop) if stop else len(after)]
        return " ".join(near.split())

    def behind(self, claim: Claim) -> tuple[str, str]:
        """The rest of a claim's sentence, and the sentence after it in its block, as printed."""
        document, span = self.documents.get(claim.article), claim.evidence.span
        if document is None or span.of(document.text) != claim.evidence.exact:
            return claim.evidence.after, ""
        block = document.block_at(span.start)
        text = document.text[span.end : block.span.end if block is not None else span.end + REACH]
        stop = next(self._stops(text), None)
        if stop is None:
            return text, ""
        following = text[stop.end() :]
        next_stop = next(self._stops(following), None)
        return text[: _mark(stop)], " ".join(following[: _mark(next_stop) if next_stop is not None else None].split())

    def _stops(self, text: str) -> Iterator[re.Match[str]]:
        """The ends of sentences in a text; "Jan. 18" and "Gen. Carter" hold none."""
        for stop in _STOP.finditer(text):
            word = stop[1] or ""
            if not (word.lower() in self.policy.short_words or (len(word) == 1 and word.isupper())):
                yield stop

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
        return frozenset() if first is None or second is None else self.aligned_by.between(first, second)


def _certain(dated: Sourced[When] | None) -> date | None:
    """The day of a piece of metadata, where that is one certain day."""
    when = dated.value if dated is not None else None
    return when.first if when is not None and when.first == when.last else None


def context(
    claims: Sequence[Claim],
    events: Sequence[Event],
    kinds: Mapping[str, NameKind],
    documents: Sequence[Document],
    rules: Rulebook,
    *,
    origins: Origins,
    aligned_by: Holding,
    mentions: Sequence[EventMention],
    contains: Contains | None,
    draft: str,
    own: Sequence[str] = (),
    called: Mapping[str, str] | None = None,
) -> Context:
    """The context of one comparison. ``kinds`` tells what the entities are, by head spelling; ``called`` is what to call the articles'
    sources where these documents are a part of the set."""
    lexicon, known = Lexicon(rules, contains or nowhere), policy(rules)
    by_event: dict[tuple[str, str], list[Claim]] = {}
    by_entity: dict[tuple[str, str], list[Claim]] = {}
    by_article: dict[str, list[Claim]] = {}
    spelled: dict[str, list[Claim]] = {}
    for claim in claims:
        by_article.setdefault(claim.article, []).append(claim)
        by_event.setdefault((claim.event, claim.attribute), []).append(claim)
        by_entity.setdefault((claim.entity, claim.attribute), []).append(claim)
        if claim.rule == SPELLING:
            spelled.setdefault(claim.entity, []).append(claim)
    article_of = {mention.id: mention.article for mention in mentions}
    told = {mention.id: mention for mention in mentions}
    held: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.type in known.legal:
            held.setdefault(mention.article, set()).update((*mention.victims, *mention.targets))
    doers: dict[tuple[str, str], frozenset[str]] = {}
    for event in events:
        for mention in (told[id] for id in event.mentions if id in told):
            at = event.id, mention.article
            doers[at] = doers.get(at, frozenset(held.get(mention.article, ()))) | set(mention.actors)
    return Context(
        policy=known,
        lexicon=lexicon,
        documents={document.id: document for document in documents},
        events={event.id: event for event in events},
        kinds=kinds,
        origins=origins,
        claims={claim.id: claim for claim in claims},
        aligned_by=aligned_by,
        mentions={(e.id, article_of[m]): m for e in events for m in e.mentions if m in article_of},
        described=described(claims, lexicon),
        background=frozenset(mention.id for mention in mentions if mention.background),
        draft=draft,
        names=dict(called if called is not None else outlet_names(documents)) | ({draft: "the draft"} if draft else {}),
        own=own_work(next((d for d in documents if draft and d.id == draft), None), claims, rules, own),
        by_event=by_event,
        by_entity=by_entity,
        by_article=by_article,
        spelled=spelled,
        doers=doers,
    )


def outlet_names(documents: Sequence[Document]) -> dict[str, str]:
    """Article id to outlet; with the id beside it where two articles share an outlet or none is known."""
    return called({document.id: document.outlet.value if document.outlet else "" for document in documents})


def called(outlets: Mapping[str, str]) -> dict[str, str]:
    """What to call each article's source in a sentence, from article id to outlet ("" for an unknown one).

    >>> called({"1": "Valley Post", "2": "", "3": "Harbour Times", "4": "Harbour Times"})
    {'1': 'Valley Post', '2': 'article 2', '3': 'Harbour Times (3)', '4': 'Harbour Times (4)'}
    """
    counts = Counter(outlets.values())
    return {
        article: f"article {article}" if not outlet else outlet if counts[outlet] == 1 else f"{outlet} ({article})"
        for article, outlet in outlets.items()
    }


def _mark(stop: re.Match[str]) -> int:
    """Where the mark that ends a sentence stands: behind its last word."""
    return stop.end(1) if stop[1] is not None else stop.start()
