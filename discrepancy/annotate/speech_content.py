"""Where what is said begins and ends, and the cues that say so.

Takes a line and a unit; gives units. Knows nothing of who speaks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.noungroups import Range, noun_group
from discrepancy.annotate.numbers import QuantityMention
from discrepancy.annotate.subjects import subject
from discrepancy.rulebook.kinds.speech import SpeechCue
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_POSSESSIVE = ("'s", "’s")
_COUNT = 14
"""Units behind a verb of counting within which the number and the word for the toll stand."""


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of speech: by word, by the first word of a phrase with the rest of it, the longest first; ``begin`` opens any of them,
    ``verbs`` are the words that are verbs."""

    words: dict[str, SpeechCue]
    phrases: dict[str, tuple[tuple[tuple[str, ...], SpeechCue], ...]]
    begin: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()


@cache
def cues_of(rules: Rulebook) -> Cues:
    """The cues of a rulebook, made once."""
    words: dict[str, SpeechCue] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], SpeechCue]]] = {}
    for cue in rules.of(SpeechCue):
        for word in cue.words:
            words.setdefault(word.lower(), cue)
        for phrase in cue.phrases:
            first, *rest = phrase.lower().split()
            phrases.setdefault(first, []).append((tuple(rest), cue))
    ordered = {k: tuple(sorted(v, key=lambda e: (-len(e[0]), e[0]))) for k, v in phrases.items()}
    verbs = frozenset(word.lower() for cue in rules.of(SpeechCue) if cue.form == "verb" for word in cue.words)
    return Cues(words, ordered, frozenset(words) | frozenset(ordered), verbs)


def is_verb(line: Line, unit: int) -> bool:
    """Not "the claims", "Iran's report", "claims of": a noun."""
    if unit and line.tags[unit - 1] in "DYHQP":
        return False
    following = line.words[unit + 1 : unit + 3]
    return following[:1] not in (("of",), ("responsibility",), ("lives",)) and following != ("the", "lives")


def counts_people(line: Line, at: int, rules: Rulebook, *, passive: bool = False) -> bool:
    """Whether a count of people who were hit follows: a number, and a word for a toll beside it; of "the toll was put at" and "it put it
    at" the word stands before. Or who counted a crowd: "put the turnout at 7,000"."""
    end = next((unit for unit in range(at, min(len(line.tags), at + _COUNT)) if line.tags[unit] == "S"), min(len(line.tags), at + _COUNT))
    toll = words_of(rules, "toll")
    told = line.words[0 if passive or line.words[at : at + 1] == ("it",) else at : end]
    crowd = line.tags[at : at + 1] == "D" and line.words[at + 1] in words_of(rules, "attendance") and line.words[at + 2] == "at"
    return (crowd or any(word in toll for word in told)) and any(isinstance(v, QuantityMention) for v in line.values[at:end])


def elided(line: Line, at: int) -> tuple[Range, Range] | None:
    """The second speaker of a count, who shares its verb, and his number: "the ministry counts 14 dead, the monitor 24"; ``at`` is where
    the first count begins."""
    comma = line.tags.find("K", at)
    if comma < 0 or "Q" not in line.tags[at:comma]:
        return None
    start = comma + 1 + (line.tags[comma + 1 : comma + 2] == "C")
    end = noun_group(line, start, len(line.tags))[1]
    closes = line.tags[end : end + 1] in ("", "S", "K")
    if line.tags[start : start + 1] != "D" or line.tags[end - 1] != "Q" or end - start < 3 or not closes:
        return None
    return (start, end - 1), (end - 1, end)


def owner_of(line: Line, unit: int) -> Range | None:
    """Whose count a noun is: "the ministry" of "the ministry's own count"; None without a possessive."""
    at = unit - 1
    while at > max(0, unit - 4) and line.tags[at] in "aw" and not line.words[at].endswith(_POSSESSIVE):
        at -= 1
    if at < 0 or not (line.tags[at] == "H" or line.words[at].endswith(_POSSESSIVE)):
        return None
    end = at if line.tags[at] == "H" else at + 1
    start = end
    while start > 0 and line.tags[start - 1] in "NwDa" and not (start < end and line.words[start - 1].endswith(_POSSESSIVE)):
        start -= 1
    return (start, end) if start < end else None


def counting(line: Line, group: Range, cues: Cues) -> Range | None:
    """Whose count a noun group is that ends in a noun for one."""
    last = group[1] - 1
    cue = cues.words.get(line.words[last])
    return owner_of(line, last) if cue is not None and cue.form == "noun" else None


def content_begin(line: Line, at: int) -> int | None:
    """Where the content behind the cue begins, or None when nothing follows: an addressee, *that*, a colon and times
    are skipped; a time behind *that* belongs to the content ("said that on Friday the dam broke")."""
    tags, words = line.tags, line.words
    end = len(tags)
    while at < end:
        if words[at] == "that" and (tags[at + 1 : at + 2] == "T" or tags[at + 1 : at + 3] == "PT"):
            return at + 1
        if tags[at] in "aT" or words[at] == "that":
            at += 1
        elif tags[at] == "P" and at + 1 < end and tags[at + 1] == "T":
            at += 2
        elif tags[at] in "KS" and at + 1 < end and tags[at + 1] in '"sDNOwQYP' and words[at] in (":", ","):
            at += 1
        elif tags[at : at + 2] == "Kv" and words[at + 1].endswith("ing"):
            return at + 1  # "nine died, police said, making it the worst fire in years"
        elif tags[at] == "P" and (that := _that_after(line, at)) is not None:
            at = that
        elif tags[at] in 'S"(' and (at + 1 >= end or not any(t in "wNv" for t in tags[at + 1 :])):
            return None
        else:
            return at
    return None


def _that_after(line: Line, at: int) -> int | None:
    """Where *that* follows a place or an occasion: "said during a meeting with his counterpart that …"."""
    for later in range(at, min(len(line.tags), at + 15)):
        if line.words[later] == "that":
            return later
        if line.tags[later] not in "PDYNwHTQ-":
            return None
    return None


def only_trailing(line: Line, begin: int) -> bool:
    """Whether what follows "X said" is only where or when it was said: "he said in a statement"."""
    rest = line.tags[begin:].rstrip('S"')
    return (rest[:1] == "P" and "v" not in rest and not any(t in rest for t in "bhdm")) or rest == ""


def content_start(line: Line, end: int) -> int:
    """Where the content before a cue begins: behind the last full stop, semicolon or dash, else the sentence's
    start."""
    start = end
    while start > 0 and line.tags[start - 1] != "S":
        start -= 1
    return start


def content_end(line: Line, begin: int, cues: Cues) -> int:
    """Where a content ends: at the sentence's end, or where another clause of its own brings another speaker."""
    tags, words = line.tags, line.words
    if words[begin] == "to" and "K" in tags[begin:]:  # "the group Iran claims to have hit, is …"
        return tags.index("K", begin)
    for at in range(begin + 1, len(tags)):
        if tags[at] == "S" and words[at] in (";",):
            return at
        if (tags[at] == "s" and words[at] in ("while", "whereas")) or (tags[at] == "B" and words[at] != "yet"):
            for later in range(at + 1, min(len(tags), at + 12)):
                cue = cues.words.get(words[later])
                if cue is not None and cue.form == "verb" and tags[later] == "v":
                    return at
    return len(tags)


def aside_end(line: Line, comma: int) -> int:
    """Behind the comma that ends "According to X, Y," where Y is who X is."""
    tags = line.tags
    at = comma + 1
    group = noun_group(line, at, len(tags))
    if group[1] > group[0] and tags[group[1] : group[1] + 1] == "K" and all(t in "NwDH" for t in tags[group[0] : group[1]]):
        return group[1] + 1
    return min(at, len(tags))


def label_content(line: Line, at: int) -> Range | None:
    """The words of a label: the quotation that follows, or the noun group."""
    tags = line.tags
    if at < len(tags) and tags[at] == '"':
        close = tags.find('"', at + 1)
        if close > at:
            return at, close + 1
    group = noun_group(line, at, len(tags))
    return group if group[1] > group[0] else None


def unparted(line: Line, verb: int) -> Range | None:
    """The source before a verb at a line's end where no comma parts it from what it says, as in texts that lost their marks: "nine died in
    the city a monitoring group said". None where commas or quotation marks stand in the line, or no article begins a second noun group.
    """
    tags = line.tags
    if verb < 4 or not _MARKED.isdisjoint(tags[:verb]) or tags[verb - 1] not in "Nw":
        return None
    for at in range(verb - 1, max(1, verb - _SOURCE_REACH), -1):
        if tags[at] == "D":
            return (at, verb) if tags[at - 1] in "NwT" and "v" in tags[:at] else None
        if tags[at] not in "Nw-P":
            return None
    return None


_MARKED = frozenset('K"')
_SOURCE_REACH = 9
"""Units before a verb of speech within which the article of its source stands."""


def behind_all(line: Line, verb: int) -> bool:
    """Whether a verb and its subject stand behind a comma or a quotation, and nothing behind them: "nine people had died, the mayor
    noted"."""
    who = subject(line, verb)
    return who is not None and who[0] > 0 and line.tags[who[0] - 1] in 'K"'
