"""Which claims an article has from another outlet by its own words: "as first reported by the Harbour Post".

Takes documents and their claims; gives origins: the outlet's own claims and those of all who cite it, whether its article is among the
documents or not. Where a text cites whom is read by :mod:`.cited`. Does not know whether the outlet really said so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from discrepancy.link.cited import Cues, Mark, around, cues_of, marks, media
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Origin
from discrepancy.model.text import Document, Span
from discrepancy.model.values import Quantity, When
from discrepancy.rulebook.schema import Rulebook

About = tuple[str, str, str, str]
"""What a claim tells of: event, entity, attribute, population."""
NOBODYS = ("wording", "name")
"""Attributes that no outlet has from another: a speaker's words, and who somebody is."""


def outlets_of(documents: Sequence[Document], rules: Rulebook) -> frozenset[str]:
    """The outlets that a text of these may name without calling them one."""
    cues = cues_of(rules)
    own = {cues.folded(document.outlet.value) for document in documents if document.outlet is not None} - {""}
    carried = {cues.folded(credit.value) for document in documents for credit in document.credits}
    return frozenset(media(documents, cues) | own | carried | set(cues.outlets.values()))


def told_of(claim: Claim) -> About:
    """What a claim tells of."""
    return claim.event, claim.entity, claim.attribute, claim.population


def citations(documents: Sequence[Document], claims: Sequence[Claim], outlets: frozenset[str], rules: Rulebook) -> Iterator[Origin]:
    """For each thing told, the claims that come from one outlet by the words of those who print them; ``outlets`` are those known. What is
    told of one thing rests on the articles that tell of it alone."""
    cues = cues_of(rules)
    own = {d.id: cues.folded(d.outlet.value) if d.outlet is not None else "" for d in documents}
    carried = {d.id: frozenset(cues.folded(credit.value) for credit in d.credits) for d in documents}
    called = {d.id: d.outlet.value if d.outlet is not None else f"article {d.id}" for d in documents}
    shown = {own[d.id]: called[d.id] for d in reversed(documents) if own[d.id]}
    of: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.attribute not in NOBODYS:
            of.setdefault(claim.article, []).append(claim)
    taken: dict[tuple[About, str], dict[str, list[Claim]]] = {}
    for document in documents:
        cited = [mark for mark in marks(document, outlets, cues) if mark.outlet != own[document.id]]
        for mark in cited:
            shown.setdefault(mark.outlet, mark.shown)
        for mark in (mark for mark in cited if mark.whole):
            ids = sorted(d.id for d in documents if own[d.id] == mark.outlet)
            if ids:
                yield Origin((*ids, document.id), f"{called[document.id]} says that {shown[mark.outlet]} published it first")
        told = of.get(document.id, [])
        sources = {claim.id: _source(claim, cited, outlets - {own[document.id]}, cues) for claim in told} if cited or told else {}
        sources |= _told_before(document, told, cited, sources, cues)
        sources |= _said_again(told, sources)
        for claim in told:
            source = sources[claim.id]
            if source and not _also_elsewhere(claim, told, sources):
                shown.setdefault(source, claim.attributed_to)
                taken.setdefault((told_of(claim), source), {}).setdefault(document.id, []).append(claim)
    for (about, source), by_article in sorted(taken.items(), key=lambda item: item[0]):
        from_it = [claim for listed in by_article.values() for claim in listed]
        theirs = [
            claim
            for article, listed in sorted(of.items())
            if article not in by_article and (own.get(article) == source or source in carried.get(article, ()))
            for claim in listed
            if told_of(claim) == about and any(_fits(claim, other) for other in from_it)
        ]
        articles = sorted({claim.article for claim in (*from_it, *theirs)})
        if len(articles) > 1:
            citing = " and ".join(dict.fromkeys(called[article] for article in sorted(by_article)))
            verb = "cites" if len(by_article) == 1 else "cite"
            yield Origin(tuple(articles), f"{citing} {verb} {shown[source]}", tuple(sorted(c.id for c in (*from_it, *theirs))))


def _source(claim: Claim, cited: Sequence[Mark], outlets: frozenset[str], cues: Cues) -> str:
    """From whom an article has a claim: an outlet cited in its clause, or one to which it is attributed; "" for nobody."""
    for mark in cited:
        if not mark.whole and claim.evidence.span.overlaps(mark.span):
            return mark.outlet
    speaker = cues.folded(claim.attributed_to) if claim.attributed_to else ""
    return speaker if speaker in outlets else ""


def _told_before(
    document: Document, told: Sequence[Claim], cited: Sequence[Mark], sources: Mapping[str, str], cues: Cues
) -> dict[str, str]:
    """Claims of the sentence before one that holds none and says who had their figure: "The toll was first reported by …"."""
    found: dict[str, str] = {}
    for mark in cited:
        if mark.whole or not cues.about.search(mark.span.of(document.text)) or any(c.evidence.span.overlaps(mark.span) for c in told):
            continue
        before = [claim for claim in told if claim.evidence.span.end <= mark.span.start and isinstance(claim.value, Quantity)]
        if before:
            last = max(claim.evidence.span.start for claim in before)
            start = around(document.text, Span(last, last + 1)).start
            near = [claim for claim in before if claim.evidence.span.start >= start and not sources[claim.id]]
            found |= {claim.id: mark.outlet for claim in near}
    return found


def _said_again(told: Sequence[Claim], sources: Mapping[str, str]) -> dict[str, str]:
    """What an article gives as its own and elsewhere as another outlet's, as a headline does."""
    return {
        claim.id: sources[other.id]
        for other in told
        if sources[other.id]
        for claim in told
        if not sources[claim.id] and not claim.attributed_to and told_of(claim) == told_of(other) and _fits(claim, other)
    }


def _also_elsewhere(claim: Claim, told: Sequence[Claim], sources: Mapping[str, str]) -> bool:
    """Whether the same article has the same from a speaker of its own as well."""
    return any(
        other.attributed_to and not sources[other.id] and other.value == claim.value and told_of(other) == told_of(claim) for other in told
    )


def _fits(a: Claim, b: Claim) -> bool:
    """Whether two values may be one: "at least 14" and 14."""
    x, y = a.value, b.value
    if isinstance(x, Quantity) and isinstance(y, Quantity):
        return (x.low is None or y.high is None or x.low <= y.high) and (y.low is None or x.high is None or y.low <= x.high)
    if isinstance(x, When) and isinstance(y, When) and x.first and x.last and y.first and y.last:
        return x.first <= y.last and y.first <= x.last
    return x == y
