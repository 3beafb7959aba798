"""Whose age it is, by where the age stands: behind a name, before one, or in an aside about somebody.

Takes a line and the unit of an age; gives the name of the person, None where nobody stands there. Knows nothing of verbs and facts.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.parties import full
from discrepancy.annotate.speech_content import cues_of
from discrepancy.annotate.times import Age
from discrepancy.claim.owners import named_in
from discrepancy.claim.persons.meant import singles
from discrepancy.model.claims import Name
from discrepancy.model.values import Quantity
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_BEHIND, _NEAR = 8, 4
"""Units behind an age within which the name of the person stands, and those among which a number or a preposition may stand too."""
_TRADE = 4
"""Words that tell what somebody is, between the name and the age."""
_EACH, _TWO = frozenset(("both", "each")), 2
"""Words for the two people named before them who are of one age, and how many they are."""
_ASIDE = 9
"""Units before an age in which the aside begins that it ends."""


def person_of(line: Line, unit: int, age: Age, rules: Rulebook) -> Name | None:
    """The person whose age it is."""
    adjective = age.words.lower().endswith(("old", "olds"))
    behind = named_behind(line, unit, rules)
    if adjective and behind is not None:
        return behind  # "Ann Rudd, 32-year-old officer Bo Quist": the age is the name's behind it
    if adjective and line.tags[unit - 1] not in "Da" and _capital(line, unit + 1):
        return None  # "Ann Rudd, five-year-old Woodrow": that nobody knows the name makes it nobody else's age
    before = _before(line, unit, adjective)
    if before is None and (age.words.lower().startswith("aged") or line.words[unit - 1] == "at"):
        before = _apposed(line, unit)
    if not adjective and unit and line.tags[unit - 1] == "K":
        return before  # "Bo Quist, Jr., 30, Ann Rudd, 28": a bare number is the age of whoever stands before it
    return before if before is not None else behind


def each_of(line: Line, unit: int, age: Age) -> list[tuple[Name | None, Quantity]]:
    """The people to whom ages belong in turn, each with his: "Matteo and Ann Rudd, aged 17 and 21", with None for one told by a bare
    first name; or to whom one age belongs, "Bo Quist and Ann Rudd, both 17"; nobody where they are not as many as the ages."""
    found: list[Name | None] = []
    shared = line.words[unit - 1] in _EACH
    at = unit - 1 - shared
    while (shared or len(age.quantities) > 1) and at > 0 and line.tags[at] in "KC":
        named = named_in(line, at - 1, at, "person")
        if not named and not (found and line.values[at - 1] is None and _capital(line, at - 1)):
            break
        found.insert(0, named[0][1] if named else None)
        at -= 2
    ages = age.quantities * _TWO if shared else age.quantities
    return list(zip(found, ages, strict=True)) if len(found) == len(ages) else []


def shared_names(lines: Sequence[Line]) -> frozenset[str]:
    """The surnames that several people of an article bear: who "Rudd, 23" is they leave open."""
    bearers: dict[str, set[str]] = {}
    for line in lines:
        for _, name in named_in(line, 0, len(line.words), "person"):
            given, _, surname = full(name).rpartition(" ")
            if given:
                bearers.setdefault(surname, set()).add(given.split()[0])
    return frozenset(surname for surname, given in bearers.items() if len(given) > 1)


def _capital(line: Line, unit: int) -> bool:
    """Whether a unit begins with a capital."""
    return unit < len(line.words) and line.sentence.text[line.starts[unit]].isupper()


def given_only(person: Name) -> bool:
    """Whether only the first part of a longer name is told: "their children Liana, 8, and Mark, 5"."""
    return " " not in person.text and full(person).startswith(f"{person.text} ")


def called(line: Line, person: Name, rules: Rulebook) -> str:
    """What somebody is called whose age it is; of "Ann Rudd, 44, and her sister Clara, 39" Clara Rudd, for brothers, sisters and children
    told by a given name alone behind a possessive bear the name of whoever stands before them."""
    name = full(person)
    if " " in name:
        return name
    at = line.unit_from(person.span.start) - 1
    at -= line.tags[at] == "K"
    if at < 1 or line.words[at] not in words_of(rules, "namesake") or line.tags[at - 1] not in "YH":
        return name
    before = named_in(line, 0, at, "person")
    return f"{name} {full(before[-1][1]).split()[-1]}" if before and " " in full(before[-1][1]) else name


def _before(line: Line, unit: int, adjective: bool) -> Name | None:
    """The person right before a comma or bracket; "Rudd, a 22-year-old baker" may have words between."""
    at = unit - 1
    while adjective and at > 0 and line.tags[at] in "Da":
        at -= 1
    if at < 1 or (line.tags[at] not in "K(" and line.words[at] != "("):
        return None
    at -= 1
    if line.words[at] in (".", "jr", "sr", "jr.", "sr.", "ii", "iii", "iv"):
        at -= 1
    if not adjective and line.tags[at] == "w":
        at = _before_trade(line, at)
    if at > 2 and line.words[at - 1] in ("of", "from") and line.tags[at - 2] == "K":
        at -= 3  # "Ann Rudd, of Lima, 32,"
    found = named_in(line, at, at + 1, "person")
    return found[-1][1] if found else None


def _before_trade(line: Line, at: int) -> int:
    """The unit before what somebody is, set behind the name: "Ann Rudd, a retired teacher, 52"; ``at`` where no such words end there."""
    start = at
    while start > 0 and line.tags[start] in "wva-" and at - start < _TRADE:
        start -= 1
    apposed = line.words[start] in ("a", "an") and start > 1 and line.tags[start - 1] == "K"
    return start - 2 if apposed else at


def _apposed(line: Line, unit: int) -> Name | None:
    """The person whom the aside is about that ends with an age: "Bo Quist, a cook aged 33", "Bo Quist, a father of two, aged 33", "Bo
    Quist, the oldest at 76"."""
    for at in range(unit - 1, max(0, unit - _ASIDE), -1):
        if line.tags[at] == "K" and line.words[at + 1] in ("a", "an", "the"):
            found = named_in(line, at - 1, at, "person")
            return found[-1][1] if found else None
        if line.tags[at] in "vbhdmSCR;.":
            return None
    return None


def named_behind(line: Line, unit: int, rules: Rulebook) -> Name | None:
    """The person named behind an age, nothing but words and a comma between: "the 44-year-old baker Ann Rudd", "a 44-year-old nun, Sister
    Ann Rudd", "a 44-year-old nun called Ann Rudd".
    """
    found = named_in(line, unit + 1, unit + _BEHIND, "person")
    if not found:
        return None
    at = found[0][0]
    if line.tags[at - 1] in "PQ" or not singles(rules).isdisjoint(line.words[at + 1 : at + 2]):
        return None  # "an 18-year-old friend of Bo Quist's", "of 900 Garden Way", "a 26-year-old West Haven resident"
    between = range(unit + 1, at)
    if any(line.tags[u] in "bhdmSCR" or (line.tags[u] == "v" and line.words[u] not in words_of(rules, "called")) for u in between):
        return None
    if any(line.tags[u] in "PQ" for u in between[_NEAR:]):
        return None  # "a 22-year-old soldier stationed with his unit at Camp Rudd"
    commas = [u for u in between if line.tags[u] == "K"]
    if commas and line.tags[at + 1 : at + 2] == "C" and named_in(line, at + 2, at + 3, "person"):
        return None  # "a father and his 15-year-old daughter, Karl and Karin Holm"
    cue = cues_of(rules).words.get(line.words[at + 1]) if commas and at + 1 < len(line.words) else None
    if cue is not None and cue.form == "verb":
        return None  # "the bullet hit a 4-year-old girl, Ann Rudd said"
    title = len(commas) == 1 and commas[0] == at - 2 and _capital(line, at - 1)
    return found[0][1] if not commas or commas == [at - 1] or title else None
