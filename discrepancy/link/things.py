"""Things of which two articles give a cost, a length or a staff: whether they mean one.

Takes the nouns and names that claims carry; tells which are words for one thing. The words stand in ``rules/link/things.yaml``.
"""

from __future__ import annotations

from functools import cache

from discrepancy.rulebook.kinds.linking import ThingWords
from discrepancy.rulebook.schema import Rulebook

BODY = "body"
"""What the nouns for a firm or an office mean, which another article calls by its name."""


def meant(thing: str, rules: Rulebook) -> str:
    """A thing as it is held against others: a name as it is, a noun in the singular; "" where it may be any."""
    if thing[:1].isupper():
        return thing
    *other, noun = thing.split() or [""]
    return " ".join((*other, _loose(rules).get(noun, singular(noun)))).strip() if noun else ""


def one_thing(a: str, b: str, rules: Rulebook) -> bool | None:
    """Whether two articles mean one thing, each as :func:`meant` gives it; None where one of them does not say.

    >>> from discrepancy.rulebook import rulebook
    >>> one_thing("Lima Bridge", "bridge", rulebook()), one_thing("bridge", "tunnel", rulebook()), one_thing("", "bridge", rulebook())
    (True, False, None)
    """
    if not a or not b:
        return None
    named = [thing for thing in (a, b) if thing[:1].isupper()]
    if len(named) == 2:
        one, other = set(a.split()), set(b.split())
        own = [_of_their_own(rules).intersection(thing.lower().split()) for thing in named]
        return (one <= other or other <= one) and own[0] == own[1]
    if not named:
        return a == b or b in alike(a, rules)
    noun = b if named[0] == a else a
    return True if noun in alike(named[0], rules) else None if noun == BODY else False


def alike(thing: str, rules: Rulebook) -> frozenset[str]:
    """The nouns for a thing, in the singular: its own, of a name the last word, and those that the rules put beside it; none of an "old
    bridge", which is told from the bridge."""
    noun = thing.split()[-1].lower() if thing[:1].isupper() else thing
    return _sets(rules).get(noun, frozenset()) | {singular(noun)}


def singular(noun: str) -> str:
    """A noun without the ending of a plural."""
    return noun.removesuffix("s") if not noun.endswith("ss") else noun


@cache
def _loose(rules: Rulebook) -> dict[str, str]:
    """Words that may stand for any thing, or for any body, in both numbers."""
    of = {word: sense for words in rules.of(ThingWords) for sense, line in (("", words.anything), (BODY, words.bodies)) for word in line}
    return of | {f"{word}s": sense for word, sense in of.items()}


@cache
def _of_their_own(rules: Rulebook) -> frozenset[str]:
    """Words in the names of bodies and places that are none of the town they are called after: "Lima County", "University of Lima"."""
    return frozenset(word for words in rules.of(ThingWords) for word in words.of_their_own)


@cache
def _sets(rules: Rulebook) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in (line.split() for words in rules.of(ThingWords) for line in words.same):
        found.update({word: found.get(word, frozenset()) | frozenset(line) for word in line})
    return found
