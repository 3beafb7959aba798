"""Toll claims on labelled sentences of others' articles: skipped where the corpora do not lie beside the repository."""

from __future__ import annotations

from pathlib import Path

from discrepancy.rulebook import rulebook
from tests.claim.tolls.score import labelled, score


def test_the_labels_are_many_and_a_third_is_kept_unread() -> None:
    sentences = list(labelled())
    assert len(sentences) >= 450
    assert 0.25 < sum(s.kept for s in sentences) / len(sentences) < 0.42
    assert len({(s.corpus, s.doc, s.start) for s in sentences}) == len(sentences)


def test_tolls_of_the_sentences_kept_unread(shared: Path) -> None:
    found = score([s for s in labelled() if s.kept], shared / "bench", rulebook())
    assert found.precision >= 0.9
    assert found.recall >= 0.8
