"""Ways of speaking: a flood of letters, a panic attack, talks that collapse.

Takes a line and the units of a word that could name an event or tell what became of people; gives the rule by which it tells of
neither. What such ways are stands in the files ``rules/events/idioms_*.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from discrepancy.annotate.clauses import clause
from discrepancy.annotate.grammar import Line, read_text
from discrepancy.annotate.noungroups import Range, noun_group, object_of
from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.phrases import person_noun
from discrepancy.annotate.subjects import subject
from discrepancy.annotate.verbgroups import passive
from discrepancy.model.claims import Name
from discrepancy.rulebook.kinds.events import Idiom
from discrepancy.rulebook.kinds.grammar import ANYBODY, SUM
from discrepancy.rulebook.parts import spelled
from discrepancy.rulebook.phrases import PhraseTable, spelled_out
from discrepancy.rulebook.schema import Rulebook

_FAR = 6
"""Units behind a word within which a preposition may stand, where an object lies between: "bombarded the minister with questions"."""
_BEHIND_OBJECT = ("with", "by")
_EDGE = "SKBRsbhmv"
_BEFORE = 4
"""Units before a word in which a phrase may begin that reaches over it."""


@dataclass(frozen=True, slots=True)
class _Idioms:
    """Phrases and tales; the rules of single words with their heads."""

    phrases: PhraseTable[Idiom]
    tales: PhraseTable[Idiom]
    words: dict[str, tuple[tuple[Idiom, frozenset[str]], ...]]


@cache
def _idioms(rules: Rulebook) -> _Idioms:
    words: dict[str, list[tuple[Idiom, frozenset[str]]]] = {}
    for rule in rules.of(Idiom):
        heads = spelled(rule.heads, rules) | ({ANYBODY, SUM} & {*rule.heads})
        for word in rule.words:
            words.setdefault(word, []).append((rule, heads))
    every = rules.of(Idiom)
    ways = PhraseTable((phrase, rule) for rule in every for phrase in spelled_out(rule.phrases))
    tales = PhraseTable((phrase, rule) for rule in every for phrase in spelled_out(rule.tales))
    return _Idioms(ways, tales, {word: tuple(of) for word, of in words.items()})


def figurative(line: Line, start: int, end: int, rules: Rulebook) -> Idiom | None:
    """The way of speaking to which units ``[start, end)`` belong; None where they are meant as they stand."""
    idioms = _idioms(rules)
    for _, behind, rule in idioms.phrases.within(line.words, max(0, start - _BEFORE), end):
        if behind > start and not _in_earnest(line, start, rule, rules):
            return rule
    for at, behind, rule in _tales(line.words, rules):
        if at < start - 1 and behind <= start:
            return rule
    for unit in range(start, end):
        for rule, heads in idioms.words.get(line.words[unit], ()):
            stands = any(_ends_in(line, group, rule, heads, rules) for group in _groups(line, unit, rule))
            if stands and not _in_earnest(line, unit, rule, rules):
                return rule
    return None


@lru_cache(maxsize=64)
def _tales(words: tuple[str, ...], rules: Rulebook) -> tuple[tuple[int, int, Idiom], ...]:
    """The words of a sentence that say that what follows is a tale: where they begin and end, and the way of speaking."""
    known = _idioms(rules).tales
    return () if known.firsts.isdisjoint(words) else tuple(known.within(words, 0, len(words)))


def _groups(line: Line, unit: int, rule: Idiom) -> Iterator[Range]:
    """The noun groups that stand where a rule asks for one."""
    behind = object_of(line, unit)
    suffers = behind is None or passive(line, unit)
    noun = line.tags[max(0, unit - 1) : unit] in ("D", "Y")  # "blamed the cabinet for the killing of a judge": a noun has no subject
    if not noun and ("subject" if suffers else "doer") in rule.stands and (before := subject(line, unit)) is not None:
        yield before
    if "object" in rule.stands and behind is not None:
        yield behind
    if "before" in rule.stands and unit:
        yield unit - 1, unit
    if "of" in rule.stands and unit > 1 and line.tags[unit - 1] == "H":
        yield unit - 2, unit - 1  # "the coalition's collapse"
    for at in range(unit + 1, min(unit + 1 + _FAR, len(line.tags))):
        if line.words[at] in rule.stands and (at == unit + 1 or line.words[at] in _BEHIND_OBJECT):
            yield noun_group(line, at + 1, len(line.tags))
        if line.tags[at] in _EDGE:
            return


def _ends_in(line: Line, group: Range, rule: Idiom, heads: frozenset[str], rules: Rulebook) -> bool:
    """Whether a noun group ends in one of the nouns of a rule."""
    start, end = group
    while end - start > 1 and line.tags[end - 1] == "Q":
        end -= 1
    if end <= start or isinstance(line.values[end - 1], Name):
        return False
    if SUM in heads and isinstance(value := line.values[end - 1], QuantityMention) and (value.attribute == "money" or value.unit == "%"):
        return True
    head = line.words[end - 1]
    if head not in heads and end - start > 1 and head.endswith(("es", "ed")):
        head = line.words[end - 2]  # "the toll in the novel | reaches nine": verbs that no rule names end no group
    return head in heads or (ANYBODY in heads and person_noun(head, rules))


def _in_earnest(line: Line, unit: int, rule: Idiom, rules: Rulebook) -> bool:
    """Whether the clause has a word that lets a rule's words stand as they are; not one of a name, "the Zenda Rockets"."""
    if not rule.unless:
        return False
    earnest = spelled(rule.unless, rules)
    start, end = clause(line, unit)
    return any(line.words[at] in earnest and not isinstance(line.values[at], Name) for at in range(start, end))


def shows(rule: Idiom, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """The words of a text that a rule takes for a way of speaking; for its examples."""
    _, read = read_text(text, published, rules)
    return [
        (line.span(unit, unit + 1).of(text), "")
        for line in read
        for unit in range(len(line.words))
        if figurative(line, unit, unit + 1, rules) is rule
    ]
