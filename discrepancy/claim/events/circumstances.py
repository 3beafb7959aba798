"""Where and when something befell somebody, told by what went on then and is no event itself.

Takes a line and the draft of a verb, and the lexicon; fills in the draft's places and times.
"""

from __future__ import annotations

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.times import Timex
from discrepancy.claim.events.arguments import prepositions
from discrepancy.claim.events.drafts import Draft, Lexicon
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_MEANWHILE = 12
"""Units behind what befell somebody within which what he did then begins."""
_PLACING = ("in", "at", "near", "on", "off", "outside", "along")


def meanwhile(line: Line, draft: Draft, lexicon: Lexicon, rules: Rulebook) -> None:
    """Where and when something befell somebody, told by what he did then: "was shot | while driving home in Lima on Sunday"; not by what
    others did, or what is an event of its own: "as rebels attacked a base in Lima"."""
    tags, words = line.tags, line.words
    opens = next((at for at in range(draft.end, min(draft.end + _MEANWHILE, len(tags) - 2)) if tags[at] in "sSRKCv"), None)
    if opens is None or words[opens] not in words_of(rules, "meanwhile"):
        return
    if tags[opens + 1] not in "OP" and not words[opens + 1].endswith("ing"):
        return
    told = list(draft.times)
    at = opens + 1
    while at < len(tags) and tags[at] not in "sSRKCv" and words[at] not in lexicon.words:
        if tags[at] in "PT":
            at = max(at, prepositions(line, draft, at, lexicon, rules, only=_PLACING) - 1)
        at += 1
    if told or draft.type.after:
        draft.times[:] = told


def led_by(line: Line, draft: Draft, lexicon: Lexicon, rules: Rulebook) -> None:
    """Where somebody came to harm by what nobody calls an event, told before a comma: "drove a van into a crowd in Lima, | killing ten"."""
    comma = draft.start - 1
    if comma < 1 or line.tags[comma] != "K" or not line.words[draft.start].endswith("ing"):
        return
    at = comma
    while at > 0 and line.tags[at - 1] not in "sSRKC":
        at -= 1
    told = list(draft.times)
    while at < comma:
        if line.words[at] in _PLACING and not isinstance(line.values[at + 1], Timex):
            at = max(at, prepositions(line, draft, at, lexicon, rules, only=_PLACING) - 1)
        at += 1
    draft.times[:] = told
