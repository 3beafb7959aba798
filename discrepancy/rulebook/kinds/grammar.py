"""Classes of English words, by what they do in a sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal, get_args

from discrepancy.rulebook.schema import Rule

Speech = Literal[
    "determiner", "possessive", "preposition", "and", "or", "but", "relative", "subordinator", "be", "have", "do", "modal", "not",
    "pronoun", "reflexive", "adverb", "noun", "verb", "attributive", "carrier",
]  # fmt: skip
"""The part of speech of a word, a letter each in a line (``annotate/grammar``)."""
Who = Literal[
    "office", "plural-party", "linker", "civilian", "document", "actor", "armed", "addressing", "division", "roster", "guardian",
    "nearby", "wrecks", "one-of-them", "brought-about",
    "belongs-to", "hired-by", "mouthpiece", "branch", "other-title", "headed-body", "still-holds", "before-name", "passing-title",
    "post-changes", "not-blamed", "other-force", "lands", "armed-many", "goes-by", "one-of-a-name", "told-by-trade", "same-trade",
    "soldier", "army", "uniform", "wearing", "of-soldiers", "bearing",
]  # fmt: skip
"""For whom a noun group stands and who speaks (``annotate/parties``, ``speech``, ``places``, ``claim/persons``)."""
Deed = Literal[
    "unsure", "before-now", "another", "elsewhere", "both", "later", "own", "charge", "charged-over", "of-several", "venue", "suffers",
    "done-by", "thing-of-violence", "across", "felt", "toll", "denial", "disowning", "ceasing", "means", "wields", "munition", "series",
    "assailant", "attempted", "timeless", "no-foe", "spared", "idea", "played", "in-earnest", "vehicle", "bringing-off", "building",
    "where", "grounds", "unnamed-doer", "belong", "attacker", "projectile", "explosive", "diplomat", "claimed-deed",
    "taken-for", "outlaw", "fought", "in-words", "purpose", "threat", "hearsay", "untrue", "proves", "trying", "keeping-from",
    "past-form", "begun", "felled", "separate", "held", "presupposes", "warlike", "beside-town", "quarter", "lays", "nobody", "owned-up",
    "mission", "of-street", "of-crime", "attendance", "meanwhile", "called-of",
    "expanse", "missive", "sends", "proof", "doubting", "asks-if",
]  # fmt: skip
"""What happened, to whom and by whom (``claim/events``)."""
Dated = Literal[
    "of-one", "did-about", "occasion", "planned", "in-force", "takes-force",
    "happen", "part-of", "rages", "came-about", "made", "deed", "relief", "reaction", "made-known", "goes-on",
    "count-noun", "count-changes", "count-raises", "topic", "answer", "law", "inquiry", "decided", "died-there", "given-up", "of-wounds",
    "many", "roundly", "close-by", "says-now", "appointed", "comes-after", "told-now",
]  # fmt: skip
"""What a time dates (``claim/times``)."""
Life = Literal[
    "suspect", "dying", "gone", "death", "namesake", "renowned", "taken-in", "passed-away", "once-more", "captured", "captive", "defected",
    "into-power", "in-power", "resigned", "dismissed", "sworn-in", "sentenced", "prison", "arrived", "comes", "grave", "called", "victim",
    "turns-age", "questioned", "before-fate", "her-title", "his-title",
]  # fmt: skip
"""Days and ages of a person (``claim/persons``), and the degree of wounds."""
Public = Literal[
    "act-happens", "act-holds", "act-moved", "act-ahead", "act-past", "beside-share", "of-a-record", "estimating", "worth", "costing",
    "indicator-level", "indicator-up", "indicator-before", "indicator-ahead", "indicator-plain", "other-thing", "ballot",
]  # fmt: skip
"""Acts of public life, votes and published figures (``claim/acts``, ``claim/figures``)."""
Counted = Literal[
    "guessing",
    "left-open",
    "may-be",
    "fate-open",
    "in-hospital",
    "body",
    "own-clause",
    "plight",
    "governs-nobody",
    "no-thing",
    "herd",
    "anybody",
    "death-compound",
    "fraction",
    "house",
    "leaves",
]
"""Who is counted where people and a verb stand together (``claim/facts``)."""
ANYBODY = "<anybody>"
"""Among the heads of a rule: any noun for people."""
SUM = "<sum>"
"""Among the heads of an idiom: a sum of money or a share."""
Voyage = Literal["voyager", "bound-for", "come-from", "conveying", "collided", "to-the-rescue"]
"""Where what came to grief was going (``claim/voyages``)."""
Part = Literal[Speech, Who, Deed, Dated, Life, Public, Counted, Voyage]
"""What a word does, by who asks for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar(Rule):
    """Words of one part of speech, or of one job that readers and rules ask for by the name of the ``part``: what the job is, and what
    comes of it, stands in the ``because`` of the rule. ``words`` may be phrases where the job has some. Parts of speech give a word
    its letter in a line, and a word in two of them takes the first of the file.

    Among the words of another rule ``<explosive>`` stands for the words of that part: in ``beside`` of an event type, ``heads`` and
    ``unless`` of an idiom and ``unless`` of a measure.
    """

    needs_examples: ClassVar[bool] = False  # single words show nothing; the rules that use them carry the examples

    part: Part
    words: tuple[str, ...]


def parts_named(words: Iterable[str]) -> tuple[Part, ...]:
    """The parts of the grammar that stand in angle brackets among the words of a rule."""
    named = {word[1:-1] for word in words if word.startswith("<")}
    return tuple(part for part in get_args(Part) if part in named)


def without_part(words: Iterable[str], key: str) -> Iterator[str]:
    """A sentence for each word in angle brackets under a key that is no part of the grammar."""
    for word in words:
        if word.startswith("<") and word[1:-1] not in get_args(Part):
            yield f"{key!r} names {word}, and the grammar has no such part"
