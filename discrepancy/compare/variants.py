"""Spellings: findings for entities that the articles write in more than one way, or the draft otherwise than the desk does.

Takes entities with their variants; gives one ``variant`` finding an entity: a note across outlets, a warning inside one draft (or inside
the one article that is checked alone), and where a draft prints what is not the house spelling. Never a conflict: which spellings are one
name was settled before.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from itertools import combinations, islice

from discrepancy import notation
from discrepancy.compare.context import Context
from discrepancy.compare.wording import join
from discrepancy.model.claims import Claim
from discrepancy.model.findings import Camp, Cause, Entity, Finding, Level, Question, Variant
from discrepancy.model.values import terms
from discrepancy.rulebook.kinds.decisions import DecisionRow

MOST_CLAIMS = 300
"""Claims that a note shows for one spelling: ten thousand articles that print it say no more."""
_MOST_NAMED = 12


def variants(entities: Sequence[Entity], context: Context) -> tuple[Finding, ...]:
    """One finding for each entity that is written in several ways, short forms of its full name apart, or against the house spelling."""
    return tuple(found for entity in entities if (found := _finding(entity, context)) is not None)


def _finding(entity: Entity, context: Context) -> Finding | None:
    if entity.kind == "office" and not entity.house:
        return None  # an office is a noun and no name: "Foreign Ministers" is no other spelling, nor is "Foreign Ministry"
    written = [variant for variant in entity.variants if not _short(variant.text, entity)]
    if entity.kind in ("people", "place") and not entity.house:  # "six Germans, three of them Polish"; "Somali pirates off Somalia"
        written = [variant for variant in written if not context.lexicon.nation(variant.text)]
    spellings = _apart(written)
    draft = context.draft or (next(iter(context.documents)) if len(context.documents) == 1 else "")
    inside = [v for v in spellings if draft and draft in v.articles]
    against = [
        v for v in inside if context.draft and entity.house and not _alike(v.text, entity.house) and not _shortens(v.text, entity.house)
    ]
    if len(spellings) < 2 and not against:
        return None
    row = _row(context, "decide.spelling.house" if against else "decide.spelling.draft" if len(inside) > 1 else "decide.spelling")
    listed = [f"“{v.text}” ({_outlets(v, context)})" for v in spellings]
    form, frame = context.policy.question("name"), context.policy.verdict("variant")
    others = join([f"“{v.text}”" for v in spellings if v.text != (entity.house or entity.name)], "or")
    own = f" House spelling: “{entity.house}”." if entity.house else ""
    question = Question("name", form.ask.format(entity=entity.name, event=entity.name, of=""), entity=entity.name)
    level: Level = "note" if row.level == "none" else row.level
    digest = hashlib.sha256("|".join(["name", entity.name, *sorted(v.text for v in spellings)]).encode()).hexdigest()
    articles = {a for v in spellings for a in v.articles}
    values = [notation.format(terms(v.text)) for v in spellings]
    told: dict[str, list[Claim]] = {}
    for claim in context.spelled.get(entity.name, ()):
        told.setdefault(notation.format(claim.value), []).append(claim)
    return Finding(
        id=digest[:8],
        rule=row.id,
        verdict="variant",
        level=level,
        confidence=round(context.policy.confidence.base.get("variant", 0.5), 2),
        message=f"{join(listed)}. {frame.message if len(spellings) > 1 else row.text.capitalize() + '.'}{own}",
        sayable=f"{entity.house or entity.name}: {frame.sayable.format(sides=others)}",
        question=question,
        camps=tuple(Camp(value, _claims(v, told.get(value, ()))) for v, value in zip(spellings, values, strict=True)),
        causes=_transliterated(entity, spellings, context),
        origins=len(articles),
    )


def _transliterated(entity: Entity, spellings: Sequence[Variant], context: Context) -> tuple[Cause, ...]:
    """The cause where two spellings come out as the same letters; told of one pair, for the others are alike."""
    for one, other in combinations(spellings, 2):
        letters = context.lexicon.letters(one.text, entity.kind)
        apart = one.text.casefold().translate(_TYPE) != other.text.casefold().translate(_TYPE)
        if apart and letters and letters == context.lexicon.letters(other.text, entity.kind):
            text = context.policy.cause("transliteration").text
            return (Cause("transliteration", text.format(a=one.text, b=other.text, letters=letters)),)
    return ()


def _outlets(variant: Variant, context: Context) -> str:
    """Whose spelling it is, at most :data:`_MOST_NAMED` by name."""
    names = [context.outlet(article) for article in variant.articles[:_MOST_NAMED]]
    more = len(variant.articles) - len(names)
    return f"{', '.join(names)} and {more} more" if more else join(names)


def _claims(variant: Variant, told: Sequence[Claim]) -> tuple[str, ...]:
    """Of the claims of a spelling those that say that the variant's articles print it, at most :data:`MOST_CLAIMS`."""
    articles = frozenset(variant.articles)
    return tuple(islice((claim.id for claim in told if claim.article in articles), MOST_CLAIMS))


_FIRST = re.compile(r"\b[A-Z]")
_TYPE = str.maketrans("’‘ʼ`‐‑\u00a0", "''''-- ")


def _apart(variants: Sequence[Variant]) -> list[Variant]:
    """The variants without those that only the type sets apart: another apostrophe, a dateline in capitals, the capital with which a
    sentence begins ("Al-Madar", "al-Madar"), the dots of "U.K." and of an initial. A house spelling is held to its type."""
    kept: list[Variant] = []
    for variant in sorted(variants, key=lambda v: v.text.isupper()):
        if not any(_alike(variant.text, other.text) or _bare(variant.text) == _bare(other.text) for other in kept):
            kept.append(variant)
    return [variant for variant in variants if variant in kept]


def _alike(text: str, other: str) -> bool:
    """True for one spelling in other type; capitals count unless one side has nothing else, or a whole word of them ("ANN Rudd", as
    a first line may have it)."""
    a, b = text.translate(_TYPE), other.translate(_TYPE)
    return a == b or (a.casefold() == b.casefold() and any(_shouts(side) for side in (a, b)))


def _bare(text: str) -> str:
    """A name without its dots and the capitals of its words: "LaSalle" and "Lasalle" stay two spellings."""
    return _FIRST.sub(lambda letter: letter[0].lower(), text.translate(_TYPE).replace(".", ""))


def _shouts(text: str) -> bool:
    """Whether a name is in capitals, or its first word is."""
    first, *rest = text.split()
    return text.isupper() or (bool(rest) and len(first) > 1 and first.isupper())


def _short(text: str, entity: Entity) -> bool:
    """True for a form that leaves out words of a fuller spelling ("Abdollahian", an acronym): shorter, not spelled
    otherwise."""
    words = text.replace("-", " ").split()
    if len(words) == 1 and text.isupper() and len(entity.name.split()) > 1:
        return True
    return any(_shortens(text, v.text) for v in entity.variants if v.text != text)


def _shortens(text: str, full: str) -> bool:
    """True when ``text`` leaves out words of ``full`` and adds none, or is one word in capitals beside several."""
    words, others = text.replace("-", " ").split(), full.replace("-", " ").split()
    return len(words) < len(others) and (_inside(words, others) or (len(words) == 1 and text.isupper()))


def _inside(words: Sequence[str], full: Sequence[str]) -> bool:
    """True when the words stand among the others in their order: "Sabz Koh" is no short form of "Koh-e-Sabz"."""
    rest = iter([word.casefold() for word in full])
    return all(word.casefold() in rest for word in words)


def _row(context: Context, name: str) -> DecisionRow:
    return next(row for row in context.policy.rows if row.id == name)
