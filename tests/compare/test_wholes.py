"""What a figure counts: everybody, those named one by one, others, or all with the attacker."""

from __future__ import annotations

import pytest
from articles_checked import findings, rows

from discrepancy.model.findings import Finding

MILL = "at a mill in Alton, Texas, on Monday"


def found(*articles: str) -> list[Finding]:
    """Findings at warning or error on tolls; each article is ``headline | text``."""
    told = findings(*(("2024-03-05", article.replace(" | ", "\n\n")) for article in articles))
    return [f for f in told if f.level in ("warning", "error") and f.question.attribute in ("killed", "injured", "hit")]


FIVE = f"Five killed at mill in Alton, Texas | A gunman killed five people {MILL}, police said."
FIVE_HURT = f"Five hurt at mill in Alton, Texas | Five people were hurt when a gunman opened fire {MILL}, police said."


@pytest.mark.parametrize(
    "articles",
    [
        (
            f"Gunman opens fire at mill in Alton, Texas | Three people died when a gunman opened fire {MILL}. The dead include the gunman.",
            f"Two killed at mill in Alton, Texas | A gunman killed two workers {MILL} before turning the gun on himself, police said.",
        ),
        (
            f"Two killed, five hurt in Alton, Texas | Two were killed and five were hurt when a gunman opened fire {MILL}.",
            f"Three killed, four hurt in Alton, Texas | Three were killed and four were hurt when a gunman opened fire {MILL}. He fled.",
        ),
        (FIVE, f"Gunman kills his parents in Alton, Texas | A gunman killed his parents {MILL}, police said."),
        (FIVE_HURT, f"Gunman opens fire in Alton, Texas | A gunman opened fire {MILL}. Two other workers were hurt as they fled."),
        (f"Five hurt at mill in Alton, Texas | A gunman opened fire {MILL}. Two were hurt at the gate. Three were hurt inside.",),
        (
            f"Clerk killed at mill in Alton, Texas | A gunman killed one clerk {MILL}, police said.",
            f"Gunman opens fire in Alton, Texas | A gunman opened fire {MILL}. People were killed, a man said.",
        ),
    ],
    ids=["attacker", "died since", "named", "others", "part", "uncounted"],
)
def test_what_counts_other_people_is_no_conflict(articles: tuple[str, ...]) -> None:
    assert found(*articles) == []


@pytest.mark.parametrize(
    "articles",
    [
        (FIVE, f"Gunman kills three in Alton, Texas | A gunman killed three people {MILL} before turning the gun on himself, police said."),
        (FIVE, f"Gunman kills four in Alton, Texas | A gunman killed four people {MILL}, police said."),
        (FIVE_HURT, f"Four hurt at mill in Alton, Texas | Four people were hurt when a gunman opened fire {MILL}, police said."),
        (f"Five hurt at mill in Alton, Texas | Four people were hurt when a gunman opened fire {MILL}, police said.",),
    ],
    ids=["two apart", "no attacker dead", "hurt", "headline"],
)
def test_two_counts_of_the_same_people_are_one(articles: tuple[str, ...]) -> None:
    assert [f.verdict for f in found(*articles)] == ["conflicts"]


def test_those_shot_less_those_who_died_of_it_are_held_against_the_hurt() -> None:
    six = f"Six shot in Alton, Texas | Six people were shot, two fatally, {MILL}, police said."
    four = f"Two dead, four hurt in Alton, Texas | A gunman left two people dead and four hurt {MILL}, police said."
    five = f"Two dead, five hurt in Alton, Texas | A gunman left two people dead and five hurt {MILL}, police said."
    assert found(six, four) == []
    assert [f.question.attribute for f in found(six, five)] == ["injured"]


def test_who_counts_fewer_shot_may_leave_out_the_dead() -> None:
    four = f"One dead in Alton, Texas | One man was killed and three people were hurt when a gunman shot four people {MILL}."
    some = f"Gunman opens fire in Alton, Texas | Two people were shot {MILL}, police said."
    all_of_them = (
        f"Gunman shoots three in Alton, Texas | Three people were shot {MILL}, police said. One man was killed and two people were hurt."
    )
    assert [f.question.attribute for f in found(four, some)] == []
    assert "hit" in [f.question.attribute for f in found(four, all_of_them)]


def test_counts_over_a_time_are_not_held_against_each_other() -> None:
    boy = "Boy shot in Alton, Texas | A boy was shot in Alton, Texas, on Monday."
    one = f"{boy} Nine people were killed in separate shootings across the town since Friday."
    other = f"{boy} Six people were killed in separate shootings across the town that day."
    assert found(one, other) == []


SEVEN_HURT = f"Seven hurt at mill in Alton, Texas | Seven people were hurt when a gunman opened fire {MILL}, police said."


@pytest.mark.parametrize("words", ["Four people were also hurt.", "Four people were critically hurt."])
def test_a_count_told_as_one_of_some_is_no_total(words: str) -> None:
    assert found(SEVEN_HURT, f"Gunman opens fire in Alton, Texas | A gunman opened fire {MILL}, police said. {words}") == []


def test_a_part_that_exceeds_the_total_stays_a_difference() -> None:
    nine = f"Gunman opens fire in Alton, Texas | A gunman opened fire {MILL}, police said. Nine people were critically hurt."
    assert [f.verdict for f in found(SEVEN_HURT, nine)] == ["conflicts"]


def test_also_right_behind_the_dead_counts_all_the_hurt() -> None:
    four = f"Two killed in Alton, Texas | A gunman killed two people {MILL}, and four people were also hurt."
    seven = f"Two killed in Alton, Texas | A gunman killed two people {MILL}, and seven people were hurt."
    assert [f.question.attribute for f in found(four, seven)] == ["injured"]


def test_people_told_one_by_one_and_counted_are_all_of_them() -> None:
    four = f"Gunman kills four in Alton, Texas | A gunman killed four people {MILL}. The dead were three clerks and a nurse."
    assert [f.question.attribute for f in found(four, FIVE)] == ["killed"]
    named = f"Gunman kills clerks in Alton, Texas | A gunman opened fire {MILL}. The dead were three clerks and a nurse."
    assert found(named, FIVE) == []


def test_others_missing_are_all_the_missing_and_others_killed_are_not() -> None:
    def sinking(toll: str) -> tuple[str, str]:
        return "2024-03-05", f"A ferry sank off Izmir in Turkey on Monday, killing 17 people. {toll}"

    assert rows("missing", sinking("Another 44 people were missing."), sinking("Another 38 people were missing.")) == {
        "conflicts": "warning"
    }
    assert rows("killed", sinking("Another 44 people were killed."), sinking("Another 38 people were killed.")) == {}


def test_how_many_of_the_dead_were_women_is_held_against_how_many_women_died() -> None:
    def raid(women: str) -> tuple[str, str]:
        return "2024-03-05", f"A drone strike killed 17 people in Qamishli in Syria on Monday. {women}"

    one, other = raid("Three women were among the dead."), raid("Seven of the dead were women.")
    assert rows("killed", one, other) == {"conflicts": "warning"}


def test_the_dead_of_two_bombs_are_those_of_the_day() -> None:
    both = "Two bombs killed 14 people in Izmir in Turkey on Monday. The first went off at a bus stop, the second at a hospital."
    one = "A bomb at a hospital in Izmir in Turkey killed {} people on Monday evening. Five had died in a blast at a bus stop at 8 a.m."
    assert "conflicts" not in rows("killed", ("2024-03-06", both), ("2024-03-06", one.format("nine")))
    assert rows("killed", ("2024-03-06", both), ("2024-03-06", one.format("eleven")))["conflicts"] == "warning"


def test_what_the_other_side_lost_fills_up_nothing() -> None:
    one = "Peruvian and Chilean troops clashed near Arica on Friday, with four Peruvian and two Chilean soldiers killed."
    other = "After the clash near Arica on Friday Peru said it had lost {} soldiers."
    assert "conflicts" not in rows("killed", ("2024-03-09", one), ("2024-03-09", other.format("four")))
    assert rows("killed", ("2024-03-09", one), ("2024-03-09", other.format("six")))["conflicts"] == "warning"
