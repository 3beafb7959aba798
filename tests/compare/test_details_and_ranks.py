"""Questions with a closed set of answers, and what number in a row something is, in two articles."""

from __future__ import annotations

import pytest
from articles_checked import findings

from discrepancy.compare.lexicon import Lexicon
from discrepancy.rulebook import rulebook

_ONE = "Bo Quist, 27, was shot in the leg outside a bar in Zenda on Sunday, police in Ruritania said. "
_OTHER = "Police are looking for whoever shot Bo Quist, 27, outside a bar in Zenda on Sunday. "


def _found(one: str, other: str, later: str = "2024-06-11", attributes: tuple[str, ...] = ("detail", "sequence")) -> list[str]:
    found = findings(("2024-06-10", one), (later, other))
    return [f.level for f in found if f.question.attribute in attributes and f.level != "note"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_ONE, _OTHER + "He was hit in the chest."),
        (_ONE + "Al Muir was charged with attempted murder.", _OTHER + "Al Muir has since been charged with murder."),
        (_ONE + "Al Muir pleaded not guilty.", _OTHER + "In court Al Muir admitted the charge."),
        (_ONE + "It was the third shooting in the town this year.", _OTHER + "It was Zenda's fifth shooting of the year."),
        (_ONE + "He is in a critical condition.", _OTHER + "Doctors said that he was stable."),
    ],
)
def test_two_answers_and_two_ranks_contradict(one: str, other: str) -> None:
    assert _found(one, other) == ["warning"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_ONE, _OTHER + "He was hit in the thigh."),
        (_ONE, _OTHER + "He was hit in the chest and the leg."),
        (_ONE, _OTHER + "In May a waiter had been stabbed in the chest at the same bar."),
        (_ONE, _OTHER + "It is not known whether he was hit in the chest."),
        (_ONE + "Al Muir was charged with murder.", _OTHER + "Al Muir may yet be charged with manslaughter."),
        (_ONE + "Al Muir pleaded not guilty.", _OTHER + "Al Muir pleaded guilty and Cy Holm pleaded not guilty."),
        (_ONE + "It was the third shooting in the town this year.", _OTHER + "It was the fifth shooting in the town in two years."),
        (_ONE + "It was the third shooting in the town this year.", _OTHER + "It was the fifth shooting of the week in Ruritania."),
    ],
)
def test_lists_doubts_older_events_and_other_spans_do_not(one: str, other: str) -> None:
    assert _found(one, other) == []


def test_a_charge_may_be_raised_between_two_articles() -> None:
    one, other = _ONE + "Al Muir was charged with attempted murder.", _OTHER + "Al Muir was charged with murder."
    assert _found(one, other, "2024-06-20") == []


def test_the_day_of_a_strike_holds_for_the_day_of_its_article() -> None:
    one = "Tram drivers in Zenda walked out for the third day running on Monday, the union of Ruritania said."
    other = "The strike of tram drivers in Zenda entered its fifth day on {}, the union of Ruritania said."
    assert _found(one, other.format("Monday"), "2024-06-10") == ["warning"]
    assert _found(one, other.format("Wednesday"), "2024-06-12") == []


@pytest.mark.parametrize(
    ("one", "other", "levels"),
    [
        ("The coach of Rovers, Ana Ferro, spoke.", "Lena Ferro, the coach, spoke.", ["warning"]),
        ("With him was a passenger, Moira Keel.", "A passenger, Moira Stone, was with him.", ["warning"]),
        ("With him was a passenger, Moira Keel.", "A passenger, Iris Keel, was with him.", []),  # they may be sisters
        ("The coach of Rovers, Ana Ferro, spoke.", "Ana Ferro, the coach, and Lena Ferro spoke.", []),
        ("Captain Jan Holm spoke.", "The skipper, Ola Holm, spoke.", ["warning"]),
        ("The coach of Rovers, Ana Ferro, spoke.", "A hat lay by Lena Ferro, coach Bo Quist said.", []),
    ],
)
def test_of_one_trade_a_story_tells_of_one_bearer_of_a_name(one: str, other: str, levels: list[str]) -> None:
    assert _found(_ONE + one, _OTHER + other, attributes=("name",)) == levels


@pytest.mark.parametrize(
    ("other", "levels"),
    [
        ("Rovers won the cup 4-2 in Zenda on Sunday against Union.", ["warning"]),
        ("Rovers beat Union 3-2 in the cup final in Zenda on Sunday.", []),
        ("Rovers, who had led 2-0 at half-time, won the cup against Union in Zenda on Sunday.", []),
        ("Rovers beat Union in the cup final in Zenda on Sunday. In May they had lost 4-0 to Union in the league and won 5-1 at Acme.", []),
    ],
)
def test_a_match_ends_with_one_score(other: str, levels: list[str]) -> None:
    one = "Rovers won the cup for the first time when they beat Union 3-2 in Zenda on Sunday, to the joy of fans in Ruritania."
    assert _found(one, f"{other} Fans in Ruritania danced.", attributes=("count",)) == levels


def test_answers_exclude_one_another_where_they_are_asked_for_alone() -> None:
    lexicon = Lexicon(rulebook())
    assert lexicon.answer("mother", "daughter") == "disjoint"
    assert lexicon.answer("wife", "partner") == "narrower"
    assert lexicon.relation("mother", "daughter") == "unknown"  # whoever is killed is somebody's daughter, and may have children


@pytest.mark.parametrize(
    ("one", "other", "levels"),
    [
        ("A girl of 8 was shot in the leg", "A girl of 8 was shot in the chest", ["warning"]),
        ("A girl of 8 was shot in the leg", "Ann Rudd, 8, was shot in the chest", ["warning"]),
        ("Ann Rudd, 8, was shot in the leg", "A girl of 8 was shot and wounded. A second girl, Bea Holm, 9, was shot in the chest", []),
        ("Two girls were shot, one of them in the leg,", "A girl of 8 was shot in the chest", []),
        ("A girl of 8 was shot in the leg", "Police shot the suspect in the chest after a girl of 8 was shot", []),
        ("A girl of 8 was shot in the leg", "Ann Rudd's friend was shot in the chest", ["warning"]),
    ],
)
def test_a_wound_is_held_against_that_of_the_one_person_hit(one: str, other: str, levels: list[str]) -> None:
    where = " outside a bar in Zenda on Sunday, police in Ruritania said."
    assert _found(one + where, other + where) == levels


@pytest.mark.parametrize(
    ("other", "levels"),
    [
        ("Ann Rudd, 8, was shot dead outside a bar in Zenda on Sunday.", ["warning"]),
        ("A girl was shot dead outside a bar in Zenda on Sunday. The victim was identified as Ann Rudd, 8.", ["warning"]),
        ("Ann Rudd, 9, was shot dead outside a bar in Zenda on Sunday.", []),
        ("Ann Rudd, 12, was shot dead outside a bar in Zenda on Sunday.", []),
        ("A girl was shot dead outside a bar in Zenda on Sunday. Ann Rudd, 8, was arrested.", []),
        ("A girl of 9 was shot dead outside a bar in Zenda on Sunday. Her sister Ann Rudd, 8, had left.", []),
        ("Two girls were shot dead outside a bar in Zenda on Sunday. One was Ann Rudd, 8.", []),
    ],
)
def test_who_alone_was_hit_is_as_old_by_name_as_without_one(other: str, levels: list[str]) -> None:
    one = "A girl of 9 was shot dead outside a bar in Zenda on Sunday, police in Ruritania said."
    assert _found(one, f"{other} Police in Ruritania said so.", attributes=("age",)) == levels


@pytest.mark.parametrize(
    ("other", "levels"),
    [
        ("Bo Quist shot his wife and his 8-year-old daughter in a flat in Zenda on Sunday.", ["warning"]),
        ("Bo Quist shot his wife and his 9-year-old daughter in a flat in Zenda on Sunday.", []),
        ("Bo Quist shot his wife and his 8-year-old daughter in a flat in Zenda on Sunday. Two children were shot.", []),
        ("Bo Quist shot two people, one of them an 8-year-old girl, in a flat in Zenda on Sunday. A girl of 5 was killed.", []),
    ],
)
def test_the_one_child_hit_is_one_whether_dead_or_only_shot(other: str, levels: list[str]) -> None:
    one = "Bo Quist killed a woman and a 9-year-old girl in a flat in Zenda on Sunday, police in Ruritania said."
    assert _found(one, f"{other} Police in Ruritania said so.", attributes=("age",)) == levels
