"""Which dated words an expression counts from: "two days after the strike" hangs on the sentence that tells of the
strike.

Takes the words of the anchor event and the times resolved so far; gives one of them, with the words that tie it.
Used where the event layer has no answer. An event that is introduced anew ("a similar attack") has no date in the
text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from discrepancy.annotate.tokens import Sentence
from discrepancy.model.text import Span
from discrepancy.model.values import When

_WORDS = re.compile(r"[^\W\d_]{3,}")
_CLAUSE = re.compile(r"\b(?:that|which|who|when|where|in|on|at|near|by|against|from|for|and|but|as|while|to|of)\b", re.I)
_INDEFINITE = re.compile(r"(?:a|an|another|some|several|two|three|similar|further|fresh)\b", re.I)
_ANAPHORIC = re.compile(r"(?:the|that|this|these|those|he|she|it|they)\b", re.I)
_EMPTY = frozenset(
    [
        "the",
        "its",
        "their",
        "his",
        "her",
        "this",
        "that",
        "those",
        "these",
        "was",
        "were",
        "been",
        "had",
        "has",
        "have",
        "being",
        "also",
        "first",
        "last",
        "own",
        "being",
        "said",
    ]
)
_FEW = 3
"""Words that name an event well enough to find it again; longer descriptions are clauses that tell of it."""
_NEAR = 160
"""Characters between a word that names an event and the day that dates it."""
_REACH = 5
"""Letters that two forms of one word share ("explosion", "exploded"); shorter words share all of theirs."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A time of the text that may be an anchor: where it stands and its days."""

    span: Span
    sentence: int
    when: When


@dataclass(frozen=True, slots=True)
class Anchor:
    """The days to count from, the words that show why, and where the time stands that gave them."""

    when: When
    text: str
    span: Span | None


def by_words(event: Span, at: Sentence, sentences: Sequence[Sentence], times: Iterable[Dated]) -> Anchor | None:
    """The time that dates the words of an event in another sentence, an earlier one before a later one; or None."""
    text = at.text
    words = event.of(text)
    if is_new(words):
        return None
    wanted = keywords(words)
    if not 1 <= len(wanted) <= _FEW:
        return None
    best: tuple[float, int, Anchor] | None = None
    for dated in times:
        if dated.sentence == at.index:
            continue
        sentence = sentences[dated.sentence]
        score, shown = _score(wanted, sentence, dated)
        score -= 0.5 if dated.sentence > at.index else 0
        if score > 0 and (best is None or (score, dated.span.start) >= (best[0], best[1])):
            best = score, dated.span.start, Anchor(dated.when, shown, dated.span)
    return best[2] if best else None


def is_new(words: str) -> bool:
    """Whether an event is introduced anew ("a similar attack"): then nothing before dates it."""
    return _INDEFINITE.match(words) is not None


def is_told(words: str) -> bool:
    """Whether words point back without naming anything ("the collapse", "he was shot"), so that the day told last
    may be meant.
    """
    head = words.split()[:4]
    return _ANAPHORIC.match(words) is not None and not any(word[0].isupper() for word in head[1:]) and "planned" not in head


def keywords(words: str) -> list[str]:
    """The words of an event that can be found again, its head clause first; of "the strike that hit the coast" only
    "strike".
    """
    head = _CLAUSE.split(words, maxsplit=1)[0]
    chosen = [w.lower() for w in _WORDS.findall(head) if w.lower() not in _EMPTY]
    return chosen or [w.lower() for w in _WORDS.findall(words)[:4] if w.lower() not in _EMPTY]


def _score(wanted: list[str], sentence: Sentence, dated: Dated) -> tuple[float, str]:
    """How well a dated sentence tells of the event: its head word counts most, and the time should stand near it."""
    score, shown, hits = 0.0, "", 0
    text = sentence.span.of(sentence.text)
    for place, word in enumerate(reversed(wanted)):
        for found in _WORDS.finditer(text):
            if akin(word, found.group().lower()):
                distance = abs(sentence.span.start + found.start() - dated.span.start)
                if distance > _NEAR:
                    continue
                gain = (2.0 if place == 0 else 1.0) - min(distance, 400) / 1000
                if not shown or place == 0:
                    shown = found.group()
                score += gain
                hits += 1
                break
    return (score, shown) if hits * 2 >= len(wanted) else (0.0, "")


def akin(one: str, two: str) -> bool:
    """Whether two words are forms of one: raid and raided, explosion and exploded.

    >>> akin("explosion", "exploded"), akin("raid", "rain")
    (True, False)
    """
    shared = 0
    for a, b in zip(one, two, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= min(_REACH, len(one), len(two)) and shared >= 4
