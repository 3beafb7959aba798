"""Each row of the decision table decides the pairs it names and leaves the others; no pair stays unanswered."""

from __future__ import annotations

from claim_making import bare, claim
from hypothesis import given, settings
from value_strategies import values

from discrepancy.compare.judge import judge
from discrepancy.compare.pair import siblings
from discrepancy.model.values import Value
from discrepancy.rulebook import rulebook, rules_folder
from discrepancy.rulebook.kinds.decisions import DecisionRow

BOOK = rulebook(base=rules_folder() / "compare")
ROWS = BOOK.of(DecisionRow)


def test_most_rows_show_what_they_decide() -> None:
    shown_elsewhere = {row.id for row in ROWS if not row.examples}
    assert shown_elsewhere == {
        "decide.checksum", "decide.draft", "decide.spelling", "decide.spelling.draft", "decide.spelling.house",
        "decide.sum", "decide.with-the-dead", "decide.with-attacker", "decide.hurt-died",
        "decide.some-shot", "decide.follows", "decide.part-of-total", "decide.one-place",
        "decide.all-named", "decide.elsewhere", "decide.own-days", "decide.thin-toll", "decide.thin-day",
        "decide.few-names", "decide.told-of-another", "decide.differ-twice",
        "decide.one-weekday", "decide.year-open", "decide.other-day", "decide.hours-off", "decide.several-hours",
        "decide.beside-another", "decide.days-off",
        "decide.surmised",
        "decide.told-late", "decide.told-late.name",
        "decide.few-words", "decide.other-dollars", "decide.one-of-several",
        "decide.ageing", "decide.updates.ledger", "decide.bound.updates",
        "decide.bound.updates.said",
        "decide.bound.updates.outlet", "decide.updates.outlet", "decide.updates.history",
        "decide.updates.settled", "decide.updates.goes-on",
        "decide.issue-day", "decide.headline", "decide.headline.place", "decide.headline.deed", "decide.headline.toll",
        "decide.other-people", "decide.attributed.one-article", "decide.deeds", "decide.place.both", "decide.otherwise",
    }  # fmt: skip


def test_levels_follow_the_verdicts() -> None:
    for row in ROWS:
        assert (row.level == "none") == (row.verdict in ("agrees", "refines")), row.id
        if row.level == "error":
            assert row.id in ("decide.checksum", "decide.draft")
        if row.verdict in ("unclear", "soft", "updates"):
            assert row.level == "note", row.id


@settings(max_examples=200)
@given(values, values)
def test_every_pair_is_answered_the_same_way_round(first: Value, second: Value) -> None:
    from dataclasses import replace

    a = replace(claim("count=1", "a"), value=first)
    b = replace(claim("count=1", "b", 1), value=second)
    known = bare(BOOK, a, b)
    both = siblings((a, b))
    assert judge(a, b, both, known).row is judge(b, a, both, known).row
