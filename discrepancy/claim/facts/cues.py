"""Which words stand around a figure, and what they tell of it.

Takes a figure in a line and the rules ``measures``; gives the cues that fit, in the order of the rules. The cost grows with the words
around figures, not with the number of rules: cues are looked up by the first word of each of their phrases.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from discrepancy.annotate.clauses import clause
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.times import Timex
from discrepancy.claim.facts.parts import INCLUDING
from discrepancy.rulebook.kinds.grammar import ANYBODY
from discrepancy.rulebook.kinds.measures import MeasureCue
from discrepancy.rulebook.kinds.phrases import Population
from discrepancy.rulebook.parts import spelled
from discrepancy.rulebook.phrases import PhraseTable, spelled_out
from discrepancy.rulebook.schema import Rulebook

_FROM = (("up", "from"), ("down", "from"), ("compared", "with"))
"""Words that bring another figure, that of before."""
Side = Literal["head", "before", "after"]
_WHERE = ("in", "across")
_WHEN = "when"
"""Opens the clause that tells how it came about: words before it void nothing, "nine were injured when a bus carrying 40 passengers"."""
_BRACKET = 6
"""Units within which the second reading in brackets ends: "60 metres (200 feet) from a ridge"."""
_ASIDE = 10
"""Units within which what two commas enclose ends."""
_VERBS = frozenset("vbhdmS")
_VOID = 6
"""Units on each side of a figure within which words of ``unless`` void a cue; twice as many of a time of day."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as cues see it: its units ``[start, end)`` with a second reading in brackets, what it counts, its unit."""

    line: Line
    start: int
    end: int
    attribute: str
    unit: str
    counted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """A cue that fits a figure, the units from the words that told to the figure, and the units that lie between them."""

    cue: MeasureCue
    start: int
    end: int
    gap: int = 0


@dataclass(frozen=True, slots=True)
class _Phrase:
    order: int
    size: int
    cue: MeasureCue


_NO_PHRASES = PhraseTable[_Phrase](())


@cache
def _table(rules: Rulebook) -> tuple[Mapping[tuple[str, Side], PhraseTable[_Phrase]], Mapping[str, int]]:
    """Phrases by attribute and side; and the furthest reach of each attribute."""
    found: dict[tuple[str, Side], list[tuple[str, _Phrase]]] = {}
    reach: dict[str, int] = {}
    for order, cue in enumerate(rules.of(MeasureCue)):
        reach[cue.gives] = max(reach.get(cue.gives, 0), cue.reach)
        sides: tuple[tuple[Side, tuple[str, ...]], ...] = (("before", cue.before), ("after", cue.after))
        if not cue.before and not cue.after:
            sides = (("head", cue.heads),)
        for side, phrases in sides:
            for phrase in spelled_out(phrases):
                found.setdefault((cue.gives, side), []).append((phrase, _Phrase(order, len(phrase.split()), cue)))
    return {key: PhraseTable(phrases) for key, phrases in found.items()}, reach


def fits(figure: Figure, rules: Rulebook) -> list[Fit]:
    """The cues that fit a figure, in the order of the rules; each once."""
    table, furthest = _table(rules)
    reach = furthest.get(figure.attribute, 0)
    words, tags = figure.line.words, figure.line.tags
    made: dict[int, Fit] = {}

    def offer(side: Side, units: range, nearest: int) -> None:
        phrases = table.get((figure.attribute, side), _NO_PHRASES)
        for unit in units:
            if tags[unit] == "S" and side != "head":
                return
            for end, phrase in phrases.at(words, unit) if words[unit] in phrases.firsts else ():
                if phrase.order in made:
                    continue
                distance = 0 if side == "head" else abs(unit - nearest)
                gap = distance - phrase.size + 1 if side == "before" else distance
                if (
                    gap >= phrase.cue.reach
                    or (side == "before" and end > figure.start)
                    or not _allowed(figure, phrase.cue, max(end, figure.end), rules)
                ):
                    continue
                made[phrase.order] = Fit(phrase.cue, min(unit, figure.start), max(end, figure.end), max(gap, 0))

    # What happened in another clause measures nothing here; a call may be told in the one before its time.
    # "Gave the magnitude as 6.6": a figure right behind *as* is no clause of its own.
    told = figure.start - 2 if words[figure.start - 1 : figure.start] == ("as",) and figure.start > 1 else figure.start
    opens, closes = _part_of_others(figure)
    edge = opens if figure.attribute == "time" else max(opens, clause(figure.line, told)[0])
    offer("before", range(figure.start - 1, max(edge - 1, figure.start - 1 - reach - 3), -1), figure.start - 1)
    offer("after", range(figure.end, min(closes, figure.end + reach)), figure.end)
    behind = _behind_aside(figure)
    offer("after", range(behind, min(len(words), behind + reach) if behind else 0), behind - len(figure.counted))
    offer("head", range(figure.end, min(len(words), figure.end + len(figure.counted) + 3)), figure.end)
    return [made[order] for order in sorted(made)]


def _part_of_others(figure: Figure) -> tuple[int, int]:
    """The units between which words tell of a figure: all of its sentence, or where it is a part of others, those of its aside: "six
    people, including two children, | had been rescued"."""
    words, tags = figure.line.words, figure.line.tags
    at = figure.start - 1
    while at > 0 and tags[at] in "aD":
        at -= 1
    if at < 1 or words[at] not in INCLUDING or tags[at - 1] != "K":
        return 0, len(words)
    closes = tags.find("K", figure.end)
    return at, closes if closes >= 0 else len(words)


def _behind_aside(figure: Figure) -> int:
    """Where the sentence goes on behind what two commas say of those who are counted: "45 pupils, aged six to twelve, were on the bus"; 0
    where nothing is said."""
    tags = figure.line.tags
    opens = next((at for at in range(figure.end, min(len(tags), figure.end + len(figure.counted) + 1)) if tags[at] == "K"), 0)
    closes = tags.find("K", opens + 1, opens + _ASIDE) if opens and figure.counted else -1
    return closes + 1 if closes > 0 and _VERBS.isdisjoint(tags[opens:closes]) else 0


def _allowed(figure: Figure, cue: MeasureCue, end: int, rules: Rulebook) -> bool:
    """Whether the noun that is counted, the unit and the words around let a cue stand, whose own words end at ``end``."""
    counted = figure.counted[:1] if attributive(figure.line, figure.end) else figure.counted
    if cue.heads and not any(word in cue.heads for word in counted) and not _people(figure, cue, rules):
        return False
    if cue.heads and _only_where(figure, cue):
        return False
    if (cue.unit_of and figure.unit not in cue.unit_of) or (cue.bare and figure.counted):
        return False
    if cue.decimal and "." not in figure.line.words[figure.start]:
        return False
    if not cue.unless:
        return True
    reach = _VOID * (2 if figure.attribute == "time" else 1)
    words, last = figure.line.words, min(len(figure.line.words), figure.end + reach)
    if "{thing}" in cue.label:  # "cost 20 million, a third more than planned"
        last = next((at for at in range(end, last) if figure.line.tags[at] == "K"), last)
    first = figure.line.tags.rfind("S", max(0, figure.start - reach), figure.start) + 1 or max(0, figure.start - reach)
    if _WHEN in words[first : figure.start]:
        first = figure.start - 1 - words[first : figure.start][::-1].index(_WHEN)
    stop = figure.line.tags.find("S", end, last)  # "wants a rise of five percent; the company offered two"
    return not voided(words, first, stop if stop >= 0 else last, cue, rules)


def _only_where(figure: Figure, cue: MeasureCue) -> bool:
    """Whether a figure only tells where those stand of which the words around it tell: the villages of "half of the homes in five villages
    were destroyed"."""
    at = figure.start - 1
    while at > 0 and figure.line.tags[at] in "aD":
        at -= 1
    return at > 0 and figure.line.words[at] in _WHERE and figure.line.words[at - 1] in cue.heads


def voided(words: tuple[str, ...], start: int, end: int, cue: MeasureCue, rules: Rulebook) -> bool:
    """Whether words of ``unless`` begin among the units ``[start, end)``; of ", down from 8 percent" they are of the other figure."""
    if not cue.unless:
        return False
    ways = _voiding(cue, rules)
    return any(
        words[at + 1 : at + 1 + len(rest)] == rest and words[at : at + 2] not in _FROM
        for at in range(start, end)
        for rest in ways.get(words[at], ())
    )


@cache
def _voiding(cue: MeasureCue, rules: Rulebook) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """What voids a cue: the units behind the first one of each phrase, by that one. A time or a name of several words is one unit."""
    phrases = tuple(spelled_out(spelled(cue.unless, rules)))
    ways: dict[str, tuple[tuple[str, ...], ...]] = {phrase: ((),) for phrase in phrases}
    for first, *rest in (phrase.split() for phrase in phrases):
        ways[first] = (*ways.get(first, ()), tuple(rest))
    return ways


def attributive(line: Line, end: int) -> bool:
    """Whether the number before a unit only says of what kind something is: of "40 two-storey houses" there are not two."""
    return line.tags[end : end + 1] == "-"


def _people(figure: Figure, cue: MeasureCue, rules: Rulebook) -> bool:
    """Whether a cue for people of whatever sort meets a figure that counts some."""
    return ANYBODY in cue.heads and not nouns_for_people(rules).isdisjoint(figure.counted)


@cache
def nouns_for_people(rules: Rulebook) -> frozenset[str]:
    """All nouns for people."""
    return frozenset(word for rule in rules.of(Population) for word in rule.nouns)


def figure_at(line: Line, unit: int, attribute: str, measure: str, counted: tuple[str, ...]) -> Figure:
    """The figure at a unit; two readings of one amount, the second in brackets, are one figure to cues."""
    start, end = unit, unit + 1
    if unit > 1 and line.tags[unit - 1] == "(" and isinstance(line.values[unit - 2], QuantityMention | Timex):
        start = unit - 2
    opening = end if line.tags[end : end + 1] == "(" else -1
    if opening > 0 or start < unit:
        closing = next((u for u in range(end, min(end + _BRACKET, len(line.tags))) if line.words[u] == ")"), None)
        end = closing + 1 if closing is not None else end
    return Figure(line, start, end, attribute, measure, counted)
