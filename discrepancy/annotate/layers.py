"""The layers of annotation in their order: what an article's sentences look like to the patterns of ``claim``.

Takes a document; gives its sentences with times, numbers and names chunked, and the names apart. Times come first, so that a day
or an age is never counted as people; then numbers; names last, so that "Jan." and "Nine" begin none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from discrepancy.annotate import numbers, times
from discrepancy.annotate.names import find_names
from discrepancy.annotate.tokens import Chunked, Sentence, sentences
from discrepancy.model.claims import Name
from discrepancy.model.text import Document
from discrepancy.rulebook.alphabet import Alphabet, alphabet
from discrepancy.rulebook.schema import Rulebook

_FLAGS = {"people": "peoples"}
"""The chunk's class for a kind of name; "people" is the class of people who are counted, so a people is ``peoples``."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article, its sentences with all layers chunked, and its names in order."""

    document: Document
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]


def annotate(document: Document, rules: Rulebook) -> Annotated:
    """All layers of one article."""
    lines = tuple(_numbered(line, rules) for line in sentences(document, rules))
    names = find_names(lines, rules)
    return Annotated(document, _named(lines, names, alphabet(rules)), names)


def _numbered(sentence: Sentence, rules: Rulebook) -> Sentence:
    timed = sentence.chunked(times.chunks(sentence, rules))
    return timed.chunked(numbers.chunks(timed, rules))


def _named(lines: Sequence[Sentence], names: Sequence[Name], letters: Alphabet) -> tuple[Sentence, ...]:
    """Sentences with each name as one unit. A name that cuts through an earlier layer's unit stays out of the symbols."""
    starts = [name.span.start for name in names]
    named = []
    for line in lines:
        chunks = []
        first = bisect_right(starts, line.starts[0] - 1)
        for name in names[first : bisect_right(starts, line.ends[-1])]:
            unit, end = bisect_right(line.ends, name.span.start), bisect_right(line.starts, name.span.end - 1)
            if unit < end and all(value is None for value in line.values[unit:end]):
                flag = _FLAGS.get(name.kind, name.kind)
                flags = () if flag == "unknown" else (flag,)
                if _clinic(line.symbols[unit:end], letters):
                    flags = (*flags, "clinic")
                chunks.append(Chunked(unit, end, letters.chunk("name", (), flags), name))
        named.append(line.chunked(chunks))
    return tuple(named)


def _clinic(symbols: str, letters: Alphabet) -> bool:
    """Whether the words of a name are a hospital's."""
    if not letters.members("clinic").isdisjoint(symbols):
        return True
    return not (letters.members("clinic.kind").isdisjoint(symbols) or letters.members("clinic.house").isdisjoint(symbols))
