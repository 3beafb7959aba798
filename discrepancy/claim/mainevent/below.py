"""What an article tells far down: where it comes back to its main event ("the attack killed three people", "two of her colleagues died that
night"), and which of the dead it first tells of there are that event's.

Takes the sentences of an article, its title and what it tells of people. An article about somebody who lived often gives its dead in the
last paragraph; others tell there of the dead of other events.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from discrepancy.annotate.phrases import PeopleGroup
from discrepancy.annotate.tokens import Sentence
from discrepancy.claim.facts.read import SKIPPED, Fact
from discrepancy.claim.mainevent.figures import LATER, Told
from discrepancy.claim.mainevent.passages import ADJECTIVES, other_place
from discrepancy.rulebook.kinds.facts import MainEventPolicy

_TOP = 4
"""Sentences of the top, whose places are those of the main event."""
_BEFORE = 3
"""Sentences back to where another event may have been brought in, of which *the shooting* then tells."""


def again(sentences: Sequence[Sentence], title: str, limits: MainEventPolicy) -> frozenset[int]:
    """The numbers of the sentences below the top that speak of the main event as one the reader knows of: with *the* and no other place,
    where no other event was brought in right before; or of *that night*; or that sum up."""
    body = [s for s in sentences if s.block not in SKIPPED and s.block != "headline"]
    words = [s.words(0, len(s.values)) for s in body]
    known, brought = _signs(limits.happenings, limits.again, limits.likened)
    found: set[int] = set()
    for number, sentence in enumerate(body[1:], 1):
        top = " ".join([title, *words[: min(_TOP, number)]]).lower()
        told = [m for m in known.finditer(words[number]) if not other_place(words[number][m.end() :], top)]
        if told and not any(brought.search(words[at]) for at in range(max(_TOP, number - _BEFORE), number + 1)):
            found.add(sentence.index)
    return frozenset(found)


def of_main(told: list[Told], deadly: bool, back: frozenset[int]) -> list[Told]:
    """What is told of the main event: when the top tells of wounded only, the dead who first appear far down are of another event.

    They stay when the top speaks of death (``deadly``), when they are somebody the reader knows ("he", "the victim", "one of them"), others
    than those told of before, or when their sentence comes ``back`` to the event.
    """
    top = [fact.attribute for fact, _, place in told if place != LATER]
    if deadly or "killed" in top or not {"injured", "hit"} & set(top):
        return told
    named = _names(told)
    return [(f, weight, place) for f, weight, place in told if f.attribute != "killed" or _returns(f, back) or _same(f, named)]


def may_be_hurt(told: Sequence[Told], fact: Fact) -> bool:
    """Whether somebody dead may be one of those of whom an article tells before that they were hurt: not where it first tells of death far
    down, and of somebody the reader does not know."""
    return dead_early(told) or _same(fact, _names(told))


def dead_early(told: Sequence[Told]) -> bool:
    """Whether the top of an article tells of dead."""
    return any(fact.attribute == "killed" and place != LATER for fact, _, place in told)


def _names(told: Sequence[Told]) -> set[str]:
    """The names of those who were hurt."""
    return {word for fact, _, _ in told if fact.attribute in ("injured", "hit") for g in fact.groups for word in g.name.split()}


def _same(fact: Fact, named: set[str]) -> bool:
    """Whether all people of a fact are some whom the reader knows."""
    return all(_known(g, named) for g in fact.groups)


def _returns(fact: Fact, back: frozenset[int]) -> bool:
    """Whether a fact of the body is told where an article comes back to its main event."""
    return fact.additional or fact.sentence in back


def _known(group: PeopleGroup, named: set[str]) -> bool:
    """Whether people are some whom the reader knows; ``named`` are the names of those who were hurt."""
    if group.name:
        return not named.isdisjoint(group.name.split())
    return (group.definite and not _someones(group)) or group.partial


def _someones(group: PeopleGroup) -> bool:
    """Kin of somebody told of: "her husband"."""
    return group.words.lower().startswith(("his ", "her ", "their ", "my ", "our "))


@cache
def _signs(happenings: tuple[str, ...], phrases: tuple[str, ...], likened: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a sentence speaks of an event that is known, and how of one that it brings in."""
    nouns, told, other = ("|".join(map(re.escape, some)) for some in (happenings, phrases, likened))
    known = rf"\b(?:[Tt]he{ADJECTIVES} (?:{nouns})(?! (?:of|deaths?|is the|was the|{other})\b)|{told})\b"
    return re.compile(known), re.compile(rf"\b(?:[Aa]n?|[Aa]nother|[Tt]wo|[Tt]hree){ADJECTIVES} (?:{nouns})s?\b")
