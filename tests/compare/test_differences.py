"""Articles that differ in more than what is asked tell of two happenings."""

from __future__ import annotations

import pytest
from articles_checked import findings, rows

SHOOTING = "A man was shot outside a bar in {}, California, on {}, police said. Two people were hurt. {}"


@pytest.mark.parametrize(
    ("days", "more", "told"),
    [
        (("March 4", "March 5"), "", {"differ-twice": "note"}),
        (("March 4", "March 4"), "", {"conflicts": "warning"}),
        (("March 4", "March 5"), "Ann Holm, 31, called for help.", {"conflicts": "warning"}),
    ],
    ids=["the day differs too", "the town alone", "one person stands in both"],
)
def test_two_towns_and_two_days_are_two_shootings(days: tuple[str, str], more: str, told: dict[str, str]) -> None:
    towns = ("Stockton", "Pomona")
    articles = [("2024-03-08", SHOOTING.format(town, f"{day}, 2024", more)) for town, day in zip(towns, days, strict=True)]
    assert rows("place", *articles) == told


def test_a_toll_of_what_may_be_two_happenings_rests_on_what_parts_them() -> None:
    shot = "A man was shot outside a bar in {}, California, on March {}, 2024, police said. {} people were hurt."
    articles = [("2024-03-08", shot.format(town, day, hurt)) for town, day, hurt in (("Stockton", 4, "Two"), ("Pomona", 7, "Six"))]
    (toll,) = (f for f in findings(*articles) if f.question.attribute == "injured")
    assert toll.level == "note"
    assert {id.split(":")[1] for id in toll.depends_on} == {"date", "place"}
