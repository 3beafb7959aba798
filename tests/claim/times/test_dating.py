"""Which time dates which event, and how firmly."""

from __future__ import annotations

from datetime import date

import pytest

from discrepancy.model.values import Quantity, When
from tests.claim.reader import BOOK, claims, days, reading, shown


@pytest.mark.parametrize(
    "text",
    [
        "The second of the bombings came on Friday.",
        "Police said that on Friday rebels killed nine people in Maris.",
        "Nine people were shot dead at a mill. It happened around 9 p.m. Friday.",
        "Nine people were shot dead at a mill. Police said it happened on Friday and no one has been arrested.",
        "Nine people were killed in a bombing. The judge promised to solve the case, which occurred on Friday.",
        "The council mourned the killing of nine millers, a crime perpetrated on Friday by masked men.",
        "The explosion that killed nine people shook the mill on Friday.",
        "Nine people died on Friday after a bombing at the mill.",
        "Leo Finch, leader of the party that won the 3 March election, was shot dead in Maris on Friday.",
        "Leo Finch, head of the group that laid down its arms on 4 March, was killed by bullets fired at him on Friday.",
        "Nine people were killed in a bombing that tore through the mill on Friday.",
        "Nine people were killed in a bombing of the mill, which occurred on Friday.",
        "Nine people were killed in a bombing at the mill on Friday, police said.",
        "There were reports of gunfire at the mill on Friday and nine people were killed.",
        "The shooting was reported on Friday at a mill; nine people were killed.",
        "The mill closed after the shooting began on Friday.",
        "A man was held for the shooting that broke out on Friday at the mill.",
        "After the bombing, which came on Friday, the mill was closed.",
        "The paper ran a story about a bombing at the mill on Friday.",
        "Police are looking into Friday's bombing at the mill.",
        "A miller was held over the bombing; the bombing shook the mill on Friday.",
        "Rebels bombed the mill on Friday saying it fed the army.",
        "Officers responded on Friday to a shooting at the mill.",
        "A miller was charged with killing nine people on Friday in Maris.",
        "About nine people were killed on Friday in a bombing at the mill.",
        "The bombing, which killed nine people, occurred on Friday in Maris.",
        "On Friday a miller identified as Bo Quist shot two clerks in Maris.",
        "The mayor spoke two days after Friday's bombing of the mill.",
    ],
)
def test_a_time_in_the_clause_of_the_event_dates_it(text: str) -> None:
    assert "2024-03-08" in days(text)


def test_a_time_of_day_is_of_the_deed_that_happened_then() -> None:
    told = reading("Nine people were shot dead at a mill. It happened just before midnight Friday and a man was arrested.", "2024-03-08")
    (time,) = claims(told, "time")
    assert {e.type for e in told.events if e.id == time.event} == {"shooting"}


def test_the_day_of_a_call_is_that_of_the_deed_where_no_other_is_told() -> None:
    called = "Two men were shot dead at a mill{}. Officers were called to Mill Lane around 10:20 p.m. Friday."
    (day,) = claims(reading(called.format(""), "2024-03-11"), "date")
    assert (day.value, day.loose) == (When(date(2024, 3, 8), date(2024, 3, 8), "day"), True)
    assert days(called.format(" on Saturday"), "2024-03-11") == ["2024-03-09"]


def test_the_day_on_which_one_of_the_wounded_died_is_held_against_no_other() -> None:
    text = "Five people were hurt in a shooting in Lima. One of the men who had been shot, Bo Quist, 38, died on Friday."
    (day,) = claims(reading(text, "2024-03-11"), "date")
    assert day.loose


def test_a_day_to_come_of_what_has_happened_is_of_either_year() -> None:
    (day,) = claims(reading("Bo Quist, 9, was killed Nov. 2.", "2016-09-30"), "date")
    assert isinstance(day.value, When) and day.value.options == (date(2015, 11, 2), date(2016, 11, 2))
    (day,) = claims(reading("Bo Quist, 9, was killed Nov. 2.", "2016-11-30"), "date")
    assert isinstance(day.value, When) and day.value.options == ()


def test_what_somebody_will_outlive_is_past() -> None:
    assert days("A miller is expected to survive after a bombing at the mill on Sunday.", "2024-03-08") == ["2024-03-03"]


def test_late_on_a_day_is_part_of_its_value() -> None:
    told = reading("Nine people were shot dead late Friday at a mill.", "2024-03-08")
    assert shown(told, "date") == ["date=2024-03-08Tlate"]


def test_the_verb_behind_a_relative_clause_keeps_its_own_day() -> None:
    text = "The man accused of the bombing that killed nine people outside a mill in Maris on March 4 appeared in court on Friday."
    assert days(text) == ["2024-03-04"]
    assert days("The ferry that hit the bridge on Monday sank on Tuesday.") == ["2024-03-05"]
    assert days("A man held for opening fire at a mill from which he was thrown out on Friday was arrested.") == []


def test_an_outcome_told_behind_its_event_does_not_take_the_day_of_the_main_verb() -> None:
    text = "A crowd met on Friday to remember the victims of the bombing at a mill on Monday, which left nine dead and five wounded."
    assert days(text) == ["2024-03-04"]


def test_the_rules_name_the_prepositions_that_tie() -> None:
    from discrepancy.rulebook.parts import words_of

    assert {"of", "for", "into"} <= words_of(BOOK, "of-one") and "wave" in words_of(BOOK, "part-of")


def test_a_day_that_ends_a_relative_clause_is_not_the_verb_s_behind_it() -> None:
    text = "The man accused of the bombing that killed two and wounded five outside a mill in Maris on Monday appeared in court on Friday."
    assert days(text) == ["2024-03-04"]
    assert days("The driver, whom rebels shot on Monday, was arrested on Friday.")[:1] == ["2024-03-04"]


def test_a_month_that_opens_a_sentence_parts_a_new_event_from_the_one_before() -> None:
    told = reading(
        "In February a quake hit Zarand, killing 612 people. In December 2003 the city of Bam was flattened by a quake that killed 31,000.",
        "2005-11-28",
    )
    assert len(told.events) == 2
    assert {c.event for c in claims(told, "killed")} == {event.id for event in told.events}


def test_a_feast_from_which_the_text_counts_is_not_the_day() -> None:
    assert days("The shooting in Maris happened at 3:30 a.m., two days after Christmas.", "2024-01-08") == ["2023-12-27"]


def test_minutes_later_is_no_day() -> None:
    text = "Police spoke on Thursday of the case. Minutes later, medics said that they were treating a woman for a gunshot wound in Maris."
    assert days(text) == []


def test_a_count_waits_for_the_feast_that_it_counts_from() -> None:
    text = "More than ever were shot last fall. Police spoke on Tuesday. The shooting in Maris happened two days after Thanksgiving."
    assert "2023-11-25" in days(text, "2024-01-25")


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("A man was charged with murder in Lima before prosecutors consented to his release on Friday.", [True]),
        ("A clerk was shot and killed in Lima after officers say he pointed a gun at them on Saturday.", [True]),
        ("Killings in Lima took place the night of March 6 and the early hours of March 7.", [False, True]),
        ("Police went on looking for the man wanted for the shooting Friday night.", [True]),
        ("The mayor led a vigil for the killing of a miller in Lima on Friday.", [True]),
        ("Late on Friday another tale began emerging in the shooting of a miller.", [True]),
        ("A miller was found shot to death on Friday in Lima.", [True]),
        ("The clerk pleaded guilty to the robbery in Lima on Friday.", [True]),
        ("Police have held a man in the shooting Friday night.", [False]),
        ("Police are looking into a shooting Friday night.", [False]),
        ("Three people were killed in Lima on Friday.", [False]),
        ("On Friday, gunmen killed three people in Lima.", [False]),
        ("A shooting took place in Lima on Friday.", [False]),
    ],
)
def test_a_day_that_another_verb_may_have_is_tied_loosely(text: str, loose: list[bool]) -> None:
    assert [c.loose for c in claims(reading(text), "date")] == loose


def test_a_year_that_is_not_the_events_dates_an_older_one() -> None:
    told = reading("A bus fell into a gorge on Friday, killing nine people. In 2018, 33 people were killed when a bus fell from that road.")
    found = {c.event: c.value.first.year for c in claims(told, "date") if isinstance(c.value, When) and c.value.first is not None}
    assert sorted(found.values()) == [2018, 2023]
    assert {c.event: c.value.low for c in claims(told, "killed") if isinstance(c.value, Quantity)} == dict(zip(found, (9, 33), strict=True))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Divers recovered two bodies on Thursday from the wreck of the ferry, which went down with 40 aboard on Monday.",
            ["2024-03-04"],
        ),
        ("On Thursday, inspectors visited the plane that crashed near Lima on Monday.", ["2024-03-04"]),
        ("Drones struck a port in the night of 3 March and the early hours of 4 March.", ["2024-03-03", "2024-03-04"]),
        ("The worst floods in the valley since 1988 killed nine people.", []),
    ],
    ids=["bodies", "inspectors", "two nights", "since"],
)
def test_a_sentence_that_dates_its_event_firmly_dates_it_no_second_time(text: str, wanted: list[str]) -> None:
    assert days(text) == wanted


def test_a_flood_worse_than_any_since_a_year_was_not_in_that_year() -> None:
    (flood,) = reading("The worst floods in the valley since 1988 killed nine people.").events
    assert flood.when is None or flood.when.first is None or flood.when.first.year != 1988


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soldiers killed nine rebels. Planes took part in the operation in the hills, which began on Monday night.", ["2024-03-04"]),
        ("Soldiers killed nine rebels. The operation by 70 planes and helicopters started on Monday.", ["2024-03-04"]),
        ("Soldiers killed nine rebels. The town was full for the fair, which began on Monday.", []),
        ("A quake killed nine people. The rescue operation began on Monday.", []),
    ],
)
def test_an_operation_that_began(text: str, expected: list[str]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The attack came a day after nine people died in a blast in Maris.", ["2024-03-05", "2024-03-06"]),
        ("The attack came two days after a bomb killed nine people in Maris.", ["2024-03-04", "2024-03-06"]),
        ("The attack came less than a week after a bomb killed nine people in Maris.", ["2024-03-06"]),
    ],
)
def test_what_the_news_came_a_day_after_was_a_day_before(words: str, found: list[str]) -> None:
    assert sorted(days(f"A bomb killed four people in Lima on Wednesday. {words}")) == found


def test_a_date_on_a_wrong_weekday_is_a_check_of_the_article_and_no_days_of_its_events() -> None:
    told = reading("Bombs killed nine people in Zenda. The museum's list bears the date of Friday, March 5, 2024.", "2024-03-09")
    assert [claim.event for claim in told.claims if claim.attribute == "date"] == [""]
    assert [event.when for event in told.events] == [None]
