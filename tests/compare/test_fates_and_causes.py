"""What became of somebody named, and what a fire or an accident is put down to, in two articles."""

from __future__ import annotations

import pytest
from articles_checked import findings

_ONE = "A fire destroyed the Acme mill in Zenda on Sunday and killed 17 people, officials in Ruritania said. "
_OTHER = "Seventeen people died on Sunday in a fire at the Acme mill in Zenda, a town in Ruritania. "
_CRASH_ONE = "A bus plunged off a bridge near Zenda in Ruritania on Sunday, killing 17 people. "
_CRASH_OTHER = "Seventeen people died on Sunday when a bus fell from a bridge near Zenda in Ruritania. "


def _found(one: str, other: str, later: str = "2024-06-11") -> list[str]:
    found = findings(("2024-06-10", one), (later, other))
    return [f.level for f in found if f.question.attribute in ("fate", "blamed") and f.level != "note"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_ONE + "It was caused by a short circuit.", _OTHER + "The police blamed arson."),
        (_ONE + "It was sparked by a campfire.", _OTHER + "A power line started it."),
        (_CRASH_ONE + "The brakes had failed.", _CRASH_OTHER + "The driver had fallen asleep, survivors said."),
        (_ONE + "The owner, Bo Quist, was killed.", _OTHER + "Bo Quist, who owns the mill, was badly injured."),
    ],
)
def test_two_causes_and_two_fates_contradict(one: str, other: str) -> None:
    assert _found(one, other) == ["warning"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_ONE + "It was caused by a short circuit.", _OTHER + "The police ruled out arson."),
        (_ONE + "It was caused by a short circuit.", _OTHER + "It was not clear whether it was arson."),
        (_ONE + "It was caused by a short circuit.", _OTHER + "An electrical fault set it off."),
        (_ONE + "Arson or a short circuit had caused it.", _OTHER + "The police blamed arson."),
        (_CRASH_ONE + "The brakes had failed.", _CRASH_OTHER + "The road was wet."),
        (_ONE + "The owner, Bo Quist, was injured.", _OTHER + "Bo Quist, who owns the mill, was in hospital."),
        (_ONE + "The owner, Bo Quist, was injured.", _OTHER + "Al Muir, his guest, was killed."),
        (_ONE + "The owner, Bo Quist, was wounded. Bo Quist was among the dead by night.", _OTHER + "Bo Quist was wounded."),
    ],
)
def test_what_is_ruled_out_open_or_told_in_other_words_does_not(one: str, other: str) -> None:
    assert _found(one, other) == []


def test_the_injured_may_die_between_two_articles() -> None:
    assert _found(_ONE + "The owner, Bo Quist, was injured.", _OTHER + "Bo Quist was among the dead.", "2024-06-20") == []


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("Police chief Bo Quist said so.", "It was an accident, Interior Minister Bo Quist said.", ["warning"]),
        ("Police commissioner Bo Quist said so.", "It was an accident, police chief Bo Quist said.", []),
        ("Governor Bo Quist said so.", "It was an accident, former mayor Bo Quist said.", []),
    ],
)
def test_somebody_holds_one_of_two_posts(one: str, other: str, wanted: list[str]) -> None:
    found = findings(("2024-06-10", _ONE + one), ("2024-06-11", _OTHER + other))
    assert [f.level for f in found if f.question.attribute == "role"] == wanted
