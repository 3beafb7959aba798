"""A headline against the article below it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from articles_checked import findings, rows
from claim_making import article, laid

from discrepancy.model.text import Block, Span


@pytest.mark.parametrize(("below", "held"), [("Over 100", False), ("More than 140", True)])
def test_a_headline_may_leave_out_that_it_were_more(below: str, held: bool) -> None:
    text = f"Clashes in Alton leave 100 dead\n\n{below} fighters were killed in clashes near Alton, Texas, on Monday, police said."
    assert any(f.rule.startswith("decide.headline") and f.level == "warning" for f in findings(("2024-03-05", text))) == held


def test_a_headline_without_room_for_at_least_is_heard_with_its_text() -> None:
    first = "Blast at Alton mill kills 20\n\nAt least 20 people were killed in a blast at a mill in Alton, Texas, on Monday."
    second = "At least 23 people were killed in a blast at a mill in Alton, Texas, on Monday, a hospital said."
    assert rows("killed", ("2024-03-05", first), ("2024-03-05", second)) == {}
    bare = first.replace("At least 20 people", "Twenty people")
    assert set(rows("killed", ("2024-03-05", bare), ("2024-03-05", second))) == {"conflicts"}


def test_a_headline_speaks_for_whom_its_text_names() -> None:
    first = "Raid on Alton kills 20\n\nAt least 20 people were killed in a raid on Alton, Texas, on Monday, the Elm Observatory said."
    second = "A raid on Alton, Texas, killed 31 people on Monday, the rescue service said."
    assert set(rows("killed", ("2024-03-05", first), ("2024-03-05", second))) == {"bound"}


def test_the_name_before_a_deed_in_a_headline_is_no_other_party_aloud() -> None:
    blocks = (Block("headline", Span(0, 100)), Block("body", Span(100, 1000)))
    document = replace(article("a"), text="x" * 1000, blocks=blocks)
    assert [(f.rule, f.level) for f in laid("a: actor=Syria", "a: actor=Russia", documents=(document,)).findings] == [
        ("decide.headline.deed", "note")
    ]
