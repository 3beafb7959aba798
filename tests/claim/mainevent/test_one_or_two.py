"""Who is told of twice, and who is another: the same people counted once."""

from __future__ import annotations

import pytest

from tests.claim.reader import tolls


def test_another_than_who_did_it_is_nobody_new() -> None:
    text = "A teenage boy accidentally shot and killed another boy on Monday. Anton Berg, 15, died in the harbour."
    assert tolls(text, "Inquiry into the death of a boy")[0] == "1"
    assert tolls("A boy was killed in the harbour. Another boy was killed on the pier.")[0] == "2"


def test_a_gunman_who_shot_himself_is_none_of_those_he_shot() -> None:
    shot = "A man shot two women and a girl in the harbour"
    assert tolls(f"{shot} before fatally shooting himself.") == ("1", "3")
    assert tolls(f"{shot} on Monday. One of the women died.") == ("1", "2")


def test_an_officer_and_a_relative_of_the_gunman_are_two_people() -> None:
    assert tolls("Anton Berg shot his girlfriend in the leg and then wounded a police officer in the harbour.") == ("", "2")
    assert tolls("Anton Berg shot an officer in the harbour. The woman was wounded in the leg.") == ("", "1")


def test_the_other_of_two_is_not_the_one() -> None:
    assert tolls("A man fired at two officers in the harbour, killing one and wounding the other.") == ("1", "1")
    assert tolls("A man killed one officer in the harbour. The officer was wounded in the neck.") == ("1", "")


def test_two_facts_of_another_person_are_of_one() -> None:
    text = "Maria Lund, 17, was killed in the harbour. Another resident, Karl Holm, 18, was shot and treated at a hospital."
    assert tolls(text) == ("1", "1")


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


def test_the_girl_is_no_grown_driver() -> None:
    assert tolls("Four people died. The girl's parents and the 23-year-old driver were killed. The girl was taken to hospital.") == (
        "4",
        "1",
    )


def test_who_was_hurt_and_died_in_one_sentence_is_one() -> None:
    assert tolls("A man who was stabbed in a fight on Monday has died. A man of 30 was arrested.") == ("1", "")


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
