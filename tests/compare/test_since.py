"""Tolls that grew by those of whom the words behind tell, and figures whose digits were turned."""

from __future__ import annotations

import pytest
from articles_checked import findings

FIRST = "Rockets hit the port of Zenda on Tuesday, killing seven dock workers and wounding 19, the Zenda Front said."


def levels(*texts: str) -> list[tuple[str, str]]:
    return [(f.level, f.question.attribute) for f in findings(*((f"2024-02-2{at}", text) for at, text in enumerate(texts)))]


@pytest.mark.parametrize(
    ("behind", "level"),
    [
        ("Two of the wounded died overnight in hospital, doctors said.", "note"),
        ("Three of the wounded died overnight in hospital, doctors said.", "warning"),
        ("", "warning"),
    ],
)
def test_a_toll_grows_by_those_who_died_since(behind: str, level: str) -> None:
    later = f"Rockets hit the port of Zenda on Tuesday, killing nine dock workers. {behind} The Zenda Front counted 19 wounded."
    found = [shown for shown, attribute in levels(FIRST, later) if attribute == "killed"]
    assert found == [level]


def test_a_day_in_short_ends_no_sentence_and_a_headline_repeats_its_toll() -> None:
    later = "Nine dock workers died from rockets on the port of Zenda on Feb. 20. Two of the wounded died in hospital."
    titled = f"Nine dock workers dead in Zenda\n\n{later}"
    assert all([shown for shown, what in levels(FIRST, text) if what == "killed"] == ["note"] for text in (later, titled))


@pytest.mark.parametrize(("since", "level"), [("two", "note"), ("three", "warning")])
def test_those_who_died_since_may_stand_in_the_sentence_of_the_toll(since: str, level: str) -> None:
    later = f"Nine dock workers have now died from Tuesday's rockets on the port of Zenda, after {since} of the wounded died in hospital."
    assert [shown for shown, attribute in levels(FIRST, later) if attribute == "killed"] == [level]


@pytest.mark.parametrize(("other", "told"), [("13", True), ("8", False)])
def test_turned_digits_are_no_other_thing(other: str, told: bool) -> None:
    text = "An aid convoy of {} trucks reached the town of Tarmin on Tuesday, said Lena Oduya of the Zenda Relief Board."
    found = [shown for shown, attribute in levels(text.format("31"), text.format(other)) if attribute == "count"]
    assert bool(found) is told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("killing eight people, three of them police officers", "in which eight people died, among them five police officers"),
        ("killing eight people, five of them police officers", "in which eight people died. Three police officers were among the dead"),
        ("and troops killed 15 of the assailants", "and the army said 22 assailants had been killed"),
    ],
)
def test_some_of_all_are_all_of_their_sort(one: str, other: str) -> None:
    first = f"Rebels attacked the port of Zenda with rockets on Tuesday, {one}, said Lena Oduya of the Zenda Front."
    second = f"Rebels with rockets attacked the port of Zenda on Tuesday {other}, said Lena Oduya of the Zenda Front."
    assert ("warning", "killed") in levels(first, second)
