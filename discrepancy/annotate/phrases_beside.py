"""Persons whom no gazetteer knows, told by who stands beside them.

Takes a sentence whose people are chunked as far as their words tell; gives chunks of more people.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from discrepancy.annotate.phrases_rules import PeopleGroup, Phrases, people_flags
from discrepancy.annotate.tokens import Chunked, Sentence
from discrepancy.model.claims import Name
from discrepancy.model.values import exactly


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
            group = PeopleGroup(value.span, value.text, exactly(1), name=value.text, definite=True)
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
