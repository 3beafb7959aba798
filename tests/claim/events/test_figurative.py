"""Ways of speaking give no event and no toll; the same words meant as they stand give both."""

from __future__ import annotations

import pytest

from tests.claim.reader import reading

SPOKEN = (
    "The agency received a flood of applications on Monday.",
    "Talks between the two banks collapsed in Lima on Monday.",
    "About 40 workers in Lima were hit by layoffs on Monday.",
    "In the novel, a bomb kills nine people in Lima on a Monday.",
    "Three members were missing from Monday's vote in Lima.",
    "Bank workers were dead tired after nine nights in Lima.",
    "The museum in Lima charged five euros a head on Monday.",
    "Shares in Oster rose while Brine sank $1.40 to $20 in Lima on Monday.",
    "The parents fought to keep a school in Lima open on Monday.",
    "The opposition bombarded the minister with 40 questions in Lima on Monday.",
    "The coalition's collapse in Lima on Monday surprised nobody.",
    "Nine people die in the new crime novel from Lima.",
)
MEANT = (
    ("A flood in Lima killed nine people on Monday.", "flood", "killed"),
    ("A wall collapsed in Lima on Monday, killing nine people.", "accident", "killed"),
    ("About 40 workers in Lima were hit by a train on Monday.", "", "hit"),
    ("Rebels fought soldiers to keep a bridge in Lima on Monday.", "clash", "date"),
    ("A bomb killed nine people at a film festival in Lima on Monday.", "", "killed"),
    ("Unions blamed the government for the killing of a judge in Lima on Monday.", "killing", "place"),
    ("Three men are missing from a boat that sank off Lima on Monday.", "accident", "missing"),
)


@pytest.mark.parametrize("text", SPOKEN)
def test_a_way_of_speaking_tells_of_nothing(text: str) -> None:
    told = reading(text)
    assert not told.events
    assert not [c for c in told.claims if c.attribute in ("killed", "injured", "hit", "missing", "arrested")]


@pytest.mark.parametrize(("text", "kind", "attribute"), MEANT)
def test_the_same_words_in_earnest_do(text: str, kind: str, attribute: str) -> None:
    told = reading(text)
    assert any(c.attribute == attribute for c in told.claims)
    assert not kind or kind in {event.type for event in told.events}


def test_a_group_that_is_a_name_is_no_head() -> None:
    told = reading("Rockets hit the road near Lima on Monday, killing two soldiers.")
    assert any(c.attribute == "killed" and str(c.value.low) == "2" for c in told.claims)  # type: ignore[union-attr]


@pytest.mark.parametrize(("who", "kind"), [("two soldiers", "bombing"), ("nine coal miners", "accident"), ("nine men", "accident")])
def test_a_mine_under_soldiers_was_laid(who: str, kind: str) -> None:
    assert [event.type for event in reading(f"A mine blast near Lima killed {who} on Monday.").events] == [kind]
