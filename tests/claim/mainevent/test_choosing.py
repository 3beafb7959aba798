"""Which event is the main one, and what an article tells of others."""

from __future__ import annotations

import pytest

from discrepancy.annotate.layers import annotate
from discrepancy.claim.mainevent.incident import toll
from discrepancy.claim.reading import read_article
from discrepancy.ingest import inputs_from_records
from tests.claim.reader import BOOK, tolls

TWO_SHOT = "A man and a girl were wounded in the harbour on Sunday. The man, 27, was hit in the leg and the girl, 15, in the hand."


SURVIVOR = "A barber who was shot in the arm in the harbour is back at work. Customers kept calling him. " + "He is glad to be back. " * 4


def test_the_dead_of_another_event_far_down_are_left_out() -> None:
    filler = "The street was closed for the evening. " * 8
    text = f"A woman was wounded when shots were fired in the harbour. {filler} Last spring three people were killed on the pier."
    assert tolls(text) == ("", "1")


def test_a_round_up_is_read_for_the_first_event_told() -> None:
    text = (
        "Seven people were wounded in shootings across the city. Two women were shot at the pier. They were taken to a clinic. "
        "A boy was shot at the market."
    )
    assert tolls(text, "Seven wounded in weekend shootings")[1] == "2"


def test_what_a_shooting_came_after_is_another_event() -> None:
    text = "A boy was shot dead in the harbour on Monday. He was ten. The shooting came nine days after a girl was killed on the pier."
    assert tolls(text)[0] == "1"
    assert tolls("A boy died in the harbour. He was ten. Police call it revenge for the killing of a girl on the pier.")[0] == "1"


def test_what_stands_behind_a_cause_is_left_out_in_the_lead_too() -> None:
    assert tolls("A girl was killed in the harbour, in retaliation for the killing of a man on the pier. He was 40.")[0] == "1"


def test_a_name_first_told_far_down_beside_the_wounded_is_another_event() -> None:
    filler = "The street was closed for the evening. " * 8
    wounded = f"Five people were shot in the harbour on Monday. {filler}"
    assert tolls(f"{wounded} The shots rang out after Anton Berg was shot dead on the pier.") == ("", "5")
    assert tolls(f"Anton Berg was shot in the harbour on Monday. {filler} Berg died that night.") == ("1", "")


def test_who_died_last_week_is_none_of_those_shot_today() -> None:
    shot = "Four men were shot in the harbour on Monday. A man of 19 was {} on the same pier just last week."
    assert tolls(shot.format("shot and killed")) == ("", "4")
    assert tolls(shot.format("shot and killed").replace("just last week", "that night")) == ("1", "3")


def test_of_two_events_the_one_with_its_place_and_day_is_the_main_one() -> None:
    text = "Police held a man over a robbery. The bank in Zenda was robbed on Monday. He was charged with a robbery and a robbery."
    (document,) = inputs_from_records([{"doc_id": "a", "text": text, "published": "2023-05-17"}], BOOK).documents
    (chosen,) = [event for event in read_article(document, BOOK).events if event.main]
    assert chosen.places == ("Zenda",)
    assert "+1 its place is given" in chosen.why_main


def test_every_choice_has_a_reason() -> None:
    (document,) = inputs_from_records([{"doc_id": "a", "text": "Nine people were killed."}], BOOK).documents
    assert toll(annotate(document, BOOK), BOOK).why == ("killed 9: lead, weight 3.0",)


@pytest.mark.parametrize(
    "aside",
    [
        "In another shooting that night, two men were wounded on the pier. One of them, 33, later died.",
        "Two weeks ago a sailor was killed on the pier.",
        "It was the third shooting in the harbour this month. Anton Berg was shot dead on May 2.",
        "On the previous night, a man was shot to death on the pier.",
        "In January, a clerk was killed in the same street.",
        "They were hit hours after two sailors were killed on the pier.",
    ],
)
def test_who_suffers_in_another_event_is_not_of_the_main_one(aside: str) -> None:
    assert tolls(f"{TWO_SHOT} {aside}") == ("", "2")


def test_of_two_whom_one_sentence_dates_apart_the_later_is_the_news() -> None:
    both = "Police have identified a woman who was shot dead on Sunday and a boy who was killed in a shooting on April 2."
    assert tolls(both) == ("1", "")
    assert tolls("Police have identified a woman who was shot dead on Sunday and a boy who was killed in the shooting.") == ("2", "")


def test_what_led_to_a_charge_lies_back_and_is_the_main_event() -> None:
    charged = "A sailor was charged on Monday with murder. A man was shot dead on April 2 on the pier, and two women were wounded."
    assert tolls(charged) == ("1", "2")
    assert tolls("A man was shot dead on the pier in April. In the same shooting two women were wounded.") == ("1", "2")


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("The attack killed three people.", ("3", "1")),
        ("Three customers died that day.", ("3", "1")),
        ("Three others were killed.", ("3", "1")),
        ("In all, three people lost their lives.", ("3", "1")),
        ("Three people were killed on a pier.", ("", "1")),
        ("The shooting in Dunmore killed three people.", ("", "1")),
        ("The shooting follows a week in which three people were killed.", ("", "1")),
        ("A raid on a pier ended in fire. The raid killed three people.", ("", "1")),
        ("There could have been three people dead.", ("", "1")),
    ],
)
def test_the_dead_of_an_article_about_somebody_who_lived_are_told_where_it_comes_back_to_the_event(
    last: str, expected: tuple[str, str]
) -> None:
    assert tolls(SURVIVOR + last) == expected


def test_a_list_with_a_known_dead_tells_of_the_other_one_however_far_down() -> None:
    filler = "The street was closed for the evening. " * 8
    killed = f"Anton Berg, a teacher, was killed in his house on Monday. {filler}"
    assert tolls(f"{killed} Berg and Maria Lund were pronounced dead there.")[0] == "2"
    assert tolls(f"{killed} Karl Sund and Maria Lund were pronounced dead there.")[0] == "1"
    assert tolls(f"{filler} Karl Holm died of his wounds after killing Anton Berg and Maria Lund.")[0] == "3"


def test_a_death_to_which_the_main_event_may_be_tied_is_none_of_its_own() -> None:
    shot = "A girl of 3 was shot dead in the harbour on Monday."
    assert tolls(f"{shot} Police ask whether her death is connected to the killing of a 24-year-old man in March.")[0] == "1"
    assert tolls(f"{shot} Police also found a 24-year-old man dead.")[0] == "2"
