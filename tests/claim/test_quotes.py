"""Quotations as claims: which words, whose, and which are left alone."""

from __future__ import annotations

import pytest
from reader import claims, reading

TOLD = "A ferry ran aground off Zenda on Monday. "


def said(text: str) -> list[tuple[str, str]]:
    """Speaker and words of the quotations read."""
    return [(c.entity, c.value.words) for c in claims(reading(TOLD + text), "wording")]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"We lost four lifeboats in the storm," Captain Rupert Sapt said.', [("Rupert Sapt", "We lost four lifeboats in the storm")]),
        ("Rupert Sapt told reporters: “Nobody came to help us that night.”", [("Rupert Sapt", "Nobody came to help us that night")]),
        (
            '"We lost four lifeboats in the storm," Rupert Sapt said. "Nobody came to help us that night."',
            [("Rupert Sapt", "We lost four lifeboats in the storm"), ("Rupert Sapt", "Nobody came to help us that night")],
        ),
        ('Rupert Sapt called it "a bad night".', []),
        ('A banner read "no more ferries off this coast again".', []),
        ("Rupert Sapt said that nobody came to help them that night.", []),
    ],
)
def test_a_named_speaker_is_quoted_sentence_by_sentence(text: str, found: list[tuple[str, str]]) -> None:
    assert said(text) == found


def test_a_mark_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = '"We lost four lifeboats in the storm, Rupert Sapt said.\n\nThe company has twelve ferries on the coast and no other ship.'
    assert all("company" not in words for _, words in said(text))


def test_the_words_stand_where_the_claim_points() -> None:
    told = reading(TOLD + '"We lost four lifeboats in the storm," Rupert Sapt said.')
    (claim,) = claims(told, "wording")
    assert claim.evidence.exact == "We lost four lifeboats in the storm"
    assert (claim.attributed_to, claim.entity, claim.event) == ("Rupert Sapt", "Rupert Sapt", "")
