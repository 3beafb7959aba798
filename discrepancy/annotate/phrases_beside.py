"""People whom neither a gazetteer nor a list of nouns knows, told by who stands beside them and by what befell them.

Takes a sentence whose people are chunked as far as their words tell; gives chunks of more people.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.phrases_rules import PeopleGroup, Phrases, people_flags
from discrepancy.annotate.tokens import Chunked, Sentence
from discrepancy.model.claims import Name
from discrepancy.model.values import exactly

_DOERS = ("ers", "ors", "ists", "ians", "eers", "men", "women")
"""How nouns for those who do something end."""
_BEFALLS = ("arrest", "injure", "kill", "die")
"""What befalls people and animals, never things."""
_FEWEST = 2
_TO_HOSPITAL = 4
"""Words from a verb within which a hospital is where somebody was taken."""
_BETWEEN = 1
"""Words between a number and its noun: "27 Leath supporters"."""


def befallen(sentence: Sentence, compiled: Phrases) -> Iterator[Chunked]:
    """Counted people whose noun no rule lists: "nine thatchers were killed", "arrested 27 supporters". The noun ends as nouns for doers do,
    or whoever it names was arrested, not captured as boats are; animals whose names end so are told by ``creature``.
    """
    for unit, value in sentence.mentions:
        if not isinstance(value, QuantityMention) or (value.value.low or 0) < _FEWEST:
            continue
        noun = _noun_behind(sentence, unit, compiled)
        outcome = _outcome(sentence, unit, noun, compiled) if noun is not None else ""
        if noun is None or not outcome:
            continue
        word = sentence.words(noun, noun + 1)
        if word.endswith(_DOERS) or (outcome == "arrest" and word.endswith("s")):
            words = sentence.words(unit, noun + 1)
            group = PeopleGroup(sentence.span_of(unit, noun + 1), words, value.value, head=word, counted=True, plural=True)
            yield Chunked(unit, noun + 1, compiled.symbol("people", people_flags(group)), group)


def _noun_behind(sentence: Sentence, unit: int, compiled: Phrases) -> int | None:
    """The unit of the plural noun that a number counts, not known to be of people or an animal; None where there is none."""
    for at in range(unit + 1, min(unit + 2 + _BETWEEN, len(sentence.values))):
        word, symbol = sentence.words(at, at + 1), sentence.symbols[at]
        if isinstance(sentence.values[at], Name):
            continue
        if sentence.values[at] is not None or not word.isalpha() or not word.islower() or symbol in compiled.never_people:
            return None
        if word.endswith(("s", "men")) and not word.endswith("ss"):
            return at
    return None


def _outcome(sentence: Sentence, start: int, noun: int, compiled: Phrases) -> str:
    """What befell those at units ``[start, noun]``: behind them in the passive or as a verb of dying, or before them in the active."""
    at = noun + 1
    being = sentence.symbols[at : at + 1] in compiled.being
    while at < len(sentence.symbols) and sentence.symbols[at] in compiled.helping:
        at += 1
    if being and "hospital" in sentence.words(at, min(at + _TO_HOSPITAL, len(sentence.values))).lower():
        return "hospital"  # "were taken to hospital", "were treated in hospital"
    behind, before = sentence.symbols[at : at + 1], sentence.symbols[start - 1] if start else ""
    for outcome in _BEFALLS:
        past = compiled.outcomes[outcome] & compiled.forms["past"]
        if behind and behind in (compiled.outcomes[outcome] if outcome == "die" else past) and (outcome == "die" or being):
            return outcome if behind not in compiled.captures else "capture"
        if outcome != "die" and before and before in compiled.outcomes[outcome] & (compiled.forms["past"] | compiled.forms["gerund"]):
            return outcome if before not in compiled.captures else "capture"
    return ""


def beside_persons(sentence: Sentence, compiled: Phrases) -> Iterator[Chunked]:
    """Names of whose kind nothing is known, beside a person in a list or before *who*, are persons: "Nils and Anton Berg", "Ulla, Nils
    and Anton Berg", "Ulla, who was hurt"; so is a capital before a person in a list ("his daughters, Ulla Berg and Anna Berg").
    """
    found: set[int] = set()
    for unit, value in reversed(sentence.mentions):
        if unit > len(sentence.values) - 3:
            continue
        if isinstance(value, PeopleGroup) and value.name and not value.head and _first_name(sentence, unit - 1):
            group = replace(value, span=sentence.span_of(unit - 1, unit + 1), words=sentence.words(unit - 1, unit + 1))
            group = replace(group, name=f"{sentence.words(unit - 1, unit)} {value.name}")
            yield Chunked(unit - 1, unit + 1, compiled.symbol("people", people_flags(group)), group)
        if not isinstance(value, Name) or value.kind != "unknown":
            continue
        mark, behind = sentence.words(unit + 1, unit + 2), sentence.values[unit + 2]
        person = isinstance(behind, PeopleGroup) and bool(behind.name) and not behind.head
        told = isinstance(behind, PeopleGroup) and mark == "," and behind.words.lower() in ("who", "whose")
        told = told or (mark == "," and _with_others(sentence, unit + 2))
        if (mark in ("and", "&") and person) or (mark == "," and unit + 2 in found) or told:
            found.add(unit)
            group = PeopleGroup(value.span, value.text, exactly(1), name=value.text, full=value.short_for, definite=True)
            yield Chunked(unit, unit + 1, compiled.symbol("people", people_flags(group)), group)


def _first_name(sentence: Sentence, unit: int) -> bool:
    """Whether a capitalised word of which nothing is known stands between a mark behind people and a person's name."""
    if unit < 2 or sentence.values[unit] is not None or not isinstance(sentence.values[unit - 2], PeopleGroup):
        return False
    word = sentence.words(unit, unit + 1)
    return sentence.words(unit - 1, unit) in (",", "and") and len(word) > 2 and word.isalpha() and word.istitle()


def _with_others(sentence: Sentence, unit: int) -> bool:
    """Whether "along with" and people stand at a unit."""
    words = sentence.words(unit, min(unit + 2, len(sentence.values))).lower()
    return words in ("along with", "together with") and isinstance(sentence.values[min(unit + 2, len(sentence.values) - 1)], PeopleGroup)


def before_house(sentence: Sentence, unit: int, compiled: Phrases) -> bool:
    """Whether a noun for people before a unit only says whose a thing or a body is: "the police station", "the teachers' union"."""
    words = [sentence.words(at, at + 1).lower() for at in range(unit, min(unit + 2, len(sentence.values)))]
    return bool(words) and (words[0] in compiled.houses or (words[0] in ("'", "’") and words[-1] in compiled.houses))


def before_things(sentence: Sentence, unit: int, compiled: Phrases) -> bool:
    """Whether a plural in small letters stands at a unit that is no noun for people: "one of the cars"."""
    word = sentence.words(unit, unit + 1) if unit < len(sentence.values) and sentence.values[unit] is None else ""
    plural = len(word) > 3 and word.isalpha() and word.islower() and word.endswith("s") and word not in compiled.counting
    return plural and sentence.symbols[unit] not in compiled.closing


def says(sentence: Sentence, unit: int, compiled: Phrases) -> bool:
    """Whether a verb of speech stands at a unit."""
    return sentence.symbols[unit : unit + 1] in compiled.said


def two_nouns(sentence: Sentence, end: int, compiled: Phrases) -> bool:
    """Whether of two plurals before a unit the last is who says so, where the text has lost its commas: "five children activists said"."""
    first, second = (sentence.words(at, at + 1).lower() for at in (end - 2, end - 1))
    plurals = all(word in compiled.nouns and compiled.nouns[word][1] == "many" for word in (first, second))
    return plurals and says(sentence, end, compiled)
