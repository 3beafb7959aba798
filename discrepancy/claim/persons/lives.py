"""The days in somebody's life that articles tell beside the news: when he was arrested, when she died.

Takes the times of an article and the lines they stand in; gives claims on dates of a person. An event that lies far back is told in
half a sentence and shares nothing with its telling elsewhere but whom it befell, so the day is that person's. What an article dates twice,
or tells as one of several times, is left alone, and so is the news itself: its events are dated where they are told.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from discrepancy.annotate.clauses import clause
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import object_of
from discrepancy.annotate.parties import full
from discrepancy.annotate.subjects import subject
from discrepancy.annotate.verbgroups import passive
from discrepancy.claim.evidence import Claims
from discrepancy.claim.owners import named_in
from discrepancy.claim.persons.meant import told_before
from discrepancy.claim.times.before import of_what_for
from discrepancy.claim.times.resolved import ResolvedTime
from discrepancy.model.text import Span
from discrepancy.rulebook.kinds.grammar import Life
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

RULE = "date.of-a-life"
_BACK = 60
"""Days before the article from which on something is no news of its."""
_PARTS: dict[str, Life] = {
    "arrest": "taken-in",
    "death": "passed-away",
    "capture": "captured",
    "resignation": "resigned",
    "dismissal": "dismissed",
    "swearing-in": "sworn-in",
    "defection": "defected",
    "rise to power": "into-power",
    "sentencing": "sentenced",
    "arrival": "arrived",
}
_TELLING: tuple[Life, ...] = (*_PARTS.values(), "comes")
_NEWS = ("resignation", "dismissal", "swearing-in", "sentencing", "arrival")
"""What somebody does or suffers once in an office, and is no event with a toll: its day is that person's however near it lies."""
_ACTIVE = ("death", "resignation", "defection", "rise to power", "arrival")
_SENT = 8
"""Units behind "sent" within which "to prison" stands."""
_TITLE = 5
"""Words that an office has at most: "the Prime Minister", "the minister of the interior"."""


def life_claims(times: Sequence[ResolvedTime], lines: Sequence[Line], claims: Claims, published: date | None, rules: Rulebook) -> set[int]:
    """Adds the claims; gives the offsets of the times that they hold."""
    found: dict[tuple[str, str], list[tuple[ResolvedTime, Span]]] = {}
    for time in times if published is not None else ():
        if published is None or (ago := _ago(time)) is None or ago > published:
            continue
        line = lines[time.sentence]
        unit = line.unit_from(time.span.start)
        verb = None if of_what_for(line, unit) else _verb(line, unit, rules)
        what = _what(line, verb, rules) if verb is not None else ""
        if (
            verb is None
            or not what
            or not (what in _NEWS or (_printed(time) and (published - ago).days > _BACK))
            or not words_of(rules, "once-more").isdisjoint(line.words)
        ):
            continue
        if who := _whom(time.sentence, verb, what, lines, claims, rules):
            found.setdefault((who, what), []).append((time, line.span(min(verb, unit), max(verb, unit) + 1)))
    held = set()
    for (who, what), told in found.items():
        if len({time.when for time, _ in told}) == 1 and (when := told[0][0].when) is not None:
            claims.add("date", when, told[0][1], RULE, entity=who, scope=what)
            held.add(told[0][0].span.start)
    return held


@cache
def _known(rules: Rulebook) -> frozenset[str]:
    """All verbs that tell of a day in a life."""
    return frozenset[str]().union(*(words_of(rules, part) for part in _TELLING))


def _what(line: Line, verb: int, rules: Rulebook) -> str:
    """What a verb tells of in somebody's life; "" for anything else."""
    if line.words[verb + 1] in words_of(rules, "captive"):
        return "capture"
    what = next((what for what, part in _PARTS.items() if line.words[verb] in words_of(rules, part)), "")
    behind = line.words[verb + 1 : verb + 3]
    if line.words[verb] in words_of(rules, "comes") and behind[:1] in (("to",), ("in",)) and line.tags[verb + 2 : verb + 3] == "N":
        return "arrival"  # "came to Zenda on Tuesday"
    if line.words[verb] == "sent":
        sent = line.words[verb + 1 : verb + _SENT]
        return "sentencing" if any(one == "to" and other in words_of(rules, "prison") for one, other in pairwise(sent)) else ""
    return "" if what == "rise to power" and words_of(rules, "in-power").isdisjoint(behind) else what


def _verb(line: Line, unit: int, rules: Rulebook) -> int | None:
    """The verb that a time behind it in its clause dates, with no other time and no other act between; right before a verb a time dates
    that one: "a court on Tuesday sentenced"."""
    start, _ = clause(line, unit)
    if start and line.words[start - 1] == "as":  # "resigned as finance minister on Tuesday"
        start, _ = clause(line, start - 1)
    known = _known(rules)
    verb = next((at for at in range(unit - 1, start - 1, -1) if line.tags[at] == "v" or line.words[at] in known), None)
    if verb is None and line.words[unit - 3 : unit - 2] == ("taken",) and line.words[unit - 2] in words_of(rules, "captive"):
        verb = unit - 3  # "was taken prisoner in May 2021"
    if verb is None and line.words[unit + 1 : unit + 2] and (line.tags[unit + 1] == "v" or line.words[unit + 1] in known):
        return unit + 1
    between = () if verb is None else range(verb + 1, unit)
    term = verb is not None and line.words[verb] in words_of(rules, "sentenced")  # "was jailed for eight years on Monday"
    return None if any((line.tags[at] == "T" and not term) or line.words[at].endswith("ing") for at in between) else verb


def _ago(time: ResolvedTime) -> date | None:
    """The last day of a time that is a day, a month or a year."""
    when = time.when if time.type == "DATE" and time.anchor != "event" else None
    return None if when is None or when.first is None or when.approx or when.extent else when.last


def _printed(time: ResolvedTime) -> bool:
    """Whether a time can be told without its surroundings: not "the next morning"."""
    return time.when is not None and (time.when.precision in ("month", "year") or any(letter.isdigit() for letter in time.timex.words))


def _apposed(line: Line, verb: int) -> str | None:
    """Whom an aside tells of: "Rudd, a former colonel who defected in 2011"."""
    at = verb - 1 - (line.tags[verb - 1 : verb] == "b")
    if line.words[at : at + 1] != ("who",):
        return None
    while at > 1 and line.tags[at - 1] in "wDa-":
        at -= 1
    if line.tags[at - 3 : at - 2] == "K":  # "Rudd, 67, who"
        at -= 2
    named = named_in(line, at - 2, at - 1, "person") if line.tags[at - 1 : at] == "K" else []
    return full(named[0][1]) if named else None


def _whom(index: int, verb: int, what: str, lines: Sequence[Line], claims: Claims, rules: Rulebook) -> str | None:
    """The one person whom a verb befell, or who resigned."""
    line = lines[index]
    aside = line.tags[verb - 1 : verb] == "K" and line.words[verb - 3 : verb - 2] != ("of",)  # not "the chairman of Bo Quist, resigned"
    if aside and (close := named_in(line, verb - 2, verb - 1, "person")):
        return full(close[0][1])  # "Rudd, captured in May 2022"
    if found := _apposed(line, verb):
        return found
    group = subject(line, verb) if what in _ACTIVE or passive(line, verb) else object_of(line, verb)
    if group is None:
        return None
    if line.words[group[0]] in ("he", "she", "him", "her") and group[1] - group[0] == 1:
        return told_before(index, lines, claims.said, rules)
    behind = (
        named_in(line, group[1] + 1, group[1] + 2, "person") if line.tags[group[1] : group[1] + 1] == "K" else []
    )  # "his wife, Ann Rudd,"
    told = [(at, name) for at, name in (*named_in(line, *group, "person"), *behind) if line.words[at - 1 : at] != ("of",)]
    named = {full(name) for at, name in told if line.tags[at + 1 : at + 2] != "H"}  # neither Bo Quist's wife nor the wife of Bo Quist
    if not named and (bearer := _bearer(line.words[group[0] : group[1]], lines)):
        return bearer
    several = "Q" in line.tags[group[0] : group[1]] or "C" in line.tags[group[0] : group[1]]
    return named.pop() if len(named) == 1 and not several else None


def _bearer(words: Sequence[str], lines: Sequence[Line]) -> str | None:
    """The one person whom the article calls by an office, where the office stands for him or her: "the Prime Minister"."""
    office = " ".join(words[1:] if words[:1] == ("the",) else ())
    if not office or len(words) > _TITLE:
        return None
    called = set()
    for line in lines:
        for at, name in line.named:
            if name.kind != "person":
                continue
            before = " ".join(line.words[max(0, at - _TITLE) : at - (line.tags[at - 1 : at] == "K")])  # "its prime minister, Ann Rudd"
            behind = " ".join(line.words[at + 1 : at + 1 + _TITLE]).removeprefix(", ").removeprefix("the ")
            if name.title.lower() == office or f" {before}".endswith(f" {office}") or f"{behind} ".startswith(f"{office} "):
                called.add(full(name))
    return called.pop() if len(called) == 1 else None
