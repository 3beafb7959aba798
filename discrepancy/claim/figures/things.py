"""What a figure or a year is of, where that is a thing: the bridge that cost so much, the plant that employs so many.

Takes units of the lines of an article; gives the thing as printed, a noun in lower case or a name, and "" where nothing in the words around
says which it is. Whether two articles mean one thing is not asked here.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from discrepancy.annotate.clauses import clause
from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import Range, noun_group
from discrepancy.annotate.parties import full
from discrepancy.annotate.subjects import subject
from discrepancy.claim.facts.cues import Fit, nouns_for_people
from discrepancy.claim.figures.counted import counted_by
from discrepancy.model.claims import Name
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_SHORTEST = 3
"""Letters of a noun that can name a thing."""
_NO_NOUN = ("there", "here")
_GROUP = 4
"""Units before a noun within which the article of its group stands."""
_DEFINITE = frozenset(("the", "this", "its", "their", "his", "her", "our"))
_INSIDE = frozenset(("of", "in", "on", "at", "near", "over", "from", "for", "between"))
"""Words between a thing and what only tells more of it."""
_POINTING = frozenset(("it", "its", "they", "their", "which", "that"))
_MEASURED = frozenset(("money", "distance", "duration"))
"""Attributes whose figures stand before the thing itself: "a 12-kilometre line"; what a count stands before is what is counted."""


def definite_subject(line: Line, verb: int) -> str:
    """What was built or closed: the one noun or name that is the verb's subject; "" for something indefinite, which may be anything."""
    at = _subject_head(line, verb)
    if at is None:
        return ""
    if isinstance(line.values[at], Name):
        return _named(line, at)
    definite = any(word in _DEFINITE for word in line.words[max(0, at - _GROUP) : at])
    return f"the {line.words[at]}" if definite and _named(line, at) else ""


def pointed_at(lines: Sequence[Line], index: int, verb: int, rules: Rulebook) -> str:
    """The thing for which a pronoun stands that is the subject of a verb of line ``index``: "It was built in 1978"; "" for none."""
    line = lines[index]
    found = subject(line, verb)
    if found is None or found[1] != found[0] + 1 or line.words[found[0]] not in ("it", "which"):
        return ""
    named = _pointed(lines, index, found[0], rules)
    return named if named[:1].isupper() or not named else f"the {named}"


def thing_measured(lines: Sequence[Line], index: int, unit: int, fit: Fit, rules: Rulebook) -> str | None:
    """The thing that the figure at ``unit`` of line ``index`` is of: the noun it stands before ("a 12-kilometre line"), whose it is ("the
    zoo's 140 keepers"), what its cue brings ("850 people work at the mine"), what it is told beside ("the bridge, 2.4 kilometres long"),
    or the subject of its verb ("the bridge cost"). A pronoun points to the subject before it; people who are counted as the subject are of
    no thing. "The old bridge" and "another ferry" are told from the bridge and the ferry. None for what is no figure, as the eight of "8
    Mile Road" is none."""
    line = lines[index]
    measured = fit.cue.gives in _MEASURED
    if measured and fit.cue.heads:
        at = max((at for at in range(unit + 1, fit.end) if line.words[at] in fit.cue.heads), default=unit)
        return _called(line, at, rules) if line.sentence.text[line.starts[at]].islower() else None
    own = frozenset(word for phrase in (*fit.cue.before, *fit.cue.after) for word in phrase.split())
    if line.tags[unit + 1 : unit + 2] == "-" and not measured:  # "a 280-bed hospital"
        return _called(line, counted_by(line, unit)[1] - 1, rules)
    if measured and fit.start == unit and line.tags[max(0, unit - 2) : unit] in ("Dw", "Yw"):  # "a queue five kilometres long"
        return _called(line, unit - 1, rules)
    group = noun_group(line, fit.end, len(line.words)) if line.words[fit.end - 1] in own and fit.end > unit + 1 else (0, 0)
    if group[1] > group[0]:
        return _head(line, group, own, rules)
    if line.words[unit - 1 : unit] == ("at",) and line.tags[unit + 1 : unit + 2] == "K":  # "at 185 metres, the tower is the tallest"
        return _head(line, noun_group(line, unit + 2, len(line.words)), own, rules)
    if line.tags[unit - 1 : unit] == "H":
        return _called(line, unit - 2, rules)
    if line.words[unit - 1 : unit] == ("by",) and line.words[unit - 2] not in own and (moved := _called(line, unit - 2, rules)):
        return moved  # "cut pensions by 12 percent"
    if line.words[unit - 1 : unit] in (("its",), ("their",)):
        with_it = line.words[unit - 2 : unit - 1] == ("with",)
        return _called(line, unit - 3, rules) if with_it else _pointed(lines, index, unit - 1, rules)
    if line.words[fit.start : fit.start + 1] == ("with",) and (
        named := _called(line, fit.start - 1 - (line.tags[fit.start - 1] == "K"), rules)
    ):
        return named
    if line.words[fit.start + 1 : fit.start + 2] in (("of",), ("for",)):  # "put the cost of the school at"
        group = noun_group(line, fit.start + 2, unit)
        if group[1] > group[0]:
            return _head(line, group, own, rules)
    beside = measured and fit.start == unit and line.tags[unit - 1 : unit] == "K"
    if beside and (named := _called(line, unit - 2, rules)):
        return named
    verb = _verb(line, unit, fit) if measured or fit.start < unit else None
    found = subject(line, verb) if verb is not None else None
    if found is None:
        return ""
    if line.words[found[0]] in _POINTING and found[1] == found[0] + 1:
        return _pointed(lines, index, found[0], rules)
    return _head(line, _outward(line, found), own, rules)


def _verb(line: Line, unit: int, fit: Fit) -> int | None:
    """The verb before a figure: a known one, or the word of its cue where that stands behind a noun, "the bridge cost"."""
    for at in range(unit - 1, clause(line, unit)[0] - 1, -1):
        if line.tags[at] in "vbhdm" or (at == fit.start and line.tags[at] == "w" and line.tags[at - 1 : at] not in ("D", "Y", "P", "H")):
            return at
    return None


def _pointed(lines: Sequence[Line], index: int, unit: int, rules: Rulebook) -> str:
    """The thing that a pronoun points to: the subject that its sentence has named before, else the one of the sentence before."""
    for line, end in ((lines[index], unit), (lines[index - 1], None)) if index else ((lines[index], unit),):
        verb = next((at for at, tag in enumerate(line.tags[:end]) if tag in "vbhdm"), None)
        at = _subject_head(line, verb) if verb is not None else None
        if at is not None and (named := _called(line, at, rules)):
            return named
    return ""


def _head(line: Line, group: Range, own: Collection[str], rules: Rulebook) -> str:
    """The head of a noun group; of "the cost of the repairs" the repairs, where ``own`` holds the cost."""
    start, end = group
    if end <= start:
        return ""
    last = next((at - 1 for at in range(start + 1, end) if line.tags[at] == "P"), end - 1)
    if line.words[last] not in own:
        return _called(line, last, rules)
    if line.words[last + 1 : last + 2] in (("of",), ("for",)):
        return _head(line, noun_group(line, last + 2, len(line.words)), own, rules)
    return ""


def _called(line: Line, at: int, rules: Rulebook) -> str:
    """The noun or the name at a unit, with a word that sets it apart from the thing of the news: "old bridge", "another ferry"."""
    named = _named(line, at)
    if not named or named[0].isupper():
        return named
    if named in nouns_for_people(rules):
        return ""
    start = at
    while start > max(0, at - _GROUP) and line.tags[start - 1] in "DYwaQ-":
        start -= 1
    other = next((word for word in line.words[start:at] if word in words_of(rules, "other-thing")), "")
    return f"{other} {named}".strip()


def _subject_head(line: Line, verb: int) -> int | None:
    """The unit of the noun or name that is the verb's subject."""
    group = subject(line, verb)
    if group is None or group[1] <= group[0]:
        return None
    first, end = _outward(line, group)
    return next((at - 1 for at in range(first + 1, end) if line.tags[at] == "P"), end - 1)


def _outward(line: Line, group: Range) -> Range:
    """A noun group, or the noun of which it only tells more: of "the infirmary on Mill Street, which was built" the infirmary."""
    first, end = group
    while first > 1 and line.words[first - 1] in _INSIDE:
        first, end = first - 2, first - 1
    return first, end


def _named(line: Line, at: int) -> str:
    """The noun or the name at a unit; "" for people, pronouns and anything else that is no thing."""
    if at < 0:
        return ""
    value = line.values[at]
    if isinstance(value, Name):
        return full(value) if value.kind != "person" else ""
    plain = line.tags[at] == "w" and len(line.words[at]) >= _SHORTEST and line.words[at] not in _NO_NOUN
    return line.words[at] if plain else ""
