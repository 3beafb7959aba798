"""The layers of annotation in their order: what an article's sentences look like to the patterns of ``claim``.

Takes a document; gives its sentences with times, numbers and names chunked. Times come first, so that a day or an age is never
counted as people; names last, so that "Jan." and "Nine" begin none.
"""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.annotate.tokens import Sentence, sentences
from discrepancy.model.text import Document
from discrepancy.rulebook.schema import Rulebook


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article and its sentences, all layers chunked."""

    document: Document
    sentences: tuple[Sentence, ...]


def annotate(document: Document, rules: Rulebook) -> Annotated:
    """All layers of one article."""
    return Annotated(document, sentences(document, rules))
