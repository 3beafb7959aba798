"""A headline against the article below it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from articles_checked import findings
from claim_making import article, laid

from discrepancy.model.text import Block, Span


@pytest.mark.parametrize(("below", "held"), [("Over 100", False), ("More than 140", True)])
def test_a_headline_may_leave_out_that_it_were_more(below: str, held: bool) -> None:
    text = f"Clashes in Alton leave 100 dead\n\n{below} fighters were killed in clashes near Alton, Texas, on Monday, police said."
    assert any(f.rule.startswith("decide.headline") and f.level == "warning" for f in findings(("2024-03-05", text))) == held


def test_the_name_before_a_deed_in_a_headline_is_no_other_party_aloud() -> None:
    blocks = (Block("headline", Span(0, 100)), Block("body", Span(100, 1000)))
    document = replace(article("a"), text="x" * 1000, blocks=blocks)
    assert [(f.rule, f.level) for f in laid("a: actor=Syria", "a: actor=Russia", documents=(document,)).findings] == [
        ("decide.headline.deed", "note")
    ]
