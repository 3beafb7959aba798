"""A headline against the article below it."""

from __future__ import annotations

import pytest
from articles_checked import findings


@pytest.mark.parametrize(("below", "held"), [("Over 100", False), ("More than 140", True)])
def test_a_headline_may_leave_out_that_it_were_more(below: str, held: bool) -> None:
    text = f"Clashes in Alton leave 100 dead\n\n{below} fighters were killed in clashes near Alton, Texas, on Monday, police said."
    assert any(f.rule.startswith("decide.headline") and f.level == "warning" for f in findings(("2024-03-05", text))) == held
