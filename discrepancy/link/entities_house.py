"""House spelling: how this desk writes an entity, whatever the sources write.

Takes entities and the judge of a rulebook; gives the entities with ``house`` set where an alias entry with ``house: yes`` names one of
their spellings, or one that is spelled so much alike that the two are one name, unless an editor has chosen already. Changes no cluster.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from discrepancy.link.entities_blocks import Keys, candidates
from discrepancy.link.names import Judge
from discrepancy.model.findings import Entity


def housed(entities: Sequence[Entity], judge: Judge) -> list[Entity]:
    """The entities in their order; ``house`` is "" where the desk has no spelling of its own, or two that disagree."""
    known = judge.house_spellings()
    if not known:
        return list(entities)
    written: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        written[entity.kind].update(variant.text for variant in entity.variants)
    house: dict[tuple[str, str], set[str]] = defaultdict(set)
    for kind, texts in written.items():
        own = known.get(kind, {})
        for text in texts & own.keys():
            house[kind, text].add(own[text])
        for a, b in candidates(sorted(texts | own.keys()), kind, Keys(judge)):
            for text, listed in ((a, b), (b, a)):
                if text in texts and listed in own and judge.weigh(a, b, kind).mergeable:
                    house[kind, text].add(own[listed])
    return [_with_house(entity, house) for entity in entities]


def _with_house(entity: Entity, house: dict[tuple[str, str], set[str]]) -> Entity:
    found = set().union(*(house.get((entity.kind, variant.text), set()) for variant in entity.variants))
    return replace(entity, house=found.pop()) if len(found) == 1 and not entity.house else entity
