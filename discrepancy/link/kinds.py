"""What the event rules say of types: which can name one happening, which harm people, which words leave open what happened.

Takes a rulebook; gives answers about types and mentions. Knows no articles.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from discrepancy.model.claims import EventMention
from discrepancy.rulebook.kinds.events import EventFamily, EventType
from discrepancy.rulebook.kinds.linking import LinkThreshold
from discrepancy.rulebook.phrases import spelled_out
from discrepancy.rulebook.schema import Rulebook


@dataclass(frozen=True, slots=True, eq=False)
class Kinds:
    """Families of each type; types that harm people; of those the ones that leave open how; words that say that people were hurt, not by
    what; words for what follows another of its type; types that no outlet takes for one of another family; those that reach over several
    places; those of people who meet."""

    families: Mapping[str, frozenset[str]]
    harmful: frozenset[str]
    vague: frozenset[str]
    open_words: frozenset[str]
    following: frozenset[str]
    natural: frozenset[str]
    reaching: frozenset[str]
    meeting: frozenset[str]

    def related(self, a: str, b: str) -> bool:
        """Whether two types can name one event."""
        return a == b or bool(self.families.get(a, frozenset()) & self.families.get(b, frozenset()))

    def open(self, mention: EventMention) -> bool:
        """True when all its words tell an outcome or point back: they say that people were hurt, not by what."""
        words = [trigger.exact.lower() for trigger in mention.triggers]
        return bool(words) and mention.type in self.harmful and self.open_words.issuperset(words)

    def follows(self, mention: EventMention) -> bool:
        """True when the word that names it says that it followed another of its type: an aftershock."""
        return bool(mention.triggers) and mention.triggers[0].exact.lower() in self.following


@cache
def kinds(rules: Rulebook) -> Kinds:
    """The kinds of a rulebook. A family that an outcome ("killed") can belong to is one of harm."""
    types = rules.of(EventType)
    outcomes = {rule.type for rule in types if rule.outcome}
    families: dict[str, frozenset[str]] = {}
    harmful: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    for family in rules.of(EventFamily):
        for name in family.types:
            families[name] = families.get(name, frozenset()) | {family.id}
        if outcomes.intersection(family.types):
            harmful |= frozenset(family.types)
            vague |= frozenset(family.vague)
    words = frozenset(
        w for t in types if t.outcome or t.refers for w in (*t.nouns, *spelled_out(t.noun_phrases), *t.verbs, *spelled_out(t.verb_phrases))
    )
    following = frozenset(word for limits in rules.of(LinkThreshold) for word in limits.following)
    natural = frozenset(name for family in rules.of(EventFamily) for name in family.natural)
    reaching = frozenset(rule.type for rule in types if "reaching" in rule.sorts)
    meeting = frozenset(rule.type for rule in types if "meeting" in rule.sorts)
    return Kinds(families, harmful, vague, words, following, natural, reaching | natural, meeting)
