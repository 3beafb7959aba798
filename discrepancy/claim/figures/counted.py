"""What a number counts: the noun group behind it, and the figures that are only part of a name.

Takes a line and the unit of a number; gives words in lower case. "Six AK-47 rifles" counts rifles, "355 damaged shops" shops.
"""

from __future__ import annotations

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.numbers import NumberCode, QuantityMention
from discrepancy.annotate.times import Age, Timex
from discrepancy.claim.events.drafts import lexicon_of
from discrepancy.claim.facts.cues import nouns_for_people
from discrepancy.model.claims import Name
from discrepancy.rulebook.schema import Rulebook

_NOUN_REACH = 4
_OWNER = 4
"""Units that tell whose the things are of which some are counted."""
_NO_NOUN = ("worth", "there", "here", "up", "down", "#")
_SHORT = 3
"""Letters of a word whose ending tells nothing yet."""


def counted_by(line: Line, unit: int) -> tuple[tuple[str, ...], int]:
    """What a number counts: the words of its noun group, at most four, and where they end; "six AK-47 rifles" counts rifles, "355
    damaged shops" shops, and "three men opened fire" men."""
    number = line.values[unit]
    measured = isinstance(number, QuantityMention) and bool(number.unit)
    at = unit + 1
    before = "a-(Q"
    if line.words[at : at + 1] == ("of",):
        at, before = _behind_owner(line, at + 1), "DYa-(Q"  # "four of the boats"
    while at < len(line.words) and line.tags[at] in before:
        at += 1
    words: list[str] = []
    if at == unit + 1 and line.tags[at : at + 1] == "v":
        if line.words[at].endswith("s"):  # "two bombs": a noun behind a number
            words, at = [line.words[at]], at + 1
        elif _participle(line.words[at]) and line.tags[at + 1 : at + 2] == "w":  # "355 damaged shops"
            at += 1
    while at < len(line.words) and len(words) < _NOUN_REACH and (line.tags[at] in "wN" or designation(line, at)):
        # "2,400 workers cost the yard a week", "12 polling stations open at"; but "an $8 million arms deal"
        acts = line.tags[at] == "w" and not _plural(line.words[at]) and not measured
        acts |= _participle(line.words[at]) or line.tags[at : at + 2] in ("wD", "wY", "wN")
        value = line.values[at]
        ends = isinstance(value, Age | Timex) or line.words[at] in _NO_NOUN
        ends |= bool(words) and isinstance(value, Name) and value.kind == "person"  # "at one point Bo Quist left"
        if ends or (words and _plural(words[-1]) and acts):
            break
        if _code(line, at):
            if line.words[at + 1 : at + 2] == ("s",):  # "seven AK-47s"
                words.append(f"{line.sentence.text[line.starts[at - 2] : line.ends[at]].lower()}s")
                at += 1
        elif _compound(line, at):  # "five pick-up trucks"
            words.append("".join(line.words[at : at + 3]))
            at += 2
        elif line.tags[at] == "w" or (line.tags[at] == "N" and not _letters(line, at)):
            words.append(line.words[at])
        at += 1
        while at < len(line.words) and line.tags[at] == "-" and (_letters(line, at - 1) or designation(line, at - 1)):
            at += 1
    several = line.tags[at : at + 2] == "vw" and _participle(line.words[at]) and _plural(line.words[at + 1])
    if words and several and not _plural(words[-1]):
        words, at = [*words, line.words[at + 1]], at + 2  # "11 new confirmed cases"
    if len(words) == 1 and words[0].endswith("ed") and line.tags[unit - 1 : unit] != "D" and line.tags[at : at + 1] in ("w", "P", "R"):
        return (), at  # "two managed to flee", "three escaped through a window"
    if words and not measured and line.tags[at - 1] == "N" and not _plural(words[-1]) and "w" not in line.tags[unit + 1 : at]:
        return (), at  # "900 Garden Way": a name is no noun
    singular = words and not _plural(words[-1]) and line.tags[at : at + 1] == "v"
    if singular and _plural(line.words[at]) and line.tags[unit + 1 : at] == "w" * (at - unit - 1) and _several(line, unit):
        words, at = [*words, line.words[at]], at + 1  # "six barrel bombs": several are no barrel that bombs
    return tuple(words), at


def _behind_owner(line: Line, at: int) -> int:
    """Behind whose the things are, of which some are counted: "ten of the company's | plants"; ``at`` where nobody's are told."""
    end = at
    while end < min(at + _OWNER, len(line.tags)) and line.tags[end] in "DYwN":
        end += 1
    owner = end > at and (line.tags[end : end + 1] == "H" or (line.words[end : end + 1] == ("'",) and line.words[end - 1].endswith("s")))
    return end + 1 if owner else at


def _several(line: Line, unit: int) -> bool:
    """Whether a number is of two and more."""
    value = line.values[unit]
    return isinstance(value, QuantityMention) and (value.value.low or 0) > 1


def _participle(word: str) -> bool:
    """Whether a word has the form of a participle."""
    return len(word) > _SHORT and word.endswith(("ed", "ing"))


def _plural(word: str) -> bool:
    """Whether a noun is a plural: what follows it with the form of a participle is its verb."""
    return (len(word) > _SHORT and word.endswith("s") and not word.endswith("ss")) or word in ("men", "women", "people", "children")


def _compound(line: Line, unit: int) -> bool:
    """Whether a word is the first of two that a hyphen makes one of: "pick-up", "half-tracks"."""
    tight = line.ends[unit : unit + 2] == line.starts[unit + 1 : unit + 3]
    behind = line.tags[unit + 2 : unit + 3]
    return line.tags[unit : unit + 2] == "w-" and tight and behind not in ("", "C") and line.words[unit + 2].isalpha()


def _code(line: Line, unit: int) -> bool:
    """Whether a unit is the figure of a make behind its letters: the 47 of "AK-47"."""
    return isinstance(line.values[unit], NumberCode) and unit > 1 and line.tags[unit - 1] == "-" and _letters(line, unit - 2)


def _letters(line: Line, unit: int) -> bool:
    """Whether a unit is a few capitals, the first half of a designation: the AK of "AK-47"."""
    written = line.sentence.text[line.starts[unit] : line.ends[unit]]
    return len(written) <= 3 and written.isupper() and written.isalpha() and written != "US"


def designation(line: Line, unit: int) -> bool:
    """Whether a figure only names a make: the 47 of "AK - 47", the fours of "four-by-four" and of "4×4"."""
    value = line.values[unit]
    around = line.words[max(0, unit - 2) : unit + 3]
    if "×" in around or ("by" in around and "-" in line.tags[max(0, unit - 1) : unit + 2]):
        return isinstance(value, QuantityMention)
    if not isinstance(value, QuantityMention) or value.unit or not value.words.isdigit():
        return False
    if unit > 1 and line.tags[unit - 2 : unit] == "DN":  # "the Route 8 boys"
        return True
    before = unit - 1
    if before > 0 and line.tags[before] == "-":
        before -= 1
    return before >= 0 and _letters(line, before)


def and_others(line: Line, end: int, counted: tuple[str, ...], rules: Rulebook) -> tuple[str, ...]:
    """People of another sort whom the number counts too: the crew of "420 passengers and crew"."""
    people = nouns_for_people(rules)
    both = bool(counted) and counted[-1] in people and line.words[end : end + 1] == ("and",) and end + 1 < len(line.words)
    return ("and", line.words[end + 1]) if both and line.words[end + 1] in people and line.tags[end + 1] == "w" else ()


def thing_of(counted: tuple[str, ...], rules: Rulebook) -> str:
    """The plural that is counted, where it is no word for people; "" otherwise."""
    plurals = [word for word in counted if len(word) > 3 and word.endswith("s") and not word.endswith("ss")]
    # What happens is no thing: the "81 homicides" of a year are events of their own.
    if not plurals or not nouns_for_people(rules).isdisjoint(counted) or plurals[-1] in lexicon_of(rules).words:
        return ""
    return plurals[-1]
