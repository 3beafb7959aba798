"""The toll of an article's main event, on articles of our own."""

from __future__ import annotations

import pytest

from discrepancy.claim.mainevent.incident import closed
from discrepancy.model.values import Quantity
from tests.claim.reader import BOOK, tolls


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


def test_a_number_that_includes_an_unborn_child_is_also_the_number_without() -> None:
    assert tolls("The fire killed six people, including an unborn child.")[0] == "5..6"
    assert tolls("The fire killed six people, including a child.")[0] == "6"


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
    victims = "Four people were injured in the harbour. One of the victims died. Three other victims were taken to a clinic."
    assert tolls(victims) == ("1", "3")
    assert tolls(f"A diver was killed and {victims[0].lower()}{victims[1:]}") == ("1", "4")
    both = "Anton Berg was shot in the head and his son in the arm. Both were taken to a clinic in Zenda, where Anton Berg died."
    assert tolls(both) == ("1", "1")


def test_he_and_others_hold_the_one_who_died() -> None:
    assert tolls("One man was killed, and he and four others were shot in the harbour.") == ("1", "4")
    assert tolls("One man was killed, and four others were shot in the harbour.") == ("1", "4")


def test_one_hurt_otherwise_is_added_to_those_shot() -> None:
    assert tolls("Five men were shot in the harbour and a woman was beaten.")[1] == "6"
    assert tolls("Five men were shot in the harbour, and one was badly hurt.")[1] == "5"
    assert tolls("Two people were grazed in the harbour and a girl was beaten.")[1] == "3"
    assert tolls("Two people were grazed in the harbour, with a girl being wounded and a man unhurt.")[1] == "2"


def test_a_number_of_kin_told_behind_a_bound_counts_some_of_them() -> None:
    brothers = "Three brothers, Anton Berg, Nils Berg and Otto Berg, were killed."
    assert tolls(f"At least seven members of a family were killed in the harbour. {brothers}")[0] == ">=7"
    assert tolls(f"At least two members of a family were killed in the harbour. {brothers}")[0] == "3"


def test_one_told_of_is_some_of_the_others_who_were_hurt() -> None:
    infant = "An infant named Otto was wounded."
    assert tolls(f"Nine people were killed and others were wounded in the harbour. {infant}") == ("9", ">=2?")
    assert tolls(f"Nine people were killed in the harbour. {infant}") == ("9", "1")


def test_an_ordinal_is_no_number_of_dead() -> None:
    assert tolls("Anton Berg was the twenty-fifth sailor killed in the harbour.")[0] == "1"
    assert tolls("The twenty-five sailors were killed in the harbour.")[0] == "25"
    assert tolls("Five men were shot in the harbour and one victim was rushed to a hospital with severe injuries.")[1] == "5"


def test_the_other_four_are_alive() -> None:
    text = "Anton Berg was shot dead in the harbour on Sunday. The condition of the other four shooting victims {}."
    assert tolls(text.format("is not known")) == ("1", "4")
    assert tolls(text.replace("the other four", "four of the five").format("is not known")) == ("1", "4")
    assert tolls("Four people were shot dead in the harbour. The other three shooting victims were kin of his.")[1] != "3"


def test_several_who_are_told_by_name_are_as_many() -> None:
    lead = "One man was killed and several others were injured in the harbour on Sunday. "
    named = "Maria Lund, 24, Karl Holm, 24, Bo Dahl, 25, and Nils Moe, 32, were all taken to a hospital with light wounds."
    assert tolls(lead + named) == ("1", "4")
    assert tolls(f"{lead}Maria Lund, 24, was taken to a hospital with light wounds.")[1] != "1"


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


def test_a_table_gets_closed_numbers() -> None:
    assert closed(Quantity(12, None, vague=True), BOOK) == {"low": 12, "high": 24}
    assert closed(Quantity(12, None), BOOK) == {"low": 12, "high": 12}
    assert closed(None, BOOK) is None


@pytest.mark.parametrize("text", ["killed " * 20_000, "people were killed " * 10_000, "a man and " * 20_000 + "died."])
def test_hostile_text_is_read_in_time(text: str) -> None:
    tolls(text)


def test_a_family_of_four_and_another_25_are_numbers() -> None:
    assert tolls("A family of four was taken to hospital on Monday after a generator filled their house with fumes.") == ("", "4")
    assert tolls("Eleven people were killed on Monday. Another 25, most of them passengers on the train, were hurt.") == ("11", "25")


def test_one_of_more_told_before_is_no_number_of_its_own() -> None:
    assert tolls("A boy was killed and four others were hurt in the harbour. Of the four, one was trampled, and one broke a wrist.") == (
        "1",
        "4",
    )


@pytest.mark.parametrize(
    "more",
    ["A boy, 16, was also wounded.", "Their cousin, a 20-year-old woman, was also wounded."],
)
def test_one_who_was_also_hurt_is_added_to_those_told_right_before(more: str) -> None:
    assert tolls(f"Two sisters were wounded when a man fired at their car in Ober on Monday. {more}")[1] == "3"


def test_what_befell_each_of_two_adds_nobody() -> None:
    text = "Two girls were shot in Ober on Monday, one in the foot and the other in the arm. A boy, 16, was also shot."
    assert tolls(text)[1] == "3"


def test_two_family_names_are_two_people_where_the_article_has_both_in_full() -> None:
    text = (
        "The victims are Paul Reed, 40, Lena Reed, 38, Omar Diaz, 22, and Kim Cole, 19. Paul Reed, Lena Reed and Diaz were shot in a leg, "
        "and Cole was shot in the shoulder, police in Ober said."
    )
    assert tolls(text)[1] == "4"


def test_a_second_victim_of_mondays_shooting_who_has_died_makes_two() -> None:
    text = "A second victim of Monday's shooting at a salon in Ober has died. Five people were shot. Leon Banks, 40, died at once."
    assert tolls(text) == ("2", "3")


def test_who_walks_into_a_hospital_with_wounds_and_who_ends_up_shot_is_hurt() -> None:
    assert tolls("Two men walked into the emergency room of Ober Hospital late on Monday with gunshot wounds.")[1] == "2"
    assert tolls("Two teenagers wound up shot after a quarrel at a petrol station in Ober on Monday.")[1] == "2"
