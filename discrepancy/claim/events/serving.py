"""The army behind soldiers without a name: "troops shot two students" means the army that the article names, and "men in uniform" lets a
reader suspect it.

Takes the lines of an article and a happening; gives the army as printed, or "". Soldiers serve the one army of which an article tells, or
that of their own country; where it tells of the armies of two countries, those of nobody's serve neither. The words are
``rules/roles/words.yaml``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.parties import Party
from discrepancy.annotate.states import states
from discrepancy.claim.events.drafts import Draft
from discrepancy.claim.events.groups import Named, armed_words
from discrepancy.claim.events.happening import Happening
from discrepancy.model.claims import Name
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_WORN_WITHIN = 7
"""Units behind people within which their uniform is told: "men armed with rifles and wearing uniforms"."""


@dataclass(frozen=True, slots=True)
class _Army:
    """An army where an article names it: the word for it, its country, and the words as printed."""

    word: str
    state: str
    printed: str


def army_of_soldiers(happening: Happening, groups: Sequence[Named], lines: Sequence[Line], rules: Rulebook) -> str:
    """The army that the soldiers serve who did it: "soldiers", "Ruritanian troops"."""
    for draft, who in _nameless(happening):
        line = lines[draft.line]
        if _soldiers(line, who, rules):
            return _army(_state_of(line, who.start, who.end, rules), groups, lines, rules)
    return ""


def army_of_uniforms(happening: Happening, groups: Sequence[Named], lines: Sequence[Line], rules: Rulebook) -> str:
    """The army whose uniform those wore who did it: "men in army uniforms", "uniformed men"."""
    for draft, who in _nameless(happening):
        worn = _uniform(lines[draft.line], who, rules)
        if worn:
            return worn if worn in words_of(rules, "army") else _army("", groups, lines, rules)
    return ""


def one_army(forces: Sequence[str]) -> tuple[str, ...]:
    """Forces without "military" where it is another word for the army told beside it."""
    named = any(force.lower().endswith(("army", "armed forces")) for force in forces)
    return tuple(force for force in forces if not named or force.lower() != "military")


def _nameless(happening: Happening) -> Iterator[tuple[Draft, Party]]:
    return ((draft, who) for draft in happening.drafts for who in draft.actors if who.kind in ("label", "state", "group"))


def _soldiers(line: Line, who: Party, rules: Rulebook) -> bool:
    words = line.words[who.start : who.end]
    return words[-1] in words_of(rules, "soldier") and armed_words(rules).beside.isdisjoint(words[:-1])  # "rebel troops"


def _uniform(line: Line, who: Party, rules: Rulebook) -> str:
    """What tells whose uniform people wore, "army", "in" of plain "in uniform"; "" where they wore none or that of a school or a firm."""
    if "uniformed" in line.words[who.start : who.end]:
        return "uniformed"
    for unit in range(who.end, min(who.end + _WORN_WITHIN, len(line.words))):
        if line.tags[unit] in "SRs":
            return ""
        if line.words[unit] in words_of(rules, "uniform"):
            before = line.words[unit - 1]
            return before if before in words_of(rules, "wearing") | words_of(rules, "army") | words_of(rules, "of-soldiers") else ""
    return ""


def _army(state: str, groups: Sequence[Named], lines: Sequence[Line], rules: Rulebook) -> str:
    """The army of a state, or the one that the article names; of several words for it the one it uses most, as first printed."""
    found = list(_armies(groups, lines, rules))
    told = {army.state for army in found} - {""}
    if state and told - {state}:
        found = [army for army in found if army.state == state]
    elif len(told) > 1:
        return ""
    counts = Counter(army.word for army in found)
    return next((army.printed for army in found if counts[army.word] == max(counts.values())), "")


def _armies(groups: Sequence[Named], lines: Sequence[Line], rules: Rulebook) -> Iterator[_Army]:
    armed = {(found.line, found.unit) for found in groups}
    words = words_of(rules, "army")
    for index, line in enumerate(lines):
        for unit, word in enumerate(line.words):
            end = unit + 1 + (word not in words and f"{word} {line.words[min(unit + 1, len(line.words) - 1)]}" in words)
            text = " ".join(line.words[unit:end])
            called = next((army for army in words if text == army or text.endswith(f" {army}")), "")
            if not called or (index, unit) in armed or (called == "military" and line.tags[end : end + 1] in tuple("wN-")):
                continue
            own = text.removesuffix(called).strip()  # "the Ruritanian Armed Forces" is one name
            named = unit > 0 and isinstance(line.values[unit - 1], Name)
            start = unit - 1 if named and not own else unit
            state = states(rules).of(own.title()) if own else _state_of(line, start, unit, rules)
            if own and not state:
                continue  # "the Salvation Army"
            yield _Army(called, state, line.span(start if state else unit, end).of(line.sentence.text))


def _state_of(line: Line, start: int, end: int, rules: Rulebook) -> str:
    return next((state for _, name in line.names(start, end) if (state := states(rules).of(name.text))), "")
