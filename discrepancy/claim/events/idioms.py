"""Words of violence and harm that tell of none: a striker strikes, a runner collapses, a patient fights for her life.

Takes a line and drafts of its events; tells which are only ways of speaking. Knows no other line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from discrepancy.annotate.grammar import Line
from discrepancy.annotate.phrases import person_noun
from discrepancy.annotate.subjects import subject
from discrepancy.claim.events.drafts import Draft
from discrepancy.claim.events.sorts import types_of
from discrepancy.model.claims import Name
from discrepancy.rulebook.parts import words_of
from discrepancy.rulebook.schema import Rulebook

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")
_ENOUGH = 2
"""Words of a game in one line that make it one of sport."""


def of_a_body(line: Line, draft: Draft, rules: Rulebook) -> bool:
    """Whether somebody only fell or fought no armed foe: "two runners collapsed in the heat", "fought for his life",
    "fought the flames"."""
    word = line.words[draft.start]
    if word == "fought":
        behind = line.words[draft.end : draft.end + 3]
        return (behind[:1] == ("for",) and not {"life", "lives"}.isdisjoint(behind)) or not words_of(rules, "no-foe").isdisjoint(behind)
    who = subject(line, draft.start) if word in ("collapsed", "collapses") and not draft.named else None
    if who is None or who[1] <= who[0]:
        return False
    last = line.values[who[1] - 1]
    person = isinstance(last, Name) and last.kind == "person"
    return person or line.words[who[1] - 1] in ("he", "she") or person_noun(line.words[who[1] - 1], rules)


def of_words(line: Line, draft: Draft, rules: Rulebook) -> bool:
    """Whether somebody was attacked in words alone: "harshly attacked the president", "was attacked for raising taxes"."""
    if draft.named or draft.type.type != "attack" or not line.words[draft.start].startswith("attack") or draft.weapons or draft.victims:
        return False
    if any(who.kind not in ("person", "state") for who in draft.targets) or not words_of(rules, "in-earnest").isdisjoint(line.words):
        return False
    if not words_of(rules, "in-words").isdisjoint(line.words[max(0, draft.start - 2) : draft.end + 1]):
        return True
    for unit in range(draft.end, min(draft.clause[1], len(line.words) - 1)):
        if line.words[unit] == "for" and line.words[unit + 1].endswith("ing"):
            return bool(draft.targets)
        if line.words[unit] == "over" and line.tags[unit + 1] in "DY":
            return bool(draft.targets)
    return False


def of_a_game(line: Line, found: Sequence[Draft], rules: Rulebook) -> bool:
    """Whether a line tells of a game and of nobody who was killed, hurt, armed or caught: "struck twice in the cup final"."""
    sporting = types_of(rules, "sporting")
    if not any(draft.type.type in sporting for draft in found):
        return False
    said = line.sentence.text[line.starts[0] : line.ends[-1]].lower()
    words = frozenset(_WORD.findall(said))  # those of names too: "the Northern Cup"
    if len(words & words_of(rules, "played")) < _ENOUGH or words & words_of(rules, "in-earnest"):
        return False
    return all((draft.type.type in sporting or draft.type.type == "contest") and not draft.weapons for draft in found)
