"""Event types: the closed set of things that happen, each with its words and the parts its grammar gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from discrepancy.rulebook.schema import Rule

Role = Literal["actor", "target", "victims", "weapon", "place", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType(Rule):
    """One way of naming an event of ``type``.

    ``nouns`` and ``verbs`` are all forms, as printed; ``noun_phrases`` and ``verb_phrases`` have several words. ``before`` are words that make
    a following noun of this type one phrase with it ("air" strike, "car" bomb) and that name the weapon when they stand in the weapon rule.
    ``roles`` says what a preposition after the noun or verb brings (``by: actor``); ``subject`` and ``object`` what the verb's neighbours are.
    ``weak`` words only count where the sentence names somebody, a place, a time or a toll beside them ("raid", "fire"). ``outcome`` types
    (killed) belong to the event that caused them, where the article names one. ``refers`` types never begin an event that another
    word of the article can name ("incident", "violence"). ``against_state``: a state that does it does it in another country.
    """

    type: str
    nouns: tuple[str, ...] = ()
    noun_phrases: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    verb_phrases: tuple[str, ...] = ()
    roles: Mapping[str, str]
    subject: Role = "actor"
    object: Role = "target"
    weak: bool = False
    outcome: bool = False
    refers: bool = False
    against_state: bool = False
    rank: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLimits(Rule):
    """Thresholds of event reading: ``old_days`` before publication from which an event is background; ``recall_sentences`` over which a
    bare pronoun still reaches back; weights of the reasons by which the main event is chosen."""

    needs_examples = False

    old_days: int
    recall_sentences: int
    reasons: Mapping[str, float]
