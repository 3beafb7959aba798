"""Spellings as claims: each way an article writes a name that is written in several ways, or not as this desk writes it.

Takes entities and the names and the document of an article; gives one ``name`` claim for each article and spelling, at the first place
where the article writes it so. These claims stand behind the notes on spelling; they are never held against each other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from discrepancy.model.claims import Claim, Name
from discrepancy.model.findings import Entity
from discrepancy.model.text import Document
from discrepancy.model.values import terms

RULE = "names.spelling"
"""The rule id of these claims."""


def several(entities: Iterable[Entity]) -> dict[str, frozenset[str]]:
    """The spellings of the entities that are worth a claim, by head spelling."""
    return {e.name: frozenset(v.text for v in e.variants) for e in entities if len(e.variants) > 1 or e.house}


def spelling_claims(
    document: Document, names: Sequence[Name], spellings: Mapping[str, Collection[str]], heads: Mapping[str, str]
) -> tuple[Claim, ...]:
    """The claims of one article, in the order of its text. ``spellings`` are those of :func:`several`, ``heads`` maps the article's
    spellings to the entity's head spelling."""
    made: dict[tuple[str, str], Claim] = {}
    for name in names:
        entity = heads.get(name.text, "")
        if name.text in spellings.get(entity, ()) and (entity, name.text) not in made:
            made[entity, name.text] = Claim(
                id=f"{document.id}:spelling:{name.span.start}",
                article=document.id,
                attribute="name",
                value=terms(name.text),
                evidence=document.evidence(name.span),
                rule=RULE,
                entity=entity,
            )
    return tuple(made.values())
