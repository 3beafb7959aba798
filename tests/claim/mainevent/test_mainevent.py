"""The toll of an article's main event, on articles of our own."""

from __future__ import annotations

import pytest

from discrepancy.claim.mainevent.incident import closed, toll
from discrepancy.claim.reading import read_article
from discrepancy.ingest import inputs_from_records
from discrepancy.model.values import Quantity
from discrepancy.notation.values import format
from tests.claim.reader import BOOK


def tolls(text: str, title: str = "") -> tuple[str, str]:
    (document,) = inputs_from_records([{"doc_id": "a", "title": title, "text": text, "published": "2023-05-15"}], BOOK).documents
    found = toll(document, BOOK)
    return (format(found.killed) if found.killed else "", format(found.injured) if found.injured else "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five sailors were shot in the harbour on Monday, one fatally. The others were taken to a clinic.", ("1", "4")),
        ("A man was killed and a woman was wounded in the harbour.", ("1", "1")),
        ("A man was shot in the harbour. The man later died. He was 33.", ("1", "")),
        ("Two men were killed in the harbour. Three other people were wounded.", ("2", "3")),
        ("Anton Berg, 44, was shot dead. Maria Lund, 31, was also killed.", ("2", "")),
        ("A triple shooting shook the harbour. One man died.", ("1", "2")),
    ],
)
def test_numbers_people_and_hits_are_put_together(text: str, expected: tuple[str, str]) -> None:
    assert tolls(text) == expected


def test_above_a_bound_counts_what_is_told_far_down() -> None:
    filler = "The street was closed for the evening. " * 8
    assert tolls(f"At least 14 people were killed in the harbour. {filler} A clinic wrote that 18 people were killed.") == ("14..18", "")
    assert tolls(f"At least 14 people were killed in the harbour. {filler} A clinic wrote that 60 people were killed.") == (">=14", "")


def test_the_dead_of_another_event_far_down_are_left_out() -> None:
    filler = "The street was closed for the evening. " * 8
    text = f"A woman was wounded when shots were fired in the harbour. {filler} Last spring three people were killed on the pier."
    assert tolls(text) == ("", "1")


def test_a_number_told_once_far_down_is_not_the_toll_of_an_article_about_one_person() -> None:
    filler = "The street was closed for the evening. " * 8
    one = f"A boy was killed by a stray bullet in the harbour on Monday. {filler}"
    assert tolls(f"{one} At least eight people were killed in the town that week.") == ("1", "")
    assert tolls(f"{one} Three others were wounded.") == ("1", "3")
    assert tolls(f"{one} The five sailors killed on the pier were mourned.")[0] == "5"
    several = f"A boy and a girl were killed by stray bullets in the harbour on Monday. {filler}"
    assert tolls(f"{several} The blaze killed six people.")[0] == "2"


def test_wounds_of_as_many_as_died_are_those_of_the_dead() -> None:
    assert tolls("Four people were found dead in a house. All four had gunshot wounds.") == ("4", "")
    assert tolls("Four people were found dead in a house. Four others had gunshot wounds.") == ("4", "4")


def test_another_than_who_did_it_is_nobody_new() -> None:
    text = "A teenage boy accidentally shot and killed another boy on Monday. Anton Berg, 15, died in the harbour."
    assert tolls(text, "Inquiry into the death of a boy")[0] == "1"
    assert tolls("A boy was killed in the harbour. Another boy was killed on the pier.")[0] == "2"


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


def test_a_number_that_includes_an_unborn_child_is_also_the_number_without() -> None:
    assert tolls("The fire killed six people, including an unborn child.")[0] == "5..6"
    assert tolls("The fire killed six people, including a child.")[0] == "6"


def test_a_name_first_told_far_down_beside_the_wounded_is_another_event() -> None:
    filler = "The street was closed for the evening. " * 8
    wounded = f"Five people were shot in the harbour on Monday. {filler}"
    assert tolls(f"{wounded} The shots rang out after Anton Berg was shot dead on the pier.") == ("", "5")
    assert tolls(f"Anton Berg was shot in the harbour on Monday. {filler} Berg died that night.") == ("1", "")


def test_the_last_of_the_dead_says_how_many_there_are() -> None:
    assert tolls("A third victim of the shooting in the harbour has died. Two had died on Monday.")[0] == "3"
    filler = "The street was closed for the evening. " * 8
    assert tolls(f"Anton Berg was killed in the harbour. {filler} Maria Lund was also killed.")[0] == "2"


def test_the_badly_wounded_and_those_who_died_since_are_some_of_the_wounded() -> None:
    assert tolls("Five people were shot in the harbour, and two were seriously injured.") == ("", "5")
    assert tolls("Five people were injured in the harbour. One of the five people hospitalized has died.") == ("1", "4")
    assert tolls("A girl was hurt in the harbour.", "Girl hurt, two men also wounded in the harbour")[1] == "3"


def test_a_number_of_wounded_may_hold_the_dead() -> None:
    one_of = "Anton Berg was shot in the harbour on Monday and died on Tuesday. {} was one of five people injured."
    assert tolls(one_of.format("Berg")) == ("1", "4")
    assert tolls(one_of.format("Lund")) == ("1", "5")
    assert tolls("Three people were injured in the harbour, including a girl who succumbed to her wounds.") == ("1", "2")
    assert tolls("Three people were injured in the harbour, including a girl. A man succumbed to his wounds.") == ("1", "3")


def test_a_gunman_who_shot_himself_is_none_of_those_he_shot() -> None:
    shot = "A man shot two women and a girl in the harbour"
    assert tolls(f"{shot} before fatally shooting himself.") == ("1", "3")
    assert tolls(f"{shot} on Monday. One of the women died.") == ("1", "2")


def test_he_and_others_hold_the_one_who_died() -> None:
    assert tolls("One man was killed, and he and four others were shot in the harbour.") == ("1", "4")
    assert tolls("One man was killed, and four others were shot in the harbour.") == ("1", "4")


def test_one_hurt_otherwise_is_added_to_those_shot() -> None:
    assert tolls("Five men were shot in the harbour and a woman was beaten.")[1] == "6"
    assert tolls("Five men were shot in the harbour, and one was badly hurt.")[1] == "5"


def test_one_family_is_several_people() -> None:
    dead = "Anton Berg was shot dead in the harbour."
    assert tolls(f"{dead} Maria Berg also died.") == ("2", "")
    assert tolls(f"{dead} Anthony Berg also died.") == ("1", "")


def test_one_still_in_hospital_is_no_toll_where_the_text_counts_more() -> None:
    filler = "The street was closed for the evening. " * 8
    lone = (
        f"A family asks for help. They live by the harbour. One victim is still in the hospital after the shooting in the harbour. {filler}"
    )
    assert tolls(f"{lone} The gunman wounded three people.") == ("", "3")
    assert tolls(f"{lone} The gunman fled.") == ("", "1")


def test_fewer_hurt_than_were_hit_are_some_of_them() -> None:
    assert tolls("Three people were still in hospital on Monday. A youth shot five people in the harbour.") == ("", "5")
    assert tolls("Three others were hurt when they fell. A youth shot five people in the harbour.") == ("", "3")
    assert tolls("At least three people were shot in the harbour. One is in critical condition.") == ("", ">=3")


def test_those_also_hurt_are_added_to_the_others() -> None:
    assert tolls("A man killed five guards and wounded seven others in the harbour. Two sailors were also wounded.") == ("5", "9")


def test_the_rest_of_the_wounded_are_no_more_of_them() -> None:
    assert tolls("The four sailors were taken to a hospital, one with grave wounds and the other three in stable condition.") == ("", "4")
    assert tolls("Two sailors were taken to a hospital by car and the other three were taken to a hospital by boat.") == ("", "5")


def test_who_killed_some_and_hit_others_hit_none_of_the_dead() -> None:
    assert tolls("Anton Berg is charged with killing a two-year-old girl and shooting her parents.") == ("1", "2")
    assert tolls("Anton Berg shot five people in the harbour, killing one.") == ("1", "4")


def test_those_killed_one_after_the_other_add_up() -> None:
    assert tolls("Anton Berg killed his girlfriend and then fatally shot three sailors in the harbour.") == ("4", "")
    assert tolls("Anton Berg killed two sailors in the harbour before police shot him dead.") == ("2", "")


def test_wounds_of_fewer_than_died_told_far_down_are_those_of_the_dead() -> None:
    filler = "The street was closed for the evening. " * 8
    assert tolls(f"Three people were found dead in a house. {filler} Two people were suffering from gunshot wounds.") == ("3", "")
    assert tolls(f"Three people were found dead in a house. {filler} Two others were suffering from gunshot wounds.") == ("3", "2")


def test_a_fourth_told_without_a_noun_makes_four() -> None:
    assert tolls("Three sailors were shot in the harbour, and a fourth was wounded by a stone.") == ("", "4")


def test_a_homicide_unit_kills_nobody() -> None:
    assert tolls("A sailor was wounded by a shot in the harbour. The homicide unit has the case.") == ("", "1")


def test_an_officer_and_a_relative_of_the_gunman_are_two_people() -> None:
    assert tolls("Anton Berg shot his girlfriend in the leg and then wounded a police officer in the harbour.") == ("", "2")
    assert tolls("Anton Berg shot an officer in the harbour. The woman was wounded in the leg.") == ("", "1")


def test_two_facts_of_another_person_are_of_one() -> None:
    text = "Maria Lund, 17, was killed in the harbour. Another resident, Karl Holm, 18, was shot and treated at a hospital."
    assert tolls(text) == ("1", "1")


def test_others_are_added_to_what_the_headline_counts() -> None:
    assert tolls("Two people were wounded in the harbour. Three others were also wounded.", "Two wounded in harbour")[1] == "5"
    assert tolls("Two people were wounded in the harbour. Two are from Zenda.", "Two wounded in harbour")[1] == "2"
    assert tolls("Two officers were shot in the harbour. Two officers and three others also were wounded.")[1] == "5"


def test_the_last_of_the_dead_may_stand_in_a_headline_without_an_article() -> None:
    text = "Third victim dies after shooting at mill\n\nA clerk who was shot at a mill on Monday has died, police said."
    assert tolls(text)[0] == "3"


def test_the_last_of_the_victims_says_how_many_there_are() -> None:
    assert tolls("A man was shot in the leg in the harbour. A third victim suffered a graze wound.")[1] == "3"
    assert tolls("Four people were shot in the harbour. A fifth adult male victim was grazed.")[1] == "5"
    assert tolls("Four people were shot in the harbour. The fourth victim, Anton Berg, died.") == ("1", "3")


def test_injuries_of_one_person_are_no_wounded_people() -> None:
    assert tolls("Anton Berg was shot in the harbour on Monday, which caused serious injuries.") == ("", "1")
    assert tolls("Anton Berg was taken to a hospital in Zenda and died.") == ("1", "")


def test_who_was_also_hurt_is_told_of_far_down() -> None:
    filler = "The street was closed for the evening. " * 8
    assert tolls(f"A boy was killed in the harbour on Monday. {filler} The shots also wounded two men.") == ("1", "2")
    assert tolls(f"A boy was killed in the harbour on Monday. {filler} The blast wounded two men.") == ("1", "")


def test_a_deadly_weapon_kills_nobody() -> None:
    assert tolls("A man was held over assault with a deadly weapon. Two boys were wounded.") == ("", "2")


def test_of_two_events_the_one_with_its_place_and_day_is_the_main_one() -> None:
    text = "Police held a man over a robbery. The bank in Zenda was robbed on Monday. He was charged with a robbery and a robbery."
    (document,) = inputs_from_records([{"doc_id": "a", "text": text, "published": "2023-05-17"}], BOOK).documents
    (chosen,) = [event for event in read_article(document, BOOK).events if event.main]
    assert chosen.places == ("Zenda",)
    assert "+1 its place is given" in chosen.why_main


def test_every_choice_has_a_reason() -> None:
    (document,) = inputs_from_records([{"doc_id": "a", "text": "Nine people were killed."}], BOOK).documents
    assert toll(document, BOOK).why == ("killed 9: lead, weight 3.0",)


def test_a_table_gets_closed_numbers() -> None:
    assert closed(Quantity(12, None, vague=True), BOOK) == {"low": 12, "high": 24}
    assert closed(Quantity(12, None), BOOK) == {"low": 12, "high": 12}
    assert closed(None, BOOK) is None


@pytest.mark.parametrize("text", ["killed " * 20_000, "people were killed " * 10_000, "a man and " * 20_000 + "died."])
def test_hostile_text_is_read_in_time(text: str) -> None:
    tolls(text)


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("A 30-year-old man was shot in the leg on Monday. Later a 31-year-old man was shot in the arm.", "2"),
        ("A 30-year-old man was shot in the leg on Monday. The man, 31, came to a hospital.", "1"),
        ("A boy was shot on Sunday. A man was taken to a hospital with a gunshot wound.", "2"),
        ("A boy was shot on Sunday. The young man was taken to a hospital.", "1"),
        ("A toddler was shot on Friday. A 28-year-old woman was grazed by a bullet.", "2"),
        ("A man in his 20s was shot on Friday. A man in his 50s was hit in the leg.", "2"),
        ("A man in his 20s was shot on Friday. The 24-year-old man was taken to a hospital.", "1"),
        ("A teenager was shot on Friday. A man was also wounded, police said.", "2"),
        ("A man was shot on Friday. He was also hit in the arm.", "1"),
        ("An officer was shot on Monday. The suspect was also shot.", "2"),
    ],
)
def test_one_told_twice_is_told_from_two(text: str, hurt: str) -> None:
    assert tolls(text)[1] == hurt


def test_a_family_of_four_and_another_25_are_numbers() -> None:
    assert tolls("A family of four was taken to hospital on Monday after a generator filled their house with fumes.") == ("", "4")
    assert tolls("Eleven people were killed on Monday. Another 25, most of them passengers on the train, were hurt.") == ("11", "25")


def test_the_girl_is_no_grown_driver() -> None:
    assert tolls("Four people died. The girl's parents and the 23-year-old driver were killed. The girl was taken to hospital.") == (
        "4",
        "1",
    )


def test_who_was_hurt_and_died_in_one_sentence_is_one() -> None:
    assert tolls("A man who was stabbed in a fight on Monday has died. A man of 30 was arrested.") == ("1", "")


TWO_SHOT = "A man and a girl were wounded in the harbour on Sunday. The man, 27, was hit in the leg and the girl, 15, in the hand."


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


def test_who_is_stabbed_may_be_among_the_dead() -> None:
    assert tolls("A boy has died after four people were stabbed in the harbour. Two men and a woman were taken to a hospital.") == (
        "1",
        "3",
    )
    assert tolls("Four people were stabbed in the harbour. A clerk was in critical condition.") == ("", "4")


def test_the_dead_of_another_sort_are_none_of_those_hit() -> None:
    assert tolls("Two police officers were shot and a gunman was killed in the harbour.") == ("1", "2")
    assert tolls("Two men were shot in the harbour. A woman died there of her wounds.") == ("1", "2")
    assert tolls("Two men were shot in the harbour. One of them died.") == ("1", "1")


def test_kin_of_the_dead_are_others() -> None:
    assert tolls("Brody Kern, 17, died on the pier. His sister, 15, and a friend of hers were wounded.") == ("1", "2")


def test_whoever_was_shot_in_a_deadly_shooting_died() -> None:
    assert tolls("Anton Berg, 44, was shot in the harbour. Police call it a homicide.") == ("1", "")
    assert tolls("Anton Berg, 44, was shot in the harbour and is in stable condition. A lawyer spoke of attempted homicide.") == ("", "1")


def test_one_of_more_told_before_is_no_number_of_its_own() -> None:
    assert tolls("A boy was killed and four others were hurt in the harbour. Of the four, one was trampled, and one broke a wrist.") == (
        "1",
        "4",
    )


SURVIVOR = "A barber who was shot in the arm in the harbour is back at work. Customers kept calling him. " + "He is glad to be back. " * 4


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
