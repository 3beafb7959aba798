"""Word groups: people who can be counted, and the verb groups that say what became of them.

Takes a sentence whose times, numbers and names are chunked; gives chunks ``people`` (value :class:`PeopleGroup`) and one
chunk kind for each outcome, ``kill``, ``die``, ``injure`` … (value :class:`VerbGroup`). Says nothing about who suffered what: that is
:mod:`discrepancy.claim.facts.read`. Costs something, so it is run only on sentences that hold one of :func:`trigger_symbols`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.numbers import chunks as number_chunks
from discrepancy.annotate.phrases_beside import befallen, beside_persons, two_nouns
from discrepancy.annotate.phrases_forces import ranks_beside
from discrepancy.annotate.phrases_people import people_group
from discrepancy.annotate.phrases_rules import SOME, PeopleGroup, Phrases, VerbGroup, people_flags, phrases, sorts_of_people
from discrepancy.annotate.phrases_verbs import verb_chunks
from discrepancy.annotate.times import Age
from discrepancy.annotate.tokens import Chunked, Sentence, sentences
from discrepancy.model.claims import Name
from discrepancy.model.text import Block, Document, Span
from discrepancy.notation.values import format
from discrepancy.rulebook.kinds.phrases import PhraseRule
from discrepancy.rulebook.patterns import Match
from discrepancy.rulebook.schema import Rule, Rulebook

__all__ = ["SOME", "PeopleGroup", "VerbGroup", "chunks", "phrased", "shows", "sorts_of_people", "trigger_symbols"]


_NEXT = 12
"""Units within which people stand whose age or number another match had taken."""
_PLACED = ("at", "off", "in", "near", "on", "outside", "inside")
_NO_NOUN = ("and", "or", "of", "who", "was", "from", "when", "is", "has")
_SHARES = ("of whom", "of them", "of which")


def phrased(sentence: Sentence, rules: Rulebook) -> Sentence:
    """The sentence with its people and its verb groups as one unit each."""
    compiled = phrases(rules)
    plain = _without_noun_names(sentence, compiled)
    with_people = _with_people(plain, compiled)
    return with_people.chunked(verb_chunks(with_people, compiled))


def _with_people(sentence: Sentence, compiled: Phrases) -> Sentence:
    """The sentence with its people as one unit each. A person whose name went into a match that lost to an earlier one ("two brothers,
    Anton Berg and Karl Berg": the noun and the first name make a match too) is found in what is left.
    """
    first = sentence.chunked(_people_chunks(sentence, compiled))
    first = first.chunked(befallen(first, compiled))
    names = [value for _, value in first.mentions if isinstance(value, Name)]
    if not names:
        return first
    if first is not sentence and any(name.kind == "person" for name in names):
        chunks = [c for c in _people_chunks(first, compiled) if isinstance(c.value, PeopleGroup) and c.value.name]
        first = first.chunked(chunks)
    return first.chunked(beside_persons(first, compiled))


def _without_noun_names(sentence: Sentence, compiled: Phrases) -> Sentence:
    """The sentence with names that are nothing but a noun for people opened again: "a Soldier was killed"."""
    opened = [
        Chunked(unit, unit + 1, compiled.letters.symbol(word), None)
        for unit, value in sentence.mentions
        if isinstance(value, Name) and (word := sentence.words(unit, unit + 1)).isalpha() and word.lower() in compiled.nouns
    ]
    return sentence.chunked(opened)


def chunks(sentence: Sentence, rules: Rulebook) -> list[Chunked]:
    """The groups of people in a sentence, as chunks; verb groups are found after them, by :func:`phrased`."""
    return _people_chunks(sentence, phrases(rules))


def _people_chunks(sentence: Sentence, compiled: Phrases) -> list[Chunked]:
    """The groups that stay: of matches that overlap the one that begins first, the longer of two. Only those are read."""
    matches: list[Match[PhraseRule]] = []
    waiting = list(compiled.people.find(sentence.symbols))
    while waiting:
        found = waiting.pop()
        match = _own_age(found, sentence, compiled)
        matches.append(match)
        if match is not found:
            waiting += _behind(sentence, match.end + 1, compiled)
    matches.sort(key=lambda match: (match.start, -match.end))
    chunks: list[Chunked] = []
    at = 0
    for match in matches:
        group = people_group(match, sentence, compiled) if match.start >= at else None
        if group is not None:
            sex = _sex(match, sentence, compiled)
            group = replace(group, sex=sex) if sex else group
            chunks.append(Chunked(match.start, match.end, compiled.symbol("people", people_flags(group)), group))
            at = match.end
    return ranks_beside(chunks, sentence, compiled)


def _own_age(match: Match[PhraseRule], sentence: Sentence, compiled: Phrases) -> Match[PhraseRule]:
    """The match without an age or a number that belongs to whoever comes next: "Anna Berg, 17-year-old Karl Holm", "2 men, 2 boys"."""
    last = match.end - 1
    if "noun" in match.caught and match.caught["noun"] == (last - 1, match.end) and two_nouns(sentence, match.end, compiled):
        return replace(match, end=last, caught={**match.caught, "noun": (last - 1, last)})
    if match.end >= len(sentence.symbols) or match.end - match.start < 3 or not isinstance(sentence.values[last], Age | QuantityMention):
        return match
    if sentence.words(last - 1, last) != ",":
        return match
    shares = sentence.words(match.end, min(match.end + 2, len(sentence.symbols))).lower() in _SHARES
    if shares or _counts_for_itself(sentence, match):
        return replace(match, end=last - 1)  # "82 people, 19 of whom were hurt"
    behind = match.end + (sentence.symbols[match.end] in compiled.adjectives)
    someone = sentence.symbols[match.end] in compiled.someone or sentence.symbols[behind : behind + 1] in compiled.someone
    if not someone or not behind < len(sentence.symbols):
        return match
    if isinstance(sentence.values[last], QuantityMention) and isinstance(sentence.values[match.end], Name):
        return match  # "a man, 18": a number before a name is no number of people
    return replace(match, end=last - 1)


def _counts_for_itself(sentence: Sentence, match: Match[PhraseRule]) -> bool:
    """Whether a bare number behind a name that tells a place begins what comes next: "ferry sinks off Cape Zenda, 14 dead"."""
    if "name" not in match.caught or not isinstance(sentence.values[match.end - 1], QuantityMention) or not match.start:
        return False
    behind = sentence.words(match.end, match.end + 1)
    placed = sentence.words(match.start - 1, match.start).lower() in _PLACED
    return placed and behind.isalpha() and behind.islower() and behind not in _NO_NOUN


def _behind(sentence: Sentence, start: int, compiled: Phrases) -> Iterator[Match[PhraseRule]]:
    """The people who begin with the age or number at a unit that a match before it had taken."""
    for match in compiled.people.find(sentence.symbols[start : start + _NEXT]):
        if match.start == 0:
            caught = {name: (first + start, last + start) for name, (first, last) in match.caught.items()}
            yield Match(match.rule, start, match.end + start, caught)


def _sex(match: Match[PhraseRule], sentence: Sentence, compiled: Phrases) -> str:
    """What the noun or the pronoun tells of people's sex."""
    at = match.caught.get("noun") or match.caught.get("pronoun")
    symbol = sentence.symbols[at[1] - 1] if at else ""
    return "m" if symbol in compiled.male else "f" if symbol in compiled.female else ""


def person_noun(word: str, rules: Rulebook) -> bool:
    """Whether a word in small letters is a noun for people."""
    return word in phrases(rules).nouns


def trigger_symbols(rules: Rulebook) -> frozenset[str]:
    """The symbols without any of which no verb group stands in a sentence."""
    return phrases(rules).verbs.triggers


def shows(rule: Rule, text: str, published: str, rules: Rulebook) -> list[tuple[str, str]]:
    """The groups a phrase rule finds: "4 children" for people, "kill passive" for verbs."""
    compiled = phrases(rules)
    document = Document("", "", "", text, (Block("body", Span(0, len(text))),))
    found: list[tuple[str, str]] = []
    for plain in sentences(document, rules):
        sentence = plain.chunked(number_chunks(plain, rules))
        sentence = sentence.chunked(_people_chunks(sentence, compiled))
        for chunk in (*_people_chunks(plain.chunked(number_chunks(plain, rules)), compiled), *verb_chunks(sentence, compiled)):
            if isinstance(chunk.value, PeopleGroup):
                found.append((chunk.value.words, f"{format(chunk.value.count)} {chunk.value.population}".strip()))
            elif isinstance(chunk.value, VerbGroup):
                group = chunk.value
                flags = [group.outcome, "passive" if group.passive else "active", *(["unreal"] if group.negated or group.modal else [])]
                found.append((group.words, " ".join(flags)))
    wanted = isinstance(rule, PhraseRule) and rule.gives == "people"
    return [(words, value) for words, value in found if value[:1].isalpha() != wanted]
