"""Times of day: of the event, of the call, of a death."""

from __future__ import annotations

import pytest

from tests.claim.reader import reading, shown

SHOT = "Two men were shot outside a bar in Lima on Sunday. "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two men were shot outside a bar in Lima at 9 p.m. on Sunday.", ["time=21:00"]),
        (SHOT + "Neighbours heard five shots around 9 p.m. and ran.", ["time=~21:00"]),
        (SHOT + "The shop next door closes at 9 p.m. all week.", []),
        (SHOT + "Police tweeted just before 9 a.m. that all was quiet.", ["time=~09:00 scope=other"]),
        (SHOT + "A protest began at 9 p.m. in front of the town hall.", []),
        ("An after-midnight shooting killed two men in Lima on Sunday.", ["time=00:00 loose=yes"]),
        ("Two men were shot shortly after midnight in Lima.", ["time=~00:00"]),
        ("Two men were shot after 9 p.m. in Lima on Sunday.", ["time=21:00 loose=yes"]),
        ("Two men were shot outside a bar in Lima at nine o'clock on Sunday.", ["time=09:00 loose=yes"]),  # of which half?
        ("Two men were shot outside a bar in Lima at 09:10 on Sunday.", ["time=09:10"]),
        ("Two men were shot just after 9 p.m. in Lima on Sunday.", ["time=~21:00"]),
        (SHOT + "The car was found burnt at 3:30 a.m., an hour after the men were shot.", []),
        (SHOT + "The order was served an hour before the shooting, about 3:30 p.m. on Sunday.", []),
        ("A gunman shot at officers in Lima 'til about 3 p.m. on Sunday.", []),
        (SHOT + "The fighting went on until after 3 p.m. behind the bar.", []),
        ("The party went on until 3 a.m., when two men were shot in Lima.", ["time=03:00"]),
        (SHOT + "One of them was pronounced dead at 11:30 p.m. in a hospital.", ["time=23:30 scope=death"]),
    ],
)
def test_what_a_time_of_day_is_of(text: str, wanted: list[str]) -> None:
    assert shown(reading(text), "time") == wanted


def test_the_call_stands_for_the_event_where_nothing_better_is_told() -> None:
    assert shown(reading(SHOT + "Police were called to the bar at 9:10 p.m. and found them."), "time") == ["time=21:10"]
    both = reading("Two men were shot outside a bar in Lima at 9 p.m. on Sunday. Police were called to the bar at 9:10 p.m.")
    assert shown(both, "time") == ["time=21:00", "time=21:10 scope=call"]


def test_an_hour_of_a_later_day_is_of_no_event_that_its_clause_does_not_tell() -> None:
    told = SHOT + "Officers were called to his school just after noon on {}."
    assert shown(reading(told.format("17 May 2023")), "time") == []
    assert shown(reading(told.format("Sunday")), "time") != []


def test_a_bare_time_is_read_by_the_part_of_the_day() -> None:
    assert shown(reading("Two men were shot outside a bar in Lima on Sunday night about 11:30."), "time") == ["time=~23:30"]
    assert shown(reading("Two men were shot outside a bar in Lima at 11:30 on Sunday."), "time") == ["time=11:30 loose=yes"]


def test_a_time_between_two_verbs_is_that_of_the_first() -> None:
    text = "The ferry left the port of Callao at 6 p.m. and sank off Lima, killing nine people."
    assert shown(reading(text), "time") == ["time=18:00 scope=departure"]


def test_last_contact_is_not_the_crash() -> None:
    text = "A plane crashed near Lima on Sunday. It lost contact with the tower at 5:52 p.m. and went down at 6:25 p.m. in a field."
    assert shown(reading(text), "time") == ["time=17:52 scope=last contact", "time=18:25"]


def test_what_a_time_of_day_cannot_be_of_takes_no_place_from_what_it_is_of() -> None:
    text = "A judge was shot dead in Lima on Sunday. Two men opened fire as he left for court at 7:30 a.m."
    assert shown(reading(text), "time") == ["time=07:30"]
