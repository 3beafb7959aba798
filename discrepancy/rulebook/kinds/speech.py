"""Cues of speech: words by which an article says that somebody says something, and how far it stands behind it."""

from dataclasses import dataclass
from typing import Literal

from discrepancy.rulebook.schema import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechCue(Rule):
    """Words that bind a source to a content (PARC: source, cue, content) and the stance they give it.

    ``form`` says where the source stands: ``verb`` (X said that …; "…", said X), ``frame`` (according to X),
    ``noun`` (a statement by X), ``adverb`` (no source: reportedly), ``passive`` (no source: is believed to),
    ``label`` (what X called "…"), ``doubt`` (could not be verified: about the sentence before), ``heading`` (the mark of a headline:
    "X: nine killed", "nine killed: X"). Words of several
    tokens are written in ``phrases``. ``that``: the verb reports only where *that* or a quotation follows.
    ``counts``: it reports also where a number of people who were hit follows ("the hospital counts 14 dead").
    """

    form: Literal["verb", "frame", "noun", "adverb", "passive", "label", "doubt", "heading"]
    stance: Literal["asserted", "reported", "alleged", "denied", "expected"]
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    that: bool = False
    counts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerWords(Rule):
    """Common words that can speak: officials, police, witnesses. ``plays`` tells a kind of speaker that stays
    unnamed from one
    that speaks for the state whose name it bears ("Iranian officials": Iran) and from media, which keep their own
    voice."""

    plays: Literal["people", "state", "media", "document"]
    words: tuple[str, ...]
