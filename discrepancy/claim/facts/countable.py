"""Which units before or behind a verb count people, and which count something else: ages, things, pages, roads, the emergency number.

Takes a range of units of a phrased sentence; gives those where people or a number of them stand.
"""

from __future__ import annotations

from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.phrases import PeopleGroup, VerbGroup
from discrepancy.annotate.tokens import Sentence
from discrepancy.claim.facts.lists import group_at, word_at
from discrepancy.model.claims import Name
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_TOLL_BEFORE = 20
"""Units before a number in which a toll is spoken of that it may give."""


def countable(sentence: Sentence, start: int, end: int, rules: Rulebook) -> list[int]:
    """The units in ``[start, end)`` where people stand; of "a father of three" the father."""
    units = [u for u in range(start, end) if group_at(sentence, u) is not None and not _age(sentence, u)]
    units = [u for u in units if not _things(sentence, u, rules) and not (u != units[0] and _manner(sentence, u))]
    units = [u for u in units if not (_compound(sentence, u) or _page(sentence, u) or _phone(sentence, u, rules) or _label(sentence, u))]
    units = [u for u in units if not _vehicle(sentence, u, rules)]
    units = sorted({u - 2 if _offspring(sentence, u) else u for u in units})
    # "how many people were hurt", "twice as many died"
    units = [u for u in units if word_at(sentence, u - 1) != "how" and not (word_at(sentence, u - 1) == "as" and _many(sentence, u))]
    return [u for u in units if not word_at(sentence, u).startswith(("anyone", "anybody"))]


def _vehicle(sentence: Sentence, unit: int, rules: Rulebook) -> bool:
    """Whether a noun for people is one for a vehicle here, beside another vehicle: "a coach was hit by a lorry"."""
    value, vehicles = sentence.values[unit], words_of(rules, "vehicle")
    if not isinstance(value, PeopleGroup) or value.name or value.head not in vehicles:
        return False
    return any(word_at(sentence, at) in vehicles for at in range(len(sentence.values)) if at != unit)


def _many(sentence: Sentence, unit: int) -> bool:
    """Whether the people at a unit are *many* and no number."""
    return word_at(sentence, unit).split(" ", 1)[0] == "many"


def _age(sentence: Sentence, unit: int) -> bool:
    """A number between commas behind a name or a noun is an age, not a number of people; in words only behind a name."""
    value = sentence.values[unit]
    if not isinstance(value, QuantityMention) or unit < 2:
        return False
    if word_at(sentence, unit - 1) == "and" and value.words.isdigit() and word_at(sentence, unit + 1) in (",", ")"):
        before = sentence.words(unit - 2, unit - 1)
        return _age(sentence, unit - 2) or (before[-1:].isdigit() and "," in before)  # "boys, 4 and 6, were hurt"
    if word_at(sentence, unit - 1) not in (",", "(", "also", "aged", "both", "each"):
        return False
    if word_at(sentence, unit + 1) not in (",", ")", ".", "", "and", "of", "who", ";", "(", "was"):
        return False
    if value.words.isdigit():
        return 0 < int(value.words) < 111
    person = sentence.values[unit - 2]
    named = isinstance(person, Name) or (isinstance(person, PeopleGroup) and bool(person.name))
    return named and value.value.exact and 0 < (value.value.low or 0) < 111


def _things(sentence: Sentence, unit: int, rules: Rulebook) -> bool:
    """Whether a bare number counts things: the noun behind it is none for people ("four people and two vehicles", "two other fires")."""
    other = isinstance(sentence.values[unit], PeopleGroup) and word_at(sentence, unit).endswith(" other")
    if not (other or isinstance(sentence.values[unit], QuantityMention)) or unit + 1 >= len(sentence.values):
        return False
    noun, never = word_at(sentence, unit + 1), words_of(rules, "no-thing")
    if noun in words_of(rules, "herd"):
        return True
    if noun == "of" and word_at(sentence, unit + 2) in ("the", "these", "those", "its"):
        what = word_at(sentence, unit + 3)
        plain = sentence.values[unit + 3 : unit + 4] == (None,) and len(what) > 3 and what.isalpha()
        return plain and what.endswith("s") and what not in never  # "one of the vehicles was hit"
    if _plain(sentence, unit + 1) and _plain(sentence, unit + 2, 4) and noun not in never and not noun.endswith(("s", "ly")):
        return word_at(sentence, unit + 2).endswith("s") and word_at(sentence, unit + 2) not in never  # "17 search warrants"
    if word_at(sentence, unit + 2) == "-" and sentence.ends[unit + 1 : unit + 2] == sentence.starts[unit + 2 : unit + 3]:
        noun, unit = word_at(sentence, unit + 4), unit + 3  # "five pick-up trucks"
    return sentence.values[unit + 1 : unit + 2] == (None,) and len(noun) > 3 and noun.isalpha() and noun.endswith("s") and noun not in never


def _manner(sentence: Sentence, unit: int) -> bool:
    """Whether a bare number behind a comma tells of some of them: "15 others, three critically", "15 people, three from one street"."""
    if not isinstance(sentence.values[unit], QuantityMention) or word_at(sentence, unit - 1) not in (",", "-", "–", "—"):
        return False
    behind = word_at(sentence, unit + 1)
    people = unit > 1 and isinstance(sentence.values[unit - 2], PeopleGroup)
    return behind.endswith("ly") or (people and behind in ("from", "of", "in", "with"))


def _compound(sentence: Sentence, unit: int) -> bool:
    """Whether a hyphen makes a number or a noun part of a word: "a five-shot revolver", "the passenger-side window"."""
    at = sentence.ends[unit]
    tied = word_at(sentence, unit + 1) == "-" and sentence.starts[unit + 1] == at
    return tied and (at + 1 in sentence.starts[unit + 2 : unit + 3] or word_at(sentence, unit + 2) in ("to", "or", "and"))


def _page(sentence: Sentence, unit: int) -> bool:
    """Whether a bare number stands before a dash and another: "Channel 58 - Five killed"."""
    value, behind = sentence.values[unit : unit + 1], sentence.values[unit + 2 : unit + 3]
    if not isinstance(value[0], QuantityMention) or not behind or word_at(sentence, unit + 1) not in ("-", "–", "—"):
        return False
    return isinstance(behind[0], QuantityMention) or (isinstance(behind[0], PeopleGroup) and behind[0].counted)


def _phone(sentence: Sentence, unit: int, rules: Rulebook) -> bool:
    """Whether a bare number is that of the emergency services, "she called 911 and the victims were taken to a hospital", and not that of
    the dead, "the toll rose to 112", "killing 50 people and wounding 112"."""
    if isinstance(sentence.values[unit - 1] if unit else None, VerbGroup):
        return False
    if not isinstance(sentence.values[unit], QuantityMention) or word_at(sentence, unit) not in ("911", "999", "112"):
        return False
    counts = words_of(rules, "toll") | words_of(rules, "count-noun")
    return counts.isdisjoint(word_at(sentence, at) for at in range(max(0, unit - _TOLL_BEFORE), unit))


def _label(sentence: Sentence, unit: int) -> bool:
    """Whether a bare number names a thing or gives an age in short: "room number 8", "a 3 yr old"."""
    if not isinstance(sentence.values[unit], QuantityMention):
        return False
    return word_at(sentence, unit - 1) in ("number", "no", "no.", "#") or word_at(sentence, unit + 1) in ("yr", "yrs", "y", "yo")


def _offspring(sentence: Sentence, unit: int) -> bool:
    """Whether a bare number says how many children somebody has: "a father of three, two others"."""
    if not isinstance(sentence.values[unit], QuantityMention) or word_at(sentence, unit - 1) != "of" or unit < 2:
        return False
    parent = sentence.values[unit - 2]
    if not isinstance(parent, PeopleGroup) or parent.partial or parent.words.lower().startswith(("one ", "1 ")):
        return False
    return parent.count.exact and parent.count.low == 1


def _plain(sentence: Sentence, unit: int, letters: int = 5) -> bool:
    """Whether a longer word in small letters stands there, and nothing that was read."""
    if unit >= len(sentence.values) or sentence.values[unit] is not None:
        return False
    word = sentence.words(unit, unit + 1)
    return len(word) >= letters and word.isalpha() and word.islower()


def part_of_things(sentence: Sentence, units: list[int], verb: int) -> bool:
    """Whether something that can be hit as well as somebody is counted by *of* and a noun that is none for people: "one of the cars
    was hit"."""
    group, value = sentence.values[units[-1]], sentence.values[verb]
    if not isinstance(group, PeopleGroup) or not isinstance(value, VerbGroup) or value.outcome != "hit" or group.head:
        return False
    return group.counted and group.words.lower().endswith((" of the", " of these", " of those")) and _plain(sentence, units[-1] + 1)


def of_a_road(sentence: Sentence, unit: int) -> bool:
    """Whether figures stand right behind a capitalised word or before one, as in "Route 150", "103 Street"."""
    if sentence.block == "headline" or not sentence.words(unit, unit + 1).replace("-", "").isdigit():
        return False
    before = sentence.words(unit - 1, unit) if unit > 1 else ""
    plain = unit + 1 < len(sentence.values) and not isinstance(sentence.values[unit + 1], VerbGroup)
    behind = sentence.words(unit + 1, unit + 2) if plain else ""
    return any(word[:1].isupper() and word[1:].islower() and word.isalpha() for word in (before, behind))
