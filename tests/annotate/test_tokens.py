"""Sentences: where they end, and that every unit points at the words it stands for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.annotate.tokens import Chunked, Sentence, sentences
from discrepancy.model.text import Block, Document, Span
from discrepancy.rulebook import rulebook

RULES = rulebook()


def read(text: str) -> tuple[Sentence, ...]:
    return sentences(Document("a", "a.txt", "", text, (Block("body", Span(0, len(text))),)), RULES)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He fell. She ran.", ["He fell.", "She ran."]),
        (
            "Gen. Carter met Mr. J. Smith at 5 p.m. Police came.",
            ["Gen. Carter met Mr. J. Smith at 5 p.m.", "Police came."],
        ),
        ("The U.S. Army fired.", ["The U.S. Army fired."]),
        ("On Jan. 16 it struck.", ["On Jan. 16 it struck."]),
        ("A quake of 5.9 hit.", ["A quake of 5.9 hit."]),
        ("He was hurt.The man died.", ["He was hurt.", "The man died."]),
        ("“Stop.” He left.", ["“Stop.”", "He left."]),
        ("A headline\nA story begins.", ["A headline", "A story begins."]),
        (
            "This line is long enough to have been wrapped by a\nterminal in the middle of it.",
            ["This line is long enough to have been wrapped by a\nterminal in the middle of it."],
        ),
    ],
)
def test_where_sentences_end(text: str, parts: list[str]) -> None:
    assert [s.words(0, len(s.symbols)) for s in read(text)] == parts


@given(st.text(max_size=300))
def test_units_never_overlap_and_point_at_their_words(text: str) -> None:
    last = 0
    for sentence in read(text):
        assert len(sentence.symbols) == len(sentence.starts) == len(sentence.ends) == len(sentence.values)
        for start, end in zip(sentence.starts, sentence.ends, strict=True):
            assert last <= start < end <= len(text)
            last = end


def test_a_chunk_is_one_unit_and_keeps_its_words() -> None:
    (sentence,) = read("About 30 people fled.")
    chunked = sentence.chunked([Chunked(0, 3, "x", 30), Chunked(1, 2, "y", 0)])
    assert chunked.symbols[0] == "x"
    assert chunked.words(0, 1) == "About 30 people"
    assert chunked.values[0] == 30
    assert len(chunked.symbols) == len(sentence.symbols) - 2


def test_a_megabyte_without_a_boundary_is_cut_and_read() -> None:
    text = "after " * 170_000
    found = read(text)
    assert sum(len(s.symbols) for s in found) >= 170_000
    assert max(s.ends[-1] - s.starts[0] for s in found) <= 4_000
