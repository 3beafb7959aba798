"""Spellings as claims: each way an article writes a name that is written in several ways, or not as this desk writes it.

Takes entities, the names of all articles and the documents; gives one ``name`` claim for each article and spelling, at the first place
where the article writes it so. These claims stand behind the notes on spelling; they are never held against each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from discrepancy.model.claims import Claim, Name, Reading
from discrepancy.model.findings import Entity
from discrepancy.model.text import Document
from discrepancy.model.values import terms

RULE = "names.spelling"
"""The rule id of these claims."""


def spelling_claims(
    entities: Sequence[Entity],
    readings: Sequence[Reading],
    documents: Sequence[Document],
    canonical: Mapping[tuple[str, str], str],
) -> tuple[Claim, ...]:
    """The claims, by article and place. ``canonical`` maps (article id, spelling) to the entity's head spelling."""
    several = {entity.name: {v.text for v in entity.variants} for entity in entities if len(entity.variants) > 1 or entity.house}
    by_id = {document.id: document for document in documents}
    made: list[Claim] = []
    for reading in readings:
        made += _of_article(by_id[reading.article], reading.names, several, canonical)
    return tuple(made)


def _of_article(
    document: Document, names: Sequence[Name], several: Mapping[str, set[str]], canonical: Mapping[tuple[str, str], str]
) -> Iterable[Claim]:
    seen: set[tuple[str, str]] = set()
    for name in names:
        entity = canonical.get((document.id, name.text), "")
        if name.text in several.get(entity, ()) and (entity, name.text) not in seen:
            seen.add((entity, name.text))
            yield Claim(
                id=f"{document.id}:spelling:{name.span.start}",
                article=document.id,
                attribute="name",
                value=terms(name.text),
                evidence=document.evidence(name.span),
                rule=RULE,
                entity=entity,
            )
