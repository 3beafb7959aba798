"""What was done to somebody, told by a participle alone."""

from __future__ import annotations

import pytest

from tests.claim.reader import event, reading


@pytest.mark.parametrize(
    "text, victim",
    [
        ("The teacher kidnapped on Monday near Jos by gunmen is well.", "teacher"),
        ("The mayor asked for the release of Boris Vance, kidnapped on Monday near Jos by gunmen.", "Boris Vance"),
        ("Boris Vance, a teacher, was kidnapped on Monday near Jos by gunmen.", "Boris Vance"),
    ],
)
def test_who_was_taken_did_not_take(text: str, victim: str) -> None:
    told = event(reading(text), kind="kidnapping")
    assert told.victims == (victim,) and told.actors == ("gunmen",)


def test_with_somebody_behind_it_the_verb_tells_who_took() -> None:
    told = event(reading("The rebels, led by Boris Vance, kidnapped nine teachers near Jos on Monday."), kind="kidnapping")
    assert told.victims == ("teachers",) and "Boris Vance" not in told.victims
