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
    """A thing as it is held against others: a name as it is, a noun in the singular or as the first word of its set; "" where it may be
    any."""
    if thing[:1].isupper():
        return thing
    *other, noun = thing.split() or [""]
    found = _sets(rules).get(noun, _singular(noun))
    return " ".join((*other, found)) if found or not other else thing


def one_thing(a: str, b: str, rules: Rulebook) -> bool | None:
    """Whether two articles mean one thing, each as :func:`meant` gives it; None where one of them does not say.

    >>> from discrepancy.rulebook import rulebook
    >>> one_thing("Lima Bridge", "bridge", rulebook()), one_thing("bridge", "tunnel", rulebook()), one_thing("", "bridge", rulebook())
    (True, False, None)
    """
    if not a or not b:
        return None
    named = [thing for thing in (a, b) if thing[:1].isupper()]
    if len(named) == 1:
        noun = b if named[0] == a else a
        return True if meant(named[0].split()[-1].lower(), rules) == noun else None if noun == BODY else False
    if len(named) == 2:
        one, other = set(a.split()), set(b.split())
        return one <= other or other <= one
    return a == b


def _singular(noun: str) -> str:
    return noun.removesuffix("s") if not noun.endswith("ss") else noun


@cache
def _sets(rules: Rulebook) -> dict[str, str]:
    """Every word of the rules, in both numbers, to what it means."""
    found: dict[str, str] = {}
    for words in rules.of(ThingWords):
        lines = [("", word) for word in words.anything] + [(BODY, word) for word in words.bodies]
        lines += [(line.split()[0], word) for line in words.same for word in line.split()]
        found.update((form, sense) for sense, word in lines for form in (word, f"{word}s"))
    return found
