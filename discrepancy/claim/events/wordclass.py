"""Whether a word that can be noun, verb or adjective names an event as a noun, as a verb, or only describes.

Takes a line and the unit of the word; says what it is by its neighbours, for no tagger stands behind the line.
"""

from __future__ import annotations

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import noun_group
from discrepancy.annotate.party_words import party_words
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_OF = frozenset(("of", "for", "in", "with", "about"))
"""Prepositions behind which a participle and a noun are a noun group."""


def is_noun(line: Line, unit: int) -> bool:
    """Whether a word that can be noun or verb is a noun here."""
    before = line.tags[unit - 1] if unit else ""
    after = line.tags[unit + 1] if unit + 1 < len(line.tags) else ""
    word = line.words[unit]
    if line.words[unit + 1 : unit + 2] == ("that",) and "".join(line.tags[unit + 2 : unit + 3]) in tuple("vbhm"):
        after = "R"  # "a shooting that killed two"
    if before in ("D", "Y", "Q", "H", "-") and before:
        return not (word.endswith("ing") and after in "DYQN" and after)
    if before == "P":
        return not (line.words[unit - 1] == "to" or (word.endswith("ing") and after and after in "DYQNR"))
    if before in ("m", "d", "O", "R"):
        return False
    if word.endswith("ing"):
        return not (before in ("b", "K", "C") and bool(before)) and after not in ("D", "Y", "N", "Q")
    if before == "N" and after and after in "DYQN":
        return False
    return not (before in ("N", "w") and after and after in "DYQ")


def forces_act(line: Line, unit: int, rules: Rulebook) -> bool:
    """Whether several who bear arms stand before a word and what they do it to behind it, as in a headline: "militants storm base"."""
    who = line.words[unit - 1] if unit else ""
    bear_arms = words_of(rules, "armed") | words_of(rules, "attacker")
    several = who in words_of(rules, "armed-many") or (who in bear_arms and who.endswith(("s", "men")))
    return several and line.tags[unit + 1 : unit + 2] in ("D", "Y", "N", "Q", "w") and not line.words[unit].endswith("s")


def infinitive(line: Line, unit: int, rules: Rulebook) -> bool:
    """Whether a word that is listed as a noun is what somebody means to do: "meant to murder the mayor", "threatened to murder judges"."""
    if line.words[max(0, unit - 1) : unit] != ("to",) or line.words[unit] not in words_of(rules, "timeless"):
        return False
    behind = line.tags[unit + 1 : unit + 2]
    return behind in ("D", "Y", "N", "Q", "O") or (behind == "w" and _people(line, unit + 1, rules))


def _people(line: Line, at: int, rules: Rulebook) -> bool:
    """Whether people stand at a unit to whom something is done, and not those of whom the word before tells: "to murder | judges", not
    "linked to murder | suspects", "confessed to murder | charges"."""
    end = noun_group(line, at, len(line.words))[1]
    head = line.words[end - 1]
    words = party_words(rules)
    return line.tags[end - 1] == "N" or (
        head in words.actor and head not in words.harmful | words_of(rules, "inquiry") | words_of(rules, "of-crime")
    )


def adjectival(line: Line, unit: int) -> bool:
    """A participle that only describes: "the wounded man", "a trade in kidnapped children"."""
    before = line.tags[unit - 1] if unit else ""
    after = line.tags[unit + 1] if unit + 1 < len(line.tags) else ""
    if before == "P" and line.words[unit].endswith("ed") and line.words[unit - 1] in _OF:
        return after == "w"
    return (before in ("D", "Y") and after in ("w", "N") and before != "") or _post_of(line, unit)


def _post_of(line: Line, unit: int) -> bool:
    """Whether a participle behind *to* and a verb describes whoever bears a name: "to honour | assassinated senator Bo Quist"."""
    described = line.words[unit].endswith("ed") and line.tags[unit + 1 : unit + 3] == "wN"
    return described and unit > 1 and line.words[unit - 2] == "to" and line.tags[unit - 1] in "wv"


def counted(line: Line, unit: int) -> bool:
    """A plural noun that is spelled as a verb, with its number or owner: "two bombs", "the bombs", "died of his wounds"."""
    return unit > 0 and line.tags[unit - 1] in "QDY" and line.words[unit].endswith("s") and line.words[unit - 1] != "that"
