"""Spellings: findings for entities that the articles write in more than one way.

Takes entities with their variants; gives one ``variant`` finding an entity: a note across outlets, a warning inside one
draft. Never a conflict: which spellings are one name was settled before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from discrepancy import notation
from discrepancy.compare.context import Context
from discrepancy.compare.wording import join
from discrepancy.model.findings import Camp, Entity, Finding, Level, Question, Variant
from discrepancy.model.values import terms
from discrepancy.rulebook.kinds.decisions import DecisionRow


def variants(entities: Sequence[Entity], context: Context) -> tuple[Finding, ...]:
    """One finding for each entity that is written in several ways, short forms of its full name apart."""
    return tuple(found for entity in entities if (found := _finding(entity, context)) is not None)


def _finding(entity: Entity, context: Context) -> Finding | None:
    spellings = [variant for variant in entity.variants if not _short(variant.text, entity)]
    if len(spellings) < 2:
        return None
    inside = [v for v in spellings if context.draft and context.draft in v.articles]
    row = _row(context, "decide.spelling.draft" if len(inside) > 1 else "decide.spelling")
    listed = [f"“{v.text}” ({join(context.outlet(a) for a in v.articles)})" for v in spellings]
    form, frame = context.policy.question("name"), context.policy.verdict("variant")
    others = join([f"“{v.text}”" for v in spellings if v.text != entity.name], "or")
    question = Question("name", form.ask.format(entity=entity.name, event=entity.name, of=""), entity=entity.name)
    level: Level = "note" if row.level == "none" else row.level
    digest = hashlib.sha256("|".join(["name", entity.name, *sorted(v.text for v in spellings)]).encode()).hexdigest()
    articles = {a for v in spellings for a in v.articles}
    return Finding(
        id=digest[:8],
        rule=row.id,
        verdict="variant",
        level=level,
        confidence=round(context.policy.confidence.base.get("variant", 0.5), 2),
        message=f"{join(listed)}. {frame.message}",
        sayable=f"{entity.name}: {frame.sayable.format(sides=others)}",
        question=question,
        camps=tuple(Camp(notation.format(terms(v.text)), _claims(entity, v, context)) for v in spellings),
        origins=len(articles),
    )


def _claims(entity: Entity, variant: Variant, context: Context) -> tuple[str, ...]:
    """Claims about or with the entity in the articles that print the spelling."""
    return tuple(
        claim.id
        for claim in context.claims.values()
        if claim.article in variant.articles and claim.attribute == "name" and claim.entity == entity.name
        and notation.format(claim.value) == notation.format(terms(variant.text))
    )  # fmt: skip


def _short(text: str, entity: Entity) -> bool:
    """True for a form that leaves out words of a fuller spelling ("Abdollahian", an acronym): shorter, not spelled
    otherwise."""
    words = text.replace("-", " ").split()
    if len(words) == 1 and text.isupper() and len(entity.name.split()) > 1:
        return True
    return any(
        len(words) < len(full) and _inside(words, full)
        for full in (v.text.replace("-", " ").split() for v in entity.variants if v.text != text)
    )


def _inside(words: Sequence[str], full: Sequence[str]) -> bool:
    lower = [word.casefold() for word in full]
    return all(word.casefold() in lower for word in words)


def _row(context: Context, name: str) -> DecisionRow:
    return next(row for row in context.policy.rows if row.id == name)
